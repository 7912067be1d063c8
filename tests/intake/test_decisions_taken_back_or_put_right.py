"""Lists of awards taken back, and papers that put an earlier decision right, give no award."""

from pathlib import Path

import pytest

from tests.intake.short_lists import AN, HEADER, SCHOOL, awards, names, reasons, sheet, typed

_DECISION = "(Kèm theo Quyết định số 77/QĐ-UBND ngày 10/3/2019 của Chủ tịch UBND huyện Bạch Thông)"
_HEAD = ("UBND HUYỆN BẠCH THÔNG", "Số: 77/QĐ-UBND", "Bạch Thông, ngày 10 tháng 3 năm 2019", "QUYẾT ĐỊNH")


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH CÁ NHÂN BỊ THU HỒI GIẤY CHỨNG NHẬN CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2018",
        "DANH SÁCH CÁ NHÂN THU HỒI CÔNG NHẬN LAO ĐỘNG TIÊN TIẾN NĂM 2018",
        "DANH SÁCH HỦY KẾT QUẢ CÔNG NHẬN LAO ĐỘNG TIÊN TIẾN NĂM 2018",
        "DANH SÁCH HỦY BỎ VIỆC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018",
    ],
)
def test_what_is_taken_back_is_not_given(tmp_path: Path, title: str) -> None:
    read = sheet(tmp_path, (title,), (_DECISION,), HEADER, AN)

    assert (awards(read), ["bị thu hồi" in one for one in reasons(read)]) == ([], [True])


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN TRONG CÔNG TÁC THU HỒI ĐẤT NĂM 2018",
        "DANH SÁCH TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN TRONG VIỆC ĐIỀU CHỈNH QUY HOẠCH NĂM 2018",
        "DANH SÁCH TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN VÌ ĐÃ PHÁT HUY DANH HIỆU LÀNG VĂN HÓA NĂM 2018",
    ],
)
def test_such_words_of_other_matters_deny_nothing(tmp_path: Path, title: str) -> None:
    assert names(sheet(tmp_path, (title,), (_DECISION,), HEADER, AN)) == ["Nguyễn Văn An"]


@pytest.mark.parametrize(
    "title",
    [
        "DANH SÁCH ĐÍNH CHÍNH HỌ TÊN CÁ NHÂN ĐẠT CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2018",
        "DANH SÁCH ĐIỀU CHỈNH HỌ TÊN TRONG QUYẾT ĐỊNH CÔNG NHẬN LAO ĐỘNG TIÊN TIẾN NĂM 2018",
        "DANH SÁCH SỬA SAI SÓT HỌ TÊN TRÊN GIẤY CHỨNG NHẬN LAO ĐỘNG TIÊN TIẾN NĂM 2018",
        "DANH SÁCH ĐIỀU CHỈNH THÔNG TIN NĂM SINH CÁ NHÂN ĐƯỢC CÔNG NHẬN LAO ĐỘNG TIÊN TIẾN NĂM 2018",
    ],
)
def test_what_is_put_right_is_told_once(tmp_path: Path, title: str) -> None:
    read = sheet(tmp_path, (title,), (_DECISION,), HEADER, AN, ("2", "Lý Văn Thử", "Văn thư", SCHOOL))

    assert (awards(read), ["mở quyết định trước" in one for one in reasons(read)]) == ([], [True])


@pytest.mark.parametrize(
    "article",
    [
        "Điều 1. Đính chính họ tên cá nhân được công nhận danh hiệu Lao động tiên tiến năm 2018 như sau:",
        "Điều 1. Công nhận danh hiệu Lao động tiên tiến năm 2018 cho cá nhân có tên đúng như sau:",
    ],
)
def test_so_is_a_decision_that_puts_another_right(tmp_path: Path, article: str) -> None:
    about = "Về việc đính chính họ tên cá nhân tại Quyết định số 12/QĐ-UBND ngày 15/01/2019"
    one = "1. Ông Lù A Chư, Giáo viên Trường Tiểu học Cẩm Giàng; nay đính chính là: Lù A Chứ;"
    read = typed(tmp_path, *_HEAD, about, "QUYẾT ĐỊNH:", article, one)

    assert (awards(read), ["mở quyết định trước" in told for told in reasons(read)]) == ([], [True])


def test_a_column_of_right_names_shows_it_too(tmp_path: Path) -> None:
    head = ("STT", "Họ và tên đã ghi", "Họ và tên đúng", "Đơn vị")
    title = "DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN NĂM 2018"
    read = sheet(tmp_path, (title,), (_DECISION,), head, ("1", "Lù A Chư", "Lù A Chứ", SCHOOL))

    assert (awards(read), ["tên đúng" in one for one in reasons(read)]) == ([], [True])
