"""Files that are zip archives - xlsx, docx, ods - weighed and proved before any parser opens them."""

import re
import zipfile
import zlib
from pathlib import Path

from thidua_desktop.intake import extent
from thidua_desktop.intake.open_extent import DamagedXmlError, largest_area
from thidua_desktop.intake.unreadable import DAMAGED, PASSWORD, Unreadable

_MEGABYTE = 1 << 20
MAX_UNPACKED = 256 * _MEGABYTE
MAX_PARTS = 2000
MAX_RATIO = 150  # unpacked to packed; real lists stay under 30
MAX_CELLS = 4_000_000

_DOCTYPES = (b"<!DOCTYPE", b"<!ENTITY", b"\x00!\x00D\x00O\x00C\x00T\x00Y")
_ABNORMAL = "Tệp nén chứa dữ liệu lớn bất thường nên không mở: kiểm tra nguồn gốc của tệp."
_FAR_APART = (
    "Trang tính có ô ghi chữ ở quá xa nhau (quá nhiều dòng, cột trống): "
    "xóa các ô thừa ở cuối trang rồi nhập lại."
)
_OPEN_DOCUMENT = {"ods": b"opendocument.spreadsheet", "odt": b"opendocument.text"}
_ENCRYPTED = re.compile(rb"<(?:\w+:)?encryption-data\b")


def check_zip(copy: Path, kind: str) -> None:
    """Refuse an archive that is damaged, locked, of another kind, or larger than any list.

    Raises Unreadable.
    """
    try:
        with zipfile.ZipFile(copy) as archive:
            _check_sizes(archive)
            _check_kind(archive, kind)
            _check_parts(archive)
            if kind == "ods":
                _check_open_cells(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError, ValueError) as error:
        raise Unreadable(DAMAGED) from error
    except (RuntimeError, OSError) as error:  # zipfile's words for a password, and for impossible offsets
        raise Unreadable(PASSWORD if "password" in str(error) else DAMAGED) from error


def _check_sizes(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    unpacked = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable(PASSWORD)
    bomb = unpacked > 16 * _MEGABYTE and unpacked > MAX_RATIO * max(packed, 1)
    if bomb or unpacked > MAX_UNPACKED or len(parts) > MAX_PARTS:
        raise Unreadable(_ABNORMAL)


def _check_kind(archive: zipfile.ZipFile, kind: str) -> None:
    if kind in _OPEN_DOCUMENT:
        if _OPEN_DOCUMENT[kind] not in archive.read("mimetype")[:100]:
            raise Unreadable(f"Trong tệp không có nội dung kiểu .{kind}: mở bằng LibreOffice rồi lưu lại.")
        if "META-INF/manifest.xml" in archive.namelist() and _ENCRYPTED.search(
            archive.read("META-INF/manifest.xml")
        ):
            raise Unreadable(PASSWORD)
        return
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
    sheets: list[tuple[zipfile.ZipInfo, extent.Scan]] = []
    lengths: list[int] = []
    for part in archive.infolist():
        signs, scan = _signs(archive, part)
        if b"sheetData" in signs:
            sheets.append((part, scan))
        if b"<sst" in signs:
            with archive.open(part) as texts:
                lengths += extent.text_lengths(texts)
    for part, scan in sheets:
        _check_sheet(archive, part, scan, lengths)


def _check_sheet(
    archive: zipfile.ZipFile, part: zipfile.ZipInfo, scan: extent.Scan, lengths: list[int]
) -> None:
    with archive.open(part) as sheet:
        if not scan.near and extent.filled_area(sheet, MAX_CELLS) > MAX_CELLS:
            raise Unreadable(_FAR_APART)
        sheet.seek(0)
        upper = max(lengths, default=0) * scan.cells
        if upper > MAX_UNPACKED and extent.repeated_text(sheet, lengths) > MAX_UNPACKED:
            raise Unreadable(_ABNORMAL)


def _check_open_cells(archive: zipfile.ZipFile) -> None:
    try:
        with archive.open("content.xml") as content:
            if largest_area(content) > MAX_CELLS:
                raise Unreadable(_FAR_APART)
    except DamagedXmlError as error:
        raise Unreadable(DAMAGED) from error


def _signs(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> tuple[set[bytes], extent.Scan]:
    """Return what a part holds of the signs sought, and its cells; entities are refused at once."""
    found, scan = set(), extent.Scan()
    with archive.open(part) as unpacked:
        for piece in extent.chunks(unpacked):
            if (b"!" in piece) and any(sign in piece for sign in _DOCTYPES):
                raise Unreadable("Tệp có khai báo lạ (DTD) mà Excel, Word không bao giờ ghi: không mở.")
            found |= {sign for sign in (b"sheetData", b"<sst") if sign not in found and sign in piece}
            scan.take(piece)
    return found, scan
