"""Even in votes: the law of the day puts women first, and says nothing where nobody read it."""

from datetime import date

import pytest

from tests.records.offices import ask, do, person, sql, unit
from thidua_desktop.domain.about import About
from thidua_desktop.domain.attested import AttestedDraft
from thidua_desktop.domain.council import BallotDraft, CouncilDraft, MeetingDraft, MemberDraft
from thidua_desktop.domain.dossier import DossierDraft, NominationDraft
from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.services import attesting, concluding, councils, dossiers, ties
from thidua_desktop.services.balloting import results
from thidua_desktop.workspace import RESOURCES

BOOK = load_rules(RESOURCES)
NAMES = ("Nguyễn Thị Mai", "Lý Văn An", "Hà Lan Anh")


@pytest.fixture
def school(office):
    return unit(office, "Trường Tiểu học Cao Sơn", "school")


def met(office, school, nominations, held, *votes):
    """A meeting that counted so many votes for each; the first of nine members had eight come."""
    draft = DossierDraft(school, held, held.year - 1, nominations=nominations)
    dossier = do(office, dossiers.receive, draft)
    ids = [row[0] for row in sql(office, "SELECT id FROM nomination WHERE dossier_id = ?", dossier)]
    do(office, dossiers.appraise, ids, "kept")
    members = tuple(MemberDraft(f"Thành Viên {letter}") for letter in "ABCDEFGHI")
    council = do(office, councils.set_up, CouncilDraft("Hội đồng huyện", members=members))
    meeting = do(office, councils.convene, MeetingDraft(council, held, 9, 9))
    do(office, councils.put_on_agenda, meeting, ids)
    counted = [BallotDraft(one, yes, 9 - yes, 0, 0) for one, yes in zip(ids, votes, strict=True)]
    do(office, concluding.count, BOOK, meeting, counted)
    return ask(office, lambda s: ties.of_meeting(s, BOOK, meeting, results(s, BOOK, meeting)))


@pytest.fixture
def three(office, school):
    """A woman, a man, and one of whom it is not entered."""
    genders = ("female", "male", "")
    return [person(office, name, school, gender=one) for name, one in zip(NAMES, genders, strict=True)]


def persons(ids, school, award="DH_CSTD_TINH"):
    return tuple(
        NominationDraft(award, name=name, person_id=who, unit_id=school)
        for name, who in zip(NAMES, ids, strict=False)
    )


@pytest.mark.parametrize(
    ("held", "cite", "status"),
    [
        (date(2016, 3, 1), "NĐ 65/2014 Điều 2 k3 (lĩnh vực kinh tế - xã hội)", "seen"),
        (date(2020, 3, 2), "NĐ 91/2017 Điều 3 k2", "seen"),
        (date(2024, 3, 4), "NĐ 98/2023 (chưa đọc được điều khoản)", "unverified"),
        (date(2026, 3, 2), "NĐ 152/2025 Điều 4 k6", "seen"),
    ],
)
def test_of_those_even_in_votes_a_woman_goes_before(office, school, three, held, cite, status):
    [tie] = met(office, school, persons(three, school), held, 9, 9, 9)
    assert (tie.title, tie.votes, tie.cite, tie.status) == (
        "Chiến sĩ thi đua cấp tỉnh",
        9,
        cite,
        status,
    )
    told = [(row.name, one.verdict, one.found) for row, one in tie.judged]
    read = status == "seen"
    assert told == [
        (NAMES[0], MET if read else UNKNOWN, "nữ"),
        (NAMES[1], NOT_MET if read else UNKNOWN, "nam"),
        (NAMES[2], UNKNOWN, "chưa ghi giới tính"),
    ]


def test_nobody_is_told_of_who_is_alone_with_his_votes_or_was_voted_down(office, school, three):
    assert met(office, school, persons(three, school), date(2020, 3, 2), 9, 9, 5)[0].votes == 9
    assert len(met(office, school, persons(three, school), date(2020, 3, 3), 9, 5, 5)) == 0


def test_even_women_are_not_parted(office, school):
    ids = [person(office, name, school, gender="female") for name in NAMES[:2]]
    assert met(office, school, persons(ids, school), date(2020, 3, 2), 9, 9) == ()


def test_of_collectives_the_part_of_women_is_stated(office, school):
    other = unit(office, "Trường Tiểu học Quân Bình", "school")
    for who, share in ((school, "0.7"), (other, "0.69")):
        do(
            office,
            attesting.state,
            AttestedDraft(About("collective", unit_id=who), "women_share", share, 2019),
        )
    asked = tuple(
        NominationDraft("DH_TTLDXS", "collective", name=name, unit_id=who)
        for name, who in (("Trường Cao Sơn", school), ("Trường Quân Bình", other))
    )
    [tie] = met(office, school, asked, date(2020, 3, 2), 9, 9)
    assert [(one.verdict, one.found) for _, one in tie.judged] == [
        (MET, "70 % là nữ"),
        (NOT_MET, "69 % là nữ"),
    ]
