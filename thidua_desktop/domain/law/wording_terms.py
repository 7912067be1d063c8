"""Words of terms and papers."""

from datetime import date

from thidua_desktop.domain.law.deadlines import Copies, Deadline, Paper, checklist, copies, deadlines
from thidua_desktop.domain.law.rulebook import Regime, Rulebook
from thidua_desktop.domain.law.wording_base import lowered
from thidua_desktop.domain.law.wording_general import Told


def terms(book: Rulebook, award: str, day: date) -> list[Told]:
    """Tell every term that bears on an award."""
    return [
        Told(term_words(one), one.cite, one.status, one.start, one.end, "deadline", one.ref, one.replaces)
        for one in deadlines(book, award, day)
    ]


def term_words(one: Deadline) -> str:
    """Put a term into words."""
    if one.working_days is not None:
        return f"{one.text}: {one.working_days} ngày làm việc"
    if one.days is not None:
        return f"{one.text}: {one.days} ngày"
    if one.last is None:
        return one.text
    month, day = one.last
    return f"{one.text}: {'trước ngày' if one.before else 'chậm nhất ngày'} {day:02}/{month:02} hằng năm"


def papers(book: Rulebook, regime: Regime, award: str, day: date) -> list[Told]:
    """Tell the papers of a dossier and how many copies are sent."""
    found = []
    for one in checklist(book, award, day):
        form = f" ({one.form})" if one.form else ""
        when = f", {lowered(one.when)}" if one.when else ""
        found.append(_paper(f"{one.text}{form}{when}", one, regime))
    sent = copies(book, award, day)
    if sent:
        found.append(_paper(f"Gửi {sent.number:02} bộ hồ sơ", sent, regime))
    return found


def _paper(text: str, one: Paper | Copies, regime: Regime) -> Told:
    return Told(text, one.cite, one.status, regime.start, regime.end, "paper", one.ref, one.replaces)
