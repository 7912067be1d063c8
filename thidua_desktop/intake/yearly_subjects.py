"""What a list of a year is of: one thing or several at once, by its columns and its heading."""

import re
from collections.abc import Mapping, Sequence

from thidua_desktop.intake import line_kinds
from thidua_desktop.intake.roles import DECIDING
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.yearly_roles import rates_officials
from thidua_desktop.intake.yearly_values import number_in

_COMMENDS = re.compile(r"\b(?:khen thuong|giay khen|bang khen|danh hieu|tang thuong)\b")
_NO_AWARD = re.compile(  # words of titles that name ratings, or whom a list is of
    r"\bhoan thanh xuat sac\b|\b(?:can bo|si quan)\W+(?:va )?chien s[iy]\b(?! (?:thi dua|tien tien))"
)
PLEDGES = re.compile(r"\bdang ky\b.*\b(?:thi dua|danh hieu)\b")


def subjects_of(columns: Mapping[str, int], heading: str) -> tuple[str, ...]:
    """What the list is of, nothing for a list of awards, whatever else its columns tell."""
    found = tuple(dict.fromkeys(subject for role, subject in DECIDING.items() if role in columns))
    if "title" in columns:
        return tuple(dict.fromkeys(("pledge", *found))) if PLEDGES.search(heading) else ()
    if found[:1] == ("pledge",):
        return found
    if line_kinds.is_likely_title(_NO_AWARD.sub("", heading)):
        return ()
    if found[:1] == ("members",) and {"name", "authors", "household"} & columns.keys():
        return ()  # beside names it counts something else
    commends = _COMMENDS.search(heading)
    allowed = [one for one in found if not (commends and one in {"rating", "work_year", "members"})]
    return tuple(allowed) if found[:1] == tuple(allowed[:1]) else ()


def is_of(
    subject: str,
    subjects: Sequence[str],
    columns: Mapping[str, int],
    marks: Mapping[int, str],
    below: Sequence[Row],
) -> bool:
    """Whether a list of several things is of this one too, not of something that only has its title."""
    if len(subjects) == 1 or (marks and subject == subjects[0]):
        return True
    if subject == "rating" and "idea" in subjects:  # initiatives are rated too
        return rates_officials(columns.get("rating", -1), below)
    if subject == "work_year":
        place = columns.get("months", -1)  # what a column says of a term of service is no month of the year
        return "leave" in columns or any(
            number_in(row.cells[place]) is not None for row in below if place < len(row.cells)
        )
    return subject != "members"


def without_others(
    columns: dict[str, int], subjects: Sequence[str], marks: Mapping[int, str]
) -> dict[str, int]:
    """The columns without those that tell of something else, or of what is marked already."""
    return {
        role: place
        for role, place in columns.items()
        if role not in DECIDING
        or (DECIDING[role] in subjects and not (marks and DECIDING[role] == subjects[0]))
    }
