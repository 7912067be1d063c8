"""Whom a record of a year is about: columns of a list, fields of a form, the way to the records and back."""

from collections.abc import Mapping
from typing import Any, Protocol, TypeVar

from thidua_desktop.db import Session
from thidua_desktop.domain.about import ABOUT, About
from thidua_desktop.domain.dates import FIRST_YEAR
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.records import households, people, units
from thidua_desktop.services.recipients import today
from ui.forms.suggestions import suggest_households, suggest_people, suggest_units
from ui.tasks import Tasks
from ui.widgets.fields import ChoiceField, Field, LookupField, NumberField
from ui.widgets.page_spec import FilterOptions
from ui.widgets.record_model import Column, Record
from ui.widgets.suggest import Picked, asking


class AboutRow(Record, Protocol):
    """A row that tells whom it is about."""

    @property
    def name(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def about(self) -> About: ...


R = TypeVar("R", bound=AboutRow)


def about_columns(_of: type[R]) -> tuple[Column[R], ...]:
    """The name, what it is, and the unit of a person."""
    return (
        Column("name", "Cá nhân, tập thể", lambda row: row.name, 190, sort="name"),
        Column("recipient", "Đối tượng", lambda row: RECIPIENTS[row.about.recipient], 84),
        Column("unit", "Đơn vị", _unit, 190, sort="unit"),
    )


def about_fields(tasks: Tasks, *, with_households: bool = False) -> tuple[Field, ...]:
    """A person with the unit of that day, or a unit; or a household with its unit, where those count."""
    kinds = RECIPIENTS if with_households else ABOUT
    return (
        ChoiceField("recipient", "Đối tượng", options=tuple(kinds.items()), empty=None),
        LookupField(
            "person",
            "Cá nhân",
            suggest=asking(tasks, suggest_people),
            tip="Để trống khi là tập thể, hộ gia đình" if with_households else "Để trống khi là tập thể",
        ),
        *((_household(tasks),) if with_households else ()),
        LookupField(
            "unit",
            "Đơn vị",
            suggest=asking(tasks, suggest_units),
            tip="Nơi công tác năm ấy; để trống thì lấy đơn vị hiện nay",
        ),
    )


def _household(tasks: Tasks) -> LookupField:
    suggest = asking(tasks, suggest_households)
    return LookupField("household", "Hộ gia đình", suggest=suggest, tip="Chỉ chọn khi là hộ gia đình")


def year_field(label: str = "Năm") -> NumberField:
    """The year a record is of."""
    return NumberField("year", label, required=True, grouped=False)


def about_values(session: Session, about: About) -> dict[str, Any]:
    """What the fields show of whom a record is about."""
    person = people.get(session, about.person_id).name if about.person_id else ""
    home = households.get(session, about.household_id).name if about.household_id else ""
    unit = units.get(session, about.unit_id).name if about.unit_id else ""
    return {
        "recipient": about.recipient,
        "person": Picked(about.person_id, person),
        "household": Picked(about.household_id, home),
        "unit": Picked(about.unit_id, unit),
    }


def about_of(values: Mapping[str, Any]) -> About:
    """Whom the fields tell."""
    recipient = values["recipient"]
    person = values["person"].id if recipient == "person" else None
    home = values["household"].id if recipient == "household" else None
    return About(recipient, person, values["unit"].id, home)


def new_about() -> dict[str, Any]:
    """What a new record of a year starts with."""
    return {"recipient": "person", "year": today().year}


def recent_years(_session: Session) -> FilterOptions:
    """The years a list is narrowed to: next year and twenty before."""
    this = today().year
    return [(year, str(year)) for year in range(this + 1, max(this - 20, FIRST_YEAR), -1)]


def _unit(row: AboutRow) -> str:
    return "" if row.about.recipient == "collective" else row.unit
