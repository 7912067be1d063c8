"""A list of recipients as papers carry it: under each title, first individuals or collectives, numbered."""

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import Protocol, TypeVar

from thidua_desktop.documents.document import Cell, Column, Table
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.vietnamese import number

_COLUMNS = (
    Column("STT", 0.5, "center"),
    Column("Họ và tên, tên tập thể, hộ gia đình", 2.6),
    Column("Chức vụ", 2.0),
    Column("Đơn vị, địa chỉ", 2.6),
    Column("Năm", 0.7, "center", grouped=False),
    Column("Thành tích", 2.0),
)
_ALWAYS = {0, 1}  # the others only where the list says something there


class Listed(Protocol):
    """What a line of such a list tells."""

    @property
    def name(self) -> str: ...
    @property
    def post(self) -> str: ...
    @property
    def unit(self) -> str: ...
    @property
    def year(self) -> int: ...
    @property
    def citation(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def recipient(self) -> str: ...


T = TypeVar("T", bound=Listed)


def table(listed: Sequence[T], name: Callable[[T], str] = lambda one: one.name) -> Table:
    """The list, in the order given, a section for every run of one title and recipient kind."""
    rows: list[tuple[Cell, ...]] = []
    sections = set()
    for (title, recipient), group in groupby(listed, key=lambda one: (one.title, one.recipient)):
        some = list(group)
        sections.add(len(rows))
        heading = f"{title} – {RECIPIENTS[recipient].lower()} ({number(len(some))})"
        rows.append((heading, *[None] * (len(_COLUMNS) - 1)))
        rows.extend(
            (place, name(one), one.post, one.unit, one.year, one.citation)
            for place, one in enumerate(some, start=1)
        )
    used = [place for place in range(len(_COLUMNS)) if place in _ALWAYS or any(row[place] for row in rows)]
    return Table(
        tuple(_COLUMNS[place] for place in used),
        [tuple(row[place] for place in used) for row in rows],
        sections=frozenset(sections),
        name="Danh sách",
    )


def counted(listed: Sequence[Listed]) -> str:
    """How many of each recipient kind: "2 cá nhân, 1 tập thể"; "" where there is none."""
    counts = (
        (sum(one.recipient == recipient for one in listed), words) for recipient, words in RECIPIENTS.items()
    )
    return ", ".join(f"{number(count)} {words.lower()}" for count, words in counts if count)
