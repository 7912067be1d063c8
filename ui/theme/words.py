"""Qt's own words in Vietnamese: standard buttons, menus of text fields, the file dialog."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QTranslator

_EDIT = {
    "&Undo": "&Hoàn tác",
    "&Redo": "&Làm lại",
    "Cu&t": "&Cắt",
    "&Copy": "Ché&p",
    "&Paste": "&Dán",
    "Delete": "Xóa",
    "Select All": "Chọn tất cả",
    "Copy &Link Location": "Chép địa chỉ liên kết",
    "&Select All": "Chọn &tất cả",
    "&Step up": "&Tăng",
    "Step &down": "&Giảm",
}
_BUTTONS = {
    "OK": "Đồng ý",
    "&OK": "Đồ&ng ý",
    "Save": "Lưu",
    "&Save": "&Lưu",
    "Save All": "Lưu tất cả",
    "Open": "Mở",
    "&Open": "&Mở",
    "&Yes": "&Có",
    "Yes to &All": "Có &tất cả",
    "&No": "&Không",
    "N&o to All": "Khôn&g tất cả",
    "Abort": "Dừng hẳn",
    "Retry": "Thử lại",
    "Ignore": "Bỏ qua",
    "Close": "Đóng",
    "&Close": "Đó&ng",
    "Cancel": "Thôi",
    "&Cancel": "&Thôi",
    "Discard": "Không lưu",
    "Don't Save": "Không lưu",
    "Close without Saving": "Đóng, không lưu",
    "Help": "Trợ giúp",
    "Apply": "Áp dụng",
    "Reset": "Đặt lại",
    "Restore Defaults": "Về mặc định",
    "Show Details...": "Xem chi tiết…",
    "Hide Details...": "Ẩn chi tiết",
}
_FILES = {
    "Look in:": "Trong thư mục:",
    "File &name:": "&Tên tệp:",
    "Files of type:": "Loại tệp:",
    "Directory:": "Thư mục:",
    "&Open": "&Mở",
    "&Save": "&Lưu",
    "&Choose": "&Chọn",
    "Open": "Mở",
    "Save As": "Lưu thành",
    "Find Directory": "Chọn thư mục",
    "Back": "Quay lại",
    "Go back": "Quay lại",
    "Forward": "Đi tới",
    "Go forward": "Đi tới",
    "Parent Directory": "Thư mục trên",
    "Go to the parent directory": "Lên thư mục trên",
    "Create New Folder": "Tạo thư mục mới",
    "Create a New Folder": "Tạo thư mục mới",
    "&New Folder": "&Thư mục mới",
    "New Folder": "Thư mục mới",
    "List View": "Danh sách",
    "Detail View": "Chi tiết",
    "Change to list view mode": "Xem theo danh sách",
    "Change to detail view mode": "Xem chi tiết",
    "&Rename": "Đổ&i tên",
    "&Delete": "&Xóa",
    "Show &hidden files": "Hiện tệp ẩ&n",
    "Sidebar": "Nơi hay dùng",
    "Files": "Các tệp",
    "All Files (*)": "Mọi tệp (*)",
    "Recent Places": "Nơi mới mở",
    "Computer": "Máy này",
    "My Computer": "Máy này",
    "Name": "Tên",
    "Size": "Cỡ",
    "Kind": "Loại",
    "Type": "Loại",
    "Date Modified": "Ngày sửa",
    "Drive": "Ổ đĩa",
    "File": "Tệp",
    "Folder": "Thư mục",
    "%1 bytes": "%1 byte",
    "%1 byte(s)": "%1 byte",
    "Directory": "Thư mục",
    "%1 already exists.\nDo you want to replace it?": "Đã có tệp %1.\nGhi đè lên tệp đó?",
    "%1\nFile not found.\nPlease verify the correct file name was given.": (
        "%1\nKhông thấy tệp. Xem lại tên tệp."
    ),
    "%1\nDirectory not found.\nPlease verify the correct directory name was given.": (
        "%1\nKhông thấy thư mục. Xem lại tên thư mục."
    ),
}
_WORDS = {
    "QLineEdit": _EDIT,
    "QWidgetTextControl": _EDIT,
    "QAbstractSpinBox": _EDIT,
    "QPlatformTheme": _BUTTONS,
    "QDialogButtonBox": _BUTTONS,
    "QMessageBox": _BUTTONS,
    "QErrorMessage": _BUTTONS,
    "QFileDialog": _FILES | _BUTTONS,
    "QFileSystemModel": _FILES,
    "QDialog": {"What's This?": "Giải thích"},
    "QTabBar": {"Scroll Left": "Sang trái", "Scroll Right": "Sang phải"},
}


class VietnameseWords(QTranslator):
    """Says in Vietnamese what Qt itself would say in English; what it does not know it leaves.

    Attributes:
        words: by the context Qt asks in and its English words.

    """

    words: Mapping[str, Mapping[str, str]] = _WORDS

    def isEmpty(self) -> bool:
        return False

    def translate(  # type: ignore[override]  # None is what tells Qt to ask the next translator
        self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        del disambiguation, n
        return self.words.get(context, {}).get(source_text)


def speak(app: QCoreApplication, kind: type[VietnameseWords]) -> None:
    """Install words of a kind once."""
    if app.findChild(kind) is None:
        app.installTranslator(kind(app))
