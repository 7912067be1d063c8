"""Qt’s own words in Vietnamese: Qt ships none, and its dialogs and menus speak English without them."""

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

_PREVIEW = {
    "Print Preview": "Xem trước khi in",
    "Next page": "Trang sau",
    "Previous page": "Trang trước",
    "First page": "Trang đầu",
    "Last page": "Trang cuối",
    "Fit width": "Vừa chiều ngang",
    "Fit page": "Vừa cả trang",
    "Zoom in": "Phóng to",
    "Zoom out": "Thu nhỏ",
    "Portrait": "Giấy dọc",
    "Landscape": "Giấy ngang",
    "Show single page": "Xem từng trang",
    "Show facing pages": "Xem hai trang cạnh nhau",
    "Show overview of all pages": "Xem tất cả các trang",
    "Print": "In",
    "Page setup": "Khổ giấy và lề",
    "Page Setup": "Khổ giấy và lề",
    "Close": "Đóng",
    "Export to PDF": "Lưu thành PDF",
}
_PAPER = {
    "Cicero (CC)": "Cicero (CC)",
    "Custom": "Tự chọn",
    "Didot (DD)": "Didot (DD)",
    "Form": "Khổ giấy",
    "Height:": "Cao:",
    "Width:": "Rộng:",
    "Inches (in)": "Inch (in)",
    "Margins": "Lề",
    "Millimeters (mm)": "Milimét (mm)",
    "Points (pt)": "Point (pt)",
    "Orientation": "Hướng giấy",
    "Page Layout": "Bố trí trang",
    "Page order:": "Thứ tự trang:",
    "Page size:": "Khổ giấy:",
    "Pages per sheet:": "Số trang trên một tờ:",
    "Paper": "Giấy",
    "Paper source:": "Khay giấy:",
    "Reverse landscape": "Giấy ngang, quay ngược",
    "Reverse portrait": "Giấy dọc, quay ngược",
    "bottom margin": "lề dưới",
    "left margin": "lề trái",
    "right margin": "lề phải",
    "top margin": "lề trên",
}
_PRINT = {
    "&Options >>": "&Tùy chọn >>",
    "&Options <<": "&Tùy chọn <<",
    "&Print": "&In",
    "&Save": "&Lưu",
    "All Pages": "Tất cả các trang",
    "Odd Pages": "Trang lẻ",
    "Even Pages": "Trang chẵn",
    "Local file": "Tệp trên máy",
    "Print to File (PDF)": "In ra tệp PDF",
    "Write PDF file": "Ghi tệp PDF",
    "Left to Right, Top to Bottom": "Trái sang phải, trên xuống dưới",
    "Left to Right, Bottom to Top": "Trái sang phải, dưới lên trên",
    "Right to Left, Top to Bottom": "Phải sang trái, trên xuống dưới",
    "Right to Left, Bottom to Top": "Phải sang trái, dưới lên trên",
    "Top to Bottom, Left to Right": "Trên xuống dưới, trái sang phải",
    "Top to Bottom, Right to Left": "Trên xuống dưới, phải sang trái",
    "Bottom to Top, Left to Right": "Dưới lên trên, trái sang phải",
    "Bottom to Top, Right to Left": "Dưới lên trên, phải sang trái",
    "Collate": "Xếp theo bộ",
    "Color": "Màu",
    "Color Mode": "Chế độ màu",
    "Grayscale": "Đen trắng",
    "Copies": "Số bản",
    "Copies:": "Số bản:",
    "Current Page": "Trang đang xem",
    "Double Sided Printing": "In hai mặt",
    "Long side binding": "Lật theo cạnh dài",
    "Short side binding": "Lật theo cạnh ngắn",
    "Off": "Không",
    "Options": "Tùy chọn",
    "Output Settings": "Thiết lập bản in",
    "Page Set:": "Chọn trang:",
    "Pages": "Các trang",
    "Pages from": "Từ trang",
    "to": "đến",
    "Print all": "In tất cả",
    "Print range": "Phạm vi in",
    "Reverse": "In từ trang cuối",
    "Selection": "Phần đã chọn",
    "&Name:": "&Tên:",
    "Location:": "Nơi đặt:",
    "Output &file:": "Ghi ra &tệp:",
    "P&roperties": "T&huộc tính",
    "Preview": "Xem trước",
    "Printer": "Máy in",
    "Type:": "Loại:",
    "Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen."
    " E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.": (
        "Ghi các trang hoặc khoảng trang, cách nhau bằng dấu phẩy. Ví dụ: 3,5-7,9 in các trang 3, 5, 6, 7, 9."
    ),
}
_BUTTONS = {
    "OK": "Đồng ý",
    "Save": "Lưu",
    "Save All": "Lưu tất cả",
    "Open": "Mở",
    "&Yes": "&Có",
    "Yes to &All": "Có &tất cả",
    "&No": "&Không",
    "N&o to All": "Khôn&g tất cả",
    "Abort": "Dừng hẳn",
    "Retry": "Thử lại",
    "Ignore": "Bỏ qua",
    "Close": "Đóng",
    "Cancel": "Thôi",
    "Discard": "Không lưu",
    "Help": "Trợ giúp",
    "Apply": "Áp dụng",
    "Reset": "Đặt lại",
    "Restore Defaults": "Về mặc định",
}
_EDITING = {
    "&Undo": "&Hoàn tác",
    "&Redo": "&Làm lại",
    "Cu&t": "Cắ&t",
    "&Copy": "&Sao chép",
    "&Paste": "&Dán",
    "Delete": "Xóa",
    "Select All": "Chọn tất cả",
    "&Select All": "Chọn &tất cả",
    "&Step up": "&Tăng",
    "Step &down": "&Giảm",
    "Copy &Link Location": "Sao chép đường &dẫn",
}
_WORDS = {
    "QLineEdit": _EDITING,
    "QWidgetTextControl": _EDITING,
    "QAbstractSpinBox": _EDITING,
    "QMessageBox": _BUTTONS | {"Show Details...": "Xem chi tiết…", "Hide Details...": "Ẩn chi tiết"},
    "QPrintPreviewDialog": _PREVIEW,
    "QPageSetupWidget": _PREVIEW | _PAPER,
    "QPrintDialog": _PREVIEW | _PRINT,
    "QPrintSettingsOutput": _PREVIEW | _PAPER | _PRINT,
    "QPrintPropertiesWidget": _PREVIEW | _PAPER | _PRINT,
    "QPrintWidget": _PREVIEW | _PAPER | _PRINT,
    "QPlatformTheme": _BUTTONS,
    "QDialogButtonBox": _BUTTONS,
}


class VietnameseQt(QTranslator):
    """Says in Vietnamese what Qt's own dialogs would say in English."""

    def isEmpty(self) -> bool:
        return False

    def translate(  # type: ignore[override]  # None is what tells Qt to ask the next translator
        self, context: str, source_text: str, disambiguation: str | None = None, n: int = -1
    ) -> str | None:
        del disambiguation, n
        return _WORDS.get(context, {}).get(source_text)


def speak_vietnamese() -> None:
    """Install the words once for the running application."""
    app = QCoreApplication.instance()
    if app is not None and app.findChild(QObject, VietnameseQt.__name__) is None:
        translator = VietnameseQt(app)
        translator.setObjectName(VietnameseQt.__name__)
        app.installTranslator(translator)
