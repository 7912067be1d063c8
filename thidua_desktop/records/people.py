"""People, the posts they hold, and the question whether two of them are one."""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, func, or_, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import award, decision, identity, nomination, person, post, role_model, unit
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.person import PersonDraft, PostDraft, finer_birth
from thidua_desktop.records import person_years
from thidua_desktop.records.award_filters import BY_AWARDS, conditions, needs_decision
from thidua_desktop.records.listing import ids_of, rows_of
from thidua_desktop.records.names import contains, person_name
from thidua_desktop.records.query import ListQuery


@dataclass(frozen=True)
class PersonRow:
    """A person as kept; post and unit are the present ones."""

    id: int
    name: str
    birth: PartialDate | None
    gender: str
    post: str
    unit_id: int | None
    unit: str
    note: str
    awards: int


@dataclass(frozen=True)
class Known:
    """What tells namesakes apart: the units of their posts and awards (0: none known) and the birth."""

    id: int
    unit_ids: frozenset[int]
    birth: PartialDate | None
    gender: str


def ids(session: Session, query: ListQuery) -> "array[int]":
    """Ids of the people asked for; filters: unit, gender; award (kind id), year, campaign, level."""
    statement = select(person.c.id)
    if query.search:
        statement = statement.where(contains(person, query.search))
    if query.filters.get("unit"):
        held = select(post.c.person_id).where(post.c.unit_id == query.filters["unit"], post.c.until.is_(None))
        statement = statement.where(person.c.id.in_(held))
    if query.filters.get("gender") is not None:
        statement = statement.where(person.c.gender == query.filters["gender"])
    given = {code: query.filters[code] for code in BY_AWARDS if query.filters.get(code)}
    if given:
        holding = select(award.c.person_id).where(award.c.person_id.is_not(None), *conditions(given))
        if needs_decision(given):
            holding = holding.join(decision, decision.c.id == award.c.decision_id)
        statement = statement.where(person.c.id.in_(holding))
    orders: dict[str, list[Any]] = {
        "family": [_family_first(), person.c.sort],
        "birth": [person.c.birth, person.c.sort],
        "entered": [],
        "awards": [_awards_given(), person.c.sort],
    }
    # The columns of an index in its order, so that nothing is left to be sorted.
    order = [*orders.get(query.sort, [person.c.sort, person.c.search]), person.c.id]
    return ids_of(session, statement.order_by(*(c.desc() if query.descending else c for c in order)))


def rows(session: Session, ids_: Sequence[int]) -> list[PersonRow]:
    """People by id, in the order given."""
    return rows_of(session, ids_, _select, _row)


def get(session: Session, person_id: int) -> PersonRow:
    """One person; raises LookupError when not there."""
    found = rows(session, [person_id])
    if not found:
        raise LookupError(f"person {person_id}")
    return found[0]


def draft(session: Session, person_id: int) -> PersonDraft:
    """A person as a draft to change, posts in order."""
    row = session.first(select(person).where(person.c.id == person_id))
    if row is None:
        raise LookupError(f"person {person_id}")
    posts = session.all(select(post).where(post.c.person_id == person_id).order_by(post.c.id))
    return PersonDraft(
        row.name,
        row.birth,
        row.gender,
        row.note,
        tuple(PostDraft(p.title, p.unit_id, p.unit_written, p.since, p.until) for p in posts),
        row.citizen_id,
        row.ethnicity,
        None if row.party_member is None else bool(row.party_member),
    )


def names(session: Session, ids_: Iterable[int]) -> dict[int, str]:
    """Present names by id."""
    found: dict[int, str] = {}
    for some in session.chunks(ids_):
        for row in session.all(select(person.c.id, person.c.name).where(person.c.id.in_(some))):
            found[row.id] = row.name
    return found


def add(session: Session, draft_: PersonDraft) -> int:
    """Add a person with posts."""
    return add_many(session, [draft_])[0]


def add_many(session: Session, drafts: Sequence[PersonDraft]) -> list[int]:
    """Add people at once, in their order."""
    made = list(session.insert_many(person, [_values(draft_) for draft_ in drafts]))
    posts = [
        {"person_id": person_id, **_post(post_)}
        for person_id, draft_ in zip(made, drafts, strict=True)
        for post_ in draft_.posts
    ]
    session.insert_many(post, posts)
    return made


def change(session: Session, person_id: int, draft_: PersonDraft) -> None:
    """Change a person and the posts held."""
    session.update(person, person_id, _values(draft_))
    session.replace_children(post, "person_id", person_id, [_post(post_) for post_ in draft_.posts])


def fill_in(session: Session, person_id: int, *, birth: PartialDate | None, gender: str) -> None:
    """Add what a list knows of a person and we did not; never change what is known."""
    row = session.first(select(person.c.birth, person.c.gender).where(person.c.id == person_id))
    if row is None:
        return
    known = {"birth": finer_birth(row.birth, birth), "gender": row.gender or gender}
    session.update(person, person_id, known)


def add_post(session: Session, person_id: int, draft_: PostDraft) -> None:
    """Note one more post."""
    session.insert(post, {"person_id": person_id, **_post(draft_)})


def count_awards(session: Session, person_id: int) -> int:
    """How many awards stand in a person's name."""
    return int(session.value(select(func.count()).select_from(award).where(award.c.person_id == person_id)))


def count_nominations(session: Session, person_id: int) -> int:
    """How many nominations stand in a person's name."""
    own = select(func.count()).select_from(nomination).where(nomination.c.person_id == person_id)
    return int(session.value(own))


def remove(session: Session, person_id: int) -> None:
    """Remove a person without awards: posts, questions, role-model lines, all of the years with them."""
    person_years.remove(session, person_id)
    for column in (post.c.person_id, identity.c.person_id, identity.c.other_id, role_model.c.person_id):
        found = session.all(select(column.table.c.id).where(column == person_id))
        session.delete(column.table, [row.id for row in found])
    session.delete(person, person_id)


def namesakes(session: Session, name: str) -> list[int]:
    """People of exactly this name."""
    key = vietnamese.same_key(vietnamese.clean(name))
    return [
        row.id for row in session.all(select(person.c.id).where(person.c.exact == key).order_by(person.c.id))
    ]


def index(session: Session, keys: Iterable[str]) -> dict[str, list[Known]]:
    """For exact name keys: the people of that name with what tells them apart."""
    found: dict[str, list[Known]] = {}
    for some in _runs(keys):
        statement = select(person.c.id, person.c.exact, person.c.birth, person.c.gender)
        people = session.all(statement.where(person.c.exact.in_(some)).order_by(person.c.id))
        places: dict[int, set[int]] = {}
        for chunk in session.chunks(row.id for row in people):
            for table in (post, award):
                seen = select(table.c.person_id, table.c.unit_id).where(table.c.person_id.in_(chunk))
                for row in session.all(seen.distinct()):
                    places.setdefault(row.person_id, set()).add(row.unit_id or 0)
        for row in people:
            known = Known(row.id, frozenset(places.get(row.id, {0})), row.birth, row.gender)
            found.setdefault(row.exact, []).append(known)
    return found


def suggest(session: Session, typed: str, limit: int = 12) -> list[PersonRow]:
    """People whose name holds what was typed, those beginning with it first."""
    place = func.instr(person.c.search, vietnamese.fold(typed))
    found = select(person.c.id).where(contains(person, typed))
    statement = found.order_by(place, person.c.sort).limit(limit)
    return rows(session, [row.id for row in session.all(statement)])


def add_questions(session: Session, pairs: Iterable[tuple[int, int]]) -> None:
    """Keep open the question whether two people are one; a pair asked before is not asked again."""
    wanted = {(min(pair), max(pair)) for pair in pairs}
    known: set[tuple[int, int]] = set()
    for some in session.chunks({pair[0] for pair in wanted}):
        asked = select(identity.c.person_id, identity.c.other_id).where(identity.c.person_id.in_(some))
        known |= {(row.person_id, row.other_id) for row in session.all(asked)}
    fresh = sorted(wanted - known)
    session.insert_many(identity, [{"person_id": a, "other_id": b, "answer": ""} for a, b in fresh])


def open_questions(session: Session, person_id: int | None = None) -> list[tuple[int, PersonRow, PersonRow]]:
    """Pairs of people not yet told apart or merged, of one person or all: question id, one, the other."""
    statement = select(identity).where(identity.c.answer == "").order_by(identity.c.id)
    if person_id is not None:
        either = or_(identity.c.person_id == person_id, identity.c.other_id == person_id)
        statement = statement.where(either)
    questions = session.all(statement)
    known = {row.id: row for row in rows(session, [i for q in questions for i in (q.person_id, q.other_id)])}
    return [(q.id, known[q.person_id], known[q.other_id]) for q in questions]


def answer(session: Session, question_id: int, answer_: str) -> None:
    """Keep the answer "same" or "different"."""
    session.update(identity, question_id, {"answer": answer_})


def move_all(session: Session, from_id: int, to_id: int) -> None:
    """Move awards, posts, years, role-model lines and answered questions of one person to another."""
    person_years.move(session, from_id, to_id)
    for table in (award, role_model, nomination):
        for row in session.all(select(table.c.id).where(table.c.person_id == from_id)):
            session.update(table, row.id, {"person_id": to_id})
    held = {_words_of(row) for row in session.all(select(post).where(post.c.person_id == to_id))}
    for row in session.all(select(post).where(post.c.person_id == from_id).order_by(post.c.id)):
        if _words_of(row) not in held:
            session.update(post, row.id, {"person_id": to_id})
    _move_questions(session, from_id, to_id)


def _words_of(row: Any) -> tuple[Any, ...]:
    return row.title, row.unit_id, row.unit_written, row.since, row.until


def _move_questions(session: Session, from_id: int, to_id: int) -> None:
    either = or_(identity.c.person_id == from_id, identity.c.other_id == from_id)
    for row in session.all(select(identity).where(either)):
        third = row.other_id if row.person_id == from_id else row.person_id
        if third == to_id:
            continue
        pair = {"person_id": min(third, to_id), "other_id": max(third, to_id)}
        there = session.first(select(identity).filter_by(**pair))
        if there is None:
            session.update(identity, row.id, pair)
        elif not there.answer:
            session.update(identity, there.id, {"answer": row.answer})


def _runs(keys: Iterable[str]) -> Iterable[list[str]]:
    whole = sorted(set(keys))
    return (whole[start : start + 400] for start in range(0, len(whole), 400))


def _family_first() -> ColumnElement[str]:
    """The sort key with the given name's part, which stands first in it, put behind the others."""
    behind = func.instr(person.c.sort, " ")
    others = func.substr(person.c.sort, behind + 1, func.instr(person.c.sort, "!") - behind - 1)
    return others.concat(func.substr(person.c.sort, 1, behind))


def _awards_given() -> ScalarSelect[int]:
    """How many awards, revoked ones left out, a person of the statement around was given."""
    given = award.c.person_id == person.c.id, award.c.revoked_by.is_(None)
    return select(func.count()).select_from(award).where(*given).scalar_subquery()


def _select(some: Iterable[int]) -> Select[Any]:
    wanted = list(some)
    newest = (
        select(func.max(post.c.id).label("id"))
        .where(post.c.person_id.in_(wanted), post.c.until.is_(None))
        .group_by(post.c.person_id)
        .subquery()
    )
    current = select(post).join(newest, newest.c.id == post.c.id).subquery()
    return (
        select(
            person,
            func.coalesce(current.c.title, "").label("post"),
            current.c.unit_id,
            func.coalesce(unit.c.name, current.c.unit_written, "").label("unit"),
            _awards_given().label("awards"),
        )
        .outerjoin(current, current.c.person_id == person.c.id)
        .outerjoin(unit, unit.c.id == current.c.unit_id)
        .where(person.c.id.in_(wanted))
    )


def _row(row: Any) -> PersonRow:
    return PersonRow(
        row.id, row.name, row.birth, row.gender, row.post, row.unit_id, row.unit, row.note, row.awards
    )


def _values(draft_: PersonDraft) -> dict[str, object]:
    return {
        **person_name(draft_.name),
        "birth": draft_.birth,
        "gender": draft_.gender,
        "note": vietnamese.nfc(draft_.note),
        "citizen_id": draft_.citizen_id,
        "ethnicity": vietnamese.clean(draft_.ethnicity),
        "party_member": None if draft_.party_member is None else int(draft_.party_member),
    }


def _post(draft_: PostDraft) -> dict[str, object]:
    return {
        "title": vietnamese.clean(draft_.title),
        "unit_id": draft_.unit_id,
        "unit_written": vietnamese.clean(draft_.unit_written),
        "since": draft_.since,
        "until": draft_.until,
    }
