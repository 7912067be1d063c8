"""Word files, opened again with python-docx."""

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm
from sample_documents import (
    BY_UNIT,
    FIGURES,
    HEAD,
    HOSTILE,
    LIST,
    NAMES,
    REPORT,
    SENTENCE,
    SIGNED,
)

from thidua_desktop.documents import docx as writer
from thidua_desktop.documents.document import Column, Document, PageBreak, Paragraph, Table


@pytest.fixture
def reopened(tmp_path):
    def write_and_open(document):
        path = tmp_path / "tệp.docx"
        writer.write(document, path)
        return docx.Document(str(path))

    return write_and_open


def cells_of(table):
    """Texts of a table read from its rows' own cells."""
    return [
        [
            "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in cell.p_lst)
            for cell in row.tc_lst
        ]
        for row in table._tbl.tr_lst
    ]


def test_the_table_comes_back_as_printed(reopened):
    table = reopened(Document("", (FIGURES,))).tables[0]
    rows = cells_of(table)
    assert rows[0] == [column.title for column in FIGURES.columns]
    assert rows[1] == ["UBND huyện"]
    assert rows[2] == [
        "1",
        "Lao động tiên tiến, Chiến sĩ tiên tiến",
        "Cá nhân",
        "2019",
        "2.281",
        "1.204",
        "31",
    ]
    assert rows[6] == ["", "Cộng", "", "", "2.928", "1.570", "62"]
    names = cells_of(reopened(Document("", (NAMES,))).tables[0])
    assert names[1][2] == "01/01/1960"
    assert len(names) == 121


def test_the_header_comes_again_on_each_page_and_rows_are_not_split(reopened):
    rows = reopened(Document("", (FIGURES,))).tables[0]._tbl.tr_lst
    assert [row.find(f".//{qn('w:tblHeader')}") is not None for row in rows] == [True] + [False] * 6
    assert all(row.find(f".//{qn('w:cantSplit')}") is not None for row in rows)


def test_totals_are_bold_and_sections_span_the_table(reopened):
    rows = reopened(Document("", (FIGURES,))).tables[0]._tbl.tr_lst
    bold = [row.find(f".//{qn('w:tc')}//{qn('w:b')}") is not None for row in rows]
    assert bold == [True, True, False, False, False, False, True]
    assert rows[1].tc_lst[0].grid_span == 7


def test_the_page_is_that_of_an_official_paper(reopened):
    page = reopened(REPORT).sections[0]
    near = Mm(0.1)
    assert abs(page.page_width - Mm(210)) < near
    assert abs(page.page_height - Mm(297)) < near
    assert abs(page.left_margin - Mm(30)) < near
    assert Mm(14.9) < page.right_margin <= Mm(20)
    assert abs(page.top_margin - Mm(20)) < near
    assert "PAGE" in page.header._element.xml
    assert page.different_first_page_header_footer
    assert page.footer.paragraphs[0].text == REPORT.footer
    lying = reopened(LIST).sections[0]
    assert lying.page_width > lying.page_height


def test_every_style_is_times_new_roman_and_black(reopened):
    word = reopened(REPORT)
    used = {paragraph.style.name for paragraph in word.paragraphs}
    for name in used:
        fonts = word.styles[name].element.rPr.rFonts
        assert set(fonts.attrib.values()) == {"Times New Roman"}
        assert not [key for key in fonts.attrib if "heme" in key]
    assert word.styles["Normal"].font.size.pt == 13


def test_letterhead_words_and_signatures_are_there_in_order(reopened):
    word = reopened(REPORT)
    corner = cells_of(word.tables[0])[0]
    assert corner[0].split("\n") == ["ỦY BAN NHÂN DÂN HUYỆN BẠCH THÔNG", "PHÒNG NỘI VỤ", "", HEAD.number]
    assert corner[1].split("\n")[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    texts = [paragraph.text for paragraph in word.paragraphs if paragraph.text]
    assert texts[:3] == [REPORT.title, "Giai đoạn 2015 – 2020, tính đến ngày 22/7/2020", SENTENCE]
    left, right = cells_of(word.tables[-1])[0]
    assert left.split("\n")[0] == "Nơi nhận:"
    assert left.split("\n")[1] == "- UBND huyện (b/c);"
    assert right.split("\n")[-1] == SIGNED.name
    assert "TRƯỞNG PHÒNG" in right


def test_charts_are_pictures_with_a_description(reopened):
    word = reopened(Document("", (BY_UNIT,)))
    assert len(word.inline_shapes) == 1
    assert abs(word.inline_shapes[0].width - Mm(165)) < Mm(0.1)
    assert word.inline_shapes[0]._inline.docPr.get("descr") == BY_UNIT.title


def test_a_page_break_begins_a_page_without_an_empty_line(reopened):
    word = reopened(Document("", (Paragraph("trước"), PageBreak(), Paragraph("sau"))))
    broken = [p for p in word.paragraphs if p.paragraph_format.page_break_before]
    assert len(broken) == 1
    assert broken[0].paragraph_format.line_spacing.pt == 1


def test_text_comes_back_letter_by_letter(reopened):
    table = Table((Column("Chữ"),), tuple((text,) for text in (*HOSTILE, "hai\ndòng", "  hai  cách  ")))
    rows = reopened(Document("", (table,))).tables[0]
    assert [row[0] for row in cells_of(rows)[1:-2]] == list(HOSTILE)
    assert rows._tbl.tr_lst[-2].find(f".//{qn('w:br')}") is not None
    assert cells_of(rows)[-1] == ["  hai  cách  "]


def test_the_file_names_its_title_and_no_author(reopened):
    properties = reopened(REPORT).core_properties
    assert properties.title == REPORT.title
    assert properties.author == ""
