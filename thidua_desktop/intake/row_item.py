"""The cells of one row as the words of an item, where each role has its own column."""

from collections.abc import Mapping

from thidua_desktop.intake.denied import reached_instead
from thidua_desktop.intake.item_text import Item, Who


def item_told(cells: Mapping[str, str], known: Who, post: str, born: str, gender: str) -> Item:
    """Return what the cells of a row tell by their roles, and what its cell of names told.

    Post, birth and gender may be told by more than one column.
    """
    get = cells.get
    title, instead = reached_instead(get("title", ""))
    return Item(
        name=known.name,
        told=known.told,
        gender=gender or get("gender", "") or known.gender,
        birth=born or known.birth,
        post=post,
        unit=known.unit,
        title=title,
        year=get("year", "") or _school_year(get("school_year", "")),
        number=get("number", "") or get("decision", ""),
        date=get("date", ""),
        authority=get("authority", ""),
        note="; ".join(filter(None, (known.fate, get("note", "")))),
        citation=get("citation", ""),
        rank=get("rank", ""),
        inferred=(instead,) if instead else (),
    )


def _school_year(cell: str) -> str:
    return f"năm học {cell}" if "-" in cell or "–" in cell else cell
