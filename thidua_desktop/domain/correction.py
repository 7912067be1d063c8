"""What the office says of one line of the rules: other figures, it was checked, it does not hold."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.law import changed
from thidua_desktop.domain.law.figures import Figure, conditions, figures, with_figures, without
from thidua_desktop.domain.law.shapes import day as is_day
from thidua_desktop.domain.vietnamese import says

ACTS: dict[str, str] = {
    "change": "Sửa theo văn bản",
    "confirm": "Đã đối chiếu",
    "strike": "Không áp dụng",
}
PARTS: dict[str, str] = {
    "criteria": "tiêu chuẩn",
    "council": "tỷ lệ phiếu của Hội đồng",
    "deadlines": "thời hạn",
    "dossier": "giấy tờ của hồ sơ",
    "general": "nguyên tắc chung",
    "bonus": "hệ số tiền thưởng",
    "salary": "mức lương cơ sở",
    "rounding": "cách làm tròn tiền thưởng",
    "regime": "thời kỳ pháp luật mới",
}
_MOST = 10**12


@dataclass(frozen=True)
class CorrectionDraft:
    """A correction as typed.

    Attributes:
        entry: the line it is of, in the shape of the law's own entries.
        act: change, confirm or strike.
        values: what each figure of the line is now, in their order (a percentage as 70, a day as "31/12").
        kept: the places of the conditions that still hold; None for all.
        awards: the awards it is for; () for those of the entry.
        checked_by, checked_on: who of the office read the text, and when.
        wording: the words of the text, shown beside the figures.

    """

    entry: Mapping[str, Any]
    act: str
    cite: str
    valid_from: date | None
    valid_to: date | None = None
    values: tuple[Any, ...] = ()
    kept: tuple[str, ...] | None = None
    awards: tuple[str, ...] = ()
    checked_by: str = ""
    checked_on: date | None = None
    wording: str = ""
    note: str = ""


def part_of(entry: Mapping[str, Any]) -> str:
    """What an entry is about; a rule the office typed itself is a criterion."""
    return str(entry.get("part", "criteria"))


def is_line(entry: Mapping[str, Any]) -> bool:
    """Whether an entry is kept through a line of the rules, not typed as a criterion of its own."""
    return "part" in entry


def act_of(entry: Mapping[str, Any]) -> str:
    """What was said of the line an entry is about."""
    return "strike" if entry.get("struck") else "confirm" if entry.get("checked") else "change"


def check(draft: CorrectionDraft) -> tuple[Problem, ...]:
    """What is wrong with a correction as typed; without a citation none is kept."""
    problems = []
    if not says(draft.cite):
        problems.append(Problem("cite", "Ghi văn bản, điều khoản làm căn cứ."))
    if part_of(draft.entry) == "regime" and draft.act != "change":
        said = "Thời kỳ pháp luật không đối chiếu hay bỏ cả thời kỳ: đối chiếu, bỏ từng dòng của thời kỳ đó."
        problems.append(Problem("act", said))
    if draft.valid_from is None:
        problems.append(Problem("valid_from", "Ghi ngày bắt đầu áp dụng."))
    elif draft.valid_to and draft.valid_to < draft.valid_from:
        problems.append(Problem("valid_to", "Ngày hết hiệu lực trước ngày có hiệu lực."))
    if draft.act == "confirm":
        if not draft.checked_by.strip():
            problems.append(Problem("checked_by", "Ghi tên người đã đối chiếu."))
        if draft.checked_on is None:
            problems.append(Problem("checked_on", "Ghi ngày đối chiếu."))
    if draft.act == "change":
        problems += _wrong_figures(draft)
        if draft.kept == ():
            problems.append(Problem("kept", "Không còn điều kiện nào: dùng “Không áp dụng”."))
    return tuple(problems)


def entry_of(draft: CorrectionDraft, code: str) -> dict[str, Any]:
    """The correction in the shape of the law's own entries."""
    entry = {
        key: value
        for key, value in draft.entry.items()
        if key not in {"struck", "checked", "valid_to", "note", "changed"}
    }
    if draft.act == "change":
        named = zip(figures(entry, {}), draft.values, strict=False)
        entry = with_figures(entry, {figure.code: _read(figure, value) for figure, value in named})
        if draft.kept is not None:
            entry = without(entry, draft.kept)
    elif draft.act == "strike":
        entry["struck"] = True
    else:
        entry["checked"] = {"by": draft.checked_by.strip(), "on": draft.checked_on and str(draft.checked_on)}
    if draft.awards:
        entry["awards"] = list(draft.awards)
    told = {"note": draft.wording.strip()} if draft.wording.strip() else {}
    ends = {"valid_to": draft.valid_to.isoformat()} if draft.valid_to else {}
    start = str(draft.valid_from)
    return {**entry, **told, "id": code, "cite": draft.cite.strip(), "valid_from": start, **ends}


def shown(figure: Figure) -> Any:
    """A figure as it is typed: a share as a percentage, a day of every year as day/month."""
    return changed.typed(figure)


def changes(draft: CorrectionDraft, names: Mapping[str, str]) -> tuple[str, ...]:
    """What a correction writes otherwise, in words; names give awards by code."""
    if draft.act != "change":
        return ()
    left = conditions(draft.entry, names) if draft.kept is not None else {}
    gone = (f"Bỏ điều kiện: {said}" for place, said in left.items() if place not in (draft.kept or ()))
    return (*changed.changed(figures(draft.entry, names), draft.values), *gone)


def _read(figure: Figure, value: Any) -> Any:
    if figure.kind == "percent" and value is not None:
        return round(value / 100, 6)
    if figure.kind == "day":
        day, _, month = str(value or "").strip().partition("/")
        return f"{month.strip():0>2}-{day.strip():0>2}" if value else None
    return value


def _wrong_figures(draft: CorrectionDraft) -> Iterator[Problem]:
    for place, (figure, value) in enumerate(zip(figures(draft.entry, {}), draft.values, strict=False)):
        if value in (None, "", []) and figure.optional:
            continue
        if told := _wrong(figure, value):
            yield Problem(f"f{place}", told)


def _wrong(figure: Figure, value: Any) -> str:
    if figure.kind == "count" and not (isinstance(value, int) and 1 <= value <= _MOST):
        return "Ghi một số nguyên từ 1."
    if figure.kind == "percent" and not (value is not None and 1 <= value <= 100):
        return "Ghi tỷ lệ từ 1 đến 100 %."
    if figure.kind == "decimal" and not (value is not None and value > 0):
        return "Ghi một số lớn hơn 0."
    if figure.kind == "choice" and value not in dict(figure.options):
        return "Chọn một mục trong danh sách."
    if figure.kind == "day" and not is_day(_read(figure, value)):
        return "Ghi ngày và tháng, ví dụ 15/12."
    if figure.kind == "text" and not says(str(value or "")):
        return "Chưa ghi nội dung."
    if figure.kind == "lines" and not value:
        return "Chưa ghi nội dung."
    return ""
