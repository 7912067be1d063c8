"""Rules of the province or the agency: laid over the law, judged, cited, refused with a sentence."""

import json
from datetime import date

import pytest
from cases import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from invented import DAYS, facts_on, known

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.card import Law
from thidua_desktop.domain.law.crowd import Crowd
from thidua_desktop.domain.law.facts import Facts, Held
from thidua_desktop.domain.law.local_rules import with_local
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.domain.law.shapes import SHAPES, problems
from thidua_desktop.domain.law.wording import of_award, told

BOOK = load_rules(ROOT / "resources")
DATA = json.loads((ROOT / "resources" / "rules.json").read_text(encoding="utf-8"))
CITE = "QĐ 12/2024/QĐ-UBND Điều 9 k1"
GK = {
    "id": "tinh.GK_XA",
    "award": "GK_XA",
    "recipient": "ca_nhan",
    "all_of": [{"rating": {"at_least": "HTT"}}, {"consecutive": {"award": "DH_LDTT", "n": 2}}],
    "cite": CITE,
    "valid_from": "2024-05-01",
}
GOOD = Facts(
    2024, date(2025, 3, 1), awards=(Held("DH_LDTT", 2023), Held("DH_LDTT", 2024)), ratings={2024: "HTT"}
)


def test_an_added_rule_decides_with_its_citation_and_says_whose_it_is():
    assert Law(BOOK).card("GK_XA", GOOD).verdict == "unknown"  # the law leaves it to the province
    laid = with_local(BOOK, [GK])
    card = Law(laid).card("GK_XA", GOOD)
    assert card.verdict == "met"
    assert [(one.entry, one.cite, one.status) for one in card.criteria] == [
        ("tinh.GK_XA.B1", CITE, "local")
    ] * 2
    assert card.warnings == ()
    assert Crowd(Law(laid), [GOOD]).verdicts("GK_XA") == ["met"]
    less = Facts(2024, date(2025, 3, 1), ratings={2024: "HT"})
    assert Law(laid).card("GK_XA", less).verdict == "not_met"


def test_the_law_stands_on_the_days_and_for_those_the_rule_is_not_for():
    laid = with_local(BOOK, [{**GK, "valid_to": "2024-12-31"}])
    for day, who, local in [
        (date(2024, 4, 30), "person", False),
        (date(2024, 5, 1), "person", True),
        (date(2024, 12, 31), "person", True),
        (date(2025, 1, 1), "person", False),
        (date(2024, 6, 1), "collective", False),
        (date(2024, 6, 1), "household", False),
    ]:
        rules = [one for one in of_award(laid, "GK_XA", who, day) if one.kind in ("ground", "extra")]
        assert [one.status for one in rules] == ["local" if local else "seen"], (day, who)


def test_a_rule_without_a_regime_goes_on_when_the_law_changes():
    laid = with_local(BOOK, [GK])
    ours = [(one.regime, one.start, one.end) for one in laid.criteria if one.origin == "local"]
    assert ours == [
        ("B1", date(2024, 5, 1), date(2025, 6, 30)),
        ("B2", date(2025, 7, 1), date(2026, 9, 30)),
        ("B3", date(2026, 10, 1), None),
    ]


def test_a_rule_of_the_laws_own_name_stands_in_its_place():
    cap = next(one for one in BOOK.criteria if one.code == "A.DH_CSTD_CS.1")
    parts = [part for part in cap.test["all_of"] if "ratio_cap" not in part]
    lower = {**next(p for p in cap.test["all_of"] if "ratio_cap" in p)["ratio_cap"], "max": 0.1}
    entry = {
        "id": cap.code,
        "all_of": [*parts, {"ratio_cap": lower}],
        "cite": CITE,
        "valid_from": "2019-01-01",
    }
    laid = with_local(BOOK, [entry])
    facts = {"ratings": {2018: "HTXS", 2019: "HTXS"}, "shares": {"cap:DH_CSTD_CS": (13, 100)}}
    for year, day, verdict in [(2018, date(2018, 12, 31), "unknown"), (2019, date(2019, 12, 31), "not_met")]:
        assert Law(laid).card("DH_CSTD_CS", Facts(year, day, **facts)).verdict == verdict
    assert "không quá 10 %" in told(next(one for one in laid.criteria if one.origin == "local"), laid.names)
    assert [one.code for one in laid.criteria].count(cap.code) == 2  # the law before 2019, the province after


def test_the_book_beneath_stays_as_it_is():
    before = BOOK.criteria, BOOK.councils
    with_local(BOOK, [GK, {"part": "council", "awards": ["DH_CSTD_CS"], "min_ratio": 0.85, "cite": CITE}])
    assert (BOOK.criteria, BOOK.councils) == before
    assert with_local(BOOK, []) == BOOK


def test_a_threshold_of_the_province_comes_before_the_laws():
    entry = {
        "id": "hd",
        "part": "council",
        "awards": ["DH_CSTD_CS"],
        "min_ratio": 0.85,
        "cite": CITE,
        "valid_from": "2025-08-01",
    }
    laid = with_local(BOOK, [entry])
    assert [rule.get("min_ratio") for rule in laid.council_for("DH_CSTD_CS", date(2025, 7, 31))] == [None]
    first = laid.council_for("DH_CSTD_CS", date(2025, 8, 1))[0]
    assert (first["min_ratio"], first["status"], first["base"]) == (0.85, "local", "total_members")
    words = next(
        one for one in of_award(laid, "DH_CSTD_CS", "person", date(2025, 8, 1)) if one.kind == "council"
    )
    assert "từ 85 % số phiếu" in words.text
    assert words.status == "local"


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"cite": " "}, "không ghi căn cứ pháp lý"),
        ({"award": "GK_LANG"}, "không có danh hiệu, hình thức mã “GK_LANG”"),
        ({"award": ["GK_XA"]}, "không có danh hiệu, hình thức mã"),
        ({"recipient": "dong_vat"}, "đối tượng phải là cá nhân, tập thể hoặc hộ gia đình"),
        ({"recipient": ""}, "đối tượng phải là cá nhân, tập thể hoặc hộ gia đình"),
        ({"recipient_kind": "vua"}, "không có loại đối tượng “vua”"),
        ({"all_of": []}, "ít nhất một"),
        ({"any_of": [{"registered": True}]}, "all_of"),
        ({"all_of": [{"moon_phase": "full"}]}, "không có điều kiện tên “moon_phase”"),
        ({"all_of": [{"rating": {"at_least": "TỐT"}}]}, "điều kiện “rating” ghi chưa đúng"),
        ({"all_of": [{"rating": {}}]}, "điều kiện “rating” ghi chưa đúng"),
        (
            {"all_of": [{"consecutive": {"award": "DH_LDTT", "n": 0}}]},
            "điều kiện “consecutive” ghi chưa đúng",
        ),
        (
            {"all_of": [{"count": {"award": "DH_HUYEN", "min": 1}}]},
            "không có danh hiệu, hình thức mã “DH_HUYEN”",
        ),
        ({"all_of": [{"share": {"award": "DH_LDTT", "min": 70}}]}, "điều kiện “share” ghi chưa đúng"),
        ({"all_of": [{"meets": "GK_XA"}]}, "dẫn vòng"),
        ({"valid_from": "01/05/2024"}, "ngày hiệu lực ghi chưa đúng"),
        ({"valid_to": "2024-04-30"}, "trước ngày có hiệu lực"),
        ({"valid_from": "2010-01-01", "valid_to": "2011-01-01"}, "không biết quy định pháp luật nào"),
        ({"regime": "Z"}, "không biết quy định pháp luật nào"),
        ({"combine": "xor"}, "điều kiện phải có thêm"),
        ({"part": "council", "awards": ["DH_LDTT"], "min_ratio": 80}, "tỷ lệ phiếu"),
        ({"part": "council", "min_ratio": 0.8}, "chưa ghi danh hiệu"),
        (
            {"part": "council", "awards": ["DH_LDTT"], "min_ratio": 0.8, "base": ["x"]},
            "tổng số thành viên hay",
        ),
    ],
)
def test_what_cannot_be_used_is_refused_with_a_sentence(change, sentence):
    with pytest.raises(Refused, match=sentence):
        with_local(BOOK, [{**GK, **change}])


def test_two_rules_of_one_name_are_refused():
    with pytest.raises(Refused, match="Hai quy định của địa phương cùng mã"):
        with_local(BOOK, [GK, GK])
    with pytest.raises(Refused, match="thứ 2 của địa phương không đọc được"):
        with_local(BOOK, [GK, "GK_XA"])


def test_a_circle_through_another_award_is_refused():
    first = {**GK, "all_of": [{"meets": "GK_HUYEN"}]}
    second = {
        **GK,
        "id": "b",
        "award": "GK_HUYEN",
        "all_of": [{"any_of": [{"meets": "GK_XA"}, {"registered": True}]}],
    }
    with pytest.raises(Refused, match="dẫn vòng"):
        with_local(BOOK, [first, second])


def test_every_rule_of_the_law_has_the_shape_asked_of_an_offices_rule():
    wrong = []
    for entry in DATA["criteria"]:
        given_ = {key: entry[key] for key in ("all_of", "any_of") if key in entry}
        wrong += [(entry["award"], entry["regime"], problem) for problem in problems(given_)]
    assert wrong == []


value = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-2, 200)
    | st.floats(0, 2)
    | st.sampled_from(["", "HTT", "tinh", "DH_LDTT", "self"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["award", "n", "min", "at_least", "level", "state", "all_of", "titles"]),
            inner,
            max_size=4,
        )
    ),
    max_leaves=6,
)
condition = st.recursive(
    st.tuples(st.sampled_from([*SHAPES, "moon"]), value).map(lambda one: {one[0]: one[1]}),
    lambda inner: st.lists(inner, max_size=3).map(lambda parts: {"any_of": parts}),
    max_leaves=4,
)
shipped = st.sampled_from(
    [part for entry in DATA["criteria"] for part in entry.get("all_of", entry.get("any_of"))]
)


@settings(max_examples=80, deadline=None)
@given(
    st.lists(condition | shipped, max_size=3),
    st.fixed_dictionaries(
        {}, optional=dict.fromkeys(("recipient_kind", "combine", "valid_from", "regime", "note"), value)
    ),
    st.sampled_from(DAYS[2:]),
    known,
)
def test_whatever_is_typed_is_refused_or_judged(parts, change, day, values):
    try:
        laid = with_local(BOOK, [{**GK, "all_of": parts, **change}])
    except Refused:
        return
    law, facts = Law(laid), facts_on(day, values)
    card = law.card("GK_XA", facts)
    assert card.verdict in ("met", "not_met", "unknown")
    assert Crowd(law, [facts]).verdicts("GK_XA") == [card.verdict]
    assert of_award(laid, "GK_XA", "person", day)


@settings(max_examples=20, deadline=None)
@given(
    st.lists(shipped, min_size=1, max_size=3),
    st.sampled_from(DAYS[2:]),
    st.lists(known, min_size=1, max_size=4),
)
def test_a_crowd_is_judged_by_the_offices_rules_too(parts, day, people):
    law = Law(with_local(BOOK, [{**GK, "all_of": parts}]))
    crowd = [facts_on(day, values) for values in people]
    assert Crowd(law, crowd).verdicts("GK_XA") == [law.card("GK_XA", facts).verdict for facts in crowd]
