"""What the officer states of a recipient: ticks and figures no record can tell."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from thidua_desktop.db import Session
from thidua_desktop.domain.about import About
from thidua_desktop.domain.attested import KIND, AttestedDraft, check
from thidua_desktop.domain.errors import Problem
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


def enter(session: Session, draft: AttestedDraft) -> int:
    """Enter a statement; Refused when the same was stated of that year already."""
    return attested.add(session, [_checked(session, draft)])[0]


def correct(session: Session, attested_id: int, draft: AttestedDraft) -> None:
    """Correct a statement."""
    attested.change(session, attested_id, _checked(session, draft, attested_id))


def remove(session: Session, ids: Sequence[int]) -> None:
    """Remove statements."""
    attested.remove(session, ids)


def _checked(session: Session, draft: AttestedDraft, but: int | None = None) -> AttestedDraft:
    yearly.refuse(check(draft))
    for row in attested.of(session, draft.about):
        same = (row.key, row.year) == (draft.key, draft.year)
        if same and row.id != but and (draft.key != KIND or row.value == draft.value):
            when = f"năm {draft.year}" if draft.year else "cho mọi năm"
            said = f"{row.name} đã có điều này {when}: mở dòng ấy để sửa."
            yearly.refuse((Problem("what", said),))
    return replace(draft, about=yearly.placed(session, draft.about))


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
