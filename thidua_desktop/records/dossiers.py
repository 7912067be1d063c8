"""Nomination dossiers with their papers and steps; the nominations themselves are in records.nominations."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func, or_, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import (
    award,
    ballot,
    campaign,
    dossier,
    dossier_paper,
    dossier_step,
    nomination,
    unit,
)
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.dossier import DAYS, PROPOSED, STATES, DossierDraft, PaperDraft
from thidua_desktop.records.listing import ids_of, rows_of
from thidua_desktop.records.names import contains
from thidua_desktop.records.query import ListQuery

_FILTERS = {"unit": "unit_id", "year": "year", "state": "state", "type": "type"}


@dataclass(frozen=True)
class DossierRow:
    """A dossier as kept; proposed counts its nominations, lacking the papers that are not there."""

    id: int
    number: str
    submitted_on: date | None
    received_on: date
    unit_id: int
    unit: str
    year: int
    type: str
    campaign_id: int | None
    campaign: str
    state: str
    note: str
    proposed: int
    appraised: int
    lacking: int


@dataclass(frozen=True)
class StepRow:
    """A state a dossier came to, and when."""

    state: str
    on: date
    note: str


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the dossiers asked for; filters: year, unit, state, type."""
    statement = select(dossier.c.id).join(unit, unit.c.id == dossier.c.unit_id)
    if query.search.strip():
        number = func.instr(func.lower(dossier.c.number), query.search.strip().lower()) > 0
        statement = statement.where(or_(number, contains(unit, query.search)))
    for code, column in _FILTERS.items():
        if query.filters.get(code):
            statement = statement.where(dossier.c[column] == query.filters[code])
    first = {"unit": unit.c.sort, "year": dossier.c.year}.get(query.sort, dossier.c.received_on)
    return ids_of(session, statement.order_by(first.desc() if query.descending else first, dossier.c.id))


def rows(session: Session, ids_: Sequence[int]) -> list[DossierRow]:
    """Dossiers by id, in the order given."""
    return rows_of(session, ids_, _select, _row)


def get(session: Session, dossier_id: int) -> DossierRow:
    """One dossier; raises LookupError when not there."""
    found = rows(session, [dossier_id])
    if not found:
        raise LookupError(f"dossier {dossier_id}")
    return found[0]


def papers(session: Session, dossier_id: int) -> list[PaperDraft]:
    """The checklist of a dossier, in its order."""
    own = select(dossier_paper).where(dossier_paper.c.dossier_id == dossier_id)
    found = session.all(own.order_by(dossier_paper.c.place, dossier_paper.c.id))
    return [PaperDraft(row.name, bool(row.there), row.cite, row.note) for row in found]


def steps(session: Session, dossier_id: int) -> list[StepRow]:
    """The states a dossier went through, the first first."""
    own = select(dossier_step).where(
        dossier_step.c.dossier_id == dossier_id, dossier_step.c.state.in_(STATES)
    )
    return [StepRow(row.state, row.on_day, row.note) for row in session.all(own.order_by(dossier_step.c.id))]


def days(session: Session, dossier_id: int) -> dict[str, date | None]:
    """The days noted beside the steps of a dossier, by what they are of."""
    own = select(dossier_step).where(dossier_step.c.dossier_id == dossier_id, dossier_step.c.state.in_(DAYS))
    return {row.state: row.on_day for row in session.all(own)}


def waiting_for_council(session: Session) -> int:
    """How many appraised dossiers hold what was agreed to and is on no agenda, draft or submission yet."""
    waiting = select(nomination.c.id).where(
        nomination.c.dossier_id == dossier.c.id,
        nomination.c.standing.in_(PROPOSED),
        nomination.c.drafted_id.is_(None),
        nomination.c.submission_id.is_(None),
        ~select(ballot.c.id).where(ballot.c.nomination_id == nomination.c.id).exists(),
    )
    counted = select(func.count()).select_from(dossier)
    return int(session.value(counted.where(dossier.c.state == "appraised", waiting.exists())))


def add(session: Session, draft: DossierDraft) -> int:
    """Add a dossier, received, with its papers."""
    dossier_id = session.insert(dossier, {**_values(draft), "state": "received"})
    session.insert_many(dossier_paper, [{"dossier_id": dossier_id, **paper} for paper in _papers(draft)])
    return dossier_id


def change(session: Session, dossier_id: int, draft: DossierDraft) -> None:
    """Change the head and the papers of a dossier."""
    session.update(dossier, dossier_id, _values(draft))
    session.replace_children(dossier_paper, "dossier_id", dossier_id, _papers(draft))


def move(session: Session, dossier_id: int, state: str, on: date, note: str) -> None:
    """Bring a dossier to a state and keep the step."""
    session.update(dossier, dossier_id, {"state": state})
    values = {"dossier_id": dossier_id, "state": state, "on_day": on, "note": vietnamese.nfc(note)}
    session.insert(dossier_step, values)


def note_day(session: Session, dossier_id: int, code: str, on: date | None) -> None:
    """Note a day beside the steps in place of what was noted, or take it back."""
    there = session.ids(_steps(dossier_id, code, ""))
    if on is None:
        session.delete(dossier_step, there)
    elif there:
        session.update(dossier_step, there[0], {"on_day": on})
    else:
        values = {"dossier_id": dossier_id, "state": code, "on_day": on, "note": ""}
        session.insert(dossier_step, values)


def retell(
    session: Session, dossier_id: int, state: str, before: tuple[date | None, str], after: tuple[date, str]
) -> None:
    """Change day and note of the steps to a state that say just this of it, of any day for None."""
    day, note = before
    own = _steps(dossier_id, state, note)
    for step_id in session.ids(own if day is None else own.where(dossier_step.c.on_day == day)):
        session.update(dossier_step, step_id, {"on_day": after[0], "note": vietnamese.nfc(after[1])})


def step_back(session: Session, dossier_id: int, state: str, note: str) -> None:
    """Take the steps to a state with a note away; a dossier in that state is where it was before."""
    gone = session.ids(_steps(dossier_id, state, note))
    session.delete(dossier_step, gone)
    if gone and get(session, dossier_id).state == state:
        left = steps(session, dossier_id)
        session.update(dossier, dossier_id, {"state": left[-1].state if left else "received"})


def of_decision(session: Session, decision_id: int) -> "array[int]":
    """Ids of the dossiers of which awards of a decision came."""
    given = select(nomination.c.dossier_id).join(award, award.c.id == nomination.c.award_id)
    given = given.where(award.c.decision_id == decision_id)
    return session.ids(select(dossier.c.id).where(dossier.c.id.in_(given)))


def of_submission(session: Session, submission_id: int) -> "array[int]":
    """Ids of the dossiers of which nominations stand on a submission."""
    sent = select(nomination.c.dossier_id).where(nomination.c.submission_id == submission_id)
    return session.ids(select(dossier.c.id).where(dossier.c.id.in_(sent)))


def of_meeting(session: Session, meeting_id: int) -> "array[int]":
    """Ids of the dossiers of which nominations stand on the agenda of a meeting."""
    put = select(nomination.c.dossier_id).join(ballot, ballot.c.nomination_id == nomination.c.id)
    put = put.where(ballot.c.meeting_id == meeting_id)
    return session.ids(select(dossier.c.id).where(dossier.c.id.in_(put)))


def remove(session: Session, dossier_id: int) -> None:
    """Remove a dossier with its papers and steps; its nominations are removed before."""
    for child in (dossier_paper, dossier_step):
        session.delete(child, session.ids(select(child.c.id).where(child.c.dossier_id == dossier_id)))
    session.delete(dossier, dossier_id)


def _steps(dossier_id: int, state: str, note: str) -> Select[Any]:
    own = dossier_step.c.dossier_id == dossier_id, dossier_step.c.state == state
    return select(dossier_step.c.id).where(*own, dossier_step.c.note == vietnamese.nfc(note))


def _select(some: Iterable[int]) -> Select[Any]:
    own = nomination.c.dossier_id == dossier.c.id
    proposed = select(func.count()).select_from(nomination).where(own)
    lacking = (
        select(func.count())
        .select_from(dossier_paper)
        .where(dossier_paper.c.dossier_id == dossier.c.id, dossier_paper.c.there == 0)
    )
    return (
        select(
            dossier,
            unit.c.name.label("unit"),
            func.coalesce(campaign.c.name, "").label("campaign"),
            proposed.scalar_subquery().label("proposed"),
            proposed.where(nomination.c.standing != "").scalar_subquery().label("appraised"),
            lacking.scalar_subquery().label("lacking"),
        )
        .join(unit, unit.c.id == dossier.c.unit_id)
        .outerjoin(campaign, campaign.c.id == dossier.c.campaign_id)
        .where(dossier.c.id.in_(list(some)))
    )


def _row(row: Any) -> DossierRow:
    return DossierRow(
        row.id,
        row.number,
        row.submitted_on,
        row.received_on,
        row.unit_id,
        row.unit,
        row.year,
        row.type,
        row.campaign_id,
        row.campaign,
        row.state,
        row.note,
        row.proposed,
        row.appraised,
        row.lacking,
    )


def _values(draft: DossierDraft) -> dict[str, object]:
    return {
        "number": vietnamese.clean(draft.number),
        "submitted_on": draft.submitted_on,
        "received_on": draft.received_on,
        "unit_id": draft.unit_id,
        "year": draft.year,
        "type": draft.type,
        "campaign_id": draft.campaign_id,
        "note": vietnamese.nfc(draft.note),
    }


def _papers(draft: DossierDraft) -> list[dict[str, object]]:
    return [
        {
            "place": place,
            "name": vietnamese.clean(paper.name),
            "there": int(paper.there),
            "cite": vietnamese.clean(paper.cite),
            "note": vietnamese.nfc(paper.note),
        }
        for place, paper in enumerate(draft.papers, 1)
    ]
