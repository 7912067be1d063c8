"""A document as JSON for other programs: numbers stay numbers, dates are ISO, nothing is laid out."""

import json
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from thidua_desktop.documents.cells import clean
from thidua_desktop.documents.document import Cell, Chart, Document, Paragraph, Signatures, Table
from thidua_desktop.documents.target import replacing


def write(document: Document, path: Path) -> None:
    """Write the document as UTF-8 JSON; Unavailable when the file cannot be put there."""
    text = json.dumps(as_data(document), ensure_ascii=False)
    with replacing(path) as temporary:
        temporary.write_bytes(f"{text}\n".encode(errors="replace"))  # half a letter has no UTF-8


def as_data(document: Document) -> dict[str, Any]:
    """The document as plain values: title, paragraphs, tables, charts, signatures, each in reading order."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return {
        "title": document.title,
        "letterhead": asdict(document.letterhead) if document.letterhead else None,
        "paragraphs": [asdict(block) for block in document.blocks if isinstance(block, Paragraph)],
        "tables": [_table(table) for table in tables],
        "charts": [_chart(block) for block in document.blocks if isinstance(block, Chart)],
        "signatures": [_signers(block) for block in document.blocks if isinstance(block, Signatures)],
        "extra_tables": [_table(table) for table in document.extra_sheets],
    }


def _signers(block: Signatures) -> dict[str, Any]:
    """A second signer is told only where there is one."""
    return {name: value for name, value in asdict(block).items() if value or not name.startswith("second")}


def _table(table: Table) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": table.title,
        "columns": [column.title for column in table.columns],
        "rows": [[_value(cell) for cell in row] for row in table.rows],
        "strong": sorted(table.strong),
        "sections": sorted(table.sections),
    }


def _chart(chart: Chart) -> dict[str, Any]:
    return {
        "title": chart.title,
        "kind": chart.kind,
        "categories": chart.categories,
        "series": [{"name": series.name, "values": series.values} for series in chart.series],
    }


def _value(cell: Cell) -> str | int | float | None:
    if isinstance(cell, str):
        return clean(cell)
    return cell.isoformat() if isinstance(cell, date) else cell
