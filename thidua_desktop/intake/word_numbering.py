"""Automatic numbers of Word lists: the text "1." that the document itself does not hold."""

import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

NAMESPACE = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W = NAMESPACE
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


@dataclass(frozen=True)
class Level:
    """How one level of a list counts: start, format and the text around the number."""

    start: int
    format: str
    text: str


@dataclass
class Numbering:
    """The lists of a document and how far each has counted."""

    lists: dict[str, dict[int, Level]] = field(default_factory=dict)
    styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, paragraph: "_Element") -> str:
        """Return the number Word would print before the paragraph, counting on; "" when it has none."""
        name, depth = self._place(paragraph)
        level = self.lists.get(name, {}).get(depth)
        if level is None:
            return ""
        counts = self.counts.setdefault(name, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [other for other in counts if other > depth]:
            del counts[deeper]
        if level.format == "bullet":
            return "-"
        label = level.text
        for place, part in self.lists[name].items():
            label = label.replace(f"%{place + 1}", _written(counts.get(place, part.start), part.format))
        return label

    def _place(self, paragraph: "_Element") -> tuple[str, int]:
        properties = paragraph.find(f"{W}pPr")
        if properties is None:
            return "", 0
        number = properties.find(f"{W}numPr/{W}numId")
        if number is None:
            style = properties.find(f"{W}pStyle")
            return self.styles.get(style.get(f"{W}val", "") if style is not None else "", ("", 0))
        return number.get(f"{W}val", ""), _value(properties, f"{W}numPr/{W}ilvl", 0)


def read_numbering(archive: zipfile.ZipFile, parser: "XMLParser") -> Numbering:
    """Read word/numbering.xml; a document without it has no automatic numbers."""
    from lxml import etree

    numbering = Numbering()
    if "word/numbering.xml" not in archive.namelist():
        return numbering
    root = etree.fromstring(archive.read("word/numbering.xml"), parser)
    kinds = {kind.get(f"{W}abstractNumId", ""): kind for kind in root.iter(f"{W}abstractNum")}
    for number in root.iter(f"{W}num"):
        name, kind = number.get(f"{W}numId", ""), number.find(f"{W}abstractNumId")
        found = kinds.get(kind.get(f"{W}val", "") if kind is not None else "")
        for level in found.iter(f"{W}lvl") if found is not None else ():
            depth = int(level.get(f"{W}ilvl", "0"))
            numbering.lists.setdefault(name, {})[depth] = _level(level)
            style = level.find(f"{W}pStyle")
            if style is not None:
                numbering.styles.setdefault(style.get(f"{W}val", ""), (name, depth))
    return numbering


def _level(level: "_Element") -> Level:
    form, text = level.find(f"{W}numFmt"), level.find(f"{W}lvlText")
    return Level(
        _value(level, f"{W}start", 1),
        form.get(f"{W}val", "decimal") if form is not None else "decimal",
        text.get(f"{W}val", "") if text is not None else "",
    )


def _value(element: "_Element", path: str, default: int) -> int:
    found = element.find(path)
    text = found.get(f"{W}val", "") if found is not None else ""
    return int(text) if text.isdecimal() else default


def _written(number: int, form: str) -> str:
    if form.endswith("Roman"):
        return _roman(number) if form == "upperRoman" else _roman(number).lower()
    if form.endswith("Letter") and 1 <= number <= 26:
        return chr(ord("A" if form == "upperLetter" else "a") + number - 1)
    return str(number)


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        while number >= value and len(text) < 20:
            text, number = text + letters, number - value
    return text
