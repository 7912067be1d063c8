"""Documents on paper: one layout and one drawing for the preview, the printer and the PDF.

The dialogs are in ui.printing.preview (preview, print_document), away from the terminal's way to a PDF.
"""

from ui.printing.layout import Layout, Prepared, lay_out, prepare
from ui.printing.pdf import ensure_gui_app, pdf_bytes, write_pdf

__all__ = ["Layout", "Prepared", "ensure_gui_app", "lay_out", "pdf_bytes", "prepare", "write_pdf"]
