"""How a name is stored: as written, and as it is searched, compared and sorted."""

from typing import Any

from sqlalchemy import ColumnElement, Table, and_, func, or_

from thidua_desktop.domain import vietnamese, vietnamese_order


def person_name(name: str) -> dict[str, str]:
    """The columns of a person's name, sorted by tên – họ – đệm."""
    clean = vietnamese.clean(name)
    return {**_found_by(clean), "sort": vietnamese_order.name_key(clean)}


def thing_name(name: str) -> dict[str, str]:
    """The columns of any other name, sorted as it is read."""
    clean = vietnamese.clean(name)
    return {**_found_by(clean), "sort": vietnamese_order.text_key(clean)}


def _found_by(clean: str) -> dict[str, str]:
    return {"name": clean, "search": vietnamese.fold(clean), "exact": vietnamese.same_key(clean)}


def contains(table: Table | Any, query: str) -> ColumnElement[bool]:
    """Whether a named record matches what was typed: with accents, without them, or with some of them."""
    needle, accented = vietnamese.search_terms(query)
    folded = func.instr(table.c.search, vietnamese.fold(query)) > 0
    if not accented:
        return folded
    whole = func.instr(table.c.exact, needle) > 0
    partly = table.c.exact.regexp_match(vietnamese.accents_typed(needle))
    # The index holds the accentless words: they leave few rows whose accents must be looked at.
    return and_(folded, or_(whole, partly))
