"""The decision as the head of its own text and the cells of a row name it."""

import re
from dataclasses import replace
from functools import lru_cache

from thidua_desktop.intake.decision_text import (
    Reference,
    date_written,
    level_of,
    number_written,
    own_day,
    own_number,
    reference_in,
)
from thidua_desktop.intake.name_case import unit_case
from thidua_desktop.intake.serial_dates import signed_on

_IN_BRACKETS = re.compile(
    r"(.+?)\s*\(\s*((?:kèm\s+theo\s+|theo\s+)?(?:quyết\s+định|qđ)\b[^()]*)\)\s*[:.]?", re.IGNORECASE
)
_ISSUER = re.compile(r"(?:PHÓ )?CHỦ TỊCH|THỦ TƯỚNG|GIÁM ĐỐC|HIỆU TRƯỞNG|THỦ TRƯỞNG")


def headed(known: Reference, line: str) -> Reference | None:
    """Return what is known of a decision with a line at its own head; None for any other line.

    Its number stands first; its day and who issues it count only below that.
    """
    number, day = ("", None) if known.number else own_number(line)
    if number:
        return replace(known, number=number, decided_on=day or known.decided_on)
    if known.number and not known.decided_on and (day := own_day(line)):
        return replace(known, decided_on=day)
    if known.number and not known.authority and line.isupper() and _ISSUER.match(line):
        return replace(known, authority=unit_case(line))
    return None


def bracketed(words: str) -> Reference | None:
    """Return the decision named in brackets behind the words of a heading, which are its rest."""
    found = _IN_BRACKETS.fullmatch(words.strip())
    reference = reference_in(found[2]) if found else None
    return replace(reference, rest=found[1]) if found and reference else None


def decision_off(title: str) -> tuple[str, str]:
    """Return the words of a title of a column without the decision in brackets behind them, and that."""
    reference = bracketed(title)
    if reference is None:
        return title, ""
    day = f" ngày {reference.decided_on:%d/%m/%Y}" if reference.decided_on else ""
    by = f" của {reference.authority}" if reference.authority else ""
    return reference.rest, f"{reference.number}{day}{by}"


@lru_cache(maxsize=4096)
def named_by(number: str, date: str, authority: str, reference: Reference) -> Reference:
    """Return the decision a row names itself, as far as it does."""
    if authority:
        authority = authority if level_of(authority) else f"Chủ tịch UBND {authority}"
        reference = replace(reference, authority=authority)
    if not number:
        return reference
    named = reference_in(f"Quyết định {number}") or Reference(number=number_written(number))
    if not named.number and number.isdecimal():
        named = Reference(number=number)
    if named.authority and not authority:
        reference = replace(reference, authority=named.authority)
    signed = signed_on(date) or named.decided_on or date_written(named.rest)
    same = named.number == reference.number
    return replace(
        reference, number=named.number, decided_on=signed or (reference.decided_on if same else None)
    )
