"""The preview: at once, in Vietnamese, the same drawing as the PDF."""

import re

import pytest
from PySide6.QtGui import QAction, QPageLayout
from PySide6.QtPrintSupport import QPageSetupDialog, QPrintDialog, QPrinter, QPrintPreviewWidget
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QMessageBox,
    QTabWidget,
    QWidget,
)

from thidua_desktop.documents.document import Column, Document, Table
from ui.printing import lay_out
from ui.printing.preview import PreviewDialog, preview, print_document
from ui.printing.translation import speak_vietnamese

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "non-native printers", extend=True)

ENGLISH = re.compile(
    r"\b(page|print|zoom|fit|view|show|first|last|next|previous|landscape|portrait|setup|of|close|ok|"
    r"cancel|help|option|paper|margin|copies|preview|save|width|height|color|all|from|off)\w*\b",
    re.IGNORECASE,
)


@pytest.fixture
def document():
    table = Table((Column("STT"), Column("Họ và tên")), [(i, f"Bàn Thị Mẫu {i}") for i in range(400)])
    return Document("DANH SÁCH KHEN THƯỞNG", (table,), slug="danh-sach")


def said_by(widget):
    """Every word a person can see or hear on a dialog and all below it."""
    for child in [widget, *widget.findChildren(QWidget)]:
        yield from (child.windowTitle(), child.toolTip(), child.accessibleName())
        if isinstance(child, QLabel | QAbstractButton):
            yield child.text()
        if isinstance(child, QGroupBox):
            yield child.title()
        if isinstance(child, QTabWidget):
            yield from (child.tabText(i) for i in range(child.count()))
        if isinstance(child, QComboBox) and child.objectName() != "pageSizeCombo":
            yield from (child.itemText(i) for i in range(child.count()))
    for action in widget.findChildren(QAction):
        yield from (action.text(), action.toolTip())


def english(widget):
    return sorted({text for text in said_by(widget) if ENGLISH.search(text.replace("&", ""))})


def test_the_preview_opens_at_once_and_then_holds_every_page(document, qtbot):
    dialog = preview(document)
    qtbot.addWidget(dialog)
    assert dialog.isVisible()
    view = dialog.findChildren(QPrintPreviewWidget)[0]
    pages = lay_out(document).page_count
    assert 0 < view.pageCount() < pages
    qtbot.waitUntil(lambda: view.pageCount() == pages, timeout=2000)


def test_the_preview_fits_a_small_screen_and_names_the_document(document, qtbot):
    dialog = PreviewDialog(document)
    qtbot.addWidget(dialog)
    assert dialog.windowTitle() == "Xem trước khi in – DANH SÁCH KHEN THƯỞNG"
    assert dialog.width() <= 1366
    assert dialog.height() <= 700


def test_no_english_word_is_left_in_the_preview(document, qtbot):
    dialog = preview(document)
    qtbot.addWidget(dialog)
    assert "Trang sau" in set(said_by(dialog))
    assert english(dialog) == []


def test_no_english_word_is_left_in_qts_print_and_paper_dialogs(document, qtbot):
    dialog = PreviewDialog(document)
    qtbot.addWidget(dialog)
    printer = QPrinter()
    for asked in (QPrintDialog(printer), QPageSetupDialog(printer)):
        qtbot.addWidget(asked)
        assert english(asked) == []


def test_the_menus_of_fields_and_the_buttons_of_boxes_speak_vietnamese_too(qtbot):
    speak_vietnamese()
    field = QLineEdit()
    qtbot.addWidget(field)
    menu = field.createStandardContextMenu()
    said = {action.text().split("\t")[0] for action in menu.actions() if action.text()}
    assert said == {"&Hoàn tác", "&Làm lại", "&Cắt", "Ché&p", "&Dán", "Xóa", "Chọn tất cả"}
    box = QMessageBox()
    qtbot.addWidget(box)
    box.setStandardButtons(QMessageBox.StandardButton.Save | QMessageBox.StandardButton.Cancel)
    assert {button.text() for button in box.buttons()} == {"Lưu", "Thôi"}


def test_what_is_seen_is_saved_as_pdf_with_the_paper_chosen(document, qtbot, tmp_path):
    proposed = []

    def choose(parent, name):
        proposed.append(name)
        return str(tmp_path / name)

    dialog = preview(document, choose_file=choose)
    qtbot.addWidget(dialog)
    view = dialog.findChildren(QPrintPreviewWidget)[0]
    view.setOrientation(QPageLayout.Orientation.Landscape)
    dialog.save_pdf()
    assert proposed == ["danh-sach.pdf"]
    content = (tmp_path / "danh-sach.pdf").read_bytes()
    width, height = re.search(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]", content).groups()
    assert float(width) > float(height)


def test_no_name_chosen_saves_nothing(document, qtbot, tmp_path):
    dialog = preview(document, choose_file=lambda _parent, _name: "")
    qtbot.addWidget(dialog)
    dialog.save_pdf()
    assert list(tmp_path.iterdir()) == []


def test_a_pdf_that_cannot_be_written_is_told_in_a_sentence(document, qtbot, tmp_path):
    dialog = preview(document, choose_file=lambda _parent, name: str(tmp_path / "khong-co" / name))
    qtbot.addWidget(dialog)
    dialog.save_pdf()
    box = dialog.findChild(QMessageBox)
    assert "Không tìm thấy thư mục" in box.text()
    assert [button.text() for button in box.buttons()] == ["Đóng"]


def test_printing_without_a_printer_is_told_in_a_sentence(document, qtbot, monkeypatch):
    monkeypatch.setattr("ui.printing.preview._is_ready", lambda _printer: False)
    window = QWidget()
    qtbot.addWidget(window)
    assert print_document(document, window) is None
    assert "chưa cài máy in" in window.findChild(QMessageBox).text()


def test_the_preview_prints_every_page_on_a_printer(document, qtbot, tmp_path):
    dialog = preview(document)
    qtbot.addWidget(dialog)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    dialog.paintRequested.emit(printer)
    assert (
        len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "in.pdf").read_bytes()))
        == dialog.layout_for(printer.pageLayout()).page_count
    )


def test_only_the_pages_asked_for_are_printed(document, qtbot, tmp_path):
    dialog = preview(document)
    qtbot.addWidget(dialog)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "in.pdf"))
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setFromTo(2, 4)
    dialog.paintRequested.emit(printer)
    assert len(re.findall(rb"/Type\s*/Page\b", (tmp_path / "in.pdf").read_bytes())) == 3


def test_the_scale_is_told_in_whole_percent_and_can_be_typed(document, qtbot):
    dialog = preview(document)
    qtbot.addWidget(dialog)
    view = dialog.findChildren(QPrintPreviewWidget)[0]
    (zoom,) = [box for box in dialog.findChildren(QComboBox) if box.isEditable() and box.isVisible()]

    next(action for action in dialog.findChildren(QAction) if action.text() == "Phóng to").trigger()

    assert re.fullmatch(r"\d+%", zoom.currentText())
    assert int(zoom.currentText().rstrip("%")) == round(view.zoomFactor() * 100)

    zoom.setEditText("80%")
    zoom.lineEdit().editingFinished.emit()

    assert view.zoomFactor() == pytest.approx(0.8)
