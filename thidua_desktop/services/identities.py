"""Answers to “có phải cùng một người?” given before anything is written, put into a match."""

from collections.abc import Iterable, Sequence

from thidua_desktop.db import Session
from thidua_desktop.domain.person import finer_birth
from thidua_desktop.records import units
from thidua_desktop.services.matching import Matched, Pair, Someone, name_key


class Names:
    """What people of a match are called in keys: "#12" when kept, else name, birth and unit."""

    def __init__(self, session: Session, matched: Matched) -> None:
        self._kept = units.names(session)
        self._fresh = [unit.name for unit in matched.units]

    def unit(self, place: int) -> str:
        """The name of a unit of the match, "" for none."""
        return self._fresh[-place - 1] if place < 0 else self._kept.get(place, "")

    def of(self, one: Someone) -> str:
        """What somebody is called."""
        if one.first is None:
            return f"#{one.id}"
        birth = one.birth.iso() if one.birth else ""
        return f"{name_key(one.first.name)}|{birth}|{name_key(self.unit(one.place))}"


def apply(session: Session, matched: Matched, pairs: Sequence[Pair]) -> None:
    """Let people answered to be one be one; keep the others apart, or the question open."""
    if not pairs:
        return
    names = Names(session, matched)
    met = {names.of(one): one for one in _everybody(matched)}
    became: dict[int, Someone] = {}
    settled: set[frozenset[int]] = set()
    asked: list[tuple[Someone, Someone]] = []
    for pair in pairs:
        one, other = _found(pair.one, met), met.get(pair.other)
        while one is not None and id(one) in became:
            one = became[id(one)]
        if one is None or other is None or one is other or id(other) in became:
            continue
        if pair.answer == "same":
            _take_over(matched, one, other)
            became[id(other)] = one
        else:
            settled.add(frozenset((id(one), id(other))))
            (matched.apart if pair.answer == "different" else asked).append((one, other))
    matched.questions = [two for two in matched.questions if frozenset(map(id, two)) not in settled] + asked
    if became:
        _replace(matched, became)


def _everybody(matched: Matched) -> Iterable[Someone]:
    yield from (one for one, _ in matched.questions)
    yield from matched.people


def _found(called: str, met: dict[str, Someone]) -> Someone | None:
    if called in met or not called.startswith("#"):
        return met.get(called)
    met[called] = Someone(frozenset(), None, "", int(called[1:]))
    return met[called]


def _take_over(matched: Matched, one: Someone, other: Someone) -> None:
    """Give somebody what another record of the same person told."""
    birth, gender = finer_birth(one.birth, other.birth), one.gender or other.gender
    if one.id and not one.told and (birth, gender) != (one.birth, one.gender):
        one.told = True
        matched.told.append(one)
    one.birth, one.gender = birth, gender
    if other.first is not None and not other.places <= one.places:
        matched.posts.append((one, other))
    one.places |= other.places


def _replace(matched: Matched, became: dict[int, Someone]) -> None:
    """Put who somebody became in every place."""

    def now(one: Someone) -> Someone:
        while id(one) in became:
            one = became[id(one)]
        return one

    matched.people = [one for one in matched.people if id(one) not in became]
    for pairs in (matched.questions, matched.apart):
        moved = [(now(one), now(other)) for one, other in pairs]
        pairs[:] = [(one, other) for one, other in moved if one is not other]
    matched.lines = [
        [line._replace(person=now(line.person)) if line.person else line for line in lines]
        for lines in matched.lines
    ]
