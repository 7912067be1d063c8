"""Numbers in figures and in words."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.vietnamese import count2, number, words

VECTORS = json.loads(
    (Path(__file__).parents[1] / "data/vietnamese/number_date_vectors.json").read_text(encoding="utf-8")
)
FIGURES = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
VALUES = {figure: value for value, figure in enumerate(FIGURES)} | {"mốt": 1, "tư": 4, "lăm": 5}


@pytest.mark.parametrize(("value", "said"), VECTORS["cardinals_north"].items())
def test_a_number_is_said_as_in_the_north(value, said):
    assert words(int(value)) == said


def test_less_than_nothing_and_thousands_of_billions_are_said_too():
    assert words(-21) == "âm hai mươi mốt"
    assert words(1_000_000_005) == "một tỷ không trăm linh năm"
    assert words(2_000_001_000_000_000) == "hai triệu không trăm linh một tỷ"


@given(st.integers(min_value=0, max_value=10**15))
def test_the_words_read_back_are_the_number(value):
    assert _read(words(value).split()) == value


def _read(said):
    if "tỷ" in said:
        at = len(said) - 1 - said[::-1].index("tỷ")
        return _read(said[:at]) * 10**9 + _read(said[at + 1 :])
    total = group = figure = 0
    for word in said:
        if word in VALUES:
            figure = VALUES[word]
        elif word == "mười":
            group += 10
        elif word in {"mươi", "trăm"}:
            group, figure = group + figure * {"mươi": 10, "trăm": 100}[word], 0
        elif word in {"nghìn", "triệu"}:
            total, group, figure = total + (group + figure) * {"nghìn": 1000, "triệu": 10**6}[word], 0, 0
    return total + group + figure


@pytest.mark.parametrize(("value", "shown"), VECTORS["format"].items())
def test_thousands_have_dots_and_decimals_a_comma(value, shown):
    assert number(Decimal(value)) == shown
    assert number(float(value)) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0"), (999, "999"), (-1000, "-1.000"), (2.0, "2"), (Decimal("1.50"), "1,5"), (1490000, "1.490.000")],
)
def test_numbers_are_shown_without_idle_zeros(value, shown):
    assert number(value) == shown


def test_counts_below_ten_have_two_figures():
    assert [count2(count) for count in (0, 1, 9, 10, 43, 2281)] == ["00", "01", "09", "10", "43", "2.281"]
