"""What the period report counts: three counters, one figure for two titles, the cut-off, the basis, events."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest

from tests.reports.district import YEARS, do, figures, person, register, report, said
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.period import Period
from thidua_desktop.services import decisions, practice

ARTICLE = Period(date(2015, 1, 1), date(2020, 7, 22))


def sql(office, query, *values):
    """Rows of a query past our own code."""
    with closing(sqlite3.connect(office.path)) as connection:
        return connection.execute(query, values).fetchall()


def test_the_practice_district_gives_every_figure_of_the_article(office):
    do(office, practice.build)
    for basis in ("decided", "earned"):
        rows = report(office, period=Period(ARTICLE.start, ARTICLE.end, basis))
        assert {
            (line.heading.level, line.heading.award, line.heading.recipient): line.counted.total
            for line in rows.lines
        } == {
            ("president", "HCH_KHANG_CHIEN_2", "person"): 1,
            ("pm", "DH_CO_CP", "collective"): 1,
            ("province", "DH_CO_TINH", "collective"): 5,
            ("province", "DH_TTLDXS", "collective"): 32,
            ("province", "BK_TINH", "collective"): 30,
            ("province", "BK_TINH", "person"): 32,
            ("district", "DH_CSTD_CS", "person"): 302,
            ("district", "DH_LDTT+DH_CSTT", "person"): 2281,
            ("district", "DH_TTLDTT", "collective"): 241,
            ("district", "GK_HUYEN", "collective"): 104,
            ("district", "GK_HUYEN", "person"): 173,
        }
        assert {(line.heading.recipient, line.counted.total) for line in rows.event_lines} == {
            ("collective", 43),
            ("person", 63),
        }


def test_the_conference_counted_inside_adds_its_letters_to_the_others(office):
    do(office, practice.build)
    rows = figures(report(office, period=ARTICLE, gathered="inside").rows)
    assert rows["district", "GK_HUYEN", "collective"][0] == 104 + 43
    assert rows["district", "GK_HUYEN", "person"][0] == 173 + 63
    assert report(office, period=ARTICLE, gathered="inside").event_rows == ()


def test_three_counters_agree_with_plain_sql(office, ids):
    query = """
        SELECT d.level, k.code, a.recipient, count(*),
               count(DISTINCT coalesce(a.person_id, a.household_id, a.unit_id)), count(DISTINCT d.id), 0
        FROM award a, decision d, award_kind k
        WHERE d.id = a.decision_id AND k.id = a.kind_id AND d.event_id IS NULL
          AND d.decided_on BETWEEN '2018-01-01' AND '2020-12-31'
        GROUP BY 1, 2, 3
    """
    assert figures(report(office).rows) == {tuple(row[:3]): row[3:] for row in sql(office, query)}
    assert figures(report(office).rows)["district", "DH_LDTT", "person"] == (6, 3, 3, 0)


def test_rows_stand_by_authority_with_titles_before_forms_and_collectives_before_people(office, ids):
    assert [
        (line.heading.level, line.heading.award, line.heading.recipient) for line in report(office).lines
    ] == [
        ("president", "HCH_KHANG_CHIEN_2", "person"),
        ("province", "DH_CO_TINH", "collective"),
        ("province", "BK_TINH", "collective"),
        ("district", "DH_CSTD_CS", "person"),
        ("district", "DH_LDTT+DH_CSTT", "person"),
        ("district", "DH_TTLDTT", "collective"),
        ("district", "GK_HUYEN", "collective"),
        ("district", "GK_HUYEN", "person"),
        ("district", "GK_HUYEN", "household"),
    ]


def test_advanced_workers_and_advanced_soldiers_are_one_figure_whose_people_are_counted_once(office, ids):
    """Ma Văn Chí was an advanced soldier twice and an advanced worker once: one person of three."""
    line = next(line for line in report(office).lines if line.heading.award == "DH_LDTT+DH_CSTT")
    assert (line.counted.times, line.counted.distinct, line.counted.decisions) == (8, 3, 3)
    assert [(row.heading.award, row.counted.times, row.counted.distinct) for row in line.rows] == [
        ("DH_LDTT", 6, 3),
        ("DH_CSTT", 2, 1),
    ]


def test_a_decision_after_the_cut_off_is_not_counted(office, ids):
    until = Period(YEARS.start, YEARS.end, cutoff=date(2020, 1, 9))
    assert ("district", "DH_TTLDTT", "collective") in figures(report(office, period=until).rows)
    before = Period(YEARS.start, YEARS.end, cutoff=date(2020, 1, 8))
    rows = figures(report(office, period=before).rows)
    assert ("district", "DH_TTLDTT", "collective") not in rows
    assert rows["district", "DH_LDTT", "person"] == (4, 2, 2, 0)


def test_titles_of_2019_decided_in_january_2020_belong_to_either_year_by_the_basis(office, ids):
    earned = figures(report(office, period=Period.year(2019, "earned")).rows)
    decided = figures(report(office, period=Period.year(2019, "decided")).rows)
    assert earned["district", "DH_CSTD_CS", "person"] == (1, 1, 1, 0)
    assert ("district", "DH_CSTD_CS", "person") not in decided
    assert earned["district", "DH_LDTT", "person"] == (2, 2, 1, 0)
    assert decided["district", "DH_LDTT", "person"] == (2, 2, 1, 0)
    assert ("district", "GK_HUYEN", "household") in decided
    assert ("district", "GK_HUYEN", "household") not in earned


def test_a_year_earned_still_obeys_the_cut_off(office, ids):
    early = Period.year(2019, "earned", cutoff=date(2020, 1, 31))
    assert ("district", "DH_CSTD_CS", "person") not in figures(report(office, period=early).rows)


def test_a_campaign_that_began_before_the_period_counts_with_its_decisions_inside_it(office, ids):
    rows = report(office, campaign=ids["campaign"])
    assert sum(row.counted.times for row in rows.rows) == 5
    assert rows.scope == "Phong trào thi đua: Thi đua quyết thắng giai đoạn 2012 – 2019"
    with_name = next(
        group for group in report(office).by_campaign if group.filters["campaign"] == ids["campaign"]
    )
    assert (with_name.name, with_name.times) == ("Thi đua quyết thắng giai đoạn 2012 – 2019", 5)


def test_a_unit_counts_with_the_units_below_it(office, ids):
    rows = report(office, under=ids["cao"])
    assert {group.name for group in rows.by_unit} == {"Xã Đồng Cao", "Trường Tiểu học Đồng Cao"}
    assert report(office, under=ids["school"]).total.times == 7
    assert said(office, under=ids["cao"]).startswith(
        "Thực hiện các phong trào thi đua yêu nước giai đoạn 2018 – 2020, trên địa bàn xã Đồng Cao đã có 01 cá nhân"
    )


def test_one_level_of_authority_can_be_reported_alone(office, ids):
    assert {row.heading.level for row in report(office, level="province").rows} == {"province"}


def test_revoked_awards_are_not_counted(office, ids):
    before = figures(report(office).rows)["district", "DH_LDTT", "person"]
    by = register(office, "99/QĐ-UBND", date(2020, 9, 9), person("Nông Thị Hoa", ids["cao"], "GK_HUYEN"))
    award_id = sql(office, "SELECT min(id) FROM award WHERE name_written = 'Bế Thị Bình'")[0][0]
    do(office, decisions.revoke, [award_id], by)
    assert figures(report(office).rows)["district", "DH_LDTT", "person"] == (
        before[0] - 1,
        before[1],
        before[2],
        0,
    )


def test_every_way_of_grouping_adds_up_to_the_same_times(office, ids):
    for gathered in ("apart", "inside"):
        rows = report(office, gathered=gathered)
        for groups in (rows.by_year, rows.by_unit, rows.by_campaign, rows.by_type):
            assert (
                sum(group.times for group in groups)
                == rows.total.times
                == sum(r.counted.times for r in rows.rows)
            )


def test_totals_count_a_person_of_several_groups_once(office, ids):
    total = report(office, gathered="inside").total
    query = "SELECT count(*), count(DISTINCT person_id), count(DISTINCT decision_id) FROM award"
    assert (total.times, total.people, total.decisions) == sql(office, query)[0]
    assert (total.collectives, total.households) == (3, 1)


def test_awards_without_a_unit_or_campaign_have_a_group_of_their_own(office, ids):
    rows = report(office)
    assert next(group.times for group in rows.by_unit if group.name == "Không ghi đơn vị") == 1
    assert (
        next(group.times for group in rows.by_campaign if group.name == "Không gắn phong trào")
        == rows.total.times - 5
    )


def test_a_year_without_awards_is_shown_as_none(office, ids):
    rows = report(office, period=Period(date(2018, 1, 1), date(2021, 12, 31)))
    assert [(group.name, group.times > 0) for group in rows.by_year] == [
        ("Năm 2018", True), ("Năm 2019", True), ("Năm 2020", True), ("Năm 2021", False),
    ]  # fmt: skip


def test_an_empty_office_reports_that_nothing_is_recorded(office):
    rows = report(office)
    assert (rows.rows, rows.total.times, rows.total.decisions) == ((), 0, 0)
    assert said(office).endswith("chưa có khen thưởng nào được ghi nhận.")


def test_a_period_that_ends_before_it_begins_is_refused(office):
    with pytest.raises(Refused):
        report(office, period=Period(date(2020, 1, 1), date(2019, 1, 1)))
