"""Recognises the texts of a grid: a name typed or pasted becomes the known record it can only be."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ui.widgets.grid_model import REMARK, GridModel
from ui.widgets.suggest import Picked, Suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    Question = tuple[int, str, str]  # the row's number, the column, the text

_NAMESAKES = "Có {} bản ghi trùng tên: mở ô này, chọn đúng dòng gợi ý; để nguyên là thêm mới."


class Resolver(QObject):
    """Asks the records about every lookup cell that holds only a text; a namesake gets a remark instead.

    Signals:
        resolved: line, column code and Suggestion of a cell that holds a known record now.
    """

    resolved = Signal(int, str, object)

    def __init__(self, model: GridModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._asked: set[Question] = set()
        model.edited.connect(self._ask)

    def _ask(self) -> None:
        lookups = (column for column in self._model.columns if column.kind == "lookup" and column.resolves)
        suggests = {column.code: column.suggest for column in lookups}
        fresh = [question for question in self._questions(suggests) if question not in self._asked]
        self._asked.update(fresh)
        for question in fresh:
            suggest = suggests[question[1]]
            if suggest is not None:
                suggest(question[2], _Answer(partial(self._take, question), self).take)

    def _questions(self, codes: Iterable[str]) -> Iterator[Question]:
        for line in self._model.lines():
            for code in codes:
                value = self._model.value(line, code)
                if value and value.id is None:
                    yield self._model.key(line), code, value.text

    def _take(self, question: Question, suggestions: Sequence[Suggestion]) -> None:
        key, code, text = question
        line = self._model.line_of(key)
        if line < 0 or self._model.value(line, code) != Picked(None, text):
            return
        same = [suggestion for suggestion in suggestions if suggestion.is_called(text)]
        if len(same) == 1:
            self._model.amend({(line, code): Picked(same[0].id, text)})
            self.resolved.emit(line, code, same[0])
        elif same:
            self._model.add_mark(REMARK, line, code, _NAMESAKES.format(len(same)))


class _Answer(QObject):
    """Waits for the answer about one cell; each is an owner of its own, so that answers do not overtake."""

    def __init__(self, then: Callable[[Sequence[Suggestion]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._then = then

    def take(self, suggestions: Sequence[Suggestion]) -> None:
        """Hand the answer over and go."""
        self._then(suggestions)
        self.deleteLater()
