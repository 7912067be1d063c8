"""The file's schema: created whole when new, migrated by Alembic when old, refused when newer."""

from pathlib import Path

from sqlalchemy import Connection

from thidua_desktop.db.tables import metadata
from thidua_desktop.domain.errors import Refused

HEAD = "0001"
_APPLICATION_ID = 0x54444B54  # "TDKT": tells our files from any other SQLite file
_MIGRATIONS = Path(__file__).parent / "migrations"


def create(connection: Connection) -> None:
    """Create every table of today in an empty file."""
    connection.exec_driver_sql(f"PRAGMA application_id = {_APPLICATION_ID}")
    metadata.create_all(connection)
    connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
    connection.exec_driver_sql("INSERT INTO alembic_version VALUES (?)", (HEAD,))


def revision(connection: Connection) -> str | None:
    """The revision a file was written with; None for an empty file; raises Refused for a foreign one."""
    tables = {row[0] for row in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if not tables:
        return None
    if "alembic_version" not in tables:
        raise Refused("Tệp này không phải tệp số liệu của Thi đua Desktop. Chọn tệp có đuôi .thidua.")
    return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar())


def known_revisions() -> list[str]:
    """Every revision this program can read, oldest first."""
    return sorted(path.name.split("_")[0] for path in (_MIGRATIONS / "versions").glob("[0-9]*.py"))


def is_due(connection: Connection) -> bool:
    """Whether the file is older than the program; raises Refused when it is newer or foreign."""
    found = revision(connection)
    if found == HEAD:
        return False
    if found not in known_revisions():
        raise Refused(
            "Tệp này do bản Thi đua Desktop mới hơn ghi. Cài bản mới rồi mở lại; tệp vẫn nguyên vẹn."
        )
    return True


def migrate(connection: Connection) -> None:
    """Bring an older file to today's schema inside the caller's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, HEAD)
