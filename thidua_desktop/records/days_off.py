"""The days off an office has named; nothing but Saturdays and Sundays is left out before."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import day_off
from thidua_desktop.domain.vietnamese import clean


@dataclass(frozen=True)
class DayOffRow:
    """A day nobody works here, with its name."""

    on: date
    name: str


def rows(session: Session) -> list[DayOffRow]:
    """Every day off, the earliest first."""
    found = session.all(select(day_off).order_by(day_off.c.on_day))
    return [DayOffRow(row.on_day, row.name) for row in found]


def days(session: Session) -> frozenset[date]:
    """The days alone."""
    return frozenset(row.on for row in rows(session))


def keep(session: Session, wanted: dict[date, str]) -> None:
    """Make the days off exactly these, by day with their names."""
    kept = {row.on_day: row for row in session.all(select(day_off))}
    session.delete(day_off, [row.id for on, row in kept.items() if on not in wanted])
    for on, name in sorted(wanted.items()):
        if on in kept:
            session.update(day_off, kept[on].id, {"name": clean(name)})
        else:
            session.insert(day_off, {"on_day": on, "name": clean(name)})
