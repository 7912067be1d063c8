"""Lists pasted together from several encodings: what the rows and columns tell, and what only the officer can."""

from pathlib import Path

import pytest

from tests.intake import corpus, making
from tests.intake.short_lists import names
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake.read import read_file

UNICODE, TCVN3, VNI = "unicode", "tcvn3", "vni"


def typed(texts: tuple[str, ...], encoding: str) -> list[str]:
    return [text if encoding == UNICODE else corpus.encoded(text, encoding) for text in texts]


def pasted(folder: Path, *rows: tuple[str, tuple[str, ...]]) -> Path:
    """A list whose rows come from files of other encodings, shown in one font."""
    head = [(making.HEADING,), (making.REFERENCE,), ("STT", "Họ và tên", "Chức vụ", "Đơn vị công tác")]
    typed_rows = [(number, *typed(row, encoding)) for number, (encoding, row) in enumerate(rows, 1)]
    return making.workbook(folder / "a.xlsx", [*head, *typed_rows])


LISTED = (
    (UNICODE, ("Đặng Thị Một", "Giáo viên", "Trường Tiểu học Ví Dụ")),
    (UNICODE, ("Nguyễn Văn Hai", "Y sĩ", "Trạm Y tế xã Ví Dụ")),
    (UNICODE, ("Trần Thị Ba", "Văn thư", "Phòng Nội vụ")),
)


@pytest.mark.parametrize(
    ("around", "encoding", "row"),
    [
        (UNICODE, VNI, ("Vũ Hữu Thụy", "Y sĩ", "Kho bạc Nhà nước")),  # TCVN3 has "Y sú" for it
        (TCVN3, VNI, ("Vũ Hữu Thụy", "Y sĩ", "Kho bạc Nhà nước")),
        (VNI, UNICODE, ("Quách Hoài Cúc", "Y sĩ", "Tòa án nhân dân huyện")),  # VNI has "Hồi" for it
        (UNICODE, TCVN3, ("Phan Mí Kỳ", "Hiệu trưởng", "Trường Tiểu học Nà Mẫu")),  # a name as it stands
    ],
)
def test_a_text_that_can_be_read_in_two_ways_follows_the_row_it_was_pasted_with(
    around: str, encoding: str, row: tuple[str, ...], tmp_path: Path, book: TitleBook
) -> None:
    rows = (*((around, cells) for _, cells in LISTED), (encoding, row))
    reading = read_file(pasted(tmp_path, *rows), book)

    assert reading.problems == ()
    award = reading.decisions[0].awards[-1]
    assert (award.name, award.post, award.unit) == row


def test_a_column_typed_in_another_encoding_than_those_beside_it_is_read(
    tmp_path: Path, book: TitleBook
) -> None:
    again = [(encoding, (name.replace(" ", " Hữu ", 1), *rest)) for encoding, (name, *rest) in LISTED]
    rows = [
        (name, *typed((post,), TCVN3), *typed((unit,), VNI)) for _, (name, post, unit) in (*LISTED, *again)
    ]
    rows[1:1] = [("Lò Thị Hoài", *typed(("Lái xe",), TCVN3), *typed(("Tòa án nhân dân huyện",), VNI))]
    reading = read_file(pasted(tmp_path, *((UNICODE, row) for row in rows)), book)

    award = reading.decisions[0].awards[1]
    assert (award.name, award.post, award.unit) == ("Lò Thị Hoài", "Lái xe", "Tòa án nhân dân huyện")
    assert reading.problems == ()


def test_where_cells_were_retyped_here_and_there_two_readings_are_asked(
    tmp_path: Path, book: TitleBook
) -> None:
    retyped = ("Hoàng Văn Bốn", *typed(("Văn thư",), VNI), "Phòng Nội vụ")
    open_ = ("Lộc Thị Năm", *typed(("Y sĩ",), VNI), "Phòng Nội vụ")
    rows = (*LISTED, (UNICODE, retyped), (UNICODE, open_))
    reading = read_file(pasted(tmp_path, *rows), book)

    assert names(reading) == [cells[0] for _, cells in LISTED]
    assert "“Y sĩ”" in reading.problems[-1].reason


def test_a_list_of_names_alone_does_not_tell_what_a_name_of_two_readings_is(
    tmp_path: Path, book: TitleBook
) -> None:
    some = ("Đặng Thị Một", "Nguyễn Văn Hai", "Trần Thị Bảy", "Hoài", "Nguyễn Thị Mười")
    reading = read_file(
        pasted(tmp_path, *((VNI if name != "Hoài" else UNICODE, (name,)) for name in some)), book
    )

    assert names(reading) == [name for name in some if name != "Hoài"]
    assert "“Hồi”" in reading.problems[0].reason


def test_a_text_of_no_everyday_word_that_an_old_encoding_reads_better_is_asked(
    tmp_path: Path, book: TitleBook
) -> None:
    rows = (*LISTED, (UNICODE, ("Đặng Thị Bốn", "Y só", "Phòng Nội vụ")))
    reading = read_file(pasted(tmp_path, *rows), book)

    assert names(reading) == [cells[0] for _, cells in LISTED]
    assert "“Y sĩ”" in reading.problems[0].reason
