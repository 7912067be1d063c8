"""The registration list of a unit, filled with what the book knows of it."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.registration_form import Registrant, RegistrationForm
from thidua_desktop.records import catalogue, pledges, settings, unit_templates, units
from thidua_desktop.records.catalogue import AwardKindRow
from thidua_desktop.records.query import ListQuery


def form(session: Session, unit_id: int, year: int, on: date) -> RegistrationForm:
    """The people of a unit, itself and the units below it, each with what is registered for the year."""
    asked = ListQuery(filters={"under": unit_id, "year": year})
    people: dict[int, list[str]] = defaultdict(list)
    collectives: dict[int, list[str]] = defaultdict(list)
    for row in pledges.rows(session, pledges.ids(session, asked)):
        if row.about.person_id is not None:
            people[row.about.person_id].append(row.title)
        elif row.about.recipient == "collective" and row.about.unit_id is not None:
            collectives[row.about.unit_id].append(row.title)
    unit = units.get(session, unit_id)
    below = [one for one in units.list_(session) if one.parent_id == unit_id and one.valid_to is None]
    titles = [
        kind
        for kind in catalogue.list_(session, retired=False)
        if kind.category == "title" and kind.annual and _valid(kind, on)
    ]
    return RegistrationForm(
        settings.all_(session)["office"],
        unit.name,
        year,
        on,
        tuple(
            Registrant(
                member.name,
                str(PartialDate.from_iso(member.birth)) if member.birth else "",
                member.post,
                "; ".join(people[person_id]),
            )
            for person_id, member in unit_templates.staff(session, unit_id)
        ),
        tuple(Registrant(one.name, titles="; ".join(collectives[one.id])) for one in (unit, *below)),
        _names(titles, "person"),
        _names(titles, "collective"),
    )


def _valid(kind: AwardKindRow, on: date) -> bool:
    return (kind.valid_from is None or kind.valid_from <= on) and (
        kind.valid_to is None or on <= kind.valid_to
    )


def _names(kinds: Iterable[AwardKindRow], recipient: str) -> tuple[str, ...]:
    return tuple(kind.label for kind in kinds if recipient in kind.recipients)
