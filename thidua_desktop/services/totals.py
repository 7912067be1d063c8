"""What the office does with inherited totals: enter, correct, and say once that the detailed rows arrived."""

from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.total import TotalDraft, check
from thidua_desktop.records import catalogue, totals


def enter(session: Session, draft: TotalDraft) -> int:
    """Enter an inherited total with its source."""
    _checked(session, draft)
    return totals.add(session, draft)


def change(session: Session, total_id: int, draft: TotalDraft) -> None:
    """Correct an inherited total."""
    _checked(session, draft)
    totals.change(session, total_id, draft)


def replace(session: Session, total_id: int, on: date) -> None:
    """Say that the detailed rows of a total are entered: from now on only they count.

    Said once: Refused when it was said before.
    """
    before = totals.get(session, total_id).replaced_on
    if before is not None:
        raise Refused(f"Số liệu này đã được thay bằng số liệu chi tiết từ ngày {show(before)}.")
    totals.replace(session, total_id, on)


def take_back(session: Session, total_id: int) -> None:
    """Say that the detailed rows of a total are not entered after all."""
    totals.replace(session, total_id, None)


def remove(session: Session, total_id: int) -> None:
    """Remove an inherited total."""
    totals.remove(session, total_id)


def _checked(session: Session, draft: TotalDraft) -> None:
    problems = list(check(draft))
    known = catalogue.by_code(session)
    for code in draft.awards:
        if code not in known:
            problems.append(Problem("awards", f"Mã “{code}” không có trong danh mục khen thưởng."))
        elif draft.recipient not in known[code].recipients:
            problems.append(Problem("recipient", f"{known[code].label} không tặng cho đối tượng này."))
    if problems:
        raise Refused(*problems)
