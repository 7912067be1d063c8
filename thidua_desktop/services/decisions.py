"""What the office does with decisions: register, correct, remove, revoke."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft, check, number_key, one_authority
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.vietnamese import clean, nfc, same_key
from thidua_desktop.records import awards, catalogue, decisions, households, people, unit_days
from thidua_desktop.records.catalogue import AwardKindRow
from thidua_desktop.services import dossier_steps
from thidua_desktop.services.matching import NOTHING, Known, Listed
from thidua_desktop.services.recipients import Links, settle_lists, today

_clean = lru_cache(maxsize=65536)(clean)  # lists repeat posts, units and titles thousands of times


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


def register_many(
    session: Session, drafts: Sequence[DecisionDraft], known: Known = NOTHING
) -> list[Registered]:
    """Register decisions in one go; Refused, with nothing written, when one of them cannot stand."""
    kinds = catalogue.by_code(session)
    problems = [problem for draft in drafts for problem in _problems(session, draft, kinds)]
    problems += _repeated(drafts)
    if problems:
        raise Refused(*problems)
    lists = [Listed(draft.awards, draft.decided_on) for draft in drafts]
    links, made = settle_lists(session, lists, known)
    ids = decisions.add_many(session, drafts)
    lines = [
        line
        for decision_id, draft, linked in zip(ids, drafts, links, strict=True)
        for line in _lines(session, draft, linked, decision_id, kinds)
    ]
    awards.add_many(session, lines)
    return [
        Registered(decision_id, len(draft.awards), len(new.people), len(new.units), len(new.questions))
        for decision_id, draft, new in zip(ids, drafts, made, strict=True)
    ]


def correct(session: Session, decision_id: int, draft: DecisionDraft, known: Known = NOTHING) -> Registered:
    """Correct a decision and its awards: lines with an id are changed, others added, missing ones removed."""
    kinds = catalogue.by_code(session)
    problems = _problems(session, draft, kinds, but=decision_id)
    if problems:
        raise Refused(*problems)
    before = decisions.get(session, decision_id)
    decisions.change(session, decision_id, draft)
    dossier_steps.follow_decision(session, before)
    gone = {row.id for row in awards.of_decision(session, decision_id)}
    [links], [new] = settle_lists(session, [Listed(draft.awards, draft.decided_on)], known)
    fresh = []
    lines = _lines(session, draft, links, decision_id, kinds)
    for award, values in zip(draft.awards, lines, strict=True):
        if award.id in gone:
            gone.remove(award.id)
            awards.change(session, award.id, values)
        else:
            fresh.append(values)
    awards.remove(session, sorted(gone))
    awards.add_many(session, fresh)
    made = len(new.people), len(new.units), len(new.questions)
    return Registered(decision_id, len(draft.awards), *made)


def remove(session: Session, decision_id: int) -> None:
    """Remove a decision with its awards; undo brings both back. Dossiers it closed are open again."""
    dossier_steps.unsign(session, decisions.get(session, decision_id))
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


def _repeated(drafts: Sequence[DecisionDraft]) -> list[Problem]:
    """Decisions that stand twice in one list."""
    seen: dict[tuple[str, date | None, str], list[str]] = defaultdict(list)
    problems = []
    for draft in drafts:
        others = seen[number_key(draft.number), draft.decided_on, draft.level]
        if any(one_authority(draft.level, other, draft.authority) for other in others):
            problems.append(_twice(draft))
        others.append(draft.authority)
    return problems


def _lines(
    session: Session,
    draft: DecisionDraft,
    links: Sequence[Links],
    decision_id: int,
    kinds: dict[str, AwardKindRow],
) -> list[dict[str, Any]]:
    """The rows of a decision's awards, with the words of its day."""
    if draft.decided_on is None:
        raise ValueError("a checked decision has a date")
    said = _words_of_the_day(session, draft, links, draft.decided_on)
    year = draft.year or draft.decided_on.year
    return [
        {
            "decision_id": decision_id,
            "place": place,
            "kind_id": kinds[award.award].id,
            "recipient": award.recipient,
            "person_id": link.person_id if award.recipient == "person" else None,
            "unit_id": link.unit_id,
            "household_id": link.household_id if award.recipient == "household" else None,
            "year": award.year or year,
            "name_written": _clean(name),
            "post_written": _clean(award.post),
            "unit_written": _clean(unit),
            "title_written": _clean(award.title_written),
            "citation": nfc(award.citation),
        }
        for place, (award, link, (name, unit)) in enumerate(zip(draft.awards, links, said, strict=True))
    ]


def _words_of_the_day(
    session: Session, draft: DecisionDraft, links: Sequence[Links], day: date
) -> list[tuple[str, str]]:
    """Name and unit of each line; what was chosen from the records, not read, is called as on that day."""
    pairs = list(zip(draft.awards, links, strict=True))
    silent = [(award, link) for award, link in pairs if not award.name.strip()]
    placed = [
        link.unit_id
        for award, link in pairs
        if link.unit_id and not (award.unit_written and award.name.strip())
    ]
    units_then = unit_days.names_on(session, placed, day)
    people_now = people.names(session, (link.person_id for _, link in silent if link.person_id))
    homes_now = households.names(session, (link.household_id for _, link in silent if link.household_id))

    def said(award: AwardDraft, link: Links) -> tuple[str, str]:
        unit = units_then.get(link.unit_id or 0, "")
        if award.recipient == "collective":
            name = award.name.strip() or unit
            return name, "" if same_key(award.unit_written) == same_key(name) else award.unit_written
        names, kept = (
            (people_now, link.person_id) if award.recipient == "person" else (homes_now, link.household_id)
        )
        return award.name.strip() or names.get(kept or 0, ""), award.unit_written or unit

    return [said(award, link) for award, link in pairs]
