"""Columns put right on their page: by clicks and keys, seen at once, remembered for the next list."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QMenu

from tests.intake.making import (
    GOOD,
    HEADER,
    HEADING,
    PEOPLE,
    REFERENCE,
    document,
    lines,
    paragraph,
    table,
    workbook,
)
from tests.records.offices import content, sql
from tests.ui.test_import_dialog import Held
from ui.forms.import_dialog import ImportDialog
from ui.state import State
from ui.tasks import Tasks
from ui.widgets.page import Context, Office

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise|grabbing the keyboard", extend=True)
ODD = ("Số", "Người", "Sinh", "Việc", "Chỗ", "Được")
ROLES = ("place", "name", "birth", "post", "unit", "title")


def odd(path, number="95/QĐ-UBND", header=ODD, people=PEOPLE):
    return workbook(path, ((HEADING,), (REFERENCE.replace("95/QĐ-UBND", number),), header, *people))


@pytest.fixture
def hand():
    return Held()


@pytest.fixture
def open_dialog(qtbot, office, tmp_path, hand):
    tasks = Tasks(office, hand)
    failures = []
    tasks.failed.connect(failures.append)
    words = {"office": "UBND huyện"}
    context = Context(
        tasks, State(tmp_path / "state.ini"), Office(office.path, office.papers, office.backups, words)
    )

    def open_dialog(*files):
        dialog = ImportDialog(context, choose=lambda _parent, _folder: list(map(str, files)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.open()
        dialog.parts.choose_button.click()
        return dialog

    yield open_dialog
    tasks.close()
    assert failures == []


def page(dialog):
    dialog.parts.tabs.setCurrentWidget(dialog.parts.columns)
    return dialog.parts.columns


def heads(columns):
    view = columns.view
    return [view.horizontalHeaderItem(place).text().split("\n")[1] for place in range(view.columnCount())]


def names(dialog):
    return [(row["name"], row["post"], row["unit"]) for row in dialog.editor.grid.rows()]


def choose_in(menu, words):
    """Choose in the menu open, or in the further one."""
    actions = {
        action.text(): action for each in (menu, *menu.findChildren(QMenu)) for action in each.actions()
    }
    actions[words].trigger()
    menu.close()


@pytest.fixture
def menu_of(qtbot):
    """The menu that is open on a page, once it is there."""

    def menu_of(columns):
        def opened():
            return [menu for menu in columns.findChildren(QMenu) if menu.isVisible()]

        qtbot.waitUntil(lambda: bool(opened()))
        return opened()[-1]

    return menu_of


def click_head(qtbot, columns, place):
    header = columns.view.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(place) + 20, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_a_click_on_a_header_changes_what_a_column_is_and_the_other_takes_its_place(
    open_dialog, qtbot, menu_of, tmp_path
):
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", GOOD))
    columns = page(dialog)
    assert heads(columns)[1:5] == [
        "Họ và tên, tên được khen",
        "Ngày sinh, năm sinh",
        "Chức vụ",
        "Đơn vị, nơi ở",
    ]
    assert "đoán theo tiêu đề" in columns.state.text()
    click_head(qtbot, columns, 3)
    choose_in(menu_of(columns), "Đơn vị, nơi ở")
    assert heads(columns)[3:5] == ["Đơn vị, nơi ở", "Chức vụ"]
    assert names(dialog)[0] == ("Hoàng Thị Mẫu", "Trường Tiểu học Ví Dụ", "Giáo viên")
    assert "vừa chỉ" in columns.state.text()

    qtbot.mouseClick(columns.guess_button, Qt.MouseButton.LeftButton)
    assert names(dialog)[0] == ("Hoàng Thị Mẫu", "Giáo viên", "Trường Tiểu học Ví Dụ")
    assert not columns.guess_button.isEnabled()


def test_a_table_without_a_known_header_is_pointed_out_and_remembered(
    open_dialog, office, qtbot, menu_of, tmp_path
):
    before = content(office)
    dialog = open_dialog(odd(tmp_path / "a.xlsx"))
    columns = page(dialog)
    assert dialog.parts.tabs.tabText(4) == "Cột (1 bảng chưa rõ)"
    assert "Chưa nhận ra hàng tiêu đề" in columns.state.text()
    header = columns.view.verticalHeader()
    at = QPoint(header.width() // 2, header.sectionViewportPosition(2) + 5)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    choose_in(menu_of(columns), "Hàng 3 là hàng tiêu đề")
    assert columns.trouble.text().startswith("Chưa có cột nào là tên được khen")
    for place, role in enumerate(ROLES):
        columns.choose_role(place, role)
    assert not columns.trouble.isVisible()
    assert dialog.parts.tabs.tabText(4) == "Cột"
    assert [name for name, *_ in names(dialog)] == ["Hoàng Thị Mẫu", "Lý Văn Thử"]
    qtbot.mouseClick(dialog.parts.write_button, Qt.MouseButton.LeftButton)
    assert len(sql(office, "SELECT id FROM award")) == 2

    again = open_dialog(odd(tmp_path / "b.xlsx", "96/QĐ-UBND"))
    assert "đã chỉ cho mẫu bảng này ở lần nhập trước" in page(again).state.text()
    assert len(names(again)) == 2
    again.reject()
    office.undo()
    assert content(office) == before
    assert "Chưa nhận ra" in page(open_dialog(tmp_path / "b.xlsx")).state.text()


def test_all_files_of_the_layout_are_read_as_said(open_dialog, tmp_path):
    files = (odd(tmp_path / "a.xlsx"), odd(tmp_path / "b.xlsx", "96/QĐ-UBND"))
    dialog = open_dialog(*files, workbook(tmp_path / "c.xlsx", GOOD))
    columns = page(dialog)
    columns.choose_header(2)
    for place, role in enumerate(ROLES):
        columns.choose_role(place, role)
    assert [file.rows_to_write for file in dialog.plan.files] == [2, 2, 0]
    assert [file.reading.tables[0].how for file in dialog.plan.files] == ["said", "said", "guessed"]


def test_columns_of_a_table_without_a_header_are_named_one_by_one(open_dialog, tmp_path):
    dialog = open_dialog(odd(tmp_path / "a.xlsx", header=()))
    columns = page(dialog)
    columns.choose_role(4, "unit")
    assert columns.trouble.isVisible()
    columns.choose_role(1, "name")
    assert names(dialog)[0] == ("Hoàng Thị Mẫu", "", "Trường Tiểu học Ví Dụ")
    columns.choose_role(2, "skip")
    columns.choose_role(3, "post")
    assert names(dialog)[0][1] == "Giáo viên"
    assert heads(columns)[:3] == ["Chưa rõ, bấm để chọn", "Họ và tên, tên được khen", "Bỏ qua, không đọc"]


def test_roles_are_chosen_by_keys_alone(open_dialog, qtbot, menu_of, tmp_path):
    columns = page(open_dialog(workbook(tmp_path / "ds.xlsx", GOOD)))
    columns.view.setFocus()
    columns.view.setCurrentCell(0, 2)
    qtbot.keyClick(columns.view, Qt.Key.Key_Return)
    menu = menu_of(columns)
    assert next(action.text() for action in menu.actions() if action.isChecked()) == "Ngày sinh, năm sinh"
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert heads(columns)[2] == "Giới tính"


def test_corrections_are_not_lost_without_a_word(open_dialog, qtbot, tmp_path):
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", GOOD))
    dialog.editor.head.load({**dialog.editor.head.values(), "number": "97/QĐ-UBND"})
    dialog.editor.changed.emit()
    columns = page(dialog)
    columns.choose_role(2, "skip")
    assert "Đọc lại thì những chỗ vừa sửa tay trong tệp này sẽ mất" in dialog.parts.trouble.text()
    assert (heads(columns)[2], dialog.editor.head.values()["number"]) == ("Ngày sinh, năm sinh", "97/QĐ-UBND")
    columns.choose_role(2, "skip")
    assert (heads(columns)[2], dialog.editor.head.values()["number"]) == ("Bỏ qua, không đọc", "95/QĐ-UBND")


def test_a_list_without_tables_says_so(open_dialog, tmp_path):
    columns = page(open_dialog(lines(tmp_path / "a.docx")))
    assert "Chưa có bảng nào" in columns.state.text()
    assert not columns.role_button.isEnabled()


def test_a_header_of_the_wrong_rows_gives_way(open_dialog, tmp_path):
    rows = ((HEADING,), (REFERENCE,), ("Họ và tên", "Chức vụ", "Đơn vị"), HEADER, *PEOPLE)
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", rows))
    columns = page(dialog)
    columns.choose_header(3)
    assert [name for name, *_ in names(dialog)] == ["Hoàng Thị Mẫu", "Lý Văn Thử"]
    assert heads(columns)[5] == "Danh hiệu, hình thức khen thưởng"


def test_the_page_follows_the_file_the_officer_goes_to(open_dialog, tmp_path):
    files = (workbook(tmp_path / "a.xlsx", GOOD), odd(tmp_path / "b.xlsx"))
    dialog = open_dialog(*files, odd(tmp_path / "c.xlsx", "96/QĐ-UBND", header=HEADER))
    columns = page(dialog)
    assert columns.choice.currentText() == "b.xlsx – Sheet1 (chưa nhận ra)"
    dialog.parts.tree.setFocus()
    dialog.parts.tree.choose((2, 0))
    assert columns.choice.currentText() == "c.xlsx – Sheet1"


def test_the_page_stays_in_sight_while_a_file_gives_nothing(open_dialog, tmp_path):
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", GOOD))
    columns = page(dialog)
    columns.choose_role(5, "skip")
    columns.forget()
    assert dialog.parts.tabs.currentWidget() is columns


def test_what_is_chosen_while_a_file_is_being_read_is_read_afterwards(open_dialog, hand, tmp_path):
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", GOOD))
    columns = page(dialog)
    hand.held = []
    columns.choose_role(2, "skip")
    columns.choose_role(3, "note")
    columns.choose_role(4, "post")
    hand.release()
    assert heads(columns)[2:5] == ["Bỏ qua, không đọc", "Ghi chú", "Chức vụ"]
    assert names(dialog)[0] == ("Hoàng Thị Mẫu", "Trường Tiểu học Ví Dụ", "")


def test_the_header_is_in_sight_however_many_rows_stand_above_it(open_dialog, tmp_path):
    others = [(f"Mục {number}", "a", "b", "c") for number in range(40)]
    path = workbook(tmp_path / "cao.xlsx", ((HEADING,), (REFERENCE,), *others, HEADER, *PEOPLE))
    columns = page(open_dialog(path))
    [row] = [
        number
        for number in range(columns.view.rowCount())
        if columns.view.item(number, 1).text() == HEADER[1]
    ]
    assert row > 20
    seen = columns.view.viewport().rect().intersects(columns.view.visualItemRect(columns.view.item(row, 1)))
    assert seen


def test_no_more_columns_are_shown_than_can_be_looked_at(open_dialog, tmp_path):
    wide = [(*person, *map(str, range(300))) for person in PEOPLE]
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", (*GOOD[:4], *wide)))
    columns = page(dialog)
    assert columns.view.columnCount() == 100
    columns.choose_role(2, "skip")
    assert len(names(dialog)) == 2


def test_a_further_table_below_with_a_header_of_its_own_is_pointed_out(open_dialog, menu_of, tmp_path):
    swapped = [(1, "Nông Văn Ba", 1980, "Phòng Nội vụ", "Kế toán", PEOPLE[0][-1])]
    rows = (*GOOD[:6], ("Số", "Người", "Sinh", "Chỗ", "Việc", "Được"), *swapped)
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", rows))
    columns = page(dialog)
    columns.view.setCurrentCell(5, 0)
    columns.row_button.click()
    choose_in(menu_of(columns), "Từ hàng 7 là một bảng khác, có tiêu đề riêng")
    for place, role in enumerate(("place", "name", "birth", "unit", "post", "title")):
        columns.choose_role(place, role)
    assert names(dialog) == [
        ("Hoàng Thị Mẫu", "Giáo viên", "Trường Tiểu học Ví Dụ"),
        ("Lý Văn Thử", "Chuyên viên", "Phòng Nội vụ"),
        ("Nông Văn Ba", "Kế toán", "Phòng Nội vụ"),
    ]
    assert columns.choice.count() == 2


def test_ticks_stay_with_their_decisions_and_fall_to_no_others(open_dialog, tmp_path):
    header = ("STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Số quyết định", "Ngày ký", "Danh hiệu")
    people = [
        (place, name, post, unit, f"{place + 10}/QĐ-UBND", "08/02/2019", title)
        for place, name, _, post, unit, title in PEOPLE
    ]
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", (GOOD[0], GOOD[1], header, *people)))
    columns = page(dialog)
    assert [one.candidate.number for one in dialog.plan.to_write] == ["11/QĐ-UBND", "12/QĐ-UBND"]
    dialog.parts.tree.topLevelItem(0).child(1).setCheckState(0, Qt.CheckState.Unchecked)
    columns.choose_role(2, "note")
    assert [one.candidate.number for one in dialog.plan.to_write] == ["11/QĐ-UBND"]
    columns.choose_role(5, "skip")
    columns.choose_role(4, "skip")
    assert [one.candidate.number for one in dialog.plan.to_write] == ["95/QĐ-UBND"]
    columns.forget()
    assert [one.candidate.number for one in dialog.plan.to_write] == ["11/QĐ-UBND", "12/QĐ-UBND"]


def test_columns_of_a_document_are_numbered(open_dialog, tmp_path):
    people = [tuple(map(str, person)) for person in PEOPLE]
    body = paragraph(HEADING) + paragraph(REFERENCE) + table([HEADER, *people])
    columns = page(open_dialog(document(tmp_path / "a.docx", body)))
    assert columns.view.horizontalHeaderItem(1).text() == "Cột 2 ▾\nHọ và tên, tên được khen"
    assert columns.choice.currentText() == "a.docx – bảng 1"


def test_a_list_of_a_year_is_put_right_by_the_menu_and_remembered(open_dialog, office, menu_of, tmp_path):
    odd_year = (("KẾT QUẢ XẾP LOẠI NĂM 2023",), ("Số", "Người", "Việc", "Chỗ", "Được"))
    people = (
        (1, "Nguyễn Thị Mai", "Giáo viên", "Phòng Nội vụ", "HTT"),
        (2, "Lý Văn An", "", "Phòng Nội vụ", "HT"),
    )
    dialog = open_dialog(workbook(tmp_path / "xl.xlsx", (*odd_year, *people)))
    columns = page(dialog)
    columns.choose_header(1)
    for place, role in enumerate(("place", "name", "post", "unit")):
        columns.choose_role(place, role)
    columns.view.setCurrentCell(2, 4)
    columns.role_button.click()
    choose_in(menu_of(columns), "Mức độ hoàn thành nhiệm vụ")
    assert "vừa chỉ" in columns.state.text()
    assert heads(columns)[4] == "Mức độ hoàn thành nhiệm vụ"
    dialog.parts.write_button.click()
    ratings = sql(
        office, "SELECT name, year, rating FROM rating JOIN person ON person.id = person_id ORDER BY 1"
    )
    assert ratings == [("Lý Văn An", 2023, "HT"), ("Nguyễn Thị Mai", 2023, "HTT")]

    again = open_dialog(workbook(tmp_path / "xl2.xlsx", (*odd_year, people[1])))
    assert "đã chỉ cho mẫu bảng này ở lần nhập trước" in page(again).state.text()


def test_the_columns_of_a_list_of_a_year_known_by_its_titles_are_shown(open_dialog, tmp_path):
    rows = (
        ("XẾP LOẠI NĂM 2023",),
        ("STT", "Họ và tên", "Đơn vị", "Xếp loại"),
        (1, "Lý Văn An", "Phòng Y tế", "HTT"),
    )
    columns = page(open_dialog(workbook(tmp_path / "xl.xlsx", rows)))
    assert heads(columns) == [
        "Số thứ tự",
        "Họ và tên, tên được khen",
        "Đơn vị, nơi ở",
        "Mức độ hoàn thành nhiệm vụ",
    ]
