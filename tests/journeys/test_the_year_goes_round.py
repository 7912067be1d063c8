"""One year at the real window: proposed, returned, appraised, voted on, signed, handed over, revoked, reported."""

import sqlite3
from contextlib import closing
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from tests.journeys.office import CTRL, click, in_front, presses, types
from thidua_desktop.services import decisions, practice
from thidua_desktop.workspace import Workspace
from ui.forms.appraisal import AppraisalDialog
from ui.forms.ballot_form import BallotDialog
from ui.forms.council_form import CouncilDialog
from ui.forms.dossier_form import DossierDialog
from ui.widgets.form_dialog import FormDialog
from ui.widgets.suggest import Picked

UNIT = "Trường Tiểu học Cao Sơn"
AWARDS = """SELECT count(*) FROM award a JOIN decision d ON d.id = a.decision_id
    WHERE a.revoked_by IS NULL AND d.decided_on <= '2020-07-22'"""


def asked(clerk, query, *values):
    with closing(sqlite3.connect(clerk.file)) as connection:
        return connection.execute(query, values).fetchall()


@pytest.fixture
def district(clerk):
    """The practice district, opened as any office's file."""
    workspace = Workspace.create(clerk.file)
    with workspace.write(practice.NAME) as session:
        practice.build(session)
    workspace.close(backed_up=False)
    clerk.opens_the_file()
    clerk.goes_to("Khen thưởng")
    return clerk


def fills(clerk, kind=FormDialog, **values):
    """Fill the form in front and save it."""
    dialog = in_front(clerk.finds(kind))
    dialog.form.set_values(values)
    presses(dialog, Qt.Key.Key_S, CTRL)
    clerk.settles()
    assert not [one for one in clerk.window.findChildren(kind) if one.isVisible()], "the form was refused"


def receives(clerk, people):
    """A dossier whose list is pasted from a spreadsheet."""
    clerk.presses_button("Hồ sơ")
    clerk.presses_button("+ Hồ sơ đề nghị mới")
    form = in_front(clerk.finds(DossierDialog))
    (unit,) = asked(clerk, "SELECT id FROM unit WHERE name = ?", UNIT)[0]
    form.head.load(
        {
            "unit": Picked(unit, UNIT),
            "received_on": date(2020, 5, 4),
            "year": 2019,
            "type": "merit",
        }
    )
    types(form.head.editor("number").input, "15/TTr-TH")
    rows = [f"{name}\t{post}\t{UNIT}\tGiấy khen của Chủ tịch UBND huyện" for name, post in people]
    QGuiApplication.clipboard().setText(
        "\n".join(["Họ và tên\tChức vụ\tĐơn vị\tDanh hiệu – hình thức", *rows])
    )
    form.grid.setFocus()
    form.grid.setCurrentIndex(form.grid.model().index(0, 0))
    presses(form.grid, Qt.Key.Key_V, CTRL)
    presses(form, Qt.Key.Key_S, CTRL)
    clerk.settles()


def test_a_year_goes_round_and_the_report_follows(district):
    clerk = district
    people = asked(
        clerk,
        """SELECT p.name, t.title FROM person p JOIN post t ON t.person_id = p.id JOIN unit u ON u.id = t.unit_id
        WHERE u.name = ? AND t.until IS NULL ORDER BY p.id LIMIT 3""",
        UNIT,
    )
    known = asked(clerk, "SELECT count(*) FROM person")
    before = asked(clerk, AWARDS)[0][0]

    receives(clerk, people)
    assert asked(clerk, "SELECT count(*) FROM person") == known, "everybody of the list was known"
    dossier = asked(clerk, "SELECT max(id) FROM dossier")[0][0]
    proposed = "SELECT name_written FROM nomination WHERE dossier_id = ? ORDER BY place"
    assert [name for (name,) in asked(clerk, proposed, dossier)] == [name for name, _ in people]

    clerk.presses_button("Trả lại…")
    fills(clerk, on=date(2020, 5, 6), note="Thiếu biên bản bình xét")
    assert asked(clerk, "SELECT state FROM dossier WHERE id = ?", dossier) == [("returned",)]
    clerk.presses_button("→ Đã nhận…")
    fills(clerk, on=date(2020, 5, 11))

    clerk.presses_button("Thẩm định…")
    appraisal = in_front(clerk.finds(AppraisalDialog))
    click(
        next(one for one in appraisal.findChildren(type(appraisal.acts[0])) if one.text() == "Đánh dấu hết")
    )
    click(appraisal.acts[-1])
    clerk.settles()
    appraisal.close()
    clerk.settles()
    clerk.presses_button("→ Đã thẩm định…")
    fills(clerk, on=date(2020, 5, 12))

    clerk.presses_button("Hội đồng")
    clerk.page.view("meeting")._edit_council()
    clerk.settles()
    members = [{"name": f"Thành viên {place}", "post": "", "role": "member"} for place in range(1, 10)]
    fills(clerk, CouncilDialog, name="Hội đồng huyện", members=members)
    clerk.presses_button("+ Cuộc họp Hội đồng mới")
    fills(clerk, council=Picked(1, "Hội đồng huyện"), held_on=date(2020, 5, 15), present=8)
    clerk.presses_button("+ Hồ sơ…")
    fills(clerk, dossier=Picked(dossier, UNIT))
    clerk.presses_button("Kiểm phiếu…")
    ballot = in_front(clerk.finds(BallotDialog))
    counted = [
        {**row, "yes": yes, "no": str(8 - int(yes))}
        for row, yes in zip(ballot.form.values()["votes"], ("8", "7", "3"), strict=True)
    ]
    fills(clerk, BallotDialog, votes=counted)
    clerk.presses_button("Lập dự thảo")
    assert clerk.page.current == "drafted"
    assert asked(clerk, AWARDS)[0][0] == before, "nothing counts before the signature"

    clerk.presses_button("Ký, ban hành…")
    fills(clerk, number="990/QĐ-UBND", on=date(2020, 5, 20))
    assert asked(clerk, AWARDS)[0][0] == before + 2
    unsigned = "SELECT count(*) FROM nomination WHERE award_id IS NULL AND dossier_id = ?"
    assert asked(clerk, unsigned, dossier) == [(1,)]

    clerk.presses_button("Xem quyết định")
    clerk.presses_button("Trao thưởng…")
    fills(clerk, on=date(2020, 5, 22), receiver="Hiệu trưởng")
    assert asked(clerk, "SELECT count(*) FROM handover") == [(2,)]

    award = asked(clerk, "SELECT max(id) FROM award")[0][0]
    decision = asked(clerk, "SELECT min(id) FROM decision WHERE decided_on > '2020-05-20'")[0][0]
    clerk.desk.tasks.write("Thu hồi", lambda session: decisions.revoke(session, [award], decision))
    clerk.settles()
    assert asked(clerk, AWARDS)[0][0] == before + 1
    clerk.undoes()
    assert asked(clerk, AWARDS)[0][0] == before + 2
    clerk.asks_for_the_report("2015 – 2020", "22/07/2020", "Theo ngày quyết định")
    assert "Giấy khen cho 104 lượt tập thể và 175 lượt cá nhân" in clerk.reads_the_sentence()
