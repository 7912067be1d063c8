"""An office's own rules, those of its province or agency, laid over the law shipped with the program."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Any, NamedTuple

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law import shapes, words
from thidua_desktop.domain.law.compiled import names_of
from thidua_desktop.domain.law.rulebook import Criterion, Rulebook, cited
from thidua_desktop.domain.law.rules_file import RECIPIENTS

_COMBINED = {"alternative": False, "and": True}
_PLACEHOLDER = {"province_rule"}
Entry = Mapping[str, Any]


class Days(NamedTuple):
    """From one day to another, both included (end None: for good)."""

    start: date
    end: date | None

    def shared(self, other: "Days") -> "Days | None":
        """Give the days that are in both."""
        start, ends = max(self.start, other.start), [end for end in (self.end, other.end) if end]
        end = min(ends) if ends else None
        return None if end and end < start else Days(start, end)

    def without(self, other: "Days") -> Iterator["Days"]:
        """Give the days that are not in the other."""
        if other.start > self.start:
            yield Days(self.start, other.start - timedelta(days=1))
        if other.end and (self.end is None or other.end < self.end):
            yield Days(other.end + timedelta(days=1), self.end)


def with_local(book: Rulebook, entries: Iterable[Any]) -> Rulebook:
    """Lay entries in the shape of rules.json over a book; Refused with a sentence when one cannot be used.

    An entry whose id is that of a criterion stands in its place on the days it holds, any other is added; a
    criterion that only says "set by the province" gives way to it. Under part "council" it is a threshold.
    """
    used: set[str] = set()
    for place, entry in enumerate(entries, 1):
        if not isinstance(entry, Mapping):
            raise Refused(f"Quy định thứ {place} của địa phương không đọc được.")
        name = str(entry.get("id") or f"DP.{place}")
        if name in used:
            raise Refused(f"Hai quy định của địa phương cùng mã “{name}”.")
        used.add(name)
        what = f"Quy định “{name}” của địa phương"
        cited(entry, what)
        if entry.get("part", "criteria") == "council":
            book = replace(book, councils=(_council(book, entry, what), *book.councils))
        else:
            book = replace(book, criteria=_laid(book, entry, name, what))
    _refuse_circles(book)
    return book


def _laid(book: Rulebook, entry: Entry, name: str, what: str) -> tuple[Criterion, ...]:
    replaced = next((one for one in book.criteria if one.code == name), None)
    criteria = list(book.criteria)
    for ours in _read(book, entry, name, what, replaced):
        criteria = [
            part
            for other in criteria
            for part in (_beside(other, ours) if _gives_way(other, ours, replaced) else [other])
        ]
        criteria.append(ours)
    return tuple(criteria)


def _gives_way(other: Criterion, ours: Criterion, replaced: Criterion | None) -> bool:
    if other.origin != "law" or other.regime != ours.regime:
        return False
    if replaced:
        return other.code == replaced.code
    left_open = set(names_of(other.test)) - {"all_of", "any_of"} == _PLACEHOLDER
    return left_open and other.award == ours.award and bool(set(other.recipients) & set(ours.recipients))


def _beside(other: Criterion, ours: Criterion) -> Iterator[Criterion]:
    """What is left of a criterion on the days ours does not hold, and for whom it is not."""
    days = Days(other.start, other.end)
    shared = days.shared(Days(ours.start, ours.end))
    if shared is None:
        yield other
        return
    for left in days.without(shared):
        yield replace(other, start=left.start, end=left.end)
    elsewhere = tuple(who for who in other.recipients if who not in ours.recipients)
    if elsewhere and other.code != ours.code:
        yield replace(other, recipients=elsewhere, start=shared.start, end=shared.end)


def _read(
    book: Rulebook, entry: Entry, name: str, what: str, replaced: Criterion | None
) -> Iterator[Criterion]:
    combined = str(entry.get("combine", "alternative"))
    if combined not in _COMBINED:
        raise Refused(f"{what}: chọn là một trường hợp riêng hoặc điều kiện phải có thêm.")
    found = list(_in_regimes(book, _days(entry, what, replaced), replaced or entry))
    if not found:
        raise Refused(f"{what}: phần mềm không biết quy định pháp luật nào trong những ngày đó.")
    for regime, days in found:
        yield Criterion(
            code=name if len(found) == 1 else f"{name}.{regime}",
            award=_award(book, str(entry.get("award") or (replaced.award if replaced else "")), what),
            regime=regime,
            recipients=_recipients(entry, what, replaced),
            kind=_kind(entry, what),
            extra=_COMBINED[combined],
            test=_test(book, entry, what),
            cite=str(entry["cite"]).strip(),
            status="local",
            start=days.start,
            end=days.end,
            note=str(entry.get("note") or ""),
            origin="local",
        )


def _in_regimes(book: Rulebook, days: Days, of: Criterion | Entry) -> Iterator[tuple[str, Days]]:
    named = of.regime if isinstance(of, Criterion) else of.get("regime")
    for regime in book.regimes:
        shared = days.shared(Days(regime.start, regime.end))
        if shared and named in (None, "", regime.code):
            yield regime.code, shared


def _days(entry: Entry, what: str, replaced: Criterion | None = None) -> Days:
    try:
        start, end = (
            date.fromisoformat(entry[key]) if entry.get(key) else None for key in ("valid_from", "valid_to")
        )
    except (TypeError, ValueError):
        raise Refused(f"{what}: ngày hiệu lực ghi chưa đúng.") from None
    if replaced:
        start, end = start or replaced.start, end or replaced.end
    if start and end and end < start:
        raise Refused(f"{what}: ngày hết hiệu lực trước ngày có hiệu lực.")
    return Days(start or date.min, end)


def _recipients(entry: Entry, what: str, replaced: Criterion | None) -> tuple[str, ...]:
    if "recipient" not in entry and replaced:
        return replaced.recipients
    said = str(entry.get("recipient") or "").split("|")
    if not set(said) <= set(RECIPIENTS):
        raise Refused(f"{what}: đối tượng phải là cá nhân, tập thể hoặc hộ gia đình.")
    return tuple(RECIPIENTS[who] for who in said)


def _kind(entry: Entry, what: str) -> str:
    kind = str(entry.get("recipient_kind") or "")
    if kind and kind not in words.KINDS:
        raise Refused(f"{what}: không có loại đối tượng “{kind}”.")
    return kind


def _award(book: Rulebook, code: str, what: str) -> str:
    if code not in book.names and code not in words.GROUPED:
        raise Refused(f"{what}: không có danh hiệu, hình thức mã “{code}”.")
    return code


def _test(book: Rulebook, entry: Entry, what: str) -> Mapping[str, Any]:
    given = {key: entry[key] for key in ("all_of", "any_of") if key in entry}
    if len(given) != 1:
        raise Refused(f"{what}: ghi các điều kiện dưới “all_of” (phải đủ) hoặc “any_of” (một trong).")
    for problem in shapes.problems(given):
        raise Refused(f"{what}: {problem}.")
    for code in shapes.awards_of(given):
        _award(book, code, what)
    return given


def _council(book: Rulebook, entry: Entry, what: str) -> Mapping[str, Any]:
    days = _days(entry, what)
    awards, least = entry.get("awards"), entry.get("min_ratio")
    if not shapes.texts(awards):
        raise Refused(f"{what}: chưa ghi danh hiệu, hình thức mà Hội đồng bỏ phiếu.")
    for code in awards or ():
        _award(book, code, what)
    if not shapes.share(least):
        raise Refused(f"{what}: tỷ lệ phiếu phải lớn hơn 0 và không quá 100 %.")
    regimes = [regime for regime, _ in _in_regimes(book, days, entry)]
    if not regimes:
        raise Refused(f"{what}: phần mềm không biết quy định pháp luật nào trong những ngày đó.")
    return {
        "base": "total_members",
        "ballot": "secret",
        "absent": "written_opinion",
        **entry,
        "regimes": regimes,
        "status": "local",
        "valid_from": days.start.isoformat(),
    }


def _refuse_circles(book: Rulebook) -> None:
    """Refuse awards whose criteria lead back to themselves: nobody could ever be judged."""
    asked: dict[tuple[str, str], set[str]] = {}
    for one in book.criteria:
        found = asked.setdefault((one.regime, one.award), set())
        found.update(code for name, codes in shapes.asked(one.test) if name == "meets" for code in codes)
    for (regime, award), first in asked.items():
        seen, ahead = set[str](), set(first)
        while ahead:
            code = ahead.pop()
            if code == award:
                raise Refused(f"Tiêu chuẩn “{book.names.get(award, award)}” dẫn vòng về chính nó.")
            if code not in seen:
                seen.add(code)
                ahead |= asked.get((regime, code), set())
