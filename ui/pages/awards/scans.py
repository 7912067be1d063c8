"""The scans of a decision: taken in, told when their copy is gone or changed, opened."""

import hashlib
from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import papers
from thidua_desktop.records.papers import PAPER_KINDS, Paper
from thidua_desktop.services import papers as services
from ui.tasks import Progress
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Line, Section

_FILTER = "Bản quét, ảnh, văn bản (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.docx *.doc *.xlsx *.xls)"
_HASHED_AT_ONCE = 64 * 1024 * 1024  # bytes of a decision's scans read through each time it is shown


class Scans:
    """Attaches and opens scans for a page."""

    def __init__(self, context: Context, page: QWidget) -> None:
        self._context = context
        self._page = page

    def choose(self, decision_id: int) -> None:
        """Ask for files and attach them."""
        names, _filter = QFileDialog.getOpenFileNames(self._page, "Đính kèm bản quét", "", _FILTER)
        if names:
            self.attach(decision_id, [Path(name) for name in names])

    def attach(self, decision_id: int, files: list[Path]) -> None:
        """Copy files into the office's folder, then note them beside the decision: one action, one undo."""
        folder = self._context.office.papers

        def take_in(progress: Progress) -> list[Paper]:
            taken = []
            for place, file in enumerate(files):
                progress.say(place, len(files), file.name)
                taken.append(services.take_in(file, folder))
            return taken

        self._context.tasks.work(take_in, partial(self._note, decision_id), owner=self._page)

    def open(self, follow: Follow) -> None:
        """Open the scan a line leads to, after looking whether it is still the one taken in."""
        if follow.kind != "scan" or follow.id is None:
            return
        wanted = follow.id
        self._context.tasks.read(lambda session: _find(session, wanted), self._check, owner=self._page)

    def _note(self, decision_id: int, taken: list[Paper]) -> None:
        name = taken[0].name if len(taken) == 1 else f"{number(len(taken))} tệp"

        def attach(session: Session) -> None:
            for paper in taken:
                services.attach(session, paper, decision_id=decision_id)

        self._context.tasks.write(f"Đính kèm {name}", attach, owner=self._page)

    def _check(self, paper: Paper | None) -> None:
        if paper is not None:
            path = self._context.office.papers / paper.stored
            self._context.tasks.work(lambda _progress: _checked(paper, path), self._show, owner=self._page)

    def _show(self, path: Path) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def section(session: Session, decision_id: int, folder: Path) -> Section:
    """The scans of a decision; those gone or changed are said."""
    kept = papers.of_decision(session, decision_id)
    readable = sum(paper.size for paper in kept) <= _HASHED_AT_ONCE
    lines = []
    for paper in kept:
        wrong = trouble(paper, folder / paper.stored, whole=readable)
        if wrong:
            lines.append(Line((wrong,), tone="bad"))
        size = f"{number(max(1, paper.size // 1024))} KB"
        lines.append(Line((paper.name, PAPER_KINDS.get(paper.kind, ""), size), Follow("scan", paper.id)))
    return Section(
        f"Bản quét ({len(kept)})",
        lines,
        empty="Chưa có: tệp đính kèm được chép vào thư mục của cơ quan.",
    )


def trouble(paper: Paper, path: Path, *, whole: bool = True) -> str:
    """What is wrong with the copy kept of a paper, in a sentence; "" when nothing is."""
    try:
        changed = path.stat().st_size != paper.size or (whole and _sha256(path) != paper.sha256)
    except FileNotFoundError:
        return f"Không còn tệp “{paper.name}” trong thư mục giấy tờ: chép lại từ bản sao lưu hoặc quét lại."
    except OSError as error:
        return f"Không đọc được tệp “{paper.name}”: {error.strerror}."
    return f"Tệp “{paper.name}” đã bị thay đổi so với lúc đính kèm: kiểm tra lại bản gốc." if changed else ""


def _find(session: Session, paper_id: int) -> Paper | None:
    return next((paper for paper in papers.all_(session) if paper.id == paper_id), None)


def _checked(paper: Paper, path: Path) -> Path:
    wrong = trouble(paper, path)
    if wrong:
        raise Refused(wrong)
    return path


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
