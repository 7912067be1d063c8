"""The history in words: what was done, when, and what became of one record and all that belongs to it."""

import json
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Row, and_, func, or_, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import action, change, metadata
from thidua_desktop.domain.field_names import RECORD_WORDS
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records.history_words import Words

_SHOWN = 10  # rows of one kind told one by one in one action
_LARGEST_UNDONE = 200_000  # letters of JSON: an import taken back is not searched for single rows
_IN_EFFECT = ("done", "sealed")

_OF_A_YEAR = ("rating", "discipline", "pledge", "attested")

# Child tables and the columns by which a row belongs to a record.
_CHILDREN: dict[str, tuple[tuple[str, str], ...]] = {
    "unit": (
        ("unit_name", "unit_id"),
        ("succession", "old_id"),
        ("succession", "new_id"),
        ("award", "unit_id"),
        *((table, "unit_id") for table in _OF_A_YEAR),
    ),
    "person": (
        ("post", "person_id"),
        ("award", "person_id"),
        ("role_model", "person_id"),
        ("identity", "person_id"),
        ("identity", "other_id"),
        *((table, "person_id") for table in (*_OF_A_YEAR, "work_year", "idea_author")),
    ),
    "household": tuple((table, "household_id") for table in ("award", "role_model", "pledge", "attested")),
    "campaign": (
        ("campaign_content", "campaign_id"),
        ("campaign_unit", "campaign_id"),
        ("milestone", "campaign_id"),
        ("role_model", "campaign_id"),
    ),
    "award_kind": (("synonym", "award_kind_id"),),
    "idea": (("idea_author", "idea_id"),),
    "dossier": (
        ("dossier_step", "dossier_id"),
        ("dossier_paper", "dossier_id"),
        ("nomination", "dossier_id"),
    ),
    "council": (("council_member", "council_id"), ("meeting", "council_id")),
    "meeting": (("ballot", "meeting_id"),),
    "drafted": (("nomination", "drafted_id"),),
    "submission": (("nomination", "submission_id"),),
    "event": (("delegate", "event_id"), ("speech", "event_id"), ("attachment", "event_id")),
    "decision": (("award", "decision_id"), ("attachment", "decision_id")),
}


@dataclass(frozen=True)
class ActionRow:
    """One action: its name, when, whether it still stands, and how many of what it touched, in words."""

    id: int
    at: datetime
    name: str
    state: str
    touched: tuple[str, ...]


@dataclass(frozen=True)
class Entry:
    """What one action did to a record, a line for each thing; state as in ACTION_STATES."""

    at: datetime
    action: str
    state: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Standing:
    """The names of what undo would take back and redo would do again, "" when there is nothing."""

    undo: str
    redo: str


def actions(session: Session, limit: int, before_id: int | None = None) -> list[ActionRow]:
    """The last actions, newest first; those before a given one to go on reading."""
    statement = select(action).order_by(action.c.id.desc()).limit(limit)
    if before_id is not None:
        statement = statement.where(action.c.id < before_id)
    found = session.all(statement)
    rows = func.sum(change.c.last_id - change.c.first_id + 1).label("rows")
    touched: dict[int, list[str]] = {}
    for some in session.chunks(row.id for row in found):
        counted = select(change.c.action_id, change.c.subject, rows).where(change.c.action_id.in_(some))
        grouped = counted.group_by(change.c.action_id, change.c.subject).order_by(func.min(change.c.id))
        for row in session.all(grouped):
            noun = RECORD_WORDS[row.subject].noun
            touched.setdefault(row.action_id, []).append(f"{number(row.rows)} {noun}")
    return [
        ActionRow(row.id, datetime.fromisoformat(row.at), row.name, row.state, tuple(touched.get(row.id, ())))
        for row in found
    ]


def standing(session: Session) -> Standing:
    """What undo and redo would do now."""
    last = select(action.c.name).where(action.c.state == "done").order_by(action.c.id.desc()).limit(1)
    first = select(action.c.name).where(action.c.state == "undone").order_by(action.c.id).limit(1)
    return Standing(session.value(last) or "", session.value(first) or "")


def of_action(session: Session, action_id: int) -> tuple[str, ...]:
    """What one action did, a line for each thing; of many rows of a kind the first ones and how many more."""
    runs: dict[str, list[range]] = {}
    wanted = select(change.c.subject, change.c.first_id, change.c.last_id)
    for row in session.all(wanted.where(change.c.action_id == action_id).order_by(change.c.id)):
        runs.setdefault(row.subject, []).append(range(row.first_id, row.last_id + 1))
    owned = {(subject, ""): _first(of_subject) for subject, of_subject in runs.items()}
    left = {subject: _distinct(of_subject) - len(owned[subject, ""]) for subject, of_subject in runs.items()}
    return tuple(_Telling(session, "", owned).of_action(action_id, left))


def _first(runs: Sequence[range]) -> list[int]:
    """The rows of a kind that are told one by one: those touched first, by id."""
    found: dict[int, None] = {}
    for run in runs:
        found.update(dict.fromkeys(run[: _SHOWN - len(found)]))
        if len(found) >= _SHOWN:
            break
    return sorted(found)


def _distinct(runs: Iterable[range]) -> int:
    counted, reached = 0, 0
    for run in sorted(runs, key=lambda run: (run.start, run.stop)):
        counted += max(0, run.stop - max(run.start, reached))
        reached = max(reached, run.stop)
    return counted


def of(session: Session, table: str, row_id: int) -> list[Entry]:
    """What happened to a record and to all that belongs to it, newest first."""
    owned = {(table, ""): [row_id]}
    for child, column in _CHILDREN.get(table, ()):
        owned[child, column] = sorted(_ever_owned(session, child, column, row_id))
    told = _Telling(session, table, owned)
    return [entry for entry in told.entries() if entry.lines]


def _ever_owned(session: Session, child: str, column: str, owner_id: int) -> set[int]:
    """Rows that belong to a record, and those the journal says did."""
    kept = metadata.tables[child]
    here = kept.c[column] == owner_id
    if column == "unit_id" and "recipient" in kept.c:
        here = and_(here, kept.c.recipient == "collective")
    found = {row.id for row in session.all(select(kept.c.id).where(here))}
    was, became = (func.json_extract(side, f"$.{column}") for side in (change.c.before, change.c.after))
    moved = and_(change.c.kind == "update", or_(was == owner_id, became == owner_id))
    gone = and_(change.c.kind == "delete", was == owner_id)
    once = select(change.c.first_id).where(change.c.subject == child, or_(moved, gone))
    found |= {row.first_id for row in session.all(once)}
    undone = select(change.c.after).where(
        change.c.subject == child,
        change.c.kind == "insert",
        change.c.after.is_not(None),
        func.length(change.c.after) < _LARGEST_UNDONE,
    )
    for row in session.all(undone):
        found |= {kept_row["id"] for kept_row in json.loads(row.after) if kept_row[column] == owner_id}
    return found


class _Telling:
    """Reads the journal backwards from the rows of today, so that each change is told in its own words."""

    def __init__(self, session: Session, table: str, owned: Mapping[tuple[str, str], Sequence[int]]) -> None:
        self._words = Words(session)
        self._undone: tuple[int, list[dict[str, Any]]] = (0, [])
        self._table = table
        self._owners: dict[tuple[str, int], str] = {}
        for (subject, column), ids in owned.items():
            for row_id in ids:
                self._owners.setdefault((subject, row_id), column)
        ids_of: dict[str, list[int]] = {}
        for subject, row_id in sorted(self._owners):
            ids_of.setdefault(subject, []).append(row_id)
        self._values = {
            (subject, values["id"]): values
            for subject, ids in ids_of.items()
            for values in _rows_now(session, subject, ids)
        }
        self._steps = sorted(
            (step for subject, ids in ids_of.items() for step in _steps(session, subject, ids)),
            key=lambda step: -step.id,
        )

    def entries(self) -> list[Entry]:
        """One entry for each action, newest first."""
        grouped: dict[int, list[Any]] = {}
        for step in self._steps:
            grouped.setdefault(step.action_id, []).append(step)
        return [self._entry(steps) for steps in grouped.values()]

    def of_action(self, action_id: int, left: Mapping[str, int]) -> list[str]:
        """The lines of one action; left are the rows of each kind that are not told one by one."""
        lines: list[str] = []
        for found, steps in groupby(self._steps, key=lambda step: step.action_id):
            groups = self._groups(list(steps))  # what was done later must be walked back in any case
            if found != action_id:
                continue
            for place, key in enumerate(keys := list(groups)):
                lines += groups[key]
                rest = left[key[1]]
                if rest and key[1] not in {subject for _kind, subject in keys[place + 1 :]}:
                    lines.append(_more(rest, key[1]))
            break
        return lines

    def _entry(self, steps: Sequence[Any]) -> Entry:
        groups = self._groups(steps)
        lines = [line for key, told in groups.items() for line in self._shortened(key, told)]
        first = steps[0]
        return Entry(datetime.fromisoformat(first.at), first.name, first.state, tuple(lines))

    def _groups(self, steps: Sequence[Any]) -> dict[tuple[str, str], list[str]]:
        """Lines of one action by what was done to which kind, in the order it was done."""
        groups: dict[tuple[str, str], list[str]] = {}
        for step in steps:  # the last first
            for row_id in self._concerned(step):
                groups.setdefault((step.kind, step.subject), []).extend(self._lines(step, row_id)[::-1])
        return {key: groups[key][::-1] for key in reversed(groups)}

    def _shortened(self, key: tuple[str, str], lines: list[str]) -> list[str]:
        """Many rows of one kind added or removed at once: the first ones, and how many more."""
        kind, subject = key
        if kind == "update" or subject == self._table or len(lines) <= _SHOWN + 1:
            return lines
        return [*lines[:_SHOWN], _more(len(lines) - _SHOWN, subject)]

    def _concerned(self, step: Any) -> Iterator[int]:
        """Ids of a step's run that are told of, the last first."""
        run = range(step.last_id, step.first_id - 1, -1)
        if len(run) <= len(self._owners):
            return (row_id for row_id in run if (step.subject, row_id) in self._owners)
        return iter(
            sorted((i for subject, i in self._owners if subject == step.subject and i in run), reverse=True)
        )

    def _lines(self, step: Any, row_id: int) -> list[str]:
        key = (step.subject, row_id)
        lasting = step.state in _IN_EFFECT
        if step.kind == "update":
            before, after = json.loads(step.before), json.loads(step.after)
            if lasting:
                self._values[key] = {**self._values.get(key, {}), **before}
            return self._changed(key, before, after)
        if step.kind == "delete":
            values = json.loads(step.before)
            if lasting:
                self._values[key] = values
            return [self._named("Xóa", key, values)]
        values = self._values.pop(key, None) if lasting else self._undone_row(step, row_id)
        if not values:
            return []
        if step.subject == self._table:
            return self._words.fields(step.subject, values)
        return [self._named("Thêm", key, values)]

    def _undone_row(self, step: Any, row_id: int) -> dict[str, Any] | None:
        if self._undone[0] != step.id:  # an import taken back is long: read once for all its rows
            self._undone = (step.id, json.loads(step.after) if step.after else [])
        return next((row for row in self._undone[1] if row["id"] == row_id), None)

    def _changed(
        self, key: tuple[str, int], before: Mapping[str, Any], after: Mapping[str, Any]
    ) -> list[str]:
        lines = self._words.changes(key[0], before, after)
        if key[0] == self._table:
            return lines
        values = {**self._values.get(key, {}), **before}
        noun = RECORD_WORDS[key[0]].noun
        named = self._words.record(key[0], values, self._owners[key])
        return [f"{noun[0].upper()}{noun[1:]} “{named}” – {line}" for line in lines]

    def _named(self, verb: str, key: tuple[str, int], values: Mapping[str, Any]) -> str:
        noun = RECORD_WORDS[key[0]].noun
        return f"{verb} {noun}: {self._words.record(key[0], values, self._owners[key])}"


def _more(left: int, subject: str) -> str:
    return f"… và {number(left)} {RECORD_WORDS[subject].noun} khác"


def _rows_now(session: Session, subject: str, ids: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Rows as the file keeps them, dates as text, like the journal."""
    columns = [column.name for column in metadata.tables[subject].c if column.computed is None]
    listed = ", ".join(f'"{column}"' for column in columns)
    for some in session.chunks(ids):
        marks = ", ".join("?" * len(some))
        query = f'SELECT {listed} FROM "{subject}" WHERE id IN ({marks})'  # noqa: S608 - own names
        for row in session.raw(query, some):
            yield dict(zip(columns, row, strict=True))


def _steps(session: Session, subject: str, ids: Sequence[int]) -> Iterable[Row[Any]]:
    """Changes that touched any of the rows, with the action they belong to."""
    if not ids:
        return []
    near = select(change.c.id, change.c.first_id, change.c.last_id).where(
        change.c.subject == subject, change.c.first_id <= ids[-1], change.c.last_id >= ids[0]
    )
    wanted = [row.id for row in session.all(near) if _touches(row, ids)]
    statement = select(change, action.c.at, action.c.name, action.c.state).join(
        action, action.c.id == change.c.action_id
    )
    return [
        row for some in session.chunks(wanted) for row in session.all(statement.where(change.c.id.in_(some)))
    ]


def _touches(step: Any, ids: Sequence[int]) -> bool:
    place = bisect_left(ids, step.first_id)
    return place < len(ids) and ids[place] <= step.last_id
