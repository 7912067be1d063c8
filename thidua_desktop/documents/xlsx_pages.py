"""How a document falls into the sheets of a workbook, and what the sheets are called."""

import re
from dataclasses import dataclass

from thidua_desktop.documents.cells import clean
from thidua_desktop.documents.document import Chart, Document, Paragraph, Signatures, Table

_LONGEST_NAME = 31
_TEXT_NAME = "Nội dung"
_RESERVED = {"history"}  # Excel keeps this name for itself


@dataclass(frozen=True)
class Page:
    """One sheet: words above, a table or a chart or neither, words below."""

    name: str
    above: tuple[Paragraph, ...]
    body: Table | Chart | None
    below: tuple[Paragraph | Signatures, ...] = ()


def pages(document: Document) -> list[Page]:
    """Every table and chart on a sheet of its own; a report's opening words too when it has several."""
    made: list[tuple[list[Paragraph], Table | Chart | None]] = []
    words: list[Paragraph] = []
    endings: list[Signatures] = []
    for block in document.content:
        match block:
            case Paragraph():
                words.append(block)
            case Table() | Chart():
                made.append((words, block))
                words = []
            case Signatures():
                endings.append(block)
    if not made:
        made, words = [(words, None)], []
    if len(made) > 1:
        made[:1] = _opening_apart(*made[0])
    names = sheet_names([_wanted_name(body) for _, body in made])
    result = [Page(name, tuple(above), body) for name, (above, body) in zip(names, made, strict=True)]
    last = result[-1]
    result[-1] = Page(last.name, last.above, last.body, (*words, *endings))
    return result


def _opening_apart(
    words: list[Paragraph], body: Table | Chart | None
) -> list[tuple[list[Paragraph], Table | Chart | None]]:
    """A report's opening text on a sheet of its own; the first table keeps the headings just above it."""
    kept = len(words)
    while kept and words[kept - 1].style == "heading":
        kept -= 1
    if not any(word.style == "body" for word in words[:kept]):
        return [(words, body)]
    return [(words[:kept], None), (words[kept:], body)]


def _wanted_name(body: Table | Chart | None) -> str:
    if body is None:
        return _TEXT_NAME
    return body.title if isinstance(body, Chart) else body.name or body.title


def sheet_names(wanted: list[str]) -> list[str]:
    """Names Excel accepts: legal characters, at most 31 of them, no two alike whatever their case."""
    taken = set(_RESERVED)
    names = []
    for wish in wanted:
        base = re.sub(r"[\[\]:*?/\\\s]+", " ", clean(wish)).strip(" '") or "Trang tính"
        name = base[:_LONGEST_NAME].rstrip(" '")
        count = 1
        while name.casefold() in taken:
            count += 1
            tail = f" ({count})"
            name = base[: _LONGEST_NAME - len(tail)].rstrip(" '") + tail
        taken.add(name.casefold())
        names.append(name)
    return names
