"""An officer at the real window, in the officer's words: opens, brings in, corrects, reads, takes along.

Only what can be seen or pressed is used; work on other threads is awaited, never slept for.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QPushButton, QTableWidget, QWidget

from thidua_desktop.db import backup
from ui.desk import Desk
from ui.forms.import_dialog import ImportDialog
from ui.forms.office_form import OfficeDialog
from ui.forms.start import Choosers
from ui.state import State
from ui.widgets.chart_view import ChartView
from ui.widgets.figures_table import FiguresTable
from ui.widgets.form_dialog import FormDialog

CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE = 20_000  # ms
SCREEN = (1366, 728)


class Clerk:
    """Works with one office's file through the window alone."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "Phòng Nội vụ.thidua"
        self.troubles: list[Exception] = []
        (folder / "data").mkdir()
        choosers = Choosers(lambda _parent, _folder: self.file, lambda _parent, _folder: self.file)
        self.desk = Desk(folder / "data", State(folder / "state.ini"), self.troubles.append, choosers)

    @property
    def window(self):
        return self.desk.window

    @property
    def page(self):
        return self.window.page(self.window.tabs.currentIndex())

    # Beginning and ending

    def begins_a_new_office(self, name: str) -> None:
        self.desk.begin()
        waited(lambda: self.desk.start is not None)
        self._watching(self.desk.backed_up, lambda: click(self.desk.start.new))
        self._comes_to_the_window()
        self.chooses("Thông tin cơ quan…")
        dialog = in_front(self.finds(OfficeDialog))
        types(dialog.form.editor("office").input, name)
        presses(dialog, Qt.Key.Key_S, CTRL)
        self.settles()

    def opens_the_file(self) -> None:
        self._watching(self.desk.backed_up, lambda: self.desk.begin(self.file))
        self._comes_to_the_window()

    def goes_home(self) -> None:
        self.window.close()
        self.window.deleteLater()
        deletes()
        assert self.troubles == []

    # Looking and pressing

    def settles(self) -> None:
        """Wait until all that was asked for has come back and is on screen."""
        if self.desk.tasks is not None:
            self.desk.tasks.drain()
        QCoreApplication.sendPostedEvents()
        deletes()

    def goes_to(self, title: str) -> None:
        tabs = self.window.tabs
        place = next(at for at in range(tabs.count()) if tabs.tabText(at) == title)
        QTest.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=tabs.tabRect(place).center())
        self.settles()

    def chooses(self, text: str) -> None:
        """Choose from the menu "Công việc"."""
        next(action for action in self.window.top.menu.actions() if action.text().startswith(text)).trigger()
        self.settles()

    def presses_button(self, text: str) -> None:
        click(self.sees_button(text))
        self.settles()

    def sees_button(self, text: str) -> QPushButton:
        return next(one for one in self._visible(QPushButton) if one.text().replace("&", "") == text)

    def undoes(self) -> None:
        self._presses_at_the_window(Qt.Key.Key_Z)

    def redoes(self) -> None:
        self._presses_at_the_window(Qt.Key.Key_Y)

    def finds(self, kind: type):
        return next(one for one in self.window.findChildren(kind) if one.isVisible())

    def reads_the_line(self) -> str:
        """What the bottom line of the window says."""
        return self.window.line.currentMessage()

    def content(self) -> str:
        """All records as one hash, read past the window."""
        return backup.content_hash(self.file)

    # Khen thưởng

    def brings_in(self, *files: Path) -> ImportDialog:
        self.goes_to("Khen thưởng")
        self.presses_button("Nhập từ Excel, Word…")
        dialog = in_front(self.finds(ImportDialog))
        dialog.choose_files = lambda _parent, _folder: [str(file) for file in files]
        click(dialog.parts.choose_button)
        self.settles()
        return dialog

    def writes(self, dialog: ImportDialog) -> None:
        click(dialog.parts.write_button)
        self.settles()

    def corrects(self, dialog: ImportDialog, row: int, code: str, text: str) -> None:
        grid = dialog.editor.grid
        grid.setCurrentIndex(grid.model().index(row, grid.codes.index(code)))
        grid.setFocus()
        presses(grid, Qt.Key.Key_F2)
        cell = QApplication.focusWidget()
        cell.selectAll()
        types(cell, text)
        presses(cell, Qt.Key.Key_Return)

    def enters_a_total(self, awards: tuple[str, ...], **said: str) -> None:
        """Enter an inherited total; said holds the fields by code, as typed."""
        self.chooses("Số liệu kế thừa")
        self.presses_button("+ Số liệu kế thừa mới")
        dialog = in_front(self.finds(FormDialog))
        QGuiApplication.clipboard().setText("\n".join(awards))
        titles = dialog.form.editor("awards").input
        titles.setFocus()
        presses(titles, Qt.Key.Key_V, CTRL)
        for code, text in said.items():
            types(dialog.form.editor(code).input, text)
        self.settles()
        presses(dialog, Qt.Key.Key_S, CTRL)
        self.settles()
        assert not self._visible(FormDialog)

    def sees_awards(self) -> list:
        """The rows of the book of awards on screen."""
        assert self.window.tabs.tabText(self.window.tabs.currentIndex()) == "Khen thưởng"
        table = self.page.view(self.page.current).list.table
        for _look in ("asks for the rows", "has them"):
            rows = [table.record(record_id) for record_id in table.ids]
            self.settles()
        return rows

    def follows(self, *cells: str) -> None:
        """Double-click a line of the panel beside the list."""
        for table in self._visible(QTableWidget):
            for row in range(table.rowCount()):
                shown = [table.item(row, column) for column in range(table.columnCount())]
                if tuple(item.text() for item in shown if item)[: len(cells)] == cells:
                    double_click(table, table.model().index(row, 0))
                    self.settles()
                    return
        raise AssertionError(f"no line {cells} in sight")

    # Báo cáo

    def asks_for_the_report(self, period: str, cutoff: str = "", basis: str = "") -> None:
        self.goes_to("Báo cáo")
        picker = self.page.period.choices.period
        self.picks(picker.kind, "Giai đoạn 5 năm")
        self.picks(picker.year, period)
        if basis:
            self.picks(picker.basis, basis)
        types(picker.cutoff, cutoff)
        presses(picker.cutoff, Qt.Key.Key_Return)
        self.settles()

    def picks(self, combo, text: str) -> None:
        """Choose from a combo as the keyboard does."""
        place = combo.findText(text)
        assert place >= 0, f"{text} is not offered"
        combo.setCurrentIndex(place)
        combo.activated.emit(place)
        self.settles()

    def turns_to_report(self, title: str) -> None:
        """Choose a report from the list at the left."""
        names = self.page.names
        item = names.findItems(title, Qt.MatchFlag.MatchExactly)[0]
        place = names.visualItemRect(item).center()
        QTest.mouseClick(names.viewport(), Qt.MouseButton.LeftButton, pos=place)
        self.settles()

    def reads_the_sentence(self) -> str:
        return self.page.period.results.sentence.toPlainText()

    def turns_to(self, title: str):
        """Turn to a tab of the report and see its table or its charts."""
        tabs = self.page.period.results.tabs
        place = next(at for at in range(tabs.count()) if tabs.tabText(at) == title)
        QTest.mouseClick(tabs.tabBar(), Qt.MouseButton.LeftButton, pos=tabs.tabBar().tabRect(place).center())
        self.settles()
        return tabs.currentWidget()

    def sees_charts(self) -> list[ChartView]:
        return [one for one in self.turns_to("Biểu đồ").findChildren(ChartView) if one.isVisible()]

    def opens_a_figure(self, table: FiguresTable, row: int, title: str) -> None:
        double_click(table, table.model().index(row, table.figures().header.index(title)))
        self.settles()

    # How it is done

    def _watching(self, signal, act: Callable[[], None]) -> None:
        heard: list[object] = []
        signal.connect(heard.append)
        act()
        waited(lambda: bool(heard))

    def _comes_to_the_window(self) -> None:
        self.window.resize(*SCREEN)
        in_front(self.window)
        self.settles()

    def _presses_at_the_window(self, key: Qt.Key) -> None:
        in_front(self.window)
        self.window.tabs.setFocus()
        presses(self.window.tabs, key, CTRL)
        self.settles()

    def _visible(self, kind: type) -> list:
        return [one for one in self.window.findChildren(kind) if one.isVisible()]


def reads_table(table: FiguresTable) -> list[tuple[str, ...]]:
    """Every line of a table of figures as it is on screen."""
    model = table.model()
    return [
        tuple(model.index(row, column).data() for column in range(model.columnCount()))
        for row in range(model.rowCount())
    ]


def figures_of(table: FiguresTable) -> dict[tuple[str, str, str], int]:
    """Cộng lượt by section, title and recipient, as read from the screen."""
    found, section = {}, ""
    for title, recipient, *numbers in reads_table(table):
        if not any(numbers):
            section = title
        elif not title.startswith(" "):
            found[section, title, recipient] = int(numbers[-1].replace(".", ""))
    return found


def in_front(window: QWidget) -> QWidget:
    """Bring a window to the front, where keys go."""
    window.activateWindow()
    waited(lambda: QApplication.activeWindow() is window)
    return window


def click(widget: QWidget) -> None:
    """Press the left button on the middle of a widget that can be pressed."""
    assert widget.isVisible(), f"{widget.accessibleName() or widget.objectName()} is not in sight"
    assert widget.isEnabled(), f"{getattr(widget, 'text', str)()} cannot be pressed"
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)


def double_click(view: QAbstractItemView, index: QModelIndex) -> None:
    """Double-click a cell."""
    view.scrollTo(index)
    place = view.visualRect(index).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def click_bar(chart: ChartView, region) -> None:
    """Click the middle of a bar."""
    wide, tall = chart.width(), chart.heightForWidth(chart.width())
    place = QPoint(round((region.x0 + region.x1) / 2 * wide), round((region.y0 + region.y1) / 2 * tall))
    QTest.mouseClick(chart, Qt.MouseButton.LeftButton, pos=place)


def presses(
    widget: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press a key."""
    QTest.keyClick(widget, key, modifier)


def types(widget: QWidget, text: str) -> None:
    """Type over what stands there, as Vietnamese keyboards do: each letter arrives without a key."""
    widget.setFocus()
    if hasattr(widget, "selectAll"):
        widget.selectAll()
        presses(widget, Qt.Key.Key_Delete)
    for letter in text:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            key = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
            QApplication.sendEvent(widget, key)


def waited(seen: Callable[[], bool]) -> None:
    """Wait until something is there."""
    loop, look, end = QEventLoop(), QTimer(interval=10), QTimer(interval=PATIENCE, singleShot=True)
    look.timeout.connect(lambda: loop.quit() if seen() else None)
    end.timeout.connect(loop.quit)
    look.start()
    end.start()
    loop.exec()
    assert seen()


def deletes() -> None:
    """Let go of widgets that were closed."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def said_in(widget: QWidget) -> str:
    """All labels in sight, joined."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())
