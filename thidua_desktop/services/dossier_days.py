"""Days of a dossier beside its steps: opinions asked and given, names published, the result told."""

from collections.abc import Mapping
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.dossier import DAYS, FOLLOWS
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.records import dossiers


def note(session: Session, dossier_id: int, days: Mapping[str, date | None]) -> None:
    """Note days of a dossier, each once; None takes one back. Refused where one comes before its time."""
    before = dossiers.days(session, dossier_id)
    whole = {**before, **days}
    received = dossiers.get(session, dossier_id).received_on
    problems = []
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
