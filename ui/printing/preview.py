"""Qt's preview and print dialogs around our layout, in Vietnamese and without blocking the window."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QAction, QPageLayout, QPaintEngine
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QComboBox, QFileDialog, QMessageBox, QToolBar, QWidget

from thidua_desktop.documents.document import Document
from thidua_desktop.domain.errors import Unavailable
from ui.printing.layout import Layout, Prepared, lay_out, prepare
from ui.printing.pdf import paint, write_pdf
from ui.printing.translation import speak_vietnamese

ChooseFile = Callable[[QWidget, str], str]
_SIZE = QSize(1240, 680)  # inside 1366×768 with a title bar and a task bar
_FIRST_PAGES = 4
_FIT_WIDTH = "Vừa chiều ngang"
_NEEDS_PRINTER = {"In", "Khổ giấy và lề"}
_NO_PRINTER = "Máy tính này chưa cài máy in nào. Hãy lưu thành tệp PDF rồi in ở máy khác."


class PreviewDialog(QPrintPreviewDialog):
    """The preview of one document; laid out again only when the officer changes the paper."""

    def __init__(
        self,
        document: Document | Prepared,
        parent: QWidget | None = None,
        choose_file: ChooseFile | None = None,
    ) -> None:
        speak_vietnamese()
        self._prepared = prepare(document)
        self._value = self._prepared.document
        self._printer = printer_for(self._prepared)
        super().__init__(self._printer, parent)
        self._layout = self._prepared.layout
        self._shown_pages: int | None = _FIRST_PAGES
        self._rest = QTimer(self)  # a child: it ends with the dialog
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._show_all)
        self._choose_file = choose_file or _ask_for_file
        self.setWindowTitle(f"Xem trước khi in – {self._value.title}".removesuffix(" – "))
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_SIZE.boundedTo(self.screen().availableSize()))
        self.paintRequested.connect(self._paint)
        self._arrange_toolbar()

    def layout_for(self, page: QPageLayout) -> Layout:
        """Return the layout for a paper, kept until another paper is asked for."""
        if not self._layout.page.isEquivalentTo(page):
            self._layout = lay_out(self._prepared, page)
        return self._layout

    def save_pdf(self) -> None:
        """Ask for a file name and write what is seen there as PDF."""
        chosen = self._choose_file(self, f"{self._value.slug}.pdf")
        if not chosen:
            return
        try:
            write_pdf(self._prepared, Path(chosen), self._printer.pageLayout())
        except Unavailable as error:
            say(self, str(error))

    def _paint(self, printer: QPrinter) -> None:
        layout = self.layout_for(printer.pageLayout())
        try:
            if printer.paintEngine().type() == QPaintEngine.Type.Picture:
                self._paint_preview(layout, printer)
            else:
                _print(layout, printer)
        except Unavailable as error:
            say(self, str(error))

    def _paint_preview(self, layout: Layout, printer: QPrinter) -> None:
        """Show the first pages at once and all of them as soon as the window stands."""
        shown = self._shown_pages
        paint(layout, printer, lambda page: shown is None or page < shown)
        if shown is not None:
            self._shown_pages = None
            if layout.page_count > shown:
                self._rest.start()

    def _show_all(self) -> None:
        for view in self.findChildren(QPrintPreviewWidget):
            view.updatePreview()

    def _arrange_toolbar(self) -> None:
        save = QAction("Lưu PDF…", self)
        save.setShortcut("Ctrl+S")
        save.setToolTip("Lưu thành tệp PDF (Ctrl+S)")
        save.triggered.connect(self.save_pdf)
        for toolbar in self.findChildren(QToolBar):
            toolbar.addAction(save)
            for zoom in toolbar.findChildren(QComboBox):
                zoom.editTextChanged.connect(partial(_show_whole, zoom))
            for action in toolbar.actions():
                if action.text() == _FIT_WIDTH:
                    action.trigger()
                if action.text() in _NEEDS_PRINTER and not _is_ready(self._printer):
                    action.setEnabled(False)
                    action.setToolTip(_NO_PRINTER)


def preview(
    document: Document | Prepared, parent: QWidget | None = None, choose_file: ChooseFile | None = None
) -> PreviewDialog:
    """Show the preview and return at once; without a parent the caller keeps the dialog."""
    dialog = PreviewDialog(document, parent, choose_file)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    return dialog


def print_document(document: Document | Prepared, parent: QWidget) -> QPrintDialog | None:
    """Ask for a printer and print, without a preview; say so where there is none."""
    speak_vietnamese()
    prepared = prepare(document)
    printer = printer_for(prepared)
    if not _is_ready(printer):
        say(parent, _NO_PRINTER)
        return None
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle("In")
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def send() -> None:
        try:
            _print(lay_out(prepared, printer), printer)
        except Unavailable as error:
            say(parent, str(error))

    dialog.accepted.connect(send)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    return dialog


def printer_for(prepared: Prepared) -> QPrinter:
    """Return the default printer, or a PDF one where none is installed, set to the document's paper."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(prepared.layout.page)
    printer.setDocName(prepared.document.title)
    return printer


def say(parent: QWidget, sentence: str) -> QMessageBox:
    """Show a sentence without blocking."""
    box = QMessageBox(QMessageBox.Icon.Warning, "Thi đua Desktop", sentence, parent=parent)
    box.addButton("Đóng", QMessageBox.ButtonRole.AcceptRole)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def _print(layout: Layout, printer: QPrinter) -> None:
    ranges = printer.pageRanges()
    chosen = printer.printRange() == QPrinter.PrintRange.PageRange and not ranges.isEmpty()
    paint(layout, printer, lambda page: not chosen or ranges.contains(page + 1))


def _show_whole(zoom: QComboBox, shown: str) -> None:
    """Qt writes the scale with the English point, whatever the language, and reads no comma."""
    if "." in shown:
        zoom.setEditText(f"{float(shown.rstrip('%')):.0f}%")


def _is_ready(printer: QPrinter) -> bool:
    """Tell whether a real printer stands behind it."""
    return printer.outputFormat() == QPrinter.OutputFormat.NativeFormat and printer.isValid()


def _ask_for_file(parent: QWidget, name: str) -> str:
    chosen, _kind = QFileDialog.getSaveFileName(parent, "Lưu thành PDF", name, "Tệp PDF (*.pdf)")
    return chosen
