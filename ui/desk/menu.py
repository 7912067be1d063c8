"""What the office does beside its pages, as one menu with keys; undo and redo tell what they would do."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from ui.tasks import Tasks
from ui.widgets.page import Follow

if TYPE_CHECKING:
    from thidua_desktop.records.history import Standing

    Ask = Callable[[Follow], object]

PRACTISING = ("Làm lại huyện thực hành từ đầu", "", "practice")
_ENTRIES: tuple[tuple[str, str, str] | None, ...] = (
    ("Lịch sử thay đổi", "Ctrl+H", "history"),
    None,
    ("Nhập từ Excel, Word…", "Ctrl+I", "import"),
    ("Các lần nhập, biên bản", "", "imports"),
    ("Danh mục danh hiệu, hình thức", "", "award_kind"),
    ("Số liệu kế thừa", "", "total"),
    ("Có phải cùng một người?", "", "questions"),
    None,
    ("Sao lưu ngay", "Ctrl+B", "backup"),
    ("Thông tin cơ quan…", "", "settings"),
    ("Mở tệp khác…", "Ctrl+O", "open"),
    None,
    ("Trợ giúp", "F1", "help"),
)


class Menu(QObject):
    """The actions of one open office."""

    def __init__(self, tasks: Tasks, ask: Ask, *, practising: bool, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._ask = ask
        self.undo = self._action("Hoàn tác", "Ctrl+Z", tasks.undo)
        self.redo = self._action("Làm lại", "Ctrl+Y", tasks.redo)
        rest = [self._wish(entry) if entry else None for entry in _ENTRIES]
        self.actions: list[QAction | None] = [self.undo, self.redo, *rest]
        if practising:
            self.actions.insert(-2, self._wish(PRACTISING))
        tasks.changed.connect(self._changed)
        self._changed()

    def _changed(self, _kinds: object = None) -> None:
        from thidua_desktop.records import history

        self._tasks.read(history.standing, self._name, owner=self, key="standing")

    def _name(self, standing: Standing) -> None:
        self.undo.setText(f"Hoàn tác: {_short(standing.undo)}" if standing.undo else "Hoàn tác")
        self.redo.setText(f"Làm lại: {_short(standing.redo)}" if standing.redo else "Làm lại")

    def _wish(self, entry: tuple[str, str, str]) -> QAction:
        text, keys, kind = entry
        return self._action(text, keys, lambda: self._ask(Follow(kind)))

    def _action(self, text: str, keys: str, slot: Callable[[], object]) -> QAction:
        action = QAction(text, self)
        action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _checked=False: slot())
        return action


def _short(name: str, longest: int = 60) -> str:
    shown = name if len(name) <= longest else f"{name[:longest].rstrip()}…"
    return shown.replace("&", "&&")
