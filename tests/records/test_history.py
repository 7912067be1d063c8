import re
from datetime import date

import pytest

from tests.records.offices import ask, do, line, paper, person, register, sql, unit
from thidua_desktop.db.tables import metadata
from thidua_desktop.domain.campaign import CampaignDraft, Milestone, RoleModel
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.decision import Stated
from thidua_desktop.domain.event import Delegate, EventDraft, Speech
from thidua_desktop.domain.field_names import RECORD_WORDS
from thidua_desktop.domain.person import HouseholdDraft, PersonDraft, PostDraft
from thidua_desktop.domain.total import TotalDraft
from thidua_desktop.domain.unit import SuccessionDraft, UnitDraft
from thidua_desktop.records import catalogue as kinds
from thidua_desktop.records import decisions as decision_records
from thidua_desktop.records import history, settings
from thidua_desktop.services import campaigns, catalogue, decisions, people, totals, units

NAME = "Nguyễn Văn Đức"
DAY = date(2019, 12, 20)


def told(office, table, row_id):
    """Each action's name with its lines, the oldest first."""
    return [(entry.action, *entry.lines) for entry in ask(office, history.of, table, row_id)[::-1]]


def test_a_persons_history_reads_like_a_story(office):
    school = unit(office, "Trường Tiểu học Phủ Thông", "school")
    someone = do(office, people.add, PersonDraft(NAME, PartialDate(1983)), name="Thêm cá nhân")
    posts = (PostDraft("Giáo viên", school), PostDraft("Hiệu trưởng", school, since=PartialDate(2018, 8)))
    changed = PersonDraft(NAME, PartialDate(1984), "male", posts=posts)
    do(office, people.change, someone, changed, name="Sửa cá nhân")
    left = PersonDraft(
        NAME, PartialDate(1984), "male", posts=(PostDraft("Giáo viên", school, until=PartialDate(2020)),)
    )
    do(office, people.change, someone, left, name="Thôi chức vụ")
    assert told(office, "person", someone) == [
        ("Thêm cá nhân", f"Họ và tên: {NAME}", "Ngày sinh: 1983"),
        (
            "Sửa cá nhân",
            "Ngày sinh: 1983 → 1984",
            "Giới tính: Chưa rõ → Nam",
            "Thêm chức vụ: Giáo viên, Trường Tiểu học Phủ Thông",
            "Thêm chức vụ: Hiệu trưởng, Trường Tiểu học Phủ Thông",
        ),
        (
            "Thôi chức vụ",
            "Chức vụ “Giáo viên, Trường Tiểu học Phủ Thông” – Đến: (trống) → 2020",
            "Xóa chức vụ: Hiệu trưởng, Trường Tiểu học Phủ Thông",
        ),
    ]


def test_the_newest_entry_comes_first_with_its_time_and_state(office):
    someone = do(office, people.add, PersonDraft(NAME), name="Thêm")
    do(office, people.change, someone, PersonDraft(NAME, PartialDate(1984, 5, 3)), name="Sửa")
    office.undo()
    newest, oldest = ask(office, history.of, "person", someone)
    assert (newest.action, newest.state, newest.lines) == (
        "Sửa",
        "undone",
        ("Ngày sinh: (trống) → 03/05/1984",),
    )
    assert (oldest.action, oldest.state, oldest.lines) == ("Thêm", "done", (f"Họ và tên: {NAME}",))
    assert newest.at.tzinfo
    assert newest.at >= oldest.at
    office.redo()
    assert [entry.state for entry in ask(office, history.of, "person", someone)] == ["done", "done"]


def test_what_was_taken_back_does_not_spoil_what_is_told_of_the_rest(office):
    someone = do(office, people.add, PersonDraft(NAME, note="Một"), name="Thêm")
    do(
        office,
        people.change,
        someone,
        PersonDraft(NAME, note="Hai", posts=(PostDraft("Phó phòng"),)),
        name="Sửa",
    )
    office.undo()
    do(office, people.change, someone, PersonDraft(NAME, note="Ba"), name="Sửa lại")
    assert told(office, "person", someone) == [
        ("Thêm", f"Họ và tên: {NAME}", "Ghi chú: Một"),
        ("Sửa", "Ghi chú: Một → Hai", "Thêm chức vụ: Phó phòng"),
        ("Sửa lại", "Ghi chú: Một → Ba"),
    ]
    assert [entry.state for entry in ask(office, history.of, "person", someone)] == [
        "done",
        "dropped",
        "done",
    ]


def test_an_inserted_row_is_told_as_it_was_then_not_as_it_is_now(office):
    someone = do(office, people.add, PersonDraft("Nguyễn Văn Dức", PartialDate(1983)), name="Thêm")
    do(office, people.change, someone, PersonDraft(NAME, PartialDate(1983, 5)), name="Sửa")
    assert told(office, "person", someone)[0] == ("Thêm", "Họ và tên: Nguyễn Văn Dức", "Ngày sinh: 1983")


def test_a_decision_tells_its_head_and_its_lines(office):
    draft = paper(
        "215/QĐ-UBND",
        DAY,
        line("Nông Thị Hoa"),
        line("Lý A Sinh", year=2018),
        level="district",
        year=2019,
        stated=Stated(persons=2281),
    )
    made = do(office, decisions.register, draft, name="Thêm quyết định")
    kept = ask(office, decision_records.draft, made)
    first, second = kept.awards
    changed = {
        **vars(kept),
        "signer": "Hà Văn Nam",
        "awards": (type(second)(**{**vars(second), "award": "DH_CSTD_CS"}),),
    }
    do(office, decisions.correct, made, type(kept)(**changed), name="Sửa quyết định")
    corrected = "Lượt khen “Lý A Sinh, Lao động tiên tiến, năm 2018” – Danh hiệu, hình thức: "
    assert told(office, "decision", made) == [
        (
            "Thêm quyết định",
            "Số quyết định: 215/QĐ-UBND",
            "Ngày ký: 20/12/2019",
            "Cấp ban hành: UBND huyện",
            "Loại hình khen thưởng: Công trạng",
            "Năm đạt thành tích: 2019",
            "Số cá nhân ghi trên quyết định: 2.281",
            "Thêm lượt khen: Nông Thị Hoa, Lao động tiên tiến, năm 2019",
            "Thêm lượt khen: Lý A Sinh, Lao động tiên tiến, năm 2018",
        ),
        (
            "Sửa quyết định",
            "Người ký: (trống) → Hà Văn Nam",
            f"{corrected}Lao động tiên tiến → Chiến sĩ thi đua cơ sở",
            "Xóa lượt khen: Nông Thị Hoa, Lao động tiên tiến, năm 2019",
        ),
    ]
    assert first.name == "Nông Thị Hoa"


def test_the_awards_of_a_person_a_unit_and_a_household_stand_in_their_history(office):
    commune = unit(office, "Xã Một")
    someone = person(office, NAME)
    home = do(office, people.add_household, HouseholdDraft("Lý A Sinh"))
    lines = (
        line(NAME, person_id=someone, unit_id=commune),
        line("Xã Một", "DH_TTLDTT", recipient="collective", unit_id=commune),
        line("Lý A Sinh", "GK_HUYEN", recipient="household", household_id=home),
    )
    do(office, decisions.register, paper("9/QĐ-UBND", DAY, *lines), name="Thêm quyết định")
    expected = {
        ("person", someone): f"{NAME}, Lao động tiên tiến, năm 2019, Quyết định 9/QĐ-UBND",
        ("unit", commune): "Xã Một, Tập thể lao động tiên tiến, năm 2019, Quyết định 9/QĐ-UBND",
        ("household", home): "Lý A Sinh, Giấy khen của Chủ tịch UBND huyện, năm 2019, Quyết định 9/QĐ-UBND",
    }
    for record, words in expected.items():
        assert told(office, *record)[-1] == ("Thêm quyết định", f"Thêm lượt khen: {words}")
    by = register(office, "12/QĐ-UBND", date(2020, 3, 1))
    do(office, decisions.revoke, [1], by, name="Thu hồi")
    [revoked] = [entry for entry in told(office, "person", someone) if entry[0] == "Thu hồi"]
    assert revoked[1].endswith("Bị thu hồi bởi quyết định: (trống) → Quyết định 12/QĐ-UBND")
    do(office, decisions.remove, 1, name="Xóa quyết định")
    gone = told(office, "person", someone)[-1]
    assert gone == ("Xóa quyết định", f"Xóa lượt khen: {expected['person', someone]}")


def test_many_rows_at_once_are_told_shortly(office):
    lines = [line(f"Người Số {place}") for place in range(40)]
    made = do(office, decisions.register, paper("9/QĐ-UBND", DAY, *lines), name="Thêm quyết định")
    [entry] = ask(office, history.of, "decision", made)
    awards = [line_ for line_ in entry.lines if "lượt khen" in line_]
    assert len(awards) == 11
    assert awards[0].startswith("Thêm lượt khen: Người Số 0,")
    assert awards[-1] == "… và 30 lượt khen khác"


def test_a_unit_tells_its_names_and_what_became_of_it(office):
    old = unit(office, "Xã Sĩ Bình")
    rename = SuccessionDraft("renamed", date(2020, 2, 1), (old,), (), (UnitDraft("Xã Bình Sơn", "commune"),))
    do(office, units.succeed, rename, name="Đổi tên")
    merge = SuccessionDraft(
        "merged", date(2025, 7, 1), (old,), (), (UnitDraft("Xã Vĩnh Thông", "commune"),), "NQ 1683"
    )
    [new] = do(office, units.succeed, merge, name="Sáp nhập")
    assert told(office, "unit", old)[1:] == [
        (
            "Đổi tên",
            "Thêm tên cũ: Xã Sĩ Bình",
            "Tên đơn vị: Xã Sĩ Bình → Xã Bình Sơn",
            "Thêm biến động đơn vị: Đổi tên, Xã Bình Sơn, 01/02/2020",
        ),
        (
            "Sáp nhập",
            "Thêm biến động đơn vị: Sáp nhập, Xã Vĩnh Thông, 01/07/2025",
            "Đến ngày: (trống) → 01/07/2025",
        ),
    ]
    assert told(office, "unit", new)[0][:4] == (
        "Sáp nhập",
        "Tên đơn vị: Xã Vĩnh Thông",
        "Loại: Xã, phường, thị trấn",
        "Có từ ngày: 01/07/2025",
    )


def test_a_merge_tells_whose_posts_came_and_names_the_one_who_is_gone(office):
    gone = person(office, "Nguyễn Văn Dức", post="Phó phòng")
    stays = person(office, NAME)
    do(office, people.merge, gone, stays, name="Gộp")
    assert told(office, "person", stays)[-1] == (
        "Gộp",
        f"Chức vụ “Phó phòng” – Người giữ: Nguyễn Văn Dức → {NAME}",
    )
    assert told(office, "person", gone)[-1][-1] == "Xóa cá nhân: Nguyễn Văn Dức"


def test_catalogue_synonyms_stand_under_their_title(office):
    kind = ask(office, kinds.by_code)["DH_LDTT"]
    draft = kinds.draft_of(kind)
    changed = type(draft)(**{**vars(draft), "synonyms": (*draft.synonyms, "Cán bộ LĐTT"), "annual": False})
    do(office, catalogue.change, kind.id, changed, name="Sửa danh mục")
    do(office, catalogue.retire, kind.id, name="Ngừng dùng")
    assert told(office, "award_kind", kind.id)[1:] == [
        ("Sửa danh mục", "Xét hằng năm: Có → Không", "Thêm cách gọi: Cán bộ LĐTT"),
        ("Ngừng dùng", "Ngừng dùng: Không → Có"),
    ]


def test_sensitive_fields_are_told_only_when_switched_on(office):
    someone = do(
        office, people.add, PersonDraft(NAME, citizen_id="012345678901", party_member=True), name="Thêm"
    )
    assert told(office, "person", someone) == [("Thêm", f"Họ và tên: {NAME}")]
    do(office, settings.change, {"sensitive": "1"})
    assert told(office, "person", someone)[0][2:] == ("Số CCCD: 012345678901", "Đảng viên: Có")


def test_the_last_actions_say_what_they_touched(office):
    start = ask(office, history.actions, 50)
    for number in range(5):
        do(
            office,
            decisions.register,
            paper(f"{number}/QĐ-UBND", DAY, line("A"), line("B")),
            name=f"Thêm {number}",
        )
    office.undo()
    page = ask(office, history.actions, 3)
    assert [(row.name, row.state) for row in page] == [
        ("Thêm 4", "undone"),
        ("Thêm 3", "done"),
        ("Thêm 2", "done"),
    ]
    assert page[1].touched == ("1 quyết định", "2 lượt khen")
    rest = ask(office, history.actions, 50, page[-1].id)
    assert [row.name for row in rest] == ["Thêm 1", "Thêm 0", *(row.name for row in start)]
    assert rest[1].touched == ("2 cá nhân", "1 quyết định", "2 lượt khen")
    stored = sql(office, "SELECT id, at FROM action ORDER BY id DESC")
    assert [(row.id, row.at.isoformat()) for row in (*page, *rest)] == stored


@pytest.fixture
def full(office):
    """An office with something of every kind, changed and partly removed."""
    commune = unit(office, "Xã Một", block="Khối xã")
    someone = person(office, NAME, commune, "Chủ tịch")
    models = (RoleModel(person_id=someone, citation="Gương tốt"), RoleModel(unit_id=commune))
    steps = (Milestone("launch", PartialDate(2018, 5)),)
    draft = CampaignDraft(
        "Phong trào Một", "drive", "province", "regular", None, PartialDate(2018), PartialDate(2020)
    )
    whole = CampaignDraft(
        **{
            **vars(draft),
            "contents": ("Một", "Hai"),
            "unit_ids": (commune,),
            "milestones": steps,
            "role_models": models,
        }
    )
    campaign = do(office, campaigns.launch, whole)
    do(office, campaigns.change, campaign, draft)
    event = do(
        office,
        campaigns.hold_event,
        EventDraft(
            "Hội nghị",
            delegates=(Delegate("A", ("B", "C")),),
            speeches=(Speech("A", "B" * 500),),
            launched_campaign_id=campaign,
        ),
    )
    do(office, campaigns.change_event, event, EventDraft("Hội nghị", PartialDate(2020)))
    made = register(
        office,
        "9/QĐ-UBND",
        DAY,
        line(NAME, person_id=someone, unit_id=commune),
        campaign_id=campaign,
        event_id=event,
    )
    total = TotalDraft(
        2281,
        ("DH_LDTT", "DH_CSTT"),
        "person",
        "district",
        DAY,
        DAY,
        "Báo cáo",
        event,
        commune,
        campaign,
        "merit",
    )
    kept = do(office, totals.enter, total)
    do(office, totals.replace, kept, date(2024, 5, 1))
    do(office, decisions.remove, made)
    return office


def test_no_code_column_name_or_iso_date_is_ever_told(full):
    columns = {column.name for table in metadata.tables.values() for column in table.c}
    codes = {
        *(
            "DH_LDTT",
            "DH_CSTT",
            "person",
            "collective",
            "commune",
            "district",
            "province",
            "drive",
            "regular",
        ),
        *("merit", "launch", "form", "title", "seen", "unverified", "True", "False", "None"),
    }
    lines = [
        text
        for table in RECORD_WORDS
        for row_id in range(1, 5)
        for entry in ask(full, history.of, table, row_id)
        for text in (entry.action, *entry.lines)
    ]
    lines += [words for row in ask(full, history.actions, 99) for words in (row.name, *row.touched)]
    assert len(lines) > 100
    for text in lines:
        assert not set(re.findall(r"[A-Za-z_]+", text)) & (columns | codes), text
        assert not re.search(r"\d{4}-\d\d", text), text
    told_total = "\n".join(line_ for entry in ask(full, history.of, "total", 1) for line_ in entry.lines)
    assert "Danh hiệu, hình thức: Lao động tiên tiến, Chiến sĩ tiên tiến" in told_total
    assert "Số lượt: 2.281 lượt" in told_total
    assert "Đã thay bằng số liệu chi tiết ngày: (trống) → 01/05/2024" in told_total


def test_every_table_and_every_named_field_is_one_the_file_has():
    journaled = {name for name, table in metadata.tables.items() if name not in {"action", "change"}}
    assert set(RECORD_WORDS) == journaled
    for name, words in RECORD_WORDS.items():
        assert {*words.fields, *words.told, *words.codes} <= {
            column.name for column in metadata.tables[name].c
        }
