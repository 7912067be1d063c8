"""What only the office can confirm, for many nominations at once: ticks the law leaves to its judgement."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.about import About
from thidua_desktop.domain.law.facts import UNKNOWN
from thidua_desktop.domain.law.stated import CONDITIONS
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.services import attesting
from thidua_desktop.services.appraising import Appraised
from ui.widgets.fields import ChoiceField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Context

_YES_NO = (("yes", "Có"), ("no", "Không"))


def open_codes(rows: Sequence[Appraised]) -> tuple[str, ...]:
    """The conditions of these cards that wait for the office's word, each once."""
    codes = (
        finding.code
        for row in rows
        for one in row.card.criteria
        if (finding := one.finding).verdict == UNKNOWN and _is_tick(finding.code)
    )
    return tuple(dict.fromkeys(codes))


class AttestDialog(FormDialog):
    """Asks once for each condition; the answer is kept for every nomination ticked."""

    def __init__(
        self,
        context: Context,
        rows: Sequence[Appraised],
        words: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        self._codes = open_codes(rows)
        fields = tuple(
            ChoiceField(f"c{place}", words(code), options=_YES_NO, empty="Chưa xác nhận", wide=True)
            for place, code in enumerate(self._codes)
        )
        super().__init__("Xác nhận của cơ quan", fields, context.state, "attest", parent)
        self._context, self._rows = context, rows
        self.saved.connect(self._keep)

    def _keep(self, values: Mapping[str, Any]) -> None:
        answers: dict[str, str] = {}
        for place, code in enumerate(self._codes):
            if answer := values[f"c{place}"]:
                answers |= dict.fromkeys(keys_of(code), answer)
        rows = self._rows

        def keep(session: Session) -> None:
            for row in rows:
                one = row.row
                about = About(one.recipient, one.person_id, one.unit_id, one.household_id)
                attesting.state_all(session, about, one.year, answers)

        self._context.tasks.write(
            f"Xác nhận cho {number(len(rows))} đề nghị",
            keep,
            lambda _done: self.accept(),
            owner=self,
            refused=lambda refused: self.show_problems(refused.problems),
        )


def keys_of(code: str) -> tuple[str, ...]:
    """The keys a condition reads its ticks by: each of an attestation, else its whole code."""
    name, _, value = code.partition(":")
    return tuple(value.split("+")) if name == "attest" else (code,)


def _is_tick(code: str) -> bool:
    function = CONDITIONS.get(code.partition(":")[0])
    return function is not None and function.__name__ in {"attest", "judged"}
