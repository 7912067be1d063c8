from datetime import date

import pytest

from tests.records.offices import ask, content, count, do, line, person, register, sql, unit
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.total import TotalDraft
from thidua_desktop.domain.unit import SuccessionDraft, UnitDraft
from thidua_desktop.records import awards as award_records
from thidua_desktop.records import units as unit_records
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import people, totals, units

MERGER = date(2025, 7, 1)
OLD_MERGER = date(2020, 2, 1)


def found(office, typed):
    ids = ask(office, unit_records.ids, ListQuery(search=typed))
    return [row.name for row in ask(office, unit_records.rows, ids)]


def become(office, kind, olds, news=(), *, new_ids=(), on=MERGER, document=""):
    drafts = tuple(new if isinstance(new, UnitDraft) else UnitDraft(new, "commune") for new in news)
    return do(office, units.succeed, SuccessionDraft(kind, on, tuple(olds), tuple(new_ids), drafts, document))


def get(office, unit_id):
    return ask(office, unit_records.get, unit_id)


def test_a_renamed_unit_is_one_unit_found_by_both_names(office):
    commune = unit(office, "Xã Sĩ Bình")
    assert become(office, "renamed", [commune], ["Xã Bình Sơn"]) == [commune]
    assert get(office, commune).name == "Xã Bình Sơn"
    assert found(office, "si binh") == found(office, "bình sơn") == ["Xã Bình Sơn"]
    assert ask(office, unit_records.former_names, commune) == [("Xã Sĩ Bình", MERGER)]
    assert ask(office, unit_records.find, "xã sĩ  bình") == commune
    assert count(office, "SELECT count(*) FROM unit") == 1


def test_the_history_of_a_renamed_unit_tells_both_names(office):
    commune = unit(office, "Xã A")
    become(office, "renamed", [commune], ["Xã B"], on=date(2018, 1, 1), document="12/NQ-HĐND")
    become(office, "renamed", [commune], ["Xã C"], on=date(2021, 1, 1))
    told = ask(office, unit_records.successions, commune)
    assert [(s.kind, s.old, s.new, s.on.year, s.document) for s in told] == [
        ("renamed", "Xã A", "Xã B", 2018, "12/NQ-HĐND"),
        ("renamed", "Xã B", "Xã C", 2021, ""),
    ]


def test_a_renamed_unit_nothing_refers_to_can_still_be_removed(office):
    commune = unit(office, "Xã A")
    become(office, "renamed", [commune], ["Xã B"])
    do(office, units.remove, commune)
    assert count(office, "SELECT count(*) FROM unit") == count(office, "SELECT count(*) FROM unit_name") == 0


def test_merged_units_end_and_their_awards_keep_the_words_of_their_day(office):
    olds = [unit(office, name) for name in ("Xã Vi Hương", "Xã Lục Bình", "Xã Tân Tú")]
    register(office, "1/QĐ-UBND", date(2019, 5, 1), line("Xã Vi Hương", "DH_TTLDTT", recipient="collective"))
    [new] = become(office, "merged", olds, ["Xã Phủ Thông"], document="1683/NQ-UBTVQH15")
    assert get(office, new).valid_from == MERGER
    assert [get(office, old).valid_to for old in olds] == [MERGER] * 3
    [award] = ask(office, award_records.of, unit=olds[0])
    assert (award.name, award.unit_id) == ("Xã Vi Hương", olds[0])
    assert found(office, "vi hương") == ["Xã Vi Hương"]
    assert {s.old for s in ask(office, unit_records.successions, new)} == {
        "Xã Vi Hương",
        "Xã Lục Bình",
        "Xã Tân Tú",
    }


def test_the_merged_commune_may_bear_the_name_of_one_of_the_old_ones(office):
    olds = [unit(office, name) for name in ("Xã Cẩm Giàng", "Xã Nguyên Phúc")]
    [new] = become(office, "merged", olds, ["Xã Cẩm Giàng"])
    assert new not in olds
    before, after = date(2020, 5, 1), date(2026, 5, 1)
    for number, day in (("1/QĐ-UBND", before), ("2/QĐ-UBND", after)):
        register(office, number, day, line("Xã Cẩm Giàng", "DH_TTLDTT", recipient="collective"))
    given = sql(office, "SELECT unit_id FROM award ORDER BY id")
    assert given == [(olds[0],), (new,)]


def test_a_unit_may_take_others_in_and_go_on(office):
    stays, joins = unit(office, "Xã Tân Tiến"), unit(office, "Xã Tú Trĩ")
    assert become(office, "merged", [stays, joins], new_ids=[stays], on=OLD_MERGER) == [stays]
    assert get(office, stays).valid_to is None
    assert get(office, joins).valid_to == OLD_MERGER
    assert [(s.old, s.new) for s in ask(office, unit_records.successions)] == [("Xã Tú Trĩ", "Xã Tân Tiến")]


def test_a_split_unit_becomes_two(office):
    school = unit(office, "Trường PTCS Cao Sơn", "school")
    made = become(office, "split", [school], ["Trường Tiểu học Cao Sơn", "Trường THCS Cao Sơn"])
    assert len(made) == 2
    assert get(office, school).valid_to == MERGER
    assert count(office, "SELECT count(*) FROM succession WHERE old_id = ? AND kind = 'split'", school) == 2


def test_a_dissolved_unit_ends_without_a_successor(office):
    house = unit(office, "Phòng Y tế", "office")
    assert become(office, "dissolved", [house]) == []
    assert get(office, house).valid_to == MERGER
    [what] = ask(office, unit_records.successions, house)
    assert (what.new_id, what.new) == (None, "")


@pytest.mark.parametrize(
    ("kind", "news", "field"),
    [
        ("renamed", [], "new_ids"),
        ("split", ["Xã Một"], "new_ids"),
        ("merged", ["   "], "new_units.0.name"),
        ("renamed", [""], "new_units.0.name"),
        ("merged", ["Xã Đã Có"], "new_units.0.name"),
        ("renamed", ["xã  đã có"], "new_units.0.name"),
        ("swallowed", ["Xã Khác"], "kind"),
    ],
)
def test_a_succession_that_cannot_be_is_refused_and_changes_nothing(office, kind, news, field):
    old = unit(office, "Xã Cũ")
    unit(office, "Xã Đã Có")
    before = content(office)
    with pytest.raises(Refused) as refused:
        become(office, kind, [old], news)
    assert field in {problem.field for problem in refused.value.problems}
    assert content(office) == before


def test_a_unit_that_has_ended_cannot_end_again(office):
    old = unit(office, "Xã Cũ")
    become(office, "merged", [old], ["Xã Mới"], on=OLD_MERGER)
    with pytest.raises(Refused, match=r"Xã Cũ.*01/02/2020"):
        become(office, "dissolved", [old])


def test_a_unit_does_not_end_before_it_begins(office):
    young = unit(office, "Xã Mới", valid_from=date(2025, 7, 1))
    with pytest.raises(Refused, match="01/07/2025"):
        become(office, "dissolved", [young], on=OLD_MERGER)


def test_the_same_name_twice_under_one_parent_is_refused(office):
    commune = unit(office, "Xã Cao Sơn")
    unit(office, "Trường Mầm non", "school", parent_id=commune)
    with pytest.raises(Refused, match="Đã có đơn vị"):
        unit(office, "trường  mầm non", "school", parent_id=commune)
    other = unit(office, "Trường Mầm non", "school")
    third = unit(office, "Trường Tiểu học", "school", parent_id=commune)
    with pytest.raises(Refused, match="Đã có đơn vị"):
        do(office, units.change, third, UnitDraft("Trường Mầm non", "school", commune))
    do(office, units.change, other, UnitDraft("Trường Mầm non", "school", None, "Khối trường học"))
    assert get(office, other).block == "Khối trường học"


def test_a_new_unit_may_take_a_name_another_gave_up(office):
    first = unit(office, "Xã A")
    become(office, "renamed", [first], ["Xã B"])
    second = unit(office, "Xã A", valid_from=MERGER)
    assert ask(office, unit_records.find, "Xã A") == second


def test_no_unit_is_above_itself(office):
    top = unit(office, "Huyện", "district")
    middle = unit(office, "Xã", parent_id=top)
    low = unit(office, "Thôn", "hamlet", parent_id=middle)
    for parent in (top, middle, low):
        with pytest.raises(Refused, match="cấp trên"):
            do(office, units.change, top, UnitDraft("Huyện", "district", parent))
    assert sorted(ask(office, unit_records.below, top)) == sorted([top, middle, low])


USES = {
    "award": "lượt khen thưởng",
    "post": "chức vụ của cá nhân",
    "child": "đơn vị trực thuộc",
    "total": "số liệu kế thừa",
    "successor": "đơn vị cũ nhập vào",
}


def use(office, how, unit_id):
    if how == "award":
        kept = line("Xã Bận", "GK_HUYEN", recipient="collective", unit_id=unit_id)
        register(office, "3/QĐ-UBND", date(2020, 1, 5), kept)
    elif how == "post":
        person(office, "Nông Thị Hoa", unit_id)
    elif how == "child":
        unit(office, "Thôn Một", "hamlet", parent_id=unit_id)
    elif how == "total":
        start, end = date(2015, 1, 1), date(2019, 12, 31)
        draft = TotalDraft(7, ("DH_LDTT",), "person", "district", start, end, "Báo cáo số 1", unit_id=unit_id)
        do(office, totals.enter, draft)
    else:
        become(office, "merged", [unit(office, "Xã Xưa")], new_ids=[unit_id])


@pytest.mark.parametrize("how", USES)
def test_a_unit_in_use_is_not_removed_and_the_sentence_says_why(office, how):
    commune = unit(office, "Xã Bận")
    use(office, how, commune)
    before = content(office)
    with pytest.raises(Refused, match=f"“Xã Bận” đang có 1 {USES[how]}"):
        do(office, units.remove, commune)
    assert content(office) == before


def test_the_posts_of_a_merged_unit_stay_with_their_people(office):
    old = unit(office, "Xã Lục Bình")
    chief = person(office, "Hoàng Văn Đức", old, "Chủ tịch UBND xã")
    become(office, "merged", [old], ["Xã Phủ Thông"])
    assert ask(office, unit_records.people_in, old) == [(chief, "Hoàng Văn Đức", "Chủ tịch UBND xã")]
    with pytest.raises(Refused, match="chức vụ"):
        do(office, units.remove, old)
    do(office, people.remove, chief)
    do(office, units.remove, old)
    assert count(office, "SELECT count(*) FROM succession") == 0
