"""What the page of units offers around units' own lists: giving them out, taking them back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.widgets.page import Context
from ui.widgets.record_page import RecordPage

_OUT = "Tệp Excel có sẵn người của đơn vị, danh sách chọn danh hiệu, để đơn vị điền rồi gửi lại"
_BACK = "Đọc mẫu đơn vị gửi lại, so với sổ và với lúc xuất, chỉ hỏi chỗ hai bên cùng sửa"


def add_template_buttons(page: RecordPage[Any], chosen: Callable[[], list[int]]) -> None:
    """Put both on the page's bar and in its menu; `chosen` tells the units selected."""
    page.add_button("Xuất mẫu…", lambda: _give_out(page, chosen()), tip=_OUT)
    page.add_button("Nhận mẫu…", lambda: take_back(page.context, (), page), tip=_BACK)
    page.add_menu_action("Xuất mẫu cho đơn vị…", lambda ids: _give_out(page, ids))


def _give_out(page: RecordPage[Any], chosen: list[int]) -> None:
    from ui.forms.template_dialog import TemplateDialog

    TemplateDialog(page.context, chosen, page).open()


def take_back(context: Context, paths: Sequence[Path], parent: QWidget) -> None:
    """Compare lists that came back with the book; without any, ask which."""
    from ui.forms.template_merge import TemplateMergeDialog

    dialog = TemplateMergeDialog(context, parent)
    dialog.open()
    if paths:
        dialog.take(paths)
