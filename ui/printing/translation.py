"""Words of Qt’s dialogs of printing in Vietnamese; loaded only when something is printed."""

from PySide6.QtCore import QCoreApplication

from ui.theme.words import VietnameseWords, speak

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
_WORDS = {
    "QPrintPreviewDialog": _PREVIEW,
    "QPageSetupWidget": _PREVIEW | _PAPER,
    "QPrintDialog": _PREVIEW | _PRINT,
    "QPrintSettingsOutput": _PREVIEW | _PAPER | _PRINT,
    "QPrintPropertiesWidget": _PREVIEW | _PAPER | _PRINT,
    "QPrintWidget": _PREVIEW | _PAPER | _PRINT,
}


class PrintingWords(VietnameseWords):
    """Says in Vietnamese what Qt's dialogs of printing would say in English."""

    words = _WORDS


def speak_vietnamese() -> None:
    """Install the words once for the running application."""
    app = QCoreApplication.instance()
    if app is not None:
        speak(app, VietnameseWords)
        speak(app, PrintingWords)
