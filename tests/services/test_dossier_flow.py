"""From a unit's dossier to the decision, its bonus and its handing over; nothing is typed twice."""

from dataclasses import replace
from datetime import date

import pytest

from tests.records.offices import ask, content, count, do, person, sql, unit
from thidua_desktop.domain.council import BallotDraft, CouncilDraft, MeetingDraft, MemberDraft
from thidua_desktop.domain.dossier import DossierDraft, NominationDraft, PaperDraft
from thidua_desktop.domain.drafted import DraftedDraft
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.submission import SubmissionDraft
from thidua_desktop.records import councils as council_records
from thidua_desktop.records import decisions as decision_records
from thidua_desktop.records import dossiers as dossier_records
from thidua_desktop.records import drafted as drafted_records
from thidua_desktop.records import funds as fund_records
from thidua_desktop.records import handing as handing_records
from thidua_desktop.records import meetings as meeting_records
from thidua_desktop.records import nominations as nomination_records
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import (
    councils,
    decisions,
    dossiers,
    drafting,
    funds,
    handing,
    people,
    submitting,
    units,
)
from thidua_desktop.services.drafting import Signature

DAY = date(2024, 1, 10)
HEAD = DraftedDraft(
    "Về việc khen thưởng năm 2023", 2023, "district", "Chủ tịch UBND huyện", "Hà Văn Nam", "Chủ tịch"
)


@pytest.fixture
def school(office):
    return unit(office, "Trường Tiểu học Cao Sơn", "school")


@pytest.fixture
def someone(office, school):
    return person(office, "Nguyễn Thị Mai", school, "Giáo viên")


@pytest.fixture
def dossier(office, school, someone):
    """A dossier of three: one known, one new, the school itself."""
    draft = DossierDraft(
        school,
        DAY,
        2023,
        "12/TTr-TH",
        date(2024, 1, 5),
        nominations=(
            NominationDraft(
                "DH_LDTT", name="Nguyễn Thị Mai", person_id=someone, unit_id=school, post="Giáo viên"
            ),
            NominationDraft("DH_LDTT", name="Lý Văn An", post="Kế toán", citation="Làm tốt"),
            NominationDraft("DH_TTLDTT", "collective", name="Trường Tiểu học Cao Sơn"),
        ),
        papers=(PaperDraft("Tờ trình", there=True, cite="Điều 84"), PaperDraft("Biên bản bình xét")),
    )
    return do(office, dossiers.receive, draft)


def of(office, dossier):
    return ask(office, nomination_records.of, dossier)


def ids(office, dossier):
    return [row.id for row in of(office, dossier)]


def test_a_dossier_comes_in_with_its_people_papers_and_first_step(office, dossier, school, someone):
    assert [(row.name, row.person_id == someone, row.award, row.standing) for row in of(office, dossier)] == [
        ("Nguyễn Thị Mai", True, "DH_LDTT", ""),
        ("Lý Văn An", False, "DH_LDTT", ""),
        ("Trường Tiểu học Cao Sơn", False, "DH_TTLDTT", ""),
    ]
    held = "SELECT u.name FROM post p JOIN unit u ON u.id = p.unit_id JOIN person n ON n.id = p.person_id"
    assert sql(office, f"{held} WHERE n.name = 'Lý Văn An'") == [("Trường Tiểu học Cao Sơn",)]
    [row] = ask(office, dossier_records.rows, ask(office, dossier_records.ids, ListQuery("cao sơn")))
    assert (row.state, row.proposed, row.appraised, row.lacking) == ("received", 3, 0, 1)
    assert [(one.state, one.on) for one in ask(office, dossier_records.steps, dossier)] == [("received", DAY)]
    assert [(one.name, one.there) for one in ask(office, dossier_records.papers, dossier)] == [
        ("Tờ trình", True),
        ("Biên bản bình xét", False),
    ]


def test_the_whole_way_to_the_decision_types_nothing_twice(office, dossier, school, someone):
    first, second, third = ids(office, dossier)
    do(office, dossiers.appraise, [first, third], "kept")
    do(office, dossiers.appraise, [second], "rejected", reason="Chưa đủ thời gian công tác")
    do(office, dossiers.bring, dossier, "appraised", date(2024, 1, 12))
    council = do(
        office,
        councils.set_up,
        CouncilDraft("Hội đồng huyện", members=(MemberDraft("Hà Văn Nam", "Chủ tịch", "chair"),) * 9),
    )
    meeting = do(office, councils.convene, MeetingDraft(council, date(2024, 1, 15), 9, 7))
    with pytest.raises(Refused, match="Chưa được thẩm định đồng ý: Lý Văn An"):
        do(office, councils.put_on_agenda, meeting, [first, second])
    assert do(office, councils.put_on_agenda, meeting, [first, third]) == 2
    assert do(office, councils.put_on_agenda, meeting, [first]) == 0
    do(
        office,
        councils.count_votes,
        meeting,
        [BallotDraft(first, 7, 0, 2, 0), BallotDraft(third, 5, 2, 1, 1)],
    )
    [row] = ask(office, meeting_records.rows, [meeting])
    assert (row.agenda, row.counted, row.council) == (2, 2, "Hội đồng huyện")
    draft = do(office, drafting.draft, HEAD, [first, third])
    assert count(office, "SELECT count(*) FROM award") == 0, "no award before the decision is signed"
    decision = do(office, drafting.sign, draft, Signature("15/QĐ-UBND", date(2024, 1, 20)))
    assert sql(
        office,
        """SELECT d.number, d.signer, a.name_written, a.post_written, a.unit_written, k.code, a.year, a.person_id
        FROM award a JOIN decision d ON d.id = a.decision_id JOIN award_kind k ON k.id = a.kind_id ORDER BY a.place""",
    ) == [
        (
            "15/QĐ-UBND",
            "Hà Văn Nam",
            "Nguyễn Thị Mai",
            "Giáo viên",
            "Trường Tiểu học Cao Sơn",
            "DH_LDTT",
            2023,
            someone,
        ),
        ("15/QĐ-UBND", "Hà Văn Nam", "Trường Tiểu học Cao Sơn", "", "", "DH_TTLDTT", 2023, None),
    ]
    assert [row.award_id is not None for row in of(office, dossier)] == [True, False, True]
    assert ask(office, dossier_records.get, dossier).state == "decided"
    do(office, decisions.remove, decision)
    assert ask(office, drafted_records.get, draft).decision_id is None
    assert [row.award_id for row in of(office, dossier)] == [None, None, None]
    assert ask(office, dossier_records.get, dossier).state == "council", "its decision is no more"
    office.undo()
    assert ask(office, drafted_records.get, draft).decision == "15/QĐ-UBND"


def test_a_renumbered_decision_is_told_by_its_new_number_in_its_dossier_alone(office, dossier, school):
    first, second, third = ids(office, dossier)
    do(office, dossiers.appraise, [first, second, third], "kept")
    other = do(
        office,
        dossiers.receive,
        DossierDraft(school, DAY, 2023, nominations=(NominationDraft("DH_LDTT", name="Hà Thị Bé"),)),
    )
    same = date(2024, 1, 20), "Quyết định số 15/QĐ-UBND"
    do(office, dossiers.bring, other, "decided", *same)
    draft = do(office, drafting.draft, HEAD, [first, second, third])
    decision = do(office, drafting.sign, draft, Signature(" 15/QĐ-UBND", date(2024, 1, 20)))

    def told(dossier_id):
        last = ask(office, dossier_records.steps, dossier_id)[-1]
        return last.on, last.note

    assert told(dossier) == same
    paper = ask(office, decision_records.draft, decision)
    changed = replace(paper, number="16/QĐ-UBND", decided_on=date(2024, 1, 22), awards=paper.awards[1:])
    do(office, decisions.correct, decision, changed)
    assert told(dossier) == (date(2024, 1, 22), "Quyết định số 16/QĐ-UBND")
    assert told(other) == same
    office.undo()
    assert told(dossier) == same


def test_a_raised_award_keeps_what_was_asked(office, dossier):
    first, *_ = ids(office, dossier)
    do(office, dossiers.appraise, [first], "raised", award="DH_CSTD_CS", reason="Có sáng kiến")
    [row] = ask(office, nomination_records.rows, [first])
    assert (row.asked, row.award, row.reason) == ("DH_LDTT", "DH_CSTD_CS", "Có sáng kiến")
    do(office, dossiers.appraise, [first], "kept")
    assert ask(office, nomination_records.rows, [first])[0].award == "DH_LDTT"


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (lambda s, d, n: dossiers.appraise(s, n, "rejected"), "Ghi lý do"),
        (lambda s, d, n: dossiers.appraise(s, n, "raised", reason="x"), "Chọn danh hiệu"),
        (
            lambda s, d, n: dossiers.appraise(s, n, "raised", award="DH_TTLDTT", reason="x"),
            "không tặng cho đối tượng",
        ),
        (lambda s, d, n: dossiers.bring(s, d, "appraised", DAY), "Còn 3 đề nghị chưa có ý kiến"),
        (lambda s, d, n: dossiers.bring(s, d, "returned", DAY), "Ghi lý do trả lại"),
        (lambda s, d, n: dossiers.bring(s, d, "returned", date(2024, 1, 1), "Thiếu"), "từ ngày 10/01/2024"),
        (lambda s, d, n: dossiers.decide_over(s, n, fits=True, reason=" "), "Ghi lý do khi quyết định khác"),
        (lambda s, d, n: drafting.draft(s, HEAD, n), "chưa được thẩm định đồng ý"),
        (
            lambda s, d, n: drafting.sign(s, drafting.draft(s, HEAD, []), Signature("1", DAY)),
            "chưa có ai được khen",
        ),
        (lambda s, d, n: dossiers.receive(s, DossierDraft(None, DAY, 2023)), "Chọn đơn vị trình"),
        (lambda s, d, n: dossiers.receive(s, DossierDraft(1, None, 2023)), "Chưa nhập ngày nhận"),
        (lambda s, d, n: councils.set_up(s, CouncilDraft(" ")), "Chưa nhập tên Hội đồng"),
        (lambda s, d, n: councils.convene(s, MeetingDraft(None, DAY, 9)), "Chọn Hội đồng"),
        (lambda s, d, n: people.remove(s, 1), "có 1 dòng trong hồ sơ đề nghị"),
        (lambda s, d, n: units.remove(s, 1), "trong sổ nên không xóa được"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_everything(office, dossier, act, words):
    nominations = ids(office, dossier)
    before = content(office)
    with pytest.raises(Refused, match=words):
        do(office, act, dossier, nominations)
    assert content(office) == before


def test_more_votes_than_members_are_refused(office, dossier):
    first, *_ = ids(office, dossier)
    do(office, dossiers.appraise, [first], "kept")
    council = do(office, councils.set_up, CouncilDraft("Hội đồng"))
    meeting = do(office, councils.convene, MeetingDraft(council, DAY, 9, 7))
    do(office, councils.put_on_agenda, meeting, [first])
    for votes, words in (
        (BallotDraft(first, 8, 0), "Có 8 phiếu tại cuộc họp mà chỉ 7 thành viên có mặt"),
        (BallotDraft(first, 7, 0, 2, 1), "Có 10 phiếu mà Hội đồng chỉ có 9 thành viên"),
        (BallotDraft(first, -1, 0), "không thể âm"),
    ):
        with pytest.raises(Refused, match=words):
            do(office, councils.count_votes, meeting, [votes])
    do(office, councils.count_votes, meeting, [BallotDraft(first, 7, 0, 2, 0)])
    with pytest.raises(Refused, match="Hội đồng chỉ có 8 thành viên"):
        do(office, councils.correct_meeting, meeting, MeetingDraft(council, DAY, 8, 7))
    with pytest.raises(Refused, match="đã họp 1 lần"):
        do(office, councils.dissolve, [council])


def test_a_corrected_dossier_keeps_what_was_concluded(office, dossier, school):
    first, second, third = ids(office, dossier)
    do(office, dossiers.appraise, [first, second], "kept")
    rows = [nomination_records.draft_of(row) for row in of(office, dossier)]
    draft = DossierDraft(
        school,
        DAY,
        2023,
        "13/TTr-TH",
        nominations=(rows[1], rows[0], NominationDraft("DH_LDTT", name="Hà Thị Bé")),
    )
    do(office, dossiers.correct, dossier, draft)
    assert [(row.name, row.standing) for row in of(office, dossier)] == [
        ("Lý Văn An", "kept"),
        ("Nguyễn Thị Mai", "kept"),
        ("Hà Thị Bé", ""),
    ]
    assert {row.id for row in of(office, dossier)} >= {first, second}
    assert third not in ids(office, dossier)
    assert ask(office, dossier_records.get, dossier).number == "13/TTr-TH"


def test_what_stands_on_a_decision_is_not_appraised_again(office, dossier):
    first, *_ = ids(office, dossier)
    do(office, dossiers.appraise, [first], "kept")
    draft = do(office, drafting.draft, HEAD, [first])
    with pytest.raises(Refused, match="đang ở dự thảo"):
        do(office, dossiers.remove, [dossier])
    do(office, drafting.take_out, [first])
    do(office, drafting.put_in, draft, [first])
    do(office, drafting.sign, draft, Signature("15/QĐ-UBND", date(2024, 1, 20)))
    for act, args in (
        (dossiers.appraise, ([first], "kept")),
        (drafting.take_out, ([first],)),
        (drafting.remove, ([draft],)),
    ):
        with pytest.raises(Refused):
            do(office, act, *args)


def test_a_returned_dossier_goes_on_only_when_it_is_received_again(office, dossier):
    first, second, third = ids(office, dossier)
    do(office, dossiers.appraise, [first, second, third], "kept")
    meeting = do(
        office, councils.convene, MeetingDraft(do(office, councils.set_up, CouncilDraft("Hội đồng")), DAY, 9)
    )
    do(office, councils.put_on_agenda, meeting, [first])
    do(office, dossiers.bring, dossier, "returned", DAY, "Thiếu biên bản")
    before = content(office)
    high = SubmissionDraft("province", DAY)
    for act, *args in (
        (councils.put_on_agenda, meeting, [second]),
        (drafting.draft, HEAD, [first]),
        (submitting.submit, high, [first]),
    ):
        with pytest.raises(Refused, match=r"Hồ sơ của Trường Tiểu học Cao Sơn có .* đã trả lại"):
            do(office, act, *args)
    assert content(office) == before
    waiting = ListQuery(filters={"waits": "1"})
    assert list(ask(office, nomination_records.ids, waiting)) == []
    assert [row.waits for row in of(office, dossier)] == [False] * 3
    do(office, dossiers.bring, dossier, "received", DAY)
    assert list(ask(office, nomination_records.ids, waiting)) == [first, second, third]
    draft = do(office, drafting.draft, HEAD, [first])
    with pytest.raises(Refused, match="đang ở dự thảo quyết định"):
        do(office, dossiers.bring, dossier, "returned", DAY, "Thiếu biên bản")
    do(office, drafting.remove, [draft])
    do(office, dossiers.bring, dossier, "returned", DAY, "Thiếu biên bản")


def test_merging_people_moves_their_nominations(office, dossier, someone):
    [other] = [row.person_id for row in of(office, dossier) if row.name == "Lý Văn An"]
    do(office, people.merge, other, someone)
    assert sql(office, "SELECT DISTINCT person_id FROM nomination WHERE person_id IS NOT NULL") == [
        (someone,)
    ]


@pytest.fixture
def signed(office, dossier):
    """The awards of a signed decision."""
    first, _, third = ids(office, dossier)
    do(office, dossiers.appraise, [first, third], "kept")
    draft = do(office, drafting.draft, HEAD, [first, third])
    do(office, drafting.sign, draft, Signature("15/QĐ-UBND", date(2024, 1, 20)))
    return [row.award_id for row in of(office, dossier) if row.award_id]


def test_awards_are_handed_over_and_paid(office, signed):
    assert ask(office, handing_records.waiting) == 2
    with pytest.raises(Refused, match="Ngày trao trước ngày ký"):
        do(office, handing.hand_over, signed, date(2024, 1, 1))
    do(office, handing.hand_over, signed, date(2024, 1, 25), receiver="Hiệu trưởng")
    assert ask(office, handing_records.waiting) == 0
    assert ask(office, handing_records.handed, signed)[signed[0]].receiver == "Hiệu trưởng"
    do(office, handing.take_back, signed[:1])
    assert ask(office, handing_records.waiting) == 1
    do(office, funds.plan, 2024, 50_000_000, "Nghị quyết dự toán")
    do(office, handing.pay, {signed[0]: 540_000, signed[1]: 1_080_000}, date(2024, 1, 25), document="PC 12")
    [fund] = ask(office, fund_records.all_)
    assert (fund.id, fund.planned, fund.spent, fund.returned) == (2024, 50_000_000, 1_620_000, 0)


def test_the_money_of_a_revoked_award_is_to_be_returned(office, signed):
    do(office, handing.pay, {signed[0]: 540_000}, date(2024, 1, 25))
    with pytest.raises(Refused, match="không bị thu hồi"):
        do(office, handing.give_back, signed[:1], date(2024, 3, 1))
    from tests.records.offices import register

    by = register(office, "20/QĐ-UBND", date(2024, 2, 20))
    do(office, decisions.revoke, signed[:1], by)
    assert ask(office, handing_records.to_be_returned) == signed[:1]
    with pytest.raises(Refused, match="đã bị thu hồi nên không trao"):
        do(office, handing.hand_over, signed[:1], date(2024, 3, 1))
    for day, said in (
        (date(2024, 1, 24), r"trước ngày chi tiền \(25/01/2024\)"),
        (date(2024, 2, 19), r"trước ngày ký quyết định thu hồi 20/QĐ-UBND \(20/02/2024\)"),
    ):
        with pytest.raises(Refused, match=said):
            do(office, handing.give_back, signed[:1], day)
    do(office, handing.give_back, signed[:1], date(2024, 2, 20))
    assert ask(office, handing_records.to_be_returned) == []
    [fund] = ask(office, fund_records.all_)
    assert (fund.spent, fund.returned) == (540_000, 540_000)


def test_a_council_comes_back_as_typed(office):
    members = (
        MemberDraft("Hà Văn Nam", "Chủ tịch UBND huyện", "chair"),
        MemberDraft("Lý Thị Hai", "Trưởng phòng", "secretary"),
    )
    draft = CouncilDraft("Hội đồng huyện", "district", "QĐ 5", date(2021, 7, 1), None, members, "Ghi chú")
    made = do(office, councils.set_up, draft)
    assert ask(office, lambda s: council_records.draft_of(s, council_records.get(s, made))) == draft
    do(office, councils.correct, made, replace(draft, members=members[:1]))
    assert ask(office, council_records.get, made).members == 1
    do(office, councils.dissolve, [made])
    assert count(office, "SELECT count(*) FROM council_member") == 0
