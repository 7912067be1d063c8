from datetime import date

import pytest
from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from tests.records.offices import sql
from tests.ui.awards_office import enter
from thidua_desktop.domain.decision import Stated
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.services import units
from ui.forms import list_keeping as keeping
from ui.forms.decision_form import DecisionDialog
from ui.forms.decision_loading import prepare, prepare_unsaved
from ui.widgets.grid_model import REMARK
from ui.widgets.suggest import Picked

NAME, POST, TITLE = 1, 3, 5
SCHOOL = "Trường Mầm non Hoa Sen"


@pytest.fixture(scope="module")
def fill():
    def fill(office):
        with office.write("Nhập số liệu thử") as session:
            return enter(session)

    return fill


@pytest.fixture
def show(qtbot, office, kept, context):
    def show(decision_id=None, left=None):
        with office.read() as session:
            prepared = prepare_unsaved(session, left) if left else prepare(session, decision_id)
        dialog = DecisionDialog(context, prepared)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.show()
        context.tasks.drain()
        return dialog

    return show


@pytest.fixture
def form(show):
    """A new decision with its head filled in."""
    dialog = show()
    dialog.head.load(
        dialog.head.values() | {"number": "215/QĐ-UBND", "decided_on": date(2020, 7, 15), "year": 2019}
    )
    return dialog


def paste(form, text, line=0, place=NAME):
    QGuiApplication.clipboard().setText(text)
    only = QItemSelectionModel.SelectionFlag.ClearAndSelect  # whatever key was held down before
    form.grid.selectionModel().setCurrentIndex(form.grid.model().index(line, place), only)
    form.grid.paste()


def look(form):
    form.talk.look()
    form._context.tasks.drain()


def save(form):
    form.save()
    form._context.tasks.drain()


def names(form):
    return [row["name"].text for row in form.grid.rows()]


def people(number):
    return "".join(
        f"Lường Thị Số {i}\t{1960 + i}\tGiáo viên\tTrường Tiểu học Lục Bình\tLĐTT\r\n"
        for i in range(1, number + 1)
    )


def test_forty_people_are_pasted_and_typed_counted_saved_undone_and_done_again(
    form, office, tasks, qtbot, type_text
):
    form.head.editor("stated").set_value(Stated(persons=40))
    before = sql(office, "SELECT count(*) FROM award")[0][0]
    paste(form, people(39))
    assert "Quyết định ghi 40 cá nhân, đã nhập 39: thiếu 1." in form.counts.text()
    assert form.counts.property("tone") == "warn"

    form.grid.setCurrentIndex(form.grid.model().index(39, NAME))
    form.grid.setFocus()
    for text in ("Hà Thị Đào", "1990", "Kế toán", "Xã Cẩm Giàng", "CSTĐCS"):
        for letter in text:
            type_text(QApplication.focusWidget(), letter)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert "Đúng với số ghi trên quyết định." in form.counts.text()
    look(form)
    assert "Sẽ thêm mới vào sổ: 40 người, 1 đơn vị." in form.counts.text()

    told = []
    form.saved.connect(told.append)
    qtbot.keyClick(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    tasks.drain()
    assert form.isHidden()
    assert told[0].words == "Quyết định 215/QĐ-UBND: 40 lượt, 40 người mới, 1 đơn vị mới"
    counted = (
        "SELECT count(*), count(DISTINCT person_id), min(a.year), max(a.year) FROM award a"
        " JOIN decision d ON d.id = a.decision_id WHERE d.number = '215/QĐ-UBND'"
    )
    assert sql(office, counted) == [(40, 40, 2019, 2019)]
    last = (
        "SELECT a.name_written, a.post_written, u.name, k.code, a.title_written, p.birth FROM award a"
        " JOIN person p ON p.id = a.person_id JOIN unit u ON u.id = a.unit_id JOIN award_kind k ON k.id = a.kind_id"
        " ORDER BY a.id DESC LIMIT 1"
    )
    assert sql(office, last) == [("Hà Thị Đào", "Kế toán", "Xã Cẩm Giàng", "DH_CSTD_CS", "CSTĐCS", "1990")]

    tasks.undo()
    tasks.drain()
    assert sql(office, "SELECT count(*) FROM award") == [(before,)]
    assert sql(office, "SELECT count(*) FROM person WHERE name LIKE 'Lường%'") == [(0,)]
    tasks.redo()
    tasks.drain()
    assert sql(office, counted) == [(40, 40, 2019, 2019)]


def test_a_block_with_a_header_row_finds_its_columns(form):
    paste(
        form,
        "STT\tHọ và tên\tGiới tính\tChức vụ, đơn vị công tác\tDanh hiệu thi đua\tGhi chú\r\n"
        "1\tBàn Thị Mùi\tNữ\tGiáo viên, Trường Mầm non Lục Bình\tChiến sỹ thi đua cơ sở\tba năm liền\r\n"
        "2\tMa Văn Hùng\tNam\tHiệu trưởng, Trường Mầm non Lục Bình\tLao động tiên tiến\t\r\n",
        place=0,
    )
    assert [
        (row["name"].text, row["post"], row["unit"].text, row["title"].id, row["citation"])
        for row in form.grid.rows()
    ] == [
        ("Bà Bàn Thị Mùi", "Giáo viên", "Trường Mầm non Lục Bình", "DH_CSTD_CS", "ba năm liền"),
        ("Ông Ma Văn Hùng", "Hiệu trưởng", "Trường Mầm non Lục Bình", "DH_LDTT", ""),
    ]
    assert [award.gender for award in form.grid.drafts()] == ["female", "male"]
    assert [award.name for award in form.grid.drafts()] == ["Bàn Thị Mùi", "Ma Văn Hùng"]


def test_running_numbers_before_a_block_without_a_header_are_left_out(form):
    paste(form, "1.\tBàn Thị Mùi\t1980\r\n2.\tMa Văn Hùng\t1975\r\n", place=0)
    assert [(row["name"].text, row["birth"]) for row in form.grid.rows()] == [
        ("Bàn Thị Mùi", "1980"),
        ("Ma Văn Hùng", "1975"),
    ]


@pytest.mark.parametrize("place", [0, NAME])
def test_a_block_with_running_numbers_falls_into_its_columns_wherever_the_cursor_waits(form, place):
    paste(form, "1\tBàn Thị Mùi\t1980\tGiáo viên\r\n\tMa Văn Hùng\t1975\t\r\n3\tHà Thị Đào\r\n", place=place)
    assert [(row["name"].text, row["birth"], row["post"]) for row in form.grid.rows()] == [
        ("Bàn Thị Mùi", "1980", "Giáo viên"),
        ("Ma Văn Hùng", "1975", ""),
        ("Hà Thị Đào", "", ""),
    ]


def test_years_of_birth_pasted_with_posts_are_no_running_numbers(form):
    paste(form, "Bàn Thị Mùi\r\nMa Văn Hùng\r\n")
    paste(form, "1980\tGiáo viên\r\n1981\tVăn thư\r\n", place=NAME + 1)
    assert [(row["name"].text, row["birth"], row["post"]) for row in form.grid.rows()] == [
        ("Bàn Thị Mùi", "1980", "Giáo viên"),
        ("Ma Văn Hùng", "1981", "Văn thư"),
    ]


def test_rows_copied_from_the_grid_are_pasted_as_they_were(form):
    paste(form, "Tập thể\tĐội Thuế số 1\t\t\t\tTập thể lao động tiên tiến\t\r\n", place=0)
    row = form.grid.rows()[0]
    assert (row["recipient"], row["name"].text, row["title"].id) == (
        "collective",
        "Đội Thuế số 1",
        "DH_TTLDTT",
    )


def test_a_name_says_whether_it_is_a_person_a_collective_or_a_household(form):
    paste(form, "Trường Tiểu học Lục Bình\r\nHộ ông Lý Văn Tài\r\nMa Văn Hùng\r\n")
    assert [row["recipient"] for row in form.grid.rows()] == ["collective", "household", "person"]


def test_what_the_list_has_in_common_is_chosen_once(form):
    form.defaults.changed.emit("person", "Giấy khen")
    paste(form, "Trường Minh Châu\r\nMa Văn Hùng\r\n")
    assert [(row["recipient"], row["title"].id) for row in form.grid.rows()] == [
        ("person", "GK_HUYEN"),
        ("person", "GK_HUYEN"),
    ]
    form.grid.undo()
    assert form.grid.rows() == []


def test_a_wording_that_several_levels_share_follows_the_level(form, tasks):
    paste(form, "Ma Văn Hùng\t\t\t\tGiấy khen\r\n")
    assert form.grid.rows()[0]["title"].id == "GK_HUYEN"
    form.head.editor("level").set_value("commune")
    form.head.editor("level").changed.emit()
    tasks.drain()
    assert form.grid.rows()[0]["title"].id == "GK_XA"


def test_a_title_of_no_catalogue_is_told_in_its_cell_and_nothing_is_saved(form, office):
    before = sql(office, "SELECT count(*) FROM decision")
    paste(form, "Ma Văn Hùng\t\t\t\tHuân chương Mặt trời\r\n")
    save(form)
    assert form.isVisible()
    assert "Huân chương Mặt trời" in form.grid.problems()[0, "title"]
    assert (form.grid.currentIndex().row(), form.grid.currentIndex().column()) == (0, TITLE)
    assert sql(office, "SELECT count(*) FROM decision") == before


def test_a_title_for_collectives_is_not_given_to_a_person(form):
    paste(form, "Ma Văn Hùng\t\t\t\tTập thể lao động tiên tiến\r\n")
    assert form.grid.problems()[0, "recipient"] == "Tập thể lao động tiên tiến không tặng cho cá nhân."


def test_a_refusal_of_the_records_stands_in_its_cell_or_beside_its_field(form):
    paste(form, "\tMa Văn Hùng\t\t\t\t\r\n\tBàn Thị Mùi\t\t\t\tLĐTT\r\n", place=0)
    save(form)
    assert form.grid.problems() == {(0, "title"): "Dòng 1: chưa rõ danh hiệu, hình thức khen thưởng."}
    form.grid.fill(0, {"title": form.grid.rows()[1]["title"]})
    form.head.load(form.head.values() | {"number": "12/QĐ-UBND", "decided_on": date(2020, 1, 9)})
    save(form)
    assert "đã có trong sổ" in form.head.editor("number").shown_problem()
    assert form.isVisible()


def test_an_unreadable_birth_is_told_and_a_missing_number_too(form):
    paste(form, "Ma Văn Hùng\t31/02/1980\t\t\tLĐTT\r\n")
    form.head.load(form.head.values() | {"number": ""})
    save(form)
    assert form.grid.problems()[0, "birth"].startswith("Tháng 2")
    assert form.head.editor("number").shown_problem() == "Chưa nhập số quyết định."


def test_a_namesake_is_asked_about_and_is_the_same_person(form, office, kept, qtbot):
    paste(form, "Nông Văn Đức\t\tTrưởng trạm\tTrạm Y tế Vi Hương\tLĐTT\r\n")
    look(form)
    assert form.talk.bar.isVisible()
    assert form.talk.bar.text() == (
        "Dòng 1: Có phải cùng một người? Nông Văn Đức, sinh 1984, Chuyên viên, Phòng Nội vụ – đã có 2 lượt khen"
    )
    assert form.grid.model().index(0, NAME).data(REMARK)
    qtbot.mouseClick(form.talk.bar.buttons[0], Qt.MouseButton.LeftButton)
    assert form.talk.bar.isHidden()
    assert form.grid.rows()[0]["name"] == Picked(kept["duc"], "Nông Văn Đức")
    assert form.grid.rows()[0]["post"] == "Trưởng trạm"
    save(form)
    assert sql(office, "SELECT count(*) FROM person WHERE name = 'Nông Văn Đức'") == [(1,)]


@pytest.mark.parametrize(("button", "answer"), [(1, "different"), (2, "")])
def test_a_namesake_who_is_somebody_else_or_not_yet_known_is_another_person(
    form, office, qtbot, button, answer
):
    paste(form, "Nông Văn Đức\t\tTrưởng trạm\tTrạm Y tế Vi Hương\tLĐTT\r\n")
    look(form)
    qtbot.mouseClick(form.talk.bar.buttons[button], Qt.MouseButton.LeftButton)
    assert form.talk.bar.isHidden()
    save(form)
    assert sql(office, "SELECT count(*) FROM person WHERE name = 'Nông Văn Đức'") == [(2,)]
    assert sql(office, "SELECT answer FROM identity") == [(answer,)]


def test_known_people_are_offered_and_choosing_one_fills_what_is_known(form, tasks, type_text, qtbot, kept):
    form.grid.setCurrentIndex(form.grid.model().index(0, NAME))
    form.grid.setFocus()
    for letter in "nong van":
        type_text(QApplication.focusWidget(), letter)
    editor = QApplication.focusWidget()
    qtbot.waitUntil(lambda: tasks.drain() is None and editor.popup_open())
    assert editor.offered()[0].startswith("Nông Văn Đức – sinh 1984, Chuyên viên, Phòng Nội vụ")
    qtbot.keyClick(editor, Qt.Key.Key_Down)
    popup = QApplication.activePopupWidget()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    row = form.grid.rows()[0]
    assert row["name"] == Picked(kept["duc"], "Nông Văn Đức")
    assert (row["birth"], row["post"], row["unit"].text) == ("1984", "Chuyên viên", "Phòng Nội vụ")


@pytest.fixture
def twins(office):
    """Two schools of one name."""
    with office.write("Thêm trường") as session:
        communes = [units.add(session, UnitDraft(name, "commune")) for name in ("Xã Mỹ Thanh", "Xã Sĩ Bình")]
        return [units.add(session, UnitDraft(SCHOOL, "school", commune)) for commune in communes]


def choose_second(form, type_text, qtbot, place):
    """Type the name of the schools into a cell and take the second one offered."""
    tasks = form._context.tasks
    form.grid.setCurrentIndex(form.grid.model().index(0, place))
    form.grid.setFocus()
    for letter in SCHOOL:
        type_text(QApplication.focusWidget(), letter)
    qtbot.waitUntil(lambda: tasks.drain() is None and QApplication.activePopupWidget() is not None)
    popup = QApplication.activePopupWidget()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return):
        qtbot.keyClick(popup, key)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)


@pytest.mark.parametrize(
    "typed",
    [
        (f"{SCHOOL}\t\t\t\tTTLĐTT\r\n", NAME, "name"),
        (f"Hà Thị Đào\t1990\tGiáo viên\t{SCHOOL}\tLĐTT\r\n", POST + 1, "unit"),
    ],
)
def test_of_two_units_of_one_name_the_one_chosen_is_meant_and_none_is_guessed(
    form, office, twins, type_text, qtbot, show, typed
):
    row, place, cell = typed
    paste(form, row)
    save(form)
    assert set(form.grid.problems()) == {(0, cell)}
    assert "(trực thuộc: Xã Mỹ Thanh; Xã Sĩ Bình)" in form.grid.problems()[0, cell]
    choose_second(form, type_text, qtbot, place)
    form.keep_unsaved()  # what was chosen also outlives a crash
    again = show(left=keeping.unsaved(form._context)[0])
    form.done(0)
    save(again)
    assert sql(office, "SELECT unit_id FROM award ORDER BY id DESC LIMIT 1") == [(twins[1],)]
    assert sql(office, "SELECT count(*) FROM unit WHERE name = ?", SCHOOL) == [(2,)]


def test_a_birth_that_contradicts_the_record_is_asked_back(form, office, kept):
    paste(form, "Nông Văn Đức\t\tChuyên viên\tPhòng Nội vụ\tLĐTT\r\n")
    form.grid.fill(0, {"name": Picked(kept["duc"], "Nông Văn Đức"), "birth": "1990"}, only_empty=False)
    save(form)
    assert "trong sổ Nông Văn Đức sinh 1984" in form.grid.problems()[0, "birth"]
    assert sql(office, "SELECT birth FROM person WHERE id = ?", kept["duc"]) == [("1984",)]


def test_a_campaign_not_known_yet_is_launched_with_the_decision_and_undone_with_it(form, office, tasks):
    form.head.editor("campaign").set_value(Picked(None, "Chống dịch Covid-19"))
    paste(form, "Ma Văn Hùng\t\t\t\tGiấy khen\r\n")
    save(form)
    linked = (
        "SELECT c.name FROM decision d JOIN campaign c ON c.id = d.campaign_id WHERE d.number = '215/QĐ-UBND'"
    )
    assert sql(office, linked) == [("Chống dịch Covid-19",)]
    tasks.undo()
    tasks.drain()
    assert sql(office, "SELECT count(*) FROM campaign WHERE name LIKE 'Chống dịch%'") == [(0,)]


def test_a_new_decision_begins_with_the_last_authority_and_signer(show):
    values = show().head.values()
    assert values["level"] == "district"
    assert values["number"] == ""


def test_a_kept_decision_is_corrected_without_losing_what_was_kept(show, office, kept):
    ids = sql(
        office, "SELECT id, name_written FROM award WHERE decision_id = ? ORDER BY place", kept["first"]
    )
    form = show(kept["first"])
    assert names(form) == ["Nông Văn Đức", "Lý Văn Tài", "Xã Cẩm Giàng"]
    assert not form.dirty
    form.grid.fill(0, {"post": "Phó Trưởng phòng"}, only_empty=False)
    form.grid.setCurrentIndex(form.grid.model().index(1, NAME))
    form.grid.remove_rows()
    paste(form, "Hà Thị Đào\t1990\tKế toán\tXã Cẩm Giàng\tLĐTT\r\n", line=2)
    save(form)
    after = sql(
        office,
        "SELECT id, name_written, post_written, year FROM award WHERE decision_id = ? ORDER BY place",
        kept["first"],
    )
    assert after[0] == (ids[0][0], "Nông Văn Đức", "Phó Trưởng phòng", 2019)
    assert after[1][:2] == (ids[2][0], "Xã Cẩm Giàng")
    assert after[2][1:] == ("Hà Thị Đào", "Kế toán", 2019)
    assert sql(office, "SELECT count(*) FROM household") == [(1,)]


def test_awards_follow_the_year_of_their_decision_when_it_is_corrected(show, office, kept):
    form = show(kept["first"])
    form.head.editor("year").set_value(2018)
    save(form)
    assert sql(office, "SELECT DISTINCT year FROM award WHERE decision_id = ?", kept["first"]) == [(2018,)]


def test_escape_asks_once_before_anything_typed_is_lost(form, qtbot):
    paste(form, "Ma Văn Hùng\r\n")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert form.head.said().startswith("Chưa lưu.")
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.isHidden()


def test_an_untouched_form_closes_at_once(show, qtbot):
    form = show()
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert form.isHidden()


def test_what_was_typed_survives_a_crash(form, show, context, office):
    paste(form, "Ma Văn Hùng\t1975\tGiáo viên\tTrường Mầm non Lục Bình\tCSTĐCS\r\n")
    form.keep_unsaved()
    [left] = keeping.unsaved(context)
    assert keeping.words(left).startswith("Quyết định 215/QĐ-UBND đang nhập dở lúc")
    again = show(left=left)
    assert again.grid.rows() == form.grid.rows()
    assert again.head.values() == form.head.values()
    assert again.dirty
    save(again)
    assert keeping.unsaved(context) == []
    assert sql(office, "SELECT title_written FROM award ORDER BY id DESC LIMIT 1") == [("CSTĐCS",)]


def test_what_was_left_of_a_kept_decision_corrects_it(show, context, office, kept):
    form = show(kept["first"])
    form.grid.fill(0, {"post": "Phó Trưởng phòng"}, only_empty=False)
    form.keep_unsaved()
    save(show(left=keeping.unsaved(context)[0]))
    assert sql(office, "SELECT count(*) FROM decision") == [(2,)]
    assert sql(
        office, "SELECT post_written FROM award WHERE decision_id = ? AND place = 0", kept["first"]
    ) == [("Phó Trưởng phòng",)]


def test_what_is_left_is_dropped_with_the_form(form, context):
    paste(form, "Ma Văn Hùng\r\n")
    form.keep_unsaved()
    form.reject()
    form.reject()
    assert keeping.unsaved(context) == []


def test_two_forms_left_unsaved_do_not_overwrite_each_other(form, show, context):
    paste(form, "Ma Văn Hùng\r\n")
    form.keep_unsaved()
    other = show()
    paste(other, "Bàn Thị Mùi\r\n")
    other.keep_unsaved()
    assert [left.rows[0]["name"].text for left in keeping.unsaved(context)] == ["Ma Văn Hùng", "Bàn Thị Mùi"]
    other.reject()
    other.reject()
    assert [left.rows[0]["name"].text for left in keeping.unsaved(context)] == ["Ma Văn Hùng"]


def test_a_row_entered_twice_is_remarked_but_not_refused(form):
    paste(form, "Ma Văn Hùng\t\t\t\tLĐTT\r\nMa Văn Hùng\t\t\t\tLĐTT\r\n")
    look(form)
    assert "Giống dòng 1" in form.grid.model().index(1, NAME).data(REMARK)


def test_the_grid_keeps_the_rules_of_models(form):
    model = form.grid.model()
    assert isinstance(model, QAbstractItemModel)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    paste(form, people(3))
    form.grid.undo()
    form.grid.redo()
    assert tester.model() is model


def test_keys_read_the_form_from_its_number_to_its_list(form, qtbot):
    order = []
    form.head.editor("number").setFocus()
    for _step in range(17):
        widget = QApplication.focusWidget()
        order.append(widget.accessibleName())
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    assert order[:6] == [
        "Số quyết định",
        "Ngày ký",
        "Cấp ban hành",
        "Cơ quan ban hành",
        "Người ký",
        "Chức vụ người ký",
    ]
    assert QApplication.focusWidget() is form.grid
