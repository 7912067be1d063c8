"""The days nobody works here, and those worked instead, so that terms in working days come out right."""

from collections.abc import Mapping, Sequence
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

_LABEL = "Ngày nghỉ lễ, Tết, ngày làm bù (thứ bảy, chủ nhật tự trừ; ngày gợi ý chưa đối chiếu)"
_OFF, _WORKED = "off", "worked"
_KINDS = ((_OFF, "Nghỉ"), (_WORKED, "Làm bù"))
_SATURDAY = 5
Day = tuple[date, str, str]


class DaysOffDialog(FormDialog):
    """Edits the days off; a file without any is offered those that fall on the same day every year."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        table = TableField(
            "days",
            _LABEL,
            wide=True,
            lines=10,
            columns=(
                GridColumn("day", "Ngày", 110),
                GridColumn("kind", "Loại", 110, "choice", options=_KINDS, default=_OFF),
                GridColumn("name", "Tên", 240),
            ),
        )
        super().__init__("Ngày nghỉ, ngày làm bù", (table,), context.state, "days-off", parent)
        self._context = context
        self.saved.connect(self._keep)
        context.tasks.read(_kept, self._fill, owner=self)

    def _fill(self, rows: list[dict[str, str]]) -> None:
        self.load({"days": rows})

    def _keep(self, values: Mapping[str, Any]) -> None:
        try:
            read = [_read(place, row) for place, row in enumerate(values["days"])]
        except Refused as refused:
            self.show_problems(refused.problems)
            return
        self.write(self._context.tasks, "Ghi ngày nghỉ, ngày làm bù", lambda session: _write(session, read))


def _kept(session: Session) -> list[dict[str, str]]:
    found = [(row.on, _OFF, row.name) for row in days_off.rows(session)]
    found += [(on, _WORKED, name) for on, name in days_off.worked(session).items()]
    proposed = [(one.day, _OFF, one.name) for one in fixed_days_off(today().year)]
    return [{"day": show(on), "kind": kind, "name": name} for on, kind, name in sorted(found or proposed)]


def _read(place: int, row: Mapping[str, Any]) -> Day:
    try:
        on = parse_date(str(row["day"]))
    except ValueError as error:
        raise Refused(Problem(f"days.{place}.day", str(error))) from None
    kind = str(row["kind"] or _OFF)
    if kind not in dict(_KINDS):
        raise Refused(Problem(f"days.{place}.kind", f"Dòng {place + 1}: chọn ngày nghỉ hoặc ngày làm bù."))
    if kind == _WORKED and on.weekday() < _SATURDAY:
        said = f"{show(on)} không phải thứ bảy, chủ nhật: ngày làm bù chỉ ghi cho hai ngày này."
        raise Refused(Problem(f"days.{place}.day", said))
    return on, kind, str(row["name"])


def _write(session: Session, read: Sequence[Day]) -> None:
    days_off.keep(session, {on: name for on, kind, name in read if kind == _OFF})
    days_off.keep_worked(session, {on: name for on, kind, name in read if kind == _WORKED})
