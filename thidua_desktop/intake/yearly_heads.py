"""Lists that rate a unit and who heads it in one row: each is read as a list of its own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.yearly_header import YearlyHeader

_HEAD = re.compile(r"\b(?:nguoi dung dau|thu truong|lanh dao)\b")
_NAMES_HEAD = re.compile(
    r"(?:ho (?:va )?ten |ten )?(?:nguoi dung dau|thu truong|lanh dao)(?: (?:don vi|co quan))?"
)
_TWO = 2
_OF_PEOPLE = frozenset(("name", "post", "birth", "gender"))


def units_and_heads(header: YearlyHeader) -> Iterator[YearlyHeader]:
    """Give the header once for the units and once for those who head them; any other as it is."""
    places = list(header.alike.get("rating", ()))
    of_head = [place for place in places if _HEAD.search(_title(header, place))]
    named = [place for place in header.titles if _NAMES_HEAD.fullmatch(_title(header, place))]
    unit = header.columns.get("unit", header.columns.get("collective", -1))
    if header.said or len(places) != _TWO or len(of_head) != 1 or len(named) != 1 or unit < 0:
        yield header
        return
    [of_unit] = [place for place in places if place not in of_head]
    alike = {role: found for role, found in header.alike.items() if role != "rating"}
    others = {
        role: at
        for role, at in header.columns.items()
        if role not in {*_OF_PEOPLE, "unit", "collective", "rating"} and at != named[0]
    }
    own = {role: at for role, at in header.columns.items() if role in _OF_PEOPLE and role != "name"}
    yield replace(header, columns={**others, "unit": unit, "rating": of_unit}, alike=alike)
    head = {**others, **own, "name": named[0], "unit": unit, "rating": of_head[0]}
    yield replace(header, columns=head, alike=alike)


def _title(header: YearlyHeader, place: int) -> str:
    return " ".join(re.sub(r"[^\w]", " ", fold(" ".join(header.titles.get(place, ())))).split())


def without_promises(header: YearlyHeader, below: Sequence[Row], book: TitleBook) -> YearlyHeader:
    """Return the header without a column of what is promised for the titles pledged beside it."""
    place = header.columns.get("pledge", -1)
    if header.said or "title" not in header.columns or not _title(header, place).startswith("noi dung"):
        return header
    if any(book.knows(row.cells[place]) for row in below if place < len(row.cells)):
        return header
    columns = {role: at for role, at in header.columns.items() if role not in {"pledge", "title"}}
    return replace(header, columns={**columns, "pledge": header.columns["title"]})
