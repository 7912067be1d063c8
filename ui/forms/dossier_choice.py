"""Asks for a dossier whose agreed nominations are put somewhere: on an agenda, into a draft."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.records import dossiers
from thidua_desktop.records.query import ListQuery
from ui.widgets.fields import LookupField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Context
from ui.widgets.suggest import Suggestion, asking

_MOST = 12


def ask_dossier(context: Context, parent: QWidget, title: str, put: Callable[[int, Session], object]) -> None:
    """Open the question; put is given the dossier and writes in one action."""
    field = LookupField("dossier", "Hồ sơ", suggest=asking(context.tasks, suggest_dossiers), required=True)
    dialog = FormDialog(title, (field,), context.state, "choose-dossier", parent)

    def write(session: Session, dossier_id: int | None) -> object:
        if dossier_id is None:
            raise Refused(Problem("dossier", "Chọn hồ sơ trong danh sách gợi ý."))
        return put(dossier_id, session)

    def keep(values: Mapping[str, Any]) -> None:
        context.tasks.write(
            title,
            lambda session: write(session, values["dossier"].id),
            lambda _done: dialog.accept(),
            owner=dialog,
            refused=lambda refused: dialog.show_problems(refused.problems),
        )

    dialog.saved.connect(keep)
    dialog.open()


def suggest_dossiers(session: Session, typed: str) -> Sequence[Suggestion]:
    """Dossiers not yet decided, by unit and number."""
    query = ListQuery(typed, sort="received_on", descending=True)
    rows = dossiers.rows(session, dossiers.ids(session, query))
    return [
        Suggestion(row.id, f"{row.unit} {row.number}".strip(), f"nhận {show(row.received_on)}")
        for row in rows
        if row.state not in {"decided", "returned"}
    ][:_MOST]
