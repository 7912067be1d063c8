"""Names, units and posts typed all in capitals: told of each sheet, written as names are on wish."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any

from thidua_desktop.intake.name_case import name_case, post_case, unit_case
from thidua_desktop.intake.reading import CandidateAward, CandidateDecision, Capitals, IntakeProblem

FIELDS = {"name": "Họ và tên", "unit": "Đơn vị, tập thể", "post": "Chức vụ"}
"""What may be typed in capitals, with the officer's words."""

Wishes = Collection[tuple[str, str]]
"""The fields to be written as names are, by sheet and code of FIELDS; the sheet "" is the whole file."""

EVERYWHERE: Wishes = tuple(("", field) for field in FIELDS)
"""The wish for all of a file."""

_SHOWN: dict[str, Callable[[str], str]] = {"name": name_case, "unit": unit_case, "post": post_case}


_PERSON = {"name": "name", "unit": "unit", "post": "post"}
_COLLECTIVE = {"name": "unit", "unit": "unit", "post": "post"}


def settled(
    decisions: Iterable[CandidateDecision], problems: Iterable[IntakeProblem], wishes: Wishes
) -> tuple[tuple[CandidateDecision, ...], tuple[IntakeProblem, ...], tuple[Capitals, ...]]:
    """Return the rows with what was wished done, and what is typed in capitals in each sheet and field."""
    desk = _Desk(wishes)
    found = tuple(desk.decision(decision) for decision in decisions)
    left = tuple(
        replace(problem, candidate=desk.row(problem.candidate)) if problem.candidate else problem
        for problem in problems
    )
    return found, left, tuple(desk.told())


class _Desk:
    def __init__(self, wishes: Wishes) -> None:
        self._wishes = wishes
        self._met: dict[tuple[str, str], Counter[str]] = {}

    def decision(self, decision: CandidateDecision) -> CandidateDecision:
        """Return a decision with its rows."""
        rows = tuple(map(self.row, decision.awards))
        same = all(row is before for row, before in zip(rows, decision.awards, strict=True))
        return decision if same else replace(decision, awards=rows)

    def row(self, row: CandidateAward) -> CandidateAward:
        """Note what is in capitals in a row, and write it as wished."""
        changed: dict[str, Any] = {}
        fields = _COLLECTIVE if row.recipient == "collective" else _PERSON
        for attribute, field in fields.items():
            text = getattr(row, attribute)
            if not text.isupper():
                continue
            written = _SHOWN[field](text)
            if written != text:
                self._met.setdefault((row.sheet, field), Counter())[text] += 1
                if self._is_wished(row.sheet, field):
                    changed[attribute] = written
        return replace(row, **changed) if changed else row

    def told(self) -> Iterator[Capitals]:
        """Tell each sheet and field with capitals, what they become, and whether it was wished."""
        for (sheet, field), texts in self._met.items():
            changes = tuple((text, _SHOWN[field](text)) for text in texts)
            wished = self._is_wished(sheet, field)
            yield Capitals(sheet, field, sum(texts.values()), changes, wished=wished)

    def _is_wished(self, sheet: str, field: str) -> bool:
        return (sheet, field) in self._wishes or ("", field) in self._wishes
