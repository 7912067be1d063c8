"""The direction of imports: kept by the tree as it is, and each contract caught when broken on purpose."""

import ast
import configparser
import re
import shutil
import subprocess
import sys

import pytest
from house_files import ROOT, name, python_files, tree

CHECK = "import sys; from importlinter.cli import lint_imports_command as check; sys.exit(check())"

BREAKS = [
    ("top", "thidua_desktop/domain/errors.py", "import ui.theme"),
    ("top", "thidua_desktop/workspace.py", "def late():\n    import ui.app"),
    ("core", "thidua_desktop/domain/errors.py", "import thidua_desktop.db"),
    ("core", "thidua_desktop/records/__init__.py", "import thidua_desktop.services"),
    ("core", "thidua_desktop/services/__init__.py", "import thidua_desktop.reports"),
    ("core", "thidua_desktop/intake/__init__.py", "import thidua_desktop.documents"),
    ("core", "thidua_desktop/utilities.py", "A_MODULE_WITHOUT_A_LAYER = True"),
    ("core-without-qt", "thidua_desktop/services/__init__.py", "import PySide6.QtCore"),
    ("sql-in-its-place", "thidua_desktop/services/__init__.py", "import sqlalchemy"),
    ("sql-in-its-place", "ui/pages/__init__.py", "import sqlite3"),
    ("domain-alone", "thidua_desktop/domain/errors.py", "import openpyxl"),
    ("screens", "ui/widgets/__init__.py", "import ui.pages"),
    ("screens", "ui/forms/__init__.py", "import ui.main_window"),
    ("screens", "ui/utilities.py", "A_MODULE_WITHOUT_A_LAYER = True"),
    ("reports", "thidua_desktop/reports/one.py", "import thidua_desktop.reports.another"),
    ("pages", "ui/pages/one.py", "import ui.pages.another"),
    ("no-cycles", "thidua_desktop/records/one.py", "import thidua_desktop.records.another"),
    ("no-cycles", "ui/widgets/one.py", "def late():\n    import ui.widgets.another"),
]


@pytest.fixture(scope="module")
def copied_tree(tmp_path_factory):
    """Give a copy of the two packages and of the contracts, to be damaged and mended again."""
    copy = tmp_path_factory.mktemp("tree")
    for package in ("thidua_desktop", "ui"):
        shutil.copytree(ROOT / package, copy / package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "setup.cfg", copy)
    return copy


@pytest.fixture
def put(copied_tree):
    """Write a file of the copy; the test over, the copy is as it was."""
    before = {}

    def put(path, text):
        before[path] = path.read_text(encoding="utf-8") if path.exists() else None
        path.write_text(text, encoding="utf-8")

    yield put
    for path, text in before.items():
        if text is None:
            path.unlink()
        else:
            path.write_text(text, encoding="utf-8")


def lint_imports(folder, *options):
    """Check the contracts of a folder in a process of its own, as test.sh does."""
    return subprocess.run(
        [sys.executable, "-c", CHECK, "--no-logo", *options],
        cwd=folder, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip


def contracts() -> dict[str, str]:
    """Read the contracts of setup.cfg: identifier → name."""
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    prefix = "importlinter:contract:"
    return {s.removeprefix(prefix): settings[s]["name"] for s in settings.sections() if s.startswith(prefix)}


def verdicts(output: str) -> dict[str, str]:
    """Read what was said of each contract: name → KEPT or BROKEN."""
    return {m[1].strip(): m[2] for m in re.finditer(r"^(.+?)\s+(KEPT|BROKEN)\b", output, re.MULTILINE)}


def test_the_tree_keeps_every_contract():
    result = lint_imports(ROOT, "--no-cache")
    assert result.returncode == 0, result.stdout + result.stderr
    assert verdicts(result.stdout) == dict.fromkeys(contracts().values(), "KEPT")


def test_every_contract_has_a_way_to_be_broken():
    assert {contract for contract, _, _ in BREAKS} == set(contracts())


@pytest.mark.parametrize(("contract", "file", "line"), BREAKS)
def test_a_broken_contract_is_caught(contract, file, line, copied_tree, put):
    damaged = copied_tree / file
    kept = damaged.read_text(encoding="utf-8") if damaged.exists() else ""
    put(damaged, f"{kept}\n{line}\n")
    if damaged.stem == "one":
        back = ".".join((*damaged.relative_to(copied_tree).parent.parts, "one"))
        put(damaged.with_name("another.py"), f"import {back}\n")
    result = lint_imports(copied_tree, "--contract", contract)
    assert verdicts(result.stdout) == {contracts()[contract]: "BROKEN"}, result.stdout + result.stderr
    assert result.returncode == 1


def test_the_copy_mended_keeps_every_contract_again(copied_tree):
    result = lint_imports(copied_tree)
    assert verdicts(result.stdout) == dict.fromkeys(contracts().values(), "KEPT")


def imported(path):
    """Give the top-level names of the packages a file imports."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.split(".")[0]


def test_the_domain_imports_nothing_that_must_be_installed():
    allowed = {*sys.stdlib_module_names, "thidua_desktop"}
    files = [p for p in python_files("thidua_desktop") if "domain" in p.parts]
    assert files
    foreign = {name(path): found for path in files if (found := set(imported(path)) - allowed)}
    assert not foreign, f"what is true on paper needs no library: {foreign}"
