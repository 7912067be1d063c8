"""Titles named by the headings of sections: those known hold for their rows, those unknown are asked."""

from pathlib import Path

import pytest

from tests.intake import making
from tests.intake.short_lists import ADVANCED
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake.read import read_file
from thidua_desktop.intake.reading import FileReading

HEADER = ("STT", "Họ và tên", "Chức vụ", "Đơn vị công tác")
UNKNOWN = "NGƯỜI TỐT VIỆC TỐT"
PEOPLE = ("Lý Văn Một", "Lý Văn Hai", "Lý Văn Ba")


def listed(
    folder: Path, book: TitleBook, *sections: str, heading: str = "DANH SÁCH KHEN THƯỞNG NĂM 2018"
) -> FileReading:
    rows: list[tuple[object, ...]] = [(heading,), (making.REFERENCE,), (), HEADER]
    for place, section in enumerate(sections):
        rows += [(section,), (place + 1, PEOPLE[place], "Giáo viên", "Phòng Nội vụ")]
    return read_file(making.workbook(folder / "a.xlsx", rows), book)


def taken(reading: FileReading) -> dict[str, str | None]:
    return {row.name: row.award for decision in reading.decisions for row in decision.awards}


def asked(reading: FileReading) -> dict[str, str]:
    """The rows that lack nothing but a known title, with the words to be asked."""
    return {one.candidate.name: one.candidate.title_written for one in reading.problems if one.candidate}


@pytest.mark.parametrize("words", [UNKNOWN, "Danh hiệu “Bông lúa vàng”", "GIẤY KHEN CỦA HỘI LÀM VƯỜN"])
def test_rows_under_an_unknown_title_are_never_those_of_the_title_before(
    words: str, tmp_path: Path, book: TitleBook
) -> None:
    reading = listed(tmp_path, book, "I. LAO ĐỘNG TIÊN TIẾN", f"II. {words}", "III. CHIẾN SĨ THI ĐUA CƠ SỞ")

    assert taken(reading) == {"Lý Văn Một": "DH_LDTT", "Lý Văn Ba": "DH_CSTD_CS"}
    assert asked(reading) == {"Lý Văn Hai": words}
    assert len(reading.problems) == 1


def test_an_unknown_title_of_the_whole_list_is_asked(tmp_path: Path, book: TitleBook) -> None:
    heading = f"DANH SÁCH CÁ NHÂN ĐƯỢC CÔNG NHẬN DANH HIỆU “{UNKNOWN}” NĂM 2018"
    rows = ((heading,), (making.REFERENCE,), (), HEADER, (1, PEOPLE[0], "Giáo viên", "Phòng Nội vụ"))
    reading = read_file(making.workbook(tmp_path / "a.xlsx", rows), book)

    assert (taken(reading), asked(reading)) == ({}, {PEOPLE[0]: UNKNOWN})


@pytest.mark.parametrize("section", ["I. Khen thưởng cá nhân", "A. DANH HIỆU THI ĐUA", "I. CÁ NHÂN"])
def test_a_heading_that_names_no_title_leaves_that_of_the_list(
    section: str, tmp_path: Path, book: TitleBook
) -> None:
    reading = listed(tmp_path, book, section, heading=ADVANCED)

    assert (taken(reading), reading.problems) == ({"Lý Văn Một": "DH_LDTT"}, ())


def test_a_general_heading_ends_the_title_before(tmp_path: Path, book: TitleBook) -> None:
    reading = listed(tmp_path, book, "I. LAO ĐỘNG TIÊN TIẾN", "B. HÌNH THỨC KHEN THƯỞNG")

    assert taken(reading) == {"Lý Văn Một": "DH_LDTT"}
    assert [one.reason for one in reading.problems] == [
        "Không thấy danh hiệu, hình thức khen thưởng ở dòng này và ở đầu đề."
    ]


def test_a_block_of_units_within_a_title_is_no_title(tmp_path: Path, book: TitleBook) -> None:
    reading = listed(tmp_path, book, "I. LAO ĐỘNG TIÊN TIẾN", "II. Khối trường học", "A. Bậc mầm non")

    assert taken(reading) == dict.fromkeys(PEOPLE, "DH_LDTT")


def test_names_of_collectives_and_of_households_beside_each_other(tmp_path: Path, book: TitleBook) -> None:
    header = ("STT", "Tên tập thể", "Hộ gia đình", "Danh hiệu")
    rows = ((1, "Trường Tiểu học Ví Dụ", None, "Giấy khen"), (2, None, "Lý Văn Thử", "Giấy khen"))
    above = (("DANH SÁCH KHEN THƯỞNG NĂM 2018",), (making.REFERENCE,), ())
    reading = read_file(making.workbook(tmp_path / "a.xlsx", (*above, header, *rows)), book)

    kinds = [(row.recipient, row.name) for row in reading.decisions[0].awards]
    assert kinds == [("collective", "Trường Tiểu học Ví Dụ"), ("household", "Lý Văn Thử")]


def test_an_unknown_title_of_a_thousand_rows_is_asked_for_each_of_them(
    tmp_path: Path, book: TitleBook
) -> None:
    rows = [
        (number, f"Lý Văn Thử {number}", "Giáo viên", "Phòng Nội vụ", UNKNOWN) for number in range(1, 1001)
    ]
    above = (("DANH SÁCH KHEN THƯỞNG NĂM 2018",), (making.REFERENCE,), (), (*HEADER, "Danh hiệu"))
    reading = read_file(making.workbook(tmp_path / "a.xlsx", (*above, *rows)), book)

    assert len(asked(reading)) == len(reading.problems) == reading.rows_read == 1000
