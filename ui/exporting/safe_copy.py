"""Files copied to a stick so that what is said to be there is there.

Each is written under a passing name, flushed, read back and compared; only when all are right do they take
their names, and an earlier file of a name is kept beside the new one.
"""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from io import BufferedReader, BufferedWriter
from pathlib import Path, PurePosixPath

from thidua_desktop.disk import patiently
from thidua_desktop.documents.target import sentence
from thidua_desktop.domain.errors import Refused, Unavailable
from ui.exporting.drives import holds_only_small_files, size_text
from ui.exporting.names import LONGEST_PATH, dated, numbered, safe_paths

Source = bytes | Path
Told = Callable[[int, int, str], None]

MANIFEST = "kiem-tra-sha256.txt"
_BLOCK = 1 << 20
_CLUSTER = 1 << 16  # what a small file may take on a large stick
_FAT_LIMIT = (1 << 32) - 1


class Disk:
    """What the copy asks of the machine; tests put a full or dying one in its place."""

    def free(self, folder: Path) -> int:
        return shutil.disk_usage(folder).free

    def file_limit(self, folder: Path) -> int | None:
        return _FAT_LIMIT if holds_only_small_files(folder) else None

    def create(self, path: Path) -> BufferedWriter:
        return path.open("xb")

    def reopen(self, path: Path) -> BufferedReader:
        file = path.open("rb")
        if hasattr(os, "posix_fadvise"):  # read what the stick holds, not what memory remembers
            os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
        return file


@dataclass(frozen=True)
class Exported:
    """What was written, below which folder, under which names earlier files are kept; whether on a stick."""

    folder: Path
    files: tuple[str, ...]
    kept: tuple[str, ...]
    removable: bool = True

    @property
    def sentence(self) -> str:
        told = (
            f"Đã ghi và đọc lại đúng {len(self.files)} tệp. Có thể rút USB."
            if self.removable
            else f"Đã ghi và kiểm tra xong {len(self.files)} tệp."
        )
        return f"{told} Giữ lại {len(self.kept)} tệp cũ cùng tên." if self.kept else told


def copy_out(
    files: Mapping[str, Source],
    target: Path,
    below: str = "",
    progress: Told | None = None,
    disk: Disk | None = None,
) -> Exported:
    """Copy files to the folder `below` of an existing target; all of them, or none.

    progress is told bytes done, bytes in all and the file's name, and cancels by raising.
    Raises Unavailable when the drive is missing, full, read-only or pulled out, or a file is open elsewhere;
    Refused when a path would be too long for Windows. What was there before stays.
    """
    copying = _Copying(target, below, progress or (lambda _done, _total, _name: None), disk or Disk())
    try:
        return copying.run(files)
    except OSError as error:
        told = (
            sentence(error, copying.at) or f"Không ghi được “{copying.at.name}” lên ổ đĩa: {error.strerror}."
        )
        raise Unavailable(told) from error
    finally:
        copying.clean_up()


class _Copying:
    """One export on its way: what was made so far, so that it can be taken back."""

    def __init__(self, target: Path, below: str, progress: Told, disk: Disk) -> None:
        self.target = target
        self.folder = target.joinpath(*safe_paths([below])[0].parts) if below else target
        self.at = self.folder / MANIFEST
        self._tell, self._disk = progress, disk
        self._done = self._total = 0
        self._passing: list[Path] = []
        self._folders: list[Path] = []
        self._undo: list[Callable[[], object]] = []

    def run(self, files: Mapping[str, Source]) -> Exported:
        paths = safe_paths([*files, MANIFEST])[:-1]
        sources = dict(zip(paths, files.values(), strict=True))
        self._check(sources)
        written = {path: self._write(path, source) for path, source in sources.items()}
        lines = "".join(f"{digest}  {path}\n" for path, (_, digest) in written.items())
        manifest = PurePosixPath(MANIFEST)
        self._total += len(lines.encode())
        written[manifest] = self._write(manifest, lines.encode())
        settled = {path: tuple(self._settle(path, *made)) for path, made in written.items()}
        del settled[manifest]
        kept = [name for names in settled.values() for name in names]
        self._undo.clear()
        self._folders.clear()
        _flush_folder(self.folder)
        return Exported(self.folder, tuple(map(str, paths)), tuple(kept))

    def clean_up(self) -> None:
        """Remove what has no place; after a failure put back what had been moved."""
        for step in reversed(self._undo):
            with suppress(OSError):  # the drive may be gone
                step()
        for path in self._passing:
            with suppress(OSError):
                path.unlink(missing_ok=True)
        for folder in reversed(self._folders):
            with suppress(OSError):  # something else may stand in it by now
                folder.rmdir()

    def _check(self, sources: Mapping[PurePosixPath, Source]) -> None:
        if not self.target.is_dir():
            raise Unavailable(f"Không thấy “{self.target}” – ổ đĩa đã rút ra hoặc thư mục không còn.")
        sizes = {path: _size(source) for path, source in sources.items()}
        self._total = sum(sizes.values())
        needed = self._total + _CLUSTER * (len(sizes) + 1)
        free = self._disk.free(self.target)
        if needed > free:
            raise Unavailable(
                f"Ổ đĩa chỉ còn trống {size_text(free)}, cần {size_text(needed)} – "
                "xóa bớt tệp trên ổ đĩa hoặc chọn ổ đĩa khác."
            )
        limit = self._disk.file_limit(self.target)
        for path, size in sizes.items():
            if limit is not None and size > limit:
                raise Unavailable(
                    f"Tệp “{path.name}” lớn hơn 4 GB, ổ đĩa định dạng FAT32 không chứa được – "
                    "chọn ổ đĩa khác."
                )
            if len(str(self.folder / path)) > LONGEST_PATH:
                raise Refused(f"Đường dẫn tới “{path.name}” quá dài – chọn thư mục gần gốc ổ đĩa hơn.")

    def _write(self, path: PurePosixPath, source: Source) -> tuple[Path, str]:
        """Write one file under a passing name and return that name and its digest, read back and equal."""
        final = self.at = self.folder / path
        self._make_folder(final.parent)
        passing = final.with_name(f"{final.name}.tmp")
        passing.unlink(missing_ok=True)  # left by a pulled stick
        self._passing.append(passing)
        digest = hashlib.sha256()
        with self._disk.create(passing) as file:
            for block in _blocks(source):
                self._tell(self._done, self._total, path.name)
                file.write(block)
                digest.update(block)
                self._done += len(block)
            file.flush()
            os.fsync(file.fileno())
        with self._disk.reopen(passing) as file:
            if hashlib.file_digest(file, "sha256").digest() != digest.digest():
                raise Unavailable(
                    f"Đọc lại “{path.name}” không đúng như đã ghi – ổ đĩa có thể hỏng, hãy dùng ổ đĩa khác."
                )
        self._tell(self._done, self._total, path.name)
        return passing, digest.hexdigest()

    def _make_folder(self, folder: Path) -> None:
        missing = []
        while not folder.exists():
            missing.append(folder)
            folder = folder.parent
        for made in reversed(missing):
            made.mkdir()
            self._folders.append(made)

    def _settle(self, path: PurePosixPath, passing: Path, digest: str) -> Iterator[str]:
        """Give a written file its name; yield the name an earlier, different file of that name now has."""
        final = self.at = self.folder / path
        if final.exists():
            with final.open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() == digest:
                    return
            earlier = dated(path, datetime.now().astimezone())
            while (kept := self.folder / earlier).exists():
                earlier = numbered(earlier, "(2)")
            patiently(lambda: final.rename(kept))
            self._undo.append(lambda: kept.replace(final))
            yield str(earlier)
        patiently(lambda: passing.rename(final))
        self._undo.append(final.unlink)


def _size(source: Source) -> int:
    if isinstance(source, bytes):
        return len(source)
    if not source.is_file():
        raise Unavailable(f"Không còn tệp “{source}” để ghi ra ổ đĩa.")
    return source.stat().st_size


def _blocks(source: Source) -> Iterator[bytes]:
    if isinstance(source, bytes):
        for start in range(0, len(source), _BLOCK):
            yield source[start : start + _BLOCK]
        return
    with source.open("rb") as file:
        while block := file.read(_BLOCK):
            yield block


def _flush_folder(folder: Path) -> None:
    """Have the names themselves written; Windows cannot and needs not."""
    if os.name == "posix":
        with suppress(OSError):  # not every file system can
            handle = os.open(folder, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
