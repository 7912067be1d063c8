"""The drives of this computer: which, how much room, and whether they can be pulled out."""

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QStorageInfo

_REMOVABLE = 2  # DRIVE_REMOVABLE of GetDriveTypeW
_FIXED = 3  # DRIVE_FIXED: disks in a USB box say this
_MOUNTS = ("/media/", "/run/media/", "/mnt/")
_FAT = {"fat", "fat32", "msdos", "vfat"}
_UNITS = ("byte", "KB", "MB", "GB", "TB")


@dataclass(frozen=True)
class Drive:
    """A place files can be taken to; free and total in bytes."""

    path: Path
    label: str
    free: int
    total: int
    removable: bool
    read_only: bool


class Volume(Protocol):
    """The part of QStorageInfo looked at."""

    def isValid(self) -> bool: ...
    def isReady(self) -> bool: ...
    def isReadOnly(self) -> bool: ...
    def rootPath(self) -> str: ...
    def name(self) -> str: ...
    def bytesAvailable(self) -> int: ...
    def bytesTotal(self) -> int: ...


def drives(
    volumes: Sequence[Volume] | None = None, kind_of: Callable[[str], int] | None = None
) -> list[Drive]:
    """List drives, those that can be pulled out first; may block on a dying stick, so ask off the window."""
    found = QStorageInfo.mountedVolumes() if volumes is None else volumes
    kind = kind_of or _kind
    kinds = [(volume, kind(volume.rootPath())) for volume in found if volume.isValid() and volume.isReady()]
    listed = [_drive(volume, which) for volume, which in kinds if which in {_REMOVABLE, _FIXED}]
    return sorted(listed, key=lambda drive: (not drive.removable, str(drive.path)))


def holds_only_small_files(folder: Path) -> bool:
    """Tell whether the folder is on FAT, where a file ends below 4 GiB."""
    kind = bytes(QStorageInfo(str(folder)).fileSystemType().data())
    return kind.decode(errors="replace").lower() in _FAT


def size_text(size: int) -> str:
    """Write a size for people: 14,9 GB."""
    amount, unit = float(size), _UNITS[0]
    for unit in _UNITS:
        if amount < 1024 or unit == _UNITS[-1]:
            break
        amount /= 1024
    return f"{amount:.1f}".removesuffix(".0").replace(".", ",") + f" {unit}"


def _drive(volume: Volume, kind: int) -> Drive:
    root = volume.rootPath()
    place = root.rstrip("/\\")
    return Drive(
        path=Path(root),
        label=f"{volume.name()} ({place})" if volume.name() else place,
        free=volume.bytesAvailable(),
        total=volume.bytesTotal(),
        removable=kind == _REMOVABLE,
        read_only=volume.isReadOnly(),
    )


def _kind(root: str) -> int:
    """Windows' own answer; elsewhere what is mounted where sticks are mounted, and nothing else."""
    if sys.platform == "win32":
        import ctypes

        # Without this Windows shows a box for a card reader with no card in it.
        ctypes.windll.kernel32.SetErrorMode(0x0001)
        return int(ctypes.windll.kernel32.GetDriveTypeW(root.replace("/", "\\")))
    return _REMOVABLE if f"{root}/".startswith(_MOUNTS) and root + "/" not in _MOUNTS else 0
