"""What the program imports before its window is painted: nothing that is slow to load."""

import os
import subprocess
import sys

import pytest
from house_files import ROOT

HEAVY = {
    *("openpyxl", "docx", "lxml", "xlsxwriter", "matplotlib", "python_calamine", "numpy", "PIL"),
    *("rapidfuzz", "alembic", "sqlalchemy.orm"),
}
STARTING = [
    module
    for module in (
        *("thidua_desktop.workspace", "ui.app", "ui.desk", "ui.main_window", "ui.cli"),
        *("ui.pages", "ui.pages.overview", "ui.pages.people"),
    )
    if any((ROOT / f"{module.replace('.', '/')}{end}").is_file() for end in (".py", "/__init__.py"))
]


@pytest.mark.parametrize("module", STARTING)
def test_nothing_heavy_is_imported_at_start(module):
    """Each of these costs more than the whole first window; import it in the function that needs it."""
    result = subprocess.run(
        [sys.executable, "-c", f"import {module}, sys; print(*sys.modules)"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert sorted(HEAVY & set(result.stdout.split())) == []


def test_the_core_starts_without_qt():
    loaded = subprocess.run(
        [sys.executable, "-c", "import thidua_desktop.workspace, sys; print(*sys.modules)"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    ).stdout.split()  # fmt: skip
    assert [name for name in loaded if name.startswith(("PySide6", "shiboken6"))] == []


def test_the_look_is_fusion_whatever_the_system_prefers():
    """Told to Qt when the application is made, since a style handed over later costs a tenth of the start."""
    code = """if True:
        from PySide6.QtWidgets import QApplication
        from ui import theme
        app = QApplication([*theme.ARGUMENTS])
        theme.apply(app)
        app.setStyleSheet("")  # under a style sheet the style does not tell its name
        print(app.style().objectName())"""
    told = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_STYLE_OVERRIDE": "windows"},
    ).stdout.strip()  # fmt: skip
    assert told == "fusion"


def test_the_first_pages_bring_nothing_of_papers():
    """Documents, their charts and the clipboard are for later: a list in sight must not wait for them."""
    loaded = subprocess.run(
        [sys.executable, "-c", "import ui.desk, ui.pages.overview, ui.pages.people, sys; print(*sys.modules)"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    ).stdout.split()  # fmt: skip
    later = ("thidua_desktop.documents", "ui.widgets.clipboard", "ui.widgets.list_document", "ui.printing")
    assert [name for name in loaded if name.startswith(later)] == []
