"""Documents are compared with kept files; `pytest tests/reports --update-expected` writes them anew."""

import json
from pathlib import Path

import pytest

from tests.reports import district
from thidua_desktop.documents import json_writer

EXPECTED = Path(__file__).resolve().parents[1] / "expected" / "reports"


def pytest_addoption(parser):
    parser.addoption("--update-expected", action="store_true", help="write the expected documents anew")


@pytest.fixture
def same_as_kept(request, tmp_path):
    """Compare a document with the kept one of a name, as JSON."""

    def compare(document, name):
        written, kept = tmp_path / "document.json", EXPECTED / f"{name}.json"
        json_writer.write(document, written)
        found = json.loads(written.read_text(encoding="utf-8"))
        if request.config.getoption("--update-expected", default=False):
            kept.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        assert found == json.loads(kept.read_text(encoding="utf-8"))

    return compare


@pytest.fixture(scope="module")
def fill():
    """The small district."""
    return district.make


@pytest.fixture
def ids(kept):
    """The small district, entered; ids of what tests ask about."""
    return kept
