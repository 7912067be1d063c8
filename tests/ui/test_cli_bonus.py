"""The money of a decision at the terminal, added up a second way."""

import json
import sqlite3
from contextlib import closing

import pytest

from ui.cli import main


@pytest.fixture
def typed(capsys, practice):
    def run(*words):
        code = main([*words, "--db", str(practice)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return run


def test_every_award_of_a_decision_has_its_product_and_amount(typed, practice):
    code, out, _ = typed("bonus", "--decision", "803/QĐ-UBND", "--json")
    told = json.loads(out)
    assert (code, told["regime"], told["decided_on"], told["unknown"]) == (0, "A", "2020-05-01", 0)
    with closing(sqlite3.connect(practice)) as connection:
        counted = dict(
            connection.execute(
                "SELECT recipient, count(*) FROM award JOIN decision ON decision.id = decision_id"
                " WHERE number = '803/QĐ-UBND' GROUP BY recipient"
            )
        )
    assert {one["award"] for one in told["awards"]} == {"GK_HUYEN"}
    assert len(told["awards"]) == sum(counted.values())
    by_hand = counted.get("person", 0) * 450_000 + counted.get("collective", 0) * 900_000
    assert told["total"] == sum(one["amount"] for one in told["awards"]) == by_hand
    first = next(one for one in told["awards"] if one["recipient"] == "collective")
    wanted = {"coefficient": 0.6, "base_salary": 1_490_000, "raw": 894_000, "amount": 900_000}
    assert {key: first[key] for key in wanted} == wanted


def test_what_is_not_known_is_said_and_not_added(typed):
    code, out, _ = typed("bonus", "--decision", "139/QĐ-CTN")
    assert code == 0
    assert "Không có hệ số tiền thưởng" in out
    assert out.splitlines()[-3:-1] == ["Cộng: 0 đồng.", "1 lượt chưa rõ mức thưởng, không cộng."]


def test_a_decision_that_is_not_there_is_refused(typed):
    code, out, err = typed("bonus", "--decision", "9999/QĐ-UBND")
    assert (code, out) == (2, "")
    assert err.startswith("Không có quyết định số 9999/QĐ-UBND.")
