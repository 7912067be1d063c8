"""What an office without records does next, in three steps."""

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QPushButton

from ui.pages.overview.panel import Panel, words

_PLACE_WIDTH = 28
_BUTTON_WIDTH = 200
STEPS = (
    (
        "Ghi tên cơ quan, cơ quan cấp trên và địa danh: phần đầu các báo cáo lấy từ đây.",
        "Thông tin cơ quan…",
        "settings",
    ),
    (
        "Đưa vào các danh sách Excel, Word đã có; đơn vị và người trong danh sách được tạo theo.",
        "Nhập từ Excel, Word…",
        "import",
    ),
    (
        "Nhập một quyết định mới: gõ, hoặc dán cả danh sách từ Excel.",
        "+ Quyết định mới",
        "decision",
    ),
)


class Steps(Panel):
    """Three steps, each with its button."""

    def __init__(self, ask: Callable[[str], object]) -> None:
        super().__init__("Bắt đầu từ đâu?")
        self.buttons: dict[str, QPushButton] = {}
        for place, (told, text, code) in enumerate(STEPS, start=1):
            number = QLabel(str(place))
            number.setProperty("role", "number")
            number.setFixedWidth(_PLACE_WIDTH)
            button = QPushButton(text)
            button.setMinimumWidth(_BUTTON_WIDTH)
            button.setProperty("role", "primary" if code == "import" else "")
            button.clicked.connect(lambda _checked=False, code=code: ask(code))
            self.buttons[code] = button
            self.add_line(number, words(told), button)
        self.add_line(
            words(
                "Muốn xem thử trước: bấm ☰ Công việc, chọn Mở tệp khác…, rồi Mở huyện thực hành.",
                role="soft",
            )
        )
