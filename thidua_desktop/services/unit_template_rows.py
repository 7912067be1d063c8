"""The rows of a list that came back, understood: whom each speaks of, what it says, what cannot be read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.person import births_agree
from thidua_desktop.domain.recipient import GENDERS
from thidua_desktop.domain.unit_template import Member, ReturnedRow
from thidua_desktop.domain.vietnamese import clean, fold, same_key

_LONGEST = 200
_ALIKE = 0.75  # of two names of one person, one of them misspelt
_GENDERS = {fold(words): code for code, words in GENDERS.items() if code}


@dataclass(frozen=True)
class Understood:
    """A row under the key it is merged by: a person's uid, or "+" and its number for somebody new."""

    key: str
    row: ReturnedRow
    values: Mapping[str, str]


@dataclass
class Understanding:
    """All rows understood, and what is to be told of the others."""

    rows: list[Understood] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def understand(
    returned: Sequence[ReturnedRow],
    known: Mapping[str, Member],
    original: Mapping[str, Member],
    present: Mapping[str, Member],
) -> Understanding:
    """Tell whom each row speaks of: by its uid, else by name and birth among those no row speaks of.

    known are the people of our records by uid, present those of them in the unit now.
    """
    told = Understanding()
    owners = _owners(returned, known, original)
    waiting = {uid: member for uid, member in present.items() if uid not in owners}
    seen: dict[str, ReturnedRow] = {}
    for row in returned:
        if not row.texts["name"]:
            told.problems += _nameless(row)
            continue
        uid = row.uid if owners.get(row.uid) is row else ""
        birth = _values(row, None, [])["birth"]
        if uid not in known:  # new there, or one of two records made one here since
            uid = _alike(row.texts["name"], birth, waiting) or uid
        waiting.pop(uid, None)
        twin = seen.get(twin_key := f"{same_key(row.texts['name'])}|{birth}")
        if not uid and twin is not None:
            told.problems.append(
                f"Dòng {row.row}: {row.texts['name']} đã có ở dòng {twin.row}, chỉ thêm một."
            )
            continue
        seen.setdefault(twin_key, row)
        values = _values(row, known.get(uid) or original.get(uid), told.problems)
        values = _aligned(values, original.get(uid), known.get(uid))
        told.rows.append(Understood(uid or f"+{row.row}", row, values))
    return told


def is_another(ours: Member, theirs: Mapping[str, str]) -> bool:
    """Tell whether a row of one person now rather speaks of another: written over instead of below."""
    if fold(ours.name) == fold(theirs["name"]):
        return False
    one, other = _birth(ours.birth), _birth(theirs["birth"])
    if not births_agree(one, other):
        return True
    if one and one == other and one.day:  # born the same day: the name alone was wrong
        return False
    return SequenceMatcher(None, fold(ours.name), fold(theirs["name"])).ratio() < _ALIKE


def _owners(
    returned: Sequence[ReturnedRow], known: Mapping[str, Member], original: Mapping[str, Member]
) -> dict[str, ReturnedRow]:
    """The one row of each uid: of a row copied with its uid, the one that still bears the name."""
    owners: dict[str, ReturnedRow] = {}
    for row in returned:
        person = original.get(row.uid) or known.get(row.uid)
        if not row.uid or person is None:
            continue
        right = same_key(row.texts["name"]) == same_key(person.name)
        if row.uid not in owners or (
            right and same_key(owners[row.uid].texts["name"]) != same_key(person.name)
        ):
            owners[row.uid] = row
    return owners


def _nameless(row: ReturnedRow) -> Iterator[str]:
    asked = [row.texts[code] for code in ("title", "form") if row.texts[code]]
    if asked:
        yield f"Dòng {row.row}: có đề nghị “{', '.join(asked)}” mà thiếu họ tên, chưa nhận dòng này."
    elif not row.uid:
        words = ", ".join(text for text in row.texts.values() if text)
        yield f"Dòng {row.row}: thiếu họ tên, chưa nhận dòng này ({words})."


def _alike(name: str, birth: str, waiting: Mapping[str, Member]) -> str:
    """The uid of the one person of this name whose birth agrees, "" when there is none or several."""
    key = same_key(name)
    told = _birth(birth)
    found = [
        uid
        for uid, member in waiting.items()
        if same_key(member.name) == key and births_agree(_birth(member.birth), told)
    ]
    return found[0] if len(found) == 1 else ""


def _values(row: ReturnedRow, instead: Member | None, problems: list[str]) -> dict[str, str]:
    """What a row says in the words of our records; what cannot be read is told and stays as we have it."""
    texts = row.texts
    values = {"name": clean(texts["name"]), "birth": "", "gender": "", "post": clean(texts["post"])}
    if len(values["name"]) > _LONGEST:
        problems.append(f"Dòng {row.row}: họ tên dài quá {_LONGEST} chữ, xem lại có dán nhầm ô không.")
        values["name"] = instead.name if instead else values["name"][:_LONGEST]
    try:
        values["birth"] = PartialDate.parse(texts["birth"]).iso() if texts["birth"] else ""
    except ValueError as error:
        problems.append(f"Dòng {row.row} ({values['name']}), ngày sinh: {error}")
        values["birth"] = instead.birth if instead else ""
    gender = fold(texts["gender"])
    if gender and gender not in _GENDERS:
        problems.append(f"Dòng {row.row} ({values['name']}): giới tính “{texts['gender']}” không rõ.")
    values["gender"] = _GENDERS.get(gender, instead.gender if instead and gender else "")
    return values


def _aligned(values: dict[str, str], *sides: Member | None) -> dict[str, str]:
    """The same values, where only case, spaces or the place of a tone differ as one of our sides has them."""
    for member in filter(None, sides):
        for code, ours in member.merged().items():
            if values[code] != ours and ours and same_key(values[code]) == same_key(ours):
                values[code] = ours
    return values


def _birth(iso: str) -> PartialDate | None:
    return PartialDate.from_iso(iso) if iso else None
