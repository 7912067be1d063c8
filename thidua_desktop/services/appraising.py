"""The cards of a dossier: each nomination judged by the law of the day the dossier came in."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.law.card import Card, Law, decided
from thidua_desktop.domain.law.facts import Facts
from thidua_desktop.records import awards, dossiers, nominations
from thidua_desktop.records.dossiers import DossierRow
from thidua_desktop.records.nominations import NominationRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services.facts import Known


@dataclass(frozen=True)
class Appraised:
    """A nomination with its card."""

    row: NominationRow
    card: Card

    @property
    def id(self) -> int:
        """The id of the nomination."""
        return self.row.id


def appraised(session: Session, law: Law, dossier_id: int) -> list[Appraised]:
    """Judge every nomination of a dossier; the officer's own decisions lie over the cards."""
    dossier = dossiers.get(session, dossier_id)
    rows = nominations.of(session, dossier_id)
    caps = _caps(session, law, dossier, rows)
    by_recipient: dict[str, list[NominationRow]] = defaultdict(list)
    for row in rows:
        by_recipient[row.recipient].append(row)
    cards: dict[int, Card] = {}
    for recipient, some in by_recipient.items():
        known = Known(session, recipient, {row.who for row in some}, dossier.year, dossier.received_on)
        for row in some:
            facts = _with_dossier(known.for_award(row.who, row.award), caps)
            card = law.card(row.award, facts)
            if row.fits is not None:
                card = decided(card, fits=row.fits, reason=row.fits_reason)
            cards[row.id] = card
    return [Appraised(row, cards[row.id]) for row in rows]


def _with_dossier(facts: Facts, caps: dict[str, tuple[int, int]]) -> Facts:
    return replace(facts, shares={**facts.shares, **caps}) if caps else facts


def _caps(
    session: Session, law: Law, dossier: DossierRow, rows: Sequence[NominationRow]
) -> dict[str, tuple[int, int]]:
    """For each capped award, how many are proposed of how many it is counted against, in the dossier's unit.

    Those given before for that year and those proposed now count once.
    """
    capped = dict(_capped(law, dossier.received_on))
    if not capped:
        return {}
    having: dict[str, set[int]] = defaultdict(set)
    for row in rows:
        if row.standing != "rejected" and row.person_id is not None:
            having[row.award].add(row.person_id)
    given = ListQuery(filters={"under": dossier.unit_id, "year": dossier.year, "recipient": "person"})
    for award in awards.rows(session, awards.ids(session, given)):
        if award.person_id is not None:
            having[award.award].add(award.person_id)
    found = {}
    for code, of in capped.items():
        base = set().union(*(having[other] for other in of))
        if base:
            found[f"cap:{code}"] = (len(having[code]), len(base))
    return found


def _capped(law: Law, day: date) -> Iterator[tuple[str, Sequence[str]]]:
    """The awards the law of a day caps, each with what it is counted against."""
    for criterion in law.book.criteria:
        if criterion.start <= day and (criterion.end is None or day <= criterion.end):
            for value in _caps_in(criterion.test):
                yield str(value["count"]), list(value["of"])


def _caps_in(test: Any) -> Iterator[Mapping[str, Any]]:
    if isinstance(test, Mapping):
        for name, value in test.items():
            if name == "ratio_cap":
                yield value
            else:
                yield from _caps_in(value)
    elif isinstance(test, list | tuple):
        for part in test:
            yield from _caps_in(part)
