"""Web pages, read again with the standard library's parser."""

import re
from html.parser import HTMLParser

import pytest
from sample_documents import BY_UNIT, BY_YEAR, FIGURES, HOSTILE, LIST, REPORT, SENTENCE

from thidua_desktop.documents import html
from thidua_desktop.documents.document import Column, Document, PageBreak, Paragraph, Table

VOID = {"meta", "br", "col"}


class Page(HTMLParser):
    """Collects rows, text, ids and references, and checks that every tag is closed."""

    def __init__(self):
        super().__init__()
        self.open, self.rows, self.ids, self.sources = [], [], [], []
        self.tags, self.text = [], []

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        self.tags.append((tag, values))
        self.ids += [values["id"]] if "id" in values else []
        self.sources += [values[key] for key in ("src", "href") if key in values]
        if tag not in VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in {"td", "th"}:
            self.rows[-1].append("")

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.open.pop()

    def handle_data(self, data):
        self.text.append(data)
        if self.rows and {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data


@pytest.fixture
def page(tmp_path):
    def write_and_read(document):
        html.write(document, tmp_path / "trang.html")
        read = Page()
        read.feed((tmp_path / "trang.html").read_text(encoding="utf-8"))
        read.close()
        assert not read.open
        return read

    return write_and_read


def test_the_table_comes_back_as_printed(page):
    read = page(Document("", (FIGURES,)))
    assert read.rows[0] == [column.title for column in FIGURES.columns]
    assert read.rows[1] == ["UBND huyện"]
    assert read.rows[2] == [
        "1",
        "Lao động tiên tiến, Chiến sĩ tiên tiến",
        "Cá nhân",
        "2019",
        "2.281",
        "1.204",
        "31",
    ]
    assert ("tr", {"class": "strong"}) in read.tags
    assert "thead" in [tag for tag, _ in read.tags]


def test_everything_written_is_escaped(page):
    table = Table((Column("<i>"),), tuple((text,) for text in HOSTILE), title='"><script>')
    read = page(Document("<script>", (Paragraph("<script>alert(1)</script>"), table), footer="</body>"))
    assert [row[0] for row in read.rows[1:]] == list(HOSTILE)
    assert "script" not in [tag for tag, _ in read.tags]


def test_the_page_needs_nothing_beside_it(page):
    read = page(REPORT)
    assert not read.sources
    assert [tag for tag, _ in read.tags].count("svg") == 4


def test_two_charts_do_not_share_names(page):
    read = page(Document("", (BY_YEAR, BY_UNIT)))
    assert len(read.ids) == len(set(read.ids))
    referred = {values["xlink:href"][1:] for tag, values in read.tags if tag == "use"}
    for _, values in read.tags:
        referred |= set(re.findall(r"url\(#([^)]+)\)", " ".join(map(str, values.values()))))
    assert len(referred) > 20
    assert referred <= set(read.ids)


def test_words_letterhead_and_signatures_are_there(page):
    said = "".join(page(REPORT).text)
    for words in (
        SENTENCE,
        "ỦY BAN NHÂN DÂN HUYỆN BẠCH THÔNG",
        "Độc lập - Tự do",
        "Nông Thị Mẫu",
        "- Lưu: VT, NV.",
    ):
        assert words in said


def test_lying_paper_lies_and_breaks_break(page, tmp_path):
    page(LIST)
    assert "A4 landscape" in (tmp_path / "trang.html").read_text(encoding="utf-8")
    assert ("div", {"class": "page-break"}) in page(Document("", (PageBreak(),))).tags
