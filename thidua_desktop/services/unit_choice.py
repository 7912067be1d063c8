"""Which unit a line of a decision typed by hand means, where several are called the same."""

from dataclasses import replace

from thidua_desktop.db import Session
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.records import unit_days, units
from thidua_desktop.services.matching import name_key


def told_apart(session: Session, draft: DecisionDraft) -> DecisionDraft:
    """The same decision, where units were chosen bound to them; Refused where a line leaves it open."""
    names = unit_days.Names(session)
    settled, problems = [], []
    for place, award in enumerate(draft.awards):
        bearers = names.bearers(name_key(_words(award)), draft.decided_on)
        kept = award.id is not None and award.unit_id is not None
        if kept or award.unit_id in bearers:
            settled.append(award)
            continue
        # What is not called so on that day was only offered under its present name: the day decides.
        settled.append(replace(award, unit_id=None))
        if len(bearers) > 1:
            problems.append(_open(session, place, award, bearers))
    if problems:
        raise Refused(*problems)
    return replace(draft, awards=tuple(settled))


def _words(award: AwardDraft) -> str:
    return award.name if award.recipient == "collective" else award.unit_written


def _open(session: Session, place: int, award: AwardDraft, bearers: list[int]) -> Problem:
    places = "; ".join(", ".join(units.path(session, unit_id)[1:2]) or "chưa rõ" for unit_id in bearers)
    return Problem(
        f"awards.{place}.{'name' if award.recipient == 'collective' else 'unit_written'}",
        f"Dòng {place + 1}: có {len(bearers)} đơn vị tên “{_words(award)}” (trực thuộc: {places}). "
        "Gõ lại tên rồi chọn một dòng gợi ý.",
    )
