"""The terminal: every command as an IT person types it, what it says, and what it refuses."""

import errno
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from thidua_desktop.db import backup
from thidua_desktop.db.backup import content_hash
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.services import units
from thidua_desktop.workspace import Workspace
from ui.app import run
from ui.cli import main

ROOT = Path(__file__).resolve().parents[2]
A_LIST = ROOT / "tests" / "data" / "samples" / "files" / "CSTDCS 2015.xlsx"
ARTICLE = {
    ("president", "HCH_KHANG_CHIEN_2", "person"): (1, 1, 1),
    ("pm", "DH_CO_CP", "collective"): (1, 1, 1),
    ("province", "DH_CO_TINH", "collective"): (5, 4, 5),
    ("province", "DH_TTLDXS", "collective"): (32, 26, 5),
    ("province", "BK_TINH", "collective"): (30, 26, 5),
    ("province", "BK_TINH", "person"): (32, 32, 5),
    ("district", "DH_CSTD_CS", "person"): (302, 187, 5),
    ("district", "DH_LDTT", "person"): (2220, 881, 5),
    ("district", "DH_CSTT", "person"): (61, 24, 5),
    ("district", "DH_TTLDTT", "collective"): (241, 84, 5),
    ("district", "GK_HUYEN", "collective"): (104, 64, 5),
    ("district", "GK_HUYEN", "person"): (173, 161, 5),
}
AT_THE_CONFERENCE = {
    ("district", "GK_HUYEN", "collective"): (43, 43, 1),
    ("district", "GK_HUYEN", "person"): (63, 63, 1),
}
INSIDE = {
    ("district", "GK_HUYEN", "collective"): (147, 76, 6),
    ("district", "GK_HUYEN", "person"): (236, 216, 6),
}
FIVE_YEARS = ("report", "period", "--from", "2015-01-01", "--to", "22/07/2020")
CONFERENCE = "Nhân dịp Hội nghị biểu dương điển hình tiên tiến trong phong trào thi đua yêu nước giai đoạn 2015 – 2020, "


@pytest.fixture
def typed(capsys):
    """What a command answers: exit code, what it printed, what it said on the side."""

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


@pytest.fixture
def refused(typed):
    """The one line a refused command says; it prints nothing else."""

    def run(*words):
        code, out, err = typed(*words)
        assert (code, out, err.count("\n")) == (2, "", 1)
        return err

    return run


@pytest.fixture
def district(practice, tmp_path):
    return Path(shutil.copy(practice, tmp_path / "huyện.thidua"))


@pytest.fixture
def new_office(tmp_path, typed):
    path = tmp_path / "mới" / "phòng.thidua"
    assert typed("new", "--db", path, "--office", "UBND huyện Bạch Thông")[0] == 0
    return path


def figures(rows):
    return {
        (row["level"], row["award"], row["recipient"]): (row["times"], row["distinct"], row["decisions"])
        for row in rows
    }


@pytest.mark.parametrize("basis", ["decided", "earned"])
def test_the_practice_district_reports_the_article_figure_by_figure(practice, data, basis):
    told = data(*FIVE_YEARS, "--basis", basis, "--db", practice)
    assert figures(told["rows"]) == ARTICLE
    assert figures(told["event_rows"]) == AT_THE_CONFERENCE
    assert {row["inherited"] for row in told["rows"]} == {0}
    for words in (
        "01 tập thể được Thủ tướng Chính phủ tặng Cờ thi đua của Chính phủ",
        "UBND tỉnh tặng 05 cờ thi đua",
        "32 lượt tập thể đạt danh hiệu tập thể lao động xuất sắc",
        "30 lượt tập thể và 32 cá nhân",
        "2.281 lượt cá nhân đạt danh hiệu lao động tiên tiến, chiến sĩ tiên tiến",
        "302 lượt cá nhân đạt danh hiệu chiến sĩ thi đua cơ sở",
        "241 lượt tập thể đạt danh hiệu tập thể lao động tiên tiến",
        "104 lượt tập thể và 173 lượt cá nhân",
        CONFERENCE + "UBND huyện Bạch Thông đã tôn vinh, tặng Giấy khen cho 43 tập thể và 63 cá nhân",
    ):
        assert words in told["sentence"]


@pytest.mark.parametrize("basis", ["decided", "earned"])
def test_the_conference_counts_inside_when_asked(practice, data, basis):
    told = data(*FIVE_YEARS, "--basis", basis, "--events", "inside", "--db", practice)
    assert (figures(told["rows"]), told["event_rows"]) == ({**ARTICLE, **INSIDE}, [])


def test_a_report_is_narrowed_by_unit_campaign_level_and_cutoff(practice, data):
    one = data(*FIVE_YEARS, "--level", "province", "--db", practice)
    assert {level for level, *_ in figures(one["rows"])} == {"province"}
    campaign = "nông dân sản xuất kinh doanh giỏi"
    assert data(*FIVE_YEARS, "--campaign", campaign, "--db", practice)["total"]["times"] == 41
    early = data(*FIVE_YEARS, "--cutoff", "31/12/2016", "--db", practice)
    assert early["total"]["decisions"] == 9
    of_unit = data(*FIVE_YEARS, "--unit", "Xã Hà Vị", "--db", practice)
    assert 0 < of_unit["total"]["times"] < 100


@pytest.mark.parametrize(
    ("form", "begins"), [("xlsx", b"PK"), ("docx", b"PK"), ("html", b"<!DOCTYPE"), ("json", b"{")]
)
def test_a_report_is_written_in_the_format_asked_for(practice, typed, tmp_path, form, begins):
    path = tmp_path / f"Báo cáo.{form}"
    code, out, err = typed(*FIVE_YEARS, "--out", path, "--db", practice)
    assert (code, err) == (0, "")
    assert out.startswith(f"Đã ghi {path}.")
    assert "2.281 lượt" in out
    assert path.read_bytes()[:20].lstrip().upper().startswith(begins)


def test_the_format_wins_over_the_ending_and_json_names_the_file(practice, data, tmp_path):
    path = tmp_path / "bao-cao.tmp"
    told = data(*FIVE_YEARS, "--format", "docx", "--out", path, "--db", practice)
    assert told["file"] == str(path)
    assert "2.281 lượt" in told["sentence"]
    assert path.read_bytes().startswith(b"PK")


def test_the_other_reports_are_made_too(practice, data, typed, tmp_path):
    roster = data("report", "unit-roster", "--unit", "Công an huyện", "--db", practice)
    assert "Công an huyện" in json.dumps(roster, ensure_ascii=False)
    record = data(
        "report", "person-record", "--name", "Nguyễn Đình Lưu", "--unit", "Xã Vi Hương", "--db", practice
    )
    assert "Nguyễn Đình Lưu" in json.dumps(record, ensure_ascii=False)
    listed = data("report", "decision-list", "--number", "985/QĐ-UBND", "--db", practice)
    assert any(len(table["rows"]) >= 106 for table in listed["tables"])
    most = data(
        "report",
        "people-by-awards",
        "--least",
        "7",
        "--from",
        "2015-01-01",
        "--to",
        "2020-12-31",
        "--db",
        practice,
    )
    assert most["tables"]
    path = tmp_path / "danh sach.xlsx"
    assert (
        typed("report", "decision-list", "--number", "985/QĐ-UBND", "--out", path, "--db", practice)[0] == 0
    )
    assert path.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ((*FIVE_YEARS, "--format", "docx"), "--out"),
        ((*FIVE_YEARS, "--out", "bao-cao.txt"), "định dạng"),
        ((*FIVE_YEARS, "--format", "docx", "--out", "/không/có/bao-cao.docx"), str(Path("/không/có"))),
        ((*FIVE_YEARS, "--unit", "Xã Không Có"), "Xã Không Có"),
        ((*FIVE_YEARS, "--campaign", "Phong trào lạ"), "Phong trào lạ"),
        (("report", "period", "--from", "2020-07-22", "--to", "2015-01-01"), "kết thúc trước"),
        (("report", "period", "--from", "31/02/2015", "--to", "2020-07-22"), "28 ngày"),
        (("report", "period", "--from", "2015", "--to", "2020-07-22"), "thiếu ngày"),
        (("report", "period", "--from", "2015", "--to", "2020-07-22"), "ví dụ 03/02/1930. Xem"),
        (("list",), "thiếu DANH_SÁCH"),
        (("report", "person-record", "--name", "Nguyễn Đình Lưu"), "2 người"),
        (("report", "person-record", "--name", "Không Ai"), "Không Ai"),
        (("report", "decision-list", "--number", "1/QĐ"), "1/QĐ"),
        (("report", "people-by-awards", "--from", "2015-01-01"), "--to"),
        (("report", "lạ"), "lạ"),
        (("report",), "TÊN"),
        ((*FIVE_YEARS, "--format", "xlsx", "--out", "bao-cao.docx"), "không hợp với --format xlsx"),
        (("report", "people-by-awards", "--least", "hai"), "--least phải là số, không phải “hai”"),
        ((*FIVE_YEARS, "--format", "docx", "--out", str(ROOT)), "là thư mục"),
        (("list", "things"), "things"),
        (("list", "units", "--limit", "3"), "--limit"),
        (("quên",), "quên"),
        ((), "LỆNH"),
    ],
)
def test_what_cannot_be_done_is_refused_in_one_vietnamese_line(practice, refused, words, reason):
    line = refused(*words, "--db", practice)
    assert reason in line
    assert "argument" not in line
    assert "invalid" not in line


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="a folder that takes no files is wanted")
@pytest.mark.parametrize("form", ["pdf", "xlsx", "docx", "html", "json"])
def test_a_report_into_a_folder_that_takes_no_files_is_refused(practice, refused, form):
    line = refused(*FIVE_YEARS, "--format", form, "--out", f"/proc/x.{form}", "--db", practice)
    assert line == "Không ghi được tệp vào thư mục “/proc” – chọn thư mục khác.\n"


def test_a_command_without_a_file_says_what_is_missing(refused):
    assert "--db" in refused("list", "units")


def test_the_file_and_json_may_stand_before_the_command(practice, typed):
    before = typed("--db", practice, "--json", "list", "campaigns")
    assert before == typed("list", "campaigns", "--json", "--db", practice)
    assert len(json.loads(before[1])) == 13


def test_a_new_office_is_empty_and_its_name_is_kept(new_office, data, refused):
    assert data("list", "awards", "--db", new_office) == []
    assert "Đã có tệp" in refused("new", "--db", new_office)
    assert "Đã có tệp" in refused("demo", "--db", new_office)


@pytest.mark.parametrize("command", ["list awards", "verify", "backup", "total list", "import"])
def test_a_file_that_is_not_there_or_not_ours_is_refused(command, refused, tmp_path):
    if command == "import":
        command = f"import {shutil.copy(A_LIST, tmp_path / 'ds.xlsx')}"
    assert "vắng.thidua" in refused(*command.split(), "--db", tmp_path / "vắng.thidua")
    foreign = tmp_path / "lạ.thidua"
    foreign.write_bytes(b"khong phai tep so lieu" * 50)
    before = foreign.read_bytes()
    assert "lạ.thidua" in refused(*command.split(), "--db", foreign)
    assert foreign.read_bytes() == before


def test_awards_are_listed_with_every_word_of_their_day(practice, data):
    rows = data("list", "awards", "--db", practice)
    assert len(rows) == 3308
    honoured = [row for row in rows if row["decision"] == "985/QĐ-UBND" and row["recipient"] == "collective"]
    assert len(honoured) == 43
    assert all(award["unit"] == award["name"] for award in honoured)
    assert {**honoured[0], "name": "", "unit": "", "title_written": ""} == {
        "award": "GK_HUYEN",
        "recipient": "collective",
        "year": 2020,
        "decision": "985/QĐ-UBND",
        "decided_on": "2020-07-20",
        "name": "",
        "unit": "",
        "campaign": "Điển hình tiên tiến giai đoạn 2015 – 2020",
        "level": "district",
        "post": "",
        "title_written": "",
    }
    titled = next(row for row in rows if row["award"] == "DH_LDTT")
    assert titled["campaign"] is None
    assert all(titled[key] for key in ("name", "unit", "post", "title_written"))


def test_lists_say_what_they_hold_to_people_and_to_programs(practice, data, typed):
    held = {"units": 95, "people": 929, "campaigns": 13, "decisions": 48}
    for what, number in held.items():
        assert len(data("list", what, "--db", practice)) == number
        _, out, _ = typed("list", what, "--db", practice)
        assert out.splitlines()[-1].startswith(str(number))
    _, out, _ = typed("list", "awards", "--db", practice)
    assert out.splitlines()[-1] == "3.308 lượt · 909 cá nhân, 87 tập thể, 0 hộ gia đình · 48 quyết định"
    assert {row["name"] for row in data("list", "units", "--search", "quan binh", "--db", practice)} >= {
        "Xã Quân Bình"
    }
    assert all(not row["discrepancies"] for row in data("list", "decisions", "--db", practice))
    funds = {row["year"]: row for row in data("list", "funds", "--db", practice)}
    assert list(funds) == [2020, 2019, 2018]
    assert (funds[2019]["left"], funds[2019]["organising"]) == (480_000_000, 96_000_000)
    assert [row["year"] for row in data("list", "funds", "--search", "năm 2018", "--db", practice)] == [2018]


def test_an_inherited_total_stands_in_the_report_beside_the_rows(district, data, typed):
    add = (
        "total",
        "add",
        "--award",
        "DH_LDTT",
        "--award",
        "DH_CSTT",
        "--recipient",
        "person",
        "--level",
        "district",
    )
    told = data(*add, "--count", 100, "--year", 2016, "--source", "Báo cáo số 12", "--db", district)
    assert (told["awards"], told["from"], told["to"]) == (["DH_LDTT", "DH_CSTT"], "2016-01-01", "2016-12-31")
    assert data("total", "list", "--db", district) == [told]
    assert "2.381 lượt cá nhân" in data(*FIVE_YEARS, "--db", district)["sentence"]
    at_event = ("--event", "Hội nghị khác", "--from", "2019-01-01", "--to", "2019-12-31")
    more = data(
        "total", "add", "--award", "GK_HUYEN", "--recipient", "household", "--level", "district",
        "--count", 5, *at_event, "--source", "Biên bản", "--unit", "Xã Hà Vị", "--campaign",
        "Nông dân sản xuất kinh doanh giỏi", "--db", district,
    )  # fmt: skip
    assert (more["event"], more["unit"]) == ("Hội nghị khác", "Xã Hà Vị")
    _, out, _ = typed("total", "list", "--db", district)
    assert "2 số liệu kế thừa" in out


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"--award": "KHONG_CO"}, "KHONG_CO"),
        ({"--award": "DH_TTLDTT"}, "không tặng"),
        ({"--recipient": "người"}, "người"),
        ({"--level": "làng"}, "làng"),
        ({"--count": "0"}, "lớn hơn 0"),
        ({"--count": "nhiều"}, "nhiều"),
        ({"--count": "99999999999999999999"}, "quá lớn"),
        ({"--year": "99999"}, "99999"),
        ({"--source": " "}, "nguồn"),
        ({"--year": None}, "--year"),
        ({"--unit": "Xã Không Có"}, "Xã Không Có"),
        ({"--source": None}, "--source"),
    ],
)
def test_a_total_that_cannot_stand_is_refused_and_nothing_is_kept(district, refused, change, reason):
    given = {
        "--award": "DH_LDTT+DH_CSTT", "--recipient": "person", "--level": "district", "--count": "12",
        "--year": "2014", "--source": "Báo cáo số 12", **change,
    }  # fmt: skip
    before = content_hash(district)
    words = [part for key, value in given.items() if value is not None for part in (key, value)]
    assert reason in refused("total", "add", *words, "--db", district)
    assert content_hash(district) == before


def test_a_backup_is_made_and_brings_everything_back(district, data, tmp_path):
    before = content_hash(district)
    made = data("backup", "--to", tmp_path / "usb", "--db", district)
    assert made["counts"]["award"] == 3308
    assert Path(made["backup"]).parent == tmp_path / "usb"
    data("total", "add", "--award", "DH_LDTT", "--recipient", "person", "--level", "district", "--count", 1,
         "--year", 2014, "--source", "Sổ", "--db", district)  # fmt: skip
    assert content_hash(district) != before
    told = data("restore", made["backup"], "--db", district)
    assert content_hash(district) == before
    assert Path(told["aside"]).is_file()
    assert data("verify", "--db", district)["ok"]


def test_a_backup_goes_beside_the_file_unless_told_otherwise(district, typed):
    code, out, _ = typed("backup", "--db", district)
    assert code == 0
    assert "3.308 lượt khen" in out
    assert [path.suffix for path in (district.parent / "huyện-sao-luu").iterdir()] == [".thidua"]


def test_a_backup_is_made_while_the_window_has_the_file_open(district, data):
    workspace = Workspace.open(district, backed_up=False)
    half = backup.folder_of(district) / f"{district.stem}-20200101-080000.thidua.dang-ghi"
    half.parent.mkdir()
    half.write_bytes(b"being written")
    try:
        with workspace.write("Thêm đơn vị") as session:
            units.add(session, UnitDraft("Xã Mới Thêm", "commune"))
        made = data("backup", "--db", district)
        assert content_hash(Path(made["backup"])) == content_hash(district)
        assert half.exists()
    finally:
        workspace.close(backed_up=False)


def test_a_damaged_backup_is_not_restored(district, refused, tmp_path):
    before = content_hash(district)
    broken = tmp_path / "hỏng.thidua"
    broken.write_bytes(district.read_bytes()[: 5 * 4096])
    assert "hỏng.thidua" in refused("restore", broken, "--db", district)
    assert "vắng.thidua" in refused("restore", tmp_path / "vắng.thidua", "--db", district)
    assert content_hash(district) == before


def test_a_damaged_file_is_told_by_verify(district, refused):
    whole = district.read_bytes()
    district.write_bytes(whole[:40960] + b"\xff" * 8192 + whole[49152:])
    assert "huyện.thidua" in refused("verify", "--db", district)


def test_an_open_file_is_not_written_by_a_second_process(district, refused):
    from thidua_desktop.workspace import Workspace

    window = Workspace.open(district, backed_up=False)
    try:
        assert "đang mở" in refused("list", "units", "--db", district)
    finally:
        window.close(backed_up=False)


def test_help_is_vietnamese_on_every_level(typed):
    for words in ((), ("import",), ("total", "add"), ("report",), ("report", "period"), ("list",)):
        code, out, err = typed(*words, "--help")
        assert (code, err) == (0, "")
        assert out.startswith("Cách dùng: main.py")
        assert out.count("Cách dùng") == 1
        assert "usage" not in out
        assert "options" not in out
        assert "show this" not in out


def test_a_bug_is_one_line_and_a_log_and_no_traceback(practice, typed, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    monkeypatch.setenv("LOCALAPPDATA", str(tmp_path))
    monkeypatch.setattr("ui.cli.lists._LISTS", {})
    code, out, err = typed("list", "units", "--db", practice)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "Traceback" not in err
    log = Path(err.strip().rpartition("ghi ở ")[2])
    assert "KeyError: 'units'" in log.read_text(encoding="utf-8")


def _run(*words, cwd):
    environment = {key: value for key, value in os.environ.items() if not key.startswith("QT_")}
    return subprocess.run(
        [sys.executable, ROOT / "main.py", *words],
        cwd=cwd, capture_output=True, check=False, timeout=120,
        env={**environment, "PYTHONIOENCODING": "cp1252"},
    )  # fmt: skip


def test_the_program_itself_does_the_main_job_without_a_screen(tmp_path):
    """As on Windows with its output piped: the old code page must not turn "ả" into an error."""
    made = _run("demo", "--db", "h.thidua", cwd=tmp_path)
    assert (made.returncode, made.stderr) == (0, b"")
    assert "3.308 lượt khen" in made.stdout.decode()
    report = _run(*FIVE_YEARS, "--out", "bao-cao.pdf", "--db", "h.thidua", cwd=tmp_path)
    assert (report.returncode, report.stderr) == (0, b"")
    assert "2.281 lượt cá nhân" in report.stdout.decode()
    assert (tmp_path / "bao-cao.pdf").read_bytes().startswith(b"%PDF")
    refused = _run("list", "units", "--db", "khác.thidua", cwd=tmp_path)
    assert (refused.returncode, refused.stdout) == (2, b"")
    assert "khác.thidua" in refused.stderr.decode()


@pytest.mark.parametrize("argv", [[], ["phòng.thidua"]])
def test_without_a_command_the_window_opens_on_the_file_given(monkeypatch, argv):
    started = []
    monkeypatch.setattr("ui.desk.start", lambda *paths: started.extend(paths) or 0)
    assert run(argv) == 0
    assert started == [ROOT, *map(Path, argv)]


def test_a_folder_that_takes_no_backup_is_told_and_the_work_goes_on(district, typed):
    district.with_name("huyện-sao-luu").write_bytes(b"a file where the folder should be")
    total = ("total", "add", "--award", "DH_LDTT", "--recipient", "person", "--level", "district")
    code, out, err = typed(*total, "--count", 1, "--year", 2014, "--source", "Sổ", "--db", district)
    assert (code, out.startswith("Đã thêm")) == (0, True)
    assert "Chưa sao lưu được" in err


class ClosedPipe:
    """What Windows says when whoever read the output has gone."""

    def __init__(self, number):
        self.number = number

    def write(self, text):
        raise OSError(self.number, "Invalid argument")

    def fileno(self):
        return os.open(os.devnull, os.O_WRONLY)


def test_a_reader_that_stops_early_is_no_bug_on_windows(practice, monkeypatch, capsys):
    monkeypatch.setattr("sys.stdout", ClosedPipe(errno.EINVAL))
    with monkeypatch.context() as there:
        there.setattr("ui.cli.sys", SimpleNamespace(platform="win32", stdout=sys.stdout, stderr=sys.stderr))
        assert main(["list", "campaigns", "--db", str(practice)]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(("platform", "number"), [("linux", errno.EINVAL), ("win32", errno.EIO)])
def test_other_trouble_of_the_output_stays_one(practice, monkeypatch, capsys, tmp_path, platform, number):
    monkeypatch.setattr("ui.cli._logged", lambda _error: tmp_path)
    streams = SimpleNamespace(platform=platform, stdout=ClosedPipe(number), stderr=sys.stderr)
    monkeypatch.setattr("ui.cli.sys", streams)
    assert main(["list", "campaigns", "--db", str(practice)]) == 1
    assert "lỗi ngoài dự kiến" in capsys.readouterr().err


def test_without_any_terminal_commands_are_done_all_the_same(district, monkeypatch, tmp_path):
    """As under pythonw."""
    monkeypatch.setattr("sys.stdout", None)
    monkeypatch.setattr("sys.stderr", None)
    path = tmp_path / "bao-cao.json"
    assert main([*FIVE_YEARS, "--out", str(path), "--db", str(district)]) == 0
    assert path.stat().st_size > 1000
    assert main(["--help"]) == 0
    assert main(["list", "units", "--db", str(tmp_path / "vắng.thidua")]) == 2
    district.with_name("huyện-sao-luu").write_bytes(b"a file where the folder should be")
    total = ("total", "add", "--award", "DH_LDTT", "--recipient", "person", "--level", "district")
    more = ("--count", "1", "--year", "2014", "--source", "Sổ", "--db", str(district))
    assert main([*total, *more]) == 0


@pytest.mark.parametrize("path", [".", Path.cwd().anchor])
def test_a_report_into_a_folder_alone_is_refused(practice, refused, path):
    line = refused(*FIVE_YEARS, "--format", "docx", "--out", path, "--db", practice)
    assert "là thư mục – ghi thêm tên tệp" in line


@pytest.mark.parametrize("name", ["bao|cao.json", "bao?cao.docx", "CON.json", "ab:c.pdf"])
def test_a_report_under_a_name_windows_cannot_keep_is_refused(practice, refused, tmp_path, monkeypatch, name):
    monkeypatch.setattr("thidua_desktop.disk.sys", SimpleNamespace(platform="win32"))
    line = refused(*FIVE_YEARS, "--out", tmp_path / name, "--db", practice)
    assert f"Windows không nhận tên tệp “{name}”" in line
    assert list(tmp_path.iterdir()) == []


def test_help_needs_nothing_slow():
    loaded = subprocess.run(
        [sys.executable, "-c", "import sys; from ui.app import run; run(['--help']); print(*sys.modules)"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=True,
    ).stdout.split()  # fmt: skip
    assert {"sqlalchemy", "PySide6", "openpyxl", "sqlite3"} & set(loaded) == set()
