"""Until when a dossier must be appraised, in working days of the office, by the law of the day it came in."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.law.deadlines import deadlines
from thidua_desktop.domain.law.rulebook import Rulebook
from thidua_desktop.domain.law.working_days import left
from thidua_desktop.records import dossiers, nominations
from thidua_desktop.records.dossiers import DossierRow

COMMON = "DH_LDTT"
"""The award by which terms common to every dossier are looked up."""

_APPRAISED = {"appraised", "council", "submitted", "decided"}  # whoever is further was appraised before


@dataclass(frozen=True)
class Term:
    """The last day of the appraisal, by which article, and whether that was checked.

    Attributes:
        done: the day it was appraised, None while it is not.
        left: working days still left, below zero overdue; for a dossier appraised, on the day it was.

    """

    on: date
    cite: str
    checked: bool
    done: date | None
    left: int

    @property
    def late(self) -> bool:
        """Whether the day has passed, or had when it was appraised."""
        return self.left < 0


def term(
    session: Session, book: Rulebook, row: DossierRow, today: date, free: Collection[date]
) -> Term | None:
    """The term of a dossier's appraisal; None where the law of the day names none."""
    rows = nominations.of(session, row.id)
    award = rows[0].award if rows else COMMON
    found = next((one for one in deadlines(book, award, row.received_on) if one.step == "appraise"), None)
    on = found.since(row.received_on, free) if found else None
    if found is None or on is None:
        return None
    done = next((one.on for one in dossiers.steps(session, row.id) if one.state in _APPRAISED), None)
    return Term(on, found.cite, found.status in ("seen", "local"), done, left(done or today, on, free))
