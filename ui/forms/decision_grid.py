"""The grid of a decision's list: columns, what is recognised in them, what is filled in by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtGui import QGuiApplication

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.vietnamese import same_key
from thidua_desktop.records import people
from thidua_desktop.records.people import PersonRow
from ui.forms.decision_block import arrange
from ui.forms.decision_lines import Kept, PickedUnit, Title, Titles, award_draft, recipient_code, recipient_of
from ui.forms.suggestions import suggest_units
from ui.widgets.clipboard import read_block
from ui.widgets.grid import EntryGrid
from ui.widgets.grid_model import GridColumn, GridModel
from ui.widgets.suggest import Picked, Suggestion, asking

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from thidua_desktop.domain.decision import AwardDraft
    from ui.tasks import Tasks

_PEOPLE, _UNITS = 9, 4  # how many of each are offered under a name


@dataclass(frozen=True)
class TitleColumn(GridColumn):
    """Titles by any wording; the cell shows the catalogue's name and remembers what was written."""

    titles: Titles | None = None
    level: Callable[[], str] = str

    def text(self, value: Any) -> str:
        return value.text if isinstance(value, Picked) else ""

    def read(self, text: str) -> Any:
        if not text.strip() or self.titles is None:
            return ""
        return self.titles.title(text, self.level())

    def own_problem(self, value: Any) -> str:
        if not isinstance(value, Title) or value.id or self.titles is None:
            return ""
        return self.titles.unknown(value.written, self.level())


@dataclass(frozen=True)
class BirthColumn(GridColumn):
    """A birth as precise as the paper."""

    def own_problem(self, value: Any) -> str:
        try:
            if value:
                PartialDate.parse(value)
        except ValueError as error:
            return str(error)
        return ""


class DecisionGrid(EntryGrid):
    """Rows of a decision; `level` tells the level of its authority, on which titles depend."""

    def __init__(
        self, tasks: Tasks, titles: Titles, level: Callable[[], str], parent: QWidget | None = None
    ) -> None:
        self._titles = titles
        self._level = level
        self._columns = _columns(tasks, titles, level)
        self._kept: dict[int, Kept] = {}  # by the row's own number
        self._default_recipient = ""
        self._default_title = ""
        self._filling = False
        super().__init__(self._columns, parent)
        self.setAccessibleName("Danh sách được khen")
        self.changed.connect(self._fill_in)
        self.picked.connect(self._take_picked)

    @property
    def lines(self) -> GridModel:
        """The rows with their numbers."""
        return cast("GridModel", self.model())

    def keys(self) -> list[int]:
        """The number of each row of `rows()`, which it keeps wherever it moves."""
        return [self.lines.key(line) for line in self.lines.lines()]

    def kept(self) -> list[Kept | None]:
        """What each row of `rows()` was registered as."""
        return [self._kept.get(key) for key in self.keys()]

    def drafts(self) -> tuple[AwardDraft, ...]:
        """The awards the rows stand for."""
        return tuple(award_draft(row, kept) for row, kept in zip(self.rows(), self.kept(), strict=True))

    def load(self, rows: Sequence[Mapping[str, Any]], kept: Sequence[Kept | None]) -> None:
        """Show rows with what they were registered as."""
        self._filling = True
        self.set_rows(rows)
        self._filling = False
        self._kept = {key: one for key, one in zip(self.keys(), kept, strict=True) if one is not None}
        if rows:
            self.setCurrentIndex(self.model().index(len(rows), 1))
        else:
            self.setCurrentIndex(self.model().index(0, 1))

    def set_defaults(self, recipient: str, title: str) -> None:
        """What rows get that name nobody's kind or title."""
        self._default_recipient, self._default_title = recipient, title
        self._fill_in()

    def read_titles_again(self) -> None:
        """The level changed: wordings that several levels share may mean another title now."""
        cells = {}
        for line in self.lines.lines():
            title = self.lines.value(line, "title")
            if isinstance(title, Title):
                again = self._titles.title(title.written, self._level())
                if again != title:
                    cells[line, "title"] = again
        self.lines.amend(cells)

    def paste(self) -> None:
        """Put a block from Excel or Word into its columns, by its header row or from the cursor on."""
        block = read_block(QGuiApplication.clipboard().text())
        place = self.currentIndex()
        whole = any(len(row) > 1 for row in block)
        if not whole or not place.isValid():
            super().paste()
            return
        titles = {column.code: column.title for column in self._columns}
        top = min((index.row() for index in self.selectedIndexes()), default=place.row())
        left = min((index.column() for index in self.selectedIndexes()), default=place.column())
        readers = {column.code: column.read for column in self._columns}
        cells = {
            (top + down, code): readers[code](text)
            for down, row in enumerate(arrange(block, titles, self._columns[left].code))
            for code, text in row.items()
        }
        if cells:
            self.lines.put(cells, "dán")

    def live_problems(self) -> dict[tuple[int, str], str]:
        """What can be told wrong while typing: a title the law gives to others."""
        problems = {}
        for place, draft in enumerate(self.drafts()):
            if draft.award and not self._titles.given_to(draft.award, draft.recipient):
                who = RECIPIENTS[draft.recipient].lower()
                problems[place, "recipient"] = f"{self._titles.label(draft.award)} không tặng cho {who}."
        return problems

    def repeated(self) -> dict[tuple[int, str], str]:
        """Rows that look the same as one before."""
        seen: dict[tuple[str, ...], int] = {}
        remarks = {}
        for place, draft in enumerate(self.drafts()):
            key = (same_key(draft.name), same_key(draft.unit_written), draft.award, str(draft.birth))
            first = seen.setdefault(key, place)
            if first != place and draft.name:
                remarks[place, "name"] = f"Giống dòng {first + 1}: xem có nhập hai lần không."
        return remarks

    def choose_person(self, row: int, person: PersonRow) -> None:
        """Say that a row speaks of a person kept; what is empty is filled in."""
        self.fill(row, {"name": Picked(person.id, person.name), "recipient": "person"}, only_empty=False)
        self.fill(row, _known(person))

    def _take_picked(self, row: int, code: str, suggestion: Suggestion) -> None:
        if code != "name":
            return
        if isinstance(suggestion.extra, PersonRow):
            self.choose_person(row, suggestion.extra)
        else:
            unit = PickedUnit(suggestion.id, str(suggestion.extra))
            self.fill(row, {"name": unit}, only_empty=False)
            self.fill(row, {"recipient": "collective"})

    def _fill_in(self) -> None:
        """Give new rows their kind and the decision's title, as part of the step that made them."""
        if self._filling:
            return
        cells: dict[tuple[int, str], Any] = {}
        title = self._titles.title(self._default_title, self._level()) if self._default_title else ""
        for line, row in zip(self.lines.lines(), self.rows(), strict=True):
            if not row["name"]:
                continue
            if not row["recipient"]:
                cells[line, "recipient"] = self._default_recipient or recipient_of(row)
            if not row["title"] and title:
                cells[line, "title"] = title
        self._filling = True
        self.lines.amend(cells)
        self._filling = False


def suggest_recipients(session: Session, typed: str) -> list[Suggestion]:
    """People and units by name; labels tell more than the name, so that none is taken without a choice."""
    found = [
        Suggestion(row.id, f"{row.name} – {_told(row)}", extra=row)
        for row in people.suggest(session, typed, _PEOPLE)
    ]
    units = suggest_units(session, typed)[:_UNITS]
    return found + [Suggestion(unit.id, f"{unit.label} – tập thể", unit.detail, unit.label) for unit in units]


def person_words(person: PersonRow) -> str:
    """A person in one line: "Nông Văn Đức, sinh 1984, Chuyên viên, Phòng Nội vụ"."""
    return ", ".join(filter(None, (person.name, _born(person), person.post, person.unit)))


def _told(person: PersonRow) -> str:
    told = ", ".join(filter(None, (_born(person), person.post, person.unit)))
    return told or "chưa rõ năm sinh, đơn vị"


def _born(person: PersonRow) -> str:
    return f"sinh {person.birth}" if person.birth else ""


def _known(person: PersonRow) -> dict[str, Any]:
    known = {
        "birth": str(person.birth or ""),
        "post": person.post,
        "unit": Picked(person.unit_id, person.unit),
    }
    return {code: value for code, value in known.items() if value}


def _columns(tasks: Tasks, titles: Titles, level: Callable[[], str]) -> tuple[GridColumn, ...]:
    return (
        GridColumn(
            "recipient",
            "Đối tượng",
            92,
            "choice",
            options=tuple(RECIPIENTS.items()),
            match=recipient_code,
            tip="Để trống: nhận theo tên gọi, hoặc theo mặc định ở trên",
        ),
        GridColumn(
            "name",
            "Họ và tên, tên tập thể",
            220,
            "lookup",
            suggest=asking(tasks, suggest_recipients),
            resolves=False,
            tip="Người đã có trong sổ hiện ra khi gõ; chọn để điền năm sinh, chức vụ, đơn vị",
        ),
        BirthColumn("birth", "Năm sinh", 80, tip="Năm sinh, hoặc ngày sinh đầy đủ"),
        GridColumn("post", "Chức vụ", 160),
        GridColumn("unit", "Đơn vị", 210, "lookup", suggest=asking(tasks, suggest_units), resolves=False),
        TitleColumn(
            "title",
            "Danh hiệu – hình thức",
            215,
            "choice",
            options=tuple((label, label) for _code, label in titles.options),
            tip="Gõ tên, tên tắt hay cách gọi bất kỳ: CSTĐCS, Giấy khen…",
            titles=titles,
            level=level,
        ),
        GridColumn("citation", "Ghi chú, thành tích", 200),
    )
