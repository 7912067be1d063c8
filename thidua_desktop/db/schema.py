"""The file's schema: created whole when new, migrated by Alembic when old, refused when newer or foreign."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine

from thidua_desktop.db import journal
from thidua_desktop.db.tables import metadata
from thidua_desktop.db.trouble import broken, told
from thidua_desktop.domain.errors import Refused

HEAD = "0004"
MIGRATIONS = Path(__file__).parent / "migrations"
_APPLICATION_ID = 0x54444B54  # "TDKT": tells our files from any other SQLite file
_VERSION_TABLE = """
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL,
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
)"""


def create(connection: Connection) -> None:
    """Create every table of today in an empty file."""
    connection.exec_driver_sql(f"PRAGMA application_id = {_APPLICATION_ID}")
    metadata.create_all(connection)
    connection.exec_driver_sql(_VERSION_TABLE)
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))


def check(path: Path) -> str:
    """The revision a file was written with.

    Looks without changing anything, so that a foreign file stays as it is. Raises Refused for a file that
    is missing, empty, foreign, damaged or newer than the program; Unavailable when it cannot be read.
    """
    if not path.is_file():
        raise Refused(f"Không thấy tệp “{path.name}”. Kiểm tra lại thư mục hoặc cắm lại USB.")
    if path.stat().st_size == 0:
        raise Refused(f"Tệp “{path.name}” rỗng. Chọn tệp khác, hoặc khôi phục từ bản sao lưu gần nhất.")
    with told(f"Không đọc được tệp “{path.name}”", at=path), closing(sqlite3.connect(path)) as connection:
        revision = _revision(connection)
    if revision is None:
        raise Refused(
            f"Tệp “{path.name}” không phải tệp số liệu của Thi đua Desktop, hoặc đã hỏng. "
            "Chọn tệp có đuôi .thidua, hoặc khôi phục từ bản sao lưu gần nhất."
        )
    if revision != HEAD and revision not in _known_revisions():
        raise Refused(
            f"Tệp “{path.name}” do bản Thi đua Desktop mới hơn ghi. "
            "Cài bản mới rồi mở lại; tệp vẫn nguyên vẹn."
        )
    return revision


def migrate(engine: Engine, head: str = HEAD, scripts: Path = MIGRATIONS) -> None:
    """Bring an older file to today's schema in one transaction: all of it, or the file stays as it was."""
    with engine.connect().execution_options(writes=True) as connection:
        # Rebuilding a table needs the constraints off, and inside a transaction this pragma is not heard.
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        driver.execute("PRAGMA foreign_keys = OFF")
        try:
            with connection.begin():
                _upgrade(connection, head, scripts)
                lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
                if lost:
                    raise RuntimeError(f"migration to {head} left rows without their parents: {lost[:5]}")
                # Kept changes speak of the columns of their day; replaying them across a migration would not.
                journal.seal(connection)
        finally:
            driver.execute("PRAGMA foreign_keys = ON")


def _upgrade(connection: Connection, head: str, scripts: Path) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(scripts).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, head)


def _revision(connection: sqlite3.Connection) -> str | None:
    try:
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        ours = connection.execute("PRAGMA application_id").fetchone()[0] == _APPLICATION_ID
        if not ours or "alembic_version" not in tables:
            return None
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.DatabaseError as error:
        if not broken(error):
            raise
        return None
    return str(row[0]) if row else None


def _known_revisions() -> set[str]:
    return {path.name.split("_")[0] for path in (MIGRATIONS / "versions").glob("[0-9]*.py")}
