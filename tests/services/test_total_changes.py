from dataclasses import replace
from datetime import date

import pytest

from tests.records.offices import ask, content, do, sql
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.total import TotalDraft
from thidua_desktop.records import totals as total_records
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import totals

WHOLE = TotalDraft(
    2281,
    ("DH_LDTT", "DH_CSTT"),
    "person",
    "district",
    date(2015, 1, 1),
    date(2020, 7, 22),
    "Báo cáo tổng kết 2015 – 2020",
    note="Số liệu của Phòng Nội vụ",
)


def found(office, **query):
    return list(ask(office, total_records.ids, ListQuery(**query)))


def test_a_total_comes_back_as_typed(office):
    made = do(office, totals.enter, WHOLE)
    assert total_records.draft_of(ask(office, total_records.get, made)) == WHOLE
    changed = replace(WHOLE, times=2282, awards=("DH_LDTT",), type="merit")
    do(office, totals.change, made, changed)
    assert total_records.draft_of(ask(office, total_records.get, made)) == changed
    do(office, totals.remove, made)
    assert sql(office, "SELECT count(*) FROM total") == [(0,)]


def test_a_total_is_replaced_once_and_may_be_taken_back(office):
    first, second = (do(office, totals.enter, replace(WHOLE, times=times)) for times in (5, 7))
    do(office, totals.replace, first, date(2024, 5, 1))
    assert [(row.id, row.times) for row in ask(office, total_records.counted)] == [(second, 7)]
    with pytest.raises(Refused, match="01/05/2024"):
        do(office, totals.replace, first, date(2024, 6, 1))
    assert sql(office, "SELECT replaced_on FROM total WHERE id = ?", first) == [("2024-05-01",)]
    do(office, totals.take_back, first)
    assert len(ask(office, total_records.counted)) == 2
    do(office, totals.replace, first, date(2024, 6, 1))
    assert sql(office, "SELECT sum(times) FROM total WHERE replaced_on IS NULL") == [(7,)]


def test_correcting_a_replaced_total_leaves_it_replaced(office):
    made = do(office, totals.enter, WHOLE)
    do(office, totals.replace, made, date(2024, 5, 1))
    do(office, totals.change, made, replace(WHOLE, times=9))
    assert ask(office, total_records.counted) == []


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"times": 0}, "times"),
        ({"times": 10**20}, "times"),
        ({"awards": ()}, "awards"),
        ({"awards": ("KHONG_CO",)}, "awards"),
        ({"awards": ("DH_LDTT", "DH_TTLDTT")}, "recipient"),
        ({"recipient": "dog"}, "recipient"),
        ({"level": "moon"}, "level"),
        ({"end": date(2014, 1, 1)}, "end"),
        ({"source": " "}, "source"),
    ],
)
def test_a_total_that_cannot_stand_is_refused_beside_the_field(office, wrong, field):
    made = do(office, totals.enter, WHOLE)
    before = content(office)
    draft = replace(WHOLE, **wrong)
    for act in (lambda: do(office, totals.enter, draft), lambda: do(office, totals.change, made, draft)):
        with pytest.raises(Refused) as refused:
            act()
        assert field in {problem.field for problem in refused.value.problems}
    assert content(office) == before


def test_totals_are_found_by_source_and_by_the_name_of_the_award_as_vietnamese_type(office):
    first = do(office, totals.enter, WHOLE)
    other = replace(
        WHOLE, awards=("GK_HUYEN",), recipient="household", source="Đề án 100%", level="commune", note=""
    )
    second = do(office, totals.enter, other)
    assert found(office) == found(office, search=" ") == [first, second]
    for typed in ("tong ket", "TỔNG KẾT", "lao dong tien tien", "chiến sĩ tiên tiến", "phòng nội"):
        assert found(office, search=typed) == [first], typed
    for typed in ("de an", "Đề án", "100%", "giấy khen"):
        assert found(office, search=typed) == [second], typed
    assert found(office, search="%") == [second]
    assert found(office, search="DH_LDTT") == found(office, search="tống kết") == []
    assert found(office, filters={"level": "commune"}) == [second]
    assert found(office, filters={"recipient": "person"}) == [first]


def test_totals_are_sorted_by_period_times_or_award(office):
    made = [
        do(office, totals.enter, replace(WHOLE, times=times, start=date(year, 1, 1), awards=(code,)))
        for times, year, code in ((5, 2018, "DH_LDTT"), (9, 2015, "GK_HUYEN"), (7, 2016, "DH_CSTD_CS"))
    ]
    assert found(office) == [made[1], made[2], made[0]]
    assert found(office, sort="times") == [made[0], made[2], made[1]]
    assert found(office, sort="times", descending=True) == [made[1], made[2], made[0]]
    assert found(office, sort="awards") == [made[2], made[0], made[1]]
