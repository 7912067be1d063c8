"""A document as a PDF file, whole or not at all."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize

from thidua_desktop.documents.document import Column, Document, Paragraph, Table
from thidua_desktop.domain.errors import Unavailable
from ui.printing import lay_out, pdf_bytes, write_pdf

ROOT = Path(__file__).parents[2]
PAGE = re.compile(rb"/Type\s*/Page\b")
BOX = re.compile(rb"/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]")


@pytest.fixture
def document(qapp):
    table = Table((Column("STT"), Column("Họ và tên")), [(i, f"Bàn Thị Mẫu {i}") for i in range(120)])
    return Document("DANH SÁCH", (table,), slug="danh-sach")


def test_the_file_is_a_pdf_with_as_many_pages_as_the_layout(document, tmp_path):
    target = tmp_path / "danh-sach.pdf"
    write_pdf(document, target)
    content = target.read_bytes()
    assert content.startswith(b"%PDF")
    assert len(PAGE.findall(content)) == lay_out(document).page_count > 2
    assert [file.name for file in tmp_path.iterdir()] == ["danh-sach.pdf"]


def test_the_pages_are_a4_and_lie_when_the_document_does(qapp):
    upright = pdf_bytes(Document("A", (Paragraph("b"),)))
    lying = pdf_bytes(Document("A", (Paragraph("b"),), landscape=True))
    assert [float(n) for n in BOX.search(upright).groups()] == pytest.approx([595, 842], abs=1)
    assert [float(n) for n in BOX.search(lying).groups()] == pytest.approx([842, 595], abs=1)


def test_a_given_paper_is_obeyed(document, tmp_path):
    a5 = QPageLayout(QPageSize(QPageSize.PageSizeId.A5), QPageLayout.Orientation.Portrait, QMarginsF())
    write_pdf(document, tmp_path / "a5.pdf", a5)
    assert float(BOX.search((tmp_path / "a5.pdf").read_bytes())[1]) == pytest.approx(420, abs=1)


def test_an_earlier_file_is_replaced(document, tmp_path):
    target = tmp_path / "danh-sach.pdf"
    target.write_bytes(b"old")
    write_pdf(document, target)
    assert target.read_bytes().startswith(b"%PDF")


def test_a_missing_folder_is_told_in_a_sentence(document, tmp_path):
    with pytest.raises(Unavailable, match="Không tìm thấy thư mục"):
        write_pdf(document, tmp_path / "khong-co" / "danh-sach.pdf")


def test_a_file_open_elsewhere_is_told_in_a_sentence_and_stays(document, tmp_path, monkeypatch):
    target = tmp_path / "danh-sach.pdf"
    target.write_bytes(b"old")

    def locked(self, other):
        raise PermissionError(13, "Access is denied")

    monkeypatch.setattr(Path, "replace", locked)
    with pytest.raises(Unavailable, match="đang mở"):
        write_pdf(document, target)
    assert target.read_bytes() == b"old"
    assert [file.name for file in tmp_path.iterdir()] == ["danh-sach.pdf"]


def test_the_terminal_makes_a_pdf_without_any_window(tmp_path):
    """A fresh interpreter, no QApplication, no platform named by the caller."""
    code = (
        "import sys; from pathlib import Path\n"
        "from thidua_desktop.documents.document import Document, Paragraph\n"
        "from ui.printing import write_pdf\n"
        "write_pdf(Document('BÁO CÁO', (Paragraph('Nội dung'),)), Path(sys.argv[1]))\n"
        "assert 'PySide6.QtWidgets' not in sys.modules\n"
        "assert 'matplotlib' not in sys.modules\n"
    )
    env = {k: v for k, v in os.environ.items() if k not in {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}}
    target = tmp_path / "bao-cao.pdf"
    subprocess.run([sys.executable, "-c", code, str(target)], cwd=ROOT, env=env, check=True)
    assert target.read_bytes().startswith(b"%PDF")
