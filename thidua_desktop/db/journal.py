"""Undo and redo by the journal: what an action did is taken back, or done again, in one transaction."""

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select, update

from thidua_desktop.db.tables import action, change, metadata


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
    # Rows may come back before the rows they point to; the constraints are checked at commit.
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    order = change.c.id.desc() if back else change.c.id
    steps = connection.execute(select(change).where(change.c.action_id == action_id).order_by(order)).all()
    for step in steps:
        (_STEPS_BACK if back else _STEPS_AGAIN)[step.kind](connection, step)
    state = "undone" if back else "done"
    connection.execute(update(action).where(action.c.id == action_id).values(state=state))
    return Done(_name(connection, action_id) or "", frozenset(step.subject for step in steps))


def _uninsert(connection: Connection, step: Any) -> None:
    span = (step.first_id, step.last_id)
    rows = connection.exec_driver_sql(
        f'SELECT * FROM "{step.subject}" WHERE id BETWEEN ? AND ?',  # noqa: S608 - a table's own name
        span,
    ).all()
    kept = json.dumps([dict(row._mapping) for row in rows], ensure_ascii=False)  # noqa: SLF001 - public name
    connection.execute(update(change).where(change.c.id == step.id).values(after=kept))
    connection.exec_driver_sql(
        f'DELETE FROM "{step.subject}" WHERE id BETWEEN ? AND ?',  # noqa: S608 - a table's own name
        span,
    )


def _reinsert(connection: Connection, step: Any) -> None:
    _put_back(connection, step.subject, json.loads(step.after))
    connection.execute(update(change).where(change.c.id == step.id).values(after=None))


def _undelete(connection: Connection, step: Any) -> None:
    _put_back(connection, step.subject, [json.loads(step.before)])


def _delete_again(connection: Connection, step: Any) -> None:
    connection.exec_driver_sql(
        f'DELETE FROM "{step.subject}" WHERE id = ?',  # noqa: S608 - a table's own name
        (step.first_id,),
    )


def _set_before(connection: Connection, step: Any) -> None:
    _set(connection, step, json.loads(step.before))


def _set_after(connection: Connection, step: Any) -> None:
    _set(connection, step, json.loads(step.after))


def _set(connection: Connection, step: Any, values: dict[str, Any]) -> None:
    names = ", ".join(f'"{name}" = ?' for name in values)
    connection.exec_driver_sql(
        f'UPDATE "{step.subject}" SET {names} WHERE id = ?',  # noqa: S608 - columns' own names
        (*values.values(), step.first_id),
    )


def _put_back(connection: Connection, name: str, rows: list[dict[str, Any]]) -> None:
    if not rows:
        return
    computed = {column.name for column in metadata.tables[name].c if column.computed is not None}
    columns = [column for column in rows[0] if column not in computed]
    listed = ", ".join(f'"{column}"' for column in columns)
    marks = ", ".join("?" * len(columns))
    connection.exec_driver_sql(
        f'INSERT INTO "{name}" ({listed}) VALUES ({marks})',  # noqa: S608 - columns' own names
        [tuple(row[column] for column in columns) for row in rows],
    )


_STEPS_BACK = {"insert": _uninsert, "update": _set_before, "delete": _undelete}
_STEPS_AGAIN = {"insert": _reinsert, "update": _set_after, "delete": _delete_again}
