"""A decision with its list from the form into the records, as one action."""

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_desktop.db import Session
from thidua_desktop.domain.decision import DecisionDraft
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.person import births_agree
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import people
from thidua_desktop.services import decisions as services
from thidua_desktop.services.unit_choice import told_apart
from ui.forms.decision_fields import with_campaign
from ui.forms.namesakes import tell_apart
from ui.widgets.suggest import Picked


@dataclass(frozen=True)
class Saved:
    """The decision saved, and a sentence about what came with it."""

    id: int
    words: str


def save_decision(
    session: Session,
    decision_id: int | None,
    draft: DecisionDraft,
    campaign: Picked,
    others: Mapping[int, frozenset[int]],
) -> Saved:
    """Register or correct; others are the namesakes the person of a row is not, by the row's place."""
    draft = told_apart(session, with_campaign(session, draft, campaign))
    _fill_births(session, draft)
    if decision_id is None:
        done = services.register_many(session, [draft])[0]
        decision_id = done.id
        made = (
            (done.new_people, "người mới"),
            (done.new_units, "đơn vị mới"),
            (done.questions, "câu hỏi trùng tên"),
        )
        told = [f"{number(count)} {words}" for count, words in made if count]
        words = f"Quyết định {draft.number}: " + ", ".join([f"{number(done.awards)} lượt", *told])
    else:
        services.correct(session, decision_id, draft)
        words = f"Đã sửa quyết định {draft.number}: {number(len(draft.awards))} lượt"
    tell_apart(session, decision_id, others)
    return Saved(decision_id, words)


def _fill_births(session: Session, draft: DecisionDraft) -> None:
    """Keep births typed beside people already known; Refused where the record says another one."""
    told = [(place, award) for place, award in enumerate(draft.awards) if award.person_id and award.birth]
    known = {row.id: row for row in people.rows(session, [award.person_id or 0 for _place, award in told])}
    problems = []
    for place, award in told:
        person = known.get(award.person_id or 0)
        if person is None:
            continue
        if births_agree(person.birth, award.birth):
            people.fill_in(session, person.id, birth=award.birth, gender=award.gender)
        else:
            message = (
                f"Dòng {place + 1}: trong sổ {person.name} sinh {person.birth}. Sổ sai thì sửa ở trang "
                "Cá nhân; là người khác thì gõ lại tên và không chọn gợi ý."
            )
            problems.append(Problem(f"awards.{place}.birth", message))
    if problems:
        raise Refused(*problems)
