"""The rules of law: which regime on which day, every rule with its citation, local ones laid over."""

import json
from datetime import date
from pathlib import Path

import pytest

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.rules_file import load_rules, read_rules

RESOURCES = Path(__file__).resolve().parents[3] / "resources"


@pytest.fixture(scope="module")
def data():
    return json.loads((RESOURCES / "rules.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def book():
    return load_rules(RESOURCES)


@pytest.mark.parametrize(
    ("day", "regime"),
    [
        ("2014-05-31", None),
        ("2014-06-01", "A0"),
        ("2017-09-30", "A0"),
        ("2017-10-01", "A"),
        ("2023-12-31", "A"),
        ("2024-01-01", "B1"),
        ("2025-06-30", "B1"),
        ("2025-07-01", "B2"),
        ("2026-09-30", "B2"),
        ("2026-10-01", "B3"),
        ("2099-01-01", "B3"),
    ],
)
def test_each_regime_begins_and_ends_on_its_day(book, day, regime):
    found = book.regime_on(date.fromisoformat(day))
    assert (found.code if found else None) == regime


@pytest.mark.parametrize("code", ["A0", "A", "B1", "B2", "B3"])
def test_without_a_regime_the_program_knows_nothing_of_its_days(data, book, code):
    less = read_rules({**data, "regimes": [r for r in data["regimes"] if r["id"] != code]})
    gone = next(regime for regime in book.regimes if regime.code == code)
    assert less.regime_on(gone.start) is None
    assert not [c for c in less.criteria if c.regime == code]


@pytest.mark.parametrize("part", ["criteria", "general_rules", "council"])
def test_a_rule_without_a_citation_is_refused_with_a_sentence(data, part):
    first = data[part][0]
    bare = {"council": {**first["council"], "cite": " "}} if part == "council" else {**first, "cite": " "}
    broken = {**data, part: [bare, *data[part][1:]]}
    with pytest.raises(Refused, match="không ghi căn cứ pháp lý"):
        read_rules(broken)


def test_what_nobody_read_is_not_shown_as_checked(book):
    assert {c.status for c in book.criteria if c.regime == "B3"} == {"unverified"}
    assert next(r for r in book.regimes if r.code == "B3").status == "unverified"
    assert [s.amount for s in book.salaries if s.status == "unverified"] == [2530000]


@pytest.mark.parametrize(
    ("award", "day", "share"),
    [
        ("DH_CSTD_TINH", "2019-12-31", [0.9]),  # NĐ 91/2017 Điều 45 k8
        ("DH_CSTD_TINH", "2020-01-01", [0.9, None]),  # and the quorum of TT 12/2019 Điều 11
        ("DH_CSTD_CS", "2024-01-01", [0.8]),  # NĐ 98/2023 Điều 30 k7
        ("DH_CSTD_TQ", "2025-06-30", [0.9]),  # NĐ 98/2023 Điều 30 k7
        ("DH_CSTD_CS", "2025-07-01", [None]),  # NĐ 152/2025 Điều 6 k2c: the province decides
        ("DH_LDTT", "2013-01-01", []),
    ],
)
def test_the_councils_threshold_is_that_of_its_day(book, award, day, share):
    rules = book.council_for(award, date.fromisoformat(day))
    assert [rule.get("min_ratio") for rule in rules] == share
