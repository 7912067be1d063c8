"""What twice the work costs: a district against one of twice its size, a list against one twice as long."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

from benchmarks import backups, eligibility, exporting, figures, importing, papers, parsing, report, search
from benchmarks.files import reading
from benchmarks.measure import Line, World, in_turn, line, seconds
from thidua_desktop.db import Session
from thidua_desktop.documents import docx, xlsx
from thidua_desktop.intake.workbook import read_workbook
from thidua_desktop.records import awards
from thidua_desktop.records.query import ListQuery
from ui.printing import ensure_gui_app, pdf_bytes

MOST = 2.2
Work = Callable[[], float]  # tells its own seconds

__all__ = ["lines"]


def lines(world: World) -> list[Line]:
    """Each work once and twice, in turn."""
    found = []
    with ExitStack() as stack:
        one, two = (stack.enter_context(reading(path)) for path in (world.district, world.double))
        cases = [*_asked(one, two), *_written(world)]
        for what, once, twice in cases:
            small, large = in_turn([once, twice], world.few_rounds)
            found.append(line(f"twice the work: {what}", large, small, "once", MOST))
    return found


def _asked(one: Session, two: Session) -> Iterator[tuple[str, Work, Work]]:
    """Questions to a district and to one twice as large."""
    law = eligibility.rules()
    questions: dict[str, Callable[[Session], object]] = {
        "search people, 80 keystrokes": search.search_people,
        "awards found through people": _found,
        "list of all awards": lambda session: awards.ids(session, ListQuery()),
        "what stands below it": lambda session: awards.summary(session, ListQuery()),
        "period statistics": figures.count,
        "period report": report.build,
        "cards, everybody × all awards": lambda session: eligibility.judge(session, law),
    }
    for what, ask in questions.items():
        yield what, lambda ask=ask: seconds(lambda: ask(one)), lambda ask=ask: seconds(lambda: ask(two))


def _found(session: Session) -> None:
    for name in search.whole_names():
        awards.ids(session, ListQuery(search=name))


def _written(world: World) -> Iterator[tuple[str, Work, Work]]:
    """Files read, written, printed and kept."""
    ensure_gui_app()
    path = world.folder / "growing"
    rows = 2_000 if world.quick else 10_000
    books = [parsing.workbook(world.folder, count) for count in (rows, 2 * rows)]
    wide = [parsing.wide(world.folder, count) for count in (4_000, 8_000)]
    lists = [papers.document(count) for count in (rows, 2 * rows)]
    annexes = [papers.document(count) for count in (500, 1000)]
    prints = [papers.document(count) for count in (rows // 4, rows // 2)]
    makes: dict[str, list[Work]] = {
        "import, database part": [
            lambda count=count: importing.registered(world.district, world.folder, count)
            for count in (rows, 2 * rows)
        ],
        "import, parsing": [lambda book=book: seconds(lambda: read_workbook(book)) for book in books],
        "import, columns of a hostile row": [
            lambda path=path: seconds(lambda: parsing.understood(path)) for path in wide
        ],
        "export xlsx": [lambda made=made: seconds(lambda: xlsx.write(made, path)) for made in lists],
        "print, PDF": [lambda made=made: seconds(lambda: pdf_bytes(made)) for made in prints],
        "Word annex": [lambda made=made: seconds(lambda: docx.write(made, path)) for made in annexes],
        "backup and check": [
            lambda file=file: seconds(lambda: backups.made(file, world.folder / "growing-backups"))
            for file in (world.district, world.double)
        ],
    }
    exporting.write_openpyxl(papers.table(1), path)
    for what, (once, twice) in makes.items():
        yield what, once, twice
