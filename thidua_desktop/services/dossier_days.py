"""Days of a dossier beside its steps: opinions asked and given, names published, the result told."""

from collections.abc import Mapping
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.dossier import DAYS, FOLLOWS, STATES
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.records import dossiers
from thidua_desktop.records.dossiers import DossierRow

_RESULTS = frozenset({"decided", "returned"})


def note(session: Session, dossier_id: int, days: Mapping[str, date | None]) -> None:
    """Note days of a dossier, each once; None takes one back. Refused where one comes before its time."""
    before = dossiers.days(session, dossier_id)
    whole = {**before, **days}
    row = dossiers.get(session, dossier_id)
    received = row.received_on
    told = whole.get("notified")
    problems = _too_soon(session, row, told) if told and told != before.get("notified") else []
    for code, day in whole.items():
        follows = FOLLOWS.get(code)
        first = whole.get(follows) if follows else received
        if day is None:
            continue
        if follows and first is None:
            problems.append(Problem(code, f"Chưa ghi ngày “{DAYS[follows]}”."))
        elif first and day < first:
            after = DAYS[follows] if follows else "Nhận hồ sơ"
            problems.append(Problem(code, f"Trước ngày “{after}” ({show(first)})."))
    if problems:
        raise Refused(*problems)
    for code, day in days.items():
        if day != before.get(code):
            dossiers.note_day(session, dossier_id, code, day)


def refuse_received_after(session: Session, dossier_id: int, received_on: date) -> None:
    """Refuse to let a dossier be received after a day noted of it."""
    noted = [(day, code) for code, day in dossiers.days(session, dossier_id).items() if day is not None]
    first, code = min(noted, default=(received_on, ""))
    if first < received_on:
        raise Refused(Problem("received_on", f"Sau ngày “{DAYS[code]}” ({show(first)})."))


def _too_soon(session: Session, row: DossierRow, notified: date) -> list[Problem]:
    """What is wrong with the day the result was told: there is none yet, or it came later."""
    if row.state not in _RESULTS:
        return [Problem("notified", "Hồ sơ chưa có kết quả: ghi quyết định trước.")]
    came = next(
        (one.on for one in reversed(dossiers.steps(session, row.id)) if one.state == row.state), notified
    )
    if notified < came:
        return [Problem("notified", f"Trước ngày “{STATES[row.state]}” ({show(came)}).")]
    return []
