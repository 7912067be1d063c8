"""A numbered list: "1. Ông A, Giáo viên, Trường B, huyện C;" under TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH."""

import re

from thidua_desktop.intake import line_kinds
from thidua_desktop.intake.collector import Collector
from thidua_desktop.intake.item_text import from_line
from thidua_desktop.intake.source import Row, Source

NAME = "numbered"

_NUMBERED = re.compile(r"\d{1,5}\s*[.)/]\s*(?=\D)(.+)")
_DASHED = re.compile(r"[-+•*–]\s+((?:(?:Ông|Bà|Đ/c|Đồng chí|Hộ)\b|[A-ZĐ]).+)")


def recognise(source: Source) -> int:
    """Count the numbered lines."""
    return sum(
        1 for sheet in source.sheets for row in sheet.rows if len(row.filled()) == 1 and _item_text(row)
    )


def read(source: Source, collector: Collector) -> None:
    """Read line after line; a line with no number is a heading, a section, a total or a signature."""
    for sheet in source.sheets:
        collector.start(sheet.name)
        for row in sheet.rows:
            _take(row, collector)


def _take(row: Row, collector: Collector) -> None:
    text = " ".join(row.filled())
    item = _item_text(row)
    if not item:
        if not collector.line(row, text):
            collector.unread(row)
    elif item.rstrip().endswith(":"):
        collector.unread(row)  # it opens a group of its own, a form not read yet
    else:
        collector.item(row, from_line(item))


def _item_text(row: Row) -> str:
    text = " ".join(row.filled())
    if line_kinds.section_of(text) or line_kinds.stated_in(text):
        return ""
    found = _NUMBERED.fullmatch(text) or _DASHED.fullmatch(text)
    return found[1] if found else ""
