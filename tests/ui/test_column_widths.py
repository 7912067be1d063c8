"""The room a list has left goes to the column that can use it, and never into what is remembered."""

import pytest
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView

from ui.widgets.column_widths import ColumnWidths

USUAL = (90, 210, 120, 60)


@pytest.fixture
def table(qtbot):
    table = QTableView()
    table.setModel(QStandardItemModel(1, len(USUAL), table))
    for place, width in enumerate(USUAL):
        table.setColumnWidth(place, width)
    qtbot.addWidget(table)
    return table


@pytest.fixture
def widths(table):
    return ColumnWidths(table.horizontalHeader(), USUAL)


def sizes(table):
    return [table.columnWidth(place) for place in range(len(USUAL))]


def test_the_widest_column_takes_what_is_left(table, widths):
    widths.spread(600)
    assert sizes(table) == [90, 330, 120, 60]
    widths.spread(500)
    assert sizes(table) == [90, 230, 120, 60]
    assert widths.chosen == list(USUAL)


def test_where_there_is_too_little_room_every_column_keeps_its_width(table, widths):
    widths.spread(300)
    assert sizes(table) == list(USUAL)


def test_a_column_sized_by_hand_stays_so_and_the_next_takes_the_rest(table, widths, qtbot):
    widths.spread(600)
    with qtbot.waitSignal(widths.changed):
        table.setColumnWidth(1, 150)
    widths.spread(600)
    assert sizes(table) == [90, 150, 300, 60]
    assert widths.chosen == [90, 150, 120, 60]


def test_when_all_are_sized_by_hand_the_last_one_ends_at_the_edge(table, widths):
    for place, width in enumerate((80, 200, 110, 70)):
        table.setColumnWidth(place, width)
    widths.spread(600)
    assert sizes(table) == [80, 200, 110, 210]


def test_a_hidden_column_takes_nothing_and_comes_back_as_it_was(table, widths):
    widths.spread(600)
    table.setColumnHidden(1, True)
    widths.spread(600)
    assert sizes(table) == [90, 0, 450, 60]
    table.setColumnHidden(1, False)
    widths.spread(600)
    assert sizes(table) == [90, 330, 120, 60]


def test_the_usual_widths_come_back_on_asking(table, widths):
    widths.spread(600)
    table.setColumnWidth(1, 150)
    widths.reset()
    assert sizes(table) == [90, 330, 120, 60]
