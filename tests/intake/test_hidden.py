"""What a file hides is not read in silence: it is left out, and that is said."""

from pathlib import Path

import pytest
import xlsxwriter

from tests.intake import making
from tests.intake.short_lists import names
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake.read import read_file
from thidua_desktop.intake.reading import FileReading


def said(reading: FileReading) -> list[tuple[str, str]]:
    return [(problem.sheet, problem.reason) for problem in reading.problems]


def workbook(path: Path, *, row: int = -1, column: int = -1, filtered: bool = False) -> Path:
    with xlsxwriter.Workbook(path) as made:
        page = made.add_worksheet("DS")
        for number, cells in enumerate(making.GOOD):
            page.write_row(number, 0, cells)
        if row >= 0:
            page.set_row(row, None, None, {"hidden": True})
        if column >= 0:
            page.set_column(column, column, 10, None, {"hidden": True})
        if filtered:
            page.autofilter(3, 0, 5, 5)
    return path


@pytest.mark.parametrize("filtered", [True, False])
def test_a_hidden_row_is_left_out_and_said(filtered: bool, tmp_path: Path, book: TitleBook) -> None:
    reading = read_file(workbook(tmp_path / "a.xlsx", row=4, filtered=filtered), book)

    assert names(reading) == ["Lý Văn Thử"]
    assert said(reading) == [
        ("DS", "1 dòng đang ẩn (dòng 5) nên chưa đọc: bỏ ẩn, bỏ lọc rồi nhập lại nếu cần.")
    ]
    assert reading.decisions[0].remarks == ("Văn bản ghi 2 cá nhân, đọc được 1.",)


def test_a_hidden_column_is_left_out_and_said(tmp_path: Path, book: TitleBook) -> None:
    reading = read_file(workbook(tmp_path / "a.xlsx", column=3), book)

    assert [award.post for award in reading.decisions[0].awards] == ["", ""]
    assert said(reading) == [("DS", "Cột D đang ẩn nên chưa đọc: bỏ ẩn rồi nhập lại nếu cần.")]


def test_hidden_places_without_text_are_not_worth_a_word(tmp_path: Path, book: TitleBook) -> None:
    reading = read_file(workbook(tmp_path / "a.xlsx", row=90, column=12), book)

    assert (len(names(reading)), reading.problems) == (2, ())


def test_hidden_rows_and_columns_of_an_open_document_are_left_out(tmp_path: Path, book: TitleBook) -> None:
    path = making.open_workbook(tmp_path / "a.ods", making.GOOD)
    making.changed(
        path,
        "content.xml",
        '<table:table-row><table:table-cell office:value-type="float" office:value="2">',
        '<table:table-row table:visibility="filter"><table:table-cell office:value-type="float" office:value="2">',
    )
    making.changed(path, "content.xml", '<table:table table:name="Trang1">',
                   '<table:table table:name="Trang1"><table:table-column table:number-columns-repeated="3"/>'
                   '<table:table-column table:visibility="collapse"/>')  # fmt: skip

    reading = read_file(path, book)

    assert names(reading) == ["Hoàng Thị Mẫu"]
    assert reading.decisions[0].awards[0].post == ""
    assert [reason.split(" đang")[0] for _, reason in said(reading)] == ["1 dòng", "Cột D"]


def test_hidden_text_of_word_is_left_out_and_said(tmp_path: Path, book: TitleBook) -> None:
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>3. Ông Đã Ẩn, Phòng Nội vụ;</w:t></w:r></w:p>"
    path = making.document(tmp_path / "a.docx", "".join(map(making.paragraph, making.LINES)) + hidden)

    reading = read_file(path, book)

    assert len(names(reading)) == 2
    assert "chữ ẩn" in reading.problems[0].reason
