"""Đọc quy định: the rules on any award on any day, in plain Vietnamese, each with its article."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from thidua_desktop.domain.dates import show
from thidua_desktop.domain.law.wording import of_award
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.records import catalogue
from thidua_desktop.services.recipients import today
from ui.forms import laws
from ui.forms.head_form import HeadForm
from ui.forms.suggestions import suggest_titles
from ui.theme import GAP, WARN, WIDE_GAP
from ui.widgets.fields import ChoiceField, DateField, LookupField
from ui.widgets.page import Context
from ui.widgets.suggest import Picked, asking

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_desktop.db import Session
    from thidua_desktop.domain.law.wording_general import Told

_WIDTH, _HEIGHT = 960, 680
_KINDS: dict[str, str] = {
    "ground": "Tiêu chuẩn",
    "extra": "Điều kiện phải có thêm",
    "general": "Nguyên tắc chung",
    "council": "Hội đồng",
    "paper": "Hồ sơ",
    "deadline": "Thời hạn",
    "bonus": "Tiền thưởng",
}
_STATUS = {"seen": "", "local": "quy định của tỉnh, cơ quan", "unverified": "chưa đối chiếu"}
_PLACES = {"award": (0, 0, 2), "recipient": (0, 2, 1), "day": (0, 3, 1)}
_NOTHING = "Phần mềm chưa có quy định nào đã đọc cho danh hiệu, đối tượng và ngày này."


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

        def read(session: Session) -> str:
            return _said(session, str(award), str(recipient), day)

        self._context.tasks.read(read, self.text.setHtml, owner=self, key="rules")


def _first(session: Session) -> tuple[str, str]:
    rows = [row for row in catalogue.list_(session) if row.code == "DH_CSTD_CS"] or catalogue.list_(session)
    return rows[0].code, rows[0].label


def _said(session: Session, award: str, recipient: str, day: date) -> str:
    law = laws.book(session)
    regime = law.regime_on(day)
    name = escape(catalogue.by_code(session)[award].name)
    head = f"<h3>{name} – {escape(RECIPIENTS[recipient].lower())}</h3>"
    if regime is None:
        return f"{head}<p style='color:{WARN}'>Phần mềm không biết quy định nào cho ngày {show(day)}.</p>"
    until = f"đến {show(regime.end)}" if regime.end else "đến nay"
    head += (
        f"<p>Quy định áp dụng ngày {show(day)}: {escape(regime.law)} (từ {show(regime.start)} {until})</p>"
    )
    return head + rules_html(of_award(law, award, recipient, day))


def rules_html(rules: Sequence[Told]) -> str:
    """Rules as rich text under headings, every word escaped; what was not checked says so."""
    if not any(one.kind in ("ground", "extra") for one in rules):
        intro = f"<p style='color:{WARN}'>{_NOTHING}</p>"
    else:
        intro = ""
    parts = [intro]
    for kind, heading in _KINDS.items():
        of_kind = [one for one in rules if one.kind == kind]
        if of_kind:
            parts.append(f"<h4>{heading}</h4>")
            parts += [_rule(one) for one in of_kind]
    return "".join(parts)


def _rule(one: Told) -> str:
    text = escape(one.text).replace("\n", "<br>").replace("   ", "&nbsp;&nbsp;&nbsp;")
    status = _STATUS.get(one.status, one.status)
    cite = " – ".join(filter(None, (one.cite, status)))
    colour = WARN if one.status == "unverified" else "#6b7280"
    return f"<p>{text}<br><span style='color:{colour}'>{escape(cite)}</span></p>"
