"""Writing a workbook of 100,000 × 10 cells, and what memory it takes."""

from pathlib import Path

from benchmarks import papers
from benchmarks.measure import Line, World, alone, compared, line
from thidua_desktop.documents import xlsx
from thidua_desktop.documents.document import Table

FLAT = 20  # MB


def lines(world: World) -> list[Line]:
    """Our writer against openpyxl."""
    count = world.rows(100_000)
    document, table = papers.document(count), papers.table(count)
    path = world.folder / "export.xlsx"
    ours, limit = compared(
        lambda: xlsx.write(document, path), lambda: write_openpyxl(table, path), world.few_rounds
    )
    few, many = (alone("benchmarks.exporting", rows, path)["memory"] for rows in (count // 5, count))
    return [
        line(f"export xlsx, {count:,} × 10 cells", ours, limit, "openpyxl write_only", 1),
        Line(
            "the same, memory beside the rows",
            f"+{many:.0f} MB",
            f"flat; a fifth of the rows: +{few:.0f} MB",
            many / FLAT,
            1,
        ),
    ]


def write_openpyxl(table: Table, path: Path) -> None:
    """Write the same cells with openpyxl."""
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    sheet.append([column.title for column in table.columns])
    for row in table.rows:
        sheet.append(row)
    book.save(path)


if __name__ == "__main__":
    import sys

    from benchmarks.clock import tell
    from benchmarks.measure import memory

    written = papers.document(int(sys.argv[1]))
    xlsx.write(papers.document(10), Path(sys.argv[2]))
    before = memory()
    xlsx.write(written, Path(sys.argv[2]))
    tell(memory=memory() - before)
