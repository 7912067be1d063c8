"""Ông is a family name too: the other names of a column tell it from the word of respect."""

from pathlib import Path

import pytest

from tests.intake.short_lists import GIVEN, HEADER, SCHOOL, awards, reasons, sheet

_DECISION = "(Kèm theo Quyết định số 998/QĐ-UBND ngày 11/5/2019 của Chủ tịch UBND huyện Bạch Thông)"


def _rows(*names: str) -> list[tuple[object, ...]]:
    return [(place, name, "Giáo viên", SCHOOL) for place, name in enumerate(names, 1)]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        (("Ông Văn Tùng", "Bạch Văn Thử"), [("Ông Văn Tùng", ""), ("Bạch Văn Thử", "")]),
        (
            ("Ông Thị Hậu", "Ông Văn Tùng", "Lý Văn Thử"),
            [("Ông Thị Hậu", ""), ("Ông Văn Tùng", ""), ("Lý Văn Thử", "")],
        ),
        (("Ông Văn Tùng", "Bà Lý Thị Thử"), [("Văn Tùng", "male"), ("Lý Thị Thử", "female")]),
        (("Ông Lý Văn Thử", "Hoàng Thị Mẫu"), [("Lý Văn Thử", "male"), ("Hoàng Thị Mẫu", "")]),
    ],
)
def test_the_column_decides(tmp_path: Path, written: tuple[str, ...], read_as: list[tuple[str, str]]) -> None:
    read = sheet(tmp_path, (GIVEN,), (_DECISION,), HEADER, *_rows(*written))

    assert (read.problems, [(one.name, one.gender) for one in awards(read)]) == ((), read_as)


def test_alone_it_is_asked(tmp_path: Path) -> None:
    read = sheet(tmp_path, (GIVEN,), (_DECISION,), HEADER, *_rows("Ông Văn Tùng"))

    assert (awards(read), ["là họ hay cách gọi" in one for one in reasons(read)]) == ([], [True])
