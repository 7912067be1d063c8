"""A name in a folder that nothing bears yet, so that a file filled in by somebody is never written over."""

from pathlib import Path, PurePosixPath

from ui.exporting.names import numbered, safe_name


def free_path(folder: Path, name: str) -> Path:
    """Return the path of a new file: the name as Windows can keep it, with (2), (3) … where it is taken."""
    wanted = PurePosixPath(safe_name(name))
    path, number = folder / wanted, 2
    while path.exists():
        path = folder / numbered(wanted, f"({number})")
        number += 1
    return path
