"""LibreOffice works unseen: on Windows no black console flashes over the program."""

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from thidua_desktop.intake import old_word


def test_programs_are_started_without_a_console_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flags: list[int] = []

    class Slow:
        pid = 7

        def __init__(self, _command: list[str], **options: Any) -> None:
            flags.append(options["creationflags"])

        def wait(self, timeout: float | None = None) -> int:
            if timeout is not None:
                raise subprocess.TimeoutExpired("soffice", timeout)
            return 1

    monkeypatch.setattr(old_word, "_NO_WINDOW", 0x0800_0000)
    monkeypatch.setattr(subprocess, "Popen", Slow)
    monkeypatch.setattr(subprocess, "run", lambda _command, **options: flags.append(options["creationflags"]))
    monkeypatch.setattr(sys, "platform", "win32")
    assert not old_word._finished(["soffice"], tmp_path)
    assert flags == [0x0800_0000, 0x0800_0000]


def test_the_flag_is_the_one_of_this_system() -> None:
    assert getattr(subprocess, "CREATE_NO_WINDOW", 0) == old_word._NO_WINDOW
