"""Cleaning, keys for equality and search, honorifics, file names."""

import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.vietnamese import (
    clean,
    fold,
    matches,
    nfc,
    same_key,
    search_terms,
    slug,
    strip_honorific,
)

VECTORS = json.loads(
    (Path(__file__).parents[1] / "data/vietnamese/match_vectors.json").read_text(encoding="utf-8")
)
LETTERS = "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ"
vietnamese = st.text(alphabet=LETTERS + LETTERS.upper() + "Ðð '’-–.,/0159\u00a0\u200b\u0301\u0323\u0302")
anything = vietnamese | st.text()


@pytest.mark.parametrize(("one", "other"), VECTORS["same_text"])
def test_two_spellings_of_one_text_share_the_key(one, other):
    assert same_key(one) == same_key(other)


@pytest.mark.parametrize(("one", "other"), VECTORS["different_text"])
def test_different_texts_have_different_keys(one, other):
    assert same_key(one) != same_key(other)


@pytest.mark.parametrize(("query", "text"), VECTORS["accentless_query_matches"])
def test_a_query_without_accents_finds_every_accent(query, text):
    assert matches(query, text)


@pytest.mark.parametrize(("old", "new"), VECTORS["tone_place"]["old_to_new"].items())
def test_the_tone_moves_to_its_canonical_vowel(old, new):
    assert same_key(old) == new
    assert same_key(unicodedata.normalize("NFD", old)) == new


@pytest.mark.parametrize(
    ("typed", "right"),
    [("hòang", "hoàng"), ("nguỹên", "nguyễn"), ("ngừơi", "người"), ("qúôc", "quốc"), ("gíêng", "giếng")],
)
def test_a_tone_typed_too_early_is_put_right_in_the_key(typed, right):
    assert same_key(typed) == right


@pytest.mark.parametrize("word", ["josé", "aà\u0301", "müller", "renée", "krôông", "ánhđào", "k'brêu"])
def test_words_that_are_no_vietnamese_syllables_keep_their_marks(word):
    assert same_key(word) == word


def test_numbers_and_dashes_around_words_do_not_disturb_the_tone():
    assert same_key("Thôn HÒA-bình 2 (mới)") == "thôn hoà-bình 2 (mới)"
    assert same_key("giai đoạn 2015 – 2020") == same_key("Giai đoạn 2015-2020")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Nguyễn \t Văn\u00a0An\n", "Nguyễn Văn An"),
        ("\ufeffTr\u200bần Thị Lan\u200e", "Trần Thị Lan"),
        ("Ðặng Văn ðức", "Đặng Văn đức"),
        (unicodedata.normalize("NFD", "Nguyễn Thị Thuỷ"), "Nguyễn Thị Thuỷ"),
        ("a\u200b\u0301", "á"),
        ("x\x00y\ud800", "xy"),
        ("Nguyễn Thị Thúy – H’Mông", "Nguyễn Thị Thúy – H’Mông"),
        ("Giàng A Páo", "Giàng A Páo"),
        ("K'Brêu", "K'Brêu"),
        ("Y", "Y"),
        ("", ""),
    ],
)
def test_cleaning_takes_out_only_what_nobody_meant(typed, kept):
    assert clean(typed) == kept


def test_cleaning_leaves_the_soft_hyphen_which_old_encodings_use_for_a_letter():
    assert clean("H\u00adng") == "H\u00adng"
    assert same_key("Lan\u00ad") == "lan"


@given(anything)
def test_keys_do_not_depend_on_composed_or_decomposed_input(text):
    composed, decomposed = nfc(text), unicodedata.normalize("NFD", text)
    assert fold(composed) == fold(decomposed) == fold(text)
    assert same_key(composed) == same_key(decomposed) == same_key(text)
    assert clean(composed) == clean(decomposed)


@given(anything)
def test_a_key_of_a_key_is_itself(text):
    assert clean(clean(text)) == clean(text)
    assert fold(fold(text)) == fold(text)
    assert same_key(same_key(text)) == same_key(text)
    assert slug(slug(text)) == slug(text)


@given(anything)
def test_what_is_stored_can_be_written_to_a_file(text):
    for stored in (clean(text), same_key(text), fold(text)):
        stored.encode("utf-8")
        assert "\x00" not in stored
        assert stored == " ".join(stored.split())


@given(vietnamese)
def test_folded_vietnamese_is_ascii_and_agrees_with_the_equality_key(text):
    assert fold(text).isascii()
    assert fold(same_key(text)) == fold(text)


@given(vietnamese)
def test_a_text_is_found_by_itself_and_by_its_folded_form(text):
    assert matches(text, text)
    assert matches(fold(text), text)


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("thuy", "Nguyễn Thị Thuỷ", True),
        ("Thuý", "Nguyễn Thị Thúy", True),
        ("Thuý", "Nguyễn Thị Thuỷ", False),
        ("đức", "Ðỗ Văn Ðức", True),
        ("đức", "Đỗ Văn Dục", False),
        ("duc", "Đỗ Văn Đức", True),
        ("215/qd-ubnd", "Quyết định 215/QĐ-UBND", True),
        ("215/QĐ-UBND", "Quyết định 215/QĐ–UBND", True),
        ("", "Y", True),
        ("đuc", "Nguyễn Văn Đức", True),
        ("đuc", "Nguyễn Văn Dức", False),
        ("nguyên", "Nguyễn Văn Đức", True),
        ("nguyên", "Nguyện", True),
        ("nguyễn", "Nguyên", False),
        ("nguyến", "Nguyễn", False),
        ("Nguyên Van", "Nguyễn Văn Đức", True),
        ("Nguyen Văn", "Nguyễn Vân", False),
        ("Tư", "Hoàng Văn Tự", True),
        ("Tú", "Hoàng Văn Tứ", False),
        ("hò", "Lường Công Hòa", True),
        ("hò", "Lường Công Hóa", False),
        ("mông", "H'Mông", True),
        ("hmông", "H'Mông", True),
        ("tài chính kê", "Phòng Tài chính - Kế hoạch", True),
        ("jose á", "José Á", True),
        ("(đ.*", "Đức", False),
    ],
)
def test_accents_in_the_query_are_meant(query, text, found):
    assert matches(query, text) is found


def test_search_terms_say_which_stored_text_to_look_in():
    assert search_terms("  Nguyen  VAN ") == ("nguyen van", False)
    assert search_terms(unicodedata.normalize("NFD", "Hòa")) == ("hoà", True)
    assert search_terms("H’Mong – 2") == ("hmong 2", False)


@pytest.mark.parametrize(
    ("written", "name", "gender"),
    [
        ("Ông Nguyễn Văn An", "Nguyễn Văn An", "male"),
        ("BÀ  Lê Thị Bình", "Lê Thị Bình", "female"),
        ("Ông: Ma Văn Chúng", "Ma Văn Chúng", "male"),
        ("Anh Nông Văn Dũng", "Nông Văn Dũng", "male"),
        ("chị Y", "Y", "female"),
        ("Đ/c Hà Văn Đào", "Hà Văn Đào", ""),
        ("đ/c. Hà Văn Đào", "Hà Văn Đào", ""),
        ("Ðồng chí Hà Văn Đào", "Hà Văn Đào", ""),
        ("Đồng chí: Bà Lý Thị Én", "Lý Thị Én", "female"),
        ("Ông (bà) Lý Thị Én", "Lý Thị Én", ""),
        ("Ông/Bà Lý Thị Én", "Lý Thị Én", ""),
        ("Bàn Tài Ửng", "Bàn Tài Ửng", ""),
        ("Anh Đức", "Anh Đức", ""),
        ("Hoàng Thị Bà", "Hoàng Thị Bà", ""),
        ("Ông", "Ông", ""),
        ("Đồng Văn Lực", "Đồng Văn Lực", ""),
        ("", "", ""),
    ],
)
def test_an_honorific_is_taken_off_the_front_and_tells_the_gender(written, name, gender):
    assert strip_honorific(written) == (name, gender)
    assert strip_honorific(unicodedata.normalize("NFD", written)) == (name, gender)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Báo cáo kỳ 2015 – 2020: Đảng uỷ", "bao-cao-ky-2015-2020-dang-uy"),
        ("con", "con-1"),
        ("COM1", "com1-1"),
        ("công", "cong"),
        ("Bạch Thông " * 20, "bach-thong-" * 7 + "bac"),
        ("a" * 79 + " b", "a" * 79),
        ("…", "khong-ten"),
        ("", "khong-ten"),
    ],
)
def test_a_file_name_is_plain_and_allowed_by_windows(text, name):
    assert slug(text) == name


@given(anything)
def test_a_file_name_has_only_safe_characters(text):
    assert 1 <= len(slug(text)) <= 80
    assert set(slug(text)) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
