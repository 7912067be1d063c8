"""Sort keys, compared as SQLite's BINARY collation would: byte by byte."""

import json
import sqlite3
import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.vietnamese import name_key, same_key, text_key

VECTORS = json.loads(
    (Path(__file__).parents[1] / "data/vietnamese/sort_vectors.json").read_text(encoding="utf-8")
)
letters = st.text(alphabet=VECTORS["letters_ascending"] + list("ABCĐÊ 019'-"))
syllables = st.lists(st.sampled_from(["ba", "bà", "băn", "bân", "an", "ánh", "đa", "dương", "y"]), max_size=4)


def _in_sqlite(key, texts):
    with sqlite3.connect(":memory:") as database:
        database.execute("CREATE TABLE names (name TEXT, sort_key TEXT) STRICT")
        database.executemany("INSERT INTO names VALUES (?, ?)", [(text, key(text)) for text in texts])
        rows = database.execute("SELECT name FROM names ORDER BY sort_key, rowid").fetchall()
    database.close()
    return [name for (name,) in rows]


def test_letters_and_tones_follow_the_dictionary():
    assert _in_sqlite(text_key, VECTORS["letters_ascending"][::-1]) == VECTORS["letters_ascending"]


def test_names_follow_given_name_then_family_then_middle():
    names = VECTORS["names_ascending"]
    assert all(name_key(one) <= name_key(other) for one, other in pairwise(names))
    assert _in_sqlite(name_key, names) == names


@pytest.mark.parametrize(("lesser", "greater"), VECTORS["pairs_less"])
def test_each_pair_is_in_order(lesser, greater):
    assert name_key(lesser) < name_key(greater)


@pytest.mark.parametrize(
    "ascending",
    [
        ["Ba Vì", "Bà Triệu"],
        ["Thôn 02", "Thôn 2 A", "Thôn 10", "Thôn Bản Mới"],
        ["2 tháng 9", "12 tháng 9", "An"],
        ["Xã Cao Sơn", "xã Cẩm Giàng", "Xã Đôn Phong"],
        ["nguyễn an", "Nguyễn An", "NGUYỄN AN", "nguyễn ân"],
        ["Hà", "Hà Nội", "Hạ"],
        ["", "A"],
        ["9" * 10, "1" + "0" * 30],
    ],
)
def test_any_text_is_ordered_word_by_word(ascending):
    assert _in_sqlite(text_key, ascending[::-1]) == ascending
    assert all(text_key(one) < text_key(other) for one, other in pairwise(ascending))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Lê Văn Hoà", "Lê Văn Hòa"),
        ("H’Mông", "H'Mông"),
        ("Ðặng Ðức", "Đặng Đức"),
        (" Trần\u00a0Thị  Lan", "Trần Thị Lan"),
        ("Tr\u200bần Thị Lan", "Trần Thị Lan"),
    ],
)
def test_spellings_of_one_name_stand_together(one, other):
    assert name_key(one) == name_key(other)


def test_a_name_of_one_word_sorts_by_that_word():
    assert name_key("") == ""
    assert name_key("Y") == text_key("Y")
    assert name_key("Lý Văn Xuân") < name_key("Y") < name_key("Y Blim Ýt")


@given(letters | st.text())
def test_decomposed_input_has_the_same_place(text):
    decomposed = unicodedata.normalize("NFD", text)
    assert name_key(decomposed) == name_key(unicodedata.normalize("NFC", text))
    assert text_key(decomposed) == text_key(unicodedata.normalize("NFC", text))


@given(syllables, syllables)
def test_the_first_differing_word_decides(one, other):
    first, second = " ".join(one), " ".join(other)
    ranked = ["an", "ánh", "ba", "bà", "băn", "bân", "dương", "đa", "y"]
    expected = [ranked.index(word) for word in one] < [ranked.index(word) for word in other]
    assert (text_key(first) < text_key(second)) is expected


@given(st.lists(letters, max_size=6))
def test_only_one_spelling_apart_can_share_a_place(texts):
    words = {text for text in texts if text.isalpha()}
    for one in words:
        for other in words:
            if text_key(one) == text_key(other):
                assert sorted(unicodedata.normalize("NFD", same_key(one))) == sorted(
                    unicodedata.normalize("NFD", same_key(other))
                )
