"""A period of law the office begins: what stood before is taken over unchecked and corrected line by line."""

from dataclasses import replace
from datetime import date

import pytest

from tests.records.offices import ask, content, do
from thidua_desktop.domain.correction import CorrectionDraft, shown
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.bonus import bonus
from thidua_desktop.domain.law.deadlines import checklist, deadlines
from thidua_desktop.domain.law.facts import Facts
from thidua_desktop.domain.law.figures import figures
from thidua_desktop.domain.law.lines import blank, line_of
from thidua_desktop.domain.law.rulebook import key_of
from thidua_desktop.domain.law.wording import of_award
from thidua_desktop.records import local_rules as records
from thidua_desktop.services import local_rules
from ui.forms import laws
from ui.forms.rule_lines import lines_on

BOOK = laws.shipped()
START, EVE = date(2027, 3, 1), date(2027, 2, 28)
NEW = CorrectionDraft(
    blank("regime", "", "person"), "change", "Công báo số 1/2027", START, values=("NĐ 10/2027/NĐ-CP",)
)
AWARDS = ("DH_LDTT", "DH_CSTD_CS", "BK_TINH", "GK_XA")


def begin(office, draft=NEW):
    return do(office, local_rules.say, BOOK, draft)


def told(book, award, day):
    return [(one.text, one.cite, one.kind) for one in of_award(book, award, "person", day)]


def test_the_new_period_says_what_stood_before_and_none_of_it_is_checked(office):
    before = {award: told(BOOK, award, START) for award in AWARDS}
    begin(office)
    book = ask(office, laws.book)
    old, new = book.regime_on(EVE), book.regime_on(START)
    assert (old.code, old.end, new.law, new.start, new.end) == ("B3", EVE, "NĐ 10/2027/NĐ-CP", START, None)
    for award in AWARDS:
        assert told(book, award, START) == before[award]
        of_law = [one for one in of_award(book, award, "person", START) if one.kind != "bonus"]
        assert {one.status for one in of_law} == {"unverified"}
        assert told(book, award, EVE) == told(BOOK, award, EVE)
        assert [paper[:3] for paper in checklist(book, award, START)] == [
            paper[:3] for paper in checklist(BOOK, award, START)
        ]
        assert [one.id for one in deadlines(book, award, START)] == [
            one.id for one in deadlines(BOOK, award, START)
        ]
    assert bonus(book, "DH_LDTT", "person", START).status == "unverified"


def test_nothing_decides_in_the_new_period_until_a_line_of_it_is_read(office):
    begin(office)
    facts = Facts(2026, START, kinds=frozenset({"cbccvc"}), ratings={2026: "HTT"}, employed_months=12)
    assert ask(office, laws.law).card("DH_LDTT", facts).verdict == "unknown"
    ground = ask(office, laws.ground)
    refs = [
        one.ref
        for one in of_award(ground, "DH_LDTT", "person", START)
        if one.kind in ("ground", "extra") and one.status == "unverified"
    ]
    for ref in refs:
        line = line_of(ground, ref, "DH_LDTT", "person", START)
        draft = CorrectionDraft(
            line.entry,
            "confirm",
            "NĐ 10/2027/NĐ-CP Điều 5",
            line.start,
            line.end,
            checked_by="Hà Văn Nam",
            checked_on=START,
        )
        do(office, local_rules.say, BOOK, draft)
    known = replace(facts, stated=dict.fromkeys(_ticks(ground), True))
    assert ask(office, laws.law).card("DH_LDTT", known).verdict == "met"
    lines = ask(office, lines_on, "DH_LDTT", "person", START)
    assert [one.row is not None for one in lines if one.told.kind in ("ground", "extra")] == [True] * len(
        refs
    )
    [row] = [row for row in ask(office, records.rows, [1]) if row.entry["part"] == "regime"]
    with pytest.raises(Refused, match=f"Còn {len(refs)} sửa đổi của NĐ 10/2027/NĐ-CP"):
        do(office, local_rules.remove, [row.id])
    do(office, local_rules.remove, [row.id, *range(2, 2 + len(refs))])
    assert ask(office, laws.book) == BOOK


def _ticks(book):
    for criterion in book.criteria:
        for part in criterion.test.get("all_of", ()):
            yield from part.get("attest", ())


def test_a_line_corrected_in_the_new_period_leaves_the_old_one_alone(office):
    begin(office)
    ground = ask(office, laws.ground)
    ref = next(one.ref for one in of_award(ground, "DH_CSTD_TINH", "person", START) if one.kind == "ground")
    line = line_of(ground, ref, "DH_CSTD_TINH", "person", START)
    values = tuple(2 if one.value == 3 else shown(one) for one in figures(line.entry, {}))
    do(
        office,
        local_rules.say,
        BOOK,
        CorrectionDraft(line.entry, "change", "NĐ 10/2027/NĐ-CP Điều 7", START, values=values),
    )
    book = ask(office, laws.book)
    texts = {
        day: " ".join(one.text for one in of_award(book, "DH_CSTD_TINH", "person", day))
        for day in (EVE, START)
    }
    assert "Ba lần liên tục" in texts[EVE]
    assert "Hai lần liên tục" in texts[START]


def test_one_period_follows_another_and_undo_takes_it_back(office):
    before = content(office)
    begin(office)
    begin(office, replace(NEW, valid_from=date(2028, 1, 1), values=("Luật 1/2027/QH16",)))
    book = ask(office, laws.book)
    assert [one.law for one in book.regimes[-2:]] == ["NĐ 10/2027/NĐ-CP", "Luật 1/2027/QH16"]
    assert book.regime_on(date(2027, 12, 31)).law == "NĐ 10/2027/NĐ-CP"
    office.undo()
    office.undo()
    assert content(office) == before


@pytest.mark.parametrize(
    ("draft", "said"),
    [
        (
            replace(NEW, valid_from=date(2026, 10, 1)),
            "Ngày bắt đầu phải sau ngày 01/10/2026, khi Luật 06/2022",
        ),
        (replace(NEW, valid_to=date(2028, 1, 1)), "để trống ngày hết hiệu lực"),
        (replace(NEW, cite=" "), "làm căn cứ"),
        (replace(NEW, values=("",)), "Chưa ghi nội dung"),
    ],
)
def test_a_period_that_cannot_be_is_refused(office, draft, said):
    before = content(office)
    with pytest.raises(Refused, match=said):
        begin(office, draft)
    assert content(office) == before


def test_a_law_shipped_later_takes_the_place_of_the_period_and_of_what_was_corrected_in_it(office):
    begin(office)
    ground = ask(office, laws.ground)
    for ref in ("criteria:DP.1.BK_TINH.1", *_general(ground)):
        line = line_of(ground, ref, "BK_TINH", "person", START)
        do(office, local_rules.say, BOOK, CorrectionDraft(line.entry, "strike", "NĐ 10/2027", START))
    assert ask(office, laws.book) != ground
    bodies = ask(office, records.bodies)
    last = BOOK.regimes[-1]
    shipped = (*BOOK.regimes[:-1], replace(last, end=EVE), replace(last, code="B4", start=START))
    later = replace(BOOK, regimes=shipped)
    assert local_rules.book_with(later, bodies) == later


def _general(book):
    period = book.regime_on(START).code
    return [f"general:{key_of(rule)}" for rule in book.general if rule["regimes"] == [period]][:1]
