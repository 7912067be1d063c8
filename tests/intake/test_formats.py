"""The same list in every kind of file offices keep."""

import csv
import io
import shutil
from pathlib import Path

import pytest

from tests.intake import corpus, making
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake.read import read_file
from thidua_desktop.intake.reading import FileReading

SAMPLES = Path(__file__).parents[1] / "data/samples/files"
OLD_WORD = Path(__file__).parents[1] / "data/old_word"
EXPECTED = [
    ("Hoàng Thị Mẫu", "1980", "Giáo viên", "Trường Tiểu học Ví Dụ"),
    ("Lý Văn Thử", "1975", "Chuyên viên", "Phòng Nội vụ"),
]
needs_office = pytest.mark.skipif(not shutil.which("soffice"), reason="this PC has no LibreOffice")


def found(reading: FileReading) -> list[tuple[str, str, str, str]]:
    assert reading.problems == ()
    awards = [award for decision in reading.decisions for award in decision.awards]
    return [(award.name, str(award.birth or ""), award.post, award.unit) for award in awards]


def separated(delimiter: str) -> str:
    text = io.StringIO()
    csv.writer(text, delimiter=delimiter).writerows(
        [["" if cell is None else cell for cell in row] for row in making.GOOD]
    )
    return text.getvalue()


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_table_of_text_is_read(delimiter: str, encoding: str, tmp_path: Path, book: TitleBook) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(separated(delimiter).encode(encoding))

    assert found(read_file(path, book)) == EXPECTED


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii", "vps"])
def test_a_table_of_text_in_an_old_encoding_is_read(encoding: str, tmp_path: Path, book: TitleBook) -> None:
    path = tmp_path / "a.txt"
    text = corpus.encoded(separated(";"), encoding)
    path.write_bytes(b"".join(c.encode("latin-1") if ord(c) < 256 else c.encode("cp1252") for c in text))

    reading = read_file(path, book)

    assert found(reading) == EXPECTED
    assert {repair.encoding for repair in reading.repairs} == {encoding}


def test_a_table_of_text_in_windows_1258_is_read(tmp_path: Path, book: TitleBook) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(making.windows_1258(separated(";")))

    assert found(read_file(path, book)) == EXPECTED


def test_an_old_font_saved_as_unicode_text_is_read(tmp_path: Path, book: TitleBook) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(corpus.encoded(separated("\t"), "tcvn3").encode("utf-8"))

    assert found(read_file(path, book)) == EXPECTED


def test_a_numbered_list_of_text_is_read(tmp_path: Path, book: TitleBook) -> None:
    path = tmp_path / "a.txt"
    path.write_text("\n".join(making.LINES), encoding="utf-8")

    assert [(name, post, unit) for name, _, post, unit in found(read_file(path, book))] == [
        (name, post, unit) for name, _, post, unit in EXPECTED
    ]


def test_a_cell_of_several_lines_counts_as_one_row(tmp_path: Path, book: TitleBook) -> None:
    path = tmp_path / "a.csv"
    path.write_text(separated(";").replace("Phòng Nội vụ", '"Phòng\nNội vụ"'), encoding="utf-8")

    assert found(read_file(path, book)) == EXPECTED


def test_an_open_document_is_read(tmp_path: Path, book: TitleBook) -> None:
    assert found(read_file(making.open_workbook(tmp_path / "a.ods", making.GOOD), book)) == EXPECTED


def test_a_workbook_with_macros_gives_its_data(tmp_path: Path, book: TitleBook) -> None:
    path = making.workbook_with(tmp_path / "a.xlsm", {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"})

    assert found(read_file(path, book)) == EXPECTED


@needs_office
@pytest.mark.parametrize("kind", ["doc", "rtf", "odt"])
def test_an_old_word_file_is_read_through_libreoffice(kind: str, book: TitleBook) -> None:
    """The files are making.LINES as LibreOffice 7.4 wrote them."""
    reading = read_file(OLD_WORD / f"a.{kind}", book)

    assert [(name, post, unit) for name, _, post, unit in found(reading)] == [
        (name, post, unit) for name, _, post, unit in EXPECTED
    ]


def test_without_libreoffice_an_old_word_file_ends_in_advice(
    tmp_path: Path, book: TitleBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    path = tmp_path / "a.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le"))

    (problem,) = read_file(path, book).problems

    assert "LibreOffice" in problem.reason
    assert "Save As" in problem.reason


def test_a_program_that_hangs_is_ended(
    tmp_path: Path, book: TitleBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text("#!/bin/sh\nexec /bin/sleep 100\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("thidua_desktop.intake.old_word._LONGEST", 0.1)
    path = tmp_path / "a.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "WordDocument".encode("utf-16-le"))

    assert "Không chuyển được" in read_file(path, book).problems[0].reason
