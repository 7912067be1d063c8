"""Documents to write and print: lists of awards with invented names."""

from datetime import date

from benchmarks import offices
from thidua_desktop.documents.document import Cell, Column, Document, Letterhead, Signatures, Table

COLUMNS = (
    Column("TT", 0.5, "right"),
    Column("Họ và tên", 2.2),
    Column("Năm sinh", 0.8, "center", grouped=False),
    Column("Chức vụ", 1.6),
    Column("Đơn vị", 2.2),
    Column("Danh hiệu, hình thức", 2.2),
    Column("Năm", 0.7, "center", grouped=False),
    Column("Số quyết định", 1.4),
    Column("Ngày", 1.1, "center"),
    Column("Ghi chú", 1.2),
)


def table(count: int) -> Table:
    """A table of ten columns."""
    return Table(COLUMNS, [row(number) for number in range(count)], "Danh sách khen thưởng")


def row(number: int) -> tuple[Cell, ...]:
    """One line of it."""
    year = 2015 + number % 6
    return (
        number + 1,
        offices.name(number),
        1955 + number % 45,
        offices.POSTS[number % len(offices.POSTS)],
        f"Trường Tiểu học {offices.PLACES[number % len(offices.PLACES)]} {number % 190}",
        "Lao động tiên tiến",
        year,
        f"{number // 40 + 1}/QĐ-UBND",
        date(year + 1, 1 + number % 12, 1 + number % 28),
        "",
    )


def document(count: int, *, landscape: bool = True) -> Document:
    """An official paper around the table."""
    return Document(
        "Danh sách khen thưởng",
        (
            table(count),
            Signatures("Đo Lường, ngày 05 tháng 01 năm 2021", "Chủ tịch", "Nông Văn Đức", ("Lưu: VT.",)),
        ),
        landscape=landscape,
        letterhead=Letterhead("Ủy ban nhân dân huyện Đo Lường", "Phòng Nội vụ", "Số: 01/BC-PNV"),
        slug="danh-sach",
        footer="Danh sách khen thưởng",
    )
