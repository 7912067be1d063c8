"""Columns the officer pointed out in the tables of lists, remembered for the next list of the same layout."""

import json
from collections.abc import Iterator, Sequence

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Refused
from thidua_desktop.intake.layouts import GUESS, READ, Layout
from thidua_desktop.intake.reading import FileReading, TableRead
from thidua_desktop.intake.roles import WORDS, wrong
from thidua_desktop.records import settings

_SETTING = "import_layouts"
_MOST = 300  # layouts kept; the oldest give way


def remembered(session: Session) -> dict[str, Layout]:
    """Return the layouts said with earlier imports, by their keys."""
    kept = json.loads(settings.all_(session).get(_SETTING) or "[]")
    return {key: Layout(key, tuple(roles), use, remembered=True) for key, use, roles in kept}


def remember(session: Session, layouts: Sequence[Layout]) -> None:
    """Keep layouts for the next files; Refused where the columns of one cannot be so."""
    fresh = [layout for layout in layouts if not layout.remembered]
    if not fresh:
        return
    kept = remembered(session)
    for layout in fresh:
        if layout.use == READ and (reason := wrong(layout.roles)):
            raise Refused(f"Cột của bảng: {reason}")
        kept.pop(layout.key, None)
        if layout.use != GUESS:
            kept[layout.key] = layout
    listed = [[layout.key, layout.use, layout.roles] for layout in kept.values()][-_MOST:]
    settings.change(session, {_SETTING: json.dumps(listed, ensure_ascii=False)})


def said(readings: Sequence[FileReading]) -> Iterator[str]:
    """Tell which tables were read as the officer said, now or before."""
    for reading in readings:
        for table in reading.tables:
            if table.how in {"said", "remembered"}:
                how = "đã chỉ cho mẫu bảng này ở lần nhập trước" if table.how == "remembered" else "vừa chỉ"
                yield f"Tệp “{reading.name}”{_place(table)}: cột đọc theo cách {how}: {_columns(table)}."


def _place(table: TableRead) -> str:
    sheet = f", trang “{table.sheet}”" if table.sheet else ""
    return f"{sheet}, bảng {table.table}" if table.table else sheet


def _columns(table: TableRead) -> str:
    named = ((place, role) for place, role in enumerate(table.roles) if role)
    return "; ".join(f"{table.label(place)} – {WORDS[role]}" for place, role in named)
