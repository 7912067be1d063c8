"""What most pages put into their PageSpec alike: how records are counted, loaded, kept and deleted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from thidua_desktop.domain.dates import show
from thidua_desktop.domain.vietnamese import number
from ui.widgets.record_model import Column, Record

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from thidua_desktop.db.session import Session
    from thidua_desktop.records.query import ListQuery
    from ui.widgets.page_spec import Loaded

T = TypeVar("T", bound=Record)
Draft = TypeVar("Draft")


def count_column(
    code: str, title: str, count: Callable[[T], int], width: int, *, sort: str = "", shown: bool = True
) -> Column[T]:
    """A column of whole numbers, at the right, with zeros."""
    return Column(
        code, title, lambda row: number(count(row)), width, "right", shown=shown, sort=sort, value=count
    )


def some_column(
    code: str, title: str, count: Callable[[T], int | None], width: int, *, sort: str = "", shown: bool = True
) -> Column[T]:
    """A column of whole numbers, at the right, where none is left blank."""

    def text(row: T) -> str:
        return number(some) if (some := count(row)) else ""

    return Column(
        code, title, text, width, "right", shown=shown, sort=sort, value=lambda row: count(row) or None
    )


def year_column(year: Callable[[T], int]) -> Column[T]:
    """The year something was earned in, a number that Excel sorts and no paper parts by dots."""
    return Column(
        "year",
        "Năm",
        lambda row: str(year(row)),
        64,
        "right",
        sort="year",
        value=year,
        grouped=False,
    )


def day_column(
    code: str, title: str, day: Callable[[T], date | None], width: int, *, sort: str = "", shown: bool = True
) -> Column[T]:
    """A column of whole days, a date in Excel; blank where there is none."""

    def text(row: T) -> str:
        return show(on) if (on := day(row)) else ""

    return Column(code, title, text, width, sort=sort, value=day, shown=shown)


def counting(
    ids: Callable[[Session, ListQuery], array[int]], noun: str
) -> Callable[[Session, ListQuery], str]:
    """The line under a list: "131 hội nghị"."""
    return lambda session, query: f"{number(len(ids(session, query)))} {noun}"


def loading(
    rows: Callable[[Session, Sequence[int]], Sequence[T]], show: Callable[[Session, T], Loaded]
) -> Callable[[Session, int], Loaded | None]:
    """One record for the panel, made from its row; None when it is gone."""

    def load(session: Session, record_id: int) -> Loaded | None:
        found = rows(session, [record_id])
        return show(session, found[0]) if found else None

    return load


def keeping(
    add: Callable[[Session, Draft], int],
    change: Callable[[Session, int, Draft], object],
    draft: Callable[[Mapping[str, Any]], Draft],
) -> Callable[[Session, int | None, Mapping[str, Any]], int]:
    """Keep a form's values as a new record or in place of the old one."""

    def save(session: Session, record_id: int | None, values: Mapping[str, Any]) -> int:
        if record_id is None:
            return add(session, draft(values))
        change(session, record_id, draft(values))
        return record_id

    return save


def one_by_one(remove: Callable[[Session, int], object]) -> Callable[[Session, Sequence[int]], None]:
    """Delete several records, each by itself."""

    def remove_all(session: Session, ids: Sequence[int]) -> None:
        for record_id in ids:
            remove(session, record_id)

    return remove_all
