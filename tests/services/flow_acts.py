"""One of each thing from dossier to handing over, and every act on them."""

from dataclasses import replace
from datetime import date

from thidua_desktop.domain.council import BallotDraft, CouncilDraft, MeetingDraft, MemberDraft
from thidua_desktop.domain.dossier import DossierDraft, NominationDraft, PaperDraft
from thidua_desktop.domain.drafted import DraftedDraft
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.submission import AnswerDraft, SubmissionDraft
from thidua_desktop.records import nominations as nomination_records
from thidua_desktop.services import (
    agreeing,
    concluding,
    councils,
    dossier_days,
    dossiers,
    drafting,
    funds,
    handing,
    submitting,
)
from thidua_desktop.services.drafting import Signature
from thidua_desktop.workspace import RESOURCES

DAY = date(2024, 1, 10)
PERSON = NominationDraft("DH_LDTT", name="Nguyễn Văn Đức", person_id=1, unit_id=1, post="Chủ tịch")
DOSSIER = DossierDraft(
    1,
    DAY,
    2023,
    "12/TTr",
    date(2024, 1, 5),
    nominations=(PERSON, NominationDraft("DH_LDTT", name="Lý Văn Mới", citation="Thành tích")),
    papers=(PaperDraft("Tờ trình", there=True, cite="Điều 84"),),
    note="Ghi chú",
)
COUNCIL = CouncilDraft(
    "Hội đồng Một", members=(MemberDraft("Hà Văn Nam", "Chủ tịch", "chair"),), note="Ghi chú"
)
MEETING = MeetingDraft(1, DAY, 9, 7, "Hội trường", "Ghi chú")
HEAD = DraftedDraft("Khen thưởng năm 2023", 2023, note="Ghi chú")
SUBMISSION = SubmissionDraft("province", DAY, "UBND tỉnh", "8/TTr-UBND", "Ghi chú")
HIGH = replace(PERSON, award="BK_TINH")
MODULES = {
    "concluding": concluding,
    "agreeing": agreeing,
    "dossiers": dossiers,
    "dossier_days": dossier_days,
    "councils": councils,
    "drafting": drafting,
    "handing": handing,
    "funds": funds,
    "submitting": submitting,
}

ENTERED = (
    (dossiers.receive, DOSSIER),
    (dossiers.receive, replace(DOSSIER, number="13/TTr", nominations=(PERSON,))),
    (dossiers.appraise, [1, 3], "kept"),
    (councils.set_up, COUNCIL),
    (councils.set_up, replace(COUNCIL, name="Hội đồng Thừa")),
    (councils.convene, MEETING),
    (councils.put_on_agenda, 1, [1]),
    (drafting.draft, HEAD, [3]),
    (handing.hand_over, [1], date(2024, 2, 1)),
    (handing.return_artefacts, [2], date(2024, 3, 1)),
    (funds.plan, 2020, 40_000_000),
    (dossiers.receive, replace(DOSSIER, number="16/TTr", nominations=(HIGH, HIGH, HIGH))),
    (dossiers.appraise, [4, 5, 6], "kept"),
    (submitting.submit, SUBMISSION, [4]),
    (submitting.submit, SUBMISSION, [5]),
    (submitting.answer, 2, date(2024, 5, 1), [AnswerDraft(5, "granted")]),
)
"""Entered after a decision whose awards are 1, 2 … the second of them paid and revoked."""

ACTS = {
    "dossiers.receive": lambda s: dossiers.receive(s, replace(DOSSIER, number="14/TTr")),
    "dossiers.correct": lambda s: dossiers.correct(
        s,
        1,
        replace(DOSSIER, number="15/TTr", nominations=(nomination_records.draft_of(_first(s)),), papers=()),
    ),
    "dossiers.appraise": lambda s: dossiers.appraise(s, [1, 2], "raised", award="DH_CSTD_CS", reason="Lý do"),
    "agreeing.agree": lambda s: agreeing.agree(s, Law(load_rules(RESOURCES)), 1, [1, 2], "Lý do"),
    "dossiers.decide_over": lambda s: dossiers.decide_over(s, [1], fits=False, reason="Lý do"),
    "dossier_days.note": lambda s: dossier_days.note(s, 1, {"consulted": DAY, "answered": None}),
    "dossiers.bring": lambda s: dossiers.bring(s, 1, "returned", DAY, "Thiếu giấy tờ"),
    "dossiers.remove": lambda s: dossiers.remove(s, [1]),
    "councils.set_up": lambda s: councils.set_up(s, replace(COUNCIL, name="Ba")),
    "councils.correct": lambda s: councils.correct(s, 1, replace(COUNCIL, members=(), note="Khác")),
    "councils.dissolve": lambda s: councils.dissolve(s, [2]),
    "councils.convene": lambda s: councils.convene(s, replace(MEETING, members=11)),
    "councils.correct_meeting": lambda s: councils.correct_meeting(s, 1, replace(MEETING, present=5)),
    "councils.put_on_agenda": lambda s: councils.put_on_agenda(s, 1, [3]),
    "councils.put_dossier": lambda s: councils.put_dossier(1, 2, s),
    "councils.count_votes": lambda s: councils.count_votes(s, 1, [BallotDraft(1, 6, 1, 1, 0)]),
    "concluding.count": lambda s: concluding.count(s, load_rules(RESOURCES), 1, [BallotDraft(1, 6, 1)]),
    "concluding.correct_meeting": lambda s: concluding.correct_meeting(
        s, load_rules(RESOURCES), 1, replace(MEETING, held_on=date(2024, 1, 12))
    ),
    "councils.cancel": lambda s: councils.cancel(s, [1]),
    "drafting.draft": lambda s: drafting.draft(s, HEAD, [1]),
    "drafting.correct": lambda s: drafting.correct(s, 1, replace(HEAD, year=2022)),
    "drafting.put_in": lambda s: drafting.put_in(s, 1, [1]),
    "drafting.put_agreed": lambda s: drafting.put_agreed(1, 1, s),
    "drafting.choose": lambda s: drafting.choose(s, 1, [1]),
    "drafting.take_out": lambda s: drafting.take_out(s, [3]),
    "drafting.sign": lambda s: drafting.sign(s, 1, Signature("99/QĐ-UBND", date(2024, 3, 1))),
    "drafting.remove": lambda s: drafting.remove(s, [1]),
    "drafting.close": lambda s: drafting.close(s, [_rejected(s)], date(2024, 6, 1), "Ghi chú"),
    "submitting.submit": lambda s: submitting.submit(s, replace(SUBMISSION, number="9/TTr"), [6]),
    "submitting.correct": lambda s: submitting.correct(s, 1, replace(SUBMISSION, level="pm")),
    "submitting.put_in": lambda s: submitting.put_in(s, 1, [6]),
    "submitting.put_agreed": lambda s: submitting.put_agreed(1, 3, s),
    "submitting.choose": lambda s: submitting.choose(s, 1, [6]),
    "submitting.take_out": lambda s: submitting.take_out(s, [4]),
    "submitting.answer": lambda s: submitting.answer(
        s, 1, date(2024, 5, 1), [AnswerDraft(4, "refused", "Chưa đủ năm")]
    ),
    "submitting.decide": lambda s: submitting.decide(
        s, 2, "province", "Chủ tịch UBND tỉnh", Signature("500/QĐ-UBND", date(2024, 5, 2))
    ),
    "submitting.remove": lambda s: submitting.remove(s, [1]),
    "handing.hand_over": lambda s: handing.hand_over(s, [1, 3], date(2024, 3, 1), receiver="Chủ tịch xã"),
    "handing.take_back": lambda s: handing.take_back(s, [1]),
    "handing.pay": lambda s: handing.pay(s, {1: 600_000, 3: 600_000}, None),
    "handing.give_back": lambda s: handing.give_back(s, [2], date(2024, 4, 1)),
    "handing.return_artefacts": lambda s: handing.return_artefacts(s, [2], date(2024, 4, 1), note="Nộp đủ"),
    "handing.forget_artefacts": lambda s: handing.forget_artefacts(s, [2]),
    "handing.unpay": lambda s: handing.unpay(s, [1]),
    "funds.plan": lambda s: funds.plan(s, 2024, 50_000_000, "Dự toán"),
    "funds.replan": lambda s: funds.replan(s, 2020, 2021, 60_000_000, "Dự toán khác"),
    "funds.drop": lambda s: funds.drop(s, [2020]),
}


def _rejected(session):
    """A dossier in which nothing waits any more."""
    dossiers.appraise(session, [1, 2], "rejected", reason="Lý do")
    return 1


def _first(session):
    return nomination_records.rows(session, [1])[0]
