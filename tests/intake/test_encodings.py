"""Old encodings told from Unicode, measured on the vectors and on an invented corpus."""

import json
import random
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.intake import corpus
from thidua_desktop.intake.encodings.scoring import is_sound
from thidua_desktop.intake.encodings.syllables import is_syllable
from thidua_desktop.intake.encodings.tables import AS_IS, NAMES, decode, typed_in
from thidua_desktop.intake.encodings.verdict import guess

VECTORS = json.loads(
    (Path(__file__).parents[1] / "data/vietnamese/legacy_vectors.json").read_text(encoding="utf-8")
)
STRINGS = corpus.strings(1, 4854)
LATIN = corpus.latin_only(2, 600)
LETTERS = st.text(st.sampled_from(sorted(corpus.codes("vni"))), min_size=1)


def repaired(text: str) -> str:
    encoding = guess([text])
    return unicodedata.normalize("NFC", text if encoding == AS_IS else decode(text, encoding))


def right(texts: Iterable[str], typed: Callable[[str], str]) -> float:
    """The share of texts that come back, small and capital letters told apart only where they could be typed."""
    found = [repaired(typed(text)).casefold() == text.casefold() for text in texts]
    return sum(found) / len(found)


@pytest.mark.parametrize("vector", VECTORS["strings"], ids=lambda vector: vector["unicode"])
@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_a_vector_is_decoded(vector: dict[str, str], encoding: str) -> None:
    found = decode(vector[encoding], encoding)

    assert found.casefold() == vector["unicode"].casefold()
    assert found == vector["unicode"] or encoding == "tcvn3"


def test_every_vector_longer_than_a_letter_is_told_by_its_words() -> None:
    wrong = [
        (vector[encoding], guess([vector[encoding]]))
        for vector in VECTORS["strings"]
        for encoding in ("tcvn3", "vni")
        if len(vector["unicode"]) > 1 and guess([vector[encoding]]) != encoding
    ]

    assert wrong == []


@pytest.mark.parametrize("text", [*VECTORS["must_stay_as_is"], *corpus.FOREIGN, *corpus.PLAIN])
def test_text_that_is_no_old_encoding_stays(text: str) -> None:
    assert guess([text]) == AS_IS


@given(LETTERS, st.sampled_from(("tcvn3", "vni", "viscii", "vps")))
def test_every_letter_can_be_typed_and_read_again(text: str, encoding: str) -> None:
    for letter in text:
        found = decode(corpus.encoded(f"n{letter}n", encoding), encoding)

        assert found.casefold() == f"n{letter}n".casefold()


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_no_unicode_string_is_changed(form: str) -> None:
    assert right(STRINGS, lambda text: unicodedata.normalize(form, text)) == 1
    assert right(map(str.upper, STRINGS), lambda text: unicodedata.normalize(form, text)) == 1
    assert right(LATIN, lambda text: unicodedata.normalize(form, text)) == 1


@pytest.mark.parametrize(
    ("encoding", "small", "capital"),
    [("tcvn3", 0.99, 0.99), ("vni", 0.995, 0.995), ("viscii", 0.98, 0.98), ("vps", 0.97, 0.97)],
)
def test_single_cells_without_a_font_are_read(encoding: str, small: float, capital: float) -> None:
    assert right(STRINGS, lambda text: corpus.encoded(text, encoding)) >= small
    assert right(map(str.upper, STRINGS), lambda text: corpus.encoded(text, encoding)) >= capital


@pytest.mark.parametrize("label", [AS_IS, "latin only", *NAMES])
def test_a_column_is_told_whatever_strays_into_it(label: str) -> None:
    chosen = random.Random(label)
    for _ in range(600):
        column = chosen.sample(LATIN if label == "latin only" else STRINGS, 25)
        if label in NAMES:
            column = [corpus.encoded(text, label) for text in column]
        for place in chosen.sample(range(25), 2):
            column[place] = chosen.choice(chosen.choice([corpus.PLAIN, corpus.FOREIGN, STRINGS, LATIN]))

        assert guess(column) == (label if label in NAMES else AS_IS), column


def test_capitals_a_font_had_no_code_for_are_capitals_again() -> None:
    assert decode("NGUYÔN V¡N H­NG", "tcvn3") == "NGUYỄN VĂN HƯNG"
    assert decode("Sè TT", "tcvn3") == "Số TT"
    assert decode("CHIÕN SÜ thi ®ua", "tcvn3") == "CHIẾN Sĩ thi đua"


@pytest.mark.parametrize(
    ("font", "encoding", "capitals"),
    [
        (".VnTime", "tcvn3", False),
        (".VnTimeH", "tcvn3", True),
        (".VnArialH", "tcvn3", True),
        (".VnShelley Allegro", "tcvn3", False),
        ("VNI-Times", "vni", False),
        ("VPS Times", "vps", False),
    ],
)
def test_a_font_tells_its_encoding(font: str, encoding: str, *, capitals: bool) -> None:
    typed = typed_in(font)

    assert typed
    assert (typed.encoding, typed.capitals) == (encoding, capitals)


@pytest.mark.parametrize("font", ["Times New Roman", "Arial", "Viner Hand ITC", "Vivaldi", "", "Vn Nothing"])
def test_other_fonts_tell_nothing(font: str) -> None:
    assert typed_in(font) is None


@pytest.mark.parametrize(
    "word",
    [
        "Nguyễn",
        "hoà",
        "hòa",
        "Thủy",
        "thuỷ",
        "quý",
        "quốc",
        "giếng",
        "gì",
        "khuỷu",
        "NGUYỆT",
        "Kạn",
        "Pác",
        "Đắk",
        "ỷ",
        "Yến",
        "khuya",
        "oách",
    ],
)
def test_a_syllable_is_one(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word", ["NguyÔn", "Nguyeãn", "cè", "ngề", "hạch́", "bàc", "Cafe", "quủy", "ơơ", "toàán"]
)
def test_what_cannot_be_a_syllable_is_none(word: str) -> None:
    assert not is_syllable(word)


def test_signs_and_initials_are_no_impossible_words() -> None:
    assert is_sound("50 µ - ½ (QĐ, HĐND)")
