"""The composition root: open the file, back it up, migrate it, hand out sessions."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from thidua_desktop import disk
from thidua_desktop.db import Session, backup, journal, schema
from thidua_desktop.db.engine import open_engine
from thidua_desktop.db.journal import Done
from thidua_desktop.db.lock import FileLock
from thidua_desktop.db.trouble import told
from thidua_desktop.domain.errors import Refused, Unavailable

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


class Workspace:
    """An office's file, open; close it when done.

    Attributes:
        path: the file.
        warning: why the backup at opening could not be made, "" when it was.

    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.warning = ""
        self._lock = FileLock(path)
        self._lock.take()
        self._engine = open_engine(path)

    @classmethod
    def create(cls, path: Path) -> "Workspace":
        """Make a new office's file with the award catalogue in it; Refused when the name is taken."""
        if trouble := disk.name_trouble(path):  # before anything is asked: CON and NUL are always there
            raise Refused(trouble)
        if path.exists():
            raise Refused(f"Đã có tệp “{path.name}” trong thư mục này. Chọn tên khác.")
        from thidua_desktop.records import catalogue

        with told(f"Không tạo được thư mục “{path.parent.name}”"):
            path.parent.mkdir(parents=True, exist_ok=True)
        workspace = cls(path)
        try:
            with workspace._begin(writes=True) as connection:
                schema.create(connection)
                catalogue.seed(
                    Session(connection, "Nạp danh mục danh hiệu, hình thức khen thưởng"), RESOURCES
                )
                journal.seal(connection)  # undo would leave an office without a catalogue
        except BaseException:
            workspace.close(backed_up=False)
            path.unlink(missing_ok=True)
            raise
        return workspace

    @classmethod
    def open(cls, path: Path, *, backed_up: bool = True) -> "Workspace":
        """Open a kept file: backed up first, migrated when older, refused when newer, foreign or damaged."""
        revision = schema.check(path)
        workspace = cls(path)
        try:
            if revision != schema.HEAD:
                workspace.back_up()
                with told("Chưa nâng cấp được tệp số liệu, tệp vẫn như cũ", DBAPIError, at=path):
                    schema.migrate(workspace._engine)
            elif backed_up:
                workspace._back_up_if_possible()
        except BaseException:
            workspace.close(backed_up=False)
            raise
        return workspace

    def _back_up_if_possible(self) -> None:
        try:
            self.back_up()
        except Unavailable as unavailable:  # a full disk must not keep the office from its records
            self.warning = str(unavailable)

    @property
    def backups(self) -> Path:
        """The folder of this file's backups."""
        return backup.folder_of(self.path)

    @property
    def papers(self) -> Path:
        """The folder of scans and photographs, copied in and hashed."""
        return self.path.with_name(self.path.stem + "-giay-to")

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for reading."""
        with self._begin() as connection:
            yield Session(connection)

    @contextmanager
    def write(self, name: str) -> Iterator[Session]:
        """One transaction, one action of the journal by this name; any error leaves everything as it was."""
        with self._begin(writes=True) as connection:
            yield Session(connection, name)

    def undo(self) -> Done | None:
        """Take back the last action."""
        with self._begin(writes=True) as connection:
            return journal.undo(connection)

    def redo(self) -> Done | None:
        """Do again what undo took back."""
        with self._begin(writes=True) as connection:
            return journal.redo(connection)

    def undoable(self) -> str | None:
        """The name of what undo would take back."""
        with self._begin() as connection:
            return journal.undoable(connection)

    def redoable(self) -> str | None:
        """The name of what redo would do again."""
        with self._begin() as connection:
            return journal.redoable(connection)

    def seal(self) -> None:
        """Keep what was done so far for good: undo begins with what comes after."""
        with self._begin(writes=True) as connection:
            journal.seal(connection)

    def back_up(self) -> backup.Backup:
        """Write, open, check and count a backup, then rotate the old ones."""
        return backup.make(self.path, self.backups)

    def close(self, *, backed_up: bool = True) -> None:
        """Back up, fold the write-ahead log into the file and let it go."""
        try:
            if backed_up:
                self.back_up()
        finally:
            self._engine.dispose()
            self._lock.release()

    @contextmanager
    def _begin(self, *, writes: bool = False) -> Iterator[Connection]:
        doing = "Việc vừa rồi chưa được ghi" if writes else "Chưa đọc được số liệu"
        with (
            told(doing, DBAPIError, at=self.path),
            self._engine.connect().execution_options(writes=writes) as connection,
            connection.begin(),
        ):
            yield connection
