"""Lists laid out otherwise - without a header, in tables within tables, with ranks as sections - are read."""

from pathlib import Path

import docx
import pytest

from tests.intake.generated import BOOK
from tests.intake.short_lists import (
    AN,
    GIVEN,
    HEADER,
    SCHOOL,
    add_table,
    awarded,
    awards,
    in_word,
    names,
    placed,
    sheet,
    typed,
)
from thidua_desktop.intake.read import read_file

_DECISION = "(Kèm theo Quyết định số 998/QĐ-UBND ngày 11/5/2019 của Chủ tịch UBND huyện Bạch Thông)"
_LI = ("2", "Lý Văn Thử", "Văn thư", SCHOOL)


def test_a_title_goes_on_in_the_line_below(tmp_path: Path) -> None:
    title = "DANH SÁCH TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN"
    read = sheet(tmp_path, (title,), ("về thành tích phòng, chống dịch năm 2018",), (_DECISION,), HEADER, AN)

    assert (read.problems, [(one.award, one.year) for one in awards(read)]) == ((), [("GK_HUYEN", 2018)])


def test_a_number_may_end_in_figures(tmp_path: Path) -> None:
    decision = "(Kèm theo Quyết định số 33/QĐ-CAT-PX03 ngày 25/12/2018 của Giám đốc Công an tỉnh)"
    title = "DANH SÁCH CÁ NHÂN ĐẠT DANH HIỆU CHIẾN SĨ TIÊN TIẾN NĂM 2018"
    read = sheet(
        tmp_path, (title,), (decision,), HEADER, ("1", "Lý Văn Thử", "Cán bộ", "Công an huyện Ví Dụ")
    )

    told = [(one.number, one.level, str(one.decided_on)) for one in read.decisions]
    assert told == [("33/QĐ-CAT-PX03", "grassroots", "2018-12-25")]


def test_the_front_in_the_capital_is_a_ministry(tmp_path: Path) -> None:
    decision = "(Kèm theo QĐ số 4/QĐ-MTTW-BTT ngày 10/11/2018 của Ban Thường trực UBTW MTTQ Việt Nam)"
    title = "DANH SÁCH TẶNG KỶ NIỆM CHƯƠNG “VÌ SỰ NGHIỆP ĐẠI ĐOÀN KẾT TOÀN DÂN TỘC” NĂM 2018"

    assert [one.level for one in sheet(tmp_path, (title,), (decision,), HEADER, AN).decisions] == ["ministry"]


def test_whose_wife_she_is_is_no_part_of_her_name(tmp_path: Path) -> None:
    read = sheet(
        tmp_path, (GIVEN,), (_DECISION,), HEADER, ("1", "Bà Lý Thị Thử (vợ ông Ma Văn Ví)", "", SCHOOL)
    )

    assert [(one.name, one.note) for one in awards(read)] == [("Lý Thị Thử", "vợ ông Ma Văn Ví")]


@pytest.mark.parametrize(
    "line", ["Ghi chú: nhận thưởng tại Văn phòng", "Lưu ý: kiểm tra kỹ trước khi in", "Trang 1"]
)
def test_a_note_on_the_sheet_is_not_asked(tmp_path: Path, line: str) -> None:
    read = sheet(tmp_path, (GIVEN,), (_DECISION,), HEADER, AN, ("", "", "", line), _LI)

    assert (read.problems, len(awards(read))) == ((), 2)


@pytest.mark.parametrize("line", ["Ghi chú: ông An xin rút", "Lưu ý: hai cá nhân trên không được khen"])
def test_a_note_that_may_take_back_is(tmp_path: Path, line: str) -> None:
    assert len(sheet(tmp_path, (GIVEN,), (_DECISION,), HEADER, AN, (line,)).problems) == 1


def test_a_column_of_number_and_day_is_read(tmp_path: Path) -> None:
    head = (*HEADER, "Năm", "Danh hiệu", "Số, ngày, tháng, năm của quyết định")
    row = (*AN, 2018, "LĐTT", "QĐ số 91/QĐ-UBND, 02/3/2019")
    read = sheet(tmp_path, ("SỔ THEO DÕI KHEN THƯỞNG",), head, row)

    assert [(one.number, str(one.decided_on)) for one in read.decisions] == [("91/QĐ-UBND", "2019-03-02")]


def test_a_numbered_table_without_a_header_is_a_list(tmp_path: Path) -> None:
    rows = (("A", "TẬP THỂ", "(01 tập thể)"), ("1", SCHOOL, ""), ("B", "CÁ NHÂN", "(01 cá nhân)"))
    one = ("1", f"Ông Nguyễn Văn An, Giáo viên, {SCHOOL}, huyện Bạch Thông", "")
    title = "DANH SÁCH TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018"
    read = sheet(tmp_path, (title,), (_DECISION,), *rows, one)

    assert (read.problems, placed(read)) == ((), [(SCHOOL, "", ""), ("Nguyễn Văn An", "Giáo viên", SCHOOL)])


def test_so_is_one_in_word(tmp_path: Path) -> None:
    title = "DANH SÁCH TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018"
    rows = (("1", SCHOOL), ("2", f"Ông Nguyễn Văn An, Giáo viên {SCHOOL}"))

    assert names(in_word(tmp_path, title, _DECISION, rows)) == [SCHOOL, "Nguyễn Văn An"]


def test_an_award_may_stand_behind_a_colon(tmp_path: Path) -> None:
    lines = (
        "1/ Nguyễn Văn An - Giáo viên - Trường Tiểu học Ví Dụ: Chiến sĩ thi đua cơ sở",
        "2/ Lý Văn Thử - Văn thư - Phòng Y tế: Lao động tiên tiến",
    )
    read = typed(tmp_path, "DANH SÁCH KHEN THƯỞNG NĂM 2018", _DECISION, *lines)

    assert awarded(read) == [("Nguyễn Văn An", "DH_CSTD_CS"), ("Lý Văn Thử", "DH_LDTT")]
    assert placed(read)[0] == ("Nguyễn Văn An", "Giáo viên", "Trường Tiểu học Ví Dụ")


def test_ranks_head_the_rows_of_one_medal(tmp_path: Path) -> None:
    read = typed(
        tmp_path,
        "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG HUY CHƯƠNG “CHIẾN SĨ VẺ VANG” NĂM 2018",
        "(Kèm theo Quyết định số 17/QĐ-CTN ngày 12 tháng 8 năm 2018 của Chủ tịch nước)",
        "I. HẠNG NHẤT",
        "1. Đồng chí Nguyễn Văn An, Thượng tá, Công an huyện Ví Dụ",
        "II. HẠNG BA",
        "1. Đồng chí Lý Văn Thử, Đại úy, Công an huyện Ví Dụ",
    )

    assert (read.problems, [one.award for one in awards(read)]) == ((), ["HCH_CSVV_1", "HCH_CSVV_3"])


def test_enterprises_and_their_heads_are_two_sections(tmp_path: Path) -> None:
    read = typed(
        tmp_path,
        "DANH SÁCH DOANH NGHIỆP, DOANH NHÂN ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018",
        _DECISION,
        "I. Doanh nghiệp",
        "1. Công ty TNHH Ví Dụ",
        "2. Chi nhánh Ví Dụ huyện Bạch Thông",
        "II. Doanh nhân",
        "1. Ông Nguyễn Văn An, Giám đốc Công ty TNHH Ví Dụ",
    )

    assert [one.recipient for one in awards(read)] == ["collective", "collective", "person"]
    assert read.problems == ()


def test_a_table_within_a_row_is_of_the_unit_beside_it(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("DANH SÁCH CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2018")
    made.add_paragraph(_DECISION)
    outer = made.add_table(2, 2)
    for row, unit, person in zip(
        outer.rows, ("Trường Mầm non Ví Dụ", SCHOOL), ("Lý Thị Thử", "Nguyễn Văn An"), strict=True
    ):
        row.cells[0].text = unit
        inner = row.cells[1].add_table(2, 3)
        for cells, texts in zip(
            inner.rows, (("TT", "Họ tên", "Chức vụ"), ("1", person, "Giáo viên")), strict=True
        ):
            for cell, text in zip(cells.cells, texts, strict=True):
                cell.text = text
    add_table(made, ("TT", "Họ tên", "Chức vụ"), ("1", "Hoàng Văn Mẫu", "Kế toán"))
    made.save(tmp_path / "danh sach.docx")

    assert placed(read_file(tmp_path / "danh sach.docx", BOOK)) == [
        ("Lý Thị Thử", "Giáo viên", "Trường Mầm non Ví Dụ"),
        ("Nguyễn Văn An", "Giáo viên", SCHOOL),
        ("Hoàng Văn Mẫu", "Kế toán", ""),
    ]


@pytest.mark.parametrize("unit", ["PHÒNG TƯ PHÁP", "PHÒNG NỘI VỤ"])
def test_a_title_may_end_in_the_office_it_is_of(tmp_path: Path, unit: str) -> None:
    title = f"DANH SÁCH CÁ NHÂN ĐẠT DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2018 - {unit}"
    read = sheet(tmp_path, (title,), (_DECISION,), HEADER[:3], AN[:3])

    assert [one.unit for one in awards(read)] == [unit.capitalize().replace("nội", "Nội").replace("tư", "Tư")]


@pytest.mark.parametrize("behind", ["", " vào sự phát triển của huyện./."])
def test_for_what_they_were_commended_may_stand_below_the_list(tmp_path: Path, behind: str) -> None:
    title = "DANH SÁCH TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018"
    one = f"1. Ông Nguyễn Văn An, Giáo viên, {SCHOOL};"
    read = typed(tmp_path, title, _DECISION, one, f"Đã có thành tích xuất sắc trong công tác{behind}")

    assert (read.problems, names(read)) == ((), ["Nguyễn Văn An"])


def test_years_told_there_are_shown_where_no_other_line_tells_one(tmp_path: Path) -> None:
    title = "DANH SÁCH TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN"
    one = f"1. Ông Nguyễn Văn An, Giáo viên, {SCHOOL};"
    read = typed(tmp_path, title, _DECISION, one, "Đã có thành tích xuất sắc trong năm 2017.")

    assert len(read.problems) == 1


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("KHEN THƯỞNG CHUYÊN ĐỀ TRONG CÔNG TÁC BẦU CỬ", "thematic"),
        ("KHEN THƯỞNG ĐỘT XUẤT TRONG PHÒNG, CHỐNG DỊCH", "sudden"),
        ("KHEN THƯỞNG TRONG CÔNG TÁC BẦU CỬ", "merit"),
    ],
)
def test_the_heading_says_why_it_is_given(tmp_path: Path, words: str, kind: str) -> None:
    title = f"DANH SÁCH {words} ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018"
    read = sheet(tmp_path, (title,), (_DECISION,), HEADER, AN)

    assert [one.type for one in read.decisions] == [kind]


def test_a_table_in_a_cell_of_a_list_does_not_end_the_list(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph(GIVEN)
    made.add_paragraph(_DECISION)
    add_table(made, (*HEADER, "Ghi chú"), (*AN, ""), (*_LI, ""))
    inner = made.tables[0].rows[1].cells[4].add_table(2, 2)
    for place, text in enumerate(("STT", "Họ và tên", "1", "Bàn Thị Ví")):
        inner.rows[place // 2].cells[place % 2].text = text
    made.save(tmp_path / "danh sach.docx")

    assert ("Lý Văn Thử", "Văn thư", SCHOOL) in placed(read_file(tmp_path / "danh sach.docx", BOOK))
