"""The door for foreign files: a private copy, checked for what could harm or be misread, before any parser.

The source is only ever opened for reading. Macros, links, embedded objects are never touched.
"""

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.intake.unreadable import DAMAGED, PASSWORD, Unreadable
from thidua_desktop.intake.zip_check import check_zip

_MEGABYTE = 1 << 20
MAX_FILE = 64 * _MEGABYTE

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_RTF = b"{\\rtf"
_KINDS = {
    ".xlsx": "xlsx",
    ".xlsm": "xlsx",
    ".xls": "xls",
    ".ods": "ods",
    ".csv": "text",
    ".tsv": "text",
    ".txt": "text",
    ".docx": "docx",
    ".docm": "docx",
    ".doc": "doc",
    ".rtf": "rtf",
    ".odt": "odt",
}
_STREAMS = {"xls": ("Workbook", "Book"), "doc": ("WordDocument",)}
_ADVICE = {".pdf": "tệp PDF là bản in; hãy tìm tệp Excel hoặc Word gốc của danh sách."}
_SAVE_AS = "mở bằng Word, chọn Lưu thành (Save As) kiểu .docx rồi nhập lại."


@dataclass(frozen=True)
class Guarded:
    """A checked private copy: kind is xlsx, xls, ods, text, docx, or one Word must convert: doc, rtf, odt."""

    path: Path
    kind: str
    sha256: str


@contextmanager
def private_copy(source: Path) -> Iterator[Guarded]:
    """Give a checked copy of the file, removed afterwards.

    Raises Unreadable with a Vietnamese sentence; the source's bytes never change.
    """
    kind = _kind_of_name(source)
    with tempfile.TemporaryDirectory(prefix="thidua-", ignore_cleanup_errors=True) as folder:
        copy = Path(folder) / f"copy.{kind}"
        try:
            digest = _copy(source, copy)
        except PermissionError:
            raise Unreadable(
                "Không được phép đọc tệp, hoặc tệp đang mở trong chương trình khác: đóng tệp rồi nhập lại."
            ) from None
        except OSError as error:
            reason = error.strerror or type(error).__name__
            raise Unreadable(f"Không đọc được tệp ({reason}): kiểm tra ổ đĩa, USB rồi nhập lại.") from error
        _check_content(copy, kind)
        yield Guarded(copy, kind, digest)


def _kind_of_name(source: Path) -> str:
    suffix = source.suffix.lower()
    if source.name.startswith("~$"):
        raise Unreadable("Đây là tệp tạm do Word, Excel tạo khi đang mở tệp: bỏ qua, chọn tệp chính.")
    try:
        if source.is_dir():
            raise Unreadable("Đây là thư mục: chọn từng tệp danh sách trong thư mục.")
        if suffix not in _KINDS:
            advice = _ADVICE.get(suffix, "chọn tệp Excel (.xlsx, .xls) hoặc Word (.docx).")
            raise Unreadable(f"Chưa đọc được tệp kiểu “{suffix or 'không đuôi'}”: {advice}")
        if not source.exists():
            raise Unreadable("Không còn tệp này: tệp đã bị chuyển, xóa, hoặc USB đã rút.")
        if not source.is_file():
            raise Unreadable("Đây không phải là tệp thường: chọn tệp Excel hoặc Word.")
    except (OSError, ValueError) as error:
        raise Unreadable(
            "Đường dẫn của tệp quá dài hoặc có ký tự lạ: chép tệp ra thư mục khác rồi nhập lại."
        ) from error
    return _KINDS[suffix]


def _copy(source: Path, copy: Path) -> str:
    digest, size = hashlib.sha256(), 0
    with source.open("rb") as original, copy.open("wb") as private:
        while piece := original.read(_MEGABYTE):
            size += len(piece)
            if size > MAX_FILE:
                raise Unreadable(
                    f"Tệp lớn hơn {MAX_FILE // _MEGABYTE} MB: bỏ bớt ảnh hoặc chia nhỏ rồi nhập lại."
                )
            digest.update(piece)
            private.write(piece)
    if not size:
        raise Unreadable("Tệp rỗng (0 byte): chép lại từ nguồn.")
    return digest.hexdigest()


def _check_content(copy: Path, kind: str) -> None:
    with copy.open("rb") as file:
        start = file.read(len(_OLE))
    if start == _OLE:
        _check_ole(copy, kind)
    elif kind == "rtf" and start.startswith(_RTF):
        return
    elif kind == "text":
        _check_text(start)
    elif not start.startswith(_ZIP):
        advice = _SAVE_AS if kind == "doc" else _wrong_content(start)
        raise Unreadable(f"Nội dung không phải là tệp .{kind}: {advice}")
    elif kind in _STREAMS:
        new = {"xls": "xlsx", "doc": "docx"}[kind]
        raise Unreadable(
            f"Tệp mang đuôi .{kind} nhưng nội dung là kiểu mới: mở bằng Excel, Word, lưu lại thành .{new}."
        )
    else:
        check_zip(copy, kind)


def _check_text(start: bytes) -> None:
    if start.startswith((_ZIP, b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"MZ", b"GIF8")):
        raise Unreadable("Nội dung không phải là văn bản thuần: đổi lại đúng đuôi của tệp rồi nhập.")


def _wrong_content(start: bytes) -> str:
    if start.startswith(b"%PDF"):
        return "đây là tệp PDF; hãy tìm tệp Excel hoặc Word gốc."
    if start.lstrip().lower().startswith((b"<html", b"<!doc", b"<?xml", b"<meta", b"<table")):
        return "đây là trang web hoặc XML mang đuôi khác; mở bằng Excel, Word rồi lưu lại đúng kiểu."
    return "tệp bị hỏng hoặc mang sai đuôi; mở bằng Excel, Word rồi lưu lại."


def _check_ole(copy: Path, kind: str) -> None:
    content = copy.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Unreadable(PASSWORD)
    if any(name.encode("utf-16-le") in content for name in _STREAMS.get(kind, ())):
        return
    if kind == "xls":
        raise Unreadable(DAMAGED)
    if kind == "doc":
        raise Unreadable(f"Tệp .doc bị hỏng hoặc chép chưa xong: {_SAVE_AS}")
    raise Unreadable(
        f"Tệp mang đuôi .{kind} nhưng nội dung là kiểu cũ (97–2003): "
        f"mở bằng Excel, Word rồi lưu lại đúng kiểu."
    )
