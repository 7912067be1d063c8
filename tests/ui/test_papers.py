"""Documents written for a stick: made in a passing folder, which Windows may not give back at once."""

import errno
import os

import pytest

from thidua_desktop.documents.document import Document, Paragraph
from ui.papers import in_formats

pytestmark = pytest.mark.usefixtures("qapp")


def test_a_passing_file_somebody_holds_does_not_spoil_what_was_made(monkeypatch, tmp_path):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def held(*_path, **_where):
        raise PermissionError(errno.EACCES, "The process cannot access the file")

    with monkeypatch.context() as there:
        there.setattr(os, "unlink", held)
        made = in_formats(Document("Báo cáo", (Paragraph("Một dòng"),)), ("docx", "html"))
    assert [content[:2] for content in made.values()] == [b"PK", b"<!"]
