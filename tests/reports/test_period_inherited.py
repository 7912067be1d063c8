"""Inherited totals stand beside detailed rows, are counted once, and are never left out in silence."""

from datetime import date

import pytest

from tests.reports.district import YEARS, do, figures, inherit, report, said
from thidua_desktop.domain.period import Period
from thidua_desktop.domain.total import TotalDraft
from thidua_desktop.reports import period
from thidua_desktop.services import totals


def notes(office, **options):
    asked = period.Options(options.pop("period", YEARS), **options)
    return "\n".join(period.notes(report(office, period=asked.period, **options), asked))


def test_an_inherited_total_stands_beside_the_detailed_figure_of_its_award(office, ids):
    inherit(office, 40, "GK_HUYEN")
    assert figures(report(office).rows)["district", "GK_HUYEN", "person"] == (2, 2, 1, 40)
    assert "Đã cộng số liệu kế thừa: 40 lượt cá nhân" in notes(office)
    assert "cho 02 tập thể, 42 lượt cá nhân và 01 hộ gia đình" in said(office)


def test_detailed_rows_of_the_same_award_and_years_beside_a_total_are_asked_about(office, ids):
    inherit(office, 40, "HC_LAO_DONG_1", level="president")
    assert "lượt chi tiết" not in notes(office)
    inherit(office, 40, "GK_HUYEN")
    assert "đã có 02 lượt chi tiết" in notes(office)


def test_totals_alike_but_for_their_years_are_told_apart(office, ids):
    for year in (2019, 2020):
        inherit(office, 40, "GK_HUYEN", start=date(year, 1, 1), end=date(year, 12, 31))
    said_of_both = [line for line in notes(office).splitlines() if line.startswith("Đã cộng số liệu kế thừa")]
    assert [("năm 2019" in line, "năm 2020" in line) for line in said_of_both] == [
        (True, False),
        (False, True),
    ]


def test_a_total_of_two_titles_is_a_row_of_its_own_in_their_one_figure(office, ids):
    inherit(office, 2273, "DH_CSTT+DH_LDTT")
    rows = report(office)
    assert figures(rows.rows)["district", "DH_LDTT+DH_CSTT", "person"] == (0, 0, 0, 2273)
    line = next(line for line in rows.lines if "DH_LDTT" in line.heading.award)
    assert [row.heading.award for row in line.rows] == ["DH_LDTT", "DH_CSTT", "DH_LDTT+DH_CSTT"]
    assert line.counted.total == 2281
    assert "2.281 lượt cá nhân đạt danh hiệu lao động tiên tiến, chiến sĩ tiên tiến" in said(office)


def test_a_total_joins_awards_that_are_otherwise_figures_of_their_own(office, ids):
    inherit(office, 9, "BK_TINH+DH_CO_TINH", "collective", "province")
    line = next(line for line in report(office).lines if line.heading.level == "province")
    assert (line.heading.award, line.counted.times, line.counted.distinct, line.counted.total) == (
        "DH_CO_TINH+BK_TINH", 2, 1, 11,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("start", "end"),
    [(date(2017, 1, 1), date(2018, 12, 31)), (date(2020, 1, 1), date(2021, 6, 30))],
)
def test_a_total_that_reaches_out_of_the_period_is_not_counted_and_the_report_says_so(
    office, ids, start, end
):
    inherit(office, 40, "GK_HUYEN", start=start, end=end)
    assert figures(report(office).rows)["district", "GK_HUYEN", "person"][3] == 0
    assert "Chưa cộng số liệu kế thừa: 40 lượt cá nhân" in notes(office)


def test_a_total_of_another_period_is_not_spoken_of(office, ids):
    inherit(office, 40, "GK_HUYEN", start=date(2012, 1, 1), end=date(2016, 12, 31))
    assert "40 lượt" not in notes(office)


@pytest.mark.parametrize(("cutoff", "counted"), [(date(2019, 12, 31), 40), (date(2019, 12, 30), 0)])
@pytest.mark.parametrize("basis", ["decided", "earned"])
def test_a_total_that_speaks_of_days_after_the_cut_off_is_not_counted(office, ids, basis, cutoff, counted):
    inherit(office, 40, "DH_TTLDXS", "collective", "province")
    rows = report(office, period=Period(YEARS.start, YEARS.end, basis, cutoff))
    assert rows.total.inherited == counted


def test_by_year_earned_a_total_counts_when_its_years_are_years_of_the_period(office, ids):
    inherit(office, 40, "GK_HUYEN", start=date(2019, 1, 1), end=date(2019, 12, 31))
    assert report(office, period=Period.year(2019, "earned")).total.inherited == 40
    assert report(office, period=Period.year(2018, "earned")).total.inherited == 0


def test_a_replaced_total_is_not_counted_twice_and_the_report_says_why(office, ids):
    total_id = inherit(office, 2, "GK_HUYEN")
    do(office, totals.replace, total_id, date(2021, 3, 4))
    assert figures(report(office).rows)["district", "GK_HUYEN", "person"] == (2, 2, 1, 0)
    assert "đã có danh sách chi tiết thay từ ngày 04/03/2021" in notes(office)
    do(office, totals.take_back, total_id)
    assert report(office).total.inherited == 2


def test_a_scope_counts_only_totals_of_that_unit_or_campaign(office, ids):
    inherit(office, 7, "GK_HUYEN", unit_id=ids["school"])
    inherit(office, 40, "GK_HUYEN")
    inherit(office, 300, "GK_HUYEN", unit_id=ids["thap"])
    assert report(office, under=ids["cao"]).total.inherited == 7
    assert "Chưa cộng số liệu kế thừa: 40 lượt" in notes(office, under=ids["cao"])
    assert "300" not in notes(office, under=ids["cao"])
    assert report(office, campaign=ids["campaign"]).total.inherited == 0


def test_a_total_of_an_event_stands_with_the_event_or_inside(office, ids):
    inherit(office, 63, "GK_HUYEN", event_id=ids["event"])
    apart = report(office)
    assert figures(apart.event_rows)["district", "GK_HUYEN", "person"] == (1, 1, 1, 63)
    assert (apart.total.inherited, apart.event_total.inherited) == (0, 63)
    assert figures(report(office, gathered="inside").rows)["district", "GK_HUYEN", "person"] == (3, 3, 2, 63)


def test_a_total_goes_to_its_year_unit_campaign_and_type_or_to_none(office, ids):
    draft = TotalDraft(
        8, ("GK_HUYEN",), "person", "district", date(2019, 1, 1), date(2019, 12, 31), "Báo cáo tổng kết",
        unit_id=ids["thap"], campaign_id=ids["campaign"], type="thematic",
    )  # fmt: skip
    do(office, totals.enter, draft)
    inherit(office, 40, "DH_LDTT+DH_CSTT")
    rows = report(office)
    for groups, name, without in (
        (rows.by_year, "Năm 2019", "Không chia theo năm"),
        (rows.by_unit, "Xã Đồng Thấp", "Không ghi đơn vị"),
        (rows.by_campaign, "Thi đua quyết thắng giai đoạn 2012 – 2019", "Không gắn phong trào"),
        (rows.by_type, "Phong trào thi đua (chuyên đề)", "Không ghi loại hình"),
    ):
        found = {group.name: group.inherited for group in groups}
        assert (found[name], found[without]) == (8, 40)
        assert sum(found.values()) == rows.total.inherited == 48


def test_an_office_that_has_only_totals_gets_its_paragraph_from_them(office):
    inherit(office, 104, "GK_HUYEN", "collective")
    inherit(office, 173, "GK_HUYEN")
    inherit(office, 2281, "DH_LDTT+DH_CSTT")
    assert said(office).endswith(
        "UBND huyện đã công nhận 2.281 lượt cá nhân đạt danh hiệu lao động tiên tiến, chiến sĩ tiên tiến; "
        "tặng Giấy khen cho 104 tập thể và 173 cá nhân."
    )
