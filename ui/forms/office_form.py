"""The office's own words: its name, its superior, its place, and which sensitive fields are kept."""

from typing import Any

from PySide6.QtWidgets import QWidget

from thidua_desktop.records import settings
from ui.state import State
from ui.tasks import Tasks
from ui.widgets.fields import CheckField, Heading, TextField
from ui.widgets.form_dialog import FormDialog

_FIELDS = (
    TextField("office", "Cơ quan", required=True, placeholder="UBND huyện …"),
    TextField("office_parent", "Cơ quan cấp trên", placeholder="UBND tỉnh …"),
    TextField("desk", "Bộ phận lập báo cáo", placeholder="Phòng Nội vụ"),
    TextField("place", "Địa danh", tip="Đứng trước ngày tháng trên văn bản"),
    Heading("Dữ liệu cá nhân"),
    CheckField(
        "sensitive",
        "Lưu số CCCD, dân tộc, đảng viên",
        tip="Chỉ bật khi công việc cần; các mục này không hiện trong danh sách.",
    ),
)


class OfficeDialog(FormDialog):
    """Edits the settings of the open file; one save, one undo."""

    def __init__(self, tasks: Tasks, state: State, parent: QWidget | None = None) -> None:
        super().__init__("Thông tin cơ quan", _FIELDS, state, "office", parent)
        self._tasks = tasks
        self.saved.connect(self._keep)
        tasks.read(settings.all_, self._show, owner=self)

    def _show(self, values: dict[str, str]) -> None:
        self.load({**values, "sensitive": values["sensitive"] == "1"})

    def _keep(self, values: dict[str, Any]) -> None:
        kept = {**values, "sensitive": "1" if values["sensitive"] else ""}
        self._tasks.write(
            "Sửa thông tin cơ quan", lambda session: settings.change(session, kept), self._kept, owner=self
        )

    def _kept(self, _none: None) -> None:
        self.accept()
