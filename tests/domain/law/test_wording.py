"""Rules in words: every condition has some, no code of the data is left in them, articles and dates stand by."""

import re
import unicodedata
from datetime import date

import pytest
from cases import ROOT, worked
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.law.card import STOPS, Law
from thidua_desktop.domain.law.compiled import PREDICATES, names_of
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.law.wording import STOPPED, WORDS, by_code, of_award, told, worded
from thidua_desktop.domain.law.wording_base import Context
from thidua_desktop.domain.law.wording_general import GENERAL, KINDS

LAW = Law(load_rules(ROOT / "resources"))
BOOK = LAW.book
LISTS = {"all_of", "any_of", "after_award", "window"}


def strings(value):
    if isinstance(value, str):
        yield from value.split("|")
    elif isinstance(value, dict):
        for part in value.values():
            yield from strings(part)
    elif isinstance(value, list):
        for part in value:
            yield from strings(part)


def test_every_condition_of_the_law_has_words():
    used = {name for criterion in BOOK.criteria for name in names_of(criterion.test)} - LISTS
    assert sorted((used | set(PREDICATES) | {"meets"}) - set(WORDS)) == []


def test_no_code_of_the_data_is_left_in_the_words():
    left = []
    for criterion in BOOK.criteria:
        text = told(criterion, BOOK.names)
        codes = {one for one in strings(criterion.test) if re.fullmatch(r"[A-Za-zĐ_0-9 ]+", one)}
        left += [(criterion.code, one) for one in codes if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", text)]
        assert "_" not in text, text
        assert unicodedata.is_normalized("NFC", text)
        assert text[0].isupper(), text
    assert left == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (
            "A.DH_CSTD_TQ.1",
            (
                "Đủ các điều kiện sau:\n"
                "– Hai lần liên tục được tặng “Chiến sĩ thi đua cấp bộ, ban, ngành, tỉnh”, tính theo lần được tặng, không theo năm\n"
                "– Có thành tích tiêu biểu xuất sắc nhất\n"
                "– Một trong các điều kiện sau:\n"
                "   + Có 1 sáng kiến phạm vi toàn quốc\n"
                "   + Có 1 đề tài, đề án, công trình khoa học phạm vi toàn quốc đã được áp dụng\n"
                "   + Mưu trí, sáng tạo trong chiến đấu, phục vụ chiến đấu, được Bộ Quốc phòng, Bộ Công an công nhận"
            ),
        ),
        (
            "A.BK_TTG.2",
            (
                "Một trong các điều kiện sau:\n"
                "– Được bình xét có thành tích trong phong trào thi đua\n"
                "– Lập được thành tích đột xuất hoặc thành tích có phạm vi ảnh hưởng trong phạm vi bộ, ban, ngành, tỉnh\n"
                "– Đã được tặng “Bằng khen của bộ, ban, ngành, tỉnh (Chủ tịch UBND tỉnh)” và từ 5 năm liên tục tiếp "
                "theo trở lên đến thời điểm đề nghị: được xếp loại hoàn thành xuất sắc nhiệm vụ trong từng năm của "
                "thời gian đó"
            ),
        ),
        (
            "B1.DH_LDTT.3",
            (
                "Có thời gian công tác trong năm xét từ 6 tháng trở lên\n"
                "Ghi chú: Từ ngày 15/4/2024; từ 01/01 đến 14/4/2024 chưa thấy quy định. "
                "Đào tạo từ 1 năm trở lên không còn đòi loại khá."
            ),
        ),
    ],
)
def test_a_criterion_reads_as_an_officer_would_say_it(code, text):
    criterion = next(one for one in BOOK.criteria if one.code == code)
    body = told(criterion, BOOK.names)
    assert body == text or body.startswith(text + "\nGhi chú: ")


def test_a_condition_or_value_nobody_gave_words_is_told_as_it_is():
    context = Context(BOOK.names)
    assert worded({"attest": ["Được nhân dân tín nhiệm"]}, context) == "Được nhân dân tín nhiệm"
    assert worded({"moon_phase": "full"}, context) == "moon_phase: full"
    assert (
        worded({"count": {"award": "DH_MOI", "min": 2}}, context) == "Đã được tặng “DH_MOI” từ 2 lần trở lên"
    )


def test_every_rule_of_an_award_is_told_with_its_article_and_its_days():
    found = of_award(BOOK, "DH_LDTT", "person", date(2024, 4, 14))
    assert [one.kind for one in found if one.kind in ("ground", "extra")] == ["ground", "ground"]
    later = of_award(BOOK, "DH_LDTT", "person", date(2024, 4, 15))
    months = next(one for one in later if one.kind == "extra")
    assert (months.cite, months.start, months.end) == (
        "TT 01/2024/TT-BNV Điều 1 k5",
        date(2024, 4, 15),
        date(2025, 6, 30),
    )
    money = next(one for one in later if one.kind == "bonus")
    assert (
        money.text
        == "Tiền thưởng bằng 0,3 lần mức lương cơ sở (1.800.000 đồng): 540.000 đồng sau khi làm tròn"
    )
    council = next(
        one for one in of_award(BOOK, "DH_CSTD_TINH", "person", date(2019, 3, 1)) if one.kind == "council"
    )
    assert council.text == (
        "Hội đồng bỏ phiếu kín; được từ 90 % số phiếu đồng ý trở lên tính trên tổng số thành viên Hội đồng; "
        "thành viên vắng mặt cho ý kiến bằng văn bản"
    )
    assert council.cite == "NĐ 91/2017 Điều 45 k8"
    cap = next(
        one for one in of_award(BOOK, "DH_CSTD_CS", "person", date(2019, 3, 1)) if one.kind == "ground"
    )
    assert "không quá 15 % tổng của" in cap.text


@given(
    st.sampled_from(sorted({one.award for one in BOOK.criteria})),
    st.sampled_from(["person", "collective", "household"]),
    st.dates(date(2014, 6, 1), date(2030, 1, 1)),
)
def test_what_is_told_of_an_award_holds_on_that_day(award, who, day):
    for one in of_award(BOOK, award, who, day):
        assert one.start <= day <= (one.end or day)
        assert one.cite
        assert one.kind in KINDS
        assert one.status in ("seen", "unverified")
        assert "_" not in one.text


@pytest.mark.parametrize("award", sorted(BOOK.names))
def test_nothing_is_told_as_checked_under_a_law_nobody_read(award):
    for who in ("person", "collective", "household"):
        assert {one.status for one in of_award(BOOK, award, who, date(2026, 10, 1))} <= {"unverified"}


def test_a_day_no_law_is_known_for_has_no_rules():
    assert of_award(BOOK, "DH_LDTT", "person", date(2014, 5, 31)) == ()


def test_every_general_rule_has_words():
    assert sorted({rule["id"] for rule in BOOK.general} ^ set(GENERAL)) == []


def test_what_a_card_found_is_said_in_words():
    codes = re.compile(r"_|\b(HTXS|HTT|KHT|HT|cbccvc|nld|llvt)\b")
    for award, *_, facts, _ in worked(LAW):
        card = LAW.card(award, facts)
        said = [one.finding.found for one in card.criteria] + list(card.warnings)
        assert [text for text in said if codes.search(text)] == []


def test_everything_a_card_shows_has_a_name():
    names = by_code(BOOK)
    assert set(STOPPED) == {*STOPS, "one_state_form_per_year"}
    shown = {
        one.finding.code for award, *_, facts, _ in worked(LAW) for one in LAW.card(award, facts).criteria
    }
    assert sorted(shown - set(names)) == []
    assert names["consecutive:award=DH_CSTD_CS,n=3"] == (
        "Ba lần liên tục được tặng “Chiến sĩ thi đua cơ sở”, tính đến năm đề nghị"
    )
