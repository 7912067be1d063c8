"""What the office does with nomination dossiers: receive, correct, appraise, bring forward, give back."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.decision import AwardDraft
from thidua_desktop.domain.dossier import STANDINGS, STATES, VOTED_DOWN, DossierDraft, NominationDraft, check
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.vietnamese import clean, nfc
from thidua_desktop.records import catalogue, dossiers, nominations
from thidua_desktop.records.catalogue import AwardKindRow
from thidua_desktop.records.nominations import NominationRow
from thidua_desktop.services.dossier_days import refuse_received_after
from thidua_desktop.services.matching import Listed
from thidua_desktop.services.recipients import settle_lists

_CHANGED = {"raised", "lowered"}


def receive(session: Session, draft: DossierDraft) -> int:
    """Take in a dossier with its nominations; unknown recipients are made, as on a decision."""
    kinds = catalogue.by_code(session)
    _refuse([*check(draft), *_unfit(draft, kinds)])
    dossier_id = dossiers.add(session, draft)
    if draft.received_on is not None:
        dossiers.move(session, dossier_id, "received", draft.received_on, "")
    nominations.add_many(session, _lines(session, dossier_id, draft, draft.nominations, kinds))
    return dossier_id


def correct(session: Session, dossier_id: int, draft: DossierDraft) -> None:
    """Correct a dossier: nominations with an id are changed, others added, missing ones taken out."""
    kinds = catalogue.by_code(session)
    _refuse([*check(draft), *_unfit(draft, kinds)])
    if draft.received_on is not None and draft.received_on != dossiers.get(session, dossier_id).received_on:
        refuse_received_after(session, dossier_id, draft.received_on)
    there = {row.id: row for row in nominations.of(session, dossier_id)}
    kept = [one for one in draft.nominations if one.id in there]
    _take_out(session, [row for row in there.values() if row.id not in {one.id for one in kept}])
    dossiers.change(session, dossier_id, draft)
    fresh = [one for one in draft.nominations if one.id not in there]
    for one, values in zip(kept, _lines(session, dossier_id, draft, kept, kinds), strict=True):
        _change(session, there[one.id or 0], values)
    lines = _lines(session, dossier_id, draft, fresh, kinds)
    last = max((place for place, _ in enumerate(kept, 1)), default=0)
    nominations.add_many(session, [{**line, "place": last + at} for at, line in enumerate(lines, 1)])


def appraise(
    session: Session, ids: Sequence[int], standing: str, *, award: str = "", reason: str = ""
) -> None:
    """Conclude on nominations: as proposed, raised or lowered to another award, or rejected with a reason."""
    if standing not in STANDINGS:
        raise Refused(Problem("standing", "Chọn ý kiến thẩm định."))
    if standing in {*_CHANGED, "rejected"} and not reason.strip():
        raise Refused(Problem("reason", "Ghi lý do khi nâng mức, hạ mức hoặc không đồng ý."))
    kinds = catalogue.by_code(session)
    if standing in _CHANGED and award not in kinds:
        raise Refused(Problem("award", "Chọn danh hiệu, hình thức được nâng hoặc hạ xuống."))
    for row in nominations.rows(session, ids):
        _free(row)
        to = award if standing in _CHANGED else row.asked
        if row.recipient not in kinds[to].recipients:
            raise Refused(Problem("award", f"{kinds[to].label} không tặng cho đối tượng của {row.name}."))
        values = {"standing": standing, "reason": nfc(reason).strip(), "kind_id": kinds[to].id}
        if to != row.award and row.result == VOTED_DOWN:
            values["result"] = ""  # the votes were on the other award
        nominations.change(session, row.id, values)


def decide_over(session: Session, ids: Sequence[int], *, fits: bool | None, reason: str) -> None:
    """Lay the officer's own decision over cards, with its reason; None takes it back."""
    if fits is not None and not reason.strip():
        raise Refused(Problem("reason", "Ghi lý do khi quyết định khác với bảng đối chiếu tiêu chuẩn."))
    for nomination_id in ids:
        said = "" if fits is None else nfc(reason).strip()
        values = {"fits": None if fits is None else int(fits), "fits_reason": said}
        nominations.change(session, nomination_id, values)


def bring(session: Session, dossier_id: int, state: str, on: date, note: str = "") -> None:
    """Bring a dossier to a state on a day; Refused when it is not ready for it."""
    if state not in STATES:
        raise Refused(Problem("state", "Chọn bước của hồ sơ."))
    before = dossiers.steps(session, dossier_id)
    if before and on < before[-1].on:
        raise Refused(
            Problem("on", f"Hồ sơ đã ở bước “{STATES[before[-1].state]}” từ ngày {show(before[-1].on)}.")
        )
    row = dossiers.get(session, dossier_id)
    if state in {"appraised", "council", "submitted"} and row.appraised < row.proposed:
        left = row.proposed - row.appraised
        raise Refused(Problem("state", f"Còn {left} đề nghị chưa có ý kiến thẩm định."))
    if state == "returned" and not note.strip():
        raise Refused(Problem("note", "Ghi lý do trả lại hồ sơ."))
    if state == "returned":
        for one in nominations.of(session, dossier_id):
            if one.result != "refused":
                _free(one)
    dossiers.move(session, dossier_id, state, on, note)


def refuse_returned(rows: Sequence[NominationRow]) -> None:
    """Refuse to bring forward what was given back to its unit."""
    back = next((row for row in rows if row.returned), None)
    if back is not None:
        said = f"Hồ sơ của {back.dossier_unit} có {back.name} đã trả lại: nhận lại hồ sơ trước."
        raise Refused(Problem("dossier", said))


def refuse_voted_down(rows: Sequence[NominationRow]) -> None:
    """Refuse to propose further whom the council did not agree to."""
    lost = next((row for row in rows if row.result == VOTED_DOWN), None)
    if lost is not None:
        said = f"Hội đồng không đồng ý khen {lost.name}: sửa kết quả kiểm phiếu hoặc đưa ra cuộc họp khác."
        raise Refused(said)


def remove(session: Session, ids: Sequence[int]) -> None:
    """Remove dossiers of which no award came."""
    for dossier_id in ids:
        _take_out(session, nominations.of(session, dossier_id))
        dossiers.remove(session, dossier_id)


def _take_out(session: Session, rows: Sequence[NominationRow]) -> None:
    for row in rows:
        _free(row)
    nominations.remove(session, [row.id for row in rows])


def _free(row: NominationRow) -> None:
    """Refuse to touch what stands on a decision, its draft or a submission."""
    if row.award_id is not None:
        raise Refused(f"{row.name} đã được khen theo đề nghị này: thu hồi hoặc sửa ở quyết định.")
    if row.drafted_id is not None:
        raise Refused(f"{row.name} đang ở dự thảo quyết định: đưa khỏi dự thảo trước.")
    if row.submission_id is not None:
        raise Refused(f"{row.name} đã được trình cấp trên: rút khỏi tờ trình trước.")


def _change(session: Session, row: NominationRow, values: dict[str, object]) -> None:
    """Change a nomination; another award proposed makes the appraisal start anew."""
    if values["asked_kind_id"] == values["kind_id"] and row.standing and row.asked != row.award:
        values = {name: value for name, value in values.items() if name != "kind_id"}
    before = nominations.draft_of(row)
    if (row.award_id, row.drafted_id, row.submission_id) != (None, None, None):
        same = (before.recipient, before.person_id, before.unit_id, before.household_id) == (
            values["recipient"],
            values["person_id"],
            values["unit_id"],
            values["household_id"],
        )
        if not same:
            _free(row)
        values = {name: values[name] for name in ("place", "citation")}
    nominations.change(session, row.id, values)


def _unfit(draft: DossierDraft, kinds: dict[str, AwardKindRow]) -> list[Problem]:
    problems = []
    for place, one in enumerate(draft.nominations):
        kind = kinds.get(one.award)
        if one.award and kind is None:
            said = f"Dòng {place + 1}: mã “{one.award}” không có trong danh mục."
            problems.append(Problem(f"nominations.{place}.award", said))
        elif kind is not None and one.recipient not in kind.recipients:
            said = f"Dòng {place + 1}: {kind.label} không tặng cho đối tượng này."
            problems.append(Problem(f"nominations.{place}.recipient", said))
    return problems


def _lines(
    session: Session,
    dossier_id: int,
    draft: DossierDraft,
    rows: Sequence[NominationDraft],
    kinds: dict[str, AwardKindRow],
) -> list[dict[str, object]]:
    """The rows of nominations, recipients found or made, a person without a unit put into the dossier's."""
    placed = [_placed(one, draft.unit_id) for one in rows]
    [links], _ = settle_lists(session, [Listed([_as_award(one) for one in placed], draft.received_on)])
    return [
        {
            "dossier_id": dossier_id,
            "place": place,
            "recipient": one.recipient,
            "person_id": link.person_id if one.recipient == "person" else None,
            "unit_id": link.unit_id,
            "household_id": link.household_id if one.recipient == "household" else None,
            "kind_id": kinds[one.award].id,
            "asked_kind_id": kinds[one.award].id,
            "name_written": clean(one.name),
            "post_written": clean(one.post),
            "unit_written": clean(one.unit_written),
            "citation": nfc(one.citation),
        }
        for place, (one, link) in enumerate(zip(placed, links, strict=True), 1)
    ]


def _placed(one: NominationDraft, unit_id: int | None) -> NominationDraft:
    known = one.person_id or one.household_id or one.unit_id or one.unit_written.strip()
    return one if known or one.recipient == "collective" else replace(one, unit_id=unit_id)


def _as_award(one: NominationDraft) -> AwardDraft:
    return AwardDraft(
        one.award,
        one.recipient,
        one.name,
        person_id=one.person_id,
        unit_id=one.unit_id,
        household_id=one.household_id,
        post=one.post,
        unit_written=one.unit_written,
    )


def _refuse(problems: Sequence[Problem]) -> None:
    if problems:
        raise Refused(*problems)
