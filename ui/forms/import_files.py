"""Reading the files of an import away from the window: what lies in folders, each file once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QWidget

from thidua_desktop.domain.vietnamese import number
from thidua_desktop.intake.unit_template import FORM
from thidua_desktop.records import catalogue
from thidua_desktop.services import import_columns, importing

if TYPE_CHECKING:
    from datetime import date

    from thidua_desktop.db.session import Session
    from thidua_desktop.domain.titles import TitleBook
    from thidua_desktop.intake.layouts import Layout
    from thidua_desktop.intake.reading import FileReading, IntakeProblem
    from ui.forms.import_choices import Choices
    from ui.tasks import Progress

    Found = tuple[TitleBook, list[tuple[str, str]], dict[str, Layout]]

SUFFIXES = (".xlsx", ".xlsm", ".docx", ".xls", ".ods", ".csv", ".doc")
FILTER = f"Excel, Word ({' '.join(f'*{suffix}' for suffix in SUFFIXES)});;Mọi tệp (*)"
_OPEN_IN_OFFICE = "~$"  # Office's own mark beside a file that is open


@dataclass(frozen=True)
class FilesRead:
    """The readings so far and how many files came again unchanged.

    Attributes:
        found: how many files there were.
        strangers: what lay beside them and only passes for a list.

    """

    readings: tuple[FileReading, ...]
    again: int
    found: int
    strangers: tuple[IntakeProblem, ...] = ()

    @property
    def remark(self) -> str:
        """What the officer should know beside the readings, "" for nothing."""
        if not self.found:
            return "Không thấy tệp Excel, Word nào ở đó."
        return f"{number(self.again)} tệp đã có trong danh sách này, không đọc lại." if self.again else ""


def book_and_kinds(session: Session) -> Found:
    """What reading files needs of the book: its titles, the kinds of awards, the layouts remembered."""
    kinds = [(row.code, row.label) for row in catalogue.list_(session)]
    return importing.title_book(session), kinds, import_columns.remembered(session)


def choose_files(parent: QWidget, folder: str) -> list[str]:
    """Ask for lists, beginning in a folder."""
    names, _ = QFileDialog.getOpenFileNames(parent, "Chọn các danh sách", folder, FILTER)
    return names


def is_lent(reading: FileReading) -> bool:
    """Whether a file is a list lent to a unit that came back, not what the unit proposes in one."""
    return reading.form == FORM and not reading.decisions


def read_files(
    paths: Sequence[Path],
    book: TitleBook,
    choices: Choices,
    known: Sequence[FileReading],
    progress: Progress,
) -> FilesRead:
    """Read files and what lies in folders; a known file that was changed meanwhile takes its own place."""
    from thidua_desktop.intake.suspicious import suspicious

    progress.say(0, 0, "Đang tìm tệp…")
    files = list(dict.fromkeys(file.absolute() for path in paths for file in _files_in(path)))
    readings, again = list(known), 0
    for place, file in enumerate(files):
        progress.say(place, len(files), f"Đang đọc {file.name} ({place + 1}/{len(files)})…")
        reading = choices.read(file, book)
        if any(_is_copy(reading, other) for other in readings):
            again += 1
            continue
        at = next((at for at, other in enumerate(readings) if other.path == file), len(readings))
        readings[at : at + 1] = [reading]
    return FilesRead(tuple(readings), again, len(files), suspicious(paths))


def read_again(
    places: Sequence[int],
    book: TitleBook,
    choices: Choices,
    known: Sequence[FileReading],
    progress: Progress,
) -> FilesRead:
    """Read files anew as was chosen meanwhile; the others stay as they are."""
    readings = list(known)
    for done, place in enumerate(places):
        path = readings[place].path
        progress.say(done, len(places), f"Đang đọc lại {path.name} ({done + 1}/{len(places)})…")
        readings[place] = choices.read(path, book)
    return FilesRead(tuple(readings), 0, len(places))


def numbers(reading: FileReading) -> list[tuple[str, date | None]]:
    """The decisions of a file by number and day."""
    return [(decision.number, decision.decided_on) for decision in reading.decisions]


def _is_copy(reading: FileReading, other: FileReading) -> bool:
    """Whether a file's bytes were read before; a file that could not be opened has no digest."""
    return bool(reading.sha256) and reading.sha256 == other.sha256


def _files_in(path: Path) -> Iterator[Path]:
    if not path.is_dir():
        yield path
        return
    for file in sorted(path.rglob("*")):
        if file.suffix.lower() in SUFFIXES and not file.name.startswith(_OPEN_IN_OFFICE) and file.is_file():
            yield file
