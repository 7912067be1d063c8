"""A cell of awards each with its own decision behind it: "LĐTT (QĐ 12/QĐ-UBND ngày 5/1/2018); …"."""

import re
from collections.abc import Sequence

from thidua_desktop.intake.decision_text import names_several, reference_in
from thidua_desktop.intake.header import NamesAward
from thidua_desktop.intake.heading import year_off
from thidua_desktop.intake.item_text import Item

_BETWEEN = re.compile(r"\s*;\s*|(?<=\))\s*,?\s+(?=[^\W\d])")
_WITH_DECISION = re.compile(
    r"(?:[-–+•]\s*)?(.+?)[\s,:–-]*(?:\(\s*)?((?:theo\s+)?(?:quyết\s+định|qđ)\b[^()]*)\)?", re.IGNORECASE
)
_BY = re.compile(r"theo\s+", re.IGNORECASE)


def with_decisions(item: Item, lines: Sequence[str], names_award: NamesAward) -> tuple[Item, ...]:
    """Return an item for each award where every one is known and has number and day of its decision.

    `lines` are those of the cell, where it has several. Any other item is returned as it is.
    """
    if "/" not in item.title or item.number or item.date:
        return (item,)
    parts = lines if len(lines) > 1 else tuple(filter(None, _BETWEEN.split(item.title.strip(" .;"))))
    found = [_WITH_DECISION.fullmatch(part.strip(" .;,")) for part in parts]
    told = [(match[1].strip(), _BY.sub("", match[2], count=1).strip()) for match in found if match]
    if len(told) < len(parts) or not all(_is_whole(*one, names_award) for one in told):
        return (item,)
    return tuple(item._replace(title=words, number=decision) for words, decision in told)


def _is_whole(words: str, decision: str, names_award: NamesAward) -> bool:
    named = reference_in(decision)
    whole = named is not None and named.decided_on is not None and not named.rest.strip(" .,")
    return whole and not names_several(decision) and names_award(year_off(words)[0].strip(" ,-–("))
