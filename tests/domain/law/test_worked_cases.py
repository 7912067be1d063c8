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


def test_no_criterion_of_the_law_is_without_a_case():
    seen = {one.entry for award, _, _, _, _, facts, _ in CASES for one in LAW.card(award, facts).criteria}
    assert sorted(c.code for c in LAW.book.criteria if c.code not in seen) == []
