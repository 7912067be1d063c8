"""A report too old when it goes up is told of and refuses nothing (TT 12/2019/TT-BNV Điều 2 k4)."""

from datetime import date

import pytest

from tests.records.offices import ask, do, person, unit
from thidua_desktop.domain.about import About
from thidua_desktop.domain.attested import REPORT_ON, AttestedDraft
from thidua_desktop.domain.dossier import DossierDraft, NominationDraft
from thidua_desktop.domain.submission import SubmissionDraft
from thidua_desktop.services import attesting, dossier_days, dossiers, submitting
from thidua_desktop.services.appraising import appraised
from thidua_desktop.services.submission_remarks import remarks
from ui.forms import laws

SENT = date(2020, 9, 15)
CITE = "(TT 12/2019/TT-BNV Điều 2 k4)."


@pytest.fixture
def mai(office):
    return person(office, "Nguyễn Thị Mai", unit(office, "Trường Tiểu học Cao Sơn", "school"))


def sent_up(office, mai, report, sent=SENT, award="BK_TTG", came=date(2020, 8, 20)):
    """A dossier agreed to and sent to the Prime Minister, the day of its report stated."""
    asked = (NominationDraft(award, name="Nguyễn Thị Mai", person_id=mai),)
    dossier = do(office, dossiers.receive, DossierDraft(1, came, came.year - 1, nominations=asked))
    do(office, attesting.state, AttestedDraft(About("person", mai), REPORT_ON, report, came.year - 1))
    do(office, dossiers.appraise, [1], "kept")
    return dossier, do(office, submitting.submit, SubmissionDraft("pm", sent), [1])


def told(office, submission):
    return [one.said for one in ask(office, lambda s: remarks(s, laws.law(s), submission))]


def report(office, dossier):
    [one] = ask(office, lambda s: appraised(s, laws.law(s), dossier))
    return next(j.finding.verdict for j in one.card.criteria if j.entry == "report_age")


def test_a_report_too_old_on_the_day_it_is_sent_up_is_told_and_its_card_counts_to_that_day(office, mai):
    dossier, submission = sent_up(office, mai, "2020-03-01")
    said = "Báo cáo ngày 01/03/2020: trình chậm nhất ngày 01/09/2020, đã trình ngày 15/09/2020"
    assert told(office, submission) == [f"{said} {CITE}"]
    assert report(office, dossier) == "not_met"
    do(office, submitting.correct, submission, SubmissionDraft("pm", date(2020, 9, 1)))
    assert (told(office, submission), report(office, dossier)) == ([], "met")


def test_a_report_dated_after_it_was_sent_up_is_told(office, mai):
    dossier, submission = sent_up(office, mai, "2021-03-01")
    said = "Báo cáo ghi ngày 01/03/2021, sau ngày trình 15/09/2020"
    assert (told(office, submission), report(office, dossier)) == ([f"{said} {CITE}"], "met")


@pytest.mark.parametrize(("award", "came"), [("BK_TINH", date(2020, 8, 20)), ("BK_TTG", date(2024, 8, 20))])
def test_what_the_law_asks_no_report_of_is_told_nothing(office, mai, award, came):
    _, submission = sent_up(office, mai, "2019-03-01", date(came.year, 9, 15), award, came)
    assert told(office, submission) == []


def by_hand(office, mai, *steps):
    """A dossier of a merit certificate of the Prime Minister brought on by hand, its report of 01/03/2020."""
    asked = (NominationDraft("BK_TTG", name="Nguyễn Thị Mai", person_id=mai),)
    came = date(2020, 8, 20)
    dossier = do(office, dossiers.receive, DossierDraft(1, came, came.year - 1, nominations=asked))
    do(office, attesting.state, AttestedDraft(About("person", mai), REPORT_ON, "2020-03-01", came.year - 1))
    do(office, dossiers.appraise, [1], "kept")
    for state, day in steps:
        do(office, dossiers.bring, dossier, state, day, "Thiếu báo cáo")
    return dossier


@pytest.mark.parametrize(
    ("steps", "verdict"),
    [
        ([], "met"),
        ([("submitted", date(2020, 9, 1))], "met"),
        ([("submitted", date(2020, 9, 2))], "not_met"),
        ([("submitted", date(2020, 9, 2)), ("decided", date(2020, 11, 2))], "not_met"),
        ([("submitted", date(2020, 9, 2)), ("returned", date(2020, 9, 20))], "met"),
    ],
)
def test_brought_up_by_hand_the_day_of_that_step_is_the_day_it_was_sent(office, mai, steps, verdict):
    """Sent back it is with the office again, and grows older until it goes up once more."""
    assert report(office, by_hand(office, mai, *steps)) == verdict


def test_a_dossier_for_the_state_is_told_of_until_it_was_made_public(office, mai):
    """TT 12/2019/TT-BNV Điều 2 k2."""
    asked = (NominationDraft("HC_LAO_DONG_3", name="Nguyễn Thị Mai", person_id=mai),)
    dossier = do(office, dossiers.receive, DossierDraft(1, date(2020, 8, 20), 2019, nominations=asked))

    def not_public():
        [one] = ask(office, lambda s: appraised(s, laws.law(s), dossier))
        return [said for said in one.card.warnings if "Điều 2 k2" in said]

    assert len(not_public()) == 1
    do(office, dossier_days.note, dossier, {"published": date(2020, 8, 25)})
    assert not_public() == []
