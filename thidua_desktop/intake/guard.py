"""The door for foreign files: a private copy, checked for what could harm or be misread, before any parser.

The source is only ever opened for reading. Macros, links, embedded objects are never touched.
"""

import hashlib
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from thidua_desktop.intake import extent

_MEGABYTE = 1 << 20
MAX_FILE = 64 * _MEGABYTE
MAX_UNPACKED = 256 * _MEGABYTE
MAX_PARTS = 2000
MAX_RATIO = 150  # unpacked to packed; real lists stay under 30
MAX_CELLS = 4_000_000

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = b"PK\x03\x04"
_KINDS = {".xlsx": "xlsx", ".xlsm": "xlsx", ".xls": "xls", ".docx": "docx", ".docm": "docx"}
_ADVICE = {
    ".doc": "mở bằng Word, chọn Lưu thành (Save As) kiểu .docx rồi nhập lại.",
    ".csv": "mở bằng Excel, chọn Lưu thành (Save As) kiểu .xlsx rồi nhập lại.",
    ".ods": "mở bằng Excel hoặc LibreOffice, lưu thành kiểu .xlsx rồi nhập lại.",
    ".pdf": "tệp PDF là bản in; hãy tìm tệp Excel hoặc Word gốc của danh sách.",
}
_DOCTYPES = (b"<!DOCTYPE", b"<!ENTITY", b"\x00!\x00D\x00O\x00C\x00T\x00Y")
_DAMAGED = "Tệp bị hỏng hoặc chép chưa xong: chép lại từ nguồn, hoặc mở bằng Excel, Word rồi lưu lại."
_ABNORMAL = "Tệp nén chứa dữ liệu lớn bất thường nên không mở: kiểm tra nguồn gốc của tệp."
_PASSWORD = "Tệp có mật khẩu: mở bằng Excel hoặc Word, bỏ mật khẩu, lưu lại rồi nhập."  # noqa: S105 - a sentence


class Unreadable(Exception):  # noqa: N818 - reads as what it says of the file
    """The file cannot be read; the message tells the user why and how to mend it."""


@dataclass(frozen=True)
class Guarded:
    """A checked private copy: kind is xlsx, xls or docx."""

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
    elif not start.startswith(_ZIP):
        raise Unreadable(f"Nội dung không phải là tệp .{kind}: {_wrong_content(start)}")
    elif kind == "xls":
        raise Unreadable("Tệp mang đuôi .xls nhưng nội dung là kiểu mới: mở bằng Excel, lưu lại thành .xlsx.")
    else:
        _check_zip(copy, kind)


def _wrong_content(start: bytes) -> str:
    if start.startswith(b"%PDF"):
        return "đây là tệp PDF; hãy tìm tệp Excel hoặc Word gốc."
    if start.lstrip().lower().startswith((b"<html", b"<!doc", b"<?xml", b"<meta", b"<table")):
        return "đây là trang web hoặc XML mang đuôi khác; mở bằng Excel, Word rồi lưu lại đúng kiểu."
    return "tệp bị hỏng hoặc mang sai đuôi; mở bằng Excel, Word rồi lưu lại."


def _check_ole(copy: Path, kind: str) -> None:
    content = copy.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Unreadable(_PASSWORD)
    if kind == "xls" and any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        return
    if kind == "xls":
        raise Unreadable(_DAMAGED)
    raise Unreadable(
        f"Tệp mang đuôi .{kind} nhưng nội dung là kiểu cũ (97–2003): "
        f"mở bằng Excel, Word rồi lưu lại thành .{kind}."
    )


def _check_zip(copy: Path, kind: str) -> None:
    try:
        with zipfile.ZipFile(copy) as archive:
            _check_sizes(archive)
            _check_kind(archive, kind)
            _check_parts(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError, ValueError) as error:
        raise Unreadable(_DAMAGED) from error
    except (RuntimeError, OSError) as error:  # zipfile's words for a password, and for impossible offsets
        raise Unreadable(_PASSWORD if "password" in str(error) else _DAMAGED) from error


def _check_sizes(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable(_PASSWORD)
    bomb = unpacked > 16 * _MEGABYTE and unpacked > MAX_RATIO * max(packed, 1)
    if bomb or unpacked > MAX_UNPACKED or len(parts) > MAX_PARTS:
        raise Unreadable(_ABNORMAL)


def _check_kind(archive: zipfile.ZipFile, kind: str) -> None:
    types = archive.read("[Content_Types].xml")
    found = {"xlsx": b"spreadsheetml" in types, "docx": b"wordprocessingml" in types}
    if not found[kind] and any(found.values()):
        raise Unreadable(
            "Đuôi tệp không đúng với nội dung (Excel mang đuôi Word hoặc ngược lại): đổi lại đuôi."
        )
    if not found[kind]:
        raise Unreadable(f"Trong tệp không có nội dung kiểu .{kind}: mở bằng Excel, Word rồi lưu lại.")


def _check_parts(archive: zipfile.ZipFile) -> None:
    """Unpack each part once, which proves sizes and checksums; then weigh sheets with their shared texts."""
    sheets, lengths = [], []
    for part in archive.infolist():
        signs = _signs(archive, part)
        if b"sheetData" in signs:
            sheets.append(part)
        if b"<sst" in signs:
            with archive.open(part) as texts:
                lengths += extent.text_lengths(texts)
    for part in sheets:
        with archive.open(part) as sheet:
            near = extent.near_origin(sheet)
            sheet.seek(0)
            if not near and extent.filled_area(sheet) > MAX_CELLS:
                raise Unreadable(
                    "Trang tính có ô ghi chữ ở quá xa nhau (quá nhiều dòng, cột trống): "
                    "xóa các ô thừa ở cuối trang rồi nhập lại."
                )
            sheet.seek(0)
            if extent.repeated_text(sheet, lengths) > MAX_UNPACKED:
                raise Unreadable(_ABNORMAL)


def _signs(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> set[bytes]:
    """Return what a part holds of the signs sought; entities are refused at once."""
    tail, found = b"", set()
    with archive.open(part) as unpacked:
        while piece := unpacked.read(_MEGABYTE):
            seen = tail + piece
            if any(sign in seen for sign in _DOCTYPES):
                raise Unreadable("Tệp có khai báo lạ (DTD) mà Excel, Word không bao giờ ghi: không mở.")
            found |= {sign for sign in (b"sheetData", b"<sst") if sign in seen}
            tail = piece[-16:]
    return found
