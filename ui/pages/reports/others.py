"""The other reports: a few fields each, then preview or file. The next report is one more entry here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout

from thidua_desktop.db import Session
from thidua_desktop.documents.document import Document
from thidua_desktop.records import settings
from ui.forms.head_form import HeadForm
from ui.forms.suggestions import suggest_decisions, suggest_people, suggest_units
from ui.pages.reports.report_view import Build, ReportView
from ui.theme import GAP
from ui.widgets.fields import CheckField, Field, LookupField, NumberField
from ui.widgets.page import Context
from ui.widgets.suggest import asking

Values = Mapping[str, Any]
_WIDTH = 460
_NEXT = "Chọn xong, bấm “Xem trước khi in” (Ctrl+P) hoặc “Xuất…” (Ctrl+E) ở bên trái."


@dataclass(frozen=True)
class Other:
    """One report: its title, what it says, its module, its fields and how they become its Options."""

    title: str
    about: str
    module: str
    fields: Callable[[Context], tuple[Field, ...]]
    options: Callable[[Values], dict[str, Any]]

    def compose(self, values: Values, session: Session) -> Document:
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
            NumberField(
                "least", "Từ số lần (để trống: 2)", tip="Chỉ liệt kê người được khen từ chừng này lần"
            ),
            LookupField(
                "unit",
                "Đơn vị (để trống: tất cả)",
                suggest=asking(context.tasks, suggest_units),
            ),
        ),
        lambda values: {"least": values["least"] or 2, "under": values["unit"].id},
    ),
)


class OtherReport(ReportView):
    """The fields of one report."""

    def __init__(self, context: Context, other: Other) -> None:
        super().__init__(context)
        self._other = other
        fields = other.fields(context)
        self.form = HeadForm(fields, {field.code: (row, 0, 1) for row, field in enumerate(fields)})
        self.form.setMaximumWidth(_WIDTH)
        title, about, after = QLabel(other.title), QLabel(other.about), QLabel(_NEXT)
        title.setProperty("role", "title")
        for soft in (about, after):
            soft.setProperty("role", "soft")
            soft.setWordWrap(True)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(GAP)
        for widget in (title, about, self.form, after):
            rows.addWidget(widget)
        rows.addStretch(1)

    def build(self, *, all_rows: bool) -> Build | None:
        """What composes the document; these reports list every row anyway."""
        del all_rows
        problems = self.form.unread()
        self.form.show_problems(problems)
        return None if problems else partial(self._other.compose, self.form.values())

    def folder(self) -> str:
        """The report's own title."""
        return self._other.title
