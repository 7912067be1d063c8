"""The look: Fusion, light, one accent used sparingly, generous rows, fonts with every Vietnamese letter."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QApplication

from ui.theme.look import (
    ACCENT,
    ACCENT_DARK,
    ACCENT_SOFT,
    BAD,
    BAD_SOFT,
    GAP,
    GOOD,
    GOOD_SOFT,
    GROUND,
    HINT_COLOR,
    INK,
    INK_SOFT,
    LINE,
    POINT_SIZE,
    ROW_HEIGHT,
    WARN,
    WARN_SOFT,
    WIDE_GAP,
    ZEBRA,
)
from ui.theme.style import STYLE, palette
from ui.theme.words import VietnameseWords, speak

__all__ = [
    "ACCENT",
    "ACCENT_DARK",
    "ACCENT_SOFT",
    "ARGUMENTS",
    "BAD",
    "BAD_SOFT",
    "GAP",
    "GOOD",
    "GOOD_SOFT",
    "GROUND",
    "HINT_COLOR",
    "INK",
    "INK_SOFT",
    "LINE",
    "POINT_SIZE",
    "ROW_HEIGHT",
    "WARN",
    "WARN_SOFT",
    "WIDE_GAP",
    "ZEBRA",
    "apply",
    "set_scaling",
]

# What the QApplication is made with. A style set later has to be shown to Python, which takes as long as
# painting the window: the class of styles is Qt's largest.
ARGUMENTS = ("Thi đua Desktop", "-style", "fusion")
_FONTS = Path(__file__).resolve().parents[2] / "resources" / "fonts"
_SYSTEM_FAMILY = "Segoe UI"
_BUNDLED_FAMILY = "Arimo"


def set_scaling() -> None:
    """Let 125 % and 150 % be what they are; must be called before the QApplication is made."""
    policy = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(policy)


def apply(app: QApplication) -> None:
    """Dress the whole program, made with ARGUMENTS: palette, font, and Qt's own words in Vietnamese."""
    app.setPalette(palette())
    app.setStyleSheet(STYLE)
    # After the style sheet, with which Qt on Windows gives lists, tables and menus the system's fonts again.
    app.setFont(QFont(_family(), POINT_SIZE))
    speak(app, VietnameseWords)


def _family() -> str:
    if QFontDatabase.hasFamily(_SYSTEM_FAMILY):
        return _SYSTEM_FAMILY
    for file in sorted(_FONTS.glob(f"{_BUNDLED_FAMILY}-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    return _BUNDLED_FAMILY
