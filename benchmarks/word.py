"""A Word annex of 500 rows."""

from benchmarks import papers
from benchmarks.measure import Line, World, in_turn, line, seconds
from thidua_desktop.documents import docx

WAITED = 0.5  # seconds


def lines(world: World) -> list[Line]:
    """Our writer against the time an officer does not mind."""
    document, path = papers.document(500), world.folder / "annex.docx"
    docx.write(document, path)  # the library is loaded once a day
    ours = in_turn([lambda: seconds(lambda: docx.write(document, path))], world.rounds)[0]
    return [line("Word annex of 500 rows", ours, WAITED, "not minded", 1)]
