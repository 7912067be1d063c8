"""A dossier's cards look at what was given before, and the cap at what the unit was given."""

from datetime import date

import pytest

from tests.records.offices import ask, do, line, person, register, sql, unit
from thidua_desktop.domain.about import About
from thidua_desktop.domain.attested import AttestedDraft
from thidua_desktop.domain.campaign import CampaignDraft
from thidua_desktop.domain.dossier import DossierDraft, NominationDraft
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.idea import IdeaDraft
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.law.wording import by_code
from thidua_desktop.domain.person import HouseholdDraft
from thidua_desktop.domain.whole import WholeDraft
from thidua_desktop.records import awards, nominations
from thidua_desktop.services import agreeing, attesting, campaigns, dossiers, ideas, people, whole
from thidua_desktop.services.appraising import appraised
from thidua_desktop.services.eligibility import eligible, prospects
from thidua_desktop.workspace import RESOURCES
from ui.forms.appraisal_model import why

LAW = Law(load_rules(RESOURCES))
ON = date(2020, 3, 1)
TWICE = "one_achievement_one_form"


@pytest.fixture
def school(office):
    return unit(office, "Trường Tiểu học Cao Sơn", "school")


@pytest.fixture
def mai(office, school):
    return person(office, "Nguyễn Thị Mai", school, "Giáo viên")


@pytest.fixture
def flood(office):
    return do(office, campaigns.launch, CampaignDraft("Phòng, chống lụt bão"))


@pytest.fixture
def card_of(office, school, mai):
    """The card of a form proposed for Mai in 2019."""

    def card_of(award="GK_HUYEN", campaign=None, citation=""):
        asked = (NominationDraft(award, name="Nguyễn Thị Mai", person_id=mai, citation=citation),)
        draft = DossierDraft(school, ON, 2019, type="thematic", campaign_id=campaign, nominations=asked)
        dossier = do(office, dossiers.receive, draft)
        return ask(office, appraised, LAW, dossier)[0].card

    return card_of


def given(office, mai, award="GK_XA", year=2019, citation="", **more):
    one = line("Nguyễn Thị Mai", award, person_id=mai, citation=citation)
    register(office, f"{award}/QĐ", date(year, 12, 1), one, year=year, type="thematic", **more)
    return sql(office, "SELECT max(id) FROM award")[0][0]


def twice(card):
    return [one.finding for one in card.criteria if one.finding.code == TWICE]


def test_a_form_given_in_the_same_campaign_for_the_year_stops_another(office, mai, flood, card_of):
    award = given(office, mai, campaign_id=flood)
    [found] = twice(card_of(campaign=flood))
    assert (found.verdict, found.ids) == (NOT_MET, (("award", award),))
    assert twice(card_of()) == []


def test_a_form_given_in_the_same_words_stops_another(office, mai, card_of):
    given(office, mai, citation="Cứu người  trong lũ")
    assert len(twice(card_of(citation="cứu người trong lũ"))) == 1
    assert twice(card_of(citation="Dạy giỏi")) == []


def test_another_year_a_title_and_what_was_revoked_stop_nothing(office, mai, flood, card_of):
    given(office, mai, year=2018, campaign_id=flood)
    given(office, mai, "DH_LDTT", campaign_id=flood)
    assert twice(card_of(campaign=flood)) == []
    award = given(office, mai, campaign_id=flood)
    do(office, awards.revoke, [award], 1)
    assert twice(card_of(campaign=flood)) == []


@pytest.mark.parametrize(
    ("award", "type_", "on", "warned"),
    [
        ("BK_TINH", "merit", date(2025, 2, 3), True),
        ("BK_TINH", "thematic", date(2025, 2, 3), False),
        ("BK_TINH", "merit", date(2020, 2, 3), False),
        ("DH_GDVH", "merit", date(2025, 2, 3), False),
    ],
)
def test_a_household_proposed_for_merit_is_warned_of(office, school, award, type_, on, warned):
    """Luật 06/2022 Điều 8 k1-k3: households are commended for sudden deeds and in campaigns."""
    home = do(office, people.add_household, HouseholdDraft("Nông Văn Bằng", school))
    asked = (NominationDraft(award, "household", name="Nông Văn Bằng", household_id=home),)
    draft = DossierDraft(school, on, on.year - 1, type=type_, nominations=asked)
    [one] = ask(office, appraised, LAW, do(office, dossiers.receive, draft))
    said = [w for w in one.card.warnings if "loại hình công trạng" in w]
    assert bool(said) == warned
    assert all("Luật 06/2022/QH15 Điều 8 k1-k3" in w for w in said)


def test_a_title_is_given_beside_a_form(office, mai, flood, card_of):
    given(office, mai, campaign_id=flood)
    assert twice(card_of("DH_LDTT", campaign=flood)) == []


def cap(office, who):
    """The criterion of the cap on the cards of CSTĐ cơ sở, by person."""
    found = {}
    for one in ask(office, eligible, LAW, "DH_CSTD_CS", 2019, ON):
        [judged] = [j for j in one.card.criteria if j.finding.code.startswith("ratio_cap")]
        found[one.id] = judged.finding
    return found[who]


@pytest.fixture
def teachers(office, school):
    """Twenty with the lower title, two of them with the higher one too, and one with none."""
    ids = [person(office, f"Hà Thị {letter}", school, "Giáo viên") for letter in "ABCDEĐGHIKLMNOPQRSTUV"]
    lines = [
        line(f"Người {one}", award, person_id=one, unit_id=school)
        for award, some in (("DH_LDTT", ids[:20]), ("DH_CSTD_CS", ids[:2]))
        for one in some
    ]
    register(office, "1/QĐ-UBND", date(2019, 12, 20), *lines, year=2019)
    return ids


def test_the_cap_is_counted_in_the_unit_once_the_year_is_entered_whole(office, teachers):
    waits = "nhập hết khen thưởng năm 2019 rồi ghi vào mục Đã nhập đủ thì tính được tỷ lệ"
    told = {(cap(office, one).verdict, cap(office, one).found) for one in (teachers[0], teachers[20])}
    assert told == {
        (UNKNOWN, f"mới tính được trong đơn vị 2/20 (10,00 %), toàn cơ quan 2/20 (10,00 %); {waits}"),
        (UNKNOWN, waits),
    }
    do(office, whole.say, WholeDraft("award", 2019, 2019))
    assert (cap(office, teachers[0]).verdict, cap(office, teachers[0]).found) == (MET, "2/20 (10,00 %)")
    assert (cap(office, teachers[5]).verdict, cap(office, teachers[5]).found) == (MET, "3/20 (15,00 %)")


def test_one_more_than_the_cap_is_told_and_who_was_given_nothing_stays_unknown(office, teachers, school):
    do(office, whole.say, WholeDraft("award", 2019, 2019))
    one = line("Người 3", "DH_CSTD_CS", person_id=teachers[2], unit_id=school)
    register(office, "2/QĐ-UBND", date(2019, 12, 21), one, year=2019)
    assert cap(office, teachers[2]).verdict == MET
    assert (cap(office, teachers[5]).verdict, cap(office, teachers[5]).found) == (NOT_MET, "4/20 (20,00 %)")
    assert cap(office, teachers[20]).verdict == UNKNOWN
    at_once = {one.id: one.verdicts["DH_CSTD_CS"] for one in ask(office, prospects, LAW, "person", 2019, ON)}
    alone = {one.id: one.card.verdict for one in ask(office, eligible, LAW, "DH_CSTD_CS", 2019, ON)}
    assert at_once == alone
    assert alone[teachers[5]] == NOT_MET


def test_too_many_in_one_unit_decides_only_where_the_whole_office_has_too_many(office, school, teachers):
    do(office, whole.say, WholeDraft("award", 2019, 2019))
    assert cap(office, teachers[2]).verdict == MET
    small = unit(office, "Trạm Y tế xã Cao Sơn", "other")
    ids = [person(office, f"Lý Văn {letter}", small, "Y sĩ") for letter in "ABC"]
    titles = [line(f"Y {one}", "DH_LDTT", person_id=one, unit_id=small) for one in ids]
    register(office, "2/QĐ-UBND", date(2019, 12, 21), *titles, year=2019)
    found = cap(office, ids[0])
    assert found.verdict == MET
    assert "trong đơn vị 1/3 (33,33 %)" in found.doubt
    assert "trong đơn vị 1/3 (33,33 %), toàn cơ quan 3/23 (13,04 %)" in found.found
    more = [line(f"Y {one}", "DH_CSTD_CS", person_id=one, unit_id=small) for one in ids[1:]]
    register(office, "3/QĐ-UBND", date(2019, 12, 22), *more, year=2019)
    assert cap(office, ids[0]).verdict == NOT_MET


def test_with_an_initiative_no_topic_is_lacking(office, school, mai):
    do(office, ideas.enter, IdeaDraft("Một cửa", "initiative", 2019, "co_so", (mai,), applied=True))
    asked = (NominationDraft("DH_CSTD_CS", name="Nguyễn Thị Mai", person_id=mai),)
    dossier = do(office, dossiers.receive, DossierDraft(school, ON, 2019, nominations=asked))
    [one] = ask(office, appraised, LAW, dossier)
    told = why(one, by_code(LAW.book).__getitem__)
    assert told.startswith("Đạt tiêu chuẩn “Lao động tiên tiến”")
    assert "đề tài" not in told


def test_agreeing_against_a_card_needs_a_reason_that_is_kept(office, school, mai, flood):
    given(office, mai, campaign_id=flood)
    asked = (
        NominationDraft("GK_HUYEN", name="Nguyễn Thị Mai", person_id=mai),
        NominationDraft("GK_HUYEN", name="Lý Văn An"),
    )
    draft = DossierDraft(school, ON, 2019, type="thematic", campaign_id=flood, nominations=asked)
    dossier = do(office, dossiers.receive, draft)
    mays, ans = [row.id for row in ask(office, nominations.of, dossier)]

    def kept():
        return [(row.standing, row.reason) for row in ask(office, nominations.of, dossier)]

    with pytest.raises(Refused, match="1 đề nghị đối chiếu chưa đủ"):
        do(office, agreeing.agree, LAW, dossier, [mays, ans])
    assert kept() == [("", ""), ("", "")]
    do(office, agreeing.agree, LAW, dossier, [mays, ans], "Thành tích khác")
    assert kept() == [("kept", "Thành tích khác"), ("kept", "")]
    do(office, agreeing.agree, LAW, dossier, [mays, ans])
    assert kept() == [("kept", "Thành tích khác"), ("kept", "")], "answered once is not asked again"


def test_what_was_given_after_the_day_is_not_counted_against_the_cap(office, teachers, school):
    do(office, whole.say, WholeDraft("award", 2019, 2019))
    later = [line("Hà Thị D", "DH_CSTD_CS", person_id=teachers[2], unit_id=school)]
    register(office, "9/QĐ-UBND", date(2020, 6, 10), *later, year=2019)
    assert (cap(office, teachers[5]).verdict, cap(office, teachers[5]).found) == (MET, "3/20 (15,00 %)")


def test_titles_given_after_the_day_take_a_unit_under_its_cap_again_with_a_warning(office, teachers, school):
    do(office, whole.say, WholeDraft("award", 2019, 2019))
    more = [line("Hà Thị D", "DH_CSTD_CS", person_id=teachers[2], unit_id=school)]
    register(office, "8/QĐ-UBND", date(2020, 1, 10), *more, year=2019)
    assert (cap(office, teachers[5]).verdict, cap(office, teachers[5]).found) == (NOT_MET, "4/20 (20,00 %)")
    late = [line("Hà Thị V", person_id=teachers[20], unit_id=school)]
    register(office, "9/QĐ-UBND", date(2020, 6, 10), *late, year=2019)
    assert cap(office, teachers[5]).verdict == NOT_MET
    late = [line(f"Lý Thị {letter}", unit_id=school) for letter in "ABCDEG"]
    register(office, "10/QĐ-UBND", date(2020, 6, 11), *late, year=2019)
    found = cap(office, teachers[5])
    assert found.verdict == MET
    assert "trong đơn vị, cả danh hiệu quyết định sau ngày xét 4/27 (14,81 %)" in found.doubt


@pytest.mark.parametrize("turned", [False, True])
def test_the_unit_of_a_cap_is_that_of_the_award_capped_in_whatever_order_entered(
    office, teachers, school, turned
):
    do(office, whole.say, WholeDraft("award", 2019, 2019))
    other = unit(office, "Trường Tiểu học Bản Mẫu", "school")
    moved = person(office, "Lý Thị Vui", other, "Giáo viên")
    there = [person(office, f"Mã Văn {n}", other, "Giáo viên") for n in "ABCDEĐGHIK"]
    register(
        office,
        "5/QĐ-UBND",
        date(2019, 12, 20),
        *(line(f"Người {one}", person_id=one, unit_id=other) for one in there),
        year=2019,
    )
    titles = [
        ("6/QĐ", date(2019, 12, 21), "DH_LDTT", school),
        ("7/QĐ", date(2019, 12, 22), "DH_CSTD_CS", other),
    ]
    for number, day, award, where in reversed(titles) if turned else titles:
        one = line("Lý Thị Vui", award, person_id=moved, unit_id=where)
        register(office, number, day, one, year=2019)
    assert cap(office, moved).found == "1/10 (10,00 %)"


def proposed(office, school, who, award="DH_CSTD_CS", on=ON):
    asked = tuple(NominationDraft(award, name=f"Người {one}", person_id=one, unit_id=school) for one in who)
    return do(office, dossiers.receive, DossierDraft(school, on, 2019, nominations=asked))


def capped(office, dossier):
    """What the cards of a dossier say of the cap, each answer once."""
    cards = [one.card for one in ask(office, appraised, LAW, dossier)]
    found = [j.finding for card in cards for j in card.criteria if j.finding.code.startswith("ratio_cap")]
    return {(one.verdict, one.found) for one in found}


def test_the_cap_of_a_dossier_decides_only_once_the_year_is_entered_whole(office, teachers, school):
    """Two of three entered is no sign that the unit has no more than three."""
    small = unit(office, "Trạm Y tế xã Cao Sơn", "other")
    ids = [person(office, f"Lý Văn {letter}", small, "Y sĩ") for letter in "ABCDE"]
    titles = [line(f"Y {one}", "DH_LDTT", person_id=one, unit_id=small) for one in ids[:3]]
    register(office, "2/QĐ-UBND", date(2019, 12, 21), *titles, year=2019)
    over = proposed(office, small, ids[:2])
    within = proposed(office, school, [teachers[5]])
    [(verdict, found)] = capped(office, over)
    assert verdict == UNKNOWN
    assert found.startswith("mới tính được trong đơn vị 2/3 (66,67 %), toàn cơ quan 4/23 (17,39 %)")
    assert "khen thưởng năm 2019" in found
    assert {verdict for verdict, _ in capped(office, within)} == {UNKNOWN}
    do(office, whole.say, WholeDraft("award", 2019, 2019))
    assert capped(office, over) == {(NOT_MET, "2/3 (66,67 %)")}
    assert {verdict for verdict, _ in capped(office, within)} == {MET}


def told_of_others(office, dossier):
    cards = [one.card for one in ask(office, appraised, LAW, dossier)]
    return [[said for said in card.warnings if "Hồ sơ khác" in said] for card in cards]


def test_other_open_dossiers_of_the_unit_are_told_beside_a_cap_and_decide_nothing(office, teachers, school):
    """A dossier within the cap by itself may be over it together with another."""
    do(office, whole.say, WholeDraft("award", 2019, 2019))
    one, other = (proposed(office, school, some) for some in (teachers[5:6], teachers[6:8]))
    titles = proposed(office, school, teachers[20:], "DH_LDTT")
    cite = "(Luật 2003 Điều 23 (k2 sđ 2013); NĐ 91/2017 Điều 9 k3)."
    said = f"Hồ sơ khác chưa xong của đơn vị còn đề nghị {{}} người: cộng vào khi tính tỷ lệ {cite}"
    assert capped(office, one) == {(MET, "3/20 (15,00 %)")}
    assert told_of_others(office, one) == [[said.format(2)]]
    assert told_of_others(office, other) == [[said.format(1)]] * 2
    assert told_of_others(office, titles) == [[]]
    first = ask(office, nominations.of, other)[0]
    do(office, dossiers.appraise, [first.id], "rejected", reason="Không đủ")
    assert told_of_others(office, one) == [[said.format(1)]]
    do(office, dossiers.bring, other, "returned", ON, "Thiếu biên bản")
    assert told_of_others(office, one) == [[]]


def test_dossiers_of_another_unit_or_year_and_the_same_people_are_not_told(office, teachers, school):
    one = proposed(office, school, teachers[5:6])
    proposed(office, school, teachers[5:6])
    proposed(office, unit(office, "Trạm Y tế xã Cao Sơn", "other"), teachers[7:8])
    asked = (NominationDraft("DH_CSTD_CS", name="Hà Thị G", person_id=teachers[8], unit_id=school),)
    do(office, dossiers.receive, DossierDraft(school, ON, 2018, nominations=asked))
    assert told_of_others(office, one) == [[]]


def test_one_title_decided_of_those_in_another_dossier_never_refuses_the_rest(office, school):
    ids = [person(office, f"Lý Văn {letter}", school, "Giáo viên") for letter in "ABCDEĐGHIKLMNOPQRSTU"]
    proposed(office, school, ids, "DH_LDTT")
    three = proposed(office, school, ids[:3])
    assert {verdict for verdict, _ in capped(office, three)} == {UNKNOWN}
    one = line("Lý Văn A", "DH_LDTT", person_id=ids[0], unit_id=school)
    register(office, "3/QĐ-UBND", date(2019, 12, 20), one, year=2019)
    assert {verdict for verdict, _ in capped(office, three)} == {UNKNOWN}


def test_the_cap_of_a_dossier_counts_what_was_given_by_its_day_and_what_it_proposes(office, teachers, school):
    do(office, whole.say, WholeDraft("award", 2019, 2019))
    late = [line("Hà Thị C", "DH_CSTD_CS", person_id=teachers[2], unit_id=school)]
    register(office, "9/QĐ-UBND", date(2020, 6, 10), *late, year=2019)
    asked = (NominationDraft("DH_CSTD_CS", name="Hà Thị E", person_id=teachers[5]),)
    dossier = do(office, dossiers.receive, DossierDraft(school, ON, 2019, nominations=asked))
    [one] = ask(office, appraised, LAW, dossier)
    [judged] = [j for j in one.card.criteria if j.finding.code.startswith("ratio_cap")]
    assert (judged.finding.verdict, judged.finding.found) == (MET, "3/20 (15,00 %)")


def test_the_day_of_a_report_is_stated_and_judged_in_the_dossier(office, school, mai):
    """TT 12/2019 Điều 2 k4: what goes up to the Prime Minister for merit."""
    asked = (NominationDraft("BK_TTG", name="Nguyễn Thị Mai", person_id=mai),)
    dossier = do(office, dossiers.receive, DossierDraft(school, ON, 2019, nominations=asked))

    def report():
        [one] = ask(office, appraised, LAW, dossier)
        [judged] = [j for j in one.card.criteria if j.entry == "report_age"]
        return judged.finding.verdict, judged.finding.found

    assert report() == (UNKNOWN, "chưa ghi ngày lập báo cáo")
    do(office, attesting.state, AttestedDraft(About("person", mai), "report_on", "2019-08-01", 2019))
    assert report() == (NOT_MET, "báo cáo ngày 01/08/2019: trình chậm nhất ngày 01/02/2020")
    do(office, attesting.state, AttestedDraft(About("person", mai), "report_on", "2020-02-01", 2019))
    assert report() == (MET, "báo cáo ngày 01/02/2020: trình chậm nhất ngày 01/08/2020")
