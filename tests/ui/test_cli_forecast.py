"""The forecast from the terminal, in words and as JSON."""

import json

import pytest

from ui.cli import main


@pytest.fixture
def district(practice):
    return str(practice)


def test_a_forecast_names_people_awards_and_what_is_lacking(district, capsys):
    capsys.readouterr()
    assert (
        main(
            ["forecast", "--year", "2019", "--db", district, "--unit", "Phòng Tài chính - Kế hoạch", "--json"]
        )
        == 0
    )
    told = json.loads(capsys.readouterr().out)
    assert (told["year"], told["on"]) == (2019, "2019-12-31")
    assert {one["verdict"] for one in told["chances"]} <= {"met", "unknown"}
    fighters = [one for one in told["chances"] if one["award"] == "DH_CSTD_TINH" and one["year"] == 2020]
    assert fighters
    assert all(one["lacks"] and one["lacks"][0]["text"] for one in fighters)
    assert not [one for one in told["chances"] if one["verdict"] == "met" and one["lacks"]]
    assert {one["code"] for one in told["shares"]} >= {"leaders", "workers", "women"}
    unit = "Phòng Tài chính - Kế hoạch"
    assert {one["unit"] if one["recipient"] == "person" else one["name"] for one in told["waiting"]} <= {unit}
    assert 0 < told["commended"] < 481
    shares = {one["code"]: one["count"] for one in told["shares"]}
    assert shares["leaders"] + shares["workers"] == told["commended"]


def test_a_forecast_in_words_is_vietnamese(district, capsys):
    capsys.readouterr()
    assert main(["forecast", "--year", "2019", "--db", district, "--unit", "Công an huyện"]) == 0
    said = capsys.readouterr().out
    assert "Dự báo khen thưởng năm 2019 và 2020." in said
    assert "DH_" not in said


def test_a_year_is_asked_for(district, capsys):
    assert main(["forecast", "--db", district]) == 2
    assert "--year" in capsys.readouterr().err
