"""The typefaces of printed paper and their measures, in units of a tenth of a point (720 to the inch)."""

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

UNITS_PER_INCH = 720
POINT = 10.0
MM = UNITS_PER_INCH / 25.4

_OFFICIAL = "Times New Roman"
_FALLBACK = "Tinos"
_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"
_REFERENCE = 1000  # pixel size at which advances are measured once; outlines scale linearly


@cache
def family() -> str:
    """Times New Roman where the machine has it, else the bundled Tinos of the same metrics."""
    if QFontDatabase.hasFamily(_OFFICIAL):
        return _OFFICIAL
    for file in sorted(_FOLDER.glob(f"{_FALLBACK}-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    return _FALLBACK


class _Advances(dict[str, float]):
    """Advance of each character at the reference size, measured when first met."""

    def __init__(self, font: QFont) -> None:
        self._metrics = QFontMetricsF(font)

    def __missing__(self, character: str) -> float:
        advance = self[character] = self._metrics.horizontalAdvance(character)
        return advance


def _font(pixels: int, *, bold: bool, italic: bool) -> QFont:
    font = QFont(family())
    font.setPixelSize(pixels)
    font.setBold(bold)
    font.setItalic(italic)
    # Word sets Times New Roman without kerning too; without it a width is the sum of its letters, which
    # makes five thousand rows measurable in a blink.
    font.setKerning(False)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    return font


@cache
def _advances(*, bold: bool, italic: bool) -> _Advances:
    return _Advances(_font(_REFERENCE, bold=bold, italic=italic))


class Face:
    """One size and style of the printed typeface: its QFont and its measures in units."""

    def __init__(self, size: float, *, bold: bool, italic: bool) -> None:
        self.size = size
        self.font = _font(round(size * POINT), bold=bold, italic=italic)
        metrics = QFontMetricsF(self.font)
        self.ascent = metrics.ascent()
        self.line_height = (metrics.ascent() + metrics.descent()) * 1.06
        self._scale = self.font.pixelSize() / _REFERENCE
        self._advance = _advances(bold=bold, italic=italic).__getitem__

    def width(self, text: str) -> float:
        """Return the printed width of one line of text."""
        return sum(map(self._advance, text)) * self._scale


@cache
def face(size: float, *, bold: bool = False, italic: bool = False) -> Face:
    """Return the face of a size in points; the same object for the same question."""
    return Face(size, bold=bold, italic=italic)
