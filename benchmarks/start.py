"""From the start of the process to the first paint, and to the office's first list."""

from statistics import median

from benchmarks.measure import Line, World, alone, line


def lines(world: World) -> list[Line]:
    """Our window, painted and filled, against a bare one of Qt."""

    def ours() -> dict[str, float]:
        found: dict[str, float] = alone("benchmarks.windows.ours", world.district, world.folder)
        return found

    def bare() -> float:
        return float(alone("benchmarks.windows.bare")["painted"])

    ours()  # once for the disk's cache
    rounds = [(bare(), ours()) for _ in range(world.rounds + 2)]
    limit = median(empty for empty, _ in rounds)
    painted, rows, whole, early = (
        median(found[key] for _, found in rounds) for key in ("painted", "rows", "all", "early")
    )
    return [
        line("start: window painted", painted, limit, "bare PySide6 window", 1.5),
        line("start: district open, first list shown", rows, limit, "bare window", 4),
        line("start: all of the first page, its chart too", whole, limit, "bare window", None),
        Line("heavy libraries imported before the first paint", f"{early:.0f}", "none", early, 0),
    ]
