"""A document as a Word file laid out as an official paper."""

import io
from pathlib import Path
from typing import TYPE_CHECKING, Any

from thidua_desktop.documents import charts, docx_parts, letterhead
from thidua_desktop.documents.cells import clean
from thidua_desktop.documents.document import (
    Block,
    Chart,
    Document,
    PageBreak,
    Paragraph,
    Signatures,
    Table,
)
from thidua_desktop.documents.target import replacing

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section

_STYLES = {
    "title": "Heading 1",
    "subtitle": "Subtitle",
    "heading": "Heading 2",
    "body": "Body Text",
    "note": "Normal",
}
_BODY_INDENT_MM = 10
_HEADER_MM = 10


def write(document: Document, path: Path) -> None:
    """Write the Word file; Unavailable when the file cannot be put there."""
    import docx

    with replacing(path) as temporary:
        word = docx.Document()
        _set_properties(word, document)
        _set_styles(word)
        _set_page(word.sections[0], document)
        width = letterhead.text_mm(landscape=document.landscape)
        if document.letterhead:
            _insert(word, docx_parts.letterhead_table(document.letterhead, width))
        for block in document.content:
            _add(word, block, width)
        word.save(str(temporary))


def _set_properties(word: "WordDocument", document: Document) -> None:
    """Name the file by its title, and no program as its author."""
    properties = word.core_properties
    properties.title = clean(document.title)[:255]
    properties.author = ""
    properties.comments = ""
    properties.language = "vi-VN"


def _set_styles(word: "WordDocument") -> None:
    """Give the template's styles the fonts of an official paper; its theme's fonts and colours go."""
    from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

    _set_style(word, "Normal", letterhead.BODY_PT)
    _set_style(word, "Heading 1", letterhead.TITLE_PT, bold=True, align=ALIGN.CENTER)
    _set_style(word, "Subtitle", letterhead.BODY_PT, bold=True, align=ALIGN.CENTER)
    _set_style(word, "Heading 2", letterhead.BODY_PT, bold=True)
    _set_style(word, "Body Text", letterhead.BODY_PT, align=ALIGN.JUSTIFY)


def _set_style(
    word: "WordDocument", name: str, points: int, *, bold: bool = False, align: Any = None
) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Mm, Pt, RGBColor

    style: Any = word.styles[name]
    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    fonts.attrib.clear()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), letterhead.FONT)
    for unwanted in properties.findall(qn("w:spacing")):
        properties.remove(unwanted)
    style.font.size = Pt(points)
    style.font.bold = bold
    style.font.italic = False
    style.font.color.rgb = RGBColor(0, 0, 0)
    shape = style.paragraph_format
    shape.alignment = align
    shape.space_before = Pt(12 if name == "Heading 1" else 6 if bold else 0)
    shape.space_after = Pt(6)
    shape.line_spacing = 1.15
    shape.keep_with_next = bold
    shape.first_line_indent = Mm(_BODY_INDENT_MM) if name == "Body Text" else None


def _set_page(section: "Section", document: Document) -> None:
    """A4 with official margins; pages are numbered in the middle of the upper margin from the second on."""
    from docx.enum.section import WD_ORIENT
    from docx.shared import Mm

    width, height = letterhead.page_mm(landscape=document.landscape)
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.orientation = WD_ORIENT.LANDSCAPE if document.landscape else WD_ORIENT.PORTRAIT
    margins = letterhead.MARGINS
    section.top_margin, section.bottom_margin = Mm(margins.top), Mm(margins.bottom)
    section.left_margin, section.right_margin = Mm(margins.left), Mm(margins.right)
    section.header_distance = section.footer_distance = Mm(_HEADER_MM)
    section.different_first_page_header_footer = True
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>2</w:t></w:r></w:fldSimple>'
    _fill(section.header, docx_parts.paragraph(field, "center"))
    footer = docx_parts.run(document.footer, points=letterhead.SMALL_PT)
    for part in (section.first_page_footer, section.footer):
        _fill(part, docx_parts.paragraph(footer))


def _fill(part: Any, xml: str) -> None:
    """Put one paragraph into a header or footer in place of the empty one it is born with."""
    part.is_linked_to_previous = False
    born = part.paragraphs[0]._p  # noqa: SLF001 - python-docx gives no public way to the element
    born.getparent().replace(born, _parse(xml))


def _parse(xml: str) -> Any:
    from docx.oxml import parse_xml

    # The name space stands on the piece itself: on a parent around it, moving a long table is quadratic.
    tag, rest = xml.split(">", 1)
    return parse_xml(f"{tag} {docx_parts.NAMESPACE}>{rest}")


def _insert(word: "WordDocument", xml: str) -> None:
    """Append an element to the body, before the section's own properties."""
    body = word.element.body
    body.insert(len(body) - 1, _parse(xml))


def _add(word: "WordDocument", block: Block, width: int) -> None:
    match block:
        case Paragraph():
            _add_paragraph(word, block)
        case Table():
            if block.title:
                _add_paragraph(word, Paragraph(block.title, "heading"))
            _insert(word, docx_parts.table(block, width))
            _insert(word, docx_parts.paragraph(""))
        case Chart():
            _add_chart(word, block, width)
        case Signatures():
            _insert(word, docx_parts.signature_table(block, width))
        case PageBreak():
            _insert(word, docx_parts.PAGE_BREAK)


def _add_paragraph(word: "WordDocument", paragraph: Paragraph) -> None:
    added = word.add_paragraph(clean(paragraph.text), style=_STYLES[paragraph.style])
    if paragraph.style == "note":
        added.runs[0].italic = True


def _add_chart(word: "WordDocument", chart: Chart, width: int) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Mm

    holder = word.add_paragraph()
    holder.alignment = WD_ALIGN_PARAGRAPH.CENTER
    picture = holder.add_run().add_picture(io.BytesIO(charts.png(chart, width)), width=Mm(width))
    described: Any = picture._inline.docPr  # noqa: SLF001 - python-docx has no door for alternative text
    described.set("descr", clean(chart.title))
