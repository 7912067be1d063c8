from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.records.offices import sql
from tests.ui.at_a_page import choose, filter_by, names, press, section
from thidua_desktop.documents.document import Table
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft
from thidua_desktop.domain.person import PersonDraft, PostDraft
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.services import decisions, people, units
from ui.forms.succession_form import SuccessionDialog
from ui.pages.units import make
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Follow
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


@pytest.fixture(scope="module")
def fill():
    def fill(office):
        with office.write("Nhập số liệu thử") as session:
            return enter(session)

    return fill


@pytest.fixture
def page(show, kept, context):
    return show(make(context))


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
    filter_by(page, "parent", kept["first"])
    assert names(page) == ["Trường Mầm non Đôn Phong"]


def test_a_unit_shows_its_own_awards_and_its_peoples(page, tasks, kept):
    choose(page, kept["school"])
    assert section(page, "Khen thưởng của đơn vị (1)")[0][0] == "2018"
    assert section(page, "Khen thưởng của cá nhân (1)")[0] == [
        "2018",
        "5/QĐ-UBND",
        "Đinh Thị Hoa",
        "Lao động tiên tiến",
    ]
    assert section(page, "Cá nhân đang công tác (1)") == [["Đinh Thị Hoa", "Cô nuôi"]]


def test_people_of_a_unit_open_on_their_page(qtbot, page, tasks, kept):
    choose(page, kept["school"])
    with qtbot.waitSignal(page.followed) as asked:
        press(page, "Xem ở trang Cá nhân")
    assert asked.args[0].filters == {"unit": kept["school"]}


def test_the_unit_above_lists_those_below(page, tasks, kept):
    choose(page, kept["district"])
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
    assert sql(office, "SELECT count(*) FROM unit") == [(4,)]


def test_a_unit_cannot_stand_below_itself(page, tasks, kept):
    choose(page, kept["first"])
    page.panel.form.set_values({"parent_id": Picked(kept["school"], "Trường Mầm non Đôn Phong")})
    page.panel.form.save()
    tasks.drain()
    assert "không thể là chính nó" in page.panel.form.editor("parent_id").shown_problem()


def test_a_unit_in_use_is_not_deleted_and_the_sentence_says_what_to_do(page, tasks, kept, failures):
    choose(page, kept["school"])
    page.remove_selected()
    tasks.drain()
    assert "dùng “Đổi tên, sáp nhập…”" in str(failures.pop())


def test_communes_merge_and_the_old_names_are_still_found(qtbot, page, tasks, kept, office):
    choose(page, kept["second"])
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
    ended = sql(office, "SELECT name FROM unit WHERE valid_to = '2020-02-01' ORDER BY name")
    assert [name for (name,) in ended] == ["Xã Hà Vị", "Xã Quân Bình"]
    filter_by(page, "active", "0")
    assert names(page) == ["Xã Hà Vị", "Xã Quân Bình"]
    choose(page, kept["second"])
    assert section(page, "Đổi tên, sáp nhập") == [["01/02/2020", "Sáp nhập", "Xã Quân Bình → Xã Quân Hà"]]
    tasks.undo()
    tasks.drain()
    assert sql(office, "SELECT count(*) FROM unit WHERE valid_to IS NOT NULL") == [(0,)]


def test_units_of_one_name_are_told_apart_when_one_of_them_is_changed(page, tasks, kept, office):
    with office.write("Thêm trường") as session:
        twin = UnitDraft("Trường Mầm non Đôn Phong", "school", kept["second"], "Khối trường")
        units.add(session, twin)
        units.add(session, UnitDraft("Trường Mầm non Hoa Sen", "school", kept["second"]))
    tasks.changed.emit(frozenset({"unit"}))
    tasks.drain()
    choose(page, kept["school"])
    page._succeed()
    tasks.drain()
    dialog = page.findChild(SuccessionDialog)
    assert dialog.form.values()["olds"] == ["Trường Mầm non Đôn Phong, Xã Hà Vị"]
    dialog.form.set_values({"kind": "merged", "on": date(2020, 2, 1), "news": ["Trường Mầm non Hoa Sen"]})
    dialog.form.set_values({"olds": ["Trường Mầm non Đôn Phong"]})
    dialog.form.save()
    tasks.drain()
    told = dialog.form.editor("olds").shown_problem()
    assert "Trường Mầm non Đôn Phong, Xã Quân Bình" in told
    dialog.form.set_values({"olds": ["Trường Mầm non Đôn Phong, Xã Hà Vị"]})
    dialog.form.save()
    tasks.drain()
    ended = "SELECT id FROM unit WHERE valid_to IS NOT NULL"
    assert sql(office, ended) == [(kept["school"],)]
    # The Hoa Sen of another commune is left alone: theirs is a new school of that name.
    assert sql(office, "SELECT parent_id FROM unit WHERE name = 'Trường Mầm non Hoa Sen' ORDER BY id") == [
        (kept["second"],),
        (kept["first"],),
    ]


def test_a_merger_without_a_new_unit_is_refused_beside_the_new_names(page, tasks, kept):
    choose(page, kept["second"])
    page._succeed()
    tasks.drain()
    dialog = page.findChild(SuccessionDialog)
    dialog.form.set_values({"kind": "merged", "on": date(2020, 2, 1), "olds": ["Xã Hà Vị"], "news": []})
    dialog.form.save()
    tasks.drain()
    assert dialog.form.editor("news").shown_problem() == "Chưa chọn hoặc nhập đơn vị mới."


def test_a_change_is_undone_on_screen_too(qtbot, page, tasks, kept):
    choose(page, kept["first"])
    page.panel.form.set_values({"block": "Khối thị trấn"})
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    tasks.drain()
    assert section(page, "Lịch sử thay đổi")[1] == ["", "• Khối: Khối xã → Khối thị trấn"]
    tasks.undo()
    tasks.drain()
    assert page.panel.form.values()["block"] == "Khối xã"


def test_the_roster_of_a_unit_is_built(qtbot, page, tasks, kept, office):
    choose(page, kept["school"])
    with qtbot.waitSignal(page.document_asked) as asked:
        press(page, "Danh sách khen")
    with office.read() as session:
        document = asked.args[1](session)
    people_table = next(block for block in document.blocks if isinstance(block, Table))
    assert people_table.rows[0][1] == "Đinh Thị Hoa"


def test_a_wish_for_a_unit_drops_a_filter_that_hides_it(page, tasks, kept):
    filter_by(page, "kind", "school")
    assert page.go(Follow("unit", kept["second"]))
    tasks.drain()
    assert page.panel.title == "Xã Quân Bình"
    assert not page.go(Follow("person", 1))
