"""A nomination dossier with its list: the unit's submission on top, the recipients typed or pasted below."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.catalogue import AWARD_TYPES
from thidua_desktop.domain.decision import AwardDraft
from thidua_desktop.domain.dossier import DossierDraft, NominationDraft, PaperDraft
from thidua_desktop.records import catalogue, dossiers, nominations
from thidua_desktop.records.catalogue import AwardKindRow
from thidua_desktop.records.dossiers import DossierRow
from thidua_desktop.records.nominations import NominationRow
from thidua_desktop.services import dossiers as services
from thidua_desktop.services.dossier_papers import asked
from thidua_desktop.services.recipients import today
from ui.forms import laws
from ui.forms.decision_lines import Kept, Title, counted
from ui.forms.list_form import ListForm
from ui.forms.list_keeping import Unsaved
from ui.forms.suggestions import suggest_campaigns, suggest_units
from ui.tasks import Tasks
from ui.widgets.fields import ChoiceField, DateField, Field, LookupField, NumberField, TextField
from ui.widgets.page import Context
from ui.widgets.suggest import Picked, asking

_PLACES = {
    "unit": (0, 0, 2),
    "number": (0, 2, 1),
    "submitted_on": (0, 3, 1),
    "received_on": (0, 4, 1),
    "year": (0, 5, 1),
    "type": (1, 0, 2),
    "campaign": (1, 2, 2),
    "note": (1, 4, 2),
}


@dataclass(frozen=True)
class Prepared:
    """The catalogue, and the dossier to show."""

    kinds: Sequence[AwardKindRow]
    head: dict[str, Any]
    rows: list[dict[str, Any]] = field(default_factory=list)
    kept: list[Kept | None] = field(default_factory=list)
    papers: tuple[PaperDraft, ...] = ()
    dossier_id: int | None = None
    slot: str = ""  # of what was left unsaved


def head_fields(tasks: Tasks) -> tuple[Field, ...]:
    """What is known of a dossier before its list."""
    return (
        LookupField("unit", "Đơn vị trình", suggest=asking(tasks, suggest_units), required=True),
        TextField("number", "Số tờ trình", placeholder="12/TTr-…"),
        DateField("submitted_on", "Ngày tờ trình"),
        DateField("received_on", "Ngày nhận", required=True),
        NumberField("year", "Năm", grouped=False, required=True),
        ChoiceField("type", "Loại hình", options=tuple(AWARD_TYPES.items()), empty=None),
        LookupField("campaign", "Phong trào", suggest=asking(tasks, suggest_campaigns)),
        TextField("note", "Ghi chú"),
    )


def head_values(row: DossierRow) -> dict[str, Any]:
    """What the fields show of a dossier kept."""
    return {
        "unit": Picked(row.unit_id, row.unit),
        "number": row.number,
        "submitted_on": row.submitted_on,
        "received_on": row.received_on,
        "year": row.year,
        "type": row.type,
        "campaign": Picked(row.campaign_id, row.campaign),
        "note": row.note,
    }


def dossier_draft(
    values: Mapping[str, Any],
    nominations_: tuple[NominationDraft, ...] = (),
    papers: tuple[PaperDraft, ...] = (),
) -> DossierDraft:
    """The head as typed, with a list and papers."""
    return DossierDraft(
        values["unit"].id,
        values["received_on"],
        values["year"],
        values["number"],
        values["submitted_on"],
        values["type"],
        values["campaign"].id,
        values["note"],
        nominations_,
        papers,
    )


def prepare(session: Session, dossier_id: int | None) -> Prepared:
    """A dossier kept, or a new one received today."""
    kinds = catalogue.list_(session)
    if dossier_id is None:
        return Prepared(kinds, {"received_on": today(), "year": today().year, "type": "merit"})
    labels = {row.code: row.label for row in kinds}
    rows = nominations.of(session, dossier_id)
    return Prepared(
        kinds,
        head_values(dossiers.get(session, dossier_id)),
        [_row(row, labels) for row in rows],
        [_kept(row) for row in rows],
        tuple(dossiers.papers(session, dossier_id)),
        dossier_id,
    )


def prepare_unsaved(session: Session, left: Unsaved) -> Prepared:
    """What was left unsaved; a dossier removed meanwhile is received as a new one."""
    known = left.record_id if left.record_id is not None else 0
    gone = not dossiers.rows(session, [known])
    kept: list[Kept | None] = [None] * len(left.rows) if gone else left.kept
    papers = () if gone else tuple(dossiers.papers(session, known))
    dossier_id = None if gone else left.record_id
    return Prepared(catalogue.list_(session), left.head, left.rows, kept, papers, dossier_id, left.slot)


def open_dossier(
    context: Context,
    parent: QWidget,
    saved: Callable[[int], None],
    *,
    dossier_id: int | None = None,
    left: Unsaved | None = None,
) -> None:
    """Read what the form needs, then show it: a new dossier, one kept, or one left unsaved."""

    def read(session: Session) -> Prepared:
        return prepare_unsaved(session, left) if left else prepare(session, dossier_id)

    def show(prepared: Prepared) -> None:
        dialog = DossierDialog(context, prepared, parent)
        dialog.saved.connect(saved)
        dialog.open()

    context.tasks.read(read, show, owner=parent)


class DossierDialog(ListForm):
    """Enters or corrects a dossier with its list.

    Signals:
        saved: the id of the dossier, once it is in the file.
    """

    saved = Signal(int)
    code = "dossier"
    list_name = "nominations"

    def __init__(self, context: Context, prepared: Prepared, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            head_fields(context.tasks),
            _PLACES,
            prepared.kinds,
            parent,
            record_id=prepared.dossier_id,
            slot=prepared.slot,
        )
        self._prepared = prepared
        self.grid.setAccessibleName("Danh sách đề nghị")
        self.load(prepared.head, prepared.rows, prepared.kept)
        self.setWindowTitle("Hồ sơ đề nghị mới" if self._id is None else "Sửa hồ sơ đề nghị")
        self.hear()
        self.count()
        self.head.editor("unit").setFocus()

    def keep(self) -> None:
        """Write the dossier with its nominations."""
        values = self.head.values()
        rows = tuple(map(_nomination, self.grid.drafts()))
        draft = dossier_draft(values, rows, self._prepared.papers)
        verb = "Nhận" if self._id is None else "Sửa"
        self._context.tasks.write(
            f"{verb} hồ sơ đề nghị của {values['unit'].text}",
            partial(_save, dossier_id=self._id, draft=draft),
            self._saved,
            owner=self,
            refused=self.refused,
        )

    def count(self) -> None:
        """Tell what the list holds."""
        found = counted(self.grid.rows())
        told = f"{found.persons} cá nhân, {found.collectives} tập thể, {found.households} hộ"
        self.counts.setText(f"{found.total} đề nghị: {told}")
        self.grid.show_problems(self.grid.live_problems())

    def _saved(self, dossier_id: int) -> None:
        self.forget()
        self.saved.emit(dossier_id)
        self.accept()


def _save(session: Session, *, dossier_id: int | None, draft: DossierDraft) -> int:
    if dossier_id is None:
        return services.receive(session, replace(draft, papers=asked(laws.book(session), draft)))
    services.correct(session, dossier_id, draft)
    return dossier_id


def _nomination(award: AwardDraft) -> NominationDraft:
    return NominationDraft(
        award.award,
        award.recipient,
        award.name,
        award.person_id,
        award.unit_id,
        award.household_id,
        award.post,
        award.unit_written,
        award.citation,
        award.id,
    )


def _row(row: NominationRow, labels: Mapping[str, str]) -> dict[str, Any]:
    label = labels[row.asked]
    return {
        "recipient": row.recipient,
        "name": Picked(row.person_id, row.name),
        "birth": "",
        "post": row.post,
        "unit": Picked(None if row.recipient == "collective" else row.unit_id, row.unit),
        "title": Title(row.asked, label, label),
        "citation": row.citation,
    }


def _kept(row: NominationRow) -> Kept:
    return Kept(row.id, row.asked, row.year, row.name, row.unit, row.unit_id, row.household_id)
