"""The other reports: a few fields each, then preview or file. The next report is one more entry here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from importlib import import_module
from typing import Any

from PySide6.QtWidgets import QLabel, QVBoxLayout

from thidua_desktop.db import Session
from thidua_desktop.documents.document import Document
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.period import Period
from thidua_desktop.records import settings
from thidua_desktop.services.forecast import PATIENCE
from ui.forms import laws
from ui.forms.head_form import HeadForm, Place
from ui.forms.suggestions import suggest_decisions, suggest_people, suggest_units
from ui.pages.reports.report_view import Build, ReportView
from ui.theme import GAP
from ui.widgets.fields import CheckField, Field, LookupField, NumberField
from ui.widgets.page import Context
from ui.widgets.suggest import asking

Values = Mapping[str, Any]
_WIDTH = 460
_FIRST_YEAR = 1945
_LEAST = 2  # times from which people are listed when nothing is said
_NEXT = "Chọn xong, bấm “Xem trước khi in” (Ctrl+P) hoặc “Xuất…” (Ctrl+E) ở bên trái."


@dataclass(frozen=True)
class Other:
    """One report: its title, what it says, its module, its fields and how they become its Options.

    options raises Refused when the fields do not go together; start is what the fields hold at first.
    package is where the module lies: reports that ask the law are among the services.
    """

    title: str
    about: str
    module: str
    fields: Callable[[Context], tuple[Field, ...]]
    options: Callable[[Values], dict[str, Any]]
    start: Values = field(default_factory=dict)
    package: str = "reports"

    def compose(self, asked: Values, session: Session) -> Document:
        """Build and compose the report."""
        report = import_module(f"thidua_desktop.{self.package}.{self.module}")
        options = report.Options(**asked)
        document: Document = report.compose(report.build(session, options), options, settings.all_(session))
        return document


def _years(values: Values) -> Period | None:
    """The years earned asked for, None for all."""
    since, until = values["since"], values["until"]
    if since is None and until is None:
        return None
    try:
        last = until or datetime.now().astimezone().year
        period = Period(date(since or _FIRST_YEAR, 1, 1), date(last, 12, 31), "earned")
    except ValueError:
        raise Refused(Problem("until", "Năm gồm bốn chữ số, ví dụ 2019.")) from None
    if period.end < period.start:
        raise Refused(Problem("until", "Năm cuối trước năm đầu."))
    return period


_YEARS = (
    NumberField("since", "Từ năm (để trống: tất cả)", grouped=False, tip="Năm thành tích"),
    NumberField("until", "Đến năm", grouped=False, tip="Năm thành tích"),
)

_THIS_YEAR = datetime.now().astimezone().year

OTHERS: tuple[Other, ...] = (
    Other(
        "Dự báo khen thưởng",
        "Ai có thể được đề nghị gì năm nay và năm sau, còn thiếu gì; ai nhiều năm chưa được khen.",
        "forecast_report",
        lambda context: (
            NumberField("year", "Năm", grouped=False, required=True),
            LookupField("unit", "Đơn vị (để trống: tất cả)", suggest=asking(context.tasks, suggest_units)),
            NumberField("patience", f"Số năm chưa được khen (để trống: {PATIENCE})"),
        ),
        lambda values: {
            "year": values["year"],
            "unit": values["unit"].id,
            "patience": values["patience"] or PATIENCE,
            "law": laws.law,
        },
        {"year": _THIS_YEAR},
        "services",
    ),
    Other(
        "Nhắc đơn vị",
        "Đơn vị chưa đăng ký thi đua, chưa gửi hồ sơ đề nghị trong năm.",
        "reminder",
        lambda _context: (NumberField("year", "Năm", grouped=False, required=True),),
        lambda values: {"year": values["year"]},
        {"year": _THIS_YEAR},
    ),
    Other(
        "Danh sách của đơn vị",
        "Cá nhân và tập thể của một đơn vị với các lượt khen.",
        "unit_roster",
        lambda context: (
            LookupField("unit", "Đơn vị", suggest=asking(context.tasks, suggest_units), required=True),
            CheckField("below", "Cả các đơn vị trực thuộc"),
            *_YEARS,
        ),
        lambda values: {
            "unit": values["unit"].id,
            "below": values["below"],
            "period": _years(values),
        },
        {"below": True},
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
                "least", f"Từ số lần (để trống: {_LEAST})", tip="Chỉ liệt kê người được khen từ chừng này lần"
            ),
            LookupField("unit", "Đơn vị (để trống: tất cả)", suggest=asking(context.tasks, suggest_units)),
            *_YEARS,
        ),
        lambda values: {
            "least": values["least"] or _LEAST,
            "under": values["unit"].id,
            "period": _years(values),
        },
    ),
)


class OtherReport(ReportView):
    """The fields of one report."""

    def __init__(self, context: Context, other: Other) -> None:
        super().__init__(context)
        self._other = other
        fields = other.fields(context)
        self.form = HeadForm(fields, _places(fields))
        self.form.load(other.start)
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
        asked: Values = {}
        if not problems:
            try:
                asked = self._other.options(self.form.values())
            except Refused as refused:
                problems = list(refused.problems)
        self.form.show_problems(problems)
        return None if problems else partial(self._other.compose, asked)

    def folder(self) -> str:
        """The report's own title."""
        return self._other.title


def _places(fields: Sequence[Field]) -> dict[str, Place]:
    """One field a line, the two years side by side."""
    places: dict[str, Place] = {}
    for field_ in fields:
        line = len(places)
        if field_.code == "until":
            places["until"] = (line - 1, 1, 1)
        else:
            places[field_.code] = (line, 0, 1 if field_.code == "since" else 2)
    return places
