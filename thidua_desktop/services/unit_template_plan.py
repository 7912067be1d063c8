"""What taking a unit's list back would do, decided three ways; nothing is written here."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Literal

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.recipient import GENDERS
from thidua_desktop.domain.three_way import Cell, MergedRow, merge
from thidua_desktop.domain.unit_template import Member, Returned, ReturnedRow
from thidua_desktop.records import unit_templates as records
from thidua_desktop.records import units
from thidua_desktop.services.unit_template_rows import Understood, is_another, understand

Kind = Literal["correction", "conflict", "new", "removed_here", "another"]
_UNTRUSTED = (
    "Phần gốc ghi trong mẫu đã bị sửa nên không biết bên nào sửa trước: mọi chỗ khác nhau đều được hỏi."
)


@dataclass(frozen=True)
class Change:
    """One thing a returned list would change; values are as kept (ISO births, codes of genders).

    Kinds: correction (only they changed it), conflict (both did, or they wiped it out), new (somebody
    added), removed_here (they changed somebody we removed), another (a row written over with somebody
    else). The field is "" where a whole person is meant. Only a conflict, removed_here and another wait
    for an answer.
    """

    key: str
    kind: Kind
    person: str
    row: int
    field: str = ""
    base: str | None = None
    ours: str = ""
    theirs: str = ""

    @property
    def asks(self) -> bool:
        """Whether the officer must choose a side."""
        return self.kind in {"conflict", "removed_here", "another"}


@dataclass(frozen=True)
class PersonPlan:
    """A row of the list with whom it speaks of (person_id None: nobody we have) and what it would change."""

    row: ReturnedRow
    person_id: int | None
    ours: Member | None
    theirs: Mapping[str, str]
    changes: tuple[Change, ...]


@dataclass(frozen=True)
class TemplatePlan:
    """What taking one list back would do; missing are people of ours it left out, never removed for that."""

    returned: Returned
    unit_id: int
    unit: str
    people: tuple[PersonPlan, ...]
    missing: tuple[str, ...]
    problems: tuple[str, ...]

    @property
    def changes(self) -> tuple[Change, ...]:
        """Everything that would change, in the order of the list."""
        return tuple(change for one in self.people for change in one.changes)

    @property
    def proposed(self) -> int:
        """How many people something is proposed for."""
        return sum(bool(one.row.texts["title"] or one.row.texts["form"]) for one in self.people)


def plan(session: Session, returned: Sequence[Returned]) -> tuple[TemplatePlan, ...]:
    """What taking the lists back would do.

    Raises Refused for a list of a unit we do not have, and when two lists speak of the same people.
    """
    plans = tuple(_plan(session, one) for one in returned)
    for one, other in combinations(plans, 2):
        touched = {person.person_id for person in one.people if person.person_id and person.changes}
        same = [p.row.texts["name"] for p in other.people if p.person_id in touched and p.changes]
        if one.unit_id == other.unit_id or same:
            what = f"cùng sửa {same[0]}" if same else f"cùng của {one.unit}"
            raise Refused(
                f"Hai tệp “{one.returned.file}” và “{other.returned.file}” {what}: nhận từng tệp một."
            )
    return plans


def _plan(session: Session, returned: Returned) -> TemplatePlan:
    unit_id = records.unit_of(session, returned.mark.unit)
    if unit_id is None:
        own = returned.mark.office == records.office_uid(session)
        why = "đã xóa khỏi sổ" if own else "là của cơ quan khác xuất"
        raise Refused(
            f"“{returned.file}”: mẫu của {returned.mark.unit_name} {why}. Nhập bằng “Nhập từ Excel, Word…”."
        )
    original = {member.uid: member for member in returned.original or ()}
    staff = records.staff(session, unit_id)
    uids = dict.fromkeys([*original, *(row.uid for row in returned.rows if row.uid)])
    known = [*staff, *records.members(session, unit_id, uids)]
    ours = {member.uid: member for _, member in known}
    ids = {member.uid: person_id for person_id, member in known}
    told = understand(returned.rows, ours, original, {member.uid: member for _, member in staff})
    merged = merge(
        None if returned.original is None else {uid: member.merged() for uid, member in original.items()},
        {uid: member.merged() for uid, member in ours.items()},
        {row.key: row.values for row in told.rows},
    )
    outcome = {row.key: row for row in merged}
    rows = tuple(
        _person(row, outcome[row.key], ours.get(row.key), ids.get(row.key), original.get(row.key))
        for row in told.rows
    )
    left_out = tuple(ours[row.key].name for row in merged if row.fate == "missing_there")
    untrusted = (_UNTRUSTED,) if returned.original is None else ()
    unit = units.get(session, unit_id).name
    return TemplatePlan(returned, unit_id, unit, rows, left_out, (*untrusted, *told.problems))


def _person(
    row: Understood, merged: MergedRow, ours: Member | None, person_id: int | None, before: Member | None
) -> PersonPlan:
    changes: tuple[Change, ...]
    name, at = row.values["name"], row.row.row
    if merged.fate == "added_there":
        changes = (Change(row.key, "new", name, at),)
    elif merged.fate == "missing_here":
        changes = (Change(row.key, "removed_here", name, at),) if merged.conflicts else ()
    elif ours and is_another(before or ours, row.values) and is_another(ours, row.values):
        changes = (Change(row.key, "another", ours.name, at, "", None, ours.name, name),)
    else:
        changes = tuple(
            _change(row, cell, ours.name if ours else name) for cell in merged.cells if _told(cell)
        )
    return PersonPlan(row.row, person_id, ours, row.values, changes)


def _told(cell: Cell) -> bool:
    return cell.verdict in {"theirs", "conflict"}


def _change(row: Understood, cell: Cell, name: str) -> Change:
    kind: Kind = "correction" if cell.verdict == "theirs" else "conflict"
    key = f"{row.key}.{cell.field}"
    return Change(key, kind, name, row.row.row, cell.field, cell.base, cell.ours, cell.theirs)


def shown(change: Change) -> tuple[str, str, str]:
    """The original, ours and theirs as an officer reads them; a whole person by its name."""
    if change.kind == "new":
        return "", "", change.person
    if change.kind == "removed_here":
        return "", "(đã xóa khỏi sổ)", change.person
    return (
        _words(change.field, change.base or ""),
        _words(change.field, change.ours),
        _words(change.field, change.theirs),
    )


def _words(field: str, value: str) -> str:
    if field == "birth":
        return str(PartialDate.from_iso(value)) if value else ""
    return GENDERS[value] if field == "gender" and value else value
