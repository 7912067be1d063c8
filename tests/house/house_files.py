"""The files of this repository, as the house checks read them."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PRODUCT = ("main.py", "thidua_desktop", "ui")
BINARY = {
    *(".png", ".ttf", ".pdf", ".zip", ".thidua"),
    *(".xlsx", ".xlsm", ".xls", ".ods", ".docx", ".doc", ".pptx"),
}
LEFT_OUT = {".git", ".venv", "out", "build", "dist", "htmlcov", ".coverage"}


@cache
def repository_files() -> tuple[Path, ...]:
    """Give every file the repository keeps or would keep, also in a copy that came without git."""
    listing = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if listing.returncode == 0:
        found = [ROOT / line for line in listing.stdout.splitlines()]
    else:
        found = [path for path in ROOT.rglob("*") if not unkept(path.relative_to(ROOT))]
    return tuple(sorted(path for path in found if path.is_file()))


def unkept(path: Path) -> bool:
    """Say whether a path is made by tools: an environment, a cache, an output folder."""
    return any(
        part in LEFT_OUT or part.endswith(("cache", "cache__", ".egg-info")) or part == ".hypothesis"
        for part in path.parts
    )


def name(path: Path) -> str:
    """Give the path as it is written in messages: from the top of the repository, with slashes."""
    return path.relative_to(ROOT).as_posix()


def text_files() -> list[Path]:
    """Give every file of ours that is text."""
    return [path for path in repository_files() if path.suffix.lower() not in BINARY]


def python_files(*tops: str) -> list[Path]:
    """Give the Python files under the named top-level entries."""
    return [p for p in repository_files() if p.suffix == ".py" and p.relative_to(ROOT).parts[0] in tops]


@cache
def tree(path: Path) -> ast.Module:
    """Parse a Python file once for all checks."""
    return ast.parse(path.read_text(encoding="utf-8"))


@cache
def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Give every function and method of a file, also nested ones."""
    return [n for n in statements(tree(path)) if isinstance(n, ast.FunctionDef | ast.AsyncFunctionDef)]


def statements(node: ast.AST) -> Iterator[ast.AST]:
    """Give every statement below a node; what is written inside of one holds none but lambdas."""
    for held in ("body", "orelse", "handlers", "finalbody", "cases"):
        for child in getattr(node, held, ()):
            yield child
            yield from statements(child)
