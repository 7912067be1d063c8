"""The list attached to a decision: whom it commends, by award, in the order of the paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby

from thidua_desktop.db import Session
from thidua_desktop.documents import report_frame
from thidua_desktop.documents.document import Block, Cell, Column, Document, Paragraph, Table
from thidua_desktop.domain.dates import long_date, show
from thidua_desktop.domain.decision import discrepancies
from thidua_desktop.domain.figures import RECIPIENT_ORDER
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.vietnamese import number, slug
from thidua_desktop.records import awards, catalogue, decisions
from thidua_desktop.records.awards import AwardRow
from thidua_desktop.records.decisions import DecisionRow

TITLE = "Danh sách kèm theo quyết định khen thưởng"
_COLUMNS = (
    Column("STT", 0.5, "center"),
    Column("Họ và tên, tên tập thể, hộ gia đình", 2.6),
    Column("Chức vụ", 2.0),
    Column("Đơn vị, địa chỉ", 2.6),
    Column("Năm", 0.7, "center", grouped=False),
    Column("Thành tích", 2.0),
)
_ALWAYS = {0, 1}  # the others only where the decision says something there


@dataclass(frozen=True)
class Options:
    """Which decision."""

    decision: int


@dataclass(frozen=True)
class Rows:
    """A decision, its awards as listed, and where it differs from the totals on the paper."""

    decision: DecisionRow
    awards: tuple[AwardRow, ...]
    discrepancies: tuple[str, ...]
    filters: Mapping[str, str | int]


def build(session: Session, options: Options) -> Rows:
    """Read the list; raises LookupError when there is no such decision."""
    decision = decisions.get(session, options.decision)
    places = {row.code: place for place, row in enumerate(catalogue.list_(session))}
    listed = sorted(
        awards.of_decision(session, options.decision),
        key=lambda award: (places[award.award], RECIPIENT_ORDER[award.recipient]),
    )
    return Rows(
        decision,
        tuple(listed),
        discrepancies(decision.stated, decision.counted),
        {"decision": options.decision, "revoked": "1"},
    )


def compose(rows: Rows, options: Options, office: Mapping[str, str]) -> Document:
    """The list as a document; office is the office's settings."""
    del options  # already in the rows
    decision = rows.decision
    by = decision.authority or LEVELS[decision.level]
    attached = f"(Kèm theo Quyết định số {decision.number}, {long_date(decision.decided_on)} của {by})"
    blocks: list[Block] = [
        Paragraph("DANH SÁCH KHEN THƯỞNG", "title"),
        Paragraph(attached, "subtitle"),
        _table(rows.awards),
        Paragraph(_total(rows.awards), "note"),
    ]
    blocks += [Paragraph(gap, "note") for gap in rows.discrepancies]
    return Document(
        TITLE,
        (*blocks, report_frame.signatures()),
        landscape=True,
        letterhead=report_frame.head(office),
        slug=slug(f"danh sach kem qd {decision.number} {show(decision.decided_on)}"),
        footer=f"Danh sách kèm theo Quyết định số {decision.number}",
    )


def _table(listed: tuple[AwardRow, ...]) -> Table:
    rows: list[tuple[Cell, ...]] = []
    sections = set()
    for (title, recipient), group in groupby(listed, key=lambda award: (award.title, award.recipient)):
        some = list(group)
        sections.add(len(rows))
        heading = f"{title} – {RECIPIENTS[recipient].lower()} ({number(len(some))})"
        rows.append((heading, *[None] * (len(_COLUMNS) - 1)))
        rows.extend(_cells(place, award) for place, award in enumerate(some, start=1))
    used = [place for place in range(len(_COLUMNS)) if place in _ALWAYS or any(row[place] for row in rows)]
    return Table(
        tuple(_COLUMNS[place] for place in used),
        [tuple(row[place] for place in used) for row in rows],
        sections=frozenset(sections),
        name="Danh sách",
    )


def _cells(place: int, award: AwardRow) -> tuple[Cell, ...]:
    name = award.name + (" (đã thu hồi)" if award.revoked_by is not None else "")
    return place, name, award.post, award.unit, award.year, award.citation


def _total(listed: tuple[AwardRow, ...]) -> str:
    counted = (
        (sum(award.recipient == recipient for award in listed), words)
        for recipient, words in RECIPIENTS.items()
    )
    said = [f"{number(count)} {words.lower()}" for count, words in counted if count]
    return f"Danh sách gồm {', '.join(said)}." if said else "Chưa nhập dòng nào cho quyết định này."
