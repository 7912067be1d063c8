"""Agreeing to nominations as proposed: against a card that says "chưa đủ" with a reason that is kept."""

from collections.abc import Collection, Sequence

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.facts import NOT_MET
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.services import dossiers
from thidua_desktop.services.appraising import Appraised, appraised


def against(rows: Sequence[Appraised], ids: Collection[int]) -> list[Appraised]:
    """Those of some nominations whose card stands against them and nobody has answered for yet."""
    return [
        one
        for one in rows
        if one.id in ids
        and one.card.stands == NOT_MET
        and not (one.row.standing == "kept" and one.row.reason)
    ]


def agree(session: Session, law: Law, dossier_id: int, ids: Collection[int], reason: str = "") -> None:
    """Agree to nominations of a dossier; the reason is kept with those whose card is against them."""
    rows = [one for one in appraised(session, law, dossier_id) if one.id in ids]
    odd = {one.id for one in against(rows, ids)}
    if odd and not reason.strip():
        said = f"{number(len(odd))} đề nghị đối chiếu chưa đủ tiêu chuẩn: ghi lý do đồng ý."
        raise Refused(Problem("reason", said))
    answered = {one.id for one in rows if one.card.stands == NOT_MET and one.id not in odd}
    fine = [one.id for one in rows if one.id not in odd | answered]
    dossiers.appraise(session, fine, "kept")
    dossiers.appraise(session, sorted(odd), "kept", reason=reason)
