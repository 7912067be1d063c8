"""The first tables, as they were on the day the first office got them."""

from thidua_desktop.db.migrations.frozen import run

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Run the frozen statements."""
    run(__file__)
