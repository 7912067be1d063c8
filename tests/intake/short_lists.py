"""Short lists written into a test and read at once: what they are put together from, and what came of them."""

from collections.abc import Sequence
from pathlib import Path

import docx
from docx.document import Document

from tests.intake.generated import BOOK
from tests.intake.making import lines, workbook
from thidua_desktop.intake.read import read_file
from thidua_desktop.intake.reading import CandidateAward, FileReading

ADVANCED = "DANH SÁCH CÁ NHÂN ĐẠT DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2018"
GIVEN = "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018"
HEADER = ("STT", "Họ và tên", "Chức vụ", "Đơn vị")
SCHOOL = "Trường Tiểu học Cẩm Giàng"
AN = ("1", "Nguyễn Văn An", "Giáo viên", SCHOOL)


def sheet(tmp_path: Path, *rows: Sequence[object]) -> FileReading:
    """Read a workbook of one sheet with these rows."""
    return read_file(workbook(tmp_path / "danh sach.xlsx", rows), BOOK)


def typed(tmp_path: Path, *texts: str) -> FileReading:
    """Read a Word document of these paragraphs."""
    return read_file(lines(tmp_path / "danh sach.docx", texts), BOOK)


def in_word(tmp_path: Path, *parts: str | Sequence[Sequence[str]]) -> FileReading:
    """Read a document with Word's own styles: a text is a paragraph, rows are a table."""
    made = docx.Document()
    for part in parts:
        if isinstance(part, str):
            made.add_paragraph(part)
        else:
            add_table(made, *part)
    made.save(tmp_path / "danh sach.docx")
    return read_file(tmp_path / "danh sach.docx", BOOK)


def add_table(document: Document, *rows: Sequence[str]) -> None:
    """Put a table of these rows at the end of a document."""
    table = document.add_table(len(rows), len(rows[0]))
    for place, row in enumerate(rows):
        for cell, text in zip(table.rows[place].cells, row, strict=True):
            cell.text = text


def awards(reading: FileReading) -> list[CandidateAward]:
    """The awards of all decisions of a file, in its order."""
    return [award for decision in reading.decisions for award in decision.awards]


def names(reading: FileReading) -> list[str]:
    """Who is commended."""
    return [one.name for one in awards(reading)]


def units(reading: FileReading) -> list[str]:
    """Where each of them is from."""
    return [one.unit for one in awards(reading)]


def placed(reading: FileReading) -> list[tuple[str, str, str]]:
    """Who is commended, with post and unit."""
    return [(one.name, one.post, one.unit) for one in awards(reading)]


def awarded(reading: FileReading) -> list[tuple[str, str | None]]:
    """Who is commended, with the award."""
    return [(one.name, one.award) for one in awards(reading)]


def told(reading: FileReading) -> list[tuple[str, str | None, int | None]]:
    """Who is commended, with the award and its year."""
    return [(one.name, one.award, one.year) for one in awards(reading)]


def reasons(reading: FileReading) -> list[str]:
    """Why the officer is asked."""
    return [problem.reason for problem in reading.problems]


def reasons_by_row(reading: FileReading) -> list[tuple[int | None, str]]:
    """Why the officer is asked, with the row it is about."""
    return [(problem.row, problem.reason) for problem in reading.problems]
