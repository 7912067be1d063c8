"""The forecast as a document: who may be proposed, what each lacks, who has waited for years."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from thidua_desktop.db import Session
from thidua_desktop.documents import report_frame
from thidua_desktop.documents.document import Block, Column, Document, Paragraph, Table
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.facts import VERDICTS
from thidua_desktop.domain.law.wording import by_code
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.vietnamese import number, slug
from thidua_desktop.records import catalogue, units
from thidua_desktop.services.forecast import PATIENCE, Chance, Forecast, forecast

TITLE = "Dự báo khen thưởng"
_CHANCES = (
    Column("STT", 0.5, "center"),
    Column("Tên", 2.0),
    Column("Đơn vị", 2.2),
    Column("Danh hiệu, hình thức", 2.0),
    Column("Năm", 0.6, "center"),
    Column("Kết quả", 1.0),
    Column("Còn thiếu", 4.5),
)
_WAITING = (
    Column("STT", 0.5, "center"),
    Column("Đối tượng", 1.0),
    Column("Tên", 2.5),
    Column("Đơn vị", 3.0),
    Column("Khen lần cuối", 1.0, "center"),
)
_SHARES = (
    Column("Trong số cá nhân được khen", 4.0),
    Column("Số người", 1.0, "right"),
    Column("Tỷ lệ", 1.0, "right"),
)


@dataclass(frozen=True)
class Options:
    """The year, what gives the office's law, a unit and below (None: all), the years one may wait."""

    year: int
    law: Callable[[Session], Law]
    unit: int | None = None
    patience: int = PATIENCE


@dataclass(frozen=True)
class Rows:
    """What was found, with the words for awards and conditions."""

    found: Forecast
    labels: Mapping[str, str]
    words: Mapping[str, str]
    unit: str = field(default="")


def build(session: Session, options: Options) -> Rows:
    """Look at the year and the next."""
    within = None if options.unit is None else frozenset(units.within(session, options.unit))
    law = options.law(session)
    found = forecast(session, law, options.year, patience=options.patience, within=within)
    labels = {code: row.label for code, row in catalogue.by_code(session).items()}
    unit = units.get(session, options.unit).name if options.unit is not None else ""
    return Rows(found, labels, by_code(law.book), unit)


def compose(rows: Rows, options: Options, office: Mapping[str, str]) -> Document:
    """The forecast as a document; office is the office's settings."""
    found = rows.found
    chances = [_chance(place, one, rows) for place, one in enumerate(found.chances, start=1)]
    waiting = [
        (place, RECIPIENTS[one.recipient], one.name, one.unit, one.last or "chưa có")
        for place, one in enumerate((*found.people, *found.units), start=1)
    ]
    shares = [(one.name, one.count, _share(one.count, found.of)) for one in found.shares]
    after = f"Từ {options.patience} năm chưa được khen"
    blocks: list[Block] = [
        Paragraph(TITLE.upper(), "title"),
        Paragraph(f"Năm {options.year} và năm {options.year + 1}", "subtitle"),
        *([Paragraph(rows.unit, "subtitle")] if rows.unit else []),
        Table(_CHANCES, chances, "Có thể đề nghị", name="Có thể đề nghị"),
        Paragraph("Thiếu dữ liệu không có nghĩa là chưa đủ tiêu chuẩn.", "note"),
        Table(_WAITING, waiting, after, name="Chưa được khen"),
        Table(_SHARES, shares, f"Cơ cấu {number(found.of)} cá nhân được khen {options.year}", name="Cơ cấu"),
        report_frame.signatures(),
    ]
    return Document(
        TITLE,
        tuple(blocks),
        landscape=True,
        letterhead=report_frame.head(office),
        slug=slug(f"du bao {options.year} {rows.unit}"),
        footer=f"{TITLE} {options.year}",
    )


def _chance(place: int, one: Chance, rows: Rows) -> tuple[str | int, ...]:
    lacks = "; ".join(lack.words(lambda code: rows.words.get(code, code)) for lack in one.lacks)
    title = rows.labels.get(one.award, one.award)
    return place, one.name, one.unit, title, one.year, VERDICTS[one.verdict], lacks


def _share(count: int, of: int) -> str:
    return f"{count * 100 / of:.1f} %".replace(".", ",") if of else ""
