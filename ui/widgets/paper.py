"""From a list or report on screen to the preview, a file or a stick; the slow parts in the background."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget

if TYPE_CHECKING:
    from thidua_desktop.db.session import Session
    from thidua_desktop.documents.document import Document
    from ui.tasks import Progress
    from ui.widgets.page import Page

    Build = Callable[[Session], Document]
    ChooseFile = Callable[[QWidget, str, str], str]
    Write = Callable[[Document, Path], None]

_KINDS = {".xlsx": "Bảng tính Excel", ".docx": "Văn bản Word", ".pdf": "Tệp PDF"}


def preview(page: Page, build: Build, shown: Callable[[QDialog], None] = lambda _dialog: None) -> None:
    """Show a document on paper as it will be printed."""
    from ui.printing import prepare
    from ui.printing.preview import preview as show

    page.context.tasks.read(
        lambda session: prepare(build(session)), lambda prepared: shown(show(prepared, page)), owner=page
    )


def save_as(page: Page, build: Build, suffix: str, choose: ChooseFile | None = None) -> None:
    """Ask for a file name and write a document there, as .xlsx, .docx or .pdf."""
    choose = choose or _ask_for_file

    def read(document: Document) -> None:
        name = choose(page, document.slug + suffix, f"{_KINDS[suffix]} (*{suffix})")
        if name:
            path = Path(name) if name.lower().endswith(suffix) else Path(name + suffix)
            _write(page, document, path)

    page.context.tasks.read(build, read, owner=page)


def to_stick(page: Page, build: Build, label: str) -> None:
    """Write a document as Excel, Word and PDF to a stick, read back before it is said to be safe."""
    page.context.tasks.read(build, partial(_open_stick, page, label), owner=page)


def export_menu(page: Page, build: Callable[[], Build], label: Callable[[], str]) -> QMenu:
    """A menu of all the ways out, for a button "Xuất…"."""
    menu = QMenu(page)
    for suffix, kind in _KINDS.items():
        menu.addAction(f"{kind}…").triggered.connect(partial(_save_as_now, page, build, suffix))
    menu.addSeparator()
    menu.addAction("Xuất ra USB…").triggered.connect(lambda: to_stick(page, build(), label()))
    return menu


def _save_as_now(page: Page, build: Callable[[], Build], suffix: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's triggered
    save_as(page, build(), suffix)


def _writer(suffix: str) -> Write:
    """Load a writer; its libraries are heavy and only now needed."""
    if suffix == ".pdf":
        from ui.printing import write_pdf

        return write_pdf
    if suffix == ".docx":
        from thidua_desktop.documents import docx

        return docx.write
    from thidua_desktop.documents import xlsx

    return xlsx.write


def _write(page: Page, document: Document, path: Path) -> None:
    def write(progress: Progress) -> None:
        progress.say(0, 0, path.name)
        _writer(path.suffix.lower())(document, path)

    page.context.tasks.work(write, lambda _none: page.said.emit(f"Đã ghi tệp {path}"), owner=page)


def _open_stick(page: Page, label: str, document: Document) -> None:
    from tempfile import TemporaryDirectory

    from ui.exporting.usb_dialog import UsbDialog

    def files() -> dict[str, bytes]:
        with TemporaryDirectory() as folder:
            made = {suffix: Path(folder) / (document.slug + suffix) for suffix in _KINDS}
            for suffix, path in made.items():
                _writer(suffix)(document, path)
            return {path.name: path.read_bytes() for path in made.values()}

    context = page.context
    dialog = UsbDialog(files, context.office.settings.get("office", "") or "TDKT", label, context.tasks, page)
    dialog.open()


def _ask_for_file(parent: QWidget, name: str, kind: str) -> str:
    chosen, _kind = QFileDialog.getSaveFileName(parent, "Xuất ra tệp", name, kind)
    return chosen
