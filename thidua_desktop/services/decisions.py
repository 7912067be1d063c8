"""What the office does with decisions: register, correct, remove, revoke."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft, check
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.records import awards, catalogue, decisions
from thidua_desktop.services.recipients import Made, settle, today


@dataclass(frozen=True)
class Registered:
    """A decision registered: its awards, the recipients made in place, the namesakes to be asked about."""

    id: int
    awards: int
    new_people: int
    new_units: int
    questions: int


def register(session: Session, draft: DecisionDraft) -> int:
    """Register a decision with its awards; Refused when something on it cannot stand."""
    return register_many(session, [draft])[0].id


def register_many(session: Session, drafts: Sequence[DecisionDraft]) -> list[Registered]:
    """Register decisions in one go; Refused, with nothing written, when one of them cannot stand."""
    problems = [problem for draft in drafts for problem in _problems(session, draft)]
    if problems:
        raise Refused(*problems)
    kinds = {code: row.id for code, row in catalogue.by_code(session).items()}
    registered = []
    for draft in drafts:
        made = Made()
        settled = settle(session, draft.awards, made)
        decision_id = decisions.add(session, draft)
        awards.add_many(
            session,
            [_values(award, place, draft, decision_id, kinds) for place, award in enumerate(settled)],
        )
        registered.append(
            Registered(decision_id, len(settled), len(made.people), len(made.units), len(made.questions))
        )
    return registered


def correct(session: Session, decision_id: int, draft: DecisionDraft) -> None:
    """Correct a decision and its awards: lines with an id are changed, others added, missing ones removed."""
    problems = _problems(session, draft, but=decision_id)
    if problems:
        raise Refused(*problems)
    decisions.change(session, decision_id, draft)
    kinds = {code: row.id for code, row in catalogue.by_code(session).items()}
    kept = {row.id for row in awards.of_decision(session, decision_id)}
    settled = settle(session, draft.awards)
    lines = [
        (award.id, _values(award, place, draft, decision_id, kinds)) for place, award in enumerate(settled)
    ]
    awards.remove(session, sorted(kept - {line_id for line_id, _ in lines if line_id is not None}))
    for line_id, values in lines:
        if line_id in kept and line_id is not None:
            awards.change(session, line_id, values)
    awards.add_many(session, [values for line_id, values in lines if line_id not in kept])


def remove(session: Session, decision_id: int) -> None:
    """Remove a decision with its awards; undo brings both back."""
    decisions.remove(session, decision_id)


def revoke(session: Session, award_ids: Sequence[int], by_decision: int) -> None:
    """Revoke awards by a decision kept in the book; they no longer count but stay to be read."""
    rows = awards.rows(session, award_ids)
    by = decisions.get(session, by_decision)
    early = [row for row in rows if row.decided_on > by.decided_on]
    if early:
        raise Refused(
            Problem(
                "revoked_by",
                f"Quyết định thu hồi {by.number} ký trước quyết định {early[0].number}: xem lại ngày ký.",
            )
        )
    awards.revoke(session, award_ids, by_decision)


def restore(session: Session, award_ids: Sequence[int]) -> None:
    """Take a revocation back."""
    awards.revoke(session, award_ids, None)


def _problems(session: Session, draft: DecisionDraft, but: int | None = None) -> list[Problem]:
    problems = list(check(draft, today()))
    known = catalogue.by_code(session)
    for place, award in enumerate(draft.awards):
        row = known.get(award.award)
        if award.award and row is None:
            message = f"Dòng {place + 1}: mã “{award.award}” không có trong danh mục."
            problems.append(Problem(f"awards.{place}.award", message))
        elif row is not None and award.recipient not in row.recipients:
            message = f"Dòng {place + 1}: {row.label} không tặng cho đối tượng này."
            problems.append(Problem(f"awards.{place}.recipient", message))
    if draft.decided_on is not None and draft.number.strip():
        same = decisions.find(session, draft.number, draft.decided_on, draft.level)
        if same not in {None, but}:
            day = f"{draft.decided_on:%d/%m/%Y}"
            message = f"Quyết định số {draft.number} ngày {day} cùng cấp đã có trong sổ."
            problems.append(Problem("number", message))
    return problems


def _values(
    award: AwardDraft, place: int, draft: DecisionDraft, decision_id: int, kinds: dict[str, int]
) -> dict[str, Any]:
    decided_on = draft.decided_on
    if decided_on is None:
        raise ValueError("a checked decision has a date")
    return {
        "decision_id": decision_id,
        "place": place,
        "kind_id": kinds[award.award],
        "recipient": award.recipient,
        "person_id": award.person_id if award.recipient == "person" else None,
        "unit_id": award.unit_id,
        "household_id": award.household_id if award.recipient == "household" else None,
        "year": award.year or draft.year or decided_on.year,
        "name_written": award.name,
        "post_written": award.post,
        "unit_written": award.unit_written,
        "title_written": award.title_written,
        "citation": award.citation,
    }
