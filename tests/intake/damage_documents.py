"""Documents and open documents damaged or hostile in one thought-out way; nothing can be understood of them."""

from pathlib import Path

from tests.intake import making
from tests.intake.damage import refused


@refused("a document of broken XML")
def _(folder: Path) -> Path:
    return making.changed(making.lines(folder / "a.docx"), "word/document.xml", "</w:body>", "")


@refused("tables nested a thousand deep")
def _(folder: Path) -> Path:
    deep = "<w:tbl><w:tr><w:tc>" * 1000 + making.paragraph("1. X") + "</w:tc></w:tr></w:tbl>" * 1000
    return making.document(folder / "a.docx", deep)


@refused("broken numbering")
def _(folder: Path) -> Path:
    return making.document(
        folder / "a.docx", making.paragraph("1. X"), **{"word/numbering.xml": "<w:numbering"}
    )


@refused("a sheet with nothing")
def _(folder: Path) -> Path:
    return making.workbook(folder / "a.xlsx", ())


@refused("only a hidden sheet holds the list")
def _(folder: Path) -> Path:
    return making.workbook(folder / "a.xlsx", (), making.GOOD, hidden=1)


@refused("a heading without a table")
def _(folder: Path) -> Path:
    return making.workbook(folder / "a.xlsx", making.GOOD[:3])


@refused("rows without a header")
def _(folder: Path) -> Path:
    return making.workbook(folder / "a.xlsx", making.PEOPLE)


@refused("a header without rows")
def _(folder: Path) -> Path:
    return making.workbook(folder / "a.xlsx", making.GOOD[:4])


@refused("a document with nothing")
def _(folder: Path) -> Path:
    return making.document(folder / "a.docx", "")


@refused("a letter, no list")
def _(folder: Path) -> Path:
    return making.lines(folder / "a.docx", ["Kính gửi: UBND huyện", "Đề nghị xem xét khen thưởng."])


@refused("a document without a body")
def _(folder: Path) -> Path:
    return making.changed(
        making.document(folder / "a.docx", ""), "word/document.xml", "<w:body></w:body>", ""
    )


@refused("a list in VNI letters")
def _(folder: Path) -> Path:
    return making.lines(
        folder / "a.docx", ["DANH SAÙCH CAÙ NHAÂN", "1. OÂng Nguyeãn Vaên Thöû, Giaùo vieân;"]
    )


@refused("a list in TCVN3 letters")
def _(folder: Path) -> Path:
    rows = [("Sè TT", "Hä vµ tªn", "§¬n vÞ c«ng t\u00b8c"), (1, "NguyÔn V¨n Thö", "Tr\xadêng MÇm non")]
    return making.workbook(folder / "a.xlsx", rows)


@refused("an open document of endless cells")
def _(folder: Path) -> Path:
    path = making.open_workbook(folder / "a.ods", making.GOOD)
    return making.changed(
        path,
        "content.xml",
        "</table:table>",
        '<table:table-row table:number-rows-repeated="1048570"><table:table-cell table:number-columns-repeated="16384" '
        'office:value-type="string"><text:p>x</text:p></table:table-cell></table:table-row></table:table>',
    )


@refused("an open document with a password")
def _(folder: Path) -> Path:
    path = making.open_workbook(folder / "a.ods", making.GOOD)
    return making.changed(path, "META-INF/manifest.xml", "<manifest/>", "<manifest:encryption-data/>")


@refused("an open document of something else")
def _(folder: Path) -> Path:
    return making.archive(folder / "a.ods", {"mimetype": "application/vnd.oasis.opendocument.graphics"})


@refused("an open document of broken XML")
def _(folder: Path) -> Path:
    return making.changed(
        making.open_workbook(folder / "a.ods", making.GOOD), "content.xml", "</table:table>", ""
    )
