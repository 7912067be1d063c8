"""Lists that say much in few cells: name with post and unit, number with day, an award alone in a line."""

from datetime import date

import pytest

from tests.intake.making import REFERENCE
from tests.intake.short_lists import ADVANCED, HEADER, SCHOOL, in_word, placed, reasons, sheet, told


def document(tmp_path, *rows):
    return in_word(tmp_path, ADVANCED, REFERENCE, rows)


WHO = ("Nguyễn Văn An", "Giáo viên", SCHOOL)


@pytest.mark.parametrize(
    "cell",
    [
        f"Nguyễn Văn An, Giáo viên, {SCHOOL}",
        f"Nguyễn Văn An, Giáo viên {SCHOOL}",
        f"Nguyễn Văn An - Giáo viên, {SCHOOL}, huyện Bạch Thông",
        f"Nguyễn Văn An\nGiáo viên, {SCHOOL}",
        f"Nguyễn Văn An,\nGiáo viên\n{SCHOOL}",
        f"Nguyễn Văn An, sinh năm 1980, Giáo viên, {SCHOOL}",
        f"Nguyễn Văn An - 1980 - Giáo viên, {SCHOOL}",
    ],
)
@pytest.mark.parametrize("made", [sheet, document])
def test_name_post_and_unit_come_out_of_the_column_that_announces_them(tmp_path, made, cell):
    header = ("STT", "Họ và tên, chức vụ, đơn vị công tác")
    above = ((ADVANCED,), (REFERENCE,)) if made is sheet else ()
    reading = made(tmp_path, *above, header, ("1", cell), ("2", "Bà Lý Thị Na"))
    assert placed(reading) == [WHO, ("Lý Thị Na", "", "")]
    assert reasons(reading) == []


@pytest.mark.parametrize("made", [sheet, document])
def test_a_post_below_a_name_is_taken_for_one_and_said(tmp_path, made):
    above = ((ADVANCED,), (REFERENCE,)) if made is sheet else ()
    rows = (
        ("STT", "Họ và tên", "Đơn vị"),
        ("1", "Nguyễn Văn An\nGiáo viên", SCHOOL),
        ("2", "Lý Thị Na", SCHOOL),
    )
    reading = made(tmp_path, *above, *rows)
    assert placed(reading) == [WHO, ("Lý Thị Na", "", SCHOOL)]
    [first, _] = reading.decisions[0].awards
    assert "“Giáo viên” ở dòng dưới họ tên được hiểu là chức vụ, đơn vị" in first.inferred


@pytest.mark.parametrize(
    "name", ["Nguyễn Thị Hồng\nNhung", "Hoàng Văn\nChánh", "Lý Thị\nThư", "Nông\nThị Bảo"]
)
def test_a_name_that_goes_on_in_its_second_line_stays_whole(tmp_path, name):
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), ("STT", "Họ và tên", "Đơn vị"), ("1", name, SCHOOL))
    assert placed(reading) == [(name.replace("\n", " "), "", SCHOOL)]


def test_a_collective_keeps_its_name_in_a_column_of_names_posts_and_units(tmp_path):
    reading = sheet(
        tmp_path,
        ("DANH SÁCH TẬP THỂ, CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018",),
        (REFERENCE,),
        ("STT", "Tên tập thể, họ tên chức vụ cá nhân", "Ghi chú"),
        ("I", "TẬP THỂ"),
        ("1", f"{SCHOOL}, xã Cẩm Giàng"),
        ("II", "CÁ NHÂN"),
        ("1", f"Nguyễn Văn An, Giáo viên, {SCHOOL}"),
    )
    assert [(one[0], one[2]) for one in placed(reading)] == [(f"{SCHOOL}, xã Cẩm Giàng", ""), WHO[::2]]


@pytest.mark.parametrize(
    ("cell", "post", "unit"),
    [
        ("Phó Trưởng phòng Nội vụ", "Phó Trưởng phòng", "Phòng Nội vụ"),
        ("Trưởng thôn Nà Mẫu", "Trưởng thôn", "Thôn Nà Mẫu"),
        ("Chánh Văn phòng HĐND và UBND", "Chánh Văn phòng", "Văn phòng HĐND và UBND"),
        (f"Kế toán ({SCHOOL})", "Kế toán", SCHOOL),
        (f"Giáo viên\n{SCHOOL}", "Giáo viên", SCHOOL),
    ],
)
def test_posts_that_name_their_unit_give_both(tmp_path, cell, post, unit):
    header = ("STT", "Họ và tên", "Chức vụ, đơn vị")
    reading = sheet(tmp_path, (ADVANCED,), (REFERENCE,), header, ("1", "Nguyễn Văn An", cell))
    assert placed(reading) == [("Nguyễn Văn An", post, unit)]
    assert reasons(reading) == []


def test_number_and_day_come_out_of_one_column(tmp_path):
    reading = sheet(
        tmp_path,
        (ADVANCED,),
        ("STT", "Họ và tên", "Đơn vị", "Quyết định số, ngày tháng"),
        (
            "1",
            "Nguyễn Văn An",
            SCHOOL,
            "QĐ số 840/QĐ-UBND ngày 15/01/2019 của Chủ tịch UBND huyện Bạch Thông",
        ),
    )
    [decision] = reading.decisions
    assert (decision.number, decision.decided_on, decision.level) == (
        "840/QĐ-UBND",
        date(2019, 1, 15),
        "district",
    )


@pytest.mark.parametrize(
    ("lines", "award", "year"),
    [
        (("CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2018",), "DH_CSTD_CS", 2018),
        (("LAO ĐỘNG TIÊN TIẾN", "Năm học 2017 - 2018"), "DH_LDTT", 2018),
        (
            ("DANH SÁCH KHEN THƯỞNG NĂM 2018", "Hình thức: Giấy khen của Chủ tịch UBND huyện"),
            "GK_HUYEN",
            2018,
        ),
    ],
)
def test_an_award_alone_in_a_line_is_that_of_the_rows_below(tmp_path, lines, award, year):
    rows = (*((line,) for line in lines), (REFERENCE,), HEADER)
    reading = sheet(tmp_path, *rows, ("1", *WHO))
    assert [(code, given) for _, code, given in told(reading)] == [(award, year)]
    assert reasons(reading) == []


def test_two_awards_alone_in_lines_are_no_answer(tmp_path):
    rows = (
        ("LAO ĐỘNG TIÊN TIẾN",),
        ("CHIẾN SĨ THI ĐUA CƠ SỞ",),
        (REFERENCE,),
        HEADER,
    )
    reading = sheet(tmp_path, *rows, ("1", *WHO))
    assert told(reading) == []
    assert len(reading.problems) == 1


def test_a_title_of_people_that_collectives_hold_too_is_told_by_the_section(tmp_path):
    reading = sheet(
        tmp_path,
        ("DANH SÁCH TẬP THỂ, CÁ NHÂN ĐẠT DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2018",),
        (REFERENCE,),
        ("STT", "Tên tập thể, cá nhân", "Chức vụ", "Đơn vị"),
        ("I", "TẬP THỂ"),
        ("1", SCHOOL),
        ("II", "CÁ NHÂN"),
        ("1", *WHO),
    )
    assert told(reading) == [(SCHOOL, "DH_TTLDTT", 2018), ("Nguyễn Văn An", "DH_LDTT", 2018)]
    [first, _] = reading.decisions[0].awards
    assert "“Lao động tiên tiến” của tập thể được hiểu là “Tập thể lao động tiên tiến”" in first.inferred
