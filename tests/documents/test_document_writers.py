"""What every format has in common: whole or not at all, and nothing an officer types breaks the file."""

import errno
from pathlib import Path
from types import SimpleNamespace

import pytest
from sample_documents import FIGURES, LIST, REPORT, long_table

from thidua_desktop.documents.document import Column, Document, Paragraph, Table
from thidua_desktop.documents.target import replacing
from thidua_desktop.documents.writers import WRITERS
from thidua_desktop.domain.errors import Refused, Unavailable

OLD = b"what was there"
SMALL = Document("Nhỏ", (Paragraph("Một dòng"), FIGURES))

formats = pytest.mark.parametrize("code", sorted(WRITERS))


class Breaking(tuple):
    """Rows that fail in the middle, as a query whose drive is gone."""

    __slots__ = ()

    def __iter__(self):
        yield from self[:2]
        raise RuntimeError("rows are gone")


@pytest.fixture
def target(tmp_path):
    path = tmp_path / "Báo cáo – huyện.out"
    path.write_bytes(OLD)
    return path


def assert_untouched(path):
    assert path.read_bytes() == OLD
    assert list(path.parent.iterdir()) == [path]


@formats
@pytest.mark.parametrize("document", [REPORT, LIST, SMALL, Document("Trống", ())], ids=lambda d: d.title)
def test_every_format_writes_every_document_and_leaves_nothing_beside(code, document, target):
    WRITERS[code].write(document, target)
    assert target.read_bytes() != OLD
    assert list(target.parent.iterdir()) == [target]


@formats
def test_a_failing_write_leaves_the_old_file(code, target):
    broken = Document("Hỏng", (Table(FIGURES.columns, Breaking(FIGURES.rows)),))
    with pytest.raises(RuntimeError, match="rows are gone"):
        WRITERS[code].write(broken, target)
    assert_untouched(target)


@formats
def test_a_missing_folder_gets_a_sentence(code, tmp_path):
    with pytest.raises(Unavailable, match="Không tìm thấy thư mục"):
        WRITERS[code].write(SMALL, tmp_path / "không có" / "a.out")
    assert not list(tmp_path.iterdir())


@formats
def test_a_full_drive_gets_a_sentence_and_leaves_what_was_there(code, target):
    resource = pytest.importorskip("resource", reason="Windows has no limit on file sizes to play with")
    many = Document("Nhiều", (long_table(3000),))
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, limits[1]))
    try:
        with pytest.raises(Unavailable, match="không còn đủ chỗ"):
            WRITERS[code].write(many, target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert_untouched(target)


@formats
def test_a_file_open_in_excel_gets_a_sentence_and_stays(code, target, monkeypatch):
    def locked(self, other):
        raise PermissionError(errno.EACCES, "Access is denied", str(self))

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(Unavailable, match=r"đang mở trong chương trình khác \(Excel hoặc Word\)"):
        WRITERS[code].write(SMALL, target)
    monkeypatch.undo()
    assert_untouched(target)


@formats
def test_five_thousand_rows_are_written(code, tmp_path):
    WRITERS[code].write(Document("Dài", (long_table(5000),)), tmp_path / "dài.out")
    assert (tmp_path / "dài.out").stat().st_size > 50_000


@formats
def test_control_characters_and_broken_letters_do_not_spoil_the_file(code, tmp_path):
    dirt = "Nông\x00 Văn\x0b \ud800Mẫu\ufffe\x1f"
    table = Table((Column(dirt), Column("Số")), ((dirt, 1),), title=dirt, name=dirt)
    WRITERS[code].write(
        Document(dirt, (Paragraph(dirt), table, Paragraph(dirt, "note")), footer=dirt, extra_sheets=(table,)),
        tmp_path / "bẩn.out",
    )
    assert (tmp_path / "bẩn.out").stat().st_size > 100


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "không còn đủ chỗ"),
        (errno.EROFS, "chỉ cho đọc"),
        (errno.EIO, "đã bị rút ra"),
        (errno.ENODEV, "đã bị rút ra"),
    ],
)
def test_each_trouble_of_a_drive_has_its_sentence(number, sentence, target):
    with pytest.raises(Unavailable, match=sentence), replacing(target) as temporary:
        temporary.write_bytes(b"half")
        raise OSError(number, "trouble")
    assert_untouched(target)


@pytest.mark.parametrize(
    ("winerror", "sentence"),
    [
        (112, "không còn đủ chỗ"),
        (23, "đã bị rút ra"),
        (123, "Windows không nhận đường dẫn"),
        (161, "Windows không nhận đường dẫn"),
        (206, "quá dài"),
        (267, "Không tìm thấy thư mục"),
    ],
)
def test_each_number_of_windows_has_its_sentence(winerror, sentence, target):
    error = OSError(errno.EINVAL, "trouble")
    error.winerror = winerror
    with pytest.raises(Unavailable, match=sentence), replacing(target) as temporary:
        temporary.write_bytes(b"half")
        raise error
    assert_untouched(target)


@formats
@pytest.mark.parametrize("name", ["a?b.out", "CON.out", "nul", "ab:c.out", "tên. "])
def test_a_name_windows_cannot_keep_is_refused_there(code, name, tmp_path, monkeypatch):
    monkeypatch.setattr("thidua_desktop.disk.sys", SimpleNamespace(platform="win32"))
    with pytest.raises(Refused, match="Windows không nhận tên tệp"):
        WRITERS[code].write(SMALL, tmp_path / name)
    assert list(tmp_path.iterdir()) == []


@formats
@pytest.mark.parametrize("path", [Path(), Path(Path.cwd().anchor)], ids=["here", "root"])
def test_a_folder_alone_is_refused(code, path):
    with pytest.raises(Refused, match="là thư mục – ghi thêm tên tệp"):
        WRITERS[code].write(SMALL, path)


def test_a_name_too_long_for_the_disk_gets_a_sentence(tmp_path):
    with pytest.raises(Unavailable, match="quá dài"):
        WRITERS["json"].write(SMALL, tmp_path / ("x" * 300))
    assert list(tmp_path.iterdir()) == []


def test_a_target_marked_read_only_is_not_said_to_be_open(target, monkeypatch):
    error = PermissionError(errno.EACCES, "Access is denied")
    error.winerror = 5
    with pytest.raises(Unavailable, match="bỏ dấu Read-only"), replacing(target) as temporary:
        temporary.write_bytes(b"whole")
        monkeypatch.setattr("thidua_desktop.disk._TRIES", 1)
        monkeypatch.setattr(Path, "replace", lambda *_paths: (_ for _ in ()).throw(error))
        monkeypatch.setattr("thidua_desktop.disk.write_protected", lambda path: path == target)
    monkeypatch.undo()
    assert_untouched(target)


def test_a_target_a_virus_scanner_holds_for_a_moment_is_replaced(target, monkeypatch):
    replace, left = Path.replace, [1, 2]

    def held(self, other):
        if left:
            left.pop()
            error = PermissionError(errno.EACCES, "Access is denied")
            error.winerror = 5
            raise error
        return replace(self, other)

    monkeypatch.setattr(Path, "replace", held)
    WRITERS["json"].write(SMALL, target)
    assert target.read_bytes() != OLD


def test_a_folder_one_may_not_write_to_gets_its_own_sentence(tmp_path):
    with pytest.raises(Unavailable, match="Không có quyền ghi"), replacing(tmp_path / "mới.xlsx"):
        raise PermissionError(errno.EACCES, "denied")


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="a folder that takes no files is wanted")
@formats
def test_a_folder_that_takes_no_files_gets_a_sentence(code):
    with pytest.raises(Unavailable, match="Không ghi được tệp vào thư mục “/proc”"):
        WRITERS[code].write(SMALL, Path("/proc/báo cáo.out"))


def test_trouble_that_is_not_the_drives_stays_a_bug(target):
    with pytest.raises(FileNotFoundError), replacing(target) as temporary:
        Path("/nowhere/font.ttf").read_bytes()
    assert not temporary.exists()
    assert_untouched(target)


def test_a_folder_of_that_name_is_left_alone(tmp_path):
    (tmp_path / "báo cáo").mkdir()
    with pytest.raises(Unavailable, match="là thư mục"):
        WRITERS["json"].write(SMALL, tmp_path / "báo cáo")
    assert (tmp_path / "báo cáo").is_dir()


def test_each_format_has_a_name_and_an_ending():
    assert {code: writer.suffix for code, writer in WRITERS.items()} == {
        "xlsx": ".xlsx",
        "docx": ".docx",
        "html": ".html",
        "json": ".json",
    }
    assert all(writer.label for writer in WRITERS.values())
