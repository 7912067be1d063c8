"""What the office does with months worked and leave: enter, correct, remove."""

from collections.abc import Sequence

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.work_year import WorkYearDraft, check
from thidua_desktop.records import people, work_years
from thidua_desktop.services import yearly


def enter(session: Session, draft: WorkYearDraft) -> int:
    """Enter a year of work; Refused when it is there already."""
    _check(session, draft)
    return work_years.add(session, [draft])[0]


def correct(session: Session, work_year_id: int, draft: WorkYearDraft) -> None:
    """Correct a year of work."""
    _check(session, draft, work_year_id)
    work_years.change(session, work_year_id, draft)


def remove(session: Session, ids: Sequence[int]) -> None:
    """Remove years of work."""
    work_years.remove(session, ids)


def _check(session: Session, draft: WorkYearDraft, but: int | None = None) -> None:
    yearly.refuse(check(draft))
    person_id = draft.person_id or 0
    if work_years.find(session, person_id, draft.year) not in (None, but):
        name = people.get(session, person_id).name
        said = f"{name} đã có thời gian làm việc năm {draft.year}: mở dòng ấy để sửa."
        yearly.refuse((Problem("year", said),))
