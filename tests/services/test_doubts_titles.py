"""Wordings the catalogue does not know: asked once, put on all their rows, learnt for the next time."""

import pytest

from tests.intake import making
from tests.records.offices import ask, content, count, sql
from tests.services.import_lists import decision, doubt, plan, reading, row, take_in
from thidua_desktop.intake.read import read_file
from thidua_desktop.intake.reading import IntakeProblem
from thidua_desktop.services import importing


def unknown(wording, *names, recipient="person", level="district", known=()):
    """A list whose rows bear a wording nobody knows, as intake tells it."""
    rows = [row(name, None, recipient, row=8 + at, title_written=wording) for at, name in enumerate(names)]
    problems = [IntakeProblem("ds.xlsx", "Sheet1", one.row, one.name, "Không có…", one, 0) for one in rows]
    return reading(decision(*known, level=level), problems=problems)


def test_an_unknown_wording_is_asked_once_and_the_answer_put_on_all_its_rows_in_order(office):
    lists = unknown("Người lao động giỏi", "Nông Văn An", "Lý Thị Bảo", known=[row("Lý A Cả", row=20)])
    asked = doubt(office, lists, kind="title")
    assert (asked.rows, asked.key) == (2, "title:person:người lao động giỏi")
    assert "“Người lao động giỏi”" in asked.question
    planned, told = take_in(office, lists, answers={asked.key: "DH_LDTT"})
    assert (told.awards, [file.problems for file in planned.files]) == (3, [()])
    kept = sql(office, "SELECT name_written, title_written FROM award ORDER BY place")
    assert [name for name, _ in kept] == ["Nông Văn An", "Lý Thị Bảo", "Lý A Cả"]
    assert kept[0][1] == "Người lao động giỏi"


def test_the_answer_is_learnt_and_undo_unlearns_it(office):
    lists = unknown("Người lao động giỏi", "Nông Văn An")
    asked = doubt(office, lists, kind="title")
    before = content(office)
    take_in(office, lists, answers={asked.key: "DH_LDTT"})
    book = ask(office, importing.title_book)
    assert book.find("người lao động giỏi", "district", "person").code == "DH_LDTT"
    office.undo()
    assert content(office) == before
    assert ask(office, importing.title_book).find("Người lao động giỏi") is None


@pytest.mark.parametrize("answer", ["", "later", "KHONG_CO", "DH_TTLDTT"])
def test_without_a_fitting_answer_the_rows_wait_and_nothing_is_learnt(office, answer):
    lists = unknown("Người lao động giỏi", "Nông Văn An", known=[row()])
    asked = doubt(office, lists, kind="title")
    before = count(office, "SELECT count(*) FROM synonym")
    planned, told = take_in(office, lists, answers={asked.key: answer})
    assert (told.awards, len(planned.files[0].problems)) == (1, 1)
    assert count(office, "SELECT count(*) FROM synonym") == before


def test_likely_kinds_come_first_and_say_what_they_are(office):
    asked = doubt(office, unknown("Chiến sĩ thi đua cơ sơ năm", "Nông Văn An"), kind="title")
    assert asked.options[0].code == "DH_CSTD_CS"
    assert asked.options[0].label.endswith("(danh hiệu thi đua)")
    assert asked.options[-1].code == "later"
    assert asked.right.name == "Chiến sĩ thi đua cơ sở"


def test_a_title_called_a_form_is_caught_and_never_learnt(office):
    lists = unknown("Giấy khen Lao động tiên tiến", "Nông Văn An")
    asked = doubt(office, lists, kind="title")
    assert "ghi lẫn nhau" in asked.question
    codes = [option.code for option in asked.options]
    assert {"DH_LDTT", "GK_HUYEN"} & set(codes)
    before = count(office, "SELECT count(*) FROM synonym")
    _, told = take_in(office, lists, answers={asked.key: "DH_LDTT"})
    assert (told.awards, count(office, "SELECT count(*) FROM synonym")) == (1, before)


def test_a_wording_of_several_kinds_is_asked_by_level_and_not_learnt(office):
    lists = unknown("Huân chương Lao động", "Nông Văn An", level="president")
    asked = doubt(office, lists, kind="title")
    planned = plan(office, lists, answers={asked.key: "HC_LAO_DONG_3"})
    assert (asked.key, planned.learnt) == ("title:person:huân chương lao động|president", ())


def test_whom_a_title_alone_can_tell_is_told_by_the_answer(office):
    lists = unknown("Người lao động giỏi", "Nông Văn An", recipient="")
    asked = doubt(office, lists, kind="title")
    take_in(office, lists, answers={asked.key: "DH_LDTT"})
    assert sql(office, "SELECT recipient FROM award") == [("person",)]


def test_several_titles_in_one_cell_are_no_wording(office):
    assert plan(office, unknown("LĐTT, CSTĐCS", "Nông Văn An")).doubts == ()


def test_a_title_unknown_in_a_heading_is_asked_for_its_rows(office, tmp_path):
    above = (("DANH SÁCH KHEN THƯỞNG NĂM 2018",), (making.REFERENCE,), ("STT", "Họ và tên", "Đơn vị"))
    sections = (
        (f"{part}. {words}",) for part, words in (("I", "LAO ĐỘNG TIÊN TIẾN"), ("II", "BÔNG LÚA VÀNG"))
    )
    rows = [line for section in sections for line in (section, (1, f"Lý {section[0]}", "Phòng Nội vụ"))]
    path = making.workbook(tmp_path / "a.xlsx", (*above, *rows))
    book = ask(office, importing.title_book)

    [doubt] = [one for one in plan(office, read_file(path, book)).doubts if one.kind == "title"]
    assert "“BÔNG LÚA VÀNG” là danh hiệu, hình thức nào" in doubt.question
    answered = plan(office, read_file(path, book), answers={doubt.key: "DH_LDTT"})
    assert (answered.rows_to_write, answered.learnt) == (2, (("DH_LDTT", "BÔNG LÚA VÀNG"),))


@pytest.mark.parametrize("wording", ["Người tốt, việc tốt", "Gương sáng; vượt khó"])
def test_one_wording_with_a_comma_is_asked_as_one_and_learnt(office, wording):
    lists = unknown(wording, "Nông Văn An")
    asked = doubt(office, lists, kind="title")
    assert f"“{wording}”" in asked.question
    _, told = take_in(office, lists, answers={asked.key: "DH_LDTT"})
    assert (told.awards, ask(office, importing.title_book).knows(wording)) == (1, True)


@pytest.mark.parametrize(
    "wording",
    ["Người tốt, LĐTT", "LĐTT; việc tốt", "Lao động giỏi, Chiến sĩ giỏi", "Người tốt 2018, việc tốt 2019"],
)
def test_a_wording_that_may_be_several_titles_is_left_to_be_parted(office, wording):
    planned = plan(office, unknown(wording, "Nông Văn An"))
    assert (planned.doubts, len(planned.files[0].problems)) == ((), 1)


def test_a_cell_with_a_comma_no_part_of_which_is_known_is_read_as_one(office, tmp_path):
    header = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu")
    rows = [(1, "Lý Văn Thử", "Giáo viên", "Phòng Nội vụ", "Người tốt, việc tốt")]
    path = making.workbook(
        tmp_path / "a.xlsx", [("DANH SÁCH KHEN NĂM 2018",), (making.REFERENCE,), header, *rows]
    )
    asked = doubt(office, read_file(path, ask(office, importing.title_book)), kind="title")
    assert (asked.rows, asked.left.name) == (1, "Người tốt, việc tốt")
