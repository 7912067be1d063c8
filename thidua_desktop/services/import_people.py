"""People of lists who may be somebody known: near in spelling, moved, or born the same year elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from thidua_desktop.db import Session
from thidua_desktop.domain.near import OPTIONAL_IN_NAMES, blocks, near_names, spelt_name
from thidua_desktop.domain.person import births_agree
from thidua_desktop.domain.vietnamese import fold, number
from thidua_desktop.records import side_by_side
from thidua_desktop.records.side_by_side import Career
from thidua_desktop.services.identities import Names
from thidua_desktop.services.import_doubts import DIFFERENT, LATER, SAME, Doubt, Option, Side
from thidua_desktop.services.import_units import one_letter
from thidua_desktop.services.matching import Listed, Matched, Pair, Someone, name_key

_OPTIONS = (
    Option(SAME, "Cùng một người"),
    Option(DIFFERENT, "Hai người khác nhau"),
    Option(LATER, "Để sau: nhập thành hai người, giữ câu hỏi"),
)
_AWARDS_SHOWN = 6
_NEAR = "tên viết gần giống, cùng đơn vị"


@dataclass
class PeopleSettled:
    """Pairs for the match, what passed, what is asked."""

    pairs: list[Pair] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)


@dataclass
class _Seen:
    """What lists tell of somebody: rows, years, posts, awards, and which lists."""

    rows: int = 0
    lists: set[int] = field(default_factory=set)
    posts: dict[str, None] = field(default_factory=dict)
    awards: list[tuple[int, str]] = field(default_factory=list)


class _Case(NamedTuple):
    """Two who may be one, and why; where the names differ, the question is not kept by itself."""

    before: Someone
    one: Someone
    name: str
    reason: str = ""

    @property
    def near(self) -> bool:
        return self.reason == _NEAR


def settle_people(
    session: Session, lists: Sequence[Listed], matched: Matched, answers: Mapping[str, str]
) -> PeopleSettled:
    """Ask about those who may be somebody known: at most one question of each, with the likeliest."""
    settled = PeopleSettled()
    near = list(_near(session, matched))
    namesakes = [
        _Case(before, one, one.first.name if one.first else "")
        for before, one in matched.questions
        if births_agree(before.birth, one.birth)
    ]
    cases = [*near, *namesakes]
    if not cases:
        return settled
    desk = _Desk(session, lists, matched, cases)
    asked: set[int] = set()
    for case in cases:
        if id(case.one) in asked:
            continue
        said = desk.reasoned(case)
        if said is not None:
            asked.add(id(case.one))
            desk.settle(said, settled, answers)
    return settled


def _near(session: Session, matched: Matched) -> Iterator[_Case]:
    """Pairs of one unit whose names are a slip apart."""
    index = _Index()
    places = {one.place for one in matched.people if one.place > 0}
    for place, known in side_by_side.colleagues(session, places).items():
        for row in known:
            someone = Someone(frozenset({place}), row.birth, row.gender, row.id)
            index.add(place, someone, row.name)
    for one in matched.people:
        if one.first is None or not one.place:
            continue
        for before, name in index.near(one.place, one.first.name):
            if births_agree(before.birth, one.birth):
                yield _Case(before, one, name, _NEAR)
        index.add(one.place, one, one.first.name)


class _Index:
    """People of units, found by names a slip apart."""

    def __init__(self) -> None:
        self._blocks: dict[tuple[int, str], list[tuple[str, Someone, str]]] = {}

    def add(self, place: int, someone: Someone, name: str) -> None:
        spelt = spelt_name(name)
        for key in set(blocks(fold(spelt), OPTIONAL_IN_NAMES)):
            self._blocks.setdefault((place, key), []).append((spelt, someone, name))

    def near(self, place: int, name: str) -> Iterator[tuple[Someone, str]]:
        """Everybody of the place with a near name, each once."""
        spelt = spelt_name(name)
        met = set()
        for key in sorted(set(blocks(fold(spelt), OPTIONAL_IN_NAMES))):
            for other, someone, written in self._blocks.get((place, key), ()):
                if id(someone) not in met and name_key(written) != name_key(name):
                    met.add(id(someone))
                    if near_names(other, spelt, one_letter):
                        yield someone, written


class _Desk:
    """Weighs pairs by what lists and records tell of both."""

    def __init__(
        self, session: Session, lists: Sequence[Listed], matched: Matched, cases: Sequence[_Case]
    ) -> None:
        self._names = Names(session, matched)
        both = {id(one) for case in cases for one in (case.before, case.one)}
        self._seen: dict[int, _Seen] = {}
        for at, (lines, listed) in enumerate(zip(matched.lines, lists, strict=True)):
            year = listed.on.year if listed.on else 0
            for line, award in zip(lines, listed.awards, strict=True):
                if line.person is not None and id(line.person) in both:
                    seen = self._seen.setdefault(id(line.person), _Seen())
                    seen.rows += 1
                    seen.lists.add(at)
                    seen.posts.setdefault(award.post)
                    if award.award:
                        seen.awards.append((award.year or year, award.award))
        kept = {case.before.id for case in cases if case.before.id}
        self._careers = side_by_side.careers(session, kept)
        self._labels = side_by_side.labels(session)

    def reasoned(self, case: _Case) -> _Case | None:
        """The case with its reason; None when nothing speaks for one person."""
        if self._told(case.before).lists & self._told(case.one).lists:
            return None
        if case.reason:
            return case
        if case.before.birth and case.one.birth:
            return case._replace(reason="cùng tên, năm sinh khớp, khác đơn vị")
        if self._one_after_the_other(case):
            return case._replace(reason="cùng tên, cùng chức vụ, hết khen ở đơn vị này mới có ở đơn vị kia")
        return None

    def settle(self, case: _Case, settled: PeopleSettled, answers: Mapping[str, str]) -> None:
        """Ask, or hear the answer."""
        one, other = self._names.of(case.before), self._names.of(case.one)
        rows = self._told(case.one).rows
        name = case.one.first.name if case.one.first else ""
        if case.near and name_key(name) in self._written(case.before):
            settled.pairs.append(Pair(one, other, SAME))
            settled.passed.append(f"“{name}” là {case.name}, như đã nhập trước đây ({number(rows)} dòng).")
            return
        key = f"person:{other}={one}"
        answer = answers.get(key, "")
        answer = answer if answer in {option.code for option in _OPTIONS} else ""
        if answer:
            settled.answers[key] = answer
        if answer or case.near:
            settled.pairs.append(Pair(one, other, answer or LATER))
        asked = f"{name} ({self._unit(case.one)}) là {case.name} ({self._unit(case.before)})?"
        settled.doubts.append(
            Doubt(
                key,
                "person",
                f"{number(rows)} dòng: {asked} {case.reason[:1].upper()}{case.reason[1:]}.",
                rows,
                _OPTIONS,
                self._side(case.one, name),
                self._side(case.before, case.name),
                answer,
            )
        )

    def _unit(self, someone: Someone) -> str:
        places = [self._names.unit(place) for place in sorted(someone.places)]
        return next(filter(None, places), "chưa rõ đơn vị")

    def _told(self, someone: Someone) -> _Seen:
        return self._seen.get(id(someone), _Seen())

    def _career(self, someone: Someone) -> Career:
        return self._careers.get(someone.id) or Career([], [], [], set())

    def _written(self, someone: Someone) -> set[str]:
        return set(map(name_key, self._career(someone).written))

    def _awards(self, someone: Someone) -> list[tuple[int, str]]:
        told = [(year, self._labels.get(code, code)) for year, code in self._told(someone).awards]
        return sorted({*self._career(someone).awards, *told})

    def _titles(self, someone: Someone) -> set[str]:
        return {fold(post) for post in (*self._told(someone).posts, *self._career(someone).titles) if post}

    def _one_after_the_other(self, case: _Case) -> bool:
        """Whether both held the same post, and no year of one lies among those of the other."""
        mine, theirs = ([year for year, _ in self._awards(one)] for one in (case.one, case.before))
        if not mine or not theirs or not self._titles(case.one) & self._titles(case.before):
            return False
        return max(theirs) < min(mine) or max(mine) < min(theirs)

    def _side(self, someone: Someone, name: str) -> Side:
        career, awards = self._career(someone), self._awards(someone)
        units = [self._names.unit(place) for place in sorted(someone.places) if place]
        posts = list(dict.fromkeys((*career.posts, *filter(None, self._told(someone).posts))))
        given = [f"{year}: {title}" for year, title in awards]
        more = f" … và {number(len(given) - _AWARDS_SHOWN)} lượt nữa" if len(given) > _AWARDS_SHOWN else ""
        facts = (
            ("Ngày sinh", str(someone.birth) if someone.birth else ""),
            ("Đơn vị", "; ".join(filter(None, units))),
            ("Chức vụ", "; ".join(posts)),
            ("Khen thưởng", "; ".join(given[-_AWARDS_SHOWN:]) + more),
        )
        kept = someone.id if someone.first is None else None
        return Side(name, kept, tuple((label, said) for label, said in facts if said))
