"""What a list of a year is of: one thing or several at once, by its columns and its heading."""

import re
from collections.abc import Mapping, Sequence

from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake import line_kinds
from thidua_desktop.intake.decision_text import reference_in
from thidua_desktop.intake.header import titles_over
from thidua_desktop.intake.result_columns import tells_result
from thidua_desktop.intake.roles import DECIDING
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.yearly_roles import rates_officials
from thidua_desktop.intake.yearly_values import number_in

COMMENDS = re.compile(r"\b(?:khen thuong|giay khen|bang khen|danh hieu|tang thuong)\b")
NO_AWARD = re.compile(  # words of titles that name ratings, or whom a list is of
    r"\bhoan thanh xuat sac\b|\b(?:can bo|si quan)\W+(?:va )?chien s[iy]\b(?! (?:thi dua|tien tien))"
)
_NEAR = 30  # rows that show what a column tells
_TRAINING = re.compile(r"\b(?:dao tao|boi duong|tap huan|di hoc)\b")
_TRAINING_OF_YEAR = re.compile(
    r"^(?!.*\b(?:trinh do|nganh|hinh thuc|he|noi(?! dung)|co so|bang)\b)"
    r"(?=.*\b(?:dao tao|boi duong|tap huan)\b)"
    r"(?:noi dung|ten|khoa|lop|chuong trinh|dao tao|boi duong|tap huan|viec)\b"
)
_LEARNT_BEFORE = re.compile(
    r"(?:(?:tot nghiep )?(?:dai hoc|cao dang|trung cap|so cap|thac s[iy]|tien s[iy]|thpt|thcs)"
    r"|dh|cd|tc|sc|ths|ts)\b.{0,30}"
)
_NOTHING_LEARNT = re.compile(r"[\d .,/]*(?:dong|d|x|co)?")
PLEDGES = re.compile(r"\bdang ky\b.*\b(?:thi dua|danh hieu)\b")


def subjects_of(columns: Mapping[str, int], heading: str) -> tuple[str, ...]:
    """What the list is of, nothing for a list of awards, whatever else its columns tell."""
    found = tuple(dict.fromkeys(subject for role, subject in DECIDING.items() if role in columns))
    if "title" in columns:
        return tuple(dict.fromkeys(("pledge", *found))) if PLEDGES.search(heading) else ()
    if found[:1] == ("pledge",):
        return found
    if line_kinds.is_likely_title(NO_AWARD.sub("", heading)):
        return ()
    if found[:1] == ("members",) and {"name", "authors", "household"} & columns.keys():
        return ()  # beside names it counts something else
    commends = COMMENDS.search(heading)
    allowed = [one for one in found if not (commends and one in {"rating", "work_year", "members"})]
    return tuple(allowed) if found[:1] == tuple(allowed[:1]) else ()


def tells_work(
    columns: Mapping[str, int], titles: Mapping[int, Sequence[str]], heading: str, below: Sequence[Row]
) -> bool:
    """Whether a list of work has months, leave or training of the year: not learnt once, not paid for."""
    place = columns.get("training", -1)
    if place < 0 or {"months", "leave"} & columns.keys():
        return True
    cells = [fold(row.cells[place]).strip(" .") for row in below[:_NEAR] if place < len(row.cells)]
    told = [cell for cell in cells if not _NOTHING_LEARNT.fullmatch(cell)]
    if _TRAINING.search(heading):
        return bool(told)
    once = [cell for cell in told if _LEARNT_BEFORE.fullmatch(cell)]
    title = fold(" ".join(titles.get(place, ())))
    return bool(_TRAINING_OF_YEAR.search(title)) and len(once) * 2 < len(told)


def gives(
    rows: Sequence[Row], below: int, block: Sequence[Row], above: Sequence[str], book: TitleBook
) -> bool:
    """Whether what was reached stands beside the pledges, by a decision named above: a list of awards."""
    if not any(map(reference_in, above)):
        return False
    results = [place for place, path in titles_over(block).items() if tells_result(" ".join(path))]
    return any(
        book.knows(row.cells[place]) for row in rows[below:] for place in results if place < len(row.cells)
    )


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
