"""Real lists from the terminal: taken in, looked at, refused; with totals for the rest, the article itself."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from thidua_desktop.db.backup import content_hash
from ui.cli import main

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
ENTRIES = json.loads((SAMPLES / "files.json").read_text(encoding="utf-8"))
NEXT_FORMS = ("VNI", "TCVN3", "NFD", "docx, table", "grouped")
READ_NOW = [entry for entry in ENTRIES if not any(words in entry["form"] for words in NEXT_FORMS)]
FIVE_YEARS = ("report", "period", "--from", "2015-01-01", "--to", "2020-07-22")


@pytest.fixture
def typed(capsys):
    def run(*words):
        code = main([str(word) for word in words])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


@pytest.fixture
def data(typed):
    def run(*words):
        code, out, err = typed(*words, "--json")
        assert (code, err) == (0, "")
        return json.loads(out)

    return run


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """The sample lists of the six forms, as a folder carried in on a stick."""
    found = tmp_path_factory.mktemp("usb") / "Danh sách 2015-2020"
    found.mkdir()
    for entry in READ_NOW:
        shutil.copy(SAMPLES / "files" / entry["file"], found)
    shutil.copy(SAMPLES / "files" / READ_NOW[0]["file"], found / "~$dang mo.xlsx")
    (found / "doc.txt").write_text("không phải danh sách", encoding="utf-8")
    return found


@pytest.fixture
def office(template, tmp_path):
    """A new office's file, closed."""
    return Path(shutil.copy(template, tmp_path / "phong.thidua"))


def test_a_folder_is_taken_in_and_each_file_says_what_became_of_it(office, folder, data, typed):
    told = data("import", folder, "--db", office)
    files = {file["file"]: file for file in told["files"]}
    assert set(files) == {entry["file"] for entry in READ_NOW}
    for entry in READ_NOW:
        file = files[entry["file"]]
        assert file["rows_read"] == file["rows_written"] == entry["rows"]
        assert len(file["decisions"]) == len(entry["decisions"])
        assert (file["problems"], bool(file["form"])) == ([], True)
    rows = sum(entry["rows"] for entry in READ_NOW)
    assert (told["rows_written"], len(data("list", "awards", "--db", office))) == (rows, rows)
    with closing(sqlite3.connect(office)) as connection:
        assert connection.execute("SELECT count(*) FROM award").fetchone() == (rows,)

    before = content_hash(office)
    again = data("import", folder, "--db", office)
    assert (again["rows_written"], content_hash(office)) == (0, before)
    problems = [problem for file in again["files"] for problem in file["problems"]]
    assert len(problems) == sum(len(entry["decisions"]) for entry in READ_NOW)
    assert {"file", "sheet", "row", "reason"} <= set(problems[0])
    assert "đã có trong sổ" in problems[0]["reason"]
    _, out, _ = typed("import", folder, "--db", office)
    assert out.splitlines()[-1] == "Không có gì mới để nhập."


def test_a_dry_run_says_the_same_and_writes_nothing(office, folder, data, typed):
    before = content_hash(office)
    looked = data("import", folder, "--dry-run", "--db", office)
    assert (looked["dry_run"], looked["rows_written"], content_hash(office)) == (True, 0, before)
    assert not office.with_name("phong-sao-luu").exists()
    code, out, _ = typed("import", folder, "--dry-run", "--db", office)
    assert (code, "Xem trước, chưa ghi gì." in out) == (0, True)
    written = data("import", folder, "--db", office)
    assert (looked["rows_understood"], looked["new_people"]) == (
        written["rows_written"],
        written["new_people"],
    )
    assert [file["decisions"] for file in looked["files"]] == [file["decisions"] for file in written["files"]]


def test_files_and_totals_together_say_the_article(tmp_path, folder, data):
    office = tmp_path / "bach-thong.thidua"
    data("new", "--office", "UBND huyện Bạch Thông", "--db", office)
    data("import", folder, "--db", office)
    data("import", SAMPLES / "files" / "Dien hinh tien tien 2015-2020.docx", "--db", office)
    district = ("--recipient", "person", "--level", "district", "--source", "Báo cáo của Phòng Nội vụ")
    for year in (2015, 2016, 2017, 2018):
        data(
            "total",
            "add",
            "--award",
            "DH_LDTT+DH_CSTT",
            "--count",
            456,
            "--year",
            year,
            *district,
            "--db",
            office,
        )
    data("total", "add", "--award", "DH_CSTD_CS", "--count", 61, "--year", 2016, *district, "--db", office)
    for basis in ("decided", "earned"):
        sentence = data(*FIVE_YEARS, "--basis", basis, "--db", office)["sentence"]
        for words in (
            "01 tập thể được Thủ tướng Chính phủ tặng Cờ thi đua của Chính phủ",
            "01 cá nhân được Chủ tịch nước tặng Huy chương Kháng chiến hạng Nhì",
            "05 cờ thi đua",
            "32 lượt tập thể đạt danh hiệu tập thể lao động xuất sắc",
            "30 lượt tập thể và 32 cá nhân",
            "2.281 lượt cá nhân đạt danh hiệu lao động tiên tiến, chiến sĩ tiên tiến",
            "302 lượt cá nhân đạt danh hiệu chiến sĩ thi đua cơ sở",
            "241 lượt tập thể đạt danh hiệu tập thể lao động tiên tiến",
            "104 lượt tập thể và 173 lượt cá nhân",
            "43 tập thể và 63 cá nhân",
        ):
            assert words in sentence


BAD_FILES = {
    "hong.xlsx": b"PK\x03\x04" + b"\x00" * 300,
    "rong.docx": b"",
    "chu.xlsx": "chỉ là chữ".encode(),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_file_that_cannot_be_read_is_refused_and_changes_nothing(office, typed, tmp_path, name):
    path = tmp_path / name
    path.write_bytes(BAD_FILES[name])
    before = content_hash(office)
    code, out, err = typed("import", path, "--db", office)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert name in err
    assert (content_hash(office), path.read_bytes()) == (before, BAD_FILES[name])


def test_a_damaged_file_among_good_ones_is_told_and_the_good_ones_are_kept(office, folder, data, tmp_path):
    broken = tmp_path / "hong.xlsx"
    broken.write_bytes(BAD_FILES["hong.xlsx"])
    good = folder / "CSTDCS 2015.xlsx"
    told = data("import", broken, good, "--db", office)
    assert [file["rows_written"] for file in told["files"]] == [0, 60]
    [problem] = told["files"][0]["problems"]
    assert (problem["file"], problem["row"]) == ("hong.xlsx", None)
    assert problem["reason"]


def test_what_is_not_there_is_refused(office, typed, tmp_path):
    empty = tmp_path / "trong"
    empty.mkdir()
    for given, reason in ((tmp_path / "vang.xlsx", "vang.xlsx"), (empty, "thư mục")):
        code, out, err = typed("import", given, "--db", office)
        assert (code, out) == (2, "")
        assert reason in err


def test_the_source_files_stay_as_they_were(office, folder, data):
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    data("import", folder, "--db", office)
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_programs_that_pass_for_lists_are_pointed_out_and_not_opened(office, data, typed, tmp_path):
    stick = tmp_path / "usb"
    stick.mkdir()
    shutil.copy(SAMPLES / "files" / READ_NOW[0]["file"], stick)
    program = stick / "Danh sach.xlsx.exe"
    program.write_bytes(b"MZ")
    told = data("import", stick, "--db", office, "--dry-run")
    [stranger] = told["suspicious"]
    assert (stranger["file"], "có thể là mã độc" in stranger["reason"]) == (str(program), True)
    assert [file["file"] for file in told["files"]] == [READ_NOW[0]["file"]]
    code, out, _ = typed("import", stick, "--db", office, "--dry-run")
    assert (code, out.splitlines()[0].startswith("Danh sach.xlsx.exe: ")) == (0, True)
