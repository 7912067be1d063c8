"""The eligibility card of one recipient, to be read: what the law asks, what was found, the article."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QWidget

from thidua_desktop.domain.dates import show
from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN, VERDICTS
from ui.theme import BAD, GOOD, WARN, WIDE_GAP
from ui.widgets.page import Follow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from thidua_desktop.domain.law.card import Judged
    from thidua_desktop.domain.law.rulebook import Regime
    from thidua_desktop.services.appraising import Appraised

_COLOURS = {MET: GOOD, NOT_MET: BAD, UNKNOWN: WARN}
_MARKS = {MET: "✓", NOT_MET: "✗", UNKNOWN: "?"}
_FOLLOWED = frozenset({"award", "idea", "discipline"})
_LISTS: dict[str, tuple[str, str]] = {  # by condition: the list it rests on, and what that is called
    **dict.fromkeys(("rating", "rating_count", "rating_or_title"), ("rating", "Xếp loại")),
    **dict.fromkeys(("consecutive", "count", "after_award"), ("award", "Lượt khen")),
    **dict.fromkeys(("initiative", "research"), ("idea", "Sáng kiến, đề tài")),
    **dict.fromkeys(("employed_months", "leave_working_days"), ("work_year", "Ngày công")),
    **dict.fromkeys(
        (
            "kind",
            "share",
            "has_member_with",
            "score_table",
            "meeting",
            "contribution",
            "model_years",
            "report_age",
        ),
        ("attested", "Xác nhận"),
    ),
    "no_discipline": ("discipline", "Kỷ luật"),
    "registered": ("pledge", "Đăng ký thi đua"),
    "ratio_cap": ("whole", "Số liệu đã nhập đủ"),
}
_OF_ALL = "whole"
_OF_PEOPLE = frozenset({"idea", "work_year"})
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
        self._row: Appraised | None = None
        self.document().setDocumentMargin(WIDE_GAP)
        self.anchorClicked.connect(self._open)

    def show_card(self, row: Appraised | None, words: Callable[[str], str]) -> None:
        """Show the card of a nomination, nothing for None."""
        self._row = row
        self.setHtml(card_html(row, words) if row else "")

    def _open(self, url: QUrl) -> None:
        kind, _, what = url.toString().partition(":")
        if what.isdecimal():
            self.followed.emit(Follow(kind, int(what)))
        elif self._row is not None:
            self.followed.emit(_list_of(self._row, kind, what))


def card_html(row: Appraised, words: Callable[[str], str]) -> str:
    """A card as rich text, every word of it escaped."""
    card = row.card
    law = f" theo {escape(card.regime.law)}{_in_force(card.regime)}" if card.regime else ""
    verdict = VERDICTS[card.verdict]
    parts = [
        f"<h3>{escape(row.row.name)}: {escape(row.row.title)} năm {row.row.year}</h3>",
        _coloured(card.verdict, f"<b>{verdict[:1].upper()}{verdict[1:]}</b>{law}"),
    ]
    if card.decided is not None:
        said = "đủ" if card.decided else "không đủ"
        parts.append(f"<p><b>Cơ quan kết luận {said} tiêu chuẩn:</b> {escape(card.reason)}</p>")
    parts += [_coloured(UNKNOWN, escape(warning)) for warning in card.warnings]
    parts += _by_article(card.criteria, row.row.recipient, words)
    if card.within:
        parts.append("<p><b>Để xét danh hiệu phải đạt trước, còn thiếu:</b></p>")
        parts += _by_article(card.within, row.row.recipient, words)
    return "".join(parts)


def _by_article(criteria: Sequence[Judged], recipient: str, words: Callable[[str], str]) -> Iterator[str]:
    """The criteria of each article in a table, the article below it."""
    by_article: dict[tuple[str, str], list[Judged]] = {}
    for one in criteria:
        by_article.setdefault((one.cite, one.status), []).append(one)
    for (cite, status), judged in by_article.items():
        lines = "".join(_line(one, recipient, words) for one in judged)
        yield f"<table width='100%' cellspacing='0' cellpadding='3'>{lines}</table>"
        told = " – ".join(filter(None, (cite, _STATUS.get(status, status))))
        yield f"<p style='color:#6b7280'>{escape(told)}</p>"


def _in_force(regime: Regime) -> str:
    """From when to when the law looked at was in force."""
    until = f" đến {show(regime.end)}" if regime.end else ""
    return f" (áp dụng từ {show(regime.start)}{until})"


def _list_of(row: Appraised, kind: str, called: str) -> Follow:
    """The list of one kind, of the recipient of a card alone."""
    if kind == _OF_ALL:
        return Follow(kind)
    who: dict[str, str | int] = {row.row.recipient: row.row.who}
    if row.row.recipient == "collective":
        who = {"unit": row.row.who, "recipient": "collective"}
    return Follow(kind, filters=who, note=f"{called} của {row.row.name}")


def _leads_to(one: Judged, recipient: str) -> str:
    """Where what was found opens: its record, else the list it is looked up in; "" for neither."""
    finding = one.finding
    opened = next(((kind, row_id) for kind, row_id in finding.ids if kind in _FOLLOWED and row_id), None)
    if opened is not None:
        return f"{opened[0]}:{opened[1]}"
    kind, called = _LISTS.get(finding.code.split(":")[0], ("", ""))
    if kind == _OF_ALL and recipient != "person":
        kind, called = _LISTS["share"]  # no record counts these: the office states the figures
    if not kind or recipient == "household" or (recipient == "collective" and kind in _OF_PEOPLE):
        return ""
    return f"{kind}:{called}"


def _line(one: Judged, recipient: str, words: Callable[[str], str]) -> str:
    finding = one.finding
    asked = escape(words(finding.code)).replace("\n", "<br>")
    found = escape(finding.found)
    leads = _leads_to(one, recipient)
    if leads and found:
        found = f"<a href='{escape(leads, quote=True)}'>{found}</a>"
    colour = _COLOURS[finding.verdict]
    return (
        f"<tr><td width='18' style='color:{colour}'><b>{_MARKS[finding.verdict]}</b></td>"
        f"<td>{asked}<br><span style='color:{colour}'>{found}</span></td></tr>"
    )


def _coloured(verdict: str, html: str) -> str:
    return f"<p style='color:{_COLOURS[verdict]}'>{html}</p>"
