"""Initiatives: their level wherever a list tells it, their authors however they are written, denials."""

import pytest

from tests.intake.making import workbook
from tests.intake.test_yearly import BOOK, told
from thidua_desktop.intake.layouts import Layout
from thidua_desktop.intake.read import read_file

HEADER = ("STT", "Tên sáng kiến", "Tác giả", "Đơn vị")
PLAIN = ("DANH SÁCH SÁNG KIẾN CẤP CƠ SỞ NĂM 2022",)
ROW = (1, "Vườn trường xanh", "Lý Văn An", "Phòng Y tế")


def read(tmp_path, *rows, layouts=()):
    path = workbook(tmp_path / "so-lieu.xlsx", rows)
    return read_file(path, BOOK, layouts={layout.key: layout for layout in layouts})


@pytest.mark.parametrize(
    ("heading", "level"),
    [
        (("DANH SÁCH SÁNG KIẾN CẤP HUYỆN NĂM 2022",), "huyen"),
        (("SÁNG KIẾN ĐƯỢC CÔNG NHẬN CẤP TỈNH NĂM 2022",), "tinh"),
        (("SÁNG KIẾN CẤP BỘ NĂM 2022",), "bo"),
        (("HỘI ĐỒNG SÁNG KIẾN CẤP HUYỆN", "SÁNG KIẾN CẤP CƠ SỞ NĂM 2022"), "co_so"),
        (("HỘI ĐỒNG SÁNG KIẾN CẤP HUYỆN", "DANH SÁCH SÁNG KIẾN NĂM 2022"), "huyen"),
        (("SÁNG KIẾN KINH NGHIỆM CẤP TRƯỜNG NĂM 2022",), "co_so"),
        (("DANH SÁCH SÁNG KIẾN", "có phạm vi ảnh hưởng cấp tỉnh năm 2022"), "tinh"),
        (
            (
                "SÁNG KIẾN NĂM 2022",
                "(Kèm theo Quyết định số 9/QĐ-UBND ngày 01/6/2022 của Chủ tịch UBND tỉnh)",
            ),
            "tinh",
        ),
        (
            (
                "SÁNG KIẾN NĂM 2022",
                "(Kèm theo Quyết định số 9/QĐ-TH ngày 01/6/2022 của Hiệu trưởng Trường TH)",
            ),
            "co_so",
        ),
        (("SÁNG KIẾN CỦA CÁN BỘ, CÔNG CHỨC CẤP XÃ NĂM 2022",), "co_so"),
        (("SÁNG KIẾN NĂM 2022",), "co_so"),
    ],
)
def test_the_level_is_that_of_the_heading_or_of_who_signed(tmp_path, heading, level):
    reading = read(tmp_path, *((line,) for line in heading), HEADER, ROW)
    assert (told(reading, "code"), reading.problems) == ([(level,)], ())
    assert "ấp công nhận" in " ".join(reading.yearly[0].inferred)


@pytest.mark.parametrize(
    "heading",
    [
        ("SÁNG KIẾN CẤP CƠ SỞ, CẤP HUYỆN NĂM 2022",),
        ("SÁNG KIẾN CẤP HUYỆN, TỈNH NĂM 2022",),
        (
            "SÁNG KIẾN CẤP CƠ SỞ NĂM 2022",
            "(Kèm theo Quyết định số 9/QĐ-UBND ngày 01/6/2022 của Chủ tịch UBND tỉnh)",
        ),
    ],
)
def test_a_heading_of_several_levels_is_asked(tmp_path, heading):
    reading = read(tmp_path, *((line,) for line in heading), HEADER, ROW)
    assert reading.yearly == ()
    assert ["cấp công nhận" in problem.reason for problem in reading.problems] == [True]


def test_a_column_of_levels_stands_with_the_heading_or_is_asked(tmp_path):
    header = (*HEADER, "Cấp công nhận")
    rows = ((*ROW, "Cấp huyện"), (2, "Mái hiên", *ROW[2:], "Cấp tỉnh"), (3, "Lối đi", *ROW[2:], ""))
    reading = read(tmp_path, ("SÁNG KIẾN CẤP CƠ SỞ, CẤP HUYỆN NĂM 2022",), header, *rows)
    assert told(reading, "row", "code") == [(3, "huyen")]
    assert [problem.row for problem in reading.problems] == [4, 5]
    reading = read(tmp_path, ("SÁNG KIẾN NĂM 2022",), header, *rows)
    assert told(reading, "row", "code") == [(3, "huyen"), (4, "tinh")]
    assert [problem.row for problem in reading.problems] == [5]


def test_the_level_stands_over_its_rows(tmp_path):
    rows = (
        ("I", "CẤP TỈNH"),
        ROW,
        ("II. Sáng kiến cấp huyện: 02 sáng kiến",),
        (1, "Mái hiên", *ROW[2:]),
        ("III", "CẤP CƠ SỞ"),
        (1, "Lối đi", *ROW[2:]),
    )
    reading = read(tmp_path, ("DANH SÁCH SÁNG KIẾN NĂM 2022",), HEADER, *rows)
    assert (told(reading, "code"), reading.problems) == ([("tinh",), ("huyen",), ("co_so",)], ())


def test_columns_of_levels_are_marked_or_hold_the_decision(tmp_path):
    header = (*HEADER, "Cấp công nhận", None, None)
    below = (None, None, None, None, "Cơ sở", "Huyện", "Tỉnh")
    rows = (
        (*ROW, "x", "", ""),
        (2, "Mái hiên", *ROW[2:], "", "", "9/QĐ-UBND"),
        (3, "Lối đi", *ROW[2:], "x", "x", ""),
        (4, "Bồn hoa", *ROW[2:], "", "", ""),
        (5, "Giàn mướp", *ROW[2:], "", "tốt", ""),
    )
    rows = (("DANH SÁCH SÁNG KIẾN NĂM 2022",), header, below, *rows)
    reading = read(tmp_path, *rows)
    assert told(reading, "row", "code", "document") == [(4, "co_so", ""), (5, "tinh", "9/QĐ-UBND")]
    assert [problem.row for problem in reading.problems] == [6, 7, 8]
    [table] = reading.tables
    again = read(tmp_path, *rows, layouts=(Layout(table.layout, table.roles),))
    assert again.yearly == reading.yearly


def test_a_topic_that_is_an_initiative_is_no_research(tmp_path):
    for title, research in (
        ("Tên đề tài SKKN", False),
        ("Tên đề tài", True),
        ("Tên sáng kiến/đề tài", False),
    ):
        reading = read(tmp_path, PLAIN, ("STT", title, *HEADER[2:]), ROW)
        assert told(reading, "research") == [(research,)]


@pytest.mark.parametrize(
    "words",
    [
        *(
            "Không",
            "Không có",
            "Không có sáng kiến",
            "0",
            "Chưa có",
            "-",
            "Không đăng ký",
            "Không được công nhận",
        ),
        "Chưa có sáng kiến nào",
    ],
)
def test_who_has_no_initiative_has_none(tmp_path, words):
    header = ("STT", "Họ và tên", "Chức vụ", "Tên sáng kiến")
    reading = read(
        tmp_path, PLAIN, header, (1, "Lý Văn An", "GV", words), (2, "Lý Văn Ba", "GV", "Không gian mở")
    )
    assert (told(reading, "text"), reading.problems) == ([("Không gian mở",)], ())


@pytest.mark.parametrize(
    ("idea", "state", "note"),
    [
        *(("x", "", ""), ("Có", "", ""), ("2", "", ""), ("Mái hiên", "K. đạt", ""), ("Mái hiên", "0", "")),
        *(("Mái hiên", "KĐ", ""), ("Mái hiên", "", "Không được công nhận"), ("Mái hiên", "", "Chưa đạt")),
    ],
)
def test_what_was_not_recognised_is_told(tmp_path, idea, state, note):
    header = ("STT", "Họ và tên", "Chức vụ", "Tên sáng kiến", "Kết quả", "Ghi chú")
    reading = read(tmp_path, PLAIN, header, (1, "Lý Văn An", "GV", idea, state, note))
    assert (reading.yearly, [problem.row for problem in reading.problems]) == ((), [3])


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Lý Văn An, Hà Thị Bé và Ma Văn Cường", ["Lý Văn An", "Hà Thị Bé", "Ma Văn Cường"]),
        ("Lý Văn An và cộng sự", ["Lý Văn An"]),
        ("Chủ trì: Lý Văn An; cộng sự: Hà Thị Bé", ["Lý Văn An", "Hà Thị Bé"]),
        ("Chủ nhiệm: Lý Văn An Thư ký: Hà Thị Bé", ["Lý Văn An", "Hà Thị Bé"]),
        ("Lý Văn An + Hà Thị Bé", ["Lý Văn An", "Hà Thị Bé"]),
        ("Lý Văn An/Hà Thị Bé", ["Lý Văn An", "Hà Thị Bé"]),
        ("Lý Văn An - Hà Thị Bé", ["Lý Văn An", "Hà Thị Bé"]),
        ("Nhóm tác giả: Lý Văn An, Hà Thị Bé", ["Lý Văn An", "Hà Thị Bé"]),
        ("Lý Văn An (60%); Hà Thị Bé (40%)", ["Lý Văn An", "Hà Thị Bé"]),
        ("Lý Văn An (chủ trì), Hà Thị Bé", ["Lý Văn An", "Hà Thị Bé"]),
        ("Lý Văn An\nHà Thị Bé", ["Lý Văn An", "Hà Thị Bé"]),
        ("- Lý Văn An\n- Hà Thị Bé", ["Lý Văn An", "Hà Thị Bé"]),
        ("1. Lý Văn An\n2. Hà Thị Bé", ["Lý Văn An", "Hà Thị Bé"]),
        ("Lý Văn An (Chủ nhiệm)\nHà Thị Bé (Thư ký)", ["Lý Văn An", "Hà Thị Bé"]),
        ("1. Lý Văn An", ["Lý Văn An"]),
        ("Lý Văn An (đồng tác giả: Hà Thị Bé)", ["Lý Văn An", "Hà Thị Bé"]),
    ],
)
def test_every_author_is_named(tmp_path, cell, names):
    reading = read(tmp_path, PLAIN, HEADER, (1, "Vườn trường xanh", cell, "Phòng Y tế"))
    assert ([one.name for one in reading.yearly], reading.problems) == (names, ())
    left_out = "cộng sự không ghi tên" in " ".join(reading.yearly[0].inferred)
    assert left_out == ("và cộng sự" in cell)


def test_an_author_in_doubt_holds_the_whole_initiative(tmp_path):
    rows = (
        (1, "Vườn trường xanh", "Lý Văn An; #HTB", "Phòng Y tế"),
        (2, "Mái hiên", "Lý Văn Ba", "Phòng Y tế"),
        ("", "", "#HTB", "Phòng Y tế"),
        (3, "Lối đi", "Lý Văn Tư", "Phòng Y tế"),
    )
    reading = read(tmp_path, PLAIN, HEADER, *rows)
    assert told(reading, "text") == [("Lối đi",)]
    assert sorted(problem.row for problem in reading.problems) == [3, 4, 5]
    assert any("dòng 5" in problem.reason for problem in reading.problems)


def test_authors_stand_in_several_columns(tmp_path):
    for titles in (
        ("Chủ nhiệm đề tài", "Thành viên tham gia"),
        ("Tác giả 1", "Tác giả 2"),
        ("Họ và tên", "Đồng tác giả"),
    ):
        header = ("STT", "Tên sáng kiến", *titles, "Khoa")
        rows = (
            (1, "Vườn trường xanh", "Lý Văn An", "Hà Thị Bé, Ma Văn Cường", "Khoa Nội"),
            (2, "Mái hiên", "Lý Văn Ba", "Không", "Khoa Nội"),
        )
        reading = read(tmp_path, PLAIN, header, *rows)
        assert told(reading, "row", "name") == [
            (3, "Lý Văn An"),
            (3, "Hà Thị Bé"),
            (3, "Ma Văn Cường"),
            (4, "Lý Văn Ba"),
        ]
        assert reading.problems == ()
        [table] = reading.tables
        again = read(tmp_path, PLAIN, header, *rows, layouts=(Layout(table.layout, table.roles),))
        assert again.yearly == reading.yearly


def test_initiatives_of_two_years_keep_their_decisions(tmp_path):
    header = ("STT", "Họ và tên", "Năm 2021", None, "Năm 2022", None)
    below = (None, None, "Tên sáng kiến", "Số QĐ", "Tên sáng kiến", "Số QĐ")
    rows = (
        (1, "Lý Văn An", "Mái hiên", "10/QĐ-MN", "Lối đi", "22/QĐ-MN"),
        (2, "Hà Thị Bé", "Không", "", "Bồn hoa", "22/QĐ-MN"),
    )
    reading = read(tmp_path, ("TỔNG HỢP SÁNG KIẾN CẤP CƠ SỞ",), header, below, *rows)
    assert told(reading, "name", "text", "year", "document") == [
        ("Lý Văn An", "Mái hiên", 2021, "10/QĐ-MN"),
        ("Lý Văn An", "Lối đi", 2022, "22/QĐ-MN"),
        ("Hà Thị Bé", "Bồn hoa", 2022, "22/QĐ-MN"),
    ]
    assert reading.problems == ()


def test_the_year_a_topic_was_accepted_is_its_year(tmp_path):
    header = ("STT", "Tên đề tài", "Chủ nhiệm", "Cơ quan chủ trì", "Thời gian thực hiện", "Năm nghiệm thu")
    row = (1, "Lúa bản địa", "Lý Văn An", "Phòng Nông nghiệp", "2015 - 2017", 2017)
    reading = read(tmp_path, ("ĐỀ TÀI CẤP TỈNH ĐÃ NGHIỆM THU",), header, row)
    assert (told(reading, "year", "code"), reading.problems) == ([(2017, "tinh")], ())


@pytest.mark.parametrize("cell", ["Không", "Lý Văn An, Bé", "Lý Văn An (xã", "Lý Văn An, Hiệu trưởng"])
def test_what_is_no_whole_name_is_no_author(tmp_path, cell):
    reading = read(tmp_path, PLAIN, HEADER, (1, "Vườn trường xanh", cell, "Phòng Y tế"))
    assert (reading.yearly, [problem.row for problem in reading.problems]) == ((), [3])


def test_of_several_authors_each_has_only_what_is_his(tmp_path):
    header = (*HEADER[:3], "Năm sinh", "Đơn vị")
    two = "Lý Văn An\nHà Thị Bé"
    rows = (
        (1, "Mái hiên", two, "1980\n1985", "Phòng Y tế\nPhòng Nội vụ"),
        (2, "Lối đi", two, "1980", "Phòng Y tế"),
        (3, "Bồn hoa", two, "", "Phòng Y tế"),
    )
    reading = read(tmp_path, PLAIN, header, *rows)
    assert [(one.row, one.name, one.birth and one.birth.year, one.unit) for one in reading.yearly] == [
        (3, "Lý Văn An", 1980, "Phòng Y tế"),
        (3, "Hà Thị Bé", 1985, "Phòng Nội vụ"),
        (5, "Lý Văn An", None, "Phòng Y tế"),
        (5, "Hà Thị Bé", None, "Phòng Y tế"),
    ]
    assert [problem.row for problem in reading.problems] == [4]
    header = ("STT", "Tên đề tài", "Chủ nhiệm", "Năm sinh", "Thành viên")
    reading = read(tmp_path, PLAIN, header, (1, "Mái hiên", "Lý Văn An", 1980, "Hà Thị Bé"))
    assert [(one.name, one.birth and one.birth.year) for one in reading.yearly] == [
        ("Lý Văn An", 1980),
        ("Hà Thị Bé", None),
    ]


def test_an_initiative_denied_holds_no_other_of_its_name(tmp_path):
    rows = ((*ROW, "Không đạt"), (2, "Vườn trường xanh", "Hà Thị Bé", "Phòng Nội vụ", "Đạt"))
    reading = read(tmp_path, PLAIN, (*HEADER, "Kết quả"), *rows)
    assert (told(reading, "name"), [problem.row for problem in reading.problems]) == ([("Hà Thị Bé",)], [3])


def test_nobody_without_a_number_has_the_initiative_above_where_none_is_numbered(tmp_path):
    header = ("STT", "Họ và tên", "Đơn vị", "Tên sáng kiến")
    rows = (("", "Lý Văn An", "Phòng Y tế", "Mái hiên"), ("", "Hà Thị Bé", "Phòng Y tế", ""))
    reading = read(tmp_path, PLAIN, header, *rows)
    assert (told(reading, "name"), [problem.row for problem in reading.problems]) == ([("Lý Văn An",)], [4])


def test_a_level_against_that_over_its_rows_is_asked(tmp_path):
    rows = (("I", "CẤP TỈNH"), (*ROW, "Cấp huyện"), (2, "Mái hiên", *ROW[2:], "Tỉnh"))
    reading = read(tmp_path, ("SÁNG KIẾN NĂM 2022",), (*HEADER, "Cấp"), *rows)
    assert (told(reading, "text", "code"), [one.row for one in reading.problems]) == (
        [("Mái hiên", "tinh")],
        [4],
    )


def test_what_became_of_initiatives_is_no_rating(tmp_path):
    rows = ((*ROW, "Hoàn thành tốt nhiệm vụ"), (2, "Mái hiên", *ROW[2:], "Không đạt"))
    reading = read(tmp_path, PLAIN, (*HEADER, "Kết quả"), *rows)
    assert told(reading, "subject", "text") == [("idea", "Vườn trường xanh")]
    assert [problem.row for problem in reading.problems] == [4]
