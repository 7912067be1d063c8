"""Tờ trình: the office asks the authority above to commend, with the list of whom for what."""

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_desktop.db import Session
from thidua_desktop.documents import recipient_list
from thidua_desktop.documents.document import Document, Letterhead, PageBreak, Paragraph, Signatures
from thidua_desktop.domain.dates import long_date
from thidua_desktop.domain.figures import RECIPIENT_ORDER
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.vietnamese import slug
from thidua_desktop.records import catalogue, nominations, submissions
from thidua_desktop.records.nominations import NominationRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.records.submissions import SubmissionRow

TITLE = "Tờ trình đề nghị khen thưởng"


@dataclass(frozen=True)
class Options:
    """Which submission."""

    submission: int


@dataclass(frozen=True)
class Rows:
    """A submission and whom it asks to commend, by title, then individuals, collectives, households."""

    submission: SubmissionRow
    nominations: tuple[NominationRow, ...]


def build(session: Session, options: Options) -> Rows:
    """Read the submission; raises LookupError when there is none."""
    head = submissions.get(session, options.submission)
    ids = nominations.ids(session, ListQuery(filters={"submission": options.submission}))
    places = {row.code: place for place, row in enumerate(catalogue.list_(session))}
    listed = sorted(
        nominations.rows(session, ids),
        key=lambda row: (places[row.award], RECIPIENT_ORDER[row.recipient]),
    )
    return Rows(head, tuple(listed))


def compose(rows: Rows, options: Options, office: Mapping[str, str]) -> Document:
    """The letter on a page of its own and the list behind it; office is the office's settings."""
    del options  # already in the rows
    head = rows.submission
    body = office.get("office", "")
    to = head.addressee or LEVELS[head.level]
    counted = recipient_list.counted(rows.nominations)
    years = sorted({row.year for row in rows.nominations})
    earned = f" về thành tích năm {', '.join(map(str, years))}" if years else ""
    asked = f"{body} đề nghị {to} xem xét, khen thưởng cho {counted}{earned} (có danh sách kèm theo)."
    number = head.number or "……"
    attached = f"(Kèm theo Tờ trình số {number}, {long_date(head.sent_on)} của {body})"
    blocks = (
        Paragraph("TỜ TRÌNH", "title"),
        Paragraph("Về việc đề nghị khen thưởng", "subtitle"),
        Paragraph(f"Kính gửi: {to}", "subtitle"),
        Paragraph("Căn cứ Luật Thi đua, khen thưởng và các văn bản quy định chi tiết, hướng dẫn thi hành;"),
        Paragraph("Căn cứ thành tích của các tập thể, cá nhân, hộ gia đình được đề nghị,"),
        Paragraph(asked if rows.nominations else "Tờ trình chưa có ai được đề nghị."),
        Paragraph(f"Kính đề nghị {to} xem xét, quyết định./."),
        Signatures(role="THỦ TRƯỞNG ĐƠN VỊ", left=("Như trên", "Lưu: VT")),
        PageBreak(),
        Paragraph("DANH SÁCH ĐỀ NGHỊ KHEN THƯỞNG", "title"),
        Paragraph(attached, "subtitle"),
        recipient_list.table(rows.nominations),
        Paragraph(f"Danh sách gồm {counted}." if counted else "Chưa có ai trong danh sách.", "note"),
    )
    return Document(
        TITLE,
        blocks,
        letterhead=_letterhead(office, number, head),
        slug=slug(f"to trinh {head.number or head.sent_on}"),
        footer=f"Tờ trình số {number}",
    )


def _letterhead(office: Mapping[str, str], number: str, head: SubmissionRow) -> Letterhead:
    """The office writes upward itself, whatever desk prepared the paper."""
    place = office.get("place", "")
    day = long_date(head.sent_on)
    return Letterhead(
        office.get("office_parent", ""),
        office.get("office", ""),
        f"Số: {number}",
        f"{place}, {day}" if place else day.capitalize(),
    )
