"""What two records are told apart by: names of units, who is in them, posts and awards of people."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import award, award_kind, identity, person, post, unit, unit_name
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.records.names import thing_name


@dataclass(frozen=True)
class Colleague:
    """Somebody known to have been in a unit."""

    id: int
    name: str
    birth: PartialDate | None
    gender: str


@dataclass
class Career:
    """Posts as "title, unit", the awards of each year, and every name written on them."""

    posts: list[str]
    titles: list[str]
    awards: list[tuple[int, str]]
    written: set[str]


def unit_names(session: Session) -> list[tuple[int, str]]:
    """Every name a unit bears or bore, with its unit."""
    present = session.all(select(unit.c.id, unit.c.name).order_by(unit.c.id))
    former = session.all(select(unit_name.c.unit_id, unit_name.c.name).order_by(unit_name.c.id))
    return [*((row.id, row.name) for row in present), *((row.unit_id, row.name) for row in former)]


def remember_unit_name(session: Session, unit_id: int, name: str) -> None:
    """Keep another name of a unit, borne on no known day."""
    session.insert(unit_name, {"unit_id": unit_id, **thing_name(name), "until": None})


def colleagues(session: Session, unit_ids: Iterable[int]) -> dict[int, list[Colleague]]:
    """Everybody with a post or an award in each of some units."""
    found: dict[int, dict[int, Colleague]] = {}
    for some in session.chunks(unit_ids):
        for table in (post, award):
            statement = (
                select(table.c.unit_id, person.c.id, person.c.name, person.c.birth, person.c.gender)
                .join(person, person.c.id == table.c.person_id)
                .where(table.c.unit_id.in_(some))
                .distinct()
            )
            for row in session.all(statement):
                found.setdefault(row.unit_id, {})[row.id] = Colleague(row.id, row.name, row.birth, row.gender)
    return {place: [known[key] for key in sorted(known)] for place, known in found.items()}


def careers(session: Session, person_ids: Iterable[int]) -> dict[int, Career]:
    """Posts and awards of people."""
    whole = sorted(set(person_ids))
    found = {person_id: Career([], [], [], set()) for person_id in whole}
    for some in session.chunks(whole):
        held = (
            select(post.c.person_id, post.c.title, unit.c.name, post.c.unit_written)
            .outerjoin(unit, unit.c.id == post.c.unit_id)
            .where(post.c.person_id.in_(some))
            .order_by(post.c.id)
        )
        for row in session.all(held):
            found[row.person_id].titles.append(row.title)
            found[row.person_id].posts.append(
                ", ".join(filter(None, (row.title, row.name or row.unit_written)))
            )
        given = (
            select(award.c.person_id, award.c.year, award.c.name_written, award.c.post_written)
            .add_columns(award_kind.c.short, award_kind.c.name)
            .join(award_kind, award_kind.c.id == award.c.kind_id)
            .where(award.c.person_id.in_(some), award.c.revoked_by.is_(None))
            .order_by(award.c.year, award.c.id)
        )
        for row in session.all(given):
            career = found[row.person_id]
            career.awards.append((row.year, row.short or row.name))
            career.titles.append(row.post_written)
            career.written.add(row.name_written)
    return found


def labels(session: Session) -> dict[str, str]:
    """What lists call each kind, by its code."""
    kinds = session.all(select(award_kind.c.code, award_kind.c.short, award_kind.c.name))
    return {row.code: row.short or row.name for row in kinds}


def keep_apart(session: Session, pairs: Iterable[tuple[int, int]]) -> None:
    """Remember that people are different; a question open between them is answered."""
    for one, other in sorted({(min(pair), max(pair)) for pair in pairs}):
        asked = select(identity.c.id).where(identity.c.person_id == one, identity.c.other_id == other)
        known = session.value(asked)
        if known is None:
            session.insert(identity, {"person_id": one, "other_id": other, "answer": "different"})
        else:
            session.update(identity, known, {"answer": "different"})
