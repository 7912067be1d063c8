"""What the records hold of many recipients at once, as an eligibility card looks at it."""

from collections.abc import Collection
from datetime import date

from sqlalchemy import select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import award, award_kind, decision
from thidua_desktop.domain.law.facts import Held

_WHO = {"person": award.c.person_id, "collective": award.c.unit_id, "household": award.c.household_id}


def held_by(
    session: Session, recipient: str, ids: Collection[int], until: date
) -> dict[int, tuple[Held, ...]]:
    """Read what recipients of one kind were awarded by a day, revoked awards left out."""
    who = _WHO[recipient]
    wanted = frozenset(ids)
    decided = {
        row.id: (row.decided_on, row.type)
        for row in session.all(
            select(decision.c.id, decision.c.decided_on, decision.c.type).where(
                decision.c.decided_on <= until
            )
        )
    }
    codes = {row.id: row.code for row in session.all(select(award_kind.c.id, award_kind.c.code))}
    # Joined here: the rows of a query would carry the same few days and codes tens of thousands of times.
    statement = (
        select(who, award.c.kind_id, award.c.year, award.c.decision_id, award.c.id)
        .where(award.c.recipient == recipient, award.c.revoked_by.is_(None))
        .order_by(award.c.year, award.c.id)
    )
    if len(wanted) == 1:
        statement = statement.where(who == next(iter(wanted)))
    found: dict[int, list[Held]] = {}
    for row in session.all(statement):
        one, kind, year, by, id_ = tuple(row)
        if one in wanted and by in decided:
            found.setdefault(one, []).append(Held(codes[kind], year, *decided[by], id_))
    return {key: tuple(held) for key, held in found.items()}
