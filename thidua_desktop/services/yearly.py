"""What the acts on records of a year have in common: where somebody worked, and what they are called."""

from dataclasses import replace

from thidua_desktop.db import Session
from thidua_desktop.domain.about import About
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.records import people, units


def refuse(problems: tuple[Problem, ...]) -> None:
    """Raise Refused when there is anything to mend."""
    if problems:
        raise Refused(*problems)


def placed(session: Session, about: About) -> About:
    """The same with a person's present unit where none was given."""
    if about.recipient != "person" or about.unit_id is not None or about.person_id is None:
        return about
    return replace(about, unit_id=people.get(session, about.person_id).unit_id)


def called(session: Session, about: About) -> str:
    """The name of whom a record is about."""
    if about.person_id is not None:
        return people.get(session, about.person_id).name
    return units.get(session, about.unit_id or 0).name
