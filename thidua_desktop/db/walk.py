"""A join that is read in the order it is written, where the planner would guess and could guess badly."""

from typing import Any

from sqlalchemy import Join
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler


class Walk(Join):
    """An inner join whose left table is read first; elsewhere than in SQLite a join as any other."""

    inherit_cache = True


@compiles(Walk, "sqlite")
def _crossed(walk: Walk, compiler: SQLCompiler, **options: Any) -> str:
    """CROSS JOIN, see https://www.sqlite.org/optoverview.html#crossjoin."""
    condition: Any = walk.onclause
    left, right = (compiler.process(side, **{**options, "asfrom": True}) for side in (walk.left, walk.right))
    return f"{left} CROSS JOIN {right} ON {compiler.process(condition, **{**options, 'asfrom': False})}"
