"""The registration list of a unit goes out as Excel, is filled in, and comes back as pledges."""

from datetime import date

import openpyxl
import pytest

from tests.records.offices import ask, do, person, sql, unit
from thidua_desktop.documents import registration_form as writer
from thidua_desktop.domain.about import About
from thidua_desktop.domain.pledge import PledgeDraft
from thidua_desktop.intake.read import read_file
from thidua_desktop.services import importing, pledges, registration_form

ON = date(2026, 1, 5)


@pytest.fixture
def school(office):
    return unit(office, "Trường Tiểu học Cao Sơn", "school")


@pytest.fixture
def staff(office, school):
    do(office, pledges.enter, PledgeDraft(About("collective", None, school), 2026, "DH_TTLDTT"))
    ids = [
        person(office, name, school, "Giáo viên") for name in ("Nguyễn Thị Mai", "Lý Văn An", "=Hà Văn Bá")
    ]
    do(office, pledges.enter, PledgeDraft(About("person", ids[0]), 2026, "DH_LDTT"))
    return ids


@pytest.fixture
def path(office, school, staff, tmp_path):
    path = tmp_path / "dang ky.xlsx"
    writer.write(ask(office, registration_form.form, school, 2026, ON), path)
    return path


def cells(sheet, column):
    return [sheet.cell(row, column).value for row in range(6, 10)]


def test_it_lists_the_people_and_the_collective_with_what_is_registered(path):
    book = openpyxl.load_workbook(path)
    people, collectives = book["Cá nhân"], book["Tập thể"]
    assert people["A1"].value == "BẢN ĐĂNG KÝ THI ĐUA NĂM 2026"
    assert people["A2"].value == "Đơn vị: Trường Tiểu học Cao Sơn"
    assert cells(people, 2) == ["Lý Văn An", "=Hà Văn Bá", "Nguyễn Thị Mai", None]
    assert cells(people, 5) == [None, None, "Lao động tiên tiến", None]
    assert [people.cell(7, 2).data_type, people.cell(6, 1).value] == ["s", 1]
    assert cells(collectives, 2)[:1] == ["Trường Tiểu học Cao Sơn"]
    assert cells(collectives, 3)[:1] == ["Tập thể lao động tiên tiến"]
    offered = {
        one.formula1: str(one.sqref) for one in people.data_validations.dataValidation if one.type == "list"
    }
    assert list(offered.values()) == ["E6:E23"]
    titles = [row[0] for row in book["Danh mục"].iter_rows(values_only=True)]
    assert {"Lao động tiên tiến", "Chiến sĩ thi đua cơ sở"} <= set(titles)
    assert "Gia đình văn hóa" not in titles


def test_filled_in_it_comes_back_as_pledges_the_ones_there_kept_once(office, path):
    book = openpyxl.load_workbook(path)
    people, collectives = book["Cá nhân"], book["Tập thể"]
    people["E6"] = "Lao động tiên tiến; Chiến sĩ thi đua cơ sở"
    people["B9"], people["E9"] = "Triệu Thị Mới", "Lao động tiên tiến"
    collectives["C6"] = "Tập thể lao động tiên tiến; Tập thể lao động xuất sắc"
    book.save(path)
    reading = read_file(path, ask(office, importing.title_book))
    assert {row.subject for row in reading.yearly} == {"pledge"}
    assert [p.reason for p in reading.problems if "Bá" in p.text] == [
        "Tên có ký tự lạ “=”: sửa lại tên rồi nhập."
    ]
    do(office, lambda session: importing.write(session, importing.preview(session, [reading])))
    told = """SELECT coalesce(p.name, u.name), k.code, g.year FROM pledge g JOIN award_kind k ON k.id = g.kind_id
        LEFT JOIN person p ON p.id = g.person_id LEFT JOIN unit u ON u.id = g.unit_id ORDER BY 1, 2"""
    assert sql(office, told) == [
        ("Lý Văn An", "DH_CSTD_CS", 2026),
        ("Lý Văn An", "DH_LDTT", 2026),
        ("Nguyễn Thị Mai", "DH_LDTT", 2026),
        ("Triệu Thị Mới", "DH_LDTT", 2026),
        ("Trường Tiểu học Cao Sơn", "DH_TTLDTT", 2026),
        ("Trường Tiểu học Cao Sơn", "DH_TTLDXS", 2026),
    ]
    held = "SELECT u.name FROM post o JOIN unit u ON u.id = o.unit_id JOIN person p ON p.id = o.person_id"
    assert sql(office, f"{held} WHERE p.name = 'Triệu Thị Mới'") == [("Trường Tiểu học Cao Sơn",)]
