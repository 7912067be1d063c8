"""Columns said are remembered with the import that used them, and taken back with it."""

from dataclasses import replace

import pytest

from tests.records.offices import ask, content, do
from tests.services.import_lists import decision, plan, reading, row, take_in
from thidua_desktop.domain.errors import Refused
from thidua_desktop.intake.layouts import GUESS, NO_HEADER, Layout
from thidua_desktop.intake.reading import TableRead
from thidua_desktop.records import history, imports
from thidua_desktop.services import import_columns

KEY = "số|người|chỗ"
SAID = Layout(KEY, ("place", "name", "unit", "skip"))


def read(layout=SAID, number="9/QĐ-UBND"):
    how = "remembered" if layout.remembered else "said"
    table = TableRead("Sheet1", 0, KEY, (), ("Số", "Người", "Chỗ", ""), layout.roles, how)
    return reading(decision(row(), number=number), tables=(table,), layouts=(layout,))


def test_columns_said_are_known_for_the_next_file_until_undone(office):
    before = content(office)
    take_in(office, read())
    assert ask(office, import_columns.remembered) == {KEY: replace(SAID, remembered=True)}

    office.undo()
    assert (ask(office, import_columns.remembered), content(office)) == ({}, before)
    office.redo()
    assert list(ask(office, import_columns.remembered)) == [KEY]


def test_an_import_says_and_logs_how_its_columns_were_read(office):
    planned, told = take_in(office, read())
    [words] = planned.passed
    assert "vừa chỉ: A – Số thứ tự; B – Họ và tên, tên được khen; C – Đơn vị, nơi ở; D – Bỏ qua" in words
    assert ask(office, imports.run, told.run).passed == (words,)

    [kept] = ask(office, import_columns.remembered).values()
    [words] = plan(office, read(kept, "10/QĐ-UBND")).passed
    assert (
        "Tệp “ds.xlsx”, trang “Sheet1”: cột đọc theo cách đã chỉ cho mẫu bảng này ở lần nhập trước" in words
    )


def test_nothing_is_remembered_of_an_import_that_writes_nothing(office):
    take_in(office, read())
    changed = replace(SAID, roles=("name",))
    take_in(office, read(changed))
    assert ask(office, import_columns.remembered)[KEY].roles == SAID.roles


def test_what_was_remembered_can_be_changed_and_forgotten(office):
    others = [Layout(f"k{n}", ("name",)) for n in range(3)]
    do(office, import_columns.remember, [SAID, *others, Layout("a|b", use=NO_HEADER)])
    do(office, import_columns.remember, [replace(SAID, roles=("name",)), Layout("k1", use=GUESS)])
    kept = ask(office, import_columns.remembered)
    assert (kept[KEY].roles, "k1" in kept, kept["a|b"].use) == (("name",), False, NO_HEADER)

    many = [Layout(f"m{n}", ("name",)) for n in range(300)]
    do(office, import_columns.remember, many)
    assert list(ask(office, import_columns.remembered)) == [layout.key for layout in many]


def test_columns_that_cannot_be_are_not_kept(office):
    before = content(office)
    with pytest.raises(Refused, match="Chưa có cột nào là tên được khen"):
        do(office, import_columns.remember, [Layout(KEY, ("place", "unit"))])
    assert content(office) == before


def test_the_history_names_the_setting_in_words(office):
    do(office, import_columns.remember, [SAID])
    [latest] = ask(office, history.actions, 1)
    assert ask(office, history.of_action, latest.id) == ("Thêm thiết lập: Cột của các mẫu danh sách đã chỉ",)
    do(office, import_columns.remember, [replace(SAID, key="a|b")])
    [latest] = ask(office, history.actions, 1)
    [told] = ask(office, history.of_action, latest.id)
    assert told.endswith("Giá trị: 1 mẫu → 2 mẫu")
