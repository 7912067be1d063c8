"""What the office does with discipline: enter, correct, remove."""

from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.db import Session
from thidua_desktop.domain.discipline import DisciplineDraft, check
from thidua_desktop.records import disciplines
from thidua_desktop.services import yearly


def enter(session: Session, draft: DisciplineDraft) -> int:
    """Enter a discipline."""
    return disciplines.add(session, [_checked(session, draft)])[0]


def correct(session: Session, discipline_id: int, draft: DisciplineDraft) -> None:
    """Correct a discipline, or note when it ended."""
    disciplines.change(session, discipline_id, _checked(session, draft))


def remove(session: Session, ids: Sequence[int]) -> None:
    """Remove disciplines entered by mistake."""
    disciplines.remove(session, ids)


def _checked(session: Session, draft: DisciplineDraft) -> DisciplineDraft:
    yearly.refuse(check(draft))
    return replace(draft, about=yearly.placed(session, draft.about))
