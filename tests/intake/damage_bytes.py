"""Bytes that are no list, names and places that are no file."""

import gzip
from pathlib import Path

from tests.intake.damage import OLE, noise, raw, refused

raw("rong.xlsx", b"")
raw("rong.docx", b"")
raw("rong.xls", b"")
raw("chu.xlsx", "Họ và tên;Đơn vị\n".encode())
raw("chu.docx", b"just text")
raw("web.xls", b"<html><table><tr><td>1</td></tr></table></html>")
raw("xml2003.xls", b'<?xml version="1.0"?><Workbook></Workbook>')
raw("rtf.docx", b"{\\rtf1 danh sach}")
raw("ban in.xlsx", b"%PDF-1.4 ...")
raw("anh.docx", b"\x89PNG\r\n\x1a\n" + bytes(200))
raw("nen.xlsx", gzip.compress(b"danh sach" * 99))
raw("nhieu.xlsx", noise(5000, 1))
raw("nhieu.xls", noise(5000, 2))
raw("zip that.docx", b"PK\x03\x04" + noise(5000, 3))
raw("het giua chung.xlsx", b"PK\x03\x04")
raw("mat khau.xlsx", OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(2000))
raw("mat khau.docx", OLE + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(2000))
raw("cu.xlsx", OLE + bytes(504) + "Workbook".encode("utf-16-le") + bytes(2000))
raw("cu.docx", OLE + bytes(504) + "WordDocument".encode("utf-16-le") + bytes(2000))
raw("hong.xls", OLE + bytes(3000))
raw("hong nua.xls", OLE + bytes(504) + "Workbook".encode("utf-16-le") + noise(4000, 4))
raw("bang.csv", b"STT,Ho ten\n1,A\n")
raw("rong.csv", b"")
raw("chu so.csv", bytes(range(32)) * 99)
raw("zip.csv", b"PK\x03\x04" + bytes(99))
raw("nhay kep.csv", 'STT;Họ và tên;Đơn vị\n1;"Lý Văn Thử;'.encode() + b"x" * 200_000)
raw("khong phai bang.txt", "Kính gửi: Phòng Nội vụ; báo cáo, đề nghị\n".encode() * 50)
raw("nua utf-16.csv", "STT;Họ và tên".encode("utf-16")[:-1])
raw("hong.doc", OLE + bytes(504) + "WordDocument".encode("utf-16-le") + noise(4000, 5))
raw("chu.doc", b"just text")
raw("hong.rtf", b"{\\rtf1" + noise(2000, 6))
raw("hong.odt", b"PK\x03\x04" + noise(2000, 7))
raw("bang.ods", b"PK\x03\x04")
raw("van ban.doc", OLE + bytes(2000))
raw("ban in.pdf", b"%PDF-1.4")
raw("Danh sach.xlsx.exe", b"MZ" + bytes(100))
raw("Danh sach.xlsx.lnk", b"L\x00\x00\x00")
raw("khong duoi", b"abc")
raw("~$Danh sach.xlsx", b"\x05admin" + bytes(160))
raw("anh.jpg", b"\xff\xd8\xff\xe0")


@refused("a folder")
def _(folder: Path) -> Path:
    path = folder / "a.xlsx"
    path.mkdir()
    return path


@refused("a file that is gone")
def _(folder: Path) -> Path:
    return folder / "mat.xlsx"


@refused("a name longer than any disk allows")
def _(folder: Path) -> Path:
    return folder / ("x" * 5000 + ".xlsx")


@refused("a name no disk allows")
def _(folder: Path) -> Path:
    return folder / "a\0b.xlsx"


@refused("a link that leads nowhere")
def _(folder: Path) -> Path:
    path = folder / "a.xlsx"
    path.symlink_to(folder / "khong co.xlsx")
    return path


@refused("a file beyond all measure")
def _(folder: Path) -> Path:
    path = folder / "a.xlsx"
    with path.open("wb") as file:
        file.truncate(65 << 20)
    return path
