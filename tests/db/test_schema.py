"""Old files become new ones or stay as they were; what is not ours is refused and not touched."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copyfile, copytree, ignore_patterns

import pytest
from sample_rows import add_award, add_person
from sqlalchemy import create_engine

from thidua_desktop.db import schema
from thidua_desktop.db.engine import open_engine
from thidua_desktop.db.tables import JOURNAL, metadata
from thidua_desktop.db.verify import content_hash, verify
from thidua_desktop.domain.errors import Refused
from thidua_desktop.workspace import Workspace

DATA = Path(__file__).parent.parent / "data"
SCHEMA_ADVICE = (
    "add a revision; or, while no office has this one yet, run "
    "python -m thidua_desktop.db.migrations.freeze and python tests/db/keep_office.py"
)


def test_a_file_migrated_from_nothing_equals_a_file_created_today(template: Path, tmp_path: Path) -> None:
    engine = open_engine(tmp_path / "migrated.thidua")
    schema.migrate(engine)
    engine.dispose()
    assert _made_of(tmp_path / "migrated.thidua") == _made_of(template), f"tables.py changed: {SCHEMA_ADVICE}"


@pytest.mark.parametrize("kept", sorted(DATA.glob("office-*.thidua")), ids=lambda path: path.stem)
def test_every_office_ever_kept_still_opens(kept: Path, template: Path, tmp_path: Path) -> None:
    path = copyfile(kept, tmp_path / kept.name)
    Workspace.open(path).close()
    assert schema.check(path) == schema.HEAD
    assert _made_of(path) == _made_of(template), f"tables.py changed: {SCHEMA_ADVICE}"
    checked = verify(path)
    assert checked.problems == ()
    assert checked.counts["award"] > 0


@pytest.mark.parametrize("kept", sorted(DATA.glob("office-*.thidua")), ids=lambda path: path.stem)
def test_no_record_of_an_office_ever_kept_is_lost_or_changed_on_the_way(kept: Path, tmp_path: Path) -> None:
    path = copyfile(kept, tmp_path / kept.name)
    before = _records(path)
    Workspace.open(path).close()
    after = _records(path)
    assert before
    for table, rows in before.items():
        assert [{name: row[name] for name in rows[0]} for row in after[table]] == rows, table


def test_a_migration_that_fails_leaves_the_file_as_it_was(peopled: Path, tmp_path: Path) -> None:
    before = _dump(peopled)
    scripts = _with_another_revision(tmp_path, "op.get_bind().exec_driver_sql('no sense')")
    with pytest.raises(Exception, match="no"):
        _migrate(peopled, scripts)
    assert _dump(peopled) == before
    assert schema.check(peopled) == schema.HEAD
    Workspace.open(peopled).close()


def test_a_migration_that_orphans_rows_is_taken_back(peopled: Path, tmp_path: Path) -> None:
    before = _dump(peopled)
    scripts = _with_another_revision(tmp_path, "op.execute('DELETE FROM person')")
    with pytest.raises(RuntimeError, match="without their parents"):
        _migrate(peopled, scripts)
    assert _dump(peopled) == before


def test_a_migration_may_rebuild_a_table_that_others_point_to(peopled: Path, tmp_path: Path) -> None:
    scripts = _with_another_revision(
        tmp_path,
        "with op.batch_alter_table('person') as batch:\n        batch.alter_column('note', nullable=True)",
    )
    people, awards = _rows(peopled, "person"), _rows(peopled, "award")
    _migrate(peopled, scripts)
    assert (_rows(peopled, "award"), len(people)) == (awards, len(_rows(peopled, "person")))
    assert _rows(peopled, "alembic_version") == [("9000",)]
    assert _rows(peopled, "passing") == []
    assert {row[3] for row in _rows(peopled, "action")} == {"sealed"}, (
        "undo would speak of yesterday's columns"
    )


def test_a_file_newer_than_the_program_is_refused_whole(template: Path, tmp_path: Path) -> None:
    path = copyfile(template, tmp_path / "newer.thidua")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    assert "bản Thi đua Desktop mới hơn" in _refusal(path)


def _empty(path: Path) -> None:
    path.touch()


def _text(path: Path) -> None:
    path.write_text("Danh sách khen thưởng năm 2019\n" * 200, encoding="utf-8")


def _short_text(path: Path) -> None:
    path.write_text("x", encoding="utf-8")


def _no_tables(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA user_version = 1")


def _foreign(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE person (id INTEGER)")


def _foreign_with_alembic(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('0001')")


@pytest.mark.parametrize(
    ("make", "sentence"),
    [
        (_empty, "rỗng"),
        (_text, "không phải tệp số liệu của Thi đua Desktop"),
        (_short_text, "không phải tệp số liệu của Thi đua Desktop"),
        (_no_tables, "không phải tệp số liệu của Thi đua Desktop"),
        (_foreign, "không phải tệp số liệu của Thi đua Desktop"),
        (_foreign_with_alembic, "không phải tệp số liệu của Thi đua Desktop"),
    ],
)
def test_what_is_not_ours_is_refused_and_not_touched(
    tmp_path: Path, make: Callable[[Path], None], sentence: str
) -> None:
    path = tmp_path / "lạ.thidua"
    make(path)
    assert sentence in _refusal(path)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="Không thấy tệp “mất"):
        Workspace.open(tmp_path / "mất.thidua")
    assert list(tmp_path.iterdir()) == []


def test_a_new_office_does_not_take_the_name_of_another(template: Path, tmp_path: Path) -> None:
    path = copyfile(template, tmp_path / "office.thidua")
    with pytest.raises(Refused, match="Đã có tệp “office"):
        Workspace.create(path)
    assert content_hash(path) == content_hash(template)


def test_a_file_refused_once_opens_when_it_is_put_right(template: Path, tmp_path: Path) -> None:
    path = tmp_path / "office.thidua"
    path.touch()
    _refusal(path)
    copyfile(template, path)
    Workspace.open(path).close()


@pytest.fixture
def peopled(office: Workspace) -> Path:
    with office.write("Nhập mẫu") as session:
        add_award(session, add_person(session))
    office.close(backed_up=False)
    return office.path


def _refusal(path: Path) -> str:
    before = path.read_bytes()
    with pytest.raises(Refused) as refused:
        Workspace.open(path)
    assert path.read_bytes() == before
    assert [beside.name for beside in path.parent.iterdir()] == [path.name]
    return str(refused.value)


def _with_another_revision(folder: Path, work: str) -> Path:
    scripts = copytree(schema.MIGRATIONS, folder / "migrations", ignore=ignore_patterns("__pycache__"))
    (scripts / "versions" / "9000_next.py").write_text(
        "from alembic import op\n"
        f"revision, down_revision, branch_labels, depends_on = '9000', '{schema.HEAD}', None, None\n"
        "def upgrade():\n"
        "    op.execute('CREATE TABLE passing (id INTEGER)')\n"
        "    op.execute(\"UPDATE award SET name_written = 'changed'\")\n"
        "    op.execute(\"UPDATE award SET name_written = 'Bà Hoàng Thị Mẫu'\")\n"
        f"    {work}\n",
        encoding="utf-8",
    )
    return Path(scripts)


def _migrate(path: Path, scripts: Path) -> None:
    engine = open_engine(path)
    try:
        schema.migrate(engine, "9000", scripts)
    finally:
        with engine.connect() as connection:
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        engine.dispose()


def _rows(path: Path, table: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"SELECT * FROM {table}").fetchall()


def _dump(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def _made_of(path: Path) -> set[str]:
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        made = connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").all()
    engine.dispose()
    return {" ".join(row[0].split()).replace("( ", "(").replace(" )", ")") for row in made}


def _records(path: Path) -> dict[str, list[dict[str, object]]]:
    """Every row of every table of records that has any, by its table, in the order of ids."""
    with closing(sqlite3.connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        names = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        tables = names & {name for name in metadata.tables if name not in JOURNAL}
        found = {
            name: connection.execute(f'SELECT * FROM "{name}" ORDER BY id').fetchall() for name in tables
        }
        return {name: list(map(dict, rows)) for name, rows in found.items() if rows}
