"""Units and people of one name told apart at the terminal."""

import json

import pytest

from tests.records.offices import person, unit
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.workspace import Workspace
from ui.cli import main

SCHOOL = "Trường Mầm non Hoa Sen"


@pytest.fixture(scope="module")
def twins(tmp_path_factory):
    """A school of one name in two communes, and a namesake in each, of whom one is told by birth alone."""
    path = tmp_path_factory.mktemp("trung") / "phong.thidua"
    office = Workspace.create(path)
    district = unit(office, "Huyện Bạch Thông", kind="district")
    communes = [unit(office, name, parent_id=district) for name in ("Xã Cẩm Giàng", "Xã Quân Hà")]
    schools = [unit(office, SCHOOL, kind="school", parent_id=one) for one in communes]
    for school, born in zip((*schools, schools[0]), ("1984", "1984", "1990"), strict=True):
        person(office, "Hà Thị Đào", school, birth=PartialDate.parse(born))
    office.close(backed_up=False)
    return path, schools


@pytest.fixture
def answer(twins, capsys):
    def typed(*words):
        code = main([*map(str, words), "--db", str(twins[0])])
        told = capsys.readouterr()
        return code, told.out, told.err

    return typed


@pytest.mark.parametrize("words", [("report", "unit-roster"), ("report", "people-by-awards")])
def test_two_units_of_one_name_are_refused_with_both_named(answer, twins, words):
    code, out, err = answer(*words, "--unit", SCHOOL)
    assert (code, out, err.count("\n")) == (2, "", 1)
    for school, commune in zip(twins[1], ("Xã Cẩm Giàng", "Xã Quân Hà"), strict=True):
        assert f"{school} là {SCHOOL}, {commune}, Huyện Bạch Thông" in err


def test_a_unit_is_told_by_its_number_or_by_what_stands_above_it(answer, twins):
    listed = json.loads(answer("list", "units", "--search", "hoa sen", "--json")[1])
    assert [(one["id"], one["parent"]) for one in listed] == [
        (twins[1][0], "Xã Cẩm Giàng"),
        (twins[1][1], "Xã Quân Hà"),
    ]
    by_number = answer("report", "unit-roster", "--unit", listed[1]["id"], "--json")
    assert by_number[0] == 0
    for place in ("xã Quân Hà", "xã Quân Hà, huyện Bạch Thông"):
        assert answer("report", "unit-roster", "--unit", f"{SCHOOL}, {place}", "--json") == by_number
    for wrong in (f"{SCHOOL}, Huyện Bạch Thông", f"{SCHOOL}, Xã Lạ", "99999"):
        assert answer("report", "unit-roster", "--unit", wrong)[0] == 2


def test_namesakes_are_told_apart_by_unit_and_birth(answer):
    record = ("report", "person-record", "--name", "Hà Thị Đào")
    code, _out, err = answer(*record)
    assert code == 2
    assert f"{SCHOOL}, sinh 1990" in err
    here = (*record, "--unit", f"{SCHOOL}, Xã Cẩm Giàng")
    assert answer(*here)[0] == 2
    assert answer(*here, "--birth", "1990")[0] == 0
    assert answer(*here, "--birth", "1991")[0] == 2
    assert "--birth" in answer(*here, "--birth", "hôm qua")[2]
