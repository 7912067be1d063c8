"""Figures the lists of reports need beside the counters: who was commended how often."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import award, award_kind, decision, person
from thidua_desktop.records.award_filters import conditions


@dataclass(frozen=True)
class PersonTimes:
    """A person and how often he or she was commended."""

    person_id: int
    times: int
    decisions: int


def people_by_times(session: Session, filters: Mapping[str, Any], least: int) -> list[PersonTimes]:
    """People commended at least so often under the filters of lists of awards, the most often first."""
    times = func.count().label("times")
    papers = func.count(award.c.decision_id.distinct()).label("decisions")
    statement = (
        select(award.c.person_id, times, papers)
        .select_from(
            award.join(decision, decision.c.id == award.c.decision_id).join(
                person, person.c.id == award.c.person_id
            )
        )
        .where(award.c.recipient == "person", *conditions(filters))
        .group_by(award.c.person_id)
        .having(times >= least)
        .order_by(times.desc(), person.c.sort, person.c.id)
    )
    return [PersonTimes(row.person_id, row.times, row.decisions) for row in session.all(statement)]


def times_by_kind(
    session: Session, filters: Mapping[str, Any], person_ids: Iterable[int]
) -> dict[int, list[tuple[str, int]]]:
    """For each person the catalogue codes of the awards and how often, in the catalogue's order."""
    found: dict[int, list[tuple[str, int]]] = {}
    for some in session.chunks(person_ids):
        statement = (
            select(award.c.person_id, award_kind.c.code, func.count().label("times"))
            .select_from(
                award.join(decision, decision.c.id == award.c.decision_id).join(
                    award_kind, award_kind.c.id == award.c.kind_id
                )
            )
            .where(award.c.person_id.in_(some), award.c.recipient == "person", *conditions(filters))
            .group_by(award.c.person_id, award_kind.c.code)
            .order_by(award_kind.c.place)
        )
        for row in session.all(statement):
            found.setdefault(row.person_id, []).append((row.code, row.times))
    return found
