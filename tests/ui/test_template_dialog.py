"""Lists for units in the window: written to a folder, taken back from files, doubts answered beside both values."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from tests.records.offices import content, do, person, unit
from thidua_desktop.documents.unit_template import write
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.person import PersonDraft
from thidua_desktop.domain.unit_template import COLUMNS, SHEET
from thidua_desktop.records import settings
from thidua_desktop.services import people, unit_templates
from ui.forms.lent_lists import REGISTRATION
from ui.forms.template_dialog import TemplateDialog
from ui.forms.template_merge import TemplateMergeDialog
from ui.pages.units import make
from ui.state import State
from ui.tasks import Immediate, Tasks
from ui.widgets.page import Context, Office

PLACE = {code: number for number, code in enumerate(COLUMNS, start=1)}
SCHOOL, CLINIC = "Trường Tiểu học Bản Mẫu", "Trạm Y tế Bản Mẫu"
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture(scope="module")
def fill():
    def fill(office):
        school, clinic = unit(office, SCHOOL, "school"), unit(office, CLINIC, "office")
        return {
            "school": school,
            "clinic": clinic,
            "duc": person(office, "Nông Văn Đức", school, "Giáo viên", birth=PartialDate(1980)),
            "may": person(office, "Triệu Thị Mây", school, "Giáo viên"),
        }

    return fill


@pytest.fixture
def context(qapp, office, kept, tmp_path):
    failures = []
    tasks = Tasks(office, Immediate())
    tasks.failed.connect(failures.append)
    with office.read() as session:
        words = settings.all_(session)
    yield Context(
        tasks, State(tmp_path / "state.ini"), Office(office.path, office.papers, office.backups, words)
    )
    tasks.close()
    assert failures == []


@pytest.fixture
def shown(qtbot):
    def shown(dialog):
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.open()
        return dialog

    return shown


def lent(office, unit_id, path):
    with office.read() as session:
        made = unit_templates.template(session, unit_id, 2020, date(2020, 11, 2))
    write(made, path)
    return path


def type_in(path, **cells):
    """Type into rows found by the last word of the name; _new goes to the first blank row."""
    book = load_workbook(path)
    for row in book[SHEET].iter_rows(min_row=9):
        word = str(row[PLACE["name"] - 1].value or "_new").split(" ")[-1]
        for code, text in cells.pop(word, {}).items():
            row[PLACE[code] - 1].value = text
    book.save(path)
    return path


def births(office):
    with closing(sqlite3.connect(office.path)) as connection:
        return dict(connection.execute("SELECT name, birth FROM person"))


def lines(dialog):
    table = dialog.table
    return [
        [table.item(row, column).text() for column in range(1, 6)] + [table.combo(row).currentText()]
        for row in range(table.rowCount())
    ]


def notes(dialog):
    return [dialog.notes.item(row).text() for row in range(dialog.notes.count())]


def press(qtbot, button):
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def pick(dialog, row, words):
    combo = dialog.table.combo(row)
    combo.setCurrentText(words)
    combo.activated.emit(combo.currentIndex())


@pytest.fixture
def merging(context, shown, qtbot):
    def merging(*paths):
        dialog = shown(TemplateMergeDialog(context, choose_files=lambda *_: [str(path) for path in paths]))
        press(qtbot, dialog.choose_button)
        return dialog

    return merging


def test_a_file_is_written_for_each_unit_ticked(context, shown, qtbot, kept, tmp_path):
    folder = tmp_path / "usb"
    folder.mkdir()
    dialog = shown(TemplateDialog(context, [kept["school"]], choose_folder=lambda *_: str(folder)))
    assert [dialog.list.item(row).text() for row in range(2)] == [
        f"{SCHOOL}  ·  2 người",  # those chosen on the page come first
        f"{CLINIC}  ·  0 người",
    ]
    assert dialog.units() == [kept["school"]]
    press(qtbot, dialog.write_button)
    assert "Chọn thư mục" in dialog.status.text()
    press(qtbot, dialog.folder_button)
    dialog.list.item(1).setCheckState(Qt.CheckState.Checked)
    dialog.year.setValue(2020)
    press(qtbot, dialog.write_button)
    assert sorted(path.name for path in folder.iterdir()) == [
        f"Mẫu 2020 - {SCHOOL}.xlsx",
        f"Mẫu 2020 - {CLINIC}.xlsx",
    ]
    assert "2 tệp mẫu" in dialog.status.text()
    press(qtbot, dialog.write_button)
    assert len(list(folder.iterdir())) == 4


def test_ticking_all_ticks_only_what_the_search_left(context, shown, qtbot, kept):
    dialog = shown(TemplateDialog(context))
    assert not dialog.write_button.isEnabled()
    dialog.search.setText("tram y te")
    all_button = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Chọn tất cả")
    press(qtbot, all_button)
    assert dialog.units() == [kept["clinic"]]
    assert dialog.write_button.isEnabled()


def test_a_folder_that_is_gone_is_told_and_nothing_is_written(context, shown, qtbot, kept, tmp_path):
    gone = tmp_path / "gone"
    gone.mkdir()
    dialog = shown(TemplateDialog(context, [kept["school"]], choose_folder=lambda *_: str(gone)))
    press(qtbot, dialog.folder_button)
    gone.rmdir()
    press(qtbot, dialog.write_button)
    assert "Chọn thư mục hoặc USB" in dialog.status.text()


def test_what_the_unit_changed_is_shown_and_written_in_one_action(office, merging, qtbot, kept, tmp_path):
    path = type_in(
        lent(office, kept["school"], tmp_path / "mau.xlsx"),
        Mây={"birth": "1988", "gender": "Nữ"},
        _new={"name": "Lường Thị Xuân", "post": "Giáo viên"},
    )
    before = content(office)
    dialog = merging(path)
    assert lines(dialog) == [
        ["Triệu Thị Mây", "Ngày sinh hoặc năm sinh", "", "", "1988", "Lấy của đơn vị"],
        ["Triệu Thị Mây", "Giới tính", "", "", "Nữ", "Lấy của đơn vị"],
        ["Lường Thị Xuân", "Người mới", "", "", "Lường Thị Xuân", "Thêm người mới"],
    ]
    assert "sửa 1 người · thêm 1 người" in dialog.status.text()
    assert content(office) == before
    press(qtbot, dialog.write_button)
    assert not dialog.isVisible()
    assert births(office) == {"Nông Văn Đức": "1980", "Triệu Thị Mây": "1988", "Lường Thị Xuân": None}
    office.undo()
    assert content(office) == before


def conflicting(office, kept, path):
    type_in(lent(office, kept["school"], path), Đức={"birth": "1982"}, Mây={"birth": "1988"})
    do(office, people.change, kept["duc"], PersonDraft("Nông Văn Đức", PartialDate(1981)))
    return path


def test_a_conflict_stands_first_with_both_values_and_nothing_is_written_before_it_is_answered(
    office, merging, qtbot, kept, tmp_path
):
    dialog = merging(conflicting(office, kept, tmp_path / "mau.xlsx"))
    before = content(office)
    assert lines(dialog)[0] == [
        "Nông Văn Đức",
        "Ngày sinh hoặc năm sinh",
        "1980",
        "1981",
        "1982",
        "Chưa chọn",
    ]
    assert dialog.table.combo(0).hasFocus()
    press(qtbot, dialog.write_button)
    assert dialog.isVisible()
    assert "chưa chọn" in dialog.status.text()
    assert content(office) == before
    pick(dialog, 0, "Lấy của đơn vị")
    press(qtbot, dialog.write_button)
    assert births(office)["Nông Văn Đức"] == "1982"


@pytest.mark.parametrize(("button", "birth"), [("ours_button", "1981"), ("theirs_button", "1982")])
def test_one_button_answers_every_question(office, merging, qtbot, kept, tmp_path, button, birth):
    dialog = merging(conflicting(office, kept, tmp_path / "mau.xlsx"))
    press(qtbot, getattr(dialog, button))
    qtbot.keyClick(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert births(office) == {"Nông Văn Đức": birth, "Triệu Thị Mây": "1988"}


def test_what_only_the_unit_changed_can_be_declined(office, merging, qtbot, kept, tmp_path):
    dialog = merging(type_in(lent(office, kept["school"], tmp_path / "mau.xlsx"), Mây={"birth": "1988"}))
    pick(dialog, 0, "Giữ của ta")
    assert "sửa 0 người" in dialog.status.text()
    assert not dialog.write_button.isEnabled()


def test_people_left_out_and_files_not_ours_are_told_beside_the_others(office, merging, kept, tmp_path):
    path = type_in(
        lent(office, kept["school"], tmp_path / "mau.xlsx"), Mây={"name": None}, Đức={"birth": "1982"}
    )
    other = tmp_path / "hong.xlsx"
    other.write_bytes(b"PK\x03\x04 hong")
    dialog = merging(path, other)
    assert len(lines(dialog)) == 1
    told = notes(dialog)
    assert told[0].startswith("hong.xlsx: ")
    assert f"{SCHOOL}: Triệu Thị Mây không còn trong mẫu; vẫn giữ trong sổ." in told


def test_when_the_book_changed_meanwhile_the_comparison_is_made_anew(office, merging, qtbot, kept, tmp_path):
    dialog = merging(type_in(lent(office, kept["school"], tmp_path / "mau.xlsx"), Đức={"birth": "1982"}))
    do(office, people.change, kept["duc"], PersonDraft("Nông Văn Đức", PartialDate(1981)))
    press(qtbot, dialog.write_button)
    assert births(office)["Nông Văn Đức"] == "1981"
    assert "vừa thay đổi" in notes(dialog)[0]
    assert lines(dialog)[0][-1] == "Chưa chọn"


def test_proposals_go_on_to_the_preview_of_an_import_and_are_not_written(
    office, merging, qtbot, kept, tmp_path
):
    path = type_in(
        lent(office, kept["school"], tmp_path / "mau.xlsx"),
        Đức={"title": "Lao động tiên tiến", "name": "Nông Văn Đực"},
    )
    dialog = merging(path)
    press(qtbot, dialog.write_button)
    preview = dialog.proposals
    qtbot.addWidget(preview)
    assert preview.isVisible()
    [row] = [row for row in preview.editor.grid.rows() if row["name"]]
    assert (row["name"], row["award"], row["unit"]) == ("Nông Văn Đực", "DH_LDTT", SCHOOL)
    assert preview.editor.head.values()["number"] == ""
    with closing(sqlite3.connect(office.path)) as connection:
        assert connection.execute("SELECT count(*) FROM award").fetchone() == (0,)
    preview.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    preview.reject()


def test_a_list_with_nothing_but_proposals_leads_to_them(office, merging, qtbot, kept, tmp_path):
    before = None
    path = type_in(lent(office, kept["school"], tmp_path / "mau.xlsx"), Đức={"title": "Lao động tiên tiến"})
    dialog = merging(path)
    before = content(office)
    assert dialog.write_button.text() == "Xem đề nghị…"
    press(qtbot, dialog.write_button)
    qtbot.addWidget(dialog.proposals)
    assert dialog.proposals.isVisible()
    assert content(office) == before
    dialog.proposals.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    dialog.proposals.reject()


def test_files_taken_back_are_only_read(office, merging, kept, tmp_path):
    path = lent(office, kept["school"], tmp_path / "mau.xlsx")
    before = Path(path).read_bytes()
    merging(path)
    assert Path(path).read_bytes() == before


def test_the_page_of_units_offers_both(context, qtbot, kept):
    page = make(context)
    qtbot.addWidget(page)
    page.resize(1366, 640)
    with qtbot.waitActive(page):
        page.show()
    assert page.list.table.choose(kept["clinic"])
    for words, kind in (("Xuất mẫu…", TemplateDialog), ("Nhận mẫu…", TemplateMergeDialog)):
        press(qtbot, next(button for button in page.findChildren(QPushButton) if button.text() == words))
        dialog = page.findChild(kind)
        assert dialog.isVisible()
        if kind is TemplateDialog:
            assert dialog.units() == [kept["clinic"]]
        dialog.reject()


def test_a_registration_list_is_written_for_each_unit_ticked(qtbot, shown, context, kept, tmp_path):
    dialog = shown(
        TemplateDialog(context, [kept["school"]], None, lambda _parent, _folder: str(tmp_path), REGISTRATION)
    )
    dialog.year.setValue(2026)
    press(qtbot, dialog.folder_button)
    press(qtbot, dialog.write_button)
    assert [path.name for path in tmp_path.glob("*.xlsx")] == [f"Đăng ký thi đua 2026 - {SCHOOL}.xlsx"]
    sheet = load_workbook(tmp_path / f"Đăng ký thi đua 2026 - {SCHOOL}.xlsx")["Cá nhân"]
    assert [sheet.cell(row, 2).value for row in (6, 7)] == ["Nông Văn Đức", "Triệu Thị Mây"]
    assert "Đã ghi 1 tệp mẫu" in dialog.status.text()
