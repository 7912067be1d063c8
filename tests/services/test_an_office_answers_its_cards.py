"""An office that enters its records and answers what it is asked brings every card to a verdict."""

from datetime import date

import pytest

from tests.records.offices import ask, do, person, unit
from thidua_desktop.domain.about import About
from thidua_desktop.domain.dossier import DossierDraft, NominationDraft
from thidua_desktop.domain.idea import IdeaDraft
from thidua_desktop.domain.law.asked import AREA, FIGURE, ONE_OF, SHARE, YES_NO, Asked, asked, kept
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.compiled import READS
from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.law.wording import by_code
from thidua_desktop.domain.person import HouseholdDraft
from thidua_desktop.domain.pledge import PledgeDraft
from thidua_desktop.domain.rating import RatingDraft
from thidua_desktop.domain.whole import SUBJECTS, WholeDraft
from thidua_desktop.domain.work_year import WorkYearDraft
from thidua_desktop.records import attested
from thidua_desktop.services import (
    appraising,
    attesting,
    dossiers,
    ideas,
    people,
    pledges,
    ratings,
    whole,
    work_years,
)
from thidua_desktop.services.facts import Known
from thidua_desktop.workspace import RESOURCES

LAW = Law(load_rules(RESOURCES))
MOVEMENT = "movement_result:at=so_tong_ket,kind=chuyen_de,level=TW,min_years=5,rank=tieu_bieu_nhat"
AMPLE = {FIGURE: 40, SHARE: 100, YES_NO: "yes"}


@pytest.fixture
def root(office):
    for subject in SUBJECTS:
        do(office, whole.say, WholeDraft(subject, 1990, 2026, from_start=True))
    return unit(office, "Trường Tiểu học Cao Sơn", "school", valid_from=date(1990, 9, 1))


def received(office, root, about, award, year, on):
    one = NominationDraft(
        award,
        about.recipient,
        "Được đề nghị",
        about.person_id,
        about.unit_id,
        household_id=about.household_id,
    )
    return do(office, dossiers.receive, DossierDraft(root, on, year, "1/TTr", nominations=(one,)))


def card(office, dossier):
    [row] = ask(office, lambda session: appraising.appraised(session, LAW, dossier))
    return row.card


def open_questions(found):
    return {
        one.keys: one
        for judged in (*found.criteria, *found.within)
        if judged.finding.verdict == UNKNOWN
        for one in asked(judged.finding.code)
    }


def answered(office, dossier, about, year, left=(), **own):
    """Answer what is asked until nothing is, own answers by their key, else yes and ample figures."""
    for _ in range(5):
        found = card(office, dossier)
        questions = {keys: one for keys, one in open_questions(found).items() if keys != left}
        if not questions:
            return found
        for one in questions.values():
            given = own.get(one.keys[0], one.options[0][0] if one.form == ONE_OF else AMPLE.get(one.form))
            do(office, attesting.state_all, about, year, kept(one, given))
    return found


@pytest.mark.parametrize(("year", "on"), [(2019, date(2020, 1, 10)), (2024, date(2025, 1, 10))])
def test_a_teachers_title_needs_no_word_on_what_a_teacher_is(office, root, year, on):
    about = About("person", person(office, "Nguyễn Thị Mai", root, "Giáo viên"))
    do(office, ratings.enter, RatingDraft(about, year, "HTXS"))
    do(office, work_years.enter, WorkYearDraft(about.person_id, year, 12, 0))
    do(office, pledges.enter, PledgeDraft(about, year, "DH_LDTT"))
    dossier = received(office, root, about, "DH_LDTT", year, on)
    found = answered(office, dossier, about, year, left=("kind",))
    assert found.verdict == MET
    told = [one.finding.found for one in found.criteria if one.finding.code.startswith("kind:")]
    assert any("theo loại đơn vị: cán bộ, công chức, viên chức" in one for one in told)


def test_what_the_title_below_waits_for_is_asked_with_the_title_above_it(office, root):
    about = About("person", person(office, "Nguyễn Thị Mai", root, "Giáo viên"))
    do(office, ratings.enter, RatingDraft(about, 2024, "HTXS"))
    do(office, work_years.enter, WorkYearDraft(about.person_id, 2024, 12, 0))
    do(office, pledges.enter, PledgeDraft(about, 2024, "DH_CSTD_CS"))
    idea = IdeaDraft("Một cửa", "initiative", 2024, "co_so", (about.person_id,), applied=True)
    do(office, ideas.enter, idea)
    dossier = received(office, root, about, "DH_CSTD_CS", 2024, date(2025, 1, 10))
    waiting = card(office, dossier)
    assert waiting.verdict == UNKNOWN
    assert any(one.finding.code.startswith("attest:") for one in waiting.within)
    found = answered(office, dossier, about, 2024, left=("kind",))
    assert found.verdict == MET
    assert found.within == ()


@pytest.mark.parametrize(
    ("kind", "name", "expected"),
    [
        ("school", "Trường Mầm non Cẩm Giàng", {"cbccvc"}),
        ("commune", "Xã Cẩm Giàng", {"cbccvc"}),
        ("force", "Công an huyện", {"cong_an"}),
        ("force", "Ban Chỉ huy Quân sự huyện", {"quan_doi"}),
        ("force", "Đội Phản ứng nhanh", {"llvt"}),
        ("enterprise", "Hợp tác xã Đồng Tâm", {"nld"}),
        ("hamlet", "Thôn Nà Lẹng", None),
    ],
)
def test_a_unit_tells_whom_it_employs(office, kind, name, expected):
    place = unit(office, name, kind)
    who = person(office, "Nguyễn Văn An", place)
    found = ask(office, lambda session: Known(session, "person", [who], 2024, date(2025, 1, 1)).of(who))
    assert (found.kinds, found.kinds_by_unit) == (
        None if expected is None else frozenset(expected),
        expected is not None,
    )


def test_what_follows_from_the_unit_refuses_nobody_and_what_is_stated_does(office, root):
    about = About("person", person(office, "Nguyễn Thị Mai", root, "Cấp dưỡng"))
    do(office, ratings.enter, RatingDraft(about, 2019, "KHT"))
    do(office, pledges.enter, PledgeDraft(about, 2019, "DH_LDTT"))
    dossier = received(office, root, about, "DH_LDTT", 2019, date(2020, 1, 10))
    assert card(office, dossier).verdict == UNKNOWN
    do(office, attesting.state_all, about, 2019, {"kind": "cbccvc"})
    assert card(office, dossier).verdict == NOT_MET
    do(office, attesting.state_all, about, 2019, {"kind": "nld"})
    assert [
        (one.key, one.value, one.year) for one in ask(office, attested.of, about) if one.key == "kind"
    ] == [("kind", "nld", 2019)]


def test_a_collective_needs_the_number_of_its_members(office, root):
    about = About("collective", unit_id=root)
    dossier = received(office, root, about, "DH_TTLDTT", 2024, date(2025, 1, 10))
    assert ("members",) in open_questions(card(office, dossier))
    found = answered(office, dossier, about, 2024, members=20)
    told = [one.finding.found for one in found.criteria if one.finding.code.startswith("share:")]
    assert told == ["0/20 (0,0 %)"]
    assert found.verdict == NOT_MET


def test_a_household_is_asked_of_what_it_gave(office, root):
    home = do(office, people.add_household, HouseholdDraft("Lý Văn Tài", root))
    about = About("household", household_id=home, unit_id=root)
    dossier = received(office, root, about, "BK_TINH", 2024, date(2025, 1, 10))
    assert answered(office, dossier, about, 2024).verdict == MET


def test_points_are_kept_with_the_area_they_were_given_in(office, root):
    home = do(office, people.add_household, HouseholdDraft("Lý Văn Tài", root))
    about = About("household", household_id=home, unit_id=root)
    do(office, pledges.enter, PledgeDraft(about, 2022, "DH_GDVH"))
    dossier = received(office, root, about, "DH_GDVH", 2022, date(2023, 1, 10))
    found = answered(office, dossier, about, 2022, score=75, area="mien_nui_hai_dao_DBKK_ho_ngheo_can_ngheo")
    assert "75 điểm, cần 60" in [one.finding.found for one in found.criteria]
    stated = {one.key: one.value for one in ask(office, attested.of, about)}
    assert stated["score"] == "75"
    assert stated["score_weakest"] == "1"
    assert stated[f"{AREA}:mien_nui_hai_dao_DBKK_ho_ngheo_can_ngheo"] == "yes"


@pytest.mark.parametrize(("proposed", "verdict"), [(1, MET), (2, MET), (3, NOT_MET)])
def test_a_cap_over_what_no_record_counts_is_asked_and_decides(office, root, proposed, verdict):
    """NĐ 91/2017 Điều 11 k1: 20 % of the collectives that meet the flag of the province."""
    about = About("collective", unit_id=root)
    do(office, pledges.enter, PledgeDraft(about, 2019, "DH_CO_CP"))
    dossier = received(office, root, about, "DH_CO_CP", 2019, date(2020, 1, 10))
    own = {"cap_count:DH_CO_CP proposals": proposed, "cap_of:DH_CO_CP proposals": 10}
    not_theirs = dict.fromkeys(("leads:cluster=cum_khoi_TW", MOVEMENT), "no")
    found = answered(office, dossier, about, 2019, **own, **not_theirs)
    [judged] = [one.finding for one in found.criteria if one.finding.code.startswith("ratio_cap")]
    assert (found.verdict, judged.verdict) == (verdict, verdict)
    assert judged.found == f"{proposed}/10 ({proposed * 10},00 %), theo xác nhận của cơ quan"


def test_every_condition_only_the_office_knows_can_be_answered():
    """Whatever a condition reads of what is stated, some question of its own fills."""
    asking = {name for name, reads in READS.items() if {"stated", "kinds", "shares"} & set(reads)}
    computed = {"initiative", "research", "meets"}
    by_years = {
        code for code in by_code(LAW.book) if code.startswith("consecutive:") and "times=" not in code
    }
    of_titles = "ratio_cap:count=DH_CSTD_CS,lower_by=bo_tinh,max=0.15,of=DH_LDTT+DH_CSTT,within=bo_tinh"
    by_years.add(of_titles)  # counted from the book
    assert by_years
    left = {
        code
        for code in by_code(LAW.book)
        if code.partition(":")[0] in asking - computed and code not in by_years and not asked(code)
    }
    assert left == set()


@pytest.mark.parametrize(
    ("value", "form", "expected"),
    [
        (8_000_000, FIGURE, "8000000"),
        (62.5, SHARE, "0.625"),
        (0, FIGURE, "0"),
        (None, FIGURE, ""),
        ("no", YES_NO, "no"),
    ],
)
def test_answers_are_kept_as_the_conditions_read_them(value, form, expected):
    assert kept(Asked(("k",), form), value) == {"k": expected}
