"""Events (hội nghị): delegates, speeches, honourees through decisions, the launch of the next period."""

from dataclasses import dataclass

from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.errors import Problem


@dataclass(frozen=True)
class Delegate:
    """A delegate with the several offices he or she holds."""

    name: str
    offices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Speech:
    """A speech or instruction given at the event."""

    speaker: str
    text: str


@dataclass(frozen=True)
class EventDraft:
    """An event as typed; launched_campaign_id is the campaign launched there for the next period."""

    name: str
    held_on: PartialDate | None = None
    host: str = ""
    place: str = ""
    delegates: tuple[Delegate, ...] = ()
    speeches: tuple[Speech, ...] = ()
    launched_campaign_id: int | None = None
    note: str = ""


def check(draft: EventDraft) -> tuple[Problem, ...]:
    """What is wrong with an event as typed."""
    return () if draft.name.strip() else (Problem("name", "Chưa nhập tên hội nghị."),)
