"""Names of units and people in two spellings: what is surely one, what is worth asking, what is neither."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.near import blocks, differing, near_names, spelt_name, unit_name
from thidua_desktop.domain.vietnamese import fold

KINDS = [
    ("Trường Tiểu học", ("Tiểu học", "TIỂU HỌC", "trường tiểu học")),
    ("Trường Trung học cơ sở", ("Trường THCS", "THCS", "Trung học cơ sở")),
    ("Trường Mầm non", ("Trường MN", "MN", "Mầm non")),
    ("Phòng", ("Phòng", "PHÒNG")),
]
PLACES = ["Cao Sơn", "Hương Sĩ", "Vi Hương", "Tân Tú", "Mỹ Thanh", "Nguyên Phúc", "Quang Thuận"]
TAILS = ["", " huyện", " huyện Bạch Thông", ", huyện Bạch Thông, tỉnh Bắc Kạn"]
WORDS = st.lists(
    st.sampled_from(["lan", "loan", "thị", "hoà", "nông", "văn", "đức", "sỹ", "lý"]), min_size=1, max_size=5
)


@given(st.sampled_from(KINDS), st.integers(0, 3), st.sampled_from(PLACES), st.sampled_from(TAILS), st.data())
def test_a_name_is_itself_however_short_it_is_written(kind, short, place, tail, data):
    whole, ways = kind
    way = ways[short % len(ways)]
    letters = data.draw(st.sampled_from([str, str.upper, lambda text: text.replace("ĩ", "ỹ")]))
    one, other = unit_name(f"{whole} {place}"), unit_name(letters(f"{way} {place}{tail}"))
    assert one.surely(other)
    assert other.surely(one)


@given(st.sampled_from(KINDS), st.sampled_from(PLACES), st.sampled_from(PLACES))
def test_two_places_are_never_one(kind, one, other):
    assert unit_name(f"{kind[0]} {one}").surely(unit_name(f"{kind[1][0]} {other}")) == (one == other)


@pytest.mark.parametrize("text", ["TH Cao Sơn", "TT Phủ Thông", "TTr Phủ Thông", "P. Đức Xuân", "BCH xã"])
def test_an_abbreviation_of_several_readings_is_never_sure(text):
    name = unit_name(text)
    assert name.ambiguous
    assert not name.surely(name)


def test_what_is_no_place_stays_in_the_name():
    assert unit_name("Văn phòng Huyện ủy").readings != unit_name("Văn phòng").readings
    assert unit_name("").readings == ("",)


@given(WORDS, st.integers(0, 4))
def test_names_one_word_apart_always_meet_in_a_block(words, place):
    words = [fold(word) for word in words]
    other = list(words)
    other[place % len(words)] = "khac"
    one, changed = " ".join(words), " ".join(other)
    assert set(blocks(one)) & set(blocks(changed))
    assert differing(one, changed) is not None


@given(WORDS, WORDS)
def test_nearness_is_mutual_and_sees_no_two_changes(one, other):
    alike = lambda mine, theirs: abs(len(mine) - len(theirs)) == 1  # noqa: E731 - a plain rule for the test
    first, second = spelt_name(" ".join(one)), spelt_name(" ".join(other))
    assert near_names(first, second, alike) == near_names(second, first, alike)
    if len(one) == len(other) and sum(map(str.__ne__, first.split(), second.split())) > 1:
        assert not near_names(first, second, alike)
