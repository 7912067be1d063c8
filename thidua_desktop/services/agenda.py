"""What is due at the office: dossiers, drafts to be signed, awards to be handed over, reports."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.law.deadlines import deadlines
from thidua_desktop.domain.law.rulebook import Rulebook
from thidua_desktop.domain.law.working_days import left
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import days_off, dossiers, drafted, handing, sending, submissions
from thidua_desktop.records.days_off import Calendar
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services.dossier_terms import COMMON, Term, appraisal, of_submission

_MONTHS_AHEAD = 60  # days a yearly report is named before its day


Follow = tuple[str, int | None, dict[str, str | int]]


@dataclass(frozen=True)
class Due:
    """One thing to do; on None: no day is set for it. left counts working days, below zero overdue.

    follow is (kind, id, filters) of what to open.
    """

    text: str
    on: date | None
    left: int | None
    cite: str
    checked: bool
    follow: Follow

    @property
    def late(self) -> bool:
        """Whether its day has passed."""
        return self.left is not None and self.left < 0


def due(session: Session, book: Rulebook, today: date) -> list[Due]:
    """Everything to do, what has a day first and the nearest of it on top."""
    calendar = days_off.calendar(session)
    found = [
        *_dossiers(session, book, today, calendar),
        *_yearly(book, today, calendar),
        *_submissions(session, book, today, calendar),
        *_open(session, today),
    ]
    return sorted(found, key=lambda one: (one.on is None, one.on or date.max))


def _dossiers(session: Session, book: Rulebook, today: date, calendar: Calendar) -> Iterator[Due]:
    ids = dossiers.ids(session, ListQuery(filters={"state": "received"}))
    for row in dossiers.rows(session, ids):
        found = appraisal(session, book, row, today, calendar)
        told = f"Thẩm định hồ sơ {row.number} của {row.unit}".replace("  ", " ")
        yield _until(told, found, ("dossier", row.id, {}))


def _submissions(session: Session, book: Rulebook, today: date, calendar: Calendar) -> Iterator[Due]:
    """What went up and has no answer, until when the authority above has to deal with it."""
    waiting = submissions.ids(session, ListQuery(filters={"answered": "no"}, sort="sent_on"))
    for sent in submissions.rows(session, waiting):
        told = f"Tờ trình {sent.number} ngày {show(sent.sent_on)} chưa có kết quả".replace("  ", " ")
        terms = of_submission(session, book, sent, today, calendar)
        last = max(terms, key=lambda one: one.on, default=None)
        yield _until(told, last, ("submission", sent.id, {}))


def _yearly(book: Rulebook, today: date, calendar: Calendar) -> Iterator[Due]:
    """Days of every year the law names, from some time before until they have passed."""
    for one in deadlines(book, COMMON, today):
        on = one.in_year(today.year)
        if on is not None and 0 <= (on - today).days <= _MONTHS_AHEAD:
            yield Due(
                one.text,
                on,
                left(today, on, *calendar),
                one.cite,
                checked=one.status in ("seen", "local"),
                follow=("report", None, {}),
            )


def _open(session: Session, today: date) -> Iterator[Due]:
    ready = dossiers.waiting_for_council(session)
    if ready:
        told = f"{number(ready)} hồ sơ đã thẩm định chờ họp Hội đồng"
        yield _undated(told, ("dossier", None, {"state": "appraised"}))
    for row in drafted.rows(session, drafted.ids(session, ListQuery(filters={"signed": "no"}))):
        yield _undated(f"Ký dự thảo “{row.name}” ({number(row.awards)} lượt khen)", ("drafted", row.id, {}))
    units = sending.units_for(session, today.year)
    silent = sum(not unit.registered for unit in units)
    if silent and silent < len(units):  # where nobody registers here, nobody is missed
        told = f"{number(silent)} đơn vị chưa đăng ký thi đua năm {today.year}"
        yield _undated(told, ("report", None, {"report": "reminder"}))
    owed = handing.to_be_returned(session)
    if owed:
        told = f"{number(len(owed))} lượt khen bị thu hồi chưa nộp lại tiền thưởng"
        yield _undated(told, ("award", None, {"revoked": "1", "paid": "yes"}))
    recent = handing.waiting_since(session, date(today.year - 1, 1, 1))
    if recent:
        told = f"{number(recent)} lượt khen ký từ đầu năm {today.year - 1} chưa ghi đã trao"
        filters: dict[str, str | int] = {"handed": "no", "decided_from": f"{today.year - 1}-01-01"}
        yield _undated(told, ("award", None, filters))


def _until(text: str, found: Term | None, follow: Follow) -> Due:
    if found is None:
        return Due(text, None, None, "", checked=False, follow=follow)
    return Due(text, found.on, found.left, found.cite, checked=found.checked, follow=follow)


def _undated(text: str, follow: Follow) -> Due:
    return Due(text, None, None, "", checked=True, follow=follow)
