"""The years of the practice district agree with its decisions, and give cards something to say."""

from datetime import date

import pytest

from tests.records.offices import ask, count, do, make_original, sql
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.records import dossiers
from thidua_desktop.services import appraising, practice
from thidua_desktop.services.eligibility import eligible
from thidua_desktop.workspace import RESOURCES, Workspace

HELD = """SELECT count(*) FROM award a JOIN award_kind k ON k.id = a.kind_id
    WHERE k.code IN ({}) AND a.year <= 2019 AND a.person_id IS NOT NULL"""


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    office = Workspace.open(make_original(tmp_path_factory.mktemp("thuc-hanh")), backed_up=False)
    do(office, practice.build, name=practice.NAME)
    yield office
    office.close(backed_up=False)


def test_every_title_is_pledged_and_rated_well(district):
    labour = HELD.format("'DH_LDTT', 'DH_CSTT'")
    pledged = """SELECT count(*) FROM pledge p JOIN award a ON a.person_id = p.person_id AND a.year = p.year
        AND a.kind_id = p.kind_id JOIN award_kind k ON k.id = a.kind_id WHERE k.code IN ('DH_LDTT', 'DH_CSTT')"""
    rated = """SELECT count(*) FROM award a JOIN award_kind k ON k.id = a.kind_id JOIN rating r
        ON r.person_id = a.person_id AND r.year = a.year AND r.rating IN ('HTT', 'HTXS')
        WHERE k.code IN ('DH_LDTT', 'DH_CSTT')"""
    assert count(district, labour) == count(district, pledged) == count(district, rated) > 2000


def test_every_fighter_of_a_year_is_the_author_of_an_initiative_of_that_year(district):
    fighters = sql(
        district,
        """SELECT a.person_id, a.year FROM award a JOIN award_kind k ON k.id = a.kind_id
        WHERE k.code = 'DH_CSTD_CS' AND a.year <= 2019 ORDER BY 1, 2""",
    )
    authors = sql(
        district,
        "SELECT au.person_id, i.year FROM idea i JOIN idea_author au ON au.idea_id = i.id ORDER BY 1, 2",
    )
    assert authors == fighters
    assert len(authors) > 250


def test_nobody_was_given_a_title_while_disciplined(district):
    assert count(district, "SELECT count(*) FROM discipline") >= 4
    clash = """SELECT count(*) FROM discipline d JOIN award a ON a.person_id = d.person_id
        AND a.year BETWEEN substr(d.starts, 1, 4) AND substr(d.ends, 1, 4)"""
    assert count(district, clash) == 0


def test_some_worked_elsewhere_before(district):
    assert (
        count(district, "SELECT count(*) FROM (SELECT 1 FROM post GROUP BY person_id HAVING count(*) > 1)")
        > 10
    )


def test_the_cards_of_the_district_are_of_every_kind(district):
    law = Law(load_rules(RESOURCES))
    found = ask(district, eligible, law, "DH_CSTD_CS", 2019, date(2019, 12, 15))
    assert {"unknown", "not_met"} <= {one.card.verdict for one in found}


def test_a_dossier_waits_whose_cards_have_all_three_verdicts(district):
    law = Law(load_rules(RESOURCES))
    [dossier] = [row[0] for row in sql(district, "SELECT id FROM dossier")]
    rows = ask(district, lambda session: appraising.appraised(session, law, dossier))
    assert {row.card.verdict for row in rows} == {MET, NOT_MET, UNKNOWN}
    assert all(row.row.unit for row in rows)
    assert count(district, "SELECT count(*) FROM nomination WHERE award_id IS NOT NULL") == 0


def test_of_the_papers_of_the_dossier_all_are_there_but_the_proof_of_initiatives(district):
    """Luật 2003 Điều 84 k1, k2: what every dossier of titles and of forms holds."""
    papers = ask(district, dossiers.papers, 1)
    assert {paper.cite for paper in papers} == {
        "Luật 2003 Điều 84 k1 (sđ 2013)",
        "Luật 2003 Điều 84 k2 (sđ 2013)",
    }
    assert {paper.name for paper in papers if paper.there} == {
        "Văn bản đề nghị khen thưởng",
        "Báo cáo thành tích",
        "Biên bản xét khen thưởng",
        "Biên bản bình xét thi đua",
    }
    assert [paper.name for paper in papers if not paper.there] == [
        "Chứng nhận hoặc xác nhận sáng kiến, đề tài"
    ]
    [row] = ask(district, dossiers.rows, [1])
    assert row.lacking == 1
