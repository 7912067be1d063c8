"""The office's five years of files against the truth of what they say."""

import hashlib
import json
from collections import Counter
from pathlib import Path

import pytest

from thidua_desktop.domain.decision import Stated
from thidua_desktop.domain.titles import TitleBook, is_force
from thidua_desktop.domain.vietnamese import same_key
from thidua_desktop.intake.read import read_file
from thidua_desktop.intake.reading import CandidateAward, FileReading

SAMPLES = Path(__file__).parents[1] / "data/samples"
FILES = json.loads((SAMPLES / "files.json").read_text(encoding="utf-8"))
TRUTH = json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8"))
UNITS = {unit["id"]: unit for unit in TRUTH["units"]}
PEOPLE = {person["id"]: person for person in TRUTH["people"]}
DECISIONS = {decision["id"]: decision for decision in TRUTH["decisions"]}
TYPES = {"công trạng": "merit", "chuyên đề": "thematic"}
OLD_ENCODING = {"xls, TCVN3 (.VnTime)": ("tcvn3", "score"), "xlsx, VNI-Windows font": ("vni", "font")}


def read(name: str, book: TitleBook) -> FileReading:
    return read_file(SAMPLES / "files" / name, book)


def true_awards(decision: int) -> Counter[tuple[object, ...]]:
    return Counter(true_award(award) for award in TRUTH["awards"] if award["decision"] == decision)


def true_award(award: dict[str, object]) -> tuple[object, ...]:
    if award["who"] == "collective":
        return "collective", same_key(UNITS[award["ref"]]["name"]), "", "", award["code"], award["year"]
    person = PEOPLE[award["ref"]]
    unit = UNITS[person["unit"]]
    # in the lists of two titles the armed forces hold the second: samples/README.md
    code = "DH_CSTT" if award["code"] == "DH_LDTT" and unit["kind"] == "force" else award["code"]
    return (
        "person", same_key(person["name"]), same_key(unit["name"]), same_key(person["position"]), code, award["year"],
    )  # fmt: skip


def read_award(award: CandidateAward) -> tuple[object, ...]:
    return (
        award.recipient, same_key(award.name), same_key(award.unit), same_key(award.post), award.award, award.year,
    )  # fmt: skip


@pytest.mark.parametrize("file", FILES, ids=[file["file"] for file in FILES])
def test_every_row_and_decision_of_a_sample_equals_the_truth(file: dict, book: TitleBook) -> None:
    reading = read(file["file"], book)

    assert reading.problems == ()
    assert reading.rows_read == file["rows"]
    assert len(reading.decisions) == len(file["decisions"])
    for found, number in zip(reading.decisions, file["decisions"], strict=True):
        true = DECISIONS[number]
        assert found.number == true["number"]
        assert found.decided_on.isoformat() == true["date"]
        assert found.level == true["authority"]
        assert found.campaign == (true["campaign"] or "")
        assert found.campaign_form == ("campaign" if true["campaign"] else "")
        assert bool(found.event) == (true["note"] == "conference")
        assert found.year == true["year"]
        assert found.type == next(TYPES[a["reward"]] for a in TRUTH["awards"] if a["decision"] == number)
        assert Counter(map(read_award, found.awards)) == true_awards(number)


@pytest.mark.parametrize("file", FILES, ids=[file["file"] for file in FILES])
def test_totals_on_the_paper_agree_with_the_rows_read(file: dict, book: TitleBook) -> None:
    for decision in read(file["file"], book).decisions:
        assert not any("đọc được" in said for said in decision.remarks)
        if file["form"] not in {
            "xlsx, one sheet a decision",
            "xls, TCVN3 (.VnTime)",
        }:  # these state no totals
            assert decision.stated != Stated()


@pytest.mark.parametrize("file", FILES, ids=[file["file"] for file in FILES])
def test_only_text_of_old_encodings_is_repaired_and_that_is_said(file: dict, book: TitleBook) -> None:
    reading = read(file["file"], book)

    told = {(repair.encoding, repair.how) for repair in reading.repairs}
    assert told == {OLD_ENCODING[file["form"]]} if file["form"] in OLD_ENCODING else not told
    for repair in reading.repairs:
        assert repair.title
        assert repair.count >= len(repair.changes) >= len(repair.examples) > 0
        assert all(before != after for before, after in repair.changes)


def test_an_old_list_keeps_the_capitals_its_font_had_none_for(book: TitleBook) -> None:
    names = {award.name for award in read("LDTT_2015.xls", book).decisions[0].awards}

    assert names == {PEOPLE[award["ref"]]["name"] for award in TRUTH["awards"] if award["decision"] == 1}


def test_the_samples_come_in_with_the_counts_of_the_office(book: TitleBook) -> None:
    readings = [read(file["file"], book) for file in FILES]
    awards = [a for reading in readings for decision in reading.decisions for a in decision.awards]

    assert (len(readings), len(awards)) == (40, 3308)
    assert sum(len(reading.decisions) for reading in readings) == 48


def test_ong_and_ba_become_the_gender(book: TitleBook) -> None:
    for name in ("QD-103_QD-UBND.docx", "Danh sach kem QD 80_QD-UBND.docx", "GK_HUYEN QD 919_QD-UBND.docx"):
        awards = read(name, book).decisions[0].awards
        true = {
            (same_key(p["name"]), same_key(UNITS[p["unit"]]["name"])): p["female"] for p in PEOPLE.values()
        }
        assert awards
        for award in awards:
            female = true[same_key(award.name), same_key(award.unit)]
            assert award.gender == ("female" if female else "male")


def test_the_year_of_birth_stays_a_year(book: TitleBook) -> None:
    awards = read("CSTDCS 2017.xlsx", book).decisions[0].awards
    births = {(same_key(p["name"]), same_key(UNITS[p["unit"]]["name"]), p["birth"]) for p in PEOPLE.values()}

    for award in awards:
        assert str(award.birth).isdecimal()
        assert (same_key(award.name), same_key(award.unit), int(str(award.birth))) in births


def test_of_two_titles_in_one_heading_the_unit_decides_and_that_is_said(book: TitleBook) -> None:
    awards = read("QD-103_QD-UBND.docx", book).decisions[0].awards
    forces = [award for award in awards if is_force(award.unit)]

    assert {award.award for award in forces} == {"DH_CSTT"}
    assert {award.award for award in awards if award not in forces} == {"DH_LDTT"}
    assert all("suy theo đơn vị" in award.inferred[0] for award in awards)


def test_an_award_keeps_its_sheet_row_and_words(book: TitleBook) -> None:
    first = read("GK_HUYEN QD 879_QD-UBND.xlsx", book).decisions[0].awards[0]

    assert (first.sheet, first.row, first.name, first.post) == ("Sheet1", 8, "Bàn Thị Hồng Huệ", "Trợ lý")
    assert first.title_written == "Giấy khen của Chủ tịch UBND huyện"


def test_the_source_files_stay_as_they_were(book: TitleBook) -> None:
    for file in FILES:
        path = SAMPLES / "files" / file["file"]
        before = hashlib.sha256(path.read_bytes()).hexdigest()
        assert read(file["file"], book).sha256 == before
        assert hashlib.sha256(path.read_bytes()).hexdigest() == before
