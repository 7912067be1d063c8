"""Tables that look like lists of a year and are not are refused once, with why; rows that deny are not taken."""

import pytest

from tests.intake.making import workbook
from tests.intake.test_yearly import BOOK, told
from thidua_desktop.intake.layouts import Layout
from thidua_desktop.intake.read import read_file

RATED = ("STT", "Họ và tên", "Đơn vị", "Xếp loại")
ROW = (1, "Lý Văn An", "Phòng Nội vụ", "HTT")
IDEAS = ("STT", "Tác giả", "Đơn vị", "Tên sáng kiến", "Cấp")
IDEA = (1, "Lý Văn An", "Phòng Nội vụ", "Giải pháp A", "Cấp huyện")
PUNISHED = ("STT", "Họ và tên", "Đơn vị", "Hình thức kỷ luật", "Từ ngày")
DISCIPLINE = (1, "Lý Văn An", "Phòng Nội vụ", "Khiển trách", "01/02/2023")


def read(tmp_path, *rows, layouts=()):
    path = workbook(tmp_path / "so-lieu.xlsx", rows)
    return read_file(path, BOOK, layouts={layout.key: layout for layout in layouts})


@pytest.mark.parametrize(
    ("heading", "header", "row", "why"),
    [
        ("ĐÁNH GIÁ, XẾP LOẠI ĐẢNG VIÊN NĂM 2023", RATED, ROW, "đảng viên"),
        ("XẾP LOẠI CHẤT LƯỢNG CÁC CHI BỘ NĂM 2023", RATED, ROW, "tổ chức đảng"),
        ("XẾP LOẠI NĂM 2023", (*RATED[:3], "Xếp loại đảng viên"), ROW, "đảng viên"),
        ("KẾT QUẢ XẾP LOẠI QUÝ II NĂM 2023", RATED, ROW, "một quý"),
        ("KẾT QUẢ XẾP LOẠI 6 THÁNG ĐẦU NĂM 2023", RATED, ROW, "một quý"),
        ("KẾT QUẢ XẾP LOẠI THÁNG 5 NĂM 2023", RATED, ROW, "một tháng"),
        ("XẾP LOẠI HỌC KỲ I NĂM HỌC 2022-2023", RATED, ROW, "học kỳ"),
        ("DANH SÁCH HỌC SINH NĂM HỌC 2022-2023", RATED, (*ROW[:3], "Tốt"), "học sinh"),
        (
            "DANH SÁCH NĂM HỌC 2022-2023",
            ("STT", "Họ và tên", "Lớp", "Xếp loại"),
            (*ROW[:3], "Tốt"),
            "học sinh",
        ),
        ("ĐÁNH GIÁ CHUẨN NGHỀ NGHIỆP NĂM HỌC 2022-2023", RATED, (*ROW[:3], "Tốt"), "chuẩn nghề nghiệp"),
        ("KẾT QUẢ HỘI THI NĂM 2023", RATED, (*ROW[:3], "Tốt"), "hội thi"),
        ("DANH SÁCH ĐỀ NGHỊ XẾP LOẠI NĂM 2023", RATED, ROW, "chưa phải kết quả"),
        ("ĐĂNG KÝ MỨC ĐỘ HOÀN THÀNH NĂM 2024", RATED, ROW, "chưa phải kết quả"),
        ("XẾP LOẠI NĂM 2023", (*RATED[:3], "Mức xếp loại đề nghị"), ROW, "chưa phải kết quả"),
        ("DANH SÁCH ĐỀ NGHỊ CÔNG NHẬN SÁNG KIẾN NĂM 2023", IDEAS, IDEA, "chưa phải kết quả"),
        ("DANH SÁCH ĐĂNG KÝ SÁNG KIẾN NĂM 2023", IDEAS, IDEA, "chưa phải kết quả"),
        ("DANH SÁCH ĐỀ NGHỊ XỬ LÝ KỶ LUẬT", PUNISHED, DISCIPLINE, "chưa phải kết quả"),
        ("DANH SÁCH XÓA BỎ HIỆU LỰC KỶ LUẬT", PUNISHED, DISCIPLINE, "chấm dứt kỷ luật"),
    ],
)
def test_a_table_of_something_else_is_refused_once(tmp_path, heading, header, row, why):
    rows = ((heading,), header, row, (2, *row[1:]))
    reading = read(tmp_path, *rows)

    assert (reading.yearly, reading.decisions, reading.rows_read) == ((), (), 0)
    [problem] = reading.problems
    assert (problem.row, why in problem.reason, "thẻ Cột" in problem.reason) == (2, True, True)

    [table] = reading.tables
    assert len(read(tmp_path, *rows, layouts=(Layout(table.layout, table.roles),)).yearly) > 0


@pytest.mark.parametrize(
    "above",
    [
        ("Xét đề nghị của Trưởng phòng Nội vụ;",),
        ("Kèm theo Quyết định số 12/QĐ-UBND ngày 05 tháng 6 năm 2023 của UBND huyện",),
        ("PHÒNG TÀI CHÍNH - KẾ HOẠCH",),
        ("VĂN PHÒNG ĐĂNG KÝ ĐẤT ĐAI",),
        ("(theo đề nghị của Hội đồng trường ngày 12/5/2023)",),
        ("ĐẢNG BỘ HUYỆN BẠCH THÔNG",),
    ],
)
def test_what_stands_above_true_lists_does_not_make_them_others(tmp_path, above):
    reading = read(tmp_path, above, ("KẾT QUẢ XẾP LOẠI CÔNG CHỨC NĂM 2023",), RATED, ROW)
    assert (told(reading, "name", "code", "year"), reading.problems) == ([("Lý Văn An", "HTT", 2023)], ())


def test_of_several_ratings_that_of_the_year_and_of_the_office_is_taken(tmp_path):
    for others in (("Xếp loại viên chức", "Xếp loại đảng viên"), ("Xếp loại cả năm", "Xếp loại quý IV")):
        reading = read(tmp_path, ("NĂM 2023",), (*RATED[:3], *others), (*ROW[:3], "HTXS", "HT"))
        assert (told(reading, "code"), reading.problems) == ([("HTXS",)], ())
    below = (None, None, None, "Quý IV", "Cả năm")
    reading = read(
        tmp_path, ("NĂM 2023",), (*RATED[:3], "Kết quả xếp loại", None), below, (*ROW[:3], "HT", "HTXS")
    )
    assert told(reading, "code") == [("HTXS",)]


@pytest.mark.parametrize("total", [(), ("Tổng số",)])
def test_tables_that_count_ratings_rate_nobody(tmp_path, total):
    header = ("STT", "Đơn vị", *total, "HTXS", "HTT", "HT")
    rows = ((1, "Phòng Nội vụ", *[2] * len(total), 1, 1, 0), (2, "Phòng Y tế", *[8] * len(total), 1, 7, 0))
    reading = read(tmp_path, ("TỔNG HỢP XẾP LOẠI NĂM 2023",), header, *rows)
    assert (reading.yearly, [problem.row for problem in reading.problems]) == ((), [2])
    assert "bảng đếm" in reading.problems[0].reason


def test_ideas_not_granted_are_told_and_not_entered(tmp_path):
    said = ("Công nhận", "Không công nhận", "Chưa đạt", "Đạt", "Loại A", "Loại")
    rows = [
        (place, "Lý Văn An", "Phòng Y tế", f"Giải pháp {place}", "Cấp huyện", one)
        for place, one in enumerate(said)
    ]
    reading = read(tmp_path, ("XÉT SÁNG KIẾN NĂM 2023",), (*IDEAS, "Kết quả"), *rows)
    assert told(reading, "text") == [("Giải pháp 0",), ("Giải pháp 3",), ("Giải pháp 4",)]
    assert [problem.row for problem in reading.problems] == [4, 5, 8]


def test_no_discipline_is_none_and_doubtful_words_are_asked(tmp_path):
    said = (
        "Không",
        "Không có",
        "Đề nghị khiển trách",
        "Khiển trách (đã xóa)",
        "Cảnh cáo về Đảng",
        "Cảnh cáo",
    )
    rows = [(*DISCIPLINE[:3], one, "01/02/2023") for one in said]
    reading = read(tmp_path, ("KỶ LUẬT",), PUNISHED, *rows)
    assert told(reading, "row", "code", "note") == [(7, "khac", "Cảnh cáo về Đảng"), (8, "canh_cao", "")]
    assert [problem.row for problem in reading.problems] == [5, 6]


def test_who_pledges_nothing_pledges_nothing(tmp_path):
    header = ("STT", "Họ và tên", "Đơn vị", "Danh hiệu đăng ký")
    said = ("Không", "Không đăng ký", "Không đăng ký CSTĐCS", "LĐTT")
    rows = [(*ROW[:3], one) for one in said]
    reading = read(tmp_path, ("ĐĂNG KÝ THI ĐUA NĂM 2024",), header, *rows)
    assert told(reading, "row", "code") == [(6, "DH_LDTT")]
    assert [problem.row for problem in reading.problems] == [5]


def test_what_was_reached_beside_pledges_is_neither_pledged_nor_lost_unsaid(tmp_path):
    header = ("STT", "Họ và tên", "Đơn vị", "Danh hiệu đăng ký", "Danh hiệu đạt được")
    reading = read(tmp_path, ("ĐĂNG KÝ THI ĐUA NĂM 2024",), header, (*ROW[:3], "CSTĐCS", "LĐTT"))
    assert told(reading, "code") == [("DH_CSTD_CS",)]
    [problem] = reading.problems
    assert "Danh hiệu đạt được" in problem.reason


def test_marks_that_repeat_the_row_above_repeat_ratings_and_posts_too(tmp_path):
    header = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Xếp loại")
    rows = ((1, "Lý Văn An", "Chuyên viên", "Phòng Nội vụ", "HTT"), (2, "Lý Văn Ba", "-nt-", "nt", '"'))
    reading = read(tmp_path, ("XẾP LOẠI NĂM 2023",), header, *rows)
    assert told(reading, "name", "post", "unit", "code")[1] == (
        "Lý Văn Ba",
        "Chuyên viên",
        "Phòng Nội vụ",
        "HTT",
    )
    assert len(reading.yearly[1].inferred) == 3


def test_several_years_in_one_cell_are_asked(tmp_path):
    rows = [(*ROW[:3], year, "HTT") for year in ("2022-2023", "2021, 2022", "2020-2023", "2023")]
    reading = read(tmp_path, ("STT", "Họ và tên", "Đơn vị", "Năm", "Xếp loại"), *rows)
    assert told(reading, "row", "year") == [(2, 2023), (5, 2023)]
    assert [problem.row for problem in reading.problems] == [3, 4]
