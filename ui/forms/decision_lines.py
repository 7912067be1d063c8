"""The lines of a decision between the grid and the records: what a row of cells means as an award."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from thidua_desktop.domain.catalogue import CATEGORIES
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.decision import AwardDraft, Stated
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.titles import TitleBook, entry_of
from thidua_desktop.domain.vietnamese import clean, fold, same_key, strip_honorific
from thidua_desktop.intake.unit_words import starts_as_unit
from thidua_desktop.records import catalogue
from thidua_desktop.records.catalogue import AwardKindRow
from ui.widgets.suggest import Picked

Row = Mapping[str, Any]

_HOUSEHOLD = ("ho ", "ho gia dinh ", "gia dinh ")
_RECIPIENT_WORDS = {"cn": "person", "tt": "collective", "ho": "household", "hgd": "household"}


@dataclass(frozen=True)
class Title(Picked):
    """A title cell: the catalogue's code (None: not recognised), its name, and the wording on the paper."""

    written: str = ""


@dataclass(frozen=True)
class PickedUnit(Picked):
    """A name cell that holds a unit, not a person."""


@dataclass(frozen=True)
class Kept:
    """What a row of a decision already registered holds beyond its cells."""

    award_id: int
    award: str  # catalogue code
    year: int
    name: str
    unit: str
    unit_id: int | None = None
    household_id: int | None = None
    title_written: str = ""


class Titles:
    """The catalogue as the grid needs it: names to choose, wordings to recognise."""

    def __init__(self, kinds: Sequence[AwardKindRow]) -> None:
        self._kinds = {row.code: row for row in kinds}
        self._called: dict[str, list[str]] = {}
        for row in kinds:
            for name in {same_key(row.name), same_key(row.short)} - {""}:
                self._called.setdefault(name, []).append(row.code)
        self._book = TitleBook(entry_of(catalogue.draft_of(row)) for row in kinds)
        self.options = tuple((row.code, row.label) for row in kinds if not row.retired)

    def label(self, code: str) -> str:
        """What lists call a kind."""
        return self._kinds[code].label

    def title(self, text: str, level: str = "", recipient: str = "") -> Title:
        """What a wording means at this level; a code of None when that cannot be told."""
        text = clean(text)
        called = self._called.get(same_key(text), [])
        code = called[0] if len(called) == 1 else None
        if code is None and text:
            match = self._book.find(text, level, recipient)
            code = match.code if match is not None and match.certain else None
        return Title(code, self.label(code) if code else text, text)

    def given_to(self, code: str, recipient: str) -> bool:
        """Whether the law gives a kind to this recipient."""
        return code not in self._kinds or recipient in self._kinds[code].recipients

    def unknown(self, text: str, level: str) -> str:
        """Say why a wording is none of the catalogue, and what is near."""
        near = self._book.find(text, level)
        if near is not None:
            return f"Không có “{text}” trong danh mục; có phải “{self._book.name(near.code)}”?"
        if self._book.is_shared(text):
            return f"“{text}” chưa rõ của cấp nào, hạng nào: chọn trong danh sách gợi ý."
        category = "/".join(words.lower() for words in CATEGORIES.values())
        return (
            f"Không có “{text}” trong danh mục {category}: chọn gợi ý, hoặc thêm cách gọi này vào Danh mục."
        )


def recipient_code(text: str) -> str:
    """Other spellings of a kind of recipient: CN, TT, ca nhan, hộ."""
    plain = fold(text)
    if plain in _RECIPIENT_WORDS:
        return _RECIPIENT_WORDS[plain]
    return next((code for code, words in RECIPIENTS.items() if plain and fold(words).startswith(plain)), "")


def recipient_of(row: Row) -> str:
    """Whom a name without a kind speaks of: a unit or household by its first words, else a person."""
    name = clean(row["name"].text)
    if fold(name).startswith(_HOUSEHOLD):
        return "household"
    plain = not row["post"] and not row["birth"]
    return "collective" if plain and starts_as_unit(name) else "person"


def counted(rows: Sequence[Row]) -> Stated:
    """How many of each recipient the rows hold."""
    kinds = [row["recipient"] or recipient_of(row) for row in rows]
    return Stated(kinds.count("person"), kinds.count("collective"), kinds.count("household"), len(rows))


def award_draft(row: Row, kept: Kept | None = None) -> AwardDraft:
    """The award a row of cells stands for; a birth that cannot be read is left out."""
    recipient = row["recipient"] or recipient_of(row)
    name, gender = strip_honorific(row["name"].text)
    same_unit = kept is not None and row["unit"].text == kept.unit
    same_name = kept is not None and name == kept.name
    same_place = same_name if recipient == "collective" else same_unit
    return AwardDraft(
        award=_code(row["title"]),
        recipient=recipient,
        name=name,
        year=kept.year if kept else None,
        id=kept.award_id if kept else None,
        person_id=_id(row["name"]) if recipient == "person" else None,
        unit_id=kept.unit_id if kept and same_place else _unit_id(row, recipient),
        household_id=kept.household_id if kept and same_name and recipient == "household" else None,
        gender=gender,
        birth=birth_of(row["birth"]),
        post=row["post"],
        unit_written=row["unit"].text,
        title_written=_written(row["title"], kept),
        citation=row["citation"],
    )


def birth_of(text: str) -> PartialDate | None:
    """The birth in a cell, None when there is none to be read."""
    try:
        return PartialDate.parse(text) if text else None
    except ValueError:
        return None


def _code(title: Any) -> str:
    return str(title.id) if isinstance(title, Title) and title.id else ""


def _written(title: Any, kept: Kept | None) -> str:
    """The wording on the paper; none where a name was only chosen from the list."""
    if not isinstance(title, Title):
        return ""
    if title.written != title.text:
        return title.written
    return kept.title_written if kept is not None and title.id == kept.award else ""


def _id(name: Picked) -> int | None:
    return name.id if isinstance(name.id, int) and not isinstance(name, PickedUnit) else None


def _unit_id(row: Row, recipient: str) -> int | None:
    """The unit chosen among those offered: the collective itself, or where somebody works or lives."""
    cell: Picked = row["name"] if recipient == "collective" else row["unit"]
    is_unit = isinstance(cell, PickedUnit) or recipient != "collective"
    return cell.id if cell and is_unit and isinstance(cell.id, int) else None
