"""The first tables, as they were on the day the first office got them."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Run the frozen statements, whatever the tables of the program look like by now."""
    frozen = Path(__file__).with_suffix(".sql").read_text(encoding="utf-8")
    for statement in filter(None, map(str.strip, frozen.split(";\n"))):
        op.get_bind().exec_driver_sql(statement)
