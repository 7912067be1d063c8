"""The dress of widgets: a palette and a small style sheet over Fusion."""

from pathlib import Path

from PySide6.QtGui import QColor, QPalette

from ui.theme.look import (
    ACCENT,
    ACCENT_DARK,
    ACCENT_SOFT,
    BAD,
    BAD_SOFT,
    GOOD,
    GOOD_SOFT,
    GROUND,
    INK,
    INK_SOFT,
    LINE,
    WARN,
    WARN_SOFT,
    ZEBRA,
)

_ICONS = (Path(__file__).resolve().parents[2] / "resources" / "icons").as_posix()

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

STYLE = f"""
QPushButton, QToolButton[role="button"] {{
    background: white; border: 1px solid {LINE}; border-radius: 4px; padding: 5px 12px; min-height: 20px;
}}
QPushButton:hover, QToolButton[role="button"]:hover {{ background: {GROUND}; border-color: #B8C0CB; }}
QPushButton:pressed, QToolButton[role="button"]:pressed {{ background: #E9ECF0; }}
QPushButton, QToolButton {{ outline: none; }}
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
QPushButton[role="figure"] {{ background: white; text-align: left; padding: 0; }}
QPushButton[role="figure"]:hover {{ border-color: {ACCENT}; background: white; }}
QPushButton[role="link"]:disabled {{ color: #9AA4B1; }}
QPushButton[role="link"]:hover, QPushButton[role="link"]:focus {{ text-decoration: underline; }}
QToolButton[role="button"]::menu-indicator {{ image: none; }}
QLineEdit, QPlainTextEdit, QComboBox {{
    background: white; border: 1px solid {LINE}; border-radius: 4px; padding: 4px 8px;
    selection-background-color: #F3C6C2; selection-color: {INK};
}}
QLineEdit, QComboBox {{ min-height: 20px; }}
QAbstractSpinBox {{
    background: white; border: 1px solid {LINE}; border-radius: 4px; padding: 4px 22px 4px 8px;
    min-height: 20px; selection-background-color: #F3C6C2; selection-color: {INK};
}}
QAbstractSpinBox:focus {{ border-color: {ACCENT}; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
    border: none; background: transparent; width: 20px;
}}
QAbstractSpinBox::up-arrow {{ image: url("{_ICONS}/up.svg"); width: 8px; height: 8px; }}
QAbstractSpinBox::down-arrow {{ image: url("{_ICONS}/down.svg"); width: 8px; height: 8px; }}
QComboBox::drop-down {{ border: none; width: 22px; }}
QComboBox::down-arrow {{ image: url("{_ICONS}/down.svg"); width: 10px; height: 10px; }}
QComboBox QAbstractItemView, QListView {{
    border: 1px solid {LINE}; background: white; outline: none;
}}
QComboBox QAbstractItemView::item {{ min-height: 26px; padding: 0 6px; }}
QListView::item {{ padding: 6px; border: none; }}
QListView::item:selected, QComboBox QAbstractItemView::item:selected {{
    background: {ACCENT_SOFT}; color: {INK};
}}
QMenu {{ background: white; border: 1px solid {LINE}; padding: 4px 0; }}
QMenu::item {{ padding: 6px 28px 6px 26px; }}
QMenu::item:selected {{ background: {ACCENT_SOFT}; color: {INK}; }}
QMenu::item:disabled {{ color: #9AA4B1; }}
QMenu::separator {{ height: 1px; background: {LINE}; margin: 4px 0; }}
QMenu::indicator {{ left: 7px; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus {{ border-color: {ACCENT}; }}
QLineEdit:read-only, QPlainTextEdit:read-only {{ background: {GROUND}; }}
QLineEdit[problem="true"], QPlainTextEdit[problem="true"], QComboBox[problem="true"] {{
    border-color: {ACCENT};
}}
QAbstractItemView QLineEdit {{ border-radius: 0; padding: 0 3px; min-height: 0; border-color: {ACCENT}; }}
QTableView {{ background: white; border: 1px solid {LINE}; outline: none; }}
QAbstractScrollArea::corner {{ background: white; border: none; }}
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
QListWidget {{ border: 1px solid {LINE}; border-radius: 4px; padding: 2px 0; }}
QListWidget::item {{ min-height: 30px; padding: 0 8px; }}
QPlainTextEdit[role="story"] {{ background: white; border: none; padding: 0; }}
QStatusBar {{ background: white; border-top: 1px solid {LINE}; }}
QStatusBar QLabel {{ color: {INK_SOFT}; padding: 2px 6px; }}
QFrame[role="panel"] {{ background: white; border: 1px solid {LINE}; border-radius: 4px; }}
QScrollArea[role="plain"], QScrollArea[role="plain"] > QWidget > QWidget[role="plain"] {{
    background: transparent; border: none;
}}
QLabel[role="title"] {{ font-size: 13pt; font-weight: bold; }}
QLabel[role="heading"] {{ font-size: 11pt; font-weight: bold; }}
QLabel[role="number"] {{ font-size: 15pt; font-weight: bold; }}
QLabel[role="soft"] {{ color: {INK_SOFT}; }}
QLabel[role="problem"] {{ color: {BAD}; }}
QLabel[tone="good"], QFrame[tone="good"] {{ background: {GOOD_SOFT}; color: {GOOD}; }}
QLabel[tone="warn"], QFrame[tone="warn"] {{ background: {WARN_SOFT}; color: {WARN}; }}
QLabel[tone="bad"], QFrame[tone="bad"] {{ background: {BAD_SOFT}; color: {BAD}; }}
QLabel[tone], QFrame[tone] {{ border-radius: 4px; padding: 6px 8px; }}
QTableCornerButton::section {{
    background: #F1F3F7; border: none; border-right: 1px solid {LINE}; border-bottom: 1px solid {LINE};
}}
QWidget[role="top"] {{ background: white; border-bottom: 1px solid {LINE}; }}
QWidget[role="top"] > QLabel {{ border: none; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {LINE}; }}
QTabBar {{ background: transparent; qproperty-drawBase: 0; }}
QTabBar::tab {{
    background: transparent; color: {INK_SOFT}; border: none; border-bottom: 3px solid transparent;
    padding: 9px 18px 7px;
}}
QTabBar::tab:hover {{ color: {INK}; }}
QTabBar::tab:selected {{ color: {ACCENT}; border-bottom-color: {ACCENT}; font-weight: bold; }}
QTabBar::tab:focus {{ color: {ACCENT_DARK}; background: {ACCENT_SOFT}; }}
QStatusBar {{ color: {INK_SOFT}; }}
QStatusBar::item {{ border: none; }}
QToolTip {{ border: 1px solid {LINE}; padding: 3px; }}
"""


def palette() -> QPalette:
    """The light palette."""
    made = QPalette()
    for role, color in _PALETTE.items():
        made.setColor(role, QColor(color))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor("#9AA4B1"))
    return made
