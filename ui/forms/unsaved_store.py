"""Where what stands in open forms is kept, as plain values: light enough to be looked at when starting."""

from typing import Any, cast

from ui.state import State
from ui.widgets.page import Context

_KEY = "unsaved/decisions"


def kept(context: Context) -> list[dict[str, Any]]:
    """What is kept of this office's file, the latest last."""
    return [data for data in _all(context.state) if data.get("file") == str(context.office.file)]


def put(context: Context, slot: str, data: dict[str, Any]) -> None:
    """Keep what stands in a form, on the disk, instead of what stood there before."""
    told = {**data, "slot": slot, "file": str(context.office.file)}
    _write(context.state, [*_others(context.state, slot), told])


def forget(state: State, slot: str) -> None:
    """What stood in a form is saved, or not wanted any more."""
    _write(state, _others(state, slot))


def _all(state: State) -> list[dict[str, Any]]:
    return state.get(_KEY, cast("list[dict[str, Any]]", []))


def _others(state: State, slot: str) -> list[dict[str, Any]]:
    return [data for data in _all(state) if data.get("slot") != slot]


def _write(state: State, all_: list[dict[str, Any]]) -> None:
    state.put(_KEY, all_)
    state.flush()
