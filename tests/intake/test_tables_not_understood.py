"""A table in Word that has no header we know is told row by row, wherever it stands; heads of papers are not."""

import pytest

from tests.intake.generated import BOOK
from tests.intake.making import REFERENCE, document, paragraph, table
from tests.intake.short_lists import ADVANCED, HEADER, awards, names
from thidua_desktop.intake.read import read_file

KNOWN = (
    HEADER,
    ("1", "Trần Văn Ba", "Giáo viên", "Trường Tiểu học Cao Sơn"),
    ("2", "Lý Thị Na", "Kế toán", "Trường Tiểu học Cao Sơn"),
)
BY_UNIT = (
    ("Tổ, khối", "Danh sách người lao động"),
    ("của đơn vị", "được công nhận"),
    ("Tổ 1", "Nguyễn Văn An; Hà Thị Tư"),
    ("Tổ 2", "Hoàng Văn Sáu"),
)
LETTERHEAD = (
    ("UBND HUYỆN BẠCH THÔNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ("Số: 95/QĐ-UBND", "Độc lập - Tự do - Hạnh phúc"),
)
SIGNED = (("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"), ("- Như Điều 3", "CHỦ TỊCH"), ("- Lưu: VT", "Hà Văn Sáu"))
LABELS = (("Đơn vị:", "Trường Tiểu học Cao Sơn"), ("Năm học:", "2017-2018"))


def read(tmp_path, *parts):
    body = "".join(paragraph(part) if isinstance(part, str) else table(part) for part in parts)
    return read_file(document(tmp_path / "danh sach.docx", body), BOOK)


def unread(reading):
    return [problem.row for problem in reading.problems]


@pytest.mark.parametrize(
    "parts",
    [
        (ADVANCED, REFERENCE, BY_UNIT, KNOWN),
        (BY_UNIT, ADVANCED, REFERENCE, KNOWN),
        (ADVANCED, REFERENCE, KNOWN, BY_UNIT),
        (ADVANCED, REFERENCE, KNOWN, "Danh sách cá nhân của các tổ:", BY_UNIT),
        (ADVANCED, REFERENCE, "1. Trần Văn Ba, Giáo viên", "2. Lý Thị Na, Kế toán", BY_UNIT),
        (ADVANCED, REFERENCE, BY_UNIT, "1. Trần Văn Ba, Giáo viên", "2. Lý Thị Na, Kế toán"),
    ],
    ids=["below the heading", "first", "last", "under a heading of its own", "below lines", "above lines"],
)
def test_each_row_of_a_table_without_a_known_header_is_told(tmp_path, parts):
    reading = read(tmp_path, *parts)
    assert names(reading) == ["Trần Văn Ba", "Lý Thị Na"]
    assert unread(reading) == [1, 2, 3, 4]
    assert {one.award for one in awards(reading)} == {"DH_LDTT"}


@pytest.mark.parametrize("beside", [LETTERHEAD, SIGNED, LABELS], ids=["letterhead", "signatures", "labels"])
def test_tables_that_only_set_lines_side_by_side_are_no_lists(tmp_path, beside):
    above, below = ((), (beside,)) if beside is SIGNED else ((beside,), ())
    reading = read(tmp_path, *above, ADVANCED, REFERENCE, KNOWN, *below)
    assert names(reading) == ["Trần Văn Ba", "Lý Thị Na"]
    assert reading.problems == ()
