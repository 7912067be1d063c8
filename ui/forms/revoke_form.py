"""Thu hồi khen thưởng: which awards, by which decision."""

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QLabel, QListWidget, QListWidgetItem, QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.decision import DecisionDraft
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import awards
from thidua_desktop.records.awards import AwardRow
from thidua_desktop.services import decisions as services
from ui.forms.suggestions import suggest_decisions
from ui.widgets.fields import ChoiceField, DateField, Field, LookupField, TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Context
from ui.widgets.suggest import asking

_HOW = (
    "Đánh dấu những lượt bị thu hồi, rồi chọn quyết định thu hồi. Lượt đã thu hồi vẫn còn trong sổ để "
    "tra cứu nhưng không tính vào số liệu."
)
_NEW = "Chưa có trong sổ: ghi thêm ở dưới, sẽ vào sổ khi lưu."
_OF_A_NEW_ONE = ("decided_on", "level", "authority", "signer")


class RevokeDialog(FormDialog):
    """Asks for awards and the decision that revokes them; unticking a revoked one takes that back."""

    def __init__(
        self,
        context: Context,
        *,
        decision: int | None = None,
        chosen: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Thu hồi khen thưởng", _fields(context), context.state, "revoke", parent)
        self._context = context
        self._before: set[int] = set()
        self.list = QListWidget()
        self._add_list()
        self.form.saved.connect(self._keep)
        self.form.changed.connect(self._enable)
        self._enable()
        wanted = list(chosen)

        def read(session: Session) -> list[AwardRow]:
            return awards.of_decision(session, decision) if decision else awards.rows(session, wanted)

        context.tasks.read(read, self._show_awards, owner=self)

    def ticked(self) -> list[int]:
        """Ids of the awards marked as revoked."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return [_id(item) for item in items if item.checkState() == Qt.CheckState.Checked]

    def _add_list(self) -> None:
        how = QLabel(_HOW)
        how.setWordWrap(True)
        how.setProperty("role", "soft")
        self.list.setAccessibleName("Các lượt khen")
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        layout = self.layout()
        if layout is not None:
            layout.removeWidget(self.form)
            for widget in (how, self.list, self.form):
                layout.addWidget(widget)
        self.form.setMaximumHeight(self.form.natural_height() + 40)
        self.resize(self.screen().availableSize().boundedTo(QSize(640, 560)))

    def _show_awards(self, rows: list[AwardRow]) -> None:
        for place, row in enumerate(rows, start=1):
            words = " · ".join(filter(None, (row.name, row.post, row.unit, row.title, str(row.year))))
            item = QListWidgetItem(f"{place}. {words}")
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            revoked = row.revoked_by is not None
            item.setCheckState(Qt.CheckState.Checked if revoked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
            if revoked:
                self._before.add(row.id)
        if rows:  # mostly who gave takes back
            self.form.load({"level": rows[0].level, "authority": rows[0].authority})
            self._enable()
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _enable(self) -> None:
        """Ask for date and authority only of a decision the book does not hold."""
        by = self.form.editor("revoked_by").value()
        for code in _OF_A_NEW_ONE:
            self.form.editor(code).setEnabled(bool(by) and by.id is None)

    def _keep(self, values: dict[str, Any]) -> None:
        ticked = self.ticked()
        fresh = [award_id for award_id in ticked if award_id not in self._before]
        back = sorted(self._before - set(ticked))
        by = values["revoked_by"]
        if fresh and not by:
            self.show_problems([Problem("revoked_by", "Chưa chọn quyết định thu hồi.")])
            return
        if not fresh and not back:
            self.show_problems([Problem("", "Chưa đánh dấu lượt nào: bấm phím cách trên dòng cần thu hồi.")])
            return

        def keep(session: Session) -> None:
            if fresh:
                made = by.id if by.id is not None else services.register(session, _draft(values))
                services.revoke(session, fresh, made)
            if back:
                services.restore(session, back)

        name = (
            f"Thu hồi {number(len(fresh))} lượt khen"
            if fresh
            else f"Bỏ thu hồi {number(len(back))} lượt khen"
        )
        self._context.tasks.write(name, keep, self._kept, owner=self, refused=self._refused)

    def _kept(self, _none: None) -> None:
        self.accept()

    def _refused(self, refused: Refused) -> None:
        beside = {"number": "revoked_by"}
        self.show_problems(
            [Problem(beside.get(one.field, one.field), one.message) for one in refused.problems]
        )


def _fields(context: Context) -> tuple[Field, ...]:
    return (
        LookupField(
            "revoked_by",
            "Theo quyết định",
            suggest=asking(context.tasks, suggest_decisions),
            allow_new=True,
            new_note=_NEW,
            placeholder="Gõ số quyết định thu hồi",
        ),
        DateField("decided_on", "Ngày ký"),
        ChoiceField("level", "Cấp ban hành", options=tuple(LEVELS.items()), empty=None),
        TextField("authority", "Cơ quan ban hành"),
        TextField("signer", "Người ký"),
    )


def _draft(values: Mapping[str, Any]) -> DecisionDraft:
    return DecisionDraft(
        number=values["revoked_by"].text,
        decided_on=values["decided_on"],
        level=values["level"],
        authority=values["authority"],
        signer=values["signer"],
        note="Thu hồi khen thưởng",
    )


def _id(item: QListWidgetItem) -> int:
    return int(item.data(Qt.ItemDataRole.UserRole))
