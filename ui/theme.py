"""The look: Fusion, light, one accent used sparingly, generous rows; fonts with every Vietnamese letter."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

ACCENT = "#B3261E"
ACCENT_DARK = "#8F1E18"
ACCENT_SOFT = "#FBE9E7"
INK = "#1B1F24"
INK_SOFT = "#5F6B7A"
LINE = "#D9DEE5"
GROUND = "#F6F7F9"
ZEBRA = "#F9FAFC"
GOOD, GOOD_SOFT = "#146C43", "#EAFBF1"
WARN, WARN_SOFT = "#8A5A00", "#FFF6E0"
BAD, BAD_SOFT = ACCENT, ACCENT_SOFT
HINT_COLOR = QColor(INK_SOFT)

GAP = 8
WIDE_GAP = 16
ROW_HEIGHT = 32
POINT_SIZE = 10

_RESOURCES = Path(__file__).resolve().parents[1] / "resources"
_FONTS = _RESOURCES / "fonts"
_ICONS = (_RESOURCES / "icons").as_posix()
_SYSTEM_FAMILY = "Segoe UI"
_BUNDLED_FAMILY = "Arimo"

_PALETTE = {
    QPalette.ColorRole.Window: GROUND,
    QPalette.ColorRole.WindowText: INK,
    QPalette.ColorRole.Base: "#FFFFFF",
    QPalette.ColorRole.AlternateBase: ZEBRA,
    QPalette.ColorRole.Text: INK,
    QPalette.ColorRole.PlaceholderText: "#7A8594",
    QPalette.ColorRole.Button: "#FFFFFF",
    QPalette.ColorRole.ButtonText: INK,
    QPalette.ColorRole.ToolTipBase: "#FFFFFF",
    QPalette.ColorRole.ToolTipText: INK,
    QPalette.ColorRole.Highlight: ACCENT_SOFT,
    QPalette.ColorRole.HighlightedText: INK,
    QPalette.ColorRole.Link: ACCENT,
    QPalette.ColorRole.Mid: LINE,
}

_STYLE = f"""
QPushButton, QToolButton[role="button"] {{
    background: white; border: 1px solid {LINE}; border-radius: 4px; padding: 5px 12px; min-height: 20px;
}}
QPushButton:hover, QToolButton[role="button"]:hover {{ background: {GROUND}; border-color: #B8C0CB; }}
QPushButton:pressed, QToolButton[role="button"]:pressed {{ background: #E9ECF0; }}
QPushButton:focus, QToolButton[role="button"]:focus {{ border-color: {ACCENT}; }}
QPushButton:disabled, QToolButton[role="button"]:disabled {{ color: #9AA4B1; background: {GROUND}; }}
QPushButton:checked {{ background: {ACCENT_SOFT}; border-color: {ACCENT}; }}
QPushButton[role="primary"] {{
    background: {ACCENT}; border-color: {ACCENT}; color: white; font-weight: bold;
}}
QPushButton[role="primary"]:hover {{ background: {ACCENT_DARK}; }}
QPushButton[role="primary"]:focus {{ border: 2px solid {INK}; padding: 4px 11px; }}
QPushButton[role="primary"]:disabled {{ background: #D9A5A1; border-color: #D9A5A1; }}
QPushButton[role="link"] {{
    background: transparent; border: none; color: {ACCENT}; padding: 2px 4px; min-height: 0;
}}
QPushButton[role="link"]:hover, QPushButton[role="link"]:focus {{ text-decoration: underline; }}
QToolButton[role="button"]::menu-indicator {{ image: none; }}
QLineEdit, QPlainTextEdit, QComboBox {{
    background: white; border: 1px solid {LINE}; border-radius: 4px; padding: 4px 8px;
    selection-background-color: #F3C6C2; selection-color: {INK};
}}
QLineEdit, QComboBox {{ min-height: 20px; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url("{_ICONS}/down.svg"); width: 10px; height: 10px; }}
QComboBox QAbstractItemView {{ border: 1px solid {LINE}; background: white; outline: none; }}
QComboBox QAbstractItemView::item {{ min-height: 26px; padding: 0 6px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border-color: {ACCENT}; }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {GROUND}; }}
QLineEdit[problem="true"], QPlainTextEdit[problem="true"], QComboBox[problem="true"] {{
    border-color: {ACCENT};
}}
QTableView QLineEdit {{ border-radius: 0; padding: 0 3px; min-height: 0; border-color: {ACCENT}; }}
QTableView {{ background: white; border: 1px solid {LINE}; outline: none; }}
QTableView::item {{ padding: 0 6px; border: none; }}
QTableView::item:selected {{ background: {ACCENT_SOFT}; color: {INK}; }}
QHeaderView {{ background: #F1F3F7; border: none; }}
QHeaderView::section {{
    background: #F1F3F7; border: none; border-right: 1px solid {LINE}; border-bottom: 1px solid {LINE};
    padding: 7px 8px; font-weight: bold; color: #38445A;
}}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: #C5CCD6; border-radius: 4px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: #9EA8B6; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QFrame[role="panel"] {{ background: white; border: 1px solid {LINE}; border-radius: 4px; }}
QScrollArea[role="plain"], QScrollArea[role="plain"] > QWidget > QWidget[role="plain"] {{
    background: transparent; border: none;
}}
QLabel[role="title"] {{ font-size: 13pt; font-weight: bold; }}
QLabel[role="heading"] {{ font-size: 11pt; font-weight: bold; }}
QLabel[role="soft"] {{ color: {INK_SOFT}; }}
QLabel[role="problem"] {{ color: {BAD}; }}
QLabel[tone="good"], QFrame[tone="good"] {{ background: {GOOD_SOFT}; color: {GOOD}; }}
QLabel[tone="warn"], QFrame[tone="warn"] {{ background: {WARN_SOFT}; color: {WARN}; }}
QLabel[tone="bad"], QFrame[tone="bad"] {{ background: {BAD_SOFT}; color: {BAD}; }}
QLabel[tone], QFrame[tone] {{ border-radius: 4px; padding: 6px 8px; }}
QToolTip {{ border: 1px solid {LINE}; padding: 3px; }}
"""


def set_scaling() -> None:
    """Let 125 % and 150 % be what they are; must be called before the QApplication is made."""
    policy = Qt.HighDpiScaleFactorRoundingPolicy.PassThrough
    QGuiApplication.setHighDpiScaleFactorRoundingPolicy(policy)


def apply(app: QApplication) -> None:
    """Dress the whole program: style, palette, font."""
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(_palette())
    app.setFont(QFont(_family(), POINT_SIZE))
    app.setStyleSheet(_STYLE)


def _palette() -> QPalette:
    palette = QPalette()
    for role, color in _PALETTE.items():
        palette.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor("#9AA4B1"))
    return palette


def _family() -> str:
    if QFontDatabase.hasFamily(_SYSTEM_FAMILY):
        return _SYSTEM_FAMILY
    for file in sorted(_FONTS.glob(f"{_BUNDLED_FAMILY}-*.ttf")):
        QFontDatabase.addApplicationFont(str(file))
    return _BUNDLED_FAMILY
