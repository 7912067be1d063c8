"""A list our own writers put into a file comes back with the same names, or the odd name is told."""

import pytest
from docx import Document as WordDocument
from openpyxl import load_workbook

from tests.intake.generated import BOOK
from tests.intake.making import REFERENCE
from tests.intake.short_lists import ADVANCED, HEADER, SCHOOL, names
from thidua_desktop.documents.document import Column, Document, Paragraph, Table
from thidua_desktop.documents.writers import WRITERS
from thidua_desktop.intake.read import read_file
from ui.widgets.clipboard import block_html, block_text, read_block

USUAL = ("Nguyễn Văn An", "Lý Thị Na", "H’Nương Êban", "Y Bé", "Trần Đặng Thị Ánh Tuyết")
FORMULAS = ("=1+1", '=HYPERLINK("http://vi.du")', "@SUM(A1)", "+84Lê", "=cmd|'/c calc'!A1", "=Nguyễn Văn Ba")
TURNED = ("\u202eNguyễn Văn Tư\u202c", "Lê \u202dVăn Năm")
HIDDEN = ("\u200fHà Văn Sáu", "Hà\u00a0Văn Bảy", "Hà \u2066Văn\u2069 Tám")


def listed(people):
    columns = tuple(Column(title) for title in HEADER)
    rows = [(place, name, "Giáo viên", SCHOOL) for place, name in enumerate(people, 1)]
    return Document(ADVANCED, (Paragraph(REFERENCE), Table(columns, rows)))


@pytest.fixture(params=["xlsx", "docx"])
def written(request, tmp_path):
    def write(people):
        path = tmp_path / f"ds.{request.param}"
        WRITERS[request.param].write(listed(people), path)
        return path

    return write


def cells(path):
    """The names as the format's own library reads them, with what kind of cell they are in."""
    if path.suffix == ".docx":
        [table] = WordDocument(path).tables
        return [(row.cells[1].text, "s") for row in table.rows[1:]]
    sheet = load_workbook(path).active
    return [(row[1].value, row[1].data_type) for row in sheet.iter_rows() if isinstance(row[0].value, int)]


def test_usual_names_come_back_equal(written):
    reading = read_file(written(USUAL), BOOK)
    assert names(reading) == list(USUAL)
    assert reading.problems == ()


def test_no_name_becomes_a_formula_or_changes_in_the_file(written):
    people = (*USUAL, *FORMULAS, *TURNED, *HIDDEN)
    assert cells(written(people)) == [(name, "s") for name in people]


@pytest.mark.parametrize("odd", [*FORMULAS, *TURNED])
def test_a_name_that_looks_like_a_formula_or_turns_its_letters_is_told(written, odd):
    reading = read_file(written((USUAL[0], odd, USUAL[1])), BOOK)
    assert names(reading) == [USUAL[0], USUAL[1]]
    [problem] = reading.problems
    assert problem.row
    assert problem.reason


@pytest.mark.parametrize("hidden", HIDDEN)
def test_signs_nobody_sees_are_left_out_of_a_name(written, hidden):
    [name] = names(read_file(written((hidden,)), BOOK))
    assert name.startswith("Hà Văn ")


def test_the_clipboard_gives_cells_back_as_they_were():
    rows = [[name, "Giáo viên"] for name in (*USUAL, *FORMULAS, *TURNED, *HIDDEN)]
    assert read_block(block_text(rows)) == rows
    assert block_html(rows).count("mso-number-format:'\\@'") == 2 * len(rows)
