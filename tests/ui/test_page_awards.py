from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QMenu

from tests.records.offices import sql
from tests.ui.at_a_page import press, save, section, shown, table_of, tables
from tests.ui.awards_office import enter
from thidua_desktop.documents.cells import shown as printed
from thidua_desktop.documents.document import Table
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft, Stated
from thidua_desktop.domain.total import TotalDraft
from thidua_desktop.records import awards, decisions
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import decisions as services
from thidua_desktop.services import totals
from ui.forms import list_keeping as keeping
from ui.forms.decision_form import DecisionDialog
from ui.forms.import_dialog import ImportDialog
from ui.forms.revoke_form import RevokeDialog
from ui.pages.awards import make
from ui.widgets.page import Follow
from ui.widgets.sections import Sections
from ui.widgets.suggest import Picked


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
def go(page, tasks):
    def go(follow):
        assert page.go(follow)
        tasks.drain()
        view = page.view(page.current)
        view.list.table.viewport().grab()
        tasks.drain()
        return view

    return go


def told(view):
    QCoreApplication.sendPostedEvents()
    labels = view.panel.findChild(Sections).findChildren(QLabel)
    return [label.text() for label in labels if label.isVisible()]


def dialog(view, kind):
    view.context.tasks.drain()
    return next(found for found in view.findChildren(kind) if found.isVisible())


# Quyết định


def test_decisions_stand_with_the_latest_first_and_are_counted(go):
    view = go(Follow("decision"))
    assert [row.number for row in shown(view)] == ["45/QĐ-UBND", "12/QĐ-UBND"]
    assert view.list.findChildren(QLabel)[-1].text() == "4 lượt · 1 người, 1 tập thể, 1 hộ · 2 quyết định"


def test_the_decisions_that_differ_from_their_paper_are_listed_by_themselves(go, kept):
    wish = Follow("decision", filters={"differing": "1"}, note="Quyết định lệch")
    view = go(wish)
    assert [row.number for row in shown(view)] == ["12/QĐ-UBND"]
    assert view.list.words() == "Quyết định lệch"
    press(view, "Xem tất cả")
    assert len(shown(view)) == 2


def test_the_list_of_decisions_goes_to_excel_with_numbers_and_dates_that_calculate(go, kept, office, qtbot):
    view = go(Follow("decision"))
    with qtbot.waitSignal(view.document_asked) as asked:
        view.export()
    with office.read() as session:
        document = asked.args[1](session)
    table = next(block for block in document.blocks if isinstance(block, Table))
    titles = [column.title for column in table.columns]
    first = dict(zip(titles, table.rows[1], strict=True))
    assert (first["Ngày"], first["Cá nhân"], first["Năm"]) == (date(2020, 1, 9), 1, 2019)
    assert dict(zip(titles, table.rows[0], strict=True))["Tập thể"] is None


@pytest.mark.parametrize("kind", ["decision", "award", "total", "award_kind"])
def test_what_is_printed_reads_as_it_reads_on_screen(go, office, qtbot, kind):
    view = go(Follow(kind))
    with qtbot.waitSignal(view.document_asked) as asked:
        view.preview()
    with office.read() as session:
        table = next(block for block in asked.args[1](session).blocks if isinstance(block, Table))
    columns = {column.title: column for column in view.spec.columns}
    rows = shown(view)
    assert len(table.rows) == len(rows)
    for row, cells in zip(rows, table.rows, strict=True):
        for column, cell in zip(table.columns, cells, strict=True):
            assert printed(cell, grouped=column.grouped) == columns[column.title].text(row)


def test_a_decision_is_found_by_whom_it_commends_without_accents(go, tasks):
    view = go(Follow("decision"))
    view.list.bar.search.setText("ly van tai")
    view.list.reload()
    tasks.drain()
    assert [row.number for row in shown(view)] == ["12/QĐ-UBND"]
    assert (
        view.list.findChildren(QLabel)[-1].text()
        == "3 lượt: 1 của cá nhân, 1 của tập thể, 1 của hộ · 1 quyết định"
    )


def test_a_decision_without_a_year_belongs_to_the_year_it_was_signed(go):
    assert [row.number for row in shown(go(Follow("decision", filters={"year": 2020})))] == ["45/QĐ-UBND"]
    assert [row.number for row in shown(go(Follow("decision", filters={"year": 2019})))] == ["12/QĐ-UBND"]


def test_what_differs_from_the_paper_is_told_in_the_list_and_beside_it(go, kept):
    view = go(Follow("decision", kept["first"]))
    row = next(row for row in shown(view) if row.id == kept["first"])
    gaps = next(column for column in view.spec.columns if column.code == "gaps")
    assert gaps.text(row) == "⚠ cá nhân thiếu 1"
    assert "Quyết định ghi 2 cá nhân, đã nhập 1: thiếu 1." in told(view)


def test_the_head_of_a_decision_is_edited_in_place(go, office, kept, tasks):
    view = go(Follow("decision", kept["first"]))
    save(
        view,
        number="13/QĐ-UBND",
        stated=Stated(persons=1, collectives=1),
        campaign=Picked(None, "Dân vận khéo"),
    )
    statement = (
        "SELECT d.number, d.stated_persons, c.name FROM decision d JOIN campaign c ON c.id = d.campaign_id"
        " WHERE d.id = ?"
    )
    assert sql(office, statement, kept["first"]) == [("13/QĐ-UBND", 1, "Dân vận khéo")]
    assert "Số dòng đã nhập đúng với số ghi trên quyết định." in told(view)
    tasks.undo()
    tasks.drain()
    assert sql(office, "SELECT number, campaign_id FROM decision WHERE id = ?", kept["first"]) == [
        ("12/QĐ-UBND", None)
    ]


def test_a_number_already_in_the_book_is_refused_beside_its_field(go, kept):
    view = go(Follow("decision", kept["second"]))
    save(view, number="12/QĐ-UBND", decided_on=date(2020, 1, 9))
    assert "đã có trong sổ" in view.panel.form.editor("number").shown_problem()


def test_the_year_of_a_decision_moves_the_awards_that_bore_it(go, office, kept):
    with office.write("Sửa năm một lượt") as session:
        draft = decisions.draft(session, kept["first"])
        lines = [*draft.awards[:2], AwardDraft("DH_TTLDTT", "collective", "Xã Cẩm Giàng", 2016)]
        services.correct(session, kept["first"], DecisionDraft(**{**vars(draft), "awards": tuple(lines)}))
    view = go(Follow("decision", kept["first"]))
    save(view, year=2018)
    years = "SELECT year FROM award WHERE decision_id = ? ORDER BY place"
    assert sql(office, years, kept["first"]) == [(2018,), (2018,), (2016,)]


def test_a_new_decision_is_asked_for_by_its_own_form_and_shown_when_saved(go, page, tasks, qtbot):
    view = go(Follow("decision"))
    said = []
    page.said.connect(said.append)
    press(view, "+ Quyết định mới")
    form = dialog(view, DecisionDialog)
    form.head.load(form.head.values() | {"number": "9/QĐ-UBND", "decided_on": date(2020, 2, 3)})
    form.save()
    tasks.drain()
    assert view.panel.title == "Quyết định số 9/QĐ-UBND"
    assert view.list.findChildren(QLabel)[-1].text().endswith("· 3 quyết định")
    assert said == ["Quyết định 9/QĐ-UBND: 0 lượt"]
    assert "Chưa nhập dòng nào." in told(view)


def test_the_list_of_a_decision_is_corrected_in_its_form(go, kept, tasks, office):
    view = go(Follow("decision", kept["first"]))
    press(view, "Sửa danh sách…")
    form = dialog(view, DecisionDialog)
    assert [row["name"].text for row in form.grid.rows()] == ["Nông Văn Đức", "Lý Văn Tài", "Xã Cẩm Giàng"]
    form.grid.fill(1, {"citation": "Hiến đất làm đường"})
    form.save()
    tasks.drain()
    assert sql(office, "SELECT citation FROM award WHERE citation <> ''") == [("Hiến đất làm đường",)]


def test_a_decision_is_deleted_with_its_awards_and_comes_back(go, kept, tasks, office):
    view = go(Follow("decision", kept["first"]))
    view.remove_selected()
    tasks.drain()
    assert sql(office, "SELECT number FROM decision") == [("45/QĐ-UBND",)]
    assert sql(office, "SELECT count(*) FROM award") == [(1,)]
    tasks.undo()
    tasks.drain()
    assert sql(office, "SELECT count(*) FROM award") == [(4,)]


def test_awards_are_revoked_by_a_decision_and_given_back(go, kept, tasks, office):
    view = go(Follow("decision", kept["first"]))
    press(view, "Thu hồi khen thưởng…")
    form = dialog(view, RevokeDialog)
    form.form.save()
    assert form.form.shown_problems() == ["Chưa đánh dấu lượt nào: bấm phím cách trên dòng cần thu hồi."]
    form.list.item(0).setCheckState(Qt.CheckState.Checked)
    form.form.save()
    assert form.form.shown_problems() == ["Chưa chọn quyết định thu hồi."]
    form.form.set_values({"revoked_by": Picked(kept["second"], "45/QĐ-UBND")})
    form.form.save()
    tasks.drain()
    revoked = "SELECT name_written, revoked_by FROM award WHERE revoked_by IS NOT NULL"
    assert sql(office, revoked) == [("Nông Văn Đức", kept["second"])]
    press(view, "Thu hồi khen thưởng…")
    again = dialog(view, RevokeDialog)
    assert len(again.ticked()) == 1
    again.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    again.form.save()
    tasks.drain()
    assert sql(office, revoked) == []


def test_a_revoking_decision_not_in_the_book_is_entered_with_the_revocation(go, kept, tasks, office):
    view = go(Follow("decision", kept["first"]))
    press(view, "Thu hồi khen thưởng…")
    form = dialog(view, RevokeDialog)
    tasks.drain()
    form.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert not form.form.editor("decided_on").isEnabled()
    form.form.set_values({"revoked_by": Picked(None, "99/QĐ-UBND")})
    assert form.form.editor("decided_on").isEnabled()
    before = sql(office, "SELECT count(*) FROM decision")
    form.form.save()
    tasks.drain()
    assert "Chưa nhập ngày ký quyết định" in form.form.shown_problems()[0]
    form.form.set_values({"decided_on": date(2001, 2, 3)})
    form.form.save()
    tasks.drain()
    assert "ký trước" in form.form.shown_problems()[0]
    assert sql(office, "SELECT count(*) FROM decision") == before
    form.form.set_values({"decided_on": date(2020, 9, 9), "signer": "Lộc Thế Vượng"})
    form.form.save()
    tasks.drain()
    revoked = (
        "SELECT a.name_written, d.number, d.decided_on, d.level, d.signer FROM award a"
        " JOIN decision d ON d.id = a.revoked_by"
    )
    assert sql(office, revoked) == [("Nông Văn Đức", "99/QĐ-UBND", "2020-09-09", "district", "Lộc Thế Vượng")]
    tasks.undo()
    tasks.drain()
    assert sql(office, revoked) == []
    assert sql(office, "SELECT count(*) FROM decision") == before


def test_a_revoking_decision_shows_what_it_revoked_and_leads_there(go, kept, office, tasks):
    with office.read() as session:
        revoked = awards.of_decision(session, kept["first"])[0].id
    tasks.write("Thu hồi", lambda session: services.revoke(session, [revoked], kept["second"]))
    tasks.drain()
    view = go(Follow("decision", kept["second"]))
    wishes = []
    view.panel.followed.connect(wishes.append)
    told = table_of(view, "Thu hồi theo quyết định này (1)")
    assert [told.item(0, column).text() for column in range(3)] == [
        "Nông Văn Đức",
        "12/QĐ-UBND",
        "Chiến sĩ thi đua cơ sở",
    ]
    told.doubleClicked.emit(told.model().index(0, 0))
    assert [(wish.kind, wish.id) for wish in wishes] == [("award", revoked)]
    assert not [name for name in tables(go(Follow("decision", kept["first"]))) if name.startswith("Thu hồi")]


def test_a_decision_signed_before_cannot_revoke(go, kept, tasks, office):
    view = go(Follow("decision", kept["second"]))
    press(view, "Thu hồi khen thưởng…")
    form = dialog(view, RevokeDialog)
    form.list.item(0).setCheckState(Qt.CheckState.Checked)
    form.form.set_values({"revoked_by": Picked(kept["first"], "12/QĐ-UBND")})
    form.form.save()
    tasks.drain()
    assert "ký trước" in form.form.shown_problems()[0]
    assert sql(office, "SELECT count(*) FROM award WHERE revoked_by IS NOT NULL") == [(0,)]


# Bản quét


def attach(view, tasks, kept, folder: Path, *names):
    files = []
    for name in names:
        files.append(folder / name)
        files[-1].write_bytes(f"quét {name}".encode())
    view.scans.attach(kept["first"], files)
    tasks.drain()
    tasks.drain()


def test_several_scans_are_attached_at_once_and_undone_at_once(go, kept, tasks, office, tmp_path):
    view = go(Follow("decision", kept["first"]))
    attach(view, tasks, kept, tmp_path, "trang 1.pdf", "trang 2.jpg")
    assert "Bản quét (2)" in told(view)
    assert sql(office, "SELECT name FROM attachment ORDER BY id") == [("trang 1.pdf",), ("trang 2.jpg",)]
    tasks.undo()
    tasks.drain()
    assert sql(office, "SELECT count(*) FROM attachment") == [(0,)]


def test_a_scan_opens_while_it_is_the_one_taken_in_and_is_told_when_changed_or_gone(
    go, kept, tasks, office, tmp_path, monkeypatch, failures
):
    opened = []
    monkeypatch.setattr("ui.forms.attached.QDesktopServices.openUrl", opened.append)
    view = go(Follow("decision", kept["first"]))
    attach(view, tasks, kept, tmp_path, "trang 1.pdf")
    [(paper_id, stored)] = sql(office, "SELECT id, stored FROM attachment")
    view.panel.followed.emit(Follow("paper", paper_id))
    tasks.drain()
    assert [Path(url.toLocalFile()) for url in opened] == [office.papers / stored]

    (office.papers / stored).write_bytes("quét trang 9.pdf".encode())
    view.reload_record()
    tasks.drain()
    assert any("đã bị thay đổi" in text for text in told(view))
    view.panel.followed.emit(Follow("paper", paper_id))
    tasks.drain()
    assert len(opened) == 1
    assert "đã bị thay đổi" in str(failures.pop())

    (office.papers / stored).unlink()
    view.reload_record()
    tasks.drain()
    assert any("Không còn tệp “trang 1.pdf”" in text for text in told(view))


def test_a_scan_attached_by_mistake_is_taken_off_and_undo_puts_it_back(go, kept, tasks, office, tmp_path):
    view = go(Follow("decision", kept["first"]))
    attach(view, tasks, kept, tmp_path, "trang 1.pdf")
    press(view, "Gỡ tệp…")
    menu = next(found for found in view.findChildren(QMenu) if found.isVisible())
    [action] = menu.actions()
    assert action.text() == "Gỡ “trang 1.pdf”"
    action.trigger()
    menu.close()
    tasks.drain()
    assert sql(office, "SELECT count(*) FROM attachment") == [(0,)]
    tasks.undo()
    tasks.drain()
    assert sql(office, "SELECT name FROM attachment") == [("trang 1.pdf",)]


def test_what_is_no_paper_is_refused(go, kept, tasks, office, tmp_path, failures):
    view = go(Follow("decision", kept["first"]))
    attach(view, tasks, kept, tmp_path, "virus.exe")
    assert "không phải bản quét" in str(failures.pop())
    assert sql(office, "SELECT count(*) FROM attachment") == [(0,)]


# Lịch sử


@pytest.mark.parametrize("kind", ["decision", "award", "total", "award_kind"])
def test_the_history_of_every_record_is_told_under_it(go, kept, office, kind):
    with office.write("Thêm số liệu kế thừa 2.281 lượt") as session:
        total = TotalDraft(
            times=2281,
            awards=("DH_LDTT", "DH_CSTT"),
            recipient="person",
            level="district",
            start=date(2015, 1, 1),
            end=date(2019, 12, 31),
            source="BC 12/BC-UBND",
        )
        totals.enter(session, total)
    [(record,)] = sql(office, f"SELECT min(id) FROM {kind}")
    view = go(Follow(kind, record))
    told = section(view, "Lịch sử thay đổi")
    names = [name for (name,) in sql(office, "SELECT name FROM action")]
    assert told[0][1] in names
    assert told[1][1].startswith("• ")


# Nhập dở


def test_a_decision_left_unsaved_is_offered_at_the_next_start(page, context, qtbot, tasks):
    press(page.view("decision"), "+ Quyết định mới")
    form = dialog(page.view("decision"), DecisionDialog)
    form.head.load(form.head.values() | {"number": "77/QĐ-UBND", "decided_on": date(2020, 2, 3)})
    form.keep_unsaved()
    form.done(0)
    again = make(context)
    qtbot.addWidget(again)
    again.show()
    tasks.drain()
    strip = again.view("decision").unsaved
    assert strip.isVisible()
    assert strip.text.text().startswith("Quyết định 77/QĐ-UBND đang nhập dở lúc")
    strip.more.click()
    assert dialog(again.view("decision"), DecisionDialog).head.values()["number"] == "77/QĐ-UBND"
    assert strip.isHidden()


def test_what_was_left_can_be_dropped(page, context, qtbot):
    keeping.keep(context, keeping.Unsaved("a", None, {"number": "77/QĐ-UBND"}, [], []))
    again = make(context)
    qtbot.addWidget(again)
    again.view("decision").unsaved.drop.click()
    assert keeping.unsaved(context) == []


# Sổ khen thưởng


def test_the_book_shows_every_award_with_the_words_of_its_day(go):
    view = go(Follow("award"))
    assert [(row.number, row.name, row.unit, row.title, row.year) for row in shown(view)] == [
        ("45/QĐ-UBND", "Nông Văn Đức", "Phòng Nội vụ", "Giấy khen của Chủ tịch UBND huyện", 2020),
        ("12/QĐ-UBND", "Nông Văn Đức", "Phòng Nội vụ", "Chiến sĩ thi đua cơ sở", 2019),
        ("12/QĐ-UBND", "Lý Văn Tài", "Xã Cẩm Giàng", "Giấy khen của Chủ tịch UBND huyện", 2019),
        ("12/QĐ-UBND", "Xã Cẩm Giàng", "", "Tập thể lao động tiên tiến", 2019),
    ]
    assert view.list.findChildren(QLabel)[-1].text() == "4 lượt · 1 người, 1 tập thể, 1 hộ · 2 quyết định"


FILTERS = (
    {"recipient": "person", "year": 2019},
    {"year": "2020"},
    {"awards": "GK_HUYEN+DH_TTLDTT", "decided_to": "2020-01-31"},
    {"unit": "none"},
    {"campaign": "none", "level": "district"},
    {"type": "thematic"},
    {"gathered": "apart", "year_from": 2020},
)


@pytest.mark.parametrize("filters", FILTERS)
def test_a_figure_opens_exactly_its_rows_with_its_words_above(go, office, filters, tasks):
    view = go(Follow("award", filters=filters, note="Con số của báo cáo"))
    plain = {code: int(value) if code == "year" else value for code, value in filters.items()}
    with office.read() as session:
        expected = list(awards.ids(session, ListQuery(filters=plain)))
    assert list(view.list.table.ids) == expected
    assert "Con số của báo cáo" in view.list.words()
    view.list.reload_filters()
    view.list.reload()
    tasks.drain()
    assert list(view.list.table.ids) == expected
    press(view, "Xem tất cả")
    assert len(view.list.table.ids) == 4
    assert view.list.words() == ""


def test_the_book_printed_is_the_book_on_screen(go, page, office, tasks):
    view = go(Follow("award", filters={"recipient": "household"}, note="Hộ gia đình"))
    asked = []
    page.document_asked.connect(lambda how, build: asked.append((how, build)))
    view.preview()
    with office.read() as session:
        table = next(block for block in asked[0][1](session).blocks if isinstance(block, Table))
    assert [row[table_column(table, "Người")] for row in table.rows] == ["Lý Văn Tài"]


def table_column(table, start):
    return next(place for place, column in enumerate(table.columns) if column.title.startswith(start))


def test_the_panel_tells_the_whole_history_of_whom_was_commended(go, kept, office):
    [(award_id,)] = sql(office, "SELECT id FROM award WHERE decision_id = ?", kept["second"])
    view = go(Follow("award", award_id))
    assert view.panel.title == "Nông Văn Đức"
    assert "Quá trình khen thưởng (2)" in told(view)


def test_the_words_of_the_day_and_the_citation_are_corrected(go, kept, office, tasks):
    [(award_id,)] = sql(office, "SELECT id FROM award WHERE decision_id = ?", kept["second"])
    view = go(Follow("award", award_id))
    save(view, name="Nông Văn Đức (A)", post="Phó Trưởng phòng", citation="Có sáng kiến", year=2018)
    statement = "SELECT name_written, post_written, citation, year, person_id FROM award WHERE id = ?"
    changed = ("Nông Văn Đức (A)", "Phó Trưởng phòng", "Có sáng kiến", 2018, kept["duc"])
    assert sql(office, statement, award_id) == [changed]
    assert sql(office, "SELECT name FROM person") == [("Nông Văn Đức",)]
    tasks.undo()
    tasks.drain()
    assert sql(office, statement, award_id) == [("Nông Văn Đức", "", "", 2020, kept["duc"])]


def test_one_award_is_deleted_and_the_others_of_its_decision_stay(go, office, kept, tasks):
    view = go(Follow("award", filters={"recipient": "household"}))
    view.list.table.choose_row(0)
    view.remove_selected()
    tasks.drain()
    assert sql(
        office, "SELECT name_written FROM award WHERE decision_id = ? ORDER BY place", kept["first"]
    ) == [
        ("Nông Văn Đức",),
        ("Xã Cẩm Giàng",),
    ]


def test_a_revoked_award_leaves_the_counts_and_stays_to_be_read(go, office, kept, tasks):
    with office.write("Thu hồi") as session:
        services.revoke(session, [awards.of_decision(session, kept["first"])[0].id], kept["second"])
    view = go(Follow("award"))
    assert len(view.list.table.ids) == 3
    press(view, "Kể cả lượt đã thu hồi")
    rows = shown(view)
    assert len(rows) == 4
    name = next(column for column in view.spec.columns if column.code == "name")
    assert [name.text(row) for row in rows if row.revoked_by] == ["Nông Văn Đức (đã thu hồi)"]
    view.list.table.choose(next(row.id for row in rows if row.revoked_by))
    tasks.drain()
    assert any("Đã thu hồi theo Quyết định số 45/QĐ-UBND" in text for text in told(view))


def test_a_revoked_award_is_found_from_the_history_of_whom_it_was_given(go, office, kept):
    with office.write("Thu hồi") as session:
        revoked = awards.of_decision(session, kept["first"])[0].id
        services.revoke(session, [revoked], kept["second"])
    view = go(Follow("award", revoked))
    assert view.list.table.chosen_id == revoked
    assert "Kể cả lượt đã thu hồi" in view.list.words()


def test_the_book_begins_with_its_oldest_day_when_asked(go, tasks):
    view = go(Follow("award"))
    view.list.table.sort_asked.emit("decided", False)
    tasks.drain()
    assert next(row.number for row in shown(view)) == "12/QĐ-UBND"


def test_an_empty_book_says_what_to_do_next(show, context, tasks):
    page = show(make(context))
    page.show_view("award")
    tasks.drain()
    assert "+ Quyết định mới" in page.view("award").spec.empty_hint
    assert list(page.view("award").list.table.ids) == []


def test_an_import_is_asked_for_like_a_record_and_by_its_button(page, tasks):
    assert page.go(Follow("import"))
    assert dialog(page, ImportDialog).parent() is page
    dialog(page, ImportDialog).reject()
    press(page.view("decision"), "Nhập từ Excel, Word…")
    assert dialog(page, ImportDialog)
