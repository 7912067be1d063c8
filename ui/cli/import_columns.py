"""Columns of the tables of lists for the terminal: what was understood goes out, what is said comes in."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from thidua_desktop.domain.errors import Refused
from thidua_desktop.intake.hidden import column_letters
from thidua_desktop.intake.layouts import NO_HEADER, READ, Layout, layout_key
from thidua_desktop.intake.reading import TableRead
from thidua_desktop.intake.roles import wrong
from thidua_desktop.intake.source import Row

_SHOWN = 12  # rows below a header that are told
_SHAPE = "cần danh sách “layouts”, mỗi mẫu có “layout” và “columns”, ví dụ {“B”: “name”}"


def told(table: TableRead) -> dict[str, Any]:
    """What was understood of a table; each row bears the key it would have as a header."""
    return {
        "sheet": table.sheet,
        "table": table.table,
        "layout": table.layout,
        "how": table.how,
        "columns": {
            column_letters(place): {"title": title, "role": role}
            for place, (title, role) in enumerate(zip(table.titles, table.roles, strict=True))
        },
        "header": [row.number for row in table.header],
        "rows": [_row(row) for row in (*table.above, *table.header, *table.below[:_SHOWN])],
    }


def read_layouts(path: Path | None) -> dict[str, Layout]:
    """Read what a file says of columns, by layout; Refused where it cannot be."""
    if path is None:
        return {}
    try:
        given = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError:
        raise Refused(f"Không đọc được tệp cột “{path}”. Kiểm tra lại tên và thư mục.") from None
    except ValueError:
        raise Refused(f"Tệp cột “{path.name}” không phải JSON: sửa lại rồi nhập.") from None
    try:
        layouts = list(_layouts(given.get("layouts") if isinstance(given, dict) else given))
    except (AttributeError, KeyError, TypeError, ValueError):
        raise Refused(f"Tệp cột “{path.name}” không đúng khuôn: {_SHAPE}.") from None
    for layout in layouts:
        if layout.use == READ and (reason := wrong(layout.roles, layout.key.split("|"))):
            raise Refused(f"Tệp cột “{path.name}”: {reason}")
    return {layout.key: layout for layout in layouts}


def _layouts(given: Any) -> Iterator[Layout]:
    for one in given:
        columns = one.get("columns") or {}
        roles = {_place(letters): _role(role) for letters, role in columns.items()}
        width = max(roles, default=-1) + 1
        use = READ if roles else NO_HEADER
        yield Layout(str(one["layout"]), tuple(roles.get(place, "") for place in range(width)), use)


def _role(given: Any) -> str:
    return str(given["role"] if isinstance(given, dict) else given)


def _place(letters: str) -> int:
    place = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            raise ValueError(letters)
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _row(row: Row) -> dict[str, Any]:
    return {"row": row.number, "layout": layout_key([row]), "cells": list(row.cells)}
