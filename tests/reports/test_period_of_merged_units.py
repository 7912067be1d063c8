"""A report on a unit counts what was given in the units that went into it, and says so."""

import sqlite3
from contextlib import closing
from datetime import date

from tests.reports.district import collective, do, register, report, said
from thidua_desktop.domain.unit import SuccessionDraft, UnitDraft
from thidua_desktop.services import units

ON = date(2020, 2, 1)
NEW = UnitDraft("Xã Đồng Hòa", "commune")


def merge(office, ids, *old, new=(NEW,), kind="merged", new_ids=()):
    """Old units into new ones on the day; gives the ids of those that go on."""
    draft = SuccessionDraft(kind, ON, tuple(ids[name] for name in old), new_ids, new)
    return do(office, units.succeed, draft)


def counted_plainly(office, *names):
    """Awards not revoked of units by name, in the report's three years and not given at an event."""
    marks = ",".join("?" * len(names))
    with closing(sqlite3.connect(office.path)) as connection:
        return connection.execute(
            "SELECT count(*) FROM award JOIN decision ON decision.id = decision_id JOIN unit ON unit.id = unit_id"
            f" WHERE event_id IS NULL AND revoked_by IS NULL AND unit.name IN ({marks})"
            " AND decided_on BETWEEN '2018-01-01' AND '2020-12-31'",
            names,
        ).fetchone()[0]


def test_communes_that_became_one_are_counted_in_it(office, ids):
    [new] = merge(office, ids, "cao", "thap")
    register(office, "90/QĐ-UBND", date(2020, 8, 1), collective(new, "GK_HUYEN"), year=2020)
    rows = report(office, under=new)
    places = ("Xã Đồng Hòa", "Xã Đồng Cao", "Xã Đồng Thấp", "Trường Tiểu học Đồng Cao")
    assert rows.total.times == counted_plainly(office, *places) > 10
    assert {group.name for group in rows.by_unit} == set(places)
    assert rows.scope == "Đơn vị: Xã Đồng Hòa (gồm cả Xã Đồng Cao, Xã Đồng Thấp trước khi nhập)"
    assert "trên địa bàn xã Đồng Hòa đã có" in said(office, under=new)


def test_a_commune_merged_into_one_that_goes_on_is_counted_there_alone(office, ids):
    merge(office, ids, "cao", "thap", new=(), new_ids=(ids["thap"],))
    places = ("Xã Đồng Cao", "Xã Đồng Thấp", "Trường Tiểu học Đồng Cao")
    assert report(office, under=ids["thap"]).total.times == counted_plainly(office, *places)
    own = ("Xã Đồng Cao", "Trường Tiểu học Đồng Cao")
    assert report(office, under=ids["cao"]).total.times == counted_plainly(office, *own)


def test_a_commune_divided_among_two_is_counted_in_neither_and_named(office, ids):
    halves = (UnitDraft("Xã Cao Một", "commune"), UnitDraft("Xã Cao Hai", "commune"))
    first, second = merge(office, ids, "cao", new=halves, kind="split")
    for half, name in ((first, "Xã Cao Một"), (second, "Xã Cao Hai")):
        rows = report(office, under=half)
        assert rows.total.times == 0
        assert rows.scope == f"Đơn vị: {name} (không gồm Xã Đồng Cao đã chia cho nhiều đơn vị)"


def test_a_name_changed_before_a_merger_divides_nothing(office, ids):
    earlier = SuccessionDraft(
        "renamed", date(2019, 6, 1), (ids["cao"],), (), (UnitDraft("Xã Cao Sơn", "commune"),)
    )
    do(office, units.succeed, earlier)
    [new] = merge(office, ids, "cao", "thap")
    places = ("Xã Cao Sơn", "Xã Đồng Thấp", "Trường Tiểu học Đồng Cao")
    assert report(office, under=new).total.times == counted_plainly(office, *places)


def test_what_went_into_a_unit_twice_over_is_still_counted_once(office, ids):
    [middle] = merge(office, ids, "cao", "thap")
    final = SuccessionDraft(
        "merged", date(2020, 9, 1), (middle, ids["forces"]), (), (UnitDraft("Phường Hòa", "commune"),)
    )
    [last] = do(office, units.succeed, final)
    whole = report(office).total.times - counted_plainly(office, "Huyện Suối Trong")
    without_unit = 1  # given to one whose unit is not known
    assert report(office, under=last).total.times == whole - without_unit


def test_units_below_need_no_word(office, ids):
    merge(office, ids, "cao", "thap", new=(UnitDraft("Xã Đồng Hòa", "commune", ids["root"]),))
    assert report(office, under=ids["root"]).scope == "Đơn vị: Huyện Suối Trong"
