"""The practice district: complete, exactly the article's figures, nobody real in it."""

import json
from pathlib import Path

import pytest

from tests.records.offices import ask, content, count, fresh_copy, make_original, sql
from thidua_desktop.records import campaigns, events, people, settings, units
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import practice

ARTICLE = {
    ("pm", "DH_CO_CP", "collective"): 1,
    ("president", "HCH_KHANG_CHIEN_2", "person"): 1,
    ("province", "DH_CO_TINH", "collective"): 5,
    ("province", "DH_TTLDXS", "collective"): 32,
    ("province", "BK_TINH", "collective"): 30,
    ("province", "BK_TINH", "person"): 32,
    ("district", "DH_CSTD_CS", "person"): 302,
    ("district", "DH_TTLDTT", "collective"): 241,
    ("district", "GK_HUYEN", "collective"): 104,
    ("district", "GK_HUYEN", "person"): 173,
}
REAL_PEOPLE_OF_THE_ARTICLE = ("Đồng Văn Lưu", "Nguyễn Thanh Hà", "Đinh Quang Hưng", "Thanh Tuyền")


@pytest.fixture(scope="module")
def district(tmp_path_factory):
    workspace = fresh_copy(make_original(tmp_path_factory.mktemp("goc")), tmp_path_factory.mktemp("huyen"))
    with workspace.write(practice.NAME) as session:
        practice.build(session)
    yield workspace
    workspace.close(backed_up=False)


def figures(district, condition):
    rows = sql(
        district,
        "SELECT d.level, k.code, a.recipient, count(*) FROM award a JOIN decision d ON d.id = a.decision_id "
        f"JOIN award_kind k ON k.id = a.kind_id WHERE {condition} GROUP BY 1, 2, 3",
    )
    return {tuple(row[:3]): row[3] for row in rows}


def test_the_article_is_reproduced_figure_by_figure(district):
    found = figures(district, "d.event_id IS NULL")
    assert found.pop(("district", "DH_LDTT", "person")) + found.pop(("district", "DH_CSTT", "person")) == 2281
    assert found == ARTICLE


def test_the_conference_honours_forty_three_collectives_and_sixty_three_people(district):
    assert figures(district, "d.event_id IS NOT NULL") == {
        ("district", "GK_HUYEN", "collective"): 43,
        ("district", "GK_HUYEN", "person"): 63,
    }


def test_every_decision_carries_what_its_rows_add_up_to(district):
    wrong = sql(
        district,
        "SELECT d.number FROM decision d WHERE coalesce(d.stated_persons, 0) != "
        "(SELECT count(*) FROM award a WHERE a.decision_id = d.id AND a.recipient = 'person') "
        "OR coalesce(d.stated_collectives, 0) != "
        "(SELECT count(*) FROM award a WHERE a.decision_id = d.id AND a.recipient = 'collective')",
    )
    assert wrong == []
    assert count(district, "SELECT count(*) FROM decision WHERE authority = ''") == 0


def test_all_of_the_office_is_there(district):
    assert count(district, "SELECT count(*) FROM person") == 929
    assert count(district, "SELECT count(*) FROM decision") == 48
    assert count(district, "SELECT count(*) FROM award") == 3308
    assert count(district, "SELECT count(*) FROM total") == 0
    assert ask(district, settings.all_)["practice"] == "1"
    assert len(ask(district, units.blocks)) == 5
    assert len(ask(district, people.open_questions)) == 38


def test_a_drive_is_not_a_campaign_and_keeps_its_own_period(district):
    name = "Toàn dân đoàn kết xây dựng đời sống văn hóa ở khu dân cư"
    with district.read() as session:
        drive = campaigns.get(session, campaigns.find(session, name))
        own = campaigns.find(
            session, "Thi đua quyết thắng trong lực lượng vũ trang huyện Bạch Thông giai đoạn 2012 – 2017"
        )
        won = campaigns.get(session, own)
    assert drive.form == "drive"
    assert (str(won.starts), str(won.ends)) == ("2012", "2017")


def test_the_conference_is_told_with_invented_people_and_launches_the_next_period(district):
    with district.read() as session:
        event_id = events.find(
            session,
            "Hội nghị biểu dương điển hình tiên tiến trong phong trào thi đua yêu nước giai đoạn 2015 – 2020",
        )
        held = events.draft(session, event_id)
        launched = campaigns.draft(session, held.launched_campaign_id)
    assert str(held.held_on) == "23/07/2020"
    assert max(len(delegate.offices) for delegate in held.delegates) == 3
    assert len(launched.contents) == 5
    demo = Path(practice.__file__).resolve().parents[2] / "resources" / "demo"
    told = "".join(path.read_text(encoding="utf-8") for path in demo.glob("*.json"))
    assert [real for real in REAL_PEOPLE_OF_THE_ARTICLE if real in told] == []


def test_the_communes_of_2019_and_of_2025_lead_to_each_other(district):
    with district.read() as session:
        old = units.find(session, "Xã Tú Trĩ")
        (to_2020,) = units.successions(session, old)
        _, _, to_2025 = units.successions(session, to_2020.new_id)
        found = units.rows(
            session, units.ids(session, ListQuery(search="ha vi", filters={"kind": "commune"}))
        )
    assert (to_2020.new, "chưa đối chiếu" in to_2020.document) == ("Xã Tân Tú", True)
    assert to_2025.new == "Xã Phủ Thông"
    assert [row.name for row in found] == ["Xã Hà Vị"]


def test_it_is_one_action_that_undo_takes_back(office):
    before = content(office)
    with office.write(practice.NAME) as session:
        practice.build(session)
    assert office.undoable() == practice.NAME
    office.undo()
    assert content(office) == before


def test_the_lists_name_only_what_they_hold():
    demo = Path(practice.__file__).resolve().parents[2] / "resources" / "demo"
    lists = json.loads((demo / "bach_thong.json").read_text(encoding="utf-8"))
    story = json.loads((demo / "story.json").read_text(encoding="utf-8"))
    named = {decision["campaign"] for decision in lists["decisions"]} - {None}
    assert named <= {campaign["name"] for campaign in story["campaigns"]}
