"""Titles and forms by all their names; never a guess between two."""

import json
from datetime import date
from pathlib import Path

import pytest

from thidua_desktop.domain.catalogue import AwardKindDraft, check
from thidua_desktop.domain.catalogue_file import load_catalogue
from thidua_desktop.domain.titles import FORCE_TITLES, Match, TitleBook, entry_of, is_force

RESOURCES = Path(__file__).parents[2] / "resources"
KINDS = load_catalogue(RESOURCES)


@pytest.fixture(scope="module")
def book() -> TitleBook:
    return TitleBook(map(entry_of, KINDS))


def kind(code: str) -> AwardKindDraft:
    return next(kind for kind in KINDS if kind.code == code)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("CSTĐCS", "DH_CSTD_CS"),
        ("Chiến sỹ thi đua cơ sở", "DH_CSTD_CS"),
        ("CSTĐ cấp cơ sở", "DH_CSTD_CS"),
        ("CHIẾN SĨ THI ĐUA CƠ SỞ", "DH_CSTD_CS"),
        ("danh hiệu Chiến sĩ thi đua cơ sở năm 2019", "DH_CSTD_CS"),
        ("chien si thi dua co so", "DH_CSTD_CS"),
        ("LĐTT", "DH_LDTT"),
        ("Đạt danh hiệu Lao động tiên tiến", "DH_LDTT"),
        ("CSTT", "DH_CSTT"),
        ("Chiến sỹ tiên tiến", "DH_CSTT"),
        ("TTLĐTT", "DH_TTLDTT"),
        ("Tập thể LĐTT", "DH_TTLDTT"),
        ("TTLĐXS", "DH_TTLDXS"),
        ("CSTĐ toàn quốc", "DH_CSTD_TQ"),
        ("Chiến sĩ thi đua cấp tỉnh", "DH_CSTD_TINH"),
        ("Cờ thi đua của Chính phủ", "DH_CO_CP"),
        ("Cờ thi đua của UBND tỉnh", "DH_CO_TINH"),
        ("Cờ thi đua của Ủy ban nhân dân tỉnh Bắc Kạn", "DH_CO_TINH"),
        ("Bằng khen của UBND tỉnh", "BK_TINH"),
        ("Bằng khen của Chủ tịch UBND tỉnh Bắc Kạn", "BK_TINH"),
        ("Bằng khen của Thủ tướng Chính phủ", "BK_TTG"),
        ("Bằng khen của Bộ Giáo dục và Đào tạo", "BK_TINH"),
        ("Giấy khen của Chủ tịch UBND huyện", "GK_HUYEN"),
        ("GIẤY KHEN CỦA CHỦ TỊCH UBND HUYỆN", "GK_HUYEN"),
        ("Giấy khen của UBND huyện Bạch Thông, tỉnh Bắc Kạn", "GK_HUYEN"),
        ("Tặng Giấy khen của Chủ tịch UBND xã Ví Dụ", "GK_XA"),
        ("Giấy khen của Giám đốc Sở Giáo dục và Đào tạo", "GK_SO"),
        ("Huy chương Kháng chiến hạng Nhì", "HCH_KHANG_CHIEN_2"),
        ("HC Lao động hạng 3", "HC_LAO_DONG_3"),
        ("Huân chương Lao động hạng III", "HC_LAO_DONG_3"),
        ("Gia đình văn hóa", "DH_GDVH"),
        ("Gia đình văn hoá", "DH_GDVH"),
    ],
)
def test_every_wording_of_the_trade_finds_its_kind(text: str, code: str, book: TitleBook) -> None:
    found = book.find(text)

    assert found
    assert (found.code, found.certain) == (code, True)
    assert found.how in {"exact", "synonym"}


@pytest.mark.parametrize(
    ("text", "level", "code"),
    [
        ("Giấy khen", "district", "GK_HUYEN"),
        ("Giấy khen", "commune", "GK_XA"),
        ("Bằng khen", "province", "BK_TINH"),
        ("Bằng khen", "pm", "BK_TTG"),
        ("Bằng khen", "military", "BK_QK"),
        ("Cờ thi đua", "province", "DH_CO_TINH"),
        ("CSTĐ", "district", "DH_CSTD_CS"),
        ("Chiến sĩ thi đua", "pm", "DH_CSTD_TQ"),
    ],
)
def test_a_short_name_is_told_by_the_level_and_marked_inferred(
    text: str, level: str, code: str, book: TitleBook
) -> None:
    assert book.find(text, level) == Match(code, certain=True, how="inferred")


@pytest.mark.parametrize(
    ("text", "level", "recipient"),
    [
        ("Giấy khen", "", ""),
        ("Giấy khen", "grassroots", ""),  # of a department, a ministry's office, an enterprise?
        ("Giấy khen", "province", ""),
        ("Bằng khen", "", "person"),
        ("Huân chương Lao động", "president", "person"),  # of which class?
        ("Lao động tiên tiến", "district", "collective"),
        ("Cờ thi đua của UBND tỉnh", "province", "person"),
        ("Hoàn thành tốt nhiệm vụ", "district", "person"),
        ("Giấy khen của UBND xã Ví Dụ, Bằng khen của UBND tỉnh", "", ""),
        ("", "district", "person"),
        ("khen", "", ""),
    ],
)
def test_nothing_is_guessed(text: str, level: str, recipient: str, book: TitleBook) -> None:
    assert book.find(text, level, recipient) is None


def test_a_misspelling_is_offered_and_never_certain(book: TitleBook) -> None:
    found = book.find("Chiến sĩ thi đua cơ sởi")

    assert found == Match("DH_CSTD_CS", certain=False, how="inferred")
    assert book.find_each("Chiến sĩ thi đua cơ sởi") == ()


def test_titles_written_together_are_found_each(book: TitleBook) -> None:
    assert [m.code for m in book.find_each("Lao động tiên tiến, Chiến sĩ tiên tiến")] == [
        "DH_LDTT",
        "DH_CSTT",
    ]
    assert [m.code for m in book.find_each("LĐTT và CSTĐCS")] == ["DH_LDTT", "DH_CSTD_CS"]
    assert [m.code for m in book.find_each("Xã, phường, thị trấn tiêu biểu")] == ["DH_XA_TIEU_BIEU"]
    assert book.find_each("LĐTT, hoàn thành nhiệm vụ") == ()


def test_all_names_of_all_kinds_lead_to_their_kind_or_to_none(book: TitleBook) -> None:
    for each in KINDS:
        for name in (each.name, each.short):
            assert (book.find(name) or Match("", certain=False, how="")).code == each.code, name
        for synonym in each.synonyms:
            found = book.find(synonym)
            assert found.code == each.code if found else book.is_shared(synonym), synonym


def test_the_catalogue_is_whole_and_fit_to_keep() -> None:
    words = json.loads((RESOURCES / "award_synonyms.json").read_text(encoding="utf-8"))

    assert len(KINDS) == len({each.code for each in KINDS}) == 71
    assert set(words) == {each.code for each in KINDS}
    for each in KINDS:
        assert check(each) == ()
        assert each.short
        assert each.synonyms
        assert each.law
        assert each.levels


def test_titles_and_forms_are_kept_apart() -> None:
    titles = {each.code for each in KINDS if each.category == "title"}

    assert titles == {each.code for each in KINDS if each.code.startswith("DH_")}
    assert kind("DHVD_AH_LD").category == "form"  # Luật TĐKT 2022 Điều 9


def test_validity_follows_the_law() -> None:
    assert kind("GK_HUYEN").valid_to == date(2025, 6, 30)  # district level ended on 01/07/2025
    assert kind("GK_XA").valid_to is None
    assert kind("DH_XA_TIEU_BIEU").valid_from == date(2024, 1, 1)
    assert kind("DH_LDTT").valid_from == date(2014, 6, 1)


def test_citations_are_in_vietnamese() -> None:
    law = kind("DH_THON_VH").law

    assert law.startswith("Luật 2022 Điều 20")
    assert "(từ 05/11/2018)" in law
    assert "from" not in " ".join(each.law for each in KINDS)


@pytest.mark.parametrize(
    ("unit", "force"),
    [
        ("Ban Chỉ huy Quân sự huyện", True),
        ("BAN CHQS HUYỆN", True),
        ("Công an huyện", True),
        ("Đồn Biên phòng Ví Dụ", True),
        ("Xã Ví Dụ", False),
        ("Hội Cựu chiến binh huyện", False),
        ("Công ty Quân Đạt", False),
    ],
)
def test_armed_forces_are_known_by_their_names(unit: str, force: bool) -> None:
    assert is_force(unit) is force


def test_each_force_title_stands_for_a_civil_one() -> None:
    codes = {each.code for each in KINDS}

    assert {*FORCE_TITLES, *FORCE_TITLES.values()} <= codes


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("BK của Bộ GD&ĐT", "BK_TINH"),
        ("Bằng khen BCH TW Đoàn", "BK_TINH"),
        ("Bằng khen của Tổng Thanh tra Chính phủ", "BK_TINH"),
        ("Bằng khen Tổng LĐLĐ Việt Nam", "BK_TINH"),
        ("Kỷ niệm chương “Vì thế hệ trẻ”", "KNC_BO_TINH"),
        ("KNC của Bộ Tư pháp", "KNC_BO_TINH"),
        ("Giấy khen của Giám đốc Sở NN&PTNT", "GK_SO"),
        ("Giấy khen Cục trưởng Cục Thuế", "GK_CQ_BO"),
        ("Giấy khen của Giám đốc HTX", "GK_DN"),
        ("Giấy khen của Chủ tịch HĐQT Công ty Chè", "GK_DN"),
    ],
)
def test_a_form_is_known_by_who_gives_it(book, words, code):
    assert book.find(words) == Match(code, certain=True, how="inferred")
    assert book.knows(words)


@pytest.mark.parametrize(
    "words",
    [
        "Giấy khen số 12",
        "Giấy khen của Giám đốc Trung tâm",
        "Giấy khen của Trưởng Công an huyện",
        "Bằng khen của Bộ Y tế CSTĐCS",
        "Giấy khen của Giám đốc Sở Y tế, Bằng khen",
    ],
)
def test_a_giver_not_known_or_a_second_award_names_no_form(book, words):
    found = book.find(words)
    assert found is None or not found.certain
