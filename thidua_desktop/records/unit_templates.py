"""What a unit's own list needs of the records: uids that survive the journey, and people as it shows them."""

from collections.abc import Iterable, Sequence

from sqlalchemy import select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import award, award_kind, person, post, unit
from thidua_desktop.domain.unit_template import Member


def office_uid(session: Session) -> str:
    """What tells this office's file from any other: the uid of the first kind entered when it was made."""
    return str(session.value(select(award_kind.c.uid).order_by(award_kind.c.id).limit(1)) or "")


def unit_uid(session: Session, unit_id: int) -> str:
    """The uid of a unit; raises LookupError when it is not there."""
    uid = session.value(select(unit.c.uid).where(unit.c.id == unit_id))
    if uid is None:
        raise LookupError(f"unit {unit_id}")
    return str(uid)


def unit_of(session: Session, uid: str) -> int | None:
    """The unit of a uid, None when it is not there (any more)."""
    found = session.value(select(unit.c.id).where(unit.c.uid == uid))
    return None if found is None else int(found)


def staff(session: Session, unit_id: int) -> list[tuple[int, Member]]:
    """People holding a post in the unit now, by name, with their ids."""
    held = select(post.c.person_id).where(post.c.unit_id == unit_id, post.c.until.is_(None))
    statement = select(person.c.uid).where(person.c.id.in_(held)).order_by(person.c.sort, person.c.id)
    return members(session, unit_id, [row.uid for row in session.all(statement)])


def members(session: Session, unit_id: int, uids: Iterable[str]) -> list[tuple[int, Member]]:
    """People by uid, in the order given, with the post they hold in the unit now; those gone are left out."""
    wanted = list(uids)
    found: dict[str, tuple[int, Member]] = {}
    for start in range(0, len(wanted), 400):
        rows = session.all(select(person).where(person.c.uid.in_(wanted[start : start + 400])))
        titles = _titles(session, unit_id, [row.id for row in rows])
        for row in rows:
            birth = row.birth.iso() if row.birth else ""
            member = Member(row.uid, row.name, birth, row.gender, titles.get(row.id, ""))
            found[row.uid] = (row.id, member)
    return [found[uid] for uid in wanted if uid in found]


def given(session: Session, person_ids: Sequence[int], year: int) -> set[tuple[int, str]]:
    """Who of some people holds which kind of award for a year, as (person, code)."""
    held: set[tuple[int, str]] = set()
    for some in session.chunks(person_ids):
        statement = (
            select(award.c.person_id, award_kind.c.code)
            .join(award_kind, award_kind.c.id == award.c.kind_id)
            .where(award.c.person_id.in_(some), award.c.year == year, award.c.revoked_by.is_(None))
        )
        held |= {(row.person_id, row.code) for row in session.all(statement)}
    return held


def _titles(session: Session, unit_id: int, person_ids: Sequence[int]) -> dict[int, str]:
    """The newest post each holds in the unit now."""
    statement = select(post.c.person_id, post.c.title).where(
        post.c.unit_id == unit_id, post.c.until.is_(None), post.c.person_id.in_(person_ids)
    )
    return {row.person_id: row.title for row in session.all(statement.order_by(post.c.id))}
