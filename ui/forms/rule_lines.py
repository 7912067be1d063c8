"""The rules of an award on a day, each with what the office says of it and what the law says without it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from thidua_desktop.domain.correction import act_of, is_line, part_of
from thidua_desktop.domain.law.figures import figures
from thidua_desktop.domain.law.lines import line_of
from thidua_desktop.domain.law.local_rules import replaced_by
from thidua_desktop.domain.law.own_period import PART
from thidua_desktop.domain.law.rulebook import in_force
from thidua_desktop.domain.law.wording import of_award
from thidua_desktop.records import local_rules
from thidua_desktop.records.query import ListQuery
from ui.forms import laws

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from thidua_desktop.db import Session
    from thidua_desktop.domain.law.rulebook import Rulebook
    from thidua_desktop.domain.law.wording_general import Told
    from thidua_desktop.records.local_rules import LocalRuleRow

_CRITERIA = ("ground", "extra")
_FIXED = ("salary", "rounding")


class Shown(NamedTuple):
    """One line as it is read.

    Attributes:
        row: the office's own rule it comes of, or that strikes it.
        original: the line of the law the office's stands for.
        gone: whether it does not hold.
        acts: what the officer may do: change, confirm, strike; edit, remove what the office said.

    """

    told: Told
    row: LocalRuleRow | None = None
    original: Told | None = None
    gone: bool = False
    acts: tuple[str, ...] = ()


def lines_on(session: Session, award: str, recipient: str, day: date) -> list[Shown]:
    """Every line that bears on an award on a day, those the office struck among them."""
    rows = {row.code: row for row in local_rules.rows(session, local_rules.ids(session, ListQuery()))}
    said = of_award(laws.book(session), award, recipient, day)
    ground = laws.ground(session)
    law = {one.ref: one for one in of_award(ground, award, recipient, day)}
    found: list[Shown] = []
    stands: set[str] = set()
    for one in said:
        row = rows.get(one.ref.removeprefix("own:")) if one.ref.startswith("own:") else None
        if row is None:
            seen = one.ref in stands
            found.append(Shown(one, acts=() if seen else _acts(ground, one, award, recipient, day)))
            stands.add(one.ref)
            continue
        original = law.get(f"{part_of(row.entry)}:{one.replaces or row.entry.get('replaces', '')}")
        acts = () if one.ref in stands else ("edit", "remove")
        found.append(Shown(one, row, original, acts=acts))
        stands |= {one.ref, original.ref if original else ""}
    own = [row for row in rows.values() if in_force(row.entry, day)]
    return [*found, *_gone(ground, law.values(), stands, own, f"{award}/{recipient}")]


def _gone(
    ground: Rulebook, law: Iterable[Told], stands: set[str], rows: list[LocalRuleRow], money: str
) -> Iterator[Shown]:
    """The lines of the law that do not hold, with the rule that says so where there is one."""
    struck = {_struck(ground, row.entry): row for row in rows if act_of(row.entry) == "strike"}
    told = set[str]()
    for one in law:
        row = struck.get(one.ref, struck.get(f"bonus:{money}") if one.ref == f"bonus:{money}" else None)
        if one.ref in stands or not (row or one.kind in _CRITERIA):
            continue
        yield Shown(one, row, gone=True, acts=("edit", "remove") if row and one.ref not in told else ())
        told.add(one.ref)


def _struck(ground: Rulebook, entry: Mapping[str, object]) -> str:
    if part_of(entry) == "bonus":
        return f"bonus:{entry['read_for']}/{entry['read_as']}"
    moved = replaced_by(ground, entry) if part_of(entry) == "criteria" else None
    return f"{part_of(entry)}:{moved.code if moved else entry.get('replaces', '')}"


def told_of(session: Session, row: LocalRuleRow) -> tuple[list[Told], Told | None]:
    """What a rule of the office says, in words, and the line of the law it is about."""
    entry, book = row.entry, laws.book(session)
    if not is_line(entry) or part_of(entry) == PART:
        return [], None
    start = date.fromisoformat(entry["valid_from"])
    award, recipient = str(entry["read_for"]), str(entry["read_as"])
    said = [one for one in of_award(book, award, recipient, start) if one.ref == f"own:{row.code}"]
    ground = laws.ground(session)
    ref = _struck(ground, entry) if part_of(entry) not in _FIXED else f"{part_of(entry)}:"
    law = of_award(ground, award, recipient, start)
    key = f"bonus:{award}/{recipient}" if part_of(entry) == "bonus" else ref
    return said, next((one for one in law if one.ref == key), None)


def _acts(ground: Rulebook, one: Told, award: str, recipient: str, day: date) -> tuple[str, ...]:
    entry = line_of(ground, one.ref, award, recipient, day).entry
    acts = ["change"] if figures(entry, {}) else []
    acts += ["confirm"] if one.status == "unverified" else []
    acts += [] if part_of(entry) in _FIXED else ["strike"]
    return tuple(acts)
