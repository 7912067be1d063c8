"""The log of files taken in."""

from dataclasses import dataclass

from sqlalchemy import select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import import_file


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


def add(session: Session, file: ImportedFile) -> int:
    """Log a file."""
    return session.insert(import_file, vars(file))


def list_(session: Session) -> list[ImportedFile]:
    """Files taken in, the latest first."""
    return [
        ImportedFile(
            row.name, row.sha256, row.form, row.read_at, row.rows_read, row.rows_written, row.problems
        )
        for row in session.all(select(import_file).order_by(import_file.c.id.desc()))
    ]
