"""From what was pledged to the dossier that proposes it: nothing is typed again between the two."""

from collections.abc import Sequence

from thidua_desktop.db import Session
from thidua_desktop.domain.dossier import DossierDraft, NominationDraft
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import catalogue, people, pledges
from thidua_desktop.records.people import PersonRow
from thidua_desktop.records.pledges import PledgeRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services.recipients import today


def dossier_of(session: Session, pledge_id: int, under: int | None = None) -> DossierDraft:
    """The dossier, not kept yet, of those who pledged what this one did; under: of all units below one."""
    chosen = next(iter(pledges.rows(session, [pledge_id])), None)
    if chosen is None:
        raise Refused("Đăng ký này không còn: chọn một đăng ký khác.")
    unit = under or chosen.about.unit_id
    if not unit:
        raise Refused(f"Đăng ký của {chosen.name} chưa ghi đơn vị: ghi đơn vị vào đăng ký trước.")
    asked = {
        "under" if under else "unit": unit,
        "year": chosen.year,
        "award": catalogue.by_code(session)[chosen.award].id,
    }
    left = ListQuery(filters={**asked, "achieved": "no", "proposed": "no"}, sort="name")
    rows = pledges.rows(session, pledges.ids(session, left))
    if not rows:
        count = number(len(pledges.ids(session, ListQuery(filters=asked))))
        said = f"{count} đăng ký {chosen.title} năm {chosen.year} của đơn vị này"
        raise Refused(f"{said} đều đã có trong hồ sơ đề nghị hoặc đã đạt.")
    return DossierDraft(unit, today(), chosen.year, nominations=tuple(_proposed(session, rows)))


def _proposed(session: Session, rows: Sequence[PledgeRow]) -> list[NominationDraft]:
    kept = people.rows(session, [row.about.person_id for row in rows if row.about.person_id])
    known = {person.id: person for person in kept}
    return [_nomination(row, known.get(row.about.person_id or 0)) for row in rows]


def _nomination(row: PledgeRow, person: PersonRow | None) -> NominationDraft:
    """A pledge as a nomination; the post is the present one, where somebody still works in that unit."""
    there = person is not None and row.about.unit_id in (None, person.unit_id)
    return NominationDraft(
        row.award,
        row.about.recipient,
        row.name,
        row.about.person_id,
        row.about.unit_id or (person.unit_id if person else None),
        row.about.household_id,
        person.post if person and there else "",
        "" if row.about.recipient == "collective" else row.unit or (person.unit if person else ""),
    )
