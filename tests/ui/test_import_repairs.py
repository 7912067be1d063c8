"""What was changed in the text is shown column by column, and chosen otherwise with a click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from tests.intake.corpus import encoded
from tests.intake.making import GOOD, TITLE, workbook
from tests.ui.test_import_columns import hand, open_dialog  # noqa: F401 - fixtures
from thidua_desktop.records import imports

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints|raise|grabbing the keyboard", extend=True)
PEOPLE = ("HOÀNG THỊ MẪU", "LÝ VĂN THỬ")


@pytest.fixture
def old(tmp_path):
    """A list with posts in TCVN3, names in capitals and a post that may be of an old encoding."""
    rows = [
        (place, name, 1980, encoded("Giáo viên", "tcvn3"), "Phòng Nội vụ", TITLE)
        for place, name in enumerate(PEOPLE, 1)
    ]
    return workbook(tmp_path / "cũ.xlsx", (*GOOD[:4], *rows))


def page(dialog):
    dialog.parts.tabs.setCurrentWidget(dialog.parts.repairs)
    return dialog.parts.repairs


def lines(repairs):
    table = repairs.table
    return [
        tuple(table.item(row, column).text() for column in range(1, table.columnCount()))
        for row in range(table.rowCount())
    ]


def changes(repairs):
    table = repairs.changes
    return [(table.item(row, 0).text(), table.item(row, 1).text()) for row in range(table.rowCount())]


def rows(dialog):
    return [(row["name"], row["post"]) for row in dialog.editor.grid.rows()]


def choose(qtbot, repairs, row, words):
    """Click on what a column was typed in and choose in the menu."""
    index = repairs.table.model().index(row, 2)
    at = repairs.table.visualRect(index).center()
    qtbot.mouseClick(repairs.table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    menu = next(menu for menu in repairs.findChildren(QMenu) if menu.isVisible())
    next(action for action in menu.actions() if action.text() == words).trigger()
    menu.close()


def test_columns_changed_are_shown_with_what_was_before_and_after(open_dialog, old):  # noqa: F811
    repairs = page(open_dialog(old))
    typed = encoded("Giáo viên", "tcvn3")
    post = ("Sheet1, D “Chức vụ”", "TCVN3 (ABC), theo cách viết", "2", typed, "Giáo viên")
    name = ("Sheet1, Họ và tên", "Chữ in hoa, để nguyên", "2", "HOÀNG THỊ MẪU", "Hoàng Thị Mẫu")
    assert lines(repairs) == [post, name]
    assert changes(repairs) == [(typed, "Giáo viên")]
    repairs.table.setCurrentCell(1, 0)
    assert changes(repairs) == list(zip(PEOPLE, ("Hoàng Thị Mẫu", "Lý Văn Thử"), strict=True))


def test_a_click_leaves_a_column_as_typed_and_gives_it_back_to_the_guess(open_dialog, qtbot, old):  # noqa: F811
    dialog = open_dialog(old)
    repairs = page(dialog)
    choose(qtbot, repairs, 0, "Để nguyên")
    assert rows(dialog)[0][1] == encoded("Giáo viên", "tcvn3")
    assert lines(repairs)[0][1:3] == ("Để nguyên, đã chọn", "0")
    choose(qtbot, repairs, 0, "VNI-Windows")
    assert lines(repairs)[0][1] == "VNI-Windows, đã chọn"
    choose(qtbot, repairs, 0, "Theo phỏng đoán")
    assert rows(dialog)[0][1] == "Giáo viên"
    assert lines(repairs)[0][1] == "TCVN3 (ABC), theo cách viết"


def test_capitals_become_name_case_on_wish_and_the_original_is_kept(open_dialog, office, qtbot, old):  # noqa: F811
    dialog = open_dialog(old)
    repairs = page(dialog)
    choose(qtbot, repairs, 1, "Viết thường, hoa chữ cái đầu theo quy tắc tên")
    assert [name for name, _ in rows(dialog)] == ["Hoàng Thị Mẫu", "Lý Văn Thử"]
    choose(qtbot, repairs, 1, "Để nguyên chữ in hoa")
    assert [name for name, _ in rows(dialog)] == list(PEOPLE)
    choose(qtbot, repairs, 1, "Viết thường, hoa chữ cái đầu theo quy tắc tên")
    qtbot.mouseClick(dialog.parts.write_button, Qt.MouseButton.LeftButton)
    with office.read() as session:
        [file] = imports.list_(session)
    kept = {repair.encoding: repair.changes for repair in file.repairs}
    assert kept["chữ in hoa"] == (("HOÀNG THỊ MẪU", "Hoàng Thị Mẫu"), ("LÝ VĂN THỬ", "Lý Văn Thử"))


def test_a_column_in_doubt_is_offered_and_keys_choose(open_dialog, qtbot, tmp_path):  # noqa: F811
    typed = encoded("Văn thư lưu trữ", "tcvn3")
    people = [*GOOD[:5], (2, "Lý Văn Thử", 1975, typed, "Phòng Nội vụ", TITLE)]
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", people))
    repairs = page(dialog)
    assert lines(repairs) == [("Sheet1, D “Chức vụ”", "Để nguyên, chưa rõ", "1", typed, typed)]
    repairs.table.setFocus()
    qtbot.keyClick(repairs.table, Qt.Key.Key_Return)
    menu = next(menu for menu in repairs.findChildren(QMenu) if menu.isVisible())
    menu.setActiveAction(menu.actions()[0])
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert [post for _, post in rows(dialog)] == ["Giáo viên", "Văn thư lưu trữ"]


def test_files_of_unicode_alone_say_that_nothing_was_changed(open_dialog, tmp_path):  # noqa: F811
    repairs = page(open_dialog(workbook(tmp_path / "ds.xlsx", GOOD)))
    assert repairs.hint.text().startswith("Không có chữ nào phải chuyển")
    assert (repairs.choose_button.isEnabled(), lines(repairs), changes(repairs)) == (False, [], [])


def test_all_capitals_of_a_file_are_written_in_name_case_at_once(open_dialog, qtbot, tmp_path):  # noqa: F811
    people = [(1, "LÝ VĂN THỬ", 1975, "KẾ TOÁN", "PHÒNG NỘI VỤ", TITLE)]
    files = [workbook(tmp_path / f"{name}.xlsx", (*GOOD[:4], *people)) for name in "ab"]
    dialog = open_dialog(files[0], workbook(tmp_path / "b.xlsx", (*GOOD[:2], GOOD[3], *people)))
    repairs = page(dialog)
    assert len(lines(repairs)) == 6
    choose(qtbot, repairs, 1, "Viết thường mọi chữ in hoa của tệp này")
    assert rows(dialog) == [("Lý Văn Thử", "Kế toán")]
    assert [line[1] for line in lines(repairs)] == ["Chữ in hoa, viết thường lại"] * 3 + [
        "Chữ in hoa, để nguyên"
    ] * 3
