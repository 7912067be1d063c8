"""What the office does with initiatives and topics: enter, correct, remove."""

from collections.abc import Sequence

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.idea import IdeaDraft, check
from thidua_desktop.records import ideas
from thidua_desktop.services import yearly


def enter(session: Session, draft: IdeaDraft) -> int:
    """Enter an initiative; Refused when one of that name and year is there."""
    _check(session, draft)
    return ideas.add(session, draft)


def correct(session: Session, idea_id: int, draft: IdeaDraft) -> None:
    """Correct an initiative."""
    _check(session, draft, idea_id)
    ideas.change(session, idea_id, draft)


def remove(session: Session, ids: Sequence[int]) -> None:
    """Remove initiatives entered by mistake."""
    ideas.remove(session, ids)


def _check(session: Session, draft: IdeaDraft, but: int | None = None) -> None:
    yearly.refuse(check(draft))
    if ideas.find(session, draft.name, draft.year) not in (None, but):
        said = f"Đã có sáng kiến, đề tài “{draft.name.strip()}” năm {draft.year}: mở dòng ấy để sửa."
        yearly.refuse((Problem("name", said),))
