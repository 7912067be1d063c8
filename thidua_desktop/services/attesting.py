"""What the officer states of a recipient: ticks and figures no record can tell."""

from collections.abc import Mapping

from thidua_desktop.db import Session
from thidua_desktop.domain.about import About
from thidua_desktop.domain.attested import KIND, AttestedDraft, check
from thidua_desktop.records import attested
from thidua_desktop.services import yearly


def state(session: Session, draft: AttestedDraft) -> int:
    """State one thing, in place of what was said of it for the same year before."""
    yearly.refuse(check(draft))
    for row in attested.of(session, draft.about):
        if (row.key, row.year) == (draft.key, draft.year) and draft.key != KIND:
            attested.change(session, row.id, draft)
            return row.id
    return attested.add(session, [draft])[0]


def state_all(session: Session, about: About, year: int, values: Mapping[str, str]) -> None:
    """State several things of a year at once; an empty value takes back what was said."""
    before = {row.key: row for row in attested.of(session, about) if row.year == year}
    for key, value in values.items():
        if value and key == KIND and key in before:
            attested.change(session, before[key].id, AttestedDraft(about, key, value, year))
        elif value:
            state(session, AttestedDraft(about, key, value, year))
        elif key in before:
            attested.remove(session, [before[key].id])
