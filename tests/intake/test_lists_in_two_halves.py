"""Lists whose halves stand side by side, and tables typed with tabs."""

from pathlib import Path

import docx

from tests.intake.generated import BOOK
from tests.intake.making import REFERENCE, workbook
from tests.intake.short_lists import ADVANCED, SCHOOL, awards, in_word, names, placed, reasons, sheet
from thidua_desktop.intake.read import read_file

HEADER = ("TT", "Họ và tên", "Chức vụ", "", "TT", "Họ và tên", "Chức vụ")
FIRST = ("1", "Lý Thị Na", "Kế toán", "", "3", "Hà Văn Tư", "Giáo viên")
LAST = ("2", "Nguyễn Văn An", "Giáo viên", "", "", "", "")
ORDER = ["Lý Thị Na", "Nguyễn Văn An", "Hà Văn Tư"]


def test_the_right_half_is_read_below_the_left(tmp_path):
    below = ("", "Kế toán", "", "", "", "Hiệu trưởng", ""), ("Tổng cộng: 3 cá nhân./.",)
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, FIRST, LAST, *below)
    assert names(reading) == ORDER
    assert [(one.post, one.row) for one in awards(reading)] == [
        ("Kế toán", 4),
        ("Giáo viên", 5),
        ("Giáo viên", 4),
    ]
    assert (reading.problems, reading.decisions[0].remarks) == ((), ())


def test_in_word_too(tmp_path):
    rows = [("TT", "Họ và tên") * 2, ("1", ORDER[0], "3", ORDER[2]), ("2", ORDER[1], "", "")]
    assert names(in_word(tmp_path, ADVANCED, REFERENCE, rows)) == ORDER


def test_halves_numbered_each_from_one_are_asked(tmp_path):
    row = (*FIRST[:4], "1", *FIRST[5:])
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, row, LAST)
    assert names(reading) == []
    assert "hai cột số thứ tự" in reasons(reading)[0]


def test_nothing_of_a_half_is_lost_below_a_heading(tmp_path):
    rows = (
        FIRST,
        ("II. Tổ Văn phòng",),
        ("2", "Nguyễn Văn An", "Giáo viên", "", "4", "Lò Thị Hoa", "Giáo viên"),
    )
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, *rows)
    assert names(reading) == []
    assert len([one for one in reasons(reading) if "hai cột số thứ tự" in one]) == 2


def test_a_right_half_without_its_number_is_not_lost(tmp_path):
    rows = FIRST, ("2", "Nguyễn Văn An", "Giáo viên", "", "", "Lò Thị Hoa", "Giáo viên")
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), HEADER, *rows)
    assert names(reading) == []
    assert len(reading.problems) == 2


def test_a_table_typed_with_tabs_is_one(tmp_path):
    made = docx.Document()
    for line in (
        "UBND XÃ CAO KỲ",
        ADVANCED,
        REFERENCE,
        "TT\tHọ và tên\tChức vụ\tThôn",
        "1\tLý Thị Na\tTrưởng thôn\tNà Cà",
        "2\t\tHà Văn Tư\tHội viên CCB\tNà Pầu",
        "Tổng cộng: 2 cá nhân./.",
    ):
        made.add_paragraph(line)
    made.save(tmp_path / "go tab.docx")
    reading = read_file(tmp_path / "go tab.docx", BOOK)
    assert placed(reading) == [
        ("Lý Thị Na", "Trưởng thôn", "Thôn Nà Cà, xã Cao Kỳ"),
        ("Hà Văn Tư", "Hội viên CCB", "Thôn Nà Pầu, xã Cao Kỳ"),
    ]
    assert reading.problems == ()


def test_a_typed_row_that_lacks_a_part_is_told(tmp_path):
    made = docx.Document()
    for line in (
        ADVANCED,
        REFERENCE,
        "TT\tHọ và tên\tChức vụ\tĐơn vị",
        f"1\tLý Thị Na\tKế toán\t{SCHOOL}",
        "2\tHà Văn Tư\tGiáo viên",
    ):
        made.add_paragraph(line)
    made.save(tmp_path / "go tab.docx")
    reading = read_file(tmp_path / "go tab.docx", BOOK)
    assert names(reading) == ["Lý Thị Na"]
    assert len(reasons(reading)) == 1


def test_two_titles_side_by_side_head_two_lists(tmp_path: Path) -> None:
    half = ("STT", "Họ và tên", "Đơn vị")
    read = read_file(
        workbook(
            tmp_path / "danh sach.xlsx",
            (
                ("DANH SÁCH CÁ NHÂN ĐẠT DANH HIỆU THI ĐUA NĂM 2018",),
                ("(Kèm theo Quyết định số 98/QĐ-UBND ngày 11/5/2019 của Chủ tịch UBND huyện Bạch Thông)",),
                ("LAO ĐỘNG TIÊN TIẾN", "", "", "", "CHIẾN SĨ THI ĐUA CƠ SỞ"),
                (*half, "", *half),
                (1, "Nguyễn Văn An", "Phòng Nội vụ", "", 1, "Hoàng Thị Mẫu", "Phòng Y tế"),
                (2, "Lý Văn Thử", "Phòng Y tế", "", 2, "Bàn Thị Ví", "Phòng Nội vụ"),
            ),
        ),
        BOOK,
    )

    told = [(one.name, one.award) for decision in read.decisions for one in decision.awards]
    assert told == [
        ("Nguyễn Văn An", "DH_LDTT"),
        ("Lý Văn Thử", "DH_LDTT"),
        ("Hoàng Thị Mẫu", "DH_CSTD_CS"),
        ("Bàn Thị Ví", "DH_CSTD_CS"),
    ]
    assert read.problems == ()
