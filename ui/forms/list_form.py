"""A paper with its list: the head on top, the list typed or pasted below, saved as one action."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.records.catalogue import AwardKindRow
from ui.forms import list_keeping, unsaved_store
from ui.forms.decision_defaults import DefaultsBar
from ui.forms.decision_grid import DecisionGrid
from ui.forms.decision_lines import Kept, Titles
from ui.forms.head_form import HeadForm
from ui.theme import GAP, WIDE_GAP
from ui.widgets.fields import Field
from ui.widgets.page import Context

_WARNING = "Chưa lưu. Bấm Esc lần nữa để bỏ những gì đã nhập."
_CELLS = {"award": "title", "unit_written": "unit"}  # fields of a row called otherwise in the grid
_KEEP_AFTER = 3_000  # ms of typing that may be lost with the power
_SHOWN = 3  # problems of cells told beside the head; all are marked in the grid


class ListForm(QDialog):
    """The dialog of a decision or a dossier; each says how it counts and keeps its list.

    `code` names the window's remembered place, `list_name` the draft's field that holds the rows.
    """

    code = ""
    list_name = ""
    size_at_first = (1240, 660)  # pixels; fits 1366×768 with a task bar

    def __init__(
        self,
        context: Context,
        fields: Sequence[Field],
        places: Mapping[str, tuple[int, int, int]],
        kinds: Sequence[AwardKindRow],
        parent: QWidget | None = None,
        *,
        record_id: int | None = None,
        slot: str = "",
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._id = record_id
        self._slot = slot or list_keeping.new_slot()
        self._left = bool(slot)
        self._keeping = QTimer(self, interval=_KEEP_AFTER, singleShot=True)
        self._keeping.timeout.connect(self.keep_unsaved)
        self._loaded: tuple[Any, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        titles = Titles(kinds)
        self.head = HeadForm(fields, places)
        self.grid = DecisionGrid(context.tasks, titles, self.level)
        self.defaults = DefaultsBar(titles)
        self.counts = QLabel()
        self.counts.setWordWrap(True)
        self._lay_out()

    @property
    def dirty(self) -> bool:
        """Whether anything was changed."""
        return self._raw() != self._loaded

    def level(self) -> str:
        """The level the titles are read at, empty for any."""
        return ""

    def load(self, head: Mapping[str, Any], rows: list[dict[str, Any]], kept: list[Kept | None]) -> None:
        """Show a paper and its list as unchanged."""
        self.head.load(head)
        self.grid.load(rows, kept)
        self._loaded = () if self._left else self._raw()  # what was left unsaved is not in the file

    def put_below(self, bar: QWidget) -> None:
        """Put a bar between the list and the buttons."""
        self._layout.insertWidget(self._layout.count() - 1, bar)

    def hear(self) -> None:
        """Follow what is typed from now on."""
        self.head.changed.connect(self.edited)
        self.grid.changed.connect(self.edited)
        self.defaults.changed.connect(self.grid.set_defaults)
        QShortcut(QKeySequence("Ctrl+S"), self).activated.connect(self.save)

    def edited(self) -> None:
        """Something was typed: what was said about leaving is past; all of it is put on the disk soon."""
        if self.head.said() == _WARNING:
            self.head.say("")
        self.count()
        if not self._keeping.isActive():
            self._keeping.start()

    def keep_unsaved(self) -> None:
        """Put what stands here on the disk, in case the program or the power fails."""
        if self.dirty:
            rows, kept = self.grid.rows(), self.grid.kept()
            values = self.head.values()
            left = list_keeping.Unsaved(self._slot, self._id, values, rows, kept, what=self.code)
            list_keeping.keep(self._context, left)

    def count(self) -> None:
        """Tell what the list holds."""
        raise NotImplementedError

    def keep(self) -> None:
        """Write the paper with its list; nothing in it is known to be wrong."""
        raise NotImplementedError

    def forget(self) -> None:
        """Take what was put on the disk away: what was typed is in the file or given up."""
        unsaved_store.forget(self._context.state, self._slot)

    def save(self) -> None:
        """Keep everything in one action, or say what is wrong beside it."""
        self.grid.setFocus()  # a cell still open is taken as it stands
        self.grid.show_problems(self.grid.live_problems())
        problems, cells = self.head.unread(), self.grid.problems()
        if problems or cells:
            self._show_problems(problems, cells)
            return
        self.keep()

    def refused(self, refused: Refused) -> None:
        """Show each problem at the cell it is about, the others beside the head."""
        cells: dict[tuple[int, str], str] = {}
        rest = []
        for problem in refused.problems:
            where, _, path = problem.field.partition(".")
            row, _, code = path.partition(".")
            if where == self.list_name and row.isdecimal():
                cells[int(row), _CELLS.get(code, code)] = problem.message
            else:
                rest.append(problem)
        self._show_problems(rest, cells)

    def reject(self) -> None:
        """Close, unless something typed would be lost: then say so first."""
        if self.dirty and self.head.said() != _WARNING:
            self.head.say(_WARNING)
            return
        self.forget()
        super().reject()

    def done(self, result: int) -> None:
        self._keeping.stop()
        self._context.state.put_window(self.code, self)
        super().done(result)

    def _raw(self) -> tuple[Any, ...]:
        return self.head.raw(), self.grid.rows()

    def _show_problems(self, problems: Sequence[Problem], cells: Mapping[tuple[int, str], str]) -> None:
        told = [*problems, *(Problem("", text) for text in list(dict.fromkeys(cells.values()))[:_SHOWN])]
        beside = self.head.show_problems(told)
        self.grid.show_problems(cells)
        if cells and not beside:
            self.grid.go_to(*min(cells))

    def _lay_out(self) -> None:
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        layout.setSpacing(GAP)
        for widget in (self.head, self.defaults, self.grid):
            layout.addWidget(widget)
        layout.setStretchFactor(self.grid, 1)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.counts, 1)
        for text, slot, role in (("Thôi (Esc)", self.reject, ""), ("Lưu (Ctrl+S)", self.save, "primary")):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.setProperty("role", role)
            button.clicked.connect(partial(_call, slot))
            row.addWidget(button)
        layout.addLayout(row)
        self.resize(*self.size_at_first)
        self._context.state.restore_window(self.code, self)


def _call(slot: Callable[[], None], _checked: object = None) -> None:
    slot()
