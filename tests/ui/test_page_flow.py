"""From a unit's dossier to the signed decision in the window, nothing typed twice."""

import re
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QDialog, QLabel, QPushButton, QTableWidget

from tests.records.offices import sql
from tests.ui.at_a_page import filter_by, press, section, shown
from tests.ui.awards_office import enter
from thidua_desktop.domain.about import About
from thidua_desktop.domain.correction import CorrectionDraft
from thidua_desktop.domain.correction import shown as shown_figure
from thidua_desktop.domain.council import BallotDraft, CouncilDraft, MeetingDraft, MemberDraft
from thidua_desktop.domain.dossier import DossierDraft, NominationDraft
from thidua_desktop.domain.drafted import DraftedDraft
from thidua_desktop.domain.law.asked import FIGURE, YES_NO
from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN
from thidua_desktop.domain.law.figures import figures
from thidua_desktop.domain.law.lines import line_of
from thidua_desktop.domain.person import PersonDraft, PostDraft
from thidua_desktop.domain.pledge import PledgeDraft
from thidua_desktop.domain.whole import WholeDraft
from thidua_desktop.services import (
    councils,
    dossiers,
    drafting,
    funds,
    handing,
    local_rules,
    people,
    pledges,
    whole,
)
from ui.forms import laws, list_keeping
from ui.forms.after_signing import BonusDialog
from ui.forms.appraisal import AppraisalDialog
from ui.forms.appraisal_card import card_html
from ui.forms.appraisal_model import AppraisalModel
from ui.forms.ballot_form import BallotDialog
from ui.forms.council_form import CouncilDialog
from ui.forms.dossier_form import DossierDialog
from ui.forms.submission_form import AnswerDialog
from ui.pages.awards import make
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Follow
from ui.widgets.suggest import Picked


@pytest.fixture(scope="module")
def fill():
    def fill(office):
        with office.write("Nhập số liệu thử") as session:
            whole.say(session, WholeDraft("pledge", 2019, 2019))
            return enter(session)

    return fill


@pytest.fixture
def page(show, kept, context):
    return show(make(context))


@pytest.fixture
def go(page, tasks):
    def go(kind):
        assert page.go(Follow(kind))
        tasks.drain()
        return page.view(page.current)

    return go


def dialog(view, kind=FormDialog):
    return next(found for found in view.findChildren(kind) if found.isVisible())


def receive(view, tasks, kept):
    """A dossier of three, typed in the form."""
    press(view, "+ Hồ sơ đề nghị mới")
    tasks.drain()
    form = dialog(view, DossierDialog)
    form.head.load(
        {
            "unit": Picked(kept["desk"], "Phòng Nội vụ"),
            "number": "3/TTr-NV",
            "received_on": date(2020, 1, 6),
            "year": 2019,
            "type": "merit",
        }
    )
    title = form.grid._titles.title
    form.grid.set_rows(
        [
            {
                "name": Picked(kept["duc"], "Nông Văn Đức"),
                "title": title("LĐTT"),
                "unit": Picked(kept["desk"], "Phòng Nội vụ"),
            },
            {"name": Picked(None, "Hà Thị Bé"), "title": title("LĐTT"), "post": "Văn thư"},
            {
                "name": Picked(kept["desk"], "Phòng Nội vụ"),
                "recipient": "collective",
                "title": title("TTLĐTT"),
            },
        ]
    )
    form.save()
    tasks.drain()


def test_a_dossier_goes_all_the_way_in_the_window(go, kept, office, tasks):
    view = go("dossier")
    receive(view, tasks, kept)
    assert sql(office, "SELECT name_written, standing FROM nomination ORDER BY place") == [
        ("Nông Văn Đức", ""),
        ("Hà Thị Bé", ""),
        ("Phòng Nội vụ", ""),
    ]
    papers = [name for (name,) in sql(office, "SELECT name FROM dossier_paper ORDER BY place")]
    assert "Báo cáo thành tích" in " ".join(papers)
    notes = " ".join(label.text() for label in view.panel.findChildren(QLabel))
    assert "Hạn thẩm định" in notes
    assert "NĐ 91/2017 Điều 48" in notes

    press(view, "Thẩm định…")
    tasks.drain()
    appraisal = dialog(view, AppraisalDialog)
    assert appraisal.summary.text().startswith("3 đề nghị: ")
    appraisal.model.tick_shown(on=True)
    appraisal.agree()
    asked = dialog(appraisal)
    asked.form.set_values({"reason": "Đã đăng ký trên giấy"})
    asked.form.save()
    tasks.drain()
    assert sql(office, "SELECT DISTINCT standing FROM nomination") == [("kept",)]
    tasks.undo()
    tasks.drain()
    assert sql(office, "SELECT DISTINCT standing FROM nomination") == [("",)]
    tasks.redo()
    tasks.drain()
    appraisal.close()

    press(view, "→ Đã thẩm định…")
    step = dialog(view)
    step.form.set_values({"on": date(2020, 1, 8)})
    step.form.save()
    tasks.drain()
    assert sql(office, "SELECT state FROM dossier") == [("appraised",)]

    view = go("meeting")
    view._edit_council()
    tasks.drain()
    council = dialog(view, CouncilDialog)
    council.form.set_values(
        {"members": [{"name": f"Ủy viên {n}", "post": "", "role": "member"} for n in "ABCDEFGHI"]}
    )
    council.form.save()
    tasks.drain()
    press(view, "+ Cuộc họp Hội đồng mới")
    meeting = dialog(view)
    meeting.form.set_values({"council": Picked(1, "Hội đồng"), "held_on": date(2020, 1, 10), "present": 7})
    meeting.form.save()
    tasks.drain()
    assert sql(office, "SELECT members, present FROM meeting") == [(9, 7)]
    press(view, "+ Hồ sơ…")
    choice = dialog(view)
    choice.form.set_values({"dossier": Picked(1, "Phòng Nội vụ 3/TTr-NV")})
    choice.form.save()
    tasks.drain()
    press(view, "Kiểm phiếu…")
    tasks.drain()
    ballot = dialog(view, BallotDialog)
    votes = ballot.form.values()["votes"]
    counted = [
        {**row, "yes": yes, "no": "0", "written_yes": "1"}
        for row, yes in zip(votes, ("7", "7", "2"), strict=True)
    ]
    ballot.form.set_values({"votes": counted})
    ballot.form.save()
    tasks.drain()
    assert sql(office, "SELECT yes, written_yes FROM ballot ORDER BY place") == [(7, 1), (7, 1), (2, 1)]
    press(view, "Lập dự thảo")
    assert sql(office, "SELECT count(*) FROM nomination WHERE drafted_id IS NOT NULL") == [(2,)]

    view = go("drafted")
    [row] = shown(view)
    view.list.table.choose(row.id)
    tasks.drain()
    press(view, "Ký, ban hành…")
    signing = dialog(view)
    signing.form.set_values({"number": "77/QĐ-UBND", "on": date(2020, 1, 20)})
    signing.form.save()
    tasks.drain()
    assert signing.form.shown_problems() == []
    assert sql(
        office,
        """SELECT a.name_written, d.number, a.year FROM award a JOIN decision d ON d.id = a.decision_id
        WHERE d.number = '77/QĐ-UBND' ORDER BY a.place""",
    ) == [("Nông Văn Đức", "77/QĐ-UBND", 2019), ("Hà Thị Bé", "77/QĐ-UBND", 2019)]
    for _ in range(3):
        tasks.undo()
    tasks.drain()
    assert sql(office, "SELECT count(*) FROM award WHERE decision_id > 2") == [(0,)]


def test_what_the_council_voted_down_is_the_result_shown_in_the_dossier(go, kept, office, tasks):
    asked = (NominationDraft("DH_CSTD_TINH", name="Nông Văn Đức", person_id=kept["duc"]),)
    with office.write("Đưa ra Hội đồng") as session:
        dossier = dossiers.receive(
            session, DossierDraft(kept["desk"], date(2019, 12, 2), 2019, nominations=asked)
        )
        dossiers.appraise(session, [1], "kept")
        council = councils.set_up(session, CouncilDraft("Hội đồng"))
        councils.convene(session, MeetingDraft(council, date(2019, 12, 20), 9, 9))
        councils.put_on_agenda(session, 1, [1])
    view = go("meeting")
    press(view, "Kiểm phiếu…")
    tasks.drain()
    ballot = dialog(view, BallotDialog)
    [row] = ballot.form.values()["votes"]
    ballot.form.set_values({"votes": [{**row, "yes": "3", "no": "6"}]})
    ballot.form.save()
    tasks.drain()
    view = go("dossier")
    view.go(Follow("dossier", dossier))
    tasks.drain()
    assert section(view, "Được đề nghị") == [
        ["Nông Văn Đức", "Hội đồng không đồng ý – Chiến sĩ thi đua cấp tỉnh"]
    ]
    assert sql(office, "SELECT state FROM dossier") == [("decided",)]


def test_what_is_wrong_in_a_dossier_is_said_beside_it_and_nothing_is_kept(go, kept, office, tasks):
    view = go("dossier")
    press(view, "+ Hồ sơ đề nghị mới")
    tasks.drain()
    form = dialog(view, DossierDialog)
    form.grid.set_rows([{"name": Picked(None, "Hà Thị Bé")}])
    form.save()
    tasks.drain()
    assert form.isVisible()
    assert sql(office, "SELECT count(*) FROM dossier") == [(0,)]
    form.head.load(
        {"unit": Picked(kept["desk"], "x"), "received_on": date(2020, 1, 6), "year": 2019, "type": "merit"}
    )
    form.save()
    tasks.drain()
    assert form.grid.problems() or form.head.said()
    assert sql(office, "SELECT count(*) FROM dossier") == [(0,)]
    form.reject()
    form.reject()


def test_the_appraisal_filters_ticks_and_opinions(go, kept, office, tasks, qtbot):
    view = go("dossier")
    receive(view, tasks, kept)
    press(view, "Thẩm định…")
    tasks.drain()
    appraisal = dialog(view, AppraisalDialog)
    model = appraisal.model
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    verdicts = [model.row(place).card.verdict for place in range(model.rowCount())]
    assert set(verdicts) <= {MET, NOT_MET, UNKNOWN}
    assert verdicts[0] == NOT_MET, "pledges of 2019 are entered whole, and he pledged nothing"
    choose(appraisal.verdicts, NOT_MET)
    assert model.rowCount() == verdicts.count(NOT_MET)
    choose(appraisal.verdicts, "")
    first = model.index(0, 0)
    assert model.setData(first, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert "đã đánh dấu 1" in appraisal.summary.text()
    appraisal.ask_reject()
    reject = dialog(appraisal)
    reject.form.save()
    tasks.drain()
    assert "Ghi lý do" in " ".join(reject.form.shown_problems())
    reject.form.set_values({"reason": "Không đăng ký"})
    reject.form.save()
    tasks.drain()
    assert sql(office, "SELECT standing, reason FROM nomination WHERE place = 1") == [
        ("rejected", "Không đăng ký")
    ]
    choose(appraisal.standings, "open")
    assert model.rowCount() == 2
    choose(appraisal.standings, "")
    appraisal.ask_over()
    over = dialog(appraisal)
    over.form.set_values({"fits": "yes", "reason": "Có thành tích đặc biệt"})
    over.form.save()
    tasks.drain()
    assert model.row(0).card.stands == MET
    assert model.index(0, 3).data() == "đủ *"
    appraisal.ask_change()
    change = dialog(appraisal)
    change.form.set_values({"standing": "raised", "award": Picked("GK_HUYEN", "Giấy khen"), "reason": "Nâng"})
    change.form.save()
    tasks.drain()
    assert "→" in model.index(0, 2).data()
    del tester


def test_only_ticks_in_sight_are_agreed_to_and_a_card_against_it_asks_for_a_reason(go, kept, office, tasks):
    with office.write("Đăng ký") as session:  # whoever did not, of a year entered whole, is "chưa đủ"
        about = About("collective", unit_id=kept["desk"])
        pledges.enter(session, PledgeDraft(about, 2019, "DH_TTLDTT", date(2019, 1, 10)))
    view = go("dossier")
    receive(view, tasks, kept)
    press(view, "Thẩm định…")
    tasks.drain()
    appraisal = dialog(view, AppraisalDialog)
    model, agree = appraisal.model, appraisal.acts[-1]
    for place in range(3):
        model.setData(model.index(place, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert agree.text() == "Đồng ý (3)"
    lacking = [row.id for row in model.everything() if row.card.stands == NOT_MET]
    others = [row.id for row in model.everything() if row.card.stands == UNKNOWN]
    assert lacking
    assert others
    choose(appraisal.verdicts, UNKNOWN)
    assert agree.text() == f"Đồng ý ({len(others)})"
    assert f"{len(lacking)} dòng khác đang bị lọc" in appraisal.summary.text()
    agree.click()
    tasks.drain()
    opinions = "SELECT id, standing, reason FROM nomination WHERE standing <> '' ORDER BY id"
    assert sql(office, opinions) == [(one, "kept", "") for one in others]
    choose(appraisal.verdicts, NOT_MET)
    agree.click()
    asked = dialog(appraisal)
    assert asked.windowTitle() == f"Đồng ý: {len(lacking)} đề nghị"
    asked.form.save()
    assert asked.form.shown_problems()
    asked.form.set_values({"reason": "Thành tích đặc biệt"})
    asked.form.save()
    tasks.drain()
    assert [one[0] for one in sql(office, opinions) if one[2] == "Thành tích đặc biệt"] == lacking
    tasks.undo()
    tasks.drain()
    assert sql(office, opinions) == [(one, "kept", "") for one in others]


def choose(combo: QComboBox, code):
    combo.setCurrentIndex(combo.findData(code))
    combo.activated.emit(combo.currentIndex())


def test_what_only_the_office_can_confirm_is_confirmed_at_once(go, kept, office, tasks):
    view = go("dossier")
    receive(view, tasks, kept)
    press(view, "Thẩm định…")
    tasks.drain()
    appraisal = dialog(view, AppraisalDialog)
    appraisal.ask_attest()
    appraisal.model.tick_shown(on=True)
    appraisal.ask_attest()
    attest = dialog(appraisal)
    questions = list(attest._asked)
    assert [one for one in questions if one.form == FIGURE] == []  # each has his own
    answers = {place: "yes" for place, one in enumerate(questions) if one.form == YES_NO}
    answers |= {place: "cbccvc" for place, one in enumerate(questions) if one.keys == ("kind",)}
    assert len(answers) == len(questions) > 1
    attest.form.set_values({f"c{place}": answer for place, answer in answers.items()})
    attest.form.save()
    tasks.drain()
    assert set(sql(office, "SELECT DISTINCT value, year FROM attested")) == {("yes", 2019), ("cbccvc", 2019)}
    [again] = [row.card for row in appraisal.model.everything() if row.row.name == "Hà Thị Bé"]
    assert not [
        one
        for one in again.criteria
        if one.finding.code.startswith("attest:") and one.finding.verdict == UNKNOWN
    ]


def test_figures_are_asked_of_one_nomination_alone(go, kept, office, tasks):
    view = go("dossier")
    receive(view, tasks, kept)
    press(view, "Thẩm định…")
    tasks.drain()
    appraisal = dialog(view, AppraisalDialog)
    collective = next(row for row in appraisal.model.everything() if row.row.recipient == "collective")
    place = next(n for n in range(appraisal.model.rowCount()) if appraisal.model.row(n) is collective)
    appraisal.model.setData(
        appraisal.model.index(place, 0), Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
    )
    appraisal.ask_attest()
    attest = dialog(appraisal)
    [members] = [n for n, one in enumerate(attest._asked) if one.keys == ("members",)]
    attest.form.set_values({f"c{members}": 12})
    attest.form.save()
    tasks.drain()
    assert sql(office, "SELECT recipient, key, value, year FROM attested") == [
        ("collective", "members", "12", 2019)
    ]


def test_a_card_is_read_with_its_article_and_escapes_what_was_typed(go, kept, office, tasks):
    view = go("dossier")
    receive(view, tasks, kept)
    press(view, "Thẩm định…")
    tasks.drain()
    appraisal = dialog(view, AppraisalDialog)
    row = appraisal.model.row(0)
    with office.read() as session:
        words = laws.wording(session)
    html = card_html(row, words)
    assert "NĐ 91/2017" in html
    assert "(áp dụng từ 01/10/2017 đến 31/12/2023)" in html
    assert "Có đăng ký thi đua" in html
    odd = replace(row, row=replace(row.row, name="<b>Ai & ai</b>"))
    assert "&lt;b&gt;Ai &amp; ai&lt;/b&gt;" in card_html(odd, words)
    seen = []
    view.followed.connect(seen.append)
    appraisal.card.anchorClicked.emit(QUrl("award:1"))
    assert [(follow.kind, follow.id) for follow in seen] == [("award", 1)]
    assert [found for found in view.findChildren(QDialog) if found.isVisible()] == []
    assert AppraisalModel().rowCount() == 0


def test_what_a_card_looks_up_opens_the_list_of_that_person(go, kept, office, tasks):
    view = go("dossier")
    receive(view, tasks, kept)
    press(view, "Thẩm định…")
    tasks.drain()
    appraisal = dialog(view, AppraisalDialog)
    with office.read() as session:
        html = card_html(appraisal.model.row(0), laws.wording(session))
    assert {"rating", "work_year", "discipline", "pledge"} <= set(re.findall(r"href='(\w+):[^\d]", html))
    seen = []
    view.followed.connect(seen.append)
    appraisal.card.anchorClicked.emit(QUrl("rating:Xếp loại"))
    [follow] = seen
    assert (follow.kind, follow.filters) == ("rating", {"person": kept["duc"]})
    assert follow.note == "Xếp loại của Nông Văn Đức"
    appraisal.card.anchorClicked.emit(QUrl("whole:Số liệu đã nhập đủ"))
    assert (seen[-1].kind, seen[-1].filters) == ("whole", {})


def test_a_decision_is_handed_over_and_paid_by_the_law_of_its_day(go, kept, office, tasks):
    view = go("decision")
    view.list.table.choose(kept["first"])
    tasks.drain()
    press(view, "Tiền thưởng…")
    tasks.drain()
    bonus = dialog(view, BonusDialog)
    rows = bonus.form.values()["rows"]
    assert (rows[0]["name"].text, rows[0]["amount"]) == ("Nông Văn Đức", "1.490.000")
    assert rows[0]["how"] == "1 × 1.490.000 = 1.490.000"
    assert (rows[2]["how"], rows[2]["amount"]) == ("0,8 × 1.490.000 = 1.192.000", "1.200.000")
    assert rows[2]["note"] == "làm tròn lên đến 10.000 đồng (NĐ 91/2017 Điều 68 k2)"
    bonus.form.set_values({"on": date(2020, 1, 20), "document": "PC 5"})
    bonus.form.save()
    tasks.drain()
    assert sql(office, "SELECT amount, paid_on FROM payment ORDER BY award_id")[0] == (
        1_490_000,
        "2020-01-20",
    )
    press(view, "Trao thưởng…")
    tasks.drain()
    hand = dialog(view)
    hand.form.set_values({"on": date(2020, 1, 1)})
    hand.form.save()
    tasks.drain()
    assert "Ngày trao trước ngày ký" in " ".join(hand.form.shown_problems())
    hand.form.set_values({"on": date(2020, 1, 20), "receiver": "Văn thư"})
    hand.form.save()
    tasks.drain()
    assert sql(office, "SELECT count(*) FROM handover") == [(3,)]
    book = go("award")
    filter_by(book, "handed", "no")
    assert len(book.list.table.ids) == 1
    filter_by(book, "handed", "yes")
    assert len(book.list.table.ids) == 3
    first = sql(office, "SELECT min(award_id) FROM handover")[0][0]
    assert book.list.table.choose(first)
    tasks.drain()
    press(book, "Bỏ ghi đã trao")
    assert sql(office, "SELECT count(*), min(award_id) > ? FROM handover", first) == [(2, 1)]
    tasks.undo()
    tasks.drain()
    assert sql(office, "SELECT count(*) FROM handover") == [(3,)]
    book.list.table.choose(first)
    tasks.drain()
    paid = sql(office, "SELECT count(*) FROM payment")[0][0]
    press(book, "Bỏ ghi tiền thưởng")
    assert sql(office, "SELECT count(*) FROM payment") == [(paid - 1,)]


def test_what_only_the_province_gives_goes_up_and_comes_back_as_an_award(go, kept, office, tasks):
    with office.write("Họp Hội đồng") as session:
        asked = tuple(
            NominationDraft(award, name="Nông Văn Đức", person_id=kept["duc"])
            for award in ("DH_LDTT", "BK_TINH")
        )
        dossiers.receive(session, DossierDraft(kept["desk"], date(2020, 1, 2), 2019, nominations=asked))
        dossiers.appraise(session, [1, 2], "kept")
        councils.set_up(session, CouncilDraft("Hội đồng", members=(MemberDraft("Hà Văn Nam"),) * 9))
        councils.convene(session, MeetingDraft(1, date(2020, 1, 10), 9, 9))
        councils.put_on_agenda(session, 1, [1, 2])
        councils.count_votes(session, 1, [BallotDraft(1, 9, 0), BallotDraft(2, 9, 0)])
    view = go("meeting")
    view.list.table.choose_row(0)
    tasks.drain()
    printed = []
    view.document_asked.connect(lambda _verb, build: printed.append(build))
    press(view, "Biên bản…")
    next(button for button in view.findChildren(QPushButton) if button.text() == "Phiếu…").click()
    with office.read() as session:
        assert [build(session).title for build in printed] == [
            "Biên bản họp Hội đồng",
            "Phiếu biểu quyết của Hội đồng",
        ]
    press(view, "Lập tờ trình cấp trên…")
    letter = dialog(view)
    letter.form.set_values({"number": "8/TTr-UBND", "sent_on": date(2020, 1, 12), "addressee": "UBND tỉnh"})
    letter.form.save()
    tasks.drain()
    assert sql(office, "SELECT submission_id FROM nomination ORDER BY id") == [(None,), (1,)]

    view = go("submission")
    [row] = shown(view)
    assert (row.number, row.level, row.proposed) == ("8/TTr-UBND", "province", 1)
    view.list.table.choose(row.id)
    tasks.drain()
    asked = []
    view.document_asked.connect(lambda verb, build: asked.append((verb, build)))
    press(view, "Tờ trình…")
    [(verb, build)] = asked
    with office.read() as session:
        document = build(session)
    assert (verb, document.title) == ("preview", "Tờ trình đề nghị khen thưởng")

    press(view, "Ghi kết quả…")
    tasks.drain()
    answer = dialog(view, AnswerDialog)
    [line] = answer.form.values()["answers"]
    answer.form.set_values({"answers": [{**line, "result": "granted"}]})
    answer.form.save()
    assert "Nhập ngày có kết quả" in wait_problems(answer, tasks)
    answer.form.set_values({"back_on": date(2020, 3, 1)})
    answer.form.save()
    tasks.drain()
    press(view, "Nhập quyết định…")
    paper = dialog(view)
    assert paper.form.values()["authority"] == "UBND tỉnh"
    paper.form.set_values({"number": "77/QĐ-UBND", "on": date(2020, 2, 20)})
    paper.form.save()
    tasks.drain()
    told = """SELECT d.number, d.level, a.name_written, k.code FROM award a JOIN decision d ON d.id = a.decision_id
        JOIN award_kind k ON k.id = a.kind_id WHERE d.number = '77/QĐ-UBND'"""
    assert sql(office, told) == [("77/QĐ-UBND", "province", "Nông Văn Đức", "BK_TINH")]


def wait_problems(asking, tasks):
    tasks.drain()
    return " ".join(asking.form.shown_problems())


def test_single_people_are_taken_into_a_draft_by_ticks(go, kept, office, tasks):
    with office.write("Lập hồ sơ") as session:
        asked = tuple(NominationDraft("DH_LDTT", name=name) for name in ("Hà Thị Bé", "Lý Văn An"))
        dossiers.receive(session, DossierDraft(kept["desk"], date(2020, 1, 2), 2019, nominations=asked))
        dossiers.appraise(session, [1, 2], "kept")
        drafting.draft(session, DraftedDraft("Khen thưởng năm 2019", 2019), [1])
    view = go("drafted")
    view.list.table.choose_row(0)
    tasks.drain()
    press(view, "Chọn người…")
    tasks.drain()
    chosen = dialog(view)
    ticks = chosen.form.editor("nominations").input
    assert [(ticks.item(row).text()[:9], ticks.item(row).checkState()) for row in range(2)] == [
        ("Hà Thị Bé", Qt.CheckState.Checked),
        ("Lý Văn An", Qt.CheckState.Unchecked),
    ]
    assert not chosen.form.dirty
    ticks.item(0).setCheckState(Qt.CheckState.Unchecked)
    ticks.item(1).setCheckState(Qt.CheckState.Checked)
    assert chosen.form.dirty
    chosen.form.save()
    tasks.drain()
    assert sql(office, "SELECT drafted_id FROM nomination ORDER BY id") == [(None,), (1,)]


def test_a_figure_of_the_fund_opens_the_awards_it_is_made_of(go, page, kept, office, tasks):
    with office.write("Chi tiền thưởng") as session:
        funds.plan(session, 2020, 100_000_000)
        handing.pay(session, {1: 1_490_000, 2: 1_490_000}, date(2020, 2, 1))
    view = go("fund")
    view.list.table.choose_row(0)
    tasks.drain()
    tables = view.panel.findChildren(QTableWidget)
    said = {
        table.item(row, 0).text(): table.item(row, 1).text()
        for table in tables
        for row in range(table.rowCount())
    }
    assert said["Chi khen thưởng"] == "80.000.000 đồng"
    assert said["Đã chi trong năm"] == "2.980.000 đồng"
    assert said["Còn lại cho khen thưởng"] == "77.020.000 đồng"
    assert said["Còn lại khi chi đủ"].endswith(" đồng")
    assert said["Chưa ghi, UBND huyện quyết định"].endswith(" lượt")
    seen = []
    view.followed.connect(seen.append)
    [(table, row)] = [
        (table, row)
        for table in tables
        for row in range(table.rowCount())
        if table.item(row, 0).text() == "Đã chi trong năm"
    ]
    table.setCurrentCell(row, 0)
    table.doubleClicked.emit(table.currentIndex())
    [follow] = seen
    assert page.go(follow)
    tasks.drain()
    assert sorted(page.view(page.current).list.table.ids) == [1, 2]


def test_a_dossier_left_unsaved_is_offered_at_the_next_start_and_goes_on(
    go, show, context, kept, office, tasks
):
    view = go("dossier")
    view.new_asked.emit()
    tasks.drain()
    form = dialog(view, DossierDialog)
    typed = {"received_on": date(2020, 1, 6), "year": 2019, "number": "5/TTr"}
    form.head.load(form.head.values() | typed | {"unit": Picked(kept["desk"], "Phòng Nội vụ")})
    title = form.grid._titles.title
    form.grid.set_rows([{"name": Picked(None, "Hà Thị Bé"), "title": title("LĐTT"), "post": "Văn thư"}])
    form.keep_unsaved()
    again = show(make(context))
    again.go(Follow("dossier"))
    tasks.drain()
    strip = again.view("dossier").unsaved
    assert strip.text.text().startswith("Hồ sơ đề nghị của Phòng Nội vụ đang nhập dở lúc")
    assert not again.view("decision").unsaved.isVisibleTo(again)
    strip.more.click()
    tasks.drain()
    going_on = dialog(again.view("dossier"), DossierDialog)
    assert going_on.dirty
    going_on.save()
    tasks.drain()
    told = "SELECT d.number, d.received_on, n.name_written, n.post_written FROM dossier d JOIN nomination n"
    assert sql(office, f"{told} ON n.dossier_id = d.id") == [("5/TTr", "2020-01-06", "Hà Thị Bé", "Văn thư")]
    assert list_keeping.unsaved(context) == []


def meeting_of(office, kept, award="DH_CSTD_TINH", held=date(2019, 12, 20), members=9):
    """A meeting with seven of nine votes for a man and for a woman of the desk."""
    with office.write("Đưa ra Hội đồng") as session:
        lan = people.add(
            session, PersonDraft("Hà Thị Lan", gender="female", posts=(PostDraft("Văn thư", kept["desk"]),))
        )
        asked = tuple(
            NominationDraft(award, name=name, person_id=who)
            for name, who in (("Nông Văn Đức", kept["duc"]), ("Hà Thị Lan", lan))
        )
        draft = DossierDraft(kept["desk"], date(2019, 12, 2), 2019, nominations=asked)
        dossiers.receive(session, draft)
        dossiers.appraise(session, [1, 2], "kept")
        known = tuple(MemberDraft(f"Thành Viên {letter}") for letter in "ABCDEFGHI")
        councils.convene(
            session,
            MeetingDraft(councils.set_up(session, CouncilDraft("Hội đồng", members=known)), held, members, 9),
        )
        councils.put_on_agenda(session, 1, [1, 2])
        councils.count_votes(session, 1, [BallotDraft(1, 7, 2), BallotDraft(2, 7, 2)])


def test_votes_are_shown_against_the_threshold_the_office_entered(go, kept, office, tasks):
    meeting_of(office, kept)
    line = line_of(
        laws.shipped(),
        "council:A|DH_CSTD_TINH,DH_CSTD_TQ,DHVD_AH_LD,DHVD_AH_LLVTND|NĐ 91/2017 Điều 45 k8",
        "DH_CSTD_TINH",
        "person",
        date(2019, 12, 20),
    )
    values = tuple(75 if one.code == "min_ratio" else shown_figure(one) for one in figures(line.entry, {}))
    draft = CorrectionDraft(line.entry, "change", "QĐ 1/QĐ-UBND", line.start, line.end, values)
    with office.write("Sửa tỷ lệ phiếu") as session:
        local_rules.say(session, laws.shipped(), draft)
    view = go("meeting")
    view.list.table.choose_row(0)
    tasks.drain()
    assert section(view, "Chiến sĩ thi đua cấp tỉnh (2)") == [
        ["Nông Văn Đức", "7/9 phiếu – đạt"],
        ["Hà Thị Lan", "7/9 phiếu – đạt"],
    ]


def test_who_goes_before_of_those_even_in_votes_is_shown_with_the_article(go, kept, office, tasks):
    meeting_of(office, kept, award="DH_CSTD_CS")
    view = go("meeting")
    view.list.table.choose_row(0)
    tasks.drain()
    told = [label.text() for label in view.findChildren(QLabel)]
    assert "Khi phải chọn giữa những đề nghị bằng phiếu" in told
    assert (
        "Chiến sĩ thi đua cơ sở, cùng 7 phiếu. Ưu tiên: Hà Thị Lan (nữ). "
        "Không thuộc diện ưu tiên: Nông Văn Đức (nam). NĐ 91/2017 Điều 3 k2."
    ) in told


def test_votes_are_told_of_all_members_not_of_those_who_voted(go, kept, office, tasks):
    meeting_of(office, kept, award="DH_CSTD_CS", members=11)
    view = go("meeting")
    view.list.table.choose_row(0)
    tasks.drain()
    assert section(view, "Chiến sĩ thi đua cơ sở (2)") == [
        ["Nông Văn Đức", "7/11 phiếu"],
        ["Hà Thị Lan", "7/11 phiếu"],
    ]


def test_the_days_of_asking_others_are_noted_in_one_form_and_their_term_is_shown(go, kept, office, tasks):
    asked = (NominationDraft("DH_CSTD_TINH", name="Nông Văn Đức", person_id=kept["duc"]),)
    with office.write("Nhận hồ sơ") as session:
        draft = DossierDraft(kept["desk"], date(2019, 5, 2), 2018, nominations=asked)
        dossier = dossiers.receive(session, draft)
    view = go("dossier")
    view.go(Follow("dossier", dossier))
    tasks.drain()
    press(view, "Hiệp y, công khai…")
    tasks.drain()
    days = dialog(view)
    days.form.set_values({"consulted": date(2019, 5, 6), "answered": date(2019, 5, 31)})
    days.form.save()
    tasks.drain()
    stored = "SELECT state, on_day FROM dossier_step ORDER BY id"
    assert sql(office, stored)[1:] == [("consulted", "2019-05-06"), ("answered", "2019-05-31")]
    steps = section(view, "Các bước")
    assert ["06/05/2019", "Gửi lấy ý kiến hiệp y", ""] in steps
    told = [label.text() for label in view.findChildren(QLabel)] + [row[0] for row in steps]
    assert any("đúng hạn (NĐ 91/2017 Điều 47 k5)" in text and "03/06/2019" in text for text in told)
    press(view, "Hiệp y, công khai…")
    tasks.drain()
    again = dialog(view)
    assert again.form.values()["answered"] == date(2019, 5, 31)
    again.form.set_values({"answered": date(2019, 5, 3)})
    again.form.save()
    tasks.drain()
    assert again.isVisible()
    assert sql(office, stored)[2:] == [("answered", "2019-05-31")]
    again.reject()
    again.reject()
