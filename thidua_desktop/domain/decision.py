"""Decisions and the awards on them; an award keeps the words of its day beside the links of today."""

import re
from dataclasses import dataclass, field
from datetime import date

from thidua_desktop.domain.catalogue import AWARD_TYPES
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.vietnamese import fold, same_key

_MANY_AT_LEVEL = {"ministry", "military", "commune", "grassroots"}
MOST = 999_999_999  # no count of an office is larger: more is a slip of the hand
_EARLIEST_YEAR = 1945  # the first decrees of commendation of the state


@dataclass(frozen=True)
class Stated:
    """The totals written on the paper ("gồm 215 cá nhân"); None where the paper is silent."""

    persons: int | None = None
    collectives: int | None = None
    households: int | None = None
    total: int | None = None


@dataclass(frozen=True)
class AwardDraft:
    """One line of a decision as typed or read.

    The recipient is a kept record (person_id, unit_id or household_id) or, where none is given, is found or
    made from name, gender, birth and unit_written. For a collective unit_id is the collective itself; for a
    person or household it is where they worked or lived on that day.
    """

    award: str  # code of the catalogue
    recipient: str = "person"
    name: str = ""
    year: int | None = None  # None: the decision's year
    id: int | None = None  # an award already kept, being changed
    person_id: int | None = None
    unit_id: int | None = None
    household_id: int | None = None
    gender: str = ""
    birth: PartialDate | None = None
    post: str = ""
    unit_written: str = ""
    title_written: str = ""
    citation: str = ""


@dataclass(frozen=True)
class DecisionDraft:
    """A decision as typed or read, with its awards in the order of the paper."""

    number: str
    decided_on: date | None
    level: str = "district"
    authority: str = ""
    signer: str = ""
    signer_post: str = ""
    type: str = "merit"
    year: int | None = None
    campaign_id: int | None = None
    event_id: int | None = None
    stated: Stated = field(default_factory=Stated)
    note: str = ""
    awards: tuple[AwardDraft, ...] = ()


def check(draft: DecisionDraft, today: date) -> tuple[Problem, ...]:
    """What is wrong with a decision as typed; fields of awards are named "awards.<row>.<field>"."""
    problems = []
    if not draft.number.strip():
        problems.append(Problem("number", "Chưa nhập số quyết định."))
    if draft.decided_on is None:
        problems.append(Problem("decided_on", "Chưa nhập ngày ký quyết định (ngày/tháng/năm)."))
    elif draft.decided_on > today:
        problems.append(Problem("decided_on", "Ngày ký sau ngày hôm nay: xem lại ngày ký hoặc đồng hồ máy."))
    elif draft.decided_on.year < _EARLIEST_YEAR:
        problems.append(Problem("decided_on", "Năm ký quá sớm: xem lại bốn chữ số của năm."))
    if draft.level not in LEVELS:
        problems.append(Problem("level", "Chưa chọn cấp ban hành."))
    if draft.type not in AWARD_TYPES:
        problems.append(Problem("type", "Chưa chọn loại hình khen thưởng."))
    if told := _wrong_year(draft.year, draft.decided_on):
        problems.append(Problem("year", f"Năm đạt thành tích {told}"))
    problems += _check_stated(draft.stated)
    for place, award in enumerate(draft.awards):
        problems += _check_award(place, award)
        if told := _wrong_year(award.year, draft.decided_on):
            message = f"Dòng {place + 1}: năm đạt thành tích {told}"
            problems.append(Problem(f"awards.{place}.year", message))
    return tuple(problems)


def _wrong_year(year: int | None, decided_on: date | None) -> str:
    """What is wrong with a year earned, in words; "" when nothing is."""
    if year is None:
        return ""
    if year < _EARLIEST_YEAR:
        return f"{year} quá sớm: xem lại bốn chữ số của năm."
    return "sau năm ký quyết định." if decided_on and year > decided_on.year else ""


def _check_stated(stated: Stated) -> list[Problem]:
    told = (stated.persons, stated.collectives, stated.households, stated.total)
    wrong = any(count is not None and not 0 <= count <= MOST for count in told)
    return [Problem("stated", "Số ghi trên quyết định không thể như thế: xem lại.")] if wrong else []


def _check_award(place: int, award: AwardDraft) -> list[Problem]:
    at = f"awards.{place}"
    problems = []
    if award.recipient not in RECIPIENTS:
        problems.append(Problem(f"{at}.recipient", f"Dòng {place + 1}: chọn cá nhân, tập thể hoặc hộ."))
    if not award.award:
        problems.append(
            Problem(f"{at}.award", f"Dòng {place + 1}: chưa rõ danh hiệu, hình thức khen thưởng.")
        )
    chosen = {"person": award.person_id, "collective": award.unit_id, "household": award.household_id}
    if not award.name.strip() and not chosen.get(award.recipient):
        problems.append(Problem(f"{at}.name", f"Dòng {place + 1}: chưa có tên người hoặc tập thể được khen."))
    return problems


def number_key(number: str) -> str:
    """The number of a decision for comparing: "Số 09 / QĐ-UBND" and "9/QĐ–UBND" are one number."""
    key = re.sub(r"\s+", "", same_key(number)).upper().removeprefix("SỐ").lstrip(":.")
    return re.sub(r"^0+(?=\d)", "", key)


def one_authority(level: str, one: str, other: str) -> bool:
    """Tell whether two papers of a level can be of one authority; of communes and offices there are many."""
    if level not in _MANY_AT_LEVEL:
        return True
    names = sorted((fold(one), fold(other)), key=len)
    return names[0] in names[1]


def discrepancies(stated: Stated, counted: Stated) -> tuple[str, ...]:
    """Where the rows entered differ from the totals on the paper, in words; empty when they match."""
    found = []
    for words, on_paper, entered in (
        ("cá nhân", stated.persons, counted.persons),
        ("tập thể", stated.collectives, counted.collectives),
        ("hộ gia đình", stated.households, counted.households),
        ("lượt", stated.total, counted.total),
    ):
        if on_paper is not None and on_paper != (entered or 0):
            lacking = on_paper - (entered or 0)
            gap = f"thiếu {lacking}" if lacking > 0 else f"thừa {-lacking}"
            found.append(f"Quyết định ghi {on_paper} {words}, đã nhập {entered or 0}: {gap}.")
    return tuple(found)
