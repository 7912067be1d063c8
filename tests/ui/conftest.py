import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from thidua_desktop.records import settings
from ui.cli import main
from ui.forms.import_dialog import ImportDialog
from ui.state import State
from ui.tasks import Tasks
from ui.widgets.page import Context, Office


@pytest.fixture(autouse=True)
def window_application(qapp):
    """A PDF written first would leave a process with an application that can show no window."""


@pytest.fixture(scope="session")
def practice(tmp_path_factory):
    """The practice district as a command makes it, closed; made once, never written to."""
    path = tmp_path_factory.mktemp("thuc hanh") / "Huyện thực hành.thidua"
    assert main(["demo", "--db", str(path)]) == 0
    return path


@pytest.fixture
def type_text(qapp):
    """Type as Vietnamese keyboards do: each letter arrives as a character without a key."""

    def type_text(widget, text):
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(widget, key)

    return type_text


@pytest.fixture
def failures():
    """What went wrong in the background; a test that expects a failure takes it out."""
    return []


@pytest.fixture
def tasks(qapp, office, failures):
    """Reads and writes of the office's file, none of which may fail unnoticed."""
    tasks = Tasks(office)
    tasks.failed.connect(failures.append)
    yield tasks
    tasks.close()
    assert failures == []


@pytest.fixture
def context(office, tasks, tmp_path):
    """What a page works with, its state in a folder of the test's own."""
    with office.read() as session:
        words = settings.all_(session)
    where = Office(office.path, office.papers, office.backups, words)
    return Context(tasks, State(tmp_path / "state.ini"), where)


@pytest.fixture
def take(qtbot, context, tasks):
    """The dialog of an import, with what is taken in read and on screen."""
    opened = []  # Qt deletes what Python no longer holds

    def take(*paths):
        dialog = ImportDialog(context)
        opened.append(dialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(dialog)
        with qtbot.waitActive(dialog):
            dialog.open()
        tasks.drain()
        dialog.take(paths)
        tasks.drain()
        return dialog

    yield take
    opened.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def show(qtbot, tasks):
    """Bring a page into sight, active, and let it read."""

    kept = []  # Qt deletes what Python no longer holds

    def show(page):
        kept.append(page)
        qtbot.addWidget(page)
        page.resize(1366, 640)
        with qtbot.waitActive(page):
            page.show()
        tasks.drain()
        return page

    yield show
    kept.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
