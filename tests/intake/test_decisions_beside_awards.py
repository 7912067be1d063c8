"""Cells and lines that name an award with its decision, and columns beside them that are of another list."""

from datetime import date
from pathlib import Path

from tests.intake.short_lists import (
    ADVANCED,
    AN,
    GIVEN,
    HEADER,
    SCHOOL,
    awarded,
    awards,
    names,
    reasons,
    sheet,
    told,
    typed,
)

_DECISION = "(Kèm theo Quyết định số 998/QĐ-UBND ngày 11/5/2018 của Chủ tịch UBND huyện Bạch Thông)"
_LI = ("2", "Lý Văn Thử", "Văn thư", SCHOOL)


def test_each_award_of_a_cell_may_name_its_decision(tmp_path: Path) -> None:
    both = (
        "CSTĐCS (QĐ số 130/QĐ-UBND ngày 20/01/2021); "
        "Giấy khen của Chủ tịch UBND huyện (QĐ số 1033/QĐ-UBND ngày 26/3/2020)"
    )

    read = sheet(
        tmp_path,
        ("TỔNG HỢP KHEN THƯỞNG CÁN BỘ NĂM 2020",),
        (*HEADER, "Hình thức khen thưởng, số quyết định"),
        (*AN, both),
        (*_LI, "LĐTT (QĐ số 129/QĐ-UBND ngày 20/01/2021)"),
    )

    found = [(one.number, one.decided_on, [a.award for a in one.awards]) for one in read.decisions]
    assert found == [
        ("130/QĐ-UBND", date(2021, 1, 20), ["DH_CSTD_CS"]),
        ("1033/QĐ-UBND", date(2020, 3, 26), ["GK_HUYEN"]),
        ("129/QĐ-UBND", date(2021, 1, 20), ["DH_LDTT"]),
    ]


def test_a_decision_not_understood_in_such_a_cell_is_asked(tmp_path: Path) -> None:
    cell = "LĐTT (QĐ số 129/QĐ-UBND ngày 20/01/2021)\nBằng khen của TW Đoàn (QĐ 55 QĐKT ngày 20/12/2020)"

    read = sheet(
        tmp_path, ("TỔNG HỢP KHEN THƯỞNG CÁN BỘ NĂM 2020",), (*HEADER, "Hình thức khen thưởng"), (*AN, cell)
    )

    assert awarded(read) == []
    assert [one.row for one in read.problems] == [3]


def test_awards_in_short_stand_together_in_a_cell(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        ("DANH SÁCH KHEN THƯỞNG NĂM 2018",),
        (_DECISION,),
        (*HEADER, "Danh hiệu"),
        (*AN, "LĐTT; GK CT UBND huyện"),
        (*_LI, "Chiến sỹ TT"),
    )

    assert awarded(read) == [
        ("Nguyễn Văn An", "DH_LDTT"),
        ("Nguyễn Văn An", "GK_HUYEN"),
        ("Lý Văn Thử", "DH_CSTT"),
    ]


def test_the_medal_before_the_quotes_belongs_to_the_title(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        ("DANH SÁCH ĐƯỢC TẶNG THƯỞNG HUY CHƯƠNG “VÌ AN NINH TỔ QUỐC” NĂM 2018",),
        ("(Kèm theo Quyết định số 1999/QĐ-CTN ngày 19/8/2018 của Chủ tịch nước)",),
        HEADER,
        AN,
    )

    assert awarded(read) == [("Nguyễn Văn An", "HCH_VI_ANTQ")]


def test_a_list_that_takes_the_place_of_another_is_of_its_own_decision(tmp_path: Path) -> None:
    line = (
        "(Kèm theo Quyết định số 130/QĐ-UBND ngày 22/01/2019 của Chủ tịch UBND huyện, "
        "thay thế danh sách kèm theo Quyết định số 97/QĐ-UBND ngày 10/01/2019)"
    )

    read = sheet(tmp_path, (ADVANCED,), (line,), HEADER, AN)

    assert [(one.number, one.decided_on, one.level) for one in read.decisions] == [
        ("130/QĐ-UBND", date(2019, 1, 22), "district")
    ]
    assert not reasons(read)


def test_of_what_was_proposed_and_decided_the_council_counts(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        ("DANH HIỆU THI ĐUA NĂM 2018",),
        (_DECISION,),
        (*HEADER, "Đơn vị đề nghị", "Hội đồng TĐKT huyện xét"),
        (*AN, "CSTĐCS", "LĐTT"),
        (*_LI, "LĐTT", "LĐTT"),
    )

    assert awarded(read) == [("Nguyễn Văn An", "DH_LDTT"), ("Lý Văn Thử", "DH_LDTT")]


def test_not_where_the_council_says_other_things(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        ("DANH HIỆU THI ĐUA NĂM 2018",),
        (_DECISION,),
        (*HEADER, "Đơn vị đề nghị", "Hội đồng TĐKT huyện xét"),
        (*AN, "CSTĐCS", "Không"),
        (*_LI, "LĐTT", "LĐTT"),
    )

    assert not awards(read)


def test_numbers_right_of_an_empty_column_are_of_another_table(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        (ADVANCED,),
        (_DECISION,),
        (*HEADER, "", "Đơn vị", "LĐTT", "CSTĐCS"),
        (*AN, "", SCHOOL, 4, 1),
        (*_LI, "", "Cộng", 4, 1),
    )

    assert awarded(read) == [("Nguyễn Văn An", "DH_LDTT"), ("Lý Văn Thử", "DH_LDTT")]
    assert not reasons(read)


_PEOPLE = ("STT", "Họ và tên", "Chức vụ", "", "STT", "Tên tập thể")
_BESIDE = (
    ("1", "Nguyễn Văn An", "Giáo viên", "", "1", "Tổ Toán - Lý"),
    ("2", "Lý Văn Thử", "Văn thư", "", "", ""),
)


def test_collectives_beside_people_are_a_list_of_their_own(tmp_path: Path) -> None:
    title = "DANH SÁCH CÁ NHÂN, TẬP THỂ ĐƯỢC TẶNG GIẤY KHEN NĂM 2018"

    read = sheet(tmp_path, (title,), (_DECISION,), _PEOPLE, *_BESIDE)

    assert [(one.recipient, one.name) for one in awards(read)] == [
        ("person", "Nguyễn Văn An"),
        ("person", "Lý Văn Thử"),
        ("collective", "Tổ Toán - Lý"),
    ]


def test_lists_with_titles_of_their_own_stay_asked(tmp_path: Path) -> None:
    read = sheet(
        tmp_path,
        (_DECISION,),
        ("DANH SÁCH CÁ NHÂN ĐƯỢC TẶNG GIẤY KHEN NĂM 2018", "", "", "", "TẬP THỂ LAO ĐỘNG TIÊN TIẾN NĂM 2018"),
        _PEOPLE,
        *_BESIDE,
    )

    assert not awards(read)


def test_an_article_names_one_unit_in_its_sentence(tmp_path: Path) -> None:
    read = typed(
        tmp_path,
        "Số: 39/QĐ-UBND",
        "QUYẾT ĐỊNH",
        "Về việc công nhận các danh hiệu thi đua năm 2016",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN",
        "Điều 1. Công nhận danh hiệu Tập thể lao động tiên tiến năm 2016 cho: Phòng Nội vụ huyện.",
        "Điều 2. Công nhận danh hiệu Chiến sĩ thi đua cơ sở năm 2016 cho 01 cá nhân:",
        "1. Bà Hoàng Thị Mẫu, Phó Trưởng phòng Phòng Nội vụ;",
    )

    assert told(read) == [
        ("Phòng Nội vụ huyện", "DH_TTLDTT", 2016),
        ("Hoàng Thị Mẫu", "DH_CSTD_CS", 2016),
    ]


def test_an_article_may_recognise_and_give(tmp_path: Path) -> None:
    read = typed(
        tmp_path,
        "Số: 678/QĐ-UBND",
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH",
        "Điều 1. Công nhận và tặng danh hiệu “Chiến sĩ thi đua cấp tỉnh” năm 2016 cho bà Hoàng Thị Mẫu, "
        "Phó Bí thư Thường trực Huyện ủy Bạch Thông.",
    )

    assert told(read) == [("Hoàng Thị Mẫu", "DH_CSTD_TINH", 2016)]


def test_stars_head_the_sections_of_an_article(tmp_path: Path) -> None:
    read = typed(
        tmp_path,
        GIVEN.replace("CÁ NHÂN", "TẬP THỂ, CÁ NHÂN"),
        _DECISION,
        "* Tập thể:",
        "1. Chi hội Phụ nữ bản Cò.",
        "* Cá nhân:",
        "1. Ông Nguyễn Văn An, Cán bộ, Công an huyện.",
    )

    assert names(read) == ["Chi hội Phụ nữ bản Cò", "Nguyễn Văn An"]
    assert not reasons(read)


def test_clubs_pagodas_and_the_people_of_a_commune_are_collectives(tmp_path: Path) -> None:
    found = ("Câu lạc bộ Dưỡng sinh", "Cộng đồng dân cư bản Cò", "Quân và dân xã Tả Sín", "Chùa Linh Sơn")

    read = sheet(
        tmp_path,
        ("DANH SÁCH ĐƯỢC TẶNG GIẤY KHEN NĂM 2018",),
        (_DECISION,),
        ("STT", "Tên tập thể, cá nhân", "Địa chỉ"),
        *((str(number), name, "xã Cao Sơn") for number, name in enumerate(found, 1)),
    )

    assert [(one.recipient, one.name) for one in awards(read)] == [("collective", name) for name in found]
