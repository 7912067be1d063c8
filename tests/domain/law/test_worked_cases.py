"""Cards against cases reasoned by hand from the articles they name."""

from cases import ROOT, worked

from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.rules_file import load_rules

LAW = Law(load_rules(ROOT / "resources"))
CASES = list(worked(LAW))


def test_every_worked_case_comes_out_as_the_article_says():
    assert sum(bool(article) for _, _, _, article, _, _, _ in CASES) >= 150
    wrong = []
    for award, who, day, article, verdict, facts, why in CASES:
        card = LAW.card(award, facts)
        if card.verdict != verdict or (not any(article in one.cite for one in card.criteria) and article):
            found = [(one.finding.code, one.finding.verdict, one.cite[:45]) for one in card.criteria]
            wrong.append((f"{award} {who} {day} {verdict}≠{card.verdict} {article}", why, found))
    assert wrong == []


def test_every_criterion_somebody_read_is_once_met_and_once_not():
    """Those nobody read stay unknown whatever is entered."""
    came_to = {
        (one.code, verdict): False
        for one in LAW.book.criteria
        if one.counts
        for verdict in ("met", "not_met")
    }
    for award, _, day, _, _, facts, _ in CASES:
        regime = LAW.book.regime_on(day)
        for criterion, test in LAW.entries_on(regime, award, facts) if regime else ():
            verdict, _ = test(facts, LAW.span_of(regime, award, facts))
            came_to[criterion.code, verdict] = True
    assert sorted(key for key, seen in came_to.items() if not seen) == []


def test_no_criterion_of_the_law_is_without_a_case():
    seen = {one.entry for award, _, _, _, _, facts, _ in CASES for one in LAW.card(award, facts).criteria}
    assert sorted(c.code for c in LAW.book.criteria if c.code not in seen) == []
