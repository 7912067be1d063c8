"""An office's own thresholds, terms, papers and figures of money, in the shape of those of the law."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from fnmatch import fnmatchcase
from fractions import Fraction
from typing import Any

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law import shapes
from thidua_desktop.domain.law.ballot import BASES
from thidua_desktop.domain.law.local_entry import Days, Entry, award_of, days_of, in_regimes
from thidua_desktop.domain.law.rulebook import OwnFigure, Rulebook, key_of
from thidua_desktop.domain.law.rules_file import RECIPIENTS

_TERMS = {"working_days": shapes.count, "days": shapes.count, "by": shapes.day, "before": shapes.day}
Laid = Callable[[Rulebook, Entry, str, str], Rulebook]


def council(book: Rulebook, entry: Entry, name: str, what: str) -> Rulebook:
    """Lay a threshold of the council before those of the law."""
    awards = entry.get("awards")
    if not shapes.texts(awards):
        raise Refused(f"{what}: chưa ghi danh hiệu, hình thức mà Hội đồng bỏ phiếu.")
    for code in awards or () if awards != ["*"] else ():
        award_of(book, code, what)
    if not (shapes.share(entry.get("min_ratio")) or _quorum(entry) or entry.get("checked")):
        raise Refused(f"{what}: tỷ lệ phiếu phải lớn hơn 0 và không quá 100 %.")
    if (entry.get("base") or "total_members") not in tuple(BASES):
        raise Refused(f"{what}: tính tỷ lệ phiếu trên tổng số thành viên hay trên số dự họp?")
    row = _row(book, entry, name, what)
    row["awards"] = _awards_of(awards)
    if not entry.get("replaces"):
        row = {"base": "total_members", "ballot": "secret", "absent": "written_opinion", **row}
    elif not entry.get("checked"):
        row = {key: value for key, value in row.items() if value is not None and key != "province_rule"}
    return replace(book, councils=(row, *book.councils))


def term(book: Rulebook, entry: Entry, name: str, what: str) -> Rulebook:
    """Lay a term before those of the law."""
    _awards(book, entry, what)
    if not shapes.text(entry.get("text")):
        raise Refused(f"{what}: chưa ghi nội dung của thời hạn.")
    given = [key for key in _TERMS if key in entry]
    if entry.get("checked") and not given:
        return replace(book, terms=(_row(book, entry, name, what), *book.terms))
    if len(given) != 1 or not _TERMS[given[0]](entry[given[0]]):
        raise Refused(f"{what}: ghi số ngày làm việc, số ngày, hoặc ngày cuối hằng năm (tháng-ngày).")
    return replace(book, terms=(_row(book, entry, name, what), *book.terms))


def papers(book: Rulebook, entry: Entry, name: str, what: str) -> Rulebook:
    """Lay a list of papers before those of the law."""
    _awards(book, entry, what)
    items = entry.get("items", [])
    only_copies = "items" not in entry and "copies" in entry
    if not only_copies and not _list_of_papers(items):
        raise Refused(f"{what}: ghi tên từng loại giấy tờ của hồ sơ.")
    if not shapes.count(entry.get("copies", 1)):
        raise Refused(f"{what}: số bộ hồ sơ phải là số nguyên từ 1.")
    listed = [{"code": f"{name}.{place}", **item} for place, item in enumerate(items, 1)]
    instead = bool(listed) and (not entry.get("replaces") or bool(entry.get("instead")))
    row = {**_row(book, entry, name, what), "instead": instead}
    return replace(book, dossiers=({**row, "items": listed} if listed else row, *book.dossiers))


def general(book: Rulebook, entry: Entry, name: str, what: str) -> Rulebook:
    """Lay a rule that holds for every award before the law's of the same name."""
    row = _row(book, entry, name, what)
    original = next((one for one in book.general if key_of(one) == row.get("replaces")), None)
    if original is None:
        return book
    return replace(book, general=({**row, "id": original["id"]}, *book.general))


def struck(book: Rulebook, entry: Entry, name: str, what: str) -> Rulebook:
    """Lay before the rows of a part one that says that a row of the law does not hold."""
    field, row = FIELDS[entry["part"]], {"awards": ["*"], **_row(book, entry, name, what)}
    if field == "councils":
        row["awards"] = _awards_of(row["awards"])
    laid: dict[str, Any] = {field: (row, *getattr(book, field))}
    return replace(book, **laid)


def money(book: Rulebook, entry: Entry, name: str, what: str) -> Rulebook:
    """Lay a figure of money before that of the law: a coefficient, the base salary, the rounding."""
    part = str(entry["part"])
    value = None if entry.get("struck") and part == "bonus" else entry.get(FIGURES[part])
    if value is not None and (not shapes.figure(value) or (part != "bonus" and value < 1)):
        raise Refused(f"{what}: số ghi chưa đúng.")
    if value is None and not (entry.get("struck") and part == "bonus"):
        raise Refused(f"{what}: chưa ghi số.")
    key: tuple[str, ...] = (part,)
    if part == "bonus":
        recipient = RECIPIENTS.get(str(entry.get("recipient")))
        if recipient is None:
            raise Refused(f"{what}: đối tượng phải là cá nhân, tập thể hoặc hộ gia đình.")
        key = (part, award_of(book, str(entry.get("award")), what), recipient)
    days = days_of(entry, what)
    in_regimes(book, days, None, what)
    if part != "salary":
        days = _before_the_next(book, days)
    figure = OwnFigure(
        key,
        days.start,
        days.end,
        None if value is None else Fraction(str(value)),
        str(entry["cite"]).strip(),
        name,
        bool(entry.get("at_most")),
    )
    return replace(book, own=(*book.own, figure))


FIGURES: dict[str, str] = {"bonus": "coefficient", "salary": "amount", "rounding": "unit"}
FIELDS: dict[str, str] = {
    "council": "councils",
    "deadlines": "terms",
    "dossier": "dossiers",
    "general": "general",
}
PARTS: dict[str, Laid] = {
    "council": council,
    "deadlines": term,
    "dossier": papers,
    "general": general,
    **dict.fromkeys(FIGURES, money),
}


def _row(book: Rulebook, entry: Entry, name: str, what: str) -> dict[str, Any]:
    """The entry as a row of the law: one that stands for a row of the law stays in the laws of that one."""
    days = days_of(entry, what)
    if not entry.get("replaces"):
        days = _before_the_next(book, days)
    regimes = [regime for regime, _ in in_regimes(book, days, entry.get("regime"), what)]
    if entry.get("replaces") and entry.get("regimes"):
        regimes = [regime for regime in regimes if regime in entry["regimes"]]
        if not regimes:
            raise Refused(f"{what}: những ngày đó không thuộc thời gian của quy định được sửa.")
    ends = days.end.isoformat() if days.end else None
    dates = {"valid_from": days.start.isoformat(), "valid_to": ends}
    return {**entry, "id": name, "name": name, "regimes": regimes, "status": "local", **dates}


def _before_the_next(book: Rulebook, days: Days) -> Days:
    """The days up to the next period the office begins: that one took the figure over."""
    later = [one.start for one in book.regimes if one.own and one.start > days.start]
    eve = [min(later) - timedelta(days=1)] if later else []
    return Days(days.start, min([*eve, *([days.end] if days.end else [])], default=None))


def _awards_of(awards: Any) -> Any:
    """Name the awards as the council's rows do."""
    return "*" if awards == ["*"] else awards


def _quorum(entry: Entry) -> bool:
    """Whether the entry names how many must be there, as a fraction like 2/3."""
    try:
        return 0 < Fraction(str(entry.get("quorum"))) <= 1
    except (ValueError, ZeroDivisionError):
        return False


def _awards(book: Rulebook, entry: Entry, what: str) -> None:
    patterns = entry.get("awards", ["*"])
    if not shapes.texts(patterns):
        raise Refused(f"{what}: danh hiệu, hình thức ghi chưa đúng.")
    for pattern in patterns:
        if not any(fnmatchcase(code, pattern) for code in book.names):
            raise Refused(f"{what}: không có danh hiệu, hình thức mã “{pattern}”.")


def _list_of_papers(items: Any) -> bool:
    return isinstance(items, list) and bool(items) and all(map(_named, items))


def _named(item: Any) -> bool:
    known = isinstance(item, Mapping) and set(item) <= {"code", "text", "when", "awards"}
    return (
        known
        and shapes.text(item.get("text"))
        and all(isinstance(item.get(key, ""), str) for key in ("code", "when"))
        and ("awards" not in item or shapes.texts(item["awards"]))
    )
