"""A module is a report: TITLE, Options, build(session, options), compose(rows, options, office)."""

from importlib import import_module
from types import ModuleType

NAMES = (
    "period",
    "unit_roster",
    "person_record",
    "decision_list",
    "people_by_awards",
    "submission_letter",
    "ballot_sheet",
    "reminder",
    "import_record",
)


def all_() -> tuple[ModuleType, ...]:
    """Every report, in the order they are offered; imported when first asked for."""
    return tuple(import_module(f"{__name__}.{name}") for name in NAMES)
