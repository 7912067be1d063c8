"""The fonts of a Word document's text - of its runs, styles and theme - where some are of an old encoding."""

import re
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from thidua_desktop.intake.encodings.tables import Typed, typed_in
from thidua_desktop.intake.word_numbering import NAMESPACE as W

if TYPE_CHECKING:
    from lxml.etree import XMLParser, _Element

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_OLD_FONT = re.compile(rb"""=\s*["'](?:\.vn|vni[- ]|vps[- ]|vi[- ])""", re.IGNORECASE)
_MAX_BASES = 20


@dataclass
class Fonts:
    """What the fonts of a document tell; nothing where it uses no old font."""

    used: bool = False
    theme: dict[str, str] = field(default_factory=dict)
    styles: dict[str, str] = field(default_factory=dict)
    default: str = ""
    paragraph_style: str = ""

    def of(self, text: "_Element", paragraph: "_Element") -> Typed | None:
        """Return what the font of a piece of text tells: its run's, its styles', the document's."""
        if not self.used:
            return None
        run = text.getparent()
        own = run.find(f"{W}rPr") if run is not None else None
        name = self.named(own) or self.styles.get(_value(own, "rStyle"), "")
        if not name:
            style = _value(paragraph.find(f"{W}pPr"), "pStyle") or self.paragraph_style
            name = self.styles.get(style, "") or self.default
        return typed_in(name)

    def named(self, properties: "_Element | None") -> str:
        """Return the font that properties name for accented Latin letters, directly or through the theme."""
        fonts = properties.find(f"{W}rFonts") if properties is not None else None
        if fonts is None:
            return ""
        for kind in ("hAnsi", "ascii"):
            name = self.theme.get(fonts.get(f"{W}{kind}Theme", "")[:5], "") or fonts.get(f"{W}{kind}", "")
            if name:
                return name
        return ""


def read_fonts(archive: zipfile.ZipFile, document: str, parser: "XMLParser") -> Fonts:
    """Read styles and theme, when an old font is named anywhere."""
    from lxml import etree

    fonts, names = Fonts(), set(archive.namelist())
    parts = {
        name: archive.read(name) for name in ("word/styles.xml", "word/theme/theme1.xml") if name in names
    }
    if not any(map(_OLD_FONT.search, (archive.read(document), *parts.values()))):
        return fonts
    fonts.used = True
    if "word/theme/theme1.xml" in parts:
        scheme = etree.fromstring(parts["word/theme/theme1.xml"], parser).find(f".//{_DRAWING}fontScheme")
        for kind in ("major", "minor") if scheme is not None else ():
            latin = scheme.find(f"{_DRAWING}{kind}Font/{_DRAWING}latin") if scheme is not None else None
            fonts.theme[kind] = latin.get("typeface", "") if latin is not None else ""
    if "word/styles.xml" in parts:
        _take_styles(fonts, etree.fromstring(parts["word/styles.xml"], parser))
    return fonts


def _take_styles(fonts: Fonts, root: "_Element") -> None:
    fonts.default = fonts.named(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
    own, bases = {}, {}
    for style in root.iterfind(f"{W}style"):
        name = style.get(f"{W}styleId", "")
        own[name] = fonts.named(style.find(f"{W}rPr"))
        bases[name] = _value(style, "basedOn")
        if style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}:
            fonts.paragraph_style = name
    for name in own:
        base, steps = name, 0
        while base and not own.get(base) and steps < _MAX_BASES:
            base, steps = bases.get(base, ""), steps + 1
        fonts.styles[name] = own.get(base, "")


def _value(element: "_Element | None", tag: str) -> str:
    found = element.find(f"{W}{tag}") if element is not None else None
    return found.get(f"{W}val", "") if found is not None else ""
