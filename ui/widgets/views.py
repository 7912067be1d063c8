"""A page of several lists: buttons at the left of the bar switch between them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.theme import GAP, WIDE_GAP
from ui.widgets.page import Context, Follow, Page

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(frozen=True)
class View:
    """One list of a page: its code, the words on its button, what makes it, the kinds it can show.

    Without kinds the code is the only kind.
    """

    code: str
    label: str
    make: Callable[[Context], Page]
    kinds: frozenset[str] = field(default_factory=frozenset)

    def holds(self, kind: str) -> bool:
        """Whether this view shows records of a kind."""
        return kind in self.kinds or kind == self.code


class Switcher(QWidget):
    """One button for each view; arrow keys walk them. Those there is no room for fold into a menu.

    Signals:
        chosen: the code of the view asked for.
    """

    chosen = Signal(str)

    def __init__(self, views: Sequence[View], shown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        for place, view in enumerate(views, start=1):
            button = QPushButton(view.label)
            button.setCheckable(True)
            button.setChecked(view.code == shown)
            button.setToolTip(f"Ctrl+{place}")
            button.clicked.connect(partial(self._choose, view.code))
            group.addButton(button)
            row.addWidget(button)
            self.buttons[view.code] = button
        self._more = QPushButton("Mục khác ▾")
        self._more.setToolTip("Những mục không đủ chỗ hiện")
        self._more.clicked.connect(self._show_folded)
        self._more.hide()
        row.addWidget(self._more)
        self._shown = shown

    def show_chosen(self, code: str) -> None:
        """Mark the view in sight."""
        self._shown = code
        self.buttons[code].setChecked(True)
        self._fold()

    def sizeHint(self) -> QSize:
        return QSize(_width(list(self.buttons.values())), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        needed = [self.buttons[self._shown], *([self._more] if len(self.buttons) > 1 else [])]
        return QSize(min(_width(needed), self.sizeHint().width()), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Show as many as there is room for, the chosen one always."""
        chosen = self.buttons[self._shown]
        shown = list(self.buttons.values())
        whole = _width(shown) <= self.width()
        while not whole and len(shown) > 1 and _width([*shown, self._more]) > self.width():
            shown.remove(next(button for button in reversed(shown) if button is not chosen))
        for button in self.buttons.values():
            button.setVisible(button in shown)
        self._more.setVisible(not whole)

    def _show_folded(self) -> None:
        menu = QMenu(self)
        for code, button in self.buttons.items():
            if button.isHidden():
                menu.addAction(button.text()).triggered.connect(partial(self._choose, code))
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _choose(self, code: str, _checked: object = None) -> None:
        self.chosen.emit(code)


def _width(buttons: Sequence[QPushButton]) -> int:
    return sum(button.sizeHint().width() for button in buttons) + GAP * (len(buttons) - 1)


class ViewsPage(Page):
    """Shows one of several views, each made when it is first asked for; Ctrl+1, Ctrl+2 … switch."""

    def __init__(
        self, context: Context, views: Sequence[View], parent: QWidget | None = None, *, first: str = ""
    ) -> None:
        super().__init__(context, parent)
        self._views = {view.code: view for view in views}
        self._made: dict[str, Page] = {}
        self._switchers: dict[str, Switcher] = {}
        self._stack = QStackedWidget()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        for place, code in enumerate(self._views, start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{place}"), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(partial(self.show_view, code))
        self.current = first or next(iter(self._views))
        self.show_view(self.current)

    def view(self, code: str) -> Page:
        """Return a view, made now when it was not shown before."""
        if code not in self._made:
            self._add(code)
        return self._made[code]

    def show_view(self, code: str) -> None:
        """Bring a view into sight; when a button asked for it, its own button there keeps the cursor."""
        asked_by = self._switchers.get(self.current)
        by_button = asked_by is not None and asked_by.isAncestorOf(self.focusWidget() or self)
        page = self.view(code)
        self.current = code
        self._stack.setCurrentWidget(_holder(page))
        self._switchers[code].show_chosen(code)
        if by_button:
            self._switchers[code].buttons[code].setFocus(Qt.FocusReason.OtherFocusReason)
        self.entered()

    def remake(self, code: str) -> None:
        """Make a view anew, e.g. when other fields are to be shown."""
        old = self._made.pop(code, None)
        if old is None:
            return
        holder = _holder(old)
        self._stack.removeWidget(holder)
        holder.deleteLater()
        if code == self.current:
            self.show_view(code)

    def go(self, follow: Follow) -> bool:
        """Show what is asked for in the view that holds it."""
        for code, view in self._views.items():
            if view.holds(follow.kind):
                self.show_view(code)
                return self._made[code].go(follow)
        return False

    def entered(self) -> None:
        """Let the view in sight read what changed meanwhile."""
        if self.isVisible():
            self._made[self.current].entered()

    def reveal(self, part: QWidget) -> None:
        """Show the view that holds a part."""
        for code, page in self._made.items():
            if page.isAncestorOf(part):
                self.show_view(code)

    def _add(self, code: str) -> None:
        page = self._views[code].make(self.context)
        page.followed.connect(self.followed)
        page.said.connect(self.said)
        page.document_asked.connect(self.document_asked)
        switcher = Switcher(tuple(self._views.values()), code)
        switcher.chosen.connect(self.show_view)
        self._made[code] = page
        self._switchers[code] = switcher
        add_left = getattr(page, "add_left", None)
        if add_left is None:
            self._stack.addWidget(_Holder(switcher, page))
        else:
            add_left(switcher)
            self._stack.addWidget(page)


class _Holder(QWidget):
    """A page without a bar of its own, under the buttons."""

    def __init__(self, switcher: Switcher, page: Page) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        switcher.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, 0)
        layout.addWidget(switcher, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(page, 1)


def _holder(page: Page) -> QWidget:
    above = page.parentWidget()
    return above if isinstance(above, _Holder) else page
