"""A line of the rules as the office may correct it: its entry in the shape of the law's own, its dates."""

from collections.abc import Mapping
from datetime import date
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.local_entry import Days, days_of
from thidua_desktop.domain.law.local_terms import FIELDS
from thidua_desktop.domain.law.rulebook import Criterion, Rulebook, in_force, key_of
from thidua_desktop.domain.law.rules_file import RECIPIENTS

_LAW_RECIPIENTS = {own: law for law, own in RECIPIENTS.items()}
_LEFT = {"status", "source", "cite", "id", "valid_from", "valid_to", "awards", "except", "note", "stands_for"}
_LEFT |= {"carried"}
_GONE = "Không tìm thấy dòng này trong quy định kèm phần mềm."


class Line(NamedTuple):
    """What stands in the law: an entry ready to be kept as the office's, its article, from when to when.

    Attributes:
        awards: the awards the law says it of, where it is more than the one it was read for.

    """

    entry: Mapping[str, Any]
    cite: str
    start: date
    end: date | None
    awards: tuple[str, ...] = ()


def line_of(book: Rulebook, ref: str, award: str, recipient: str, day: date) -> Line:
    """Find a line read for an award on a day; Refused when the law has none such."""
    line = _line_of(book, ref, award, recipient, day)
    return line._replace(entry={**line.entry, "read_for": award, "read_as": recipient})


def _line_of(book: Rulebook, ref: str, award: str, recipient: str, day: date) -> Line:
    part, _, key = ref.partition(":")
    if part == "criteria":
        found = next((one for one in book.criteria if one.code == key and one.in_force(day)), None)
        if found is None:
            raise Refused(_GONE)
        return Line(_criterion(found), found.cite, found.start, found.end)
    if part in FIELDS:
        return _row(book, part, key, award, day)
    return _figure(book, part, award, recipient, day)


def blank(part: str, award: str, recipient: str) -> Mapping[str, Any]:
    """Begin a threshold, a term, papers or a coefficient where the law has none, or a period of law."""
    fresh: dict[str, Any] = {"part": part, "award": award, "read_for": award, "read_as": recipient}
    if part == "bonus":
        return {**fresh, "recipient": _LAW_RECIPIENTS[recipient], "coefficient": None}
    if part == "regime":
        return {"part": part, "law": ""}
    fresh["awards"] = [award]
    if part == "council":
        return {**fresh, "min_ratio": None, "base": "total_members", "absent": "written_opinion"}
    if part == "deadlines":
        return {**fresh, "text": "", "step": ""}
    return {**fresh, "items": [], "copies": 1}


def _criterion(one: Criterion) -> Mapping[str, Any]:
    return {
        "part": "criteria",
        "replaces": one.code,
        "was": one.cite,
        "award": one.award,
        "recipient": "|".join(_LAW_RECIPIENTS[who] for who in one.recipients),
        "recipient_kind": one.kind,
        "combine": "and" if one.extra else "alternative",
        **one.test,
    }


def _row(book: Rulebook, part: str, key: str, award: str, day: date) -> Line:
    rows = getattr(book, FIELDS[part])
    named = [one for one in rows if key_of(one) == key and in_force(one, day)]
    row = next((one for one in named if _is_of(one, award)), None)
    if row is None:
        raise Refused(_GONE)
    said = row.get("awards", "*")
    awards = ("*",) if said == "*" else tuple(said)
    kept = {name: value for name, value in row.items() if name not in _LEFT}
    of = {} if part == "general" else {"award": award, "awards": [award]}
    entry = {"part": part, "replaces": key, "was": row["cite"], **kept, **of}
    days = days_of(row, "")
    law = book.regime_on(day)
    found = days.shared(Days(law.start, law.end)) if law else None
    start, end = found or days
    return Line(entry, row["cite"], start, end, awards)


def _is_of(row: Mapping[str, Any], award: str) -> bool:
    """Whether a row taken over as it was corrected is of an award; any other has a name of its own."""
    return not row.get("stands_for") or any(fnmatchcase(award, one) for one in row.get("awards", "*"))


def _figure(book: Rulebook, part: str, award: str, recipient: str, day: date) -> Line:
    regime, salary = book.regime_on(day), book.salary_on(day)
    if regime is None or salary is None:
        raise Refused(_GONE)
    if part == "salary":
        entry: Mapping[str, Any] = {"part": part, "amount": salary.amount}
        return Line(entry, salary.cite, salary.start, None)
    if part == "rounding":
        unit, cite, _ = book.rounding_on(day) or (1, "", "")
        return Line({"part": part, "unit": unit}, cite, regime.start, regime.end)
    rate = book.coefficient_on(day, award, recipient)
    if rate is None:
        raise Refused(_GONE)
    own = {"at_most": True} if rate.at_most else {}
    entry = {**blank("bonus", award, recipient), "coefficient": float(rate.value), **own}
    return Line(entry, rate.cite, regime.start, regime.end)
