"""A list that does not say its year is asked once; the answer settles all its rows."""

import pytest

from tests.intake.making import workbook
from tests.intake.short_lists import HEADER, SCHOOL
from tests.records.offices import ask, do, sql
from tests.services.import_lists import plan
from thidua_desktop.intake.read import read_file
from thidua_desktop.services import importing
from thidua_desktop.services.import_doubts import LATER
from thidua_desktop.services.recipients import today

TITLE = "DANH SÁCH CÁ NHÂN ĐẠT DANH HIỆU {}"
BY = "(Kèm theo Quyết định số 95/QĐ-UBND ngày 8 tháng 2 năm 2019 của Chủ tịch UBND huyện Bạch Thông)"
PEOPLE = tuple(
    (str(at), f"Nguyễn Văn {name}", "Giáo viên", SCHOOL) for at, name in enumerate(("An", "Ba", "Tư"), 1)
)
RATED = "KẾT QUẢ XẾP LOẠI CÁN BỘ"


def read(office, tmp_path, *rows, name="ds.xlsx"):
    return read_file(workbook(tmp_path / name, rows), ask(office, importing.title_book))


def early(office, tmp_path, title="LAO ĐỘNG TIÊN TIẾN", **more):
    return read(office, tmp_path, (TITLE.format(title),), (BY,), HEADER, *PEOPLE, **more)


def ratings(office, tmp_path):
    rows = ((*row, "Hoàn thành tốt nhiệm vụ") for row in PEOPLE)
    return read(office, tmp_path, (RATED,), (*HEADER, "Xếp loại"), *rows)


def question(office, reading):
    [found] = [one for one in plan(office, reading).doubts if one.kind == "year"]
    return found


def test_one_question_for_all_rows(office, tmp_path):
    doubt = question(office, early(office, tmp_path))
    assert doubt.rows == 3
    assert "của năm nào" in doubt.question
    assert [option.code for option in doubt.options] == ["2018", "2019", LATER]
    assert {option.code for option in doubt.more} >= {"2015", "2017"}


def test_the_answer_settles_all_rows(office, tmp_path):
    reading = early(office, tmp_path)
    key = question(office, reading).key
    planned = plan(office, reading, answers={key: "2018"})
    assert planned.answers == {key: "2018"}
    assert [one.answer for one in planned.doubts if one.kind == "year"] == ["2018"]
    assert planned.files[0].problems == ()
    do(office, importing.write, planned, name=planned.name)
    assert sql(office, "SELECT year, count(*) FROM award GROUP BY year") == [(2018, 3)]


@pytest.mark.parametrize("answer", ["", LATER, "1818", "x"])
def test_without_an_answer_nothing_is_taken(office, tmp_path, answer):
    reading = early(office, tmp_path)
    planned = plan(office, reading, answers={question(office, reading).key: answer})
    assert planned.rows_to_write == 0
    assert len(planned.files[0].problems) == 3


def test_the_key_is_the_same_at_every_run_and_its_own_for_every_list(office, tmp_path):
    first, again = early(office, tmp_path), early(office, tmp_path)
    other = early(office, tmp_path, title="CHIẾN SĨ THI ĐUA CƠ SỞ", name="ds2.xlsx")
    assert question(office, first).key == question(office, again).key
    assert question(office, other).key != question(office, first).key


def test_an_unknown_title_and_an_unknown_year_are_both_asked(office, tmp_path):
    reading = early(office, tmp_path, title="NGƯỜI GIÁO VIÊN GƯƠNG MẪU")
    doubts = {one.kind: one for one in plan(office, reading).doubts}
    assert {"title", "year"} <= doubts.keys()
    title, year = {doubts["title"].key: "DH_LDTT"}, {doubts["year"].key: "2018"}
    assert plan(office, reading, answers=title).rows_to_write == 0
    assert plan(office, reading, answers=year).rows_to_write == 0
    assert plan(office, reading, answers=title | year).rows_to_write == 3


def test_a_list_without_any_day_is_asked_too(office, tmp_path):
    by = "(Kèm theo Quyết định số 95/QĐ-UBND của Chủ tịch UBND huyện Bạch Thông)"
    heading = (TITLE.format("LAO ĐỘNG TIÊN TIẾN"),)
    doubt = question(office, read(office, tmp_path, heading, (by,), HEADER, *PEOPLE, name="LDTT 2017.xlsx"))
    assert doubt.options[0].code == "2017"


def test_a_heading_of_several_years_needs_a_column_not_an_answer(office, tmp_path):
    reading = early(office, tmp_path, title="LAO ĐỘNG TIÊN TIẾN NĂM 2017, NĂM 2018")
    assert [one for one in plan(office, reading).doubts if one.kind == "year"] == []


def test_a_list_of_a_year_is_asked_once_and_settled(office, tmp_path):
    reading = ratings(office, tmp_path)
    doubt = question(office, reading)
    assert doubt.rows == 3
    planned = plan(office, reading, answers={doubt.key: "2018"})
    assert (planned.yearly_to_write, planned.files[0].problems) == (3, ())
    assert {row.year for row in planned.files[0].reading.yearly} == {2018}


def test_no_year_after_today_is_offered(office, tmp_path):
    doubt = question(office, ratings(office, tmp_path))
    assert all(int(one.code) <= today().year for one in (*doubt.options[:-1], *doubt.more))


def test_an_answer_to_a_title_lets_no_proposal_in(office, tmp_path):
    heading = ("DANH SÁCH ĐỀ NGHỊ XÉT TẶNG DANH HIỆU NGƯỜI GIÁO VIÊN GƯƠNG MẪU NĂM 2018",)
    planned = plan(office, read(office, tmp_path, heading, HEADER, *PEOPLE))
    assert planned.doubts == ()
    assert [problem.rows for problem in planned.files[0].problems if problem.row] == [3]
