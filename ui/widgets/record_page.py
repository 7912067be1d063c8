"""A page of records: the list on the left, the chosen record on the right; made from a PageSpec.

What a page author writes is the spec and, for needs of its own, buttons in `bar`. Keys: Ctrl+F
search, Ctrl+N new, Del delete, Ctrl+S save, F6 between list and record, Ctrl+P preview, Ctrl+E export.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QPushButton, QSplitter, QVBoxLayout, QWidget

from thidua_desktop.domain.vietnamese import number
from ui.theme import GAP, WIDE_GAP
from ui.widgets.detail_panel import DetailPanel
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Context, Follow, Page
from ui.widgets.page_bar import PageBar
from ui.widgets.record_list import RecordList
from ui.widgets.record_model import Record

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from thidua_desktop.domain.errors import Refused
    from ui.widgets.page_spec import Loaded, PageSpec, Values

T = TypeVar("T", bound=Record)

_LIST_WIDTH, _PANEL_WIDTH = 900, 420


class RecordPage(Page, Generic[T]):
    """Shows, searches, edits, adds, deletes and prints one kind of record.

    Signals:
        new_asked: the user wants a new record and the spec says that the page asks for it itself.
        opened: the id of a record on Enter or double click; without a form nothing else happens.
        shown: the id of the record now in the panel, None for none.
    """

    new_asked = Signal()
    opened = Signal(object)
    shown = Signal(object)

    def __init__(self, spec: PageSpec[T], context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.spec = spec
        self.list: RecordList[T] = RecordList(spec, context)
        self.panel = DetailPanel(spec.fields, removable=spec.remove is not None)
        self._stale = True
        self.bar = PageBar()
        self._menu_actions: list[tuple[str, Callable[[list[int]], None]]] = []
        self._lay_out()
        self._add_buttons()
        self._connect()
        self._add_shortcuts()
        self.panel.show_nothing()

    def add_left(self, widget: QWidget) -> None:
        """Put a widget at the left of the bar, e.g. a button that switches to another list."""
        self.bar.add_left(widget)

    def add_button(
        self, text: str, slot: Callable[[], object], *, tip: str = "", main: bool = False
    ) -> QPushButton:
        """Put a button at the right of the bar, before the common ones; a main one folds away last."""
        return self.bar.add_button(text, slot, tip=tip, main=main)

    def add_menu_action(self, text: str, slot: Callable[[list[int]], None]) -> None:
        """Offer something to do with the selected records in the list's context menu."""
        self._menu_actions.append((text, slot))

    def go(self, follow: Follow) -> bool:
        """Choose a record, or show the list its filters leave; False for other kinds of records."""
        if self.spec.follows not in {"", follow.kind}:
            return False
        if follow.id is not None:
            self.list.show_record(follow.id)
        else:
            self.list.show_filtered(follow.filters, follow.note)
        self.list.table.setFocus()
        return True

    def entered(self) -> None:
        """Read the list, and the record beside it, when they changed while the page was out of sight."""
        if self._stale:
            self._stale = False
            self.panel.form.refresh()
            self.list.reload()
            self.list.reload_filters()  # after what is looked at first
            self.reload_record()

    def add_record(self) -> FormDialog | None:
        """Ask for a new record."""
        if not self.spec.adds or self.spec.save is None:
            self.new_asked.emit()
            return None
        title = f"Thêm {self.spec.noun}"
        dialog = FormDialog(title, self.spec.fields, self.context.state, f"new-{self.spec.code}", self)
        dialog.load(self.spec.new_values())
        dialog.saved.connect(partial(self._save_new, dialog))
        dialog.open()
        return dialog

    def remove_selected(self) -> None:
        """Delete the selected records at once; undo brings them back."""
        remove, ids = self.spec.remove, self.list.table.selected_ids()
        if remove is None or not ids:
            return
        row = self.list.table.currentIndex().row()
        self.context.tasks.write(
            f"Xóa {self._called(ids)}",
            lambda session: remove(session, ids),
            lambda _none: self._removed(ids, row),
            owner=self,
        )

    def preview(self) -> None:
        """Ask to see exactly the list on screen as it will be printed."""
        self.document_asked.emit("preview", self.list.document())

    def export(self) -> None:
        """Ask for a file of exactly the list on screen."""
        self.document_asked.emit("export", self.list.document())

    def reload_record(self) -> None:
        """Read the chosen record again, unless the one in the panel was changed and not saved."""
        chosen = self.list.table.chosen_id
        if chosen is not None and not self.panel.dirty:
            self._load(chosen)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.entered()

    def _lay_out(self) -> None:
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(GAP)
        splitter.addWidget(self.list)
        splitter.addWidget(self.panel)
        splitter.setStretchFactor(0, 1)
        splitter.setSizes([_LIST_WIDTH, _PANEL_WIDTH])
        self.context.state.follow_splitter(self.spec.code, splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(WIDE_GAP, GAP, WIDE_GAP, GAP)
        layout.setSpacing(GAP)
        layout.addWidget(self.bar)
        layout.addWidget(self.list.bar)
        layout.addWidget(splitter, 1)

    def _add_buttons(self) -> None:
        self.bar.add_menu("Cột", self.list.table.column_menu, tip="Chọn cột, sắp xếp")
        self.bar.add_common("Xem trước khi in", self.preview, tip="Ctrl+P")
        self.bar.add_common("Xuất…", self.export, tip="Ctrl+E")
        if self.spec.save is not None or not self.spec.adds:
            self.bar.add_common(self.spec.new_text, self.add_record, tip="Ctrl+N", primary=True)

    def _connect(self) -> None:
        table, panel = self.list.table, self.panel
        self.list.settled.connect(self._settled)
        table.chosen.connect(self._chosen)
        table.opened.connect(self._opened)
        table.noticed.connect(self.said)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._show_menu)
        panel.followed.connect(self.followed)
        panel.remove_asked.connect(self._remove_shown)
        panel.form.saved.connect(self._save_shown)
        panel.form.cancelled.connect(self._dropped)
        panel.bar.kept.connect(panel.form.save)
        panel.bar.dropped.connect(panel.form.cancel)
        self.context.tasks.changed.connect(self._records_changed)

    def _add_shortcuts(self) -> None:
        inside = Qt.ShortcutContext.WidgetWithChildrenShortcut
        alone = Qt.ShortcutContext.WidgetShortcut
        table = self.list.table
        for keys, owner, context, slot in (
            ("Ctrl+F", self, inside, self._go_to_search),
            ("Ctrl+N", self, inside, self.add_record),
            ("Ctrl+P", self, inside, self.preview),
            ("Ctrl+E", self, inside, self.export),
            ("F6", self, inside, self._go_to_other_side),
            ("Alt+Right", table, alone, self.panel.form.focus_first),
            ("Alt+Left", self.panel, inside, table.setFocus),
            ("Ctrl+S", table, alone, self._save_from_list),
            ("Del", table, alone, self.remove_selected),
        ):
            shortcut = QShortcut(QKeySequence(keys), owner)
            shortcut.setContext(context)
            shortcut.activated.connect(slot)

    def _records_changed(self, kinds: frozenset[str]) -> None:
        if not kinds & self.spec.kinds:
            return
        self._stale = True
        if self.isVisible():
            self.entered()

    def _settled(self) -> None:
        """The list was read: a record in the panel that was changed and not saved stays there."""
        table = self.list.table
        if table.chosen_id is None and not self.panel.dirty and not table.choose_row(0):
            self._show_nothing()

    def _chosen(self, record_id: int | None) -> None:
        panel = self.panel
        if record_id is None:
            return
        if panel.dirty:
            if record_id == panel.record_id:
                panel.bar.hide()
            else:
                panel.bar.ask(panel.title)
        else:
            self._load(record_id)

    def _load(self, record_id: int) -> None:
        self.context.tasks.read(
            lambda session: self.spec.load(session, record_id),
            partial(self._loaded, record_id),
            owner=self,
            key="record",
        )

    def _loaded(self, record_id: int, loaded: Loaded | None) -> None:
        if self.panel.dirty:
            self._chosen(self.list.table.chosen_id)
        elif loaded is None:
            self._show_nothing()
        else:
            self.panel.show_record(record_id, loaded)
            self.shown.emit(record_id)

    def _show_nothing(self) -> None:
        self.panel.show_nothing()
        self.shown.emit(None)

    def _save_shown(self, values: Values) -> None:
        record_id = self.panel.record_id
        if record_id is not None:
            self._save(record_id, values, partial(self._saved, values), self._refused)

    def _save_new(self, dialog: FormDialog, values: Values) -> None:
        def kept(record_id: int) -> None:
            self.list.want(record_id)
            dialog.accept()
            self.list.table.setFocus()  # else Ctrl+Z would take back what was typed into the search

        self._save(None, values, kept, lambda refused: dialog.show_problems(refused.problems))

    def _save(
        self,
        record_id: int | None,
        values: Values,
        then: Callable[[int], None],
        refused: Callable[[Refused], None],
    ) -> None:
        save, verb = self.spec.save, "Thêm" if record_id is None else "Sửa"
        if save is None:
            return
        name = f"{verb} {self.spec.noun} {self.spec.called(values)}".strip()
        self.context.tasks.write(
            name, lambda session: save(session, record_id, values), then, owner=self, refused=refused
        )

    def _saved(self, values: Values, _record_id: int) -> None:
        if self.panel.form.values() == values:
            self.panel.form.load(values)
        self.panel.bar.hide()
        self._chosen(self.list.table.chosen_id)

    def _refused(self, refused: Refused) -> None:
        self.panel.form.show_problems(refused.problems)

    def _dropped(self) -> None:
        self.panel.bar.hide()
        self._chosen(self.list.table.chosen_id)

    def _called(self, ids: list[int]) -> str:
        record = self.list.table.record(ids[0]) if len(ids) == 1 else None
        if record is not None:
            return f"{self.spec.noun} {self.spec.row_name(record)}".strip()
        return f"{number(len(ids))} {self.spec.noun}"

    def _removed(self, ids: list[int], row: int) -> None:
        self.list.want(row=row)
        if self.panel.record_id in ids:
            self.panel.show_nothing()

    def _remove_shown(self) -> None:
        if self.panel.record_id is not None and self.list.table.choose(self.panel.record_id):
            self.remove_selected()

    def _opened(self, record_id: int) -> None:
        if self.spec.fields:
            self.panel.form.focus_first()
        self.opened.emit(record_id)

    def _show_menu(self, place: QPoint) -> None:
        ids = self.list.table.selected_ids()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for text, slot in self._menu_actions if ids else ():
            menu.addAction(text).triggered.connect(partial(_call, slot, ids))
        menu.addSeparator()
        menu.addAction("Chép (Ctrl+C)").triggered.connect(self.list.table.copy)
        if self.spec.remove is not None and ids:
            menu.addAction("Xóa (Del)").triggered.connect(self.remove_selected)
        menu.popup(self.list.table.viewport().mapToGlobal(place))

    def _go_to_search(self) -> None:
        self.list.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.list.bar.search.selectAll()

    def _go_to_other_side(self) -> None:
        if self.panel.isAncestorOf(self.focusWidget() or self):
            self.list.table.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self.panel.focus_first()

    def _save_from_list(self) -> None:
        if self.panel.dirty:
            self.panel.form.save()


def _call(slot: Callable[[list[int]], None], ids: list[int], *_checked: Any) -> None:
    slot(ids)
