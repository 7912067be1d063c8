"""Where people worked in a year: the unit written beside an award or a rating, else that of the post held."""

from dataclasses import dataclass

from sqlalchemy import select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import award, post, rating, unit


@dataclass(frozen=True)
class Workplace:
    """The unit somebody worked in: its kind, a code of domain.unit.UNIT_KINDS, and its name."""

    kind: str
    name: str


def of_people(session: Session, year: int) -> dict[int, Workplace]:
    """The workplaces of a year by person id; of units written for the same year, the one entered last."""
    places: dict[int, int] = {}
    held = select(post.c.person_id, post.c.unit_id).where(post.c.unit_id.is_not(None), post.c.until.is_(None))
    written = (
        select(table.c.person_id, table.c.unit_id).where(
            table.c.year == year, table.c.person_id.is_not(None), table.c.unit_id.is_not(None)
        )
        for table in (award, rating)
    )
    for statement, table in zip((held, *written), (post, award, rating), strict=True):
        for row in session.all(statement.order_by(table.c.id)):
            places[row.person_id] = row.unit_id
    kinds = {row.id: Workplace(row.kind, row.name) for row in session.all(select(unit))}
    return {person: kinds[place] for person, place in places.items() if place in kinds}
