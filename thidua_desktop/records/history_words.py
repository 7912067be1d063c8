"""Values of the journal in words: links by the name of the record, codes by their labels, dates as read."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, func, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import (
    award,
    award_kind,
    campaign,
    change,
    council,
    decision,
    dossier,
    drafted,
    event,
    household,
    idea,
    meeting,
    metadata,
    nomination,
    person,
    submission,
    unit,
)
from thidua_desktop.db.types import Day, Partial
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.field_names import RECORD_WORDS, SENSITIVE
from thidua_desktop.domain.law.changed import of_body, of_change
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import settings

NOTHING = "(trống)"
_LONG = 120  # letters of a text told in one line
_NAMED: dict[str, ColumnElement[Any]] = {
    "unit": unit.c.name,
    "person": person.c.name,
    "household": household.c.name,
    "campaign": campaign.c.name,
    "event": event.c.name,
    "decision": decision.c.number,
    "idea": idea.c.name,
    "council": council.c.name,
    "drafted": drafted.c.name,
    "submission": submission.c.number,
    "nomination": nomination.c.name_written,
    "award": award.c.name_written,
    "dossier": dossier.c.number,
    "meeting": meeting.c.place,
    "award_kind": func.coalesce(func.nullif(award_kind.c.short, ""), award_kind.c.name),
}
_RULE = ("local_rule", "body")  # kept as an entry of law; told by what it writes otherwise
_NUMBERED = frozenset({"decision", "submission", "dossier"})
_WRITTEN = frozenset({"nomination", "award"})
_JOINED = {"recipients": "|", "levels": "|", "awards": "+"}


class Words:
    """Turns stored values into words; names of records are looked up once."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._names: dict[tuple[str, int], str] = {}
        self._kinds: dict[str, str] = {}
        self._hidden: frozenset[str] | None = None

    def fields(self, table: str, values: Mapping[str, Any]) -> list[str]:
        """Each field that holds something: "Ngày sinh: 1983"."""
        told = []
        for column, label in self._shown(table):
            if (table, column) == _RULE:
                told += of_body(json.loads(values[column]))
            elif values.get(column) not in (None, ""):
                told.append(f"{label}: {self.value(table, column, values[column])}")
        return told

    def changes(self, table: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
        """Each field that changed: "Ngày sinh: 1983 → 1984"."""
        told = []
        for column, label in self._shown(table):
            if (table, column) == _RULE and column in after:
                told += of_change(json.loads(before[column]), json.loads(after[column]))
            elif column in after:
                old, new = (self.value(table, column, side[column]) for side in (before, after))
                told.append(f"{label}: {old} → {new}")
        return told

    def record(self, table: str, values: Mapping[str, Any], owner: str = "") -> str:
        """A record in a few words, "Hiệu trưởng, Trường Tiểu học"; the column of its owner is left out."""
        told = [
            f"năm {values[column]}" if column.endswith("year") else self.value(table, column, values[column])
            for column in RECORD_WORDS[table].told
            if column != owner and values.get(column) not in (None, "")
        ]
        return ", ".join(told) or NOTHING

    def _shown(self, table: str) -> list[tuple[str, str]]:
        if self._hidden is None:
            switched_on = settings.all_(self._session)["sensitive"]
            self._hidden = frozenset() if switched_on else SENSITIVE
        fields = RECORD_WORDS[table].fields.items()
        return [(column, label) for column, label in fields if column not in self._hidden]

    def value(self, table: str, column: str, raw: Any) -> str:
        """One stored value in words."""
        words = RECORD_WORDS[table]
        codes = words.codes.get(column)
        if codes is not None and column not in _JOINED:
            code = str(raw if raw is not None else "")
            return codes.get(code, code if column in words.also else NOTHING)
        if raw in (None, ""):
            return NOTHING
        if column in _JOINED:
            labels = codes or self._kind_names()
            return ", ".join(labels.get(code, NOTHING) for code in str(raw).split(_JOINED[column]))
        kept = metadata.tables[table].c[column]
        for link in kept.foreign_keys:
            return self._name(link.column.table.name, int(raw))
        if isinstance(kept.type, Day | Partial):
            return str(PartialDate.from_iso(str(raw)))
        if isinstance(raw, int):
            return _count(column, raw)
        if (table, column) == _RULE:
            raw = "; ".join(of_body(json.loads(raw)))
        text = " ".join(str(raw).split())
        if table == "setting" and text.startswith("["):
            return f"{number(len(json.loads(text)))} mẫu"  # kept for the program, not to be read
        short = len(text) <= _LONG or (table, column) == _RULE  # the figure changed stands at the end
        return text if short else f"{text[:_LONG].rstrip()}…"

    def _name(self, table: str, row_id: int) -> str:
        if (table, row_id) not in self._names:
            kept = metadata.tables[table]
            name = self._session.value(select(_NAMED[table]).where(kept.c.id == row_id))
            if name is None:
                name = self._lost_name(table, row_id)
            self._names[table, row_id] = f"Quyết định {name}" if table == "decision" else str(name)
        return self._names[table, row_id]

    def _lost_name(self, table: str, row_id: int) -> str:
        """The name of a record that is no more, from the journal."""
        column = "number" if table in _NUMBERED else "name_written" if table in _WRITTEN else "name"
        gone = (
            select(func.json_extract(change.c.before, f"$.{column}"))
            .where(change.c.subject == table, change.c.first_id == row_id, change.c.kind == "delete")
            .order_by(change.c.id.desc())
            .limit(1)
        )
        return self._session.value(gone) or "(đã xóa)"

    def _kind_names(self) -> dict[str, str]:
        if not self._kinds:
            rows = self._session.all(select(award_kind.c.code, _NAMED["award_kind"].label("name")))
            self._kinds = {row.code: row.name for row in rows}
        return self._kinds


def _count(column: str, value: int) -> str:
    if column.endswith("year"):
        return str(value)
    return f"{number(value)} lượt" if column == "times" else number(value)
