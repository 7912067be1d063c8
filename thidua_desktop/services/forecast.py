"""Who may be proposed for what this year and next, what each still lacks, and who has waited for years."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.law.card import Card, Law
from thidua_desktop.domain.law.facts import MET, NOT_MET
from thidua_desktop.domain.law.lacking import Lack, Lacking
from thidua_desktop.domain.leaders import leads
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.records import commended
from thidua_desktop.records.commended import Waiting
from thidua_desktop.services.eligibility import Prospect, caps_for, prospects
from thidua_desktop.services.facts import Known

PATIENCE = 5
"""Years without an award after which somebody is named."""


@dataclass(frozen=True)
class Chance:
    """A recipient who may be proposed, or lacks little: what is not known yet."""

    recipient: str
    id: int
    name: str
    unit: str
    award: str
    year: int
    verdict: str
    found: tuple[str, ...]
    lacks: tuple[Lack, ...]


@dataclass(frozen=True)
class Share:
    """How many of those commended in the year are of a sort."""

    code: str
    name: str
    count: int


@dataclass(frozen=True)
class Forecast:
    """What a forecast tells; of is the number of people commended in the year."""

    year: int
    on: date
    chances: tuple[Chance, ...]
    people: tuple[Waiting, ...]
    units: tuple[Waiting, ...]
    of: int
    shares: tuple[Share, ...]


def forecast(
    session: Session,
    law: Law,
    year: int,
    *,
    patience: int = PATIENCE,
    within: Collection[int] | None = None,
    told: Callable[[int, int], None] = lambda _done, _of: None,
) -> Forecast:
    """Look at a year and the next as their dossiers would come in at the end of each; within: these units.

    Named is who meets everything, and who meets something on record and fails nothing.
    """
    chances: list[Chance] = []
    steps = [(this, recipient) for this in (year, year + 1) for recipient in RECIPIENTS]
    for done, (this, recipient) in enumerate(steps):
        on = date(this, 12, 31)
        if law.book.regime_on(on) is not None:
            rows = prospects(session, law, recipient, this, on, within=within)
            chances += _explained(session, law, recipient, this, on, rows)
        told(done + 1, len(steps))
    people = commended.people_of(session, year, within)
    return Forecast(
        year,
        date(year, 12, 31),
        tuple(chances),
        tuple(commended.people_waiting(session, year - patience + 1, within)),
        tuple(commended.units_waiting(session, year - patience + 1, within)),
        len(people),
        tuple(_shares(people)),
    )


def _explained(
    session: Session, law: Law, recipient: str, year: int, on: date, rows: list[Prospect]
) -> Iterator[Chance]:
    """The cards of those not ruled out who were given the award for no such year yet."""
    likely = [(row, award) for row in rows for award, verdict in row.verdicts.items() if verdict != NOT_MET]
    ids = {row.id for row, _ in likely}
    known = Known(session, recipient, ids, year, on, caps_for(session, law, recipient, year, on))
    lacking = Lacking(law.book)
    for row, award in likely:
        facts = known.for_award(row.id, award)
        if any(held.award == award and held.year == year for held in facts.awards):
            continue
        card = law.card(award, facts)
        lacks = lacking.of(card)
        if card.verdict == MET or _near(card, lacks):
            yield Chance(
                recipient,
                row.id,
                row.name,
                row.unit,
                award,
                year,
                card.verdict,
                tuple(one.finding.code for one in card.criteria if one.finding.verdict == MET),
                lacks,
            )


def _near(card: Card, lacks: tuple[Lack, ...]) -> bool:
    """Whether nothing is failed and something the law asks for is on record."""
    failed = any(lack.failed for lack in lacks)
    return not failed and any(one.finding.verdict == MET and one.finding.ids for one in card.criteria)


def _shares(people: list[commended.Told]) -> Iterator[Share]:
    leaders = sum(leads(one.post) for one in people)
    yield Share("leaders", "Lãnh đạo, quản lý", leaders)
    yield Share("workers", "Trực tiếp lao động, công tác", len(people) - leaders)
    yield Share("women", "Nữ", sum(one.gender == "female" for one in people))
    for block, count in sorted(Counter(one.block for one in people).items()):
        yield Share(f"area:{block}", block or "Chưa ghi khối", count)
