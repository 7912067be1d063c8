"""The log of imports: every file with its hash, what was read, changed, asked and written."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from typing import Any

from sqlalchemy import func, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import action, change, import_file


@dataclass(frozen=True)
class KeptRepair:
    """What was done to the old text of one column: the encoding in words, each text before and after."""

    sheet: str
    column: str
    title: str
    encoding: str
    count: int
    changes: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class KeptAnswer:
    """A question of an import with its answer in words, "" where it was left open."""

    kind: str
    question: str
    answer: str


@dataclass(frozen=True)
class ImportedFile:
    """One file taken in: what was read from it and what was written; problems in words, one a line."""

    name: str
    sha256: str
    form: str
    read_at: str
    rows_read: int
    rows_written: int
    problems: str
    repairs: tuple[KeptRepair, ...] = ()


@dataclass(frozen=True)
class ImportRun:
    """One import: its files, the questions with their answers, what was taken for certain in words."""

    id: int
    read_at: str
    files: tuple[ImportedFile, ...]
    answers: tuple[KeptAnswer, ...]
    passed: tuple[str, ...]


def add(session: Session, file: ImportedFile) -> int:
    """Log a file."""
    return add_run(session, [file])


def add_run(
    session: Session,
    files: Sequence[ImportedFile],
    answers: Sequence[KeptAnswer] = (),
    passed: Sequence[str] = (),
) -> int:
    """Log an import with its files, all read at one moment; return its id."""
    told = {"answers": [asdict(answer) for answer in answers], "passed": list(passed)}
    asked = json.dumps(told, ensure_ascii=False) if answers or passed else ""
    rows = [_values(file, "" if place else asked) for place, file in enumerate(files)]
    return session.insert_many(import_file, rows).start


def list_(session: Session) -> list[ImportedFile]:
    """Files taken in, the latest first."""
    return [_file(row) for row in session.all(select(import_file).order_by(import_file.c.id.desc()))]


def runs(session: Session) -> list[ImportRun]:
    """Imports, the latest first."""
    rows = session.all(select(import_file).order_by(import_file.c.id))
    found = [_run(list(some)) for _, some in groupby(rows, key=lambda row: row.read_at)]
    return found[::-1]


def run(session: Session, run_id: int) -> ImportRun:
    """One import; raises LookupError when not there."""
    found = next((one for one in runs(session) if one.id == run_id), None)
    if found is None:
        raise LookupError(f"import {run_id}")
    return found


def undoable(session: Session) -> int | None:
    """The import that undo would take back now; None when something else was done since."""
    last = select(action.c.id).where(action.c.state == "done").order_by(action.c.id.desc()).limit(1)
    logged = select(func.min(change.c.first_id)).where(
        change.c.action_id == last.scalar_subquery(), change.c.subject == "import_file"
    )
    found: int | None = session.value(logged)
    return found


def _values(file: ImportedFile, asked: str) -> dict[str, Any]:
    repairs = [asdict(repair) for repair in file.repairs]
    kept = json.dumps(repairs, ensure_ascii=False) if repairs else ""
    return {**vars(file), "repairs": kept, "answers": asked}


def _run(rows: list[Any]) -> ImportRun:
    told = json.loads(rows[0].answers) if rows[0].answers else {"answers": [], "passed": []}
    return ImportRun(
        rows[0].id,
        rows[0].read_at,
        tuple(map(_file, rows)),
        tuple(KeptAnswer(**answer) for answer in told["answers"]),
        tuple(told["passed"]),
    )


def _file(row: Any) -> ImportedFile:
    return ImportedFile(
        row.name,
        row.sha256,
        row.form,
        row.read_at,
        row.rows_read,
        row.rows_written,
        row.problems,
        tuple(_repair(values) for values in json.loads(row.repairs or "[]")),
    )


def _repair(values: dict[str, Any]) -> KeptRepair:
    changes = tuple((before, after) for before, after in values.pop("changes"))
    return KeptRepair(**values, changes=changes)
