"""Settings and fixtures every test shares: windows are drawn in memory; `office` is an open, seeded file."""

import os
from collections.abc import Callable, Iterator
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


@pytest.fixture(scope="module")
def filled(
    template: Path, fill: Callable[["Workspace"], dict[str, int]], tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, dict[str, int]]:
    """The file as the module's `fill` leaves it, closed, and the ids it gave; made once."""
    from thidua_desktop.workspace import Workspace

    workspace = Workspace.open(
        copyfile(template, tmp_path_factory.mktemp("filled") / "office.thidua"), backed_up=False
    )
    ids = fill(workspace)
    workspace.close(backed_up=False)
    return workspace.path, ids


@pytest.fixture
def kept(filled: tuple[Path, dict[str, int]]) -> dict[str, int]:
    """The ids of what the module's `fill` entered; the `office` of a test that asks for them holds it."""
    return dict(filled[1])


@pytest.fixture
def office(request: pytest.FixtureRequest, template: Path, tmp_path: Path) -> Iterator["Workspace"]:
    """An open office of the test's own, at the price of one file copy."""
    from thidua_desktop.workspace import Workspace

    begun = request.getfixturevalue("filled")[0] if "filled" in request.fixturenames else template
    workspace = Workspace.open(copyfile(begun, tmp_path / "office.thidua"), backed_up=False)
    yield workspace
    workspace.close(backed_up=False)
