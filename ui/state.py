"""What the window remembers between two days: sizes, columns, the last file; and where data are kept."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, cast

from PySide6.QtCore import QByteArray, QSettings
from PySide6.QtWidgets import QApplication

from thidua_desktop.domain.errors import Unavailable

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget

T = TypeVar("T")

APPLICATION = "ThiDua"
PORTABLE_MARK = "portable.ini"
_RECENT = "files/recent"
_RECENT_KEPT = 8


def data_folder(program: Path) -> Path:
    """Return the folder for data, made if need be: beside the program when portable, else the user's own.

    Portable means that `portable.ini` lies beside main.py and files can be made there. Raises Unavailable
    when the user's own folder takes none either.
    """
    beside = program / "data"
    if (program / PORTABLE_MARK).is_file():
        with suppress(OSError):
            _make(beside)
            return beside
    from platformdirs import user_data_path

    folder = user_data_path(APPLICATION, appauthor=False, roaming=False) / "data"
    try:
        _make(folder)
    except OSError as error:
        from thidua_desktop.db.trouble import cause

        raise Unavailable(f"Không ghi được vào thư mục số liệu “{folder}”: {cause(error)}") from error
    return folder


def _make(folder: Path) -> None:
    """Make the folder and a file in it: on Windows asking for the right to write answers yes everywhere."""
    folder.mkdir(parents=True, exist_ok=True)
    probe = folder / f"~{os.getpid()}.tmp"
    probe.touch()
    probe.unlink()


class State:
    """Remembered values, kept as JSON in one INI file; a value that cannot be read is forgotten."""

    def __init__(self, path: Path) -> None:
        self._settings = QSettings(str(path), QSettings.Format.IniFormat)

    def get(self, key: str, default: T) -> T:
        """Return what was put under the key, or the default when there is nothing of its type."""
        text = self._settings.value(key)
        try:
            value: Any = json.loads(text) if isinstance(text, str) else None
        except ValueError:
            return default
        return value if isinstance(value, type(default)) else default

    def put(self, key: str, value: Any) -> None:
        """Remember a value of JSON's kinds."""
        self._settings.setValue(key, json.dumps(value, ensure_ascii=False))

    def flush(self) -> None:
        """Write to the disk now."""
        self._settings.sync()

    def put_window(self, key: str, window: QWidget) -> None:
        """Remember where a window is and how large."""
        self.put(f"window/{key}", _text(window.saveGeometry()))

    def restore_window(self, key: str, window: QWidget) -> None:
        """Put a window where it was, never larger than its screen."""
        window.restoreGeometry(_bytes(self.get(f"window/{key}", "")))
        screen = window.screen() or QApplication.primaryScreen()
        window.resize(window.size().boundedTo(screen.availableSize()))

    def follow_splitter(self, key: str, splitter: QSplitter) -> None:
        """Give a splitter its remembered sizes and remember each change."""
        splitter.restoreState(_bytes(self.get(f"splitter/{key}", "")))
        splitter.splitterMoved.connect(lambda: self.put(f"splitter/{key}", _text(splitter.saveState())))

    def put_header(
        self, key: str, header: QHeaderView, codes: tuple[str, ...], widths: Sequence[int] = ()
    ) -> None:
        """Remember width, place and visibility of columns, by their codes; widths: those that were chosen."""
        sizes = widths or [header.sectionSize(i) for i in range(len(codes))]
        kept = {
            code: [header.visualIndex(i), sizes[i], header.isSectionHidden(i)] for i, code in enumerate(codes)
        }
        before = self.get(f"columns/{key}", cast("dict[str, list[int]]", {}))
        for code, place in kept.items():
            if not place[1]:  # a hidden column's size reads as 0
                place[1] = before.get(code, [0, 0])[1]
        self.put(f"columns/{key}", kept)

    def restore_header(self, key: str, header: QHeaderView, codes: tuple[str, ...]) -> None:
        """Give columns their remembered width, place and visibility; unknown columns stay as they are."""
        kept = self.get(f"columns/{key}", cast("dict[str, list[int]]", {}))
        places = sorted((kept[code][0], i) for i, code in enumerate(codes) if code in kept)
        for place, i in places:
            header.moveSection(header.visualIndex(i), min(place, len(codes) - 1))
            _visual, size, hidden = kept[codes[i]]
            if size:
                header.resizeSection(i, size)
            header.setSectionHidden(i, bool(hidden))

    def recent_files(self) -> list[Path]:
        """Files opened lately that are still there, the last one first."""
        return [Path(name) for name in self.get(_RECENT, cast("list[str]", [])) if Path(name).is_file()]

    def last_file(self) -> Path | None:
        """The file opened last, whether or not it can be found now; another must not take its place."""
        names = self.get(_RECENT, cast("list[str]", []))
        return Path(names[0]) if names else None

    def opened_file(self, path: Path) -> None:
        """Remember a file as the last one opened."""
        rest = [name for name in self.get(_RECENT, cast("list[str]", [])) if Path(name) != path]
        self.put(_RECENT, [str(path), *rest][:_RECENT_KEPT])


def _text(data: QByteArray) -> str:
    return bytes(data.toBase64().data()).decode("ascii")


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(text.encode("ascii")))
