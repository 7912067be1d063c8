"""Đọc quy định: the rules on any award on any day, in plain Vietnamese, each with its article and its doors.

A link beside a line corrects it, says that it was checked or that it does not hold; a link beside a heading
adds what the law does not say. Tab goes from link to link, Enter follows one.
"""

from __future__ import annotations

from datetime import date
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from thidua_desktop.domain.correction import is_line
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.law.lines import blank, line_of
from thidua_desktop.domain.law.rulebook import not_known
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.records import catalogue
from thidua_desktop.services import local_rules
from thidua_desktop.services.recipients import today
from ui.forms import laws
from ui.forms.confirm_form import ConfirmDialog
from ui.forms.correction_form import Begun, CorrectionDialog
from ui.forms.head_form import HeadForm
from ui.forms.own_rule_form import OwnRuleDialog, begun_of
from ui.forms.rule_lines import Shown, lines_on
from ui.forms.rules_html import period_html, rules_html
from ui.forms.suggestions import suggest_titles
from ui.theme import GAP, WARN, WIDE_GAP
from ui.widgets.fields import ChoiceField, DateField, LookupField
from ui.widgets.page import Context
from ui.widgets.suggest import Picked, asking

if TYPE_CHECKING:
    from PySide6.QtCore import QUrl

    from thidua_desktop.db import Session
    from thidua_desktop.domain.law.rulebook import Rulebook
    from thidua_desktop.records.local_rules import LocalRuleRow

_WIDTH, _HEIGHT = 960, 680
_PLACES = {"award": (0, 0, 2), "recipient": (0, 2, 1), "day": (0, 3, 1)}


class RulesReader(QDialog):
    """Shows what the law of a day says of an award for a kind of recipient."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.setWindowTitle("Đọc quy định")
        fields = (
            LookupField("award", "Danh hiệu, hình thức", suggest=asking(context.tasks, suggest_titles)),
            ChoiceField("recipient", "Đối tượng", options=tuple(RECIPIENTS.items()), empty=None),
            DateField("day", "Vào ngày"),
        )
        self.head = HeadForm(fields, _PLACES)
        self.text = QTextBrowser()
        self.text.setAccessibleName("Quy định")
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        self._lines: list[Shown] = []
        self._ground = laws.shipped()
        top = QHBoxLayout()
        top.addWidget(self.head)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addWidget(self.text, 1)
        self.resize(_WIDTH, _HEIGHT)
        context.state.restore_window("rules", self)
        self.head.changed.connect(self._read)
        context.tasks.changed.connect(lambda kinds: self._read() if "local_rule" in kinds else None)
        context.tasks.read(_first, self._begin, owner=self)

    def done(self, result: int) -> None:
        self._context.state.put_window("rules", self)
        super().done(result)

    def _begin(self, first: tuple[str, str]) -> None:
        self.head.load({"award": Picked(*first), "recipient": "person", "day": today()})
        self._read()

    def _read(self) -> None:
        values = self.head.values()
        award, recipient, day = values["award"].id, values["recipient"], values["day"] or today()
        if award is None:
            return

        def read(session: Session) -> tuple[str, list[Shown], Rulebook]:
            return *_said(session, str(award), str(recipient), day), laws.ground(session)

        self._context.tasks.read(read, self._show, owner=self, key="rules")

    def _show(self, said: tuple[str, list[Shown], Rulebook]) -> None:
        """Show the rules anew where the eye was before, when one of them was corrected."""
        bar = self.text.verticalScrollBar()
        place = bar.value()
        html, self._lines, self._ground = said
        self.text.setHtml(html)
        bar.setValue(place)

    def _follow(self, url: QUrl) -> None:
        act, _, place = url.toString().partition(":")
        if act == "confirmed":
            self._confirm_several()
            return
        values = self.head.values()
        award, recipient = str(values["award"].id), str(values["recipient"])
        day = values["day"] or today()
        if act == "add":
            self._add(place, award, recipient, day)
            return
        line = self._lines[int(place)]
        if act == "remove" and line.row:
            self._remove(line.row)
        elif act == "edit" and line.row:
            self._edit(line.row)
        else:
            self._say(act, line, award, recipient, day)

    def _confirm_several(self) -> None:
        values = self.head.values()
        asked = str(values["award"].id), str(values["recipient"]), values["day"] or today()
        lines = [
            (one.told.text, line_of(self._ground, one.told.ref, *asked))
            for one in self._lines
            if "confirm" in one.acts
        ]
        ConfirmDialog(self._context, lines, self).open()

    def _add(self, part: str, award: str, recipient: str, day: date) -> None:
        if part == "criteria":
            OwnRuleDialog(self._context, self, award=self.head.values()["award"], recipient=recipient).open()
            return
        begun = Begun(blank(part, award, recipient), "change", start=day)
        CorrectionDialog(self._context, begun, self).open()

    def _say(self, act: str, shown: Shown, award: str, recipient: str, day: date) -> None:
        found = line_of(self._ground, shown.told.ref, award, recipient, day)
        told = f"{shown.told.text}\n({found.cite})"
        awards = found.awards if found.awards != (award,) else ()
        begun = Begun(found.entry, act, told, found.start, found.end, awards)
        CorrectionDialog(self._context, begun, self).open()

    def _edit(self, row: LocalRuleRow) -> None:
        if is_line(row.entry):
            read = self._context.tasks.read
            read(
                lambda session: begun_of(session, row),
                lambda begun: CorrectionDialog(self._context, begun, self).open(),
                owner=self,
            )
        else:
            OwnRuleDialog(self._context, self, row=row).open()

    def _remove(self, row: LocalRuleRow) -> None:
        self._context.tasks.write(
            f"Xóa quy định {row.cite}",
            lambda session: local_rules.remove(session, [row.id]),
            owner=self,
        )


def _first(session: Session) -> tuple[str, str]:
    rows = [row for row in catalogue.list_(session) if row.code == "DH_CSTD_CS"] or catalogue.list_(session)
    return rows[0].code, rows[0].label


def _said(session: Session, award: str, recipient: str, day: date) -> tuple[str, list[Shown]]:
    law = laws.book(session)
    regime = law.regime_on(day)
    name = escape(catalogue.by_code(session)[award].name)
    head = f"<h3>{name} – {escape(RECIPIENTS[recipient].lower())}</h3>"
    if regime is None:
        return f"{head}<p style='color:{WARN}'>{escape(not_known(day))}</p>", []
    until = f"đến {show(regime.end)}" if regime.end else "đến nay"
    head += (
        f"<p>Quy định áp dụng ngày {show(day)}: {escape(regime.law)} (từ {show(regime.start)} {until})</p>"
    )
    head += period_html(law, regime)
    lines = lines_on(session, award, recipient, day)
    return head + rules_html(lines), lines
