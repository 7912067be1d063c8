"""The roster of a unit: its people and its own collectives with the awards of a period."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from thidua_desktop.db import Session
from thidua_desktop.documents import report_frame
from thidua_desktop.documents.document import Block, Column, Document, Paragraph, Table
from thidua_desktop.domain import report_filters
from thidua_desktop.domain.period import Period
from thidua_desktop.domain.vietnamese import name_key, number, slug, text_key
from thidua_desktop.records import awards, people, units
from thidua_desktop.records.awards import AwardRow
from thidua_desktop.records.query import ListQuery

TITLE = "Danh sách cá nhân, tập thể của đơn vị và kết quả khen thưởng"
_PEOPLE = (
    Column("STT", 0.5, "center"),
    Column("Họ và tên", 2.0),
    Column("Chức vụ", 1.8),
    Column("Đơn vị", 2.0),
    Column("Lượt", 0.6, "right"),
    Column("Kết quả khen thưởng", 4.0),
)
_OTHERS = (
    Column("STT", 0.5, "center"),
    Column("Tập thể, hộ gia đình", 3.0),
    Column("Lượt", 0.6, "right"),
    Column("Kết quả khen thưởng", 4.0),
)


@dataclass(frozen=True)
class Options:
    """Which unit, in which period (None: all years), with the units below it or alone."""

    unit: int
    period: Period | None = None
    below: bool = True


@dataclass(frozen=True)
class RosterRow:
    """A person, collective or household with its awards by year; filters open them."""

    name: str
    post: str
    unit: str
    awards: tuple[AwardRow, ...]
    filters: Mapping[str, str | int]


@dataclass(frozen=True)
class Rows:
    """The unit's name, its people (those without awards too) and the others commended."""

    unit: str
    people: tuple[RosterRow, ...]
    others: tuple[RosterRow, ...]


def build(session: Session, options: Options) -> Rows:
    """Read the roster; raises LookupError without such a unit, Refused when the period cannot be counted."""
    period = options.period.checked() if options.period else None
    shared = report_filters.shared(period, under=options.unit if options.below else None)
    if not options.below:
        shared["unit"] = options.unit
    given = awards.rows(session, awards.ids(session, ListQuery(filters=shared, sort="year")))
    by_person = _grouped((award for award in given if award.person_id), "person_id")
    known = people.rows(session, list({*by_person, *_staff(session, options)}))
    listed = [
        RosterRow(
            row.name, row.post, row.unit, tuple(by_person.get(row.id, ())), {**shared, "person": row.id}
        )
        for row in known
    ]
    return Rows(
        units.get(session, options.unit).name,
        tuple(sorted(listed, key=lambda row: name_key(row.name))),
        tuple(_others(session, given, shared)),
    )


def compose(rows: Rows, options: Options, office: Mapping[str, str]) -> Document:
    """The roster as a document; office is the office's settings."""
    period = options.period.label if options.period else "tất cả các năm"
    people_cells = [
        (place, row.name, row.post, row.unit, len(row.awards), _said(row.awards))
        for place, row in enumerate(rows.people, start=1)
    ]
    other_cells = [
        (place, row.name, len(row.awards), _said(row.awards))
        for place, row in enumerate(rows.others, start=1)
    ]
    blocks: list[Block] = [
        Paragraph(TITLE.upper(), "title"),
        Paragraph(f"{rows.unit}, {period}", "subtitle"),
        Table(_PEOPLE, people_cells, "Cá nhân", name="Cá nhân"),
    ]
    if other_cells:
        blocks.append(Table(_OTHERS, other_cells, "Tập thể, hộ gia đình", name="Tập thể, hộ"))
    blocks.append(Paragraph(_counted(rows), "note"))
    if options.period:
        blocks.append(Paragraph(f"{options.period.footing}.", "note"))
    return Document(
        TITLE,
        (*blocks, report_frame.signatures()),
        landscape=True,
        letterhead=report_frame.head(office),
        slug=slug(f"danh sach {rows.unit} {period}"),
        footer=f"{rows.unit}, {period}",
    )


def _staff(session: Session, options: Options) -> Iterable[int]:
    """People who hold a post there now."""
    places = units.below(session, options.unit) if options.below else [options.unit]
    return [person_id for unit_id in places for person_id, _, _ in units.people_in(session, unit_id)]


def _others(
    session: Session, given: Iterable[AwardRow], shared: Mapping[str, str | int]
) -> Iterable[RosterRow]:
    some = [award for award in given if award.person_id is None]
    names = units.names(session)
    collectives = _grouped((award for award in some if award.recipient == "collective"), "unit_id")
    for unit_id, found in sorted(collectives.items(), key=lambda item: text_key(names[item[0]])):
        filters = {**shared, "unit": unit_id, "recipient": "collective"}
        yield RosterRow(names[unit_id], "", "", tuple(found), filters)
    for household_id, found in _grouped(
        (award for award in some if award.recipient == "household"), "household_id"
    ).items():
        filters = {**shared, "household": household_id}
        yield RosterRow(found[-1].name, "", found[-1].unit, tuple(found), filters)


def _grouped(given: Iterable[AwardRow], key: str) -> dict[int, list[AwardRow]]:
    found: dict[int, list[AwardRow]] = {}
    for award in given:
        found.setdefault(getattr(award, key), []).append(award)
    return found


def _said(given: Iterable[AwardRow]) -> str:
    """The titles of each year: "2018: Lao động tiên tiến; 2019: Chiến sĩ thi đua cơ sở"."""
    by_year: dict[int, list[str]] = {}
    for award in given:
        by_year.setdefault(award.year, []).append(award.title)
    return "; ".join(f"{year}: {', '.join(titles)}" for year, titles in by_year.items())


def _counted(rows: Rows) -> str:
    honoured = sum(bool(row.awards) for row in rows.people)
    times = sum(len(row.awards) for row in (*rows.people, *rows.others))
    return (
        f"{number(len(rows.people))} cá nhân, trong đó {number(honoured)} cá nhân được khen; "
        f"tất cả {number(times)} lượt khen thưởng."
    )
