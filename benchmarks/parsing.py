"""Reading a workbook of 100,000 × 10 cells."""

from pathlib import Path

from benchmarks import offices, papers
from benchmarks.measure import Line, World, compared, in_turn, line, seconds
from tests.intake.generated import BOOK
from thidua_desktop.intake.guard import private_copy
from thidua_desktop.intake.read import read_file
from thidua_desktop.intake.workbook import read_workbook


def lines(world: World) -> list[Line]:
    """Intake's reader against openpyxl."""
    count = world.rows(100_000)
    path = workbook(world.folder, count)
    ours, limit = compared(lambda: read_workbook(path), lambda: read_openpyxl(path), world.few_rounds)
    door = in_turn([lambda: seconds(lambda: read(path))], world.few_rounds)[0]
    return [
        line(f"import, parsing {count:,} × 10 cells, cleaned", ours, limit, "openpyxl read_only", 0.2),
        line("the same, with the guard against hostile files", door, limit, "openpyxl read_only", None),
    ]


def workbook(folder: Path, count: int) -> Path:
    """A workbook of so many rows."""
    from xlsxwriter import Workbook

    path = folder / f"list-{count}.xlsx"
    if not path.exists():
        with Workbook(str(path), {"default_date_format": "dd/mm/yyyy"}) as book:
            sheet = book.add_worksheet()
            for number in range(count):
                sheet.write_row(number, 0, papers.row(number))
    return path


def wide(folder: Path, columns: int) -> Path:
    """A list of three people under a header of so many columns nobody knows."""
    from xlsxwriter import Workbook

    path = folder / f"wide-{columns}.xlsx"
    if not path.exists():
        with Workbook(str(path)) as book:
            sheet = book.add_worksheet()
            titles = ("TT", "Họ và tên", "Đơn vị", "Danh hiệu")
            sheet.write_row(0, 0, [*titles, *(f"Cột {number}" for number in range(columns))])
            for number in range(3):
                said = (number + 1, offices.name(number), "Trường Tiểu học Đo Lường", "Lao động tiên tiến")
                sheet.write_row(number + 1, 0, [*said, *(f"ô {place}" for place in range(columns))])
    return path


def understood(path: Path) -> object:
    """Read a list and understand it."""
    return read_file(path, BOOK)


def read(path: Path) -> object:
    """Read a foreign file as the program does: a checked copy first."""
    with private_copy(path) as guarded:
        return read_workbook(guarded.path)


def read_openpyxl(path: Path) -> int:
    """Read every cell with openpyxl."""
    from openpyxl import load_workbook

    book = load_workbook(path, read_only=True, data_only=True)
    cells = sum(len(row) for row in book.worksheets[0].iter_rows(values_only=True))
    book.close()
    return cells
