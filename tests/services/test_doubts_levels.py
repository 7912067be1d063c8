"""Decisions whose number and authority do not tell their level: asked, the answer put on all their rows."""

from dataclasses import replace

import pytest

from tests.intake.making import workbook
from tests.intake.short_lists import HEADER, SCHOOL
from tests.records.offices import ask, content, do, sql
from tests.services.import_lists import plan
from thidua_desktop.intake.read import read_file
from thidua_desktop.records import imports, settings
from thidua_desktop.services import importing
from thidua_desktop.services.import_doubts import LATER

HEADING = "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2018"
BARE = "(Kèm theo Quyết định số {}/QĐ-UBND ngày 20/12/2018{})"
TITLED = (*HEADER, "Danh hiệu, hình thức")
REGISTER = (*TITLED, "Năm", "Số, ngày QĐ")


def person(name, *more):
    return (1, f"Nông Văn {name}", "Giáo viên", SCHOOL, *more)


def read(office, path, *rows):
    return read_file(workbook(path, rows), ask(office, importing.title_book))


def listed(office, tmp_path, *titles, number=95, by="", name="ds.xlsx", day="20/12/2018"):
    rows = (person(who, title) for who, title in zip(("An", "Ba", "Ca", "Dư"), titles, strict=False))
    reference = BARE.format(number, by).replace("20/12/2018", day)
    return read(office, tmp_path / name, (HEADING,), (reference,), TITLED, *rows)


def register(office, tmp_path, *titles):
    rows = (
        person(who, title, 2018, f"{number}/QĐ-UBND ngày 20/12/2018")
        for number, (who, title) in enumerate(zip(("An", "Ba", "Ca", "Dư"), titles, strict=False), 30)
    )
    return read(office, tmp_path / "so.xlsx", ("SỔ THEO DÕI KHEN THƯỞNG",), REGISTER, *rows)


def levels(planned):
    return [one for one in planned.doubts if one.kind == "level"]


def question(office, *readings):
    [found] = levels(plan(office, *readings))
    return found


def codes(options):
    return [option.code for option in options]


def kept(office):
    return sql(
        office,
        "SELECT d.number, d.level, k.code FROM award a JOIN decision d ON d.id = a.decision_id "
        "JOIN award_kind k ON k.id = a.kind_id ORDER BY d.id, a.place",
    )


def test_a_level_nothing_tells_is_one_question_for_all_rows(office, tmp_path):
    doubt = question(office, listed(office, tmp_path, "LĐTT", "Giấy khen", "LĐTT"))
    assert (doubt.key, doubt.rows) == ("level:ds.xlsx:95/QĐ-UBND|2018-12-20", 3)
    assert doubt.question == "3 dòng: quyết định số 95/QĐ-UBND ngày 20/12/2018 là của cấp nào?"
    assert codes(doubt.options) == ["district", "commune", LATER]
    facts = dict(doubt.left.facts)
    assert facts["Danh hiệu, hình thức"] == "LĐTT (2 dòng); Giấy khen (1 dòng)"
    assert facts["Tệp"] == "ds.xlsx, trang “Sheet1”"
    assert "Giấy khen" not in [one.left.name for one in plan(office, listed(office, tmp_path)).doubts]


@pytest.mark.parametrize(("answer", "form"), [("district", "GK_HUYEN"), ("commune", "GK_XA")])
def test_the_answer_writes_all_rows_of_that_level_and_undo_takes_them_back(office, tmp_path, answer, form):
    before = content(office)
    reading = listed(office, tmp_path, "LĐTT", "Giấy khen", "LĐTT, Giấy khen")
    key = question(office, reading).key
    planned = plan(office, reading, answers={key: answer})
    assert planned.answers == {key: answer}
    assert [(one.kind, one.answer) for one in planned.doubts] == [("level", answer)]
    assert planned.files[0].problems == ()
    do(office, importing.write, planned, name=planned.name)
    assert kept(office) == [("95/QĐ-UBND", answer, code) for code in ("DH_LDTT", form, "DH_LDTT", form)]
    office.undo()
    assert content(office) == before


@pytest.mark.parametrize("answer", ["", LATER, "x", "Huyện"])
def test_without_an_answer_the_rows_are_refused_with_their_reason(office, tmp_path, answer):
    reading = listed(office, tmp_path, "LĐTT", "Giấy khen")
    planned = plan(office, reading, answers={question(office, reading).key: answer})
    assert planned.rows_to_write == 0
    whole, row = sorted(planned.files[0].problems, key=lambda one: one.row or 0)
    assert (whole.row, row.row) == (None, 5)
    assert whole.reason == (
        "Chưa rõ cấp ban hành: trả lời câu hỏi về cấp của quyết định này, hoặc chọn cấp ở bản xem trước."
    )
    assert "“Giấy khen” chưa rõ của cấp nào" in row.reason


def test_an_answer_is_kept_in_the_protocol(office, tmp_path):
    reading = listed(office, tmp_path, "LĐTT")
    planned = plan(office, reading, answers={question(office, reading).key: "commune"})
    do(office, importing.write, planned, name=planned.name)
    [run] = ask(office, imports.runs)
    assert [(one.kind, one.answer) for one in run.answers] == [("Cấp ban hành", "UBND xã")]


def test_an_answer_is_told_beside_the_decision(office, tmp_path):
    reading = listed(office, tmp_path, "LĐTT")
    planned = plan(office, reading, answers={question(office, reading).key: "commune"})
    [decision] = planned.files[0].decisions
    assert decision.candidate.remarks == ("Cấp ban hành “UBND xã” theo câu trả lời.",)


def test_what_the_law_of_the_day_gives_to_no_commune_is_offered_last(office, tmp_path):
    doubt = question(office, listed(office, tmp_path, "CSTĐCS", "LĐTT"))
    assert codes(doubt.options) == ["district", LATER]
    assert codes(doubt.more)[0] == "commune"


def test_where_one_level_alone_can_be_it_is_taken_and_told(office, tmp_path):
    planned = plan(office, listed(office, tmp_path, "Bằng khen"))
    assert (planned.doubts, planned.files[0].problems) == ((), ())
    [decision] = planned.files[0].decisions
    assert (decision.candidate.level, decision.draft.awards[0].award) == ("province", "BK_TINH")
    assert any("“UBND tỉnh” suy từ danh hiệu" in said for said in decision.candidate.remarks)


def test_after_the_district_ended_it_is_no_answer(office, tmp_path):
    planned = plan(office, listed(office, tmp_path, "LĐTT", "Giấy khen", day="20/12/2025"))
    assert planned.doubts == ()
    assert [one.award for one in planned.files[0].decisions[0].draft.awards] == ["DH_LDTT", "GK_XA"]


def test_decisions_of_one_office_in_a_file_are_one_question(office, tmp_path):
    rows = [
        ((BARE.format(number, " của Chủ tịch UBND"),), TITLED, person(who, "Giấy khen"))
        for number, who in ((95, "An"), (96, "Ba"))
    ]
    sheets = [((HEADING,), *sheet) for sheet in rows]
    path = workbook(tmp_path / "ds.xlsx", *sheets)
    reading = read_file(path, ask(office, importing.title_book))
    doubt = question(office, reading)
    assert (doubt.key, doubt.rows) == ("level:ds.xlsx:chủ tịch ubnd", 2)
    assert doubt.question == "2 dòng: 2 quyết định của “Chủ tịch UBND” trong tệp “ds.xlsx” là của cấp nào?"
    planned = plan(office, reading, answers={doubt.key: "district"})
    assert [one.candidate.level for one in planned.to_write] == ["district", "district"]


def test_decisions_of_a_register_are_asked_one_by_one(office, tmp_path):
    reading = register(office, tmp_path, "LĐTT", "Giấy khen", "Bằng khen")
    asked = levels(plan(office, reading))
    assert [doubt.key.rpartition(":")[2] for doubt in asked] == [
        "30/QĐ-UBND|2018-12-20",
        "31/QĐ-UBND|2018-12-20",
    ]
    planned = plan(office, reading, answers={asked[0].key: "district", asked[1].key: "commune"})
    do(office, importing.write, planned, name=planned.name)
    assert [row[1:] for row in kept(office)] == [
        ("district", "DH_LDTT"),
        ("commune", "GK_XA"),
        ("province", "BK_TINH"),
    ]


def test_the_level_of_the_office_itself_is_offered_first(office, tmp_path):
    do(office, settings.change, {"office": "UBND xã Cẩm Giàng"})
    assert codes(question(office, listed(office, tmp_path, "LĐTT")).options) == ["commune", "district", LATER]


def test_a_form_of_several_offices_of_the_level_answered_is_asked_apart(office, tmp_path):
    reading = listed(office, tmp_path, "Giấy khen", by=" của Chi bộ")
    reading = read(
        office,
        tmp_path / "ds.xlsx",
        (HEADING,),
        ("(Kèm theo Quyết định số 5/QĐ-HT ngày 20/12/2018)",),
        TITLED,
        person("An", "Giấy khen"),
    )
    level = question(office, reading)
    planned = plan(office, reading, answers={level.key: "grassroots"})
    [title] = [one for one in planned.doubts if one.kind == "title"]
    answers = {level.key: "grassroots", title.key: "GK_CQ_BO"}
    planned = plan(office, reading, answers=answers)
    assert (planned.rows_to_write, planned.answers) == (1, answers)


def test_a_level_and_a_year_are_both_asked_and_both_needed(office, tmp_path):
    rows = (
        ("DANH SÁCH CÁ NHÂN ĐẠT LAO ĐỘNG TIÊN TIẾN",),
        ("(Kèm theo Quyết định số 5/QĐ-UBND ngày 8/2/2019)",),
    )
    reading = read(office, tmp_path / "ds.xlsx", *rows, HEADER, person("An"), person("Ba"))
    doubts = {one.kind: one for one in plan(office, reading).doubts}
    level, year = {doubts["level"].key: "district"}, {doubts["year"].key: "2018"}
    assert doubts["level"].rows == 2
    assert plan(office, reading, answers=level).rows_to_write == 0
    assert plan(office, reading, answers=year).rows_to_write == 0
    assert plan(office, reading, answers=level | year).rows_to_write == 2


def test_a_form_of_no_level_yet_is_not_asked_for_a_year_it_does_not_need(office, tmp_path):
    by = ("(Kèm theo Quyết định số 5/QĐ-UBND ngày 8/2/2019)",)
    reading = read(
        office, tmp_path / "ds.xlsx", ("DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN",), by, HEADER, person("An")
    )
    planned = plan(office, reading)
    assert [one.kind for one in planned.doubts] == ["level"]
    planned = plan(office, reading, answers={planned.doubts[0].key: "district"})
    assert planned.rows_to_write == 1


def test_a_level_chosen_by_hand_tells_the_forms_too(office, tmp_path):
    reading = listed(office, tmp_path, "LĐTT", "Giấy khen")
    decisions = tuple(replace(one, level="district") for one in reading.decisions)
    planned = plan(office, replace(reading, decisions=decisions))
    assert (planned.doubts, planned.rows_to_write) == ((), 2)


def test_a_form_and_a_title_in_one_breath_are_no_two_awards(office, tmp_path):
    reading = listed(office, tmp_path, "LĐTT", "Giấy khen Lao động tiên tiến")
    planned = plan(office, reading, answers={question(office, reading).key: "district"})
    assert (planned.rows_to_write, [one.kind for one in planned.doubts]) == (1, ["level", "title"])


def test_a_year_that_cannot_be_read_is_no_answered_row(office, tmp_path):
    rows = (person("An", "Giấy khen", "20I8", "30/QĐ-UBND ngày 20/12/2018"),)
    reading = read(office, tmp_path / "so.xlsx", ("SỔ THEO DÕI KHEN THƯỞNG",), REGISTER, *rows)
    planned = plan(office, reading)
    assert (planned.doubts, [one.reason for one in planned.files[0].problems if one.row]) == (
        (),
        ["Không hiểu năm “20I8”."],
    )


def test_a_decision_without_its_day_is_completed_before_its_level_is_asked(office, tmp_path):
    reading = listed(office, tmp_path, "LĐTT", day="…")
    planned = plan(office, reading)
    assert levels(planned) == []
    assert "Chưa nhập ngày ký" in planned.files[0].problems[-1].reason


def test_an_answered_level_finds_the_decision_of_the_book(office, tmp_path):
    reading = listed(office, tmp_path, "LĐTT")
    answers = {question(office, reading).key: "district"}
    planned = plan(office, reading, answers=answers)
    do(office, importing.write, planned, name=planned.name)
    again = plan(office, reading, answers=answers)
    assert (again.rows_to_write, again.files[0].decisions[0].kept is not None) == (0, True)
