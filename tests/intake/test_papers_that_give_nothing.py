"""Papers that are no lists of awards: staff, pupils, gifts, plans, counts are told in one line, not asked."""

from pathlib import Path

import pytest

from tests.intake.generated import BOOK
from tests.intake.making import workbook
from tests.intake.short_lists import AN, HEADER, SCHOOL, awards, reasons, sheet, typed
from thidua_desktop.intake.read import read_file
from thidua_desktop.intake.reading import FileReading

_DECISION = "(Kèm theo Quyết định số 998/QĐ-UBND ngày 11/5/2018 của Chủ tịch UBND huyện Bạch Thông)"
_LI = ("2", "Lý Văn Thử", "Văn thư", SCHOOL)


def _is_told_once(read: FileReading, words: str) -> bool:
    asked = [one for one in read.problems if one.candidate or one.row]
    return (
        not awards(read)
        and not read.decisions
        and not asked
        and [words in one for one in reasons(read)] == [True]
    )


@pytest.mark.parametrize(
    "title",
    [
        "DANH BẠ ĐIỆN THOẠI CƠ QUAN NĂM 2023",
        "DANH SÁCH CHI TIỀN TẾT NGUYÊN ĐÁN NĂM 2020",
        "DANH SÁCH HƯỞNG PHỤ CẤP THÂM NIÊN NHÀ GIÁO NĂM 2021",
        "DANH SÁCH GIÁO VIÊN NGHỈ HƯU NĂM 2020 (đã được tặng Kỷ niệm chương Vì sự nghiệp giáo dục)",
    ],
)
def test_a_list_without_a_word_of_awards_is_told_once(tmp_path: Path, title: str) -> None:
    read = sheet(tmp_path, (title,), (_DECISION,), HEADER, AN, _LI)

    assert _is_told_once(read, "không phải danh sách khen thưởng nên không nhập 2 dòng")


def test_so_is_one_that_says_nothing_of_itself(tmp_path: Path) -> None:
    assert _is_told_once(sheet(tmp_path, HEADER, AN, _LI), "không nhập 2 dòng")


@pytest.mark.parametrize("title", ["DANH SÁCH KHEN THƯỞNG NĂM 2018", "DANH SÁCH CÁ NHÂN NĂM 2018"])
def test_a_list_whose_award_is_missing_stays_asked_row_by_row(tmp_path: Path, title: str) -> None:
    read = sheet(tmp_path, (title,), (_DECISION,), HEADER, AN, _LI)

    assert [one.candidate.name for one in read.problems if one.candidate] == ["Nguyễn Văn An", "Lý Văn Thử"]


def test_so_does_one_whose_file_or_sheet_is_named_after_an_award(tmp_path: Path) -> None:
    rows = (("DANH SÁCH NĂM 2018",), (_DECISION,), HEADER, AN, _LI)

    by_file = read_file(workbook(tmp_path / "LDTT 2018.xlsx", rows), BOOK)
    by_sheet = read_file(workbook(tmp_path / "danh sach.xlsx", rows, names=["LĐTT 2018"]), BOOK)

    assert all(one.candidate for one in (*by_file.problems, *by_sheet.problems))


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH GIÁO VIÊN ĐẠT DANH HIỆU GIÁO VIÊN DẠY GIỎI CẤP HUYỆN NĂM HỌC 2017 - 2018",
        "DANH SÁCH SÁNG KIẾN ĐƯỢC CÔNG NHẬN LÀM CƠ SỞ XÉT CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2018",
    ],
)
def test_what_is_no_award_of_the_law_is_told_once(tmp_path: Path, title: str) -> None:
    read = sheet(tmp_path, (title,), (_DECISION,), HEADER, AN, _LI)

    assert _is_told_once(read, "không phải danh hiệu, hình thức khen thưởng của Luật")


def test_titles_of_pupils_are_told_once_each(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        ("DANH SÁCH HỌC SINH GIỎI, HỌC SINH TIÊN TIẾN LỚP 5A NĂM HỌC 2011-2012",),
        ("TT", "Họ và tên", "Ngày sinh", "Danh hiệu"),
        ("1", "Nguyễn Văn An", "12/01/2001", "Học sinh giỏi"),
        ("2", "Lý Văn Thử", "12/02/2001", "Học sinh tiên tiến"),
        ("3", "Hoàng Thị Mẫu", "12/03/2001", "Học sinh giỏi"),
    )

    assert [reason.split("không phải")[0].strip() for reason in reasons(read)] == [
        "“Học sinh giỏi”",
        "“Học sinh tiên tiến”",
    ]
    assert "2 dòng" in reasons(read)[0]


def test_an_award_for_good_pupils_is_still_one(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        ("DANH SÁCH HỌC SINH GIỎI ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018",),
        (_DECISION,),
        ("TT", "Họ và tên", "Ngày sinh", "Trường"),
        ("1", "Nguyễn Văn An", "12/01/2008", SCHOOL),
    )

    assert [one.award for one in awards(read)] == ["GK_HUYEN"]


def test_counts_of_awards_are_told_once(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        ("THỐNG KÊ KẾT QUẢ KHEN THƯỞNG GIAI ĐOẠN 2015 - 2020",),
        ("STT", "Đơn vị", "LĐTT", "CSTĐCS", "TTLĐTT", "Giấy khen"),
        ("1", SCHOOL, 120, 15, 4, 6),
        ("2", "Phòng Nội vụ", 30, 6, 5, 1),
        ("", "Tổng", 150, 21, 9, 7),
    )

    assert (awards(read), [one.rows for one in read.problems]) == ([], [2])
    assert "chỉ ghi con số" in reasons(read)[0]


def test_gifts_are_no_awards(tmp_path: Path) -> None:
    title = "DANH SÁCH NHẬN QUÀ NHÂN NGÀY 27/7 CỦA BÀ MẸ VIỆT NAM ANH HÙNG, NGƯỜI CÓ CÔNG"
    read = sheet(tmp_path, (title,), (_DECISION,), HEADER, AN, _LI)

    assert (awards(read), [one.rows for one in read.problems]) == ([], [2])


def test_a_plan_is_told_for_what_it_is(tmp_path: Path) -> None:
    read = typed(
        tmp_path,
        "KẾ HOẠCH",
        "Phát động phong trào thi đua “Cả nước chung sức xây dựng nông thôn mới”",
        "I. MỤC ĐÍCH, YÊU CẦU",
        "1. Phòng Nội vụ chủ trì tham mưu",
        "2. Phòng Nông nghiệp và PTNT phối hợp",
    )

    assert (awards(read), [one.rows for one in read.problems]) == ([], [2])
    assert "kế hoạch, lịch, báo cáo" in reasons(read)[0]


def test_a_form_not_filled_in_is_told_once(tmp_path: Path) -> None:
    read = typed(
        tmp_path,
        "Số: …../QĐ-UBND",
        "QUYẾT ĐỊNH Về việc tặng Giấy khen",
        "Điều 1. Tặng Giấy khen cho Ông (Bà): [Họ và tên], chức vụ: …………, đơn vị: …………",
        "1. Ông (Bà): .....................................................",
        "2. Ông (Bà): Nguyễn Văn A, chức vụ, đơn vị",
    )

    assert _is_told_once(read, "mẫu chưa điền")


@pytest.mark.parametrize("names", [("Nguyễn Văn A", "Trần Thị B"), ("Lê Văn C", "………"), ("Phạm Thị X",)])
@pytest.mark.parametrize("decision", [_DECISION, "(Kèm theo Quyết định số …/QĐ-UBND ngày …/…/2018)"])
def test_a_form_with_examples_alone_gives_nothing(
    tmp_path: Path, names: tuple[str, ...], decision: str
) -> None:
    rows = ((place, name, "Giáo viên", SCHOOL) for place, name in enumerate(names, 1))

    read = sheet(tmp_path, ("DANH SÁCH CÁ NHÂN ĐẠT LAO ĐỘNG TIÊN TIẾN NĂM 2018",), (decision,), HEADER, *rows)

    assert _is_told_once(
        read, f"mẫu chưa điền (họ tên để trống hoặc ghi “Nguyễn Văn A”) nên không nhập {len(names)}"
    )


def test_a_name_like_an_example_among_others_is_a_name(tmp_path: Path) -> None:
    example = ("2", "Nguyễn Văn A", "Giáo viên", SCHOOL)
    title = "DANH SÁCH CÁ NHÂN ĐẠT LAO ĐỘNG TIÊN TIẾN NĂM 2018"

    assert len(awards(sheet(tmp_path, (title,), (_DECISION,), HEADER, AN, example))) == 2


_PUPIL = ("Họ và tên", "Lớp", "Học lực", "Hạnh kiểm", "Danh hiệu")


def test_results_of_pupils_are_told_once(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        ("KẾT QUẢ HỌC TẬP CỦA HỌC SINH NĂM HỌC 2018-2019",),
        ("STT", *_PUPIL),
        ("1", "Nguyễn Văn An", "5A", "Giỏi", "Tốt", "Học sinh giỏi"),
        ("2", "Lý Văn Thử", "5A", "Khá", "Tốt", "Học sinh tiên tiến"),
        ("3", "Lò Văn Mẫu", "5B", "TB", "Khá", ""),
        ("4", "Vi Thị Ví", "5B", "Khá", "Tốt", "HSTT"),
    )

    assert _is_told_once(read, "Bảng này là kết quả của học sinh, không phải danh sách khen thưởng")
    assert "4 dòng" in reasons(read)[0]


@pytest.mark.parametrize(
    "rows",
    [
        (("STT", "Danh hiệu", "Số lượng cá nhân"), (1, "Lao động tiên tiến", 20), (2, "CSTĐCS", 3)),
        (("STT", "Nội dung", "Số lượng"), (1, "Tổng số cán bộ", 20), (2, "Số đạt lao động tiên tiến", 3)),
        (("TT", "Đơn vị", "Tổng số", "LĐTT", "CSTĐCS"), (1, SCHOOL, 30, 20, 3), (2, "Phòng Nội vụ", 8, 6, 1)),
    ],
)
def test_statistics_are_told_once(tmp_path: Path, rows: tuple[tuple[object, ...], ...]) -> None:
    read = sheet(tmp_path, ("THỐNG KÊ KẾT QUẢ KHEN THƯỞNG NĂM 2018",), *rows)

    assert (awards(read), len(read.problems)) == ([], 1)
    assert "chỉ ghi con số (thống kê)" in reasons(read)[0]


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC NĂM 2018",
        "DANH SÁCH TRÍCH NGANG CÁN BỘ, GIÁO VIÊN, NHÂN VIÊN",
    ],
)
def test_staff_with_a_column_of_awards_left_blank_is_told_once(tmp_path: Path, title: str) -> None:
    rows = ((*AN, "1/2/1980", "Đại học", ""), (*_LI, "3/4/1985", "Cao đẳng", ""))

    read = sheet(tmp_path, (title,), (*HEADER, "Ngày sinh", "Trình độ", "Khen thưởng"), *rows)

    assert _is_told_once(read, "Danh sách cán bộ này có 2 dòng không ghi danh hiệu, hình thức khen thưởng")
