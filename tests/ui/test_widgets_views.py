from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from ui.state import State
from ui.tasks import Tasks
from ui.widgets.page import Context, Follow, Office, Page
from ui.widgets.page_bar import PageBar
from ui.widgets.views import Switcher, View, ViewsPage


class Plain(Page):
    """A page that notes what is asked of it."""

    def __init__(self, context):
        super().__init__(context)
        self.asked = []
        self.came = 0
        QVBoxLayout(self).addWidget(QLineEdit())

    def go(self, follow):
        self.asked.append(follow)
        return True

    def entered(self):
        self.came += 1


class Barred(Plain):
    """A page with a bar of its own."""

    def __init__(self, context):
        super().__init__(context)
        self.bar = PageBar()
        self.layout().insertWidget(0, self.bar)

    def add_left(self, widget):
        self.bar.add_left(widget)


@pytest.fixture
def page(qtbot, tmp_path):
    tasks = Tasks(None)
    context = Context(tasks, State(tmp_path / "state.ini"), Office(Path("a"), Path("a"), Path("a"), {}))
    views = (
        View("decision", "Quyết định", Barred),
        View("total", "Số liệu kế thừa", Plain, frozenset({"sum"})),
        View("award", "Sổ", Barred),
    )
    page = ViewsPage(context, views)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    yield page
    tasks.close()


def button(page, code):
    return page._switchers[page.current].buttons[code]


def test_a_view_is_made_when_it_is_first_asked_for(page):
    assert list(page._made) == ["decision"]
    page.show_view("award")
    assert list(page._made) == ["decision", "award"]


def test_a_button_switches_and_the_cursor_stays_on_the_buttons(qtbot, page):
    button(page, "award").setFocus()
    qtbot.mouseClick(button(page, "award"), Qt.MouseButton.LeftButton)
    assert page.view("award").isVisible()
    assert button(page, "award").isChecked()
    assert button(page, "award").hasFocus()


def test_coming_back_shows_the_right_button_pressed(qtbot, page):
    qtbot.mouseClick(button(page, "award"), Qt.MouseButton.LeftButton)
    qtbot.mouseClick(button(page, "decision"), Qt.MouseButton.LeftButton)
    assert [code for code in ("decision", "total", "award") if button(page, code).isChecked()] == ["decision"]


def test_ctrl_and_a_digit_switch(qtbot, page):
    qtbot.keyClick(page, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert page.view("total").isVisible()


def test_a_page_without_a_bar_stands_under_the_buttons(page):
    page.show_view("total")
    assert button(page, "total").isVisible()
    assert (
        button(page, "total").mapTo(page, button(page, "total").rect().bottomLeft()).y()
        < page.view("total").y()
    )


def test_a_wish_goes_to_the_view_that_holds_its_kind(page):
    assert page.go(Follow("award", 3))
    assert page.view("award").asked == [Follow("award", 3)]
    assert page.go(Follow("sum", 1))
    assert page.view("total").isVisible()
    assert not page.go(Follow("unit", 1))


def test_what_a_view_says_is_passed_on(qtbot, page):
    with qtbot.waitSignal(page.said) as said:
        page.view("award").said.emit("Đã chép.")
    assert said.args == ["Đã chép."]
    with qtbot.waitSignal(page.followed) as followed:
        page.view("award").followed.emit(Follow("unit", 1))
    assert followed.args == [Follow("unit", 1)]


def test_only_the_view_in_sight_is_told_that_the_page_was_entered(page):
    page.show_view("award")
    before = page.view("decision").came, page.view("award").came
    page.entered()
    assert (page.view("decision").came, page.view("award").came) == (before[0], before[1] + 1)


def test_a_view_made_anew_takes_the_place_of_the_old_one(page):
    page.show_view("total")
    old = page.view("total")
    page.remake("total")
    assert page.view("total") is not old
    assert page.view("total").isVisible()
    assert page._stack.count() == 2


def test_a_part_of_a_hidden_view_is_brought_into_sight(page):
    part = page.view("award").findChild(QLineEdit)
    page.reveal(part)
    assert part.isVisible()


LABELS = ("Đăng ký", "Hồ sơ", "Hội đồng", "Quyết định", "Sổ khen thưởng")


@pytest.fixture
def switcher(qtbot):
    seldom = View("fund", "Quỹ", Plain, seldom=True), View("rule", "Quy định", Plain, seldom=True)
    window = QWidget()  # which has no layout, so that any width can be tried
    qtbot.addWidget(window)
    made = Switcher((*(View(label, label, Plain) for label in LABELS), *seldom), "Quyết định", window)
    window.show()
    yield made
    window.close()


def shown(switcher):
    buttons = (*switcher.buttons.values(), switcher.more)
    return [(button.text(), button.x(), button.width()) for button in buttons if button.isVisible()]


@pytest.mark.parametrize("width", [900, 420, 260])
def test_no_button_moves_whatever_view_is_chosen(switcher, width):
    switcher.resize(width, 32)
    before = shown(switcher)
    for code in switcher.buttons:
        switcher.show_chosen(code)
        assert [place[1:] for place in shown(switcher)] == [place[1:] for place in before]


def test_seldom_views_are_in_the_menu_which_is_named_after_the_chosen_one(qtbot, switcher):
    switcher.resize(900, 32)
    assert [text for text, *_ in shown(switcher)] == [*LABELS, "Mục khác ▾"]
    asked = []
    switcher.chosen.connect(asked.append)
    qtbot.mouseClick(switcher.more, Qt.MouseButton.LeftButton)
    [menu] = switcher.findChildren(QMenu)
    menu.actions()[-1].trigger()
    assert asked == ["rule"]
    switcher.show_chosen("rule")
    assert switcher.more.text() == "Quy định ▾"
    assert switcher.more.isChecked()
    menu.close()


def test_where_there_is_little_room_the_last_ones_fold(switcher):
    switcher.resize(switcher.minimumSizeHint().width(), 32)
    assert [text for text, *_ in shown(switcher)] == ["Đăng ký", "Quyết định ▾"]
