"""Foreign files made for tests: workbooks and documents with invented names, whole or damaged."""

import unicodedata
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter

HEADING = "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG “CHIẾN SĨ THI ĐUA CƠ SỞ” NĂM 2018"
REFERENCE = "(Kèm theo Quyết định số 95/QĐ-UBND ngày 8 tháng 2 năm 2019 của Chủ tịch UBND huyện Bạch Thông)"
HEADER = ("STT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị công tác", "Danh hiệu")
TITLE = "Chiến sĩ thi đua cơ sở"
PEOPLE = (
    (1, "Hoàng Thị Mẫu", 1980, "Giáo viên", "Trường Tiểu học Ví Dụ", TITLE),
    (2, "Lý Văn Thử", 1975, "Chuyên viên", "Phòng Nội vụ", TITLE),
)
GOOD = ((HEADING,), (REFERENCE,), (), HEADER, *PEOPLE, (None, "Tổng cộng: 2 cá nhân./."))
LINES = (
    HEADING,
    REFERENCE,
    "I. CÁ NHÂN",
    "1. Bà Hoàng Thị Mẫu, Giáo viên, Trường Tiểu học Ví Dụ, huyện Bạch Thông;",
    "2. Ông Lý Văn Thử, Chuyên viên, Phòng Nội vụ, huyện Bạch Thông;",
    "(Danh sách này gồm 2 tập thể, cá nhân)./.",
)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)


def workbook(
    path: Path, *sheets: Iterable[Sequence[object]], names: Sequence[str] = (), hidden: int = -1
) -> Path:
    with xlsxwriter.Workbook(path) as book:
        for place, rows in enumerate(sheets):
            sheet = book.add_worksheet(names[place] if names else None)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            if place == hidden:
                sheet.hide()
    return path


def open_workbook(path: Path, *sheets: Iterable[Sequence[object]], hidden: str = "") -> Path:
    """An .ods as LibreOffice writes it, with empty rows and cells counted instead of written out."""
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    tables = "".join(
        f'<table:table table:name="Trang{place}">{"".join(map(_open_row, rows))}{hidden}'
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/>'
        "</table:table-row></table:table>"
        for place, rows in enumerate(sheets, 1)
    )
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{spaces}><office:body><office:spreadsheet>'
        f"{tables}</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    return archive(path, {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": "<manifest/>"})


def _open_row(row: Sequence[object]) -> str:
    cells = "".join(map(_open_cell, row)) or "<table:table-cell/>"
    return f"<table:table-row>{cells}</table:table-row>"


def _open_cell(value: object) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, int):
        return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{value}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'


def paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'


def table(rows: Iterable[Sequence[str]]) -> str:
    cells = ("".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in row) for row in rows)
    return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"


def document(path: Path, body: str, **parts: str) -> Path:
    xml = f'<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'
    return archive(path, {"[Content_Types].xml": TYPES, "word/document.xml": xml, **parts})


def lines(path: Path, texts: Iterable[str] = LINES) -> Path:
    return document(path, "".join(map(paragraph, texts)))


def archive(path: Path, parts: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return path


def changed(path: Path, name: str, old: str, new: str) -> Path:
    """Rewrite one part of an archive, each time `old` stands in it."""
    with zipfile.ZipFile(path) as packed:
        parts: dict[str, str | bytes] = {part: packed.read(part) for part in packed.namelist()}
    content = bytes(parts[name]).decode() if isinstance(parts[name], bytes) else str(parts[name])
    assert old in content
    parts[name] = content.replace(old, new)
    return archive(path, parts)


def part(path: Path, name: str) -> str:
    """Return one part of an archive as text."""
    with zipfile.ZipFile(path) as packed:
        return packed.read(name).decode()


def without(path: Path, name: str) -> Path:
    with zipfile.ZipFile(path) as packed:
        parts: dict[str, str | bytes] = {
            part: packed.read(part) for part in packed.namelist() if part != name
        }
    return archive(path, parts)


def workbook_with(path: Path, parts: dict[str, str | bytes]) -> Path:
    """Make the good workbook with further parts inside."""
    return archive_with(workbook(path, GOOD), parts)


def archive_with(path: Path, parts: dict[str, str | bytes]) -> Path:
    """Put further parts into an archive."""
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return path


def shared_text(path: Path, start: str) -> int:
    """Return the place of a text among the shared texts of a workbook."""
    with zipfile.ZipFile(path) as packed:
        texts = packed.read("xl/sharedStrings.xml").decode().split("<si>")[1:]
    return next(place for place, text in enumerate(texts) if start in text)


def windows_1258(text: str) -> bytes:
    """Letters with ă â ê ô ơ ư whole and the tones apart, as that page has them."""
    tones = "\u0300\u0301\u0303\u0309\u0323"
    pieces = []
    for letter in text:
        apart = unicodedata.normalize("NFD", letter)
        tone = [mark for mark in apart if mark in tones]
        pieces.append(
            unicodedata.normalize("NFC", "".join(m for m in apart if m not in tones)) + "".join(tone)
        )
    return "".join(pieces).encode("cp1258")
