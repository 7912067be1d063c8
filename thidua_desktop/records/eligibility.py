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
    """Read in one query what recipients of one kind were awarded by a day, revoked awards left out."""
    who = _WHO[recipient]
    wanted = frozenset(ids)
    statement = (
        select(
            who.label("who"),
            award_kind.c.code,
            award.c.year,
            decision.c.decided_on,
            decision.c.type,
            award.c.id,
        )
        .join(decision, decision.c.id == award.c.decision_id)
        .join(award_kind, award_kind.c.id == award.c.kind_id)
        .where(award.c.recipient == recipient, award.c.revoked_by.is_(None), decision.c.decided_on <= until)
        .order_by(award.c.year, award.c.id)
    )
    if len(wanted) == 1:
        statement = statement.where(who == next(iter(wanted)))
    found: dict[int, list[Held]] = {}
    for row in session.all(statement):
        one = row[0]
        if one in wanted:
            found.setdefault(one, []).append(Held._make(row[1:]))
    return {key: tuple(held) for key, held in found.items()}
