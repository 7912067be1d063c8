"""One office's long day, done once through the window and looked at by many tests."""

import json
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.journeys.office import Clerk
from thidua_desktop.domain.vietnamese import nfc

SAMPLES = Path(__file__).resolve().parents[1] / "data" / "samples"
SIX_FORMS = {
    "xlsx, plain annex",
    "xlsx, annex",
    "xlsx, one sheet a decision",
    "docx, numbered list",
    "docx, numbered list with Ông/Bà",
    "docx, numbered list, collectives then individuals",
}
SOURCE = "Báo cáo số 12/BC-UBND ngày 10/7/2020"


@pytest.fixture
def clerk(qapp, tmp_path):
    """An officer whose window is not open yet."""
    clerk = Clerk(tmp_path)
    yield clerk
    clerk.goes_home()


@pytest.fixture(scope="module")
def truth():
    """What the sample files of the six forms say: entries, and awards by decision."""
    entries = json.loads((SAMPLES / "files.json").read_text(encoding="utf-8"))
    told = json.loads((SAMPLES / "truth.json").read_text(encoding="utf-8"))
    files = [entry for entry in entries if entry["form"] in SIX_FORMS]
    read = {number for entry in files for number in entry["decisions"]}
    papers = {paper["id"]: paper for paper in told["decisions"] if paper["id"] in read}
    awards = [award for award in told["awards"] if award["decision"] in read]
    return SimpleNamespace(
        files=[SAMPLES / "files" / entry["file"] for entry in files],
        entries=files,
        papers=papers,
        awards=awards,
        rows=Counter(
            (
                paper["number"],
                paper["date"],
                award["code"],
                award["who"],
                award["year"],
                nfc(paper["campaign"] or ""),
            )
            for award in awards
            for paper in (papers[award["decision"]],)
        ),
    )


@pytest.fixture(scope="module")
def worker(qapp, tmp_path_factory):
    """An officer with a new office open."""
    clerk = Clerk(tmp_path_factory.mktemp("phong"))
    clerk.begins_a_new_office("UBND huyện Bạch Thông")
    yield clerk
    clerk.goes_home()


@pytest.fixture(scope="module")
def brought_in(worker, truth):
    """The lists of the six forms brought in; what was seen on the way."""
    before = worker.content()
    bytes_before = [file.read_bytes() for file in truth.files]
    dialog = worker.brings_in(*truth.files)
    seen = SimpleNamespace(
        before=before,
        problems=dialog.parts.problems.rowCount(),
        summary=dialog.parts.summary.text(),
        untouched=worker.content() == before,
    )
    worker.writes(dialog)
    seen.line = worker.reads_the_line()
    seen.after = worker.content()
    seen.sources_kept = bytes_before == [file.read_bytes() for file in truth.files]
    return seen


@pytest.fixture(scope="module")
def office(worker, brought_in):
    """The office with its lists, and inherited totals for the years that came in no list."""
    years = {"start": "01/01/2015", "end": "31/12/2018"}
    worker.enters_a_total(("Lao động tiên tiến", "Chiến sĩ tiên tiến"), times="1.824", source=SOURCE, **years)
    only = {"start": "01/01/2016", "end": "31/12/2016"}
    worker.enters_a_total(("Chiến sĩ thi đua cơ sở",), times="61", source=SOURCE, **only)
    return worker


@pytest.fixture(scope="module")
def counted(office):
    """The five-year report, closed on 22/07/2020, asked for once."""
    office.asks_for_the_report("2015 – 2020", "22/07/2020")
    return office


@pytest.fixture
def report(counted):
    """The officer before that report."""
    counted.goes_to("Báo cáo")
    return counted
