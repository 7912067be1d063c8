"""Which units have not sent what they send every year: their registration, their dossiers."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Table, exists, or_, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import dossier, pledge, unit
from thidua_desktop.domain.unit import UNIT_KINDS

_SENDING = ("commune", "office", "school", "force", "enterprise")


@dataclass(frozen=True)
class Silent:
    """A unit still there that has not sent something for a year."""

    unit_id: int
    unit: str
    kind: str
    block: str
    registered: bool
    proposed: bool


def units_for(session: Session, year: int) -> list[Silent]:
    """Every unit that sends something each year, with what it has sent for this one; by block and name.

    A unit whose registration or dossier came in under a unit above counts by its own only.
    """
    ended = or_(unit.c.valid_to.is_(None), unit.c.valid_to >= date(year, 1, 1))
    statement = (
        select(
            unit.c.id,
            unit.c.name,
            unit.c.kind,
            unit.c.block,
            _sent(pledge, year).label("registered"),
            _sent(dossier, year).label("proposed"),
        )
        .where(unit.c.kind.in_(_SENDING), ended)
        .order_by(unit.c.block, unit.c.sort, unit.c.id)
    )
    return [
        Silent(row.id, row.name, UNIT_KINDS[row.kind], row.block, bool(row.registered), bool(row.proposed))
        for row in session.all(statement)
    ]


def _sent(table: Table, year: int) -> ColumnElement[bool]:
    return exists(select(table.c.id).where(table.c.unit_id == unit.c.id, table.c.year == year))
