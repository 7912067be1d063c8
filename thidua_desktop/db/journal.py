"""Undo and redo by the journal: what an action did is taken back, or done again, in one transaction."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, update

from thidua_desktop.db.rows import put_back, set_columns, take_out
from thidua_desktop.db.tables import action, change


@dataclass(frozen=True)
class Done:
    """An action taken back or done again: its name and the tables it touched."""

    name: str
    touched: frozenset[str]


def undoable(connection: Connection) -> str | None:
    """The name of the action undo would take back."""
    return _name(connection, _last_done(connection))


def redoable(connection: Connection) -> str | None:
    """The name of the action redo would do again."""
    return _name(connection, _first_undone(connection))


def undo(connection: Connection) -> Done | None:
    """Take back the last action; None when there is none."""
    return _replay(connection, _last_done(connection), back=True)


def redo(connection: Connection) -> Done | None:
    """Do again the action last taken back; None when there is none."""
    return _replay(connection, _first_undone(connection), back=False)


def seal(connection: Connection) -> None:
    """Keep what was done so far in the history only: nothing takes it back or does it again any more."""
    connection.execute(update(action).where(action.c.state == "undone").values(state="dropped"))
    connection.execute(update(action).where(action.c.state == "done").values(state="sealed"))


def _last_done(connection: Connection) -> int | None:
    newest = select(action.c.id).where(action.c.state == "done").order_by(action.c.id.desc()).limit(1)
    return connection.execute(newest).scalar()


def _first_undone(connection: Connection) -> int | None:
    oldest = select(action.c.id).where(action.c.state == "undone").order_by(action.c.id).limit(1)
    return connection.execute(oldest).scalar()


def _name(connection: Connection, action_id: int | None) -> str | None:
    if action_id is None:
        return None
    return connection.execute(select(action.c.name).where(action.c.id == action_id)).scalar()


def _replay(connection: Connection, action_id: int | None, *, back: bool) -> Done | None:
    if action_id is None:
        return None
    # In the exact reverse order every state on the way was once the file's own, so constraints hold.
    order = change.c.id.desc() if back else change.c.id
    steps = connection.execute(select(change).where(change.c.action_id == action_id).order_by(order)).all()
    for step in steps:
        (_STEPS_BACK if back else _STEPS_AGAIN)[step.kind](connection, step)
    state = "undone" if back else "done"
    connection.execute(update(action).where(action.c.id == action_id).values(state=state))
    return Done(_name(connection, action_id) or "", frozenset(step.subject for step in steps))


def _uninsert(connection: Connection, step: Any) -> None:
    kept = take_out(connection, step.subject, step.first_id, step.last_id)
    after = json.dumps(kept, ensure_ascii=False)
    connection.execute(update(change).where(change.c.id == step.id).values(after=after))


def _reinsert(connection: Connection, step: Any) -> None:
    put_back(connection, step.subject, json.loads(step.after))
    connection.execute(update(change).where(change.c.id == step.id).values(after=None))


def _undelete(connection: Connection, step: Any) -> None:
    put_back(connection, step.subject, [json.loads(step.before)])


def _delete_again(connection: Connection, step: Any) -> None:
    take_out(connection, step.subject, step.first_id, step.last_id)


def _set_before(connection: Connection, step: Any) -> None:
    set_columns(connection, step.subject, step.first_id, json.loads(step.before))


def _set_after(connection: Connection, step: Any) -> None:
    set_columns(connection, step.subject, step.first_id, json.loads(step.after))


_STEPS_BACK = {"insert": _uninsert, "update": _set_before, "delete": _undelete}
_STEPS_AGAIN = {"insert": _reinsert, "update": _set_after, "delete": _delete_again}
