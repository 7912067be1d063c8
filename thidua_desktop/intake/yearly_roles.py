"""The role of each column of a list of a year: by its titles, where need be by its cells."""

import re
from collections.abc import Sequence

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.ditto import is_ditto
from thidua_desktop.intake.header import titles_over
from thidua_desktop.intake.roles import DECIDING
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.yearly_columns import yearly_role
from thidua_desktop.intake.yearly_other_ratings import of_another_rating, plain
from thidua_desktop.intake.yearly_values import form_in, rating_in

YEAR_TITLE = re.compile(r"(?:năm(?:\s+học)?\s+)?(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)\d\d)?", re.IGNORECASE)
_BY_ONESELF = re.compile(r"\btu (?:nhan|danh gia|xep|cham|phan)\b")
_MAY_RATE = re.compile(
    r"(?:ket qua |muc |ket luan |danh gia )?phan loai(?: .*)?|.*\btham quyen\b.*|ca nam"
    r"|ket qua(?: ca nam| cuoi nam)?"
    r"|(?:thu truong|nguoi dung dau|lanh dao|hieu truong|cap tren)\b.*"
    r"\b(?:xep|danh gia|phan loai|ket luan)\b.*"
    r"|(?:muc (?:do )?)?htnv|ket luan(?: .*)?|(?:muc )?xep loai .*|danh gia(?: .*)?"
)
_ALL_OF_A_TASK = re.compile(r"\b(?:nhiem vu|nv|ht\w*nv|ht(?:xs|tot|t)?)\b")
_ROWS = 60
_OF_GROUP = {("name", "idea"), ("title", "form")}
"""What Tên under Sáng kiến, Hình thức under Kỷ luật tell: not what they would alone."""
_BESIDE = re.compile(r"(?:so |tong )?diem\b|ly do\b|(?:noi dung|hanh vi) vi pham\b|vi pham\b|y kien\b")
_OF_PARTY = re.compile(r"\bky luat (?:ve )?dang$")
_OF_COURSE = re.compile(r"\b(?:tot nghiep|hoc tap|khoa|lop|dao tao|boi duong)\b")
_MATERNITY = re.compile(r"\bthai san\b")
_ALL_LEAVE = re.compile(r"(?:so )?ngay (?:da )?nghi(?: (?:trong|ca) nam)?")
_DISCIPLINE = re.compile(r"\bky luat\b")


def roles_of(rows: Sequence[Row], above: str = "", below: Sequence[Row] = ()) -> dict[int, str]:
    """The role of each column; above is the folded heading, below the rows that follow.

    What one says of oneself is left out, and ratings of something else beside those of the year.
    """
    paths = titles_over(rows)
    own = {
        place: path for place, path in paths.items() if path and not _BY_ONESELF.search(fold(" ".join(path)))
    }
    roles = {place: _role(path) for place, path in own.items()}
    rated = "rating" in roles.values()
    states = {"state"} if "idea" in roles.values() else set()  # what became of initiatives is no rating
    for place, path in own.items():
        if roles[place] not in states and _may_rate(roles[place], path, rated=rated) and _rates(place, below):
            roles[place] = "rating"
        elif roles[place] == "title" and plain(path[-1]) == "hinh thuc" and _DISCIPLINE.search(above):
            roles[place] = "form" if _punishes(place, below) else "title"
    if "training" in roles.values():
        roles |= dict.fromkeys(_of_courses(roles, paths, below), "state")
    roles |= dict.fromkeys(_of_something_else(roles, paths, below), "")
    return roles | dict.fromkeys(_parts_of_leave(roles, paths), "")


def _of_something_else(
    roles: dict[int, str], paths: dict[int, tuple[str, ...]], below: Sequence[Row]
) -> list[int]:
    """The columns of ratings that rate no official in his office, where others do; so of discipline."""
    rated = [place for place, role in roles.items() if role == "rating"]
    others = [place for place in rated if of_another_rating(" ".join(paths[place]))]
    others = others if len(others) < len(rated) else []
    left = [place for place in rated if place not in others]
    empty = [place for place in left if not any(map(rating_in, _cells(place, below)))]
    forms = [place for place, role in roles.items() if role == "form"]
    of_party = [place for place in forms if _OF_PARTY.search(plain(" ".join(paths[place])))]
    return [
        *others,
        *(empty if len(empty) < len(left) else ()),
        *(of_party if len(of_party) < len(forms) else ()),
    ]


def _of_courses(roles: dict[int, str], paths: dict[int, tuple[str, ...]], below: Sequence[Row]) -> list[int]:
    """The columns of ratings that tell how a course was passed."""
    rated = [place for place, role in roles.items() if role == "rating" and not _rates(place, below)]
    return [
        place
        for place in rated
        if _OF_COURSE.search(plain(paths[place][-1])) or not any(map(rating_in, _cells(place, below)))
    ]


def _role(path: Sequence[str]) -> str:
    own = yearly_role(path[-1])
    if len(path) == 1:
        return own
    over = yearly_role(path[-2])
    if own in {"male", "female"} and over == "birth":
        return f"birth_{own}"
    if over in DECIDING and _BESIDE.match(plain(path[-1])):
        return ""
    if (own, over) in _OF_GROUP:
        return over
    if (own, over) == ("rating", "idea"):
        return ""
    return over if YEAR_TITLE.fullmatch(path[-1]) else own or over


def _may_rate(role: str, path: Sequence[str], *, rated: bool) -> bool:
    if YEAR_TITLE.fullmatch(path[-1]):
        alone = len(path) == 1 or bool(_MAY_RATE.fullmatch(plain(path[-2])))
        return alone and role in {"", "year", "kind", "state"}
    return not rated and role in {"", "kind", "state"} and bool(_MAY_RATE.fullmatch(plain(path[-1])))


def _cells(place: int, below: Sequence[Row]) -> list[str]:
    cells = [row.cells[place] for row in below[:_ROWS] if place < len(row.cells)]
    return [cell for cell in cells if cell and not is_ditto(cell)]


def names_task(words: str) -> bool:
    """Tell whether words of a rating name the task it is of, not only a rank: HTTNV, not Tốt."""
    return bool(_ALL_OF_A_TASK.search(plain(words)))


def _rates(place: int, below: Sequence[Row]) -> bool:
    """Whether the cells of a column are ratings of officials, one at least in so many words."""
    cells = _cells(place, below)
    rated = list(filter(rating_in, cells))
    return len(rated) * 2 >= len(cells) and any(map(names_task, rated))


def _punishes(place: int, below: Sequence[Row]) -> bool:
    return any(form_in(cell) not in {"", "khac"} for cell in _cells(place, below))


def rates_officials(place: int, below: Sequence[Row]) -> bool:
    """Whether a column beside initiatives rates people, not the initiatives."""
    return _rates(place, below)


def _parts_of_leave(roles: dict[int, str], paths: dict[int, tuple[str, ...]]) -> list[int]:
    """The columns of parts of the leave one column has the total of, and of leave that is not counted."""
    places = [place for place, role in roles.items() if role == "leave"]
    born = [place for place in places if _MATERNITY.search(plain(" ".join(paths[place])))]
    places = [place for place in places if place not in born]
    whole = [place for place in places if any(plain(title).startswith("tong") for title in paths[place])]
    whole = whole or [place for place in places if _ALL_LEAVE.fullmatch(plain(" ".join(paths[place])))]
    return [*born, *(place for place in places if place not in whole and len(whole) == 1)]
