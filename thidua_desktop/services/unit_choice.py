"""Which unit is meant where several are called the same: by its place, or as chosen on a decision's line."""

from dataclasses import replace

from thidua_desktop.db import Session
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.vietnamese import same_key
from thidua_desktop.records import unit_days, units
from thidua_desktop.services.matching import called, name_key


def meant(session: Session, text: str) -> list[int]:
    """The units a name means; after it, parted by commas, may stand units above it, any of them left out."""
    found = units.called(session, text)
    for at, sign in enumerate(text):
        if not found and sign == ",":
            above = {same_key(part) for part in text[at + 1 :].split(",")}
            called_so = units.called(session, text[:at])
            found = [one for one in called_so if above <= set(map(same_key, units.path(session, one)[1:]))]
    return found


def telling_name(session: Session, unit_id: int) -> str:
    """The name of a unit, with the unit above it where others are called the same."""
    told = units.path(session, unit_id)
    return told[0] if len(units.called(session, told[0])) == 1 else ", ".join(told[:2])


def told_apart(session: Session, draft: DecisionDraft) -> DecisionDraft:
    """The same decision, where units were chosen bound to them; Refused where a line leaves it open."""
    names = unit_days.Names(session)
    settled, problems = [], []
    for place, award in enumerate(draft.awards):
        bearers = names.bearers(name_key(called(award)), draft.decided_on)
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
        "Gõ lại tên rồi chọn một dòng gợi ý, hoặc ghi thêm dấu phẩy và đơn vị cấp trên.",
    )
