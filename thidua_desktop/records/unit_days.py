"""Units on a day: which one a name meant then, and what a unit was called."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import unit, unit_name


def index(session: Session, on: date | None = None) -> dict[str, int]:
    """Units by exact key of all their names; of several the one that bore the name on that day.

    After a merger two communes may share a name: the old one has it before the day, the new one since.
    """
    day = on or date.max
    ranked: list[tuple[int, int, str]] = []
    for row in session.all(select(unit.c.exact, unit.c.id, unit.c.valid_from, unit.c.valid_to)):
        begun = row.valid_from is None or row.valid_from <= day
        ended = row.valid_to is not None and row.valid_to <= day
        ranked.append((0 if begun and not ended else 2, row.id, row.exact))
    for row in session.all(select(unit_name.c.exact, unit_name.c.unit_id, unit_name.c.until)):
        borne = row.until is not None and day < row.until
        ranked.append((1 if borne else 3, row.unit_id, row.exact))
    return {key: unit_id for _, unit_id, key in sorted(ranked, reverse=True)}


def names_on(session: Session, unit_ids: Iterable[int], on: date) -> dict[int, str]:
    """What units were called on a day."""
    found: dict[int, str] = {}
    for some in session.chunks(set(unit_ids)):
        for row in session.all(select(unit.c.id, unit.c.name).where(unit.c.id.in_(some))):
            found[row.id] = row.name
        former = select(unit_name.c.unit_id, unit_name.c.name).where(
            unit_name.c.unit_id.in_(some), unit_name.c.until > on
        )
        for row in session.all(former.order_by(unit_name.c.until.desc(), unit_name.c.id.desc())):
            found[row.unit_id] = row.name
    return found
