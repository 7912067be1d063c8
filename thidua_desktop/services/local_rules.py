"""What the office does with rules of its province or its own: add, correct, remove; and the law with them.

A rule is a criterion of its own, or what is said of one line of the law: another figure, that it was checked
against the text, that it does not hold.
"""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from fnmatch import fnmatchcase
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain import correction
from thidua_desktop.domain.correction import CorrectionDraft
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.law.local_rules import with_local, with_periods
from thidua_desktop.domain.law.own_period import PART, depends_on, lapsed
from thidua_desktop.domain.law.rulebook import Rulebook
from thidua_desktop.domain.local_rule import LocalRuleDraft, check, entry_of, rewritten
from thidua_desktop.domain.vietnamese import number, says
from thidua_desktop.records import local_rules
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import own_periods


def add(session: Session, book: Rulebook, draft: LocalRuleDraft) -> int:
    """Add a rule; Refused when the law cannot be read with it."""
    _check(draft)
    return _keep(session, book, entry_of(draft, local_rules.next_code(session)), draft.note)


def correct(session: Session, book: Rulebook, rule_id: int, draft: LocalRuleDraft) -> None:
    """Correct a rule; Refused when the law cannot be read with it."""
    _check(draft)
    [row] = local_rules.rows(session, [rule_id])
    entry = entry_of(draft, row.code)
    if told := rewritten(row.entry, entry, book.names):
        entry["changed"] = told
    _keep(session, book, entry, draft.note, rule_id)


def say(session: Session, book: Rulebook, draft: CorrectionDraft) -> int:
    """Say of a line that it reads otherwise, was checked or does not hold; Refused where it cannot be."""
    return _say(session, book, draft, local_rules.next_code(session))


def say_again(session: Session, book: Rulebook, rule_id: int, draft: CorrectionDraft) -> None:
    """Say otherwise what was said of a line; Refused when the law cannot be read with it."""
    _say(session, book, draft, _code(session, rule_id), rule_id)


def restate(
    session: Session,
    book: Rulebook,
    rule_id: int,
    cite: str,
    days: tuple[date | None, date | None],
    note: str,
) -> None:
    """Give a rule another citation, other days or another note; what it says stays."""
    [row] = local_rules.rows(session, [rule_id])
    if not says(cite):
        raise Refused(Problem("cite", "Ghi văn bản, điều khoản làm căn cứ."))
    if correction.is_line(row.entry) and days[0] is None:
        raise Refused(Problem("valid_from", "Ghi ngày bắt đầu áp dụng."))
    if days[0] and days[1] and days[1] < days[0]:
        raise Refused(Problem("valid_to", "Ngày hết hiệu lực trước ngày có hiệu lực."))
    named = zip(("valid_from", "valid_to"), days, strict=True)
    dates = {key: day.isoformat() for key, day in named if day}
    kept = {key: value for key, value in row.entry.items() if key not in ("valid_from", "valid_to")}
    _keep(session, book, {**kept, **dates, "cite": cite.strip()}, note, rule_id)


def remove(session: Session, ids: Sequence[int]) -> None:
    """Remove rules; the law shipped stands again. Refused for a period of law still corrected."""
    kept = local_rules.rows(session, local_rules.ids(session, ListQuery()))
    gone = [row for row in kept if row.id in set(ids)]
    left = [row for row in kept if row.id not in set(ids)]
    for period in gone:
        on_it = [row for row in left if depends_on(row.entry, period.code)]
        if correction.part_of(period.entry) == PART and on_it:
            told = number(len(on_it))
            raise Refused(f"Còn {told} sửa đổi của {period.entry['law']}: xóa những dòng ấy trước.")
    local_rules.remove(session, ids)


def book_with(book: Rulebook, bodies: Sequence[str]) -> Rulebook:
    """The law with the office's own rules laid over it."""
    return with_local(book, map(json.loads, bodies)) if bodies else book


def ground(book: Rulebook, bodies: Sequence[str]) -> Rulebook:
    """The law the office's rules are laid over: that shipped, and the periods the office began."""
    return with_periods(book, map(json.loads, bodies))


def _say(
    session: Session, book: Rulebook, draft: CorrectionDraft, code: str, rule_id: int | None = None
) -> int:
    if problems := correction.check(draft):
        raise Refused(*problems)
    entry = correction.entry_of(draft, code)
    if told := correction.changes(draft, book.names):
        entry["changed"] = list(told)
    return _keep(session, book, entry, draft.note, rule_id)


def _keep(
    session: Session, book: Rulebook, entry: Mapping[str, Any], note: str, rule_id: int | None = None
) -> int:
    kept = local_rules.rows(session, local_rules.ids(session, ListQuery()))
    if correction.part_of(entry) == PART:
        _refuse_lapsed(with_periods(book, [*(row.entry for row in kept if row.id != rule_id), entry]), entry)
        own_periods.make_room(entry, [row.entry for row in kept if row.id != rule_id])
        kept = own_periods.moved(session, kept, rule_id, entry)
    others = [row.entry for row in kept if row.id != rule_id]
    entry = own_periods.marked(with_periods(book, [*others, entry]), entry)
    if twice := next((other for other in others if _same_line(other, entry)), None):
        raise Refused(
            Problem(
                "valid_from",
                f"Dòng này đã có sửa đổi của cơ quan trong những ngày đó (căn cứ {twice['cite']}): sửa hoặc "
                "xóa sửa đổi ấy.",
            )
        )
    with_local(book, [*others, entry])
    if rule_id is None:
        return local_rules.add(session, entry, note)
    local_rules.change(session, rule_id, entry, note)
    return rule_id


def _refuse_lapsed(book: Rulebook, entry: Mapping[str, Any]) -> None:
    """Refuse a period that does not begin after the law in force before it."""
    if lapsed(book, [entry]):
        last = max(book.regimes, key=lambda one: one.start)
        said = f"Ngày bắt đầu phải sau ngày {last.start:%d/%m/%Y}, khi {last.law} có hiệu lực."
        raise Refused(Problem("valid_from", said))


def _same_line(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    """Whether two entries say something of one line on a day both hold."""
    part = correction.part_of(one)
    if part != correction.part_of(other) or one.get("replaces") != other.get("replaces"):
        return False
    if part in ("bonus", "rounding") and one.get("within") != other.get("within"):
        return False  # a period takes over the figure of the one before
    if not one.get("replaces"):
        own = part in ("bonus", "salary", "rounding")
        return own and _whom(one) == _whom(other) and _overlap(one, other)
    return _overlap(one, other) and _for_one_award(one, other)


def _whom(entry: Mapping[str, Any]) -> tuple[Any, Any]:
    return entry.get("award"), entry.get("recipient")


def _overlap(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    first = max(one.get("valid_from", ""), other.get("valid_from", ""))
    return bool(first <= min(one.get("valid_to", "9999"), other.get("valid_to", "9999")))


def _for_one_award(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    mine, theirs = one.get("awards", ["*"]), other.get("awards", ["*"])
    return any(fnmatchcase(a, b) or fnmatchcase(b, a) for a in mine for b in theirs)


def _code(session: Session, rule_id: int) -> str:
    return local_rules.rows(session, [rule_id])[0].code


def _check(draft: LocalRuleDraft) -> None:
    if problems := check(draft):
        raise Refused(*problems)
