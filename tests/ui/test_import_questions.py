"""What an import asks, and its summary: as an officer answers, on the window, nothing written before "Ghi"."""

import shutil
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt

from tests.intake.making import HEADER, TITLE, workbook
from tests.records.offices import ask, content, sql
from thidua_desktop.documents.unit_template import write as write_template
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.person import PersonDraft, PostDraft
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.domain.unit_template import SHEET
from thidua_desktop.services import people, unit_templates, units
from ui.forms.import_dialog import ImportDialog
from ui.forms.template_merge import TemplateMergeDialog
from ui.pages.awards import make
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Follow

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples" / "files"
SCHOOL, NEAR = "Trường Tiểu học Cao Sơn", "Trường TH Cao Sơnn"
HIEP, MAY = "Hoàng Thị Hiệp", "Triệu Thị Mây"


@pytest.fixture(scope="module")
def fill():
    """A school with a teacher born in 1971."""

    def fill(office):
        with office.write("Nhập số liệu thử") as session:
            school = units.add(session, UnitDraft(SCHOOL, "school"))
            posts = (PostDraft("Giáo viên", school),)
            hiep = people.add(session, PersonDraft(HIEP, PartialDate(1971), "female", posts=posts))
        return {"school": school, "hiep": hiep}

    return fill


@pytest.fixture
def take(kept, take):
    return take


@pytest.fixture
def press(qtbot, tasks):
    """Press a key on the questions, as they stand in front."""

    def press(dialog, key):
        dialog.parts.show_page(dialog.parts.questions, dialog.parts.questions.table)
        qtbot.keyClick(dialog.parts.questions.table, key)
        tasks.drain()

    return press


@pytest.fixture
def write(qtbot, tasks):
    def write(dialog):
        qtbot.mouseClick(dialog.parts.write_button, Qt.MouseButton.LeftButton)
        tasks.drain()
        assert not dialog.isVisible()

    return write


def listed(path, *rows, number="95/QĐ-UBND", total=None):
    heading = "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2018"
    reference = f"(Kèm theo Quyết định số {number} ngày 8/2/2019 của Chủ tịch UBND huyện Bạch Thông)"
    numbered = ((place, *row) for place, row in enumerate(rows, start=1))
    closing = [(None, f"Tổng cộng: {total} cá nhân./.")] if total else []
    return workbook(path, ((heading,), (reference,), (), HEADER, *numbered, *closing))


def teacher(name, birth=None, unit=SCHOOL, title=TITLE, post="Giáo viên"):
    return name, birth, post, unit, title


def questions(dialog):
    table = dialog.parts.questions.table
    return [
        tuple(table.item(row, column).text() for column in range(table.columnCount()))
        for row in range(table.rowCount())
    ]


def tab(dialog, page):
    return dialog.parts.tabs.tabText(dialog.parts.tabs.indexOf(page))


def overview(dialog):
    table = dialog.parts.overview.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_one_key_says_that_a_unit_written_otherwise_is_one_of_the_book(
    take, press, write, office, tmp_path, kept
):
    before = content(office)
    dialog = take(listed(tmp_path / "ds.xlsx", teacher(MAY, unit=NEAR), teacher("Vi Văn Khởi", unit=NEAR)))
    [(rows, about, question, answer)] = questions(dialog)
    assert (rows, about, answer) == ("2", "Đơn vị", "chưa trả lời")
    assert question == f"“{NEAR}” là “{SCHOOL}”?"
    assert tab(dialog, dialog.parts.questions) == "Câu hỏi (1 chưa trả lời)"
    assert "1 đơn vị mới" in dialog.parts.summary.text()
    press(dialog, Qt.Key.Key_1)
    assert questions(dialog)[0][3] == "Cùng một đơn vị"
    assert tab(dialog, dialog.parts.questions) == "Câu hỏi"
    assert "đơn vị mới" not in dialog.parts.summary.text()
    assert content(office) == before
    write(dialog)
    found = sql(office, "SELECT DISTINCT unit_id, unit_written FROM award")
    assert found == [(kept["school"], NEAR)]
    office.undo()
    assert content(office) == before


def test_an_answer_is_taken_back_and_given_otherwise(take, press, write, office, tmp_path):
    dialog = take(listed(tmp_path / "ds.xlsx", teacher(MAY, unit=NEAR)))
    press(dialog, Qt.Key.Key_1)
    press(dialog, Qt.Key.Key_Delete)
    assert questions(dialog)[0][3] == "chưa trả lời"
    press(dialog, Qt.Key.Key_2)
    write(dialog)
    assert sql(office, "SELECT name FROM unit ORDER BY id") == [(SCHOOL,), (NEAR,)]


def test_a_person_who_moved_is_asked_with_both_records_side_by_side(
    take, press, write, office, tmp_path, kept
):
    dialog = take(listed(tmp_path / "ds.xlsx", teacher(HIEP, 1971, "Trường Mầm non Hà Vị")))
    [(_, about, question, _)] = questions(dialog)
    assert (about, question.startswith(HIEP)) == ("Người", True)
    here, there = dialog.parts.questions.sides
    assert (here.name.text(), there.name.text()) == (HIEP, HIEP)
    assert SCHOOL in there.facts.text()
    assert "1971" in there.facts.text()
    press(dialog, Qt.Key.Key_1)
    write(dialog)
    assert sql(office, "SELECT person_id FROM award") == [(kept["hiep"],)]


def test_an_unknown_title_is_asked_once_and_learnt(take, press, write, office, tmp_path):
    odd = "Lao động giỏi toàn diện"
    dialog = take(listed(tmp_path / "ds.xlsx", teacher(MAY, title=odd), teacher("Vi Văn Khởi", title=odd)))
    [(rows, _, question, _)] = questions(dialog)
    assert (rows, odd in question) == ("2", True)
    labels = [button.text() for button in dialog.parts.questions.buttons]
    place = next(place for place, label in enumerate(labels) if "Lao động tiên tiến" in label)
    press(dialog, Qt.Key(Qt.Key.Key_1 + place))
    write(dialog)
    assert sql(office, "SELECT count(*) FROM award") == [(2,)]
    later = take(listed(tmp_path / "sau.xlsx", teacher(MAY, title=odd), number="96/QĐ-UBND"))
    assert questions(later) == []
    assert "Không có câu hỏi nào" in later.parts.questions.hint.text()


def test_a_decision_that_comes_again_shows_what_differs_and_is_taken(take, press, write, office, tmp_path):
    write(take(listed(tmp_path / "mot.xlsx", teacher(MAY), teacher("Vi Văn Khởi"))))
    before = content(office)
    again = listed(tmp_path / "hai.xlsx", teacher(MAY, post="Tổ trưởng"), teacher("Lò Văn Páo"))
    dialog = take(again)
    asked = [line for line in questions(dialog) if line[1] == "Quyết…" or line[1].startswith("Quyết định")]
    assert [line[2].split("; ")[1] for line in asked] == [
        "tệp “hai.xlsx” có 1 dòng mới, 1 dòng khác, 1 dòng thiếu. Ghi thế nào?"
    ]
    press(dialog, Qt.Key.Key_2)
    write(dialog)
    found = sql(office, "SELECT name_written, post_written FROM award ORDER BY name_written")
    assert found == [("Lò Văn Páo", "Giáo viên"), (MAY, "Tổ trưởng"), ("Vi Văn Khởi", "Giáo viên")]
    office.undo()
    assert content(office) == before


def test_writing_with_a_name_two_units_share_still_open_asks_once_more(
    take, press, write, office, tmp_path, qtbot, tasks
):
    shared = "Trường Mầm non Sao Mai"
    with office.write("Nhập số liệu thử") as session:
        for commune in ("Xã Đôn Phong", "Xã Vũ Muộn"):
            above = units.add(session, UnitDraft(commune, "commune"))
            units.add(session, UnitDraft(shared, "school", above))
    before = content(office)
    odd = (teacher(name, title="Lao động giỏi toàn diện") for name in (MAY, "Vi Văn Khởi", "Lò A Páo"))
    dialog = take(listed(tmp_path / "ds.xlsx", *odd, teacher(HIEP, 1971, unit=shared)))
    dialog.parts.show_decisions()
    qtbot.mouseClick(dialog.parts.write_button, Qt.MouseButton.LeftButton)
    tasks.drain()
    assert content(office) == before
    assert dialog.parts.tabs.currentWidget() is dialog.parts.questions
    assert dialog.parts.questions.table.hasFocus()
    assert f"“{shared}” là đơn vị nào" in dialog.parts.questions.question.text()
    assert "đơn vị thứ nhất" in dialog.parts.trouble.text()
    press(dialog, Qt.Key.Key_2)
    write(dialog)
    query = "SELECT p.name FROM award JOIN unit u ON u.id = unit_id JOIN unit p ON p.id = u.parent_id"
    assert sql(office, query) == [("Xã Vũ Muộn",)]


def test_writing_is_not_held_back_a_second_time(take, write, office, tmp_path, qtbot, tasks):
    with office.write("Nhập số liệu thử") as session:
        for commune in ("Xã Đôn Phong", "Xã Vũ Muộn"):
            units.add(
                session, UnitDraft("Tổ Một", "other", units.add(session, UnitDraft(commune, "commune")))
            )
    dialog = take(listed(tmp_path / "ds.xlsx", teacher(MAY, unit="Tổ Một")))
    qtbot.mouseClick(dialog.parts.write_button, Qt.MouseButton.LeftButton)
    tasks.drain()
    assert dialog.isVisible()
    write(dialog)
    assert sql(office, "SELECT count(*) FROM award") == [(1,)]


def test_an_unknown_title_becomes_one_of_the_catalogue_from_its_question(
    qtbot, take, write, tasks, office, tmp_path
):
    odd = "Lao động giỏi toàn diện"
    dialog = take(listed(tmp_path / "ds.xlsx", teacher(MAY, title=odd), teacher("Vi Văn Khởi", title=odd)))
    dialog.parts.show_page(dialog.parts.questions)
    qtbot.mouseClick(dialog.parts.questions.new_button, Qt.MouseButton.LeftButton)
    [asked] = dialog.findChildren(FormDialog)
    shown = asked.form.values()
    assert (shown["name"], shown["category"], shown["recipients"]) == (odd, "title", ("person",))
    asked.form.set_values({"levels": ("district",)})
    asked.form.save()
    tasks.drain()
    assert dialog.parts.questions.open == 0
    write(dialog)
    assert sql(
        office,
        "SELECT k.name, k.status, count(*) FROM award a JOIN award_kind k ON k.id = a.kind_id GROUP BY 1, 2",
    ) == [(odd, "unverified", 2)]


def test_the_answers_of_a_title_stand_clear_of_each_other_on_a_small_screen(take, tmp_path, qapp):
    dialog = take(listed(tmp_path / "ds.xlsx", teacher(MAY, title="Lao động giỏi toàn diện")))
    dialog.setStyleSheet("QPushButton { min-height: 30px }")  # as high as those of the program's style
    dialog.resize(910, 485)  # 1366×768 at 150 %
    dialog.parts.show_page(dialog.parts.questions, dialog.parts.questions.table)
    qapp.processEvents()
    page = dialog.parts.questions
    heights = [button.height() >= button.sizeHint().height() for button in page.buttons]
    assert heights == [True] * 7
    placed = [button.geometry() for button in page.buttons]
    assert all(one.bottom() < other.top() for one, other in pairwise(placed))
    assert page.buttons[0].visibleRegion().boundingRect().height() == page.buttons[0].height()
    assert page.back_button.geometry().bottom() <= page.back_button.parentWidget().height()


def test_what_settles_most_rows_comes_first_when_more_files_come(take, tasks, tmp_path):
    dialog = take(listed(tmp_path / "ds.xlsx", teacher(MAY, unit=NEAR), teacher("Lò A Páo", unit=NEAR)))
    odd = (teacher(name, title="Lao động giỏi toàn diện") for name in (MAY, "Vi Văn Khởi", "Lò A Páo"))
    dialog.take([listed(tmp_path / "nua.xlsx", *odd, number="96/QĐ-UBND")])
    tasks.drain()
    assert [line[0] for line in questions(dialog)] == ["3", "2"]


def test_rows_an_answer_settled_are_told_above_the_rows_read(take, press, tasks, tmp_path):
    rows = (teacher(MAY), teacher("Lò A Páo", title="Lao động giỏi toàn diện"))
    dialog = take(listed(tmp_path / "ds.xlsx", *rows))
    assert dialog.editor.count.text() == "Danh sách: 1 dòng"
    press(dialog, Qt.Key.Key_1)
    said = "Danh sách: 1 dòng, thêm 1 dòng theo câu trả lời ở trang “Câu hỏi”"
    assert dialog.editor.count.text() == said
    dialog.parts.tree.setCurrentItem(dialog.parts.tree.topLevelItem(0))
    dialog.parts.tree.choose((0, 0))
    assert dialog.editor.count.text() == said
    press(dialog, Qt.Key.Key_Delete)
    assert dialog.editor.count.text() == "Danh sách: 1 dòng"


def test_any_other_title_of_the_book_may_be_the_answer(take, write, office, tasks, tmp_path, qtbot):
    dialog = take(listed(tmp_path / "ds.xlsx", teacher(MAY, title="Lao động giỏi toàn diện")))
    page, wanted = dialog.parts.questions, "Kỷ niệm chương"
    assert not any(wanted in button.text() for button in page.buttons)
    place = next(place for place in range(page.more.count()) if wanted in page.more.itemText(place))
    chosen = page.more.itemText(place)
    page.more.setFocus()
    page.more.setCurrentIndex(place)
    page.more.activated.emit(place)
    tasks.drain()
    assert questions(dialog)[0][3] == chosen
    assert [button.text() for button in page.buttons if "✓" in button.text()] == [f"7.  {chosen}  ✓"]
    write(dialog)
    [(kind,)] = sql(office, "SELECT k.name FROM award a JOIN award_kind k ON k.id = a.kind_id")
    assert wanted in kind


def test_enter_leaves_a_question_for_later_and_goes_on_to_the_next(take, press, tmp_path):
    dialog = take(
        listed(tmp_path / "ds.xlsx", teacher(MAY, unit=NEAR), teacher("Lò A Páo", title="Lao động giỏi"))
    )
    table = dialog.parts.questions.table
    rows = []
    for _ in range(3):
        rows.append(table.currentRow())
        press(dialog, Qt.Key.Key_Return)
    assert rows == [0, 1, 0]
    assert tab(dialog, dialog.parts.questions) == "Câu hỏi (2 chưa trả lời)"


def test_answers_stay_when_a_file_is_read_anew(take, press, tasks, tmp_path):
    dialog = take(listed(tmp_path / "ds.xlsx", teacher(MAY, unit=NEAR)))
    press(dialog, Qt.Key.Key_1)
    places = frozenset({("Sheet1", "unit")})
    for lowered in (True, False):
        dialog.parts.repairs.case_wished.emit(0, places, lowered)
        tasks.drain()
        dialog.parts.columns.said.emit(0, ())
        tasks.drain()
        assert [line[3] for line in questions(dialog)] == ["Cùng một đơn vị"]
        assert dialog.plan.new_units == 0


def test_answers_stay_when_more_files_come(take, press, tasks, tmp_path):
    dialog = take(listed(tmp_path / "ds.xlsx", teacher(MAY, unit=NEAR)))
    press(dialog, Qt.Key.Key_1)
    dialog.take([listed(tmp_path / "nua.xlsx", teacher("Vi Văn Khởi", unit=NEAR), number="96/QĐ-UBND")])
    tasks.drain()
    assert [(line[0], line[3]) for line in questions(dialog)] == [("2", "Cùng một đơn vị")]


def test_a_folder_is_summed_up_file_by_file(take, tasks, tmp_path, qtbot):
    stick = tmp_path / "usb"
    stick.mkdir()
    listed(stick / "a dung.xlsx", teacher(MAY), total=1)
    listed(stick / "b lech.xlsx", teacher(HIEP, 1971), number="96/QĐ-UBND", total=3)
    (stick / "c hong.xlsx").write_bytes(b"hong")
    listed(stick / "d thieu.xlsx", teacher(MAY), teacher("", title=TITLE), number="97/QĐ-UBND")
    (stick / "Danh sach.xlsx.exe").write_bytes(b"MZ")
    dialog = take(stick)
    found = overview(dialog)
    assert [line[:8] for line in found] == [
        ["a dung.xlsx", "Danh sách kèm theo", "1", "1", "1", "", "", "khớp"],
        ["b lech.xlsx", "Danh sách kèm theo", "1", "1", "1", "", "", "lệch"],
        ["c hong.xlsx", "Không đọc được", "0", "0", "0", "", "1", ""],
        ["d thieu.xlsx", "Danh sách kèm theo", "1", "1", "1", "1", "", ""],
        ["Danh sach.xlsx.exe", "Không phải danh sách", "", "", "", "", "", ""],
    ]
    assert found[1][8] == "Quyết định ghi 3 cá nhân, đã nhập 1: thiếu 2."
    assert "có thể là mã độc" in found[4][8]
    assert tab(dialog, dialog.parts.problems) == "Cần xem lại (3)"
    assert dialog.parts.overview.table.hasFocus()
    assert dialog.parts.overview.note.text().startswith("Enter hoặc nhấp đúp")
    dialog.parts.overview.table.selectRow(4)
    assert dialog.parts.overview.note.text() == f"Danh sach.xlsx.exe: {found[4][8]}"


@pytest.mark.parametrize(("row", "page"), [(0, "tree"), (1, "problems")])
def test_enter_on_a_file_goes_to_its_decision_or_to_why_there_is_none(take, tmp_path, qtbot, row, page):
    listed(tmp_path / "a.xlsx", teacher(MAY))
    (tmp_path / "b.xlsx").write_bytes(b"hong")
    dialog = take(tmp_path / "a.xlsx", tmp_path / "b.xlsx")
    table = dialog.parts.overview.table
    table.setCurrentCell(row, 0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert getattr(dialog.parts, page).hasFocus()


def test_a_list_lent_to_a_unit_is_known_by_its_mark_and_compared(
    show, context, tasks, office, kept, tmp_path, qtbot
):
    lent = ask(office, unit_templates.template, kept["school"], 2020, date(2020, 11, 2))
    write_template(lent, tmp_path / "mau.xlsx")
    book = load_workbook(tmp_path / "mau.xlsx")
    for row in book[SHEET].iter_rows():
        for cell in row:
            if str(cell.value or "").startswith(HIEP):
                cell.value = f"{HIEP}n"
    book.save(tmp_path / "mau.xlsx")
    listed(tmp_path / "ds.xlsx", teacher(MAY))
    page = show(make(context))
    page.go(Follow("import", filters={"paths": str(tmp_path)}))
    for _ in ("the titles", "the files", "the plan"):
        tasks.drain()
    dialog = page.findChild(ImportDialog)
    assert [line[:2] for line in overview(dialog)] == [
        ["ds.xlsx", "Danh sách kèm theo"],
        ["mau.xlsx", "Mẫu của đơn vị"],
    ]
    assert dialog.parts.template_button.text() == "Nhận 1 mẫu của đơn vị…"
    dialog.parts.overview.table.setCurrentCell(1, 0)
    qtbot.keyClick(dialog.parts.overview.table, Qt.Key.Key_Return)
    for _ in ("the file", "the plan"):
        tasks.drain()
    [merging] = dialog.findChildren(TemplateMergeDialog)
    assert "sửa 1 người" in merging.status.text()
    merging.reject()
    dialog.reject()


def test_what_was_understood_without_asking_is_told(take, tmp_path):
    for name in ("LDTT", "CSTT"):
        for file in sorted(SAMPLES.glob(f"*{name}*"))[:1]:
            shutil.copy(file, tmp_path)
    listed(tmp_path / "ds.xlsx", teacher(MAY, unit=SCHOOL.upper()))
    dialog = take(tmp_path)
    said = [
        dialog.parts.overview.passed.item(row).text() for row in range(dialog.parts.overview.passed.count())
    ]
    assert f"“{SCHOOL.upper()}” ghi là “{SCHOOL}” như trong sổ (1 dòng)." in said
    assert dialog.parts.overview.passed_title.text() == f"Đã hiểu, không cần hỏi ({len(said)}):"


def test_the_year_of_a_list_is_asked_once_and_put_on_all_its_rows(take, press, tmp_path):
    heading = "DANH SÁCH CÁ NHÂN ĐẠT DANH HIỆU CHIẾN SĨ THI ĐUA CƠ SỞ"
    by = "(Kèm theo Quyết định số 95/QĐ-UBND ngày 8 tháng 2 năm 2019 của Chủ tịch UBND huyện Bạch Thông)"
    rows = ((1, "Hoàng Thị Mẫu", "Giáo viên", SCHOOL), (2, "Lý Văn Thử", "Kế toán", SCHOOL))
    header = ("STT", "Họ và tên", "Chức vụ", "Đơn vị")
    dialog = take(workbook(tmp_path / "ds.xlsx", [(heading,), (by,), header, *rows]))
    questions = dialog.parts.questions
    assert questions.question.text() == "2 dòng: danh sách “ds.xlsx” (trang “Sheet1”, từ dòng 4) của năm nào?"
    assert [button.text() for button in questions.buttons][:2] == ["1.  Năm 2018", "2.  Năm 2019"]
    assert [side.isHidden() for side in questions.sides] == [False, True]
    assert dialog.parts.problems.rowCount() == 2
    press(dialog, Qt.Key.Key_1)
    assert dialog.parts.problems.rowCount() == 0
    assert "2 lượt khen sẽ ghi" in dialog.parts.summary.text()


def test_a_list_that_gives_nothing_holds_no_list_of_the_same_decision_back(take, tmp_path):
    by = "(Kèm theo Quyết định số 95/QĐ-UBND ngày 8 tháng 2 năm 2019 của Chủ tịch UBND huyện Bạch Thông)"
    header = ("STT", "Họ và tên", "Chức vụ", "Đơn vị")
    council = ("DANH SÁCH THÀNH VIÊN HỘI ĐỒNG XÉT DANH HIỆU CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2018",)
    given = ("DANH SÁCH CÁ NHÂN ĐẠT DANH HIỆU CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2018",)
    lists = [
        workbook(tmp_path / name, [heading, (by,), header, (1, person, "Giáo viên", SCHOOL)])
        for name, heading, person in (("a.xlsx", council, "Lý Văn Thử"), ("b.xlsx", given, "Hoàng Thị Mẫu"))
    ]
    dialog = take(*lists)
    assert "1 quyết định · 1 lượt khen sẽ ghi" in dialog.parts.summary.text()
    assert dialog.parts.problems.rowCount() == 1
