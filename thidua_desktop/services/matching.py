"""Who the lines of lists speak of: found among the kept records, or to be made; nothing is written here."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from thidua_desktop.db import Session
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.decision import AwardDraft
from thidua_desktop.domain.person import births_agree, finer_birth
from thidua_desktop.domain.unit_words import is_part
from thidua_desktop.records import households, people, unit_days

Shared = tuple[str, tuple[int, ...]]  # the exact key of a name, the units that bear it on a day


@dataclass(frozen=True)
class Listed:
    """The lines of one list and the day its units bore their names."""

    awards: Sequence[AwardDraft]
    on: date | None = None


class Pair(NamedTuple):
    """Two people of a match by what they are called in Matched.called, and the answer: same, different …"""

    one: str
    other: str
    answer: str


@dataclass(frozen=True)
class Known:
    """What was answered beyond the words of the lists.

    Attributes:
        units: for the exact key of a name no unit bears: the unit meant, or the key of another such name.
        shared: the unit meant of several that share a name.
        people: pairs, the second of which is somebody to be made.

    """

    units: Mapping[str, int | str] = field(default_factory=dict)
    people: tuple[Pair, ...] = ()
    shared: Mapping[Shared, int] = field(default_factory=dict)


NOTHING = Known()


@dataclass(eq=False)
class Someone:
    """Somebody of one name: kept (id), or met in a list (first) and still to be made.

    Attributes:
        places: units ever held or commended in, 0 for none; those to be made are negative.
        at: the list met in.
        told: a list knew more of somebody kept.

    """

    places: frozenset[int]
    birth: PartialDate | None
    gender: str
    id: int = 0
    first: AwardDraft | None = None
    place: int = 0
    at: int = 0
    told: bool = False


@dataclass(frozen=True)
class NewUnit:
    """A unit no record has: its name as first written, the list it came in, the unit it is a part of."""

    name: str
    at: int
    parent: int | None = None


class Line(NamedTuple):
    """Whom a line speaks of; a unit or household still to be made is negative: -1 is the first new one."""

    unit_id: int | None
    person: Someone | None
    household_id: int | None


@dataclass
class Matched:
    """Every list matched: what is to be made, in the order met, and the line of each award."""

    units: list[NewUnit] = field(default_factory=list)
    people: list[Someone] = field(default_factory=list)
    told: list[Someone] = field(default_factory=list)
    households: list[tuple[str, int | None]] = field(default_factory=list)  # name, unit
    questions: list[tuple[Someone, Someone]] = field(default_factory=list)
    apart: list[tuple[Someone, Someone]] = field(default_factory=list)  # answered: two people
    posts: list[tuple[Someone, Someone]] = field(default_factory=list)  # whose, who told it
    lines: list[list[Line]] = field(default_factory=list)


def match(session: Session, lists: Sequence[Listed], known: Known = NOTHING) -> Matched:
    """Match every line of the lists, as if one list were entered after the other.

    The same name in the same unit is the same person; a namesake elsewhere is another person, and whether
    they are one is noted as a question. Units are those that bore the name on the day of their list.
    """
    matched = Matched()
    places = list(_places(session, lists, matched, known))
    someones = _people(session, lists, places, matched)
    homes = _homes(session, lists, places, matched)
    matched.lines = [list(map(Line, *columns)) for columns in zip(places, someones, homes, strict=True)]
    return matched


def called(award: AwardDraft) -> str:
    """The words that tell the unit of a line; a part of a unit (Tổ Văn phòng) only with the unit it is of."""
    if award.recipient != "collective":
        return award.unit_written
    return f"{award.name}, {award.unit_written}" if part_of(award) else award.name


def part_of(award: AwardDraft) -> str:
    """The unit a collective is written to be a part of, "" where its own name tells it."""
    inside = award.recipient == "collective" and award.unit_written and is_part(award.name)
    return award.unit_written if inside and name_key(award.unit_written) != name_key(award.name) else ""


def _places(
    session: Session, lists: Sequence[Listed], matched: Matched, given: Known
) -> Iterator[list[int | None]]:
    """The unit of each line: the one given, the one that bore the name on the day, or a new one."""
    book = _Places(unit_days.Names(session), matched, given)
    for at, listed in enumerate(lists):
        known: dict[str, int | None] = {"": None}
        here: list[int | None] = []
        for award in listed.awards:
            if award.unit_id is not None:
                here.append(award.unit_id)
                continue
            words = called(award)
            if words not in known:
                known[words] = book.part(award, words, listed.on, at) or book.meant(words, listed.on, at)
            here.append(known[words])
        yield here


class _Places:
    """The units words mean, those still to be made among them."""

    def __init__(self, names: unit_days.Names, matched: Matched, given: Known) -> None:
        self._names, self._matched, self._given = names, matched, given
        self._fresh: dict[str, int] = {}

    def meant(self, words: str, on: date | None, at: int) -> int | None:
        """The unit words mean on a day, a new one where none is called so."""
        key = name_key(words)
        if not key:
            return None
        target = self._borne(key, on)
        return target if isinstance(target, int) else self._new(target, words, at, None)

    def part(self, award: AwardDraft, words: str, on: date | None, at: int) -> int | None:
        """The part of a unit a collective is, under the unit it is written to be of."""
        above = part_of(award)
        if not above:
            return None
        target = self._borne(name_key(words), on)
        if isinstance(target, int):
            return target
        parent = self.meant(above, on, at)
        kept = self._names.under(name_key(award.name), parent) if parent and parent > 0 else None
        same = f"{name_key(award.name)} < {parent}"  # however the unit above it is spelt
        self._fresh[same] = kept or self._fresh.get(same) or self._new(target, award.name, at, parent)
        return self._fresh[same]

    def _borne(self, key: str, on: date | None) -> int | str:
        bearers = self._names.bearers(key, on)
        if bearers:
            return self._given.shared.get((key, tuple(bearers)), bearers[0])
        return self._given.units.get(key, key)

    def _new(self, target: str, words: str, at: int, parent: int | None) -> int:
        if target not in self._fresh:
            self._matched.units.append(NewUnit(vietnamese.clean(words), at, parent))
            self._fresh[target] = -len(self._matched.units)
        return self._fresh[target]


def _people(
    session: Session, lists: Sequence[Listed], places: Sequence[Sequence[int | None]], matched: Matched
) -> Iterator[list[Someone | None]]:
    """Whom each line speaks of; None where it is no person, or one already chosen."""
    by_name = _namesakes(session, lists)
    by_id = {one.id: one for known in by_name.values() for one in known}
    for at, (here, listed) in enumerate(zip(places, lists, strict=True)):
        row: list[Someone | None] = []
        for place, award in zip(here, listed.awards, strict=True):
            if award.recipient != "person" or award.person_id is not None:
                if award.person_id in by_id:
                    by_id[award.person_id].places |= {place or 0}
                row.append(None)
                continue
            namesakes = by_name.setdefault(name_key(award.name), [])
            one = _same(namesakes, place or 0, award.birth)
            if one is None:
                one = _met(award, place or 0, at)
                matched.people.append(one)
                matched.questions += [(before, one) for before in namesakes]
                namesakes.append(one)
            elif award.birth or award.gender:
                _learn(one, award, matched)
            row.append(one)
        yield row


def _namesakes(session: Session, lists: Sequence[Listed]) -> dict[str, list[Someone]]:
    keys = {
        name_key(award.name)
        for listed in lists
        for award in listed.awards
        if award.recipient == "person" and award.person_id is None
    }
    return {
        key: [Someone(one.unit_ids, one.birth, one.gender, one.id) for one in known]
        for key, known in people.index(session, keys).items()
    }


def _met(award: AwardDraft, place: int, at: int) -> Someone:
    return Someone(frozenset({place}), award.birth, award.gender, first=award, place=place, at=at)


def _same(namesakes: Sequence[Someone], place: int, birth: PartialDate | None) -> Someone | None:
    """The one the line can only mean; None where there is none, or several and the birth does not tell."""
    fitting = [one for one in namesakes if place in one.places and births_agree(one.birth, birth)]
    alike = [one for one in fitting if one.birth == birth]
    if alike:
        return alike[0]
    told = [one for one in fitting if one.birth and birth]
    return next((found[0] for found in (told, fitting) if len(found) == 1), None)


def _learn(one: Someone, award: AwardDraft, matched: Matched) -> None:
    birth, gender = finer_birth(one.birth, award.birth), one.gender or award.gender
    if one.id and not one.told and (birth, gender) != (one.birth, one.gender):
        one.told = True
        matched.told.append(one)
    one.birth, one.gender = birth, gender


def _homes(
    session: Session, lists: Sequence[Listed], places: Sequence[Sequence[int | None]], matched: Matched
) -> Iterator[list[int | None]]:
    """The household of each line; None where it is none."""
    waiting = (award.name for listed in lists for award in listed.awards if _homeless(award))
    known = households.index(session, waiting)
    for here, listed in zip(places, lists, strict=True):
        row: list[int | None] = []
        for place, award in zip(here, listed.awards, strict=True):
            if not _homeless(award):
                row.append(award.household_id)
                continue
            home = (name_key(award.name), place)
            if home not in known:
                matched.households.append((vietnamese.clean(award.name), place))
                known[home] = -len(matched.households)
            row.append(known[home])
        yield row


def _homeless(award: AwardDraft) -> bool:
    return award.recipient == "household" and award.household_id is None


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Return the key names as written are matched by."""
    return vietnamese.same_key(vietnamese.clean(name))
