"""What is said to be on the stick is there; what was there stays."""

import errno
import hashlib
import io
import shutil
import subprocess
from pathlib import Path

import pytest

from thidua_desktop.domain.errors import Refused, Unavailable
from ui.exporting import copy_out
from ui.exporting.names import safe_name, safe_paths
from ui.exporting.safe_copy import MANIFEST, Disk
from ui.tasks import Cancelled

pytestmark = pytest.mark.usefixtures("qapp")

FILES = {"bao-cao.xlsx": b"x" * 3_000_000, "bao-cao.pdf": b"%PDF nho"}


class FailingFile(io.BufferedWriter):
    def __init__(self, path, limit, error):
        super().__init__(io.FileIO(path, "x"))
        self.left, self.error = limit, error

    def write(self, data):
        self.left -= len(data)
        if self.left < 0:
            raise self.error
        return super().write(data)


class FailingDisk(Disk):
    """A stick that takes so many bytes of each file and then fails."""

    def __init__(self, limit, error):
        self.limit, self.error = limit, error

    def create(self, path):
        return FailingFile(path, self.limit, self.error)


class SmallDisk(Disk):
    def free(self, folder):
        return 1000


class OldStick(Disk):
    def file_limit(self, folder):
        return 1_000_000


class ForgetfulDisk(Disk):
    """Writes well and reads back something else."""

    def reopen(self, path):
        return io.BufferedReader(io.BytesIO(b"something else"))


def tree(folder):
    return {
        p.relative_to(folder).as_posix(): p.read_bytes()
        for p in folder.rglob("*")
        if p.is_file() and p.name != MANIFEST
    }


def test_files_are_written_below_the_folder_and_the_sentence_counts_them(tmp_path):
    done = copy_out(FILES, tmp_path, "phong-noi-vu/2015-2020")
    assert tree(tmp_path / "phong-noi-vu" / "2015-2020") == FILES
    assert done.folder == tmp_path / "phong-noi-vu" / "2015-2020"
    assert done.sentence == "Đã ghi và đọc lại đúng 2 tệp. Có thể rút USB."


def test_the_list_of_digests_can_be_checked_by_others(tmp_path):
    copy_out({**FILES, "anh/hoi-nghi.jpg": b"jpg"}, tmp_path)
    lines = (tmp_path / MANIFEST).read_text(encoding="utf-8").splitlines()
    assert f"{hashlib.sha256(b'jpg').hexdigest()}  anh/hoi-nghi.jpg" in lines
    assert len(lines) == 3
    if shutil.which("sha256sum"):
        command = ["sha256sum", "-c", MANIFEST]
        assert subprocess.run(command, cwd=tmp_path, capture_output=True, check=False).returncode == 0


def test_a_file_on_the_disk_is_copied_as_it_is(tmp_path):
    source = tmp_path / "quet.pdf"
    source.write_bytes(b"scan" * 1_000_000)
    target = tmp_path / "usb"
    target.mkdir()
    copy_out({"quét/quyết định 215.pdf": source}, target)
    assert tree(target) == {"quét/quyết định 215.pdf": source.read_bytes()}


def test_an_earlier_file_is_kept_under_a_dated_name(tmp_path):
    copy_out({"bao-cao.pdf": b"cu"}, tmp_path)
    done = copy_out({"bao-cao.pdf": b"moi"}, tmp_path)
    found = tree(tmp_path)
    assert found.pop("bao-cao.pdf") == b"moi"
    assert done.kept[0].startswith("bao-cao (bản trước 20")
    assert found[done.kept[0]] == b"cu"
    assert done.sentence.endswith("Giữ lại 1 tệp cũ cùng tên.")


def test_writing_the_same_again_keeps_no_second_copy(tmp_path):
    copy_out(FILES, tmp_path)
    done = copy_out(FILES, tmp_path)
    assert done.kept == ()
    assert tree(tmp_path) == FILES


def test_two_earlier_files_of_one_second_do_not_overwrite_each_other(tmp_path):
    for content in (b"1", b"2", b"3", b"4"):
        copy_out({"a.pdf": content}, tmp_path)
    assert sorted(file.read_bytes() for file in tmp_path.glob("a*.pdf")) == [b"1", b"2", b"3", b"4"]


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "không còn đủ chỗ"),
        (OSError(errno.EIO, "Input/output error"), "đã bị rút ra"),
        (OSError(errno.EROFS, "Read-only file system"), "chỉ cho đọc"),
    ],
)
def test_a_failing_stick_is_told_in_a_sentence_and_leaves_what_was_there(tmp_path, error, told):
    (tmp_path / "bao-cao.xlsx").write_bytes(b"cu")
    with pytest.raises(Unavailable, match=told):
        copy_out(FILES, tmp_path, disk=FailingDisk(1_500_000, error))
    assert tree(tmp_path) == {"bao-cao.xlsx": b"cu"}


def test_folders_made_for_a_failed_export_are_taken_away(tmp_path):
    with pytest.raises(Unavailable):
        copy_out(FILES, tmp_path, "phong/ky", disk=FailingDisk(10, OSError(errno.ENOSPC, "full")))
    assert list(tmp_path.iterdir()) == []


def test_too_little_room_is_seen_before_anything_is_written(tmp_path):
    with pytest.raises(Unavailable, match=r"chỉ còn trống 1000 byte, cần 3 MB"):
        copy_out(FILES, tmp_path, disk=SmallDisk())
    assert list(tmp_path.iterdir()) == []


def test_a_file_too_large_for_fat32_is_refused_before_anything_is_written(tmp_path):
    with pytest.raises(Unavailable, match="FAT32"):
        copy_out(FILES, tmp_path, disk=OldStick())
    assert list(tmp_path.iterdir()) == []


def test_a_missing_drive_is_not_made_into_a_folder(tmp_path):
    with pytest.raises(Unavailable, match="đã rút ra"):
        copy_out(FILES, tmp_path / "usb", "phong")
    assert list(tmp_path.iterdir()) == []


def test_a_missing_source_is_named(tmp_path):
    with pytest.raises(Unavailable, match=r"Không còn tệp .*quet\.pdf"):
        copy_out({"a.pdf": tmp_path / "quet.pdf"}, tmp_path)


def test_what_reads_back_differently_is_not_called_written(tmp_path):
    with pytest.raises(Unavailable, match="không đúng như đã ghi"):
        copy_out(FILES, tmp_path, disk=ForgetfulDisk())
    assert list(tmp_path.iterdir()) == []


def test_a_target_open_in_excel_stays_and_so_does_all_else(tmp_path, monkeypatch):
    earlier = {"a.pdf": b"cu a", "b.xlsx": b"cu b"}
    copy_out(earlier, tmp_path)
    rename = Path.rename

    def locked(self, target):
        if self.name == "b.xlsx":
            raise PermissionError(errno.EACCES, "The process cannot access the file")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", locked)
    with pytest.raises(Unavailable, match=r"“b\.xlsx” đang mở"):
        copy_out({"a.pdf": b"moi", "b.xlsx": b"moi"}, tmp_path)
    assert tree(tmp_path) == earlier


def test_a_file_a_virus_scanner_holds_for_a_moment_gets_its_name(tmp_path, monkeypatch):
    rename, left = Path.rename, {"a.pdf.tmp": 2, "a.pdf": 1}

    def held(self, target):
        if left.get(self.name):
            left[self.name] -= 1
            error = PermissionError(errno.EACCES, "The process cannot access the file")
            error.winerror = 32
            raise error
        return rename(self, target)

    (tmp_path / "a.pdf").write_bytes(b"cu")
    monkeypatch.setattr(Path, "rename", held)
    done = copy_out({"a.pdf": b"moi"}, tmp_path)
    assert tree(tmp_path) == {"a.pdf": b"moi", done.kept[0]: b"cu"}


def test_cancelling_leaves_nothing_behind(tmp_path):
    def stop(done, total, name):
        if done > 1_000_000:
            raise Cancelled

    with pytest.raises(Cancelled):
        copy_out(FILES, tmp_path, "phong", stop)
    assert list(tmp_path.iterdir()) == []


def test_progress_goes_from_nothing_to_all(tmp_path):
    told = []
    copy_out(FILES, tmp_path, progress=lambda done, total, name: told.append((done, total)))
    assert told[0] == (0, 3_000_008)
    assert [done for done, _ in told] == sorted(done for done, _ in told)
    assert told[-1][0] == told[-1][1]


def test_what_a_pulled_stick_left_half_written_is_written_over(tmp_path):
    (tmp_path / "bao-cao.pdf.tmp").write_bytes(b"half")
    copy_out({"bao-cao.pdf": b"all"}, tmp_path)
    assert tree(tmp_path) == {"bao-cao.pdf": b"all"}


def test_a_path_too_long_for_windows_is_refused(tmp_path):
    with pytest.raises(Refused, match="quá dài"):
        copy_out({"/".join(["x" * 100] * 3): b""}, tmp_path)


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Báo cáo 215/QĐ-UBND?.xlsx", "Báo cáo 215-QĐ-UBND-.xlsx"),
        ("con.txt", "_con.txt"),
        ("LPT1", "_LPT1"),
        ("CON .txt", "_CON .txt"),
        ("com².txt", "_com².txt"),
        ("CONIN$", "_CONIN$"),
        ("conout$.txt", "_conout$.txt"),
        ("console.txt", "console.txt"),
        ("ten. ", "ten"),
        ("a:b", "a-b"),
        ("...", "khong-ten"),
        ("Bản tổng hợp.pdf", "Bản tổng hợp.pdf"),
    ],
)
def test_names_are_made_ones_that_windows_keeps(name, safe):
    assert safe_name(name) == safe


def test_a_long_name_keeps_its_suffix():
    assert safe_name("Danh sách " * 30 + ".xlsx").endswith(".xlsx")
    assert len(safe_name("Danh sách " * 30 + ".xlsx")) <= 120


def test_names_alike_but_for_case_stay_two_and_none_climbs_out_of_the_folder():
    paths = [str(path) for path in safe_paths(["A.pdf", "a.pdf", "../../b.pdf", "c\\d.pdf"])]
    assert paths == ["A.pdf", "a (2).pdf", "b.pdf", "c/d.pdf"]
