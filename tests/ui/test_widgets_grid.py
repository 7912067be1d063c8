import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.vietnamese import nfc
from ui.widgets.clipboard import block_text, read_block
from ui.widgets.fields import TableField
from ui.widgets.form import Form
from ui.widgets.grid import EntryGrid
from ui.widgets.grid_model import REMARK, GridColumn
from ui.widgets.suggest import DELAY, Picked, Suggestion

PEOPLE = (
    Suggestion(1, "Nông Văn Đức", "Phòng Nội vụ", {"post": "Chuyên viên"}),
    Suggestion(2, "Triệu Thị Hợi", "Xã Vi Hương"),
    Suggestion(3, "Hoàng Thị Ánh", "Xã Quân Bình"),
    Suggestion(4, "Hoàng Thị Ánh", "Xã Cẩm Giàng"),
)
TITLES = (("GK", "Giấy khen"), ("CSTDCS", "Chiến sĩ thi đua cơ sở"))


def suggest(text, then):
    then([person for person in PEOPLE if text.lower() in person.label.lower()])


COLUMNS = (
    GridColumn("name", "Họ và tên", 180, "lookup", suggest=suggest),
    GridColumn("post", "Chức vụ"),
    GridColumn(
        "title", "Danh hiệu", 180, "choice", TITLES, match=lambda text: "CSTDCS" if text == "CSTĐCS" else ""
    ),
)
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def grid(qtbot):
    grid = EntryGrid(COLUMNS)
    qtbot.addWidget(grid)
    grid.resize(600, 300)
    with qtbot.waitActive(grid):
        grid.show()
    grid.setFocus()
    return grid


@pytest.fixture
def press(qtbot, grid):
    def press(key, modifier=Qt.KeyboardModifier.NoModifier):
        qtbot.keyClick(QApplication.focusWidget() or grid, key, modifier)

    return press


@pytest.fixture
def typed(grid, type_text):
    def typed(text):
        for letter in text:
            type_text(QApplication.focusWidget() or grid, letter)

    return typed


def paste(grid, text, line=0, place=0):
    QGuiApplication.clipboard().setText(text)
    put(grid, line, place)
    grid.paste()


def put(grid, line, place, last_line=None, last_place=None):
    model = grid.model()
    clear = QItemSelectionModel.SelectionFlag.ClearAndSelect
    grid.selectionModel().setCurrentIndex(model.index(line, place), clear)
    if last_line is not None:
        for row in range(line, last_line + 1):
            for column in range(place, (last_place if last_place is not None else place) + 1):
                grid.selectionModel().select(
                    model.index(row, column), QItemSelectionModel.SelectionFlag.Select
                )


def at(grid):
    return grid.currentIndex().row(), grid.currentIndex().column()


def test_the_model_keeps_the_rules_of_models(grid):
    tester = QAbstractItemModelTester(grid.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    paste(grid, "A\tB\r\nC\tD\r\n")
    put(grid, 0, 0)
    grid.insert_row()
    grid.remove_rows()
    while grid.model().stack.canUndo():
        grid.undo()
    grid.set_rows([{"name": Picked(None, "E")}])
    assert tester.model() is grid.model()


def test_a_row_is_typed_with_tab_and_enter_goes_to_the_next_one(grid, typed, press):
    for text in ("Nông Văn Đức", "Chuyên viên"):
        typed(text)
        press(Qt.Key.Key_Tab)
    typed("Giấy khen")
    press(Qt.Key.Key_Return)
    assert at(grid) == (1, 0)
    assert grid.rows() == [{"name": Picked(1, "Nông Văn Đức"), "post": "Chuyên viên", "title": "GK"}]


def test_a_new_line_is_always_there(grid, typed, press):
    assert grid.model().rowCount() == 1
    typed("A")
    press(Qt.Key.Key_Return)
    assert grid.model().rowCount() == 2


def test_tab_goes_on_to_the_next_line_and_back(grid, press):
    paste(grid, "A\r\nB\r\n")
    put(grid, 0, 2)
    press(Qt.Key.Key_Tab)
    assert at(grid) == (1, 0)
    press(Qt.Key.Key_Backtab)
    assert at(grid) == (0, 2)


def test_a_letter_replaces_the_cell_and_f2_adds_to_it(grid, typed, press):
    paste(grid, "Phó\r\n", place=1)
    put(grid, 0, 1)
    press(Qt.Key.Key_F2)
    typed(" ban")
    press(Qt.Key.Key_Return)
    assert grid.rows()[0]["post"] == "Phó ban"
    put(grid, 0, 1)
    typed("Trưởng")
    press(Qt.Key.Key_Return)
    assert grid.rows()[0]["post"] == "Trưởng"


def test_a_block_from_excel_lands_where_the_cursor_is(grid):
    paste(grid, 'Lý Văn Sơn\tHiệu trưởng\tGiấy khen\r\nMa Thị Lan\t"Kế toán\nthủ quỹ"\tCSTĐCS\r\n')
    assert grid.rows() == [
        {"name": Picked(None, "Lý Văn Sơn"), "post": "Hiệu trưởng", "title": "GK"},
        {"name": Picked(None, "Ma Thị Lan"), "post": "Kế toán thủ quỹ", "title": "CSTDCS"},
    ]


def test_the_header_of_a_pasted_block_is_not_a_row(grid):
    paste(grid, "Họ và tên\tChức vụ\r\nLý Văn Sơn\tHiệu trưởng\r\n")
    assert [row["post"] for row in grid.rows()] == ["Hiệu trưởng"]


def test_forty_rows_are_pasted_at_once_and_undone_at_once(grid):
    paste(grid, "".join(f"Người số {i}\tChuyên viên\tGiấy khen\r\n" for i in range(40)))
    assert len(grid.rows()) == 40
    grid.undo()
    assert grid.rows() == []
    grid.redo()
    assert len(grid.rows()) == 40


def test_known_people_are_recognised_in_a_pasted_block_within_the_same_step(grid):
    picked = []
    grid.picked.connect(lambda row, code, suggestion: picked.append((row, code, suggestion.id)))
    paste(grid, "Ai đó\r\nnông văn đức\r\nTriệu Thị Hợi\r\n")
    assert [row["name"].id for row in grid.rows()] == [None, 1, 2]
    assert picked == [(1, "name", 1), (2, "name", 2)]
    grid.undo()
    assert grid.rows() == []


def test_what_follows_from_a_person_is_filled_in_and_undone_with_it(grid):
    grid.picked.connect(lambda row, _code, suggestion: grid.fill(row, suggestion.extra or {}))
    paste(grid, "Nông Văn Đức\r\n")
    assert grid.rows()[0]["post"] == "Chuyên viên"
    grid.undo()
    assert grid.rows() == []


def test_filling_in_keeps_what_was_typed(grid):
    paste(grid, "Nông Văn Đức\tTrưởng phòng\r\n")
    grid.fill(0, {"post": "Chuyên viên"})
    assert grid.rows()[0]["post"] == "Trưởng phòng"


def test_a_namesake_gets_a_question_mark_and_is_not_guessed(grid):
    paste(grid, "Hoàng Thị Ánh\r\n")
    assert grid.rows()[0]["name"].id is None
    assert "2 bản ghi trùng tên" in grid.model().index(0, 0).data(REMARK)


def test_a_title_that_is_not_offered_is_kept_and_told(grid):
    paste(grid, "Huân chương sao\r\n", place=2)
    assert grid.rows()[0]["title"] == "Huân chương sao"
    assert grid.problems()[0, "title"].startswith("“Huân chương sao” không có trong danh sách")


def test_ctrl_d_fills_down_from_the_first_selected_line(grid, press):
    paste(grid, "A\tTrưởng phòng\r\nB\r\nC\r\n")
    put(grid, 0, 1, 2)
    press(Qt.Key.Key_D, CTRL)
    assert [row["post"] for row in grid.rows()] == ["Trưởng phòng"] * 3


def test_ctrl_d_in_one_cell_takes_what_stands_above(grid, press):
    paste(grid, "A\tTrưởng phòng\r\nB\r\n")
    put(grid, 1, 1)
    press(Qt.Key.Key_D, CTRL)
    assert grid.rows()[1]["post"] == "Trưởng phòng"


def test_one_copied_cell_is_pasted_into_all_selected_ones(grid):
    paste(grid, "A\r\nB\r\nC\r\n")
    QGuiApplication.clipboard().setText("Kế toán")
    put(grid, 0, 1, 2)
    grid.paste()
    assert [row["post"] for row in grid.rows()] == ["Kế toán"] * 3


def test_delete_empties_cells_and_ctrl_z_brings_them_back(grid, press):
    paste(grid, "A\tB\r\n")
    put(grid, 0, 1)
    press(Qt.Key.Key_Delete)
    assert grid.rows()[0]["post"] == ""
    press(Qt.Key.Key_Z, CTRL)
    assert grid.rows()[0]["post"] == "B"


def test_a_copied_block_can_be_pasted_back(grid, press):
    paste(grid, "Lý Văn Sơn\tHiệu trưởng\tGiấy khen\r\n")
    before = grid.rows()
    put(grid, 0, 0, 0, 2)
    press(Qt.Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "Lý Văn Sơn\tHiệu trưởng\tGiấy khen\r\n"
    grid.set_rows([])
    grid.paste()
    assert grid.rows() == before


def test_rows_are_put_in_and_taken_out(grid, press):
    paste(grid, "A\r\nB\r\n")
    put(grid, 1, 0)
    press(Qt.Key.Key_Plus, CTRL)
    assert [row["name"].text for row in grid.rows()] == ["A", "B"]
    assert grid.model().rowCount() == 4
    put(grid, 0, 0)
    press(Qt.Key.Key_Minus, CTRL)
    assert [row["name"].text for row in grid.rows()] == ["B"]


def test_a_problem_stays_with_its_row_when_rows_are_put_in_above(grid):
    paste(grid, "A\r\nB\r\n")
    grid.show_problems({(1, "name"): "Đã có trong quyết định này."})
    put(grid, 0, 0)
    grid.insert_row()
    assert grid.problems() == {(1, "name"): "Đã có trong quyết định này."}


def test_a_problem_goes_away_when_its_cell_is_changed(grid):
    paste(grid, "A\r\n")
    grid.show_problems({(0, "name"): "Sai."})
    paste(grid, "B\r\n")
    assert grid.problems() == {}


def test_tab_on_the_empty_last_line_leaves_the_grid(qtbot, press):
    form = Form([TableField("awards", "Người được khen", columns=COLUMNS)])
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
    form.editor("awards").input.setFocus()
    qtbot.keyClick(form.editor("awards").input, Qt.Key.Key_Tab)
    assert not form.editor("awards").input.hasFocus()


def test_people_are_offered_in_a_cell_and_taken_by_tab(qtbot, grid, typed):
    typed("hợi")
    editor = QApplication.focusWidget()
    qtbot.waitUntil(editor.popup_open, timeout=DELAY * 20)
    popup = editor._completer.popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Tab)
    assert grid.rows()[0]["name"] == Picked(2, "Triệu Thị Hợi")
    assert at(grid) == (0, 1)


def test_a_table_in_a_form_takes_problems_by_row(qtbot):
    form = Form([TableField("awards", "Người được khen", columns=COLUMNS)])
    qtbot.addWidget(form)
    rows = [{"name": Picked(None, name), "post": "", "title": "GK"} for name in ("A", "B")]
    form.load({"awards": rows})
    assert form.values() == {"awards": rows}
    assert not form.dirty
    form.show_problems((Problem("awards.1.name", "Đã có trong quyết định này."),))
    assert form.editor("awards").input.problems() == {(1, "name"): "Đã có trong quyết định này."}
    assert form.shown_problems() == ["Dòng 2: Đã có trong quyết định này."]


CELL = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8).map(str.strip)


@given(st.lists(st.lists(CELL, min_size=2, max_size=4), min_size=1, max_size=5))
def test_a_block_written_is_the_block_read(rows):
    assert read_block(block_text(rows)) == [[nfc(cell) for cell in row] for row in rows]


def test_quoted_cells_hold_line_ends_tabs_and_quotes():
    assert read_block('a\t"b\nc"\t"d ""e"""\r\nf\r\n') == [["a", "b\nc", 'd "e"'], ["f"]]


@pytest.fixture
def counted(qtbot):
    """A grid of given rows: names that stand, figures typed beside them."""
    columns = (GridColumn("name", "Được đề nghị", locked=True), GridColumn("yes", "Đồng ý"))
    grid = EntryGrid(columns, fixed=True)
    qtbot.addWidget(grid)
    QAbstractItemModelTester(grid.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, grid)
    grid.set_rows([{"name": "Nông Văn Đức"}, {"name": "Triệu Thị Hợi"}])
    with qtbot.waitActive(grid):
        grid.show()
    grid.setFocus()
    return grid


def test_given_rows_take_no_row_more(counted):
    assert counted.model().rowCount() == 2
    assert counted.model().headerData(1, Qt.Orientation.Vertical) == "2"
    paste(counted, "7\n6\n5", 0, 1)
    assert [row["yes"] for row in counted.rows()] == ["7", "6"]
    counted.insert_row()
    assert counted.model().rowCount() == 2


def test_given_rows_lose_none(counted):
    put(counted, 0, 0, 1, 1)
    counted.remove_rows()
    counted.clear_cells()
    assert [row["name"] for row in counted.rows()] == ["Nông Văn Đức", "Triệu Thị Hợi"]


def test_tab_leaves_given_rows_after_their_last_cell(qtbot, counted):
    other = EntryGrid(COLUMNS, counted)
    other.show()
    put(counted, 1, 0)
    qtbot.keyClick(counted, Qt.Key.Key_Tab)
    assert (counted.currentIndex().row(), counted.currentIndex().column()) == (1, 1)
    assert counted.focusNextPrevChild(True)
    assert not counted.hasFocus()
