from datetime import date, timedelta

import pytest

from tests.records.offices import ask, content, count, do, line, paper, person, register, sql, unit
from thidua_desktop.domain.decision import Stated, discrepancies
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.unit import SuccessionDraft, UnitDraft
from thidua_desktop.records import awards as award_records
from thidua_desktop.records import catalogue as catalogue_records
from thidua_desktop.records import decisions as decision_records
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import catalogue, decisions, units

DAY = date(2019, 12, 20)


def refused(office, act, *args, **more):
    before = content(office)
    with pytest.raises(Refused) as told:
        do(office, act, *args, **more)
    assert content(office) == before
    return {problem.field: problem.message for problem in told.value.problems}


def draft(office, decision_id):
    return ask(office, decision_records.draft, decision_id)


def get(office, decision_id):
    return ask(office, decision_records.get, decision_id)


def changed(known, **values):
    return type(known)(**{**vars(known), **values})


def test_a_decision_comes_back_as_typed(office):
    lines = (
        line(
            "Nông Thị Hoa",
            gender="female",
            post="Giáo viên",
            unit_written="Trường Tiểu học",
            citation="Dạy giỏi",
        ),
        line("Trường Tiểu học", "GK_HUYEN", recipient="collective", title_written="Giấy khen", year=2018),
        line("Lý A Sinh", "GK_HUYEN", recipient="household", unit_written="Thôn Một"),
    )
    head = {
        "authority": "UBND huyện Bạch Thông",
        "signer": "Hà Văn Nam",
        "signer_post": "Chủ tịch",
        "type": "sudden",
        "year": 2019,
        "stated": Stated(1, 1, 1, 3),
        "note": "Bản sao",
    }
    made = register(office, "215/QĐ-UBND", DAY, *lines, **head)
    kept = draft(office, made)
    assert {name: getattr(kept, name) for name in head} == head
    assert (kept.number, kept.decided_on, kept.level) == ("215/QĐ-UBND", DAY, "district")
    told = [
        (k.award, k.recipient, k.name, k.year, k.post, k.unit_written, k.title_written, k.citation)
        for k in kept.awards
    ]
    assert told == [
        ("DH_LDTT", "person", "Nông Thị Hoa", 2019, "Giáo viên", "Trường Tiểu học", "", "Dạy giỏi"),
        ("GK_HUYEN", "collective", "Trường Tiểu học", 2018, "", "", "Giấy khen", ""),
        ("GK_HUYEN", "household", "Lý A Sinh", 2019, "", "Thôn Một", "", ""),
    ]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"year": 219}, "year"),
        ({"year": 10**20}, "year"),
        ({"stated": Stated(persons=-1)}, "stated"),
        ({"stated": Stated(total=10**20)}, "stated"),
    ],
)
def test_a_slip_of_the_hand_in_a_number_of_the_head_is_refused(office, wrong, field):
    assert set(refused(office, decisions.register, paper("1/QĐ-UBND", DAY, line("A"), **wrong))) == {field}


@pytest.mark.parametrize("year", [219, DAY.year + 1])
def test_a_line_of_an_impossible_year_is_refused(office, year):
    wrong = paper("1/QĐ-UBND", DAY, line("A"), line("B", year=year))
    assert set(refused(office, decisions.register, wrong)) == {"awards.1.year"}


def test_the_year_of_an_award_is_its_own_or_the_decisions_or_the_day(office):
    register(office, "1/QĐ-UBND", DAY, line("A", year=2017), line("B"), year=2018)
    register(office, "2/QĐ-UBND", DAY, line("C"))
    assert sql(office, "SELECT year FROM award ORDER BY id") == [(2017,), (2018,), (2019,)]


def test_correcting_nothing_changes_nothing(office):
    kept = register(
        office, "1/QĐ-UBND", DAY, line("Nông Thị Hoa", unit_written="Xã Một", post="Giáo viên"), line("A")
    )
    before = content(office)
    do(office, decisions.correct, kept, draft(office, kept))
    assert content(office) == before


def test_a_collective_keeps_the_superior_written_beside_it_and_not_its_own_name(office):
    school = unit(office, "Trường Tiểu học", "school")
    lines = (
        line("Trường Tiểu học", "GK_HUYEN", recipient="collective", unit_written="Xã Cao Sơn"),
        line("Trường Tiểu học", "GK_HUYEN", recipient="collective", unit_written="trường tiểu học"),
        line("", "GK_HUYEN", recipient="collective", unit_id=school, unit_written="Xã Cao Sơn"),
    )
    kept = register(office, "1/QĐ-UBND", DAY, *lines)
    before = content(office)
    words = [(row.name, row.unit) for row in ask(office, award_records.of_decision, kept)]
    assert words == [
        ("Trường Tiểu học", "Xã Cao Sơn"),
        ("Trường Tiểu học", ""),
        ("Trường Tiểu học", "Xã Cao Sơn"),
    ]
    do(office, decisions.correct, kept, draft(office, kept))
    assert content(office) == before


def test_corrected_lines_keep_their_ids_others_come_and_go(office):
    kept = register(
        office, "1/QĐ-UBND", DAY, *(line(name, unit_written="Xã Một") for name in ("A Một", "B Hai", "C Ba"))
    )
    before = {row[1]: row for row in sql(office, "SELECT id, name_written, uid, person_id FROM award")}
    known = draft(office, kept)
    first, _, third = known.awards
    lines = (
        third,
        line("D Bốn", unit_written="Xã Một"),
        changed(first, award="DH_CSTD_CS", post="Hiệu trưởng"),
    )
    do(office, decisions.correct, kept, changed(known, number="01 /QĐ-UBND", awards=lines))
    after = sql(office, "SELECT name_written, id, uid, person_id FROM award ORDER BY place")
    assert [row[0] for row in after] == ["C Ba", "D Bốn", "A Một"]
    assert [(row[1], row[2]) for row in (after[0], after[2])] == [
        before[name][::2][:2] for name in ("C Ba", "A Một")
    ]
    assert get(office, kept).number == "01 /QĐ-UBND"
    assert [row.award for row in ask(office, award_records.of_decision, kept)] == [
        "DH_LDTT",
        "DH_LDTT",
        "DH_CSTD_CS",
    ]


def test_a_line_copied_with_its_id_becomes_a_line_of_its_own(office):
    kept = register(office, "1/QĐ-UBND", DAY, line("A Một"))
    known = draft(office, kept)
    twice = (known.awards[0], changed(known.awards[0], award="GK_HUYEN"))
    do(office, decisions.correct, kept, changed(known, awards=twice))
    assert sql(office, "SELECT id, place FROM award ORDER BY id") == [(1, 0), (2, 1)]


def test_a_line_of_another_decision_is_not_taken_from_it(office):
    other = register(office, "1/QĐ-UBND", DAY, line("A Một"))
    kept = register(office, "2/QĐ-UBND", DAY)
    do(office, decisions.correct, kept, changed(draft(office, kept), awards=draft(office, other).awards))
    assert sql(office, "SELECT decision_id FROM award ORDER BY id") == [(other,), (kept,)]


def test_what_is_chosen_from_the_records_bears_the_names_of_the_day_of_the_decision(office):
    commune = unit(office, "Xã Sĩ Bình")
    someone = person(office, "Nông Thị Hoa", commune, "Chủ tịch")
    rename = SuccessionDraft(
        "renamed", date(2020, 2, 1), (commune,), (), (UnitDraft("Xã Bình Sơn", "commune"),)
    )
    do(office, units.succeed, rename)
    lines = (
        line(person_id=someone, unit_id=commune),
        line(award="DH_TTLDTT", recipient="collective", unit_id=commune),
    )
    register(office, "1/QĐ-UBND", DAY, *lines)
    register(office, "2/QĐ-UBND", date(2021, 1, 5), *lines)
    words = "SELECT name_written, unit_written FROM award ORDER BY id"
    assert sql(office, words) == [
        ("Nông Thị Hoa", "Xã Sĩ Bình"),
        ("Xã Sĩ Bình", ""),
        ("Nông Thị Hoa", "Xã Bình Sơn"),
        ("Xã Bình Sơn", ""),
    ]
    do(office, units.change, commune, UnitDraft("Xã Khác Hẳn", "commune"))
    assert [row.unit for row in ask(office, award_records.of, person=someone)] == [
        "Xã Sĩ Bình",
        "Xã Bình Sơn",
    ]


@pytest.mark.parametrize(
    "number", ["9/QĐ-UBND", "09/QĐ-UBND", "Số 9 / QĐ-UBND", "số: 009/qđ-ubnd", "9/QĐ–UBND", "9/QÐ-UBND"]
)
def test_the_same_decision_is_not_registered_twice(office, number):
    register(office, "09/QĐ-UBND", DAY)
    assert set(refused(office, decisions.register, paper(number, DAY))) == {"number"}
    register(office, number, DAY + timedelta(days=1))
    register(office, number, DAY, level="province")


def test_two_decisions_of_one_list_are_not_the_same_one(office):
    twice = [paper("9/QĐ-UBND", DAY), paper("10/QĐ-UBND", DAY), paper("09/QĐ-UBND", DAY)]
    assert "20/12/2019" in refused(office, decisions.register_many, twice)["number"]


def test_correcting_into_another_decision_is_refused(office):
    register(office, "9/QĐ-UBND", DAY)
    other = register(office, "10/QĐ-UBND", DAY)
    assert "number" in refused(office, decisions.correct, other, paper("9/QĐ-UBND", DAY))
    do(office, decisions.correct, other, paper("10/QĐ-UBND", DAY, note="Bản gốc"))


def test_two_communes_may_sign_the_same_number_on_one_day(office):
    register(office, "9/QĐ-UBND", DAY, level="commune", authority="UBND xã Vi Hương")
    register(office, "9/QĐ-UBND", DAY, level="commune", authority="UBND xã Tân Tú")
    for authority in ("Chủ tịch UBND xã Tân Tú", ""):
        again = paper("9/QĐ-UBND", DAY, level="commune", authority=authority)
        assert "number" in refused(office, decisions.register, again)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (paper("", DAY), "number"),
        (paper("1/QĐ", None), "decided_on"),
        (paper("1/QĐ", date(2999, 1, 1)), "decided_on"),
        (paper("1/QĐ", DAY, level="moon"), "level"),
        (paper("1/QĐ", DAY, type="?"), "type"),
        (paper("1/QĐ", DAY, year=2020), "year"),
        (paper("1/QĐ", DAY, line("A", "KHONG_CO")), "awards.0.award"),
        (paper("1/QĐ", DAY, line("A", "")), "awards.0.award"),
        (paper("1/QĐ", DAY, line("A"), line("B", "DH_TTLDTT")), "awards.1.recipient"),
        (paper("1/QĐ", DAY, line("A", recipient="dog")), "awards.0.recipient"),
        (paper("1/QĐ", DAY, line(" ")), "awards.0.name"),
        (paper("1/QĐ", DAY, line(" ", unit_id=1)), "awards.0.name"),
    ],
)
def test_a_decision_that_cannot_stand_is_refused_beside_the_field(office, wrong, field):
    unit(office, "Xã Một")
    assert field in refused(office, decisions.register, wrong)
    kept = register(office, "7/QĐ-UBND", DAY, line("A"))
    assert field in refused(office, decisions.correct, kept, wrong)


def test_one_bad_decision_of_many_stops_them_all(office):
    bad = paper("2/QĐ", DAY, line("A", "KHONG_CO"))
    assert refused(office, decisions.register_many, [paper("1/QĐ", DAY, line("A")), bad])


def test_the_totals_on_the_paper_are_held_against_the_rows(office):
    lines = [line(name) for name in ("A", "B")]
    made = register(office, "1/QĐ-UBND", DAY, *lines, stated=Stated(persons=3, collectives=0, total=2))
    row = get(office, made)
    assert row.counted == Stated(2, 0, 0, 2)
    assert discrepancies(row.stated, row.counted) == ("Quyết định ghi 3 cá nhân, đã nhập 2: thiếu 1.",)
    do(office, decisions.correct, made, changed(draft(office, made), stated=Stated(2, 0, 0, 2)))
    row = get(office, made)
    assert discrepancies(row.stated, row.counted) == ()


def test_revoked_awards_no_longer_count_but_stay_to_be_read(office):
    made = register(office, "1/QĐ-UBND", DAY, line("A"), line("B"), stated=Stated(persons=2))
    by = register(office, "5/QĐ-UBND", DAY + timedelta(days=40), note="Thu hồi")
    do(office, decisions.revoke, [1], by)
    counted, everything = ListQuery(), ListQuery(filters={"revoked": "1"})
    assert list(ask(office, award_records.ids, counted)) == [2]
    assert sorted(ask(office, award_records.ids, everything)) == [1, 2]
    assert ask(office, award_records.summary, counted).times == 1
    assert [row.revoked_by for row in ask(office, award_records.of_decision, made)] == [by, None]
    row = get(office, made)
    assert discrepancies(row.stated, row.counted) == ()
    assert list(ask(office, decision_records.ids, ListQuery(search="A"))) == [made]
    do(office, decisions.restore, [1])
    assert list(ask(office, award_records.ids, counted)) == [1, 2]


def test_removing_the_revoking_decision_takes_the_revocation_back(office):
    register(office, "1/QĐ-UBND", DAY, line("A"))
    by = register(office, "5/QĐ-UBND", DAY + timedelta(days=40))
    do(office, decisions.revoke, [1], by)
    do(office, decisions.remove, by, name="Xóa quyết định 5")
    assert sql(office, "SELECT id, revoked_by FROM award") == [(1, None)]
    office.undo()
    assert sql(office, "SELECT id, revoked_by FROM award") == [(1, by)]


def test_a_decision_revokes_neither_itself_nor_what_came_after(office):
    early = register(office, "1/QĐ-UBND", DAY - timedelta(days=9), line("A"))
    late = register(office, "2/QĐ-UBND", DAY, line("B"))
    for by, award in ((early, 2), (late, 2)):
        assert set(refused(office, decisions.revoke, [award], by)) == {"revoked_by"}
    do(office, decisions.revoke, [1], late)


def test_a_removed_decision_takes_its_awards_along_and_leaves_the_people(office):
    made = register(office, "1/QĐ-UBND", DAY, line("A Một", unit_written="Xã Một"), line("B Hai"))
    do(office, decisions.remove, made)
    counts = [
        count(office, f"SELECT count(*) FROM {table}") for table in ("decision", "award", "person", "unit")
    ]
    assert counts == [0, 0, 2, 1]


def test_a_retired_kind_keeps_its_history_and_still_takes_old_decisions(office):
    kinds = ask(office, catalogue_records.by_code)
    register(office, "1/QĐ-UBND", DAY, line("A"))
    do(office, catalogue.retire, kinds["DH_LDTT"].id)
    assert "DH_LDTT" not in {row.code for row in ask(office, catalogue_records.list_, retired=False)}
    register(office, "2/QĐ-UBND", DAY - timedelta(days=900), line("A"))
    assert [row.award for row in ask(office, award_records.of, person=1)] == ["DH_LDTT", "DH_LDTT"]
