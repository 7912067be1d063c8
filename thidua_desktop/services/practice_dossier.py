"""A dossier of the practice district that waits to be appraised: the way to a decision can be tried."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from thidua_desktop.db import Session
from thidua_desktop.domain.dossier import DossierDraft, NominationDraft, PaperDraft
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.records import units
from thidua_desktop.records.awards import AwardRow
from thidua_desktop.services import dossier_papers, dossiers

_YEAR = 2019
_FIGHTER, _FIGHTER_OF_PROVINCE, _FORM = "DH_CSTD_CS", "DH_CSTD_TINH", "BK_TINH"
_OF_EACH = 4
_TO_COME = "Chứng nhận hoặc xác nhận sáng kiến, đề tài"
_RESOURCES = Path(__file__).resolve().parents[2] / "resources"
_NUMBER, _SENT, _RECEIVED = "32/TTr-UBND", date(2020, 6, 8), date(2020, 6, 10)


def build(session: Session, given: Mapping[int, Mapping[int, list[AwardRow]]]) -> None:
    """Have the district propose some who qualify, some who do not, some of whom data is missing.

    given: the awards of people by person and year.
    """
    ran = {who: _run(years) for who, years in given.items() if _YEAR in years}
    asked = [
        *_first(_FORM, ran, lambda years: years == 2),
        *_first(_FORM, ran, lambda years: not years),
        *_first(_FIGHTER_OF_PROVINCE, ran, lambda years: years >= 3),
        *_first(_FIGHTER_OF_PROVINCE, ran, lambda years: years == 1),
    ]
    nominations = tuple(
        NominationDraft(
            award,
            name=last.name,
            person_id=who,
            post=last.post,
            unit_id=last.unit_id,
            unit_written=last.unit,
        )
        for award, who in asked
        for last in [given[who][_YEAR][0]]
    )
    district = next((row.id for row in units.list_(session) if row.kind == "district"), None)
    draft = DossierDraft(district, _RECEIVED, _YEAR, _NUMBER, _SENT, nominations=nominations)
    dossiers.receive(session, replace(draft, papers=_papers(draft)))


def _papers(draft: DossierDraft) -> tuple[PaperDraft, ...]:
    """What every such dossier holds; the proof of initiatives is still to come."""
    asked = dossier_papers.asked(load_rules(_RESOURCES), draft)
    always = (paper for paper in asked if not paper.note)  # the others are asked for in cases not told here
    return tuple(replace(paper, there=paper.name != _TO_COME) for paper in always)


def _first(award: str, ran: Mapping[int, int], fits: Callable[[int], bool]) -> list[tuple[str, int]]:
    return [(award, who) for who, years in ran.items() if fits(years)][:_OF_EACH]


def _run(years: Mapping[int, list[AwardRow]]) -> int:
    """How many years in a row up to the last somebody was Chiến sĩ thi đua cơ sở."""
    last = _YEAR
    while any(row.award == _FIGHTER for row in years.get(last, ())):
        last -= 1
    return _YEAR - last
