"""What the office says of lines before and inside a period of its own: carried over, moved, refused, given way."""

from dataclasses import replace
from datetime import date

import pytest
from test_own_periods import BOOK, EVE, NEW, START, begin

from tests.records.offices import ask, content, do
from thidua_desktop.domain.correction import CorrectionDraft, shown
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.bonus import bonus
from thidua_desktop.domain.law.facts import Facts
from thidua_desktop.domain.law.figures import figures
from thidua_desktop.domain.law.lines import blank, line_of
from thidua_desktop.domain.law.wording import of_award
from thidua_desktop.domain.local_rule import ConditionDraft, LocalRuleDraft
from thidua_desktop.records import local_rules as records
from thidua_desktop.services import local_rules
from ui.forms import laws
from ui.forms.rules_html import period_html

JUNE, OCTOBER, NEXT = date(2027, 6, 1), date(2026, 10, 5), date(2028, 1, 1)
CITE = "NĐ 10/2027/NĐ-CP Điều 9"
MONEY = {"bonus": (0.9,), "salary": (3_000_000,), "rounding": (5_000,)}


def draft(office, ref, award, day, act="change", values=(), start=None, end=None):
    line = line_of(ask(office, laws.ground), ref, award, "person", day)
    values = values or tuple(shown(one) for one in figures(line.entry, {}))
    return CorrectionDraft(line.entry, act, CITE, start or day, end, values=values)


def say(office, said):
    return do(office, local_rules.say, BOOK, said)


def money(office, part="bonus", day=START, **dates):
    ref = "bonus:DH_LDTT/person" if part == "bonus" else f"{part}:"
    return say(office, draft(office, ref, "DH_LDTT", day, values=MONEY[part], **dates))


def ground_of(book, award, day):
    return next(one for one in of_award(book, award, "person", day) if one.kind == "ground")


def twice(office, day, start=None):
    """Correct the line of three titles in a row to two."""
    ref = ground_of(ask(office, laws.ground), "DH_CSTD_TINH", day).ref
    entry = line_of(ask(office, laws.ground), ref, "DH_CSTD_TINH", "person", day).entry
    values = tuple(2 if one.value == 3 else shown(one) for one in figures(entry, {}))
    return say(office, draft(office, ref, "DH_CSTD_TINH", day, values=values, start=start))


@pytest.mark.parametrize("part", list(MONEY))
def test_a_period_in_which_a_figure_of_money_was_corrected_is_not_removed(office, part):
    period = begin(office)
    money(office, part)
    with pytest.raises(Refused, match="Còn 1 sửa đổi của NĐ 10/2027/NĐ-CP"):
        do(office, local_rules.remove, [period])


@pytest.mark.parametrize("part", ["council", "deadlines", "dossier"])
def test_a_period_in_which_something_was_added_is_not_removed(office, part):
    period = begin(office)
    typed = {
        "council": (80, "total_members", "written_opinion"),
        "deadlines": ("Gửi hồ sơ", "", 10, None),
        "dossier": (["Tờ trình"], 1),
    }[part]
    say(office, CorrectionDraft(blank(part, "DH_LDTT", "person"), "change", CITE, START, values=typed))
    with pytest.raises(Refused, match="Còn 1 sửa đổi"):
        do(office, local_rules.remove, [period])


def test_what_was_corrected_from_the_first_day_moves_with_the_period(office):
    period = begin(office)
    money(office)
    before = content(office)
    do(office, local_rules.restate, BOOK, period, CITE, (JUNE, None), "")
    book = ask(office, laws.book)
    early, late = (bonus(book, "DH_LDTT", "person", day) for day in (START, JUNE))
    assert (early.regime, early.coefficient, early.status) == (
        "B3",
        bonus(BOOK, "DH_LDTT", "person", START).coefficient,
        bonus(BOOK, "DH_LDTT", "person", START).status,
    )
    assert (late.regime, float(late.coefficient)) == ("DP.1", 0.9)
    office.undo()
    assert content(office) == before


def test_a_period_is_not_moved_past_the_end_of_what_was_corrected_in_it(office):
    period = begin(office)
    money(office, end=date(2027, 4, 30))
    before = content(office)
    with pytest.raises(Refused, match="hết hiệu lực ngày 30/04/2027, trước ngày bắt đầu mới"):
        do(office, local_rules.say_again, BOOK, period, replace(NEW, valid_from=JUNE))
    assert content(office) == before


def test_money_corrected_in_the_period_gives_way_to_a_law_shipped_later_the_base_salary_too(office):
    begin(office)
    for part in MONEY:
        money(office, part)
    last = BOOK.regimes[-1]
    shipped = (*BOOK.regimes[:-1], replace(last, end=EVE), replace(last, code="B4", start=START))
    later = replace(BOOK, regimes=shipped)
    assert ask(office, laws.book).salary_on(START).amount == 3_000_000
    laid = local_rules.book_with(later, ask(office, records.bodies))
    assert laid == later
    assert laid.salary_on(START) == BOOK.salary_on(START)


def test_the_rules_page_says_what_an_unread_line_of_the_period_is_good_for(office):
    begin(office)
    book = ask(office, laws.book)
    period = book.regime_on(START)
    assert "các dòng ấy chưa quyết định gì" in period_html(book, period)
    read = replace(
        book, regimes=tuple(replace(one, status="seen") if not one.own else one for one in book.regimes)
    )
    assert "vẫn xét theo quy định đã đối chiếu trước đó" in period_html(read, period)
    assert period_html(book, book.regime_on(EVE)) == ""


def test_a_base_salary_said_before_a_period_goes_on_in_it(office):
    """It has a decree of its own, which no law on commendation ends."""
    money(office, "salary", OCTOBER)
    begin(office)
    assert ask(office, laws.book).salary_on(START).amount == 3_000_000
    assert ask(office, laws.book).salary_on(START).status == "local"


ADDED = {
    "council": (80, "total_members", "written_opinion"),
    "deadlines": ("Gửi hồ sơ về Phòng Nội vụ", "", 10, None),
    "dossier": (["Tờ trình của xã"], 1),
}


def said_on(book, part, day):
    kind = {"council": "council", "deadlines": "deadline", "dossier": "paper"}[part]
    found = [one for one in of_award(book, "DH_LDTT", "person", day) if one.kind == kind]
    return [(one.text, one.status) for one in found if one.cite == CITE]


def papers_on(book):
    """The papers themselves, without how many copies are sent."""
    found = [one.text for one in of_award(book, "DH_LDTT", "person", START) if one.kind == "paper"]
    return {text for text in found if "bộ hồ sơ" not in text}


@pytest.mark.parametrize("part", list(ADDED))
def test_what_was_added_before_a_period_is_taken_over_unchecked_until_it_is_read(office, part):
    typed = CorrectionDraft(blank(part, "DH_LDTT", "person"), "change", CITE, OCTOBER, values=ADDED[part])
    say(office, typed)
    before = said_on(ask(office, laws.book), part, EVE)
    assert {status for _, status in before} == {"local"}
    law_papers = papers_on(BOOK)
    assert law_papers
    begin(office)
    book = ask(office, laws.book)
    assert said_on(book, part, EVE) == before
    assert said_on(book, part, START) == [(text, "unverified") for text, _ in before]
    shared = law_papers if part == "dossier" else set()  # the office's own list stands instead of the law's
    assert not shared & papers_on(book)
    ref = next(one.ref for one in of_award(book, "DH_LDTT", "person", START) if one.cite == CITE)
    line = line_of(ask(office, laws.ground), ref, "DH_LDTT", "person", START)
    read = CorrectionDraft(
        line.entry, "confirm", CITE, line.start, line.end, checked_by="Hà", checked_on=START
    )
    say(office, read)
    again = ask(office, laws.book)
    assert said_on(again, part, START) == before
    assert not shared & papers_on(again)
    begin(office, replace(NEW, valid_from=NEXT, values=("Luật 1/2027/QH16",)))
    assert said_on(ask(office, laws.book), part, NEXT) == [(text, "unverified") for text, _ in before]


def test_a_period_takes_over_the_lines_as_the_office_had_corrected_them_unchecked(office):
    twice(office, OCTOBER)
    begin(office)
    for day, status in ((EVE, "local"), (START, "unverified")):
        line = ground_of(ask(office, laws.book), "DH_CSTD_TINH", day)
        assert "Hai lần liên tục" in line.text
        assert (line.cite, line.status) == (CITE, status)
    begin(office, replace(NEW, valid_from=NEXT, values=("Luật 1/2027/QH16",)))
    assert "Hai lần liên tục" in ground_of(ask(office, laws.book), "DH_CSTD_TINH", NEXT).text


def test_what_was_corrected_in_one_period_is_taken_over_by_the_next(office):
    begin(office)
    twice(office, START)
    begin(office, replace(NEW, valid_from=NEXT, values=("Luật 1/2027/QH16",)))
    line = ground_of(ask(office, laws.book), "DH_CSTD_TINH", NEXT)
    assert ("Hai lần liên tục" in line.text, line.status) == (True, "unverified")


def test_a_line_taken_over_stays_corrected_when_the_correction_beneath_it_goes(office):
    first = twice(office, OCTOBER)
    begin(office)
    ref = ground_of(ask(office, laws.ground), "DH_CSTD_TINH", START).ref
    say(office, draft(office, ref, "DH_CSTD_TINH", START))
    do(office, local_rules.remove, [first])
    line = ground_of(ask(office, laws.book), "DH_CSTD_TINH", START)
    assert ("Hai lần liên tục" in line.text, line.status) == (True, "local")


def test_money_and_shares_corrected_before_are_taken_over_and_decide_no_more(office):
    money(office, day=OCTOBER)
    money(office, "rounding", OCTOBER)
    told = next(one for one in of_award(BOOK, "DH_CSTD_CS", "person", OCTOBER) if one.kind == "council")
    share = draft(office, told.ref, "DH_CSTD_CS", OCTOBER)
    say(office, replace(share, values=(85, *share.values[1:])))
    begin(office)
    book = ask(office, laws.book)
    found = bonus(book, "DH_LDTT", "person", START)
    assert (float(found.coefficient), found.status, book.rounding_on(START)[0]) == (0.9, "unverified", 5_000)
    assert book.coefficient_on(EVE, "DH_LDTT", "person").status == "local"
    [rule] = [one for one in book.council_for("DH_CSTD_CS", START) if one.get("min_ratio")]
    assert (rule["min_ratio"], rule["status"]) == (0.85, "unverified")
    shares = [one.get("min_ratio") for one in book.council_for("DH_CSTD_TINH", START)]
    assert shares == [one.get("min_ratio") for one in BOOK.council_for("DH_CSTD_TINH", START)]
    line = next(one for one in of_award(book, "DH_CSTD_CS", "person", START) if one.kind == "council")
    again = draft(office, line.ref, "DH_CSTD_CS", START)
    say(office, replace(again, values=(90, *again.values[1:])))
    rules = ask(office, laws.book).council_for("DH_CSTD_CS", START)
    assert [one["min_ratio"] for one in rules if one.get("min_ratio")] == [0.9]


def test_a_line_struck_before_is_not_taken_over(office):
    told = next(one for one in of_award(BOOK, "DH_CSTD_CS", "person", OCTOBER) if one.kind == "council")
    say(office, draft(office, told.ref, "DH_CSTD_CS", OCTOBER, "strike"))
    begin(office)
    for day in (EVE, START):
        texts = [one.text for one in of_award(ask(office, laws.book), "DH_CSTD_CS", "person", day)]
        assert told.text not in texts


@pytest.mark.parametrize("of", ["criteria", "bonus"])
def test_a_correction_that_begins_later_is_named_as_what_is_in_the_way(office, of):
    if of == "criteria":
        twice(office, OCTOBER, start=JUNE)
    else:
        money(office, day=OCTOBER, start=JUNE)
    before = content(office)
    with pytest.raises(Refused, match=f"Sửa đổi căn cứ {CITE}, từ ngày 01/06/2027, .* xóa sửa đổi ấy"):
        begin(office)
    assert content(office) == before


@pytest.mark.parametrize("day", [START, date(2020, 1, 1)])
def test_a_period_too_early_is_told_so_whatever_was_corrected(office, day):
    money(office, day=OCTOBER)
    begin(office)
    money(office)
    with pytest.raises(Refused, match="Ngày bắt đầu phải sau ngày 01/03/2027"):
        begin(office, replace(NEW, valid_from=day))


@pytest.mark.parametrize("nothing", ["\u200b", ".", "-", "…", "\u200b\u200d"])
def test_a_citation_with_nothing_in_it_is_none(office, nothing):
    period = begin(office)
    rule = LocalRuleDraft("DH_LDTT", "person", nothing, (ConditionDraft("rating", text="HT"),))
    for act in (
        lambda: begin(office, replace(NEW, valid_from=NEXT, cite=nothing)),
        lambda: do(office, local_rules.restate, BOOK, period, nothing, (START, None), ""),
        lambda: do(office, local_rules.add, BOOK, rule),
        lambda: say(office, replace(draft(office, "salary:", "DH_LDTT", START), cite=nothing)),
    ):
        with pytest.raises(Refused, match="làm căn cứ"):
            act()
    with pytest.raises(Refused, match="Chưa ghi nội dung"):
        begin(office, replace(NEW, valid_from=NEXT, values=(nothing,)))


@pytest.mark.parametrize("act", ["confirm", "strike"])
def test_a_period_as_a_whole_is_neither_checked_nor_struck(office, act):
    before = content(office)
    whole = replace(NEW, act=act, checked_by="Hà Văn Nam", checked_on=START, entry={**NEW.entry, "law": "X"})
    with pytest.raises(Refused, match="từng dòng của thời kỳ"):
        begin(office, whole)
    assert content(office) == before


def test_an_own_criterion_from_before_decides_no_more_under_a_law_nobody_read(office):
    rule = LocalRuleDraft(
        "DH_LDTT",
        "person",
        "QĐ 5/2026/QĐ-UBND Điều 3",
        (ConditionDraft("rating", text="HT"),),
        way="alternative",
        valid_from=date(2026, 10, 1),
    )
    do(office, local_rules.add, BOOK, rule)
    begin(office)
    law = ask(office, laws.law)
    known = {"ratings": {2026: "HT", 2027: "HT"}, "employed_months": 12}
    assert law.card("DH_LDTT", Facts(2026, EVE, **known)).verdict == "met"
    card = law.card("DH_LDTT", Facts(2027, START, **known))
    assert card.verdict == "unknown"
    assert "Chưa đối chiếu với NĐ 10/2027/NĐ-CP: QĐ 5/2026/QĐ-UBND Điều 3." in card.warnings
    assert {one.status for one in card.criteria if one.cite == rule.cite} == {"unverified"}
    do(office, local_rules.add, BOOK, replace(rule, valid_from=START))
    assert ask(office, laws.law).card("DH_LDTT", Facts(2027, START, **known)).verdict == "met"
