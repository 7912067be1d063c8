"""What units propose, in the preview of an import: number and day of the decision are still to be typed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ui.forms.import_dialog import ImportDialog
from ui.forms.import_files import FilesRead

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from thidua_desktop.intake.reading import FileReading
    from ui.forms.import_files import Found
    from ui.widgets.page import Context


class ProposalsDialog(ImportDialog):
    """An import that begins with readings at hand instead of files to be chosen."""

    def __init__(
        self, context: Context, readings: Sequence[FileReading], parent: QWidget | None = None
    ) -> None:
        self._given = tuple(readings)
        super().__init__(context, parent)
        self.setWindowTitle("Đề nghị của đơn vị: ghi số, ngày quyết định rồi ghi vào sổ")

    def _ready(self, found: Found) -> None:
        super()._ready(found)
        self._read(FilesRead(self._given, 0, len(self._given)))
