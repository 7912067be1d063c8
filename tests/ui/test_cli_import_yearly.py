"""The terminal takes in lists of a year like any others."""

import json

from tests.intake.making import workbook
from tests.services.test_importing_yearly import RATED
from ui.cli import main


def test_the_terminal_takes_them_in_too(tmp_path, capsys):
    office = tmp_path / "a.thidua"
    assert main(["new", "--db", str(office)]) == 0
    path = workbook(tmp_path / "a.xlsx", RATED)
    capsys.readouterr()
    assert main(["import", str(path), "--db", str(office), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["rows_read"], told["yearly_written"], told["rows_written"]) == (3, 3, 0)
    assert main(["import", str(path), "--db", str(office)]) == 0
