"""The dossier of those who pledged a title: the form with all of them in it, to be completed and kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.dossier import NominationDraft
from thidua_desktop.records import catalogue, units
from thidua_desktop.services.proposing import dossier_of
from ui.forms.decision_lines import Kept, PickedUnit, Title
from ui.forms.dossier_form import DossierDialog, Prepared
from ui.widgets.page import Context
from ui.widgets.suggest import Picked


def open_pledged(
    context: Context,
    parent: QWidget,
    pledge_id: int,
    under: int | None,
    saved: Callable[[int], None],
) -> None:
    """Read who pledged what this pledge tells of, then show the form."""

    def show(prepared: Prepared) -> None:
        dialog = DossierDialog(context, prepared, parent)
        dialog.saved.connect(saved)
        dialog.open()

    context.tasks.read(lambda session: _prepared(session, pledge_id, under), show, owner=parent)


def _prepared(session: Session, pledge_id: int, under: int | None) -> Prepared:
    draft = dossier_of(session, pledge_id, under)
    kinds = catalogue.list_(session)
    labels = {row.code: row.label for row in kinds}
    unit = units.get(session, draft.unit_id or 0)
    head = {
        "unit": Picked(unit.id, unit.name),
        "received_on": draft.received_on,
        "year": draft.year,
        "type": draft.type,
    }
    listed = draft.nominations
    return Prepared(
        kinds, head, [_row(one, labels) for one in listed], [_home(one, draft.year) for one in listed]
    )


def _row(one: NominationDraft, labels: Mapping[str, str]) -> dict[str, Any]:
    label = labels[one.award]
    collective = one.recipient == "collective"
    name = PickedUnit(one.unit_id, one.name) if collective else Picked(one.person_id, one.name)
    return {
        "recipient": one.recipient,
        "name": name,
        "birth": "",
        "post": one.post,
        "unit": Picked(None, "") if collective else Picked(one.unit_id, one.unit_written),
        "title": Title(one.award, label, label),
        "citation": "",
    }


def _home(one: NominationDraft, year: int) -> Kept | None:
    """What a row's cells cannot hold of a household: which of those of its name it is."""
    if one.household_id is None:
        return None
    return Kept(0, one.award, year, one.name, one.unit_written, one.unit_id, one.household_id)
