"""How long a dossier may be appraised, by the law of the day it came in and the days off of the office."""

from dataclasses import replace
from datetime import date

import pytest

from tests.records.offices import ask, do, line, register, unit
from thidua_desktop.domain.about import About
from thidua_desktop.domain.attested import AttestedDraft
from thidua_desktop.domain.dossier import DossierDraft, NominationDraft
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.person import HouseholdDraft
from thidua_desktop.domain.submission import AnswerDraft, SubmissionDraft
from thidua_desktop.records import dossiers as records
from thidua_desktop.records import submissions
from thidua_desktop.records.days_off import Calendar
from thidua_desktop.services import (
    agenda,
    attesting,
    decisions,
    dossier_days,
    dossiers,
    handing,
    people,
    submitting,
)
from thidua_desktop.services.dossier_terms import appraisal, of_dossier, of_revocation, of_submission
from thidua_desktop.workspace import RESOURCES

BOOK = load_rules(RESOURCES)
CAME = date(2019, 5, 2)  # a Thursday: twenty working days later is Thursday the 30th


@pytest.fixture
def dossier(office):
    school = unit(office, "Trường Tiểu học Cao Sơn", "school")
    asked = (NominationDraft("DH_LDTT", name="Nguyễn Thị Mai"),)
    return do(office, dossiers.receive, DossierDraft(school, CAME, 2018, nominations=asked))


def term_of(office, dossier, today, free=frozenset()):
    return ask(office, lambda s: appraisal(s, BOOK, records.get(s, dossier), today, Calendar(free)))


def test_the_term_is_counted_in_working_days_from_the_day_it_came(office, dossier):
    found = term_of(office, dossier, CAME)
    assert (found.on, found.left, found.late, found.done) == (date(2019, 5, 30), 20, False, None)
    assert (found.cite, found.checked) == ("NĐ 91/2017 Điều 48 k2a", True)
    assert term_of(office, dossier, date(2019, 6, 3)).left == -2
    assert term_of(office, dossier, CAME, frozenset({date(2019, 5, 3)})).on == date(2019, 5, 31)


def test_of_an_appraised_dossier_the_day_of_the_appraisal_counts(office, dossier):
    do(office, dossiers.appraise, [1], "kept")
    do(office, dossiers.bring, dossier, "appraised", date(2019, 5, 29))
    found = term_of(office, dossier, date(2026, 1, 1))
    assert (found.done, found.left, found.late) == (date(2019, 5, 29), 1, False)


def test_where_no_law_is_known_no_term_is_told(office, dossier):
    other = DossierDraft(1, date(2010, 5, 2), 2009)
    before = do(office, dossiers.receive, other)
    assert term_of(office, before, CAME) is None


def all_terms(office, dossier, today, worked=frozenset()):
    calendar = Calendar(worked=worked)
    found = ask(office, lambda s: of_dossier(s, BOOK, records.get(s, dossier), today, calendar))
    return [(one.step, one.on, one.done, one.late) for one in found]


def test_a_saturday_worked_in_exchange_counts(office, dossier):
    assert all_terms(office, dossier, CAME) == [("appraise", date(2019, 5, 30), None, False)]
    saturday = frozenset({date(2019, 5, 4)})
    assert all_terms(office, dossier, CAME, saturday) == [("appraise", date(2019, 5, 29), None, False)]


def test_a_dossier_given_back_is_measured_by_the_term_for_that(office, dossier):
    do(office, dossiers.bring, dossier, "returned", date(2019, 5, 17), "Thiếu biên bản")
    assert all_terms(office, dossier, CAME) == [("notify", date(2019, 5, 16), date(2019, 5, 17), True)]
    do(office, dossiers.bring, dossier, "received", date(2019, 5, 20))
    assert all_terms(office, dossier, date(2019, 6, 3)) == [("appraise", date(2019, 5, 30), None, True)]


def test_of_a_decided_dossier_it_is_told_until_when_the_result_is_and_nobody_is_called_late(office, dossier):
    do(office, dossiers.appraise, [1], "rejected", reason="Không đủ")
    do(office, dossiers.bring, dossier, "decided", date(2019, 5, 20))
    assert all_terms(office, dossier, date(2019, 9, 2)) == [
        ("appraise", date(2019, 5, 30), date(2019, 5, 20), False),
        ("notify", date(2019, 6, 3), None, False),
    ]


def test_a_cultural_family_is_decided_on_in_its_own_days_and_a_form_is_not(office):
    commune = unit(office, "Xã Cao Sơn")
    asked = (NominationDraft("DH_GDVH", "household", name="Nông Văn Bằng"),)
    home = do(office, dossiers.receive, DossierDraft(commune, CAME, 2018, nominations=asked))
    form = (NominationDraft("GK_HUYEN", "household", name="Nông Văn Bằng"),)
    other = do(office, dossiers.receive, DossierDraft(commune, CAME, 2018, nominations=form))
    assert ("decide", date(2019, 5, 9), None, True) in all_terms(office, home, date(2019, 5, 10))
    assert [step for step, *_ in all_terms(office, other, CAME)] == ["appraise"]


def test_what_went_up_is_under_the_terms_of_the_authority_it_went_to(office, dossier):
    high = tuple(NominationDraft(award, name="Nguyễn Thị Mai") for award in ("BK_TINH", "BK_TTG"))
    do(office, dossiers.receive, DossierDraft(1, CAME, 2018, nominations=high))
    do(office, dossiers.appraise, [2, 3], "kept")
    sent = do(office, submitting.submit, SubmissionDraft("province", CAME), [2, 3])
    also = do(office, submitting.submit, SubmissionDraft("pm", CAME), [])

    def of(submission):
        row = ask(office, submissions.get, submission)
        found = ask(office, of_submission, BOOK, row, CAME, Calendar())
        return [(one.step, one.left, one.done) for one in found]

    assert of(sent) == [("appraise_province", 25, None), ("submit", 20, None)]
    [due] = [one for one in ask(office, agenda.due, BOOK, CAME) if one.follow[0] == "submission"]
    assert (due.on, due.left) == (date(2019, 6, 6), 25)
    do(office, submitting.take_out, [3])
    do(office, submitting.put_in, also, [3])
    assert of(also) == [("central", 20, None)]
    do(office, submitting.answer, sent, date(2019, 5, 31), [AnswerDraft(2, "granted")])
    assert of(sent) == [("appraise_province", 4, date(2019, 5, 31))]


def terms_with_days(office, dossier, today, **days):
    do(office, dossier_days.note, dossier, days)
    found = ask(office, lambda s: of_dossier(s, BOOK, records.get(s, dossier), today, Calendar()))
    return [(one.step, one.on, one.done, one.late, one.cite) for one in found if one.step != "appraise"]


def test_an_opinion_asked_of_others_is_due_in_working_days_from_the_day_it_was_asked(office, dossier):
    asked, article = date(2019, 5, 6), "NĐ 91/2017 Điều 47 k5"
    due = date(2019, 6, 3)  # twenty working days after Monday the sixth
    assert terms_with_days(office, dossier, due, consulted=asked) == [("consult", due, None, False, article)]
    late = date(2019, 6, 4)
    assert terms_with_days(office, dossier, late) == [("consult", due, None, True, article)]
    answer = date(2019, 5, 31)
    assert terms_with_days(office, dossier, late, answered=answer) == [
        ("consult", due, answer, False, article)
    ]
    assert terms_with_days(office, dossier, late, consulted=None, answered=None) == []


def test_names_published_are_so_for_ten_working_days_and_nobody_is_called_late(office):
    school = unit(office, "Trường Tiểu học Cao Sơn", "school")
    asked = (NominationDraft("DH_CSTD_TQ", name="Nguyễn Thị Mai"),)
    dossier = do(office, dossiers.receive, DossierDraft(school, CAME, 2018, nominations=asked))
    published = date(2019, 5, 6)
    assert terms_with_days(office, dossier, date(2019, 9, 2), published=published) == [
        ("publish", date(2019, 5, 20), None, False, "NĐ 91/2017 Điều 45 k10")
    ]


def test_where_the_law_of_the_day_names_no_term_the_day_is_kept_and_none_is_told(office):
    school = unit(office, "Trường Tiểu học Cao Sơn", "school")
    asked = (NominationDraft("DH_CSTD_TQ", name="Nguyễn Thị Mai"),)
    dossier = do(office, dossiers.receive, DossierDraft(school, date(2024, 5, 2), 2023, nominations=asked))
    assert terms_with_days(office, dossier, date(2024, 6, 3), consulted=date(2024, 5, 6)) == []
    assert ask(office, records.days, dossier) == {"consulted": date(2024, 5, 6)}


def test_the_result_is_told_in_time_once_its_day_is_noted(office, dossier):
    do(office, dossiers.appraise, [1], "rejected", reason="Không đủ")
    do(office, dossiers.bring, dossier, "decided", date(2019, 5, 20))
    told = date(2019, 6, 4)
    assert terms_with_days(office, dossier, date(2019, 9, 2), notified=told) == [
        ("notify", date(2019, 6, 3), told, True, "NĐ 91/2017 Điều 48 k3")
    ]


@pytest.mark.parametrize(
    ("days", "field", "said"),
    [
        ({"consulted": date(2019, 5, 1)}, "consulted", "Trước ngày “Nhận hồ sơ” (02/05/2019)."),
        ({"notified": date(2019, 5, 9)}, "notified", "Hồ sơ chưa có kết quả: ghi quyết định trước."),
        ({"answered": date(2019, 5, 9)}, "answered", "Chưa ghi ngày “Gửi lấy ý kiến hiệp y”."),
        (
            {"consulted": date(2019, 5, 9), "answered": date(2019, 5, 8)},
            "answered",
            "Trước ngày “Gửi lấy ý kiến hiệp y” (09/05/2019).",
        ),
    ],
)
def test_a_day_before_its_time_is_refused_beside_its_field(office, dossier, days, field, said):
    with pytest.raises(Refused) as refused:
        do(office, dossier_days.note, dossier, days)
    [problem] = refused.value.problems
    assert (problem.field, problem.message) == (field, said)
    assert ask(office, records.days, dossier) == {}


def test_the_result_is_told_no_earlier_than_it_was_decided_or_given_back(office, dossier):
    def refused(day):
        with pytest.raises(Refused) as found:
            do(office, dossier_days.note, dossier, {"notified": day})
        [problem] = found.value.problems
        return problem.field, problem.message

    do(office, dossiers.bring, dossier, "returned", date(2019, 5, 10), "Thiếu biên bản")
    assert refused(date(2019, 5, 9)) == ("notified", "Trước ngày “Trả lại” (10/05/2019).")
    do(office, dossier_days.note, dossier, {"notified": date(2019, 5, 10)})
    do(office, dossiers.bring, dossier, "received", date(2019, 5, 13))
    do(office, dossier_days.note, dossier, {"consulted": date(2019, 5, 14), "notified": date(2019, 5, 10)})
    do(office, dossier_days.note, dossier, {"notified": None})
    assert refused(date(2019, 5, 14)) == ("notified", "Hồ sơ chưa có kết quả: ghi quyết định trước.")
    do(office, dossiers.appraise, [1], "rejected", reason="Không đủ")
    do(office, dossiers.bring, dossier, "decided", date(2019, 5, 20))
    assert refused(date(2019, 5, 19))[1].endswith("(20/05/2019).")
    do(office, dossier_days.note, dossier, {"notified": date(2019, 5, 20)})


def test_a_dossier_is_not_received_after_a_day_already_noted(office, dossier):
    do(office, dossier_days.note, dossier, {"consulted": date(2019, 5, 8), "published": date(2019, 5, 9)})
    draft = DossierDraft(
        1, CAME, 2018, nominations=(NominationDraft("DH_LDTT", name="Nguyễn Thị Mai", id=1),)
    )
    do(office, dossiers.correct, dossier, replace(draft, received_on=date(2019, 5, 8)))
    with pytest.raises(Refused) as refused:
        do(office, dossiers.correct, dossier, replace(draft, received_on=date(2019, 5, 10)))
    [problem] = refused.value.problems
    said = "Sau ngày “Gửi lấy ý kiến hiệp y” (08/05/2019)."
    assert (problem.field, problem.message) == ("received_on", said)
    assert ask(office, records.get, dossier).received_on == date(2019, 5, 8)


def test_a_day_noted_changes_no_step_and_goes_with_undo(office, dossier):
    do(office, dossier_days.note, dossier, {"published": date(2019, 5, 9)})
    assert ask(office, records.get, dossier).state == "received"
    assert [one.state for one in ask(office, records.steps, dossier)] == ["received"]
    do(office, dossiers.bring, dossier, "returned", date(2019, 5, 3), "Thiếu biên bản")
    office.undo()
    office.undo()
    assert ask(office, records.days, dossier) == {}


@pytest.mark.parametrize(
    ("revoked_on", "told"),
    [
        (date(2014, 10, 31), []),
        (date(2016, 3, 1), [("give_back", date(2016, 3, 22), "NĐ 85/2014 Điều 43 k1a, k2a")]),
        (date(2020, 3, 2), [("give_back", date(2020, 3, 23), "NĐ 85/2014 Điều 43 k1a, k2a")]),
        (date(2024, 3, 4), []),  # nobody read a term of the law since
    ],
)
def test_what_went_with_a_revoked_award_is_due_fifteen_working_days_after_the_decision(
    office, revoked_on, told
):
    register(office, "1/QĐ", date(2014, 8, 20), line("Nguyễn Thị Mai", "GK_HUYEN"), year=2014)
    made = register(office, "2/QĐ", revoked_on, line("Lý Văn An", "GK_HUYEN"), year=2014)

    def due():
        found = ask(office, lambda s: of_revocation(s, BOOK, made, date(2026, 1, 1), Calendar()))
        assert not any(one.late for one in found), "nobody noted a day of any of them"
        return [(one.step, one.on, one.cite) for one in found]

    assert due() == []
    do(office, decisions.revoke, [1], made)
    assert due() == told


def test_the_day_the_artefacts_came_back_ends_the_term(office):
    lines = [line(name, "GK_HUYEN") for name in ("Nguyễn Thị Mai", "Lý Văn An")]
    register(office, "1/QĐ", date(2019, 12, 20), *lines, year=2019)
    made = register(office, "2/QĐ", date(2020, 3, 2), line("Hà Văn Nam", "GK_HUYEN"), year=2019)
    do(office, decisions.revoke, [1, 2], made)

    def due():
        [one] = ask(office, lambda s: of_revocation(s, BOOK, made, date(2020, 4, 1), Calendar()))
        return one.on, one.done, one.late

    assert due() == (date(2020, 3, 23), None, False)
    do(office, handing.return_artefacts, [1], date(2020, 3, 9))
    assert due() == (date(2020, 3, 23), None, True), "one of them is still out"
    do(office, handing.return_artefacts, [2], date(2020, 3, 24))
    assert due() == (date(2020, 3, 23), date(2020, 3, 24), True)
    do(office, handing.return_artefacts, [2], date(2020, 3, 23), note="Nộp tại Phòng Nội vụ")
    assert due() == (date(2020, 3, 23), date(2020, 3, 23), False)
    do(office, handing.forget_artefacts, [1, 2])
    assert due() == (date(2020, 3, 23), None, False)


@pytest.mark.parametrize(
    ("awards", "on", "said"),
    [
        ([1], None, "Chưa nhập ngày nộp lại"),
        ([1], date(2020, 3, 1), "trước ngày ký quyết định thu hồi 2/QĐ"),
        ([2], date(2020, 3, 9), "không bị thu hồi"),
    ],
)
def test_an_artefact_comes_back_only_of_a_revoked_award_and_not_before(office, awards, on, said):
    lines = [line(name, "GK_HUYEN") for name in ("Nguyễn Thị Mai", "Lý Văn An")]
    register(office, "1/QĐ", date(2019, 12, 20), *lines, year=2019)
    made = register(office, "2/QĐ", date(2020, 3, 2), line("Hà Văn Nam", "GK_HUYEN"), year=2019)
    do(office, decisions.revoke, [1], made)
    with pytest.raises(Refused, match=said):
        do(office, handing.return_artefacts, awards, on)


def test_a_dossier_of_households_is_due_three_working_days_after_the_meeting_that_judged_them(office):
    hamlet = unit(office, "Thôn Nà Pái", "hamlet")
    homes = [
        do(office, people.add_household, HouseholdDraft(name, hamlet))
        for name in ("Lý Văn Tài", "Hà Văn Nam", "Mã Thị Lan")
    ]
    for home, day in zip(homes, ("2019-12-05", "2019-12-10"), strict=False):  # of the third it is not known
        about = About("household", household_id=home)
        do(office, attesting.state, AttestedDraft(about, "meeting_on", day, 2019))
    asked = tuple(NominationDraft("DH_GDVH", "household", household_id=home) for home in homes)
    came = date(2019, 12, 11)
    dossier = do(office, dossiers.receive, DossierDraft(hamlet, came, 2019, nominations=asked))
    found = ask(office, lambda s: of_dossier(s, BOOK, records.get(s, dossier), came, Calendar()))
    article = "NĐ 122/2018 Điều 9 k4, k5"
    assert [(one.on, one.done, one.late, one.cite) for one in found if one.step == "file"] == [
        (date(2019, 12, 10), came, True, article),
        (date(2019, 12, 13), came, False, article),
    ]
