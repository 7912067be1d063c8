import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout, QWidget

from ui.widgets.filters import FilterCombo
from ui.widgets.page_bar import PageBar


@pytest.fixture
def bar(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    bar = PageBar()
    QVBoxLayout(page).addWidget(bar)
    bar.add_left(QPushButton("Quyết định"))
    bar.pressed = []
    for text in ("Cột", "Xem trước khi in", "Xuất…"):
        bar.add_common(text, lambda text=text: bar.pressed.append(text))
    bar.add_common("+ Quyết định mới", lambda: bar.pressed.append("+"), primary=True)
    bar.add_button("Nhập từ Excel, Word…", lambda: bar.pressed.append("import"))
    yield bar
    page.close()


def widen(bar, width):
    page = bar.parentWidget()
    page.resize(max(width, page.minimumSizeHint().width()), 60)
    page.show()


def texts(bar):
    return [button.text() for button in bar.findChildren(QPushButton) if not button.isHidden()]


def test_a_wide_bar_shows_every_button(bar):
    widen(bar, 1300)
    assert "Khác ▾" not in texts(bar)
    assert len(texts(bar)) == 6


def test_a_narrow_bar_keeps_the_main_button_and_folds_the_rest_into_a_menu(bar, qtbot):
    widen(bar, 0)
    assert texts(bar) == ["Khác ▾", "Quyết định", "+ Quyết định mới"]
    more = next(button for button in bar.findChildren(QPushButton) if button.text() == "Khác ▾")
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    menu = bar.findChildren(QMenu)[-1]
    assert [action.text() for action in menu.actions()] == [
        "Nhập từ Excel, Word…",
        "Cột",
        "Xem trước khi in",
        "Xuất…",
    ]
    menu.actions()[0].trigger()
    menu.close()
    assert bar.pressed == ["import"]
    widen(bar, 1300)
    assert "Khác ▾" not in texts(bar)


def test_a_filter_in_little_room_shows_what_is_chosen_or_else_its_name(qtbot):
    combo = FilterCombo("Loại hình", "Tất cả")
    qtbot.addWidget(combo)
    combo.fill([("merit", "Công trạng")])
    combo.resize(300, 30)
    assert combo.fitting_words() == "Loại hình: Tất cả"
    combo.resize(125, 30)
    assert combo.fitting_words() == "Loại hình"
    combo.set_value("merit")
    assert combo.fitting_words() == "Công trạng"
    assert combo.toolTip() == "Loại hình: Công trạng"
