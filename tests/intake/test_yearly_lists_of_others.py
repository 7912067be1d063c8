"""Lists that look like those of a year and are of the Party, of unions, of pupils, of a month are refused."""

import pytest

from tests.intake.making import workbook
from tests.intake.test_yearly import BOOK, told
from thidua_desktop.intake.read import read_file

RATED = ("STT", "Họ và tên", "Đơn vị", "Xếp loại")
ROW = (1, "Lý Văn An", "Phòng Nội vụ", "HTTNV")
PUNISHED = ("STT", "Họ và tên", "Đơn vị", "Hình thức kỷ luật", "Từ ngày")
DISCIPLINE = (1, "Lý Văn An", "Phòng Nội vụ", "Khiển trách", "01/02/2023")
LEAVE = ("STT", "Họ và tên", "Đơn vị", "Số ngày nghỉ")
DAYS = (1, "Lý Văn An", "Phòng Nội vụ", 2)
IDEAS = ("STT", "Tên sáng kiến", "Tác giả", "Đơn vị")
IDEA = (1, "Vườn trường xanh", "Lý Văn An", "Phòng Nội vụ")


def read(tmp_path, *rows):
    return read_file(workbook(tmp_path / "so-lieu.xlsx", rows), BOOK)


def under(header, title):
    return (*header[:2], title, *header[3:])


@pytest.mark.parametrize(
    ("heading", "header", "row", "why"),
    [
        ("DANH SÁCH ĐẢNG VIÊN BỊ THI HÀNH KỶ LUẬT NĂM 2021", PUNISHED, DISCIPLINE, "Đảng"),
        ("DANH SÁCH KỶ LUẬT NĂM 2021", under(PUNISHED, "Chi bộ"), DISCIPLINE, "Đảng"),
        ("DANH SÁCH HỌC SINH BỊ KỶ LUẬT NĂM HỌC 2022-2023", PUNISHED, DISCIPLINE, "học sinh"),
        ("DANH SÁCH SINH VIÊN BỊ KỶ LUẬT NĂM 2021", PUNISHED, DISCIPLINE, "sinh viên"),
        ("DANH SÁCH BỊ KỶ LUẬT NĂM 2021", under(PUNISHED, "Lớp"), DISCIPLINE, "học sinh"),
        ("DANH SÁCH ĐOÀN VIÊN BỊ KỶ LUẬT NĂM 2021", PUNISHED, DISCIPLINE, "đoàn viên"),
        ("KẾT QUẢ XẾP LOẠI ĐOÀN VIÊN CÔNG ĐOÀN NĂM 2022", RATED, ROW, "đoàn viên"),
        ("KẾT QUẢ XẾP LOẠI CÔNG ĐOÀN CƠ SỞ NĂM 2022", RATED, ROW, "đoàn thể"),
        ("KẾT QUẢ XẾP LOẠI NĂM 2022", under(RATED, "Công đoàn cơ sở"), ROW, "đoàn thể"),
        ("KẾT QUẢ XẾP LOẠI NĂM 2022", under(RATED, "Chi đoàn"), ROW, "đoàn thể"),
        ("CHỈ TIÊU PHẤN ĐẤU XẾP LOẠI NĂM 2025", RATED, ROW, "chưa phải kết quả"),
        ("BẢNG CHẤM CÔNG THÁNG 10 NĂM 2022", LEAVE, DAYS, "một tháng"),
        ("TỔNG HỢP NGÀY NGHỈ QUÝ I NĂM 2022", LEAVE, DAYS, "một quý"),
        ("NGÀY NGHỈ TỪ THÁNG 1 ĐẾN THÁNG 6 NĂM 2022", LEAVE, DAYS, "một tháng"),
        ("THEO DÕI CÁN BỘ VẮNG HỌP NĂM 2022", LEAVE, DAYS, "họp"),
        ("SÁNG KIẾN DỰ THI HỘI THI SÁNG TẠO KỸ THUẬT NĂM 2023", IDEAS, IDEA, "hội thi"),
    ],
)
def test_a_list_of_others_is_refused_once(tmp_path, heading, header, row, why):
    reading = read(tmp_path, (heading,), header, row, (2, *row[1:]))
    assert reading.yearly == ()
    [problem] = reading.problems
    assert (problem.row, why in problem.reason, "thẻ Cột" in problem.reason) == (2, True, True)


def test_the_cell_of_a_party_heads_its_own_list(tmp_path):
    reading = read(tmp_path, ("CHI BỘ TRƯỜNG TH NÀ MÔ",), ("KẾT QUẢ XẾP LOẠI NĂM 2022",), RATED, ROW)
    assert (reading.yearly, len(reading.problems)) == ((), 1)


@pytest.mark.parametrize(
    ("above", "header", "row"),
    [
        ("LIÊN ĐOÀN LAO ĐỘNG HUYỆN: KẾT QUẢ XẾP LOẠI CÁN BỘ NĂM 2022", RATED, ROW),
        ("KẾT QUẢ XẾP LOẠI VIÊN CHỨC NĂM 2022", under(RATED, "Chi bộ"), ROW),
        ("TỔNG HỢP NGÀY NGHỈ TỪ THÁNG 01 ĐẾN THÁNG 12 NĂM 2022", LEAVE, DAYS),
        ("NGÀY NGHỈ NĂM HỌC 2021-2022 (TỪ THÁNG 9/2021 ĐẾN THÁNG 5/2022)", LEAVE, DAYS),
        ("CÁN BỘ, CHIẾN SĨ ĐANG TRONG THỜI GIAN THI HÀNH KỶ LUẬT", PUNISHED, DISCIPLINE),
        ("GIÁO VIÊN BỊ KỶ LUẬT DO XÂM PHẠM HỌC SINH NĂM 2022", PUNISHED, DISCIPLINE),
        ("TRƯỜNG ĐÀO TẠO CÁN BỘ: VIÊN CHỨC BỊ KỶ LUẬT NĂM 2022", PUNISHED, DISCIPLINE),
    ],
)
def test_lists_of_the_office_are_read(tmp_path, above, header, row):
    reading = read(tmp_path, (above,), header, row)
    assert (told(reading, "name"), reading.problems) == ([("Lý Văn An",)], ())


@pytest.mark.parametrize(("who", "title"), [("Lý Văn An", "Họ và tên"), ("Phòng Nội vụ", "Đơn vị")])
@pytest.mark.parametrize("total", ["Tổng cộng", "Tổng", "Cộng:"])
def test_a_sum_below_marks_makes_no_table_of_counts(tmp_path, who, title, total):
    header = ("STT", title, "HTXSNV", "HTTNV", "HTNV")
    rows = ((1, who, "", "x", ""), (None, total, 3, 4, 0))
    reading = read(tmp_path, ("KẾT QUẢ XẾP LOẠI NĂM 2022",), header, *rows)
    assert (told(reading, "name", "code"), reading.problems) == ([(who, "HTT")], ())


def test_ones_that_add_up_under_units_are_counts(tmp_path):
    header = ("STT", "Đơn vị", "HTXSNV", "HTTNV", "HTNV")
    rows = ((1, "Phòng Nội vụ", 1, 0, 0), (2, "Phòng Y tế", 0, 1, 0), (None, "Tổng cộng", 1, 1, 0))
    reading = read(tmp_path, ("TỔNG HỢP XẾP LOẠI NĂM 2022",), header, *rows)
    assert reading.yearly == ()
    assert "bảng đếm" in reading.problems[0].reason


def test_schools_by_their_names_are_collectives(tmp_path):
    for header, row in (
        (("STT", "Tên trường", "Xếp loại"), (1, "Trường TH Bản Thi", "HTTNV")),
        (("STT", "Tên trường", "HTXSNV", "HTTNV"), (1, "Trường TH Bản Thi", "", "+")),
    ):
        reading = read(tmp_path, ("XẾP LOẠI CÁC TRƯỜNG HỌC NĂM 2022",), header, row)
        assert told(reading, "recipient", "name", "code") == [("collective", "Trường TH Bản Thi", "HTT")]
    header = ("STT", "Họ và tên", "Tên trường", "Xếp loại")
    reading = read(tmp_path, ("XẾP LOẠI NĂM 2022",), header, (1, "Lý Văn An", "Trường TH Bản Thi", "HTTNV"))
    assert told(reading, "recipient", "name", "unit") == [("person", "Lý Văn An", "Trường TH Bản Thi")]
