"""Until when a step must be done, in working days of the office, by the law of the day it began."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.law.deadlines import Deadline, deadlines
from thidua_desktop.domain.law.rulebook import Rulebook
from thidua_desktop.domain.law.working_days import left
from thidua_desktop.domain.level import LEVEL_ORDER
from thidua_desktop.records import awards as given
from thidua_desktop.records import decisions, dossiers, handing, known_of_year, nominations
from thidua_desktop.records.days_off import Calendar
from thidua_desktop.records.dossiers import DossierRow, StepRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.records.submissions import SubmissionRow

COMMON = "DH_LDTT"
"""The award by which terms common to every dossier are looked up."""
_APPRAISED = {"appraised", "council", "submitted", "decided"}  # whoever is further was appraised before
_BESIDE = (  # the day a term begins, the step it is of, the day that ends it
    ("consulted", "consult", "answered"),
    ("published", "publish", ""),
)
_OF_PROVINCE = {"appraise_province", "submit"}
_OF_STATE = {"central", "return"}


@dataclass(frozen=True)
class Term:
    """The last day of a step, by which article, and whether that was checked.

    Attributes:
        step: what it is about, as the law's data calls it: appraise, decide, return, notify, submit …
        text: the words of the law's data.
        done: the day it was done, None while it is not.
        left: working days still left, below zero overdue; of what is done, on the day it was.
        noted: whether the program is told when it is done; otherwise nobody can be called late.

    """

    step: str
    text: str
    on: date
    cite: str
    checked: bool
    done: date | None
    left: int
    noted: bool = True

    @property
    def late(self) -> bool:
        """Whether the day has passed, or had when it was done."""
        return self.noted and self.left < 0


def appraisal(
    session: Session, book: Rulebook, row: DossierRow, today: date, calendar: Calendar
) -> Term | None:
    """The term of a dossier's appraisal; None where the law of the day names none."""
    steps = () if row.state == "received" else dossiers.steps(session, row.id)
    done = next((one.on for one in steps if one.state in _APPRAISED), None)
    found = _found(book, _awards(session, row), row.received_on, {"appraise"})
    return next(_terms(found, row.received_on, done, today, calendar), None)


def of_dossier(
    session: Session, book: Rulebook, row: DossierRow, today: date, calendar: Calendar
) -> list[Term]:
    """The terms a dossier is under by now: appraised, asked about, published, decided, told of."""
    steps, days = dossiers.steps(session, row.id), dossiers.days(session, row.id)
    awards = _awards(session, row)
    first = appraisal(session, book, row, today, calendar)
    terms = [first] if first and row.state != "returned" else []
    came = row.received_on
    for met in _meetings(session, row, book):
        found = _found(book, awards, met, {"file"})
        terms += _terms(found, met, came, today, calendar)
    for code, step, done in _BESIDE:
        start, end = days.get(code), days.get(done)
        if start:
            found = _found(book, awards, start, {step})
            terms += _terms(found, start, end, today, calendar, noted=bool(done))
    if row.state == "returned":
        back = _last(steps, "returned")
        everybody = _found(book, [COMMON], came, {"notify"})  # others are terms of the ministry
        return [*terms, *_terms(everybody, came, back, today, calendar)]
    # Of a form only the term for model residential areas is named, and no dossier says that it is of one.
    titles = [award for award in awards if award.startswith("DH_")]
    decided = _last(steps, "decided") if row.state == "decided" else None
    terms += _terms(_found(book, titles, came, {"decide"}), came, decided, today, calendar)
    if decided:
        found = _found(book, awards, decided, {"notify"})
        told = days.get("notified")
        terms += _terms(found, decided, told, today, calendar, noted=told is not None)
    return terms


def of_revocation(
    session: Session, book: Rulebook, decision_id: int, today: date, calendar: Calendar
) -> list[Term]:
    """Until when what went with awards a decision revokes is to be given back; none where it revokes none.

    It is done when all of it came back. Where no day of any is noted, nobody can be called late.
    """
    revoked = given.revoked_by(session, decision_id)
    if not revoked:
        return []
    on = decisions.get(session, decision_id).decided_on
    back = [row.on for row in handing.artefacts(session, [one.id for one in revoked]).values()]
    done = max(back) if len(back) == len(revoked) else None
    found = _found(book, dict.fromkeys(one.award for one in revoked), on, {"give_back"})
    return list(_terms(found, on, done, today, calendar, noted=bool(back)))


def of_submission(
    session: Session, book: Rulebook, row: SubmissionRow, today: date, calendar: Calendar
) -> list[Term]:
    """Until when the authority a submission was sent to has to deal with it."""
    ids = nominations.ids(session, ListQuery(filters={"submission": row.id}))
    awards = dict.fromkeys(one.award for one in nominations.rows(session, ids))
    above = LEVEL_ORDER[row.level] < LEVEL_ORDER["province"]
    steps = _OF_STATE if above else _OF_PROVINCE if row.level == "province" else set()
    found = _found(book, awards, row.sent_on, steps)
    return list(_terms(found, row.sent_on, row.back_on, today, calendar))


def _awards(session: Session, row: DossierRow) -> list[str]:
    return list(dict.fromkeys(one.award for one in nominations.of(session, row.id))) or [COMMON]


def _meetings(session: Session, row: DossierRow, book: Rulebook) -> list[date]:
    """The days of the meetings that judged the households of a dossier, where they are stated."""
    homes = {one.who for one in nominations.of(session, row.id) if one.recipient == "household"}
    if not homes or not _found(book, _awards(session, row), row.received_on, {"file"}):
        return []
    years = known_of_year.of_households(session, row.year)
    stated = {years[home].meeting_on for home in homes if home in years}
    return sorted(day for day in stated if day)


def _last(steps: Iterable[StepRow], state: str) -> date | None:
    return next((one.on for one in reversed(list(steps)) if one.state == state), None)


def _found(book: Rulebook, awards: Iterable[str], day: date, steps: Collection[str]) -> list[Deadline]:
    """The terms of some steps for any of the awards, each once."""
    found = {
        (one.step, one.id): one
        for award in awards
        for one in deadlines(book, award, day)
        if one.step in steps
    }
    return list(found.values())


def _terms(
    found: Iterable[Deadline],
    start: date,
    done: date | None,
    today: date,
    calendar: Calendar,
    *,
    noted: bool = True,
) -> Iterator[Term]:
    for one in found:
        on = one.since(start, *calendar)
        if on is not None:
            over = left(done or today, on, *calendar)
            checked = one.status in ("seen", "local")
            yield Term(one.step, one.text, on, one.cite, checked, done, over, noted)
