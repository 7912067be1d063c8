"""The rows of a list understood, as lines of a grid to correct, and back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.recipient import GENDERS, RECIPIENTS
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake.reading import CandidateAward
from ui.widgets.grid import EntryGrid
from ui.widgets.grid_model import GridColumn, GridModel

Row = dict[str, Any]

_YEAR_DIGITS = 4
_GENDERS = tuple((code, label) for code, label in GENDERS.items() if code)


class ImportGrid(EntryGrid):
    """The rows of one decision; what the grid does not show of a row stays as it was read."""

    def __init__(self, kinds: Sequence[tuple[str, str]], book: TitleBook) -> None:
        columns = _columns(kinds, book)
        super().__init__(columns)
        self.codes = tuple(column.code for column in columns)
        self._read: dict[int, CandidateAward] = {}  # by the row's own number
        self.setAccessibleName("Danh sách đọc được")

    def load(self, awards: Sequence[CandidateAward]) -> None:
        """Show what was read."""
        self.set_rows([_to_row(award) for award in awards])
        self._read = dict(zip(self._keys(), awards, strict=True))
        self.setCurrentIndex(self.model().index(0, self.codes.index("name")))

    def add(self, award: CandidateAward) -> None:
        """Put one row more at the end and the cursor on what it lacks."""
        rows, read = self.rows(), [self._read.get(key) for key in self._keys()]
        self.set_rows([*rows, _to_row(award)])
        kept = zip(self._keys(), [*read, award], strict=True)
        self._read = {key: one for key, one in kept if one is not None}
        self.go_to(len(rows), "award" if award.name else "name")

    def awards(self, sheet: str) -> tuple[CandidateAward, ...]:
        """The rows as candidates; a row the officer added belongs to the sheet."""
        rows = zip(self._keys(), self.rows(), strict=True)
        return tuple(_to_award(row, self._read.get(key), sheet) for key, row in rows)

    def mark(self) -> None:
        """Say in the cells what is missing or cannot be read."""
        rows = self.rows()
        missing = {
            (place, code): words
            for place, row in enumerate(rows)
            for code, words in _MISSING.items()
            if not row[code].strip()
        }
        self.show_problems(missing | _unreadable(rows))

    def unread(self) -> bool:
        """Whether a cell holds what cannot be read: until it is mended, what was read before stands."""
        return bool(_unreadable(self.rows()))

    def _keys(self) -> list[int]:
        model = cast("GridModel", self.model())
        return [model.key(line) for line in model.lines()]


_MISSING = {
    "name": "Chưa có tên người hoặc tập thể được khen.",
    "award": "Chưa rõ danh hiệu, hình thức khen thưởng.",
}


def _columns(kinds: Sequence[tuple[str, str]], book: TitleBook) -> tuple[GridColumn, ...]:
    def match(text: str) -> str:
        found = book.find(text)
        return found.code if found and found.certain else ""

    return (
        GridColumn("row", "Dòng", 50, tip="Số dòng trong tệp", locked=True),
        GridColumn("recipient", "Đối tượng", 80, "choice", tuple(RECIPIENTS.items()), default="person"),
        GridColumn("name", "Họ và tên, tên tập thể", 170),
        GridColumn("gender", "Giới tính", 74, "choice", _GENDERS),
        GridColumn("birth", "Ngày sinh", 84, tip="Chỉ biết năm thì ghi năm"),
        GridColumn("post", "Chức vụ", 95),
        GridColumn("unit", "Đơn vị", 115),
        GridColumn("award", "Danh hiệu, hình thức", 150, "choice", tuple(kinds), match),
        GridColumn("year", "Năm", 52, tip="Năm đạt thành tích"),
    )


def _to_row(award: CandidateAward) -> Row:
    return {
        "row": str(award.row or ""),
        "recipient": award.recipient,
        "name": award.name,
        "gender": award.gender,
        "birth": str(award.birth or ""),
        "post": award.post,
        "unit": award.unit,
        "award": award.award or "",
        "year": str(award.year or ""),
    }


def _to_award(row: Mapping[str, Any], read: CandidateAward | None, sheet: str) -> CandidateAward:
    before = read or CandidateAward(sheet, 0, "person", "", None, None)
    return replace(
        before,
        recipient=row["recipient"],
        name=row["name"],
        gender=_read_or(before.gender, _gender, row["gender"]),
        birth=_read_or(before.birth, _birth, row["birth"]),
        post=row["post"],
        unit=row["unit"],
        award=row["award"] or None,
        year=_read_or(before.year, _year, row["year"]),
    )


def _unreadable(rows: Sequence[Mapping[str, Any]]) -> dict[tuple[int, str], str]:
    """Cells that cannot be read, each with a sentence."""
    found: dict[tuple[int, str], str] = {}
    for place, row in enumerate(rows):
        for code, read in _READERS.items():
            try:
                read(row[code])
            except ValueError as error:
                found[place, code] = str(error)
    return found


def _read_or(before: Any, read: Callable[[str], Any], text: str) -> Any:
    try:
        return read(text)
    except ValueError:
        return before


def _birth(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text.strip() else None


def _year(text: str) -> int | None:
    if text and not (text.isdecimal() and len(text) == _YEAR_DIGITS):
        raise ValueError("Năm gồm bốn chữ số, ví dụ 2019.")
    return int(text) if text else None


def _gender(text: str) -> str:
    if text not in GENDERS:
        raise ValueError("Giới tính: Nam, Nữ hoặc để trống.")
    return text


_READERS: dict[str, Callable[[str], Any]] = {"birth": _birth, "year": _year, "gender": _gender}
