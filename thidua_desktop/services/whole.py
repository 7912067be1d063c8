"""What the office says of its records: which years of which subject are entered whole."""

from collections.abc import Sequence

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.whole import SUBJECTS, WholeDraft, check
from thidua_desktop.records import whole
from thidua_desktop.services import yearly


def say(session: Session, draft: WholeDraft) -> int:
    """Say that years of a subject are entered whole; Refused when they overlap with what was said."""
    _check(session, draft)
    return whole.add(session, draft)


def correct(session: Session, whole_id: int, draft: WholeDraft) -> None:
    """Correct which years are entered whole."""
    _check(session, draft, whole_id)
    whole.change(session, whole_id, draft)


def take_back(session: Session, ids: Sequence[int]) -> None:
    """Say that they are not entered whole after all."""
    whole.remove(session, ids)


def _check(session: Session, draft: WholeDraft, but: int | None = None) -> None:
    yearly.refuse(check(draft))
    for row in whole.of(session, draft.subject):
        if row.id != but and row.first_year <= draft.last_year and draft.first_year <= row.last_year:
            years = f"{row.first_year} – {row.last_year}"
            said = f"{SUBJECTS[draft.subject]} {years} đã ghi là nhập đủ: mở dòng ấy để sửa."
            yearly.refuse((Problem("first_year", said),))
