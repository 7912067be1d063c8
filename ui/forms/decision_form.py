"""A decision with its list: the head on top, the list typed or pasted below, saved as one action."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.decision import DecisionDraft
from ui.forms import list_keeping as keeping
from ui.forms.decision_fields import decision_draft, following_year, head_fields, list_fields
from ui.forms.decision_lines import counted
from ui.forms.decision_loading import Prepared, last_head, prepare, prepare_unsaved
from ui.forms.decision_saving import Saved, save_decision
from ui.forms.decision_words import counts_words
from ui.forms.list_form import ListForm
from ui.forms.namesake_talk import NamesakeTalk
from ui.forms.namesakes import Found
from ui.widgets.page import Context

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


class DecisionDialog(ListForm):
    """Enters or corrects a decision.

    Signals:
        saved: Saved, once it is in the file.
    """

    saved = Signal(object)
    code = "decision"
    list_name = "awards"
    size_at_first = (1320, 690)

    def __init__(self, context: Context, prepared: Prepared, parent: QWidget | None = None) -> None:
        fields = (*head_fields(context.tasks), *list_fields(""))
        super().__init__(
            context,
            fields,
            _PLACES,
            prepared.kinds,
            parent,
            record_id=prepared.decision_id,
            slot=prepared.slot,
        )
        self._found = Found(0, 0, {})
        self.talk = NamesakeTalk(context.tasks, self.grid, self._day, self)
        self.put_below(self.talk.bar)
        self.load(prepared.head, prepared.rows, prepared.kept or [None] * len(prepared.rows))
        self._before = decision_draft(self.head.values())
        self.setWindowTitle("Quyết định mới" if self._id is None else f"Sửa quyết định {self._before.number}")
        self.hear()
        self.head.editor("level").changed.connect(self._level_changed)
        self.talk.found.connect(self._show_found)
        self.count()
        self.talk.look()
        self.head.editor("number").setFocus()

    def draft(self) -> DecisionDraft:
        """The decision as it stands in the form."""
        draft = decision_draft(self.head.values(), self.grid.drafts())
        follow = following_year(self._before, draft)
        return draft if self._id is None else replace(draft, awards=tuple(map(follow, draft.awards)))

    def keep(self) -> None:
        """Write the decision with its awards."""
        draft, campaign, others = self.draft(), self.head.values()["campaign"], self.talk.others()
        self._context.tasks.write(
            f"{'Thêm' if self._id is None else 'Sửa'} quyết định {draft.number}",
            lambda session: save_decision(session, self._id, draft, campaign, others),
            self._saved,
            owner=self,
            refused=self.refused,
        )

    def level(self) -> str:
        """The level of the authority that signs."""
        return str(self.head.editor("level").value())

    def edited(self) -> None:
        """Something was typed: the names are looked up too."""
        super().edited()
        self.talk.start()

    def count(self) -> None:
        """Tell what the list holds, against what the paper says."""
        text, tone = counts_words(counted(self.grid.rows()), self.head.values()["stated"], self._found)
        self.counts.setText(text)
        if self.counts.property("tone") != tone:
            self.counts.setProperty("tone", tone)
            self.counts.style().polish(self.counts)
        self.grid.show_problems(self.grid.live_problems())

    def _day(self) -> Any:
        return self.head.editor("decided_on").value()

    def _level_changed(self) -> None:
        """Another authority signs: offer its last signer where nothing else was typed."""
        self.grid.read_titles_again()
        level, before = self.level(), self.head.values()
        if any(before[code] != getattr(self._before, code) for code in _SIGNING):
            return

        def fill(last: Mapping[str, Any]) -> None:
            for code in _SIGNING:
                self.head.editor(code).set_value(last.get(code, ""))
            self._before = replace(self._before, **{code: last.get(code, "") for code in _SIGNING})

        self._context.tasks.read(lambda session: last_head(session, level), fill, owner=self, key="level")

    def _show_found(self, found: Found) -> None:
        self._found = found
        self.count()

    def _saved(self, saved: Saved) -> None:
        self.forget()
        self.saved.emit(saved)
        self.accept()
