"""Two sides that changed one list apart, brought together over what the list was when they parted.

Nothing is lost: what only one side changed is taken, what both changed otherwise is asked, and neither a
row nor a word disappears by itself because the other side left it out.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Row = Mapping[str, str]
Rows = Mapping[str, Row]
Verdict = Literal["same", "ours", "theirs", "conflict"]
Fate = Literal["kept", "added_here", "added_there", "missing_here", "missing_there"]


@dataclass(frozen=True)
class Cell:
    """One value on the three sides; base is None where the original is not known.

    Verdicts: same (both sides agree), ours and theirs (only that side changed), conflict (to be asked).
    """

    field: str
    base: str | None
    ours: str
    theirs: str
    verdict: Verdict

    @property
    def result(self) -> str:
        """What stands while nobody is asked: a conflict leaves ours."""
        return self.theirs if self.verdict == "theirs" else self.ours


@dataclass(frozen=True)
class MergedRow:
    """One row by its key.

    Fates: kept (on both sides), added_here, added_there, missing_here (removed on our side since),
    missing_there (left out by them). Cells are compared where both sides have the row, and against our
    silence where it is missing here; other rows have none.
    """

    key: str
    fate: Fate
    cells: tuple[Cell, ...] = ()

    @property
    def conflicts(self) -> tuple[Cell, ...]:
        """The cells to be asked about."""
        return tuple(cell for cell in self.cells if cell.verdict == "conflict")


def settle(base: str | None, ours: str, theirs: str) -> Verdict:
    """Judge one value; a value wiped out there is asked about, never wiped out here by itself.

    Without a known original every difference is a conflict.
    """
    if ours == theirs:
        return "same"
    if base == theirs:
        return "ours"
    if base == ours and theirs:
        return "theirs"
    if base is None and not ours:
        return "theirs"  # nothing of ours can be lost
    return "conflict"


def merge(base: Rows | None, ours: Rows, theirs: Rows) -> tuple[MergedRow, ...]:
    """Bring two sides together: rows in the order of theirs, then those they do not have.

    base is None where the original cannot be trusted: then nobody can tell who removed a row.
    """
    before: Rows = base or {}
    rows = [_present(key, before.get(key), ours.get(key), row) for key, row in theirs.items()]
    for key in ours:
        if key not in theirs:
            rows.append(MergedRow(key, "missing_there" if base is None or key in before else "added_here"))
    return tuple(rows)


def _present(key: str, before: Row | None, ours: Row | None, theirs: Row) -> MergedRow:
    """A row they have."""
    if ours is not None:
        return MergedRow(key, "kept", tuple(_cell(name, before, ours, theirs) for name in theirs))
    if before is None:
        return MergedRow(key, "added_there")
    changed = (_gone(name, before, value) for name, value in theirs.items())
    return MergedRow(key, "missing_here", tuple(cell for cell in changed if cell.verdict != "ours"))


def _cell(name: str, before: Row | None, ours: Row, theirs: Row) -> Cell:
    base = None if before is None else before.get(name, "")
    here, there = ours.get(name, ""), theirs[name]
    return Cell(name, base, here, there, settle(base, here, there))


def _gone(name: str, before: Row, there: str) -> Cell:
    """A value of a row we no longer have: what they did not change went with it."""
    base = before.get(name, "")
    return Cell(name, base, "", there, "ours" if base == there else "conflict")
