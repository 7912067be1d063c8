"""From registration to the dossier by one button: nothing is typed between them."""

from datetime import date

import pytest

from tests.records.offices import do, sql
from tests.ui.at_a_page import press, shown
from tests.ui.awards_office import enter
from thidua_desktop.domain.about import About
from thidua_desktop.domain.person import HouseholdDraft, PersonDraft, PostDraft
from thidua_desktop.domain.pledge import PledgeDraft
from thidua_desktop.services import dossiers, people, pledges
from ui.forms.dossier_form import DossierDialog
from ui.pages.awards import make
from ui.widgets.page import Follow


@pytest.fixture(scope="module")
def fill():
    def fill(office):
        with office.write("Nhập số liệu thử") as session:
            kept = enter(session)
            desk, commune = kept["desk"], kept["commune"]
            be = people.add(session, PersonDraft("Hà Thị Bé", posts=(PostDraft("Văn thư", desk),)))
            away = people.add(session, PersonDraft("Lò Văn Xa", posts=(PostDraft("Công chức", commune),)))
            twin = people.add_household(session, HouseholdDraft("Lý Văn Tài", commune))
            for about, award, year in (
                (About("person", kept["duc"], desk), "DH_LDTT", 2019),
                (About("person", be, desk), "DH_LDTT", 2019),
                (About("person", be, desk), "DH_LDTT", 2020),
                (About("person", away, commune), "DH_LDTT", 2019),
                (About("person", kept["duc"], desk), "DH_CSTD_CS", 2019),  # given in the first decision
                (About("collective", None, desk), "DH_TTLDTT", 2019),
                (About("household", unit_id=commune, household_id=twin), "DH_GDVH", 2019),
            ):
                pledges.enter(session, PledgeDraft(about, year, award, date(2019, 1, 10)))
            return {**kept, "be": be, "twin": twin}

    return fill


@pytest.fixture
def view(show, kept, context, tasks):
    page = show(make(context))
    assert page.go(Follow("pledge"))
    tasks.drain()
    return page.view(page.current)


@pytest.fixture
def propose(view, tasks):
    """Choose the pledge of an award in a year and press the button; the form, if one opened."""

    def propose(award, year=2019):
        row = next(row for row in shown(view) if (row.award, row.year) == (award, year))
        view.list.table.choose(row.id)
        press(view, "Lập hồ sơ…")
        tasks.drain()
        return next((found for found in view.findChildren(DossierDialog) if found.isVisible()), None)

    return propose


def nominated(office):
    return sql(
        office,
        "SELECT name_written, post_written, person_id, unit_id, household_id FROM nomination ORDER BY place",
    )


def test_those_of_a_unit_who_pledged_a_title_are_in_the_dossier(view, propose, kept, office, tasks):
    went = []
    view.followed.connect(went.append)
    form = propose("DH_LDTT")
    assert form.windowTitle() == "Hồ sơ đề nghị mới"
    form.head.load({**form.head.values(), "number": "5/TTr-NV"})
    form.save()
    tasks.drain()
    assert nominated(office) == [
        ("Hà Thị Bé", "Văn thư", kept["be"], kept["desk"], None),
        ("Nông Văn Đức", "Chuyên viên", kept["duc"], kept["desk"], None),
    ]
    assert sql(office, "SELECT unit_id, year, number FROM dossier") == [(kept["desk"], 2019, "5/TTr-NV")]
    assert went == [Follow("dossier", 1)]
    tasks.undo()
    tasks.drain()
    assert nominated(office) == []


def test_who_is_in_a_dossier_or_has_the_title_is_not_proposed_again(propose, failures, office, tasks):
    propose("DH_LDTT").save()
    tasks.drain()
    assert propose("DH_LDTT") is None
    assert propose("DH_CSTD_CS") is None
    assert [str(failure).split(" của")[0] for failure in failures] == [
        "2 đăng ký Lao động tiên tiến năm 2019",
        "1 đăng ký Chiến sĩ thi đua cơ sở năm 2019",
    ]
    failures.clear()
    do(office, dossiers.bring, 1, "returned", date(2100, 1, 1), "Thiếu biên bản")
    assert propose("DH_LDTT") is not None


def test_a_collective_and_one_of_two_households_of_a_name_come_as_themselves(propose, kept, office, tasks):
    propose("DH_TTLDTT").save()
    propose("DH_GDVH").save()
    tasks.drain()
    assert [row[2:] for row in nominated(office)] == [
        (None, kept["desk"], None),
        (None, kept["commune"], kept["twin"]),
    ]


def test_without_a_pledge_chosen_the_button_says_what_to_do(view, office, tasks):
    said = []
    view.said.connect(said.append)
    view.list.bar.search.setText("không ai")
    view.list.reload()
    tasks.drain()
    press(view, "Lập hồ sơ…")
    assert said == ["Chọn trong danh sách một đăng ký của đơn vị cần lập hồ sơ."]
