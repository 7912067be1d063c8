"""The list attached to a decision: whom it commends, by award, in the order of the paper."""

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_desktop.db import Session
from thidua_desktop.documents import recipient_list, report_frame
from thidua_desktop.documents.document import Block, Document, Paragraph
from thidua_desktop.domain.dates import long_date, show
from thidua_desktop.domain.decision import discrepancies
from thidua_desktop.domain.figures import RECIPIENT_ORDER
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.vietnamese import slug
from thidua_desktop.records import awards, catalogue, decisions
from thidua_desktop.records.awards import AwardRow
from thidua_desktop.records.decisions import DecisionRow

TITLE = "Danh sách kèm theo quyết định khen thưởng"


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
        recipient_list.table(rows.awards, _name),
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


def _name(award: AwardRow) -> str:
    return award.name + (" (đã thu hồi)" if award.revoked_by is not None else "")


def _total(listed: tuple[AwardRow, ...]) -> str:
    said = recipient_list.counted(listed)
    return f"Danh sách gồm {said}." if said else "Chưa nhập dòng nào cho quyết định này."
