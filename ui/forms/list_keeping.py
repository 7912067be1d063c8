"""A decision or dossier being entered, kept as JSON: a crash or power cut loses at most a few seconds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, astuple, dataclass
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from thidua_desktop.domain.decision import Stated
from ui.forms import unsaved_store
from ui.forms.decision_lines import Kept, PickedUnit, Title
from ui.widgets.page import Context
from ui.widgets.suggest import Picked

_DATES = ("decided_on", "received_on", "submitted_on")
_KINDS = {"title": Title, "picked": Picked, "unit": PickedUnit, "stated": Stated}


@dataclass(frozen=True)
class Unsaved:
    """What stood in a form: the record being corrected (None: a new one), its head and rows.

    slot tells one form from another; at is when it was kept, in words; what is "decision" or "dossier".
    """

    slot: str
    record_id: int | None
    head: dict[str, Any]
    rows: list[dict[str, Any]]
    kept: list[Kept | None]
    at: str = ""
    what: str = "decision"


def new_slot() -> str:
    """A name no other form has."""
    return uuid4().hex


def keep(context: Context, unsaved: Unsaved) -> None:
    """Remember what stands in a form, on the disk."""
    now = datetime.now().astimezone()
    data = {
        "decision": unsaved.record_id,
        "what": unsaved.what,
        "at": f"{now:%H:%M ngày %d/%m/%Y}",
        "head": {code: _out(value) for code, value in unsaved.head.items()},
        "rows": [{code: _out(value) for code, value in row.items()} for row in unsaved.rows],
        "kept": [None if one is None else asdict(one) for one in unsaved.kept],
    }
    unsaved_store.put(context, unsaved.slot, data)


def unsaved(context: Context) -> list[Unsaved]:
    """What was left unsaved in this office's file, the latest last."""
    return [one for one in map(_read, unsaved_store.kept(context)) if one is not None]


def words(left: Unsaved) -> str:
    """What was left, in words."""
    if left.what == "dossier":
        unit = left.head.get("unit")
        whose = unit.text if isinstance(unit, Picked) and unit.text else "đơn vị chưa ghi"
        return f"Hồ sơ đề nghị của {whose} đang nhập dở lúc {left.at}: {_count(left.rows)} dòng."
    number = str(left.head.get("number") or "chưa có số")
    return f"Quyết định {number} đang nhập dở lúc {left.at}: {_count(left.rows)} dòng."


def _read(data: Mapping[str, Any]) -> Unsaved | None:
    try:
        head = {code: _in(code, value) for code, value in data["head"].items()}
        rows = [{code: _in(code, value) for code, value in row.items()} for row in data["rows"]]
        kept = [None if one is None else Kept(**one) for one in data["kept"]]
        what = str(data.get("what", "decision"))
        return Unsaved(data["slot"], data["decision"], head, rows, kept, str(data["at"]), what)
    except (KeyError, TypeError, ValueError, AttributeError):  # written by another version
        return None


def _count(rows: Sequence[Mapping[str, Any]]) -> int:
    return sum(bool(row.get("name")) for row in rows)


def _out(value: Any) -> Any:
    if isinstance(value, Title):
        return {"title": [value.id, value.text, value.written]}
    if isinstance(value, PickedUnit):
        return {"unit": [value.id, value.text]}
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
