"""What the office does with decisions: register, correct, remove, revoke."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft, check, number_key, one_authority
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.vietnamese import clean, nfc
from thidua_desktop.records import awards, catalogue, decisions, households, people, unit_days
from thidua_desktop.records.catalogue import AwardKindRow
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
    kinds = catalogue.by_code(session)
    problems = [problem for draft in drafts for problem in _problems(session, draft, kinds)]
    problems += [_twice(draft) for place, draft in enumerate(drafts) if _among(draft, drafts[:place])]
    if problems:
        raise Refused(*problems)
    registered = []
    for draft in drafts:
        made = Made()
        lines = _with_words(session, settle(session, draft.awards, made, draft.decided_on), draft)
        decision_id = decisions.add(session, draft)
        awards.add_many(session, [_values(line, decision_id, kinds) for line in enumerate(lines)])
        registered.append(
            Registered(decision_id, len(lines), len(made.people), len(made.units), len(made.questions))
        )
    return registered


def correct(session: Session, decision_id: int, draft: DecisionDraft) -> None:
    """Correct a decision and its awards: lines with an id are changed, others added, missing ones removed."""
    kinds = catalogue.by_code(session)
    problems = _problems(session, draft, kinds, but=decision_id)
    if problems:
        raise Refused(*problems)
    decisions.change(session, decision_id, draft)
    gone = {row.id for row in awards.of_decision(session, decision_id)}
    lines = _with_words(session, settle(session, draft.awards, on=draft.decided_on), draft)
    fresh = []
    for place, award in enumerate(lines):
        values = _values((place, award), decision_id, kinds)
        if award.id in gone:
            gone.remove(award.id)
            awards.change(session, award.id, values)
        else:
            fresh.append(values)
    awards.remove(session, sorted(gone))
    awards.add_many(session, fresh)


def remove(session: Session, decision_id: int) -> None:
    """Remove a decision with its awards; undo brings both back."""
    decisions.remove(session, decision_id)


def revoke(session: Session, award_ids: Sequence[int], by_decision: int) -> None:
    """Revoke awards by a decision kept in the book; they no longer count but stay to be read."""
    by = decisions.get(session, by_decision)
    for row in awards.rows(session, award_ids):
        if row.decision_id == by_decision:
            raise Refused(Problem("revoked_by", f"Quyết định {by.number} không tự thu hồi lượt khen của nó."))
        if row.decided_on > by.decided_on:
            raise Refused(
                Problem(
                    "revoked_by",
                    f"Quyết định thu hồi {by.number} ký trước quyết định {row.number}: xem lại ngày ký.",
                )
            )
    awards.revoke(session, award_ids, by_decision)


def restore(session: Session, award_ids: Sequence[int]) -> None:
    """Take a revocation back."""
    awards.revoke(session, award_ids, None)


def _problems(
    session: Session, draft: DecisionDraft, kinds: dict[str, AwardKindRow], but: int | None = None
) -> list[Problem]:
    problems = list(check(draft, today()))
    for place, award in enumerate(draft.awards):
        row = kinds.get(award.award)
        if award.award and row is None:
            message = f"Dòng {place + 1}: mã “{award.award}” không có trong danh mục."
            problems.append(Problem(f"awards.{place}.award", message))
        elif row is not None and award.recipient not in row.recipients:
            message = f"Dòng {place + 1}: {row.label} không tặng cho đối tượng này."
            problems.append(Problem(f"awards.{place}.recipient", message))
    if draft.decided_on is not None and draft.number.strip():
        same = decisions.find(
            session, draft.number, draft.decided_on, draft.level, authority=draft.authority, but=but
        )
        if same is not None:
            problems.append(_twice(draft))
    return problems


def _twice(draft: DecisionDraft) -> Problem:
    day = show(draft.decided_on) if draft.decided_on else ""
    return Problem("number", f"Quyết định số {draft.number} ngày {day} cùng cấp đã có trong sổ.")


def _among(draft: DecisionDraft, others: Sequence[DecisionDraft]) -> bool:
    return any(
        number_key(other.number) == number_key(draft.number)
        and (other.decided_on, other.level) == (draft.decided_on, draft.level)
        and one_authority(draft.level, other.authority, draft.authority)
        for other in others
    )


def _with_words(session: Session, lines: Sequence[AwardDraft], draft: DecisionDraft) -> list[AwardDraft]:
    """Lines chosen from the records, not read, bear the names of the day of the decision."""
    if draft.decided_on is None:
        raise ValueError("a checked decision has a date")
    year = draft.year or draft.decided_on.year
    units_then = unit_days.names_on(
        session, (line.unit_id for line in lines if line.unit_id is not None), draft.decided_on
    )
    unnamed = [line for line in lines if not line.name.strip()]
    people_now = people.names(session, (line.person_id for line in unnamed if line.person_id))
    homes_now = households.names(session, (line.household_id for line in unnamed if line.household_id))
    worded = []
    for line in lines:
        unit = units_then.get(line.unit_id or 0, "")
        names = {
            "person": people_now.get(line.person_id or 0, ""),
            "household": homes_now.get(line.household_id or 0, ""),
            "collective": unit,
        }
        worded.append(
            replace(
                line,
                name=line.name.strip() or names[line.recipient],
                unit_written=line.unit_written or (unit if line.recipient != "collective" else ""),
                year=line.year or year,
            )
        )
    return worded


def _values(line: tuple[int, AwardDraft], decision_id: int, kinds: dict[str, AwardKindRow]) -> dict[str, Any]:
    place, award = line
    return {
        "decision_id": decision_id,
        "place": place,
        "kind_id": kinds[award.award].id,
        "recipient": award.recipient,
        "person_id": award.person_id if award.recipient == "person" else None,
        "unit_id": award.unit_id,
        "household_id": award.household_id if award.recipient == "household" else None,
        "year": award.year,
        "name_written": clean(award.name),
        "post_written": clean(award.post),
        "unit_written": clean(award.unit_written),
        "title_written": clean(award.title_written),
        "citation": nfc(award.citation),
    }
