"""Text on paper: how a cell is written and where a line is broken."""

import unicodedata

from thidua_desktop.documents.cells import shown
from thidua_desktop.documents.document import Cell, Column
from ui.printing.fonts import Face


def cell_text(value: Cell, column: Column) -> str:
    """Write a cell as every writer does, ready for one face: NFC and no control character but line ends."""
    if not isinstance(value, str):
        return shown(value, grouped=column.grouped)
    if value.isprintable() and unicodedata.is_normalized("NFC", value):
        return value
    return plain(value)


def plain(text: str) -> str:
    """Return text as NFC with line ends kept and every other control character made a space."""
    composed = unicodedata.normalize("NFC", text).replace("\r\n", "\n")
    return "".join(c if c == "\n" or unicodedata.category(c)[0] != "C" else " " for c in composed)


def wrap(text: str, face: Face, width: float, indent: float = 0.0) -> tuple[str, ...]:
    """Break text into lines no wider than width; the first line of the text has indent less room."""
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrap_paragraph(paragraph, face, width, indent if not lines else 0.0))
    return tuple(lines)


def _wrap_paragraph(paragraph: str, face: Face, width: float, indent: float) -> list[str]:
    lines: list[str] = []
    line, used = "", indent
    space = face.width(" ")
    for whole in paragraph.split(" "):
        word = whole
        taken = face.width(word)
        if line and used + space + taken > width:
            lines.append(line)
            line, used = "", 0.0
        while used + taken > width and not line and len(word) > 1:
            head = _longest_head(word, face, width - used)
            lines.append(head)
            word, used = word[len(head) :], 0.0
            taken = face.width(word)
        line, used = (f"{line} {word}", used + space + taken) if line else (word, used + taken)
    lines.append(line)
    return lines


def _longest_head(word: str, face: Face, width: float) -> str:
    """Return the part of an overlong word that fits, broken after a stroke or hyphen where there is one."""
    fitting = 1
    while fitting < len(word) - 1 and face.width(word[: fitting + 1]) <= width:
        fitting += 1
    natural = max(word.rfind("/", 0, fitting), word.rfind("-", 0, fitting)) + 1
    return word[: natural or fitting]


def elided(text: str, face: Face, width: float) -> str:
    """Shorten one line to the width with an ellipsis."""
    if face.width(text) <= width:
        return text
    while text and face.width(text + "…") > width:
        text = text[:-1]
    return text.rstrip() + "…"
