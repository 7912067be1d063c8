"""The papers a dossier must hold, by the law of the day it came in and the awards it asks for."""

from thidua_desktop.domain.dossier import DossierDraft, PaperDraft
from thidua_desktop.domain.law.deadlines import checklist
from thidua_desktop.domain.law.rulebook import Rulebook

_UNCHECKED = "chưa đối chiếu"


def asked(book: Rulebook, draft: DossierDraft) -> tuple[PaperDraft, ...]:
    """Name each paper once, in the order of the law, none of them there yet."""
    if draft.received_on is None:
        return ()
    found: dict[str, PaperDraft] = {}
    for award in dict.fromkeys(one.award for one in draft.nominations):
        for paper in checklist(book, award, draft.received_on):
            status = "" if paper.status in ("seen", "local") else _UNCHECKED
            cite = "; ".join(filter(None, (paper.cite, status)))
            note = "; ".join(filter(None, (paper.when, paper.form)))
            found.setdefault(paper.code, PaperDraft(paper.text, cite=cite, note=note))
    return tuple(found.values())
