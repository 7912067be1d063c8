"""Those of a meeting whom as many votes were for: who goes before, by the law of its day."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thidua_desktop.db import Session
from thidua_desktop.domain.attested import WOMEN
from thidua_desktop.domain.law import ties
from thidua_desktop.domain.law.facts import NOT_MET, Finding
from thidua_desktop.domain.law.rulebook import Rulebook
from thidua_desktop.records import known_of_year, meetings, people
from thidua_desktop.records.nominations import NominationRow
from thidua_desktop.services.balloting import Result


@dataclass(frozen=True)
class Tie:
    """Some who are even: the award, the votes for each, whether each goes before, by which article."""

    title: str
    votes: int
    judged: tuple[tuple[NominationRow, Finding], ...]
    cite: str
    status: str


def of_meeting(
    session: Session, book: Rulebook, meeting_id: int, results: Sequence[Result]
) -> tuple[Tie, ...]:
    """Tell of those even in votes for one award where the law of the day parts them, or may."""
    day = meetings.get(session, meeting_id).held_on
    regime = book.regime_on(day)
    rule = book.general_rule(ties.NAME, regime, day) if regime else None
    if rule is None:
        return ()
    found = []
    for rows, votes in _even(results):
        judged = [(row, ties.before(rule, one)) for row, one in _known(session, rows)]
        if ties.parted([finding for _, finding in judged]):
            found.append(Tie(rows[0].title, votes, tuple(judged), rule["cite"], rule["status"]))
    return tuple(found)


def _even(results: Sequence[Result]) -> Iterator[tuple[list[NominationRow], int]]:
    groups: dict[tuple[str, str, int], list[NominationRow]] = defaultdict(list)
    for one in results:
        votes = one.ballot.for_
        if votes is not None and one.verdict != NOT_MET and ties.bears_on(one.row.recipient):
            groups[one.row.award, one.row.recipient, votes].append(one.row)
    for (_award, _recipient, votes), rows in groups.items():
        if len(rows) > 1:
            yield rows, votes


def _known(session: Session, rows: Sequence[NominationRow]) -> Iterator[tuple[NominationRow, ties.Even]]:
    if rows[0].recipient == "person":
        genders = {one.id: one.gender for one in people.rows(session, [row.who for row in rows])}
        for row in rows:
            gender = genders[row.who]
            yield row, ties.Even(row.recipient, woman=gender == "female" if gender else None)
        return
    years = {year: known_of_year.of_units(session, year) for year in {row.year for row in rows}}
    for row in rows:
        known = years[row.year].get(row.who)
        share = known.stated.get(WOMEN) if known else None
        told = None if share is None or isinstance(share, bool) else float(share)
        yield row, ties.Even(row.recipient, women=told)
