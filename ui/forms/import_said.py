"""What the officer says of the columns of a table, before it is read anew: roles, and where the header is."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from thidua_desktop.intake.columns import role_of
from thidua_desktop.intake.header import titles_over
from thidua_desktop.intake.layouts import NO_HEADER, Layout, layout_key
from thidua_desktop.intake.roles import AWARD, DECIDING, MARK, NAMING, SKIP, WORDS, wrong
from thidua_desktop.intake.yearly_columns import yearly_role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from thidua_desktop.intake.reading import TableRead
    from thidua_desktop.intake.source import Row

_ONCE = frozenset(WORDS) - {AWARD, MARK, SKIP}


@dataclass(frozen=True)
class Said:
    """A table as the officer says it is.

    Attributes:
        table: as it was read.
        header: the rows said to hold the titles.
        roles: the role of each column, "" where it is not known.
        further: whether the header is that of another table below, beside the one read.

    """

    table: TableRead
    header: tuple[Row, ...]
    roles: tuple[str, ...]
    further: bool = False

    @classmethod
    def of(cls, table: TableRead) -> Said:
        """Begin with what was read."""
        return cls(table, table.header, table.roles)

    @property
    def titles(self) -> tuple[str, ...]:
        """What stands over each column."""
        paths = titles_over(self.header)
        return tuple(" / ".join(paths.get(place, ())) for place in range(len(self.roles)))

    @property
    def trouble(self) -> str:
        """Why it cannot be read so, "" when it can."""
        return wrong(self.roles, self.titles)

    def with_role(self, place: int, role: str) -> Said:
        """Give a column a role; a column that had it before gets what this one had."""
        roles = list(self.roles)
        if role in _ONCE and role in roles:
            roles[roles.index(role)] = roles[place]
        roles[place] = role
        return replace(self, roles=tuple(roles))

    def with_header(self, rows: Sequence[Row], *, further: bool = False) -> Said:
        """Take these rows for the header, or that of a further table, and the roles their titles tell."""
        paths = titles_over(rows)
        titles = [paths.get(place, ()) for place in range(len(self.roles))]
        role_told = (
            yearly_role
            if any(yearly_role(words) in DECIDING for path in titles for words in path)
            else role_of
        )
        told = [next(filter(None, map(role_told, reversed(path))), "") for path in titles]
        shared = "unit" if any(role in NAMING for role in told) else "collective"
        roles: list[str] = []
        for role in (shared if role == "unit_or_name" else role for role in told):
            roles.append("" if role in roles else role)
        return replace(self, header=tuple(rows), roles=tuple(roles), further=further)

    def layouts(self) -> tuple[Layout, ...]:
        """Return what is to be said to the reader, a header denied before the one that stands for it."""
        key = layout_key(self.header) if self.header else self.table.layout
        said = Layout(key, self.roles)
        if self.table.header and self.header != self.table.header and not self.further:
            return Layout(self.table.layout, use=NO_HEADER), said
        return (said,)
