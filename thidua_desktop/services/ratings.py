"""What the office does with yearly ratings: enter, correct, remove."""

from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.rating import RatingDraft, check
from thidua_desktop.records import ratings
from thidua_desktop.services import yearly


def enter(session: Session, draft: RatingDraft) -> int:
    """Enter a rating; Refused when that year is rated already."""
    return ratings.add(session, [_checked(session, draft)])[0]


def correct(session: Session, rating_id: int, draft: RatingDraft) -> None:
    """Correct a rating."""
    ratings.change(session, rating_id, _checked(session, draft, rating_id))


def remove(session: Session, ids: Sequence[int]) -> None:
    """Remove ratings."""
    ratings.remove(session, ids)


def _checked(session: Session, draft: RatingDraft, but: int | None = None) -> RatingDraft:
    yearly.refuse(check(draft))
    there = ratings.find(session, draft.about, draft.year)
    if there not in (None, but):
        whose = yearly.called(session, draft.about)
        said = f"{whose} đã có xếp loại năm {draft.year}: mở dòng ấy để sửa."
        yearly.refuse((Problem("year", said),))
    return replace(draft, about=yearly.placed(session, draft.about))
