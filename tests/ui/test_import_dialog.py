"""Lists brought in as an officer does it: look, correct, write; nothing happens to the book before that."""

import shutil
from concurrent.futures import Future
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.intake.making import GOOD, HEADER, PEOPLE, TITLE, workbook
from tests.records.offices import content, count, line, register, sql
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake.reading import CandidateAward
from thidua_desktop.records import settings
from ui.forms.import_dialog import ImportDialog
from ui.forms.import_rows import ImportGrid
from ui.state import State
from ui.tasks import Immediate, Tasks
from ui.widgets.listed_dialog import ListedDialog
from ui.widgets.page import Context, Office

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples" / "files"
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


def listed(path, number="95/QĐ-UBND", people=PEOPLE, campaign=""):
    reference = (
        f"(Kèm theo Quyết định số {number} ngày 8 tháng 2 năm 2019 của Chủ tịch UBND huyện Bạch Thông)"
    )
    heading = "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG “CHIẾN SĨ THI ĐUA CƠ SỞ” NĂM 2018" + campaign
    return workbook(path, ((heading,), (reference,), (), HEADER, *people))


class Held(Immediate):
    """Does the work at once, except while it is held."""

    def __init__(self):
        self.held = None

    def submit(self, fn, /, *args, **kwargs):
        if self.held is None:
            return super().submit(fn, *args, **kwargs)
        future = Future()
        self.held.append(lambda: future.set_result(fn(*args, **kwargs)))
        return future

    def release(self):
        held, self.held = self.held, None
        for work in held:
            work()


@pytest.fixture
def hand():
    return Held()


@pytest.fixture
def failures():
    return []


@pytest.fixture
def tasks(qapp, office, hand, failures):
    tasks = Tasks(office, hand)
    tasks.failed.connect(failures.append)
    yield tasks
    tasks.close()
    assert failures == []


@pytest.fixture
def open_dialog(qtbot, tasks, office, tmp_path):
    with office.read() as session:
        words = settings.all_(session)
    context = Context(
        tasks,
        State(tmp_path / "state.ini"),
        Office(office.path, office.papers, office.backups, words),
    )

    def open_dialog(*files):
        dialog = ImportDialog(context, choose=lambda _parent, _folder: [str(file) for file in files])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.open()
        if files:
            dialog.parts.choose_button.click()
        return dialog

    return open_dialog


def tree(dialog):
    """Every line of the tree: its words, rows, what is to be looked at."""
    found = []
    for top in range(dialog.parts.tree.topLevelItemCount()):
        item = dialog.parts.tree.topLevelItem(top)
        for one in (item, *(item.child(row) for row in range(item.childCount()))):
            found.append(tuple(one.text(column) for column in range(3)))
    return found


def problems(dialog):
    table = dialog.parts.problems
    return [
        tuple(table.item(row, column).text() for column in range(table.columnCount()))
        for row in range(table.rowCount())
    ]


def choose(dialog, place):
    dialog.parts.tree.choose(place)


def tick(dialog, file, decision=None, *, on=False):
    item = dialog.parts.tree.topLevelItem(file)
    item = item if decision is None else item.child(decision)
    item.setCheckState(0, Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)


@pytest.fixture
def put(qtbot, type_text):
    """Type into a cell of the grid and leave it with Enter."""

    def put(dialog, row, code, text, *, leave=True):
        grid = dialog.editor.grid
        grid.setCurrentIndex(grid.model().index(row, grid.codes.index(code)))
        grid.setFocus()
        qtbot.keyClick(grid, Qt.Key.Key_F2)
        cell = QApplication.focusWidget()
        cell.selectAll()
        qtbot.keyClick(cell, Qt.Key.Key_Delete)
        type_text(cell, text)
        if leave:
            qtbot.keyClick(cell, Qt.Key.Key_Return)

    return put


def write(dialog, qtbot):
    qtbot.mouseClick(dialog.parts.write_button, Qt.MouseButton.LeftButton)


def test_the_window_invites_before_any_file_is_chosen(open_dialog, qtbot):
    dialog = open_dialog()
    assert dialog.parts.choose_button.hasFocus() or dialog.parts.choose_button.isEnabled()
    assert not dialog.parts.tree.isVisible()
    assert not dialog.parts.write_button.isEnabled()
    write(dialog, qtbot)
    assert dialog.isVisible()


def test_what_was_understood_is_shown_and_only_the_button_writes_it(open_dialog, office, qtbot, tmp_path):
    before = content(office)
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", GOOD))
    assert tree(dialog) == [("ds.xlsx", "2", ""), ("95/QĐ-UBND, 08/02/2019", "2", "")]
    head = dialog.editor.head.values()
    assert (head["number"], head["decided_on"], head["level"], head["year"], head["total"]) == (
        "95/QĐ-UBND",
        date(2019, 2, 8),
        "district",
        2018,
        None,
    )
    assert head["persons"] == 2
    names = [(row["name"], row["post"], row["unit"], row["award"]) for row in dialog.editor.grid.rows()]
    assert names[0] == ("Hoàng Thị Mẫu", "Giáo viên", "Trường Tiểu học Ví Dụ", "DH_CSTD_CS")
    assert "1 quyết định · 2 lượt khen sẽ ghi · 2 cá nhân mới · 2 đơn vị mới" in dialog.parts.summary.text()
    assert content(office) == before
    write(dialog, qtbot)
    assert not dialog.isVisible()
    assert sql(office, "SELECT name_written FROM award ORDER BY id") == [("Hoàng Thị Mẫu",), ("Lý Văn Thử",)]
    office.undo()
    assert content(office) == before


def test_closing_writes_nothing(open_dialog, office, qtbot, tmp_path):
    before = content(office)
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", GOOD))
    qtbot.mouseClick(dialog.parts.close_button, Qt.MouseButton.LeftButton)
    assert not dialog.isVisible()
    assert content(office) == before


def test_a_damaged_file_among_good_ones_gets_its_sentence_and_the_others_come_in(
    open_dialog, office, qtbot, tmp_path
):
    damaged = tmp_path / "hong.xlsx"
    damaged.write_bytes(b"PK\x03\x04" + b"\x00" * 300)
    dialog = open_dialog(damaged, workbook(tmp_path / "ds.xlsx", GOOD))
    assert tree(dialog)[0][0].startswith("hong.xlsx – không đọc được")
    [(file, *_, reason)] = problems(dialog)
    assert (file, "hỏng" in reason) == ("hong.xlsx", True)
    assert "1 chỗ cần xem lại, chưa ghi" in dialog.parts.summary.text()
    write(dialog, qtbot)
    assert count(office, "SELECT count(*) FROM award") == 2


def test_with_nothing_but_damaged_files_the_reasons_stand_in_front(open_dialog, office, qtbot, tmp_path):
    damaged = tmp_path / "hong.docx"
    damaged.write_bytes(b"")
    dialog = open_dialog(damaged)
    assert dialog.parts.problems.isVisible()
    assert not dialog.parts.write_button.isEnabled()


def test_the_source_is_never_changed_and_may_be_read_only(open_dialog, office, qtbot, tmp_path):
    path = workbook(tmp_path / "ds.xlsx", GOOD)
    path.chmod(0o444)
    before = (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.glob("*ds*")))
    dialog = open_dialog(path)
    write(dialog, qtbot)
    assert (path.read_bytes(), path.stat().st_mtime_ns, sorted(tmp_path.glob("*ds*"))) == before
    assert count(office, "SELECT count(*) FROM award") == 2


STRANGE = (
    (1, "Hoàng Thị Mẫu", 1980, "Giáo viên", "Trường Tiểu học Ví Dụ", TITLE),
    (2, "Lý Văn Thử", 1975, "Chuyên viên", "Phòng Nội vụ", "Gương mặt tiêu biểu"),
)


def test_a_row_not_understood_is_completed_in_the_preview(open_dialog, office, qtbot, put, tmp_path):
    dialog = open_dialog(listed(tmp_path / "ds.xlsx", people=STRANGE))
    [(file, sheet, row, text, reason)] = problems(dialog)
    assert (file, sheet, row) == ("ds.xlsx", "Sheet1", "6")
    assert "Lý Văn Thử" in text
    assert "Gương mặt tiêu biểu" in reason
    dialog.parts.tabs.setCurrentWidget(dialog.parts.problems)
    dialog.parts.problems.selectRow(0)
    qtbot.keyClick(dialog.parts.problems, Qt.Key.Key_Return)
    grid = dialog.editor.grid
    assert grid.isVisible()
    assert grid.rows()[1]["name"] == "Lý Văn Thử"
    assert grid.problems() == {(1, "award"): "Chưa rõ danh hiệu, hình thức khen thưởng."}
    put(dialog, 1, "award", "CSTĐCS")
    dialog.editor.settle()
    write(dialog, qtbot)
    kept = sql(
        office,
        "SELECT a.name_written, k.code, a.title_written FROM award a JOIN award_kind k ON k.id = a.kind_id",
    )
    assert kept == [
        ("Hoàng Thị Mẫu", "DH_CSTD_CS", TITLE),
        ("Lý Văn Thử", "DH_CSTD_CS", "Gương mặt tiêu biểu"),
    ]


def test_a_row_taken_over_and_left_incomplete_is_still_told_with_its_row(open_dialog, qtbot, tmp_path):
    dialog = open_dialog(listed(tmp_path / "ds.xlsx", people=STRANGE))
    dialog.parts.problems.activated.emit(dialog.parts.problems.model().index(0, 0))
    told = [("ds.xlsx", "Sheet1", "6", "Lý Văn Thử", "Chưa rõ danh hiệu, hình thức khen thưởng.")]
    qtbot.waitUntil(lambda: problems(dialog) == told)
    assert "1 lượt khen sẽ ghi" in dialog.parts.summary.text()


def test_an_unticked_decision_stays_out_and_a_file_is_unticked_whole(open_dialog, office, qtbot):
    dialog = open_dialog(SAMPLES / "TTLDXS cac nam.xlsx", SAMPLES / "CSTDCS 2015.xlsx")
    tick(dialog, 0, 1)
    assert "5 quyết định · 85 lượt khen sẽ ghi" in dialog.parts.summary.text()
    tick(dialog, 0)
    assert "1 quyết định · 60 lượt khen sẽ ghi" in dialog.parts.summary.text()
    tick(dialog, 0, 4, on=True)
    write(dialog, qtbot)
    assert count(office, "SELECT count(*) FROM decision") == 2


def test_the_same_file_again_is_not_read_again_and_says_so(open_dialog, office, qtbot, tmp_path):
    path = workbook(tmp_path / "ds.xlsx", GOOD)
    dialog = open_dialog(path, shutil.copy(path, tmp_path / "ban sao.xlsx"))
    assert len(tree(dialog)) == 2
    assert dialog.parts.trouble.text() == "1 tệp đã có trong danh sách này, không đọc lại."
    dialog.parts.choose_button.click()
    assert len(tree(dialog)) == 2
    write(dialog, qtbot)
    before = content(office)
    again = open_dialog(path)
    assert tree(again)[1] == ("95/QĐ-UBND, 08/02/2019", "2", "đã có")
    assert "đã có trong sổ" in problems(again)[0][-1]
    assert not again.parts.write_button.isEnabled()
    assert again.editor.grid.rows()
    assert content(office) == before


def test_a_file_mended_meanwhile_takes_its_own_place(open_dialog, tmp_path):
    path = listed(tmp_path / "ds.xlsx", people=STRANGE)
    dialog = open_dialog(path)
    assert len(problems(dialog)) == 1
    listed(path)
    dialog.parts.choose_button.click()
    assert problems(dialog) == []
    assert tree(dialog) == [("ds.xlsx", "2", ""), ("95/QĐ-UBND, 08/02/2019", "2", "")]
    assert len(dialog.editor.grid.rows()) == 2


def test_two_files_of_one_name_keep_their_rows_apart(open_dialog, office, qtbot, put, tmp_path):
    for folder, number in (("a", "95/QĐ-UBND"), ("b", "96/QĐ-UBND")):
        (tmp_path / folder).mkdir()
        listed(tmp_path / folder / "ds.xlsx", number, STRANGE)
    dialog = open_dialog(tmp_path / "a" / "ds.xlsx", tmp_path / "b" / "ds.xlsx")
    dialog.parts.problems.activated.emit(dialog.parts.problems.model().index(1, 0))
    assert dialog.editor.head.values()["number"] == "96/QĐ-UBND"
    put(dialog, 1, "award", "CSTĐCS")
    write(dialog, qtbot)
    counts = sql(
        office,
        "SELECT d.number, count(*) FROM award a JOIN decision d ON d.id = a.decision_id GROUP BY 1 ORDER BY 1",
    )
    assert counts == [("95/QĐ-UBND", 1), ("96/QĐ-UBND", 2)]


def test_namesakes_are_counted_before_and_kept_as_questions(open_dialog, office, qtbot, tmp_path):
    here = listed(tmp_path / "mot.xlsx")
    people = ((1, "Lý Văn Thử", 1990, "Công an viên", "Xã Ví Dụ", TITLE),)
    dialog = open_dialog(here, listed(tmp_path / "hai.xlsx", "96/QĐ-UBND", people))
    assert "1 trường hợp trùng tên để xem lại sau" in dialog.parts.summary.text()
    write(dialog, qtbot)
    assert count(office, "SELECT count(*) FROM person WHERE name = 'Lý Văn Thử'") == 2
    assert count(office, "SELECT count(*) FROM identity") == 1


def test_a_folder_dropped_is_read_with_what_lies_below(open_dialog, tmp_path):
    folder = tmp_path / "USB"
    (folder / "2018").mkdir(parents=True)
    listed(folder / "2018" / "ds.xlsx")
    (folder / "~$ds.xlsx").write_bytes(b"")
    (folder / "doc.txt").write_text("không phải danh sách", encoding="utf-8")
    dialog = open_dialog()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(folder))])
    copy, left, plain = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(5, 5), copy, data, left, plain)
    QApplication.sendEvent(dialog, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(dialog, QDropEvent(QPointF(5, 5), copy, data, left, plain))
    assert [words for words, *_ in tree(dialog)] == ["ds.xlsx", "95/QĐ-UBND, 08/02/2019"]


def test_a_folder_without_lists_is_told(open_dialog, tmp_path):
    dialog = open_dialog()
    (tmp_path / "trong").mkdir()
    dialog.take([tmp_path / "trong"])
    assert dialog.parts.trouble.text() == "Không thấy tệp Excel, Word nào ở đó."
    assert not dialog.parts.tree.isVisible()


def test_reading_can_be_stopped_and_nothing_is_left_of_it(open_dialog, hand, tmp_path, qtbot):
    dialog = open_dialog()
    hand.held = []
    dialog.take([listed(tmp_path / "ds.xlsx")])
    assert dialog.parts.stop_button.isVisible()
    assert not dialog.parts.choose_button.isEnabled()
    qtbot.mouseClick(dialog.parts.stop_button, Qt.MouseButton.LeftButton)
    hand.release()
    assert not dialog.parts.stop_button.isVisible()
    assert dialog.parts.trouble.text() == "Đã dừng, không đọc thêm tệp nào."
    assert tree(dialog) == []
    dialog.take([tmp_path / "ds.xlsx"])
    assert len(tree(dialog)) == 2


def test_closing_while_reading_stops_the_reading_first(open_dialog, hand, tmp_path):
    dialog = open_dialog()
    hand.held = []
    dialog.take([listed(tmp_path / "ds.xlsx")])
    dialog.reject()
    assert dialog.isVisible()
    hand.release()
    assert not dialog.isVisible()


def test_a_bug_in_reading_is_told_and_does_not_hold_the_window(open_dialog, failures, monkeypatch, tmp_path):
    def broken(*_anything):
        raise ZeroDivisionError

    monkeypatch.setattr("ui.forms.import_dialog.read_files", broken)
    dialog = open_dialog(listed(tmp_path / "ds.xlsx"))
    assert [type(error) for error in failures] == [ZeroDivisionError]
    failures.clear()
    assert "lỗi của chương trình" in dialog.parts.trouble.text()
    dialog.reject()
    assert not dialog.isVisible()


def test_a_correction_is_written_even_when_the_button_follows_at_once(
    open_dialog, office, qtbot, put, tmp_path
):
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", GOOD))
    put(dialog, 1, "name", "Lý Văn Thứ", leave=False)
    write(dialog, qtbot)
    assert not dialog.isVisible()
    names = sql(office, "SELECT name_written FROM award ORDER BY id")
    assert names == [("Hoàng Thị Mẫu",), ("Lý Văn Thứ",)]


def test_by_keyboard_alone_ctrl_s_takes_the_open_cell_and_writes(open_dialog, office, qtbot, put, tmp_path):
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", GOOD))
    put(dialog, 0, "post", "Hiệu trưởng", leave=False)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert sql(office, "SELECT post_written FROM award ORDER BY id") == [("Hiệu trưởng",), ("Chuyên viên",)]


def test_a_correction_survives_a_look_at_another_decision(open_dialog, office, qtbot, put, tmp_path):
    dialog = open_dialog(listed(tmp_path / "a.xlsx"), listed(tmp_path / "b.xlsx", "96/QĐ-UBND"))
    choose(dialog, (0, 0))
    put(dialog, 0, "unit", "Trường Tiểu học Thí Dụ")
    choose(dialog, (1, 0))
    assert dialog.editor.grid.rows()[0]["unit"] == "Trường Tiểu học Ví Dụ"
    choose(dialog, (0, 0))
    assert dialog.editor.grid.rows()[0]["unit"] == "Trường Tiểu học Thí Dụ"
    write(dialog, qtbot)
    assert count(office, "SELECT count(*) FROM award WHERE unit_written = 'Trường Tiểu học Thí Dụ'") == 1


def test_a_correction_that_breaks_a_row_is_told_instead_of_written_without_it(
    open_dialog, office, qtbot, put, tmp_path
):
    before = content(office)
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", GOOD))
    put(dialog, 1, "award", "Huy chương vàng")
    write(dialog, qtbot)
    assert dialog.isVisible()
    assert "vừa có thêm chỗ cần xem lại" in dialog.parts.trouble.text()
    assert content(office) == before
    write(dialog, qtbot)
    assert count(office, "SELECT count(*) FROM award") == 1


@pytest.mark.parametrize(("code", "text"), [("birth", "31/02/1980"), ("year", "20019"), ("gender", "khác")])
def test_a_cell_that_cannot_be_read_is_marked_and_nothing_is_written(
    open_dialog, office, qtbot, put, tmp_path, code, text
):
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", GOOD))
    put(dialog, 0, code, text)
    assert (0, code) in dialog.editor.grid.problems()
    write(dialog, qtbot)
    assert (dialog.isVisible(), count(office, "SELECT count(*) FROM award")) == (True, 0)
    assert "viền đỏ" in dialog.parts.trouble.text()
    put(dialog, 0, code, "")
    write(dialog, qtbot)
    assert count(office, "SELECT count(*) FROM award") == 2


def test_a_date_that_cannot_be_read_is_told_beside_it_and_nothing_is_written(
    open_dialog, office, qtbot, type_text, tmp_path
):
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", GOOD))
    day = dialog.editor.head.editor("decided_on")
    day.input.selectAll()
    type_text(day.input, "31/02/2019")
    write(dialog, qtbot)
    assert "28 ngày" in day.shown_problem()
    assert (dialog.isVisible(), count(office, "SELECT count(*) FROM award")) == (True, 0)
    day.input.selectAll()
    type_text(day.input, "11/02/2019")
    write(dialog, qtbot)
    assert sql(office, "SELECT decided_on FROM decision") == [("2019-02-11",)]


def test_a_missing_head_is_typed_in_and_then_everything_is_written(
    open_dialog, office, qtbot, type_text, tmp_path
):
    rows = (GOOD[0], (), HEADER, *PEOPLE)
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", rows))
    assert tree(dialog)[1][0] == "Chưa rõ số, chưa rõ ngày"
    assert "Chưa nhập số quyết định" in problems(dialog)[0][-1]
    assert not dialog.parts.write_button.isEnabled()
    head = dialog.editor.head
    type_text(head.editor("number").input, "95/QĐ-UBND")
    type_text(head.editor("decided_on").input, "08/02/2019")
    level = head.editor("level").input
    level.setCurrentIndex(level.findData("district"))
    level.activated.emit(level.currentIndex())
    qtbot.waitUntil(dialog.parts.write_button.isEnabled)
    write(dialog, qtbot)
    assert sql(office, "SELECT number, level FROM decision") == [("95/QĐ-UBND", "district")]


def test_a_drive_is_told_from_a_campaign(open_dialog, office, qtbot, type_text, tmp_path):
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", GOOD))
    form, name = (dialog.editor.head.editor(code) for code in ("campaign_form", "campaign"))
    assert form.input.currentText() == "Ngoài phong trào"
    type_text(name.input, "Ngày vì người nghèo")
    assert form.value() == "campaign"
    form.input.setCurrentIndex(form.input.findData("drive"))
    form.input.activated.emit(form.input.currentIndex())
    write(dialog, qtbot)
    assert sql(office, "SELECT name, form FROM campaign") == [("Ngày vì người nghèo", "drive")]


def test_outside_any_campaign_leaves_no_name_behind(open_dialog, type_text, tmp_path):
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", GOOD))
    form, name = (dialog.editor.head.editor(code) for code in ("campaign_form", "campaign"))
    type_text(name.input, "Ngày vì người nghèo")
    form.input.setCurrentIndex(0)
    form.input.activated.emit(0)
    assert not name.value()
    assert dialog.editor.decision().campaign == ""


def test_totals_that_differ_from_the_rows_are_said_above_them(open_dialog, qtbot, tmp_path):
    rows = (*GOOD[:-1], (None, "Tổng cộng: 3 cá nhân./."))
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", rows))
    assert dialog.editor.remarks.isVisible()
    assert dialog.editor.remarks.text() == "Quyết định ghi 3 cá nhân, đã nhập 2: thiếu 1."
    assert dialog.parts.write_button.isEnabled()


def test_what_was_concluded_takes_one_line_and_is_listed_whole_on_asking(open_dialog, qtbot):
    dialog = open_dialog(SAMPLES / "QD-103_QD-UBND.docx")
    shown = dialog.editor.remarks.text()
    assert "suy theo đơn vị" in shown
    assert len(shown.splitlines()) == 1
    qtbot.mouseClick(dialog.editor.see_all, Qt.MouseButton.LeftButton)
    [listed] = dialog.editor.findChildren(ListedDialog)
    lines = [listed.lines.item(place).text() for place in range(listed.lines.count())]
    assert len(lines) > 10
    assert lines[0] in shown
    listed.lines.selectAll()
    qtbot.keyClick(listed.lines, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().split("\r\n")[0] == lines[0]
    listed.reject()


def test_the_rows_of_a_decision_and_an_empty_page_of_problems_show_whole(open_dialog):
    dialog = open_dialog(SAMPLES / "QD-103_QD-UBND.docx")
    dialog.resize(1340, 680)
    dialog.parts.show_decisions()
    grid = dialog.editor.grid
    titles = [grid.model().headerData(n, Qt.Orientation.Horizontal) for n in range(len(grid.codes))]
    room = [
        grid.columnWidth(n) - grid.fontMetrics().horizontalAdvance(title) for n, title in enumerate(titles)
    ]
    assert min(room) > 0, dict(zip(titles, room, strict=True))
    page = dialog.parts.problems
    dialog.parts.show_page(page)
    empty = page.viewport().grab().toImage()
    colours = {empty.pixelColor(x, empty.height() // 2).name() for x in range(empty.width())}
    assert len(colours) > 1  # words stand there


def test_a_book_changed_meanwhile_refuses_with_a_sentence_and_the_window_stays(
    open_dialog, office, qtbot, tmp_path
):
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", GOOD), listed(tmp_path / "b.xlsx", "96/QĐ-UBND"))
    register(office, "95/QĐ-UBND", date(2019, 2, 8), line("Người khác"))
    before = content(office)
    write(dialog, qtbot)
    assert dialog.isVisible()
    assert "đã có trong sổ" in dialog.parts.trouble.text()
    assert content(office) == before
    assert tree(dialog)[1][-1] == "đã có"
    write(dialog, qtbot)
    assert sql(office, "SELECT number FROM decision ORDER BY number") == [("95/QĐ-UBND",), ("96/QĐ-UBND",)]


def test_pressing_twice_writes_once(open_dialog, office, hand, qtbot, tmp_path):
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", GOOD))
    hand.held = []
    write(dialog, qtbot)
    write(dialog, qtbot)
    hand.release()
    assert count(office, "SELECT count(*) FROM award") == 2
    assert not dialog.isVisible()


def test_corrections_are_not_lost_by_one_esc(open_dialog, qtbot, put, tmp_path):
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", GOOD))
    put(dialog, 0, "post", "Hiệu trưởng")
    qtbot.keyClick(dialog.editor.grid, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "những chỗ vừa sửa sẽ mất" in dialog.parts.trouble.text()
    qtbot.keyClick(dialog.editor.grid, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_widths_of_columns_are_remembered(open_dialog, tmp_path):
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", GOOD))
    dialog.editor.grid.setColumnWidth(2, 333)
    dialog.reject()
    again = open_dialog()
    assert again.editor.grid.columnWidth(2) == 333


def test_rows_of_one_line_of_the_file_keep_their_own_words(qtbot):
    grid = ImportGrid((("DH_LDTT", "Lao động tiên tiến"), ("GK_HUYEN", "Giấy khen")), TitleBook(()))
    qtbot.addWidget(grid)
    awards = (
        CandidateAward("2019", 7, "person", "Lý Văn Thử", "DH_LDTT", 2019, title_written="LĐTT", note="a"),
        CandidateAward("2020", 7, "person", "Lý Văn Thử", "GK_HUYEN", 2020, birth=PartialDate(1975)),
        CandidateAward("2020", 8, "collective", "Phòng Nội vụ", "GK_HUYEN", 2020, inferred=("đoán",)),
    )
    grid.load(awards)
    assert grid.awards("2019") == awards
    grid.selectRow(0)
    grid.remove_rows()
    assert grid.awards("2019") == awards[1:]
    grid.undo()
    grid.add(awards[1])
    assert grid.awards("2019") == (*awards, awards[1])


def test_the_number_of_a_row_is_only_shown(qtbot, open_dialog, tmp_path):
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", GOOD))
    grid = dialog.editor.grid
    QGuiApplication.clipboard().setText("99\tTập thể\tPhòng Y tế")
    grid.setCurrentIndex(grid.model().index(1, 0))
    grid.paste()
    assert [(row["row"], row["name"]) for row in grid.rows()] == [("5", "Hoàng Thị Mẫu"), ("6", "Phòng Y tế")]


def test_every_control_has_a_name_for_the_ear_and_the_window_fits_a_small_screen(open_dialog, tmp_path):
    dialog = open_dialog(workbook(tmp_path / "ds.xlsx", GOOD))
    parts = dialog.parts
    assert all(w.accessibleName() for w in (parts.tree, parts.problems, parts.bar, dialog.editor.grid))
    dialog.resize(900, 470)
    assert (dialog.width(), dialog.height()) == (900, 470)


RATED = "STT\tHọ và tên\tĐơn vị\tNăm\tMức độ hoàn thành\n1\tNông Văn Đức\tPhòng Nội vụ\t2019\tHoàn thành tốt nhiệm vụ\n"


def test_a_table_copied_elsewhere_comes_in_by_one_key(qtbot, open_dialog, office):
    dialog = open_dialog()
    QGuiApplication.clipboard().setText(RATED)
    qtbot.keyClick(dialog, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert tree(dialog)[0][0].startswith("Bảng dán lúc")
    dialog.keep()
    told = "SELECT p.name, r.year, r.rating FROM rating r JOIN person p ON p.id = r.person_id"
    assert sql(office, told) == [("Nông Văn Đức", 2019, "HTT")]


def test_files_copied_in_a_folder_are_taken_in(qtbot, open_dialog, tmp_path):
    path = listed(tmp_path / "danh sach.xlsx")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    dialog = open_dialog()
    QGuiApplication.clipboard().setMimeData(data)
    dialog.parts.paste_button.click()
    assert tree(dialog)[0][0] == "danh sach.xlsx"


def test_nothing_copied_is_said(open_dialog):
    dialog = open_dialog()
    QGuiApplication.clipboard().clear()
    dialog.parts.paste_button.click()
    assert dialog.parts.trouble.text().startswith("Chưa chép gì để dán")


def test_paste_inside_a_cell_stays_in_the_cell(qtbot, open_dialog, tmp_path):
    dialog = open_dialog(listed(tmp_path / "danh sach.xlsx"))
    grid = dialog.editor.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(0, 1))
    QGuiApplication.clipboard().setText("Lý Thị Dán")
    qtbot.keyClick(grid, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert grid.model().index(0, 1).data() == "Lý Thị Dán"
    assert not any(line[0].startswith("Bảng dán") for line in tree(dialog))
