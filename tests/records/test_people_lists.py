import json
import random
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.records.offices import ask, count, do, fresh_copy, line, person, register, sql, unit
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.campaign import CampaignDraft
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.person import HouseholdDraft, PersonDraft, PostDraft
from thidua_desktop.records import catalogue, households, people, units
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import campaigns, decisions
from thidua_desktop.services import people as people_services

VECTORS = Path(__file__).parents[1] / "data" / "vietnamese"
IN_ORDER = json.loads((VECTORS / "sort_vectors.json").read_text(encoding="utf-8"))["names_ascending"]
MATCHES = json.loads((VECTORS / "match_vectors.json").read_text(encoding="utf-8"))
DAY = date(2019, 12, 20)


def names(office, **query):
    ids = ask(office, people.ids, ListQuery(**query))
    return [row.name for row in ask(office, people.rows, ids)]


@pytest.fixture(scope="module")
def crowd(template, tmp_path_factory):
    """Everybody of the vectors, entered in no order."""
    workspace = fresh_copy(template, tmp_path_factory.mktemp("dong-nguoi"))
    shuffled = [
        *IN_ORDER,
        *(pair[1] for pair in MATCHES["same_text"]),
        "K’Brêu",
        "Lê-Thị Hoa",
        "Hoàng  Văn Tú",
    ]
    random.Random(3).shuffle(shuffled)
    do(workspace, people.add_many, [PersonDraft(name) for name in shuffled])
    yield workspace
    workspace.close(backed_up=False)


def test_people_stand_in_vietnamese_order_of_given_family_and_middle_names(office):
    shuffled = random.Random(5).sample(IN_ORDER, len(IN_ORDER))
    do(office, people.add_many, [PersonDraft(name) for name in shuffled])
    # Hoà and Hòa are one name: such people stand in the order they were entered.
    assert [vietnamese.fold(name) for name in names(office)] == [vietnamese.fold(name) for name in IN_ORDER]
    assert [vietnamese.name_key(name) for name in names(office)] == [
        vietnamese.name_key(name) for name in IN_ORDER
    ]
    assert names(office, descending=True) == names(office)[::-1]
    assert names(office, sort="entered") == shuffled
    assert names(office, sort="entered", descending=True) == shuffled[::-1]
    by_family = [vietnamese.text_key(name).split("!")[0] for name in names(office, sort="family")]
    assert by_family == sorted(by_family)
    assert len(by_family) == len(IN_ORDER)


@settings(max_examples=200, deadline=None)
@given(
    typed=st.one_of(
        st.sampled_from([pair[0] for pair in MATCHES["accentless_query_matches"]]),
        st.sampled_from(IN_ORDER).flatmap(
            lambda name: st.tuples(st.integers(0, len(name)), st.integers(0, len(name))).map(
                lambda ends: name[min(ends) : max(ends)]
            )
        ),
        st.text("aăâdđoôơ òóọuưyý-'’HTN", max_size=6),
    ),
    how=st.sampled_from(("NFC", "NFD", "upper", "fold", "spaces")),
)
def test_a_search_shows_exactly_those_the_words_match(crowd, typed, how):
    changes = {
        "NFC": vietnamese.nfc,
        "NFD": lambda text: unicodedata.normalize("NFD", text),
        "upper": str.upper,
        "fold": vietnamese.fold,
        "spaces": lambda text: f"  {text}  ",
    }
    typed = changes[how](typed)
    everybody = [row[0] for row in sql(crowd, "SELECT name FROM person")]
    expected = [name for name in everybody if vietnamese.matches(typed, name)]
    assert sorted(names(crowd, search=typed)) == sorted(expected)
    assert names(crowd, search=typed) == sorted(expected, key=vietnamese.name_key)


@pytest.mark.parametrize("typed", ["đuc", "Nguyên Van Đuc", "văn đưc"])
def test_a_name_typed_with_some_of_its_accents_is_found(office, typed):
    for name in ("Nguyễn Văn Đức", "Nguyễn Văn Dực", "Nguyễn Vân Dũng"):
        person(office, name)
    assert names(office, search=typed) == ["Nguyễn Văn Đức"]
    assert [row.name for row in ask(office, people.suggest, typed)] == ["Nguyễn Văn Đức"]


@pytest.mark.parametrize(
    "typed", ["Đức", "đức", "ĐỨC", "duc", "Ðức", "đứ", unicodedata.normalize("NFD", "Đức")]
)
def test_d_with_and_without_a_stroke_however_it_is_typed(office, typed):
    for name in ("Nguyễn Văn Đức", "Nguyễn Văn Dực"):
        person(office, name)
    expected = ["Nguyễn Văn Dực", "Nguyễn Văn Đức"] if typed == "duc" else ["Nguyễn Văn Đức"]
    assert sorted(names(office, search=typed)) == sorted(expected)


def test_people_are_filtered_by_unit_gender_and_what_they_were_given(office):
    commune, other = unit(office, "Xã Một"), unit(office, "Xã Hai")
    held = (PostDraft("Chủ tịch", commune), PostDraft("Bí thư", other, until=PartialDate(2018)))
    hoa = do(office, people.add, PersonDraft("Nông Thị Hoa", gender="female", posts=held))
    nam = person(office, "Hà Văn Nam", other, gender="male")
    person(office, "Lý A Sinh")
    campaign = do(office, campaigns.launch, CampaignDraft("Phong trào Một"))
    register(office, "1/QĐ-UBND", DAY, line(person_id=hoa), year=2018, campaign_id=campaign)
    register(
        office,
        "2/QĐ-UBND",
        DAY,
        line("", "GK_HUYEN", person_id=nam),
        line("", person_id=nam, year=2018),
        year=2019,
    )
    kinds = {code: row.id for code, row in ask(office, catalogue.by_code).items()}
    for filters, expected in (
        ({"unit": commune}, ["Nông Thị Hoa"]),
        ({"unit": other}, ["Hà Văn Nam"]),
        ({"gender": "female"}, ["Nông Thị Hoa"]),
        ({"gender": ""}, ["Lý A Sinh"]),
        ({"award": kinds["DH_LDTT"]}, ["Nông Thị Hoa", "Hà Văn Nam"]),
        ({"award": kinds["GK_HUYEN"]}, ["Hà Văn Nam"]),
        ({"year": 2018}, ["Nông Thị Hoa", "Hà Văn Nam"]),
        ({"award": kinds["DH_LDTT"], "year": 2019}, []),
        ({"campaign": campaign}, ["Nông Thị Hoa"]),
        ({"campaign": campaign, "year": 2019}, []),
        ({"level": "district"}, ["Nông Thị Hoa", "Hà Văn Nam"]),
        ({"level": "province"}, []),
    ):
        assert names(office, filters=filters) == expected, filters
    by = register(office, "3/QĐ-UBND", date(2020, 3, 1))
    do(office, decisions.revoke, [1], by)
    assert names(office, filters={"year": 2018}) == ["Hà Văn Nam"]
    row = ask(office, people.get, hoa)
    assert (row.awards, ask(office, people.count_awards, hoa)) == (0, 1)
    assert (
        ask(office, people.get, nam).awards
        == 2
        == count(office, "SELECT count(*) FROM award WHERE person_id = ?", nam)
    )


def test_people_by_birth_put_a_year_alone_before_its_days(office):
    for name, birth in (("A", "1980"), ("B", "02/01/1980"), ("C", "01/1980"), ("D", "1979"), ("E", "")):
        person(office, name, birth=PartialDate.parse(birth) if birth else None)
    assert names(office, sort="birth") == ["E", "D", "A", "C", "B"]
    assert names(office, sort="birth", descending=True) == ["B", "C", "A", "D", "E"]


def test_suggestions_begin_with_those_whose_name_begins_so(office):
    for name in ("Hoàng Văn An", "Nguyễn Thị Hoàng", "Lý Hoàng Ba", "Hoàng Thị Bình"):
        person(office, name)
    told = [row.name for row in ask(office, people.suggest, "hoàng")]
    assert told[:2] == ["Hoàng Văn An", "Hoàng Thị Bình"]
    assert set(told) == {"Hoàng Văn An", "Nguyễn Thị Hoàng", "Lý Hoàng Ba", "Hoàng Thị Bình"}
    assert len(ask(office, people.suggest, "hoang", 3)) == 3
    assert ask(office, people.suggest, "hoảng") == []


def test_rows_come_in_the_order_asked_and_the_missing_are_left_out(office):
    ids = [person(office, name) for name in ("A", "B", "C")]
    assert [row.id for row in ask(office, people.rows, [ids[2], 999, ids[0]])] == [ids[2], ids[0]]
    assert ask(office, people.names, ids) == dict(zip(ids, "ABC", strict=True))
    for get in (people.get, people.draft, units.get, households.get):
        with pytest.raises(LookupError):
            ask(office, get, 999)


def test_namesakes_are_told_by_their_exact_name(office):
    first, second = person(office, "Nguyễn Thị Thuý"), person(office, "NGUYỄN  THỊ Thúy")
    person(office, "Nguyễn Thị Thuỳ")
    assert ask(office, people.namesakes, "nguyễn thị thúy") == [first, second]
    key = vietnamese.same_key("Nguyễn Thị Thuý")
    assert [known.id for known in ask(office, people.index, [key])[key]] == [first, second]


def test_those_given_most_stand_first_when_sorted_by_awards_and_revoked_ones_do_not_count(office):
    few, most, none = (person(office, name) for name in ("Bàn Văn Anh", "Lý Thị Ánh", "Ma Văn An"))
    homes = [do(office, people_services.add_household, HouseholdDraft(name)) for name in ("Hộ A", "Hộ B")]
    given_ = [line("Lý Thị Ánh", person_id=most, year=year) for year in (2017, 2018)]
    given_ += [line("Bàn Văn Anh", person_id=few, year=year) for year in (2015, 2016, 2017)]
    given_ += [line("Hộ B", "GK_HUYEN", recipient="household", household_id=homes[1], year=2018)]
    register(office, "9/QĐ-UBND", DAY, *given_)
    taken_back = register(office, "10/QĐ-UBND", DAY)
    lost = sql(office, "SELECT id FROM award WHERE person_id = ? AND year < 2017", few)
    do(office, decisions.revoke, [row[0] for row in lost], taken_back)
    found = ask(office, people.ids, ListQuery(sort="awards", descending=True))
    assert list(found) == [most, few, none]
    assert list(ask(office, people.ids, ListQuery(sort="awards"))) == [none, few, most]
    assert list(ask(office, households.ids, ListQuery(sort="awards", descending=True))) == homes[::-1]


def test_households_are_filtered_by_what_they_were_given_and_when(office):
    homes = [do(office, people_services.add_household, HouseholdDraft(name)) for name in ("Hộ A", "Hộ B")]
    given_ = [
        line(name, "GK_HUYEN", recipient="household", household_id=home, year=year)
        for name, home, year in zip(("Hộ A", "Hộ B"), homes, (2018, 2019), strict=True)
    ]
    register(office, "9/QĐ-UBND", DAY, *given_)
    kinds = {row.code: row.id for row in ask(office, catalogue.list_)}
    for filters, expected in (
        ({"award": kinds["GK_HUYEN"]}, homes),
        ({"award": kinds["GK_HUYEN"], "year": 2019}, homes[1:]),
        ({"award": kinds["DH_LDTT"]}, []),
    ):
        assert list(ask(office, households.ids, ListQuery(filters=filters))) == expected


def test_households_are_searched_filtered_and_sorted_as_people_are(office):
    hamlet = unit(office, "Thôn Một", "hamlet")
    for name, place in (("Triệu Văn Đức", hamlet), ("Lý Thị Ánh", None), ("Bàn Văn Anh", hamlet)):
        do(office, people_services.add_household, HouseholdDraft(name, place))

    def homes(**query):
        ids = ask(office, households.ids, ListQuery(**query))
        return [row.name for row in ask(office, households.rows, ids)]

    assert homes() == ["Bàn Văn Anh", "Lý Thị Ánh", "Triệu Văn Đức"]
    assert homes(descending=True) == homes()[::-1]
    assert homes(search="duc") == homes(search="Đức") == ["Triệu Văn Đức"]
    assert homes(search="anh") == ["Bàn Văn Anh", "Lý Thị Ánh"]
    assert homes(search="Anh") == ["Bàn Văn Anh", "Lý Thị Ánh"]
    assert homes(filters={"unit": hamlet}) == ["Bàn Văn Anh", "Triệu Văn Đức"]
    assert ask(office, households.index, ["lý thị  ÁNH"]) == {("lý thị ánh", None): 2}
    assert ask(office, households.names, [1, 3]) == {1: "Triệu Văn Đức", 3: "Bàn Văn Anh"}
