"""A decision being entered, kept as JSON so that a crash or power cut loses at most a few seconds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, astuple, dataclass
from datetime import date, datetime
from typing import Any, cast

from thidua_desktop.domain.decision import Stated
from ui.forms.decision_lines import Kept, Title
from ui.state import State
from ui.widgets.page import Context
from ui.widgets.suggest import Picked

_KEY = "unsaved/decision"
_DATES = ("decided_on",)
_KINDS = {"title": Title, "picked": Picked, "stated": Stated}


@dataclass(frozen=True)
class Unsaved:
    """What stood in the form: the decision being corrected (None: a new one), its head and rows."""

    decision_id: int | None
    head: dict[str, Any]
    rows: list[dict[str, Any]]
    kept: list[Kept | None]
    at: str = ""


def keep(context: Context, unsaved: Unsaved) -> None:
    """Remember what stands in the form, on the disk."""
    now = datetime.now().astimezone()
    data = {
        "file": str(context.office.file),
        "decision": unsaved.decision_id,
        "at": f"{now:%H:%M ngày %d/%m/%Y}",
        "head": {code: _out(value) for code, value in unsaved.head.items()},
        "rows": [{code: _out(value) for code, value in row.items()} for row in unsaved.rows],
        "kept": [None if one is None else asdict(one) for one in unsaved.kept],
    }
    context.state.put(_KEY, data)
    context.state.flush()


def forget(state: State) -> None:
    """Nothing is unsaved any more."""
    state.put(_KEY, {})
    state.flush()


def unsaved(context: Context) -> Unsaved | None:
    """What was left unsaved in this office's file, None when nothing was."""
    data = context.state.get(_KEY, cast("dict[str, Any]", {}))
    if data.get("file") != str(context.office.file):
        return None
    try:
        head = {code: _in(code, value) for code, value in data["head"].items()}
        rows = [{code: _in(code, value) for code, value in row.items()} for row in data["rows"]]
        kept = [None if one is None else Kept(**one) for one in data["kept"]]
        return Unsaved(data["decision"], head, rows, kept, str(data["at"]))
    except (KeyError, TypeError, ValueError, AttributeError):  # written by another version
        return None


def words(left: Unsaved) -> str:
    """What was left, in words."""
    number = str(left.head.get("number") or "chưa có số")
    return f"Quyết định {number} đang nhập dở lúc {left.at}: {_count(left.rows)} dòng."


def _count(rows: Sequence[Mapping[str, Any]]) -> int:
    return sum(bool(row.get("name")) for row in rows)


def _out(value: Any) -> Any:
    if isinstance(value, Title):
        return {"title": [value.id, value.text, value.written]}
    if isinstance(value, Picked):
        return {"picked": [value.id, value.text]}
    if isinstance(value, Stated):
        return {"stated": list(astuple(value))}
    return value.isoformat() if isinstance(value, date) else value


def _in(code: str, value: Any) -> Any:
    if isinstance(value, dict):
        [(kind, parts)] = value.items()
        return _KINDS[kind](*parts)
    return date.fromisoformat(value) if code in _DATES and value else value
