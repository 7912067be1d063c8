"""Lines of the law as the office corrects them: another figure, checked, not held; on which days; undone."""

from dataclasses import replace
from datetime import date

import pytest

from tests.records.offices import ask, content, do, unit
from thidua_desktop.domain.correction import CorrectionDraft, act_of, check, entry_of, shown
from thidua_desktop.domain.dossier import DossierDraft, NominationDraft
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.ballot import Votes, outcome
from thidua_desktop.domain.law.bonus import bonus
from thidua_desktop.domain.law.deadlines import checklist, copies, deadlines
from thidua_desktop.domain.law.facts import Facts
from thidua_desktop.domain.law.figures import conditions, figures
from thidua_desktop.domain.law.lines import blank, line_of
from thidua_desktop.domain.law.wording import of_award
from thidua_desktop.domain.local_rule import ConditionDraft, LocalRuleDraft
from thidua_desktop.records import dossiers as dossier_records
from thidua_desktop.records import local_rules as records
from thidua_desktop.records.days_off import Calendar
from thidua_desktop.records.history import actions, of_action
from thidua_desktop.records.history import of as history_of
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import dossier_terms, dossiers, local_rules
from ui.forms import laws

CITE = "QĐ 12/2026/QĐ-UBND Điều 7"
BOOK = laws.shipped()


def law(office):
    return ask(office, laws.law)


def say(office, draft):
    return do(office, local_rules.say, BOOK, draft)


def told(book, award, day, kind, who="person"):
    return [one for one in of_award(book, award, who, day) if one.kind == kind]


def correction(ref, award, day, act="change", who="person", **figure_values):
    """A draft of a line, other figures given by the end of their code."""
    line = line_of(BOOK, ref, award, who, day)
    values = []
    for one in figures(line.entry, BOOK.names):
        named = [value for end, value in figure_values.items() if one.code.endswith(end)]
        values.append(named[0] if named else shown(one))
    return CorrectionDraft(line.entry, act, CITE, line.start, line.end, tuple(values))


CAP = correction("criteria:A.DH_CSTD_CS.1", "DH_CSTD_CS", date(2019, 6, 1), max=10)
TT15 = next(
    one
    for one in BOOK.criteria
    if one.award == "DH_LDTT" and one.regime == "B2" and one.cite.startswith("TT 15/2025")
)
CHECKED = replace(
    correction(f"criteria:{TT15.code}", "DH_LDTT", date(2026, 1, 1), "confirm"),
    cite="TT 15/2025/TT-BNV Điều 3",
    checked_by="Hà Văn Nam",
    checked_on=date(2026, 1, 5),
)


def card(office, award, facts):
    return law(office).card(award, facts)


def test_a_cap_lowered_by_the_province_judges_on_its_days_and_undo_takes_it_back(office):
    known = {"ratings": {2019: "HTXS"}, "shares": {"cap:DH_CSTD_CS": (13, 100)}}
    early, late = Facts(2019, date(2019, 5, 31), **known), Facts(2019, date(2019, 12, 1), **known)
    before = content(office)
    say(office, replace(CAP, valid_from=date(2019, 6, 1)))
    assert card(office, "DH_CSTD_CS", late).verdict == "not_met"
    assert card(office, "DH_CSTD_CS", early).verdict == "unknown"
    [ground] = told(law(office).book, "DH_CSTD_CS", late.day, "ground")
    assert "không quá 10 %" in ground.text
    assert (ground.cite, ground.status, ground.replaces) == (CITE, "local", "A.DH_CSTD_CS.1")
    office.undo()
    assert card(office, "DH_CSTD_CS", late).verdict == "unknown"
    assert content(office) == before


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (replace(CAP, cite=" "), "cite"),
        (replace(CAP, valid_from=None), "valid_from"),
        (replace(CAP, valid_to=date(2010, 1, 1)), "valid_to"),
        (replace(CAP, values=(*CAP.values[:-1], 0)), f"f{len(CAP.values) - 1}"),
        (replace(CAP, kept=()), "kept"),
        (replace(CHECKED, checked_by=""), "checked_by"),
        (replace(CHECKED, checked_on=None), "checked_on"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_kept(office, draft, field):
    before = content(office)
    with pytest.raises(Refused) as refused:
        say(office, draft)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert content(office) == before


def test_one_line_is_said_otherwise_once_on_a_day(office):
    made = say(office, replace(CAP, valid_to=date(2020, 12, 31)))
    with pytest.raises(Refused, match="đã có sửa đổi của cơ quan"):
        say(office, replace(CAP, valid_from=date(2020, 6, 1)))
    say(office, replace(CAP, valid_from=date(2021, 1, 1)))
    do(office, local_rules.say_again, BOOK, made, replace(CAP, cite="QĐ 13", valid_to=date(2020, 1, 1)))
    [row] = ask(office, records.rows, [made])
    assert (row.cite, row.entry["valid_to"]) == ("QĐ 13", "2020-01-01")
    book = law(office).book
    assert [one.cite for one in told(book, "DH_CSTD_CS", date(2020, 6, 1), "ground")] != [CITE]
    assert [one.cite for one in told(book, "DH_CSTD_CS", date(2021, 6, 1), "ground")] == [CITE]


def test_what_was_checked_decides_and_warns_no_more(office):
    facts = Facts(2025, date(2026, 1, 10), employed_months=5, kinds=frozenset({"cbccvc"}))
    first = card(office, "DH_LDTT", facts)
    assert any("TT 15/2025" in one for one in first.warnings)
    assert first.verdict == "unknown"
    say(office, CHECKED)
    after = card(office, "DH_LDTT", facts)
    assert not any("TT 15/2025" in one for one in after.warnings)
    assert after.verdict == "not_met"
    [row] = ask(office, lambda session: records.rows(session, records.ids(session, ListQuery())))
    assert row.entry["checked"] == {"by": "Hà Văn Nam", "on": "2026-01-05"}
    assert act_of(row.entry) == "confirm"
    office.undo()
    assert card(office, "DH_LDTT", facts) == first


def test_what_was_struck_is_gone_with_its_warning(office):
    facts = Facts(2025, date(2026, 1, 10), employed_months=5, kinds=frozenset({"cbccvc"}))
    say(office, replace(CHECKED, act="strike"))
    struck = card(office, "DH_LDTT", facts)
    assert struck.warnings == ()
    assert not any(one.finding.code.startswith("employed_months") for one in struck.criteria)
    assert any(
        "TT 01/2024" in one for one in card(office, "DH_LDTT", replace(facts, day=date(2025, 7, 9))).warnings
    )


def test_the_twin_of_the_office_s_own_rule_warns_no_more(office):
    months = (ConditionDraft("employed_months", 6),)
    own = LocalRuleDraft("DH_LDTT", "person", CITE, months, valid_from=date(2025, 8, 5))
    facts = Facts(2025, date(2026, 1, 10), employed_months=5, kinds=frozenset({"cbccvc"}))
    do(office, local_rules.add, BOOK, own)
    judged = card(office, "DH_LDTT", facts)
    assert judged.warnings == ()
    assert judged.verdict == "not_met"


def test_a_condition_of_a_line_that_no_longer_holds_is_left_out(office):
    places = conditions(CAP.entry, BOOK.names)
    kept = tuple(place for place in places if "ratio_cap" not in place)
    say(office, replace(CAP, kept=kept))
    [ground] = told(law(office).book, "DH_CSTD_CS", date(2019, 6, 1), "ground")
    assert "10 %" not in ground.text
    assert "sáng kiến" in ground.text


def test_the_share_of_votes_the_law_leaves_to_the_province_is_entered(office):
    votes = Votes(members=10, present=10, yes=7)
    day, late = date(2025, 7, 31), date(2025, 8, 1)
    [line] = told(BOOK, "DH_CSTD_CS", day, "council")
    draft = correction(line.ref, "DH_CSTD_CS", day, min_ratio=80)
    say(office, replace(draft, valid_from=late))
    book = law(office).book
    assert outcome(book, "DH_CSTD_CS", day, votes).verdict == "unknown"
    counted = outcome(book, "DH_CSTD_CS", late, votes)
    assert (counted.verdict, counted.needed, counted.cite) == ("not_met", 8, CITE)
    assert [one.replaces for one in told(book, "DH_CSTD_CS", late, "council")] == [line.ref[8:]]
    office.undo()
    assert outcome(law(office).book, "DH_CSTD_CS", late, votes).verdict == "unknown"


def test_a_share_is_entered_where_the_law_says_nothing_of_the_council(office):
    draft = CorrectionDraft(
        blank("council", "DH_LDTT", "person"), "change", CITE, date(2025, 8, 1), values=(70, "attending", "")
    )
    say(office, draft)
    counted = outcome(law(office).book, "DH_LDTT", date(2025, 9, 1), Votes(10, 8, 5))
    assert (counted.needed, counted.verdict) == (6, "not_met")


def test_a_coefficient_a_salary_and_a_rounding_of_the_office_s_pay_from_their_day(office):
    day = date(2024, 3, 1)
    line = told(BOOK, "BK_TINH", day, "bonus")[0]
    before = bonus(BOOK, "BK_TINH", "person", day)
    assert before.status == "unverified"
    say(office, replace(correction(line.ref, "BK_TINH", day, coefficient=2.0), valid_from=day))
    paid = bonus(law(office).book, "BK_TINH", "person", day)
    assert (paid.coefficient, paid.status, paid.amount) == (2, "local", 3_600_000)
    assert CITE in paid.cite
    assert bonus(law(office).book, "BK_TINH", "person", date(2024, 2, 28)) == bonus(
        BOOK, "BK_TINH", "person", date(2024, 2, 28)
    )
    salary = told(BOOK, "BK_TINH", day, "bonus")[1]
    raised = replace(correction(salary.ref, "BK_TINH", day, amount=2_000_000), valid_from=day)
    say(office, raised)
    assert bonus(law(office).book, "BK_TINH", "person", day).amount == 4_000_000
    july = bonus(law(office).book, "BK_TINH", "person", date(2024, 7, 1))
    assert july.base_salary == 2_340_000  # a later decree ends the office's own
    rounding = told(BOOK, "BK_TINH", day, "bonus")[2]
    say(office, replace(correction(rounding.ref, "DH_LDTT", day, unit=1_000), valid_from=day))
    assert bonus(law(office).book, "DH_LDTT", "person", day).amount == 600_000
    with pytest.raises(Refused, match="đã có sửa đổi"):
        say(office, raised)
    for _ in range(3):
        office.undo()
    assert bonus(law(office).book, "BK_TINH", "person", day) == before


def test_a_coefficient_that_is_not_paid_brings_nothing(office):
    day = date(2024, 3, 1)
    line = told(BOOK, "BK_TINH", day, "bonus")[0]
    say(office, replace(correction(line.ref, "BK_TINH", day, "strike"), valid_from=day))
    assert bonus(law(office).book, "BK_TINH", "person", day).amount is None


def test_a_term_is_shorter_for_every_award_it_is_said_of(office):
    day = date(2025, 9, 1)
    line = next(one for one in told(BOOK, "DH_LDTT", day, "deadline") if "hẩm định" in one.text)
    draft = correction(line.ref, "DH_LDTT", day, working_days=15)
    say(office, replace(draft, awards=("*",), valid_from=day))
    book = law(office).book

    def days(award, on):
        return [one.working_days for one in deadlines(book, award, on) if one.step == "appraise"]

    assert days("DH_LDTT", day) == days("BK_TINH", day) == [15]
    assert days("DH_LDTT", date(2025, 8, 31)) == [20]


def test_the_last_day_of_a_dossier_s_appraisal_follows_the_office_s_term(office):
    school = unit(office, "Trường Tiểu học Cao Sơn", "school")
    proposed = (NominationDraft("DH_LDTT", name="Nguyễn Thị Mai"),)
    day = date(2025, 9, 1)
    made = do(office, dossiers.receive, DossierDraft(school, day, 2025, nominations=proposed))

    def last():
        book = law(office).book

        def read(session):
            [row] = dossier_records.rows(session, [made])
            return dossier_terms.appraisal(session, book, row, day, Calendar())

        return ask(office, read)

    before = last()
    line = next(one for one in told(BOOK, "DH_LDTT", day, "deadline") if "hẩm định" in one.text)
    say(office, replace(correction(line.ref, "DH_LDTT", day, working_days=5), valid_from=day))
    after = last()
    assert (after.on, after.cite, after.checked) == (date(2025, 9, 8), CITE, True)
    office.undo()
    assert last() == before


def test_a_term_of_the_office_s_own_is_a_day_of_the_year(office):
    fresh = blank("deadlines", "DH_LDTT", "person")
    draft = CorrectionDraft(
        fresh, "change", CITE, date(2025, 8, 1), values=("Gửi danh sách về huyện", "", None, "10/12")
    )
    say(office, draft)
    [own] = [one for one in deadlines(law(office).book, "DH_LDTT", date(2025, 9, 1)) if one.status == "local"]
    assert own.in_year(2025) == date(2025, 12, 10)
    with pytest.raises(Refused, match="số ngày làm việc"):
        say(office, replace(draft, values=("Gửi danh sách", "", None, "")))


def test_papers_of_a_line_are_others_and_those_kept_keep_their_code(office):
    day = date(2025, 9, 1)
    line = told(BOOK, "DH_LDTT", day, "paper")[0]
    draft = correction(line.ref, "DH_LDTT", day)
    items = draft.values[0]
    say(office, replace(draft, values=([*items[:2], "Phiếu bầu của đơn vị"],)))
    papers = {one.text: one for one in checklist(law(office).book, "DH_LDTT", day)}
    assert papers["Phiếu bầu của đơn vị"].status == "local"
    assert "Biên bản bình xét thi đua" not in papers
    assert papers["Báo cáo thành tích"].code == "bao_cao_thanh_tich"
    assert "Báo cáo thành tích" in {one.text for one in checklist(law(office).book, "DH_CSTT", day)}
    assert "Phiếu bầu của đơn vị" not in {one.text for one in checklist(law(office).book, "DH_CSTT", day)}


def test_a_whole_list_of_papers_of_the_office_s_own(office):
    fresh = blank("dossier", "GK_XA", "person")
    say(office, CorrectionDraft(fresh, "change", CITE, date(2025, 8, 1), values=(["Tờ trình"], 2)))
    book = law(office).book
    assert [one.text for one in checklist(book, "GK_XA", date(2025, 9, 1))] == ["Tờ trình"]
    assert copies(book, "GK_XA", date(2025, 9, 1)).number == 2


def test_a_general_rule_checked_by_the_office_stops_and_one_struck_does_not(office):
    facts = Facts(2024, date(2025, 1, 10), pending=True, kinds=frozenset({"cbccvc"}))
    line = next(one for one in told(BOOK, "DH_LDTT", facts.day, "general") if "Chưa khen khi" in one.text)
    assert line.status == "unverified"
    assert card(office, "DH_LDTT", facts).verdict == "unknown"
    draft = correction(line.ref, "DH_LDTT", facts.day, "confirm")
    checked = replace(draft, checked_by="Hà Văn Nam", checked_on=facts.day)
    say(office, checked)
    assert card(office, "DH_LDTT", facts).verdict == "not_met"
    office.undo()
    say(office, replace(checked, act="strike"))
    found = card(office, "DH_LDTT", facts)
    assert not any(one.entry == "pending_case" for one in found.criteria)
    assert not any(one.startswith("Chưa đối chiếu: NĐ 98") for one in found.warnings)


def test_a_correction_follows_its_article_when_its_place_in_the_law_changes(office):
    say(office, replace(CAP, valid_from=date(2018, 1, 1)))
    bodies = ask(office, records.bodies)
    moved = tuple(
        replace(one, code="A.DH_CSTD_CS.7") if one.code == "A.DH_CSTD_CS.1" else one for one in BOOK.criteria
    )
    book = local_rules.book_with(replace(BOOK, criteria=moved), bodies)
    assert [one.cite for one in told(book, "DH_CSTD_CS", date(2019, 1, 1), "ground")] == [CITE]
    gone = tuple(one for one in BOOK.criteria if one.code != "A.DH_CSTD_CS.1")
    assert (
        told(
            local_rules.book_with(replace(BOOK, criteria=gone), bodies),
            "DH_CSTD_CS",
            date(2019, 1, 1),
            "ground",
        )
        == []
    )


def words(line):
    """A line without the program's own remarks and without the day a salary began."""
    return line.text.split("\nGhi chú")[0].split(" đồng từ ngày")[0]


def lines_of(day):
    """Every line an officer can point at, each once, with an award it is read for."""
    found = {}
    for award in BOOK.names:
        for one in of_award(BOOK, award, "collective", day):
            if one.ref:  # that nothing is paid at all is no figure to be said again
                found.setdefault(one.ref, (award, one))
    return found.values()


@pytest.mark.parametrize("regime", BOOK.regimes, ids=lambda one: one.code)
def test_every_line_an_officer_can_point_at_can_be_said_again_checked_and_struck(regime):
    day = regime.start
    for award, one in lines_of(day):
        line = line_of(BOOK, one.ref, award, "collective", day)
        draft = CorrectionDraft(
            line.entry,
            "change",
            CITE,
            day,
            values=tuple(shown(figure) for figure in figures(line.entry, BOOK.names)),
        )
        entry = entry_of(draft, "DP.1")
        changed = [key for key in line.entry if entry[key] != line.entry[key]]
        assert set(changed) <= {"absent", "base"}
        if not check(draft) and one.status == "seen":
            local_rules.with_local(BOOK, [entry])
        confirmed = entry_of(replace(draft, act="confirm", checked_on=day, awards=line.awards), "DP.1")
        laid = of_award(local_rules.with_local(BOOK, [confirmed]), award, "collective", day)
        assert words(one) in {words(left) for left in laid if left.ref == "own:DP.1"}
        if one.kind != "bonus":
            struck = local_rules.with_local(BOOK, [entry_of(replace(draft, act="strike"), "DP.1")])
            assert one.ref not in {left.ref for left in of_award(struck, award, "collective", day)}


def history(office, rule_id):
    return [list(entry.lines) for entry in ask(office, history_of, "local_rule", rule_id)]


def test_the_history_of_a_corrected_line_names_the_figure_and_what_it_was(office):
    rule_id = say(office, replace(CAP, valid_from=date(2019, 6, 1), valid_to=None))
    [first] = history(office, rule_id)
    assert [line for line in first if "15 % → 10 %" in line and line.startswith("Số cá nhân đạt")]
    assert "Từ ngày: 01/06/2019" in first
    [done] = ask(office, actions, 1)
    [told] = ask(office, of_action, done.id)
    assert told.startswith(f"Thêm quy định của tỉnh, cơ quan: {CITE}, Số cá nhân đạt")
    assert "15 % → 10 %; Từ ngày: 01/06/2019" in told
    [row] = ask(office, records.rows, [rule_id])
    again = CorrectionDraft(
        row.entry,
        "change",
        CITE,
        date(2019, 6, 1),
        values=tuple(12 if value == 10 else value for value in CAP.values),
    )
    do(office, local_rules.say_again, BOOK, rule_id, again)
    last, _first = history(office, rule_id)
    [line] = [line for line in last if "→" in line]
    assert line.endswith("10 % → 12 %")


def test_the_history_tells_a_line_checked_or_struck_and_a_condition_left_out(office):
    checked = say(office, CHECKED)
    assert "Đã đối chiếu: Hà Văn Nam" in history(office, checked)[0]
    places = conditions(CAP.entry, BOOK.names)
    kept = tuple(place for place in places if "ratio_cap" not in place)
    without_cap = say(office, replace(CAP, kept=kept))
    assert any(
        line.startswith("Bỏ điều kiện: Số cá nhân đạt “Chiến sĩ thi đua cơ sở” không quá 15 %")
        for line in history(office, without_cap)[0]
    )


def test_the_history_of_an_own_criterion_names_the_figure_changed(office):
    months = (ConditionDraft("employed_months", 6),)
    own = LocalRuleDraft("DH_LDTT", "person", CITE, months, valid_from=date(2025, 8, 5))
    rule_id = do(office, local_rules.add, BOOK, own)
    do(
        office,
        local_rules.correct,
        BOOK,
        rule_id,
        replace(own, conditions=(ConditionDraft("employed_months", 9),)),
    )
    last, _first = history(office, rule_id)
    assert any(line.endswith("6 → 9") for line in last)


def test_the_history_of_an_own_criterion_tells_every_correction(office):
    titles, rated = ConditionDraft("consecutive", 2, "DH_LDTT"), ConditionDraft("rating", text="HT")
    draft = LocalRuleDraft("GK_HUYEN", "person", CITE, (titles,), valid_from=date(2024, 3, 1))
    rule_id = do(office, local_rules.add, BOOK, draft)
    flags = replace(titles, award="DH_CSTT")
    told = []
    for change in (
        {"conditions": (flags,)},
        {"way": "alternative"},
        {"conditions": (flags, rated)},
        {"any_of": True},
        {"award": "GK_XA"},
        {"valid_to": date(2026, 12, 31)},
        {"valid_to": None},
    ):
        draft = replace(draft, **change)
        do(office, local_rules.correct, BOOK, rule_id, draft)
        told.append(history(office, rule_id)[0])
        assert len(history(office, rule_id)) == len(told) + 1
        assert list(ask(office, of_action, ask(office, actions, 1)[0].id))
    changed, way, added, any_of, award, ended, endless = told
    assert [line.split(":")[0] for line in changed] == ["Bỏ điều kiện", "Thêm điều kiện"]
    assert "Lao động tiên tiến" in changed[0]
    assert "Chiến sĩ tiên tiến" in changed[1]
    assert way == ["Cách áp dụng: Điều kiện phải có thêm → Một trường hợp riêng để xét"]
    assert [line.split(":")[0] for line in added] == ["Thêm điều kiện"]
    assert [line.split(":")[0] for line in any_of] == ["Viết lại các điều kiện"]
    assert award == [f"Danh hiệu, hình thức: {BOOK.names['GK_HUYEN']} → {BOOK.names['GK_XA']}"]
    assert (ended, endless) == (["Đến ngày: 31/12/2026"], ["Đến ngày: 31/12/2026 → không ghi"])
