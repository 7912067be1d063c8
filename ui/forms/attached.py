"""Papers of a record (scans, photographs): taken into the office's folder, opened, taken off again."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QUrl
from PySide6.QtGui import QCursor, QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import papers
from thidua_desktop.records.papers import PAPER_KINDS, Paper
from thidua_desktop.services import papers as services
from ui.tasks import Progress
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Line, Section

OPEN, ATTACH, DETACH = "paper", "attach-papers", "detach-papers"
_IMAGES = {".jpg", ".jpeg", ".png", ".tif", ".tiff"}
_KILO = 1024  # bytes
_HASHED_AT_ONCE = 64 * 1024 * 1024  # bytes of a record's papers read through each time it is shown

Owner = Literal["event", "decision"]


@dataclass(frozen=True)
class _Words:
    """What the papers of one kind of record are called."""

    title: str
    button: str
    asking: str
    files: str
    empty: str = "Chưa có: tệp đính kèm được chép vào thư mục của cơ quan."


_WORDS: dict[Owner, _Words] = {
    "decision": _Words(
        "Bản quét",
        "Đính kèm bản quét…",
        "Đính kèm bản quét",
        "Bản quét, ảnh, văn bản (*.pdf *.jpg *.jpeg *.png *.tif *.tiff *.docx *.doc *.xlsx *.xls)",
    ),
    "event": _Words(
        "Ảnh, tài liệu",
        "Đính kèm…",
        "Đính kèm ảnh, tài liệu",
        "Ảnh, bản quét, văn bản (*.jpg *.jpeg *.png *.tif *.tiff *.pdf *.docx *.doc *.xlsx *.xls)",
    ),
}


class Attached:
    """What a page does with the papers of its records; `take` is for the Follow of `section`."""

    def __init__(self, context: Context, page: QWidget, owner: Owner) -> None:
        self._context = context
        self._page = page
        self._owner = owner

    def take(self, follow: Follow) -> None:
        """Do what a line or a button under the record asks."""
        if follow.id is None:
            return
        if follow.kind == ATTACH:
            self._choose(follow.id)
        elif follow.kind == OPEN:
            wanted = follow.id
            self._context.tasks.read(lambda session: _find(session, wanted), self._look, owner=self._page)
        elif follow.kind == DETACH:
            read = partial(_of, owner=self._owner, record_id=follow.id)
            self._context.tasks.read(read, self._offer_detaching, owner=self._page)

    def attach(self, record_id: int, files: Sequence[Path]) -> None:
        """Copy files into the office's folder, then note them beside the record: one action, one undo."""
        folder = self._context.office.papers

        def take_in(progress: Progress) -> list[Paper]:
            taken = []
            for place, file in enumerate(files):
                progress.say(place, len(files), file.name)
                taken.append(services.take_in(file, folder, _kind(self._owner, file)))
            return taken

        self._context.tasks.work(take_in, partial(self._note, record_id), owner=self._page)

    def detach(self, paper: Paper) -> None:
        """Take one paper off its record; undo puts it back."""
        self._context.tasks.write(
            f"Gỡ {paper.name}", lambda session: services.detach(session, paper.id), owner=self._page
        )

    def _choose(self, record_id: int) -> None:
        words = _WORDS[self._owner]
        names, _filter = QFileDialog.getOpenFileNames(self._page, words.asking, "", words.files)
        if names:
            self.attach(record_id, [Path(name) for name in names])

    def _note(self, record_id: int, taken: Sequence[Paper]) -> None:
        name = taken[0].name if len(taken) == 1 else f"{number(len(taken))} tệp"
        links = {f"{self._owner}_id": record_id}

        def attach(session: Session) -> None:
            for paper in taken:
                services.attach(session, paper, **links)

        self._context.tasks.write(f"Đính kèm {name}", attach, owner=self._page)

    def _look(self, paper: Paper | None) -> None:
        if paper is not None:
            path = self._context.office.papers / paper.stored
            self._context.tasks.work(lambda _progress: _checked(paper, path), _show, owner=self._page)

    def _offer_detaching(self, kept: Sequence[Paper]) -> None:
        menu = QMenu(self._page)
        for paper in kept:
            menu.addAction(f"Gỡ “{paper.name}”").triggered.connect(partial(self._detach, paper))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())

    def _detach(self, paper: Paper, _checked: object = None) -> None:
        self.detach(paper)


def section(session: Session, owner: Owner, record_id: int, folder: Path) -> Section:
    """The papers of a record; those whose copy is gone or changed are said."""
    kept = _of(session, owner=owner, record_id=record_id)
    readable = sum(paper.size for paper in kept) <= _HASHED_AT_ONCE
    lines = []
    for paper in kept:
        size = f"{number(max(1, paper.size // _KILO))} KB"
        lines.append(Line((paper.name, PAPER_KINDS.get(paper.kind, ""), size), Follow(OPEN, paper.id)))
        wrong = _trouble(paper, folder / paper.stored, whole=readable)
        if wrong:
            lines.append(Line((wrong,), tone="bad"))
    words = _WORDS[owner]
    actions = [(words.button, Follow(ATTACH, record_id))]
    if kept:
        actions.append(("Gỡ tệp…", Follow(DETACH, record_id)))
    return Section(f"{words.title} ({len(kept)})", lines, empty=words.empty, actions=actions)


def _of(session: Session, *, owner: Owner, record_id: int) -> list[Paper]:
    return papers.of_event(session, record_id) if owner == "event" else papers.of_decision(session, record_id)


def _kind(owner: Owner, file: Path) -> str:
    if owner == "decision":
        return "scan"
    return "photograph" if file.suffix.lower() in _IMAGES else "document"


def _find(session: Session, paper_id: int) -> Paper | None:
    return next((paper for paper in papers.all_(session) if paper.id == paper_id), None)


def _checked(paper: Paper, path: Path) -> Path:
    """The copy kept, after looking whether it is still the one taken in."""
    wrong = _trouble(paper, path, whole=True)
    if wrong:
        raise Refused(wrong)
    return path


def _trouble(paper: Paper, path: Path, *, whole: bool) -> str:
    """What is wrong with the copy kept of a paper, in a sentence; "" when nothing is."""
    try:
        changed = path.stat().st_size != paper.size or (whole and _sha256(path) != paper.sha256)
    except FileNotFoundError:
        return f"Không còn tệp “{paper.name}” trong thư mục giấy tờ: chép lại từ bản sao lưu hoặc quét lại."
    except OSError as error:
        return f"Không đọc được tệp “{paper.name}”: {error.strerror}."
    return f"Tệp “{paper.name}” đã bị thay đổi so với lúc đính kèm: kiểm tra lại bản gốc." if changed else ""


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
