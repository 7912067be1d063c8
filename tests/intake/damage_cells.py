"""Workbooks whole in form whose cells, ranges and links are hostile; each may be read, if it is read right."""

from functools import partial
from pathlib import Path

from tests.intake import making
from tests.intake.damage import any_end, good_open_workbook, good_workbook, with_part

SHEET = "xl/worksheets/sheet1.xml"
NAMES = {
    "a formula": "=1+1",
    "a formula that starts a program": "=cmd|'/c calc'!A1",
    "a formula that asks the web": '=WEBSERVICE("http://example.invalid/"&A1)',
    "a link": '=HYPERLINK("http://example.invalid","Hoàng Thị Mẫu")',
    "a plus before it": "+Hoàng Thị Mẫu",
    "a minus before it": "-2+3+cmd|' /C calc'!A0",
    "an at before it": "@SUM(A1:A9)",
    "a tab before it": "\tHoàng Thị Mẫu",
    "ten thousand letters": "Hoàng " * 1700,
    "letters from right to left": "\u202eHoàng Thị Mẫu\u202c",
    "marks that turn the writing": "Hoàng\u200f Thị\u200e Mẫu\u2066",
    "spaces nobody sees": "Hoàng\u200bThị\ufeffMẫu\u00ad",
    "a picture for a letter": "Hoàng 😀 Mẫu",
    "Arabic letters": "محمد",
    "a hundred tones on a letter": "Hoa" + "\u0301" * 100,
    "a path": "..\\..\\Windows\\System32\\a.dll",
    "a path of Unix": "../../etc/passwd",
    "a drive": "C:\\Danh sach.xlsx",
    "a device": "CON",
    "a line break": "Hoàng\nThị\r\nMẫu",
    "a question to a database": "Mẫu'); DROP TABLE person;--",
    "a piece of a page": "<script>alert(1)</script>",
    "nothing but spaces": "\u00a0\u2003 ",
    "nothing but a dot": ".",
    "digits": "0123456789",
}
MERGED = {
    "the whole sheet": ("A1:XFD1048576",),
    "ranges one in the other": ("A1:F9", "B2:C3", "A1:F9"),
    "ranges across each other": ("A4:C6", "B5:D7", "C6:E8"),
    "a range from its end to its beginning": ("F9:A1",),
    "a range of no cell": ("A0:A0",),
    "a range beyond every sheet": ("ZZZZ1:ZZZZ9",),
    "a range of no letters": ("1:2",),
    "a range of nothing": ("",),
    "five thousand ranges": tuple(f"A{row}:B{row}" for row in range(20, 5020)),
    "the rows of people": ("A5:F6",),
    "the names of all": ("B5:B6",),
}
CELLS = {
    "an error of a formula": '<c r="B5" t="e"><v>#REF!</v></c>',
    "an error nobody knows": '<c r="B5" t="e"><v>#LA!</v></c>',
    "a formula with its value": '<c r="B5" t="str"><f>A1&amp;"x"</f><v>Hoàng Thị Mẫu</v></c>',
    "a formula without a value": "<c r=\"B5\"><f>cmd|'/c calc'!A1</f></c>",
    "a formula of another file": '<c r="B5" t="str"><f>[1]Sheet1!$A$1</f><v>Lý</v></c>',
    "a text before the first": '<c r="B5" t="s"><v>-1</v></c>',
    "a text of no number": '<c r="B5" t="s"><v>x</v></c>',
    "a style beyond all": '<c r="B5" s="99999" t="s"><v>0</v></c>',
    "a style below zero": '<c r="B5" s="-3" t="s"><v>0</v></c>',
    "a kind nobody knows": '<c r="B5" t="zzz"><v>1</v></c>',
    "a place nobody knows": '<c r="5B" t="s"><v>0</v></c>',
    "a place that is empty": '<c r="" t="s"><v>0</v></c>',
    "a place below zero": '<c r="B-5"><v>1</v></c>',
    "a number that is none": '<c r="B5"><v>NaN</v></c>',
    "a number without end": '<c r="B5"><v>1e999</v></c>',
    "a number of a thousand digits": f'<c r="B5"><v>{"9" * 1000}</v></c>',
    "a truth that is none": '<c r="B5" t="b"><v>7</v></c>',
    "a day that is none": '<c r="B5" t="d"><v>9999-99-99</v></c>',
    "a text inside": '<c r="B5" t="inlineStr"><is><t>Hoàng Thị Mẫu</t></is></c>',
    "half a letter": '<c r="B5" t="inlineStr"><is><t>&#xD800;</t></is></c>',
    "a letter no XML allows": '<c r="B5" t="inlineStr"><is><t>a&#x1;b</t></is></c>',
    "a letter written as Excel does": '<c r="B5" t="inlineStr"><is><t>Ho_x0000_àng</t></is></c>',
    "an entity nobody declared": '<c r="B5" t="inlineStr"><is><t>&x;</t></is></c>',
    "the same cell again": '<c r="B5" t="s"><v>0</v></c><c r="B5" t="s"><v>1</v></c>',
}
YEARS = {
    "far away": 99999999,
    "below zero": -5,
    "a serial": 29221,
    "a serial with hours": 29221.75,
    "a text": "'1980",
    "a day of none": "00/00/1954",
    "the thirty-first of February": "31/02/1980",
    "ditto": "nt",
}
LINKS = {
    "xl/externalLinks/externalLink1.xml": '<externalLink xmlns:r="x" r:id="rId1"/>',
    "xl/connections.xml": '<connections><connection id="1" name="x"><dbPr connection="x"/></connection></connections>',
    "xl/embeddings/oleObject1.bin": "MZ",
    "xl/vbaProject.bin": "MZ",
    "xl/activeX/activeX1.xml": "<ocx/>",
    "xl/queryTables/queryTable1.xml": '<queryTable name="x" connectionId="1"/>',
    "xl/ctrlProps/ctrlProp1.xml": "<formControlPr/>",
    "customXml/item1.xml": "<x/>",
    "../../ra ngoai.xml": "<x/>",
    "C:\\Windows\\a.dll": "MZ",
    "/tuyet doi.xml": "<x/>",
    "CON": "x",
}


def _named(name: str, folder: Path) -> Path:
    rows = [list(row) for row in making.GOOD]
    rows[4][1] = name
    path = folder / "a.ods"
    return making.open_workbook(path, rows)


def _typed(name: str, folder: Path) -> Path:
    safe = name.replace("&", "&amp;").replace("<", "&lt;").replace("\x00", "")
    cell = f'<c r="B5" t="inlineStr"><is><t xml:space="preserve">{safe}</t></is></c>'
    return _celled(cell, folder)


def _celled(cell: str, folder: Path) -> Path:
    path = good_workbook(folder)
    place = making.shared_text(path, "Hoàng Thị Mẫu")
    return making.changed(path, SHEET, f'<c r="B5" t="s"><v>{place}</v></c>', cell)


def _merged(ranges: tuple[str, ...], folder: Path) -> Path:
    cells = "".join(f'<mergeCell ref="{one}"/>' for one in ranges)
    parts = f'</sheetData><mergeCells count="{len(ranges)}">{cells}</mergeCells>'
    return making.changed(good_workbook(folder), SHEET, "</sheetData>", parts)


def _born(year: object, folder: Path) -> Path:
    rows = [list(row) for row in making.GOOD]
    rows[4][2] = year
    return making.workbook(folder / "a.xlsx", rows)


def _linked(part: str, content: str, folder: Path) -> Path:
    return making.archive_with(good_workbook(folder), {part: content})


def _header_of(columns: int, folder: Path) -> Path:
    cells = "".join(f"<c><v>{column}</v></c>" for column in range(columns))
    return making.changed(
        good_workbook(folder), SHEET, "</sheetData>", f'<row r="9">{cells}</row></sheetData>'
    )


def _rows_of(count: int, folder: Path) -> Path:
    filled = (*range(9, count, 16), count)
    rows = "".join(f'<row r="{row}"><c r="A{row}"><v>1</v></c></row>' for row in filled)
    path = good_workbook(folder)
    sheet = making.part(path, SHEET).replace("</sheetData>", f"{rows}</sheetData>")
    return with_part(path, SHEET, sheet.encode())


def _repeated(attribute: str, folder: Path) -> Path:
    path = good_open_workbook(folder)
    return making.changed(path, "content.xml", "<table:table-row>", f"<table:table-row {attribute}>")


for _said, _name in NAMES.items():
    any_end(f"a name with {_said}")(partial(_typed, _name))
    any_end(f"a name with {_said}, in an open document")(partial(_named, _name))
for _said, _ranges in MERGED.items():
    any_end(f"merged: {_said}")(partial(_merged, _ranges))
for _said, _cell in CELLS.items():
    any_end(f"a cell with {_said}")(partial(_celled, _cell))
for _said, _year in YEARS.items():
    any_end(f"a year of birth: {_said}")(partial(_born, _year))
for _part, _content in LINKS.items():
    any_end(f"a workbook with {_part}")(partial(_linked, _part, _content))
any_end("a row of 16,384 columns")(partial(_header_of, 16_384))
any_end("a row of more columns than any sheet")(partial(_header_of, 20_000))
any_end("a sheet of 1,048,576 rows")(partial(_rows_of, 1_048_576))
for _said in ('table:number-rows-repeated="-1"', 'table:number-rows-repeated="x"', 'table:style-name="zz"'):
    any_end(f"an open document with {_said}")(partial(_repeated, _said))
