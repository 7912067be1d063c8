"""Settings and fixtures every test shares: windows are drawn in memory; `office` is an open, seeded file."""

import os
from collections.abc import Iterator
from pathlib import Path
from shutil import copyfile
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from thidua_desktop.workspace import Workspace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new office's file with its catalogue, closed; made once, never written to."""
    from thidua_desktop.workspace import Workspace

    path = tmp_path_factory.mktemp("template") / "office.thidua"
    Workspace.create(path).close(backed_up=False)
    return path


@pytest.fixture
def office(template: Path, tmp_path: Path) -> Iterator["Workspace"]:
    """An open office of the test's own, at the price of one file copy."""
    from thidua_desktop.workspace import Workspace

    workspace = Workspace.open(copyfile(template, tmp_path / "office.thidua"), backed_up=False)
    yield workspace
    workspace.close(backed_up=False)
