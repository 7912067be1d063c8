from array import array
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester

from ui.state import State
from ui.widgets.record_model import PAGE, WAITING, Column, RecordModel
from ui.widgets.record_table import RecordTable


@dataclass(frozen=True)
class Person:
    id: int
    name: str
    unit: str = "Xã Cẩm Giàng"


COLUMNS = (
    Column("name", "Họ và tên", lambda p: p.name, 180, sort="name"),
    Column("unit", "Đơn vị", lambda p: p.unit, 160),
    Column("id", "Mã", lambda p: str(p.id), 60, align="right", shown=False, sort="id"),
)


class Shelf:
    """A source that answers when told to."""

    def __init__(self):
        self.asked = []
        self.version = ""

    def fetch(self, ids, then):
        self.asked.append((ids, then))

    def answer(self):
        ids, then = self.asked.pop()
        then([Person(i, f"Người {i}{self.version}") for i in ids if i >= 0])


def ids(count):
    return array("q", range(1, count + 1))


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def model(qapp, shelf):
    return RecordModel(COLUMNS, shelf.fetch)


@pytest.fixture
def table(qtbot, shelf, tmp_path):
    table = RecordTable(COLUMNS, shelf.fetch, State(tmp_path / "state.ini"), "people")
    qtbot.addWidget(table)
    table.resize(500, 300)
    return table


def text(model, row, column=0):
    return model.index(row, column).data()


def test_the_model_keeps_the_rules_of_models(model, shelf):
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for count in (3, 0, PAGE + 2):
        model.set_ids(ids(count))
        while shelf.asked:
            shelf.answer()
        model.refresh()
    assert tester.model() is model


def test_a_row_shows_a_mark_until_it_is_read(model, shelf):
    model.set_ids(ids(3))
    shelf.asked.clear()
    model.refresh()
    assert text(model, 1) == WAITING
    shelf.answer()
    assert text(model, 1) == "Người 2"


def test_a_million_rows_are_counted_at_once_and_read_by_the_page(model, shelf):
    model.set_ids(ids(1_000_000))
    assert model.rowCount() == 1_000_000
    text(model, 999_999)
    while shelf.asked:
        assert len(shelf.asked[-1][0]) <= PAGE
        shelf.answer()
    assert text(model, 999_999) == "Người 1000000"


def test_pages_scrolled_past_are_not_read(model, shelf):
    model.set_ids(ids(100 * PAGE))
    for page in range(100):
        text(model, page * PAGE)
    reads = 0
    while shelf.asked:
        reads += 1
        shelf.answer()
    assert reads < 10
    assert text(model, 99 * PAGE) != WAITING


def test_old_rows_stay_on_screen_while_they_are_read_again(model, shelf):
    model.set_ids(ids(3))
    text(model, 0)
    shelf.answer()
    shelf.version = " (mới)"
    model.refresh()
    assert text(model, 0) == "Người 1"
    shelf.answer()
    assert text(model, 0) == "Người 1 (mới)"


def test_a_late_answer_to_an_old_list_is_dropped(model, shelf):
    model.set_ids(ids(3))
    text(model, 0)
    _ids, late = shelf.asked.pop()
    model.set_ids(array("q", [3]))
    late([Person(3, "Cũ")])
    assert text(model, 0) == WAITING


def test_rows_that_come_with_the_list_are_shown_at_once_and_the_others_read(model, shelf):
    model.set_ids(ids(PAGE + 2), [Person(i, f"Người {i}") for i in (1, 2)])
    assert [text(model, 0), text(model, 1)] == ["Người 1", "Người 2"]
    assert shelf.asked == []
    assert text(model, PAGE) == WAITING
    shelf.answer()
    assert text(model, PAGE) == f"Người {PAGE + 1}"


def test_a_record_that_is_gone_shows_as_an_empty_line(model, shelf):
    model.set_ids(array("q", [1, -5]))
    text(model, 0)
    shelf.answer()
    assert text(model, 1) == ""


def test_the_chosen_record_stays_chosen_when_the_list_changes(qtbot, table):
    table.set_ids(ids(5))
    table.choose(4)
    with qtbot.assertNotEmitted(table.chosen):
        table.set_ids(array("q", [9, 4, 1]))
    assert (table.chosen_id, table.currentIndex().row(), table.selected_ids()) == (4, 1, [4])


def test_several_selected_records_stay_selected(table):
    table.set_ids(ids(9))
    table.choose(2)
    table.selectAll()
    table.set_ids(array("q", [8, 100, 2, 3]))
    assert table.selected_ids() == [8, 2, 3]


def test_painting_a_list_selected_whole_does_not_ask_about_every_row(table, monkeypatch):
    table.set_ids(ids(20_000))
    asked = []
    count = RecordModel.rowCount
    monkeypatch.setattr(RecordModel, "rowCount", lambda *args: asked.append(1) or count(*args))
    table.selectAll()
    table.grab()
    assert len(table.selected_ids()) == 20_000
    assert len(asked) < 2_000


def test_losing_the_chosen_record_is_told(qtbot, table):
    table.set_ids(ids(5))
    table.choose(4)
    with qtbot.waitSignal(table.chosen, check_params_cb=lambda chosen: chosen is None):
        table.set_ids(array("q", [1]))


def test_arrows_choose_and_enter_opens(qtbot, table):
    table.set_ids(ids(5))
    table.choose_row(0)
    chosen, opened = [], []
    table.chosen.connect(chosen.append)
    table.opened.connect(opened.append)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert (chosen, opened) == ([2], [2])


def test_a_letter_typed_in_the_list_reads_nothing(qtbot, table, shelf):
    table.set_ids(ids(10_000))
    shelf.asked.clear()
    qtbot.keyClick(table, "n")
    assert shelf.asked == []


def test_selected_rows_are_copied_with_their_header_for_excel_and_word(qtbot, table, shelf):
    table.set_ids(ids(5))
    table.choose(2)
    shelf.asked.clear()
    qtbot.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    shelf.answer()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Họ và tên\tĐơn vị\r\nNgười 2\tXã Cẩm Giàng\r\n"
    assert "<th>Họ và tên</th>" in data.html()
    assert "Người 2</td>" in data.html()


def test_all_rows_are_copied_when_none_is_selected(qtbot, table, shelf):
    table.set_ids(ids(3))
    shelf.asked.clear()
    table.copy()
    shelf.answer()
    assert QGuiApplication.clipboard().text().count("\r\n") == 4


def test_a_click_on_the_header_asks_for_the_order_and_a_second_one_turns_it(qtbot, table):
    asked = []
    table.sort_asked.connect(lambda code, descending: asked.append((code, descending)))
    header = table.horizontalHeader()
    for section in (0, 0, 1):
        header.sectionClicked.emit(section)
    assert asked == [("name", False), ("name", True)]
    assert header.sortIndicatorSection() == 0


def test_chosen_columns_are_remembered(qtbot, shelf, table, tmp_path):
    show = {action.text(): action for action in table.column_menu().actions()}
    show["Mã"].trigger()
    show["Đơn vị"].trigger()
    table.horizontalHeader().moveSection(2, 0)
    table.setColumnWidth(2, 222)
    again = RecordTable(COLUMNS, shelf.fetch, table._state, "people")
    qtbot.addWidget(again)
    assert [column.code for column in again.visible_columns()] == ["id", "name"]
    assert again.columnWidth(2) == 222


def test_the_room_left_over_is_not_remembered_as_the_width_of_the_last_column(qtbot, shelf, table):
    table.resize(1300, 300)
    table.setColumnWidth(0, 150)
    again = RecordTable(COLUMNS, shelf.fetch, table._state, "people")
    qtbot.addWidget(again)
    again.resize(500, 300)
    again.show()
    assert again.columnWidth(0) == 150
    assert again.horizontalHeader().length() <= again.viewport().width()


def test_the_last_column_cannot_be_hidden(table):
    show = {action.text(): action for action in table.column_menu().actions()}
    show["Đơn vị"].trigger()
    show = {action.text(): action for action in table.column_menu().actions()}
    assert not show["Họ và tên"].isEnabled()


def test_columns_go_back_to_how_they_were(table):
    table.column_menu().actions()
    show = {action.text(): action for action in table.column_menu().actions()}
    show["Đơn vị"].trigger()
    show["Trả các cột về như ban đầu"].trigger()
    assert [column.code for column in table.visible_columns()] == ["name", "unit"]


def test_the_place_in_a_long_list_does_not_jump_when_it_is_read_again(qtbot, table):
    table.set_ids(ids(1000))
    table.show()
    table.verticalScrollBar().setValue(400)
    table.set_ids(array("q", [*range(1, 900)]))
    assert table.verticalScrollBar().value() == 400
