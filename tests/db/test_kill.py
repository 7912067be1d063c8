"""A process killed at any moment loses nothing it had said was written, and leaves no lock behind."""

import random
import sqlite3
import sys
from contextlib import closing
from multiprocessing.context import BaseContext
from pathlib import Path
from shutil import copyfile

import pytest
from other_process import ROWS_AT_ONCE, processes, write_until_killed

from thidua_desktop.workspace import Workspace

ROUNDS = 12 if sys.platform == "win32" else 200


def test_two_hundred_kills_lose_no_commit(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    context = processes(monkeypatch)
    path = copyfile(template, tmp_path / "office.thidua")
    committed = 0
    for _ in range(ROUNDS):
        acknowledged = _acknowledged_before_a_kill(context, path)
        assert acknowledged > committed, "the process did not get to write"
        committed = _found_after(path)
        assert committed in {acknowledged, acknowledged + ROWS_AT_ONCE}, "a commit lost, or half of one kept"


def _acknowledged_before_a_kill(context: BaseContext, path: Path) -> int:
    heard, telling = context.Pipe(duplex=False)
    process = context.Process(target=write_until_killed, args=(path, telling))
    process.start()
    telling.close()
    with heard:
        last = int(heard.recv())
        process.join(timeout=random.uniform(0, 0.008))
        process.kill()
        process.join()
        process.close()
        try:
            while True:
                last = int(heard.recv())
        except EOFError:
            return last


def _found_after(path: Path) -> int:
    """The rows in the file as the program opens it again, every one of them sound."""
    workspace = Workspace.open(path, backed_up=False)
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        rows, last = connection.execute("SELECT count(*), max(id) FROM person").fetchone()
        noted = connection.execute(
            "SELECT count(*), max(last_id) FROM change WHERE subject = 'person'"
        ).fetchone()
    workspace.close(backed_up=False)
    assert rows == last
    assert noted == (rows // ROWS_AT_ONCE, last)
    return int(rows)
