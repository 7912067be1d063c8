"""Scans and photographs taken into the office's folder, hashed, never changed."""

import hashlib
import os
import shutil
import tempfile
from pathlib import Path

from thidua_desktop.db import Session
from thidua_desktop.db.trouble import told
from thidua_desktop.disk import patiently
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.vietnamese import clean
from thidua_desktop.records import papers
from thidua_desktop.records.papers import Paper

_SUFFIXES = {".pdf", ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".docx", ".doc", ".xlsx", ".xls"}
_LARGEST = 200 * 1024 * 1024


def take_in(source: Path, folder: Path, kind: str = "scan") -> Paper:
    """Copy a file into the folder of papers under its hash.

    Raises Refused for what is no paper, Unavailable when the disk or the source does not let us.
    """
    if source.suffix.lower() not in _SUFFIXES:
        raise Refused(
            f"“{source.name}” không phải bản quét, ảnh hay văn bản. Chọn tệp PDF, JPG, PNG, Word, Excel."
        )
    if not source.is_file():
        raise Refused(f"Không thấy tệp “{source.name}”. Kiểm tra lại thư mục hoặc cắm lại USB.")
    with told(f"Không chép được “{source.name}” vào thư mục giấy tờ"):
        size = source.stat().st_size
        if size == 0:
            raise Refused(f"“{source.name}” rỗng: quét hoặc chép lại tệp này.")
        if size > _LARGEST:
            raise Refused(f"“{source.name}” lớn hơn 200 MB: quét lại với độ phân giải thấp hơn.")
        digest, stored = _copy(source, folder)
    return Paper(0, kind, clean(source.name), stored, digest, size)


def attach(
    session: Session, paper: Paper, *, decision_id: int | None = None, event_id: int | None = None
) -> int:
    """Note a paper taken in beside its decision or event."""
    return papers.add(session, paper, decision_id=decision_id, event_id=event_id)


def detach(session: Session, paper_id: int) -> None:
    """Take a paper off its decision or event; its copy stays in the folder, for undo."""
    papers.remove(session, paper_id)


def missing(session: Session, folder: Path) -> list[Paper]:
    """Papers whose copy is gone or no longer has its hash."""
    return [paper for paper in papers.all_(session) if not _intact(folder / paper.stored, paper.sha256)]


def _copy(source: Path, folder: Path) -> tuple[str, str]:
    """Copy first and hash the copy, so that the hash is of what is kept; whole or not at all."""
    folder.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=folder)
    half = Path(name)
    try:
        with os.fdopen(handle, "wb") as file, source.open("rb") as original:
            shutil.copyfileobj(original, file)
            file.flush()
            os.fsync(file.fileno())
        digest = _sha256(half)
        stored = f"{digest[:2]}/{digest[:16]}{source.suffix.lower()}"
        target = folder / stored
        if not _intact(target, digest):
            target.parent.mkdir(exist_ok=True)
            patiently(lambda: half.replace(target))
    finally:
        half.unlink(missing_ok=True)
    return digest, stored


def _intact(path: Path, digest: str) -> bool:
    return path.is_file() and _sha256(path) == digest


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
