"""What a row says in each kind of list of a year, and why it cannot be taken, "" when it can."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date

from thidua_desktop.domain.idea import IDEA_LEVELS
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake import awards
from thidua_desktop.intake import yearly_values as values
from thidua_desktop.intake.reading import CandidateYear
from thidua_desktop.intake.several import parted
from thidua_desktop.intake.unit_words import names_block
from thidua_desktop.intake.yearly_levels import LEVEL_DOUBT, LEVEL_SAID
from thidua_desktop.intake.yearly_notes import note_against

Cells = Mapping[str, str]
Rows = Iterator[tuple[CandidateYear, str]]
Reader = Callable[[CandidateYear, Cells, TitleBook], Rows]
_FROM_DECISION = "Không có cột Từ ngày: lấy ngày của quyết định kỷ luật"
_FROM_TERM = "Ngày hết hiệu lực tính từ thời hạn “{}”"
_NO_TERM = "Không hiểu thời hạn “{}”: ghi số tháng ở cột Thời hạn, hoặc ghi cột Đến ngày."
_COUNTED = {"months": ("thang", "th", "t"), "leave": ("ngay",)}
NOT_RECOGNISED = ": chỉ ghi sáng kiến, đề tài được công nhận."
_NO_LEVEL = "Không hiểu cấp công nhận “{}”."
LEAVE_SAID = "leave_said"
"""How the days of leave were added up."""
DENIED = "denied"
"""What a column that is not read says against an initiative."""
MARKED = "marked"
"""What the titles of marked columns name, a line each."""
_LEVELS = frozenset(IDEA_LEVELS)
_INITIATIVE = re.compile(r"\b(?:sang kien|skkn|sk)\b")
_RESEARCH = re.compile(r"\b(?:de tai|de an|cong trinh|khoa hoc)\b")


def rating(base: CandidateYear, cells: Cells, _book: TitleBook) -> Rows:
    """A yearly rating."""
    words = cells.get("rating", "")
    code = values.rating_in(words)
    reason = f"Không hiểu mức độ hoàn thành “{words[:60]}”." if words else "Ô mức độ hoàn thành để trống."
    yield replace(base, code=code), note_against(base.note, words) if code else reason


def idea(base: CandidateYear, cells: Cells, _book: TitleBook) -> Rows:
    """An initiative or a topic of one author."""
    text, level = cells.get("idea", ""), cells.get("level", "")
    if text and values.says_no_idea(text):
        return
    code = level if level in _LEVELS else values.level_in(level)
    said = tuple(filter(None, (cells.get(LEVEL_SAID, ""),)))
    kind = fold(f"{cells.get('kind', '')} {cells.get('idea_title', '')}")
    research = bool(_RESEARCH.search(kind)) and not _INITIATIVE.search(kind)
    yield (
        replace(
            base,
            text=" ".join(text.split()),
            code=code,
            research=research,
            state=values.state_in(cells.get("state", "")),
            applied=values.applied_in(cells.get("applied", "")),
            inferred=(*base.inferred, *said),
        ),
        _no_idea(base, cells, text)
        or cells.get(LEVEL_DOUBT, "")
        or ("" if code else _NO_LEVEL.format(level[:40])),
    )


def _no_idea(base: CandidateYear, cells: Cells, text: str) -> str:
    """Why a row tells of no initiative that was recognised, "" where it does."""
    if not text:
        return "Không có tên sáng kiến, đề tài."
    if values.names_no_idea(text):
        return f"Ô tên sáng kiến chỉ ghi “{text[:20]}”: ghi tên sáng kiến, đề tài."
    for where, said in (("Kết quả", cells.get("state", "")), ("Ghi chú", base.note)):
        denied = values.is_denied(said) if where == "Kết quả" else values.is_not_granted(said)
        if said and denied:
            return f"{where} ghi “{said[:40]}”{NOT_RECOGNISED}"
    if cells.get(DENIED):
        return f"{cells[DENIED]}{NOT_RECOGNISED}"
    if base.recipient != "person":
        return f"“{base.name}” là tên đơn vị: ghi tác giả là cá nhân."
    return ""


def discipline(base: CandidateYear, cells: Cells, _book: TitleBook) -> Rows:
    """A discipline with the days it stands."""
    words = cells.get("form", "")
    if values.is_none(words):
        return
    form = values.form_in(words)
    starts, ends, reason, concluded = _days(cells)
    if form == "khac" and values.is_denied(words):
        reason = f"Không rõ “{words[:60]}” là kỷ luật đang có hay không: ghi lại hình thức kỷ luật."
    if not form:
        reason = "Không có hình thức kỷ luật."
    if starts and ends and ends < starts:
        reason = reason or "Ngày hết hiệu lực trước ngày có hiệu lực."
    said = words if form == "khac" else ""
    note = "; ".join(filter(None, (said, base.note)))
    inferred = (*base.inferred, *concluded)
    yield replace(base, code=form, starts=starts, ends=ends, note=note, inferred=inferred), reason


def _days(cells: Cells) -> tuple[date | None, date | None, str, tuple[str, ...]]:
    """The first and the last day of a discipline, what is not understood of them, and what was concluded."""
    told = {role: cells.get(role, "") for role in ("starts", "ends", "term")}
    starts, ends = map(values.day_in, (told["starts"], told["ends"]))
    first, last = values.days_in(told["term"] or told["starts"])
    starts, ends = starts or first, ends or last
    concluded: tuple[str, ...] = ()
    if starts is None and not told["starts"]:
        starts = values.day_in(cells.get("date", "")) or values.document_in(cells.get("decision", ""), "")[1]
        concluded = (_FROM_DECISION,) if starts else ()
    if starts is None:
        return None, ends, "Không có ngày bắt đầu kỷ luật (Từ ngày).", ()
    if told["term"] and not ends and (months := values.term_in(told["term"])):
        ends = values.months_after(starts, months)
        concluded = (*concluded, _FROM_TERM.format(told["term"][:20]))
    if told["ends"] and ends is None:
        return starts, None, f"Không hiểu ngày hết hiệu lực “{told['ends'][:20]}”.", concluded
    if told["term"] and ends is None:
        return starts, None, _NO_TERM.format(told["term"][:30]), concluded
    return starts, ends, "", concluded


def work_year(base: CandidateYear, cells: Cells, _book: TitleBook) -> Rows:
    """The months worked and the days of leave in a year."""
    told = {role: values.number_in(cells[role], words) for role, words in _COUNTED.items() if cells.get(role)}
    if values.is_none(cells.get("leave", "?")):
        told["leave"] = 0
    wrong = next((cells[role] for role, figure in told.items() if figure is None), "")
    reason = f"Không hiểu con số “{wrong[:30]}”." if wrong else ""
    if base.recipient != "person":
        reason = reason or f"“{base.name}” không phải cá nhân."
    elif not told and not cells.get("training"):
        reason = reason or "Không có số tháng làm việc hoặc số ngày nghỉ."
    if (told.get("months") or 0) > 12:
        reason = reason or f"Số tháng làm việc trong năm là {told['months']}: xem lại."
    yield (
        replace(
            base,
            months=told.get("months"),
            leave_days=told.get("leave"),
            text=_training(cells),
            inferred=(*base.inferred, *filter(None, (cells.get(LEAVE_SAID, ""),))),
        ),
        reason,
    )


def _training(cells: Cells) -> str:
    """What was learnt, how long or from when to when, with what result; "" without the first."""
    days = " – ".join(filter(None, (cells.get("starts", ""), cells.get("ends", ""))))
    parts = (cells.get("training", ""), cells.get("term", ""), days, cells.get("state", ""))
    return ", ".join(" ".join(part.split()) for part in parts if part) if parts[0] else ""


def members(base: CandidateYear, cells: Cells, _book: TitleBook) -> Rows:
    """How many people a unit has in a year."""
    words = cells.get("members", "")
    count = values.number_in(words)
    reason = "" if count else f"Không hiểu số người “{words[:30]}”." if words else "Ô số người để trống."
    if base.recipient != "collective":
        reason = f"“{base.name}” không phải tên đơn vị: số thành viên chỉ ghi cho tập thể."
    elif names_block(base.name):
        reason = f"“{base.name}” là một khối, không phải một đơn vị: ghi số thành viên từng đơn vị."
    yield replace(base, code=str(count or "")), reason


def pledge(base: CandidateYear, cells: Cells, book: TitleBook) -> Rows:
    """The titles a recipient pledges, a candidate each."""
    words = "; ".join(filter(None, (cells.get("pledge", ""), cells.get("title", ""))))
    if values.is_none(words):
        return
    if not words:
        yield base, "Chưa ghi danh hiệu đăng ký."
    for mark in cells.get(MARKED, "").splitlines() or [words]:
        yield from _pledged(base, mark, book) if mark else ()


def _pledged(base: CandidateYear, words: str, book: TitleBook) -> Rows:
    parts, doubt = parted(words, "", "", "", book)
    if doubt:
        yield base, doubt
    for part, _ in parts:
        title = awards.title_in(part, book, "", "")
        unit = base.name if base.recipient == "collective" else base.unit
        settled = awards.settle(title, book, unit) if title else None
        if settled is None or not settled.code:
            yield base, settled.reason if settled else awards.unknown_title(part, book, "")
        elif base.recipient not in book.recipients(settled.code):
            yield base, awards.not_for(settled.code, base.recipient, book)
        else:
            yield replace(base, code=settled.code, text=part), ""


READERS: dict[str, Reader] = {
    "rating": rating,
    "idea": idea,
    "discipline": discipline,
    "work_year": work_year,
    "pledge": pledge,
    "members": members,
}
