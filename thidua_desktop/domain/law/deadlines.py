"""Terms and papers the law of a day asks for: how long a step may take, what a dossier holds."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, timedelta
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from thidua_desktop.domain.law.rulebook import Regime, Rulebook, in_force, ref_of, standing, status_in
from thidua_desktop.domain.law.working_days import due


class Deadline(NamedTuple):
    """A term of the law: working days or days from when a step begins, or a day of every year.

    Attributes:
        step: what it is about, "" for a day a dossier must have been sent by: appraise, submit, notify …
        last: month and day of the last day of every year, None when the term runs from a step's beginning.
        field: "education" for schools, "congress" for a year of the national congress, "" for all.
        ref: which line of the rules it is; replaces: the line of the law it stands for.

    """

    id: str
    text: str
    cite: str
    status: str
    start: date
    end: date | None
    step: str = ""
    working_days: int | None = None
    days: int | None = None
    last: tuple[int, int] | None = None
    before: bool = False
    field: str = ""
    ref: str = ""
    replaces: str = ""

    def in_year(self, year: int) -> date | None:
        """Give the last day in a calendar year; None when the term runs from a step."""
        if self.last is None:
            return None
        return date(year, *self.last) - timedelta(days=self.before)

    def since(
        self, start: date, days_off: Collection[date] = (), worked: Collection[date] = ()
    ) -> date | None:
        """Give the last day of a term that runs from a day; None when it is a day of every year."""
        if self.working_days is not None:
            return due(start, self.working_days, days_off, worked)
        return None if self.days is None else start + timedelta(days=self.days)


class Paper(NamedTuple):
    """A paper of a dossier.

    Attributes:
        when: in which case it is asked for, "" for always.
        form: the form it is written on, where one is prescribed.
        ref: which line of the rules it is of; replaces: the line of the law that one stands for.

    """

    code: str
    text: str
    cite: str
    status: str
    when: str = ""
    form: str = ""
    ref: str = ""
    replaces: str = ""


class Copies(NamedTuple):
    """How many copies of a dossier are sent."""

    number: int
    cite: str
    status: str
    ref: str = ""
    replaces: str = ""


def deadlines(book: Rulebook, award: str, day: date) -> tuple[Deadline, ...]:
    """Give every term that bears on an award by the law of a day, the office's own first."""
    regime = book.regime_on(day)
    return tuple(_deadline(row, regime) for row in _rows(book.terms, award, day, regime) if regime)


def checklist(book: Rulebook, award: str, day: date) -> tuple[Paper, ...]:
    """Give the papers a dossier must hold by the law of a day; the office's own list comes instead."""
    regime = book.regime_on(day)
    rows = _rows(book.dossiers, award, day, regime)
    own = [row for row in rows if row.get("instead")]
    forms = {code: form for row in rows for code, form in row.get("forms", {}).items()}
    found: dict[str, Paper] = {}
    for row in own or rows:
        for item in row.get("items", ()):
            if _meant(item, award) and regime:
                status = status_in(row, regime)
                form = forms.get(item["code"], "")
                when, ref, replaces = item.get("when", ""), ref_of("dossier", row), row.get("replaces", "")
                paper = Paper(item["code"], item["text"], row["cite"], status, when, form, ref, replaces)
                found.setdefault(paper.code, paper)
    return tuple(found.values())


def copies(book: Rulebook, award: str, day: date) -> Copies | None:
    """Give how many copies are sent; None where the law of the day names no number."""
    regime = book.regime_on(day)
    for row in _rows(book.dossiers, award, day, regime):
        if regime and "copies" in row:
            status, ref = status_in(row, regime), ref_of("dossier", row)
            return Copies(row["copies"], row["cite"], status, ref, row.get("replaces", ""))
    return None


def _rows(
    rows: Iterable[Mapping[str, Any]], award: str, day: date, regime: Regime | None
) -> tuple[Mapping[str, Any], ...]:
    return standing(
        row
        for row in rows
        if regime and regime.code in row["regimes"] and _meant(row, award) and in_force(row, day)
    )


def _meant(row: Mapping[str, Any], award: str) -> bool:
    named = any(fnmatchcase(award, pattern) for pattern in row.get("awards", ("*",)))
    return named and not any(fnmatchcase(award, pattern) for pattern in row.get("except", ()))


def _deadline(row: Mapping[str, Any], regime: Regime) -> Deadline:
    last = row.get("by") or row.get("before")
    month, day = (int(part) for part in last.split("-")) if last else (0, 0)
    begins, ends = row.get("valid_from"), row.get("valid_to")
    until = [one for one in (regime.end, date.fromisoformat(ends) if ends else None) if one]
    return Deadline(
        id=row["id"],
        text=row["text"],
        cite=row["cite"],
        status=status_in(row, regime),
        start=max(regime.start, date.fromisoformat(begins)) if begins else regime.start,
        end=min(until) if until else None,
        step=row.get("step", ""),
        working_days=row.get("working_days"),
        days=row.get("days"),
        last=(month, day) if last else None,
        before="before" in row,
        field=row.get("field", ""),
        ref=ref_of("deadlines", row),
        replaces=row.get("replaces", ""),
    )
