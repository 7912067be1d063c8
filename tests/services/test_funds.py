"""The fund of a year: planned by hand, the rest counted from the bonuses, every figure with its own awards."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.records.offices import ask, do, line, sql
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.fund import organising_share
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.records import awards
from thidua_desktop.records import funds as records
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import decisions, funds, handing
from thidua_desktop.workspace import RESOURCES

BOOK = load_rules(RESOURCES)
PARTS = ("owed", "spent", "returned", "recover")
YEARS = (2019, 2020, 2021, 2022)
REVOKED = date(2021, 6, 30)
days = st.dates(date(2019, 1, 1), date(2021, 12, 31))


def year_of(office, year):
    return next(row for row in ask(office, records.all_) if row.id == year)


@st.composite
def bonuses(draw):
    """Of one award: amount, when decided, paid or not, revoked or not, come back or not."""
    decided = draw(days)
    paid = draw(st.none() | days)
    revoked = decided <= REVOKED and draw(st.booleans())
    back = draw(st.none() | st.dates(max(paid, REVOKED), date(2022, 12, 31))) if revoked and paid else None
    return draw(st.integers(1, 5_000_000)), decided, paid, revoked, back


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(noted=st.lists(st.none() | bonuses(), max_size=6))
def test_every_figure_is_that_of_plain_sql_and_opens_just_its_awards(office, noted):
    before = office.undoable()
    with office.write("Thử") as session:
        by = decisions.register(session, register_draft("0/QĐ", REVOKED))
        for place, one in enumerate(noted):
            decided = one[1] if one else date(2020, 5, 5)
            decision = decisions.register(session, register_draft(f"{place + 1}/QĐ", decided, "Lý Văn An"))
            [award] = [row.id for row in awards.of_decision(session, decision)]
            if one is None:
                continue
            amount, _, paid, revoked, back = one
            handing.pay(session, {award: amount}, paid)
            if revoked:
                decisions.revoke(session, [award], by)
            if back:
                handing.give_back(session, [award], back)
    plain = sql(
        office,
        """SELECT p.amount, substr(d.decided_on, 1, 4), substr(p.paid_on, 1, 4), a.revoked_by IS NOT NULL,
        substr(p.returned_on, 1, 4), a.id FROM payment p JOIN award a ON a.id = p.award_id
        JOIN decision d ON d.id = a.decision_id""",
    )
    for year in map(str, YEARS):
        wanted = {
            "owed": [row for row in plain if row[1] == year and row[2] is None and not row[3]],
            "spent": [row for row in plain if row[2] == year],
            "returned": [row for row in plain if row[4] == year],
            "recover": [row for row in plain if row[2] == year and row[3] and row[4] is None],
        }
        found = next((row for row in ask(office, records.all_) if row.id == int(year)), None)
        for part, rows in wanted.items():
            assert (getattr(found, part) if found else 0) == sum(row[0] for row in rows)
            shown = ListQuery(filters={"money": f"{part} {year}", "revoked": "1"})
            assert sorted(ask(office, awards.ids, shown)) == sorted(row[5] for row in rows)
        unset = sql(
            office,
            """SELECT count(*) FROM award a JOIN decision d ON d.id = a.decision_id WHERE a.revoked_by IS NULL
            AND substr(d.decided_on, 1, 4) = ? AND a.id NOT IN (SELECT award_id FROM payment)""",
            year,
        )
        assert not found or [(found.unset,)] == unset
    office.undo()
    assert office.undoable() == before


def register_draft(number, day, *names):
    from tests.records.offices import paper

    return paper(number, day, *(line(name) for name in names), year=2019)


def test_a_plan_is_kept_corrected_moved_and_dropped(office):
    do(office, funds.plan, 2024, 50_000_000, "QĐ giao dự toán")
    assert (year_of(office, 2024).planned, year_of(office, 2024).note) == (50_000_000, "QĐ giao dự toán")
    do(office, funds.replan, 2024, 2024, 60_000_000)
    do(office, funds.plan, 2025, 70_000_000)
    with pytest.raises(Refused, match="Năm 2025 đã có dự toán"):
        do(office, funds.replan, 2024, 2025, 60_000_000)
    do(office, funds.replan, 2024, 2023, 60_000_000)
    assert [(row.id, row.planned) for row in ask(office, records.all_)] == [
        (2025, 70_000_000),
        (2023, 60_000_000),
    ]
    do(office, funds.drop, [2025, 2023])
    assert ask(office, records.all_) == []
    with pytest.raises(Refused, match="chưa có dự toán để xóa"):
        do(office, funds.drop, [2025])


@pytest.mark.parametrize(("amount", "said"), [(None, "Chưa nhập dự toán"), (-1, "không thể âm")])
def test_a_plan_without_a_sum_is_refused(office, amount, said):
    with pytest.raises(Refused, match=said):
        do(office, funds.plan, 2024, amount)


def test_years_are_found_by_number_and_note(office):
    do(office, funds.plan, 2024, 1, "Nghị quyết")
    do(office, funds.plan, 2025, 1)
    assert list(ask(office, records.ids, ListQuery("nghi quyet"))) == [2024]
    assert list(ask(office, records.ids, ListQuery("2025"))) == [2025]
    assert list(ask(office, records.ids, ListQuery(sort="year"))) == [2024, 2025]


@pytest.mark.parametrize(
    ("year", "cite", "status"),
    [
        (2018, "NĐ 91/2017 Điều 66 k1d", "seen"),
        (2025, "NĐ 98/2023 Điều 52 k1a", "seen"),
        (2026, "TT 28/2025/TT-BTC (chưa đọc được điều khoản)", "unverified"),
    ],
)
def test_a_fifth_is_for_organising_where_a_rule_says_so(year, cite, status):
    found = organising_share(BOOK, year)
    assert (float(found.share), found.cite, found.status) == (0.2, cite, status)


@pytest.mark.parametrize("year", [2010, 2016, 2027])
def test_where_no_rule_is_known_no_part_is_set_aside(year):
    assert organising_share(BOOK, year) is None
