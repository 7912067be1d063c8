"""What the articles of a decision give: one award after another, to a list, a table, or to somebody by name."""

import pytest

from tests.intake.short_lists import HEADER, SCHOOL, awards, in_word, names, placed, reasons, told, typed

HEAD = (
    "ỦY BAN NHÂN DÂN HUYỆN BẠCH THÔNG",
    "Số: 188/QĐ-UBND",
    "Bạch Thông, ngày 12 tháng 7 năm 2022",
    "QUYẾT ĐỊNH",
    "Về việc khen thưởng năm 2021",
    "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BẠCH THÔNG",
    "Căn cứ Luật Thi đua, Khen thưởng;",
    "QUYẾT ĐỊNH:",
)
FIRST = "Điều 1. Tặng danh hiệu Chiến sĩ thi đua cơ sở năm 2021 cho 02 cá nhân:"
LAST = "Điều 3. Các cá nhân có tên trên chịu trách nhiệm thi hành Quyết định này./."
AN, NA = f"Ông Nguyễn Văn An, Giáo viên, {SCHOOL}", f"Bà Lý Thị Na, Kế toán, {SCHOOL}"
TABLE = (HEADER, ("1", "Hà Văn Tư", "Giáo viên", SCHOOL))


@pytest.mark.parametrize(
    ("second", "award"),
    [
        ("Điều 2. Tặng danh hiệu Lao động tiên tiến năm 2021 cho 01 cá nhân:", "DH_LDTT"),
        ("Điều 2. Công nhận danh hiệu “Lao động tiên tiến” đối với 01 cá nhân:", "DH_LDTT"),
        ("Điều 2. Công nhận 01 cá nhân đạt danh hiệu Lao động tiên tiến, gồm:", "DH_LDTT"),
        ("Điều 2: Tặng Giấy khen của Chủ tịch UBND huyện cho cá nhân sau:", "GK_HUYEN"),
    ],
)
@pytest.mark.parametrize("sign", ["1. ", "- "])
def test_the_second_article_gives_its_own_award(tmp_path, second, award, sign):
    tu = f"Bà Hà Thị Tư, Kế toán, {SCHOOL}"
    reading = typed(tmp_path, *HEAD, FIRST, f"{sign}{AN}", second, f"{sign}{tu}", LAST)
    assert told(reading) == [("Nguyễn Văn An", "DH_CSTD_CS", 2021), ("Hà Thị Tư", award, 2021)]
    assert reading.problems == ()


def test_a_table_under_each_article(tmp_path):
    second = "Điều 2. Tặng Giấy khen của Chủ tịch UBND huyện cho các cá nhân:"
    one = (HEADER, ("1", "Nguyễn Văn An", "Giáo viên", SCHOOL))
    reading = in_word(tmp_path, *HEAD, FIRST, one, second, TABLE, LAST)
    assert told(reading) == [("Nguyễn Văn An", "DH_CSTD_CS", 2021), ("Hà Văn Tư", "GK_HUYEN", 2021)]


@pytest.mark.parametrize(
    "order",
    [
        "Điều 2. Tặng mức tiền thưởng kèm theo danh hiệu là 1.490.000 đồng cho mỗi cá nhân.",
        "Điều 2. Tiền thưởng kèm theo Giấy khen chi từ quỹ thi đua, khen thưởng của huyện.",
        "Điều 2. Giao Phòng Nội vụ trao danh hiệu cho các cá nhân.",
    ],
)
def test_an_article_that_orders_gives_nothing(tmp_path, order):
    reading = typed(tmp_path, *HEAD, FIRST, f"1. {AN}", f"2. {NA}", order, "- Lưu: VT.")
    assert told(reading) == [("Nguyễn Văn An", "DH_CSTD_CS", 2021), ("Lý Thị Na", "DH_CSTD_CS", 2021)]
    assert reading.problems == ()


def test_an_article_that_names_somebody_itself_gives_him_the_award(tmp_path):
    article = (
        "Điều 1. Tặng Giấy khen của Chủ tịch Ủy ban nhân dân huyện cho ông Hà Văn Tư, Giáo viên, "
        f"{SCHOOL}, đã có thành tích dũng cảm cứu người ngày 12/6/2022."
    )
    reading = typed(tmp_path, *HEAD, article, "Điều 2. Mức thưởng kèm theo Giấy khen: 390.000 đồng.", LAST)
    assert told(reading) == [("Hà Văn Tư", "GK_HUYEN", 2021)]
    assert placed(reading) == [("Hà Văn Tư", "Giáo viên", SCHOOL)]
    assert awards(reading)[0].citation.startswith("đã có thành tích dũng cảm")
    assert awards(reading)[0].gender == "male"
    assert reading.problems == ()


def test_an_article_that_names_several_gives_each_of_them(tmp_path):
    article = (
        "Điều 1. Tặng Giấy khen của Chủ tịch UBND huyện cho các cá nhân: ông Hà Văn Tư, Trưởng thôn, xã Cao Sơn; "
        "bà Lý Thị Na, Y sĩ, Trạm Y tế xã Cao Sơn; ông Nguyễn Văn An, Giáo viên, Trường Tiểu học Cao Sơn."
    )
    reading = typed(tmp_path, *HEAD, article, LAST)
    assert names(reading) == ["Hà Văn Tư", "Lý Thị Na", "Nguyễn Văn An"]
    assert {one.award for one in awards(reading)} == {"GK_HUYEN"}


def test_one_named_in_an_article_and_a_list_under_the_next(tmp_path):
    article = f"Điều 1. Tặng Giấy khen của Chủ tịch UBND huyện cho ông Hà Văn Tư, Giáo viên, {SCHOOL}."
    second = "Điều 2. Tặng danh hiệu Lao động tiên tiến cho 02 cá nhân:"
    reading = typed(tmp_path, *HEAD, article, second, f"1. {AN}", f"2. {NA}", LAST)
    assert [(one.name, one.award) for one in awards(reading)] == [
        ("Hà Văn Tư", "GK_HUYEN"),
        ("Nguyễn Văn An", "DH_LDTT"),
        ("Lý Thị Na", "DH_LDTT"),
    ]


def test_what_stands_under_a_name_tells_of_it(tmp_path):
    reading = typed(
        tmp_path,
        *HEAD,
        "Điều 1. Tặng danh hiệu Lao động tiên tiến năm 2021 cho các ông, bà:",
        *("1. Bà Tô Thị Xuân", "Chức vụ: Chuyên viên", "Đơn vị: Phòng Y tế"),
        *(
            "2. Ông Hà Văn Tư",
            "- Sinh năm: 1980",
            "- Chức vụ: Trưởng phòng",
            "- Đơn vị công tác: Phòng Nội vụ",
        ),
        LAST,
    )
    assert placed(reading)[0] == ("Tô Thị Xuân", "Chuyên viên", "Phòng Y tế")
    assert names(reading) == ["Tô Thị Xuân", "Hà Văn Tư"]
    assert str(awards(reading)[1].birth) == "1980"


def test_a_label_above_the_first_name_heads_those_below_it(tmp_path):
    reading = typed(
        tmp_path,
        *HEAD,
        "Điều 1. Tặng danh hiệu Lao động tiên tiến năm 2021 cho các ông, bà:",
        *("Đơn vị: Phòng Y tế", "1. Bà Tô Thị Xuân, Chuyên viên", "2. Ông Hà Văn Tư, Chuyên viên"),
        *("Đơn vị: Phòng Nội vụ", "3. Ông Nguyễn Văn An, Chuyên viên"),
    )
    assert [unit for _, _, unit in placed(reading)] == ["Phòng Y tế", "Phòng Y tế", "Phòng Nội vụ"]


@pytest.mark.parametrize(("first", "second"), [("a) ", "b) "), ("* ", "* "), ("+ ", "+ ")])
def test_a_lettered_unit_opens_its_people_where_only_people_are_commended(tmp_path, first, second):
    reading = typed(
        tmp_path,
        *HEAD,
        "Điều 1. Công nhận danh hiệu Lao động tiên tiến năm 2021 cho 02 giáo viên các trường sau:",
        *(f"{first}Trường Tiểu học Kim Đồng", "1. Thái Đức Lợi, giáo viên"),
        *(f"{second}Trường THCS Tân An", "1. Trịnh Bá Phong, giáo viên"),
    )
    assert placed(reading) == [
        ("Thái Đức Lợi", "giáo viên", "Trường Tiểu học Kim Đồng"),
        ("Trịnh Bá Phong", "giáo viên", "Trường THCS Tân An"),
    ]
    assert reasons(reading) == []


@pytest.mark.parametrize(
    "named",
    [
        "ông Nguyễn Văn An - Trưởng thôn Nà Cù, bà Trần Thị Bé - Trưởng thôn Nà Tu, xã Cẩm Giàng.",
        "hộ ông Nguyễn Văn An và bà Trần Thị Bé, thôn Nà Cù, xã Cẩm Giàng.",
        "ông Nguyễn Văn An và bà Trần Thị Bé, giáo viên, Trường Tiểu học Cẩm Giàng.",
        "ông Nguyễn Văn An, Trưởng thôn, xã Cẩm Giàng và thưởng 345.000 đồng.",
    ],
)
def test_a_sentence_that_does_not_come_apart_is_asked(tmp_path, named):
    reading = typed(tmp_path, *HEAD, f"Điều 1. Tặng Giấy khen của Chủ tịch UBND huyện cho {named}", LAST)
    assert names(reading) == []
    assert any("từng người trong câu" in reason for reason in reasons(reading))


KIM, STATION = "Trường Tiểu học Kim Đồng", "Trạm Y tế xã Cao Kỳ"


@pytest.mark.parametrize(
    ("named", "expected"),
    [
        (f"{KIM} và ông Hà Văn Tư, Hiệu trưởng {KIM} đã có thành tích xuất sắc.", [KIM, "Hà Văn Tư"]),
        (f"tập thể {KIM}; ông Hà Văn Tư, Giáo viên, {KIM}.", [KIM, "Hà Văn Tư"]),
        (f"{KIM} và {STATION}; bà Lý Thị Na, Kế toán, {KIM}.", [KIM, STATION, "Lý Thị Na"]),
        (f"tập thể {STATION} đã có thành tích trong phòng, chống dịch.", [STATION]),
        (f"ông Hà Văn Tư, Giáo viên, {KIM} và tập thể {STATION}.", ["Hà Văn Tư", STATION]),
        (
            f"ông Hà Văn Tư, Giáo viên, {KIM}; {STATION}; tập thể Phòng Nội vụ.",
            ["Hà Văn Tư", STATION, "Phòng Nội vụ"],
        ),
        (f"{KIM}, huyện Bạch Thông, tỉnh Bắc Kạn.", [KIM]),
        ("Hợp tác xã Nông nghiệp và Dịch vụ Cao Kỳ.", ["Hợp tác xã Nông nghiệp và Dịch vụ Cao Kỳ"]),
        ("Phòng Giáo dục và Đào tạo và tập thể Phòng Nội vụ.", ["Phòng Giáo dục và Đào tạo", "Phòng Nội vụ"]),
    ],
)
def test_an_article_names_collectives_beside_people(tmp_path, named, expected):
    article = f"Điều 1. Tặng Giấy khen của Chủ tịch UBND huyện cho {named}"
    reading = typed(tmp_path, *HEAD, article, LAST)
    assert names(reading) == expected
    kinds = {one.name: one.recipient for one in awards(reading)}
    assert all(
        kind == ("person" if len(name.split()) == 3 and name != "Phòng Nội vụ" else "collective")
        for name, kind in kinds.items()
    )
    assert all(unit in {"", KIM} for _, _, unit in placed(reading))
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("named", "clear"),
    [
        (f"ông Hà Văn Tư, Giáo viên, {KIM} và {STATION}.", []),
        (f"{KIM}; ông Nguyễn Văn An và bà Trần Thị Bé, giáo viên, {KIM}.", [KIM]),
        (f"{KIM} và 05 cá nhân.", []),
        (f"{KIM}, {STATION} và bà Lý Thị Na, Kế toán, {KIM}.", ["Lý Thị Na"]),
        ("Phòng Tổng hợp, Văn phòng UBND huyện và Phòng Nội vụ.", []),
        ("Tổ 3, Phòng Nội vụ.", []),
        ("Chi bộ thôn Nà Cù, Đảng bộ xã Cao Kỳ.", []),
        ("Tổ 1, Tổ 2 và Tổ 3 thuộc thị trấn Phủ Thông.", []),
        (f"{KIM}, {STATION}.", []),
        ("Đội văn nghệ xã Cao Kỳ và Câu lạc bộ thơ.", []),
        (f"{KIM}; các ông, bà: Nguyễn Văn An, Lý Thị Na.", [KIM]),
    ],
)
def test_of_such_a_sentence_what_is_clear_is_read_and_the_rest_asked(tmp_path, named, clear):
    reading = typed(tmp_path, *HEAD, f"Điều 1. Tặng Giấy khen của Chủ tịch UBND huyện cho {named}", LAST)
    assert names(reading) == clear
    assert any("trong câu" in reason for reason in reasons(reading))


@pytest.mark.parametrize(
    "article",
    [
        f"Điều 1. Công nhận danh hiệu Lao động tiên tiến năm 2021 cho {KIM} gồm các cá nhân sau:",
        f"Điều 1. Công nhận danh hiệu Lao động tiên tiến năm 2021 cho {KIM} (có danh sách kèm theo).",
        "Điều 1. Công nhận danh hiệu Lao động tiên tiến năm 2021 cho các tập thể, cá nhân có tên sau đây.",
        f"Điều 1. Công nhận danh hiệu Lao động tiên tiến năm 2021 cho {KIM}.",
    ],
)
def test_a_sentence_over_a_list_commends_nobody_itself(tmp_path, article):
    reading = typed(tmp_path, *HEAD, article, f"1. {AN}", LAST)
    assert told(reading) == [("Nguyễn Văn An", "DH_LDTT", 2021)]
