"""Runs the SQL frozen beside a revision, whatever the tables of the program look like by now."""

from pathlib import Path

from alembic import op


def run(script: str) -> None:
    """Run the statements frozen beside the script of a revision."""
    for statement in statements(Path(script).with_suffix(".sql")):
        op.get_bind().exec_driver_sql(statement)


def statements(frozen: Path) -> list[str]:
    """The statements of a frozen file."""
    return [part for part in map(str.strip, frozen.read_text(encoding="utf-8").split(";\n")) if part]
