"""Invented documents of an invented office, with everything a writer may meet."""

from datetime import date

from thidua_desktop.documents.document import (
    Chart,
    Column,
    Document,
    Letterhead,
    PageBreak,
    Paragraph,
    Series,
    Signatures,
    Table,
)

YEARS = tuple(str(year) for year in range(2015, 2021))
UNITS = (
    "Phòng Giáo dục và Đào tạo",
    "Phòng Nội vụ",
    "Văn phòng HĐND và UBND huyện",
    "Xã Cẩm Giàng",
    "Xã Quân Bình",
    "Thị trấn Phủ Thông",
    "Trường Trung học phổ thông Phủ Thông",
    "Trung tâm Giáo dục nghề nghiệp – Giáo dục thường xuyên huyện Bạch Thông",
    "Ban Chỉ huy Quân sự huyện",
    "Công an huyện",
    "Xã Vi Hương",
    "Xã Lục Bình",
    "Ủy ban Mặt trận Tổ quốc Việt Nam huyện",
    "Hội Liên hiệp Phụ nữ huyện",
)
SENTENCE = (
    "Thực hiện các phong trào thi đua trong giai đoạn 2015 – 2020, trên địa bàn huyện đã có 01 tập thể được "
    "Thủ tướng Chính phủ tặng cờ thi đua, 01 cá nhân được Chủ tịch nước tặng huy chương kháng chiến hạng nhì; "
    "UBND tỉnh tặng 05 cờ thi đua, 32 lượt tập thể lao động xuất sắc, tặng Bằng khen cho 30 lượt tập thể, "
    "32 cá nhân; UBND huyện công nhận 2.281 lượt cá nhân đạt danh hiệu lao động tiên tiến, chiến sĩ tiên tiến, "
    "302 lượt chiến sĩ thi đua cơ sở, 241 lượt tập thể đạt danh hiệu tập thể lao động tiên tiến."
)

BY_YEAR = Chart(
    "Kết quả khen thưởng theo năm, giai đoạn 2015 – 2020",
    "stacked",
    YEARS,
    (
        Series("Lao động tiên tiến", (410, 432, 455, 470, 498, 16)),
        Series("Chiến sĩ thi đua cơ sở", (50, 52, 58, 60, 82, 0)),
        Series("Tập thể lao động tiên tiến", (40, 41, 44, 50, 66, 0)),
        Series("Giấy khen", (30, 28, 55, 62, 75, 27)),
        Series("Bằng khen", (8, 9, 12, 14, 19, 0)),
        Series("Cờ thi đua", (1, 1, 1, 1, 1, 0)),
        Series("Tập thể lao động xuất sắc", (5, 6, 6, 7, 8, 0)),
        Series("Huy chương kháng chiến hạng Nhì", (0, 0, 1, 0, 0, 0)),
    ),
)
BY_UNIT = Chart(
    "Số lượt khen thưởng theo đơn vị",
    "stacked",
    UNITS,
    (
        Series("Cá nhân", tuple(300 - i * 21 for i in range(14))),
        Series("Tập thể", tuple(40 - 2 * i for i in range(14))),
        Series("Hộ gia đình", tuple(i % 3 for i in range(14))),
    ),
)
SHARE = Chart(
    "Cơ cấu loại hình khen thưởng",
    "share",
    ("Công trạng", "Chuyên đề", "Đột xuất", "Cống hiến", "Niên hạn", "Đối ngoại"),
    (Series("Lượt", (2281, 302, 241, 104, 32, 1)),),
)
GROUPED = Chart(
    "Tập thể và cá nhân được khen theo năm",
    "bar",
    YEARS,
    (Series("Tập thể", (40, 41, 44, 50, 1066, 0)), Series("Cá nhân", (498, 512, 580, 600, 2281, 3))),
)
SINGLE = Chart("Số quyết định theo năm", "bar", YEARS, (Series("Quyết định", (12, 15, 0, 22, 31, 9)),))
MANY = Chart(
    "Số lượt theo đơn vị (58 đơn vị)",
    "bar",
    tuple(f"Trường Tiểu học và Trung học cơ sở xã số {i + 1}" for i in range(58)),
    (Series("Lượt", tuple((i * 37) % 91 for i in range(58))),),
)
EMPTY = Chart("Biểu đồ chưa có gì", "bar", (), ())
LONELY = Chart(
    "Chỉ một năm $x^2$ & <b>",
    "stacked",
    ("2019",),
    (Series("Giấy khen", (43,)), Series("Bằng khen", (63,))),
)
CHARTS = {
    "by_year": BY_YEAR,
    "by_unit": BY_UNIT,
    "share": SHARE,
    "grouped": GROUPED,
    "single": SINGLE,
    "many": MANY,
    "lonely": LONELY,
}

FIGURES = Table(
    (
        Column("STT", 0.5, "center"),
        Column("Hình thức khen thưởng", 4),
        Column("Đối tượng", 1.5),
        Column("Năm", 0.8, "center", grouped=False),
        Column("Lượt", 1, "right"),
        Column("Số người, đơn vị", 1, "right"),
        Column("Quyết định", 1, "right"),
    ),
    (
        ("UBND huyện", None, None, None, None, None, None),
        (1, "Lao động tiên tiến, Chiến sĩ tiên tiến", "Cá nhân", 2019, 2281, 1204, 31),
        (2, "Chiến sĩ thi đua cơ sở", "Cá nhân", 2019, 302, 188, 12),
        (3, "Tập thể lao động tiên tiến", "Tập thể", 2019, 241, 90, 12),
        (
            4,
            "Giấy khen về thành tích xuất sắc trong phong trào thi đua “Bạch Thông chung sức xây dựng nông thôn mới”",
            "Tập thể",
            2020,
            104,
            88,
            7,
        ),
        (None, "Cộng", None, None, 2928, 1570, 62),
    ),
    title="Kết quả khen thưởng theo thẩm quyền",
    strong=frozenset({5}),
    sections=frozenset({0}),
    name="Theo thẩm quyền",
)
NAMES = Table(
    (
        Column("STT", 0.5, "center"),
        Column("Họ và tên", 2),
        Column("Ngày sinh"),
        Column("Đơn vị", 2),
        Column("Danh hiệu", 2),
        Column("Quyết định", 1.4),
        Column("Ngày", 1),
    ),
    tuple(
        (
            i + 1,
            f"Nông Văn {'ABCDEGHK'[i % 8]}",
            date(1960 + i % 40, 1 + i % 12, 1 + i % 28),
            UNITS[i % 14],
            "Chiến sĩ thi đua cơ sở",
            f"{215 + i // 40}/QĐ-UBND",
            date(2020, 1, 15),
        )
        for i in range(120)
    ),
    title="Danh sách kèm theo",
    name="Danh sách",
)
HEAD = Letterhead(
    "Ủy ban nhân dân huyện Bạch Thông", "Phòng Nội vụ", "Số: 12/BC-NV", "Bạch Thông, ngày 22 tháng 7 năm 2020"
)
SIGNED = Signatures(
    "Bạch Thông, ngày 22 tháng 7 năm 2020",
    "Trưởng phòng",
    "Nông Thị Mẫu",
    ("Nơi nhận:", "UBND huyện (b/c);", "Các phòng, ban (t/h);", "Lưu: VT, NV."),
)
REPORT = Document(
    "BÁO CÁO KẾT QUẢ THI ĐUA, KHEN THƯỞNG",
    (
        Paragraph("Giai đoạn 2015 – 2020, tính đến ngày 22/7/2020", "subtitle"),
        Paragraph(SENTENCE),
        Paragraph("I. KẾT QUẢ THEO THẨM QUYỀN", "heading"),
        FIGURES,
        Paragraph("Số liệu kế thừa được ghi riêng.", "note"),
        Paragraph("II. BIỂU ĐỒ", "heading"),
        BY_YEAR,
        BY_UNIT,
        SHARE,
        GROUPED,
        PageBreak(),
        Paragraph("III. DANH SÁCH", "heading"),
        NAMES,
        SIGNED,
    ),
    letterhead=HEAD,
    footer="Phòng Nội vụ – Thi đua Desktop",
    extra_sheets=(Table(NAMES.columns, NAMES.rows, name="Tất cả các dòng"),),
)
LIST = Document(
    "DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG",
    (Paragraph("Năm 2019; đơn vị: tất cả", "subtitle"), NAMES, SIGNED),
    landscape=True,
    letterhead=HEAD,
)
HOSTILE = ("=1+1", "+A1", "-2+3", "@SUM(A1)", "<b>đậm</b> & “ngoặc”", "<r>giàu</r>", "http://vidu.vn", "007")


def long_table(rows: int) -> Table:
    """A table of people, as many as asked for."""
    return Table(
        (Column("STT"), Column("Họ và tên", 3), Column("Đơn vị", 3), Column("Năm", grouped=False)),
        [(i + 1, f"Triệu Thị Số {i}", UNITS[i % 14], 2015 + i % 6) for i in range(rows)],
        name="Dài",
    )
