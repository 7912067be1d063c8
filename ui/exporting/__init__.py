"""Files taken out of the program onto a stick: written, read back, and only then said to be safe."""

from ui.exporting.drives import Drive, drives
from ui.exporting.safe_copy import Exported, copy_out

__all__ = ["Drive", "Exported", "copy_out", "drives"]
