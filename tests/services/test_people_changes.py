from datetime import date

import pytest

from tests.records.offices import ask, content, count, do, line, person, register, sql, unit
from thidua_desktop.domain.campaign import CampaignDraft, RoleModel
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.person import HouseholdDraft, PersonDraft, PostDraft
from thidua_desktop.records import households as household_records
from thidua_desktop.records import people as people_records
from thidua_desktop.services import campaigns, decisions, people

NAME = "Nguyễn Văn Đức"
ALL = PersonDraft(
    NAME,
    PartialDate(1980, 2, 3),
    "male",
    "Ghi chú",
    (PostDraft("Phó phòng", None, "Phòng Nội vụ"), PostDraft("Chuyên viên", None, "", PartialDate(2010))),
    "012345678901",
    "Tày",
    True,
)


def get(office, person_id):
    return ask(office, people_records.get, person_id)


def draft(office, person_id):
    return ask(office, people_records.draft, person_id)


def test_a_person_comes_back_as_typed(office):
    assert draft(office, do(office, people.add, ALL)) == ALL
    plain = PersonDraft("Y")
    assert draft(office, do(office, people.add, plain)) == plain


def test_a_changed_person_keeps_the_posts_that_did_not_change(office):
    someone = do(office, people.add, ALL)
    before = sql(office, "SELECT id, uid FROM post ORDER BY id")
    changed = PersonDraft(NAME, PartialDate(1981), posts=(*ALL.posts, PostDraft("Trưởng phòng")))
    do(office, people.change, someone, changed)
    assert draft(office, someone) == changed
    assert sql(office, "SELECT id, uid FROM post ORDER BY id")[:2] == before
    do(office, people.change, someone, PersonDraft(NAME))
    assert count(office, "SELECT count(*) FROM post") == 0


def test_the_present_post_is_the_last_one_still_held(office):
    house = unit(office, "Phòng Y tế", "office")
    posts = (PostDraft("Bác sĩ", house), PostDraft("Trưởng phòng", house, until=PartialDate(2019)))
    someone = do(office, people.add, PersonDraft(NAME, posts=posts))
    assert (get(office, someone).post, get(office, someone).unit) == ("Bác sĩ", "Phòng Y tế")
    do(office, people_records.add_post, someone, PostDraft("Giám đốc", None, "Bệnh viện tỉnh"))
    row = get(office, someone)
    assert (row.post, row.unit_id, row.unit) == ("Giám đốc", None, "Bệnh viện tỉnh")


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (PersonDraft("  "), "name"),
        (PersonDraft("x" * 201), "name"),
        (PersonDraft(NAME, gender="Nam"), "gender"),
        (PersonDraft(NAME, citizen_id="12345"), "citizen_id"),
        (PersonDraft(NAME, posts=(PostDraft("A", None, "", PartialDate(2020), PartialDate(2019)),)), "posts"),
    ],
)
def test_a_person_who_cannot_be_is_refused_beside_the_field(office, wrong, field):
    someone = person(office, "Ai Đó")
    before = content(office)
    for act in (lambda: do(office, people.add, wrong), lambda: do(office, people.change, someone, wrong)):
        with pytest.raises(Refused) as refused:
            act()
        assert [problem.field for problem in refused.value.problems] == [field]
    assert content(office) == before


def test_adding_a_namesake_by_hand_keeps_the_question(office):
    one, other = person(office, NAME), person(office, "nguyễn văn  đức")
    assert sql(office, "SELECT person_id, other_id, answer FROM identity") == [(one, other, "")]


def test_correcting_a_name_into_a_namesake_keeps_the_question(office):
    one, other = person(office, NAME), person(office, "Nguyễn Văn Dức")
    do(office, people.change, other, PersonDraft(NAME))
    assert sql(office, "SELECT person_id, other_id, answer FROM identity") == [(one, other, "")]
    do(office, people.change, other, PersonDraft(NAME, gender="male"))
    assert count(office, "SELECT count(*) FROM identity") == 1


def test_a_person_with_awards_is_not_removed_and_the_sentence_counts_them(office):
    someone = person(office, NAME)
    register(office, "1/QĐ-UBND", date(2019, 1, 5), line(NAME, person_id=someone))
    before = content(office)
    with pytest.raises(Refused, match=f"{NAME} có 1 lượt khen"):
        do(office, people.remove, someone)
    assert content(office) == before


def test_a_removed_person_takes_posts_questions_and_role_models_along(office):
    one, other = person(office, NAME, post="Chuyên viên"), person(office, NAME)
    models = CampaignDraft("Phong trào Một", role_models=(RoleModel(person_id=one, citation="Gương tốt"),))
    do(office, campaigns.launch, models)
    do(office, people.remove, one)
    for table in ("post", "identity", "role_model"):
        assert count(office, f"SELECT count(*) FROM {table}") == 0
    assert sql(office, "SELECT id FROM person") == [(other,)]


def twins(office, one, other):
    return do(office, people.add, one), do(office, people.add, other)


def test_merging_moves_everything_and_fills_in_what_only_one_knew(office):
    bare = PersonDraft(
        NAME, PartialDate(1980), note="Con ông Ba", posts=(PostDraft("Phó phòng", None, "Phòng Nội vụ"),)
    )
    gone, stays = twins(office, ALL, bare)
    do(office, campaigns.launch, CampaignDraft("Phong trào Một", role_models=(RoleModel(person_id=gone),)))
    register(office, "1/QĐ-UBND", date(2019, 1, 5), line(NAME, person_id=gone), line(NAME, person_id=stays))
    do(office, people.merge, gone, stays)
    assert sql(office, "SELECT DISTINCT person_id FROM award") == [(stays,)]
    assert sql(office, "SELECT person_id FROM role_model") == [(stays,)]
    assert sql(office, "SELECT id FROM person") == [(stays,)]
    kept = draft(office, stays)
    assert (kept.birth, kept.gender, kept.citizen_id, kept.ethnicity, kept.party_member) == (
        PartialDate(1980, 2, 3),
        "male",
        "012345678901",
        "Tày",
        True,
    )
    assert set(kept.note.split("\n")) == {"Con ông Ba", "Ghi chú"}
    assert sorted(post.title for post in kept.posts) == ["Chuyên viên", "Phó phòng"]


def test_a_merge_can_be_taken_back_whole(office):
    gone, stays = twins(office, ALL, PersonDraft(NAME))
    person(office, NAME)
    register(office, "1/QĐ-UBND", date(2019, 1, 5), line(NAME, person_id=gone))
    before = content(office)
    do(office, people.merge, gone, stays, name="Gộp hai người")
    after = content(office)
    assert after != before
    assert office.undo().name == "Gộp hai người"
    assert content(office) == before
    office.redo()
    assert content(office) == after


def test_answers_about_the_one_merged_away_hold_for_the_one_who_stays(office):
    gone, stays = person(office, "Nguyễn Văn Dức"), person(office, NAME)
    do(office, people.change, gone, PersonDraft(NAME))
    stranger, unasked = person(office, "Nguyễn Văn Dức"), person(office, "Nguyễn Văn Dức")
    do(office, people_records.add_questions, [(gone, stranger), (gone, unasked), (stays, unasked)])
    for question, one, other in ask(office, people_records.open_questions):
        if {one.id, other.id} in ({gone, stranger}, {gone, unasked}):
            do(office, people.tell_apart, question)
    do(office, people.merge, gone, stays)
    asked = dict.fromkeys(sql(office, "SELECT person_id, other_id, answer FROM identity ORDER BY 1, 2"))
    assert list(asked) == [
        (stays, stranger, "different"),
        (stays, unasked, "different"),
        (stranger, unasked, ""),
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PersonDraft(NAME, PartialDate(1980)), PersonDraft(NAME, PartialDate(1985))),
        (PersonDraft(NAME, PartialDate(1980, 2, 3)), PersonDraft(NAME, PartialDate(1980, 2, 4))),
        (PersonDraft(NAME, citizen_id="012345678901"), PersonDraft(NAME, citizen_id="012345678902")),
    ],
)
def test_people_who_cannot_be_one_are_not_merged(office, one, other):
    first, second = twins(office, one, other)
    before = content(office)
    with pytest.raises(Refused, match="khác nhau"):
        do(office, people.merge, first, second)
    assert content(office) == before


def test_nobody_is_merged_with_himself(office):
    someone = person(office, NAME)
    with pytest.raises(Refused, match="hai người khác nhau"):
        do(office, people.merge, someone, someone)


def test_households_are_kept_changed_found_and_removed(office):
    hamlet = unit(office, "Thôn Một", "hamlet")
    home = do(office, people.add_household, HouseholdDraft("Triệu Văn Ba", hamlet, "Nhà số 3"))
    assert ask(office, household_records.find, "triệu văn  ba", hamlet) == home
    assert ask(office, household_records.find, "Triệu Văn Ba", None) is None
    do(office, people.change_household, home, HouseholdDraft("Triệu Văn Bốn", hamlet, "", "Chuyển nhà"))
    row = ask(office, household_records.get, home)
    assert (row.name, row.unit, row.address, row.note, row.awards) == (
        "Triệu Văn Bốn",
        "Thôn Một",
        "",
        "Chuyển nhà",
        0,
    )
    with pytest.raises(Refused, match="chủ hộ"):
        do(office, people.change_household, home, HouseholdDraft(" "))
    do(office, people.remove_household, home)
    assert count(office, "SELECT count(*) FROM household") == 0


def test_a_household_with_awards_even_revoked_is_not_removed(office):
    home = do(office, people.add_household, HouseholdDraft("Triệu Văn Ba"))
    given = line("Triệu Văn Ba", "DH_GDVH", recipient="household", household_id=home)
    register(office, "1/QĐ-UBND", date(2019, 1, 5), given, level="commune")
    by = register(office, "2/QĐ-UBND", date(2019, 2, 5))
    do(office, decisions.revoke, [1], by)
    with pytest.raises(Refused, match="Hộ Triệu Văn Ba có 1 lượt khen"):
        do(office, people.remove_household, home)
