"""Write what today's schema adds as frozen SQL: python -m thidua_desktop.db.migrations.freeze.

Only for a revision no office has yet: once files of it are in use, a change is a new revision.
"""

from sqlalchemy import create_engine

from thidua_desktop.db import schema
from thidua_desktop.db.migrations.frozen import statements as frozen


def statements() -> list[str]:
    """The statements that make today's tables and indexes, in an order that works."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        schema.create(connection)
        made = connection.exec_driver_sql(
            "SELECT sql FROM sqlite_master WHERE sql IS NOT NULL "
            "AND name NOT LIKE 'sqlite%' AND tbl_name != 'alembic_version' "
            "ORDER BY type = 'index', iif(type = 'table', rowid, 0), name"  # indexes come in no fixed order
        ).all()
    engine.dispose()
    return ["\n".join(map(str.strip, row[0].strip().splitlines())) for row in made]


def freeze() -> None:
    """Write those no earlier revision made beside the head revision, where it reads them."""
    versions = schema.MIGRATIONS / "versions"
    (script,) = versions.glob(f"{schema.HEAD}_*.py")
    earlier = {made for path in versions.glob("*.sql") if path.stem < script.stem for made in frozen(path)}
    text = ";\n\n".join(made for made in statements() if made not in earlier) + ";\n"
    script.with_suffix(".sql").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    freeze()
