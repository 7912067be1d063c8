"""What a period of law the office begins or moves does to what the office says of lines on its days."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain import correction
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.law.own_period import PART, depends_on
from thidua_desktop.domain.law.rulebook import Rulebook
from thidua_desktop.records import local_rules
from thidua_desktop.records.local_rules import LocalRuleRow

_MONEY = ("bonus", "rounding")


def marked(book: Rulebook, entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """Note in what is said of a line the period of the office's own it is said in, or that it is in none."""
    part = correction.part_of(entry)
    if not correction.is_line(entry) or part == PART:
        return entry
    regime = book.regime_on(date.fromisoformat(entry["valid_from"]))
    kept = {key: value for key, value in entry.items() if key != "within"}
    return {**kept, "within": regime.code} if regime and regime.own else kept


def make_room(period: Mapping[str, Any], others: Iterable[Mapping[str, Any]]) -> None:
    """Refuse a period while a line of the law before it is corrected only after it begins."""
    start, name, listed = period["valid_from"], str(period["id"]), list(others)
    later = {str(one["id"]) for one in listed if correction.part_of(one) == PART and _start(one) > start}
    for one in listed:
        of_line = one.get("replaces") or correction.part_of(one) in _MONEY
        elsewhere = any(depends_on(one, each) for each in (name, *later))
        if of_line and not elsewhere and _start(one) >= start:
            said = (
                f"Sửa đổi căn cứ {one['cite']}, từ ngày {_said(_start(one))}, là của quy định trước thời kỳ "
                f"này mà không bắt đầu trước ngày {_said(start)}: xóa sửa đổi ấy, hoặc ghi cho nó ngày bắt "
                "đầu sớm hơn, rồi bắt đầu thời kỳ; trong thời kỳ mới sửa lại dòng ấy."
            )
            raise Refused(Problem("valid_from", said))


def moved(
    session: Session, kept: Sequence[LocalRuleRow], rule_id: int | None, period: Mapping[str, Any]
) -> list[LocalRuleRow]:
    """Move what is said from the first day of a period along with it; Refused where it would have ended."""
    was = next((row.entry for row in kept if row.id == rule_id), period)
    old, new = _start(was), _start(period)
    found = []
    for row in kept:
        begins = _start(row.entry)
        goes = depends_on(row.entry, str(period["id"])) and (begins == old or begins < new)
        found.append(_at(session, row, new) if goes and old != new else row)
    return found


def _at(session: Session, row: LocalRuleRow, start: str) -> LocalRuleRow:
    ends = row.entry.get("valid_to")
    if ends and ends < start:
        said = (
            f"Sửa đổi căn cứ {row.cite} trong thời kỳ này hết hiệu lực ngày {_said(ends)}, trước ngày bắt "
            "đầu mới: sửa ngày hoặc xóa sửa đổi ấy trước."
        )
        raise Refused(Problem("valid_from", said))
    entry = {**row.entry, "valid_from": start}
    local_rules.change(session, row.id, entry, row.note)
    return replace(row, entry=entry)


def _start(entry: Mapping[str, Any]) -> str:
    return str(entry.get("valid_from", ""))


def _said(day: str) -> str:
    return f"{date.fromisoformat(day):%d/%m/%Y}"
