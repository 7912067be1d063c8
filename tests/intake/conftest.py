from pathlib import Path

import pytest

from thidua_desktop.domain.catalogue_file import load_catalogue
from thidua_desktop.domain.titles import TitleBook, entry_of

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "tests/data/samples"


@pytest.fixture(scope="session")
def book() -> TitleBook:
    return TitleBook(map(entry_of, load_catalogue(ROOT / "resources")))
