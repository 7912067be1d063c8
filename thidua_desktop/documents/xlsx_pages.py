"""How a document falls into the sheets of a workbook, and what the sheets are called."""

import re
from dataclasses import dataclass, field

from thidua_desktop.documents.cells import clean
from thidua_desktop.documents.document import Chart, Document, Paragraph, Signatures, Table

_LONGEST_NAME = 31
_TEXT_NAME = "Nội dung"
_RESERVED = {"history"}  # Excel keeps this name for itself


@dataclass
class Page:
    """One sheet: a table or a chart or neither, words above and words below."""

    body: Table | Chart | None
    above: list[Paragraph]
    below: list[Paragraph | Signatures] = field(default_factory=list)
    name: str = ""


def pages(document: Document) -> list[Page]:
    """Every table and chart on a sheet of its own; a report's opening words too when it has several."""
    made = _gathered(document)
    if len(made) > 1:
        made[:1] = _opening_apart(made[0])
    for page, name in zip(made, sheet_names([_wanted_name(page.body) for page in made]), strict=True):
        page.name = name
    return made


def _gathered(document: Document) -> list[Page]:
    """The tables and charts with the words before them; notes and what comes last stand below."""
    made: list[Page] = []
    words: list[Paragraph] = []
    endings: list[Signatures] = []
    for block in document.content:
        match block:
            case Paragraph(style="note") if made and not words:
                made[-1].below.append(block)
            case Paragraph():
                words.append(block)
            case Table() | Chart():
                made.append(Page(block, words))
                words = []
            case Signatures():
                endings.append(block)
    if not made:
        made, words = [Page(None, words)], []
    made[-1].below += [*words, *endings]
    return made


def _opening_apart(page: Page) -> list[Page]:
    """A report's opening text on a sheet of its own; the first table keeps the headings just above it."""
    kept = len(page.above)
    while kept and page.above[kept - 1].style == "heading":
        kept -= 1
    if not any(word.style == "body" for word in page.above[:kept]):
        return [page]
    return [Page(None, page.above[:kept]), Page(page.body, page.above[kept:], page.below)]


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
        name = _cut(base, _LONGEST_NAME)
        count = 1
        while name.casefold() in taken:
            count += 1
            tail = f" ({count})"
            name = _cut(base, _LONGEST_NAME - len(tail)) + tail
        taken.add(name.casefold())
        names.append(name)
    return names


def _cut(name: str, longest: int) -> str:
    """The name cut between two words, and after no comma; within a word only when it is a single long one."""
    if len(name) <= longest:
        return name
    return (name[: longest + 1].rpartition(" ")[0] or name[:longest]).rstrip(" ',–-")
