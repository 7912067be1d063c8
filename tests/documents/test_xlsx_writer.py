"""Workbooks, opened again with openpyxl."""

from datetime import date, datetime
from zipfile import ZipFile

import openpyxl
import pytest
from sample_documents import (
    BY_UNIT,
    BY_YEAR,
    FIGURES,
    HEAD,
    HOSTILE,
    LIST,
    NAMES,
    REPORT,
    SHARE,
    SIGNED,
    long_table,
)

from thidua_desktop.documents import xlsx
from thidua_desktop.documents.document import Column, Document, Paragraph, Table
from thidua_desktop.documents.xlsx_cells import plain
from thidua_desktop.documents.xlsx_pages import sheet_names
from thidua_desktop.domain.errors import Refused


@pytest.fixture
def reopened(tmp_path):
    def write_and_open(document):
        path = tmp_path / "tệp.xlsx"
        xlsx.write(document, path)
        return openpyxl.load_workbook(path)

    return write_and_open


def rows_of(sheet, header):
    """The rows under the row whose first cell is the header."""
    rows = list(sheet.iter_rows(values_only=True))
    at = next(index for index, row in enumerate(rows) if row[0] == header)
    return rows[at], rows[at + 1 :]


def all_text(sheet):
    return [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


def test_every_table_and_chart_has_a_sheet_and_the_opening_words_come_first(reopened):
    book = reopened(REPORT)
    assert book.sheetnames == [
        "Nội dung",
        "Theo thẩm quyền",
        "Kết quả khen thưởng theo năm",
        "Số lượt khen thưởng theo đơn vị",
        "Cơ cấu loại hình khen thưởng",
        "Tập thể và cá nhân được khen",
        "Danh sách",
        "Tất cả các dòng",
    ]
    opening = all_text(book["Nội dung"])
    assert HEAD.parent.upper() in opening
    assert "Độc lập - Tự do - Hạnh phúc" in opening
    assert REPORT.title in opening
    assert any(text.startswith("Thực hiện các phong trào") for text in opening)
    assert "I. KẾT QUẢ THEO THẨM QUYỀN" in all_text(book["Theo thẩm quyền"])
    assert all_text(book["Theo thẩm quyền"])[-1] == "Số liệu kế thừa được ghi riêng."
    ending = all_text(book["Danh sách"])
    assert ending[-1] == SIGNED.name
    assert "- Lưu: VT, NV." in ending


def test_numbers_stay_numbers_and_dates_dates(reopened):
    book = reopened(REPORT)
    header, rows = rows_of(book["Theo thẩm quyền"], "STT")
    assert header == tuple(column.title for column in FIGURES.columns)
    assert rows[0][0] == "UBND huyện"
    assert rows[1] == FIGURES.rows[1]
    assert rows[5] == FIGURES.rows[5]
    _, names = rows_of(book["Danh sách"], "STT")
    assert names[0] == tuple(
        datetime(c.year, c.month, c.day) if isinstance(c, date) else c  # noqa: DTZ001 - as openpyxl gives it
        for c in NAMES.rows[0]
    )
    assert len([row for row in names if isinstance(row[0], int)]) == len(NAMES.rows)


def test_cells_look_like_what_they_are(reopened):
    sheet = reopened(Document("T", (FIGURES,)))["Theo thẩm quyền"]
    at = next(cell.row for cell in sheet["A"] if cell.value == "STT")
    count, year = sheet.cell(at + 2, 5), sheet.cell(at + 2, 4)
    assert count.number_format == "#,##0"
    assert year.number_format == "0"
    assert count.font.name == "Times New Roman"
    assert count.font.size == 12
    assert count.border.left.style == "thin"
    assert not count.font.bold
    assert sheet.cell(at + 6, 5).font.bold
    assert f"A{at + 1}:G{at + 1}" in [str(merged) for merged in sheet.merged_cells.ranges]
    assert sheet.cell(at + 1, 1).font.bold
    dated = reopened(Document("T", (NAMES,)))["Danh sách"]
    assert dated["C4"].number_format == "dd/mm/yyyy"


def test_the_header_is_frozen_and_repeated_and_the_paper_is_a4(reopened):
    sheet = reopened(LIST)["Danh sách"]
    at = next(cell.row for cell in sheet["A"] if cell.value == "STT")
    assert sheet.freeze_panes == f"A{at + 1}"
    assert sheet.print_title_rows == f"${at}:${at}"
    assert int(sheet.page_setup.paperSize) == 9
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.page_setup.fitToWidth in {1, None}
    assert int(sheet.page_setup.fitToHeight) == 0
    assert "Trang &P/&N" in (sheet.oddFooter.center.text or "")


def test_a_footer_with_an_ampersand_is_printed_as_written(reopened, tmp_path):
    reopened(Document("T", (FIGURES,), footer="Thi đua & Khen thưởng"))
    with ZipFile(tmp_path / "tệp.xlsx") as archive:
        assert "Thi đua &amp;&amp; Khen thưởng" in archive.read("xl/worksheets/sheet1.xml").decode()


def test_text_never_becomes_a_formula_a_link_or_a_number(reopened):
    table = Table((Column("Chữ"), Column("Số")), tuple((text, 1) for text in HOSTILE), name="Lạ")
    sheet = reopened(Document("=1+1", (Paragraph("=2+2"), table)))["Lạ"]
    _, rows = rows_of(sheet, "Chữ")
    assert [row[0].strip() for row in rows] == list(HOSTILE)
    cells = [cell for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]
    assert all(cell.data_type == "s" for cell in cells)
    assert not any(cell.hyperlink for cell in cells)
    assert next(cell for cell in cells if cell.value == "@SUM(A1)").quotePrefix


def test_control_characters_are_cleaned():
    assert plain("Nông\x00 Văn\x0b A") == "Nông Văn A"


def test_dates_excel_cannot_count_are_written_as_text(reopened):
    table = Table((Column("Ngày"),), ((date(1890, 5, 19),), (date(1930, 2, 3),)), name="Ngày")
    _, rows = rows_of(reopened(Document("", (table,)))["Ngày"], "Ngày")
    assert rows[0][0] == "19/05/1890"
    assert rows[1][0] == datetime(1930, 2, 3)  # noqa: DTZ001 - as openpyxl gives it


def test_each_chart_is_native_over_its_own_cells(reopened, tmp_path):
    book = reopened(Document("Biểu đồ", (BY_YEAR, BY_UNIT, SHARE)))
    header, rows = rows_of(book.worksheets[1], "Nội dung")
    assert header[1:5] == ("Cá nhân", "Tập thể", "Hộ gia đình", "Cộng")
    assert rows[0][:5] == ("Phòng Giáo dục và Đào tạo", 300, 40, 0, 340)
    _, shares = rows_of(book.worksheets[2], "Nội dung")
    assert shares[0][:3] == ("Công trạng", 2281, 77.03)
    with ZipFile(tmp_path / "tệp.xlsx") as archive:
        drawn = [archive.read(f"xl/charts/chart{i}.xml").decode() for i in (1, 2, 3)]
    assert drawn[0].count("<a:pattFill") == len(BY_YEAR.series) - 1
    assert all('<c:showVal val="1"/>' in chart for chart in drawn)
    assert "B3261E" in drawn[0]
    assert "$B$" in drawn[0]


def test_an_empty_chart_leaves_its_table_only(reopened, tmp_path):
    from sample_documents import EMPTY

    book = reopened(Document("Trống", (EMPTY,)))
    assert "Nội dung" in all_text(book.worksheets[0])


def test_extra_sheets_come_last_with_a_filter(reopened):
    sheet = reopened(REPORT)["Tất cả các dòng"]
    assert sheet.auto_filter.ref == "A1:G121"
    assert sheet.freeze_panes == "A2"
    assert sheet.max_row == 121


def test_a_list_for_working_with_gives_its_columns_the_room_their_words_need(reopened):
    titles = ("Số quyết định", "Cơ quan quyết định", "Họ và tên", "Chức vụ", "Đơn vị", "Phong trào")
    words = "Trường Trung học cơ sở Cao Sơn"
    table = Table(
        tuple(Column(title, 1 + index / 10) for index, title in enumerate(titles * 2)),
        [(words,) * 12],
        name="Chi tiết",
    )
    sheet = reopened(Document("", (Paragraph("Lời"),), extra_sheets=(table,)))["Chi tiết"]
    assert all(column.width >= len(words) for column in sheet.column_dimensions.values())
    assert sheet.page_setup.orientation == "landscape"


def test_a_section_longer_than_a_line_has_a_row_tall_enough(reopened):
    heading = "Hội nghị biểu dương điển hình tiên tiến trong phong trào thi đua yêu nước: UBND huyện " * 2
    rows = [(heading, None), ("Giấy khen", 43)]
    table = Table((Column("Tên", 3), Column("Lượt")), rows, sections=frozenset({0}), name="Dài")
    sheet = reopened(Document("", (table,)))["Dài"]
    at = next(cell.row for cell in sheet["A"] if cell.value == heading)
    assert (sheet.row_dimensions[at].height or 0) > 30


def test_a_text_longer_than_a_row_can_show_goes_on_in_the_next(reopened):
    long = "Toàn văn báo cáo thành tích của tập thể. " * 120
    sheet = reopened(Document("Dài", (Paragraph(long.strip()),))).worksheets[0]
    said = " ".join(
        text for text in all_text(sheet) if text.startswith(("Toàn", "văn", "của", "tích", "tập"))
    )
    assert said.count("thành tích") == 120
    assert all((row.height or 0) <= 409 for row in sheet.row_dimensions.values())


def test_five_thousand_rows_come_back(reopened):
    sheet = reopened(Document("", (long_table(5000),)))["Dài"]
    _, rows = rows_of(sheet, "STT")
    assert len(rows) == 5000
    assert rows[-1] == (5000, "Triệu Thị Số 4999", "Phòng Nội vụ", 2016)


def test_more_rows_than_excel_holds_are_refused(tmp_path):
    class Endless(tuple):
        __slots__ = ()

        def __len__(self):
            return 1_048_576

    table = Table((Column("A"),), Endless((("x",),)), name="Vô tận")
    with pytest.raises(Refused, match="quá nhiều dòng"):
        xlsx.write(Document("", (table,)), tmp_path / "a.xlsx")
    assert not list(tmp_path.iterdir())


def test_sheet_names_are_legal_short_and_unlike_each_other():
    names = sheet_names(["A/B: [2019]?*", "a b 2019", "", "'", "History", "x" * 40, "X" * 40, "\x00"])
    assert len({name.casefold() for name in names}) == len(names)
    assert all(0 < len(name) <= 31 for name in names)
    assert not any(set(name) & set("[]:*?/\\") for name in names)
    assert names[0] == "A B 2019"
    assert names[1] == "a b 2019 (2)"
    assert "History" not in names
