"""Which law was in force on a day: the regimes of emulation and commendation since 2014."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Regime:
    """A time under one law and decree: end None while it lasts, status "unverified" where nobody read it."""

    id: str
    start: date
    end: date | None
    law: str
    decree: str
    status: str

    def holds(self, day: date) -> bool:
        """Whether it is in force on a day, its first and last among them."""
        return self.start <= day and (self.end is None or day <= self.end)


def regimes(rows: Iterable[Mapping[str, Any]]) -> tuple[Regime, ...]:
    """Read regimes from data."""
    return tuple(
        Regime(
            row["id"],
            date.fromisoformat(row["from"]),
            date.fromisoformat(row["to"]) if row["to"] else None,
            row["law"],
            row["decree"],
            row["status"],
        )
        for row in rows
    )


def regime_on(known: Iterable[Regime], day: date) -> Regime | None:
    """The regime of a day; None where the data know none."""
    return next((regime for regime in known if regime.holds(day)), None)
