"""Units on a day: which one a name meant then, and what a unit was called."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import unit, unit_name


class Names:
    """All names units bear or bore, read once for long lists."""

    def __init__(self, session: Session) -> None:
        self._units: dict[str, list[tuple[int, date | None, date | None]]] = {}
        self._former: dict[str, list[tuple[int, date | None]]] = {}
        self._called: dict[int, tuple[str, int | None]] = {}
        columns = (unit.c.exact, unit.c.id, unit.c.parent_id, unit.c.valid_from, unit.c.valid_to)
        for row in session.all(select(*columns)):
            self._units.setdefault(row.exact, []).append((row.id, row.valid_from, row.valid_to))
            self._called[row.id] = (row.exact, row.parent_id)
        for row in session.all(select(unit_name.c.exact, unit_name.c.unit_id, unit_name.c.until)):
            self._former.setdefault(row.exact, []).append((row.unit_id, row.until))

    def bearing(self, key: str, on: date | None = None) -> int | None:
        """The unit of this exact key; of several the one that bore the name on that day."""
        return min(self.bearers(key, on), default=None)

    def bearers(self, key: str, on: date | None = None) -> list[int]:
        """The units of this exact key between which neither name nor day decides: mostly one, or none.

        After a merger two communes may share a name: the old one has it before the day, the new one since.
        Where no unit is called all of it, what stands after a comma may tell the units above.
        """
        found = self._bearers(key, on)
        for at, sign in enumerate(key):
            if not found and sign == ",":
                above = {part.strip() for part in key[at + 1 :].split(",")}
                found = [one for one in self._bearers(key[:at].strip(), on) if above <= self._above(one)]
        return found

    def under(self, key: str, parent_id: int) -> int | None:
        """The unit of this exact key right under another, however that is written elsewhere."""
        found = (unit_id for unit_id, *_ in self._units.get(key, ()) if self._called[unit_id][1] == parent_id)
        return next(found, None)

    def _above(self, unit_id: int) -> set[str]:
        keys = set()
        parent = self._called[unit_id][1]
        while parent is not None:
            key, parent = self._called[parent]
            keys.add(key)
        return keys

    def _bearers(self, key: str, on: date | None) -> list[int]:
        day = on or date.max
        ranked = []
        for unit_id, begins, ends in self._units.get(key, ()):
            lasting = (begins is None or begins <= day) and (ends is None or day < ends)
            ranked.append((0 if lasting else 2, unit_id))
        for unit_id, until in self._former.get(key, ()):
            ranked.append((1 if until is not None and day < until else 3, unit_id))
        best = min(ranked)[0] if ranked else None
        return sorted({unit_id for rank, unit_id in ranked if rank == best})


def names_on(session: Session, unit_ids: Iterable[int], on: date) -> dict[int, str]:
    """What units were called on a day."""
    found: dict[int, str] = {}
    for some in session.chunks(set(unit_ids)):
        for row in session.all(select(unit.c.id, unit.c.name).where(unit.c.id.in_(some))):
            found[row.id] = row.name
        former = select(unit_name.c.unit_id, unit_name.c.name).where(
            unit_name.c.unit_id.in_(some), unit_name.c.until > on
        )
        for row in session.all(former.order_by(unit_name.c.until.desc(), unit_name.c.id.desc())):
            found[row.unit_id] = row.name
    return found
