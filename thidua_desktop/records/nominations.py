"""Nominations: the recipients of dossiers, what was concluded of each, and the award that came of it."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, or_, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import award_kind, ballot, dossier, nomination, unit
from thidua_desktop.domain.dossier import PROPOSED, VOTED_DOWN, NominationDraft
from thidua_desktop.records.listing import ids_of, rows_of
from thidua_desktop.records.query import ListQuery


@dataclass(frozen=True)
class NominationRow:
    """A nomination as kept; asked is the award the unit proposed, award the one it stands for by now."""

    id: int
    dossier_id: int
    dossier_unit: str
    year: int
    type: str
    recipient: str
    person_id: int | None
    unit_id: int | None
    household_id: int | None
    name: str
    post: str
    unit: str
    award: str
    title: str
    asked: str
    asked_title: str
    citation: str
    standing: str
    reason: str
    fits: bool | None
    fits_reason: str
    drafted_id: int | None
    award_id: int | None
    submission_id: int | None
    result: str
    result_reason: str
    returned: bool  # the dossier, to its unit

    @property
    def who(self) -> int:
        """The id of the recipient among those of its kind."""
        return self.person_id or self.household_id or self.unit_id or 0

    @property
    def unit_shown(self) -> str:
        """The unit as written; of a person without one the unit that proposed, a collective needs none."""
        return self.unit or ("" if self.recipient == "collective" else self.dossier_unit)

    @property
    def waits(self) -> bool:
        """Whether it stands on no draft, decision or submission and was neither returned nor voted down."""
        free = self.drafted_id is None and self.award_id is None and self.submission_id is None
        return free and not self.returned and self.result != VOTED_DOWN


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the nominations asked for, in the order of the paper.

    Filters: dossier, drafted, submission, meeting, and waits ("1"): agreed to, on no draft, decision or
    submission, neither returned nor voted down, or granted above and on no decision yet.
    """
    statement = select(nomination.c.id)
    for code in ("dossier", "drafted", "submission"):
        if query.filters.get(code):
            statement = statement.where(nomination.c[f"{code}_id"] == query.filters[code])
    if query.filters.get("waits"):
        free = or_(nomination.c.submission_id.is_(None), nomination.c.result == "granted")
        statement = statement.where(
            nomination.c.standing.in_(PROPOSED),
            nomination.c.drafted_id.is_(None),
            nomination.c.award_id.is_(None),
            nomination.c.result != VOTED_DOWN,
            nomination.c.dossier_id.in_(select(dossier.c.id).where(dossier.c.state != "returned")),
            free,
        )
    if query.filters.get("meeting"):
        statement = statement.join(ballot, ballot.c.nomination_id == nomination.c.id)
        statement = statement.where(ballot.c.meeting_id == query.filters["meeting"])
        return ids_of(session, statement.order_by(ballot.c.place, nomination.c.id))
    return ids_of(session, statement.order_by(nomination.c.dossier_id, nomination.c.place, nomination.c.id))


def rows(session: Session, ids_: Sequence[int]) -> list[NominationRow]:
    """Nominations by id, in the order given."""
    return rows_of(session, ids_, _select, _row)


def of(session: Session, dossier_id: int) -> list[NominationRow]:
    """The nominations of a dossier."""
    return rows(session, ids(session, ListQuery(filters={"dossier": dossier_id})))


def draft_of(row: NominationRow) -> NominationDraft:
    """A nomination as a draft to change."""
    return NominationDraft(
        row.award,
        row.recipient,
        row.name,
        row.person_id,
        row.unit_id,
        row.household_id,
        row.post,
        row.unit,
        row.citation,
        row.id,
    )


def add_many(session: Session, lines: Sequence[Mapping[str, object]]) -> list[int]:
    """Add nominations in their order."""
    return list(session.insert_many(nomination, lines))


def change(session: Session, nomination_id: int, values: Mapping[str, object]) -> None:
    """Change columns of a nomination."""
    session.update(nomination, nomination_id, values)


def no_vote(session: Session, nomination_id: int) -> None:
    """Forget that the council voted a nomination down."""
    own = nomination.c.id == nomination_id, nomination.c.result == VOTED_DOWN
    for one in session.ids(select(nomination.c.id).where(*own)):
        session.update(nomination, one, {"result": ""})


def remove(session: Session, ids_: Iterable[int]) -> None:
    """Remove nominations with the votes on them."""
    for some in session.chunks(ids_):
        session.delete(ballot, session.ids(select(ballot.c.id).where(ballot.c.nomination_id.in_(some))))
        session.delete(nomination, some)


def _select(some: Iterable[int]) -> Select[Any]:
    asked = award_kind.alias("asked")
    dossier_unit = unit.alias("dossier_unit")
    return (
        select(
            nomination,
            dossier.c.year,
            dossier.c.type,
            dossier.c.state,
            dossier_unit.c.name.label("dossier_unit"),
            award_kind.c.code,
            func.coalesce(func.nullif(award_kind.c.short, ""), award_kind.c.name).label("title"),
            asked.c.code.label("asked"),
            func.coalesce(func.nullif(asked.c.short, ""), asked.c.name).label("asked_title"),
        )
        .join(dossier, dossier.c.id == nomination.c.dossier_id)
        .join(dossier_unit, dossier_unit.c.id == dossier.c.unit_id)
        .join(award_kind, award_kind.c.id == nomination.c.kind_id)
        .join(asked, asked.c.id == nomination.c.asked_kind_id)
        .where(nomination.c.id.in_(list(some)))
    )


def _row(row: Any) -> NominationRow:
    return NominationRow(
        row.id,
        row.dossier_id,
        row.dossier_unit,
        row.year,
        row.type,
        row.recipient,
        row.person_id,
        row.unit_id,
        row.household_id,
        row.name_written,
        row.post_written,
        row.unit_written,
        row.code,
        row.title,
        row.asked,
        row.asked_title,
        row.citation,
        row.standing,
        row.reason,
        None if row.fits is None else bool(row.fits),
        row.fits_reason,
        row.drafted_id,
        row.award_id,
        row.submission_id,
        row.result,
        row.result_reason,
        row.state == "returned",
    )
