"""A decision gathered from a file, and closed: what is missing and what differs is said of it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from thidua_desktop.domain.decision import Stated
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake import line_kinds
from thidua_desktop.intake.decision_text import Reference, giver_in, level_of, of_committee
from thidua_desktop.intake.heading import Heading
from thidua_desktop.intake.reading import CandidateAward, CandidateDecision
from thidua_desktop.intake.totals import discrepancies

_CAMPAIGNS = "Quyết định có nhiều đầu đề ghi phong trào khác nhau: xem lại phong trào."
NO_LEVEL = "Chưa rõ cấp ban hành quyết định: trả lời ở trang “Câu hỏi” hoặc chọn trước khi nhập."
_TWICE = (
    "Dòng này giống hệt dòng {}: là một người viết hai lần thì bỏ qua; là người khác thì ghi thêm năm sinh, "
    "chức vụ, rồi bổ sung."
)


@dataclass
class Gathered:
    """A decision being gathered; place is its place in the reading, rows where each award was read first."""

    place: int
    sheet: str
    reference: Reference
    heading: Heading
    stated: Stated = field(default_factory=Stated)
    awards: list[CandidateAward] = field(default_factory=list)
    remarks: dict[str, None] = field(default_factory=dict)
    rows: dict[tuple[object, ...], int] = field(default_factory=dict)
    promised: dict[str, Stated] = field(default_factory=dict)  # by the articles that say for how many
    _lines: list[str] | None = None

    def promise(self, lines: list[str]) -> None:
        """Take how many the articles above the rows say are commended."""
        if lines is not self._lines:
            self._lines = lines
            told = ((line, line_kinds.promised_in(line)) for line in lines)
            self.promised.update((line, stated) for line, stated in told if stated is not None)

    def state(self, text: str, stated: Stated, part: int | None) -> int | None:
        """Take totals of the rows from a part on, or of all; return where the next part begins."""
        is_part = part is not None and line_kinds.is_part(text)
        differs = discrepancies(stated, self.awards[part:]) if is_part else []
        if is_part and not (differs and not discrepancies(stated, self.awards)):
            self.remarks.update(dict.fromkeys(f"{text[:60]}: {said}" for said in differs))
            return len(self.awards)
        self.stated = line_kinds.merged(self.stated, stated)
        return part

    def take(self, award: CandidateAward) -> str:
        """Take an award, or say why not: the very same stands there: two of them, or one twice."""
        who = award.recipient, award.name, award.unit, award.post, award.birth, award.gender
        key = who, award.award, award.year, award.citation
        if key in self.rows:
            return _TWICE.format(self.rows[key])
        self.rows[key] = award.row
        self.awards.append(award)
        return ""


class Decisions:
    """The decisions of a file in the order they were met."""

    def __init__(self) -> None:
        self._found: dict[tuple[object, ...], Gathered] = {}

    def __iter__(self) -> Iterator[Gathered]:
        return iter(self._found.values())

    def of(self, reference: Reference, sheet: str, heading: Heading) -> tuple[Gathered, bool]:
        """Return the decision of a reference, one to each sheet that names none, and whether it is new."""
        key = reference.number, reference.decided_on, reference.level, "" if reference.number else sheet
        decision = self._found.get(key)
        is_new = decision is None
        if decision is None:
            decision = self._found[key] = Gathered(len(self._found), sheet, reference, heading)
        if decision.heading.campaign != heading.campaign:
            decision.remarks[_CAMPAIGNS] = None
        decision.remarks.update(dict.fromkeys(heading.remarks))
        return decision, is_new


def closed(decision: Gathered, book: TitleBook) -> CandidateDecision:
    """Return the candidate of a decision with all remarks."""
    level = decision.reference.level or _level_given(decision, book)
    reference, heading = decision.reference, decision.heading
    if decision.stated == Stated() and decision.promised:
        decision.stated = line_kinds.summed(decision.promised.values())
    years = {award.year for award in decision.awards}
    return CandidateDecision(
        sheet=decision.sheet,
        number=reference.number,
        decided_on=reference.decided_on,
        level=level,
        authority=reference.authority,
        campaign=heading.campaign,
        campaign_form=heading.campaign_form,
        event=heading.event,
        year=years.pop() if len(years) == 1 else None,
        type=heading.type,
        stated=decision.stated,
        awards=tuple(decision.awards),
        remarks=(
            *decision.remarks,
            *_missing(reference, level),
            *discrepancies(decision.stated, decision.awards),
        ),
    )


def _level_given(decision: Gathered, book: TitleBook) -> str:
    """Return the one level that gives every award read, "" where there is none or more than one.

    The words of a form may name who gave it: "Bằng khen của Chủ tịch UBND tỉnh"; so does a number of a UBND.
    """
    given = {(award.award, giver_in(award.title_written)) for award in decision.awards if award.award}
    committees = of_committee(decision.reference.number)
    levels = [set(committees)] if committees and given else []
    for code, giver in given:
        allowed, named = set(book.levels(code)), level_of(giver)
        levels.append({named} if named in allowed else allowed)
    common = set.intersection(*levels) if levels else set()
    return common.pop() if len(common) == 1 else ""


def _missing(reference: Reference, level: str) -> Sequence[str]:
    said = []
    if not reference.number:
        said.append("Không thấy số quyết định: ghi thêm trước khi nhập.")
    if reference.decided_on is None:
        said.append("Không thấy ngày ký quyết định, hoặc ngày viết sai: ghi thêm trước khi nhập.")
    if level and not reference.level:
        said.append(f"Cấp ban hành “{LEVELS[level]}” suy từ danh hiệu, hình thức: xem lại trước khi nhập.")
    if not level:
        said.append(NO_LEVEL)
    return said
