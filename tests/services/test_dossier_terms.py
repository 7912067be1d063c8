"""How long a dossier may be appraised, by the law of the day it came in and the days off of the office."""

from datetime import date

import pytest

from tests.records.offices import ask, do, unit
from thidua_desktop.domain.dossier import DossierDraft, NominationDraft
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.records import dossiers as records
from thidua_desktop.services import dossiers
from thidua_desktop.services.dossier_terms import term
from thidua_desktop.workspace import RESOURCES

BOOK = load_rules(RESOURCES)
CAME = date(2019, 5, 2)  # a Thursday: twenty working days later is Thursday the 30th


@pytest.fixture
def dossier(office):
    school = unit(office, "Trường Tiểu học Cao Sơn", "school")
    asked = (NominationDraft("DH_LDTT", name="Nguyễn Thị Mai"),)
    return do(office, dossiers.receive, DossierDraft(school, CAME, 2018, nominations=asked))


def term_of(office, dossier, today, free=frozenset()):
    return ask(office, lambda s: term(s, BOOK, records.get(s, dossier), today, free))


def test_the_term_is_counted_in_working_days_from_the_day_it_came(office, dossier):
    found = term_of(office, dossier, CAME)
    assert (found.on, found.left, found.late, found.done) == (date(2019, 5, 30), 20, False, None)
    assert (found.cite, found.checked) == ("NĐ 91/2017 Điều 48 k2a", True)
    assert term_of(office, dossier, date(2019, 6, 3)).left == -2
    assert term_of(office, dossier, CAME, frozenset({date(2019, 5, 3)})).on == date(2019, 5, 31)


def test_of_an_appraised_dossier_the_day_of_the_appraisal_counts(office, dossier):
    do(office, dossiers.appraise, [1], "kept")
    do(office, dossiers.bring, dossier, "appraised", date(2019, 5, 29))
    found = term_of(office, dossier, date(2026, 1, 1))
    assert (found.done, found.left, found.late) == (date(2019, 5, 29), 1, False)


def test_where_no_law_is_known_no_term_is_told(office, dossier):
    other = DossierDraft(1, date(2010, 5, 2), 2009)
    before = do(office, dossiers.receive, other)
    assert term_of(office, before, CAME) is None
