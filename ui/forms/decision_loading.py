"""What the form of a decision begins with, read before it is shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.records import awards, catalogue, decisions, people
from thidua_desktop.records.awards import AwardRow
from thidua_desktop.records.catalogue import AwardKindRow
from thidua_desktop.records.query import ListQuery
from ui.forms.decision_fields import head_values
from ui.forms.decision_lines import Kept, Title
from ui.forms.list_keeping import Unsaved
from ui.widgets.suggest import Picked

_SAME_AS_LAST = ("level", "authority", "signer", "signer_post", "type")


@dataclass(frozen=True)
class Prepared:
    """The catalogue, and the decision to show: a new one, one kept, or one left unsaved."""

    kinds: Sequence[AwardKindRow]
    head: dict[str, Any]
    rows: list[dict[str, Any]] = field(default_factory=list)
    kept: list[Kept | None] = field(default_factory=list)
    decision_id: int | None = None
    slot: str = ""  # of what was left unsaved


def prepare(session: Session, decision_id: int | None = None) -> Prepared:
    """A decision kept; a new one has the authority and signer of the last."""
    kinds = catalogue.list_(session)
    if decision_id is None:
        return Prepared(kinds, {"level": "district", "type": "merit"} | last_head(session))
    labels = {row.code: row.label for row in kinds}
    listed = awards.of_decision(session, decision_id)
    found = people.rows(session, sorted({row.person_id for row in listed if row.person_id is not None}))
    births = {row.id: str(row.birth or "") for row in found}
    return Prepared(
        kinds,
        head_values(decisions.get(session, decision_id)),
        [_row(row, labels, births) for row in listed],
        [_kept(row) for row in listed],
        decision_id,
    )


def prepare_unsaved(session: Session, left: Unsaved) -> Prepared:
    """What was left unsaved; one of a decision removed meanwhile is entered as a new one."""
    known = left.record_id if left.record_id is not None else 0
    gone = not decisions.rows(session, [known])
    kept: list[Kept | None] = [None] * len(left.rows) if gone else left.kept
    decision_id = None if gone else left.record_id
    return Prepared(catalogue.list_(session), left.head, left.rows, kept, decision_id, left.slot)


def last_head(session: Session, level: str = "") -> dict[str, Any]:
    """Authority and signer of the latest decision, of a level when one is given."""
    query = ListQuery(filters={"level": level} if level else {})
    latest = decisions.rows(session, decisions.ids(session, query)[:1])
    values = head_values(latest[0]) if latest else {}
    return {code: values[code] for code in _SAME_AS_LAST if code in values}


def _row(row: AwardRow, labels: dict[str, str], births: dict[int, str]) -> dict[str, Any]:
    label = labels[row.award]
    return {
        "recipient": row.recipient,
        "name": Picked(row.person_id, row.name),
        "birth": births.get(row.person_id or 0, ""),
        "post": row.post,
        "unit": Picked(None if row.recipient == "collective" else row.unit_id, row.unit),
        "title": Title(row.award, label, label),
        "citation": row.citation,
    }


def _kept(row: AwardRow) -> Kept:
    return Kept(
        row.id, row.award, row.year, row.name, row.unit, row.unit_id, row.household_id, row.title_written
    )
