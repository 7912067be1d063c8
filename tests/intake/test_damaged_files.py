"""Files that cannot or must not be read: each ends in a sentence, with nothing understood and nothing changed."""

import gzip
import hashlib
import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.intake import making
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake.read import read_file

SHEET = "xl/worksheets/sheet1.xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
BOMB = (
    '<!DOCTYPE lolz [<!ENTITY a "ha ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>'
)
OUTSIDE = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
Maker = Callable[[Path], Path]
MAKERS: dict[str, Maker] = {}


def damaged(name: str) -> Callable[[Maker], Maker]:
    def keep(maker: Maker) -> Maker:
        assert name not in MAKERS
        MAKERS[name] = maker
        return maker

    return keep


def raw(name: str, content: bytes) -> None:
    def make(folder: Path) -> Path:
        path = folder / name
        path.write_bytes(content)
        return path

    MAKERS[f"bytes of {name}"] = make


raw("rong.xlsx", b"")
raw("rong.docx", b"")
raw("rong.xls", b"")
raw("chu.xlsx", "Họ và tên;Đơn vị\n".encode())
raw("chu.docx", b"just text")
raw("web.xls", b"<html><table><tr><td>1</td></tr></table></html>")
raw("xml2003.xls", b'<?xml version="1.0"?><Workbook></Workbook>')
raw("rtf.docx", b"{\\rtf1 danh sach}")
raw("ban in.xlsx", b"%PDF-1.4 ...")
raw("anh.docx", b"\x89PNG\r\n\x1a\n" + bytes(200))
raw("nen.xlsx", gzip.compress(b"danh sach" * 99))
raw("nhieu.xlsx", random.Random(1).randbytes(5000))
raw("nhieu.xls", random.Random(2).randbytes(5000))
raw("zip that.docx", b"PK\x03\x04" + random.Random(3).randbytes(5000))
raw("het giua chung.xlsx", b"PK\x03\x04")
raw("mat khau.xlsx", OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(2000))
raw("mat khau.docx", OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(2000))
raw("cu.xlsx", OLE + bytes(504) + "Workbook".encode("utf-16-le") + bytes(2000))
raw("cu.docx", OLE + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(2000))
raw("hong.xls", OLE + bytes(3000))
raw("hong nua.xls", OLE + bytes(504) + "Workbook".encode("utf-16-le") + random.Random(4).randbytes(4000))
raw("bang.csv", b"STT,Ho ten\n1,A\n")
raw("rong.csv", b"")
raw("chu so.csv", bytes(range(32)) * 99)
raw("zip.csv", b"PK\x03\x04" + bytes(99))
raw("nhay kep.csv", 'STT;Họ và tên;Đơn vị\n1;"Lý Văn Thử;'.encode() + b"x" * 200_000)
raw("khong phai bang.txt", "Kính gửi: Phòng Nội vụ; báo cáo, đề nghị\n".encode() * 50)
raw("nua utf-16.csv", "STT;Họ và tên".encode("utf-16")[:-1])
raw("hong.doc", OLE + bytes(504) + "WordDocument".encode("utf-16-le") + random.Random(5).randbytes(4000))
raw("chu.doc", b"just text")
raw("hong.rtf", b"{\\rtf1" + random.Random(6).randbytes(2000))
raw("hong.odt", b"PK\x03\x04" + random.Random(7).randbytes(2000))
raw("bang.ods", b"PK\x03\x04")
raw("van ban.doc", OLE + bytes(2000))
raw("ban in.pdf", b"%PDF-1.4")
raw("Danh sach.xlsx.exe", b"MZ" + bytes(100))
raw("Danh sach.xlsx.lnk", b"L\x00\x00\x00")
raw("khong duoi", b"abc")
raw("~$Danh sach.xlsx", b"\x05admin" + bytes(160))
raw("anh.jpg", b"\xff\xd8\xff\xe0")


@damaged("a workbook cut in half")
def _(folder: Path) -> Path:
    path = making.workbook(folder / "a.xlsx", making.GOOD)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return path


@damaged("a document without its last bytes")
def _(folder: Path) -> Path:
    path = making.lines(folder / "a.docx")
    path.write_bytes(path.read_bytes()[:-30])
    return path


@damaged("a document under the name of a workbook")
def _(folder: Path) -> Path:
    return making.lines(folder / "a.docx").rename(folder / "b.xlsx")


@damaged("a workbook under the name of a document")
def _(folder: Path) -> Path:
    return making.workbook(folder / "a.xlsx", making.GOOD).rename(folder / "b.docx")


@damaged("a new workbook under the name of an old one")
def _(folder: Path) -> Path:
    return making.workbook(folder / "a.xlsx", making.GOOD).rename(folder / "b.xls")


@damaged("a zip that is no document")
def _(folder: Path) -> Path:
    return making.archive(folder / "a.xlsx", {"readme.txt": "hello"})


@damaged("a zip with content types of something else")
def _(folder: Path) -> Path:
    return making.archive(folder / "a.docx", {"[Content_Types].xml": "<Types/>"})


@damaged("a workbook without its sheet")
def _(folder: Path) -> Path:
    return making.without(making.workbook(folder / "a.xlsx", making.GOOD), SHEET)


@damaged("a workbook without its table of sheets")
def _(folder: Path) -> Path:
    return making.without(making.workbook(folder / "a.xlsx", making.GOOD), "xl/workbook.xml")


@damaged("a document without its text")
def _(folder: Path) -> Path:
    return making.without(making.lines(folder / "a.docx"), "word/document.xml")


@damaged("a byte of a packed sheet turned over")
def _(folder: Path) -> Path:
    path = making.workbook(folder / "a.xlsx", making.GOOD)
    with zipfile.ZipFile(path) as packed:
        place = packed.getinfo(SHEET).header_offset + 80
    content = bytearray(path.read_bytes())
    content[place] ^= 0xFF
    path.write_bytes(content)
    return path


@damaged("a directory that lies about the size of a part")
def _(folder: Path) -> Path:
    path = making.lines(folder / "a.docx")
    with zipfile.ZipFile(path) as packed:
        size = packed.getinfo("word/document.xml").file_size
    path.write_bytes(path.read_bytes().replace(size.to_bytes(4, "little"), (size // 2).to_bytes(4, "little")))
    return path


@damaged("a part marked as encrypted")
def _(folder: Path) -> Path:
    path = making.lines(folder / "a.docx")
    content = bytearray(path.read_bytes())
    place = content.find(b"PK\x01\x02")
    content[place + 8] |= 1
    path.write_bytes(content)
    return path


@damaged("a zip bomb")
def _(folder: Path) -> Path:
    return making.workbook_with(folder / "a.xlsx", {"xl/media/bomb.bin": bytes(40 << 20)})


@damaged("a zip of thousands of parts")
def _(folder: Path) -> Path:
    return making.workbook_with(folder / "a.xlsx", {f"xl/media/{n}.bin": b"" for n in range(2500)})


@damaged("a bomb of entities in a document")
def _(folder: Path) -> Path:
    path = making.lines(folder / "a.docx")
    return making.changed(path, "word/document.xml", "<w:document", BOMB + "<w:document")


@damaged("a bomb of entities in a sheet")
def _(folder: Path) -> Path:
    return making.changed(
        making.workbook(folder / "a.xlsx", making.GOOD), SHEET, "<worksheet", BOMB + "<worksheet"
    )


@damaged("an entity that reads another file")
def _(folder: Path) -> Path:
    path = making.lines(folder / "a.docx")
    return making.changed(path, "word/document.xml", "<w:document", OUTSIDE + "<w:document")


@damaged("entities declared in UTF-16")
def _(folder: Path) -> Path:
    xml = f'<?xml version="1.0" encoding="UTF-16"?>{BOMB}<w:document xmlns:w="{making.WORD}"/>'.encode(
        "utf-16"
    )
    parts: dict[str, str | bytes] = {"[Content_Types].xml": making.TYPES, "word/document.xml": xml}
    return making.archive(folder / "a.docx", parts)


@damaged("filled cells in opposite corners of a sheet")
def _(folder: Path) -> Path:
    path = making.workbook(folder / "a.xlsx", making.GOOD)
    far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return making.changed(path, SHEET, "</sheetData>", far)


@damaged("a filled cell in the last row")
def _(folder: Path) -> Path:
    path = making.workbook(folder / "a.xlsx", making.GOOD)
    far = '<row r="1048576"><c r="F1048576"><v>1</v></c></row></sheetData>'
    return making.changed(path, SHEET, "</sheetData>", far)


@damaged("a far cell hidden behind unusual attributes")
def _(folder: Path) -> Path:
    path = making.workbook(folder / "a.xlsx", making.GOOD)
    far = "<row r='900000'><c s=\"0\" r='ZZZ900000'><v>1</v></c></row></sheetData>"
    return making.changed(path, SHEET, "</sheetData>", far)


@damaged("hundreds of thousands of cells in one nameless row")
def _(folder: Path) -> Path:
    path = making.workbook(folder / "a.xlsx", making.GOOD)
    far = f'<row r="500">{"<c><v>1</v></c>" * 300_000}</row></sheetData>'
    return making.changed(path, SHEET, "</sheetData>", far)


@damaged("a long text shown in very many cells")
def _(folder: Path) -> Path:
    path = making.workbook(folder / "a.xlsx", [*making.GOOD, ("dài " * 8000,)])
    text = making.shared_text(path, "dài dài")
    row = "".join(f'<c r="{letter}{{0}}" t="s"><v>{text}</v></c>' for letter in "ABCDEFGHIJ")
    rows = "".join(f'<row r="{number}">{row.format(number)}</row>' for number in range(10, 3000))
    return making.changed(path, SHEET, "</sheetData>", rows + "</sheetData>")


@damaged("a sheet of broken XML")
def _(folder: Path) -> Path:
    return making.changed(
        making.workbook(folder / "a.xlsx", making.GOOD), SHEET, "</sheetData>", "</c></row>"
    )


@damaged("texts pointing beyond the shared ones")
def _(folder: Path) -> Path:
    path = making.workbook(folder / "a.xlsx", making.GOOD)
    return making.changed(path, SHEET, '<c r="A1" t="s"><v>0</v>', '<c r="A1" t="s"><v>999999</v>')


@damaged("a document of broken XML")
def _(folder: Path) -> Path:
    return making.changed(making.lines(folder / "a.docx"), "word/document.xml", "</w:body>", "")


@damaged("tables nested a thousand deep")
def _(folder: Path) -> Path:
    deep = "<w:tbl><w:tr><w:tc>" * 1000 + making.paragraph("1. X") + "</w:tc></w:tr></w:tbl>" * 1000
    return making.document(folder / "a.docx", deep)


@damaged("broken numbering")
def _(folder: Path) -> Path:
    return making.document(
        folder / "a.docx", making.paragraph("1. X"), **{"word/numbering.xml": "<w:numbering"}
    )


@damaged("a sheet with nothing")
def _(folder: Path) -> Path:
    return making.workbook(folder / "a.xlsx", ())


@damaged("only a hidden sheet holds the list")
def _(folder: Path) -> Path:
    return making.workbook(folder / "a.xlsx", (), making.GOOD, hidden=1)


@damaged("a heading without a table")
def _(folder: Path) -> Path:
    return making.workbook(folder / "a.xlsx", making.GOOD[:3])


@damaged("rows without a header")
def _(folder: Path) -> Path:
    return making.workbook(folder / "a.xlsx", making.PEOPLE)


@damaged("a header without rows")
def _(folder: Path) -> Path:
    return making.workbook(folder / "a.xlsx", making.GOOD[:4])


@damaged("a document with nothing")
def _(folder: Path) -> Path:
    return making.document(folder / "a.docx", "")


@damaged("a letter, no list")
def _(folder: Path) -> Path:
    return making.lines(folder / "a.docx", ["Kính gửi: UBND huyện", "Đề nghị xem xét khen thưởng."])


@damaged("a document without a body")
def _(folder: Path) -> Path:
    return making.changed(
        making.document(folder / "a.docx", ""), "word/document.xml", "<w:body></w:body>", ""
    )


@damaged("a list in VNI letters")
def _(folder: Path) -> Path:
    return making.lines(
        folder / "a.docx", ["DANH SAÙCH CAÙ NHAÂN", "1. OÂng Nguyeãn Vaên Thöû, Giaùo vieân;"]
    )


@damaged("a list in TCVN3 letters")
def _(folder: Path) -> Path:
    rows = [("Sè TT", "Hä vµ tªn", "§¬n vÞ c«ng t\u00b8c"), (1, "NguyÔn V¨n Thö", "Tr\xadêng MÇm non")]
    return making.workbook(folder / "a.xlsx", rows)


@damaged("an open document of endless cells")
def _(folder: Path) -> Path:
    path = making.open_workbook(folder / "a.ods", making.GOOD)
    return making.changed(
        path,
        "content.xml",
        "</table:table>",
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384" '
        'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
    )


@damaged("an open document with a password")
def _(folder: Path) -> Path:
    path = making.open_workbook(folder / "a.ods", making.GOOD)
    return making.changed(path, "META-INF/manifest.xml", "<manifest/>", "<manifest:encryption-data/>")


@damaged("an open document of something else")
def _(folder: Path) -> Path:
    return making.archive(folder / "a.ods", {"mimetype": "application/vnd.oasis.opendocument.graphics"})


@damaged("an open document of broken XML")
def _(folder: Path) -> Path:
    return making.changed(
        making.open_workbook(folder / "a.ods", making.GOOD), "content.xml", "</table:table>", ""
    )


@damaged("a folder")
def _(folder: Path) -> Path:
    path = folder / "a.xlsx"
    path.mkdir()
    return path


@damaged("a file that is gone")
def _(folder: Path) -> Path:
    return folder / "mat.xlsx"


@damaged("a name longer than any disk allows")
def _(folder: Path) -> Path:
    return folder / ("x" * 5000 + ".xlsx")


@damaged("a name no disk allows")
def _(folder: Path) -> Path:
    return folder / "a\0b.xlsx"


@damaged("a link that leads nowhere")
def _(folder: Path) -> Path:
    path = folder / "a.xlsx"
    path.symlink_to(folder / "khong co.xlsx")
    return path


@damaged("a file beyond all measure")
def _(folder: Path) -> Path:
    path = folder / "a.xlsx"
    with path.open("wb") as file:
        file.truncate(65 << 20)
    return path


def fingerprint(path: Path) -> str:
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return ""


@pytest.mark.parametrize("name", MAKERS)
def test_a_damaged_or_hostile_file_ends_in_a_sentence(name: str, tmp_path: Path, book: TitleBook) -> None:
    path = MAKERS[name](tmp_path)
    before = fingerprint(path)

    reading = read_file(path, book)

    assert [award for decision in reading.decisions for award in decision.awards] == []
    assert reading.problems
    for problem in reading.problems:
        assert problem.file == path.name
        assert problem.reason[0].isupper() or problem.reason[0] == "“"
        assert problem.reason.endswith((".", "?"))
        assert not problem.reason.isascii()
    assert fingerprint(path) == before


def test_there_are_many_kinds_of_damage() -> None:
    assert len(MAKERS) >= 40


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files on Windows")
def test_a_pipe_is_not_waited_for(tmp_path: Path, book: TitleBook) -> None:
    os.mkfifo(tmp_path / "a.xlsx")

    assert "không phải là tệp thường" in read_file(tmp_path / "a.xlsx", book).problems[0].reason


def test_a_file_that_may_not_be_read_says_so(
    tmp_path: Path, book: TitleBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = making.workbook(tmp_path / "a.xlsx", making.GOOD)
    opened = Path.open

    def refuse(self: Path, *args: object, **options: object) -> object:
        if self == path:
            raise PermissionError(13, "Permission denied")
        return opened(self, *args, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refuse)

    assert "đóng tệp rồi nhập lại" in read_file(path, book).problems[0].reason


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("bytes of mat khau.xlsx", "mật khẩu"),
        ("bytes of rong.xlsx", "rỗng"),
        ("bytes of van ban.doc", ".docx"),
        ("bytes of chu so.csv", "thuần"),
        ("an open document of endless cells", "quá xa nhau"),
        ("an open document with a password", "mật khẩu"),
        ("bytes of ~$Danh sach.xlsx", "tệp tạm"),
        ("a document under the name of a workbook", "Đuôi tệp"),
        ("a zip bomb", "bất thường"),
        ("a long text shown in very many cells", "bất thường"),
        ("a bomb of entities in a document", "DTD"),
        ("filled cells in opposite corners of a sheet", "quá xa nhau"),
        ("only a hidden sheet holds the list", "đang ẩn"),
        ("a file that is gone", "Không còn tệp"),
        ("a file beyond all measure", "64 MB"),
    ],
)
def test_the_sentence_names_what_is_wrong(name: str, says: str, tmp_path: Path, book: TitleBook) -> None:
    assert says in read_file(MAKERS[name](tmp_path), book).problems[0].reason


def test_a_sheet_said_to_be_endless_is_read_by_what_it_holds(tmp_path: Path, book: TitleBook) -> None:
    path = making.workbook(tmp_path / "a.xlsx", making.GOOD)
    making.changed(path, SHEET, '<dimension ref="A1:F7"/>', '<dimension ref="A1:XFD1048576"/>')
    making.changed(path, SHEET, "</sheetData>", '<row r="1048576"><c r="F1048576" s="0"/></row></sheetData>')

    reading = read_file(path, book)

    assert (reading.rows_read, reading.problems) == (2, ())


def test_macros_and_links_in_a_workbook_are_left_alone(tmp_path: Path, book: TitleBook) -> None:
    path = making.workbook_with(
        tmp_path / "a.xlsm",
        {"xl/vbaProject.bin": OLE, "xl/externalLinks/externalLink1.xml": "<externalLink/>"},
    )

    assert read_file(path, book).rows_read == 2
