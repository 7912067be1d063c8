"""A decision gathered from a file, and closed: what is missing and what differs is said of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from thidua_desktop.domain.decision import Stated
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake import line_kinds
from thidua_desktop.intake.decision_text import Reference, giver_in, level_of
from thidua_desktop.intake.heading import Heading
from thidua_desktop.intake.reading import CandidateAward, CandidateDecision
from thidua_desktop.intake.totals import discrepancies

_MOST_NAMED = 5  # rows written twice; the others are counted


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
    rows: dict[tuple[object, ...], str] = field(default_factory=dict)
    twice: list[str] = field(default_factory=list)

    def state(self, text: str, stated: Stated, part: int | None) -> int | None:
        """Take totals of the rows from a part on, or of all; return where the next part begins."""
        is_part = part is not None and line_kinds.is_part(text)
        differs = discrepancies(stated, self.awards[part:]) if is_part else []
        if is_part and not (differs and not discrepancies(stated, self.awards)):
            self.remarks.update(dict.fromkeys(f"{text[:60]}: {said}" for said in differs))
            return len(self.awards)
        self.stated = line_kinds.merged(self.stated, stated)
        return part

    def take(self, award: CandidateAward) -> None:
        """Take an award; the very same may stand there already, where the paper means two or one twice."""
        self.awards.append(award)
        who = award.recipient, award.name, award.unit, award.post, award.birth, award.gender
        here = f"dòng {award.row}"
        first = self.rows.setdefault((who, award.award, award.year, award.citation), here)
        if first is not here:
            self.twice.append(f"{here} trùng {first}")


def closed(decision: Gathered, book: TitleBook) -> CandidateDecision:
    """Return the candidate of a decision with all remarks."""
    level = decision.reference.level or _level_given(decision.awards, book)
    reference, heading = decision.reference, decision.heading
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
            *_written_twice(decision.twice),
            *_missing(reference, level),
            *discrepancies(decision.stated, decision.awards),
        ),
    )


def _written_twice(twice: Sequence[str]) -> Sequence[str]:
    """Say once which rows repeat others."""
    if not twice:
        return ()
    more = f" và {len(twice) - _MOST_NAMED} dòng nữa" if len(twice) > _MOST_NAMED else ""
    named = "; ".join(twice[:_MOST_NAMED])
    return (f"Có dòng viết hai lần ({named}{more}): là một người thì bỏ bớt trước khi ghi.",)


def _level_given(awards: Sequence[CandidateAward], book: TitleBook) -> str:
    """Return the one level that gives every award read, "" where there is none or more than one.

    The words of a form may name who gave it: "Bằng khen của Chủ tịch UBND tỉnh".
    """
    given = {(award.award, giver_in(award.title_written)) for award in awards if award.award}
    levels = []
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
        said.append("Chưa rõ cấp ban hành quyết định: chọn trước khi nhập.")
    return said
