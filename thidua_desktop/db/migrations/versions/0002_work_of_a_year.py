"""The work of a year: ratings, initiatives, discipline, pledges, dossiers, councils, handing over."""

from thidua_desktop.db.migrations.frozen import run

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Run the frozen statements."""
    run(__file__)
