"""What only the office can say, for many nominations at once: ticks, the kind of recipient, figures."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.about import About
from thidua_desktop.domain.law.asked import DAY, FIGURE, ONE_OF, SHARE, Asked, asked, kept
from thidua_desktop.domain.law.facts import UNKNOWN
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.services import attesting
from thidua_desktop.services.appraising import Appraised
from ui.widgets.fields import ChoiceField, DateField, Field, NumberField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Context

_YES_NO = (("yes", "Có"), ("no", "Không"))
_OWN = {FIGURE, SHARE, DAY}  # each recipient has his own


def open_questions(rows: Sequence[Appraised]) -> dict[Asked, str]:
    """What these cards wait for from the office, each once, with the code of the condition.

    Figures are asked of one nomination alone.
    """
    found = dict(_waiting(rows))
    return found if len(rows) == 1 else {one: code for one, code in found.items() if one.form not in _OWN}


def waits_for_figures(rows: Sequence[Appraised]) -> bool:
    """Tell whether some of these cards wait for figures of their own."""
    return any(one.form in _OWN for one, _ in _waiting(rows))


def _waiting(rows: Sequence[Appraised]) -> Iterator[tuple[Asked, str]]:
    told = set()
    for row in rows:
        for judged in (*row.card.criteria, *row.card.within):
            code = judged.finding.code
            if judged.finding.verdict != UNKNOWN:
                continue
            for one in asked(code):
                if one.keys not in told:
                    told.add(one.keys)
                    yield one, code


class AttestDialog(FormDialog):
    """Asks once for each condition; the answer is kept for every nomination ticked."""

    def __init__(
        self,
        context: Context,
        rows: Sequence[Appraised],
        words: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        self._asked = open_questions(rows)
        fields = tuple(
            _field(f"c{place}", one, one.words or words(code))
            for place, (one, code) in enumerate(self._asked.items())
        )
        super().__init__("Xác nhận của cơ quan", fields, context.state, "attest", parent)
        self._context, self._rows = context, rows
        self.saved.connect(self._keep)

    def _keep(self, values: Mapping[str, Any]) -> None:
        answers: dict[str, str] = {}
        for place, one in enumerate(self._asked):
            answer = values[f"c{place}"]
            if answer not in (None, ""):
                answers |= kept(one, answer)
        rows = self._rows

        def keep(session: Session) -> None:
            for row in rows:
                one = row.row
                about = About(one.recipient, one.person_id, one.unit_id, one.household_id)
                attesting.state_all(session, about, one.year, answers)

        self.write(self._context.tasks, f"Xác nhận cho {number(len(rows))} đề nghị", keep)


def _field(code: str, one: Asked, label: str) -> Field:
    if one.form == DAY:
        return DateField(code, label, wide=True)
    if one.form in _OWN:
        return NumberField(code, label, decimals=one.form == SHARE, wide=True)
    options = one.options if one.form == ONE_OF else _YES_NO
    return ChoiceField(code, label, options=options, empty="Chưa xác nhận", wide=True)
