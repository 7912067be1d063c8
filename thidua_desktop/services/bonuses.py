"""The money of the awards of a decision, by the law of its day."""

from thidua_desktop.db import Session
from thidua_desktop.domain.bonus import UP, Bonus, BonusRules, Given
from thidua_desktop.records import awards, catalogue, decisions
from thidua_desktop.records.awards import AwardRow
from thidua_desktop.records.query import ListQuery


def of_decision(
    session: Session, decision_id: int, rules: BonusRules, rounding: str = UP
) -> list[tuple[AwardRow, Bonus]]:
    """Every award of a decision not revoked, in the order of the paper, with its bonus."""
    titles = {row.code for row in catalogue.list_(session) if row.category == "title"}
    day = decisions.rows(session, [decision_id])[0].decided_on
    here = _read(session, decision=decision_id)
    others = [
        row
        for year in {row.year for row in here if row.award in titles}
        for row in _read(session, year=year)
        if row.decision_id != decision_id and row.award in titles
    ]
    given, beside = ([_given(row, titles) for row in rows] for rows in (here, others))
    found = rules.of_decision(given, beside, day, rounding)
    return [(row, found[row.id]) for row in here]


def _read(session: Session, **filters: int) -> list[AwardRow]:
    return awards.rows(session, awards.ids(session, ListQuery(sort="entered", filters=filters)))


def _given(row: AwardRow, titles: set[str]) -> Given:
    who = f"{row.recipient} {row.person_id or row.household_id or row.unit_id}"
    title = row.award in titles
    return Given(row.id, row.award, row.title, row.recipient, who, row.year, row.decision_id, title)
