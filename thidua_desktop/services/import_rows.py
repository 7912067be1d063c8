"""Rows of a list: which may be written, why the others may not, and how they are written."""

from collections.abc import Iterator, Mapping, Sequence

from thidua_desktop.domain.decision import AwardDraft, DecisionDraft
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.intake.reading import CandidateAward, CandidateDecision
from thidua_desktop.records.catalogue import AwardKindRow


def sorted_rows(
    candidate: CandidateDecision, kinds: Mapping[str, AwardKindRow]
) -> tuple[list[CandidateAward], list[tuple[CandidateAward, str]]]:
    """Rows that can be written, and the others with the reason."""
    rows, wrong = [], []
    for row in candidate.awards:
        reason = _reason(row, candidate, kinds)
        if reason:
            wrong.append((row, reason))
        else:
            rows.append(row)
    return rows, wrong


def _reason(row: CandidateAward, candidate: CandidateDecision, kinds: Mapping[str, AwardKindRow]) -> str:
    if not row.name.strip():
        return "Chưa có tên người hoặc tập thể được khen."
    if row.recipient not in RECIPIENTS:
        return "Chưa rõ là cá nhân, tập thể hay hộ gia đình."
    if not row.award:
        return "Chưa rõ danh hiệu, hình thức khen thưởng."
    kind = kinds.get(row.award)
    if kind is None:
        return f"Mã “{row.award}” không có trong danh mục khen thưởng."
    if row.recipient not in kind.recipients:
        return f"{kind.label} không tặng cho {RECIPIENTS[row.recipient].lower()}."
    if row.year and candidate.decided_on and row.year > candidate.decided_on.year:
        return f"Năm đạt thành tích {row.year} sau năm ký quyết định {candidate.decided_on.year}."
    return ""


def draft_of(candidate: CandidateDecision, rows: Sequence[CandidateAward]) -> DecisionDraft:
    """A decision with some of its rows; the campaign and the event are still names."""
    return DecisionDraft(
        number=candidate.number,
        decided_on=candidate.decided_on,
        level=candidate.level,
        authority=candidate.authority,
        type=candidate.type,
        year=candidate.year,
        stated=candidate.stated,
        note="\n".join(notes(rows)),
        awards=tuple(map(award_of, rows)),
    )


def notes(rows: Sequence[CandidateAward]) -> Iterator[str]:
    """What a list notes beside its rows; an award has no such field, and nothing read is lost."""
    return (f"Ghi chú dòng {place} ({row.name}): {row.note}" for place, row in enumerate(rows, 1) if row.note)


def award_of(row: CandidateAward) -> AwardDraft:
    """A row as a line of a decision."""
    return AwardDraft(
        award=row.award or "",
        recipient=row.recipient,
        name=row.name,
        year=row.year,
        gender=row.gender,
        birth=row.birth,
        post=row.post,
        unit_written=row.unit,
        title_written=row.title_written,
        citation=row.citation,
    )
