"""Các lần nhập: what was taken in stays to be read, printed and taken back; lists dropped on the window."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from tests.intake.making import GOOD, workbook
from tests.records.offices import ask, content, do, sql, unit
from thidua_desktop.intake.read import read_file
from thidua_desktop.services import importing
from ui.forms.import_dialog import ImportDialog
from ui.forms.imports_view import ImportsView
from ui.main_window import MainWindow
from ui.widgets.page import Follow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def take_in(office, path):
    """Read and write a list without a window."""
    readings = [read_file(path, ask(office, importing.title_book))]
    planned = ask(office, importing.preview, readings)
    return do(office, importing.write, planned, name=planned.name)


@pytest.fixture
def window(qtbot, context, tasks):
    window = MainWindow(context.state)
    qtbot.addWidget(window)
    window.resize(1366, 728)
    window.open(context)
    with qtbot.waitActive(window):
        window.show()
    tasks.drain()
    return window


@pytest.fixture
def view(window, tasks):
    def view(run=None):
        window.follow(Follow("imports", run))
        tasks.drain()
        return window.findChild(ImportsView)

    return view


def lines(view):
    return [
        tuple(view.table.item(row, column).text() for column in range(1, view.table.columnCount()))
        for row in range(view.table.rowCount())
    ]


def test_an_import_is_listed_with_its_files_and_what_was_not_taken_in(view, office, tmp_path):
    take_in(office, workbook(tmp_path / "ds.xlsx", (*GOOD[:-1], (3, "", None, "", "Phòng Nội vụ", ""))))
    shown = view()
    assert lines(shown) == [("1", "2", "0")]
    said = shown.lines.toPlainText().splitlines()
    assert said[1] == "• ds.xlsx: đọc 3 dòng, ghi 2"
    assert said[2].startswith("    chưa nhập: ")


def test_nothing_imported_says_how_to_begin(view):
    shown = view()
    assert shown.nothing.isVisible()
    assert not shown.preview.isEnabled()
    assert not shown.undo.isEnabled()


def test_the_protocol_of_the_chosen_import_is_asked_for_on_paper(view, window, qtbot, office, tmp_path):
    first = take_in(office, workbook(tmp_path / "mot.xlsx", GOOD))
    other = [(row[0].replace("95/QĐ", "96/QĐ"), *row[1:]) if row and row[0] else row for row in GOOD[:2]]
    take_in(office, workbook(tmp_path / "hai.xlsx", (*other, *GOOD[2:])))
    shown = view(first.run)
    with qtbot.waitSignal(window.document_asked) as asked:
        qtbot.keyClick(shown.table, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    verb, build = asked.args
    with office.read() as session:
        document = build(session)
    assert (verb, document.title) == ("preview", "Biên bản nhập danh sách khen thưởng")
    assert [row[1] for block in document.blocks if hasattr(block, "rows") for row in block.rows] == [
        "mot.xlsx"
    ]


def test_only_the_last_thing_done_is_taken_back_from_here(view, tasks, office, tmp_path, qtbot):
    before = content(office)
    take_in(office, workbook(tmp_path / "ds.xlsx", GOOD))
    shown = view()
    assert shown.undo.isEnabled()
    unit(office, "Phòng Tài chính")
    shown._changed(frozenset())
    tasks.drain()
    assert not shown.undo.isEnabled()
    assert "Sau lần nhập này đã có việc khác" in shown.undo.toolTip()
    office.undo()
    shown._changed(frozenset())
    tasks.drain()
    shown.undo.click()
    tasks.drain()
    assert content(office) == before
    assert lines(shown) == []


def test_lists_dropped_on_the_window_are_read_and_written_only_when_told(
    window, office, tasks, tmp_path, qtbot
):
    path = workbook(tmp_path / "ds.xlsx", GOOD)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    entering = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, entering)
    assert entering.isAccepted()
    dropping = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(window, dropping)
    qtbot.waitUntil(lambda: window.findChild(ImportDialog) is not None)
    for _ in ("the book of titles", "the file", "the plan"):
        tasks.drain()
    dialog = window.findChild(ImportDialog)
    assert dialog.plan.rows_to_write == 2
    assert sql(office, "SELECT count(*) FROM award") == [(0,)]
    dialog.keep()
    tasks.drain()
    assert sql(office, "SELECT count(*) FROM award") == [(2,)]
    qtbot.waitUntil(lambda: "Các lần nhập" in window.line.currentMessage())
    assert window.line.currentMessage().startswith("Nhập 1 tệp: 1 quyết định, 2 lượt khen")
