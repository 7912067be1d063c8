"""The year of a row of a list of a year: of its own cells, or of the list."""

import re
from collections.abc import Mapping

from thidua_desktop.intake import yearly_values as values


def year_of(cells: Mapping[str, str], heading: int | None, subject: str) -> tuple[int | None, str]:
    """The year a row tells of a subject, of its list where it tells none itself, or why none is known."""
    if subject == "discipline":
        return None, ""
    text = cells.get("year", "") or cells.get("school_year", "")
    if text:
        found = re.findall(r"(?:19|20)\d\d", text)
        if len(found) == 1 or _is_school_year(text, found):
            return int(found[-1]), ""
        return None, f"Không hiểu năm “{text[:20]}”: ghi một năm cho mỗi dòng."
    day = values.day_in(cells.get("date", ""))
    if heading is None and day is None:
        return None, "Không thấy năm: thêm cột Năm hoặc ghi năm ở đầu đề."
    return heading or (day.year if day else None), ""


def tells_year(cells: Mapping[str, str]) -> bool:
    """Whether a row has a cell for its year."""
    return bool(cells.get("year") or cells.get("school_year"))


def _is_school_year(text: str, years: list[str]) -> bool:
    return len(years) == 2 and int(years[1]) == int(years[0]) + 1 and not re.search(r"[,;&]|và", text)
