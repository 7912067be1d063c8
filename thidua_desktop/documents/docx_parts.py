"""Pieces of a Word document as WordprocessingML: built as text and parsed once, which is quick."""

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from thidua_desktop.documents import letterhead
from thidua_desktop.documents.cells import aligned, clean, section_text, shown, widths
from thidua_desktop.documents.document import Cell, Column, Letterhead, Signatures, Table

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TWIPS_PER_MM = 1440 / 25.4
_CHARACTERS_PER_MM = 0.48  # of a table's text: less than fit, so that no column is drawn too tight
_SPACE_FOR_SIGNING = 4  # empty lines
# A paragraph a twentieth of a line high: one with a break in it would leave an empty line on the new page.
PAGE_BREAK = (
    '<w:p><w:pPr><w:pageBreakBefore/><w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    "</w:pPr></w:p>"
)
_HAIRLINE = 'w:val="single" w:sz="4" w:space="0" w:color="000000"'
_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")


def run(text: str, *, points: float = 0, bold: bool = False, italic: bool = False) -> str:
    """A stretch of text in one look; lines are broken where the text breaks them."""
    look = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "")
    if points:
        look += f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'
    lines = escape(clean(text)).split("\n")
    body = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f"<w:r><w:rPr>{look}</w:rPr>{body}</w:r>"


def paragraph(content: str, align: str = "left", *, more: str = "") -> str:
    """A tight paragraph, as in cells and corners; more holds further properties."""
    spacing = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>'
    properties = f'{spacing}<w:ind w:firstLine="0"/><w:jc w:val="{align}"/>'
    return f"<w:p><w:pPr>{more}{properties}</w:pPr>{content}</w:p>"


def rule(width: int, share: float) -> str:
    """A short centred line: a paragraph's upper border between indents; width in twips."""
    side = round(width * (1 - share) / 2)
    return (
        f'<w:p><w:pPr><w:pBdr><w:top w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'
        f'<w:spacing w:before="20" w:after="0" w:line="120" w:lineRule="exact"/>'
        f'<w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/></w:pPr></w:p>'
    )


def table(data: Table, width_mm: float) -> str:
    """The whole table; its header comes again on each page, its rows are never split."""
    characters = widths(data, width_mm * _CHARACTERS_PER_MM)
    scale = width_mm * TWIPS_PER_MM / sum(characters)
    twips = [round(width * scale) for width in characters]
    borders = "".join(f"<w:{side} {_HAIRLINE}/>" for side in _SIDES)
    return _framed("".join(_rows(data, twips)), twips, f"<w:tblBorders>{borders}</w:tblBorders>")


def _framed(rows: str, twips: Sequence[int], borders: str) -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in twips)
    margins = '<w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(twips)}" w:type="dxa"/>{borders}'
        f'<w:tblLayout w:type="fixed"/>{margins}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )


def _cell(width: int, content: str, *, span: int = 1, shade: str = "", valign: str = "top") -> str:
    spanned = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    shaded = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>' if shade else ""
    properties = f'<w:tcW w:w="{width}" w:type="dxa"/>{spanned}{shaded}<w:vAlign w:val="{valign}"/>'
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def _row(cells: str, *, header: bool = False) -> str:
    repeated = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def _rows(data: Table, twips: Sequence[int]) -> Iterator[str]:
    points = letterhead.TABLE_PT
    header = "".join(
        _cell(
            width,
            paragraph(run(column.title, points=points, bold=True), "center", more="<w:keepNext/>"),
            shade="EDEDED",
            valign="center",
        )
        for column, width in zip(data.columns, twips, strict=True)
    )
    yield _row(header, header=True)
    for index, row in enumerate(data.rows):
        if index in data.sections:
            words = run(section_text(row), points=points, bold=True)
            text = paragraph(words, more="<w:keepNext/>")
            yield _row(_cell(sum(twips), text, span=len(twips), shade="F5F5F5"))
            continue
        bold = index in data.strong
        yield _row(
            "".join(
                _cell(width, _content(column, cell, bold=bold))
                for column, cell, width in zip(data.columns, row, twips, strict=True)
            )
        )


def _content(column: Column, cell: Cell, *, bold: bool) -> str:
    words = run(shown(cell, grouped=column.grouped), points=letterhead.TABLE_PT, bold=bold)
    return paragraph(words, aligned(column, cell))


def letterhead_table(head: Letterhead, width_mm: float) -> str:
    """The two corners of the first page."""
    left, right = _halves(width_mm, letterhead.LEFT_SHARE)
    parent, body = letterhead.corner(head)
    small, large = letterhead.TABLE_PT, letterhead.BODY_PT
    corner = [
        paragraph(run(parent, points=small), "center"),
        paragraph(run(body, points=small, bold=True), "center"),
        rule(left, 0.35),
        paragraph(run(head.number, points=large), "center"),
    ]
    nation = [
        paragraph(run(letterhead.NATION, points=small, bold=True), "center"),
        paragraph(run(letterhead.MOTTO, points=large, bold=True), "center"),
        rule(right, 0.57),
        paragraph(run(head.place_date, points=large, italic=True), "center"),
    ]
    cells = _cell(left, "".join(corner)) + _cell(right, "".join(nation))
    return _framed(_row(cells), (left, right), "")


def signature_table(signatures: Signatures, width_mm: float) -> str:
    """The end of the paper, kept on one page: receivers of copies, and the signer."""
    left, right = _halves(width_mm, 0.5)
    copies = letterhead.copies(signatures)
    small, large = letterhead.SMALL_PT, letterhead.BODY_PT
    receivers = [paragraph(run("Nơi nhận:", points=letterhead.TABLE_PT, bold=True, italic=True))]
    receivers += [paragraph(run(line, points=small)) for line in copies]
    signer = _signer(signatures.role, signatures.name)
    if signatures.place_date:
        signer.insert(0, paragraph(run(signatures.place_date, points=large, italic=True), "center"))
    other = _signer(signatures.second_role, signatures.second_name) if signatures.second_role else []
    beside = other or (receivers if copies else [paragraph("")])
    cells = _cell(left, "".join(beside)) + _cell(right, "".join(signer))
    return _framed(_row(cells), (left, right), "")


def _signer(role: str, name: str) -> list[str]:
    large = letterhead.BODY_PT
    return [
        paragraph(run(role.upper(), points=large, bold=True), "center"),
        *[paragraph("")] * _SPACE_FOR_SIGNING,
        paragraph(run(name, points=large, bold=True), "center"),
    ]


def _halves(width_mm: float, share: float) -> tuple[int, int]:
    whole = round(width_mm * TWIPS_PER_MM)
    left = round(whole * share)
    return left, whole - left
