"""Lists as odd as offices write them: what stands before names, above tables, across pages, in marked columns."""

import pytest
import xlsxwriter

from tests.intake.generated import BOOK
from tests.intake.making import REFERENCE, document, paragraph, table
from tests.intake.short_lists import GIVEN, awarded, awards, names, placed, reasons, sheet, told, typed, units
from thidua_desktop.intake.around_name import bare
from thidua_desktop.intake.read import read_file

HEADER = ("STT", "Họ và tên", "Đơn vị")


@pytest.mark.parametrize(
    ("written", "name", "rank", "gender"),
    [
        ("1. Nông Văn Đức", "Nông Văn Đức", "", ""),
        ("02) Triệu Thị Mây", "Triệu Thị Mây", "", ""),
        ("3- Lý Thị Na", "Lý Thị Na", "", ""),
        ("Thượng tá Triệu Văn Mây", "Triệu Văn Mây", "Thượng tá", ""),
        ("Đại úy CN Lý Văn An", "Lý Văn An", "Đại úy CN", ""),
        ("ThS. Nông Văn Đức", "Nông Văn Đức", "ThS.", ""),
        ("PGS.TS. Nông Văn Đức", "Nông Văn Đức", "PGS.TS.", ""),
        ("BS CKII Lý Thị Na", "Lý Thị Na", "BS CKII", ""),
        ("Bác sĩ Lý Thị Na", "Lý Thị Na", "Bác sĩ", ""),
        ("NSƯT Đinh Thị Thu", "Đinh Thị Thu", "NSƯT", ""),
        ("Thầy Bế Văn Sơn", "Bế Văn Sơn", "", "male"),
        ("Cô giáo Bế Thị Sơn", "Bế Thị Sơn", "", "female"),
        ("Cô Thị Sơn", "Cô Thị Sơn", "", ""),
        ("Kỹ Sư", "Kỹ Sư", "", ""),
        ("Trung Tá", "Trung Tá", "", ""),
        ("Đại Văn Tá", "Đại Văn Tá", "", ""),
        ("Ts Văn Bình", "Ts Văn Bình", "", ""),
        ("Nông Văn Đức", "Nông Văn Đức", "", ""),
    ],
)
def test_what_stands_before_a_name_is_no_part_of_it(written, name, rank, gender):
    assert bare(written) == (name, rank, gender, "")


def test_a_rank_goes_to_the_post_and_is_told(tmp_path):
    reading = sheet(
        tmp_path,
        (GIVEN,),
        (REFERENCE,),
        ("STT", "Họ và tên", "Chức vụ", "Đơn vị"),
        (1, "Thượng tá Triệu Văn Mây", "Phó trưởng Công an", "Công an huyện"),
        (2, "2. ThS. Nông Văn Đức", "", "Phòng Nội vụ"),
        (3, "Cô Bế Thị Sơn", "Giáo viên", "Trường Tiểu học Cao Sơn"),
    )
    assert [(one.name, one.post, one.gender) for one in awards(reading)] == [
        ("Triệu Văn Mây", "Thượng tá, Phó trưởng Công an", ""),
        ("Nông Văn Đức", "ThS.", ""),
        ("Bế Thị Sơn", "Giáo viên", "female"),
    ]
    assert any("“Thượng tá” đứng trước tên" in said for said in awards(reading)[0].inferred)


def test_a_line_with_dashes_is_parted_into_name_post_and_unit(tmp_path):
    reading = typed(
        tmp_path,
        GIVEN,
        REFERENCE,
        "- Bà Triệu Thị Mây - Hiệu trưởng Trường Tiểu học Cao Sơn;",
        "- Ông Nông Văn Đức, Chuyên viên Phòng Nội vụ huyện;",
        "- Đồng chí Lý Thị Na, Phó Chủ tịch UBND xã Cao Sơn, huyện Bạch Thông.",
    )
    assert placed(reading) == [
        ("Triệu Thị Mây", "Hiệu trưởng", "Trường Tiểu học Cao Sơn"),
        ("Nông Văn Đức", "Chuyên viên", "Phòng Nội vụ huyện"),
        ("Lý Thị Na", "Phó Chủ tịch", "UBND xã Cao Sơn"),
    ]


def test_a_school_above_its_own_list_is_the_unit_of_everybody(tmp_path):
    reading = sheet(
        tmp_path,
        ("UBND HUYỆN BẠCH THÔNG",),
        ("TRƯỜNG TIỂU HỌC CAO SƠN",),
        ("DANH SÁCH CÁ NHÂN ĐẠT DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM HỌC 2017 - 2018",),
        (REFERENCE,),
        ("STT", "Họ và tên", "Chức vụ"),
        (1, "Nông Văn Đức", "Giáo viên"),
    )
    [one] = awards(reading)
    assert (one.unit, one.year) == ("Trường Tiểu học Cao Sơn", 2018)
    assert any("lấy theo đầu đề" in said for said in one.inferred)


def test_a_desk_above_the_list_of_the_district_is_nobody_s_unit(tmp_path):
    rows = (("UBND HUYỆN BẠCH THÔNG",), ("PHÒNG NỘI VỤ",), (GIVEN,), (REFERENCE,))
    reading = sheet(tmp_path, *rows, ("STT", "Họ và tên", "Chức vụ"), (1, "Nông Văn Đức", "Giáo viên"))
    assert units(reading) == [""]


def test_names_under_the_title_of_names_are_people_where_nothing_says_otherwise(tmp_path):
    reading = sheet(
        tmp_path,
        ("SỔ THEO DÕI",),
        ("STT", "Họ và tên", "Đơn vị", "Danh hiệu", "Số QĐ", "Ngày ký", "Cơ quan ký"),
        (
            1,
            "Nông Văn Đức",
            "Phòng Nội vụ",
            "Giấy khen của Chủ tịch UBND huyện",
            "9/QĐ-UBND",
            "8/2/2019",
            "UBND huyện",
        ),
        (
            2,
            "Trường Tiểu học Cao Sơn",
            "",
            "Giấy khen của Chủ tịch UBND huyện",
            "9/QĐ-UBND",
            "8/2/2019",
            "UBND huyện",
        ),
    )
    assert [(one.name, one.recipient) for one in awards(reading)] == [
        ("Nông Văn Đức", "person"),
        ("Trường Tiểu học Cao Sơn", "collective"),
    ]
    assert any("theo cột họ tên" in said for said in awards(reading)[0].inferred)
    [decision] = reading.decisions
    assert (decision.number, decision.level) == ("9/QĐ-UBND", "district")


def test_a_title_that_names_collectives_too_says_nothing(tmp_path):
    reading = sheet(
        tmp_path,
        ("SỔ THEO DÕI",),
        ("STT", "Tên tập thể, cá nhân", "Danh hiệu", "Số QĐ", "Ngày ký"),
        (1, "Nông Văn Đức", "Giấy khen của Chủ tịch UBND huyện", "9/QĐ-UBND", "8/2/2019"),
    )
    assert awards(reading) == []
    assert any("Chưa rõ dòng này khen cá nhân" in reason for reason in reasons(reading))


def test_households_are_known_by_the_title_of_their_column(tmp_path):
    reading = sheet(
        tmp_path,
        ("DANH SÁCH HỘ GIA ĐÌNH ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018",),
        (REFERENCE,),
        ("STT", "Tên hộ", "Địa chỉ"),
        (1, "Hộ ông Nông Văn Đức", "Thôn Bản Mún, xã Cao Sơn"),
    )
    assert [(one.name, one.recipient) for one in awards(reading)] == [("Nông Văn Đức", "household")]


def test_the_text_of_a_decision_gives_its_number_day_and_authority(tmp_path):
    reading = typed(
        tmp_path,
        "ỦY BAN NHÂN DÂN",
        "HUYỆN BẠCH THÔNG",
        "Số: 95/QĐ-UBND",
        "Bạch Thông, ngày 8 tháng 2 năm 2019",
        "QUYẾT ĐỊNH",
        "Về việc tặng Giấy khen cho các cá nhân có thành tích xuất sắc năm 2018",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BẠCH THÔNG",
        "Căn cứ Luật Thi đua, khen thưởng;",
        "Điều 1. Tặng Giấy khen của Chủ tịch Ủy ban nhân dân huyện cho 02 cá nhân có thành tích năm 2018, gồm:",
        "1. Ông Nông Văn Đức, Chuyên viên, Phòng Nội vụ;",
        "2. Bà Triệu Thị Mây, Công chức, xã Vi Hương.",
        "Điều 2. Quyết định này có hiệu lực kể từ ngày ký.",
        "Điều 3. Các ông (bà) có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
    )
    [decision] = reading.decisions
    assert (decision.number, str(decision.decided_on), decision.level) == (
        "95/QĐ-UBND",
        "2019-02-08",
        "district",
    )
    assert told(reading) == [
        ("Nông Văn Đức", "GK_HUYEN", 2018),
        ("Triệu Thị Mây", "GK_HUYEN", 2018),
    ]
    assert reasons(reading) == []


def test_the_authority_is_read_behind_a_day_left_blank(tmp_path):
    reference = (
        "(Kèm theo Quyết định số 95/QĐ-UBND ngày     tháng 02 năm 2019 của Chủ tịch UBND huyện Bạch Thông)"
    )
    reading = sheet(tmp_path, (GIVEN,), (reference,), HEADER, (1, "Nông Văn Đức", "Phòng Nội vụ"))
    [decision] = reading.decisions
    assert (decision.number, decision.decided_on, decision.level) == ("95/QĐ-UBND", None, "district")


def test_sums_in_words_are_no_rows(tmp_path):
    reading = sheet(
        tmp_path,
        (GIVEN,),
        (REFERENCE,),
        (*HEADER, "Tiền thưởng"),
        (1, "Nông Văn Đức", "Phòng Nội vụ", "417.000"),
        ("", "Bằng chữ: Bốn trăm mười bảy nghìn đồng", "", ""),
    )
    assert len(awards(reading)) == 1
    assert reasons(reading) == []


def test_authors_have_a_column_of_their_own(tmp_path):
    reading = sheet(
        tmp_path,
        ("DANH SÁCH SÁNG KIẾN ĐƯỢC CÔNG NHẬN NĂM 2019",),
        ("STT", "Tên tác giả", "Đơn vị", "Tên sáng kiến", "Cấp công nhận"),
        (1, "Nông Văn Đức, Triệu Thị Mây", "Phòng Nội vụ", "Cải tiến một cửa", "Cấp huyện"),
    )
    assert [(one.name, one.unit, one.code) for one in reading.yearly] == [
        ("Nông Văn Đức", "Phòng Nội vụ", "huyen"),
        ("Triệu Thị Mây", "Phòng Nội vụ", "huyen"),
    ]


MARKED = (
    ("Hoàn thành xuất sắc nhiệm vụ", "Hoàn thành tốt", "HTNV", "Không hoàn thành"),
    ("HTXS", "HTT", "HT", "KHT"),
)


@pytest.mark.parametrize("titles", MARKED)
def test_ratings_marked_in_a_column_each_are_read(tmp_path, titles):
    reading = sheet(
        tmp_path,
        ("KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI CÁN BỘ, CÔNG CHỨC NĂM 2019",),
        ("Đơn vị: Phòng Nội vụ",),
        ("STT", "Họ và tên", "Chức vụ", *titles),
        (1, "Nông Văn Đức", "Chuyên viên", "x", "", "", ""),
        (2, "Triệu Thị Mây", "Chuyên viên", "", "", "X", ""),
        (3, "Lý Thị Na", "Chuyên viên", "x", "x", "", ""),
        (4, "Hà Văn Bá", "Chuyên viên", "", "", "", ""),
    )
    assert [(one.name, one.unit, one.year, one.code) for one in reading.yearly] == [
        ("Nông Văn Đức", "Phòng Nội vụ", 2019, "HTXS"),
        ("Triệu Thị Mây", "Phòng Nội vụ", 2019, "HT"),
    ]
    assert reasons(reading) == [
        "Dòng đánh dấu nhiều cột: Hoàn thành xuất sắc nhiệm vụ, Hoàn thành tốt."
        if titles is MARKED[0]
        else "Dòng đánh dấu nhiều cột: HTXS, HTT.",
        "Không có mức hoàn thành nào được đánh dấu ở dòng này.",
    ]


def test_ratings_marked_under_a_title_merged_over_them_are_read(tmp_path):
    reading = sheet(
        tmp_path,
        ("KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI NĂM 2019",),
        ("STT", "Họ và tên", "Đơn vị", "Mức độ hoàn thành nhiệm vụ", "", ""),
        ("", "", "", "Xuất sắc", "Tốt", "Hoàn thành"),
        (1, "Nông Văn Đức", "Phòng Nội vụ", "", "x", ""),
    )
    assert [(one.name, one.code) for one in reading.yearly] == [("Nông Văn Đức", "HTT")]


def test_pledges_marked_in_a_column_each_are_read(tmp_path):
    reading = sheet(
        tmp_path,
        ("BẢN ĐĂNG KÝ DANH HIỆU THI ĐUA NĂM 2020",),
        ("Đơn vị: Trường Tiểu học Cao Sơn",),
        ("STT", "Họ và tên", "LĐTT", "CSTĐCS"),
        (1, "Nông Văn Đức", "x", "x"),
        (2, "Triệu Thị Mây", "x", ""),
    )
    assert [(one.subject, one.name, one.code, one.year) for one in reading.yearly] == [
        ("pledge", "Nông Văn Đức", "DH_LDTT", 2020),
        ("pledge", "Nông Văn Đức", "DH_CSTD_CS", 2020),
        ("pledge", "Triệu Thị Mây", "DH_LDTT", 2020),
    ]
    assert {one.unit for one in reading.yearly} == {"Trường Tiểu học Cao Sơn"}


def test_a_table_without_header_that_counts_on_belongs_to_the_one_before(tmp_path):
    first = table(
        (("TT", "Họ và tên", "Chức vụ", "Đơn vị"), ("1", "Nông Văn Đức", "Chuyên viên", "Phòng Nội vụ"))
    )
    second = table((("2", "Lý Thị Na", "Công chức", "Xã Cao Sơn"),))
    stray = table((("7", "Bế Văn Lạc", "Công chức", "Xã Cao Sơn"),))
    body = paragraph(GIVEN) + paragraph(REFERENCE) + first + paragraph("") + second + paragraph("") + stray
    reading = read_file(document(tmp_path / "danh sach.docx", body), BOOK)
    assert placed(reading) == [
        ("Nông Văn Đức", "Chuyên viên", "Phòng Nội vụ"),
        ("Lý Thị Na", "Công chức", "Xã Cao Sơn"),
    ]
    assert [problem.text for problem in reading.problems] == ["7 | Bế Văn Lạc | Công chức | Xã Cao Sơn"]


def test_the_level_follows_from_what_only_one_level_gives(tmp_path):
    header = ("STT", "Họ và tên", "Danh hiệu", "Số QĐ", "Ngày ký")
    given = (1, "Nông Văn Đức", "Giấy khen của Chủ tịch UBND huyện", "9/QĐ-UBND", "8/2/2019")
    beside = (2, "Lý Thị Na", "Lao động tiên tiến", "9/QĐ-UBND", "8/2/2019")
    several = (3, "Hà Văn Bá", "Lao động tiên tiến", "10/QĐ-UBND", "8/2/2019")
    reading = sheet(tmp_path, ("SỔ THEO DÕI",), header, given, beside, several)
    assert [(one.number, one.level) for one in reading.decisions] == [
        ("9/QĐ-UBND", "district"),
        ("10/QĐ-UBND", ""),
    ]
    assert any("suy từ danh hiệu" in remark for remark in reading.decisions[0].remarks)


@pytest.mark.parametrize(
    ("written", "name"),
    [("Nông Văn Đức*", "Nông Văn Đức"), ("Triệu Thị Mây (1)", "Triệu Thị Mây"), ("Lý Thị Na…", "Lý Thị Na")],
)
def test_the_mark_of_a_footnote_is_no_part_of_a_name(written, name):
    assert bare(written).name == name


def test_what_a_column_of_names_tells_besides_is_taken_off_or_refused(tmp_path):
    reading = sheet(
        tmp_path,
        (GIVEN,),
        (REFERENCE,),
        ("STT", "Họ tên, năm sinh, đơn vị"),
        (1, "Nông Văn Đức, 1975"),
        (2, "Triệu Thị Mây - 1980"),
        (3, "Lý Thị Na (Xã Cao Sơn)"),
        (4, "Bà. Hà Thị Bé"),
        (5, "Bế Văn Lạc, Chuyên viên"),
        (6, "Lục Văn Hai 2"),
    )
    assert [(one.name, str(one.birth or ""), one.unit, one.gender) for one in awards(reading)] == [
        ("Nông Văn Đức", "1975", "", ""),
        ("Triệu Thị Mây", "1980", "", ""),
        ("Lý Thị Na", "", "Xã Cao Sơn", ""),
        ("Hà Thị Bé", "", "", "female"),
        ("Bế Văn Lạc", "", "", ""),
    ]
    assert awards(reading)[-1].post == "Chuyên viên"
    assert reasons(reading) == [
        "Tên “Lục Văn Hai 2” có chữ số: tách năm sinh, số thứ tự ra cột riêng rồi nhập.",
    ]


def test_units_beside_posts_are_nobody_s_name(tmp_path):
    header = ("STT", "Quân hàm và tên", "Chức vụ", "Đơn vị")
    reading = sheet(
        tmp_path, (GIVEN,), (REFERENCE,), header, (1, "Nông Văn Đức", "Đội trưởng", "Công an huyện")
    )
    assert awards(reading) == []
    assert reasons(reading)


def test_ranks_may_stand_in_the_title_of_the_names_too(tmp_path):
    header = ("STT", "Cấp bậc, họ và tên", "Chức vụ", "ĐV công tác")
    reading = sheet(
        tmp_path, (GIVEN,), (REFERENCE,), header, (1, "Đại úy Nông Văn Đức", "Đội trưởng", "Công an huyện")
    )
    assert placed(reading) == [("Nông Văn Đức", "Đại úy, Đội trưởng", "Công an huyện")]


def test_titles_on_lines_of_their_own_in_one_cell_are_each_an_award(tmp_path):
    header = ("STT", "Họ và tên", "Danh hiệu")
    reading = sheet(
        tmp_path, ("DANH SÁCH NĂM 2018",), (REFERENCE,), header, (1, "Nông Văn Đức", "- LĐTT\n- CSTĐCS")
    )
    assert [one.award for one in awards(reading)] == ["DH_LDTT", "DH_CSTD_CS"]


def test_a_row_without_marks_asks_for_no_title_of_the_heading(tmp_path):
    reading = sheet(
        tmp_path,
        ("KẾT QUẢ XÉT DANH HIỆU THI ĐUA NĂM 2018",),
        (REFERENCE,),
        ("STT", "Họ và tên", "LĐTT"),
        (1, "Nông Văn Đức", "x"),
        (2, "Lý Thị Na", ""),
    )
    [problem] = reading.problems
    assert problem.reason == "Không có danh hiệu nào được ghi hay đánh dấu ở dòng này."
    assert problem.candidate is not None
    assert problem.candidate.title_written == ""


def test_blocks_of_units_are_headings_of_a_numbered_list(tmp_path):
    reading = typed(
        tmp_path,
        GIVEN,
        REFERENCE,
        "I. Khối xã, thị trấn",
        "1. Nông Văn Đức, Công chức, xã Cao Sơn",
        "II. Khối trường học",
        "1. Triệu Thị Mây, Hiệu trưởng, Trường THCS Vi Hương",
    )
    assert len(awards(reading)) == 2
    assert reasons(reading) == []


@pytest.mark.parametrize(
    "heading",
    [
        "DANH SÁCH CÁ NHÂN KHÔNG ĐỦ ĐIỀU KIỆN TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018",
        "DANH SÁCH CÁ NHÂN CHƯA ĐƯỢC XÉT TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018",
        "DANH SÁCH CÁ NHÂN BỊ THU HỒI GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018",
    ],
)
def test_who_was_not_commended_never_becomes_an_award(tmp_path, heading):
    reading = sheet(tmp_path, (heading,), (REFERENCE,), HEADER, (1, "Nông Văn Đức", "Phòng Nội vụ"))
    assert awards(reading) == []
    assert len(reasons(reading)) == 1


def test_a_campaign_about_taking_land_back_denies_nobody(tmp_path):
    heading = (
        "DANH SÁCH CÁ NHÂN CÓ THÀNH TÍCH TRONG CÔNG TÁC THU HỒI ĐẤT, PHONG TRÀO THI ĐUA “KHÔNG ĐỂ AI BỊ BỎ LẠI” "
        "ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018"
    )
    reading = sheet(tmp_path, (heading,), (REFERENCE,), HEADER, (1, "Nông Văn Đức", "Phòng Nội vụ"))
    assert names(reading) == ["Nông Văn Đức"]


def test_a_row_whose_result_or_note_says_no_is_asked(tmp_path):
    reading = sheet(
        tmp_path,
        (GIVEN,),
        (REFERENCE,),
        (*HEADER, "Kết quả", "Đảng viên", "Ghi chú"),
        (1, "Nông Văn Đức", "Phòng Nội vụ", "Đạt", "Không", ""),
        (2, "Triệu Thị Mây", "Xã Vi Hương", "Không đạt", "x", ""),
        (3, "Lý Thị Na", "Xã Cao Sơn", "Không", "x", ""),
        (4, "Hà Văn Bá", "Xã Cao Sơn", "", "x", "Rút khỏi danh sách"),
    )
    assert names(reading) == ["Nông Văn Đức"]
    assert [problem.candidate.name for problem in reading.problems if problem.candidate] == [
        "Triệu Thị Mây",
        "Lý Thị Na",
        "Hà Văn Bá",
    ]


def test_rows_struck_through_are_left_out_and_said(tmp_path):
    path = tmp_path / "gach.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page, struck = book.add_worksheet(), book.add_format({"font_strikeout": True})
        rows = (
            (GIVEN,),
            (REFERENCE,),
            HEADER,
            (1, "Nông Văn Đức", "Phòng Nội vụ"),
            (2, "Lý Thị Na", "Xã Cao Sơn"),
        )
        for place, row in enumerate(rows):
            page.write_row(place, 0, row, struck if row[0] == 2 else None)
    reading = read_file(path, BOOK)
    assert names(reading) == ["Nông Văn Đức"]
    assert "1 dòng bị gạch ngang (dòng 5) nên chưa đọc: bỏ gạch rồi nhập lại nếu cần." in reasons(reading)


def test_the_part_of_an_author_is_no_part_of_the_name(tmp_path):
    reading = sheet(
        tmp_path,
        ("DANH SÁCH SÁNG KIẾN ĐƯỢC CÔNG NHẬN NĂM 2019",),
        ("STT", "Tác giả", "Đơn vị", "Tên sáng kiến", "Cấp công nhận"),
        (1, "Triệu Thị Mây (chủ trì); Lý Thị Na", "Xã Vi Hương", "Hồ sơ số", "Cơ sở"),
    )
    assert [one.name for one in reading.yearly] == ["Triệu Thị Mây", "Lý Thị Na"]


def test_brackets_behind_a_name_tell_another_name_or_are_asked(tmp_path):
    rows = ((1, "Hà Thị Bé (tức Bích)"), (2, "Lý Văn An (B)"), (3, "Nông Thị Đức (chồng Lý Văn An)"))
    reading = sheet(
        tmp_path, (GIVEN,), (REFERENCE,), ("STT", "Họ và tên", "Đơn vị"), *((*row, "Xã Ví") for row in rows)
    )
    assert names(reading) == ["Hà Thị Bé (tức Bích)", "Lý Văn An (B)"]
    assert reasons(reading) == ["“(chồng Lý Văn An)” không phải họ tên: chuyển sang cột Ghi chú rồi nhập."]


def test_how_many_follow_is_no_part_of_a_section_that_names_its_title(tmp_path):
    reading = sheet(
        tmp_path,
        (GIVEN,),
        (REFERENCE,),
        ("STT", "Họ và tên, tên tập thể", "Đơn vị"),
        ("I", "Giấy khen của Chủ tịch UBND huyện: 02 cá nhân"),
        ("1", "Nguyễn Văn An", "Trường Tiểu học Cẩm Giàng"),
        ("2", "Hoàng Thị Bích", "Trường Tiểu học Cẩm Giàng"),
        ("II", "Tập thể lao động tiên tiến: 01 tập thể"),
        ("1", "Trường Tiểu học Cẩm Giàng", ""),
        ("III", "Chiến sĩ thi đua cơ sở (01 cá nhân)"),
        ("1", "Triệu Tòn Phú", "Trường Tiểu học Cẩm Giàng"),
    )
    assert awarded(reading) == [
        ("Nguyễn Văn An", "GK_HUYEN"),
        ("Hoàng Thị Bích", "GK_HUYEN"),
        ("Trường Tiểu học Cẩm Giàng", "DH_TTLDTT"),
        ("Triệu Tòn Phú", "DH_CSTD_CS"),
    ]


def test_the_unit_of_a_list_may_stand_below_its_title(tmp_path):
    reading = sheet(
        tmp_path,
        (GIVEN,),
        ("Đơn vị: Trường Tiểu học Cẩm Giàng",),
        (REFERENCE,),
        ("STT", "Họ và tên", "Chức vụ"),
        ("1", "Nguyễn Văn An", "Giáo viên"),
    )
    assert [(one.name, one.unit) for one in awards(reading)] == [
        ("Nguyễn Văn An", "Trường Tiểu học Cẩm Giàng")
    ]


def test_the_unit_a_sheet_names_in_full_is_taken_before_its_short_name(tmp_path):
    path = tmp_path / "danh sach.xlsx"
    with xlsxwriter.Workbook(path) as book:
        page = book.add_worksheet("TH Cẩm Giàng")
        rows = (
            ("ĐƠN VỊ: TRƯỜNG TIỂU HỌC CẨM GIÀNG",),
            (GIVEN,),
            (REFERENCE,),
            ("STT", "Họ và tên", "Chức vụ"),
        )
        for place, row in enumerate((*rows, ("1", "Nguyễn Văn An", "Giáo viên"))):
            page.write_row(place, 0, row)
    assert units(read_file(path, BOOK)) == ["Trường Tiểu học Cẩm Giàng"]


def test_a_roman_numeral_opens_the_people_of_a_unit(tmp_path):
    reading = typed(
        tmp_path,
        GIVEN,
        REFERENCE,
        "I. Trường Tiểu học Cẩm Giàng",
        "1. Bà Hoàng Thị Bích, Giáo viên;",
        "2. Ông Nguyễn Văn An, Hiệu trưởng;",
        "II. Trường THCS Quân Hà",
        "1. Ông Triệu Tòn Phú, Giáo viên.",
    )
    assert [(one.name, one.unit) for one in awards(reading)] == [
        ("Hoàng Thị Bích", "Trường Tiểu học Cẩm Giàng"),
        ("Nguyễn Văn An", "Trường Tiểu học Cẩm Giàng"),
        ("Triệu Tòn Phú", "Trường THCS Quân Hà"),
    ]
    assert reasons(reading) == []


def test_a_unit_nobody_stands_under_is_told(tmp_path):
    reading = typed(
        tmp_path,
        GIVEN,
        REFERENCE,
        "I. Trường Tiểu học Cẩm Giàng",
        "II. Trường THCS Quân Hà",
        "1. Ông Triệu Tòn Phú, Giáo viên.",
        "III. Trường Mầm non Cẩm Giàng",
    )
    assert units(reading) == ["Trường THCS Quân Hà"]
    assert [problem.text for problem in reading.problems] == [
        "I. Trường Tiểu học Cẩm Giàng",
        "III. Trường Mầm non Cẩm Giàng",
    ]


@pytest.mark.parametrize("heading", ["I. Khối các trường học", "I. CÁ NHÂN", "I. TẬP THỂ VÀ CÁ NHÂN"])
def test_a_roman_numeral_before_a_block_or_a_kind_opens_no_unit(tmp_path, heading):
    reading = typed(tmp_path, GIVEN, REFERENCE, heading, "1. Bà Hoàng Thị Bích, Giáo viên;")
    assert [(one.name, one.unit) for one in awards(reading)] == [("Hoàng Thị Bích", "")]


def test_a_section_of_collectives_is_no_unit_of_theirs(tmp_path):
    reading = typed(tmp_path, GIVEN.replace("CÁ NHÂN", "TẬP THỂ"), REFERENCE, "I. TẬP THỂ", "1. Bản Vẻn;")
    assert [(one.recipient, one.name, one.unit) for one in awards(reading)] == [("collective", "Bản Vẻn", "")]
