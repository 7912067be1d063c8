"""Dates with the precision of the paper."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.dates import PartialDate, long_date, parse_date, show

VECTORS = json.loads(
    (Path(__file__).parents[1] / "data/vietnamese/number_date_vectors.json").read_text(encoding="utf-8")
)["dates"]
whole = st.dates(min_value=date(1800, 1, 1), max_value=date(2199, 12, 31))


@st.composite
def partial_dates(draw):
    day, parts = draw(whole), draw(st.integers(1, 3))
    return PartialDate(*(day.year, day.month, day.day)[:parts])


@pytest.mark.parametrize(("typed", "meant"), VECTORS["accept"].items())
def test_what_officers_type_is_understood(typed, meant):
    expected = PartialDate(**meant) if isinstance(meant, dict) else PartialDate.from_iso(meant)
    assert PartialDate.parse(typed) == expected


@pytest.mark.parametrize("typed", [text.split(" (")[0] for text in VECTORS["reject"]])
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(ValueError, match="gõ"):
        PartialDate.parse(typed)


@pytest.mark.parametrize(
    ("typed", "iso"),
    [
        ("ngày 8 tháng 5 năm 2016", "2016-05-08"),
        ("Ngày 08 tháng 5 năm 2016.", "2016-05-08"),
        ("NGÀY 8 THÁNG 5, NĂM 2016", "2016-05-08"),
        ("nga\u0300y 8/5/2016", "2016-05-08"),
        (" 3 / 2 / 1930 ", "1930-02-03"),
        ("3–2–1930", "1930-02-03"),
        ("2016-05-08 00:00:00", "2016-05-08"),
        ("29/02/2024", "2024-02-29"),
        ("00/05/1987", "1987-05"),
        ("tháng 5 năm 1987", "1987-05"),
        ("tháng 5/1987", "1987-05"),
        ("1987-05", "1987-05"),
        ("năm 1954", "1954"),
    ],
)
def test_other_ways_of_writing_a_date_are_understood(typed, iso):
    assert PartialDate.parse(typed).iso() == iso


@pytest.mark.parametrize(
    ("typed", "advice"),
    [
        ("", "Chưa nhập ngày"),
        ("   ", "Chưa nhập ngày"),
        ("hôm qua", "Không hiểu “hôm qua”"),
        ("31/02/1990", "Tháng 2 năm 1990 chỉ có 28 ngày"),
        ("29/02/2023", "gõ ngày từ 1 đến 28"),
        ("13/13/2000", "Không có tháng 13"),
        ("12/25/1990", "gõ ngày trước, tháng sau"),
        ("3/2/30", "Năm “30” phải viết bằng bốn chữ số: gõ lại, ví dụ 03/02/1930"),
        ("5/87", "ví dụ 02/1930"),
        ("54", "bốn chữ số"),
        ("43831", "bốn chữ số"),
        ("3/00/1930", "thiếu tháng"),
        ("01/01/0205", "gõ năm từ 1800 đến 2199"),
        ("tháng 8 ngày 5 năm 2016", "Không hiểu"),
        ("1954 – 1958", "Không hiểu"),
        ("٣/٢/١٩٣٠", "Không hiểu"),
    ],
)
def test_a_refusal_says_what_to_type(typed, advice):
    with pytest.raises(ValueError, match="gõ") as refused:
        PartialDate.parse(typed)
    assert advice in str(refused.value)


@given(st.text(alphabet="0123456789/.- ngàythángnăm") | st.text())
def test_any_text_is_a_date_or_a_sentence(text):
    found = _parse_or_sentence(text)
    if isinstance(found, str):
        assert found.endswith(".")
        assert "gõ" in found
    else:
        assert PartialDate.parse(str(found)) == found


def _parse_or_sentence(text):
    try:
        return PartialDate.parse(text)
    except ValueError as refused:
        return str(refused)


def test_a_year_alone_stays_a_year_alone():
    year = PartialDate.parse("1954")
    assert (year.year, year.month, year.day) == (1954, None, None)
    assert (str(year), year.iso(), year.in_words()) == ("1954", "1954", "năm 1954")
    assert year == PartialDate.from_iso("1954") != PartialDate(1954, 1, 1)


@given(partial_dates())
def test_a_date_survives_the_file_and_the_screen(day):
    assert PartialDate.from_iso(day.iso()) == day
    assert PartialDate.parse(str(day)) == day
    assert PartialDate.parse(day.in_words()) == day
    assert day.first_day() <= day.last_day()


def test_a_year_sorts_before_its_months_and_days():
    ascending = [
        PartialDate.from_iso(text) for text in ("1953-12-31", "1954", "1954-01", "1954-01-01", "1955")
    ]
    jumbled = [ascending[place] for place in (3, 1, 4, 0, 2)]
    assert sorted(jumbled) == ascending


@given(partial_dates(), partial_dates())
def test_the_text_in_the_file_sorts_as_the_dates_do(one, other):
    assert (one < other) is (one.iso() < other.iso())
    assert (one >= other) is not (one < other)


def test_before_for_sure_means_whatever_the_unknown_month_is():
    assert PartialDate(1953).surely_before(PartialDate(1954, 5))
    assert not PartialDate(1954).surely_before(PartialDate(1954, 5))
    assert not PartialDate(1954, 5).surely_before(PartialDate(1954))
    assert PartialDate(1954, 4).surely_before(PartialDate(1954, 5, 1))


@pytest.mark.parametrize(("shown", "said"), VECTORS["words_date"].items())
def test_dates_are_said_as_on_official_papers(shown, said):
    assert PartialDate.parse(shown).in_words() == said
    assert str(PartialDate.parse(shown)) == shown


@given(whole)
def test_whole_dates_are_written_and_read_back(day):
    assert parse_date(show(day)) == parse_date(long_date(day)) == parse_date(day.isoformat()) == day
    assert PartialDate.of(day).first_day() == PartialDate.of(day).last_day() == day


def test_months_from_march_on_have_no_zero_in_words():
    assert long_date(date(1930, 2, 3)) == "ngày 03 tháng 02 năm 1930"
    assert long_date(date(2020, 7, 22)) == "ngày 22 tháng 7 năm 2020"
    assert long_date(date(2020, 3, 8)) == "ngày 08 tháng 3 năm 2020"


@pytest.mark.parametrize("typed", ["1954", "05/1987"])
def test_a_whole_date_is_asked_for_where_it_is_needed(typed):
    with pytest.raises(ValueError, match="gõ đủ ngày/tháng/năm"):
        parse_date(typed)


def test_a_day_without_a_month_is_no_date():
    with pytest.raises(ValueError, match="thiếu tháng"):
        PartialDate(1954, None, 3)
