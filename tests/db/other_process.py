"""What tests let another process do; imported once by the server the processes are forked from."""

import multiprocessing
import os
import sys
from itertools import count
from multiprocessing.connection import Connection
from multiprocessing.context import BaseContext
from pathlib import Path

import pytest
from sample_rows import named

from thidua_desktop.db.tables import person
from thidua_desktop.domain.errors import Unavailable
from thidua_desktop.workspace import Workspace

ROWS_AT_ONCE = 3


def processes(monkeypatch: pytest.MonkeyPatch) -> BaseContext:
    """Processes that start in milliseconds where the system can fork, from a server without threads."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))  # for the server, which imports this module
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["other_process"])
    return context


def write_until_killed(path: Path, told: Connection) -> None:
    """Commit again and again, telling the last id of each commit once it is made."""
    workspace = Workspace.open(path, backed_up=False)
    for number in count():
        with workspace.write(f"Thêm {number}") as session:
            ids = session.insert_many(person, [named(f"Người {number}-{n}") for n in range(ROWS_AT_ONCE)])
        told.send(ids[-1])


def try_to_open(path: Path, told: Connection) -> None:
    """Tell what a second window would say."""
    try:
        Workspace.open(path, backed_up=False).close(backed_up=False)
    except Unavailable as unavailable:
        told.send(str(unavailable))
    else:
        told.send("")


def back_up_until_killed(path: Path, told: Connection) -> None:
    """Write and back up again and again, telling each backup made."""
    workspace = Workspace.open(path)
    for number in count():
        with workspace.write(f"Thêm {number}") as session:
            session.insert(person, named(f"Người {number}"))
        told.send(workspace.back_up().path.name)
