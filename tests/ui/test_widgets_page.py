from array import array
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt

from thidua_desktop.documents.document import Paragraph, Table
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.vietnamese import matches
from ui.state import State
from ui.tasks import Tasks
from ui.widgets.fields import TextField
from ui.widgets.page import Context, Follow, Office
from ui.widgets.page_spec import Filter, Line, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage


@dataclass(frozen=True)
class Unit:
    id: int
    name: str
    kind: str
    people: int


FIRST = (
    Unit(1, "Phòng Nội vụ", "office", 7),
    Unit(2, "Xã Cẩm Giàng", "commune", 21),
    Unit(3, "Xã Quân Bình", "commune", 18),
    Unit(4, "Xã Vi Hương", "commune", 15),
)
KINDS = (("office", "Phòng, ban"), ("commune", "Xã, thị trấn"))


class Book:
    """A pretended office: units, and how often they were read."""

    def __init__(self, units=FIRST):
        self.units = {unit.id: unit for unit in units}
        self.reads = 0
        self.before = []
        self.names = []
        self.touched = set()

    @contextmanager
    def read(self) -> Iterator["Book"]:
        yield self

    @contextmanager
    def write(self, name) -> Iterator["Book"]:
        self.touched = {"unit"}
        before = dict(self.units)
        yield self
        self.before.append(before)
        self.names.append(name)

    def undo(self):
        self.units = self.before.pop()
        self.name, self.touched = self.names.pop(), frozenset({"unit"})
        return self

    redo = undo


def ids(book, query):
    book.reads += 1
    kept = [
        unit
        for unit in book.units.values()
        if matches(query.search, unit.name)
        and query.filters.get("kind", unit.kind) == unit.kind
        and unit.people >= query.filters.get("least", 0)
    ]
    kept.sort(key=lambda unit: unit.people if query.sort == "people" else unit.id, reverse=query.descending)
    return array("q", [unit.id for unit in kept])


def load(book, unit_id):
    unit = book.units.get(unit_id)
    if unit is None:
        return None
    lines = [Line((str(unit.people), "người"), Follow("person", filters={"unit": unit_id}))]
    return Loaded(unit.name, unit.kind, {"name": unit.name}, (Section("Con người", lines),))


def save(book, unit_id, values):
    if values["name"] in {unit.name for unit in book.units.values()}:
        raise Refused(Problem("name", "Đã có đơn vị này."))
    unit_id = unit_id or 50
    book.units[unit_id] = Unit(unit_id, values["name"], "commune", 0)
    return unit_id


def remove(book, unit_ids):
    for unit_id in unit_ids:
        del book.units[unit_id]


SPEC = PageSpec(
    code="units",
    noun="đơn vị",
    kinds=frozenset({"unit"}),
    columns=(
        Column("name", "Tên", lambda unit: unit.name, 200),
        Column(
            "people", "Người", lambda u: str(u.people), 80, "right", sort="people", value=lambda u: u.people
        ),
        Column("kind", "Loại", lambda unit: unit.kind, 80, shown=False),
    ),
    ids=ids,
    rows=lambda book, unit_ids: [book.units[i] for i in unit_ids if i in book.units],
    count_text=lambda book, query: f"{len(ids(book, query))} đơn vị",
    load=load,
    title="Danh sách đơn vị",
    filters=(Filter("kind", "Loại", lambda _book: KINDS),),
    fields=(TextField("name", "Tên", required=True),),
    save=save,
    remove=remove,
    row_name=lambda unit: unit.name,
    empty_hint="Chưa có đơn vị nào. Bấm “+ Đơn vị mới”.",
)


@pytest.fixture
def book():
    return Book()


@pytest.fixture
def tasks(qapp, book):
    tasks = Tasks(book)
    yield tasks
    tasks.close()


@pytest.fixture
def page(qtbot, tasks, tmp_path):
    office = Office(Path("a"), Path("a"), Path("a"), {"office": "UBND huyện"})
    page = RecordPage(SPEC, Context(tasks, State(tmp_path / "state.ini"), office))
    qtbot.addWidget(page)
    page.resize(1200, 600)
    with qtbot.waitActive(page):
        page.show()
    tasks.drain()
    return page


def names(page):
    return [page.context.tasks._workspace.units[i].name for i in page.list.table.ids]


def retitle(page, text):
    page.panel.form.set_values({"name": text})


def test_the_page_opens_on_the_first_record(page):
    assert page.list.table.chosen_id == 1
    assert page.panel.title == "Phòng Nội vụ"
    assert page.panel.form.values() == {"name": "Phòng Nội vụ"}
    assert page.list._count.text() == "4 đơn vị"


def test_the_rows_in_sight_come_with_the_list_before_what_its_filters_offer(qtbot, tasks, tmp_path):
    order = []
    spec = replace(
        SPEC,
        filters=(Filter("kind", "Loại", lambda _book: order.append("filter") or KINDS),),
        ids=lambda book, query: order.append("list") or ids(book, query),
        count_text=lambda _book, _query: "",
    )
    office = Office(Path("a"), Path("a"), Path("a"), {})
    page = RecordPage(spec, Context(tasks, State(tmp_path / "state.ini"), office))
    qtbot.addWidget(page)
    model = page.list.table.model()
    page.list.settled.connect(lambda: order.append(model.index(0, 0).data()))
    page.entered()
    tasks.drain()
    assert order.index("list") < order.index("filter")
    assert "Phòng Nội vụ" in order


def test_choosing_a_line_shows_its_record(qtbot, page, tasks):
    qtbot.keyClick(page.list.table, Qt.Key.Key_Down)
    tasks.drain()
    assert page.panel.title == "Xã Cẩm Giàng"


def test_the_list_follows_what_is_typed_without_accents(qtbot, page, tasks):
    with qtbot.waitSignal(page.list.settled):
        qtbot.keyClicks(page.list.bar.search, "xa quan")
    tasks.drain()
    assert names(page) == ["Xã Quân Bình"]
    assert page.panel.title == "Xã Quân Bình"


def test_a_filter_narrows_the_list_and_says_so(page, tasks):
    combo = page.list.bar.combos["kind"]
    combo.setCurrentIndex(2)
    combo.activated.emit(2)
    tasks.drain()
    assert len(page.list.table.ids) == 3
    assert combo.words() == "Loại: Xã, thị trấn"
    assert page.list.words() == "Loại: Xã, thị trấn"


def test_nothing_found_says_what_to_do(page, tasks):
    page.list.show_filtered({"least": 1000}, "Đơn vị từ 1.000 người")
    tasks.drain()
    assert page.list.table._hint.startswith("Không có dòng nào")
    assert page.panel.record_id is None


def test_a_header_click_sorts_and_the_order_is_remembered(page, tasks):
    page.list.table.horizontalHeader().sectionClicked.emit(1)
    tasks.drain()
    assert names(page)[0] == "Phòng Nội vụ"
    page.list.table.horizontalHeader().sectionClicked.emit(1)
    tasks.drain()
    assert names(page)[0] == "Xã Cẩm Giàng"
    assert page.context.state.get("sort/units", []) == ["people", True]


def test_a_change_is_saved_under_its_name_and_shown(qtbot, page, tasks, book):
    retitle(page, "Phòng Nội vụ huyện")
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    tasks.drain()
    assert book.names == ["Sửa đơn vị Phòng Nội vụ huyện"]
    assert page.panel.title == "Phòng Nội vụ huyện"
    assert not page.panel.dirty


def test_a_refusal_stands_beside_its_field_and_nothing_is_lost(page, tasks, book):
    retitle(page, "Xã Vi Hương")
    page.panel.form.save()
    tasks.drain()
    assert page.panel.form.shown_problems() == ["Đã có đơn vị này."]
    assert page.panel.dirty
    assert book.names == []


def test_choosing_another_line_with_unsaved_changes_asks_without_a_window(page, tasks):
    retitle(page, "Khác")
    page.list.table.choose(3)
    tasks.drain()
    assert page.panel.title == "Phòng Nội vụ"
    assert page.panel.bar.isVisible()


def test_dropping_the_changes_goes_on_to_the_chosen_line(page, tasks):
    retitle(page, "Khác")
    page.list.table.choose(3)
    page.panel.bar.dropped.emit()
    tasks.drain()
    assert page.panel.title == "Xã Quân Bình"
    assert not page.panel.bar.isVisible()


def test_keeping_the_changes_saves_them_and_goes_on_to_the_chosen_line(page, tasks, book):
    retitle(page, "Khác")
    page.list.table.choose(3)
    page.panel.bar.kept.emit()
    tasks.drain()
    assert book.units[1].name == "Khác"
    assert page.panel.title == "Xã Quân Bình"


def test_unsaved_changes_outlive_a_change_made_elsewhere(page, tasks, book):
    retitle(page, "Khác")
    tasks.write("Sửa nơi khác", lambda b: b.units.pop(4))
    tasks.drain()
    assert page.panel.form.values() == {"name": "Khác"}
    assert len(page.list.table.ids) == 3


def test_deleting_asks_nothing_and_goes_to_the_next_line(qtbot, page, tasks, book):
    page.list.table.choose(2)
    tasks.drain()
    page.list.table.setFocus()
    qtbot.waitUntil(page.list.table.hasFocus)
    qtbot.keyClick(page.list.table, Qt.Key.Key_Delete)
    tasks.drain()
    assert book.names == ["Xóa đơn vị Xã Cẩm Giàng"]
    assert page.panel.title == "Xã Quân Bình"


def test_undo_brings_a_deleted_record_back_into_the_list(page, tasks):
    page.remove_selected()
    tasks.drain()
    assert len(page.list.table.ids) == 3
    tasks.undo()
    tasks.drain()
    assert len(page.list.table.ids) == 4


def test_deleting_several_is_one_action(page, tasks, book):
    table = page.list.table
    table.choose(2)
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    table.selectionModel().select(table.model().index(2, 0), flags)
    page.remove_selected()
    tasks.drain()
    assert book.names == ["Xóa 2 đơn vị"]


def test_a_new_record_is_saved_and_chosen(qtbot, page, tasks, book):
    dialog = page.add_record()
    dialog.form.set_values({"name": "Xã Mới"})
    with qtbot.waitSignal(dialog.accepted):
        dialog.form.save()
        tasks.drain()
    assert book.names == ["Thêm đơn vị Xã Mới"]
    assert (page.list.table.chosen_id, page.panel.title) == (50, "Xã Mới")


def test_after_a_new_record_the_list_has_the_keys_so_that_undo_means_the_record(qtbot, page, tasks):
    page.list.bar.search.setFocus()
    dialog = page.add_record()
    dialog.form.set_values({"name": "Xã Mới"})
    with qtbot.waitSignal(dialog.accepted):
        dialog.form.save()
        tasks.drain()
    assert page.window().focusWidget() is page.list.table


def test_a_refused_new_record_keeps_its_window(page, tasks):
    dialog = page.add_record()
    dialog.form.set_values({"name": "Xã Vi Hương"})
    dialog.form.save()
    tasks.drain()
    assert dialog.isVisible()
    assert dialog.form.shown_problems() == ["Đã có đơn vị này."]
    dialog.accept()


def test_a_change_of_other_records_reads_nothing(page, tasks, book):
    book.reads = 0
    tasks.changed.emit(frozenset({"person"}))
    tasks.drain()
    assert book.reads == 0


def test_a_page_out_of_sight_reads_only_when_it_comes_back(page, tasks, book):
    page.hide()
    book.reads = 0
    tasks.changed.emit(frozenset({"unit"}))
    tasks.drain()
    assert book.reads == 0
    page.show()
    tasks.drain()
    assert book.reads > 0


def test_the_record_beside_the_list_is_read_anew_when_the_page_comes_back(page, tasks, book):
    page.hide()
    tasks.write("Đổi tên", lambda book: save(book, 1, {"name": "Phòng Nội chính"}), owner=page)
    tasks.drain()

    page.show()
    tasks.drain()

    assert page.panel.form.values() == {"name": "Phòng Nội chính"}


def test_following_a_record_the_filters_hide_drops_the_filters(page, tasks):
    page.list.show_filtered({"kind": "office"}, "")
    tasks.drain()
    page.go(Follow("unit", 3))
    tasks.drain()
    assert (page.list.table.chosen_id, page.list.query().filters) == (3, {})


def test_following_a_figure_shows_its_rows_with_the_filter_in_words(page, tasks):
    page.go(Follow("unit", filters={"least": 18, "kind": "commune"}, note="Từ 18 người"))
    tasks.drain()
    assert names(page) == ["Xã Cẩm Giàng", "Xã Quân Bình"]
    assert page.list.words() == "Từ 18 người; Loại: Xã, thị trấn"
    page.list._note.dropped.emit()
    tasks.drain()
    assert len(page.list.table.ids) == 4


def test_a_line_under_a_record_leads_to_another_page(qtbot, page):
    lines = page.panel.findChild(type(page.panel._sections))
    table = lines.findChildren(type(lines.children()[-1]))[-1]
    table.setCurrentCell(0, 0)
    with qtbot.waitSignal(page.followed) as told:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert told.args == [Follow("person", filters={"unit": 1})]


def test_preview_and_export_hand_over_the_list_on_screen(qtbot, page, book):
    asked = []
    page.document_asked.connect(lambda verb, build: asked.append((verb, build(book).title)))
    page.list.table.setFocus()
    for key in (Qt.Key.Key_P, Qt.Key.Key_E):
        qtbot.keyClick(page.list.table, key, Qt.KeyboardModifier.ControlModifier)
    assert asked == [("preview", "Danh sách đơn vị"), ("export", "Danh sách đơn vị")]


def test_the_document_is_exactly_the_list_on_screen(page, tasks, book):
    page.list.show_filtered({"kind": "commune"}, "")
    page.list.table.horizontalHeader().moveSection(1, 0)
    tasks.drain()
    document = page.list.document()(book)
    words, table, note = document.blocks
    assert (document.title, words) == ("Danh sách đơn vị", Paragraph("Loại: Xã, thị trấn", "subtitle"))
    assert isinstance(table, Table)
    assert [column.title for column in table.columns] == ["Người", "Tên"]
    assert table.rows == ((21, "Xã Cẩm Giàng"), (18, "Xã Quân Bình"), (15, "Xã Vi Hương"))
    assert note.text == "3 đơn vị"


def test_f6_goes_between_list_and_record(qtbot, page):
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_F6)
    assert page.panel.isAncestorOf(page.focusWidget())
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_F6)
    assert page.list.table.hasFocus()


def test_ctrl_f_goes_to_the_search_and_down_goes_back_to_the_list(qtbot, page):
    page.list.table.setFocus()
    qtbot.keyClick(page.list.table, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert page.list.bar.search.hasFocus()
    qtbot.keyClick(page.list.bar.search, Qt.Key.Key_Down)
    assert page.list.table.hasFocus()


def test_enter_goes_into_the_form(qtbot, page):
    with qtbot.waitSignal(page.opened) as told:
        qtbot.keyClick(page.list.table, Qt.Key.Key_Return)
    assert told.args == [1]
    assert page.panel.form.editor("name").input.hasFocus()


def test_an_empty_office_says_how_to_begin(qtbot, tmp_path):
    tasks = Tasks(Book(()))
    office = Office(Path("a"), Path("a"), Path("a"), {})
    page = RecordPage(SPEC, Context(tasks, State(tmp_path / "state.ini"), office))
    qtbot.addWidget(page)
    page.show()
    tasks.drain()
    assert page.list.table._hint == "Chưa có đơn vị nào. Bấm “+ Đơn vị mới”."
    tasks.close()
