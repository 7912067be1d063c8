"""The lists and buttons under a record keep within its panel."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QPushButton, QTableWidget

from ui.widgets.page import Follow
from ui.widgets.page_spec import Line, Section
from ui.widgets.sections import Sections, fair_widths


@given(st.lists(st.integers(0, 900), min_size=1, max_size=6), st.integers(60, 900))
def test_columns_fit_the_first_before_the_others_and_none_takes_room_another_needs(wanted, room):
    widths = fair_widths(wanted, room)
    assert sum(widths) <= room
    assert all(width <= wish for width, wish in zip(widths, wanted, strict=True))
    assert widths[0] == min(wanted[0], max(room - sum(wanted[1:]), room // 2))
    cut = [width for width, wish in zip(widths[1:], wanted[1:], strict=True) if width < wish]
    if cut:
        assert room - sum(widths) < len(wanted)
        assert max(widths[1:]) - min(cut) <= len(wanted)
    if sum(wanted) <= room:
        assert widths == wanted


@pytest.fixture
def shown(qtbot):
    def shown(section):
        sections = Sections()
        qtbot.addWidget(sections)
        sections.show_sections([section])
        sections.resize(374, 400)
        sections.show()
        return sections

    return shown


def test_a_long_cell_leaves_the_others_in_sight(shown):
    line = Line(
        ("Chu Thúy Ánh", "Bằng khen của Ủy ban nhân dân tỉnh", "không được khen: " + "chưa đủ năm " * 9)
    )
    sections = shown(Section("Được đề nghị", [line]))
    table = sections.findChild(QTableWidget)
    assert sum(table.columnWidth(place) for place in range(3)) <= table.viewport().width()
    assert min(table.columnWidth(place) for place in range(3)) > 60


def test_buttons_too_many_for_a_line_go_on_in_the_next(shown):
    names = ("+ Hồ sơ…", "Kiểm phiếu…", "Lập dự thảo", "Lập tờ trình cấp trên…")
    actions = [(name, Follow("x", 1)) for name in names]
    sections = shown(Section("Chương trình", actions=actions))
    buttons = sections.findChildren(QPushButton)
    assert [button.text() for button in buttons] == list(names)
    assert sections.minimumSizeHint().width() <= 374
    assert len({button.mapTo(sections, button.rect().topLeft()).y() for button in buttons}) == 2
