from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QPushButton, QTableWidget

from thidua_desktop.documents.document import Table
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft
from thidua_desktop.domain.person import PersonDraft, PostDraft
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.records import settings
from thidua_desktop.services import decisions, people, units
from ui.forms.succession_form import SuccessionDialog
from ui.pages.units import make
from ui.state import State
from ui.tasks import Tasks
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Context, Follow, Office
from ui.widgets.suggest import Picked


def enter(session):
    district = units.add(session, UnitDraft("Huyện Bạch Thông", "district"))
    first = units.add(session, UnitDraft("Xã Hà Vị", "commune", district, "Khối xã"))
    second = units.add(session, UnitDraft("Xã Quân Bình", "commune", district, "Khối xã"))
    school = units.add(session, UnitDraft("Trường Mầm non Đôn Phong", "school", first, "Khối trường"))
    woman = people.add(session, PersonDraft("Đinh Thị Hoa", posts=(PostDraft("Cô nuôi", school),)))
    given = (
        AwardDraft("DH_TTLDTT", "collective", "Trường Mầm non Đôn Phong", 2018, unit_id=school),
        AwardDraft("DH_LDTT", "person", "Đinh Thị Hoa", 2018, person_id=woman, unit_id=school),
    )
    decisions.register(session, DecisionDraft("5/QĐ-UBND", date(2019, 1, 9), "district", awards=given))
    return {"district": district, "first": first, "second": second, "school": school, "woman": woman}


@pytest.fixture
def kept(office):
    with office.write("Nhập số liệu thử") as session:
        return enter(session)


@pytest.fixture
def failures():
    return []


@pytest.fixture
def tasks(qapp, office, failures):
    tasks = Tasks(office)
    tasks.failed.connect(failures.append)
    yield tasks
    tasks.close()


@pytest.fixture
def page(qtbot, tasks, office, kept, tmp_path):
    with office.read() as session:
        words = settings.all_(session)
    folder = Office(office.path, office.papers, office.backups, words)
    page = make(Context(tasks, State(tmp_path / "state.ini"), folder))
    qtbot.addWidget(page)
    page.resize(1366, 640)
    with qtbot.waitActive(page):
        page.show()
    tasks.drain()
    return page


def choose(page, tasks, record_id):
    assert page.list.table.choose(record_id)
    tasks.drain()


def names(page):
    table = page.list.table
    for _look in ("asks for the rows", "has them"):
        rows = [table.record(record_id) for record_id in table.ids]
        page.context.tasks.drain()
    return [row.name for row in rows]


def tables(page):
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # those of the record shown before
    return {table.accessibleName(): table for table in page.panel.findChildren(QTableWidget)}


def section(page, title):
    table = next(table for name, table in tables(page).items() if name.startswith(title))
    columns = range(table.columnCount())
    return [
        [table.item(row, column).text() for column in columns if table.item(row, column)]
        for row in range(table.rowCount())
    ]


def filter_by(page, tasks, code, value):
    combo = page.list.bar.combos[code]
    combo.set_value(value)
    assert combo.value() == value
    combo.activated.emit(combo.currentIndex())
    tasks.drain()


def raw(office, sql, *values):
    with office.read() as session:
        return [tuple(row) for row in session.raw(sql, values)]


def test_units_are_listed_by_name_with_short_kinds(page):
    assert names(page) == ["Huyện Bạch Thông", "Trường Mầm non Đôn Phong", "Xã Hà Vị", "Xã Quân Bình"]
    row = page.list.table.record(page.list.table.ids[2])
    texts = {column.code: column.text(row) for column in page.spec.columns}
    assert (texts["kind"], texts["parent"], texts["awards"]) == ("Xã, thị trấn", "Huyện Bạch Thông", "0")
    assert page.list._count.text() == "4 đơn vị"
    QAbstractItemModelTester(page.list.table.model())


def test_only_units_that_have_others_below_are_offered_as_superiors(page, tasks, kept):
    combo = page.list.bar.combos["parent"]
    assert {combo.itemText(place) for place in range(combo.count())} == {
        "Tất cả",
        "Huyện Bạch Thông",
        "Xã Hà Vị",
    }
    filter_by(page, tasks, "parent", kept["first"])
    assert names(page) == ["Trường Mầm non Đôn Phong"]


def test_a_unit_shows_its_own_awards_and_its_peoples(page, tasks, kept):
    choose(page, tasks, kept["school"])
    assert section(page, "Khen thưởng của đơn vị (1)")[0][0] == "2018"
    assert section(page, "Khen thưởng của cá nhân (1)")[0] == [
        "2018",
        "5/QĐ-UBND",
        "Đinh Thị Hoa",
        "Lao động tiên tiến",
    ]
    assert section(page, "Cá nhân đang công tác (1)") == [["Đinh Thị Hoa", "Cô nuôi"]]


def test_people_of_a_unit_open_on_their_page(qtbot, page, tasks, kept):
    choose(page, tasks, kept["school"])
    tables(page)
    button = next(b for b in page.panel.findChildren(QPushButton) if b.text() == "Xem ở trang Cá nhân")
    with qtbot.waitSignal(page.followed) as asked:
        button.click()
    assert asked.args[0].filters == {"unit": kept["school"]}


def test_the_unit_above_lists_those_below(page, tasks, kept):
    choose(page, tasks, kept["district"])
    assert [line[0] for line in section(page, "Đơn vị trực thuộc (2)")] == ["Xã Hà Vị", "Xã Quân Bình"]


def test_a_second_unit_of_the_same_name_is_refused_beside_the_name(page, tasks, kept, office):
    dialog = page.add_record()
    assert isinstance(dialog, FormDialog)
    dialog.form.set_values(
        {"name": "xã hà vị", "kind": "commune", "parent_id": Picked(kept["district"], "Huyện")}
    )
    dialog.form.save()
    tasks.drain()
    assert "Đã có đơn vị" in dialog.form.editor("name").shown_problem()
    assert raw(office, "SELECT count(*) FROM unit") == [(4,)]


def test_a_unit_cannot_stand_below_itself(page, tasks, kept):
    choose(page, tasks, kept["first"])
    page.panel.form.set_values({"parent_id": Picked(kept["school"], "Trường Mầm non Đôn Phong")})
    page.panel.form.save()
    tasks.drain()
    assert "không thể là chính nó" in page.panel.form.editor("parent_id").shown_problem()


def test_a_unit_in_use_is_not_deleted_and_the_sentence_says_what_to_do(page, tasks, kept, failures):
    choose(page, tasks, kept["school"])
    page.remove_selected()
    tasks.drain()
    assert "dùng “Đổi tên, sáp nhập…”" in str(failures[0])


def test_communes_merge_and_the_old_names_are_still_found(qtbot, page, tasks, kept, office):
    choose(page, tasks, kept["second"])
    page._succeed()
    tasks.drain()
    dialog = page.findChild(SuccessionDialog)
    dialog.form.set_values(
        {
            "kind": "merged",
            "on": date(2020, 2, 1),
            "olds": ["Xã Hà Vị", "Xã Quân Bình"],
            "news": ["Xã Quân Hà"],
        }
    )
    dialog.form.save()
    tasks.drain()
    ended = raw(office, "SELECT name FROM unit WHERE valid_to = '2020-02-01' ORDER BY name")
    assert [name for (name,) in ended] == ["Xã Hà Vị", "Xã Quân Bình"]
    filter_by(page, tasks, "active", "0")
    assert names(page) == ["Xã Hà Vị", "Xã Quân Bình"]
    choose(page, tasks, kept["second"])
    assert section(page, "Đổi tên, sáp nhập") == [["01/02/2020", "Sáp nhập", "Xã Quân Bình → Xã Quân Hà"]]
    tasks.undo()
    tasks.drain()
    assert raw(office, "SELECT count(*) FROM unit WHERE valid_to IS NOT NULL") == [(0,)]


def test_a_merger_without_a_new_unit_is_refused_beside_the_new_names(page, tasks, kept):
    choose(page, tasks, kept["second"])
    page._succeed()
    tasks.drain()
    dialog = page.findChild(SuccessionDialog)
    dialog.form.set_values({"kind": "merged", "on": date(2020, 2, 1), "olds": ["Xã Hà Vị"], "news": []})
    dialog.form.save()
    tasks.drain()
    assert dialog.form.editor("news").shown_problem() == "Chưa chọn hoặc nhập đơn vị mới."


def test_a_change_is_undone_on_screen_too(qtbot, page, tasks, kept):
    choose(page, tasks, kept["first"])
    page.panel.form.set_values({"block": "Khối thị trấn"})
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    tasks.drain()
    assert section(page, "Lịch sử thay đổi")[1] == ["", "• Khối: Khối xã → Khối thị trấn"]
    tasks.undo()
    tasks.drain()
    assert page.panel.form.values()["block"] == "Khối xã"


def test_the_roster_of_a_unit_is_built(qtbot, page, tasks, kept, office):
    choose(page, tasks, kept["school"])
    button = next(b for b in page.findChildren(QPushButton) if b.text() == "Danh sách khen")
    with qtbot.waitSignal(page.document_asked) as asked:
        button.click()
    with office.read() as session:
        document = asked.args[1](session)
    people_table = next(block for block in document.blocks if isinstance(block, Table))
    assert people_table.rows[0][1] == "Đinh Thị Hoa"


def test_a_wish_for_a_unit_drops_a_filter_that_hides_it(page, tasks, kept):
    filter_by(page, tasks, "kind", "school")
    assert page.go(Follow("unit", kept["second"]))
    tasks.drain()
    assert page.panel.title == "Xã Quân Bình"
    assert not page.go(Follow("person", 1))
