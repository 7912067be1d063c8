"""Papers that give no award of the law - staff, pupils, gifts, plans, counts: one line for all their rows."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from thidua_desktop.domain.vietnamese import fold, number
from thidua_desktop.intake.reading import CandidateDecision, IntakeProblem
from thidua_desktop.intake.source import Row, Sheet, Source

_NOTHING = (
    "Không có chữ nào về danh hiệu, hình thức khen thưởng: không phải danh sách khen thưởng "
    "nên không nhập {}."
)
_OTHER = (
    "“{}” không phải danh hiệu, hình thức khen thưởng của Luật Thi đua, khen thưởng nên không nhập {}. Nếu "
    "vẫn cần, thêm cách gọi này vào danh mục rồi nhập lại."
)
_TEMPLATE = "Đây là mẫu chưa điền (họ tên để trống hoặc ghi “Nguyễn Văn A”) nên không nhập {}."
_PUPILS = (
    "Bảng này là kết quả của học sinh, không phải danh sách khen thưởng nên không nhập {}. Học sinh được "
    "tặng giấy khen, bằng khen thì nhập danh sách kèm theo quyết định."
)
_STAFF = "Danh sách cán bộ này có {} không ghi danh hiệu, hình thức khen thưởng nên không nhập."
_SAID_BEFORE = re.compile(r"\(\s*đã\b[^()]*\)", re.IGNORECASE)
_AWARD_WORDS = re.compile(
    r"khen|thi dua|danh hieu|tien tien|chien s[iy]|chuong\b|anh hung|bieu duong|\btang\b|thuong|guong\b"
    r"|dien hinh|dhtd|ldtt|cstd|cstt|xuat sac|van hoa|co cong|huy hieu|\b(?:gk|bk|knc|hcld)\b"
)
_OF_OTHERS = re.compile(
    r"(?:hoc sinh|hs|hoc vien|sinh vien) (?:gioi|tien tien|xuat sac|kha|tieu bieu)\b|hs(?:g|tt|xs|tb)$"
    r"|(?:giao vien|gv) (?:day|chu nhiem|tong phu trach)\b.*\bgioi\b|gv ?dg\b"
    r"|qua (?:nhan|tet|tang|cua)\b|lam (?:co so|can cu) xet\b"
    r"|huy hieu \d+ nam tuoi dang\b"
)
_OTHER_MATTERS = re.compile(  # of a list under a decision
    r"\b(?:tien|luong|phu cap|tham nien|tro cap|dien thoai|danh ba|bien che|nghi (?:huu|viec|che do)"
    r"|thoi viec|bo nhiem|dieu dong|tuyen dung|tap huan|boi duong|hoc vien|tham quan|bao hiem|bhyt|bhxh"
    r"|mai tang)\b"
)
_OF_PUPILS = re.compile(r"\b(?:hoc sinh|sinh vien)\b")
_RESULT_OF_PUPILS = re.compile(
    r"(?:(?:xep loai|ket qua) )?(?:hoc luc|hanh kiem|ren luyen|nang luc|pham chat|hoc tap)(?: .*)?"
    r"|(?:diem )?(?:tb|dtb|trung binh)(?: .*)?"
)
_OF_STAFF = re.compile(
    r"danh sach (?:trich ngang |tong hop |toan the )?"
    r"(?:can bo|cong chuc|vien chuc|giao vien|nhan vien|cbccvc|cb gv|cbgv)"
)
_LEFT_OPEN = re.compile(
    r"[\W_]*(?:(?:ông|bà|họ(?: và)? tên)\b[\W_]*)*(?:\[[^\]]*\][\W_]*)?"
    r"(?:(?:nguyễn|trần|lê|phạm) (?:văn|thị) [a-enxyz])?[\W_]*",
    re.IGNORECASE,
)


class _Group(NamedTuple):
    sheet: str
    reason: str


def condensed(
    decisions: Sequence[CandidateDecision], problems: Sequence[IntakeProblem], source: Source, file: str
) -> tuple[tuple[CandidateDecision, ...], tuple[IntakeProblem, ...]]:
    """Return decisions and problems with one line for the rows of a sheet that give no award of the law."""
    if _names_examples(decisions, problems):
        return (), tuple(_unfilled(decisions, problems, file))
    why = _reasons(decisions, source, file)
    groups: dict[_Group, set[int | None]] = {}
    kept: list[IntakeProblem | _Group] = []
    for problem in problems:
        if reason := why(problem):
            group = _Group(problem.sheet, reason)
            if group not in groups:
                kept.append(group)
            groups.setdefault(group, set()).add(problem.row)
        else:
            kept.append(problem)
    told = [one if isinstance(one, IntakeProblem) else _told(file, one, len(groups[one])) for one in kept]
    return _without_empty(decisions, told)


def _names_examples(decisions: Sequence[CandidateDecision], problems: Sequence[IntakeProblem]) -> bool:
    """Tell whether nobody is named but the examples of a form not filled in."""
    names = [award.name for decision in decisions for award in decision.awards]
    names += [one.candidate.name for one in problems if one.candidate]
    return any(names) and all(map(_LEFT_OPEN.fullmatch, names))


def _unfilled(
    decisions: Sequence[CandidateDecision], problems: Sequence[IntakeProblem], file: str
) -> Iterator[IntakeProblem]:
    """The problems of a form not filled in: its rows as one for each sheet."""
    rows: dict[str, set[int]] = {}
    candidates = [award for decision in decisions for award in decision.awards]
    for candidate in (*candidates, *(one.candidate for one in problems if one.candidate)):
        rows.setdefault(candidate.sheet, set()).add(candidate.row)
    yield from (replace(one, decision=None) for one in problems if not one.candidate)
    for sheet, some in rows.items():
        yield _told(file, _Group(sheet, _TEMPLATE), len(some))


def _told(file: str, group: _Group, count: int) -> IntakeProblem:
    return IntakeProblem(file, group.sheet, None, "", group.reason.format(f"{number(count)} dòng"))


def _reasons(
    decisions: Sequence[CandidateDecision], source: Source, file: str
) -> Callable[[IntakeProblem], str]:
    """Return what tells why a problem is of a row without any award, "" for others."""
    silent = {
        sheet.name
        for sheet in source.sheets
        if not _names_awards((file, sheet.name, *(row.text() for row in sheet.rows)))
    }
    of_others = {sheet.name for sheet in source.sheets if any(map(_of_another_matter, sheet.rows))}
    of_pupils = {sheet.name for sheet in source.sheets if _holds_results(sheet)}
    of_staff = {sheet.name for sheet in source.sheets if _lists_staff(sheet)}

    def why(problem: IntakeProblem) -> str:
        candidate = problem.candidate
        if candidate is None or candidate.award:
            return ""
        decided = problem.decision is not None and decisions[problem.decision].number
        if candidate.sheet in silent and not (decided and candidate.sheet not in of_others):
            return _NOTHING
        written = candidate.title_written
        other = _OF_OTHERS.match(fold(written))
        if candidate.sheet in of_pupils and (other or not written):
            return _PUPILS
        if candidate.sheet in of_staff and not (decided or written):
            return _STAFF
        return _OTHER.format(written[:60].replace("{", "").replace("}", ""), "{}") if other else ""

    return why


def _headings(sheet: Sheet) -> list[str]:
    """The folded lines of a sheet that stand alone in their row."""
    return [fold(row.text()) for row in sheet.rows if len(row.filled()) == 1]


def _holds_results(sheet: Sheet) -> bool:
    """Whether a sheet is of pupils by its heading and tells how they learnt by its columns."""
    titles = (fold(cell).strip() for row in sheet.rows for cell in row.filled())
    return any(map(_OF_PUPILS.search, _headings(sheet))) and any(map(_RESULT_OF_PUPILS.fullmatch, titles))


def _lists_staff(sheet: Sheet) -> bool:
    """Whether a sheet is a list of staff by its heading, which speaks of no award."""
    headings = _headings(sheet)
    return any(map(_OF_STAFF.match, headings)) and not _names_awards(headings)


def _names_awards(texts: Iterable[str]) -> bool:
    return any(_AWARD_WORDS.search(fold(_SAID_BEFORE.sub(" ", text))) for text in texts)


def _of_another_matter(row: Row) -> bool:
    return len(row.filled()) == 1 and bool(_OTHER_MATTERS.search(fold(row.text())))


def _without_empty(
    decisions: Sequence[CandidateDecision], problems: Sequence[IntakeProblem]
) -> tuple[tuple[CandidateDecision, ...], tuple[IntakeProblem, ...]]:
    """Return the decisions some row is still of, and the problems with their new places."""
    used = {one.decision for one in problems if one.decision is not None}
    left = [place for place, one in enumerate(decisions) if one.awards or place in used]
    places = {old: new for new, old in enumerate(left)}
    moved = (one if one.decision is None else replace(one, decision=places[one.decision]) for one in problems)
    return tuple(decisions[place] for place in left), tuple(moved)
