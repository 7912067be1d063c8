"""Lines that name several recipients: each is read with his own post and unit, or all are asked."""

from pathlib import Path

import pytest

from tests.intake.short_lists import in_word, names, placed, typed

_HEAD = (
    "UBND HUYỆN BẠCH THÔNG",
    "Số: 91/QĐ-UBND",
    "Bạch Thông, ngày 22 tháng 3 năm 2019",
    "QUYẾT ĐỊNH",
    "Về việc tặng Giấy khen",
    "Điều 1. Tặng Giấy khen của Chủ tịch UBND huyện cho các tập thể, cá nhân có thành tích năm 2018:",
)
_TWO = [("Nguyễn Văn An", "Kế toán", "Phòng Y tế"), ("Lý Thị Thử", "Văn thư", "Phòng Tư pháp")]


@pytest.mark.parametrize(
    "line",
    [
        "- Cá nhân: Ông Nguyễn Văn An, Kế toán Phòng Y tế; bà Lý Thị Thử, Văn thư Phòng Tư pháp.",
        "- Cá nhân: 1. Ông Nguyễn Văn An, Kế toán Phòng Y tế; 2. Bà Lý Thị Thử, Văn thư Phòng Tư pháp.",
        "Cá nhân: 1. Ông Nguyễn Văn An, Kế toán Phòng Y tế; 2. Bà Lý Thị Thử, Văn thư Phòng Tư pháp.",
        "1. Ông Nguyễn Văn An, Kế toán Phòng Y tế; và bà Lý Thị Thử, Văn thư Phòng Tư pháp;",
    ],
)
def test_each_has_his_own_unit(tmp_path: Path, line: str) -> None:
    read = typed(tmp_path, *_HEAD, line, "Điều 2. Quyết định có hiệu lực kể từ ngày ký.")

    assert (read.problems, placed(read)) == ((), _TWO)


def test_units_in_one_line_are_as_many(tmp_path: Path) -> None:
    read = typed(tmp_path, *_HEAD, "- Tập thể: Phòng Y tế huyện; Trường Tiểu học Ví Dụ.")

    assert (read.problems, names(read)) == ((), ["Phòng Y tế huyện", "Trường Tiểu học Ví Dụ"])


@pytest.mark.parametrize(
    "line",
    [
        "1. Ông Nguyễn Văn An; bà Lý Thị Thử, Văn thư Phòng Tư pháp;",
        "1. Ông Nguyễn Văn An, Kế toán Phòng Y tế, bà Lý Thị Thử, Văn thư Phòng Tư pháp;",
        "1. Ông Nguyễn Văn An, Kế toán; có thành tích tốt; bà Lý Thị Thử, Văn thư Phòng Tư pháp;",
    ],
)
def test_what_cannot_be_parted_is_asked(tmp_path: Path, line: str) -> None:
    read = typed(tmp_path, *_HEAD, line)

    assert (names(read), len(read.problems)) == ([], 1)


def test_a_heroine_is_one(tmp_path: Path) -> None:
    line = "1. Bà Lý Thị Thử, Bà mẹ Việt Nam anh hùng, thôn Nà Ví, xã Thử Một;"

    assert names(typed(tmp_path, *_HEAD, line)) == ["Lý Thị Thử"]


def test_so_beside_a_table(tmp_path: Path) -> None:
    table = (("STT", "Họ và tên", "Chức vụ", "Đơn vị"), ("1", "Hoàng Thị Mẫu", "Kế toán", "Phòng Y tế"))
    read = in_word(
        tmp_path,
        *_HEAD,
        table,
        "2. Ông Nguyễn Văn An, Kế toán Phòng Y tế; bà Lý Thị Thử, Văn thư Phòng Tư pháp;",
    )

    assert placed(read)[1:] == _TWO
