"""The level of a decision nothing tells, asked in the window: by click, by key, for a whole register at once."""

import pytest
from PySide6.QtCore import Qt

from tests.intake.making import workbook
from tests.records.offices import content, sql

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)
SCHOOL = "Trường Tiểu học Cao Sơn"
COLUMNS = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Hình thức khen thưởng")
NOTHING = "3 dòng: quyết định số 95/QĐ-UBND ngày 20/12/2018 là của cấp nào?"


@pytest.fixture(scope="module")
def fill():
    """An office without records."""
    return lambda _office: {}


@pytest.fixture
def take(kept, take):
    def asked(*paths):
        dialog = take(*paths)
        dialog.parts.show_page(dialog.parts.questions, dialog.parts.questions.table)
        return dialog

    return asked


@pytest.fixture
def click(qtbot, tasks):
    def click(button):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        tasks.drain()

    return click


def person(place, name, *more):
    return (place, name, "Giáo viên", SCHOOL, *more)


def listed(path):
    return workbook(
        path,
        (
            ("DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2018",),
            ("(Kèm theo Quyết định số 95/QĐ-UBND ngày 20/12/2018)",),
            COLUMNS,
            person(1, "Nông Văn An", "LĐTT"),
            person(2, "Triệu Thị Mây", "Giấy khen"),
            person(3, "Lò Văn Páo", "Giấy khen"),
        ),
    )


def register(path, count):
    rows = (
        person(at, f"Nông Văn {name}", "LĐTT", 2018, f"{at}/QĐ-UBND ngày 20/12/2018")
        for at, name in enumerate(("An", "Ba", "Ca", "Dư")[:count], 1)
    )
    return workbook(path, (("SỔ THEO DÕI KHEN THƯỞNG",), (*COLUMNS, "Năm", "Số, ngày QĐ"), *rows))


def answers(dialog):
    table = dialog.parts.questions.table
    return [(table.item(row, 1).text(), table.item(row, 3).text()) for row in range(table.rowCount())]


def labels(dialog):
    return [button.text() for button in dialog.parts.questions.buttons]


def test_a_click_says_the_level_and_one_undo_takes_all_of_it_back(take, click, office, tmp_path):
    before = content(office)
    dialog = take(listed(tmp_path / "ds.xlsx"))
    page = dialog.parts.questions
    assert answers(dialog) == [("Cấp ban hành", "chưa trả lời")]
    assert page.question.text() == NOTHING
    assert labels(dialog) == ["1.  UBND huyện", "2.  UBND xã", "3.  Để sau: chưa nhập các dòng này"]
    assert "LĐTT (1 dòng)" in page.sides[0].facts.text()
    assert not dialog.parts.write_button.isEnabled()
    click(page.buttons[1])
    assert answers(dialog) == [("Cấp ban hành", "UBND xã")]
    assert content(office) == before
    click(dialog.parts.write_button)
    assert not dialog.isVisible()
    query = (
        "SELECT d.level, k.code FROM award a JOIN decision d ON d.id = a.decision_id "
        "JOIN award_kind k ON k.id = a.kind_id ORDER BY a.place"
    )
    assert sql(office, query) == [("commune", "DH_LDTT"), ("commune", "GK_XA"), ("commune", "GK_XA")]
    office.undo()
    assert content(office) == before


def test_left_for_later_nothing_is_written_and_why_is_told(take, click, tmp_path):
    dialog = take(listed(tmp_path / "ds.xlsx"))
    click(dialog.parts.questions.buttons[2])
    assert answers(dialog)[0][1].startswith("Để sau")
    assert not dialog.parts.write_button.isEnabled()
    table = dialog.parts.problems
    reasons = [table.item(row, 4).text() for row in range(table.rowCount())]
    assert any("trả lời câu hỏi về cấp của quyết định này" in reason for reason in reasons)


def test_any_other_level_may_be_chosen(take, tasks, tmp_path):
    dialog = take(listed(tmp_path / "ds.xlsx"))
    page = dialog.parts.questions
    assert page.more.itemText(0) == "Cấp khác…"
    place = page.more.findText("UBND tỉnh")
    page.more.setCurrentIndex(place)
    page.more.activated.emit(place)
    tasks.drain()
    assert answers(dialog)[0] == ("Cấp ban hành", "UBND tỉnh")


def test_an_answer_is_told_beside_the_decision_it_settles(take, click, tmp_path):
    dialog = take(listed(tmp_path / "ds.xlsx"))
    assert "Chưa rõ cấp ban hành quyết định" in dialog.editor.remarks.text()
    click(dialog.parts.questions.buttons[0])
    said = "\n".join((dialog.editor.remarks.text(), *dialog.editor.concluded))
    assert "Cấp ban hành “UBND huyện” theo câu trả lời." in said
    assert "Chưa rõ cấp" not in said
    assert "thêm 2 dòng theo câu trả lời" in dialog.editor.count.text()


def test_a_register_is_answered_at_once_the_way_its_first_decision_was(take, click, office, tmp_path):
    dialog = take(register(tmp_path / "so.xlsx", 4))
    page = dialog.parts.questions
    assert page.group_button.text() == "Cả nhóm: “UBND huyện” cho 4 câu như thế"
    click(page.buttons[1])
    assert page.group_button.text() == "Cả nhóm: “UBND xã” cho 3 câu như thế"
    click(page.group_button)
    assert answers(dialog) == [("Cấp ban hành", "UBND xã")] * 4
    click(dialog.parts.write_button)
    assert sql(office, "SELECT level, count(*) FROM decision GROUP BY 1") == [("commune", 4)]


def test_a_level_chosen_in_the_decision_leaves_nothing_to_ask(take, tasks, qtbot, tmp_path):
    dialog = take(listed(tmp_path / "ds.xlsx"))
    dialog.parts.show_decisions()
    level = dialog.editor.head.editor("level").input
    level.setCurrentIndex(level.findData("district"))
    level.activated.emit(level.currentIndex())
    qtbot.waitUntil(dialog.parts.write_button.isEnabled)
    assert answers(dialog) == []
    assert dialog.plan.rows_to_write == 3
