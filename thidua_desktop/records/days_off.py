"""The days off an office has named, and those worked instead; before, only Saturdays and Sundays are off."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import day_off
from thidua_desktop.domain.dates import parse_date, show
from thidua_desktop.domain.vietnamese import clean
from thidua_desktop.records import settings

_WORKED = "worked_days"


@dataclass(frozen=True)
class DayOffRow:
    """A day nobody works here, with its name."""

    on: date
    name: str


class Calendar(NamedTuple):
    """What the working days of an office are counted by."""

    off: frozenset[date] = frozenset()
    worked: frozenset[date] = frozenset()


def calendar(session: Session) -> Calendar:
    """The days off, and the Saturdays and Sundays worked in exchange."""
    return Calendar(frozenset(row.on for row in rows(session)), frozenset(worked(session)))


def worked(session: Session) -> dict[date, str]:
    """The Saturdays and Sundays worked in exchange for another day, with their names."""
    lines = settings.all_(session).get(_WORKED, "").splitlines()
    told = (line.partition(" ") for line in lines)
    return {parse_date(day): name for day, _, name in told}


def keep_worked(session: Session, wanted: Mapping[date, str]) -> None:
    """Make the days worked instead exactly these, by day with their names."""
    lines = [f"{show(on)} {clean(name)}".strip() for on, name in sorted(wanted.items())]
    if "\n".join(lines) != settings.all_(session).get(_WORKED, ""):
        settings.change(session, {_WORKED: "\n".join(lines)})


def rows(session: Session) -> list[DayOffRow]:
    """Every day off, the earliest first."""
    found = session.all(select(day_off).order_by(day_off.c.on_day))
    return [DayOffRow(row.on_day, row.name) for row in found]


def keep(session: Session, wanted: dict[date, str]) -> None:
    """Make the days off exactly these, by day with their names."""
    kept = {row.on_day: row for row in session.all(select(day_off))}
    session.delete(day_off, [row.id for on, row in kept.items() if on not in wanted])
    for on, name in sorted(wanted.items()):
        if on in kept:
            session.update(day_off, kept[on].id, {"name": clean(name)})
        else:
            session.insert(day_off, {"on_day": on, "name": clean(name)})
