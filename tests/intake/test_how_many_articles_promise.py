"""How many an article says are commended is the stated count, added up over the articles of a decision."""

from pathlib import Path

import pytest

from tests.intake.short_lists import SCHOOL, sheet, typed
from thidua_desktop.domain.decision import Stated

_HEAD = (
    "UBND HUYỆN BẠCH THÔNG",
    "Số: 91/QĐ-UBND",
    "Bạch Thông, ngày 22 tháng 3 năm 2019",
    "QUYẾT ĐỊNH",
    "Về việc tặng Giấy khen",
)
_GIVES = "Tặng Giấy khen của Chủ tịch UBND huyện"
_AN = f"1. Ông Nguyễn Văn An, Giáo viên, {SCHOOL};"


@pytest.mark.parametrize(
    ("article", "stated"),
    [
        (f"Điều 1. {_GIVES} cho 01 cá nhân có thành tích năm 2018, gồm:", Stated(persons=1)),
        (
            f"Điều 1. {_GIVES} cho 02 tập thể và 05 cá nhân thuộc 3 đơn vị có thành tích năm 2018:",
            Stated(collectives=2, persons=5),
        ),
        (f"Điều 1. {_GIVES} cho các cá nhân có thành tích năm 2018:", Stated()),
    ],
)
def test_one_article_states_it(tmp_path: Path, article: str, stated: Stated) -> None:
    assert [one.stated for one in typed(tmp_path, *_HEAD, article, _AN).decisions] == [stated]


def test_two_articles_are_added_up(tmp_path: Path) -> None:
    first = "Điều 1. Công nhận danh hiệu “Chiến sĩ thi đua cơ sở” năm 2018 cho 01 cá nhân:"
    second = "Điều 2. Công nhận danh hiệu “Lao động tiên tiến” năm 2018 cho 02 cá nhân:"
    others = (f"1. Bà Lý Thị Thử, Văn thư, {SCHOOL};", f"2. Ông Bàn Văn Ví, Bảo vệ, {SCHOOL}.")
    read = typed(tmp_path, *_HEAD, first, _AN, second, *others)

    assert [(one.stated, len(one.awards)) for one in read.decisions] == [(Stated(persons=3), 3)]
    assert not any("Văn bản ghi" in said for said in read.decisions[0].remarks)


def test_authors_may_be_those_commended(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        ("TẶNG GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN CHO TÁC GIẢ CÓ SÁNG KIẾN TIÊU BIỂU NĂM 2018",),
        ("(Kèm theo Quyết định số 98/QĐ-UBND ngày 11/5/2019 của Chủ tịch UBND huyện Bạch Thông)",),
        ("TT", "Tác giả", "Chức vụ", "Đơn vị", "Tên sáng kiến", "Hình thức khen thưởng"),
        ("1", "Nguyễn Văn An", "Giáo viên", SCHOOL, "Một cách dạy đọc", "Giấy khen"),
    )

    assert [one.name for decision in read.decisions for one in decision.awards] == ["Nguyễn Văn An"]
