"""The other reports: a few fields each, then preview or file. The next report is one more entry here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from thidua_desktop.db import Session
from thidua_desktop.documents.document import Document
from thidua_desktop.records import settings
from ui.forms.suggestions import suggest_decisions, suggest_people, suggest_units
from ui.widgets.fields import CheckField, Field, LookupField, NumberField
from ui.widgets.form import Form
from ui.widgets.page import Context, Page
from ui.widgets.suggest import asking

Values = Mapping[str, Any]


@dataclass(frozen=True)
class Other:
    """One report: its title, what it says, its module, its fields and how they become its Options."""

    title: str
    about: str
    module: str
    fields: Callable[[Context], tuple[Field, ...]]
    options: Callable[[Values], dict[str, Any]]

    def compose(self, session: Session, values: Values) -> Document:
        """Build and compose the report."""
        report = import_module(f"thidua_desktop.reports.{self.module}")
        options = report.Options(**self.options(values))
        document: Document = report.compose(report.build(session, options), options, settings.all_(session))
        return document


OTHERS: tuple[Other, ...] = (
    Other(
        "Danh sách của đơn vị",
        "Cá nhân và tập thể của một đơn vị với các lượt khen.",
        "unit_roster",
        lambda context: (
            LookupField("unit", "Đơn vị", suggest=asking(context.tasks, suggest_units), required=True),
            CheckField("below", "Cả các đơn vị trực thuộc"),
        ),
        lambda values: {"unit": values["unit"].id, "below": values["below"]},
    ),
    Other(
        "Phiếu theo dõi cá nhân",
        "Quá trình khen thưởng của một người.",
        "person_record",
        lambda context: (
            LookupField("person", "Cá nhân", suggest=asking(context.tasks, suggest_people), required=True),
        ),
        lambda values: {"person": values["person"].id},
    ),
    Other(
        "Danh sách kèm quyết định",
        "Danh sách những người, tập thể được khen của một quyết định.",
        "decision_list",
        lambda context: (
            LookupField(
                "decision", "Quyết định", suggest=asking(context.tasks, suggest_decisions), required=True
            ),
        ),
        lambda values: {"decision": values["decision"].id},
    ),
    Other(
        "Cá nhân theo số lần khen",
        "Những người được khen nhiều lần nhất.",
        "people_by_awards",
        lambda context: (
            NumberField("least", "Từ số lần", tip="Chỉ liệt kê người được khen từ chừng này lần trở lên"),
            LookupField("unit", "Đơn vị", suggest=asking(context.tasks, suggest_units)),
        ),
        lambda values: {"least": values["least"] or 2, "under": values["unit"].id},
    ),
)


class OtherReport(Page):
    """The fields of one report and its two buttons."""

    def __init__(self, context: Context, other: Other) -> None:
        super().__init__(context)
        self._other = other
        self._verb = "preview"
        self.form = Form(other.fields(context), always_buttons=False)
        self.form.saved.connect(self._ask)
        title = QLabel(other.title)
        title.setProperty("role", "title")
        about = QLabel(other.about)
        about.setProperty("role", "soft")
        rows = QVBoxLayout(self)
        rows.addWidget(title)
        rows.addWidget(about)
        rows.addWidget(self.form)
        rows.addLayout(self._buttons())
        rows.addStretch(1)
        self.setMaximumWidth(620)

    def ask(self, verb: str) -> None:
        """Check the fields and ask for the preview or the file."""
        self._verb = verb
        self.form.save()

    def _ask(self, values: Values) -> None:
        self.document_asked.emit(self._verb, lambda session: self._other.compose(session, values))

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addStretch(1)
        for text, verb in (("Xuất…", "export"), ("Xem trước khi in", "preview")):
            button = QPushButton(text)
            if verb == "preview":
                button.setProperty("role", "primary")
            button.clicked.connect(lambda _checked=False, wanted=verb: self.ask(wanted))
            row.addWidget(button)
        return row
