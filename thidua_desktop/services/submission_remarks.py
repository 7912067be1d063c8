"""What of a submission is to be looked at though it stops nothing: the age of the reports that went up."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from thidua_desktop.db import Session
from thidua_desktop.domain.law import report_age
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.facts import NOT_MET
from thidua_desktop.records import dossiers, nominations
from thidua_desktop.records.nominations import NominationRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services.appraising import appraised


class Remark(NamedTuple):
    """Somebody proposed for an award, and what is to be looked at, with the article."""

    name: str
    title: str
    said: str


def remarks(session: Session, law: Law, submission_id: int) -> list[Remark]:
    """The reports too old on the day they were sent up, or dated after it."""
    ids = nominations.ids(session, ListQuery(filters={"submission": submission_id}))
    rows = nominations.rows(session, ids)
    found: list[Remark] = []
    for dossier_id in dict.fromkeys(row.dossier_id for row in rows):
        if _asked(session, law, dossier_id, [row for row in rows if row.dossier_id == dossier_id]):
            found += _of_dossier(session, law, dossier_id, frozenset(ids))
    return found


def _asked(session: Session, law: Law, dossier_id: int, rows: Sequence[NominationRow]) -> bool:
    """Whether the law of the day a dossier came in asks how old its reports are."""
    day = dossiers.get(session, dossier_id).received_on
    regime = law.book.regime_on(day)
    return regime is not None and any(law.report_rule(regime, row.award, day) for row in rows)


def _of_dossier(session: Session, law: Law, dossier_id: int, ids: frozenset[int]) -> Iterator[Remark]:
    for one in appraised(session, law, dossier_id):
        for judged in one.card.criteria if one.id in ids else ():
            found = judged.finding
            if judged.entry == report_age.NAME and (found.verdict == NOT_MET or found.doubt):
                said = found.doubt or found.found
                yield Remark(one.row.name, one.row.title, f"{said[0].upper()}{said[1:]} ({judged.cite}).")
