from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QMenu

from tests.records.offices import sql
from tests.ui.at_a_page import choose, names, press, save, section, table_of, tables
from thidua_desktop.domain.campaign import CampaignDraft
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft
from thidua_desktop.domain.event import Delegate, EventDraft, Speech
from thidua_desktop.domain.person import HouseholdDraft, PersonDraft
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.services import campaigns, decisions, people, units
from ui.pages.campaigns import make
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Follow
from ui.widgets.suggest import Picked

ROADS = "Chung sức làm đường thôn"


def enter(session):
    commune = units.add(session, UnitDraft("Xã Sĩ Bình", "commune"))
    woman = people.add(session, PersonDraft("Đinh Thị Hoa"))
    home = people.add_household(session, HouseholdDraft("Lý Văn Tài", commune))
    whole = campaigns.launch(session, CampaignDraft("Chung sức xây dựng nông thôn mới", level="province"))
    roads = campaigns.launch(
        session,
        CampaignDraft(
            ROADS,
            parent_id=whole,
            starts=PartialDate(2012),
            ends=PartialDate(2020),
            contents=("Hiến đất", "Góp công"),
            unit_ids=(commune,),
        ),
    )
    gathering = campaigns.hold_event(
        session,
        EventDraft(
            "Hội nghị biểu dương điển hình",
            PartialDate(2020, 7, 23),
            "UBND huyện",
            delegates=(Delegate("Ma Trung Kiên", ("Tỉnh ủy viên", "Bí thư Huyện ủy")),),
            speeches=(Speech("Lộc Thế Vượng", "Mở đầu.\nKết thúc."),),
            launched_campaign_id=roads,
        ),
    )
    given = (
        AwardDraft("GK_HUYEN", "person", "Đinh Thị Hoa", 2019, person_id=woman, unit_id=commune),
        AwardDraft("GK_HUYEN", "household", "Lý Văn Tài", 2019, household_id=home),
        AwardDraft("GK_HUYEN", "collective", "Xã Sĩ Bình", 2019, unit_id=commune),
    )
    paper = DecisionDraft(
        "77/QĐ-UBND", date(2020, 7, 20), "district", campaign_id=roads, event_id=gathering, awards=given
    )
    decision = decisions.register(session, paper)
    return {
        "commune": commune,
        "woman": woman,
        "home": home,
        "whole": whole,
        "roads": roads,
        "gathering": gathering,
        "decision": decision,
    }


@pytest.fixture(scope="module")
def fill():
    def fill(office):
        with office.write("Nhập số liệu thử") as session:
            return enter(session)

    return fill


@pytest.fixture
def page(show, kept, context):
    return show(make(context))


@pytest.fixture
def view(page, kept):
    view = page.view("campaign")
    choose(view, kept["roads"])
    return view


@pytest.fixture
def meeting(page, tasks, kept):
    page.show_view("event")
    tasks.drain()
    return page.view("event")


def follow(qtbot, view, title, row=0):
    table = table_of(view, title)
    table.setCurrentCell(row, 0)
    with qtbot.waitSignal(view.followed) as asked:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    return asked.args[0]


def test_campaigns_are_listed_with_their_time_and_decisions(view):
    assert names(view) == [ROADS, "Chung sức xây dựng nông thôn mới"]
    row = view.list.table.record(view.panel.record_id)
    texts = {column.code: column.text(row) for column in view.spec.columns}
    assert (texts["time"], texts["decisions"], texts["level"]) == ("2012 – 2020", "1", "UBND huyện")
    assert view.list._count.text() == "2 phong trào, cuộc vận động"
    QAbstractItemModelTester(view.list.table.model())


def test_the_level_filter_narrows_the_list(view, tasks):
    combo = view.list.bar.combos["level"]
    combo.set_value("province")
    combo.activated.emit(combo.currentIndex())
    tasks.drain()
    assert names(view) == ["Chung sức xây dựng nông thôn mới"]


def test_all_that_belongs_to_a_campaign_is_shown(view, kept):
    values = view.panel.form.values()
    assert values["contents"] == ["Hiến đất", "Góp công"]
    assert values["units"] == [{"unit": Picked(kept["commune"], "Xã Sĩ Bình")}]
    assert values["parent_id"] == Picked(kept["whole"], "Chung sức xây dựng nông thôn mới")
    assert values["starts"] == PartialDate(2012)


def test_figures_of_a_campaign_open_exactly_their_rows(qtbot, view, kept):
    told = section(view, "Kết quả khen thưởng")
    assert [line[1:] for line in told] == [
        ["Tập thể", "1 lượt"],
        ["Hộ gia đình", "1 lượt"],
        ["Cá nhân", "1 lượt"],
    ]
    wish = follow(qtbot, view, "Kết quả khen thưởng", 2)
    assert wish.kind == "award"
    assert wish.filters["campaign"] == kept["roads"]
    assert wish.filters["recipient"] == "person"


def test_a_decision_of_a_campaign_is_one_key_away(qtbot, view, kept):
    assert section(view, "Quyết định (1)")[0][:2] == ["77/QĐ-UBND", "20/07/2020"]
    assert follow(qtbot, view, "Quyết định") == Follow("decision", kept["decision"])


def test_the_campaign_above_shows_the_one_below(qtbot, view, tasks, kept):
    choose(view, kept["whole"])
    assert section(view, "Phong trào cấp dưới (1)") == [[ROADS, "UBND huyện"]]
    assert follow(qtbot, view, "Phong trào cấp dưới") == Follow("campaign", kept["roads"])


def test_the_event_that_launched_a_campaign_is_named(qtbot, view, kept):
    assert follow(qtbot, view, "Hội nghị phát động") == Follow("event", kept["gathering"])


def test_milestones_and_role_models_are_kept_and_undone(view, tasks, kept, office):
    save(
        view,
        milestones=[{"kind": "interim", "on": "2016", "note": "Sơ kết đợt một"}],
        role_models=[
            {"who": Picked(None, "Đinh Thị Hoa"), "citation": "Vận động hiến đất"},
            {"who": Picked(f"household:{kept['home']}", "Lý Văn Tài"), "citation": "Góp công"},
        ],
    )
    assert sql(office, "SELECT kind, on_day, note FROM milestone") == [("interim", "2016", "Sơ kết đợt một")]
    models = sql(office, "SELECT person_id, household_id, citation FROM role_model ORDER BY id")
    assert models == [(kept["woman"], None, "Vận động hiến đất"), (None, kept["home"], "Góp công")]
    assert section(view, "Điển hình tiên tiến (2)")[0] == ["Đinh Thị Hoa", "Vận động hiến đất"]
    tasks.undo()
    tasks.drain()
    assert sql(office, "SELECT count(*) FROM milestone") == [(0,)]
    assert not any(name.startswith("Điển hình tiên tiến (") for name in tables(view))


def test_a_role_model_nobody_knows_is_refused_beside_its_row(view, tasks, office):
    save(view, role_models=[{"who": Picked(None, "Ông Bụt"), "citation": "Giúp người nghèo"}])
    told = view.panel.form.editor("role_models").shown_problem()
    assert told.startswith("Dòng 1: Chưa có cá nhân, đơn vị hay hộ nào tên “Ông Bụt”")
    assert sql(office, "SELECT count(*) FROM role_model") == [(0,)]


def test_a_unit_typed_by_name_is_recognised(view, tasks, kept, office):
    save(view, units=[{"unit": Picked(None, "xã sĩ bình")}])
    assert sql(office, "SELECT unit_id FROM campaign_unit") == [(kept["commune"],)]


def test_an_end_before_the_beginning_is_refused_beside_the_field(view, tasks, office):
    save(view, ends=PartialDate(2010))
    assert "trước ngày bắt đầu" in view.panel.form.editor("ends").shown_problem()
    assert sql(office, "SELECT ends FROM campaign WHERE name = ?", ROADS) == [("2020",)]


def test_a_campaign_cannot_stand_above_itself(view, tasks, kept):
    save(view, parent_id=Picked(kept["roads"], ROADS))
    assert "chính nó" in view.panel.form.editor("parent_id").shown_problem()


def test_a_new_drive_is_added_with_the_keyboard(qtbot, view, tasks, office):
    view.list.table.setFocus()
    qtbot.keyClick(view.list.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    dialog = view.findChild(FormDialog)
    dialog.form.set_values({"name": "Ngày vì người nghèo", "form": "drive", "starts": PartialDate(2021)})
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog.form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    tasks.drain()
    found = sql(
        office, "SELECT form, level, kind, starts, ends FROM campaign WHERE name = 'Ngày vì người nghèo'"
    )
    assert found == [("drive", "district", "thematic", "2021", None)]
    assert view.panel.title == "Ngày vì người nghèo"


def test_a_campaign_with_decisions_is_not_deleted(page, tasks, kept, failures):
    view = page.view("campaign")
    choose(view, kept["roads"])
    view.remove_selected()
    tasks.drain()
    assert "đang có 1 quyết định khen thưởng" in str(failures.pop())


def test_an_event_shows_its_delegates_with_every_office(meeting):
    assert meeting.panel.form.values()["delegates"] == [
        {"name": "Ma Trung Kiên", "offices": "Tỉnh ủy viên; Bí thư Huyện ủy"}
    ]
    assert "3 lượt biểu dương" in meeting.panel._subtitle.text()


def test_offices_are_parted_and_paragraphs_of_a_speech_stay(meeting, tasks, office):
    delegates = [{"name": "Bế Thu Hoài", "offices": "Phó Bí thư Huyện ủy ; Chủ tịch HĐND huyện;"}]
    save(meeting, delegates=delegates)
    assert sql(office, "SELECT name, offices FROM delegate") == [
        ("Bế Thu Hoài", "Phó Bí thư Huyện ủy\nChủ tịch HĐND huyện")
    ]
    assert sql(office, "SELECT text FROM speech") == [("Mở đầu.\nKết thúc.",)]


def test_one_more_speech_is_typed_and_kept(meeting, tasks, office, type_text):
    editor = meeting.panel.form.editor("speeches")
    press(meeting, "+ Bài phát biểu, chỉ đạo")
    block = editor.speeches[-1]
    type_text(block.speaker, "Ma Trung Kiên")
    type_text(block.text, "Khen đúng người")
    assert meeting.panel.dirty
    meeting.panel.form.save()
    tasks.drain()
    assert sql(office, "SELECT speaker, text FROM speech ORDER BY place")[1] == (
        "Ma Trung Kiên",
        "Khen đúng người",
    )


def test_an_emptied_speech_is_gone(meeting, tasks, office):
    block = meeting.panel.form.editor("speeches").speeches[0]
    block.speaker.clear()
    block.text.clear()
    meeting.panel.form.save()
    tasks.drain()
    assert sql(office, "SELECT count(*) FROM speech") == [(0,)]


def test_offices_without_a_name_are_refused_beside_the_table(meeting, tasks, office):
    save(meeting, delegates=[{"name": "", "offices": "Bí thư"}])
    assert meeting.panel.form.editor("delegates").shown_problem() == "Dòng 1: Chưa ghi họ tên đại biểu."


def test_what_was_launched_is_shown_with_its_contents(qtbot, meeting, kept):
    assert section(meeting, "Phát động") == [[ROADS], ["1. Hiến đất"], ["2. Góp công"]]
    assert follow(qtbot, meeting, "Phát động") == Follow("campaign", kept["roads"])


def test_honourees_of_an_event_open_their_rows(qtbot, meeting, kept):
    wish = follow(qtbot, meeting, "Biểu dương")
    assert wish.filters["event"] == kept["gathering"]
    assert follow(qtbot, meeting, "Quyết định") == Follow("decision", kept["decision"])


@pytest.fixture
def photograph(tmp_path):
    path = tmp_path / "hội trường.jpg"
    path.write_bytes(b"a picture" * 300)
    return path


def test_a_photograph_is_copied_in_and_opened_and_taken_off_and_back(
    meeting, tasks, office, photograph, monkeypatch, kept
):
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_a: ([str(photograph)], ""))
    press(meeting, "Đính kèm…")
    tasks.drain()
    assert section(meeting, "Ảnh, tài liệu (1)") == [["hội trường.jpg", "Ảnh", "2 KB"]]
    [(event, kind, stored)] = sql(office, "SELECT event_id, kind, stored FROM attachment")
    assert (event, kind) == (kept["gathering"], "photograph")
    assert (office.papers / stored).read_bytes() == photograph.read_bytes()

    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    meeting.papers.take(Follow("paper", 1))
    tasks.drain()
    assert Path(opened[0].toLocalFile()) == office.papers / stored

    press(meeting, "Gỡ tệp…")
    tasks.drain()
    menu = meeting.findChild(QMenu)
    menu.actions()[0].trigger()
    menu.close()
    tasks.drain()
    assert sql(office, "SELECT count(*) FROM attachment") == [(0,)]
    tasks.undo()
    tasks.drain()
    assert section(meeting, "Ảnh, tài liệu (1)")[0][0] == "hội trường.jpg"


def test_a_photograph_changed_on_the_disk_is_not_opened_as_if_nothing_was(
    meeting, tasks, office, photograph, monkeypatch, kept, failures
):
    meeting.papers.attach(kept["gathering"], [photograph])
    tasks.drain()
    [(stored,)] = sql(office, "SELECT stored FROM attachment")
    (office.papers / stored).write_bytes(b"another picture")
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: pytest.fail("it was opened"))
    meeting.papers.take(Follow("paper", 1))
    tasks.drain()
    assert "đã bị thay đổi" in str(failures.pop())
    (office.papers / stored).unlink()
    meeting.reload_record()
    tasks.drain()
    meeting.papers.take(Follow("paper", 1))
    tasks.drain()
    assert "Không còn tệp" in str(failures.pop())


def test_what_is_no_paper_is_refused_and_nothing_is_kept(meeting, tasks, office, tmp_path, kept, failures):
    program = tmp_path / "x.exe"
    program.write_bytes(b"MZ")
    meeting.papers.attach(kept["gathering"], [program])
    tasks.drain()
    assert "không phải bản quét, ảnh hay văn bản" in str(failures.pop())
    assert sql(office, "SELECT count(*) FROM attachment") == [(0,)]


def test_a_wish_for_an_event_brings_the_list_of_events(page, tasks, kept):
    assert page.go(Follow("event", kept["gathering"]))
    tasks.drain()
    assert page.view("event").panel.title == "Hội nghị biểu dương điển hình"
    assert page.go(Follow("campaign", kept["whole"]))
    tasks.drain()
    assert page.view("campaign").panel.title == "Chung sức xây dựng nông thôn mới"


def test_what_was_given_at_a_conference_is_handed_over_there(meeting, tasks, office):
    view = meeting
    view.list.table.choose_row(0)
    tasks.drain()
    assert section(view, "Trao thưởng") == [["Chưa trao", "3 lượt"], ["Đã trao tại đây", "0 lượt"]]
    press(view, "Trao thưởng…")
    tasks.drain()
    dialog = next(found for found in view.findChildren(FormDialog) if found.isVisible())
    assert dialog.form.values()["event"].text == "Hội nghị biểu dương điển hình"
    dialog.form.set_values({"on": date(2020, 7, 23), "receiver": "Người nhận"})
    dialog.form.save()
    tasks.drain()
    told = "SELECT count(*), min(on_day), min(receiver) FROM handover WHERE event_id = 1"
    assert sql(office, told) == [(3, "2020-07-23", "Người nhận")]
    assert section(view, "Trao thưởng") == [["Chưa trao", "0 lượt"], ["Đã trao tại đây", "3 lượt"]]
    received = section(view, "Đã nhận (3)")
    assert {tuple(line[1:3]) for line in received} == {("23/07/2020", "Người nhận")}
