"""Which face to show: the window when started without arguments or on a file, the terminal otherwise."""

import gc
from collections.abc import Sequence
from pathlib import Path

_PROGRAM = Path(__file__).resolve().parents[1]


def run(argv: Sequence[str]) -> int:
    """Start the window or do one command; returns the exit code."""
    if not argv or (len(argv) == 1 and argv[0].lower().endswith(".thidua")):
        gc.disable()  # a twentieth of the start goes into looking through what was just loaded; see ui.desk
        from ui.desk import start

        return start(_PROGRAM, *map(Path, argv))
    from ui.cli import main

    return main(argv)
