"""What the office does with units: add, change, remove, and let one become another on a day."""

from collections.abc import Sequence
from dataclasses import replace

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.unit import SuccessionDraft, UnitDraft, check, check_succession
from thidua_desktop.records import unit_use, units


def add(session: Session, draft: UnitDraft) -> int:
    """Add a unit; Refused when one of this name still exists under the same parent."""
    _checked(session, draft)
    return units.add(session, draft)


def change(session: Session, unit_id: int, draft: UnitDraft) -> None:
    """Correct a unit."""
    _checked(session, draft, but=unit_id)
    if draft.parent_id is not None and draft.parent_id in units.below(session, unit_id):
        raise Refused(
            Problem("parent_id", "Đơn vị cấp trên không thể là chính nó hoặc đơn vị trực thuộc nó.")
        )
    units.change(session, unit_id, draft)


def remove(session: Session, unit_id: int) -> None:
    """Remove a unit nothing refers to; Refused with what refers to it."""
    use = unit_use.in_use(session, unit_id)
    if use:
        name = units.get(session, unit_id).name
        raise Refused(
            f"“{name}” đang có {use} trong sổ nên không xóa được. "
            "Nếu đơn vị đã giải thể hoặc sáp nhập, dùng “Đổi tên, sáp nhập…”."
        )
    units.remove(session, unit_id)


def succeed(session: Session, draft: SuccessionDraft) -> list[int]:
    """Rename, merge, split or dissolve units on a day; return the ids of the units that go on.

    Old names stay on the awards of their day and are still found.
    """
    _refuse(list(check_succession(draft)))
    _refuse([*_ending(session, draft), *_beginning(session, draft)])
    if draft.kind == "renamed" and draft.new_units:
        units.rename(session, draft.old_ids[0], draft.new_units[0].name, draft.on)
        units.add_successions(session, draft, [draft.old_ids[0]])
        return [draft.old_ids[0]]
    begun = [replace(new, valid_from=new.valid_from or draft.on) for new in draft.new_units]
    made = [*draft.new_ids, *(units.add(session, new) for new in begun)]
    units.add_successions(session, draft, made)
    for old_id in draft.old_ids:
        if old_id not in made:
            units.end(session, old_id, draft.on)
    return made


def _ending(session: Session, draft: SuccessionDraft) -> list[Problem]:
    """Old units that are no more on that day, or not yet."""
    problems = []
    for old in units.rows(session, draft.old_ids):
        if old.valid_to is not None:
            message = f"“{old.name}” đã kết thúc ngày {show(old.valid_to)}: chọn đơn vị khác."
            problems.append(Problem("old_ids", message))
        if old.valid_from is not None and draft.on < old.valid_from:
            message = f"“{old.name}” mới có từ ngày {show(old.valid_from)}: xem lại ngày."
            problems.append(Problem("on", message))
    return problems


def _beginning(session: Session, draft: SuccessionDraft) -> list[Problem]:
    """New units that cannot be; one may bear the name of a unit that ends the same day."""
    problems = []
    ending = [] if draft.kind == "renamed" else [old for old in draft.old_ids if old not in draft.new_ids]
    for place, new in enumerate(draft.new_units):
        wrong = list(check(new)) or _twins(session, new, ending)
        problems += [Problem(f"new_units.{place}.{one.field}", one.message) for one in wrong]
    return problems


def _checked(session: Session, draft: UnitDraft, but: int | None = None) -> None:
    problems = list(check(draft))
    if draft.name.strip() and draft.valid_to is None:
        problems += _twins(session, draft, [] if but is None else [but])
    _refuse(problems)


def _twins(session: Session, draft: UnitDraft, but: Sequence[int]) -> list[Problem]:
    if units.twin(session, draft.name, draft.parent_id, but) is None:
        return []
    name = draft.name.strip()
    return [Problem("name", f"Đã có đơn vị “{name}”. Tìm trong danh sách thay vì thêm mới.")]


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise Refused(*problems)
