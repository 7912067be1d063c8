"""Nhắc việc: units that have not registered for a year, or have not sent a dossier for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_desktop.db import Session
from thidua_desktop.documents import report_frame
from thidua_desktop.documents.document import Column, Document, Paragraph, Table
from thidua_desktop.domain.vietnamese import number, slug
from thidua_desktop.records import sending
from thidua_desktop.records.sending import Silent

TITLE = "Danh sách đơn vị chưa đăng ký thi đua, chưa gửi hồ sơ đề nghị"
_COLUMNS = (
    Column("STT", 0.5, "center"),
    Column("Đơn vị", 3.0),
    Column("Khối", 2.0),
    Column("Đăng ký thi đua", 1.2),
    Column("Hồ sơ đề nghị", 1.2),
)
_SENT, _WAITING = "Đã gửi", "Chưa gửi"


@dataclass(frozen=True)
class Options:
    """The year the units are asked for."""

    year: int


def build(session: Session, options: Options) -> list[Silent]:
    """The units that have not sent everything."""
    found = sending.units_for(session, options.year)
    return [row for row in found if not (row.registered and row.proposed)]


def compose(rows: list[Silent], options: Options, office: Mapping[str, str]) -> Document:
    """The list as a document; office is the office's settings."""
    cells = [
        (place, row.unit, row.block, _said(sent=row.registered), _said(sent=row.proposed))
        for place, row in enumerate(rows, start=1)
    ]
    registration = sum(not row.registered for row in rows)
    proposal = sum(not row.proposed for row in rows)
    counted = f"{number(registration)} đơn vị chưa đăng ký thi đua, {number(proposal)} đơn vị chưa gửi hồ sơ."
    return Document(
        TITLE,
        (
            Paragraph(TITLE.upper(), "title"),
            Paragraph(f"Năm {options.year}", "subtitle"),
            Table(_COLUMNS, cells, name="Đơn vị"),
            Paragraph(counted, "note"),
            report_frame.signatures(),
        ),
        letterhead=report_frame.head(office),
        slug=slug(f"nhac viec {options.year}"),
        footer=f"Nhắc việc năm {options.year}",
    )


def _said(*, sent: bool) -> str:
    return _SENT if sent else _WAITING
