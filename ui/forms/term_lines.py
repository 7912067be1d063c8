"""Terms of the law under a record: until when, how many working days are left, by which article."""

from collections.abc import Iterable

from thidua_desktop.domain.dates import show
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.services.dossier_terms import Term
from ui.widgets.page_spec import Line


def term_lines(terms: Iterable[Term]) -> list[Line]:
    """A coloured line a term, in the words of the law's data but for the office's own appraisal."""
    return [_line(one, "Hạn thẩm định" if one.step == "appraise" else one.text) for one in terms]


def _line(one: Term, called: str) -> Line:
    cite = one.cite if one.checked else f"{one.cite}, chưa đối chiếu"
    told = "; ".join(filter(None, (show(one.on), _left(one))))
    return Line((f"{called}: {told} ({cite}).",), tone="bad" if one.late else "good")


def _left(one: Term) -> str:
    if one.late:
        return f"quá {number(-one.left)} ngày làm việc"
    if one.done:
        return "đúng hạn"
    return f"còn {number(one.left)} ngày làm việc" if one.left >= 0 else ""
