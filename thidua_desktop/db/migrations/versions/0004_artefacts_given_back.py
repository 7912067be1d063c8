"""Artefacts of revoked awards: the day they came back."""

from thidua_desktop.db.migrations.frozen import run

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Run the frozen statements."""
    run(__file__)
