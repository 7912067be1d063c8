"""A list over a million rows: how soon it stands, what it takes, whether it scrolls."""

from statistics import median

from benchmarks.measure import Line, World, alone, line
from thidua_desktop.workspace import Workspace

SCROLLED = 0.016  # seconds in which a screen shows one picture


def lines(world: World) -> list[Line]:
    """The book of awards of a province against that of an empty office."""
    empty = world.folder / "empty.thidua"
    if not empty.exists():
        Workspace.create(empty).close(backed_up=False)
    alone("benchmarks.windows.book", empty, world.folder)
    rounds = [
        (alone("benchmarks.windows.book", empty, world.folder), book(world)) for _ in range(world.few_rounds)
    ]
    bare, ours, whole, step, more, rows = (
        median(values)
        for values in zip(
            *(
                (
                    none["painted"],
                    full["painted"],
                    full["all"],
                    full["step"],
                    full["memory"] - none["memory"],
                    full["rows"],
                )
                for none, full in rounds
            ),
            strict=True,
        )
    )
    return [
        line(f"list over {rows:,.0f} awards, first rows painted", ours, bare, "empty list", 3),
        line("the same, all rows known to the scroll bar", whole, bare, "empty list", None),
        Line("the same, memory", f"+{more:.0f} MB", "+150 MB", more / 150, 1),
        line("one step of scrolling through it, p95", step, SCROLLED, "one picture", 1),
    ]


def book(world: World) -> dict[str, float]:
    """Open the book of the province once."""
    found: dict[str, float] = alone("benchmarks.windows.book", world.province, world.folder)
    return found
