"""The eligibility card of one recipient as sections: what the law asks, what was found, the article."""

from collections.abc import Callable

from thidua_desktop.domain.law.card import Card, Judged
from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN, VERDICTS
from thidua_desktop.services.appraising import Appraised
from ui.widgets.page import Follow
from ui.widgets.page_spec import Line, Section, Tone

_TONES: dict[str, Tone] = {MET: "good", NOT_MET: "bad", UNKNOWN: "warn"}
_MARKS = {MET: "✓", NOT_MET: "✗", UNKNOWN: "?"}
_FOLLOWED = {"award": "award", "idea": "idea", "discipline": "discipline"}
_STATUS = {"seen": "", "local": "quy định của tỉnh, cơ quan", "unverified": "chưa đối chiếu"}


def card_sections(row: Appraised, words: Callable[[str], str]) -> list[Section]:
    """Everything a card says: the verdict, each criterion, the warnings."""
    card = row.card
    regime = f" theo {card.regime.law}" if card.regime else ""
    verdict = VERDICTS[card.verdict]
    head = [Line((f"{verdict[:1].upper()}{verdict[1:]}{regime}",), tone=_TONES[card.verdict])]
    if card.decided is not None:
        said = "đủ" if card.decided else "không đủ"
        head.append(Line((f"Cơ quan kết luận {said} tiêu chuẩn: {card.reason}",), tone="good"))
    head += [Line((warning,), tone="warn") for warning in card.warnings]
    title = f"{row.row.name}: {row.row.title} năm {row.row.year}"
    return [Section(title, head), *_criteria(card, words)]


def _criteria(card: Card, words: Callable[[str], str]) -> list[Section]:
    by_article: dict[tuple[str, str], list[Judged]] = {}
    for one in card.criteria:
        by_article.setdefault((one.cite, one.status), []).append(one)
    return [
        Section(
            " – ".join(filter(None, (cite, _STATUS.get(status, status)))),
            [_line(one, words) for one in judged],
        )
        for (cite, status), judged in by_article.items()
    ]


def _line(one: Judged, words: Callable[[str], str]) -> Line:
    finding = one.finding
    known = [(kind, row_id) for kind, row_id in finding.ids if kind in _FOLLOWED and row_id]
    follow = Follow(_FOLLOWED[known[0][0]], known[0][1]) if known else None
    return Line((_MARKS[finding.verdict], words(finding.code), finding.found), follow)
