"""What the decisions of a year give, counted again decision by decision and in plain SQL."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.records.offices import ask, count, do, fresh_copy, line, register, sql
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.level import own_level
from thidua_desktop.records import awards
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import bonuses, decisions, fund_dues, funds, handing
from thidua_desktop.workspace import RESOURCES

BOOK = load_rules(RESOURCES)
NAMES = ("Nông Thị Hoa", "Lý Văn An", "Hà Thị Bé")


def fund_of(office, year):
    if not count(office, "SELECT count(*) FROM fund WHERE year = ?", year):
        do(office, funds.plan, year, 10_000_000)
    return ask(office, fund_dues.of_years, BOOK, [year])[0]


def by_law(office, decision):
    return {row.id: bonus for row, bonus in ask(office, bonuses.of_decision, decision, BOOK)}


@pytest.fixture
def decided(office):
    """Decisions of the district of 2020 and 2021, and one of the province: awards 1 to 5."""
    three = [line(name, year=2019) for name in NAMES]
    higher = line(NAMES[1], "BK_TINH", year=2019)
    return (
        register(office, "9/QĐ-UBND", date(2020, 1, 10), *three),
        register(office, "12/QĐ-UBND", date(2021, 1, 8), line(NAMES[0], "DH_CSTD_CS", year=2020)),
        register(office, "300/QĐ-UBND", date(2020, 2, 10), higher, level="province"),
    )


def test_an_office_owes_what_its_own_decisions_give(office, decided):
    district, later, province = decided
    found = fund_of(office, 2020)
    assert [one.id for one in found.decisions] == [district], "the province pays its own"
    assert found.due == sum(bonus.amount for bonus in by_law(office, district).values()) == 3 * 450_000
    assert (found.unpaid, found.reckoned, found.row.left) == (found.due, found.due, 10_000_000)
    own = """
        SELECT count(*) FROM award JOIN decision ON decision.id = award.decision_id
        WHERE decision.level = 'district' AND decision.decided_on LIKE '2020%'
        AND award.id NOT IN (SELECT award_id FROM payment)"""
    assert (found.unset, found.row.unset) == (count(office, own), 4), "the province's award stands apart"
    assert found.organising == 2_000_000
    assert found.left_after == 10_000_000 - 2_000_000 - 1_350_000
    do(office, funds.plan, 2020, 1_500_000)
    assert fund_of(office, 2020).left_after == 1_500_000 - 300_000 - 1_350_000 < 0
    do(office, funds.plan, 2020, 10_000_000)
    do(office, handing.pay, {5: 1_490_000}, date(2020, 3, 1))
    noted = fund_of(office, 2020)
    assert [one.id for one in noted.decisions] == [district, province], "what the office paid is its own"
    assert (noted.due, noted.unpaid, noted.row.left) == (2_840_000, 1_350_000, 8_510_000)
    assert [one.id for one in fund_of(office, 2021).decisions] == [later]


@pytest.mark.parametrize(
    ("days", "due"),
    [
        ((date(2020, 1, 10), date(2020, 1, 10)), 1_490_000),
        ((date(2020, 1, 10), date(2020, 1, 11)), 1_940_000),
        ((date(2025, 12, 20), date(2025, 12, 20)), 2_340_000),
        ((date(2025, 12, 20), date(2025, 12, 21)), 2_340_000),
    ],
)
def test_two_titles_of_a_year_count_as_in_their_decisions(office, days, due):
    given = [
        register(office, f"{code}/QĐ", day, line(NAMES[0], code, year=day.year))
        for code, day in zip(("DH_LDTT", "DH_CSTD_CS"), days, strict=True)
    ]
    day = days[0]
    found = fund_of(office, day.year)
    assert found.due == due
    assert [one.reckoned for one in found.decisions] == [
        sum(bonus.amount for bonus in by_law(office, decision).values()) for decision in given
    ]


@pytest.mark.parametrize("year", [2012, 2015])
def test_what_nobody_has_read_is_counted_and_not_added(office, year):
    register(office, "9/QĐ-UBND", date(year, 1, 10), *[line(name, year=year - 1) for name in NAMES])
    found = fund_of(office, year)
    assert (found.due, found.unsure) == (0, 3)


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("UBND huyện Bạch Thông", "district"),
        ("Ủy ban nhân dân thị xã Sông Cầu", "district"),
        ("UBND thị trấn Phủ Thông", "commune"),
        ("UBND xã Cẩm Giàng", "commune"),
        ("UBND tỉnh Bắc Kạn", "province"),
        ("Huyện ủy", "district"),
    ],
)
def test_whose_decisions_an_office_pays(name, level):
    assert own_level(name) == level


DAYS = st.sampled_from([None, date(2020, 3, 1), date(2020, 12, 31), date(2021, 1, 1)])
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("pay"), st.integers(1, 6), st.integers(1, 9).map(lambda n: n * 100_000), DAYS),
        st.tuples(st.just("revoke"), st.integers(1, 6)),
    ),
    max_size=10,
)


@pytest.fixture(scope="module")
def original(template, tmp_path_factory):
    """An office with four awards of 2020 and two of 2021, for every example a copy."""
    office = fresh_copy(template, tmp_path_factory.mktemp("quy"))
    register(office, "9/QĐ-UBND", date(2020, 1, 10), *[line(name, year=2019) for name in NAMES])
    register(office, "8/QĐ-UBND", date(2020, 5, 10), line(NAMES[0], "GK_HUYEN"))
    register(office, "7/QĐ-UBND", date(2021, 1, 8), *[line(name, "GK_HUYEN") for name in NAMES[:2]])
    register(office, "99/QĐ-UBND", date(2022, 1, 1))
    path = office.path
    office.close(backed_up=False)
    return path


def act_on(office, acts):
    revoking = count(office, "SELECT id FROM decision WHERE number = '99/QĐ-UBND'")
    for act, *rest in acts:
        try:
            if act == "pay":
                do(office, handing.pay, {rest[0]: rest[1]}, rest[2])
            else:
                do(office, decisions.revoke, rest, revoking)
        except Refused:
            continue


DECIDED = """FROM award a JOIN decision d ON d.id = a.decision_id LEFT JOIN payment p ON p.award_id = a.id
    WHERE a.revoked_by IS NULL AND d.decided_on BETWEEN ? AND ?"""


@given(acts=ACTS)
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_due_is_what_plain_sql_and_each_decision_give(original, tmp_path_factory, acts):
    office = fresh_copy(original, tmp_path_factory.mktemp("quy"))
    act_on(office, acts)
    for year in (2020, 2021):
        found, span = fund_of(office, year), (f"{year}-01-01", f"{year}-12-31")
        noted = count(office, f"SELECT coalesce(sum(p.amount), 0) {DECIDED}", *span)
        paid = count(office, f"SELECT coalesce(sum(p.amount), 0) {DECIDED} AND p.paid_on > ''", *span)
        bare = sql(office, f"SELECT a.id, d.id {DECIDED} AND p.id IS NULL", *span)
        reckoned = sum(by_law(office, decision)[award].amount for award, decision in bare)
        assert (found.reckoned, found.due) == (reckoned, noted + reckoned)
        assert found.unpaid == found.due - paid
        opened = {"paid": "no", "decided_from": span[0], "decided_to": span[1], "level": found.level}
        listed = ask(office, awards.ids, ListQuery(filters=opened))
        assert sorted(listed) == sorted(award for award, _decision in bare)
    office.close(backed_up=False)
