"""The questions “có phải cùng một người?” that wait for an answer, taken one at a time."""

from sqlalchemy import select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import identity


def waiting(session: Session) -> list[int]:
    """Ids of the questions not answered yet, in the order they were asked."""
    return [row.id for row in session.all(select(identity.c.id).where(_OPEN).order_by(identity.c.id))]


def pair(session: Session, question_id: int) -> tuple[int, int] | None:
    """The two people a question is about; None when it was answered or is gone."""
    asked = select(identity.c.person_id, identity.c.other_id).where(_OPEN, identity.c.id == question_id)
    row = session.first(asked)
    return None if row is None else (row.person_id, row.other_id)


_OPEN = identity.c.answer == ""
