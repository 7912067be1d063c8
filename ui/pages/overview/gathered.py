"""All that the first page shows, read at once."""

from dataclasses import dataclass
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.records import history, overview, settings
from thidua_desktop.records.history import ActionRow
from thidua_desktop.records.overview import Counts, Differing, Inherited, YearBar

_ACTIONS = 6


@dataclass(frozen=True)
class Gathered:
    """What one look at the records found."""

    words: dict[str, str]
    counts: Counts
    differing: tuple[Differing, ...]
    questions: int
    inherited: Inherited
    actions: tuple[ActionRow, ...]
    years: tuple[YearBar, ...]

    @property
    def begun(self) -> bool:
        """Whether anything of the office's work was entered yet."""
        return bool(self.counts.decisions or self.counts.awards or self.inherited.lines)


def gather(session: Session, today: date) -> Gathered:
    """Read the first page."""
    return Gathered(
        settings.all_(session),
        overview.counts(session, today),
        tuple(overview.differing(session)),
        overview.open_questions(session),
        overview.inherited(session),
        tuple(history.actions(session, _ACTIONS)),
        tuple(overview.awards_by_year(session)),
    )
