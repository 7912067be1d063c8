"""Rules of the province or the office: kept with their citation, judged, corrected, taken back."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.records.offices import ask, content, count, do, line, person, register, sql, unit
from thidua_desktop.domain.dossier import DossierDraft, NominationDraft
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.facts import Facts
from thidua_desktop.domain.law.wording import of_award
from thidua_desktop.domain.local_conditions import KINDS
from thidua_desktop.domain.local_rule import (
    CONDITIONS,
    ConditionDraft,
    LocalRuleDraft,
    check,
    draft_of,
    entry_of,
)
from thidua_desktop.records import local_rules as records
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import dossiers, local_rules
from thidua_desktop.services.appraising import appraised
from ui.forms import laws

TWICE = ConditionDraft("consecutive", 2, "DH_LDTT")
RULE = LocalRuleDraft(
    "GK_HUYEN", "person", "QĐ 12/2024/QĐ-UBND Điều 5", (TWICE,), valid_from=date(2024, 3, 1)
)


def add(office, draft):
    return do(office, local_rules.add, laws.shipped(), draft)


def kept(office):
    return ask(office, lambda session: records.rows(session, records.ids(session, ListQuery())))


def test_a_rule_comes_back_as_typed_and_one_undo_takes_it_back(office):
    before = content(office)
    draft = replace(
        RULE,
        conditions=(
            TWICE,
            ConditionDraft("rating", text="Hoàn thành tốt nhiệm vụ"),
            ConditionDraft("initiative", 2, text="Cấp cơ sở"),
            ConditionDraft("attest", text="Ba năm công tác tại huyện"),
            ConditionDraft("registered"),
        ),
        any_of=True,
        way="alternative",
        valid_to=date(2026, 1, 1),
        note="Ghi chú",
    )
    made = add(office, draft)
    [row] = kept(office)
    assert draft_of(row.entry, row.note) == draft
    do(office, local_rules.correct, laws.shipped(), made, RULE)
    assert draft_of(kept(office)[0].entry) == RULE
    do(office, local_rules.remove, [made])
    assert count(office, "SELECT count(*) FROM local_rule") == 0
    for _ in range(3):
        office.undo()
    assert content(office) == before


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (replace(RULE, cite=" "), "cite"),
        (replace(RULE, award=""), "award"),
        (replace(RULE, recipient="ai"), "recipient"),
        (replace(RULE, conditions=()), "conditions"),
        (replace(RULE, valid_to=date(2020, 1, 1)), "valid_to"),
        (replace(RULE, conditions=(ConditionDraft("consecutive", None, "DH_LDTT"),)), "conditions.0.number"),
        (replace(RULE, conditions=(ConditionDraft("count", 2),)), "conditions.0.award"),
        (replace(RULE, conditions=(ConditionDraft("rating", text="Loại A"),)), "conditions.0.text"),
        (replace(RULE, conditions=(ConditionDraft("initiative", 1, text="Cấp thôn"),)), "conditions.0.text"),
        (replace(RULE, conditions=(ConditionDraft("attest", text=" "),)), "conditions.0.text"),
        (replace(RULE, conditions=(ConditionDraft(""),)), "conditions.0.kind"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_kept(office, draft, field):
    before = content(office)
    with pytest.raises(Refused) as refused:
        add(office, draft)
    assert [problem.field for problem in refused.value.problems] == [field]
    assert content(office) == before


def test_a_rule_judges_from_its_day_on_and_is_named_with_its_citation(office):
    school = unit(office, "Trường Tiểu học Cao Sơn", "school")
    someone = person(office, "Nguyễn Thị Mai", school)
    register(office, "1/QĐ", date(2023, 12, 20), line("Nguyễn Thị Mai", person_id=someone, unit_id=school))
    proposed = (NominationDraft("GK_HUYEN", name="Nguyễn Thị Mai", person_id=someone, unit_id=school),)
    early, late = (
        do(office, dossiers.receive, DossierDraft(school, day, 2023, nominations=proposed))
        for day in (date(2024, 2, 1), date(2024, 4, 1))
    )

    def cites(dossier):
        [one] = ask(office, lambda session: appraised(session, laws.law(session), dossier))
        return {judged.cite: judged.status for judged in one.card.criteria}

    assert RULE.cite not in cites(late)
    add(office, RULE)
    assert cites(late)[RULE.cite] == "local"
    assert RULE.cite not in cites(early)
    office.undo()
    assert RULE.cite not in cites(late)


def test_two_rules_of_one_office_bear_codes_of_their_own(office):
    add(office, RULE)
    add(office, replace(RULE, award="DH_LDTT", conditions=(ConditionDraft("attest", text="Gương mẫu"),)))
    assert [code for (code,) in sql(office, "SELECT code FROM local_rule")] == ["DP.1", "DP.2"]
    assert ask(office, laws.wording)("attest:Gương mẫu") != "attest:Gương mẫu"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_condition_an_officer_may_choose_is_kept_told_and_read_back(office, kind):
    asked = KINDS[kind]
    text = next(
        iter(asked.options.values()), "30/01" if asked.day else "Gương mẫu" if asked.asks_text else ""
    )
    award = "DH_CSTT" if asked.asks_award else ""
    one = ConditionDraft(kind, 3 if asked.number else None, award, text)
    draft = replace(RULE, recipient="collective", conditions=(one,))
    add(office, draft)
    assert draft_of(kept(office)[0].entry) == draft
    book = ask(office, laws.book)
    [own] = [
        rule for rule in of_award(book, "GK_HUYEN", "collective", date(2024, 4, 1)) if rule.ref == "own:DP.1"
    ]
    assert "_" not in own.text
    if asked.number:
        assert re.search(r"3|[Bb]a", own.text)


def test_rows_of_a_group_are_alternatives_of_each_other(office):
    alternatives = (
        ConditionDraft("rating", text="Hoàn thành xuất sắc nhiệm vụ", group="a"),
        ConditionDraft("leave_working_days", 10),
        ConditionDraft("initiative", 1, text="Cấp cơ sở", group="a"),
    )
    add(office, replace(RULE, award="DH_CSTT", conditions=alternatives, way="and"))
    entry = kept(office)[0].entry
    assert [list(part) for part in entry["all_of"]] == [["any_of"], ["leave_working_days"]]
    assert [one.group for one in draft_of(entry).conditions] == ["1", "1", ""]
    law = ask(office, laws.law)

    def verdicts(**known):
        card = law.card("DH_CSTT", Facts(2023, date(2024, 4, 1), **known))
        return {
            one.finding.code.partition(":")[0]: one.finding.verdict
            for one in card.criteria
            if one.entry.startswith("DP")
        }

    assert verdicts(ratings={2023: "HTXS"}, leave_days=12)["leave_working_days"] == "not_met"
    assert verdicts(ratings={2023: "HTXS"}, leave_days=9)["leave_working_days"] == "met"


def test_an_alternative_of_several_conditions_is_a_group_too(office):
    conditions = (
        ConditionDraft("consecutive", 5, "DH_LDTT"),
        ConditionDraft("rating", text="Hoàn thành tốt nhiệm vụ", group="2"),
        ConditionDraft("employed_months", 6, group="2"),
    )
    add(office, replace(RULE, conditions=conditions, any_of=True))
    [single, group] = kept(office)[0].entry["any_of"]
    assert (list(single), list(group)) == (["consecutive"], ["all_of"])


@given(
    st.lists(
        st.builds(
            ConditionDraft,
            st.sampled_from(sorted(CONDITIONS)),
            st.integers(1, 9),
            st.sampled_from(("DH_LDTT", "DH_CSTD_CS")),
            st.sampled_from(("HTT", "Cấp cơ sở", "Gương mẫu")),
        ),
        min_size=1,
        max_size=4,
    ),
    st.booleans(),
)
def test_whatever_passes_the_check_is_an_entry_the_law_can_be_read_with(conditions, any_of):
    draft = replace(RULE, conditions=tuple(conditions), any_of=any_of)
    if check(draft):
        return
    entry = entry_of(draft, "DP.1")
    assert entry_of(draft_of(entry), "DP.1") == entry
    local_rules.book_with(laws.shipped(), (json.dumps(entry),))
