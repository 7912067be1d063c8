"""The period report: the article's figures on screen, each opening its rows; on paper, in files, on a stick."""

import hashlib
import io
import re
import shutil
import sqlite3
from contextlib import closing
from types import SimpleNamespace

import docx
import openpyxl
import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintPreviewWidget

from tests.journeys.office import click, click_bar, figures_of, in_front, reads_table, waited
from ui.exporting.drives import Drive
from ui.exporting.safe_copy import MANIFEST, Disk
from ui.printing.preview import PreviewDialog

ARTICLE = {
    ("Chủ tịch nước", "Huy chương Kháng chiến hạng Nhì", "Cá nhân"): 1,
    ("Thủ tướng Chính phủ", "Cờ thi đua của Chính phủ", "Tập thể"): 1,
    ("UBND tỉnh", "Cờ thi đua của UBND tỉnh", "Tập thể"): 5,
    ("UBND tỉnh", "Tập thể lao động xuất sắc", "Tập thể"): 32,
    ("UBND tỉnh", "Bằng khen của UBND tỉnh", "Tập thể"): 30,
    ("UBND tỉnh", "Bằng khen của UBND tỉnh", "Cá nhân"): 32,
    ("UBND huyện", "Chiến sĩ thi đua cơ sở", "Cá nhân"): 302,
    ("UBND huyện", "Lao động tiên tiến, Chiến sĩ tiên tiến", "Cá nhân"): 2281,
    ("UBND huyện", "Tập thể lao động tiên tiến", "Tập thể"): 241,
    ("UBND huyện", "Giấy khen của Chủ tịch UBND huyện", "Tập thể"): 104,
    ("UBND huyện", "Giấy khen của Chủ tịch UBND huyện", "Cá nhân"): 173,
}
SENTENCE = (
    "01 tập thể được Thủ tướng Chính phủ tặng Cờ thi đua của Chính phủ",
    "01 cá nhân được Chủ tịch nước tặng Huy chương Kháng chiến hạng Nhì",
    "05 cờ thi đua",
    "32 lượt tập thể đạt danh hiệu tập thể lao động xuất sắc",
    "Bằng khen cho 30 lượt tập thể và 32 cá nhân",
    "2.281 lượt cá nhân đạt danh hiệu lao động tiên tiến, chiến sĩ tiên tiến",
    "302 lượt cá nhân đạt danh hiệu chiến sĩ thi đua cơ sở",
    "241 lượt tập thể đạt danh hiệu tập thể lao động tiên tiến",
    "Giấy khen cho 104 lượt tập thể và 173 lượt cá nhân",
    "Giấy khen cho 43 tập thể và 63 cá nhân điển hình tiên tiến",
)
GROUPS = ("Theo năm", "Theo đơn vị", "Theo phong trào", "Theo loại hình")


def asked(clerk, query):
    with closing(sqlite3.connect(clerk.file)) as connection:
        return connection.execute(query).fetchall()


def test_the_table_shows_every_figure_of_the_article(report):
    found = figures_of(report.turns_to("Theo cấp khen"))
    conference = {recipient: count for (section, title, recipient), count in found.items() if ":" in section}
    general = {key: count for key, count in found.items() if ":" not in key[0] and key[1] != "Cộng"}
    assert {key: count for key, count in general.items() if not key[1].startswith("Cộng")} == ARTICLE
    assert (conference["Tập thể"], conference["Cá nhân"]) == (43, 63)


def test_the_inherited_part_stands_beside_the_detailed_one(report):
    [line] = [
        row
        for row in reads_table(report.turns_to("Theo cấp khen"))
        if row[0].startswith("Lao động tiên tiến, ")
    ]
    assert line[2:] == ("457", "457", "1", "1.824", "2.281")


def test_the_sentence_reads_like_the_articles_paragraph(report):
    report.turns_to("Theo cấp khen")
    sentence = report.reads_the_sentence()
    assert [words for words in SENTENCE if words not in sentence] == []
    report.presses_button("Chép câu báo cáo")
    assert QGuiApplication.clipboard().text() == sentence
    assert "Dán vào Word" in report.reads_the_line()


@pytest.mark.parametrize("basis", ["Theo năm thành tích", "Theo ngày quyết định"])
def test_by_either_basis_the_figures_are_the_articles(report, basis):
    report.asks_for_the_report("2015 – 2020", "22/07/2020", basis)
    sentence = report.reads_the_sentence()
    assert [words for words in SENTENCE if words not in sentence] == []


def test_every_figure_opens_exactly_the_rows_it_counts(report):
    opened = 0
    for tab in ("Theo cấp khen", *GROUPS):
        report.goes_to("Báo cáo")
        table = report.turns_to(tab)
        times = [line[table.figures().header.index("Lượt")] for line in reads_table(table)]
        figures = [(row, figure) for row, figure in enumerate(times) if figure not in {None, "", "0"}]
        for row, figure in figures[:: 5 if tab == "Theo đơn vị" else 1]:
            report.goes_to("Báo cáo")
            report.opens_a_figure(table, row, "Lượt")
            assert len(report.sees_awards()) == int(figure.replace(".", "")), (tab, row)
            opened += 1
    assert opened > 40


def test_a_figure_opens_its_rows_a_row_its_decision_and_the_decision_its_list(report):
    table = report.turns_to("Theo cấp khen")
    row = next(
        at
        for at, line in enumerate(reads_table(table))
        if line[:2] == ("Cờ thi đua của Chính phủ", "Tập thể")
    )
    report.opens_a_figure(table, row, "Người, tập thể")
    [award] = report.sees_awards()
    assert award.number == "129/QĐ-TTg"
    report.follows("Quyết định", "129/QĐ-TTg")
    view = report.page.view("decision")
    assert view.panel.title == "Quyết định số 129/QĐ-TTg"


def test_an_inherited_figure_opens_the_totals_in_it(report):
    table = report.turns_to("Theo cấp khen")
    row = next(at for at, line in enumerate(reads_table(table)) if line[0].startswith("Lao động tiên tiến, "))
    report.opens_a_figure(table, row, "Kế thừa")
    view = report.page.view("total")
    assert report.page.current == "total"
    assert view.panel.form.values()["times"] == 1824
    report.goes_to("Báo cáo")
    table = report.turns_to("Theo cấp khen")
    last = max(at for at, line in enumerate(reads_table(table)) if line[0] == "Cộng")
    report.opens_a_figure(table, last, "Kế thừa")
    assert len(report.page.view("total").list.table.ids) == 2


def test_every_bar_opens_exactly_the_rows_it_counts(report):
    charts = report.page.period.counted.rows.charts
    assert [chart.title for chart in charts] == [view.accessibleName() for view in report.sees_charts()]
    for place, chart in enumerate(charts):
        report.goes_to("Báo cáo")
        view = report.sees_charts()[place]
        bars = [bar for bar in view.regions() if chart.filters[bar.series][bar.category] is not None]
        largest = max(bars, key=lambda bar: (bar.x1 - bar.x0) * (bar.y1 - bar.y0))
        click_bar(view, largest)
        report.settles()
        rows = report.sees_awards()
        assert 0 < len(rows) <= chart.values[largest.series][largest.category]


def previews(report):
    opened = []
    report.desk.papers.previewed.connect(opened.append)
    report.presses_button("Xem trước khi in")
    report.desk.papers.previewed.disconnect(opened.append)
    [dialog] = opened
    return dialog


def saves(report, path, verb="Xuất…"):
    report.desk.papers.choose_file = lambda _parent, _suggested, _filters: str(path)
    report.presses_button(verb)
    assert path.exists()
    return path


def test_the_preview_shows_as_many_pages_as_are_printed(report, tmp_path):
    dialog = previews(report)
    assert isinstance(dialog, PreviewDialog)
    view = dialog.findChild(QPrintPreviewWidget)
    pdf = saves_pdf_of(dialog, tmp_path)
    waited(lambda: view.pageCount() == pages(pdf))
    assert 1 < view.pageCount() < 12
    dialog.close()
    report.settles()


def saves_pdf_of(dialog, folder):
    path = folder / "xem truoc.pdf"
    dialog._choose_file = lambda _parent, _name: str(path)
    dialog.save_pdf()
    return path.read_bytes()


def pages(pdf):
    return len(re.findall(rb"/Type\s*/Page\b", pdf))


def test_the_workbook_has_a_sheet_for_each_table_native_charts_and_all_rows(report, tmp_path):
    book = openpyxl.load_workbook(saves(report, tmp_path / "bao cao.xlsx"))
    names = book.sheetnames
    for name in ("Kết quả", "Hội nghị", "Theo năm", "Theo đơn vị", "Theo phong trào", "Theo loại hình"):
        assert name in names
    assert sum(len(sheet._charts) for sheet in book.worksheets) == 3
    rows = asked(report, "SELECT count(*) FROM award")[0][0]
    header_at = max(sheet.max_row for sheet in book.worksheets)
    assert rows < header_at < rows + 20
    cells = {cell for row in book["Kết quả"].iter_rows(values_only=True) for cell in row}
    assert {2281, 1824, 302} <= cells


def test_the_word_file_holds_the_sentence_and_the_tables(report, tmp_path):
    sentence = report.reads_the_sentence()
    paper = docx.Document(str(saves(report, tmp_path / "bao cao.docx")))
    assert sentence in [paragraph.text for paragraph in paper.paragraphs]
    texts = [cell.text for table in paper.tables for row in table.rows for cell in row.cells]
    assert "2.281" in texts
    assert len(paper.inline_shapes) == 3


def test_the_pdf_is_whole(report, tmp_path):
    written = saves(report, tmp_path / "bao cao.pdf").read_bytes()
    assert written.startswith(b"%PDF")
    assert b"%%EOF" in written[-32:]
    assert pages(written) > 1
    assert "Đã ghi tệp bao cao.pdf" in report.reads_the_line()


@pytest.fixture
def stick(report, tmp_path):
    """A stick put in; what was on it stays to be looked at."""
    folder = tmp_path / "USB"
    folder.mkdir()
    (folder / "cu.txt").write_text("việc khác", encoding="utf-8")
    state = SimpleNamespace(
        folder=folder, drives=[Drive(folder, "KINGSTON (E:)", 8 << 30, 15 << 30, True, False)]
    )
    report.page.look = lambda: state.drives
    return state


SHORT = "Cá nhân theo số lần khen"


def takes_to_the_stick(report, title="Báo cáo kỳ"):
    opened = []
    report.turns_to_report(title)
    report.page.usb_opened.connect(opened.append)
    report.presses_button("Xuất ra USB…")
    report.page.usb_opened.disconnect(opened.append)
    [dialog] = opened
    return in_front(dialog)


def writes_to(report, dialog):
    waited(lambda: dialog.target is not None)
    click(dialog.write_button)
    report.settles()
    return dialog.status.text()


def leaves(report, dialog):
    dialog.close_button.click()
    report.settles()
    report.turns_to_report("Báo cáo kỳ")


def test_the_report_is_taken_out_on_a_stick_that_may_then_be_pulled(report, stick):
    dialog = takes_to_the_stick(report)
    said = writes_to(report, dialog)
    assert said.startswith("Đã ghi và đọc lại đúng 3 tệp. Có thể rút USB.")
    folder = stick.folder / "ubnd-huyen-bach-thong" / "giai-doan-2015-2020"
    files = {path.suffix: path for path in folder.iterdir() if path.name != MANIFEST}
    assert set(files) == {".xlsx", ".docx", ".pdf"}
    lines = (folder / MANIFEST).read_text(encoding="utf-8").splitlines()
    assert dict(line.split("  ")[::-1] for line in lines) == {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in files.values()
    }
    assert openpyxl.load_workbook(io.BytesIO(files[".xlsx"].read_bytes())).sheetnames
    assert (stick.folder / "cu.txt").read_text(encoding="utf-8") == "việc khác"
    leaves(report, dialog)


def left_as_it_was(stick):
    return [path.name for path in stick.folder.rglob("*")] == ["cu.txt"]


def test_a_full_stick_gets_a_sentence_and_keeps_what_it_had(report, stick, monkeypatch):
    dialog = takes_to_the_stick(report, SHORT)
    monkeypatch.setattr(Disk, "free", lambda _self, _folder: 1000)
    assert "chỉ còn trống" in writes_to(report, dialog)
    assert left_as_it_was(stick)
    leaves(report, dialog)


def test_a_stick_that_turns_read_only_gets_a_sentence_and_keeps_what_it_had(report, stick, monkeypatch):
    dialog = takes_to_the_stick(report, SHORT)

    def create(_self, path):
        raise OSError(30, "Read-only file system", str(path))

    monkeypatch.setattr(Disk, "create", create)
    said = writes_to(report, dialog)
    assert "chỉ" in said
    assert "đọc" in said
    assert "rút USB" not in said
    assert left_as_it_was(stick)
    leaves(report, dialog)


def test_a_stick_known_to_be_read_only_cannot_be_chosen(report, stick):
    stick.drives = [Drive(stick.folder, "KINGSTON (E:)", 8 << 30, 15 << 30, True, True)]
    dialog = takes_to_the_stick(report, SHORT)
    waited(lambda: dialog.list.count() == 1)
    assert dialog.list.item(0).text().endswith("chỉ cho đọc")
    assert not dialog.write_button.isEnabled()
    leaves(report, dialog)


def test_a_stick_pulled_out_gets_a_sentence_and_may_be_put_in_again(report, stick):
    dialog = takes_to_the_stick(report, SHORT)
    waited(lambda: dialog.target is not None)
    shutil.rmtree(stick.folder)
    assert "đã rút ra" in writes_to(report, dialog)
    stick.folder.mkdir()
    assert "Có thể rút USB" in writes_to(report, dialog)
    leaves(report, dialog)


def test_what_changes_elsewhere_is_counted_again(office, report):
    report.goes_to("Khen thưởng")
    before = report.content()
    report.enters_a_total(
        ("Chiến sĩ thi đua cơ sở",), times="9", source="Báo cáo thử", start="01/01/2015", end="31/12/2015"
    )
    report.goes_to("Báo cáo")
    assert "311 lượt cá nhân đạt danh hiệu chiến sĩ" in report.reads_the_sentence()
    report.undoes()
    assert "302 lượt cá nhân đạt danh hiệu chiến sĩ" in report.reads_the_sentence()
    assert report.content() == before
