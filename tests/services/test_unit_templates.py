"""A list goes to a unit on a stick and comes back: nothing of either side is lost, and one undo takes it back."""

import shutil
import subprocess
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import pytest
from openpyxl import load_workbook

from tests.records.offices import ask, content, count, do, line, person, register, sql, unit
from thidua_desktop.documents.unit_template import write
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.person import PersonDraft
from thidua_desktop.domain.unit_template import COLUMNS, LISTS, MARK_SHEET, PROPERTY, SHEET, packed, unpacked
from thidua_desktop.intake.unit_template import read_template
from thidua_desktop.intake.unreadable import Unreadable
from thidua_desktop.records import people as records
from thidua_desktop.records import unit_templates
from thidua_desktop.services import people, units
from thidua_desktop.services import unit_templates as services
from thidua_desktop.services.unit_proposals import proposals

PLACE = {code: number for number, code in enumerate(COLUMNS, start=1)}
SCHOOL = "Trường Tiểu học Bản Mẫu"


@pytest.fixture
def school(office):
    return unit(office, SCHOOL, "school")


@pytest.fixture
def staff(office, school):
    """Four invented people by their first word."""
    given = (
        ("Hoàng Thị Lụa", "Hiệu trưởng", PartialDate(1975, 5, 2), "female"),
        ("Nông Văn Đức", "Giáo viên", PartialDate(1980), "male"),
        ("Triệu Thị Mây", "Giáo viên", None, ""),
        ("Vi Văn Khởi", "Kế toán", PartialDate(1990, 1), "male"),
    )
    return {
        name.split()[-1]: person(office, name, school, post, birth=birth, gender=gender)
        for name, post, birth, gender in given
    }


class Stick:
    """A file at the unit: rows found by the name they began with, cells typed over."""

    def __init__(self, path):
        self.path = path
        self.book = load_workbook(path)
        self.sheet = self.book[SHEET]
        self.header = next(
            row for row in range(1, 30) if self.sheet.cell(row, PLACE["name"]).value == COLUMNS["name"]
        )

    def row(self, word):
        names = (
            (row, self.sheet.cell(row, PLACE["name"]).value or "")
            for row in range(self.header + 1, self.sheet.max_row + 1)
        )
        return next(row for row, name in names if name.split()[-1:] == [word])

    def blank(self):
        rows = range(self.header + 1, self.sheet.max_row + 1)
        return next(row for row in rows if not self.sheet.cell(row, PLACE["name"]).value)

    def type(self, row, **texts):
        for code, text in texts.items():
            self.sheet.cell(row, PLACE[code]).value = text

    def back(self):
        self.book.save(self.path)
        return read_template(self.path)


@pytest.fixture
def lend(office, school, staff, tmp_path):
    def lend(name="mau.xlsx", unit_id=None):
        path = tmp_path / name
        write(ask(office, services.template, unit_id or school, 2020, date(2020, 11, 2)), path)
        return Stick(path)

    return lend


def planned(office, *returned):
    return ask(office, services.plan, returned)


def kinds(plans):
    return [(change.kind, change.person, change.field) for one in plans for change in one.changes]


def take(office, plans, answers=None):
    answers = answers or {}
    return do(office, services.take, plans, answers, name=services.name_of(plans, answers))


def born(office, person_id):
    return ask(office, records.draft, person_id).birth


def test_the_file_holds_the_units_people_lists_to_choose_from_and_our_mark(office, lend, staff):
    stick = lend()
    rows = range(stick.header + 1, stick.header + 5)
    cells = [
        [stick.sheet.cell(row, PLACE[code]).value for code in ("name", "birth", "gender", "post")]
        for row in rows
    ]
    assert cells == [
        ["Nông Văn Đức", "1980", "Nam", "Giáo viên"],
        ["Vi Văn Khởi", "01/1990", "Nam", "Kế toán"],
        ["Hoàng Thị Lụa", "02/05/1975", "Nữ", "Hiệu trưởng"],
        ["Triệu Thị Mây", None, None, "Giáo viên"],
    ]
    uids = [stick.sheet.cell(row, PLACE["uid"]).value for row in rows]
    assert sorted(uids) == sorted(row[0] for row in sql(office, "SELECT uid FROM person"))
    assert stick.sheet.column_dimensions["A"].hidden
    assert (stick.book[LISTS].sheet_state, stick.book[MARK_SHEET].sheet_state) == ("hidden", "veryHidden")
    assert stick.sheet.freeze_panes.endswith(str(stick.header + 1))
    assert [prop.name for prop in stick.book.custom_doc_props.props] == [PROPERTY]
    lists = {
        str(one.sqref).split(":")[0][0]: one.formula1 for one in stick.sheet.data_validations.dataValidation
    }
    assert set(lists) == {"E", "G", "H", "I"}
    assert lists["G"].startswith(f"'{LISTS}'!")
    titles = [cell.value for cell in stick.book[LISTS]["A"] if cell.value]
    assert {"Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"} <= set(titles)


def test_what_a_unit_fills_in_is_unlocked_and_the_rest_is_protected_without_a_password(lend):
    stick = lend()
    row = stick.header + 1
    assert stick.sheet.protection.sheet
    assert not stick.sheet.protection.password
    locked = {code for code in COLUMNS if stick.sheet.cell(row, PLACE[code]).protection.locked}
    assert locked == {"uid", "place"}
    assert stick.sheet.cell(stick.blank(), PLACE["name"]).protection.locked is False


def test_a_list_that_comes_back_untouched_changes_nothing(office, lend):
    plans = planned(office, lend().back())
    assert (kinds(plans), plans[0].missing, plans[0].problems, plans[0].proposed) == ([], (), (), 0)


def test_what_only_the_unit_changed_is_taken_and_one_undo_takes_it_back(office, lend, staff, school):
    stick = lend()
    stick.type(stick.row("Đức"), name="Nông Văn Đực", birth="14/07/1980", post="Tổ trưởng")
    stick.type(stick.row("Mây"), birth="1988", gender="nữ")
    stick.type(stick.blank(), name="Lường Thị Xuân", birth="1995", gender="Nữ", post="Giáo viên")
    plans = planned(office, stick.back())
    assert kinds(plans) == [
        ("correction", "Nông Văn Đức", "name"),
        ("correction", "Nông Văn Đức", "birth"),
        ("correction", "Nông Văn Đức", "post"),
        ("correction", "Triệu Thị Mây", "birth"),
        ("correction", "Triệu Thị Mây", "gender"),
        ("new", "Lường Thị Xuân", ""),
    ]
    before = content(office)
    taken = take(office, plans)
    assert (taken.corrected, taken.added) == (2, 1)
    renamed = ask(office, records.draft, staff["Đức"])
    assert (renamed.name, renamed.birth, renamed.posts[0].title) == (
        "Nông Văn Đực",
        PartialDate(1980, 7, 14),
        "Tổ trưởng",
    )
    assert "Lường Thị Xuân" in [name for _, name, _ in ask(office, units_people, school)]
    assert sql(office, "SELECT form, rows_read, rows_written FROM import_file") == [("unit-template", 5, 3)]
    assert sql(office, "SELECT name FROM action ORDER BY id DESC LIMIT 1") == [
        (f"Nhận mẫu của đơn vị {SCHOOL}: sửa 2 người, thêm 1 người",)
    ]
    office.undo()
    assert content(office) == before


def units_people(session, unit_id):
    from thidua_desktop.records import units as unit_records

    return unit_records.people_in(session, unit_id)


def test_what_only_we_changed_is_kept(office, lend, staff):
    stick = lend()
    kept = ask(office, records.draft, staff["Đức"])
    do(
        office,
        people.change,
        staff["Đức"],
        PersonDraft(kept.name, PartialDate(1981), kept.gender, posts=kept.posts),
    )
    plans = planned(office, stick.back())
    assert kinds(plans) == []
    assert born(office, staff["Đức"]) == PartialDate(1981)


def both_changed(office, lend, staff):
    stick = lend()
    stick.type(stick.row("Đức"), birth="1982", post="Tổ trưởng")
    kept = ask(office, records.draft, staff["Đức"])
    do(
        office,
        people.change,
        staff["Đức"],
        PersonDraft(kept.name, PartialDate(1981), kept.gender, posts=kept.posts),
    )
    return planned(office, stick.back())


def test_what_both_changed_is_asked_with_both_values_and_ours_stands_meanwhile(office, lend, staff):
    plans = both_changed(office, lend, staff)
    [conflict] = services.unanswered(plans, {})
    assert (conflict.field, conflict.base, conflict.ours, conflict.theirs) == (
        "birth",
        "1980",
        "1981",
        "1982",
    )
    take(office, plans)
    assert born(office, staff["Đức"]) == PartialDate(1981)
    assert ask(office, records.draft, staff["Đức"]).posts[0].title == "Tổ trưởng"
    again = planned(office, plans[0].returned)
    assert kinds(again) == [("conflict", "Nông Văn Đức", "birth")]
    take(office, again, services.answer_all(again, "theirs"))
    assert born(office, staff["Đức"]) == PartialDate(1982)
    assert kinds(planned(office, plans[0].returned)) == []


def test_a_value_wiped_out_there_stays_here_until_somebody_says_otherwise(office, lend, staff):
    stick = lend()
    stick.type(stick.row("Lụa"), birth=None)
    plans = planned(office, stick.back())
    assert kinds(plans) == [("conflict", "Hoàng Thị Lụa", "birth")]
    take(office, plans)
    assert born(office, staff["Lụa"]) == PartialDate(1975, 5, 2)
    plans = planned(office, plans[0].returned)
    take(office, plans, services.answer_all(plans, "theirs"))
    assert born(office, staff["Lụa"]) is None


def test_people_left_out_there_are_named_and_never_removed(office, lend, staff):
    stick = lend()
    stick.type(stick.row("Khởi"), name=None)
    stick.sheet.delete_rows(stick.row("Mây"))
    plans = planned(office, stick.back())
    assert sorted(plans[0].missing) == ["Triệu Thị Mây", "Vi Văn Khởi"]
    assert kinds(plans) == []
    assert count(office, "SELECT count(*) FROM person") == len(staff)


def test_somebody_removed_here_and_changed_there_is_asked_and_can_come_back(office, lend, staff):
    stick = lend()
    stick.type(stick.row("Khởi"), post="Văn thư")
    do(office, people.remove, staff["Khởi"])
    plans = planned(office, stick.back())
    assert kinds(plans) == [("removed_here", "Vi Văn Khởi", "")]
    take(office, plans)
    assert count(office, "SELECT count(*) FROM person WHERE name = 'Vi Văn Khởi'") == 0
    plans = planned(office, plans[0].returned)
    take(office, plans, services.answer_all(plans, "theirs"))
    assert sql(
        office, "SELECT title FROM post JOIN person p ON p.id = person_id WHERE name = 'Vi Văn Khởi'"
    ) == [("Văn thư",)]


def test_a_row_written_over_with_another_person_is_asked_and_taken_as_somebody_new(office, lend, staff):
    stick = lend()
    stick.type(stick.row("Khởi"), name="Bàn Thị Nhung", birth="1996", gender="Nữ", post="Kế toán")
    plans = planned(office, stick.back())
    assert kinds(plans) == [("another", "Vi Văn Khởi", "")]
    before = content(office)
    take(office, plans, services.answer_all(plans, "theirs"))
    names = [name for (name,) in sql(office, "SELECT name FROM person")]
    assert {"Vi Văn Khởi", "Bàn Thị Nhung"} <= set(names)
    office.undo()
    assert content(office) == before
    [change] = plans[0].changes
    take(office, plans, {change.key: "theirs"})
    assert ask(office, records.draft, staff["Khởi"]).name == "Bàn Thị Nhung"


def test_rows_copied_moved_and_sorted_still_speak_of_their_people(office, lend, staff):
    stick = lend()
    at, to = stick.row("Đức"), stick.blank()
    for code in COLUMNS:  # the unit copies a whole row to write a new person over the copy
        stick.sheet.cell(to, PLACE[code]).value = stick.sheet.cell(at, PLACE[code]).value
    stick.type(to, name="Lường Thị Xuân", birth="1995")
    first, last = stick.header + 1, to
    for code in COLUMNS:
        values = [stick.sheet.cell(row, PLACE[code]).value for row in range(first, last + 1)]
        for row, value in zip(range(first, last + 1), reversed(values), strict=True):
            stick.sheet.cell(row, PLACE[code]).value = value
    assert kinds(planned(office, stick.back())) == [("new", "Lường Thị Xuân", "")]


def test_the_same_file_a_second_time_brings_nothing_new(office, lend):
    stick = lend()
    stick.type(stick.row("Mây"), birth="1988")
    stick.type(stick.blank(), name="Lường Thị Xuân", post="Giáo viên")
    stick.type(stick.blank(), name="Lường Thị Xuân", post="Giáo viên")
    plans = planned(office, stick.back())
    assert "chỉ thêm một" in plans[0].problems[0]
    take(office, plans)
    again = planned(office, plans[0].returned)
    assert kinds(again) == []


def test_what_cannot_be_read_is_told_and_changes_nothing(office, lend, staff):
    stick = lend()
    stick.type(stick.row("Đức"), birth="ngày nọ", gender="khác")
    stick.type(stick.blank(), post="Giáo viên", title="Lao động tiên tiến")
    stick.type(stick.row("Mây"), name="Triệu  Thị Mây ", post="GIÁO VIÊN")
    plans = planned(office, stick.back())
    assert kinds(plans) == []
    told = " ".join(plans[0].problems)
    assert "ngày nọ" in told
    assert "khác" in told
    assert "thiếu họ tên" in told


def test_an_original_tampered_with_makes_every_difference_a_question(office, lend, staff):
    stick = lend()
    mark = stick.book[MARK_SHEET]
    for row in range(4, mark.max_row + 1):
        mark.cell(row, 1).value = mark.cell(row, 1).value.replace("1980", "1982")
    stick.type(stick.row("Đức"), birth="1982")
    stick.type(stick.row("Mây"), birth="1988")
    stick.type(stick.row("Khởi"), name=None)
    plans = planned(office, stick.back())
    assert "đã bị sửa" in plans[0].problems[0]
    assert plans[0].missing == ("Vi Văn Khởi",)
    assert kinds(plans) == [
        ("conflict", "Nông Văn Đức", "birth"),
        ("correction", "Triệu Thị Mây", "birth"),  # nothing of ours can be lost there
    ]


@pytest.mark.parametrize(
    "forged", [{"birth": "hôm nọ"}, {"birth": 1980}, {"birth": None}, {"name": ["x"]}, {"gender": "lạ"}]
)
def test_people_forged_with_a_digest_of_their_own_are_not_believed(lend, forged):
    stick = lend()
    mark, members = unpacked([row[0].value for row in stick.book[MARK_SHEET].iter_rows()])
    lines = packed(mark, [replace(member, **forged) for member in members])
    for row, line_ in enumerate(lines, start=1):
        stick.book[MARK_SHEET].cell(row, 1).value = line_
    assert stick.back().original is None


def test_a_list_of_another_office_or_of_a_unit_removed_is_refused(office, lend, tmp_path, school):
    other = unit(office, "Trạm Y tế Bản Mẫu", "office")
    stick = lend("tram.xlsx", other)
    do(office, units.remove, other)
    with pytest.raises(Refused, match="đã xóa khỏi sổ"):
        planned(office, stick.back())


def test_two_lists_of_one_unit_are_taken_one_after_the_other(office, lend):
    first, second = lend("a.xlsx"), lend("b.xlsx")
    with pytest.raises(Refused, match="nhận từng tệp một"):
        planned(office, first.back(), second.back())


def test_a_plan_is_refused_when_the_records_changed_since(office, lend, staff):
    stick = lend()
    stick.type(stick.row("Đức"), birth="1982")
    plans = planned(office, stick.back())
    kept = ask(office, records.draft, staff["Đức"])
    do(office, people.change, staff["Đức"], PersonDraft(kept.name, PartialDate(1981), posts=kept.posts))
    before = content(office)
    with pytest.raises(Refused, match="vừa thay đổi"):
        take(office, plans)
    assert content(office) == before


def test_a_person_who_left_the_unit_here_keeps_that_when_the_unit_changed_nothing(
    office, lend, staff, school
):
    stick = lend()
    kept = ask(office, records.draft, staff["Đức"])
    ended = kept.posts[0].__class__("Giáo viên", school, until=PartialDate(2020, 8))
    do(office, people.change, staff["Đức"], PersonDraft(kept.name, kept.birth, kept.gender, posts=(ended,)))
    assert kinds(planned(office, stick.back())) == []


def test_proposals_become_a_decision_to_be_completed_with_the_people_as_corrected(office, lend, staff):
    stick = lend()
    stick.type(stick.row("Đức"), name="Nông Văn Đực", title="Lao động tiên tiến; Chiến sĩ thi đua cơ sở")
    stick.type(stick.row("Mây"), form="Giấy khen của Chủ tịch UBND huyện", rating="Hoàn thành tốt nhiệm vụ")
    stick.type(stick.row("Khởi"), title="Danh hiệu lạ")
    stick.type(stick.blank(), name="Lường Thị Xuân", title="Lao động tiên tiến", post="Giáo viên")
    plans = planned(office, stick.back())
    before = count(office, "SELECT count(*) FROM award")
    take(office, plans)
    reading = ask(office, proposals, plans[0], {})
    [decision] = reading.decisions
    assert (decision.number, decision.decided_on, decision.year, decision.level) == (
        "",
        None,
        2020,
        "district",
    )
    assert [(row.name, row.award, row.unit) for row in decision.awards] == [
        ("Nông Văn Đực", "DH_LDTT", SCHOOL),
        ("Nông Văn Đực", "DH_CSTD_CS", SCHOOL),
        ("Triệu Thị Mây", "GK_HUYEN", SCHOOL),
        ("Lường Thị Xuân", "DH_LDTT", SCHOOL),
    ]
    [problem] = reading.problems
    assert (problem.candidate.name, problem.decision) == ("Vi Văn Khởi", 0)
    assert count(office, "SELECT count(*) FROM award") == before


def test_what_somebody_holds_already_for_the_year_is_not_proposed_again(office, lend, staff, school):
    stick = lend()
    stick.type(stick.row("Đức"), title="Lao động tiên tiến")
    stick.type(stick.row("Mây"), title="Lao động tiên tiến")
    given = line("Nông Văn Đức", person_id=staff["Đức"], unit_id=school, year=2020)
    register(office, "9/QĐ-UBND", date(2021, 1, 9), given, level="district")
    reading = ask(office, proposals, planned(office, stick.back())[0], {})
    assert [row.name for row in reading.decisions[0].awards] == ["Triệu Thị Mây"]
    assert "đã có trong sổ" in reading.problems[0].reason


@pytest.mark.parametrize(
    ("name", "birth", "another"),
    [
        ("Nông Văn Dức", "1982", False),  # accents corrected, and the birth
        ("Nông Văn Đứcc", None, False),
        ("Nông Văn Đạt", "1982", True),
        ("Bàn Thị Nhung", "1980", True),
        ("Bàn Thị Nhung", None, True),
    ],
)
def test_another_name_is_a_correction_only_where_it_can_be(office, lend, name, birth, another):
    stick = lend()
    stick.type(stick.row("Đức"), name=name, birth=birth)
    assert (kinds(planned(office, stick.back()))[0][0] == "another") is another


def test_another_name_with_the_very_day_of_birth_is_a_correction(office, lend):
    stick = lend()
    stick.type(stick.row("Lụa"), name="Lã Thị Kim Nga")
    assert kinds(planned(office, stick.back())) == [("correction", "Hoàng Thị Lụa", "name")]


@pytest.mark.parametrize("side", ["ours", "new", None])
def test_what_is_proposed_on_a_row_written_over_never_goes_to_the_person_it_was_of(office, lend, staff, side):
    stick = lend()
    stick.type(stick.row("Khởi"), name="Bàn Thị Nhung", birth="1996", title="Lao động tiên tiến")
    plans = planned(office, stick.back())
    answers = {plans[0].changes[0].key: side} if side else {}
    take(office, plans, answers)
    reading = ask(office, proposals, plans[0], answers)
    assert [row.name for row in reading.decisions[0].awards] == ["Bàn Thị Nhung"]


def test_a_correction_or_a_new_person_can_be_declined(office, lend, staff):
    stick = lend()
    stick.type(stick.row("Đức"), birth="1982", post="Tổ trưởng")
    stick.type(stick.blank(), name="Lường Thị Xuân")
    plans = planned(office, stick.back())
    answers = {change.key: "ours" for change in plans[0].changes if change.field != "post"}
    taken = take(office, plans, answers)
    assert (taken.corrected, taken.added) == (1, 0)
    kept = ask(office, records.draft, staff["Đức"])
    assert (kept.birth, kept.posts[0].title) == (PartialDate(1980), "Tổ trưởng")


def test_every_name_offered_is_understood_when_it_comes_back(office, lend, school):
    template = ask(office, services.template, school, 2020, date(2020, 11, 2))
    offered = (*template.titles, *template.forms)
    stick = lend()
    for place, name in enumerate(offered):
        stick.type(stick.header + 5 + place, name=f"Người Thử {place}", title=name)
    reading = ask(office, proposals, planned(office, stick.back())[0], {})
    assert reading.problems == ()
    assert sum(len(decision.awards) for decision in reading.decisions) == len(offered)


def test_names_that_look_like_formulas_stay_text(office, school, lend):
    person(office, "=1+1 Văn Thử", school, "+Giáo viên")
    stick = lend()
    row = stick.row("Thử")
    cells = [stick.sheet.cell(row, PLACE[code]) for code in ("name", "post")]
    assert [(cell.data_type, cell.value) for cell in cells] == [("s", "=1+1 Văn Thử"), ("s", "+Giáo viên")]
    assert kinds(planned(office, read_template(stick.path))) == []


def test_files_that_are_no_template_of_ours_are_told_apart(lend, tmp_path):
    stick = lend()
    copied = tmp_path / "chep.xlsx"
    del stick.book[MARK_SHEET]
    stick.book.save(copied)
    with pytest.raises(Unreadable, match="trang dấu ẩn đã mất"):
        read_template(copied)
    stick.book.custom_doc_props.props.clear()
    stick.book.save(copied)
    with pytest.raises(Unreadable, match="Không phải mẫu"):
        read_template(copied)
    damaged = tmp_path / "hong.xlsx"
    damaged.write_bytes(stick.path.read_bytes()[:2000])
    with pytest.raises(Unreadable):
        read_template(damaged)


def test_a_newer_mark_or_a_lost_header_is_refused_with_a_sentence(lend, tmp_path):
    stick = lend()
    stick.book[MARK_SHEET].cell(3, 1).value = '{"version": 99}'
    with pytest.raises(Unreadable, match="mới hơn"):
        stick.back()
    stick = lend("khac.xlsx")
    stick.type(stick.header, name="Tên gì đó")
    with pytest.raises(Unreadable, match="tiêu đề"):
        stick.back()


def test_reading_leaves_the_file_as_it_was(lend):
    stick = lend()
    before = stick.path.read_bytes()
    read_template(stick.path)
    assert stick.path.read_bytes() == before


def test_the_parts_of_the_file_are_well_formed(lend):
    with zipfile.ZipFile(lend().path) as archive:
        for part in archive.namelist():
            if part.endswith((".xml", ".rels")):
                ET.fromstring(archive.read(part))


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this PC")
def test_a_file_saved_by_libreoffice_is_still_recognised(office, lend, tmp_path):
    stick = lend()
    stick.type(stick.row("Mây"), birth="1988", title="Lao động tiên tiến")
    stick.book.save(stick.path)
    out = tmp_path / "out"
    home = f"-env:UserInstallation=file://{tmp_path}/profile"
    subprocess.run(
        ["soffice", home, "--headless", "--convert-to", "xlsx", "--outdir", str(out), str(stick.path)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    plans = planned(office, read_template(out / "mau.xlsx"))
    assert plans[0].problems == ()
    assert kinds(plans) == [("correction", "Triệu Thị Mây", "birth")]
    assert plans[0].proposed == 1


def test_the_mark_names_office_unit_year_and_day(office, lend, school):
    returned = lend().back()
    assert returned.mark.unit == ask(office, unit_templates.unit_uid, school)
    assert (returned.mark.unit_name, returned.mark.year, returned.mark.on) == (SCHOOL, 2020, "2020-11-02")
    assert returned.original is not None
