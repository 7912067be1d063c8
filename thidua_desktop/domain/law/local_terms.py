"""An office's own thresholds, terms and papers, in the shape of those of the law."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fnmatch import fnmatchcase
from typing import Any

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law import shapes
from thidua_desktop.domain.law.ballot import BASES
from thidua_desktop.domain.law.local_entry import Entry, award_of, days_of, in_regimes
from thidua_desktop.domain.law.rulebook import Rulebook

_TERMS = {"working_days": shapes.count, "days": shapes.count, "by": shapes.day, "before": shapes.day}
Laid = Callable[[Rulebook, Entry, str, str], Rulebook]


def council(book: Rulebook, entry: Entry, name: str, what: str) -> Rulebook:
    """Lay a threshold of the council before those of the law."""
    awards = entry.get("awards")
    if not shapes.texts(awards):
        raise Refused(f"{what}: chưa ghi danh hiệu, hình thức mà Hội đồng bỏ phiếu.")
    for code in awards or ():
        award_of(book, code, what)
    if not shapes.share(entry.get("min_ratio")):
        raise Refused(f"{what}: tỷ lệ phiếu phải lớn hơn 0 và không quá 100 %.")
    if entry.get("base", "total_members") not in tuple(BASES):
        raise Refused(f"{what}: tính tỷ lệ phiếu trên tổng số thành viên hay trên số dự họp?")
    usual = {"base": "total_members", "ballot": "secret", "absent": "written_opinion"}
    return replace(book, councils=({**usual, **_row(book, entry, name, what)}, *book.councils))


def term(book: Rulebook, entry: Entry, name: str, what: str) -> Rulebook:
    """Lay a term before those of the law."""
    _awards(book, entry, what)
    if not shapes.text(entry.get("text")):
        raise Refused(f"{what}: chưa ghi nội dung của thời hạn.")
    given = [key for key in _TERMS if key in entry]
    if len(given) != 1 or not _TERMS[given[0]](entry[given[0]]):
        raise Refused(f"{what}: ghi số ngày làm việc, số ngày, hoặc ngày cuối hằng năm (tháng-ngày).")
    return replace(book, terms=(_row(book, entry, name, what), *book.terms))


def papers(book: Rulebook, entry: Entry, name: str, what: str) -> Rulebook:
    """Lay a list of papers before those of the law."""
    _awards(book, entry, what)
    items = entry.get("items")
    if not isinstance(items, list) or not items or not all(map(_named, items)):
        raise Refused(f"{what}: ghi tên từng loại giấy tờ của hồ sơ.")
    if not shapes.count(entry.get("copies", 1)):
        raise Refused(f"{what}: số bộ hồ sơ phải là số nguyên từ 1.")
    listed = [{"code": f"{name}.{place}", **item} for place, item in enumerate(items, 1)]
    return replace(book, dossiers=({**_row(book, entry, name, what), "items": listed}, *book.dossiers))


PARTS: dict[str, Laid] = {"council": council, "deadlines": term, "dossier": papers}


def _row(book: Rulebook, entry: Entry, name: str, what: str) -> dict[str, Any]:
    days = days_of(entry, what)
    regimes = [regime for regime, _ in in_regimes(book, days, entry.get("regime"), what)]
    start = days.start.isoformat()
    return {**entry, "id": name, "regimes": regimes, "status": "local", "valid_from": start}


def _awards(book: Rulebook, entry: Entry, what: str) -> None:
    patterns = entry.get("awards", ["*"])
    if not shapes.texts(patterns):
        raise Refused(f"{what}: danh hiệu, hình thức ghi chưa đúng.")
    for pattern in patterns:
        if not any(fnmatchcase(code, pattern) for code in book.names):
            raise Refused(f"{what}: không có danh hiệu, hình thức mã “{pattern}”.")


def _named(item: Any) -> bool:
    known = isinstance(item, Mapping) and set(item) <= {"code", "text", "when", "awards"}
    return (
        known
        and shapes.text(item.get("text"))
        and all(isinstance(item.get(key, ""), str) for key in ("code", "when"))
        and ("awards" not in item or shapes.texts(item["awards"]))
    )
