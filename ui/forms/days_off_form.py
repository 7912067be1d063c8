"""The days nobody works here, so that terms in working days come out right: Tết and other holidays."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtWidgets import QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import parse_date, show
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.law.working_days import fixed_days_off
from thidua_desktop.records import days_off
from thidua_desktop.services.recipients import today
from ui.widgets.fields import TableField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.grid_model import GridColumn
from ui.widgets.page import Context

_LABEL = "Ngày nghỉ lễ, Tết (thứ bảy, chủ nhật tự trừ; những ngày gợi ý chưa đối chiếu văn bản)"


class DaysOffDialog(FormDialog):
    """Edits the days off; a file without any is offered those that fall on the same day every year."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        table = TableField(
            "days",
            _LABEL,
            wide=True,
            lines=10,
            columns=(GridColumn("day", "Ngày", 130), GridColumn("name", "Tên ngày nghỉ", 330)),
        )
        super().__init__("Ngày nghỉ", (table,), context.state, "days-off", parent)
        self._context = context
        self.saved.connect(self._keep)
        context.tasks.read(_kept, self._fill, owner=self)

    def _fill(self, rows: list[dict[str, str]]) -> None:
        self.load({"days": rows})

    def _keep(self, values: Mapping[str, Any]) -> None:
        try:
            wanted = dict(_read(place, row) for place, row in enumerate(values["days"]))
        except Refused as refused:
            self.show_problems(refused.problems)
            return
        self._context.tasks.write(
            "Ghi ngày nghỉ",
            lambda session: days_off.keep(session, wanted),
            lambda _done: self.accept(),
            owner=self,
        )


def _kept(session: Session) -> list[dict[str, str]]:
    found = [(row.on, row.name) for row in days_off.rows(session)]
    proposed = [(one.day, one.name) for one in fixed_days_off(today().year)]
    return [{"day": show(on), "name": name} for on, name in found or proposed]


def _read(place: int, row: Mapping[str, Any]) -> tuple[date, str]:
    try:
        return parse_date(str(row["day"])), str(row["name"])
    except ValueError as error:
        raise Refused(Problem(f"days.{place}.day", str(error))) from None
