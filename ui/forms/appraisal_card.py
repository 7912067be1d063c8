"""The eligibility card of one recipient, to be read: what the law asks, what was found, the article."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN, VERDICTS
from ui.theme import BAD, GOOD, WARN
from ui.widgets.page import Follow

if TYPE_CHECKING:
    from collections.abc import Callable

    from thidua_desktop.domain.law.card import Judged
    from thidua_desktop.services.appraising import Appraised

_COLOURS = {MET: GOOD, NOT_MET: BAD, UNKNOWN: WARN}
_MARKS = {MET: "✓", NOT_MET: "✗", UNKNOWN: "?"}
_FOLLOWED = frozenset({"award", "idea", "discipline"})
_STATUS = {"seen": "", "local": "quy định của tỉnh, cơ quan", "unverified": "chưa đối chiếu"}


class CardView(QTextBrowser):
    """Shows one card; what was found opens its record.

    Signals:
        followed: the Follow of a record.
    """

    followed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Bảng đối chiếu tiêu chuẩn")
        self.setOpenLinks(False)
        self.anchorClicked.connect(self._open)

    def show_card(self, row: Appraised | None, words: Callable[[str], str]) -> None:
        """Show the card of a nomination, nothing for None."""
        self.setHtml(card_html(row, words) if row else "")

    def _open(self, url: QUrl) -> None:
        kind, _, row_id = url.toString().partition(":")
        self.followed.emit(Follow(kind, int(row_id)))


def card_html(row: Appraised, words: Callable[[str], str]) -> str:
    """A card as rich text, every word of it escaped."""
    card = row.card
    law = f" theo {escape(card.regime.law)}" if card.regime else ""
    verdict = VERDICTS[card.verdict]
    parts = [
        f"<h3>{escape(row.row.name)}: {escape(row.row.title)} năm {row.row.year}</h3>",
        _coloured(card.verdict, f"<b>{verdict[:1].upper()}{verdict[1:]}</b>{law}"),
    ]
    if card.decided is not None:
        said = "đủ" if card.decided else "không đủ"
        parts.append(f"<p><b>Cơ quan kết luận {said} tiêu chuẩn:</b> {escape(card.reason)}</p>")
    parts += [_coloured(UNKNOWN, escape(warning)) for warning in card.warnings]
    by_article: dict[tuple[str, str], list[Judged]] = {}
    for one in card.criteria:
        by_article.setdefault((one.cite, one.status), []).append(one)
    for (cite, status), judged in by_article.items():
        lines = "".join(_line(one, words) for one in judged)
        parts.append(f"<table width='100%' cellspacing='0' cellpadding='3'>{lines}</table>")
        told = " – ".join(filter(None, (cite, _STATUS.get(status, status))))
        parts.append(f"<p style='color:#6b7280'>{escape(told)}</p>")
    return "".join(parts)


def _line(one: Judged, words: Callable[[str], str]) -> str:
    finding = one.finding
    asked = escape(words(finding.code)).replace("\n", "<br>")
    found = escape(finding.found)
    opened = next(((kind, row_id) for kind, row_id in finding.ids if kind in _FOLLOWED and row_id), None)
    if opened is not None and found:
        found = f"<a href='{opened[0]}:{opened[1]}'>{found}</a>"
    colour = _COLOURS[finding.verdict]
    return (
        f"<tr><td width='18' style='color:{colour}'><b>{_MARKS[finding.verdict]}</b></td>"
        f"<td>{asked}<br><span style='color:{colour}'>{found}</span></td></tr>"
    )


def _coloured(verdict: str, html: str) -> str:
    return f"<p style='color:{_COLOURS[verdict]}'>{html}</p>"
