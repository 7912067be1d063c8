"""What the office plans for the fund of a year (Quỹ thi đua, khen thưởng)."""

from collections.abc import Sequence

from thidua_desktop.db import Session
from thidua_desktop.domain.about import check_year
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.records import funds


def plan(session: Session, year: int, amount: int | None, note: str = "") -> int:
    """Keep what is planned for a year, in đồng, and where that is written; returns the year."""
    problems = list(check_year(year))
    if amount is None:
        problems.append(Problem("planned", "Chưa nhập dự toán."))
    elif amount < 0:
        problems.append(Problem("planned", "Dự toán không thể âm."))
    if problems or amount is None:
        raise Refused(*problems)
    funds.plan(session, year, amount, note)
    return year


def replan(session: Session, before: int, year: int, amount: int | None, note: str = "") -> int:
    """Correct what was planned, also to which year it belongs; Refused where that year has a plan."""
    if year != before:
        if any(row.fund_id is not None for row in funds.rows(session, [year])):
            raise Refused(Problem("year", f"Năm {year} đã có dự toán."))
        funds.unplan(session, [before])
    return plan(session, year, amount, note)


def drop(session: Session, years: Sequence[int]) -> None:
    """Take back what was planned; money spent stays in its years."""
    if not any(row.fund_id is not None for row in funds.rows(session, years)):
        raise Refused("Năm này chưa có dự toán để xóa; tiền đã chi xem ở Sổ khen thưởng.")
    funds.unplan(session, years)
