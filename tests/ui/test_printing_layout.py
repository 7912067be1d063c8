"""Where things stand on paper: rows whole, headers repeated, signatures in company."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter

from thidua_desktop.documents.document import (
    Chart,
    Column,
    Document,
    Letterhead,
    PageBreak,
    Paragraph,
    Series,
    Signatures,
    Table,
)
from ui.printing import lay_out, prepare
from ui.printing.layout import default_page
from ui.printing.pieces import Drawing, Line, Rows, Stack

pytestmark = pytest.mark.usefixtures("qapp")

COLUMNS = (Column("STT", 0.5, "center"), Column("Họ và tên", 3), Column("Đơn vị", 2), Column("Số lượt", 1))
SIGNED = Signatures("Bạch Thông, ngày 22 tháng 7 năm 2020", "TRƯỞNG PHÒNG", "Nông Thị Mẫu", ("Như trên;",))


def rows(count, unit="Phòng Nội vụ"):
    return [(i + 1, f"Triệu Văn Mẫu {i}", unit, 1000 + i) for i in range(count)]


def listing(count, *after, **options):
    return Document("DANH SÁCH", (Table(COLUMNS, rows(count), **options), *after))


def row_rectangles(layout):
    """(page, row, top, bottom) of each row's place."""
    for number, page in enumerate(layout.pages):
        for placed in page:
            if isinstance(placed.content, Rows):
                measured = placed.content.measured
                body = placed.top + measured.header_height - measured.offsets[placed.content.first]
                for place in range(placed.content.first, placed.content.last):
                    yield (
                        number,
                        measured.places[place],
                        body + measured.offsets[place],
                        body + measured.offsets[place + 1],
                    )


class RecordingPainter(QPainter):
    """Remembers the words written."""

    def __init__(self, image):
        super().__init__(image)
        self.words = []

    def drawText(self, point, text):  # noqa: N802 - the name Qt gave it
        self.words.append(text)
        super().drawText(point, text)


def words_on(layout, page):
    image = QImage(1200, 1600, QImage.Format.Format_RGB32)
    painter = RecordingPainter(image)
    layout.draw(painter, page)
    painter.end()
    return painter.words


def test_every_row_stands_once_and_whole_inside_the_body_of_a_page():
    long_unit = "Ban Quản lý dự án đầu tư xây dựng các công trình giao thông, thủy lợi và hạ tầng"
    layout = lay_out(Document("DANH SÁCH", (Table(COLUMNS, rows(150) + rows(60, long_unit)),)))
    rectangles = list(row_rectangles(layout))
    assert [row for _, row, _, _ in rectangles] == list(range(210))
    assert layout.page_count > 3
    assert all(0 <= top < bottom <= layout.room + 0.1 for _, _, top, bottom in rectangles)


def test_the_header_is_written_on_every_page():
    layout = lay_out(listing(100))
    assert layout.page_count == 3
    for page in range(layout.page_count):
        assert "Họ và tên" in words_on(layout, page)


def test_every_page_says_which_of_how_many_it_is_and_carries_the_footer():
    layout = lay_out(Document("DANH SÁCH", (Table(COLUMNS, rows(100)),), footer="In từ sổ của Phòng Nội vụ"))
    assert words_on(layout, 0)[-2:] == ["Trang 1/3", "In từ sổ của Phòng Nội vụ"]
    assert words_on(layout, 2)[-2:] == ["Trang 3/3", "In từ sổ của Phòng Nội vụ"]


def test_a_footer_too_long_is_shortened_instead_of_meeting_the_page_number():
    layout = lay_out(Document("A", (Paragraph("b"),), footer="Phòng Nội vụ huyện Bạch Thông " * 9))
    footer = words_on(layout, 0)[-1]
    assert footer.endswith("…")
    assert footer.startswith("Phòng Nội vụ huyện Bạch Thông Phòng")


def test_only_a_row_taller_than_a_page_is_continued_and_none_of_its_lines_is_lost():
    story = " ".join(f"chữ{i}" for i in range(4000))
    layout = lay_out(Document("DANH SÁCH", (Table(COLUMNS, [*rows(3), (4, "Bàn Mẫu", story, 1), *rows(3)]),)))
    assert all(bottom <= layout.room + 0.1 for _, _, _, bottom in row_rectangles(layout))
    seen = [row for _, row, _, _ in row_rectangles(layout)]
    assert seen.count(3) > 1
    assert [seen.count(row) for row in (0, 1, 2, 4, 5, 6)] == [1] * 6
    written = " ".join(
        word for page in range(layout.page_count) for word in words_on(layout, page) if "chữ" in word
    )
    assert written.split() == story.split()


def test_signatures_that_need_a_new_page_take_two_rows_with_them():
    for count in range(30, 80):
        layout = lay_out(listing(count, SIGNED))
        page = layout.pages[-1]
        if layout.page_count > 1:
            assert isinstance(page[0].content, Rows), count
            assert page[0].content.last - page[0].content.first >= 2, count
        assert isinstance(page[-1].content, Stack)
        assert page[-1].bottom <= layout.room + 0.1


def test_signatures_after_text_take_the_last_lines_with_them():
    for count in range(20, 50):
        paragraphs = [Paragraph(f"Đoạn {i}") for i in range(count)]
        layout = lay_out(Document("BÁO CÁO", (*paragraphs, SIGNED)))
        assert isinstance(layout.pages[-1][0].content, Line), count


def test_a_heading_never_ends_a_page():
    for count in range(15, 45):
        blocks = [Paragraph(f"Đoạn {i}") for i in range(count)]
        layout = lay_out(
            Document("BÁO CÁO", (*blocks, Paragraph("II. PHẦN HAI", "heading"), Paragraph("Hết.")))
        )
        for page in layout.pages:
            last = page[-1].content
            assert isinstance(last, Line)
            assert last.text != "II. PHẦN HAI", count


def test_a_section_row_never_ends_a_page_and_spans_the_table():
    sections = frozenset(range(0, 200, 5))
    values = [("Xã Cẩm Giàng",) if i in sections else row for i, row in enumerate(rows(200))]
    layout = lay_out(Document("DANH SÁCH", (Table(COLUMNS, values, sections=sections),)))
    assert layout.page_count > 2
    for page in layout.pages:
        last = page[-1].content
        assert isinstance(last, Rows)
        assert last.last - 1 not in sections


def test_a_table_title_stands_above_its_table_not_on_the_page_before():
    for count in range(25, 45):
        blocks = [Paragraph(f"Đoạn {i}") for i in range(count)]
        layout = lay_out(Document("BÁO CÁO", (*blocks, Table(COLUMNS, rows(3), "Biểu 1"))))
        for page in layout.pages:
            texts = [p.content.text for p in page if isinstance(p.content, Line)]
            assert "Biểu 1" not in texts or any(isinstance(p.content, Rows) for p in page)


def test_the_last_row_of_a_table_never_goes_to_a_page_alone():
    for count in range(30, 90):
        last = lay_out(listing(count)).pages[-1][-1].content
        assert isinstance(last, Rows)
        assert last.last - last.first >= 2, count


def test_an_empty_table_says_that_it_has_no_row():
    assert "(Không có dòng nào)" in words_on(lay_out(listing(0)), 0)


def test_a_document_without_anything_is_one_empty_page():
    layout = lay_out(Document("", ()))
    assert layout.page_count == 1
    assert words_on(layout, 0) == ["Trang 1/1"]


def test_a_page_break_begins_a_page_and_two_begin_only_one():
    layout = lay_out(Document("A", (Paragraph("một"), PageBreak(), PageBreak(), Paragraph("hai"))))
    assert [words_on(layout, page)[-2] for page in range(layout.page_count)] == ["một", "hai"]


def test_numbers_and_dates_are_written_the_vietnamese_way():
    columns = (Column("Tên"), Column("Lượt"), Column("Năm", grouped=False), Column("Ngày"))
    table = Table(columns, [("Mẫu", 2281, 2019, date(2020, 7, 2)), ("Tỷ lệ", 12.5, None, None)])
    words = words_on(lay_out(Document("A", (table,))), 0)
    assert {"2.281", "2019", "02/07/2020", "12,5"} <= set(words)


def test_numbers_and_dates_are_never_broken_and_small_type_makes_room_for_many_columns():
    columns = tuple(Column(f"Chỉ tiêu số {i}") for i in range(12))
    table = Table(columns, [tuple(1_234_567 + i for i in range(12))])
    layout = lay_out(Document("A", (table,)))
    content = layout.pages[0][-1].content
    assert isinstance(content, Rows)
    assert content.measured.size < 12
    assert {"1.234.567", "1.234.578"} <= set(words_on(layout, 0))
    assert content.measured.edges[-1] == pytest.approx(layout.width)


def sizes(document):
    pages = lay_out(document).pages
    return [
        placed.content.measured.size for page in pages for placed in page if isinstance(placed.content, Rows)
    ]


def test_tables_of_one_document_stand_in_letters_of_one_size():
    wide = Table(
        tuple(Column(f"Cột có tiêu đề dài số {place}") for place in range(6)),
        [tuple(f"Chữ dài cần nhiều chỗ {place}" for place in range(6))],
    )
    narrow = Table((Column("Tên"), Column("Lượt")), [("Mẫu", 1)])
    crowded = Table(tuple(Column(f"Chỉ tiêu số {i}") for i in range(12)), [tuple([1_234_567] * 12)])
    alone = [sizes(Document("A", (table,)))[0] for table in (narrow, wide, crowded)]
    assert 12 == alone[0] > alone[1] >= 10 > alone[2]
    assert sizes(Document("A", (narrow, wide, crowded))) == [alone[1], alone[1], alone[2]]


def test_a_decomposed_name_is_printed_composed_and_control_characters_do_not_show():
    table = Table((Column("Tên"),), [("Nguyễn\u200bVăn\tMẫu",)])
    assert "Nguyễn Văn Mẫu" in words_on(lay_out(Document("A", (table,))), 0)


def test_the_letterhead_stands_first_with_the_nations_name_and_motto():
    document = Document(
        "BÁO CÁO",
        (Paragraph("Nội dung"),),
        letterhead=Letterhead("Ủy ban nhân dân huyện Bạch Thông", "Phòng Nội vụ", "Số: 45/BC-NV"),
    )
    words = words_on(lay_out(document), 0)
    assert words.index("PHÒNG NỘI VỤ") < words.index("BÁO CÁO")
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in words
    assert "Độc lập - Tự do - Hạnh phúc" in words


def test_a_landscape_document_lies_and_a_given_paper_is_obeyed():
    layout = lay_out(Document("A", (Table(COLUMNS, rows(5)),), landscape=True))
    assert layout.width > layout.height
    a5 = QPageLayout(QPageSize(QPageSize.PageSizeId.A5), QPageLayout.Orientation.Portrait, QMarginsF())
    small = lay_out(listing(60), a5)
    assert small.page_count > lay_out(listing(60)).page_count
    assert small.width == pytest.approx(4195, abs=10)


def test_a_prepared_document_is_measured_once_for_its_own_paper():
    prepared = prepare(listing(10))
    assert lay_out(prepared, default_page(landscape=False)) is prepared.layout
    assert lay_out(prepared) is prepared.layout


def test_a_chart_is_drawn_at_its_place_and_made_smaller_on_smaller_paper():
    chart = Chart("Theo năm", "bar", ("2019", "2020"), (Series("Lao động tiên tiến", (3.0, 5.0)),))
    prepared = prepare(Document("A", (chart,)))
    drawing = prepared.layout.pages[0][-1].content
    a6 = QPageLayout(QPageSize(QPageSize.PageSizeId.A6), QPageLayout.Orientation.Portrait, QMarginsF())
    smaller = lay_out(prepared, a6).pages[-1][-1].content
    assert isinstance(drawing, Drawing)
    assert isinstance(smaller, Drawing)
    assert smaller.width < drawing.width == pytest.approx(prepared.layout.width, rel=0.01)
    assert ink_outside(prepared.layout, drawing) == 0


def test_a_document_with_a_chart_is_prepared_on_a_worker_thread():
    chart = Chart("Theo năm", "bar", ("2019", "2020"), (Series("Lao động tiên tiến", (3.0, 5.0)),))
    document = Document("A", (chart, Table(COLUMNS, rows(200))))
    with ThreadPoolExecutor(1) as worker:
        prepared = worker.submit(prepare, document).result()
    assert prepared.layout.page_count == prepare(document).layout.page_count
    assert ink_outside(prepared.layout, prepared.layout.pages[0][1].content) == 0


def ink_outside(layout, drawing):
    """How many coloured points lie outside the drawing's place, on the page at 72 dots an inch."""
    image = QImage(int(layout.width / 10) + 1, int(layout.height / 10) + 1, QImage.Format.Format_RGB32)
    image.setDotsPerMeterX(2835)
    image.setDotsPerMeterY(2835)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    layout.draw(painter, 0)
    painter.end()
    top = next(placed.top for placed in layout.pages[0] if placed.content is drawing)
    bottom = (top + drawing.height) / 10
    inside = coloured(image, 0, bottom)
    assert inside > 500
    return coloured(image, bottom + 1, image.height())


def coloured(image, top, bottom):
    points = (
        image.pixelColor(x, y) for y in range(int(top), int(bottom)) for x in range(0, image.width(), 2)
    )
    return sum(1 for c in points if c.saturation() > 100)
