"""What the council's votes mean for a dossier: before it, voted down, done."""

from datetime import date

import pytest

from tests.records.offices import ask, content, do, person, unit
from thidua_desktop.domain.council import BallotDraft, CouncilDraft, MeetingDraft, MemberDraft
from thidua_desktop.domain.dossier import VOTED_DOWN, DossierDraft, NominationDraft
from thidua_desktop.domain.drafted import DraftedDraft
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.submission import SubmissionDraft
from thidua_desktop.records import dossiers as records
from thidua_desktop.records import nominations
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import concluding, councils, dossiers, drafting, submitting
from thidua_desktop.services.drafting import Signature
from thidua_desktop.workspace import RESOURCES

BOOK = load_rules(RESOURCES)
CAME, HELD = date(2019, 12, 2), date(2019, 12, 20)
FOR, LOST, SHORT = (8, 0, 1, 0), (5, 3, 0, 1), (4, 0, 5, 0)
HEAD = DraftedDraft("Khen thưởng năm 2019", 2019)


@pytest.fixture
def dossier(office):
    """Two proposed for what nine tenths of all members must agree to, both agreed to by the officer."""
    school = unit(office, "Trường Tiểu học Cao Sơn", "school")
    asked = tuple(
        NominationDraft("DH_CSTD_TINH", name=name, person_id=person(office, name, school), unit_id=school)
        for name in ("Nguyễn Thị Mai", "Lý Văn An")
    )
    dossier = do(office, dossiers.receive, DossierDraft(school, CAME, 2019, nominations=asked))
    do(office, dossiers.appraise, [1, 2], "kept")
    return dossier


@pytest.fixture
def meeting(office, dossier):
    members = tuple(MemberDraft(f"Thành Viên {letter}") for letter in "ABCDEFGHI")
    council = do(office, councils.set_up, CouncilDraft("Hội đồng huyện", members=members))
    meeting = do(office, councils.convene, MeetingDraft(council, HELD, 9, 8))
    do(office, councils.put_on_agenda, meeting, [1, 2])
    return meeting


def vote(office, meeting, *votes):
    counted = [BallotDraft(place, *counts) for place, counts in enumerate(votes, 1)]
    do(office, concluding.count, BOOK, meeting, counted)


def told(office, dossier):
    return [(one.state, one.on, one.note) for one in ask(office, records.steps, dossier)][1:]


def found(office, dossier):
    return [row.result for row in ask(office, nominations.of, dossier)]


BEFORE = ("council", HELD, "Họp Hội đồng ngày 20/12/2019")
CLOSED = ("decided", HELD, "Kết quả họp Hội đồng ngày 20/12/2019")


def test_a_dossier_put_on_an_agenda_is_before_the_council_until_the_meeting_is_cancelled(
    office, dossier, meeting
):
    assert ask(office, records.get, dossier).state == "council"
    assert told(office, dossier) == [BEFORE]
    moved = MeetingDraft(1, date(2019, 12, 24), 9, 8)
    do(office, concluding.correct_meeting, BOOK, meeting, moved)
    assert told(office, dossier) == [("council", date(2019, 12, 24), "Họp Hội đồng ngày 24/12/2019")]
    do(office, councils.cancel, [meeting])
    assert ask(office, records.get, dossier).state == "received"
    assert told(office, dossier) == []


def test_a_meeting_to_come_leaves_the_dossier_free_to_be_returned_today(office, dossier):
    council = do(office, councils.set_up, CouncilDraft("Hội đồng huyện"))
    coming = do(office, councils.convene, MeetingDraft(council, date(2100, 1, 4), 9))
    do(office, councils.put_on_agenda, coming, [1])
    [(state, on, note)] = told(office, dossier)
    assert (state, note) == ("council", "Họp Hội đồng ngày 04/01/2100")
    do(office, dossiers.bring, dossier, "returned", on, "Thiếu biên bản")


def test_who_was_voted_down_is_told_waits_no_more_and_is_not_proposed_further(office, dossier, meeting):
    vote(office, meeting, FOR, LOST)
    assert found(office, dossier) == ["", VOTED_DOWN]
    assert list(ask(office, nominations.ids, ListQuery(filters={"waits": "1"}))) == [1]
    before = content(office)
    for act, head in ((drafting.draft, HEAD), (submitting.submit, SubmissionDraft("province", HELD))):
        with pytest.raises(Refused, match="Hội đồng không đồng ý khen Lý Văn An"):
            do(office, act, head, [2])
    assert content(office) == before
    assert ask(office, records.get, dossier).state == "council"
    draft = do(office, drafting.draft, HEAD, [1])
    do(office, drafting.sign, draft, Signature("3/QĐ-UBND", date(2020, 1, 6)))
    assert ask(office, records.get, dossier).state == "decided", "nobody in it waits any more"


def test_a_dossier_wholly_voted_down_is_closed_and_opened_when_the_votes_are_corrected(
    office, dossier, meeting
):
    vote(office, meeting, LOST, LOST)
    assert ask(office, records.get, dossier).state == "decided"
    assert told(office, dossier) == [BEFORE, CLOSED]
    vote(office, meeting, FOR, LOST)
    assert found(office, dossier) == ["", VOTED_DOWN]
    assert ask(office, records.get, dossier).state == "council"
    assert told(office, dossier) == [BEFORE]
    office.undo()
    assert ask(office, records.get, dossier).state == "decided"
    do(office, councils.cancel, [meeting])
    assert (found(office, dossier), told(office, dossier)) == (["", ""], [])


def test_the_last_meeting_that_voted_tells_and_another_award_is_open_again(office, dossier, meeting):
    vote(office, meeting, FOR, LOST)
    again = do(office, councils.convene, MeetingDraft(1, date(2019, 12, 27), 9, 9))
    do(office, councils.put_on_agenda, again, [2])
    assert found(office, dossier) == ["", VOTED_DOWN]
    do(office, concluding.count, BOOK, again, [BallotDraft(2, 9, 0)])
    assert found(office, dossier) == ["", ""]
    vote(office, meeting, LOST, LOST)
    assert found(office, dossier) == [VOTED_DOWN, ""]
    do(office, dossiers.appraise, [1], "lowered", award="DH_LDTT", reason="Đủ cho mức này")
    assert found(office, dossier) == ["", ""]


def test_a_meeting_without_its_quorum_votes_nobody_down(office, dossier, meeting):
    do(office, councils.correct_meeting, meeting, MeetingDraft(1, date(2020, 1, 17), 9, 4))
    vote(office, meeting, SHORT, SHORT)
    assert found(office, dossier) == ["", ""]
    assert ask(office, records.get, dossier).state == "council"
