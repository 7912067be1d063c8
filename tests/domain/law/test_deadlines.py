"""Terms in working days, days of the year, and the papers of a dossier, each by the law of its day."""

from datetime import date, timedelta

import pytest
from cases import ROOT
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.deadlines import checklist, copies, deadlines
from thidua_desktop.domain.law.local_rules import with_local
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.law.wording import of_award
from thidua_desktop.domain.law.working_days import due, fixed_days_off, is_working, left

BOOK = load_rules(ROOT / "resources")
TET_2020 = frozenset(date(2020, 1, 23) + timedelta(days=at) for at in range(7))
days = st.dates(date(2014, 1, 1), date(2035, 1, 1))
off = st.frozensets(st.dates(date(2019, 12, 1), date(2020, 6, 1)), max_size=12)


@pytest.mark.parametrize(
    ("start", "term", "days_off", "last"),
    [
        ("2019-11-01", 20, (), "2019-11-29"),  # four whole weeks
        ("2019-11-02", 1, (), "2019-11-04"),  # a Saturday
        ("2020-01-20", 5, TET_2020, "2020-02-03"),  # 21, 22, then 30, 31 and the Monday
        ("2020-01-20", 5, (), "2020-01-27"),
        ("2019-11-01", 0, (), "2019-11-01"),
    ],
)
def test_a_term_ends_on_its_last_working_day(start, term, days_off, last):
    assert due(date.fromisoformat(start), term, days_off) == date.fromisoformat(last)


def test_a_saturday_worked_in_exchange_counts():
    friday = date(2019, 11, 1)
    assert due(friday, 1, worked=[date(2019, 11, 2)]) == date(2019, 11, 2)
    assert left(friday, date(2019, 11, 4), worked=[date(2019, 11, 2)]) == 2


@given(days, st.integers(1, 60), off)
def test_as_many_days_are_left_as_the_term_has_and_one_by_one_fewer(start, term, days_off):
    last = due(start, term, days_off)
    assert is_working(last, days_off)
    assert left(start, last, days_off) == term
    worked = [start + timedelta(days=at) for at in range(1, (last - start).days + 1)]
    assert [left(today, last, days_off) for today in worked if is_working(today, days_off)] == list(
        range(term - 1, -1, -1)
    )
    assert left(last, start, days_off) == -term
    assert due(start, term, days_off) >= due(start, term)


@given(days, days, off)
def test_what_is_left_one_way_is_overdue_the_other(today, last, days_off):
    assert left(today, last, days_off) == -left(last, today, days_off)


def test_fixed_days_off_are_proposed_and_not_taken_for_checked():
    assert {one.status for one in fixed_days_off(2020)} == {"unverified"}
    assert [one.day for one in fixed_days_off(2020)] == [
        date(2020, 1, 1),
        date(2020, 4, 30),
        date(2020, 5, 1),
        date(2020, 9, 2),
    ]


def terms(award, day, step):
    return [
        (one.working_days, one.cite, one.status)
        for one in deadlines(BOOK, award, date.fromisoformat(day))
        if one.step == step
    ]


@pytest.mark.parametrize(
    ("award", "day", "step", "found"),
    [
        ("DH_CSTD_CS", "2017-10-01", "appraise", [(20, "NĐ 91/2017 Điều 48 k2a", "seen")]),
        ("BK_TINH", "2023-12-31", "appraise_province", [(25, "NĐ 91/2017 Điều 48 k2b", "seen")]),
        ("DH_CSTD_CS", "2019-01-01", "appraise_province", []),
        ("BK_TTG", "2019-01-01", "submit", [(20, "NĐ 91/2017 Điều 48 k2b", "seen")]),
        ("HC_LAO_DONG_3", "2019-01-01", "submit", [(30, "NĐ 91/2017 Điều 48 k2b", "seen")]),
        ("DH_LDTT", "2024-01-01", "appraise", [(20, "NĐ 98/2023 Điều 32 k2", "seen")]),
        ("DH_LDTT", "2025-07-01", "appraise", [(20, "QĐ 638/QĐ-BNV 2025", "seen")]),
        ("DH_LDTT", "2026-10-01", "appraise", []),
        ("DH_LDTT", "2014-05-31", "appraise", []),
        ("DH_GDVH", "2018-11-04", "decide", []),
        ("DH_GDVH", "2018-11-05", "decide", [(5, "NĐ 122/2018 Điều 9 k4, k5", "seen")]),
    ],
)
def test_the_terms_are_those_of_the_day(award, day, step, found):
    assert terms(award, day, step) == found


def test_days_of_the_year_and_days_from_a_step():
    found = {one.id: one for one in deadlines(BOOK, "DH_CO_CP", date(2019, 3, 1))}
    assert found["co_cp_trinh"].in_year(2020) == date(2020, 3, 30)  # before 31/3
    assert found["co_cp_trinh_giao_duc"].in_year(2020) == date(2020, 10, 15)
    assert found["co_cp_trinh_giao_duc"].field == "education"
    assert found["tra_hien_vat"].since(date(2020, 3, 2)) == date(2020, 3, 23)
    stripped = {one.id: one for one in deadlines(BOOK, "DHVD_AH_LD", date(2019, 3, 1))}["thu_hoi_tuoc"]
    assert (stripped.since(date(2020, 3, 1)), stripped.cite) == (date(2020, 3, 16), "NĐ 91/2017 Điều 79 k3")
    assert found["tham_dinh_co_so"].since(date(2020, 1, 20), TET_2020) == date(2020, 2, 24)
    assert found["co_cp_trinh"].since(date(2020, 1, 1)) is found["tham_dinh_co_so"].in_year(2020) is None


def test_the_statistics_of_the_year_are_due_on_15_12_and_nobody_read_that():
    (one,) = [one for one in deadlines(BOOK, "DH_LDTT", date(2024, 3, 1)) if one.step == "statistics"]
    assert (one.in_year(2024), one.status) == (date(2024, 12, 15), "unverified")
    assert not [one for one in deadlines(BOOK, "DH_LDTT", date(2023, 3, 22)) if one.step == "statistics"]


def codes(award, day):
    return [paper.code for paper in checklist(BOOK, award, date.fromisoformat(day)) if not paper.when]


@pytest.mark.parametrize(
    ("award", "day", "papers"),
    [
        ("DH_LDTT", "2019-01-01", ["van_ban_de_nghi", "bao_cao_thanh_tich", "bien_ban_binh_xet"]),
        (
            "DH_CSTD_CS",
            "2019-01-01",
            ["van_ban_de_nghi", "bao_cao_thanh_tich", "bien_ban_binh_xet", "chung_nhan_sang_kien_de_tai"],
        ),
        ("GK_HUYEN", "2016-01-01", ["van_ban_de_nghi", "bao_cao_thanh_tich", "bien_ban_xet"]),
        (
            "DH_CO_CP",
            "2019-01-01",
            ["van_ban_de_nghi", "bao_cao_thanh_tich", "bien_ban_binh_xet", "ket_qua_bo_phieu"],
        ),
        ("DH_TTLDTT", "2024-01-01", ["to_trinh", "bao_cao_thanh_tich", "bien_ban_binh_xet"]),
        ("BK_TTG", "2024-01-01", ["to_trinh", "bao_cao_thanh_tich", "bien_ban_xet", "ban_dien_tu"]),
        ("DH_LDTT", "2014-05-31", []),
    ],
)
def test_the_papers_are_those_of_the_day(award, day, papers):
    assert codes(award, day) == papers


def test_papers_say_when_they_are_asked_for_and_on_which_form():
    tax = {one.code: one for one in checklist(BOOK, "BK_TINH", date(2019, 1, 1))}["xac_nhan_thue"]
    assert tax.when.startswith("đối với tập thể có nghĩa vụ nộp thuế")
    assert tax.cite == "NĐ 91/2017 Điều 45 k7"
    forms = {one.code: one.form for one in checklist(BOOK, "DH_CSTD_CS", date(2025, 7, 1))}
    assert (forms["to_trinh"], forms["bao_cao_thanh_tich"]) == ("Mẫu số 01", "Mẫu số 05 (cá nhân)")
    assert {one.form for one in checklist(BOOK, "DH_CSTD_CS", date(2025, 6, 30))} == {""}


def test_copies_are_those_of_the_day():
    found = [
        copies(BOOK, award, date(2019, 1, 1)) for award in ("DH_LDTT", "DH_CSTD_TQ", "HC_LAO_DONG_3", "GK_XA")
    ]
    assert [one and one.number for one in found] == [1, 2, 3, None]
    assert copies(BOOK, "DH_LDTT", date(2024, 1, 1)) is None  # the province decides


def test_nothing_is_checked_under_a_law_nobody_read():
    day = date(2026, 10, 1)
    assert {one.status for one in checklist(BOOK, "DH_CSTD_CS", day)} == {"unverified"}
    assert {one.status for one in deadlines(BOOK, "DH_CSTD_CS", day)} == {"unverified"}


def test_terms_and_papers_of_the_office_come_before_those_of_the_law():
    cite = "QĐ 12/2024/QĐ-UBND Điều 15"
    laid = with_local(
        BOOK,
        [
            {
                "id": "nop",
                "part": "deadlines",
                "text": "Gửi hồ sơ cuối năm về tỉnh",
                "by": "12-10",
                "cite": cite,
            },
            {
                "id": "hs",
                "part": "dossier",
                "awards": ["GK_*"],
                "items": [
                    {"text": "Tờ trình"},
                    {"text": "Danh sách trích ngang", "when": "khi đề nghị từ 10 người"},
                ],
                "copies": 2,
                "cite": cite,
                "valid_from": "2024-05-01",
            },
        ],
    )
    first = deadlines(laid, "GK_XA", date(2024, 6, 1))[0]
    assert (first.in_year(2024), first.status, first.cite) == (date(2024, 12, 10), "local", cite)
    assert [(one.text, one.status) for one in checklist(laid, "GK_XA", date(2024, 6, 1))] == [
        ("Tờ trình", "local"),
        ("Danh sách trích ngang", "local"),
    ]
    assert copies(laid, "GK_XA", date(2024, 6, 1)).number == 2
    assert len(checklist(laid, "GK_XA", date(2024, 4, 30))) > 2
    told = [one.text for one in of_award(laid, "GK_XA", "person", date(2024, 6, 1)) if one.status == "local"]
    assert told == [
        "Tờ trình",
        "Danh sách trích ngang, khi đề nghị từ 10 người",
        "Gửi 02 bộ hồ sơ",
        "Gửi hồ sơ cuối năm về tỉnh: chậm nhất ngày 10/12 hằng năm",
    ]


@pytest.mark.parametrize(
    ("entry", "sentence"),
    [
        ({"part": "deadlines", "by": "12-10"}, "nội dung của thời hạn"),
        ({"part": "deadlines", "text": "Gửi", "by": "31-12"}, "tháng-ngày"),
        ({"part": "deadlines", "text": "Gửi", "by": "12-10", "days": 3}, "tháng-ngày"),
        ({"part": "deadlines", "text": "Gửi", "days": 3, "awards": ["XX_*"]}, "không có danh hiệu"),
        ({"part": "dossier"}, "giấy tờ"),
        ({"part": "dossier", "items": [{"name": "Tờ trình"}]}, "giấy tờ"),
        ({"part": "dossier", "items": [{"text": "Tờ trình"}], "copies": 0}, "số bộ"),
        ({"part": "fund"}, "không có loại quy định “fund”"),
    ],
)
def test_a_term_or_list_that_cannot_be_used_is_refused(entry, sentence):
    with pytest.raises(Refused, match=sentence):
        with_local(BOOK, [{"cite": "QĐ 1", **entry}])


def test_terms_are_told_with_their_articles():
    told = {one.text: one for one in of_award(BOOK, "DH_CO_CP", "collective", date(2019, 3, 1))}
    by = "Gửi hồ sơ Cờ thi đua của Chính phủ đến Ban Thi đua - Khen thưởng Trung ương: trước ngày 31/03 hằng năm"
    assert told[by].cite == "NĐ 91/2017 Điều 48 k1b"
    assert told["Thẩm định hồ sơ ở cấp xã, cấp huyện, đơn vị: 20 ngày làm việc"].kind == "deadline"
    assert told["Gửi 02 bộ hồ sơ"].kind == "paper"
