"""Cells as words, widths of columns, and the title of a document."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_documents import FIGURES, HEAD, NAMES, REPORT

from thidua_desktop.documents.cells import aligned, clean, shown, widths
from thidua_desktop.documents.document import Column, Document, Paragraph, Signatures, Table
from thidua_desktop.documents.letterhead import copies, corner, text_mm


@pytest.mark.parametrize(
    ("cell", "words"),
    [(2281, "2.281"), (12.5, "12,5"), (7.0, "7"), (0, "0"), (None, ""), ("007", "007"), (1 / 3, "0,33")],
)
def test_a_cell_is_shown_as_on_paper(cell, words):
    assert shown(cell) == words


def test_a_year_is_not_grouped():
    assert shown(2019, grouped=False) == "2019"


@given(st.dates())
def test_a_date_is_day_month_year(day):
    assert shown(day) == f"{day:%d/%m/}{day.year:04}"
    assert date(*map(int, reversed(shown(day).split("/")))) == day


@given(st.text(st.characters(codec=None)))
def test_cleaned_text_fits_xml(text):
    from xml.etree import ElementTree as ET
    from xml.sax.saxutils import escape

    ET.fromstring(f"<a>{escape(clean(text))}</a>".encode())


def test_numbers_stand_right_dates_in_the_middle_unless_the_column_says_otherwise():
    assert aligned(Column("A"), 3) == "right"
    assert aligned(Column("A"), date(2020, 1, 1)) == "center"
    assert aligned(Column("A"), "chữ") == "left"
    assert aligned(Column("A", align="center"), 3) == "center"


@pytest.mark.parametrize("table", [FIGURES, NAMES])
@pytest.mark.parametrize("total", [84.0, 128.0])
def test_columns_share_the_whole_width(table, total):
    assert sum(widths(table, total)) == pytest.approx(total)


def test_equal_columns_are_as_wide_as_what_they_hold():
    table = Table((Column("STT"), Column("Họ và tên")), ((1, "Nông Văn Một Hai Ba"),) * 3)
    narrow, wide = widths(table, 80)
    assert wide > 2 * narrow


def test_no_column_is_narrower_than_its_longest_word():
    table = Table((Column("A", 0.01), Column("B", 100)), (("215/QĐ-UBND", "x"),))
    assert widths(table, 80)[0] > len("215/QĐ-UBND")


def test_the_title_leads_unless_a_block_is_one():
    assert REPORT.content[0] == Paragraph(REPORT.title, "title")
    own = Document("Tên tệp", (Paragraph("TÊN", "title"),))
    assert own.content == own.blocks


def test_corners_are_capitals_and_copies_begin_with_a_dash():
    assert corner(HEAD)[1] == "PHÒNG NỘI VỤ"
    assert copies(Signatures(left=("Nơi nhận:", "Như trên;", "- Lưu: VT."))) == ("- Như trên;", "- Lưu: VT.")


def test_the_text_is_as_wide_as_the_margins_leave():
    assert text_mm(landscape=False) == 165
    assert text_mm(landscape=True) == 252
