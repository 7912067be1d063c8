"""The composition root: open the file, back it up, migrate it, hand out sessions."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError, OperationalError

from thidua_desktop.db import Session, backup, journal, schema
from thidua_desktop.db.engine import open_engine
from thidua_desktop.db.journal import Done
from thidua_desktop.db.lock import FileLock
from thidua_desktop.domain.errors import Refused, Unavailable
from thidua_desktop.records import catalogue

RESOURCES = Path(__file__).resolve().parent.parent / "resources"


class Workspace:
    """An office's file, open; close it when done."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = FileLock(path)
        self._lock.take()
        self._engine = open_engine(path)

    @classmethod
    def create(cls, path: Path) -> "Workspace":
        """Make a new office's file with the award catalogue in it; Refused when the name is taken."""
        if path.exists():
            raise Refused(f"Đã có tệp “{path.name}” trong thư mục này. Chọn tên khác.")
        path.parent.mkdir(parents=True, exist_ok=True)
        workspace = cls(path)
        with workspace._begin(writes=True) as connection:
            schema.create(connection)
        with workspace.write("Nạp danh mục danh hiệu, hình thức khen thưởng") as session:
            catalogue.seed(session, RESOURCES)
        return workspace

    @classmethod
    def open(cls, path: Path, *, backed_up: bool = True) -> "Workspace":
        """Open a kept file: backed up first, migrated when it is older; refused when it is newer or foreign."""
        if not path.is_file():
            raise Refused(f"Không thấy tệp “{path.name}”. Kiểm tra lại thư mục hoặc USB.")
        workspace = cls(path)
        try:
            workspace._prepare(backed_up=backed_up)
        except DatabaseError as error:
            workspace.close(backed_up=False)
            raise Refused(
                f"Tệp “{path.name}” không đọc được như tệp số liệu (hỏng hoặc không đúng loại). "
                "Khôi phục từ bản sao lưu gần nhất."
            ) from error
        except BaseException:
            workspace.close(backed_up=False)
            raise
        return workspace

    def _prepare(self, *, backed_up: bool) -> None:
        with self._begin() as connection:
            due = schema.is_due(connection)
        if backed_up or due:
            self.back_up()
        if due:
            with self._begin(writes=True) as connection:
                schema.migrate(connection)

    @property
    def backups(self) -> Path:
        """The folder of this file's backups."""
        return self.path.with_name(self.path.stem + "-sao-luu")

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
        """One transaction, one action of the journal with this name; any error leaves everything as it was."""
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

    def back_up(self) -> "backup.Backup":
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
        try:
            with self._engine.connect().execution_options(writes=writes) as connection, connection.begin():
                yield connection
        except OperationalError as error:
            raise Unavailable(_sentence(str(error.orig))) from error


def _sentence(reason: str) -> str:
    if "full" in reason:
        return "Ổ đĩa đã đầy: việc vừa rồi chưa được ghi. Xoá bớt tệp trên ổ rồi làm lại."
    if "locked" in reason:
        return "Tệp số liệu đang bị chương trình khác giữ: việc vừa rồi chưa được ghi. Đợi một lát rồi làm lại."
    if "readonly" in reason or "unable to open" in reason:
        return "Không ghi được vào tệp số liệu: thư mục chỉ đọc hoặc ổ đã bị rút. Chuyển tệp sang ổ ghi được."
    return f"Tệp số liệu báo lỗi ({reason}). Việc vừa rồi chưa được ghi."
