"""The report of what goes up to the Prime Minister: TT 12/2019/TT-BNV Điều 2 k4, from 2020 to 2023."""

from dataclasses import replace
from datetime import date

import pytest
from cases import ROOT

from thidua_desktop.domain.dates import months_later
from thidua_desktop.domain.law.asked import DAY, asked
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.crowd import Crowd
from thidua_desktop.domain.law.facts import Facts
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.law.wording import by_code, of_award

LAW = Law(load_rules(ROOT / "resources"))
DAY_SENT = date(2020, 8, 31)
IN_DOSSIER = Facts(2019, DAY_SENT, asked_as="merit")


def criterion(award, facts):
    """The criterion of the report on a card, None where it is not asked."""
    found = [one for one in LAW.card(award, facts).criteria if one.entry == "report_age"]
    return found[0] if found else None


@pytest.mark.parametrize(
    ("made", "verdict"),
    [
        (None, "unknown"),
        (date(2020, 3, 1), "met"),
        (date(2020, 2, 29), "not_met"),
        (date(2020, 9, 1), "met"),
    ],
)
def test_a_report_older_than_six_months_is_not_taken(made, verdict):
    facts = replace(IN_DOSSIER, report_on=made)
    judged = criterion("BK_TTG", facts)
    assert (judged.finding.verdict, judged.cite, judged.status) == (
        verdict,
        "TT 12/2019/TT-BNV Điều 2 k4",
        "seen",
    )
    assert Crowd(LAW, [facts]).verdicts("BK_TTG") == [LAW.card("BK_TTG", facts).verdict]
    assert LAW.card("BK_TTG", facts).verdict == ("not_met" if verdict == "not_met" else "unknown")


@pytest.mark.parametrize(
    ("sent", "verdict"),
    [(date(2020, 9, 1), "met"), (date(2020, 9, 2), "not_met"), (date(2020, 8, 1), "met")],
)
def test_once_sent_up_the_six_months_are_counted_to_the_day_it_was_sent(sent, verdict):
    facts = replace(IN_DOSSIER, report_on=date(2020, 3, 1), sent_on=sent)
    finding = criterion("BK_TTG", facts).finding
    assert (finding.verdict, "trình ngày" in finding.found) == (verdict, verdict == "not_met")
    assert Crowd(LAW, [facts]).verdicts("BK_TTG") == [LAW.card("BK_TTG", facts).verdict]


@pytest.mark.parametrize(
    ("made", "sent", "said"),
    [
        (date(2020, 9, 1), None, "Báo cáo ghi ngày 01/09/2020, sau ngày nhận hồ sơ 31/08/2020"),
        (date(2020, 9, 1), date(2020, 9, 1), ""),
        (date(2021, 3, 1), date(2020, 9, 15), "Báo cáo ghi ngày 01/03/2021, sau ngày trình 15/09/2020"),
        (DAY_SENT, None, ""),
    ],
)
def test_a_report_dated_after_it_came_and_was_sent_is_warned_of(made, sent, said):
    facts = replace(IN_DOSSIER, report_on=made, sent_on=sent)
    assert criterion("BK_TTG", facts).finding.doubt == said
    told = [one for one in LAW.card("BK_TTG", facts).warnings if one.startswith("Báo cáo")]
    assert told == ([f"{said} (TT 12/2019/TT-BNV Điều 2 k4)."] if said else [])


@pytest.mark.parametrize(
    ("award", "facts"),
    [
        ("BK_TINH", IN_DOSSIER),  # the province's own
        ("DH_CSTD_TQ", IN_DOSSIER),  # a title, no commendation of merit
        ("BK_TTG", replace(IN_DOSSIER, asked_as="sudden")),
        ("BK_TTG", replace(IN_DOSSIER, asked_as="")),  # nobody proposed yet
        ("BK_TTG", replace(IN_DOSSIER, day=date(2019, 12, 31))),
        ("BK_TTG", replace(IN_DOSSIER, day=date(2024, 1, 2))),
    ],
)
def test_the_report_is_asked_only_of_merit_that_goes_up_to_the_prime_minister(award, facts):
    assert criterion(award, facts) is None


def test_the_day_of_the_report_is_asked_and_told_in_words():
    code = criterion("HC_LAO_DONG_3", IN_DOSSIER).finding.code
    [question] = asked(code)
    assert (question.keys, question.form, question.words) == (
        ("report_on",),
        DAY,
        "Ngày lập báo cáo thành tích",
    )
    assert by_code(LAW.book)[code].startswith("Báo cáo thành tích lập chưa quá 6 tháng")
    told = {
        award: [one.text for one in of_award(LAW.book, award, "person", DAY_SENT)]
        for award in ("BK_TTG", "BK_TINH")
    }
    assert [any("6 tháng" in text for text in told[award]) for award in told] == [True, False]


def test_months_end_with_the_month():
    assert months_later(date(2020, 8, 31), 6) == date(2021, 2, 28)
    assert months_later(date(2019, 12, 15), 1) == date(2020, 1, 15)
