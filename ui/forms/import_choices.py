"""What the officer chose for the files of an import: columns of layouts, encodings, capitals to name case."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from thidua_desktop.intake.layouts import Layout, layout_key

if TYPE_CHECKING:
    from thidua_desktop.domain.titles import TitleBook
    from thidua_desktop.intake.reading import FileReading
    from ui.forms.import_columns import ColumnsPage
    from ui.forms.import_repairs import RepairsPage

Places = frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Choices:
    """How files are to be read; changed by making another, since files are read away from the window.

    Attributes:
        layouts: what was said of layouts, here or with an earlier import.
        encodings: the encodings chosen, by file and by sheet and column.
        name_case: the fields in capitals to be written as names are, by file.

    """

    layouts: Mapping[str, Layout] = field(default_factory=dict)
    encodings: Mapping[Path, Mapping[tuple[str, str], str]] = field(default_factory=dict)
    name_case: Mapping[Path, Places] = field(default_factory=dict)

    def read(self, path: Path, book: TitleBook) -> FileReading:
        """Read a file as chosen."""
        from thidua_desktop.intake.read import read_file

        wished = self.name_case.get(path, frozenset())
        return read_file(path, book, self.encodings.get(path), self.layouts, wished)

    def with_layouts(self, said: Iterable[Layout]) -> Choices:
        """Put what was said of layouts to the rest."""
        return replace(self, layouts={**self.layouts, **{layout.key: layout for layout in said}})

    def with_encoding(self, path: Path, sheet: str, column: str, code: str) -> Choices:
        """Choose the encoding of a column, "" to leave it to the guess."""
        chosen = dict(self.encodings.get(path, {}))
        chosen.pop((sheet, column), None)
        if code:
            chosen[sheet, column] = code
        return replace(self, encodings={**self.encodings, path: chosen})

    def with_case(self, path: Path, places: Places, *, lowered: bool) -> Choices:
        """Wish fields in capitals written as names are, or not."""
        before = self.name_case.get(path, frozenset())
        wished = before | places if lowered else before - places
        return replace(self, name_case={**self.name_case, path: wished})


class ChoicesDesk(QObject):
    """Turns what is said on the pages of an import into choices.

    Signals:
        asked: the places of the files to be read anew, and the choices to read them by.
    """

    asked = Signal(object, object)

    def __init__(
        self,
        columns: ColumnsPage,
        repairs: RepairsPage,
        readings: Callable[[], Sequence[FileReading]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self.choices = Choices()
        self._readings = readings
        columns.said.connect(self._say_columns)
        repairs.encoding_chosen.connect(self._choose_encoding)
        repairs.case_wished.connect(self._wish_case)

    def _say_columns(self, file: int, layouts: Sequence[Layout]) -> None:
        places = concerned(self._readings(), file, layouts)
        self.asked.emit(places, self.choices.with_layouts(layouts))

    def _choose_encoding(self, file: int, sheet: str, column: str, code: str) -> None:
        path = self._readings()[file].path
        self.asked.emit([file], self.choices.with_encoding(path, sheet, column, code))

    def _wish_case(self, file: int, places: Places, lowered: bool) -> None:  # noqa: FBT001 - a signal's
        path = self._readings()[file].path
        self.asked.emit([file], self.choices.with_case(path, places, lowered=lowered))


def concerned(readings: Sequence[FileReading], file: int, said: Sequence[Layout]) -> list[int]:
    """Return the files to be read anew when tables of one are said to be so: those of the layout too."""
    keys = {layout.key for layout in said}
    return [place for place, reading in enumerate(readings) if place == file or keys & set(_keys(reading))]


def _keys(reading: FileReading) -> Iterable[str]:
    """The layouts the tables of a file have, or would have with another header."""
    for table in reading.tables:
        yield table.layout
        if table.how == "unknown":
            yield from (layout_key([row]) for row in table.below)
