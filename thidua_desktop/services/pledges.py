"""What the office does with pledges (đăng ký thi đua): enter one or a unit's list, correct, withdraw."""

from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.pledge import PledgeDraft, check
from thidua_desktop.records import catalogue, pledges
from thidua_desktop.records.pledges import Pledged
from thidua_desktop.services import yearly


def enter(session: Session, draft: PledgeDraft) -> int:
    """Enter a pledge; Refused when it is there already."""
    kinds = _kinds(session)
    return pledges.add(session, [_checked(session, draft, kinds)], kinds)[0]


def enter_list(session: Session, drafts: Sequence[PledgeDraft]) -> int:
    """Enter the pledges of a list, those there already left as they are; returns how many are new."""
    kinds = _kinds(session)
    fresh: dict[tuple[object, ...], PledgeDraft] = {}
    kept = {year: pledges.kept(session, year) for year in {draft.year for draft in drafts}}
    for draft in drafts:
        yearly.refuse(check(draft) or _unfit(session, draft))
        key = _key(draft, kinds)
        if key not in kept[draft.year]:
            fresh.setdefault((draft.year, *key), draft)
    placed = [replace(draft, about=yearly.placed(session, draft.about)) for draft in fresh.values()]
    return len(pledges.add(session, placed, kinds))


def correct(session: Session, pledge_id: int, draft: PledgeDraft) -> None:
    """Correct a pledge."""
    kinds = _kinds(session)
    pledges.change(session, pledge_id, _checked(session, draft, kinds, pledge_id), kinds)


def withdraw(session: Session, ids: Sequence[int]) -> None:
    """Take pledges back."""
    pledges.remove(session, ids)


def _kinds(session: Session) -> dict[str, int]:
    return {code: row.id for code, row in catalogue.by_code(session).items()}


def _key(draft: PledgeDraft, kinds: dict[str, int]) -> Pledged:
    return draft.about.key, kinds[draft.award]


def _unfit(session: Session, draft: PledgeDraft) -> tuple[Problem, ...]:
    kind = catalogue.by_code(session).get(draft.award)
    if kind is None:
        return (Problem("award", f"Mã “{draft.award}” không có trong danh mục khen thưởng."),)
    if draft.about.recipient not in kind.recipients:
        return (Problem("award", f"{kind.label} không tặng cho đối tượng này."),)
    return ()


def _checked(
    session: Session, draft: PledgeDraft, kinds: dict[str, int], but: int | None = None
) -> PledgeDraft:
    yearly.refuse(check(draft) or _unfit(session, draft))
    before = pledges.draft_of(pledges.rows(session, [but])[0]) if but is not None else None
    same = before is not None and before.year == draft.year and _key(before, kinds) == _key(draft, kinds)
    if not same and _key(draft, kinds) in pledges.kept(session, draft.year):
        whose = yearly.called(session, draft.about)
        yearly.refuse((Problem("award", f"{whose} đã đăng ký danh hiệu này năm {draft.year}."),))
    return replace(draft, about=yearly.placed(session, draft.about))
