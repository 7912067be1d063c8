"""Workbooks damaged or hostile in one thought-out way; nothing can be understood of them."""

import zipfile
from pathlib import Path

from tests.intake import making
from tests.intake.damage import refused

SHEET = "xl/worksheets/sheet1.xml"
BOMB = (
    '<!DOCTYPE lolz [<!ENTITY a "ha ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


@refused("a workbook cut in half")
def _(folder: Path) -> Path:
    path = making.workbook(folder / "a.xlsx", making.GOOD)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


@refused("a document without its last bytes")
def _(folder: Path) -> Path:
    path = making.lines(folder / "a.docx")
    path.write_bytes(path.read_bytes()[:-30])
    return path


@refused("a document under the name of a workbook")
def _(folder: Path) -> Path:
    return making.lines(folder / "a.docx").rename(folder / "b.xlsx")


@refused("a workbook under the name of a document")
def _(folder: Path) -> Path:
    return making.workbook(folder / "a.xlsx", making.GOOD).rename(folder / "b.docx")


@refused("a new workbook under the name of an old one")
def _(folder: Path) -> Path:
    return making.workbook(folder / "a.xlsx", making.GOOD).rename(folder / "b.xls")


@refused("a zip that is no document")
def _(folder: Path) -> Path:
    return making.archive(folder / "a.xlsx", {"readme.txt": "hello"})


@refused("a zip with content types of something else")
def _(folder: Path) -> Path:
    return making.archive(folder / "a.docx", {"[Content_Types].xml": "<Types/>"})


@refused("a workbook without its sheet")
def _(folder: Path) -> Path:
    return making.without(making.workbook(folder / "a.xlsx", making.GOOD), SHEET)


@refused("a workbook without its table of sheets")
def _(folder: Path) -> Path:
    return making.without(making.workbook(folder / "a.xlsx", making.GOOD), "xl/workbook.xml")


@refused("a document without its text")
def _(folder: Path) -> Path:
    return making.without(making.lines(folder / "a.docx"), "word/document.xml")


@refused("a byte of a packed sheet turned over")
def _(folder: Path) -> Path:
    path = making.workbook(folder / "a.xlsx", making.GOOD)
    with zipfile.ZipFile(path) as packed:
        place = packed.getinfo(SHEET).header_offset + 80
    content = bytearray(path.read_bytes())
    content[place] ^= 0xFF
    path.write_bytes(content)
    return path


@refused("a directory that lies about the size of a part")
def _(folder: Path) -> Path:
    path = making.lines(folder / "a.docx")
    with zipfile.ZipFile(path) as packed:
        size = packed.getinfo("word/document.xml").file_size
    path.write_bytes(path.read_bytes().replace(size.to_bytes(4, "little"), (size // 2).to_bytes(4, "little")))
    return path


@refused("a part marked as encrypted")
def _(folder: Path) -> Path:
    path = making.lines(folder / "a.docx")
    content = bytearray(path.read_bytes())
    place = content.find(b"PK\x01\x02")
    content[place + 8] |= 1
    path.write_bytes(content)
    return path


@refused("a zip bomb")
def _(folder: Path) -> Path:
    return making.workbook_with(folder / "a.xlsx", {"xl/media/bomb.bin": bytes(40 << 20)})


@refused("a zip of thousands of parts")
def _(folder: Path) -> Path:
    return making.workbook_with(folder / "a.xlsx", {f"xl/media/{n}.bin": b"" for n in range(2500)})


@refused("a bomb of entities in a document")
def _(folder: Path) -> Path:
    path = making.lines(folder / "a.docx")
    return making.changed(path, "word/document.xml", "<w:document", BOMB + "<w:document")


@refused("a bomb of entities in a sheet")
def _(folder: Path) -> Path:
    return making.changed(
        making.workbook(folder / "a.xlsx", making.GOOD), SHEET, "<worksheet", BOMB + "<worksheet"
    )


@refused("an entity that reads another file")
def _(folder: Path) -> Path:
    path = making.lines(folder / "a.docx")
    return making.changed(path, "word/document.xml", "<w:document", OUTSIDE + "<w:document")


@refused("entities declared in UTF-16")
def _(folder: Path) -> Path:
    xml = f'<?xml version="1.0" encoding="UTF-16"?>{BOMB}<w:document xmlns:w="{making.WORD}"/>'.encode(
        "utf-16"
    )
    parts: dict[str, str | bytes] = {"[Content_Types].xml": making.TYPES, "word/document.xml": xml}
    return making.archive(folder / "a.docx", parts)


@refused("filled cells in opposite corners of a sheet")
def _(folder: Path) -> Path:
    path = making.workbook(folder / "a.xlsx", making.GOOD)
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return making.changed(path, SHEET, "</sheetData>", far)


@refused("a filled cell in the last row")
def _(folder: Path) -> Path:
    path = making.workbook(folder / "a.xlsx", making.GOOD)
    far = '<row r="1048576"><c r="F1048576"><v>1</v></c></row></sheetData>'
    return making.changed(path, SHEET, "</sheetData>", far)


@refused("a far cell hidden behind unusual attributes")
def _(folder: Path) -> Path:
    path = making.workbook(folder / "a.xlsx", making.GOOD)
    far = "<row r='900000'><c s=\"0\" r='ZZZ900000'><v>1</v></c></row></sheetData>"
    return making.changed(path, SHEET, "</sheetData>", far)


@refused("hundreds of thousands of cells in one nameless row")
def _(folder: Path) -> Path:
    path = making.workbook(folder / "a.xlsx", making.GOOD)
    far = f'<row r="500">{"<c><v>1</v></c>" * 300_000}</row></sheetData>'
    return making.changed(path, SHEET, "</sheetData>", far)


@refused("a long text shown in very many cells")
def _(folder: Path) -> Path:
    path = making.workbook(folder / "a.xlsx", [*making.GOOD, ("dài " * 8000,)])
    text = making.shared_text(path, "dài dài")
    row = "".join(f'<c r="{letter}{{0}}" t="s"><v>{text}</v></c>' for letter in "ABCDEFGHIJ")
    rows = "".join(f'<row r="{number}">{row.format(number)}</row>' for number in range(10, 3000))
    return making.changed(path, SHEET, "</sheetData>", rows + "</sheetData>")


@refused("a sheet of broken XML")
def _(folder: Path) -> Path:
    return making.changed(
        making.workbook(folder / "a.xlsx", making.GOOD), SHEET, "</sheetData>", "</c></row>"
    )


@refused("texts pointing beyond the shared ones")
def _(folder: Path) -> Path:
    path = making.workbook(folder / "a.xlsx", making.GOOD)
    return making.changed(path, SHEET, '<c r="A1" t="s"><v>0</v>', '<c r="A1" t="s"><v>999999</v>')
