"""What holds on every page of the real window: its words, its sizes at 150 %, its keys, its hints."""

import re
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from tests.ui.awards_office import enter
from thidua_desktop.domain.about import About
from thidua_desktop.domain.correction import ACTS
from thidua_desktop.domain.council import CouncilDraft, MeetingDraft, MemberDraft
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.discipline import DisciplineDraft
from thidua_desktop.domain.dossier import DossierDraft, NominationDraft
from thidua_desktop.domain.drafted import DraftedDraft
from thidua_desktop.domain.event import EventDraft
from thidua_desktop.domain.idea import IdeaDraft
from thidua_desktop.domain.law.lines import line_of
from thidua_desktop.domain.law.wording import of_award
from thidua_desktop.domain.local_rule import ConditionDraft, LocalRuleDraft
from thidua_desktop.domain.pledge import PledgeDraft
from thidua_desktop.domain.rating import RatingDraft
from thidua_desktop.domain.submission import AnswerDraft, SubmissionDraft
from thidua_desktop.domain.total import TotalDraft
from thidua_desktop.domain.whole import WholeDraft
from thidua_desktop.domain.work_year import WorkYearDraft
from thidua_desktop.services import (
    campaigns,
    councils,
    disciplines,
    dossiers,
    drafting,
    funds,
    handing,
    ideas,
    local_rules,
    pledges,
    ratings,
    submitting,
    totals,
    whole,
    work_years,
)
from ui.forms import laws
from ui.forms.correction_form import Begun, CorrectionDialog
from ui.forms.council_form import CouncilDialog
from ui.forms.days_off_form import DaysOffDialog
from ui.forms.lent_lists import REGISTRATION
from ui.forms.merge_form import MergeDialog
from ui.forms.revoke_form import RevokeDialog
from ui.forms.rules_reader import RulesReader
from ui.forms.succession_form import SuccessionDialog
from ui.forms.template_dialog import TemplateDialog
from ui.main_window import MainWindow
from ui.widgets.elided import ElidedLabel
from ui.widgets.page import Follow
from ui.widgets.record_page import RecordPage

SMALL = QSize(1366 * 2 // 3, 768 * 2 // 3 - 27)  # 1366×768 at 150 %, less the task bar
KINDS = (
    *("unit", "person", "household", "rating", "idea", "discipline", "work_year", "whole"),
    *("campaign", "event", "pledge", "dossier", "meeting", "submission", "drafted"),
    *("decision", "award", "fund", "total", "award_kind", "local_rule"),
)
WORDS_OF = ("text", "title", "toolTip", "accessibleName", "accessibleDescription", "placeholderText")
FOREIGN = re.compile(
    r"\b(district|commune|province|person|household|collective|unit|award|decision|campaign|event|total"
    r"|title|form|merit|thematic|search|save|open|close|cancel|delete|file|error|list|page|import|export"
    r"|print|preview|undo|redo|none|null|true|false|yes|no|ok)\b",
    re.IGNORECASE,
)
CODE = re.compile(r"\b(DH|GK|BK|HC|HCH|CO|KNC|DHVD)_[A-Z]")
ENGLISH_BY_TRADE = re.compile(r"^(Ctrl|Alt|Esc|Del|F\d)|\(Ctrl\+\w\)")


@pytest.fixture(scope="module")
def fill():
    def fill(office):
        with office.write("Nhập số liệu thử") as session:
            campaigns.hold_event(session, EventDraft("Hội nghị biểu dương", PartialDate(2020, 7)))
            day = date(2020, 1, 1)
            totals.enter(session, TotalDraft(12, ("DH_LDTT",), "person", "district", day, day, "Báo cáo"))
            kept = enter(session)
            about = About("person", kept["duc"])
            ratings.enter(session, RatingDraft(about, 2019, "HTXS"))
            ideas.enter(session, IdeaDraft("Một cửa", "initiative", 2019, "co_so", (kept["duc"],)))
            disciplines.enter(session, DisciplineDraft(about, "khien_trach", day))
            work_years.enter(session, WorkYearDraft(kept["duc"], 2019, 12, 3))
            pledges.enter(session, PledgeDraft(about, 2019, "DH_LDTT"))
            whole.say(session, WholeDraft("award", 2015, 2019))
            proposed = (NominationDraft("DH_LDTT", name="Nông Văn Đức", person_id=kept["duc"]),)
            dossiers.receive(session, DossierDraft(kept["desk"], day, 2019, "3/TTr", nominations=proposed))
            dossiers.appraise(session, [1], "kept")
            councils.set_up(session, CouncilDraft("Hội đồng", members=(MemberDraft("Hà Văn Nam"),)))
            councils.convene(session, MeetingDraft(1, day, 9, 7))
            councils.put_on_agenda(session, 1, [1])
            drafting.draft(session, DraftedDraft("Khen thưởng năm 2019", 2019), [1])
            up = (replace(proposed[0], award="BK_TINH"),)
            dossiers.receive(session, DossierDraft(kept["desk"], day, 2019, "4/TTr", nominations=up))
            dossiers.appraise(session, [2], "kept")
            submitting.submit(session, SubmissionDraft("province", day, "Chủ tịch UBND tỉnh", "5/TTr"), [2])
            submitting.answer(session, 1, day, [AnswerDraft(2, "granted")])
            funds.plan(session, 2020, 50_000_000, "QĐ giao dự toán")
            handing.pay(session, {1: 1_490_000}, date(2020, 2, 1))
            asked = (ConditionDraft("consecutive", 2, "DH_LDTT"),)
            local_rules.add(
                session, laws.shipped(), LocalRuleDraft("GK_HUYEN", "person", "QĐ 12/2024", asked)
            )
            return kept

    return fill


@pytest.fixture
def opened(qtbot, tasks, context):
    """The window, opened on what the file holds by then."""
    windows = []

    def opened():
        window = MainWindow(context.state)
        window.drain = tasks.drain
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(SMALL)
        window.open(context)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        tasks.drain()
        return window

    yield opened
    windows.clear()


@pytest.fixture
def window(kept, opened):
    return opened()


def view_of(window, kind):
    """The view that holds a kind of record, in sight, its first record chosen."""
    window.follow(Follow(kind))
    window.drain()
    view = next(view for view in window.findChildren(RecordPage) if view.isVisible())
    view.list.table.choose_row(0)
    settle(window)
    return view


def settle(window):
    window.drain()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    for _pass in ("a form laid out", "what stands below it"):
        QCoreApplication.sendPostedEvents()
        window.drain()
        window.grab()


def begun(act):
    """What is said of a line of the law that has many figures."""
    law, day = laws.shipped(), date(2019, 6, 1)
    line = line_of(law, "criteria:A.DH_CSTD_CS.1", "DH_CSTD_CS", "person", day)
    told = of_award(law, "DH_CSTD_CS", "person", day)[0].text
    return Begun(line.entry, act, told, line.start, line.end, ("*",))


def dialogs(view, kept):
    """The forms a view opens, one after the other."""
    makers = {
        "decision": [
            view.new_asked.emit,
            lambda: RevokeDialog(view.context, decision=kept["first"], parent=view).open(),
        ],
        "person": [view.add_record, lambda: MergeDialog(view.context, [kept["duc"]], view).open()],
        "unit": [view.add_record, lambda: SuccessionDialog(view.context, [kept["desk"]], view).open()],
        "award": [],
        "dossier": [
            view.new_asked.emit,
            lambda: view.opened.emit(view.list.table.chosen_id),
            lambda: view.panel.followed.emit(Follow("dossier-bring", 1, {"state": "appraised"})),
        ],
        "meeting": [
            view.add_record,
            lambda: view.panel.followed.emit(Follow("meeting-count", 1)),
            lambda: view.panel.followed.emit(Follow("meeting-agenda", 1)),
            lambda: view.panel.followed.emit(Follow("meeting-submit", 1)),
            lambda: CouncilDialog(view.context, parent=view).open(),
        ],
        "local_rule": [
            view.add_record,
            lambda: RulesReader(view.context, view).open(),
            *(lambda act=act: CorrectionDialog(view.context, begun(act), view).open() for act in ACTS),
            lambda: view.edit(view.list.table.record(view.list.table.chosen_id)),
            lambda: DaysOffDialog(view.context, view).open(),
        ],
        "pledge": [
            view.add_record,
            lambda: TemplateDialog(view.context, (), view, lent=REGISTRATION).open(),
        ],
        "submission": [
            view.add_record,
            lambda: view.panel.followed.emit(Follow("submission-put", 1)),
            lambda: view.panel.followed.emit(Follow("submission-choose", 1)),
            lambda: view.panel.followed.emit(Follow("submission-answer", 1)),
            lambda: view.panel.followed.emit(Follow("submission-decide", 1)),
        ],
        "drafted": [view.add_record, lambda: view.panel.followed.emit(Follow("drafted-sign", 1))],
    }
    for make in makers.get(view.spec.follows or "award", [view.add_record]):
        make()
        settle(view.window())
        [dialog] = [found for found in view.findChildren(QDialog) if found.isVisible()]
        yield dialog
        dialog.close()
        settle(view.window())


def scenes(window, kept):
    """Everything an officer comes to: each view with a record, and each form."""
    for place in range(window.tabs.count()):
        window.show_page(place)
        settle(window)
        yield window.tabs.tabText(place), window
    for kind in KINDS:
        view = view_of(window, kind)
        yield view.spec.title, window
        for dialog in dialogs(view, kept):
            yield dialog.windowTitle(), dialog
    for kind in ("questions", "history"):
        window.follow(Follow(kind))
        settle(window)
        yield kind, window


def texts(widget):
    """All a widget shows, tells on hovering and tells a screen reader."""
    if isinstance(widget, QLineEdit | QPlainTextEdit):
        found = [widget.placeholderText(), widget.toolTip(), widget.accessibleName()]
    else:
        tellers = (getattr(widget, name, None) for name in WORDS_OF)
        found = [teller() for teller in tellers if callable(teller)]
    if not widget.isVisible():
        return [text for text in found if text]  # what it holds is looked through where it is seen
    if isinstance(widget, QComboBox):
        found += [widget.itemText(place) for place in range(widget.count())]
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        found += cells(widget)
    return [text for text in found if text]


def cells(view):
    model, top = view.model(), view.rootIndex()
    columns = 1 if model.inherits("QAbstractListModel") else model.columnCount(top)
    for column in range(columns):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(top), 40)):
            index = model.index(row, column, top)
            yield str(index.data() or "")
            yield str(index.data(Qt.ItemDataRole.ToolTipRole) or "")


REACHED = QLineEdit | QComboBox | QAbstractItemView | QPlainTextEdit | QAbstractButton | QAbstractSpinBox


def strange_words(root, seen):
    """Words on screen that are no Vietnamese, and codes."""
    for widget in (root, *root.findChildren(QWidget)):
        for text in set(texts(widget)) - seen:
            plain = ENGLISH_BY_TRADE.sub("", text)
            if CODE.search(plain) or FOREIGN.search(plain):
                yield type(widget).__name__, text
            else:
                seen.add(text)


def nameless(root):
    """What the keyboard reaches and a screen reader cannot name."""
    for widget in root.findChildren(QWidget):
        reached = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible()
        inner = isinstance(widget.parent(), QAbstractSpinBox)
        named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
        if reached and isinstance(widget, REACHED) and not inner and not named:
            yield type(widget).__name__


def lacking(root):
    """What is drawn smaller than it needs, or begins beyond the edge."""
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue
        need = widget.sizeHint().width()
        if isinstance(widget, QLabel) and widget.wordWrap():
            short = widget.height() + 1 < widget.heightForWidth(widget.width())
        elif isinstance(widget, QLabel | QAbstractButton):
            short = bool(widget.text()) and widget.width() + 1 < need
        else:
            short = False
        outside = isinstance(widget, QAbstractButton | QComboBox) and beyond(widget, root)
        if short or outside:
            yield type(widget).__name__, widget.text() if hasattr(widget, "text") else widget.accessibleName()


def beyond(widget, root):
    above = widget.parentWidget()
    while above is not None and above is not root:
        if isinstance(above, QScrollArea):
            return False  # it scrolls into sight
        above = above.parentWidget()
    return widget.mapTo(root, widget.rect().topRight()).x() > root.width()


def test_every_scene_is_vietnamese_named_for_the_keyboard_and_unclipped_at_150_percent(window, kept):
    seen, strange, without_name, clipped = set(), set(), set(), set()
    for scene, root in scenes(window, kept):
        strange |= {(scene, what) for what in strange_words(root, seen)}
        without_name |= {(scene, what) for what in nameless(root)}
        clipped |= {(scene, what) for what in lacking(root)}
    assert strange == set()
    assert without_name == set()
    assert clipped == set()
    assert len(seen) > 500
    assert window.size() == SMALL


def test_no_filter_lies_over_another_in_the_narrowest_window(window):
    for kind in KINDS:
        window.resize(SMALL)
        view = view_of(window, kind)
        window.resize(window.minimumSize())
        settle(window)
        assert window.width() <= 800
        in_line = [view.list.bar.search, *view.list.bar.combos.values()]
        edges = [edge for widget in in_line for edge in (widget.geometry().left(), widget.geometry().right())]
        assert (kind, edges) == (kind, sorted(edges))
        assert edges[-1] < view.list.bar.width(), kind


def test_a_word_nobody_wrote_empties_every_list_until_it_is_cleared(window):
    for kind in KINDS:
        view = view_of(window, kind)
        there = len(view.list.table.ids)
        assert there, kind
        view.list.bar.search.setText("qqzz")
        view.list.reload()
        settle(window)
        assert (kind, len(view.list.table.ids)) == (kind, 0)
        view.list.bar.search.clear()
        view.list.reload()
        settle(window)
        assert (kind, len(view.list.table.ids)) == (kind, there)


# Keys


def test_tab_goes_from_the_search_through_the_filters_to_the_list_and_the_record(window):
    for kind in KINDS:
        view = view_of(window, kind)
        view.list.bar.search.setFocus()
        way = []
        while not view.panel.isAncestorOf(QApplication.focusWidget()) and len(way) < 20:
            way.append(QApplication.focusWidget())
            QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        lists = [view.list.bar.search, *view.list.bar.combos.values(), view.list.table]
        assert (kind, way[: len(lists)]) == (kind, lists)
        assert all(isinstance(widget, QPushButton) for widget in way[len(lists) :]), kind


def test_a_form_given_up_by_esc_leaves_the_cursor_where_it_was(qtbot, window, kept):
    for kind in (kind for kind in KINDS if kind != "award"):
        view = view_of(window, kind)
        view.list.table.setFocus()
        QTest.keyClick(view.list.table, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        settle(window)
        [dialog] = [found for found in view.findChildren(QDialog) if found.isVisible()]
        with qtbot.waitActive(window):
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
        assert not dialog.isVisible(), kind
        assert QApplication.focusWidget() is view.list.table, kind


def test_enter_in_a_list_goes_into_the_record_and_alt_left_comes_back(window):
    for kind in (kind for kind in KINDS if kind != "decision"):
        view = view_of(window, kind)
        view.list.table.setFocus()
        QTest.keyClick(view.list.table, Qt.Key.Key_Return)
        assert view.panel.isAncestorOf(QApplication.focusWidget()), kind
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
        assert QApplication.focusWidget() is view.list.table, kind


# An office without records


def test_an_empty_list_names_a_button_that_is_there(opened):
    window = opened()
    for kind in KINDS:
        view = view_of(window, kind)
        named = re.findall("“([^”]+)”", view.spec.empty_hint)
        assert named, kind
        buttons = {button.text() for button in view.findChildren(QPushButton)}
        assert set(named) <= buttons, kind
        assert view.spec.new_text in named
