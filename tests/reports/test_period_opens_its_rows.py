"""Every figure opens exactly the awards it counts: cell by cell, bar by bar, whatever was asked."""

from datetime import date

import pytest

from tests.reports.district import YEARS, collective, do, inherit, register, report
from thidua_desktop.domain.period import Period
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.records import awards
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import units

ASKED = [
    {},
    {"gathered": "inside"},
    {"period": Period(YEARS.start, YEARS.end, "earned")},
    {"period": Period.year(2019)},
    {"under": "cao"},
    {"campaign": "campaign"},
    {"level": "district", "gathered": "inside"},
]


@pytest.fixture(params=ASKED, ids=str)
def asked(request, ids):
    return {
        code: ids.get(value, value) if isinstance(value, str) else value
        for code, value in request.param.items()
    }


def opened(office, filters):
    """What a list shows under its filters: the rows themselves, and the counts below them."""
    with office.read() as session:
        query = ListQuery(filters=filters)
        found = awards.rows(session, awards.ids(session, query))
        summary = awards.summary(session, query)
    distinct = {(row.recipient, row.person_id or row.household_id or row.unit_id) for row in found}
    counted = (len(found), len(distinct), len({row.decision_id for row in found}))
    assert (
        summary.times,
        summary.people + summary.collectives + summary.households,
        summary.decisions,
    ) == counted
    return counted


def test_every_row_and_line_opens_its_awards(office, asked):
    rows = report(office, **asked)
    shown = [*rows.rows, *rows.lines, *rows.event_rows, *rows.event_lines]
    assert shown
    for row in shown:
        assert opened(office, row.filters) == (
            row.counted.times,
            row.counted.distinct,
            row.counted.decisions,
        ), row


def test_every_group_and_total_opens_its_awards(office, asked):
    rows = report(office, **asked)
    for group in (
        *rows.by_year,
        *rows.by_unit,
        *rows.by_campaign,
        *rows.by_type,
        rows.total,
        rows.event_total,
    ):
        if group.filters is not None:
            assert opened(office, group.filters) == (group.times, group.distinct, group.decisions), group


def test_every_bar_opens_its_awards(office, asked):
    for chart in report(office, **asked).charts:
        for values, bars in zip(chart.values, chart.filters, strict=True):
            for value, filters in zip(values, bars, strict=True):
                assert value == (opened(office, filters)[0] if filters else 0), chart.title


def test_a_bar_with_inherited_totals_opens_the_detailed_awards_in_it(office, ids):
    inherit(office, 500, "BK_TINH+DH_CO_TINH", "collective", "province")
    charts = report(office).charts
    by_year = charts[0]
    assert by_year.categories[-1] == "Không chia theo năm"
    assert all(bars[-1] is None for bars in by_year.filters)
    assert sum(values[-1] for values in by_year.values) == 500
    for chart in charts:
        total = sum(sum(values) for values in chart.values)
        assert total == report(office).total.total


def test_units_beyond_the_largest_are_told_in_the_title_of_the_chart(office, ids):
    more = [do(office, units.add, UnitDraft(f"Thôn Nà {n}", "hamlet", ids["thap"])) for n in range(1, 20)]
    register(office, "70/QĐ-UBND", date(2020, 8, 1), *(collective(unit_id, "GK_HUYEN") for unit_id in more))
    by_unit = report(office).charts[1]
    rest = report(office).total.times - sum(by_unit.values[0])
    assert len(by_unit.categories) == 15
    assert by_unit.title.endswith(f"(15 đơn vị nhiều nhất; 9 đơn vị khác: {rest} lượt)")
