"""Decisions of files looked at one after the other: what may be written, what is refused and why."""

from collections.abc import Collection, Iterator, Sequence

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft, check, number_key, one_authority
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.intake.reading import CandidateAward, CandidateDecision, FileReading, IntakeProblem
from thidua_desktop.records import catalogue, decisions
from thidua_desktop.services.planned import PlannedDecision, PlannedFile
from thidua_desktop.services.recipients import today


class Desk:
    """Looks at decisions one after the other and remembers in which file it saw each."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._kinds = catalogue.by_code(session)
        self._seen: list[tuple[CandidateDecision, str]] = []

    def planned(self, reading: FileReading, left_out: Collection[int]) -> PlannedFile:
        """A file's decisions as they will be written, and what is wrong with them."""
        problems = list(reading.problems)
        found = []
        for place, candidate in enumerate(reading.decisions):
            if place in left_out:
                found.append(PlannedDecision(place, candidate))
                continue
            kept = self._kept(candidate)
            refusal = self._refusal(candidate, kept)
            self._seen.append((candidate, reading.name))
            if refusal:
                problems.append(_problem(reading, place, candidate, refusal))
                found.append(PlannedDecision(place, candidate, kept=kept))
                continue
            rows, wrong = self._sorted(candidate)
            problems += (_row_problem(reading, place, row, reason) for row, reason in wrong)
            draft = _draft(candidate, rows) if rows else None
            found.append(PlannedDecision(place, candidate, draft))
        return PlannedFile(reading, tuple(found), tuple(problems))

    def _kept(self, candidate: CandidateDecision) -> int | None:
        if candidate.decided_on is None or not candidate.number.strip():
            return None
        return decisions.find(
            self._session,
            candidate.number,
            candidate.decided_on,
            candidate.level,
            authority=candidate.authority,
        )

    def _refusal(self, candidate: CandidateDecision, kept: int | None) -> str:
        """Why nothing of a decision is written, "" when it may be."""
        day = show(candidate.decided_on) if candidate.decided_on else ""
        if kept is not None:
            return f"Quyết định số {candidate.number} ngày {day} đã có trong sổ: không nhập lại."
        other = next((file for seen, file in self._seen if _same(seen, candidate)), "")
        if other and day:
            return f"Quyết định số {candidate.number} ngày {day} đã có ở tệp “{other}”: chỉ nhập một lần."
        wrong = " ".join(problem.message for problem in check(_draft(candidate, ()), today()))
        return f"{wrong} Sửa ở bản xem trước rồi nhập." if wrong else ""

    def _sorted(
        self, candidate: CandidateDecision
    ) -> tuple[list[CandidateAward], list[tuple[CandidateAward, str]]]:
        """Rows that can be written, and the others with the reason."""
        rows, wrong = [], []
        for row in candidate.awards:
            reason = self._reason(row, candidate)
            if reason:
                wrong.append((row, reason))
            else:
                rows.append(row)
        return rows, wrong

    def _reason(self, row: CandidateAward, candidate: CandidateDecision) -> str:
        if not row.name.strip():
            return "Chưa có tên người hoặc tập thể được khen."
        if row.recipient not in RECIPIENTS:
            return "Chưa rõ là cá nhân, tập thể hay hộ gia đình."
        if not row.award:
            return "Chưa rõ danh hiệu, hình thức khen thưởng."
        kind = self._kinds.get(row.award)
        if kind is None:
            return f"Mã “{row.award}” không có trong danh mục khen thưởng."
        if row.recipient not in kind.recipients:
            return f"{kind.label} không tặng cho {RECIPIENTS[row.recipient].lower()}."
        if row.year and candidate.decided_on and row.year > candidate.decided_on.year:
            return f"Năm đạt thành tích {row.year} sau năm ký quyết định {candidate.decided_on.year}."
        return ""


def _same(one: CandidateDecision, other: CandidateDecision) -> bool:
    return (
        (one.decided_on, one.level) == (other.decided_on, other.level)
        and number_key(one.number) == number_key(other.number)
        and one_authority(one.level, one.authority, other.authority)
    )


def _problem(reading: FileReading, place: int, candidate: CandidateDecision, reason: str) -> IntakeProblem:
    return IntakeProblem(reading.name, candidate.sheet, None, candidate.number, reason, decision=place)


def _row_problem(reading: FileReading, place: int, row: CandidateAward, reason: str) -> IntakeProblem:
    return IntakeProblem(reading.name, row.sheet, row.row, row.name, reason, row, place)


def _draft(candidate: CandidateDecision, rows: Sequence[CandidateAward]) -> DecisionDraft:
    return DecisionDraft(
        number=candidate.number,
        decided_on=candidate.decided_on,
        level=candidate.level,
        authority=candidate.authority,
        type=candidate.type,
        year=candidate.year,
        stated=candidate.stated,
        note="\n".join(_notes(rows)),
        awards=tuple(map(_award, rows)),
    )


def _notes(rows: Sequence[CandidateAward]) -> Iterator[str]:
    """What a list notes beside its rows; an award has no such field, and nothing read is lost."""
    return (f"Ghi chú dòng {place} ({row.name}): {row.note}" for place, row in enumerate(rows, 1) if row.note)


def _award(row: CandidateAward) -> AwardDraft:
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
