"""What the office does with units: add, change, remove, and let one become another on a day."""

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.unit import SuccessionDraft, UnitDraft, check, check_succession
from thidua_desktop.records import units


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
    use = units.in_use(session, unit_id)
    if use:
        name = units.get(session, unit_id).name
        raise Refused(
            f"“{name}” đang có {use} trong sổ nên không xoá được. "
            "Nếu đơn vị đã giải thể hoặc sáp nhập, dùng “Đổi tên, sáp nhập…”."
        )
    units.remove(session, unit_id)


def succeed(session: Session, draft: SuccessionDraft) -> list[int]:
    """Rename, merge, split or dissolve units on a day; return the ids of the units that go on.

    Old names stay on the awards of their day and are still found.
    """
    problems = check_succession(draft)
    if problems:
        raise Refused(*problems)
    if draft.kind == "renamed" and draft.new_units:
        units.rename(session, draft.old_ids[0], draft.new_units[0].name, draft.on)
        units.add_successions(session, draft, [draft.old_ids[0]])
        return [draft.old_ids[0]]
    made = [*draft.new_ids, *(units.add(session, new) for new in draft.new_units)]
    units.add_successions(session, draft, made)
    for old_id in draft.old_ids:
        if old_id not in made:
            units.end(session, old_id, draft.on)
    return made


def _checked(session: Session, draft: UnitDraft, but: int | None = None) -> None:
    problems = list(check(draft))
    same = units.find(session, draft.name) if draft.name.strip() else None
    if same not in {None, but} and same is not None:
        other = units.get(session, same)
        if other.parent_id == draft.parent_id and other.valid_to is None and draft.valid_to is None:
            problems.append(
                Problem("name", f"Đã có đơn vị “{other.name}”. Tìm trong danh sách thay vì thêm mới.")
            )
    if problems:
        raise Refused(*problems)
