"""What goes up to the province or the state, what comes back, and the awards that come of it."""

from datetime import date

import pytest

from tests.records.offices import ask, count, do, person, sql, unit
from thidua_desktop.domain.council import BallotDraft, CouncilDraft, MeetingDraft, MemberDraft
from thidua_desktop.domain.dossier import DossierDraft, NominationDraft
from thidua_desktop.domain.drafted import DraftedDraft
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.submission import AnswerDraft, SubmissionDraft, goes_up, may_go_to
from thidua_desktop.records import dossiers as dossier_records
from thidua_desktop.records import submissions
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import (
    agenda,
    balloting,
    councils,
    decisions,
    dossiers,
    drafting,
    nomination_choices,
    submitting,
)
from thidua_desktop.services.drafting import Signature
from ui.forms import laws

DAY, SENT, BACK = date(2024, 1, 10), date(2024, 2, 1), date(2024, 4, 15)
HEAD = SubmissionDraft("province", SENT, "Chủ tịch UBND tỉnh", "40/TTr-UBND")
SIGNED = Signature("815/QĐ-UBND", date(2024, 4, 10), "Lường Văn Tám", "Chủ tịch")
BY = "Chủ tịch UBND tỉnh"


@pytest.fixture
def school(office):
    return unit(office, "Trường Tiểu học Cao Sơn", "school")


@pytest.fixture
def mai(office, school):
    return person(office, "Nguyễn Thị Mai", school, "Giáo viên")


@pytest.fixture
def dossier(office, school, mai):
    """One for the district, two for the province, one for the Prime Minister; all agreed to."""
    asked = (
        NominationDraft("DH_LDTT", name="Nguyễn Thị Mai", person_id=mai, unit_id=school),
        NominationDraft("BK_TINH", name="Nguyễn Thị Mai", person_id=mai, unit_id=school, citation="Dạy giỏi"),
        NominationDraft("DH_TTLDXS", "collective", name="Trường Tiểu học Cao Sơn"),
        NominationDraft("BK_TTG", name="Lý Văn An"),
    )
    dossier = do(office, dossiers.receive, DossierDraft(school, DAY, 2023, "12/TTr", nominations=asked))
    do(office, dossiers.appraise, [1, 2, 3, 4], "kept")
    return dossier


@pytest.fixture
def sent(office, dossier):
    submission = do(office, submitting.submit, HEAD, [])
    put(office, submission, dossier)
    return submission


def put(office, submission, dossier):
    with office.write("Đưa hồ sơ vào tờ trình") as session:
        submitting.put_agreed(submission, dossier, session)


def state(office, dossier):
    return ask(office, dossier_records.get, dossier).state


def row(office, submission):
    return ask(office, submissions.get, submission)


@pytest.mark.parametrize(
    ("levels", "own", "up"),
    [
        (("province", "ministry"), "district", True),
        (("pm",), "province", True),
        (("province",), "province", False),
        (("district", "commune", "grassroots"), "commune", False),
        (("district",), "commune", True),
        (("province", "military", "district", "grassroots"), "district", False),
        ((), "district", False),
    ],
)
def test_what_goes_up_is_what_only_those_above_give(levels, own, up):
    assert goes_up(levels, own) is up


def test_an_authority_is_sent_what_it_gives_or_sends_on():
    assert may_go_to(("pm",), "province")
    assert may_go_to(("province",), "province")
    assert not may_go_to(("district", "commune"), "province")
    assert may_go_to((), "province")


def test_a_dossier_sends_up_what_those_above_give_and_keeps_the_rest(office, dossier, sent):
    assert sql(office, "SELECT name_written, submission_id FROM nomination ORDER BY id") == [
        ("Nguyễn Thị Mai", None),
        ("Nguyễn Thị Mai", sent),
        ("Trường Tiểu học Cao Sơn", sent),
        ("Lý Văn An", sent),
    ]
    assert state(office, dossier) == "submitted"
    step = ask(office, dossier_records.steps, dossier)[-1]
    assert (step.on, step.note) == (SENT, "Tờ trình số 40/TTr-UBND")
    found = row(office, sent)
    assert (found.proposed, found.open, found.granted, found.undecided) == (3, 3, 0, 0)


def test_nothing_left_to_send_up_is_said(office, dossier, sent):
    with pytest.raises(Refused, match="không còn đề nghị nào đã đồng ý"):
        put(office, sent, dossier)


def test_what_is_not_agreed_to_or_stands_elsewhere_does_not_go_up(office, dossier, sent):
    do(office, drafting.draft, DraftedDraft("Khen thưởng", 2023), [1])
    other = do(office, submitting.submit, HEAD, [])
    for nomination in (1, 2):
        with pytest.raises(Refused, match="đã ở quyết định, dự thảo hoặc tờ trình khác"):
            do(office, submitting.put_in, other, [nomination])
    do(office, submitting.take_out, [2])
    do(office, dossiers.appraise, [2], "rejected", reason="Thôi")
    with pytest.raises(Refused, match="chưa được thẩm định đồng ý"):
        do(office, submitting.put_in, other, [2])


def test_what_is_sent_up_is_neither_appraised_anew_nor_drafted_here(office, dossier, sent):
    with pytest.raises(Refused, match="Nguyễn Thị Mai đã được trình cấp trên"):
        do(office, dossiers.appraise, [2], "rejected", reason="Thôi")
    with pytest.raises(Refused, match="đã được trình cấp trên mà chưa có kết quả"):
        do(office, drafting.draft, DraftedDraft("Khen thưởng", 2023), [2])


def test_what_came_back_becomes_awards_by_decision(office, dossier, sent, mai):
    answers = [
        AnswerDraft(2, "granted"),
        AnswerDraft(3, "refused", "Chưa đủ tỷ lệ"),
        AnswerDraft(4, "granted"),
    ]
    do(office, submitting.answer, sent, BACK, answers)
    found = row(office, sent)
    assert (found.granted, found.refused, found.open, found.undecided) == (2, 1, 0, 2)
    assert count(office, "SELECT count(*) FROM award") == 0, "no award before its decision is entered"
    do(office, submitting.decide, sent, "province", BY, SIGNED)
    told = """SELECT d.number, d.level, d.authority, a.name_written, k.code, a.year, a.person_id, a.citation
        FROM award a JOIN decision d ON d.id = a.decision_id JOIN award_kind k ON k.id = a.kind_id ORDER BY a.id"""
    assert sql(office, told) == [
        ("815/QĐ-UBND", "province", BY, "Nguyễn Thị Mai", "BK_TINH", 2023, mai, "Dạy giỏi")
    ]
    assert row(office, sent).undecided == 1
    assert state(office, dossier) == "submitted"
    do(
        office,
        submitting.decide,
        sent,
        "pm",
        "Thủ tướng Chính phủ",
        Signature("900/QĐ-TTg", date(2024, 4, 12)),
    )
    assert row(office, sent).undecided == 0
    assert sql(office, told)[1][:5] == ("900/QĐ-TTg", "pm", "Thủ tướng Chính phủ", "Lý Văn An", "BK_TTG")
    with pytest.raises(Refused, match="Không còn ai được khen"):
        do(office, submitting.decide, sent, "pm", "", SIGNED)
    draft = do(office, drafting.draft, DraftedDraft("Khen thưởng", 2023), [1])
    do(office, drafting.sign, draft, Signature("5/QĐ-UBND", BACK))
    assert state(office, dossier) == "decided", "given, given and refused: nothing waits"


def test_an_answer_that_became_an_award_stays(office, sent):
    do(office, submitting.answer, sent, BACK, [AnswerDraft(2, "granted")])
    decision = do(office, submitting.decide, sent, "province", BY, SIGNED)
    for act, *args in (
        (submitting.answer, sent, BACK, [AnswerDraft(2, "refused")]),
        (submitting.take_out, [2]),
        (submitting.remove, [sent]),
    ):
        with pytest.raises(Refused, match="đã được khen theo tờ trình này"):
            do(office, act, *args)
    do(office, decisions.remove, decision)
    assert row(office, sent).awarded == 0


def test_a_dossier_refused_in_every_line_is_closed(office, school, mai):
    asked = (NominationDraft("BK_TINH", name="Nguyễn Thị Mai", person_id=mai),)
    dossier = do(office, dossiers.receive, DossierDraft(school, DAY, 2023, nominations=asked))
    do(office, dossiers.appraise, [1], "kept")
    submission = do(office, submitting.submit, HEAD, [1])
    do(office, submitting.answer, submission, BACK, [AnswerDraft(1, "refused", "Chưa đủ năm")])
    assert state(office, dossier) == "decided"
    assert ask(office, dossier_records.steps, dossier)[-1].note == "Kết quả tờ trình số 40/TTr-UBND"
    assert sql(office, "SELECT result, result_reason FROM nomination") == [("refused", "Chưa đủ năm")]


def test_days_that_contradict_each_other_are_refused(office, sent):
    with pytest.raises(Refused, match="Nhập ngày có kết quả"):
        do(office, submitting.answer, sent, None, [AnswerDraft(2, "granted")])
    with pytest.raises(Refused, match="trước ngày trình 01/02/2024"):
        do(office, submitting.answer, sent, DAY, [AnswerDraft(2, "granted")])
    do(office, submitting.answer, sent, BACK, [])
    with pytest.raises(Refused, match="Đã có kết quả từ ngày 15/04/2024"):
        do(office, submitting.correct, sent, SubmissionDraft("province", date(2024, 5, 1)))


def test_a_removed_submission_lets_its_nominations_wait_again(office, sent):
    do(office, submitting.answer, sent, BACK, [AnswerDraft(2, "refused", "Chưa đủ năm")])
    do(office, submitting.remove, [sent])
    assert sql(office, "SELECT DISTINCT submission_id, result, result_reason FROM nomination") == [
        (None, "", "")
    ]


def test_the_council_drafts_its_own_and_submits_the_rest(office, dossier):
    members = (MemberDraft("Hà Văn Nam", "Chủ tịch", "chair"),) * 9
    council = do(office, councils.set_up, CouncilDraft("Hội đồng huyện", members=members))
    meeting = do(office, councils.convene, MeetingDraft(council, date(2024, 1, 20), 9, 9))
    do(office, councils.put_on_agenda, meeting, [1, 2, 3, 4])
    do(office, councils.count_votes, meeting, [BallotDraft(one, 9, 0) for one in (1, 2, 3)])
    draft = do(office, balloting.draft_agreed, laws.shipped(), meeting, "Về việc khen thưởng")
    submission = do(office, balloting.submit_agreed, laws.shipped(), meeting, HEAD)
    assert sql(office, "SELECT id, drafted_id, submission_id FROM nomination ORDER BY id") == [
        (1, draft, None),
        (2, None, submission),
        (3, None, submission),
        (4, None, None),
    ]
    with pytest.raises(Refused, match="chờ lập tờ trình"):
        do(office, balloting.submit_agreed, laws.shipped(), meeting, HEAD)


def test_a_submission_without_an_answer_is_due(office, sent):
    [due] = [one for one in ask(office, agenda.due, laws.shipped(), BACK) if one.follow[0] == "submission"]
    assert due.text == "Tờ trình 40/TTr-UBND ngày 01/02/2024 chưa có kết quả"
    answers = [AnswerDraft(one, "refused") for one in (2, 3, 4)]
    do(office, submitting.answer, sent, BACK, answers)
    assert not [one for one in ask(office, agenda.due, laws.shipped(), BACK) if one.follow[0] == "submission"]


def test_submissions_are_listed_by_year_level_answer_and_words(office, sent):
    older = do(office, submitting.submit, SubmissionDraft("pm", date(2023, 5, 1), "Thủ tướng"), [])

    def ids(search="", **filters):
        return list(ask(office, submissions.ids, ListQuery(search, filters)))

    assert ids() == [sent, older]
    assert ids(year=2024) == [sent]
    assert ids(level="pm") == [older]
    assert ids(answered="no") == [sent]
    assert ids(answered="yes") == [older]
    assert ids("chu tich") == [sent]
    assert ids("40/ttr") == [sent]


def test_single_nominations_are_chosen_for_a_draft_or_a_submission(office, dossier, sent):
    def offered(question, one):
        rows, there = ask(office, question, one)
        return [row.id for row in rows], sorted(there)

    assert offered(nomination_choices.for_submission, sent) == ([2, 3, 4], [2, 3, 4])
    do(office, submitting.choose, sent, [3])
    assert offered(nomination_choices.for_submission, sent) == ([3, 2, 4], [3])
    draft = do(office, drafting.draft, DraftedDraft("Khen thưởng", 2023), [])
    assert offered(nomination_choices.for_draft, draft) == ([1, 2, 4], [])
    do(office, drafting.choose, draft, [1])
    do(office, drafting.choose, draft, [1])
    assert offered(nomination_choices.for_draft, draft) == ([1, 2, 4], [1])
    do(office, drafting.choose, draft, [])
    assert offered(nomination_choices.for_draft, draft) == ([1, 2, 4], [])
    do(office, submitting.answer, sent, BACK, [AnswerDraft(3, "granted")])
    assert offered(nomination_choices.for_draft, draft) == ([1, 2, 3, 4], [])


def test_a_renumbered_submission_is_told_by_its_new_number_wherever_it_was_named(office, dossier, sent):
    do(office, submitting.take_out, [2, 3, 4])
    do(office, submitting.put_in, sent, [1, 2])
    do(office, dossiers.appraise, [3, 4], "rejected", reason="Không đủ")
    refused = AnswerDraft(1, "refused", "Không đủ"), AnswerDraft(2, "refused", "Không đủ")
    do(office, submitting.answer, sent, BACK, refused)

    def told():
        return [(step.on, step.note) for step in ask(office, dossier_records.steps, dossier)[1:]]

    assert told() == [(SENT, "Tờ trình số 40/TTr-UBND"), (BACK, "Kết quả tờ trình số 40/TTr-UBND")]
    later = date(2024, 2, 2)
    do(office, submitting.correct, sent, SubmissionDraft("province", later, number="41/TTr-UBND"))
    assert told() == [(later, "Tờ trình số 41/TTr-UBND"), (BACK, "Kết quả tờ trình số 41/TTr-UBND")]
    do(office, submitting.answer, sent, date(2024, 4, 16), refused)
    assert told()[-1] == (date(2024, 4, 16), "Kết quả tờ trình số 41/TTr-UBND")


def test_a_draft_named_after_a_submission_is_renamed_with_it(office, dossier, sent):
    do(office, submitting.answer, sent, BACK, [AnswerDraft(2, "granted")])
    do(office, submitting.decide, sent, "province", BY, SIGNED)
    do(office, submitting.correct, sent, SubmissionDraft("province", SENT, number="41/TTr-UBND"))
    assert sql(office, "SELECT name FROM drafted") == [("Về việc khen thưởng theo tờ trình số 41/TTr-UBND",)]
