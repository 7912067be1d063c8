"""What a page asks to see on paper: previewed, or written as Excel, Word, PDF or a web page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.tasks import Progress, Tasks

if TYPE_CHECKING:
    from thidua_desktop.db.session import Session
    from thidua_desktop.documents.document import Document
    from ui.printing import Prepared
    from ui.state import State

    Build = Callable[[Session], Document]
    ChooseFile = Callable[[QWidget, str, str], str]

FORMATS: dict[str, str] = {
    "xlsx": "Sổ Excel (*.xlsx)",
    "docx": "Văn bản Word (*.docx)",
    "pdf": "Tệp PDF (*.pdf)",
    "html": "Trang web (*.html)",
}


class Papers(QObject):
    """Takes document_asked of every page.

    Signals:
        said: one line for the status bar.
        previewed: the preview dialog, once it is on screen.
        written: the path of a file once it is there.
    """

    said = Signal(str)
    previewed = Signal(object)
    written = Signal(object)

    def __init__(
        self, tasks: Tasks, state: State, window: QWidget, choose_file: ChooseFile | None = None
    ) -> None:
        super().__init__(window)
        self._tasks = tasks
        self._state = state
        self._window = window
        self.choose_file = choose_file or _choose_file

    def take(self, verb: str, build: Build) -> None:
        """Build a document on the background thread, then preview it or ask for a file's name."""
        self.said.emit("Đang lập văn bản…")
        then = self._preview if verb == "preview" else self._export
        self._tasks.read(build, then, owner=self, key="document")

    def _preview(self, document: Document) -> None:
        def drawn(_progress: Progress) -> Prepared:
            from ui.printing import prepare

            return prepare(document)

        self._tasks.work(drawn, self._show, owner=self)

    def _show(self, prepared: Prepared) -> None:
        from ui.printing.preview import preview

        self.said.emit("")
        self.previewed.emit(preview(prepared, self._window))

    def _export(self, document: Document) -> None:
        folder = self._state.get("papers/folder", str(Path.home()))
        suggested = str(Path(folder) / f"{document.slug}.xlsx")
        name = self.choose_file(self._window, suggested, ";;".join(FORMATS.values()))
        if not name:
            self.said.emit("")
            return
        path = Path(name)
        self._state.put("papers/folder", str(path.parent))
        self._tasks.work(partial(_write, document, path), self._written, owner=self)

    def _written(self, path: Path) -> None:
        self.said.emit(f"Đã ghi tệp {path.name} vào thư mục {path.parent}.")
        self.written.emit(path)


def write(document: Document, path: Path) -> Path:
    """Write a document in the format its name ends with; raises Unavailable when the disk does not let us."""
    suffix = path.suffix.lower().lstrip(".")
    if suffix == "pdf":
        from ui.printing import write_pdf

        write_pdf(document, path)
    else:
        from thidua_desktop.documents.writers import WRITERS

        WRITERS[suffix].write(document, path)
    return path


def in_formats(document: Document, suffixes: Sequence[str]) -> dict[str, bytes]:
    """The files of a document by name, one a format; raises Unavailable when the disk does not let us."""
    # A virus scanner may still look at the last file; the system empties its temporary folder itself.
    with TemporaryDirectory(prefix="thidua-", ignore_cleanup_errors=True) as folder:
        paths = [write(document, Path(folder) / f"{document.slug}.{suffix}") for suffix in suffixes]
        return {path.name: path.read_bytes() for path in paths}


def _write(document: Document, path: Path, _progress: Progress) -> Path:
    return write(document, path)


def _choose_file(parent: QWidget, suggested: str, filters: str) -> str:
    name, chosen = QFileDialog.getSaveFileName(parent, "Xuất ra tệp", suggested, filters)
    if not name:
        return ""
    suffix = next(code for code, label in FORMATS.items() if label == (chosen or FORMATS["xlsx"]))
    path = Path(name)
    return name if path.suffix.lower().lstrip(".") in FORMATS else f"{name}.{suffix}"
