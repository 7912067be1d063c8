"""Real lists taken in: a folder of forty files as the papers say, in one action that one undo takes back."""

import json
import sqlite3
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.records.offices import ask, content, count, do, fresh_copy, line, make_original, register, sql
from thidua_desktop.domain.decision import Stated
from thidua_desktop.domain.errors import Refused
from thidua_desktop.intake.read import read_file
from thidua_desktop.intake.reading import CandidateAward, CandidateDecision, FileReading, IntakeProblem
from thidua_desktop.records import campaigns, imports, people
from thidua_desktop.services import importing

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
TRUTH = json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8"))
FILES = json.loads((SAMPLES / "files.json").read_text(encoding="utf-8"))
DECISIONS = {decision["id"]: decision for decision in TRUTH["decisions"]}
UNITS = {unit["id"]: unit["name"] for unit in TRUTH["units"]}
PEOPLE = {person["id"]: person for person in TRUTH["people"]}
AWARDS = TRUTH["awards"]


def read_all(office):
    """The readings of the folder, its files found as a folder is."""
    book = ask(office, importing.title_book)
    found = sorted(path for path in (SAMPLES / "files").rglob("*") if path.is_file())
    assert sorted(path.name for path in found) == sorted(entry["file"] for entry in FILES)
    return [read_file(path, book) for path in found]


def take_in(office, readings, left_out=()):
    plan = ask(office, importing.preview, readings, left_out)
    return plan, do(office, importing.write, plan, name=plan.name)


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    office = fresh_copy(make_original(tmp_path_factory.mktemp("goc")), tmp_path_factory.mktemp("nhap"))
    office.empty = content(office)
    office.readings = read_all(office)
    office.plan, office.told = take_in(office, office.readings)
    yield office
    office.close(backed_up=False)


def test_the_folder_is_taken_in_with_nothing_left_to_the_officer(imported):
    assert (len(imported.readings), len(imported.plan.doubts)) == (40, 0)
    assert [problem for reading in imported.readings for problem in reading.problems] == []


def test_every_row_of_the_forty_files_is_kept_as_the_papers_say(imported):
    """Asked in plain SQL of the file itself, past our own reading code."""
    with closing(sqlite3.connect(imported.path)) as connection:
        kept = Counter(
            connection.execute(
                "SELECT d.number, k.code, a.recipient, a.year, coalesce(p.name, u.name), "
                "CASE a.recipient WHEN 'person' THEN u.name END FROM award a "
                "JOIN decision d ON d.id = a.decision_id JOIN award_kind k ON k.id = a.kind_id "
                "LEFT JOIN person p ON p.id = a.person_id LEFT JOIN unit u ON u.id = a.unit_id"
            ).fetchall()
        )
    assert kept == Counter(map(_true_row, AWARDS))


def _true_row(award):
    number = DECISIONS[award["decision"]]["number"]
    if award["who"] == "collective":
        return number, award["code"], "collective", award["year"], UNITS[award["ref"]], None
    person = PEOPLE[award["ref"]]
    return number, award["code"], "person", award["year"], person["name"], UNITS[person["unit"]]


def test_awards_by_award_recipient_and_year_are_those_of_the_truth(imported):
    figures = sql(
        imported,
        "SELECT k.code, a.recipient, a.year, count(*) FROM award a JOIN award_kind k ON k.id = a.kind_id "
        "GROUP BY 1, 2, 3",
    )
    true = Counter((award["code"], award["who"], award["year"]) for award in AWARDS)
    assert {tuple(row[:3]): row[3] for row in figures} == dict(true)


def test_decisions_bear_their_number_day_level_and_campaign(imported):
    kept = sql(
        imported,
        "SELECT d.number, d.decided_on, d.level, d.year, c.name FROM decision d "
        "LEFT JOIN campaign c ON c.id = d.campaign_id ORDER BY d.number, d.decided_on",
    )
    true = sorted(
        (one["number"], one["date"], one["authority"], one["year"], one["campaign"])
        for one in DECISIONS.values()
    )
    assert kept == true


def test_one_person_across_files_and_namesakes_elsewhere_with_a_question(imported):
    met = {award["ref"] for award in AWARDS if award["who"] == "person"}
    assert count(imported, "SELECT count(*) FROM person") == len(met)
    names = Counter(PEOPLE[ref]["name"] for ref in met)
    pairs = sum(times * (times - 1) // 2 for times in names.values())
    assert pairs > 0
    assert count(imported, "SELECT count(*) FROM identity WHERE answer = ''") == pairs
    assert len(ask(imported, people.open_questions)) == imported.told.questions == pairs


def test_ong_and_ba_become_the_gender_and_posts_are_told_from_units(imported):
    listed = {award["ref"] for award in AWARDS if award["decision"] == 9}
    known = {
        (name, unit): (gender, title)
        for name, unit, gender, title in sql(
            imported,
            "SELECT p.name, u.name, p.gender, o.title FROM person p JOIN post o ON o.person_id = p.id "
            "JOIN unit u ON u.id = o.unit_id",
        )
    }
    for ref in listed:
        person = PEOPLE[ref]
        gender = "female" if person["female"] else "male"
        assert known[person["name"], UNITS[person["unit"]]] == (gender, person["position"])


def test_the_preview_said_exactly_what_was_written(imported):
    plan, told = imported.plan, imported.told
    assert (len(plan.to_write), plan.rows_to_write) == (len(DECISIONS), len(AWARDS))
    assert (len(told.decisions), told.awards) == (len(DECISIONS), len(AWARDS))
    assert (plan.new_people, plan.new_units, plan.questions) == (
        told.new_people,
        told.new_units,
        told.questions,
    )
    assert len(plan.new_campaigns) == count(imported, "SELECT count(*) FROM campaign")
    assert len(plan.new_events) == count(imported, "SELECT count(*) FROM event") == 1
    assert [problem for file in plan.files for problem in file.problems] == []
    assert imported.undoable() == plan.name
    log = ask(imported, imports.list_)
    assert (len(log), sum(file.rows_written for file in log)) == (len(FILES), len(AWARDS))


def test_importing_twice_writes_nothing_more_and_says_so(imported):
    before = content(imported)
    again = ask(imported, importing.preview, imported.readings)
    assert again.to_write == ()
    problems = [problem for file in again.files for problem in file.problems]
    assert len(problems) == len(DECISIONS)
    assert all(problem.file and problem.text and "đã có trong sổ" in problem.reason for problem in problems)
    assert all(planned.kept for file in again.files for planned in file.decisions)
    do(imported, importing.write, again)
    assert content(imported) == before


def test_one_undo_takes_the_whole_import_back(office, imported):
    before = content(office)
    take_in(office, [one for one in imported.readings if one.rows_read < 100])
    assert content(office) != before
    office.undo()
    assert content(office) == before
    assert count(office, "SELECT count(*) FROM award") == 0


DAY = date(2019, 12, 20)


def row(name="Nông Thị Hoa", award="DH_LDTT", recipient="person", **more):
    values = {"sheet": "Sheet1", "row": 8, "year": 2019, **more}
    return CandidateAward(recipient=recipient, name=name, award=award, **values)


def decision(*rows, number="9/QĐ-UBND", day=DAY, level="district", **more):
    return CandidateDecision("Sheet1", number, day, level, "Chủ tịch UBND huyện", awards=rows, **more)


def reading(*decisions, name="ds.xlsx", problems=()):
    rows = sum(len(one.awards) for one in decisions) + len(problems)
    return FileReading(Path(name), name, "0" * 64, "annex", decisions, tuple(problems), rows)


def said(plan):
    return [(problem.file, problem.row, problem.reason) for file in plan.files for problem in file.problems]


def test_a_row_that_is_not_understood_is_told_and_never_written(office):
    rows = (
        row("Lý A Sinh", row=8),
        row("", row=9),
        row("Lý A Páo", None, row=10),
        row("Lý A Tủa", "DH_TTLDTT", row=11),
        row("Lý A Vảng", "KHONG_CO", row=12),
        row("Lý A Dơ", year=2020, row=13),
        row("Lý A Sùng", recipient="ai đó", row=14),
    )
    plan, told = take_in(office, [reading(decision(*rows))])
    assert told.awards == 1
    assert [(file, where) for file, where, _ in said(plan)] == [("ds.xlsx", place) for place in range(9, 15)]
    assert [reason.split()[0] for *_, reason in said(plan)] == ["Chưa", "Chưa", "Tập", "Mã", "Năm", "Chưa"]
    assert sql(office, "SELECT name_written FROM award") == [("Lý A Sinh",)]


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"number": " "}, "số quyết định"),
        ({"day": None}, "ngày ký"),
        ({"level": ""}, "cấp ban hành"),
        ({"year": 2031}, "Năm đạt thành tích"),
    ],
)
def test_a_decision_without_its_head_waits_for_the_officer(office, wrong, words):
    before = content(office)
    plan, told = take_in(office, [reading(decision(row(), **wrong))])
    assert (told.decisions, content(office)) == ((), before)
    [(_, _, reason)] = said(plan)
    assert words in reason


def test_the_same_decision_in_two_files_is_written_once(office):
    plan, told = take_in(
        office,
        [reading(decision(row())), reading(decision(row(), number="Số 09/QĐ-UBND"), name="bản sao.xlsx")],
    )
    assert len(told.decisions) == 1
    [(file, _, reason)] = said(plan)
    assert (file, "“ds.xlsx”" in reason) == ("bản sao.xlsx", True)
    assert plan.name == "Nhập 1 tệp: 1 quyết định, 1 lượt khen"


def test_a_decision_left_out_is_neither_written_nor_a_problem(office):
    plan, told = take_in(
        office, [reading(decision(row()), decision(row(), number="10/QĐ-UBND"))], left_out=[(0, 0)]
    )
    assert sql(office, "SELECT number FROM decision") == [("10/QĐ-UBND",)]
    assert (len(told.decisions), said(plan)) == (1, [])


def test_what_the_officer_mended_in_the_preview_is_written(office):
    broken = row("Lý A Páo", None, row=10)
    problem = IntakeProblem("ds.xlsx", "Sheet1", 10, "Lý A Páo", "Chưa rõ danh hiệu.", broken, 0)
    first = reading(decision(row()), problems=[problem])
    mended = replace(first, decisions=(decision(row(), replace(broken, award="DH_CSTD_CS")),), problems=())
    _, told = take_in(office, [mended])
    assert told.awards == 2


def test_a_drive_a_campaign_and_a_conference_are_found_or_entered_once(office):
    papers = (
        decision(row(), campaign="Đời sống văn hóa ở khu dân cư", campaign_form="drive", type="thematic"),
        decision(row(), number="10/QĐ-UBND", campaign="ĐỜI SỐNG văn hóa ở khu dân cư", event="Hội nghị 2020"),
        decision(row(), number="11/QĐ-UBND", event="Hội nghị 2020"),
    )
    plan, _ = take_in(office, [reading(*papers)])
    assert (len(plan.new_campaigns), plan.new_events) == (1, ("Hội nghị 2020",))
    [(form, kind, level)] = sql(office, "SELECT form, kind, level FROM campaign")
    assert (form, kind, level) == ("drive", "thematic", "district")
    assert sql(office, "SELECT name, held_on FROM event") == [("Hội nghị 2020", None)]
    known = ask(office, campaigns.find, "Đời sống văn hóa ở khu dân cư")
    later = reading(decision(row(), number="12/QĐ-UBND", campaign="Đời sống văn hóa ở khu dân cư"))
    plan, _ = take_in(office, [later])
    assert (plan.new_campaigns, plan.new_events) == ((), ())
    assert count(office, "SELECT count(*) FROM decision WHERE campaign_id = ?", known) == 3


def test_totals_on_the_paper_and_notes_beside_rows_are_kept(office):
    take_in(office, [reading(decision(row(note="đã nghỉ hưu"), stated=Stated(persons=2)))])
    [(stated, note)] = sql(office, "SELECT stated_persons, note FROM decision")
    assert (stated, note) == (2, "Ghi chú dòng 1 (Nông Thị Hoa): đã nghỉ hưu")


def test_a_book_changed_since_the_preview_refuses_and_keeps_everything_as_it_was(office):
    plan = ask(office, importing.preview, [reading(decision(row(), campaign="Phong trào mới"))])
    register(office, "9/QĐ-UBND", DAY, line("Người khác"))
    before = content(office)
    with pytest.raises(Refused, match="đã có trong sổ"):
        do(office, importing.write, plan)
    assert content(office) == before
