"""Thẩm định: a dossier on one screen, each nomination with its card; many are concluded at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from thidua_desktop.domain.dossier import STANDINGS
from thidua_desktop.domain.law.facts import VERDICTS
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.services import agreeing
from thidua_desktop.services import dossiers as services
from thidua_desktop.services.appraising import appraised
from ui.forms import laws
from ui.forms.appraisal_card import CardView
from ui.forms.appraisal_model import WIDTHS, AppraisalModel, Words
from ui.forms.attest_form import AttestDialog, open_questions, waits_for_figures
from ui.forms.suggestions import suggest_titles
from ui.theme import GAP, ROW_HEIGHT, WIDE_GAP
from ui.widgets.combo import Combo
from ui.widgets.fields import ChoiceField, Field, LongTextField, LookupField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Context, Follow
from ui.widgets.suggest import asking

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from thidua_desktop.db import Session
    from thidua_desktop.domain.errors import Refused
    from thidua_desktop.records.dossiers import DossierRow
    from thidua_desktop.services.appraising import Appraised

_WIDTH, _HEIGHT = 1320, 690  # fits 1366×768 with a task bar
_CARD_WIDTH = 400
_OVER = (("yes", "Đủ tiêu chuẩn"), ("no", "Không đủ tiêu chuẩn"), ("", "Theo bảng đối chiếu"))
_CHANGES = (("raised", "Nâng mức"), ("lowered", "Hạ mức"))
_AGREE = "Đồng ý"
_REASON = LongTextField("reason", "Lý do", lines=2)


class AppraisalDialog(QDialog):
    """Shows the cards of a dossier, takes opinions on the ticked ones."""

    def __init__(self, context: Context, dossier: DossierRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._dossier = dossier
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        number_ = f" {dossier.number}" if dossier.number else ""
        self.setWindowTitle(f"Thẩm định hồ sơ{number_} của {dossier.unit}")
        self.model = AppraisalModel(self)
        self._words: Words = str
        self.table = _table(self.model)
        self.card = CardView()
        self.summary = QLabel()
        self.verdicts = _combo("Đối chiếu", VERDICTS)
        opinions = {code or "open": label for code, label in STANDINGS.items()}
        self.standings = _combo("Ý kiến", opinions)
        self.acts: list[QPushButton] = []
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(self._show_card)
        self.model.ticked.connect(self._count)
        for combo in (self.verdicts, self.standings):
            combo.activated.connect(self._narrow)
        context.tasks.changed.connect(self._records_changed)
        self.card.followed.connect(self._follow)
        self._read()

    def done(self, result: int) -> None:
        self._context.state.put_window("appraisal", self)
        super().done(result)

    def ask_attest(self) -> None:
        """Confirm at once what the law leaves to the office's judgement of the ticked nominations."""
        ticked = set(self.model.ticks())
        rows = [row for row in self.model.everything() if row.id in ticked]
        if open_questions(rows):
            AttestDialog(self._context, rows, self._words, self).open()
        elif waits_for_figures(rows):
            self.summary.setText("Chỉ còn chờ số liệu riêng của từng đề nghị: đánh dấu một đề nghị để ghi.")
        else:
            self.summary.setText("Những đề nghị đã đánh dấu không chờ xác nhận nào.")

    def agree(self) -> None:
        """Agree to the ticked nominations as proposed; once for all a reason where cards are against it."""

        def act(session: Session, ids: Sequence[int], values: Mapping[str, Any]) -> None:
            reason = str(values.get("reason", ""))
            agreeing.agree(session, laws.law(session), self._dossier.id, ids, reason)

        odd = agreeing.against(self.model.everything(), self.model.ticks())
        if odd:
            told = f"{number(len(odd))} đề nghị đối chiếu chưa đủ tiêu chuẩn; lý do được lưu cùng ý kiến"
            field = LongTextField("reason", told, lines=3, required=True, wide=True)
            self._ask("Đồng ý", (field,), act)
        else:
            self._write("đồng ý", lambda session, ids: act(session, ids, {}))

    def ask_change(self) -> None:
        """Raise or lower the ticked nominations to an award asked for."""
        fields: tuple[Field, ...] = (
            ChoiceField(
                "standing", "Ý kiến", options=(("raised", "Nâng mức"), ("lowered", "Hạ mức")), empty=None
            ),
            LookupField("award", "Thành", suggest=asking(self._context.tasks, suggest_titles), required=True),
            _REASON,
        )

        def act(session: Session, ids: Sequence[int], values: Mapping[str, Any]) -> None:
            award = str(values["award"].id or "")
            services.appraise(session, ids, values["standing"], award=award, reason=values["reason"])

        self._ask("Nâng, hạ mức", fields, act, {"standing": "raised"})

    def ask_reject(self) -> None:
        """Reject the ticked nominations with a reason."""
        self._ask(
            "Không đồng ý",
            (_REASON,),
            lambda session, ids, values: services.appraise(session, ids, "rejected", reason=values["reason"]),
        )

    def ask_over(self) -> None:
        """Lay the office's own decision over the cards of the ticked nominations."""
        field = ChoiceField("fits", "Cơ quan kết luận", options=_OVER, empty=None)

        def act(session: Session, ids: Sequence[int], values: Mapping[str, Any]) -> None:
            fits = None if values["fits"] == "" else values["fits"] == "yes"
            services.decide_over(session, ids, fits=fits, reason=values["reason"])

        self._ask("Cơ quan kết luận khác bảng đối chiếu", (field, _REASON), act, {"fits": "yes"})

    def _ask(
        self,
        title: str,
        fields: tuple[Field, ...],
        act: Callable[[Session, Sequence[int], Mapping[str, Any]], object],
        values: Mapping[str, Any] | None = None,
    ) -> None:
        if not self.model.ticks():
            self._say_none_ticked()
            return
        told = f"{title}: {number(len(self.model.ticks()))} đề nghị"
        dialog = FormDialog(told, fields, self._context.state, "appraise", self)
        dialog.load(values or {})
        dialog.saved.connect(
            lambda typed: self._write_from(dialog, title, lambda session, ids: act(session, ids, typed))
        )
        dialog.open()

    def _write_from(
        self, dialog: FormDialog, title: str, act: Callable[[Session, Sequence[int]], object]
    ) -> None:
        self._write(
            title[:1].lower() + title[1:],
            act,
            then=dialog.accept,
            refused=lambda refused: dialog.show_problems(refused.problems),
        )

    def _write(
        self,
        words: str,
        act: Callable[[Session, Sequence[int]], object],
        then: Callable[[], None] = lambda: None,
        refused: Callable[[Refused], None] | None = None,
    ) -> None:
        ids = self.model.ticks()
        if not ids:
            self._say_none_ticked()
            return
        self._context.tasks.write(
            f"Thẩm định {number(len(ids))} đề nghị: {words}",
            lambda session: act(session, ids),
            lambda _done: then(),
            owner=self,
            refused=refused or self._say_refused,
        )

    def _say_none_ticked(self) -> None:
        self.summary.setText("Đánh dấu những đề nghị cần cho ý kiến trước.")

    def _say_refused(self, refused: Refused) -> None:
        self.summary.setText(str(refused))

    def _records_changed(self, kinds: frozenset[str]) -> None:
        if kinds & {"nomination", "dossier", "award", "rating", "idea", "discipline", "attested", "whole"}:
            self._read()

    def _read(self) -> None:
        read = partial(_judged, dossier_id=self._dossier.id)
        self._context.tasks.read(read, self._show, owner=self, key="appraisal")

    def _show(self, read: tuple[list[Appraised], Words]) -> None:
        rows, self._words = read
        at = max(self.table.currentIndex().row(), 0)
        self.model.show(rows, self._words)
        self.table.setCurrentIndex(self.model.index(min(at, self.model.rowCount() - 1), 0))
        self._count()

    def _narrow(self) -> None:
        self.model.narrow(str(self.verdicts.currentData() or ""), str(self.standings.currentData() or ""))
        self.table.setCurrentIndex(self.model.index(0, 0))

    def _count(self) -> None:
        rows = self.model.everything()
        counts = Counter(row.card.stands for row in rows)
        parts = [f"{number(counts[code])} {label}" for code, label in VERDICTS.items()]
        ticked = len(self.model.ticks())
        said = f"{number(len(rows))} đề nghị: {', '.join(parts)}"
        hidden = self.model.hidden_ticks()
        rest = f" ({number(hidden)} dòng khác đang bị lọc, không tính)" if hidden else ""
        self.summary.setText(f"{said} · đã đánh dấu {number(ticked)}{rest}")
        self.acts[-1].setText(f"{_AGREE} ({number(ticked)})" if ticked else _AGREE)
        for button in self.acts:
            button.setEnabled(ticked > 0)

    def _show_card(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = self.model.row(current.row())
        self.card.show_card(row, self._words)

    def _follow(self, follow: Follow) -> None:
        """Go to a record: behind this window nobody would see it."""
        followed = getattr(self.parent(), "followed", None)
        if followed is not None:
            self.accept()
            followed.emit(follow)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(GAP)
        for combo in (self.verdicts, self.standings):
            top.addWidget(combo)
        for text, on in (("Đánh dấu hết", True), ("Bỏ đánh dấu", False)):
            top.addWidget(_button(text, partial(self.model.tick_shown, on=on)))
        top.addStretch(1)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(self.table)
        splitter.addWidget(self.card)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([_WIDTH - _CARD_WIDTH, _CARD_WIDTH])
        bottom = QHBoxLayout()
        bottom.setSpacing(GAP)
        bottom.addStretch(1)
        for text, slot in (
            ("Xác nhận…", self.ask_attest),
            ("Cơ quan kết luận…", self.ask_over),
            ("Không đồng ý…", self.ask_reject),
            ("Nâng, hạ mức…", self.ask_change),
            (_AGREE, self.agree),
        ):
            button = _button(text, slot)
            self.acts.append(button)
            bottom.addWidget(button)
        self.acts[-1].setProperty("role", "primary")
        bottom.addWidget(_button("Đóng (Esc)", self.reject))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, WIDE_GAP, WIDE_GAP, WIDE_GAP)
        layout.setSpacing(GAP)
        layout.addLayout(top)
        layout.addWidget(splitter, 1)
        layout.addWidget(self.summary)
        layout.addLayout(bottom)
        self.resize(_WIDTH, _HEIGHT)
        self._context.state.restore_window("appraisal", self)


def _judged(session: Session, *, dossier_id: int) -> tuple[list[Appraised], Words]:
    return appraised(session, laws.law(session), dossier_id), laws.wording(session)


def _table(model: AppraisalModel) -> QTableView:
    table = QTableView()
    table.setModel(model)
    table.setAccessibleName("Đề nghị khen thưởng")
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setShowGrid(False)
    table.setAlternatingRowColors(True)
    table.setWordWrap(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    table.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
    for column, width in enumerate(WIDTHS):
        table.setColumnWidth(column, width)
    table.horizontalHeader().setStretchLastSection(True)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return table


def _combo(name: str, options: Mapping[str, str]) -> Combo:
    combo = Combo()
    combo.setAccessibleName(name)
    combo.addItem(f"{name}: Tất cả", "")
    for code, label in options.items():
        combo.addItem(label[:1].upper() + label[1:], code)
    return combo


def _button(text: str, slot: Callable[[], object]) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    button.clicked.connect(lambda: slot())  # noqa: PLW0108 - clicked carries a bool
    return button
