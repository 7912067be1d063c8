"""The header of a table - one to three rows, with cells merged over columns - read as columns with roles."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.columns import counts, hamlet_word, names_people, role_of, tells_more
from thidua_desktop.intake.decision_named import decision_off
from thidua_desktop.intake.name_columns import part_before, settle_name, tells_years
from thidua_desktop.intake.roles import AWARD, SKIP
from thidua_desktop.intake.source import Row

NamesAward = Callable[[str], bool]
"""Tells whether words name an award of the catalogue."""

_MAX_ROWS = 3
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_TITLE = re.compile(r"(?:nam |nam hoc )?((?:19|20)\d\d)(?: (?:19|20)(\d\d))?")
_OF_YEARS = re.compile(r"(?:cac )?nam (?:duoc )?(?:cong nhan|khen|dat|tang)\b")
_LAST_YEAR = re.compile(r"^(.*?)[\s(\-–,:]*(?:năm\s*)?((?:19|20)\d\d)\)?$", re.IGNORECASE)
_LONGEST_TITLE = 80
_ASKED = re.compile(r"\b(?:de nghi|dang ky|du kien)\b")
_EARLIER = re.compile(r"\b(?:cac )?nam truoc\b|\btruoc day\b")
_UNITS = frozenset(("truong", "ten truong", "co quan", "ten co quan", "ten phong ban"))
_LEAST = 2  # titles in the first row of a header: one alone heads the rows below
_SURE = 3  # columns known, one that counts the rows among them


@dataclass(frozen=True)
class AwardColumn:
    """A column whose cells tell awards: of one title ("LĐTT") where it is set, of one year, or of both.

    counts: the table counts recipients, so that "1" in it is no mark.
    decision: number and day of the decision its title names.
    """

    place: int
    title: str = ""
    year: int | None = None
    counts: bool = False
    decision: str = ""


@dataclass(frozen=True)
class Columns:
    """Where each role stands.

    Attributes:
        places: the column of each role.
        kind: the recipients the header says all names below it are of.
        unknown: the columns no role is known for, with their titles.
        awards: further columns that tell awards.
        rest_of_name: the second column of a title that stands over both parts of a name.
        beside_name: an untitled column right of the names.
        of_people: the title of the names speaks of people alone.
        more_in_name: it speaks of their posts or units too.
        hamlet: the word that titles the column of units, where it is one for hamlets or teams.
        kind_at: the column that says of what kind each recipient is.
        before_given: a column not understood before one titled Tên, where the first part of names may stand.

    """

    places: dict[str, int]
    kind: str = ""
    unknown: tuple[tuple[int, str], ...] = ()
    awards: tuple[AwardColumn, ...] = ()
    rest_of_name: int = -1
    beside_name: int = -1
    of_people: bool = False
    more_in_name: bool = False
    before_given: int = -1
    hamlet: str = ""
    kind_at: int = -1

    @property
    def of_numbers(self) -> bool:
        """Whether some column counts people."""
        return any(counts(title) for _, title in self.unknown)

    @property
    def tells_no_unit(self) -> bool:
        """Whether no column holds posts or units, so that they may stand behind the names."""
        return not self.places.keys() & {"post", "unit", "joined"}

    def cell(self, cells: tuple[str, ...], role: str) -> str:
        """Return the cell of a role, "" where the table or the row has none."""
        place = self.places.get(role, -1)
        return cells[place] if 0 <= place < len(cells) else ""


@dataclass(frozen=True)
class Header:
    """Columns, how many rows told them, the key of the layout, and whether the officer said them."""

    columns: Columns
    rows: int
    layout: str = ""
    said: bool = False


def header_at(rows: Sequence[Row], place: int, names_award: NamesAward) -> Header | None:
    """Read the header that begins at a row; None where none does."""
    if not _may_be_title_row(rows[place].cells) or len(rows[place].filled()) < _LEAST:
        return None
    block = [rows[place]]
    while len(block) < _MAX_ROWS and place + len(block) < len(rows):
        row = rows[place + len(block)]
        if row.table != block[0].table or not _continues(block[-1], row):
            break
        block.append(row)
    columns = _columns(block, names_award)
    return Header(columns, len(block)) if columns else None


def find_columns(cells: tuple[str, ...]) -> Columns | None:
    """Read one row as a header; None when it is none."""
    found = header_at((Row(1, cells),), 0, lambda _: False)
    return found.columns if found else None


def columns_said(block: Sequence[Row], roles: Sequence[str], names_award: NamesAward) -> Columns:
    """Return the columns of a header, or of a table without one, as the officer said their roles."""
    paths = titles_over(block)
    places: dict[str, int] = {}
    awards = []
    for place, role in enumerate(roles):
        if role == AWARD:
            column = _award_column(place, paths.get(place, ()), "title", names_award)
            awards.append(column or AwardColumn(place))
        elif role not in {"", SKIP}:
            places.setdefault(role, place)
    kind = settle_name(places)
    open_ = [place for place in paths if place >= len(roles) or not roles[place]]
    beside = places["name"] + 1
    return Columns(
        places,
        kind,
        tuple((place, " ".join(paths[place])) for place in open_),
        tuple(awards),
        beside_name=beside if beside in open_ and not paths[beside] else -1,
        more_in_name=any(map(tells_more, paths.get(places["name"], ()))),
        hamlet=_hamlet(paths, places),
    )


def roles_told(columns: Columns, width: int, said: Sequence[str] = ()) -> tuple[str, ...]:
    """Return the role of each column as the officer is shown it, those said to be left unread too."""
    roles = [SKIP if role == SKIP else "" for role in (*said, *("",) * width)][:width]
    for role, place in columns.places.items():
        roles[place] = columns.kind or role if role == "name" else role
    for award in columns.awards:
        roles[award.place] = AWARD
    if columns.rest_of_name >= 0:
        roles[columns.places["name"]], roles[columns.rest_of_name] = "family", columns.kind or "name"
    return tuple(roles)


def titles_over(block: Sequence[Row]) -> dict[int, tuple[str, ...]]:
    """Return the titles over each column from top to bottom, each once."""
    width = max((len(row.cells) for row in block), default=0)
    paths: dict[int, list[str]] = {place: [] for place in range(width)}
    for number, row in enumerate(block):
        over = _spread(row, block[number + 1]) if number + 1 < len(block) else {}
        for place in range(width):
            cell = row.cells[place] if place < len(row.cells) else ""
            title = cell or over.get(place, "")
            if title and (not paths[place] or paths[place][-1] != title):
                paths[place].append(title)
    return {place: tuple(path) for place, path in paths.items()}


def _may_be_title_row(cells: tuple[str, ...]) -> bool:
    """Numbers other than years stand in no header."""
    for cell in cells:
        if cell.isdecimal() and not _YEAR.fullmatch(cell):
            return False
    return any(map(role_of, cells))


def _continues(above: Row, row: Row) -> bool:
    """Tell whether a row stands below titles merged over several columns, and below nothing else."""
    over = _spread(above, row)
    below = False
    for place, cell in enumerate(row.cells):
        if not cell or (place < len(above.cells) and cell == above.cells[place]):
            continue
        number = cell.isdecimal() and not _YEAR.fullmatch(cell)
        if place not in over or number or len(cell) > _LONGEST_TITLE:
            return False
        below = True
    return below and len(row.filled()) > 1


def _spread(above: Row, row: Row) -> dict[int, str]:
    """Return the titles of a row that stand over several columns, by each column they stand over."""
    found: dict[int, str] = {}
    width = max(len(above.cells), len(row.cells))
    cells = above.cells + ("",) * (width - len(above.cells))
    filled = [place for place, cell in enumerate(cells) if cell]
    merged = dict(above.spans)
    for place, following in zip(filled, [*filled[1:], width], strict=True):
        last = merged.get(place, following - 1) if merged else following - 1
        below = [
            column for column in range(place + 1, last + 1) if column < len(row.cells) and row.cells[column]
        ]
        if last > place and below:
            found |= dict.fromkeys(range(place, last + 1), cells[place])
    return found


def _columns(block: Sequence[Row], names_award: NamesAward) -> Columns | None:
    paths = titles_over(block)
    roles = {place: _role(path) for place, path in paths.items() if path}
    places: dict[str, int] = {}
    awards: list[AwardColumn] = []
    for place in _only_asked_for(paths, roles):
        roles[place] = ""
    for place, path in paths.items():
        if any(map(_EARLIER.search, map(fold, path))) or any(map(counts, path)):
            continue
        column = _award_column(place, path, roles.get(place, ""), names_award)
        if column and (column.title or column.year or "title" in places):
            awards.append(column)
        elif role := roles.get(place):
            places.setdefault(role, place)
    known = {*places.values(), *(column.place for column in awards)}
    if tells_years(paths, places):
        places["year"] = places.pop("male")
    kind = settle_name(places) or _only_units(paths, places, known)
    if "name" not in places or len(known) < 2:
        return None
    name = places["name"]
    title = paths[name][0] if paths[name] else ""
    counted = "place" in places and (len(known) >= _SURE or names_people(title))
    if not (counted or _mostly(known, paths)):
        return None
    read = {*places.values(), *(column.place for column in awards)}
    rest = rest_of_name_in(block, name)
    beside = name + 1 if name + 1 < len(paths) and not paths[name + 1] and rest < 0 else -1
    unknown = tuple(
        (place, " ".join(path)) for place, path in paths.items() if place not in read and place != rest
    )
    people = names_people(title) or "family" in places
    more, before = tells_more(title), part_before(paths, places)
    hamlet = _hamlet(paths, places)
    return Columns(places, kind, unknown, tuple(awards), rest, beside, people, more, before, hamlet)


def _only_units(paths: Mapping[int, tuple[str, ...]], places: dict[str, int], known: set[int]) -> str:
    """Take a column of units for that of collectives where no other can hold names: TT | Trường | Ghi chú."""
    unit = places.get("unit", -1)
    if "name" in places or unit < 0 or places.keys() - {"place", "unit", "note"}:
        return ""
    others = any(path for place, path in paths.items() if place not in known)
    if others or fold(" ".join(paths[unit])).strip(" .:") not in _UNITS:
        return ""
    places["name"] = places.pop("unit")
    return "collective"


def _hamlet(paths: Mapping[int, Sequence[str]], places: Mapping[str, int]) -> str:
    path = paths.get(places.get("unit", -1), ())
    return hamlet_word(path[-1]) if path else ""


def _only_asked_for(paths: dict[int, tuple[str, ...]], roles: dict[int, str]) -> list[int]:
    """The columns of what was asked for or pledged, where another tells what was given."""
    told = [place for place, role in roles.items() if role == "title"]
    asked = [place for place in told if _ASKED.search(fold(" ".join(paths[place])))]
    return asked if len(asked) < len(told) else []


def _role(path: tuple[str, ...]) -> str:
    """Return the role of a column; what stands below says more than what stands over it."""
    own = role_of(path[-1])
    if len(path) == 1:
        return own
    over = " ".join(path[:-1])
    if own in {"male", "female"} and role_of(path[-2]) == "birth":
        return f"birth_{own}"
    joined = role_of(f"{path[-1]} {over}")
    if joined and (not own or own == "place"):
        return joined
    return own or role_of(f"{over} {path[-1]}") or next(filter(None, map(role_of, reversed(path[:-1]))), "")


def _award_column(
    place: int, path: tuple[str, ...], role: str, names_award: NamesAward
) -> AwardColumn | None:
    """Return what a column tells of awards: "Năm 2017", "LĐTT", "CSTĐCS 2018", "Danh hiệu năm 2019"."""
    title, year, other, decision = "", None, False, ""
    for whole in path:
        words, named = decision_off(whole)
        decision = named or decision
        plain = " ".join(re.sub(r"[^\w]", " ", fold(words)).split())
        if found := _YEAR_TITLE.fullmatch(plain):
            year = int(found[1][:2] + found[2]) if found[2] else int(found[1])
            continue
        ended = _LAST_YEAR.match(words)
        left = ended[1].strip() if ended else words
        if ended and (role_of(left) == "title" or names_award(left)):
            year = int(ended[2])
        else:
            left = words
        if role_of(left) in {"title", "year"} or _OF_YEARS.match(plain):
            continue
        if names_award(left):
            title = left
        else:
            other = True
    if role == "title" and not title:
        return AwardColumn(place, "", year, decision=decision)
    known = (title or year) and not other
    return AwardColumn(place, title, year, decision=decision) if known else None


def rest_of_name_in(block: Sequence[Row], name: int) -> int:
    """Return the second column a title of names is merged over, -1 where it stands over one."""
    spans = [dict(row.spans).get(name, name) for row in block if name < len(row.cells) and row.cells[name]]
    return name + 1 if spans and spans[-1] == name + 1 else -1


def _mostly(known: set[int], paths: dict[int, tuple[str, ...]]) -> bool:
    """A header is mostly header words: a row of data that holds "Ban" or "Tổ" is none."""
    return len(known) * 2 > sum(1 for path in paths.values() if path and not any(map(counts, path)))
