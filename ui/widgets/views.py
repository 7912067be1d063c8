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


_DIGITS = 9  # Ctrl+1 … Ctrl+9
_MORE = "Mục khác ▾"


@dataclass(frozen=True)
class View:
    """One list of a page: its code, the words on its button, what makes it, the kinds it can show.

    Without kinds the code is the only kind. A seldom one stands in the menu beside the buttons.
    """

    code: str
    label: str
    make: Callable[[Context], Page]
    kinds: frozenset[str] = field(default_factory=frozenset)
    seldom: bool = False

    def holds(self, kind: str) -> bool:
        """Whether this view shows records of a kind."""
        return kind in self.kinds or kind == self.code


class Switcher(QWidget):
    """One button for each view; arrow keys walk them. Seldom ones, and those without room, are in a menu.

    No button moves when another view is chosen: one from the menu is named on the button of the menu.

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
            button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            button.setCheckable(True)
            button.setChecked(view.code == shown)
            button.setToolTip(f"Ctrl+{place}" if place <= _DIGITS else "")
            button.clicked.connect(partial(self._choose, view.code))
            group.addButton(button)
            row.addWidget(button)
            self.buttons[view.code] = button
        self._usual = [self.buttons[view.code] for view in views if not view.seldom]
        self.more = QPushButton(_MORE)
        self.more.setCheckable(True)
        self.more.setToolTip("Những mục khác của trang này")
        self.more.clicked.connect(self._show_folded)
        self.more.setFixedWidth(self._widest())
        row.addWidget(self.more)
        row.addStretch(1)
        self._shown = shown
        self._fold()

    def _widest(self) -> int:
        """The width, in pixels, of the menu's button with the longest of the words it may bear."""
        words = [_MORE, *(f"{button.text()} ▾" for button in self.buttons.values())]
        font, plain = self.more.fontMetrics(), self.more.sizeHint().width()
        return plain + max(map(font.horizontalAdvance, words)) - font.horizontalAdvance(_MORE)

    def show_chosen(self, code: str) -> None:
        """Mark the view in sight."""
        self._shown = code
        self.buttons[code].setChecked(True)
        self._fold()

    def focus_chosen(self) -> None:
        """Put the cursor on the button of the view in sight, or on the menu that holds it."""
        chosen = self.buttons[self._shown]
        (self.more if chosen.isHidden() else chosen).setFocus(Qt.FocusReason.OtherFocusReason)

    def sizeHint(self) -> QSize:
        more = [self.more] if len(self._usual) < len(self.buttons) else []
        return QSize(_width([*self._usual, *more]), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        needed = [self._usual[0], *([self.more] if len(self.buttons) > 1 else [])]
        return QSize(min(_width(needed), self.sizeHint().width()), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _fold(self) -> None:
        """Show as many of the usual ones as there is room for, always the same."""
        shown = list(self._usual)
        whole = len(shown) == len(self.buttons)
        while len(shown) > 1 and _width([*shown, *([] if whole else [self.more])]) > self.width():
            shown.pop()
            whole = False
        for button in self.buttons.values():
            button.setVisible(button in shown)
        chosen = self.buttons[self._shown]
        folded = chosen not in shown
        self.more.setVisible(not whole)
        self.more.setChecked(folded)
        self.more.setText(f"{chosen.text()} ▾" if folded else _MORE)

    def _show_folded(self) -> None:
        self.more.setChecked(self.buttons[self._shown].isHidden())
        menu = QMenu(self)
        for code, button in self.buttons.items():
            if button.isHidden():
                action = menu.addAction(button.text())
                action.setCheckable(True)
                action.setChecked(code == self._shown)
                action.triggered.connect(partial(self._choose, code))
        menu.popup(self.more.mapToGlobal(QPoint(0, self.more.height())))

    def _choose(self, code: str, _checked: object = None) -> None:
        self.chosen.emit(code)


def _width(buttons: Sequence[QPushButton]) -> int:
    return sum(max(button.sizeHint().width(), button.minimumWidth()) for button in buttons) + GAP * (
        len(buttons) - 1
    )


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
        for place, code in enumerate(list(self._views)[:_DIGITS], start=1):
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
            self._switchers[code].focus_chosen()
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
