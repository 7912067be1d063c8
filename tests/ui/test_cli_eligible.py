"""Who may be proposed for an award, asked at the terminal of an office with three years of lists."""

import json
from datetime import date
from pathlib import Path
from shutil import copyfile

import pytest

from tests.records.offices import line, person, register, unit
from thidua_desktop.workspace import Workspace
from ui.cli import main


@pytest.fixture
def typed(capsys, template, tmp_path):
    path = Path(copyfile(template, tmp_path / "phong.thidua"))
    office = Workspace.open(path, backed_up=False)
    school, commune = unit(office, "Trường Tiểu học Bản Mẫu", "school"), unit(office, "Xã Cao Sơn")
    duc = person(office, "Nông Văn Đức", school, "Giáo viên")
    may = person(office, "Triệu Thị Mây", commune, "Công chức")
    for year in (2017, 2018, 2019):
        lines = [line("Nông Văn Đức", "DH_CSTD_CS", person_id=duc, unit_id=school)]
        if year != 2018:
            lines.append(line("Triệu Thị Mây", "DH_CSTD_CS", person_id=may, unit_id=commune))
        register(office, f"{year}/QĐ-UBND", date(year, 12, 20), *lines)
    office.close(backed_up=False)

    def run(*words):
        code = main([*map(str, words), "--db", str(path)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


ASKED = ("eligible", "--award", "DH_CSTD_TINH", "--year", "2019", "--on", "2020-03-01")


def test_each_criterion_is_told_with_what_was_found_and_its_article(typed):
    code, out, _ = typed(*ASKED, "--json")
    cards = {one["name"]: one for one in json.loads(out)}
    assert code == 0
    assert set(cards) == {"Nông Văn Đức", "Triệu Thị Mây"}
    duc, may = cards["Nông Văn Đức"], cards["Triệu Thị Mây"]
    assert (duc["unit"], duc["regime"], duc["from"], duc["to"]) == (
        "Trường Tiểu học Bản Mẫu",
        "A",
        "2017-10-01",
        "2023-12-31",
    )
    row = duc["criteria"][0]
    assert (row["code"], row["verdict"], row["status"]) == ("consecutive:award=DH_CSTD_CS,n=3", "met", "seen")
    assert row["found"] == "3/3 năm (2017, 2018, 2019)"
    assert row["cite"] == "Luật 2003 Điều 22; NĐ 91/2017 Điều 9 k2"
    assert len(row["records"]) == 3
    assert duc["verdict"] == "unknown"  # nobody has attested, no initiative is entered
    assert may["criteria"][0]["verdict"] == "unknown"  # a year not entered is not a year without


def test_a_list_can_be_of_one_unit_or_one_person_and_of_what_was_known_that_day(typed):
    _, out, _ = typed(*ASKED, "--unit", "Xã Cao Sơn", "--json")
    assert [one["name"] for one in json.loads(out)] == ["Triệu Thị Mây"]
    _, out, _ = typed(*ASKED[:-1], "2019-12-19", "--person", "Nông Văn Đức", "--json")
    assert json.loads(out)[0]["criteria"][0]["found"] == "2/3 năm (2017, 2018)"
    code, out, _ = typed(*ASKED)
    assert code == 0
    assert "thiếu dữ liệu" in out
    assert "DH_CSTD_TINH" not in out
    assert "Có đăng ký thi đua: chưa có số liệu đăng ký" in out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("--award", "DH_MAT_TRANG", "--year", "2019", "--on", "2020-03-01"),
            "Không có danh hiệu, hình thức mã",
        ),
        (
            ("--award", "CSTDCS", "--year", "2019", "--on", "2020-03-01"),
            "Không có danh hiệu, hình thức mã “CSTDCS”. Mã gần nhất: DH_CSTD_CS (",
        ),
        (
            ("--award", "gia đình văn hóa", "--year", "2019", "--on", "2020-03-01"),
            "Không có danh hiệu, hình thức mã “gia đình văn hóa”. Mã gần nhất: DH_GDVH (",
        ),
        (("--award", "DH_LDTT", "--year", "2013", "--on", "2014-05-31"), "Phần mềm không biết quy định nào"),
        ((*ASKED[1:], "--person", "Không Ai Cả"), "Không có ai tên “Không Ai Cả”"),
    ],
)
def test_what_cannot_be_answered_is_refused_with_a_sentence(typed, words, said):
    code, out, err = typed("eligible", *words)
    assert (code, out) == (2, "")
    assert err.startswith(said)
