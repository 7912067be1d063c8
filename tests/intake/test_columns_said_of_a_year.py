"""Columns of lists of a year: told as they were read, put right by the officer; names in two columns whole."""

import xlsxwriter

from tests.intake.making import workbook
from tests.intake.test_yearly import BOOK, told
from thidua_desktop.intake.layouts import NO_HEADER, Layout
from thidua_desktop.intake.read import read_file
from thidua_desktop.intake.roles import MARK, WORDS, wrong

HEADING = ("KẾT QUẢ XẾP LOẠI NĂM 2023",)
HEADER = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Mức độ hoàn thành nhiệm vụ")
PEOPLE = (
    (1, "Nguyễn Thị Mai", "Giáo viên", "Phòng Nội vụ", "HTT"),
    (2, "Lý Văn An", "", "Phòng Nội vụ", "HT"),
)
ODD = ("Số", "Người", "Việc", "Chỗ", "Được")
ROLES = ("place", "name", "post", "unit", "rating")


def read(tmp_path, *rows, layouts=()):
    path = workbook(tmp_path / "so-lieu.xlsx", rows)
    return read_file(path, BOOK, layouts={layout.key: layout for layout in layouts})


def rated(reading):
    return told(reading, "name", "post", "unit", "code")


RATED = [
    ("Nguyễn Thị Mai", "Giáo viên", "Phòng Nội vụ", "HTT"),
    ("Lý Văn An", "", "Phòng Nội vụ", "HT"),
]


def test_names_in_columns_of_their_parts_come_whole(tmp_path):
    header = ("STT", "Họ đệm", "Tên", "Đơn vị", "Xếp loại")
    people = ((1, "Nguyễn Thị", "Mai", "Phòng Nội vụ", "HTT"), (2, "Lý", "Văn An", "Phòng Nội vụ", "HT"))
    reading = read(tmp_path, HEADING, header, *people)

    assert told(reading, "name", "code") == [("Nguyễn Thị Mai", "HTT"), ("Lý Văn An", "HT")]
    assert reading.problems == ()
    assert reading.tables[0].roles == ("place", "family", "name", "unit", "rating")


def test_a_title_merged_over_both_parts_of_names_gives_them_whole(tmp_path):
    path = tmp_path / "gop.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADING)
        sheet.write_row(1, 0, ("STT", "", "", "Đơn vị", "Xếp loại"))
        sheet.merge_range(1, 1, 1, 2, "Họ và tên")
        sheet.write_row(2, 0, (1, "Nguyễn Thị", "Mai", "Phòng Nội vụ", "HTT"))
    reading = read_file(path, BOOK)

    assert (told(reading, "name", "code"), reading.problems) == ([("Nguyễn Thị Mai", "HTT")], ())
    assert reading.tables[0].roles == ("place", "family", "name", "unit", "rating")


def test_half_a_name_is_never_taken_for_the_whole(tmp_path):
    untitled = ("STT", "Họ và tên", None, "Đơn vị", "Xếp loại")
    before = ("STT", "Nhân sự", "Tên", "Đơn vị", "Xếp loại")
    row = (1, "Nguyễn Thị", "Mai", "Phòng Nội vụ", "HTT")
    for header in (untitled, before):
        reading = read(tmp_path, HEADING, header, row)
        assert reading.yearly == ()
        [problem] = reading.problems
        assert (problem.row, "Mai" in problem.reason) == (3, True)


def test_a_list_of_a_year_tells_how_its_columns_were_read(tmp_path):
    [table] = read(tmp_path, HEADING, HEADER, *PEOPLE).tables

    assert (table.titles, table.roles, table.how) == (HEADER, ROLES, "guessed")
    assert [row.number for row in (*table.above, *table.header, *table.below)] == [1, 2, 3, 4]


def test_a_wrong_guess_is_put_right_and_the_same_said_again_changes_nothing(tmp_path):
    before = read(tmp_path, HEADING, HEADER, *PEOPLE)
    key = before.tables[0].layout
    same = read(tmp_path, HEADING, HEADER, *PEOPLE, layouts=(Layout(key, ROLES),))
    swapped = Layout(key, ("place", "name", "unit", "post", "rating"))
    other = read(tmp_path, HEADING, HEADER, *PEOPLE, layouts=(swapped,))

    assert (same.yearly, same.problems, same.tables[0].how) == (before.yearly, (), "said")
    assert told(other, "name", "post", "unit")[0] == ("Nguyễn Thị Mai", "Phòng Nội vụ", "Giáo viên")
    assert (other.layouts, other.tables[0].roles) == ((swapped,), swapped.roles)


def test_titles_nobody_knows_are_said_by_the_officer(tmp_path):
    before = read(tmp_path, HEADING, ODD, *PEOPLE)
    assert (before.yearly, before.tables[0].how) == ((), "unknown")
    reading = read(
        tmp_path,
        HEADING,
        ODD,
        *PEOPLE,
        ODD,
        PEOPLE[0],
        layouts=(Layout("|".join(map(str.lower, ODD)), ROLES),),
    )

    assert rated(reading) == [*RATED, RATED[0]]
    assert (reading.problems, reading.form) == ((), "yearly")


def test_a_list_of_a_year_without_a_header_has_its_columns_named(tmp_path):
    shape = read(tmp_path, HEADING, *PEOPLE).tables[0].layout
    reading = read(tmp_path, HEADING, *PEOPLE, layouts=(Layout(shape, ROLES),))

    assert (rated(reading), reading.problems) == (RATED, ())
    assert (reading.tables[0].header, reading.tables[0].how) == ((), "said")


def test_columns_of_marks_are_told_and_said(tmp_path):
    header = ("STT", "Họ và tên", "Đơn vị", "HTXS", "HTT", "HT")
    rows = (HEADING, header, (1, "Lý Văn An", "Phòng Nội vụ", "", "x", ""))
    before = read(tmp_path, *rows)
    roles = ("place", "name", "unit", MARK, MARK, MARK)
    said = Layout(before.tables[0].layout, roles)
    left = Layout(before.tables[0].layout, (*roles[:4], "skip", MARK))

    assert before.tables[0].roles == roles
    assert told(read(tmp_path, *rows, layouts=(said,)), "code") == told(before, "code") == [("HTT",)]
    assert [one.reason for one in read(tmp_path, *rows, layouts=(left,)).problems] == [
        "Không có mức hoàn thành nào được đánh dấu ở dòng này."
    ]


def test_a_list_taken_for_one_of_awards_becomes_one_of_a_year_and_back(tmp_path):
    header = ("STT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu")
    rows = (("DANH SÁCH NĂM 2023",), header, (1, "Lý Văn An", "", "Phòng Nội vụ", "LĐTT"))
    guessed = read(tmp_path, *rows)
    key = guessed.tables[0].layout
    pledged = read(tmp_path, *rows, layouts=(Layout(key, (*ROLES[:4], "pledge")),))
    given = read(tmp_path, *rows, layouts=(Layout(key, (*ROLES[:4], "title")),))

    assert guessed.yearly == given.yearly == ()
    assert [one.awards for one in given.decisions] == [one.awards for one in guessed.decisions]
    assert told(pledged, "subject", "name", "code") == [("pledge", "Lý Văn An", "DH_LDTT")]


def test_rows_said_to_be_no_header_are_none(tmp_path):
    key = read(tmp_path, HEADING, HEADER, *PEOPLE).tables[0].layout
    reading = read(tmp_path, HEADING, HEADER, *PEOPLE, layouts=(Layout(key, use=NO_HEADER),))

    assert reading.yearly == ()


def test_what_cannot_stand_together_is_told():
    assert "Không có vai trò cột" in wrong(("name", "rated"))
    assert "chỉ có trong danh sách theo năm" in wrong(("name", "starts"))
    assert "không đọc chung một bảng" in wrong(("name", "rating", "title"))
    assert "Chưa có cột nào là họ tên hoặc tên đơn vị" in wrong(("rating", "year"))
    assert "cùng được chọn" in wrong(("name", "rating", "rating"), ("Tên", "Loại", "Mức"))
    assert wrong(("name", MARK, MARK)) == wrong(("unit", "members")) == wrong(("idea", "authors")) == ""


def test_every_role_a_list_of_a_year_can_have_has_words(tmp_path):
    header = (
        *(
            "STT",
            "Tên sáng kiến",
            "Đồng tác giả",
            "Ngày sinh",
            "Giới tính",
            "Chức vụ",
            "Đơn vị",
            "Cấp công nhận",
        ),
        *(
            "Loại hình",
            "Kết quả nghiệm thu",
            "Đã áp dụng",
            "Số quyết định",
            "Ngày ký",
            "Năm công nhận",
            "Ghi chú",
        ),
    )
    [table] = read(tmp_path, ("SÁNG KIẾN NĂM 2023",), header, (1, "Giải pháp dạy toán", "Lý Văn An")).tables

    assert set(table.roles) <= set(WORDS)
    assert len(set(table.roles)) == len(header)
