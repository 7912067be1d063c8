"""Dates as spreadsheets lose them: a day become a number, a year become a day of 1905."""

import re
from datetime import date, timedelta

from thidua_desktop.domain.dates import PartialDate, show
from thidua_desktop.intake.decision_text import date_written

_ZERO = date(1899, 12, 30)  # day 0 of Excel, true from 1 March 1900
_SERIAL = re.compile(r"\d{5}")
_EARLIEST, _LATEST = date(1920, 1, 1), date(2040, 12, 31)
_YEARS_AS_DAYS = (_ZERO + timedelta(days=1900), _ZERO + timedelta(days=2040))


def from_serial(text: str) -> date | None:
    """Return the day a number of five digits stands for in Excel; None where no list could mean it."""
    if not _SERIAL.fullmatch(text.strip()):
        return None
    day = _ZERO + timedelta(days=int(text))
    return day if _EARLIEST <= day <= _LATEST else None


def signed_on(text: str) -> date | None:
    """Return the day of a decision a cell holds, written or as Excel's number."""
    return date_written(text) or from_serial(text)


def birth_written(text: str) -> tuple[PartialDate | None, str]:
    """Return the birth a cell holds, and what was concluded or could not be understood."""
    if day := from_serial(text):
        return PartialDate.of(day), f"Ngày sinh “{text}” là số ngày của Excel, hiểu là {show(day)}"
    try:
        found = PartialDate.parse(text.lstrip("'"))
    except ValueError:
        return None, f"Ngày sinh “{text[:40]}” không hiểu nên để trống"
    if found.day and _YEARS_AS_DAYS[0] <= found.first_day() <= _YEARS_AS_DAYS[1]:
        year = (found.first_day() - _ZERO).days
        return None, f"Ngày sinh “{text}” có thể là năm {year} bị định dạng thành ngày nên để trống"
    return found, ""
