"""Lists of other programs taken in: previewed, then written in one action that one undo takes back."""

from dataclasses import dataclass, replace

from thidua_desktop.db import Session
from thidua_desktop.domain.campaign import CAMPAIGN_FORMS, CampaignDraft
from thidua_desktop.domain.decision import DecisionDraft
from thidua_desktop.domain.event import EventDraft
from thidua_desktop.domain.titles import TitleBook, TitleEntry
from thidua_desktop.intake.reading import CandidateDecision
from thidua_desktop.records import campaigns, catalogue, decisions, events, side_by_side, unit_days
from thidua_desktop.services import campaigns as office
from thidua_desktop.services import import_columns, import_yearly
from thidua_desktop.services.decisions import Registered, correct, register_many
from thidua_desktop.services.import_doubts import Doubt, Option, Side
from thidua_desktop.services.import_log import log
from thidua_desktop.services.import_plan import preview
from thidua_desktop.services.matching import Known, name_key
from thidua_desktop.services.planned import Plan, PlannedDecision, PlannedFile, gaps
from thidua_desktop.services.recipients import settle_lists

__all__ = [
    "Doubt",
    "Imported",
    "Option",
    "Plan",
    "PlannedDecision",
    "PlannedFile",
    "Side",
    "gaps",
    "preview",
    "title_book",
    "write",
]


@dataclass(frozen=True)
class Imported:
    """What was written: ids of the decisions, awards, and the recipients made in place.

    run is the id of its log, for the protocol (reports.import_record); None when nothing was written.
    """

    decisions: tuple[int, ...]
    awards: int
    new_people: int
    new_units: int
    questions: int
    run: int | None = None


def title_book(session: Session) -> TitleBook:
    """The office's own catalogue, for reading files; titles out of use too, since old papers hold them."""
    return TitleBook(
        TitleEntry(
            row.code,
            row.category,
            row.recipients,
            row.levels,
            tuple(word for word in (row.name, row.short, *row.synonyms) if word),
        )
        for row in catalogue.list_(session)
    )


def write(session: Session, plan: Plan) -> Imported:
    """Write a plan and log its files; Refused, with nothing written, when the book has changed since."""
    for code, wording in plan.learnt:
        catalogue.learn(session, code, wording)
    fresh = [planned for planned in plan.to_write if planned.kept is None]
    drafts = [_placed(session, planned.draft, planned.candidate) for planned in fresh if planned.draft]
    registered = register_many(session, drafts, plan.known)
    for planned in plan.to_write:
        if planned.kept is not None and planned.draft:
            registered.append(_amended(session, planned.kept, planned.draft, plan.known))
    _write_years(session, plan)
    _remember_names(session, plan)
    if plan.writes:
        said = [layout for file in plan.files for layout in file.reading.layouts]
        import_columns.remember(session, said)
    run = log(session, plan) if plan.writes else None
    return Imported(
        tuple(one.id for one in registered),
        sum(one.awards for one in registered),
        sum(one.new_people for one in registered),
        sum(one.new_units for one in registered),
        sum(one.questions for one in registered),
        run,
    )


def _write_years(session: Session, plan: Plan) -> None:
    """Keep the rows of lists of a year, whose people and units are found or made like any others."""
    readings = [file.reading for file in plan.files if file.yearly_to_write]
    links, _ = settle_lists(session, list(map(import_yearly.listed, readings)), plan.known)
    for reading, lines in zip(readings, links, strict=True):
        import_yearly.write(session, reading, lines)


def _amended(session: Session, decision_id: int, draft: DecisionDraft, known: Known) -> Registered:
    """Put rows of a list to a decision of the book: changed under their ids, the others added."""
    there = decisions.draft(session, decision_id)
    changed = {award.id: award for award in draft.awards if award.id}
    rows = [changed.get(award.id or 0, award) for award in there.awards]
    added = [award for award in draft.awards if not award.id]
    note = "\n".join(filter(None, (there.note, draft.note)))
    made = correct(session, decision_id, replace(there, awards=(*rows, *added), note=note), known)
    return replace(made, awards=len(draft.awards))


def _remember_names(session: Session, plan: Plan) -> None:
    """Keep the names answered to be of known units, so that nobody is asked again."""
    if not plan.other_names:
        return
    names = unit_days.Names(session)
    for words, target in plan.other_names:
        unit_id = target if isinstance(target, int) else names.bearing(target)
        if unit_id is not None and names.bearing(name_key(words)) is None:
            side_by_side.remember_unit_name(session, unit_id, words)


def _placed(session: Session, draft: DecisionDraft, candidate: CandidateDecision) -> DecisionDraft:
    """The decision in its campaign and at its event, each found by name or entered."""
    campaign_id = _campaign(session, candidate) if candidate.campaign else None
    event_id = _event(session, candidate.event) if candidate.event else None
    return replace(draft, campaign_id=campaign_id, event_id=event_id)


def _campaign(session: Session, candidate: CandidateDecision) -> int:
    known = campaigns.find(session, candidate.campaign)
    if known is not None:
        return known
    form = candidate.campaign_form if candidate.campaign_form in CAMPAIGN_FORMS else "campaign"
    return office.launch(session, CampaignDraft(candidate.campaign, form, candidate.level))


def _event(session: Session, name: str) -> int:
    return events.find(session, name) or office.hold_event(session, EventDraft(name))
