"""Initiatives (sáng kiến) and topics of research (đề tài), their authors, and the award each was used for."""

from dataclasses import dataclass

from thidua_desktop.domain.about import check_year
from thidua_desktop.domain.errors import Problem

IDEA_KINDS: dict[str, str] = {"initiative": "Sáng kiến", "research": "Đề tài, đề án, công trình khoa học"}
IDEA_LEVELS: dict[str, str] = {
    "co_so": "Cấp cơ sở",
    "huyen": "Cấp huyện",
    "tinh": "Cấp tỉnh",
    "bo": "Cấp bộ, ban, ngành",
    "quan_khu": "Cấp quân khu",
    "toan_quan": "Toàn quân",
    "toan_quoc": "Toàn quốc",
}
IDEA_STATES: dict[str, str] = {
    "nghiem_thu": "Đã nghiệm thu",
    "nghiem_thu_ap_dung": "Đã nghiệm thu và áp dụng",
    "ap_dung": "Đã áp dụng",
    "xuat_sac_tieu_bieu": "Xuất sắc, tiêu biểu",
}


@dataclass(frozen=True)
class IdeaDraft:
    """An initiative or topic as typed.

    Attributes:
        year: the year it was recognised in.
        applied: whether it was put to use; None when nobody said.
        used_for: id of the award it was used for already, with the year of that award.

    """

    name: str
    kind: str
    year: int
    level: str
    authors: tuple[int, ...]
    state: str = ""
    applied: bool | None = None
    document: str = ""
    used_for: int | None = None
    used_year: int | None = None
    note: str = ""


def check(draft: IdeaDraft) -> tuple[Problem, ...]:
    """What is wrong with an initiative as typed."""
    problems = list(check_year(draft.year))
    if not draft.name.strip():
        problems.append(Problem("name", "Chưa nhập tên sáng kiến, đề tài."))
    if draft.kind not in IDEA_KINDS:
        problems.append(Problem("kind", "Chọn sáng kiến hoặc đề tài."))
    if draft.level not in IDEA_LEVELS:
        problems.append(Problem("level", "Chưa chọn cấp công nhận."))
    if draft.state and draft.state not in IDEA_STATES:
        problems.append(Problem("state", "Kết quả nghiệm thu không có trong danh mục."))
    if not draft.authors:
        problems.append(Problem("authors", "Chưa có tác giả."))
    if len(set(draft.authors)) < len(draft.authors):
        problems.append(Problem("authors", "Một tác giả được ghi hai lần."))
    if draft.used_for and draft.used_year is None:
        problems.append(Problem("used_year", "Ghi năm của danh hiệu đã dùng sáng kiến này."))
    elif draft.used_year is not None:
        problems += check_year(draft.used_year, "used_year")
        if not draft.used_for:
            problems.append(Problem("used_for", "Chọn danh hiệu, hình thức đã dùng sáng kiến này."))
    return tuple(problems)
