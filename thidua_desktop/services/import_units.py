"""Units of lists written otherwise than in the book: surely one, or asked once for all their rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from thidua_desktop.db import Session
from thidua_desktop.domain.near import UnitName, blocks, differing, unit_name
from thidua_desktop.domain.unit import UNIT_KINDS
from thidua_desktop.domain.vietnamese import clean, number
from thidua_desktop.records import side_by_side, unit_days, units
from thidua_desktop.services.import_doubts import DIFFERENT, LATER, SAME, Doubt, Option, Side
from thidua_desktop.services.import_shared_names import ask_shared
from thidua_desktop.services.matching import Listed, Shared, called, name_key, part_of

_NEW_CALLED = (("pho thong co so", "trung hoc co so"),)  # kinds of schools called otherwise since
_CHOICES = 4  # units offered for one name


@dataclass
class UnitsSettled:
    """For the exact key of a name no unit bears, or several: the unit meant; what passed, what is asked."""

    known: dict[str, int | str] = field(default_factory=dict)
    shared: dict[Shared, int] = field(default_factory=dict)
    passed: list[str] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    other_names: list[tuple[str, int | str]] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)


@dataclass
class _Written:
    words: str
    rows: int = 0


class _Meant(NamedTuple):
    """A unit a name may mean: its id, or the key of another name in the lists."""

    target: int | str
    words: str

    @property
    def code(self) -> str:
        return f"#{self.target}" if isinstance(self.target, int) else f"={self.target}"


def settle_units(session: Session, lists: Sequence[Listed], answers: Mapping[str, str]) -> UnitsSettled:
    """Look at every name no unit bears, in the order met."""
    names = unit_days.Names(session)
    doubts, shared = ask_shared(session, names, lists, answers)
    settled = UnitsSettled(shared=shared, doubts=doubts)
    settled.answers.update({doubt.key: doubt.answer for doubt in doubts if doubt.answer})
    written = _unknown(names, lists)
    if not written:
        return settled
    book = _Book()
    for unit_id, words in side_by_side.unit_names(session):
        book.add(_Meant(unit_id, words))
    asked: list[tuple[str, _Written, list[_Meant]]] = []
    for key, one in written.items():
        sure = book.surely(one.words)
        if sure is not None:
            settled.known[key] = sure.target
            settled.passed.append(f"“{one.words}” là “{sure.words}” ({number(one.rows)} dòng).")
            continue
        near = book.near(one.words)[:_CHOICES]
        chosen = _answered(key, near, answers) if near else None
        if near:
            asked.append((key, one, near))
        if chosen is None:
            book.add(_Meant(key, one.words))
        else:
            book.add(_Meant(chosen.target, one.words))
            settled.known[key] = chosen.target
            settled.other_names.append((one.words, chosen.target))
    _ask(session, settled, asked, answers)
    return settled


def _unknown(names: unit_days.Names, lists: Sequence[Listed]) -> dict[str, _Written]:
    """Names no unit bears, as first written, with their rows."""
    rows: dict[str, int] = {}
    for listed in lists:
        for award in listed.awards:
            if award.unit_id is None:
                words = part_of(award) or called(award)
                rows[words] = rows.get(words, 0) + 1
    found: dict[str, _Written] = {}
    for words, times in rows.items():
        key = name_key(words)
        if key and names.bearing(key) is None:
            found.setdefault(key, _Written(clean(words))).rows += times
    return found


class _Book:
    """Names of units, found by what they are written out and by what is near."""

    def __init__(self) -> None:
        self._written: dict[str, list[tuple[UnitName, _Meant]]] = {}
        self._near: dict[str, list[tuple[UnitName, _Meant]]] = {}

    def add(self, meant: _Meant) -> None:
        name = unit_name(meant.words)
        for reading in name.readings:
            self._written.setdefault(reading, []).append((name, meant))
        for key in set(blocks(_plain(name))):
            self._near.setdefault(key, []).append((name, meant))

    def surely(self, words: str) -> _Meant | None:
        """The one unit a name is surely, written out; None where there is none, or several."""
        name = unit_name(words)
        found = self._written.get(name.readings[0], ())
        agreeing = {meant.target for other, meant in found if name.agrees(other)}
        sure = [meant for other, meant in found if name.surely(other)]
        return sure[0] if sure and len(agreeing) == 1 else None

    def near(self, words: str) -> list[_Meant]:
        """Units a name may mean, the nearest first."""
        name = unit_name(words)
        found: dict[int | str, tuple[int, _Meant]] = {}
        for reading in name.readings:
            for other, meant in self._written.get(reading, ()):
                if name.agrees(other):
                    found.setdefault(meant.target, (0, meant))
        for key in set(blocks(_plain(name))):
            for other, meant in self._near.get(key, ()):
                far = _distance(name, other)
                if far is not None:
                    found.setdefault(meant.target, (far, meant))
        return [meant for _, meant in sorted(found.values(), key=_order)]


def _order(found: tuple[int, _Meant]) -> tuple[bool, int, str]:
    """Units of the book first: what is asked must not change when another question is answered."""
    far, meant = found
    return isinstance(meant.target, str), far, meant.code


def _plain(name: UnitName) -> str:
    plain = name.plain
    for old, new in _NEW_CALLED:
        plain = plain.replace(old, new)
    return plain


def _distance(one: UnitName, other: UnitName) -> int | None:
    """How far two names are: 1 a mark or a letter, 2 a word; None when they are not near."""
    if one.marks != other.marks or not one.agrees(other):
        return None
    words = differing(_plain(one), _plain(other))
    if words is None:
        return None
    if not all(words):
        return 2 if any(words) else 1
    return 1 if one_letter(*words) else None


def one_letter(one: str, other: str) -> bool:
    """Tell whether two words are a slip of the hand apart."""
    from rapidfuzz.distance import OSA

    longest = max(len(one), len(other))
    return longest > 3 and OSA.distance(one, other, score_cutoff=1) <= 1 and one.isalpha() and other.isalpha()


def _key_of(key: str, near: Sequence[_Meant]) -> str:
    return f"unit:{key}{'' if near[0].code.startswith('=') else '='}{near[0].code}"


def _answered(key: str, near: Sequence[_Meant], answers: Mapping[str, str]) -> _Meant | None:
    answer = answers.get(_key_of(key, near), "")
    if answer == SAME:
        return near[0]
    return next((meant for meant in near if meant.code == answer), None)


def _ask(
    session: Session,
    settled: UnitsSettled,
    asked: Sequence[tuple[str, _Written, list[_Meant]]],
    answers: Mapping[str, str],
) -> None:
    ids = {meant.target for _, _, near in asked for meant in near if isinstance(meant.target, int)}
    kept = {row.id: row for row in units.rows(session, sorted(ids))}
    for key, one, near in asked:
        first = near[0]
        others = [Option(meant.code, f"Là “{meant.words}”") for meant in near[1:]]
        options = (
            Option(SAME, "Cùng một đơn vị"),
            *others,
            Option(DIFFERENT, "Khác: đơn vị mới"),
            Option(LATER, "Để sau: nhập như đã ghi"),
        )
        doubt_key = _key_of(key, near)
        answer = answers.get(doubt_key, "")
        answer = answer if answer in {option.code for option in options} else ""
        if answer:
            settled.answers[doubt_key] = answer
        left = Side(one.words, None, (("Trong danh sách", f"{number(one.rows)} dòng"),))
        row = kept.get(first.target) if isinstance(first.target, int) else None
        facts = (("Cũng trong danh sách", "tên ghi trước đó"),) if row is None else _facts(row, first.words)
        right = Side(row.name if row else first.words, row.id if row else None, facts)
        question = f"{number(one.rows)} dòng: “{one.words}” là “{right.name}”?"
        settled.doubts.append(Doubt(doubt_key, "unit", question, one.rows, options, left, right, answer))


def _facts(row: units.UnitRow, words: str) -> tuple[tuple[str, str], ...]:
    facts = [("Loại", UNIT_KINDS[row.kind]), ("Trực thuộc", row.parent), ("Khối", row.block)]
    if words != row.name:
        facts.append(("Tên cũ", words))
    if row.awards:
        facts.append(("Tập thể được khen", f"{number(row.awards)} lượt"))
    return tuple((label, said) for label, said in facts if said)
