"""The page of reports on a small district: every choice, every way behind a figure, and the other reports."""

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from tests.reports.district import inherit, make
from thidua_desktop.documents.document import Document, Table
from thidua_desktop.domain.figures import ChartFigures
from thidua_desktop.records import settings
from ui.exporting.drives import Drive
from ui.pages.reports import make as make_page
from ui.pages.reports.others import OTHERS
from ui.pages.reports.results import NOTHING
from ui.state import State
from ui.tasks import Tasks
from ui.widgets.chart_view import ChartView
from ui.widgets.page import Context, Office

CTRL = Qt.KeyboardModifier.ControlModifier
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)


@pytest.fixture(scope="module")
def fill():
    def fill(office):
        found = make(office)
        found["total"] = inherit(office, 2273, "DH_LDTT+DH_CSTT")
        return found

    return fill


@pytest.fixture
def ids(kept):
    return kept


@pytest.fixture
def tasks(qapp, office):
    failures = []
    tasks = Tasks(office)
    tasks.failed.connect(failures.append)
    yield tasks
    tasks.close()
    assert failures == []


@pytest.fixture
def open_page(qtbot, tasks, office, tmp_path):
    def open_page():
        with office.read() as session:
            words = settings.all_(session)
        folders = Office(office.path, office.papers, office.backups, words)
        page = make_page(Context(tasks, State(tmp_path / "state.ini"), folders))
        qtbot.addWidget(page)
        page.resize(1366, 620)
        with qtbot.waitActive(page):
            page.show()
        page.entered()
        tasks.drain()
        return page

    return open_page


@pytest.fixture
def page(ids, open_page):
    return open_page()


@pytest.fixture
def pick(tasks):
    def pick(combo, text):
        place = combo.findText(text)
        assert place >= 0, text
        combo.setCurrentIndex(place)
        combo.activated.emit(place)
        tasks.drain()

    return pick


@pytest.fixture
def enter(qtbot, type_text, tasks):
    """Type into a field and leave it with Enter."""

    def enter(edit, text):
        edit.setFocus()
        edit.selectAll()
        qtbot.keyClick(edit, Qt.Key.Key_Delete)
        type_text(edit, text)
        qtbot.keyClick(edit, Qt.Key.Key_Return)
        tasks.drain()

    return enter


@pytest.fixture
def choose(enter, tasks, qtbot):
    """Type the name of a record and wait until it is recognised."""

    def choose(edit, text):
        enter(edit, text)
        qtbot.waitUntil(lambda: edit.value().id is not None)
        tasks.drain()

    return choose


def picker(page):
    return page.period.choices.period


def total(page):
    """Lượt of all that is shown, as the last line of the table by authority says."""
    return figure(page, "Cộng", "Lượt")


def figure(page, first, column):
    model = page.period.results.awards.figures()
    row = next(at for at, line in enumerate(model.lines) if line.words[0] == first)
    return model.text(row, model.header.index(column))


def sentence(page):
    return page.period.results.sentence.toPlainText()


def followed(page):
    wishes = []
    page.followed.connect(wishes.append)
    return wishes


# What is asked


def test_the_page_begins_with_the_latest_five_years_of_the_book(page):
    assert picker(page).kind.currentText() == "Giai đoạn 5 năm"
    assert picker(page).year.currentText() == "2015 – 2020"
    assert "giai đoạn 2015 – 2020" in sentence(page)


@pytest.mark.parametrize(
    ("kind", "part", "year", "times"),
    [
        ("Giai đoạn 5 năm", "", "2015 – 2020", "18"),
        ("Năm", "", "2020", "5"),
        ("6 tháng", "6 tháng đầu", "2019", "10"),
        ("6 tháng", "6 tháng cuối", "2018", "1"),
        ("Quý", "Quý I", "2018", "2"),
        ("Quý", "Quý III", "2019", "0"),
    ],
)
def test_each_kind_of_period_counts_its_own_days(page, pick, kind, part, year, times):
    pick(picker(page).kind, kind)
    if part:
        pick(picker(page).part, part)
    pick(picker(page).year, year)
    assert total(page) == times
    assert picker(page).part.isVisible() == bool(part)


def test_the_kind_of_period_keeps_the_year_chosen(page, pick):
    pick(picker(page).kind, "Năm")
    pick(picker(page).year, "2018")
    pick(picker(page).kind, "Giai đoạn 5 năm")
    assert picker(page).year.currentText() == "2015 – 2020"
    pick(picker(page).kind, "Khoảng ngày")
    assert (picker(page).start.text(), picker(page).end.text()) == ("01/01/2015", "31/12/2015")
    assert not picker(page).year.isVisible()


def test_own_dates_are_typed_freely_and_written_out(page, pick, enter):
    pick(picker(page).kind, "Khoảng ngày")
    enter(picker(page).start, "5/5/2019")
    enter(picker(page).end, "9-1-2020")
    assert (picker(page).start.text(), picker(page).end.text()) == ("05/05/2019", "09/01/2020")
    assert total(page) == "9"


def test_titles_decided_in_january_belong_to_the_year_before_by_year_earned(page, pick):
    pick(picker(page).kind, "Năm")
    pick(picker(page).year, "2019")
    decided = total(page)
    pick(picker(page).basis, "Theo năm thành tích")
    assert (decided, total(page)) == ("10", "5")
    assert page.period.results.groups["year"].figures().header[0] == "Năm thành tích"


def test_a_cut_off_leaves_out_what_was_decided_after_it(page, enter):
    enter(picker(page).cutoff, "31/12/2019")
    assert total(page) == "13"
    assert "tính đến ngày 31/12/2019" in sentence(page)
    enter(picker(page).cutoff, "")
    assert total(page) == "18"


def test_the_conference_stands_apart_or_is_counted_inside(page, pick):
    table = page.period.results.awards.figures()
    assert any(line.section and "Hội nghị biểu dương" in line.words[0] for line in table.lines)
    apart = total(page)
    pick(page.period.choices.gathered, "Tính chung")
    assert not any(line.section and "Hội nghị biểu dương" in line.words[0] for line in table.lines)
    assert (apart, total(page)) == ("18", "21")


def test_a_unit_is_chosen_while_typing_and_cleared_again(page, choose, tasks):
    unit = page.period.choices.unit
    choose(unit, "Trường Tiểu học Đồng Cao")
    assert total(page) == "7"
    unit.clear()
    tasks.drain()
    assert total(page) == "18"


def test_a_campaign_and_a_level_narrow_the_report(page, pick, choose):
    choose(page.period.choices.campaign, "Thi đua quyết thắng giai đoạn 2012 – 2019")
    assert total(page) == "5"
    page.period.choices.campaign.clear()
    pick(page.period.choices.level, "UBND tỉnh")
    assert total(page) == "2"


def test_a_scope_that_is_no_record_is_told_and_nothing_is_shown_for_it(page, enter):
    enter(page.period.choices.unit, "Xã Không Có")
    assert "Chưa có “Xã Không Có” trong sổ" in page.period.choices.problem.text()
    assert page.period.choices.problem.isVisible()
    assert not page.period.results.isEnabled()
    page.preview_button.click()
    enter(page.period.choices.unit, "")
    assert not page.period.choices.problem.isVisible()
    assert page.period.results.isEnabled()


@pytest.mark.parametrize(
    ("field", "text", "words"),
    [
        ("start", "31/02/2019", "28 ngày"),
        ("start", "", "Từ ngày"),
        ("end", "01/01/2010", "kết thúc trước"),
        ("cutoff", "01/01/2010", "chốt số liệu"),
        ("cutoff", "hôm nay", ""),
    ],
)
def test_a_wrong_date_is_told_beside_it_and_no_old_figures_pass_for_its_own(
    page, pick, enter, field, text, words
):
    pick(picker(page).kind, "Khoảng ngày")
    edit, asked = getattr(picker(page), field), []
    page.document_asked.connect(lambda verb, _build: asked.append(verb))
    enter(edit, text)
    assert picker(page).problem.isVisible()
    assert words in picker(page).problem.text()
    assert edit.property("problem") is True
    assert edit.accessibleDescription() == picker(page).problem.text()
    assert not page.period.results.isEnabled()
    for button in (page.preview_button, page.export_button):
        button.click()
    assert asked == []
    enter(edit, {"start": "01/01/2015", "end": "31/12/2015"}.get(field, ""))
    assert not picker(page).problem.isVisible()
    assert edit.property("problem") is False
    assert page.period.results.isEnabled()


def test_years_earned_need_a_period_from_january(page, pick):
    pick(picker(page).kind, "6 tháng")
    pick(picker(page).part, "6 tháng cuối")
    pick(picker(page).basis, "Theo năm thành tích")
    assert "không chia được theo năm thành tích" in picker(page).problem.text()
    assert picker(page).basis.property("problem") is True
    pick(picker(page).basis, "Theo ngày quyết định")
    assert not picker(page).problem.isVisible()


# What is answered


def test_the_sentence_copied_is_the_one_asked_for_even_when_it_is_still_being_counted(
    page, type_text, qtbot, tasks
):
    cutoff = picker(page).cutoff
    cutoff.setFocus()
    type_text(cutoff, "31/12/2019")
    qtbot.keyClick(cutoff, Qt.Key.Key_Tab)
    page.period.results.copy_button.click()
    tasks.drain()
    copied = QGuiApplication.clipboard().text()
    assert copied == sentence(page)
    assert "tính đến ngày 31/12/2019" in copied


def test_changes_of_the_records_are_counted_at_once_in_sight_and_later_out_of_sight(page, tasks):
    def remove(session):
        from thidua_desktop.records import decisions
        from thidua_desktop.records.query import ListQuery
        from thidua_desktop.services import decisions as services

        services.remove(session, decisions.ids(session, ListQuery(search="13/QĐ-UBND"))[0])

    tasks.write("Xóa quyết định", remove)
    tasks.drain()
    assert total(page) == "17"
    page.hide()
    tasks.undo()
    tasks.drain()
    assert total(page) == "17"
    page.show()
    page.entered()
    tasks.drain()
    assert total(page) == "18"


def test_nothing_is_counted_twice_when_a_field_is_only_left(page, qtbot, tasks):
    before = page.period.counted
    picker(page).cutoff.setFocus()
    qtbot.keyClick(picker(page).cutoff, Qt.Key.Key_Tab)
    tasks.drain()
    assert page.period.counted is before


def test_figures_stand_right_under_right_titles_and_zeros_are_pale(page):
    table = page.period.results.awards
    QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    column = table.figures().header.index("Kế thừa")
    assert (
        table.model().headerData(column, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
        == right
    )
    place = next(
        table.model().index(row, column)
        for row in range(table.model().rowCount())
        if table.model().index(row, column).data() == "0"
    )
    assert place.data(Qt.ItemDataRole.TextAlignmentRole) == right
    assert place.data(Qt.ItemDataRole.ForegroundRole) is not None


def test_enter_opens_the_rows_of_a_figure_and_an_inherited_figure_its_total(page, qtbot, ids):
    wishes, table = followed(page), page.period.results.awards
    model = table.figures()
    row = next(at for at, line in enumerate(model.lines) if line.words[0].startswith("Lao động tiên tiến, "))
    table.setFocus()
    table.setCurrentIndex(table.model().index(row, model.header.index("Lượt")))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    table.setCurrentIndex(table.model().index(row, model.header.index("Kế thừa")))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert [(wish.kind, wish.id) for wish in wishes] == [("award", None), ("total", ids["total"])]
    assert wishes[0].filters["awards"] == "DH_LDTT+DH_CSTT"
    assert wishes[0].note == "UBND huyện – Lao động tiên tiến, Chiến sĩ tiên tiến – cá nhân"


def test_a_figure_of_nothing_opens_nothing(page, qtbot):
    wishes, table = followed(page), page.period.results.groups["year"]
    page.period.results.tabs.setCurrentWidget(table)
    row = next(at for at, line in enumerate(table.figures().lines) if line.words == ("Năm 2016",))
    table.setCurrentIndex(table.model().index(row, 1))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert wishes == []


def test_a_table_is_copied_whole_with_its_titles(page, qtbot):
    table = page.period.results.groups["type"]
    page.period.results.tabs.setCurrentWidget(table)
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_C, CTRL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0].startswith("Loại hình\tLượt")
    assert lines[-1].startswith("Cộng\t18")


def test_an_office_without_awards_is_told_what_to_do(open_page):
    page = open_page()
    results = page.period.results
    assert results.nothing.isVisible()
    assert results.nothing.text() == NOTHING
    assert not results.tabs.isVisible()
    assert "chưa có khen thưởng nào" in sentence(page)


# Charts


def charts(page, tasks):
    results = page.period.results
    results.tabs.setCurrentIndex(results.tabs.count() - 1)
    tasks.drain()
    QCoreApplication.sendPostedEvents()  # widgets just laid out are shown by an event
    return [view for view in results.charts.findChildren(ChartView) if not view.isHidden()]


def test_charts_are_drawn_only_when_somebody_looks(page, tasks):
    assert page.period.results.charts.findChildren(ChartView) == []
    first, *_ = charts(page, tasks)
    assert first.accessibleName().startswith("Số lượt khen thưởng theo năm")
    assert not page.period.results.words.isVisible()
    assert "Bấm vào một cột" in page.period.results.hint.text()


def test_bars_are_walked_by_arrows_say_their_figure_and_open_by_enter(page, tasks, qtbot):
    wishes, (view, *_) = followed(page), charts(page, tasks)
    chart: ChartFigures = page.period.counted.rows.charts[0]
    view.setFocus()
    opened = []
    view.opened.connect(lambda category, series: opened.append((category, series)))
    qtbot.keyClick(view, Qt.Key.Key_Right)
    first = view.regions()[0]
    told = page.period.results.hint.text()
    assert told.startswith(f"{chart.series[first.series]} – {chart.categories[first.category]}: ")
    qtbot.keyClick(view, Qt.Key.Key_Left)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    last = view.regions()[-1]
    assert opened == [(last.category, last.series)]
    assert len(wishes) == (chart.filters[last.series][last.category] is not None)


def test_a_bar_of_inherited_figures_says_so_and_opens_nothing(page, tasks, qtbot):
    wishes, views = followed(page), charts(page, tasks)
    chart = page.period.counted.rows.charts[0]
    bars = views[0].regions()
    place = next(at for at, bar in enumerate(bars) if chart.filters[bar.series][bar.category] is None)
    view = views[0]
    view.setFocus()
    for _ in range(place + 1):
        qtbot.keyClick(view, Qt.Key.Key_Right)
    assert "chưa có danh sách tên" in page.period.results.hint.text()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert wishes == []


def test_charts_in_sight_follow_the_choice(page, tasks, pick):
    charts(page, tasks)
    pick(picker(page).kind, "Năm")
    pick(picker(page).year, "2020")
    first, *others = charts(page, tasks)
    assert first.accessibleName().endswith("năm 2020")
    assert len(others) == 2


# The other reports


def other(page, title):
    names = [page.names.item(row).text() for row in range(page.names.count())]
    page.names.setCurrentRow(names.index(title))
    return page.views[names.index(title)]


def asked_for(page, verb="preview"):
    found = []
    page.document_asked.connect(lambda how, build: found.append((how, build)))
    (page.preview_button if verb == "preview" else page.export_button).click()
    return found


def composed(office, found):
    [(_verb, build)] = found
    with office.read() as session:
        document = build(session)
    assert isinstance(document, Document)
    return document


def cells(document):
    return [
        str(cell)
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        if cell is not None
    ]


@pytest.mark.parametrize(
    ("title", "code", "typed", "expected"),
    [
        ("Danh sách của đơn vị", "unit", "Xã Đồng Cao", "Bế Thị Bình"),
        ("Phiếu theo dõi cá nhân", "person", "Lò Văn An", "13/QĐ-UBND"),
        ("Danh sách kèm quyết định", "decision", "20/QĐ-UBND", "Sầm Thị Én"),
    ],
)
def test_a_report_asks_for_its_record_and_then_composes_its_document(
    page, office, choose, title, code, typed, expected
):
    view = other(page, title)
    assert asked_for(page) == []
    assert view.form.editor(code).shown_problem().startswith("Chưa nhập")
    choose(view.form.editor(code).input, typed)
    document = composed(office, asked_for(page))
    assert any(expected in cell for cell in cells(document))


def test_a_record_that_is_not_there_is_told_beside_the_field(page, enter):
    view = other(page, "Phiếu theo dõi cá nhân")
    enter(view.form.editor("person").input, "Người Không Có")
    assert asked_for(page) == []
    assert "Chưa có “Người Không Có”" in view.form.editor("person").shown_problem()


def test_people_by_awards_are_listed_from_two_times_unless_told_otherwise(page, office, enter):
    view = other(page, "Cá nhân theo số lần khen")
    listed = cells(composed(office, asked_for(page)))
    assert "Lò Văn An" in listed
    assert "Sầm Thị Én" not in listed
    enter(view.form.editor("least").input, "1")
    assert "Sầm Thị Én" in cells(composed(office, asked_for(page)))
    enter(view.form.editor("least").input, "")
    enter(view.form.editor("since").input, "2020")
    assert "Lò Văn An" not in cells(composed(office, asked_for(page)))


def test_years_that_do_not_go_together_are_told_beside_them(page, enter):
    view = other(page, "Cá nhân theo số lần khen")
    enter(view.form.editor("since").input, "2020")
    enter(view.form.editor("until").input, "2018")
    assert asked_for(page) == []
    assert view.form.editor("until").shown_problem() == "Năm cuối trước năm đầu."
    enter(view.form.editor("until").input, "20188")
    assert asked_for(page) == []
    assert "bốn chữ số" in view.form.editor("until").shown_problem()


def test_the_roster_of_a_unit_holds_what_is_below_it_unless_unticked(page, office, choose):
    view = other(page, "Danh sách của đơn vị")
    choose(view.form.editor("unit").input, "Xã Đồng Cao")
    view.form.editor("below").input.click()
    assert not any("Bế Thị Bình" in cell for cell in cells(composed(office, asked_for(page))))


def test_every_report_of_the_list_has_a_view_of_its_own(page):
    titles = ["Báo cáo kỳ", *(one.title for one in OTHERS)]
    assert [page.names.item(row).text() for row in range(page.names.count())] == titles
    for row in range(page.names.count()):
        page.names.setCurrentRow(row)
        assert page.stack.currentWidget() is page.views[row]


def test_ctrl_p_and_ctrl_e_work_wherever_the_cursor_is(page, qtbot):
    verbs = []
    page.document_asked.connect(lambda verb, _build: verbs.append(verb))
    for widget in (page.names, page.period.results.awards, picker(page).cutoff):
        widget.setFocus()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_P, CTRL)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_E, CTRL)
    assert verbs == ["preview", "export"] * 3


def test_any_report_can_be_taken_out_on_a_stick(page, tasks, choose, tmp_path, qtbot):
    view = other(page, "Phiếu theo dõi cá nhân")
    page.take_to_usb()
    tasks.drain()
    choose(view.form.editor("person").input, "Lò Văn An")
    page.look = lambda: [Drive(tmp_path, "USB (E:)", 8 << 30, 15 << 30, removable=True, read_only=False)]
    with qtbot.waitSignal(page.usb_opened) as opened:
        page.usb_button.click()
    [dialog] = opened.args
    qtbot.waitUntil(lambda: dialog.target == tmp_path)
    dialog.write()
    tasks.drain()
    assert "Có thể rút USB" in dialog.status.text()
    folder = tmp_path / "ubnd-huyen-suoi-trong" / "phieu-theo-doi-ca-nhan"
    assert {path.suffix for path in folder.iterdir()} == {".xlsx", ".docx", ".pdf", ".txt"}
    dialog.reject()


def test_tab_walks_from_the_reports_to_the_choices_and_the_answers(page, qtbot):
    page.names.setFocus()
    seen = []
    for _step in range(30):
        widget = QApplication.focusWidget()
        if widget in seen:
            break
        seen.append(widget)
        qtbot.keyClick(widget, Qt.Key.Key_Tab)
    wanted = (
        page.names,
        page.preview_button,
        page.usb_button,
        picker(page).kind,
        picker(page).cutoff,
        page.period.choices.unit,
        page.period.choices.gathered,
        page.period.results.awards,
        page.period.results.sentence,
        page.period.results.copy_button,
    )
    assert [widget for widget in wanted if widget not in seen] == []
    assert [seen.index(widget) for widget in wanted] == sorted(seen.index(widget) for widget in wanted)


def test_the_page_fits_a_small_screen_at_one_and_a_half_times_its_size(page):
    smallest = page.minimumSizeHint()
    assert (smallest.width() <= 911, smallest.height() <= 380) == (True, True), smallest


def test_every_control_has_a_name_for_the_ear(page):
    choices, results = page.period.choices, page.period.results
    named = [page.names, choices.unit, choices.campaign, choices.level, choices.gathered, results.sentence]
    named += [
        results.awards,
        *results.groups.values(),
        picker(page).kind,
        picker(page).year,
        picker(page).cutoff,
    ]
    assert [widget for widget in named if not widget.accessibleName()] == []
