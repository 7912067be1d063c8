"""The cards of a dossier: each nomination judged by the law of the day the dossier came in."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.law.card import Card, Law, decided
from thidua_desktop.domain.law.facts import Held
from thidua_desktop.domain.law.lacking import Lack, Lacking
from thidua_desktop.domain.vietnamese import same_key
from thidua_desktop.records import catalogue, dossiers, eligibility, nominations, submissions
from thidua_desktop.records.dossiers import DossierRow, StepRow
from thidua_desktop.records.eligibility import Given
from thidua_desktop.records.nominations import NominationRow
from thidua_desktop.services import caps
from thidua_desktop.services.facts import Known
from thidua_desktop.services.recipients import today

_SENT_UP = frozenset({"submitted", "decided"})


@dataclass(frozen=True)
class Appraised:
    """A nomination with its card and what that lacks."""

    row: NominationRow
    card: Card
    lacks: tuple[Lack, ...] = ()

    @property
    def id(self) -> int:
        """The id of the nomination."""
        return self.row.id


def appraised(session: Session, law: Law, dossier_id: int) -> list[Appraised]:
    """Judge every nomination of a dossier; the officer's own decisions lie over the cards."""
    dossier = dossiers.get(session, dossier_id)
    rows = nominations.of(session, dossier_id)
    shares = caps.of_dossier(session, law, dossier, rows)
    others = caps.elsewhere(session, law, dossier, rows)
    forms = {code for code, kind in catalogue.by_code(session).items() if kind.category == "form"}
    by_recipient: dict[str, list[NominationRow]] = defaultdict(list)
    for row in rows:
        by_recipient[row.recipient].append(row)
    steps = dossiers.steps(session, dossier_id) if dossier.state in _SENT_UP else ()
    sent = _sent(session, rows)
    by_hand = _brought_up(steps)
    published = dossiers.days(session, dossier_id).get("published")
    judged_on = next((step.on for step in reversed(steps) if step.state == "decided"), today())
    cards: dict[int, Card] = {}
    for recipient, some in by_recipient.items():
        who = {row.who for row in some}
        known = Known(session, recipient, who, dossier.year, dossier.received_on)
        given = eligibility.forms_given(session, recipient, who, dossier.year, dossier.received_on)
        for row in some:
            facts = known.for_award(row.who, row.award)
            alike = _alike(row, dossier, given.get(row.who, ())) if row.award in forms else ()
            if recipient == "person":
                facts = replace(facts, shares=shares, shares_whole=known.whole)
            facts = replace(facts, same_achievement=alike, asked_as=dossier.type, judged_on=judged_on)
            facts = replace(facts, sent_on=sent.get(row.submission_id, by_hand), published_on=published)
            card = _beside(law.card(row.award, facts), others.get(row.award, 0))
            if row.fits is not None:
                card = decided(card, fits=row.fits, reason=row.fits_reason)
            cards[row.id] = card
    lacking = Lacking(law.book)
    return [Appraised(row, cards[row.id], lacking.of(cards[row.id])) for row in rows]


def _beside(card: Card, more: int) -> Card:
    """Tell beside a cap of how many more other open dossiers of the unit propose."""
    cites = [one.cite for one in card.criteria if more and one.finding.code.startswith("ratio_cap")]
    said = f"Hồ sơ khác chưa xong của đơn vị còn đề nghị {more} người: cộng vào khi tính tỷ lệ"
    return replace(card, warnings=(*card.warnings, *(f"{said} ({cite})." for cite in dict.fromkeys(cites))))


def _sent(session: Session, rows: Sequence[NominationRow]) -> dict[int | None, date]:
    """The day each submission that asks for one of the nominations was sent."""
    ids = {row.submission_id for row in rows if row.submission_id is not None}
    return {row.id: row.sent_on for row in submissions.rows(session, sorted(ids))}


def _brought_up(steps: Sequence[StepRow]) -> date | None:
    """The day a dossier was brought up by hand and has stayed there since."""
    up: date | None = None
    for step in steps:
        if step.state == "submitted":
            up = step.on
        elif step.state not in _SENT_UP:
            up = None
    return up


def _alike(row: NominationRow, dossier: DossierRow, given: Sequence[Given]) -> tuple[Held, ...]:
    """The forms already given for the achievement a form is proposed for: by campaign, or by its words."""
    words = same_key(row.citation)
    return tuple(
        one.held
        for one in given
        if (one.campaign_id is not None and one.campaign_id == dossier.campaign_id)
        or (words and same_key(one.citation) == words)
    )
