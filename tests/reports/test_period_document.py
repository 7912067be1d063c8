"""The period report on paper, as a workbook and for other programs."""

import json

import pytest

from tests.reports.district import OFFICE, YEARS, inherit
from thidua_desktop.documents.document import Chart, Paragraph, Table
from thidua_desktop.domain.period import Period
from thidua_desktop.reports import period


def composed(office, **options):
    asked = period.Options(options.pop("period", YEARS), **options)
    with office.read() as session:
        return period.compose(period.build(session, asked), asked, OFFICE)


def tables(document):
    return {block.name: block for block in document.blocks if isinstance(block, Table)}


def charts(document):
    return [block for block in document.blocks if isinstance(block, Chart)]


def test_the_report_is_the_kept_one(office, ids, same_as_kept):
    inherit(office, 2273, "DH_LDTT+DH_CSTT")
    inherit(office, 40, "GK_HUYEN", start=YEARS.end, end=YEARS.end.replace(year=2021))
    same_as_kept(composed(office, all_rows=True), "period")


def test_the_report_with_the_conference_inside_is_the_kept_one(office, ids, same_as_kept):
    same_as_kept(composed(office, gathered="inside", period=Period.year(2020, "earned")), "period-inside")


def test_the_report_of_an_empty_office_is_the_kept_one(office, same_as_kept):
    same_as_kept(composed(office), "period-empty")


def test_rows_of_a_table_add_up_to_its_last_row(office, ids):
    inherit(office, 2273, "DH_LDTT+DH_CSTT")
    for name, table in tables(composed(office)).items():
        *rows, total = table.rows
        shown = [
            row
            for place, row in enumerate(rows)
            if place not in table.sections and not row[0].startswith("   ")
        ]
        for column in (2, -2, -1) if name in {"Kết quả", "Hội nghị"} else (1, -2, -1):
            assert sum(row[column] for row in shown) == total[column], (name, column)


def test_members_of_one_figure_stand_indented_below_it(office, ids):
    rows = tables(composed(office))["Kết quả"].rows
    place = next(n for n, row in enumerate(rows) if row[0] == "Lao động tiên tiến, Chiến sĩ tiên tiến")
    assert [row[:4] for row in rows[place : place + 3]] == [
        ("Lao động tiên tiến, Chiến sĩ tiên tiến", "Cá nhân", 8, 3),
        ("   – Lao động tiên tiến", "Cá nhân", 6, 3),
        ("   – Chiến sĩ tiên tiến", "Cá nhân", 2, 1),
    ]
    assert place in tables(composed(office))["Kết quả"].strong


def test_each_chart_shows_the_figures_of_its_table(office, ids):
    inherit(office, 30, "DH_LDTT+DH_CSTT")
    document = composed(office)
    by_year, by_unit, share = charts(document)
    total = tables(document)["Kết quả"].rows[-1][-1]
    for chart in (by_year, by_unit, share):
        assert sum(sum(series.values) for series in chart.series) == total
    years = {row[0].removeprefix("Năm "): row[-1] for row in tables(document)["Theo năm"].rows[:-1]}
    assert {c: sum(s.values[n] for s in by_year.series) for n, c in enumerate(by_year.categories)} == years


def test_the_workbook_gets_every_award_behind_the_figures_only_when_asked(office, ids):
    assert composed(office).extra_sheets == ()
    (details,) = composed(office, all_rows=True).extra_sheets
    with office.read() as session:
        rows = period.build(session, period.Options(YEARS))
    assert len(details.rows) == rows.total.times + rows.event_total.times


def test_sheet_names_fit_excel_and_are_told_apart(office, ids):
    document = composed(office, all_rows=True)
    names = [table.name for table in (*tables(document).values(), *document.extra_sheets)]
    assert all(0 < len(name) <= 31 for name in names)
    assert len({name.lower() for name in names}) == len(names)


def test_the_paper_says_title_period_sentence_and_notes(office, ids):
    paragraphs = [block for block in composed(office).blocks if isinstance(block, Paragraph)]
    assert [p.text for p in paragraphs[:2]] == [
        "BÁO CÁO KẾT QUẢ THI ĐUA, KHEN THƯỞNG",
        "Giai đoạn 2018 – 2020",
    ]
    assert paragraphs[2].text.startswith("Thực hiện các phong trào thi đua yêu nước giai đoạn 2018 – 2020")
    assert next(p.text for p in paragraphs if p.style == "note") == "Theo ngày quyết định."


@pytest.mark.parametrize(
    ("name", "where", "says"),
    [
        ("UBND thị xã Núi Đỏ", "trên địa bàn thị xã Núi Đỏ", "UBND thị xã Núi Đỏ công nhận"),
        (
            "Ủy ban nhân dân huyện Suối Trong",
            "trên địa bàn huyện Suối Trong",
            "Ủy ban nhân dân huyện Suối Trong công nhận",
        ),
        ("UBND xã Đồng Cao", "trên địa bàn xã Đồng Cao", "UBND huyện công nhận"),
        ("Sở Nội vụ", "tại Sở Nội vụ", "UBND huyện công nhận"),
    ],
)
def test_the_sentence_speaks_for_the_office_it_is_written_in(office, ids, name, where, says):
    asked = period.Options(YEARS)
    with office.read() as session:
        text = period.sentence(period.build(session, asked), asked, {"office": name})
    assert f"giai đoạn 2018 – 2020, {where} đã có" in text
    assert says in text


def test_other_programs_get_the_keys_agreed(office, ids):
    inherit(office, 2273, "DH_LDTT+DH_CSTT")
    asked = period.Options(YEARS)
    with office.read() as session:
        rows = period.build(session, asked)
    found = json.loads(json.dumps(period.as_json(rows, "Câu báo cáo.", asked)))
    keys = {"award", "recipient", "level", "times", "distinct", "decisions", "inherited"}
    assert all(keys <= set(row) for row in (*found["rows"], *found["event_rows"]))
    assert found["sentence"] == "Câu báo cáo."
    assert (found["basis"], found["events"], found["period"]["from"]) == ("decided", "apart", "2018-01-01")
    by_award = {(row["award"], row["recipient"]): row for row in found["rows"]}
    assert by_award["DH_LDTT", "person"]["times"] == 6
    assert by_award["DH_LDTT+DH_CSTT", "person"] | {"title": ""} == {
        "level": "district", "award": "DH_LDTT+DH_CSTT", "title": "", "recipient": "person",
        "times": 0, "distinct": 0, "decisions": 0, "inherited": 2273, "total": 2273,
    }  # fmt: skip
    assert {row["event"] for row in found["event_rows"]} == {
        "Hội nghị biểu dương điển hình tiên tiến năm 2020"
    }
    assert sum(row["times"] for row in found["by_unit"]) == found["total"]["times"]
