"""Which levels may give the awards of a decision: by its number, the catalogue, the law of its day."""

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path

from thidua_desktop.domain.catalogue_file import GivenBy, levels_by_day
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.titles import TitleBook, TitleEntry
from thidua_desktop.intake.decision_text import giver_in, level_of, of_committee
from thidua_desktop.intake.reading import CandidateAward
from thidua_desktop.records.catalogue import AwardKindRow

_RESOURCES = Path(__file__).resolve().parents[2] / "resources"


class Kinds:
    """The kinds of the office, asked for the levels that give them."""

    def __init__(self, rows: Sequence[AwardKindRow]) -> None:
        self._rows = {row.code: row for row in rows}
        self._found: dict[tuple[str, str, str, date], tuple[str, ...]] = {}
        self.book = TitleBook(
            TitleEntry(
                row.code,
                row.category,
                row.recipients,
                row.levels,
                tuple(word for word in (row.name, row.short, *row.synonyms) if word),
            )
            for row in rows
        )

    def label(self, code: str) -> str:
        """What lists call a kind."""
        return self._rows[code].label

    def of(self, row: CandidateAward, day: date) -> tuple[str, ...]:
        """The kinds a row may be of, those the catalogue still had on a day."""
        key = row.award or "", row.title_written, row.recipient, day
        if key not in self._found:
            self._found[key] = self._of(row, day)
        return self._found[key]

    def _of(self, row: CandidateAward, day: date) -> tuple[str, ...]:
        codes = (row.award,) if row.award else self.book.called(row.title_written)
        kinds = [self._rows[code] for code in codes if code in self._rows]
        return tuple(
            kind.code
            for kind in kinds
            if row.award
            or (row.recipient in ("", *kind.recipients) and (kind.valid_to is None or day <= kind.valid_to))
        )

    def possible(self, number: str, rows: Iterable[CandidateAward], day: date) -> frozenset[str]:
        """The levels that give every award on the rows, else those that give some of them."""
        there = frozenset(level for level in LEVELS if not self._ended(level, day))
        there = of_committee(number) & there or there
        given = [self._levels(row, day) for row in rows]
        known = [levels for levels in given if levels]
        return frozenset.intersection(there, *known) or frozenset.union(frozenset(), *known) & there or there

    def lawful(self, levels: frozenset[str], rows: Iterable[CandidateAward], day: date) -> frozenset[str]:
        """Those of some levels that by the law of a day give every award on the rows; else all of them."""
        given = [
            frozenset(level for code in self.of(row, day) for level in self.levels_on(code, day))
            for row in rows
        ]
        return frozenset.intersection(levels, *filter(None, given)) or levels

    def levels_on(self, code: str, day: date) -> frozenset[str]:
        """The levels that give a kind on a day."""
        by_law = next((one.levels for one in _law().get(code, ()) if one.on(day)), None)
        levels = frozenset(self._rows[code].levels)
        return levels if by_law is None else levels & by_law

    def _levels(self, row: CandidateAward, day: date) -> frozenset[str]:
        levels = frozenset(level for code in self.of(row, day) for level in self._rows[code].levels)
        named = level_of(giver_in(row.title_written))
        return frozenset((named,)) if named in levels else levels

    def _ended(self, level: str, day: date) -> bool:
        """Whether the forms that only this level gives have all ended: the level went with them."""
        own = [row for row in self._rows.values() if row.levels == (level,)]
        return bool(own) and all(row.valid_to is not None and row.valid_to < day for row in own)


@lru_cache(maxsize=1)
def _law() -> dict[str, tuple[GivenBy, ...]]:
    return levels_by_day(_RESOURCES)
