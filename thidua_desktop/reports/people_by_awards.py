"""People by the number of times they were commended."""

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_desktop.db import Session
from thidua_desktop.documents import report_frame
from thidua_desktop.documents.document import Column, Document, Paragraph, Table
from thidua_desktop.domain import report_filters
from thidua_desktop.domain.period import Period
from thidua_desktop.domain.vietnamese import number, slug
from thidua_desktop.records import catalogue, people, report_queries, units

TITLE = "Danh sách cá nhân theo số lần được khen thưởng"
_COLUMNS = (
    Column("STT", 0.5, "center"),
    Column("Họ và tên", 2.0),
    Column("Chức vụ", 1.7),
    Column("Đơn vị", 2.0),
    Column("Số lần", 0.6, "right"),
    Column("Quyết định", 0.8, "right"),
    Column("Danh hiệu, hình thức (số lần)", 3.4),
)


@dataclass(frozen=True)
class Options:
    """Whom to list: commended at least so many times in a period (None: all years), in a unit and below."""

    period: Period | None = None
    least: int = 2
    under: int | None = None
    level: str = ""


@dataclass(frozen=True)
class PersonRow:
    """A person with the number of awards; filters open them."""

    person_id: int
    name: str
    post: str
    unit: str
    times: int
    decisions: int
    kinds: tuple[tuple[str, int], ...]  # name of the title or form, times
    filters: Mapping[str, str | int]


@dataclass(frozen=True)
class Rows:
    """The people found, the most commended first."""

    people: tuple[PersonRow, ...]
    unit: str = ""


def build(session: Session, options: Options) -> Rows:
    """Find the people; raises Refused when the period cannot be counted as chosen."""
    period = options.period.checked() if options.period else None
    shared = report_filters.shared(period, under=options.under, level=options.level)
    found = report_queries.people_by_times(session, shared, options.least)
    ids = [row.person_id for row in found]
    known = {row.id: row for row in people.rows(session, ids)}
    labels = {row.code: row.label for row in catalogue.list_(session)}
    kinds = report_queries.times_by_kind(session, shared, ids)
    rows = tuple(
        PersonRow(
            row.person_id,
            known[row.person_id].name,
            known[row.person_id].post,
            known[row.person_id].unit,
            row.times,
            row.decisions,
            tuple((labels[code], times) for code, times in kinds[row.person_id]),
            {**shared, "person": row.person_id, "recipient": "person"},
        )
        for row in found
    )
    return Rows(rows, units.get(session, options.under).name if options.under else "")


def compose(rows: Rows, options: Options, office: Mapping[str, str]) -> Document:
    """The list as a document; office is the office's settings."""
    period = options.period.label if options.period else "tất cả các năm"
    scope = f"{rows.unit}, {period}" if rows.unit else f"{period[:1].upper()}{period[1:]}"
    cells = [
        (place, row.name, row.post, row.unit, row.times, row.decisions, _kinds(row))
        for place, row in enumerate(rows.people, start=1)
    ]
    total = sum(row.times for row in rows.people)
    said = (
        f"{number(len(rows.people))} cá nhân được khen từ {options.least} lần trở lên, {number(total)} lượt."
    )
    return Document(
        TITLE,
        (
            Paragraph(TITLE.upper(), "title"),
            Paragraph(scope, "subtitle"),
            Table(_COLUMNS, cells, name="Theo số lần khen"),
            Paragraph(said if rows.people else "Không có cá nhân nào được khen đủ số lần đã chọn.", "note"),
            *((Paragraph(f"{options.period.footing}.", "note"),) if options.period else ()),
            report_frame.signatures(),
        ),
        landscape=True,
        letterhead=report_frame.head(office),
        slug=slug(f"ca nhan theo so lan khen {scope}"),
        footer=TITLE,
    )


def _kinds(row: PersonRow) -> str:
    return "; ".join(f"{label} ({number(times)})" for label, times in row.kinds)
