"""Lists as they really are: what is understood, what is said of it, and what is left to the officer."""

from pathlib import Path

import pytest
import xlsxwriter

from tests.intake import making
from tests.intake.short_lists import names, reasons
from thidua_desktop.domain.decision import Stated
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake.read import read_file
from thidua_desktop.intake.reading import FileReading

REFERENCE = making.REFERENCE
HEADER = ("STT", "Họ và tên", "Chức vụ", "Đơn vị công tác")
A = (1, "Hoàng Thị Mẫu", "Giáo viên", "Trường Tiểu học Ví Dụ")
B = (2, "Lý Văn Thử", "Chuyên viên", "Phòng Nội vụ")


def sheet(folder: Path, book: TitleBook, *rows: tuple[object, ...]) -> FileReading:
    return read_file(making.workbook(folder / "a.xlsx", rows), book)


def text(folder: Path, book: TitleBook, *lines: str) -> FileReading:
    return read_file(making.lines(folder / "a.docx", lines), book)


def test_a_row_without_a_name_is_shown_with_its_place(tmp_path: Path, book: TitleBook) -> None:
    reading = sheet(
        tmp_path, book, (making.HEADING,), (REFERENCE,), HEADER, A, (2, None, "Chuyên viên", "Phòng Nội vụ")
    )

    (problem,) = reading.problems
    assert (problem.file, problem.sheet, problem.row) == ("a.xlsx", "Sheet1", 5)
    assert problem.text == "2 | Chuyên viên | Phòng Nội vụ"
    assert "họ tên" in problem.reason
    assert (reading.rows_read, names(reading)) == (2, ["Hoàng Thị Mẫu"])


def test_a_problem_keeps_what_was_understood_of_its_row(tmp_path: Path, book: TitleBook) -> None:
    reading = sheet(
        tmp_path,
        book,
        (making.HEADING,),
        (REFERENCE,),
        (*HEADER, "Danh hiệu"),
        (*A, "Hoàn thành xuất sắc"),
        (*B, "CSTĐCS"),
    )

    (problem,) = reading.problems
    assert "“Hoàn thành xuất sắc”" in problem.reason
    assert problem.candidate
    assert (problem.candidate.name, problem.candidate.award, problem.candidate.year) == (
        "Hoàng Thị Mẫu",
        None,
        2018,
    )
    assert reading.decisions[problem.decision or 0].number == "95/QĐ-UBND"
    assert names(reading) == ["Lý Văn Thử"]


@pytest.mark.parametrize(
    ("title", "says"),
    [
        ("Chiến sĩ thi đua cơ sởi", "có phải “Chiến sĩ thi đua cơ sở”?"),
        ("Huân chương Lao động", "chưa rõ"),
        ("Tập thể lao động tiên tiến", "không dành cho cá nhân"),
        ("LĐTT hoặc CSTĐCS", "tách mỗi danh hiệu"),
    ],
)
def test_a_title_is_never_guessed(title: str, says: str, tmp_path: Path, book: TitleBook) -> None:
    reading = sheet(
        tmp_path, book, ("DANH SÁCH CÁ NHÂN NĂM 2018",), (REFERENCE,), (*HEADER, "Danh hiệu"), (*A, title)
    )

    assert names(reading) == []
    assert says in reasons(reading)[0]


def test_a_list_without_a_title_is_a_problem_of_each_row(tmp_path: Path, book: TitleBook) -> None:
    reading = sheet(tmp_path, book, ("DANH SÁCH CÁ NHÂN NĂM 2018",), (REFERENCE,), HEADER, A, B)

    assert [("Không thấy danh hiệu" in reason) for reason in reasons(reading)] == [True, True]


def test_a_list_of_nobody_knows_what_kind_is_not_guessed(tmp_path: Path, book: TitleBook) -> None:
    heading = "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN NĂM 2018"
    reading = sheet(
        tmp_path, book, (heading,), (REFERENCE,), ("STT", "Họ và tên", "Ghi chú"), (1, "Bình Minh", None)
    )

    assert "Chưa rõ dòng này khen" in reasons(reading)[0]


def test_a_collective_among_persons_is_asked(tmp_path: Path, book: TitleBook) -> None:
    lines = ("1. Ông Lý Văn Thử, Chuyên viên, Phòng Nội vụ;", "2. Trường Tiểu học Ví Dụ;")
    reading = text(tmp_path, book, making.HEADING, REFERENCE, *lines)

    assert names(reading) == ["Lý Văn Thử"]
    assert "“Trường Tiểu học Ví Dụ” là tên của tập thể" in reasons(reading)[0]


def test_the_year_is_the_decisions_where_the_heading_has_none_and_that_is_said(
    tmp_path: Path, book: TitleBook
) -> None:
    reading = text(
        tmp_path, book, "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN", REFERENCE, "1. Ông Lý Văn Thử, Phòng Nội vụ"
    )

    (decision,) = reading.decisions
    assert decision.year == decision.awards[0].year == 2019
    assert any("lấy năm ký quyết định 2019" in remark for remark in decision.remarks)


def test_without_year_and_date_no_row_is_taken(tmp_path: Path, book: TitleBook) -> None:
    reading = text(tmp_path, book, "DANH SÁCH CÁ NHÂN ĐẠT CSTĐCS", "1. Ông Lý Văn Thử, Phòng Nội vụ")

    assert names(reading) == []
    assert "năm đạt" in reasons(reading)[0]


def test_several_years_in_a_heading_need_a_column(tmp_path: Path, book: TitleBook) -> None:
    heading = "DANH SÁCH CÁ NHÂN ĐẠT “CHIẾN SĨ THI ĐUA CƠ SỞ” NĂM 2017, 2018"
    reading = sheet(tmp_path, book, (heading,), (REFERENCE,), (*HEADER, "Năm khen"), (*A, 2017), (*B, None))

    assert [award.year for award in reading.decisions[0].awards] == [2017]
    assert "nhiều năm" in reasons(reading)[0]


def test_the_school_year_is_taken_by_its_end_and_that_is_said(tmp_path: Path, book: TitleBook) -> None:
    heading = "DANH SÁCH CÁ NHÂN ĐẠT DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM HỌC 2017 - 2018"
    reading = text(
        tmp_path, book, heading, REFERENCE, "1. Bà Hoàng Thị Mẫu, Giáo viên, Trường Tiểu học Ví Dụ;"
    )

    assert reading.decisions[0].awards[0].year == 2018
    assert any("Năm học 2017 – 2018" in remark for remark in reading.decisions[0].remarks)


def test_a_decision_without_number_or_level_is_read_and_that_is_said(tmp_path: Path, book: TitleBook) -> None:
    reading = text(tmp_path, book, making.HEADING, "1. Ông Lý Văn Thử, Chuyên viên, Phòng Nội vụ;")

    (decision,) = reading.decisions
    assert (decision.number, decision.decided_on, decision.level) == ("", None, "")
    assert len(decision.remarks) == 3
    assert decision.awards[0].award == "DH_CSTD_CS"


def test_a_total_that_differs_from_the_rows_is_said(tmp_path: Path, book: TitleBook) -> None:
    reading = sheet(
        tmp_path, book, (making.HEADING,), (REFERENCE,), HEADER, A, B, (None, "Tổng cộng: 3 cá nhân./.")
    )

    assert reading.decisions[0].stated == Stated(persons=3)
    assert "Văn bản ghi 3 cá nhân, đọc được 2." in reading.decisions[0].remarks
    assert reading.problems == ()


def test_totals_are_read_however_they_are_written(tmp_path: Path, book: TitleBook) -> None:
    lines = (
        "I. TẬP THỂ",
        "1. Xã Ví Dụ;",
        "II. CÁ NHÂN",
        "1. Bà Hoàng Thị Mẫu, Giáo viên, Trường Tiểu học Ví Dụ;",
    )
    heading = "DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN NĂM 2018"
    reading = text(tmp_path, book, heading, REFERENCE, *lines, "Danh sách gồm 01 tập thể và 01 cá nhân./.")

    assert reading.decisions[0].stated == Stated(persons=1, collectives=1)
    assert [award.recipient for award in reading.decisions[0].awards] == ["collective", "person"]
    assert reading.decisions[0].remarks == ()


def test_households_are_recipients_of_their_own(tmp_path: Path, book: TitleBook) -> None:
    heading = "DANH SÁCH HỘ GIA ĐÌNH ĐƯỢC TẶNG GIẤY KHEN NĂM 2018"
    reading = text(
        tmp_path, book, heading, REFERENCE, "1. Hộ ông Lý Văn Thử, thôn Nà Mẫu, xã Ví Dụ, huyện Bạch Thông;"
    )

    (award,) = reading.decisions[0].awards
    assert (award.recipient, award.name, award.gender) == ("household", "Lý Văn Thử", "male")
    assert (award.post, award.unit) == ("", "thôn Nà Mẫu, xã Ví Dụ")


def test_the_head_of_a_household_named_with_ong_stands_for_the_household(
    tmp_path: Path, book: TitleBook
) -> None:
    lines = (
        "I. CÁ NHÂN",
        "1. Ông Lý Văn Thử, Phòng Nội vụ;",
        "II. HỘ GIA ĐÌNH",
        "1. Bà Hoàng Thị Mẫu, thôn Nà Mẫu;",
    )
    heading = "DANH SÁCH CÁ NHÂN, HỘ GIA ĐÌNH ĐƯỢC TẶNG GIẤY KHEN NĂM 2018"
    reading = text(tmp_path, book, heading, REFERENCE, *lines)

    assert [award.recipient for award in reading.decisions[0].awards] == ["person", "household"]
    assert any("chủ hộ" in said for said in reading.decisions[0].awards[1].inferred)


@pytest.mark.parametrize(
    ("heading", "code"),
    [
        ("DANH SÁCH CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2018", "DH_CSTD_CS"),
        ("Danh sách cán bộ, giáo viên đạt danh hiệu Lao động tiên tiến năm 2018", "DH_LDTT"),
        ("DANH SÁCH CÔNG CHỨC ĐƯỢC KHEN THƯỞNG: GIẤY KHEN CỦA UBND HUYỆN NĂM 2018", "GK_HUYEN"),
        ("DANH SÁCH ĐẠT “CSTĐCS” NĂM 2018", "DH_CSTD_CS"),
    ],
)
def test_headings_name_the_title_in_many_ways(
    heading: str, code: str, tmp_path: Path, book: TitleBook
) -> None:
    (decision,) = sheet(tmp_path, book, (heading,), (REFERENCE,), HEADER, A, B).decisions

    assert [(award.award, award.recipient, award.year) for award in decision.awards] == [
        (code, "person", 2018)
    ] * 2


def test_a_form_told_by_the_level_of_the_decision_is_said_to_be(tmp_path: Path, book: TitleBook) -> None:
    lines = ("DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN NĂM 2018", REFERENCE, "1. Ông Lý Văn Thử, Phòng Nội vụ;")
    (award,) = text(tmp_path, book, *lines).decisions[0].awards

    assert award.award == "GK_HUYEN"
    assert award.inferred == ("“GIẤY KHEN” hiểu là “Giấy khen của Chủ tịch UBND cấp huyện”",)


def test_a_drive_is_no_campaign(tmp_path: Path, book: TitleBook) -> None:
    line = 'Có thành tích trong cuộc vận động "Toàn dân ví dụ ở khu dân cư"'
    reading = text(
        tmp_path, book, making.HEADING, REFERENCE, line, "1. Ông Lý Văn Thử, Chuyên viên, Phòng Nội vụ;"
    )

    (decision,) = reading.decisions
    assert (decision.campaign, decision.campaign_form) == ("Toàn dân ví dụ ở khu dân cư", "drive")
    assert decision.type == "thematic"


def test_two_campaigns_in_one_heading_are_left_to_the_officer(tmp_path: Path, book: TitleBook) -> None:
    line = "trong phong trào thi đua “Một” và cuộc vận động “Hai”"
    reading = text(
        tmp_path, book, making.HEADING, line, REFERENCE, "1. Ông Lý Văn Thử, Chuyên viên, Phòng Nội vụ;"
    )

    assert reading.decisions[0].campaign == ""
    assert any("nhiều phong trào" in remark for remark in reading.decisions[0].remarks)


def test_one_sheet_may_hold_two_decisions(tmp_path: Path, book: TitleBook) -> None:
    second = ("(Kèm theo Quyết định số 7/QĐ-UBND ngày 1/3/2020 của Chủ tịch UBND tỉnh Bắc Kạn)",)
    reading = sheet(
        tmp_path, book,
        (making.HEADING,), (REFERENCE,), HEADER, A, (None, "Tổng cộng: 1 cá nhân"), (None, None, None, "CHỦ TỊCH"), (),
        ("DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG BẰNG KHEN NĂM 2019",), second, HEADER, B,
    )  # fmt: skip

    assert reading.problems == ()
    one, two = reading.decisions
    assert (one.number, one.awards[0].award, one.awards[0].year) == ("95/QĐ-UBND", "DH_CSTD_CS", 2018)
    assert (two.number, two.level, two.awards[0].award, two.awards[0].year) == (
        "7/QĐ-UBND",
        "province",
        "BK_TINH",
        2019,
    )


def test_the_heading_of_a_second_list_may_be_broken_where_a_section_could_stand(
    tmp_path: Path, book: TitleBook
) -> None:
    second = ("(Kèm theo Quyết định số 7/QĐ-UBND ngày 1/3/2020 của Chủ tịch UBND huyện Bạch Thông)",)
    reading = sheet(
        tmp_path, book, (making.HEADING,), (REFERENCE,), HEADER, A,
        ("DANH SÁCH CÁ NHÂN",), ("ĐƯỢC TẶNG DANH HIỆU “LAO ĐỘNG TIÊN TIẾN”",), ("NĂM 2019",), second, HEADER, B,
    )  # fmt: skip

    assert reading.problems == ()
    assert [(one.number, row.award, row.year) for one in reading.decisions for row in one.awards] == [
        ("95/QĐ-UBND", "DH_CSTD_CS", 2018),
        ("7/QĐ-UBND", "DH_LDTT", 2019),
    ]


def test_rows_may_name_their_own_decisions(tmp_path: Path, book: TitleBook) -> None:
    header = (*HEADER, "Danh hiệu", "Năm khen", "Số quyết định", "Ngày ký")
    reading = sheet(
        tmp_path, book, header,
        (*A, "CSTĐCS", 2018, "95 / QĐ-UBND", "08/02/2019"), (*B, "LĐTT", 2019, "9/QĐ-UBND", "5.1.2020"),
    )  # fmt: skip

    assert reading.problems == ()
    found = [(d.number, str(d.decided_on), d.awards[0].year) for d in reading.decisions]
    assert found == [("95/QĐ-UBND", "2019-02-08", 2018), ("9/QĐ-UBND", "2020-01-05", 2019)]


def test_sections_may_name_the_title(tmp_path: Path, book: TitleBook) -> None:
    heading = "DANH SÁCH CÁ NHÂN ĐƯỢC CÔNG NHẬN DANH HIỆU THI ĐUA NĂM 2018"
    reading = text(
        tmp_path, book, heading, REFERENCE,
        "I. CHIẾN SĨ THI ĐUA CƠ SỞ", "1. Ông Lý Văn Thử, Chuyên viên, Phòng Nội vụ;",
        "II. Danh hiệu Lao động tiên tiến:", "1. Bà Hoàng Thị Mẫu, Giáo viên, Trường Tiểu học Ví Dụ;",
    )  # fmt: skip

    assert reading.problems == ()
    assert [award.award for award in reading.decisions[0].awards] == ["DH_CSTD_CS", "DH_LDTT"]


def test_ditto_marks_repeat_the_row_above_and_that_is_said(tmp_path: Path, book: TitleBook) -> None:
    reading = sheet(
        tmp_path, book, (making.HEADING,), (REFERENCE,), HEADER, A, (2, "Lý Văn Thử", '"', "-nt-")
    )

    second = reading.decisions[0].awards[1]
    assert (second.post, second.unit) == ("Giáo viên", "Trường Tiểu học Ví Dụ")
    assert len(second.inferred) == 2


def test_repeated_headers_and_column_numbers_are_no_rows(tmp_path: Path, book: TitleBook) -> None:
    reading = sheet(tmp_path, book, (making.HEADING,), (REFERENCE,), HEADER, (1, 2, 3, 4), A, HEADER, B)

    assert names(reading) == ["Hoàng Thị Mẫu", "Lý Văn Thử"]
    assert (reading.rows_read, reading.problems) == (2, ())


def test_a_list_without_numbers_is_read_and_no_post_is_taken_for_a_signature(
    tmp_path: Path, book: TitleBook
) -> None:
    rows = (
        ("Lý Văn Thử", "Trưởng phòng", "Phòng Nội vụ"),
        ("Hoàng Thị Mẫu", "Hiệu trưởng", "Trường Tiểu học Ví Dụ"),
    )
    reading = sheet(
        tmp_path, book, (making.HEADING,), (REFERENCE,), HEADER[1:], *rows, (None, None, "CHỦ TỊCH")
    )

    assert names(reading) == ["Lý Văn Thử", "Hoàng Thị Mẫu"]
    assert reading.problems == ()


def test_names_alone_in_a_list_of_collectives_are_rows(tmp_path: Path, book: TitleBook) -> None:
    heading = "DANH SÁCH ĐƯỢC TẶNG “TẬP THỂ LAO ĐỘNG TIÊN TIẾN” NĂM 2018"
    rows = (("XÃ VÍ DỤ",), ("Phòng Nội vụ",))
    reading = sheet(tmp_path, book, (heading,), (REFERENCE,), ("Tên tập thể", "Ghi chú"), *rows)

    assert names(reading) == ["XÃ VÍ DỤ", "Phòng Nội vụ"]
    assert {award.recipient for award in reading.decisions[0].awards} == {"collective"}


def test_a_strange_line_among_rows_is_shown(tmp_path: Path, book: TitleBook) -> None:
    reading = sheet(tmp_path, book, (making.HEADING,), (REFERENCE,), HEADER, A, (None, "Xem trang sau"), B)

    assert names(reading) == ["Hoàng Thị Mẫu", "Lý Văn Thử"]
    assert [(problem.row, problem.text) for problem in reading.problems] == [(5, "Xem trang sau")]


def test_a_group_heading_is_never_read_as_a_person(tmp_path: Path, book: TitleBook) -> None:
    reading = sheet(tmp_path, book, (making.HEADING,), (REFERENCE,), HEADER, ("I", "KHỐI TRƯỜNG HỌC"), A)

    assert names(reading) == ["Hoàng Thị Mẫu"]
    assert reading.problems == ()


def test_a_cell_merged_downwards_counts_for_each_row(tmp_path: Path, book: TitleBook) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as made:
        page = made.add_worksheet()
        for number, row in enumerate(
            [(making.HEADING,), (REFERENCE,), HEADER, A, (2, "Lý Văn Thử", "Giáo viên")]
        ):
            page.write_row(number, 0, row)
        page.merge_range(3, 3, 4, 3, "Trường Tiểu học Ví Dụ")

    awards = read_file(path, book).decisions[0].awards

    assert [award.unit for award in awards] == ["Trường Tiểu học Ví Dụ"] * 2


def test_family_and_given_names_in_two_columns_are_one_name(tmp_path: Path, book: TitleBook) -> None:
    header = ("STT", "Họ và đệm", "Tên", "Chức vụ", "Đơn vị")
    reading = sheet(
        tmp_path,
        book,
        (making.HEADING,),
        (REFERENCE,),
        header,
        (1, "Hoàng Thị", "Mẫu", "Giáo viên", "Trường Ví Dụ"),
    )

    assert names(reading) == ["Hoàng Thị Mẫu"]
    assert reading.decisions[0].awards[0].unit == "Trường Ví Dụ"


def test_a_row_in_an_old_encoding_among_others_is_shown(tmp_path: Path, book: TitleBook) -> None:
    row = (3, "Nguyeãn Vaên Thöû", "Giáo viên", "Trường Tiểu học Ví Dụ")
    reading = sheet(tmp_path, book, (making.HEADING,), (REFERENCE,), HEADER, A, B, row)

    assert names(reading) == ["Hoàng Thị Mẫu", "Lý Văn Thử"]
    assert "bảng mã cũ" in reasons(reading)[0]


def test_a_cell_of_ten_thousand_letters_is_no_name(tmp_path: Path, book: TitleBook) -> None:
    reading = sheet(
        tmp_path, book, (making.HEADING,), (REFERENCE,), HEADER, (1, "Mẫu " * 2500, "Giáo viên", "Trường")
    )

    assert "dài bất thường" in reasons(reading)[0]
    assert len(reading.problems[0].text) <= 300


def test_hidden_signs_and_odd_spaces_are_cleaned_away(tmp_path: Path, book: TitleBook) -> None:
    row = (1, "\u200bHoàng  Thị\u00a0Mẫu ", "Giáo\tviên", "Trường Tiểu học Ví Dụ\n")
    reading = sheet(tmp_path, book, (making.HEADING,), (REFERENCE,), HEADER, row)

    assert names(reading) == ["Hoàng Thị Mẫu"]
    assert reading.decisions[0].awards[0].post == "Giáo viên"


def test_a_birth_date_not_understood_is_left_out_and_that_is_said(tmp_path: Path, book: TitleBook) -> None:
    header = (*HEADER, "Ngày sinh")
    reading = sheet(
        tmp_path,
        book,
        (making.HEADING,),
        (REFERENCE,),
        header,
        (*A, "khoảng 1970"),
        (*B, "00/00/1954"),
        (*A, "5/1987"),
    )

    first, second, third = reading.decisions[0].awards
    assert first.birth is None
    assert "khoảng 1970" in first.inferred[0]
    assert (str(second.birth), str(third.birth)) == ("1954", "05/1987")


def test_a_column_without_a_title_is_said_to_be_unread(tmp_path: Path, book: TitleBook) -> None:
    reading = sheet(tmp_path, book, (making.HEADING,), (REFERENCE,), (*HEADER, None), (*A, "12 triệu"))

    assert any("chưa đọc" in remark for remark in reading.decisions[0].remarks)


def test_automatic_numbers_of_word_are_numbers(tmp_path: Path, book: TitleBook) -> None:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    )
    numbering = (
        f'<w:numbering xmlns:w="{making.WORD}"><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    mark = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    items = (
        "Ông Lý Văn Thử, Chuyên viên, Phòng Nội vụ;",
        "Bà Hoàng Thị Mẫu, Giáo viên, Trường Tiểu học Ví Dụ;",
    )
    body = "".join(map(making.paragraph, (making.HEADING, REFERENCE)))
    body += "".join(making.paragraph(item).replace("<w:p>", mark) for item in items)
    path = making.document(tmp_path / "a.docx", body, **{"word/numbering.xml": numbering})

    assert names(read_file(path, book)) == ["Lý Văn Thử", "Hoàng Thị Mẫu"]


@pytest.mark.parametrize("item", ["Ấu Văn Thử, Chuyên viên", "đ/c Ấu Văn Thử, Chuyên viên", "Ông Ấu Văn Thử"])
def test_a_dashed_line_may_begin_with_any_name(item: str, tmp_path: Path, book: TitleBook) -> None:
    reading = text(tmp_path, book, making.HEADING, REFERENCE, f"- {item}, Phòng Nội vụ;")

    assert (names(reading), reading.problems) == (["Ấu Văn Thử"], ())


def test_deleted_text_of_word_is_not_read(tmp_path: Path, book: TitleBook) -> None:
    gone = "<w:p><w:del><w:r><w:delText>3. Ông Đã Xóa, Phòng Nội vụ;</w:delText></w:r></w:del></w:p>"
    path = making.document(tmp_path / "a.docx", "".join(map(making.paragraph, making.LINES)) + gone)

    assert read_file(path, book).rows_read == 2


def test_a_table_inside_a_table_is_read(tmp_path: Path, book: TitleBook) -> None:
    inner = making.table(
        [
            ("TT", "Họ và tên", "Chức vụ, đơn vị công tác"),
            ("1", "Ông Lý Văn Thử", "Chuyên viên, Phòng Nội vụ"),
        ]
    )
    frame = f"<w:tbl><w:tr><w:tc>{making.paragraph('ỦY BAN NHÂN DÂN')}{inner}</w:tc></w:tr></w:tbl>"
    body = "".join(map(making.paragraph, (making.HEADING, REFERENCE))) + frame
    reading = read_file(making.document(tmp_path / "a.docx", body), book)

    assert (names(reading), reading.problems) == (["Lý Văn Thử"], ())


def test_post_and_unit_without_a_comma_are_split_and_that_is_said(tmp_path: Path, book: TitleBook) -> None:
    rows = [
        ("TT", "Họ và tên", "Chức vụ, đơn vị công tác"),
        ("1", "Ông Lý Văn Thử", "Chủ tịch Hội Phụ nữ Xã Ví Dụ"),
        ("2", "Bà Hoàng Thị Mẫu", "Giáo viên Trường Mầm non Xã Ví Dụ"),
        ("3", "Bà Hoàng Thị Ba", "Lao công"),
    ]
    body = "".join(map(making.paragraph, (making.HEADING, REFERENCE))) + making.table(rows)
    reading = read_file(making.document(tmp_path / "a.docx", body), book)

    found = [(award.post, award.unit, len(award.inferred)) for award in reading.decisions[0].awards]
    assert found == [("Chủ tịch Hội Phụ nữ", "Xã Ví Dụ", 1), ("Giáo viên", "Trường Mầm non Xã Ví Dụ", 1)]
    assert "dấu phẩy" in reasons(reading)[0]


def test_a_second_sheet_without_a_header_is_said(tmp_path: Path, book: TitleBook) -> None:
    path = making.workbook(
        tmp_path / "a.xlsx", making.GOOD, [("Lưu ý",), ("abc",)], names=("Danh sách", "Khác")
    )

    reading = read_file(path, book)

    assert reading.rows_read == 2
    assert [(problem.sheet, problem.row) for problem in reading.problems] == [("Khác", None)]


def test_two_sheets_of_one_decision_are_one_decision(tmp_path: Path, book: TitleBook) -> None:
    units = [
        ("DANH SÁCH TẬP THỂ ĐƯỢC TẶNG GIẤY KHEN NĂM 2018",),
        (REFERENCE,),
        ("TT", "Tên tập thể"),
        (1, "Xã Ví Dụ"),
    ]
    reading = read_file(making.workbook(tmp_path / "a.xlsx", making.GOOD, units), book)

    (decision,) = reading.decisions
    assert [award.sheet for award in decision.awards] == ["Sheet1", "Sheet1", "Sheet2"]
    assert [award.award for award in decision.awards] == ["DH_CSTD_CS", "DH_CSTD_CS", "GK_HUYEN"]


def test_what_a_merged_cell_covers_is_not_read(tmp_path: Path, book: TitleBook) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as made:
        page = made.add_worksheet()
        page.merge_range(3, 1, 3, 2, "Hoàng Thị Mẫu")
        for number, row in enumerate([(making.HEADING,), (REFERENCE,), HEADER, A]):
            page.write_row(number, 0, row)

    (award,) = read_file(path, book).decisions[0].awards

    assert (award.name, award.post, award.unit) == ("Hoàng Thị Mẫu", "", "Trường Tiểu học Ví Dụ")


@pytest.mark.parametrize("heading", [making.HEADING, "DANH SÁCH KHEN THƯỞNG NĂM 2018"])
def test_whom_a_paper_goes_to_is_nobody_commended(heading: str, tmp_path: Path, book: TitleBook) -> None:
    after = ("Nơi nhận:", "- Như Điều 3;", "- Chủ tịch UBND huyện;", "- Lưu: VT, NV.", "TM. ỦY BAN NHÂN DÂN")
    path = making.lines(tmp_path / "a.docx", (heading, *making.LINES[1:], *after))
    reading = read_file(path, book)

    assert names(reading)[2:] == []
    assert len(reading.problems) == (0 if heading == making.HEADING else 2)
