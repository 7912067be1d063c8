"""The bundled typeface has every letter of Vietnamese, and the binding survives many calls."""

import unicodedata
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen, QRawFont
from PySide6.QtWidgets import QLabel

from ui.printing.fonts import face, family
from ui.printing.text import wrap

FONTS = Path(__file__).parents[2] / "resources" / "fonts"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
LETTERS = sorted(
    {
        letter
        for vowel in "aăâeêioôơuưy"
        for tone in TONES
        for letter in (
            unicodedata.normalize("NFC", vowel + tone),
            unicodedata.normalize("NFC", vowel + tone).upper(),
        )
        if not letter.isascii()
    }
    | {"đ", "Đ"}
)

pytestmark = pytest.mark.usefixtures("qapp")


def test_vietnamese_has_134_letters_outside_ascii():
    assert len(LETTERS) == 134


@pytest.mark.parametrize("file", sorted(FONTS.glob("Tinos-*.ttf")), ids=lambda file: file.stem)
def test_the_bundled_typeface_has_every_vietnamese_letter(file):
    font = QRawFont(str(file), 12)
    assert font.isValid()
    missing = [letter for letter in LETTERS if 0 in font.glyphIndexesForString(letter)]
    assert missing == []


def test_the_printed_family_is_the_official_one_or_its_double():
    assert family() in {"Times New Roman", "Tinos"}


def test_a_width_is_what_qt_draws():
    text = "Nguyễn Thị Ngưỡng – Ủy ban nhân dân huyện AVATAR"
    for size in (9, 12, 13):
        bold = face(size, bold=True)
        assert bold.width(text) == pytest.approx(QFontMetricsF(bold.font).horizontalAdvance(text), rel=0.002)


def test_lines_are_broken_at_spaces_and_kept_within_the_width():
    small = face(12)
    text = "Ban Chỉ huy Quân sự huyện Bạch Thông tỉnh Bắc Kạn"
    lines = wrap(text, small, 900)
    assert " ".join(lines) == text
    assert all(small.width(line) <= 900 for line in lines)
    assert len(lines) > 2


def test_an_overlong_word_is_broken_after_a_stroke_and_nothing_is_lost():
    lines = wrap("215/QĐ-UBND/2020/NộiVụHuyệnBạchThông", face(12), 700)
    assert "".join(lines) == "215/QĐ-UBND/2020/NộiVụHuyệnBạchThông"
    assert lines[0] == "215/QĐ-"


def test_twenty_thousand_void_calls_leave_the_interpreter_alive():
    """PySide6 6.12.0 on Python 3.11 drops a reference to None at each void call and aborts."""
    label = QLabel()
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    pen = QPen(QColor("black"))
    for _ in range(10_000):
        label.setText("x")
        painter.setPen(pen)
    painter.end()
    assert label.text() == "x"
