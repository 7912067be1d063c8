"""Cells that tell each award with its own decision: "CSTĐCS (QĐ số 130/QĐ-UBND …); Giấy khen (QĐ …)"."""

import re

from thidua_desktop.intake.decision_named import decision_off
from thidua_desktop.intake.item_text import Item

_EACH = re.compile(
    r"\s*[;,+&\n-]*\s*([^();]+?\s*\(\s*(?:theo\s+)?(?:quyết\s+định|qđ)\b[^()]*\))", re.IGNORECASE
)
_UNREAD = "Không hiểu số, ngày quyết định ở “{}”: ghi đủ “Quyết định số …/QĐ-… ngày …” rồi nhập."


def each_decided(item: Item) -> tuple[Item, ...]:
    """Return an item for each award of a cell that names its decision in brackets behind every award."""
    if "(" not in item.title or item.number:
        return (item,)
    parts = _EACH.findall(item.title)
    if not parts or _EACH.sub("", item.title).strip(" .;,"):
        return (item,)
    return tuple(_decided(item, part) for part in parts)


def _decided(item: Item, part: str) -> Item:
    title, decision = decision_off(part)
    if not decision:
        return item._replace(title=part, doubt=item.doubt or _UNREAD.format(part[:80]))
    return item._replace(title=title, number=decision, date="")
