"""Phiếu biểu quyết: the blank ballot of a meeting, to be copied for each member."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import groupby

from thidua_desktop.db import Session
from thidua_desktop.documents.document import Cell, Column, Document, Letterhead, Paragraph, Signatures, Table
from thidua_desktop.domain.dates import long_date, show
from thidua_desktop.domain.law.rulebook import Rulebook
from thidua_desktop.domain.vietnamese import number, slug
from thidua_desktop.records import meetings, nominations
from thidua_desktop.records.meetings import MeetingRow
from thidua_desktop.records.nominations import NominationRow
from thidua_desktop.records.query import ListQuery

TITLE = "Phiếu biểu quyết của Hội đồng"
_COLUMNS = (
    Column("STT", 0.5, "center"),
    Column("Được đề nghị", 2.6),
    Column("Đơn vị", 2.6),
    Column("Đồng ý", 0.9, "center"),
    Column("Không đồng ý", 1.1, "center"),
)


@dataclass(frozen=True)
class Options:
    """Which meeting, and what gives the office's rules."""

    meeting: int
    book: Callable[[Session], Rulebook]


@dataclass(frozen=True)
class Rows:
    """A meeting and its agenda, by title; secret cites the articles that ask for a secret ballot."""

    meeting: MeetingRow
    agenda: tuple[NominationRow, ...]
    secret: tuple[str, ...]


def build(session: Session, options: Options) -> Rows:
    """Read the agenda; raises LookupError when there is no such meeting."""
    ids = nominations.ids(session, ListQuery(filters={"meeting": options.meeting}))
    agenda = sorted(nominations.rows(session, ids), key=lambda row: row.title)
    meeting, book = meetings.get(session, options.meeting), options.book(session)
    rules = [rule for row in agenda for rule in book.council_for(row.award, meeting.held_on)]
    secret = dict.fromkeys(str(rule["cite"]) for rule in rules if rule.get("ballot") == "secret")
    return Rows(meeting, tuple(agenda), tuple(secret))


def compose(rows: Rows, options: Options, office: Mapping[str, str]) -> Document:
    """The ballot as a document; office is the office's settings."""
    del options  # already in the rows
    meeting = rows.meeting
    cells: list[tuple[Cell, ...]] = []
    sections = set()
    for title, group in groupby(rows.agenda, key=lambda row: row.title):
        some = list(group)
        sections.add(len(cells))
        cells.append((f"{title} ({number(len(some))})", *[None] * (len(_COLUMNS) - 1)))
        cells += [(place, row.name, row.unit_shown, "☐", "☐") for place, row in enumerate(some, start=1)]
    return Document(
        TITLE,
        (
            Paragraph("PHIẾU BIỂU QUYẾT", "title"),
            Paragraph(f"Xét, đề nghị khen thưởng – cuộc họp {long_date(meeting.held_on)}", "subtitle"),
            Paragraph("Đánh dấu X vào một trong hai ô của từng trường hợp.", "note"),
            Table(_COLUMNS, cells, sections=frozenset(sections), name="Phiếu biểu quyết"),
            _ending(rows.secret),
        ),
        letterhead=Letterhead(office.get("office", ""), meeting.council),
        slug=slug(f"phieu bieu quyet {show(meeting.held_on)}"),
        footer=f"Phiếu biểu quyết, cuộc họp ngày {show(meeting.held_on)}",
    )


def _ending(secret: tuple[str, ...]) -> Paragraph | Signatures:
    """A secret ballot bears no name."""
    if secret:
        return Paragraph(f"Bỏ phiếu kín, không ghi tên, không ký vào phiếu ({'; '.join(secret)}).", "note")
    return Signatures(role="THÀNH VIÊN HỘI ĐỒNG")
