"""A document as one page of HTML that needs nothing beside it: charts inline, ready to print."""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from thidua_desktop.documents import charts, letterhead
from thidua_desktop.documents.cells import aligned, clean, section_text, shown, widths
from thidua_desktop.documents.document import (
    Block,
    Cell,
    Chart,
    Column,
    Document,
    Letterhead,
    PageBreak,
    Paragraph,
    Signatures,
    Table,
)
from thidua_desktop.documents.target import replacing

_TAGS = {"title": "h1", "subtitle": "p", "heading": "h2", "body": "p", "note": "p"}

_STYLE = """
@page { size: A4 %(orientation)s; margin: %(top)dmm %(right)dmm %(bottom)dmm %(left)dmm; }
body { font: %(body)dpt/1.35 "%(font)s", Tinos, "Liberation Serif", serif; color: #000;
       max-width: %(width)dmm; margin: 10mm auto; padding: 0 4mm; }
h1 { font-size: %(title)dpt; text-align: center; margin: 12pt 0 4pt; }
h2 { font-size: %(body)dpt; margin: 12pt 0 4pt; break-after: avoid; }
p { margin: 0 0 6pt; white-space: pre-line; }
p.body { text-align: justify; text-indent: 10mm; }
p.subtitle { text-align: center; font-weight: bold; }
p.note { font-style: italic; }
table.data { border-collapse: collapse; width: 100%%; margin: 6pt 0 12pt; font-size: %(table)dpt; }
table.data caption { font-weight: bold; text-align: left; padding: 4pt 0; break-after: avoid; }
table.data th, table.data td { border: 0.5pt solid #333; padding: 2pt 4pt; vertical-align: top;
       white-space: pre-line; overflow-wrap: anywhere; }
table.data th { background: #eee; text-align: center; vertical-align: middle; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tr.strong td, tr.section td { font-weight: bold; }
tr.section td { background: #f5f5f5; }
td.right { text-align: right; white-space: nowrap; }
td.center { text-align: center; }
table.pair { width: 100%%; margin: 0 0 6pt; break-inside: avoid; }
table.pair td { vertical-align: top; text-align: center; }
table.pair td.copies { text-align: left; font-size: %(small)dpt; }
.rule { width: 30%%; margin: 2pt auto 6pt; border-top: 1px solid #000; }
.rule.motto { width: 62%%; }
.signer { margin-top: 20mm; }
figure { margin: 8pt 0; text-align: center; break-inside: avoid; }
figure svg { max-width: 100%%; height: auto; }
.page-break { break-before: page; }
footer { margin-top: 12pt; font-size: %(small)dpt; color: #444; }
@media print { body { max-width: none; margin: 0; padding: 0; } table.data th, tr.section td {
       print-color-adjust: exact; -webkit-print-color-adjust: exact; } }
"""


def write(document: Document, path: Path) -> None:
    """Write the document as a UTF-8 page; Unavailable when the file cannot be put there."""
    with replacing(path) as temporary, temporary.open("x", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{line}\n" for line in _page(document))


def _page(document: Document) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield '<html lang="vi"><head><meta charset="utf-8">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{_text(document.title)}</title>"
    yield f"<style>{_style(document)}</style></head><body>"
    if document.letterhead:
        yield _letterhead(document.letterhead)
    for index, block in enumerate(document.content):
        yield from _block(block, index)
    if document.footer:
        yield f"<footer>{_text(document.footer)}</footer>"
    yield "</body></html>"


def _style(document: Document) -> str:
    margins = letterhead.MARGINS
    return _STYLE % {
        "orientation": "landscape" if document.landscape else "portrait",
        "top": margins.top,
        "right": margins.right,
        "bottom": margins.bottom,
        "left": margins.left,
        "font": letterhead.FONT,
        "width": letterhead.text_mm(landscape=document.landscape),
        "body": letterhead.BODY_PT,
        "title": letterhead.TITLE_PT,
        "table": letterhead.TABLE_PT,
        "small": letterhead.SMALL_PT,
    }


def _text(text: str) -> str:
    return escape(clean(text))


def _block(block: Block, index: int) -> Iterator[str]:
    match block:
        case Paragraph():
            tag = _TAGS[block.style]
            yield f'<{tag} class="{block.style}">{_text(block.text)}</{tag}>'
        case Table():
            yield from _table(block)
        case Chart():
            yield _chart(block, index)
        case Signatures():
            yield _signatures(block)
        case PageBreak():
            yield '<div class="page-break"></div>'


def _table(table: Table) -> Iterator[str]:
    yield '<table class="data">'
    if table.title:
        yield f"<caption>{_text(table.title)}</caption>"
    yield "<colgroup>"
    yield "".join(f'<col style="width:{width:.1f}%">' for width in widths(table, 100))
    yield "</colgroup><thead><tr>"
    yield "".join(f"<th>{_text(column.title)}</th>" for column in table.columns)
    yield "</tr></thead><tbody>"
    for index, row in enumerate(table.rows):
        if index in table.sections:
            words = escape(section_text(row))
            yield f'<tr class="section"><td colspan="{len(table.columns)}">{words}</td></tr>'
        else:
            mark = ' class="strong"' if index in table.strong else ""
            cells = "".join(_cell(column, cell) for column, cell in zip(table.columns, row, strict=True))
            yield f"<tr{mark}>{cells}</tr>"
    yield "</tbody></table>"


def _cell(column: Column, cell: Cell) -> str:
    where = aligned(column, cell)
    mark = "" if where == "left" else f' class="{where}"'
    return f"<td{mark}>{escape(shown(cell, grouped=column.grouped))}</td>"


def _chart(chart: Chart, index: int) -> str:
    """The drawing inside the page; its names are made its own, since a page has one space of names."""
    svg = charts.draw(chart).svg.decode()
    svg = svg[svg.index("<svg") :]
    svg = re.sub(r'(\bid="|xlink:href="#|url\(#)', rf"\g<1>c{index}-", svg)
    label = f'<svg role="img" aria-label="{_text(chart.title)}"'
    return f"<figure>{svg.replace('<svg', label, 1)}</figure>"


def _letterhead(head: Letterhead) -> str:
    parent, body = letterhead.corner(head)
    left = f'{_text(parent)}<br><b>{_text(body)}</b><div class="rule"></div>{_text(head.number)}'
    right = (
        f"<b>{letterhead.NATION}</b><br><b>{letterhead.MOTTO}</b>"
        f'<div class="rule motto"></div><i>{_text(head.place_date)}</i>'
    )
    share = round(100 * letterhead.LEFT_SHARE)
    return f'<table class="pair"><tr><td style="width:{share}%">{left}</td><td>{right}</td></tr></table>'


def _signatures(signatures: Signatures) -> str:
    lines = letterhead.copies(signatures)
    left = "<br>".join(["<b><i>Nơi nhận:</i></b>", *map(_text, lines)]) if lines else ""
    dated = f"<i>{_text(signatures.place_date)}</i><br>" if signatures.place_date else ""
    right = dated + _signer(signatures.role, signatures.name)
    kind = "copies"
    if signatures.second_role:
        left, kind = _signer(signatures.second_role, signatures.second_name), "signing"
    return (
        f'<table class="pair"><tr><td class="{kind}" style="width:50%">{left}</td>'
        f"<td>{right}</td></tr></table>"
    )


def _signer(role: str, name: str) -> str:
    return f'<b>{_text(role.upper())}</b><div class="signer"><b>{_text(name)}</b></div>'
