"""Asks which nominations stand on a draft or a submission: those there, and those that wait for one."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records.nominations import NominationRow
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Context
from ui.widgets.ticks_field import TicksField

Choices = Callable[[Session], tuple[Sequence[NominationRow], frozenset[int]]]
"""Everybody who may be chosen, and the ids of those there already."""
_SIZE = QSize(760, 560)


def ask_nominations(
    context: Context,
    parent: QWidget,
    title: str,
    choices: Choices,
    choose: Callable[[Session, Sequence[int]], object],
) -> None:
    """Open the question; choose is given all ids ticked and writes in one action."""
    field = TicksField("nominations", "Đánh dấu người, tập thể, hộ gia đình (phím cách)", wide=True)
    dialog = FormDialog(title, (field,), context.state, "choose-nominations", parent, size=_SIZE)

    def keep(values: Mapping[str, Any]) -> None:
        ids = values["nominations"]
        context.tasks.write(
            f"{title}: {number(len(ids))} đề nghị",
            lambda session: choose(session, ids),
            lambda _done: dialog.accept(),
            owner=dialog,
            refused=lambda refused: dialog.show_problems(refused.problems),
        )

    dialog.saved.connect(keep)
    context.tasks.read(choices, partial(_fill, dialog), owner=dialog)
    dialog.open()


def _fill(dialog: FormDialog, found: tuple[Sequence[NominationRow], frozenset[int]]) -> None:
    rows, ticked = found
    dialog.load({"nominations": {"lines": {row.id: _line(row) for row in rows}, "ticked": ticked}})
    dialog.form.focus_first()


def _line(row: NominationRow) -> str:
    told = (row.name, row.title, f"năm {row.year}", f"hồ sơ của {row.dossier_unit}")
    return " · ".join(told)
