"""What the acts on records of a year have in common: where somebody worked, and what they are called."""

from dataclasses import replace

from thidua_desktop.db import Session
from thidua_desktop.domain.about import About
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.records import households, people, units


def refuse(problems: tuple[Problem, ...]) -> None:
    """Raise Refused when there is anything to mend."""
    if problems:
        raise Refused(*problems)


def placed(session: Session, about: About) -> About:
    """The same with the present unit of a person or household where none was given."""
    if about.unit_id is not None:
        return about
    if about.household_id is not None:
        return replace(about, unit_id=households.get(session, about.household_id).unit_id)
    if about.person_id is not None:
        return replace(about, unit_id=people.get(session, about.person_id).unit_id)
    return about


def called(session: Session, about: About) -> str:
    """The name of whom a record is about."""
    if about.person_id is not None:
        return people.get(session, about.person_id).name
    if about.household_id is not None:
        return households.get(session, about.household_id).name
    return units.get(session, about.unit_id or 0).name
