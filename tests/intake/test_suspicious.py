"""What passes for a list in a folder is pointed out; real lists and plain programs are not."""

from pathlib import Path

import pytest

from tests.intake import making
from thidua_desktop.intake.suspicious import suspicious


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Danh sach.xlsx.exe", "chương trình (.exe)"),
        ("LĐTT 2019.docx.scr", "chương trình (.scr)"),
        ("Danh sách khen thưởng.exe", "chương trình (.exe)"),
        ("CSTD 2018.xls          .exe", "chương trình (.exe)"),
        ("Danh sach.xlsx.lnk", "lối tắt (.lnk)"),
        ("Mở tệp.lnk", "lối tắt (.lnk)"),
        ("Danh sach\u202excod.exe", "đảo chiều"),
        ("QD 12.vbs", "chương trình (.vbs)"),
        ("Tap tin.exe", "chương trình (.exe)"),
    ],
)
def test_what_passes_for_a_list_is_pointed_out(name: str, says: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"MZ")
    (tmp_path / "Tap tin").mkdir()

    (problem,) = suspicious([tmp_path])

    assert problem.file == name
    assert says in problem.reason


def test_a_program_under_the_suffix_of_a_list_is_pointed_out(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"MZ\x90\x00")

    (problem,) = suspicious([tmp_path / "a.xlsx"])

    assert "bên trong là chương trình" in problem.reason


def test_lists_and_plain_programs_are_left_alone(tmp_path: Path) -> None:
    making.workbook(tmp_path / "Danh sach.xlsx", making.GOOD)
    making.lines(tmp_path / "Danh sach 2.docx")
    (tmp_path / "setup.exe").write_bytes(b"MZ")
    (tmp_path / "anh.jpg").write_bytes(b"\xff\xd8")

    assert suspicious([tmp_path]) == ()


def test_folders_within_folders_are_looked_into_and_what_is_gone_is_no_error(tmp_path: Path) -> None:
    inner = tmp_path / "2019" / "khen"
    inner.mkdir(parents=True)
    (inner / "Danh sach.xlsx.exe").write_bytes(b"MZ")

    (problem,) = suspicious([tmp_path, tmp_path / "khong co", Path("a\0b")])

    assert problem.text == str(inner / "Danh sach.xlsx.exe")
