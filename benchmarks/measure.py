"""How a figure is taken: rounds in A B A B order, medians, and only ratios of one run are judged."""

import gc
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from tempfile import gettempdir
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
_QUIET: dict[str, Any] = {"stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}


@dataclass(frozen=True)
class Line:
    """One line of the table: a piece of work, ours, the limit, our share of it and the most allowed.

    Without a target the line tells what it costs and is not judged.
    """

    what: str
    ours: str
    limit: str
    ratio: float | None = None
    target: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None when there is none."""
        return None if self.target is None or self.ratio is None else self.ratio <= self.target


@dataclass(frozen=True)
class World:
    """What is measured on: files made for this run, and how patiently."""

    folder: Path
    district: Path  # 60,000 awards
    double: Path  # 120,000 awards
    province: Path  # 1,000,000 awards; 200,000 when quick
    quick: bool

    @property
    def rounds(self) -> int:
        """Rounds of each work."""
        return 3 if self.quick else 5

    @property
    def few_rounds(self) -> int:
        """Rounds of works of several seconds."""
        return 1 if self.quick else 3

    def rows(self, number: int) -> int:
        """So many rows, a fifth of them when quick."""
        return number // 5 if self.quick else number


def seconds(work: Callable[[], object]) -> float:
    """Seconds a piece of work takes."""
    gc.collect()
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def in_turn(works: Sequence[Callable[[], float]], rounds: int, enough: float = 0.8) -> list[float]:
    """Medians of works that tell their own seconds, taken in turn: A B A B.

    Short works take more rounds, until enough seconds are spent on them.
    """
    taken: list[list[float]] = []
    ends = time.perf_counter() + enough
    while len(taken) < rounds or (time.perf_counter() < ends and len(taken) < rounds * 5):
        taken.append([work() for work in works])
    return [median(times) for times in zip(*taken, strict=True)]


def compared(
    ours: Callable[[], object], limit: Callable[[], object], rounds: int, enough: float = 0.8
) -> tuple[float, float]:
    """Median seconds of our work and of the limit, in turn."""
    one, other = in_turn([lambda: seconds(ours), lambda: seconds(limit)], rounds, enough)
    return one, other


def share(times: Sequence[float], percent: int) -> float:
    """The time so many percent of the works stay under."""
    return quantiles(times, n=100, method="inclusive")[percent - 1]


def told(time_: float) -> str:
    """Seconds or milliseconds, as many figures as mean something."""
    return f"{time_:.2f} s" if time_ >= 1 else f"{time_ * 1000:.{2 if time_ < 0.01 else 0}f} ms"


def line(what: str, ours: float, limit: float, of: str, target: float | None) -> Line:
    """Compare two times."""
    return Line(what, told(ours), f"{of}: {told(limit)}", ours / limit, target)


def alone(module: str, *arguments: object) -> Any:
    """What `main` of a module tells (as JSON) when it runs in a process of its own, without a screen."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QT_LOGGING_RULES": "*.debug=false",
        "PYTHONPYCACHEPREFIX": str(
            Path(gettempdir()) / "thidua-benchmarks"
        ),  # as where Python may keep its own
        "PYTHONDONTWRITEBYTECODE": "",
        "BEGAN": repr(time.monotonic()),  # one clock for all processes of a machine
    }
    command = [sys.executable, "-m", module, *map(str, arguments)]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, encoding="utf-8", **_QUIET)
    return json.loads(done.stdout.strip().splitlines()[-1])


def memory() -> float:
    """The most memory this process has had, MB."""
    if sys.platform == "win32":
        return 0.0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def memory_now() -> float:
    """The memory this process has now, MB."""
    status = Path("/proc/self/statm")
    return int(status.read_text().split()[1]) * 4096 / 1e6 if status.exists() else 0.0
