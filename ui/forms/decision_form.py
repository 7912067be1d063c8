"""A decision with its list: the head on top, the list typed or pasted below, saved as one action."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.decision import DecisionDraft
from thidua_desktop.domain.errors import Problem, Refused
from ui.forms import decision_keeping as keeping
from ui.forms import unsaved_store
from ui.forms.decision_defaults import DefaultsBar
from ui.forms.decision_fields import decision_draft, following_year, head_fields, list_fields
from ui.forms.decision_grid import DecisionGrid
from ui.forms.decision_lines import Titles, counted
from ui.forms.decision_loading import Prepared, last_head, prepare, prepare_unsaved
from ui.forms.decision_saving import Saved, save_decision
from ui.forms.decision_words import counts_words
from ui.forms.head_form import HeadForm
from ui.forms.namesake_talk import NamesakeTalk
from ui.forms.namesakes import Found
from ui.theme import GAP, WIDE_GAP
from ui.widgets.page import Context

_WIDTH, _HEIGHT = 1320, 690  # fits 1366×768 with a task bar
_WARNING = "Chưa lưu. Bấm Esc lần nữa để bỏ những gì đã nhập."
_KEEP_AFTER = 3000  # ms after which what was typed is on the disk
_SIGNING = ("authority", "signer", "signer_post")
_PLACES = {
    "number": (0, 0, 1),
    "decided_on": (0, 1, 1),
    "level": (0, 2, 1),
    "authority": (0, 3, 2),
    "signer": (0, 5, 1),
    "signer_post": (0, 6, 1),
    "type": (1, 0, 2),
    "year": (1, 2, 1),
    "campaign": (1, 3, 2),
    "event": (1, 5, 2),
    "stated": (2, 0, 3),
    "note": (2, 3, 4),
}
_CELLS = {"award": "title", "unit_written": "unit"}  # fields of an award called otherwise in the grid


def open_decision(
    context: Context,
    parent: QWidget,
    saved: Callable[[Saved], None],
    *,
    decision_id: int | None = None,
    left: keeping.Unsaved | None = None,
) -> None:
    """Read what the form needs, then show it: a new decision, one kept, or one left unsaved."""

    def read(session: Session) -> Prepared:
        return prepare_unsaved(session, left) if left else prepare(session, decision_id)

    def show(prepared: Prepared) -> None:
        dialog = DecisionDialog(context, prepared, parent)
        dialog.saved.connect(saved)
        dialog.open()

    context.tasks.read(read, show, owner=parent)


class DecisionDialog(QDialog):
    """Enters or corrects a decision.

    Signals:
        saved: Saved, once it is in the file.
    """

    saved = Signal(object)

    def __init__(self, context: Context, prepared: Prepared, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._id = prepared.decision_id
        self._slot = prepared.slot or keeping.new_slot()
        self._found = Found(0, 0, {})
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        titles = Titles(prepared.kinds)
        self.head = HeadForm((*head_fields(context.tasks), *list_fields("")), _PLACES)
        self.grid = DecisionGrid(context.tasks, titles, self._level)
        self.defaults = DefaultsBar(titles)
        self.talk = NamesakeTalk(context.tasks, self.grid, self._day, self)
        self.counts = QLabel()
        self.counts.setWordWrap(True)
        self._keeping = QTimer(self, interval=_KEEP_AFTER, singleShot=True)
        self._lay_out()
        self.head.load(prepared.head)
        self.grid.load(prepared.rows, prepared.kept or [None] * len(prepared.rows))
        self._before = decision_draft(self.head.values())
        self._loaded = () if prepared.slot else self._raw()
        self.setWindowTitle("Quyết định mới" if self._id is None else f"Sửa quyết định {self._before.number}")
        self._connect()
        self._count()
        self.talk.look()
        self.head.editor("number").setFocus()

    @property
    def dirty(self) -> bool:
        """Whether anything was changed."""
        return self._raw() != self._loaded

    def draft(self) -> DecisionDraft:
        """The decision as it stands in the form."""
        draft = decision_draft(self.head.values(), self.grid.drafts())
        follow = following_year(self._before, draft)
        return draft if self._id is None else replace(draft, awards=tuple(map(follow, draft.awards)))

    def save(self) -> None:
        """Keep the decision in one action, or say what is wrong beside it."""
        self.grid.setFocus()  # a cell still open is taken as it stands
        self.grid.show_problems(self.grid.live_problems())
        problems, cells = self.head.unread(), self.grid.problems()
        if problems or cells:
            self._show_problems(problems, cells)
            return
        draft, campaign, others = self.draft(), self.head.values()["campaign"], self.talk.others()
        self._context.tasks.write(
            f"{'Thêm' if self._id is None else 'Sửa'} quyết định {draft.number}",
            lambda session: save_decision(session, self._id, draft, campaign, others),
            self._saved,
            owner=self,
            refused=self._refused,
        )

    def keep_unsaved(self) -> None:
        """Put what stands here on the disk, in case the program or the power fails."""
        if self.dirty:
            rows, kept = self.grid.rows(), self.grid.kept()
            head = self.head.values()
            keeping.keep(self._context, keeping.Unsaved(self._slot, self._id, head, rows, kept))

    def reject(self) -> None:
        """Close, unless something typed would be lost: then say so first."""
        if self.dirty and self.head.said() != _WARNING:
            self.head.say(_WARNING)
            return
        unsaved_store.forget(self._context.state, self._slot)
        super().reject()

    def done(self, result: int) -> None:
        self._keeping.stop()
        self._context.state.put_window("decision", self)
        super().done(result)

    def _level(self) -> str:
        return str(self.head.editor("level").value())

    def _day(self) -> Any:
        return self.head.editor("decided_on").value()

    def _raw(self) -> tuple[Any, ...]:
        return self.head.raw(), self.grid.rows()

    def _changed(self) -> None:
        if self.head.said() == _WARNING:
            self.head.say("")
        self._count()
        self.talk.start()
        if not self._keeping.isActive():
            self._keeping.start()

    def _level_changed(self) -> None:
        """Another authority signs: offer its last signer where nothing else was typed."""
        self.grid.read_titles_again()
        level, before = self._level(), self.head.values()
        if any(before[code] != getattr(self._before, code) for code in _SIGNING):
            return

        def fill(last: Mapping[str, Any]) -> None:
            for code in _SIGNING:
                self.head.editor(code).set_value(last.get(code, ""))
            self._before = replace(self._before, **{code: last.get(code, "") for code in _SIGNING})

        self._context.tasks.read(lambda session: last_head(session, level), fill, owner=self, key="level")

    def _show_found(self, found: Found) -> None:
        self._found = found
        self._count()

    def _count(self) -> None:
        text, tone = counts_words(counted(self.grid.rows()), self.head.values()["stated"], self._found)
        self.counts.setText(text)
        if self.counts.property("tone") != tone:
            self.counts.setProperty("tone", tone)
            self.counts.style().polish(self.counts)
        self.grid.show_problems(self.grid.live_problems())

    def _saved(self, saved: Saved) -> None:
        unsaved_store.forget(self._context.state, self._slot)
        self.saved.emit(saved)
        self.accept()

    def _refused(self, refused: Refused) -> None:
        cells: dict[tuple[int, str], str] = {}
        rest = []
        for problem in refused.problems:
            where, _, path = problem.field.partition(".")
            row, _, code = path.partition(".")
            if where == "awards" and row.isdecimal():
                cells[int(row), _CELLS.get(code, code)] = problem.message
            else:
                rest.append(problem)
        self._show_problems(rest, cells)

    def _show_problems(self, problems: Sequence[Problem], cells: Mapping[tuple[int, str], str]) -> None:
        told = [*problems, *(Problem("", text) for text in list(dict.fromkeys(cells.values()))[:3])]
        beside = self.head.show_problems(told)
        self.grid.show_problems(cells)
        if cells and not beside:
            self.grid.go_to(*min(cells))

    def _connect(self) -> None:
        self.head.changed.connect(self._changed)
        self.head.editor("level").changed.connect(self._level_changed)
        self.grid.changed.connect(self._changed)
        self.defaults.changed.connect(self.grid.set_defaults)
        self.talk.found.connect(self._show_found)
        self._keeping.timeout.connect(self.keep_unsaved)
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self)
        shortcut.activated.connect(self.save)

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        layout.setSpacing(GAP)
        for widget in (self.head, self.defaults, self.grid, self.talk.bar):
            layout.addWidget(widget)
        layout.setStretchFactor(self.grid, 1)
        layout.addLayout(self._bottom())
        self.resize(_WIDTH, _HEIGHT)
        self._context.state.restore_window("decision", self)

    def _bottom(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.counts, 1)
        for text, slot, role in (("Thôi (Esc)", self.reject, ""), ("Lưu (Ctrl+S)", self.save, "primary")):
            button = QPushButton(text)
            button.setAutoDefault(False)
            button.setProperty("role", role)
            button.clicked.connect(partial(_call, slot))
            row.addWidget(button)
        return row


def _call(slot: Callable[[], None], _checked: object = None) -> None:
    slot()
