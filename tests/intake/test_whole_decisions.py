"""Whole decisions in Word, not their lists alone: grounds, letterhead, number and day at the head."""

from datetime import date

import docx
import pytest

from tests.intake.generated import BOOK
from tests.intake.short_lists import AN, HEADER, add_table, told
from thidua_desktop.intake.read import read_file

GROUNDS = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;",
    "Căn cứ Luật Thi đua, Khen thưởng ngày 26 tháng 11 năm 2003; Luật sửa đổi, bổ sung năm 2013;",
    "Căn cứ Nghị định số 91/2017/NĐ-CP ngày 31 tháng 7 năm 2017 của Chính phủ;",
    "Căn cứ Quyết định số 05/2016/QĐ-UBND ngày 20 tháng 1 năm 2016 của UBND tỉnh Bắc Kạn;",
    "Xét đề nghị của Trưởng phòng Nội vụ tại Tờ trình số 12/TTr-NV ngày 3 tháng 1 năm 2019,",
)
TITLE = "Về việc công nhận danh hiệu Lao động tiên tiến năm 2018"
ARTICLE = "Điều 1. Công nhận danh hiệu Lao động tiên tiến năm 2018 cho các cá nhân có tên sau:"
ORDERS = (
    "Điều 2. Các cá nhân có tên tại Điều 1 được tặng thưởng theo Nghị định số 91/2017/NĐ-CP.",
    "Điều 3. Chánh Văn phòng và các cá nhân có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.",
)
SIGNATURES = ("Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.", "CHỦ TỊCH\n\nTriệu Văn Mẫu")
OFFICE, MOTTO = "ỦY BAN NHÂN DÂN\nHUYỆN BẠCH THÔNG", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
NUMBER, DAY = "Số: 840/QĐ-UBND", "Bạch Thông, ngày 15 tháng 01 năm 2019"


def decision(tmp_path, head, *, issuer="CHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN BẠCH THÔNG"):
    """A decision whose head `head` writes into the document."""
    document = docx.Document()
    head(document)
    for text in filter(None, ("QUYẾT ĐỊNH", TITLE, issuer, *GROUNDS, "QUYẾT ĐỊNH:", ARTICLE)):
        document.add_paragraph(text)
    add_table(document, HEADER, AN)
    for text in ORDERS:
        document.add_paragraph(text)
    add_table(document, SIGNATURES)
    document.save(tmp_path / "quyet dinh.docx")
    return read_file(tmp_path / "quyet dinh.docx", BOOK)


def in_table(document):
    add_table(document, (OFFICE, MOTTO), (NUMBER, DAY))


def in_one_row(document):
    add_table(document, (f"{OFFICE}\n{NUMBER}", f"{MOTTO}\nĐộc lập - Tự do - Hạnh phúc\n{DAY}"))


def behind_tabs(document):
    document.add_paragraph(f"UBND HUYỆN BẠCH THÔNG\t{MOTTO}")
    document.add_paragraph(f"{NUMBER}\t\t{DAY}")


def in_lines(document):
    for text in ("UBND HUYỆN BẠCH THÔNG", NUMBER, DAY):
        document.add_paragraph(text)


HEADS = pytest.mark.parametrize("head", [in_table, in_one_row, behind_tabs, in_lines])


@HEADS
def test_a_whole_decision_keeps_its_own_number_day_and_year_beside_those_of_its_grounds(tmp_path, head):
    reading = decision(tmp_path, head)
    [found] = reading.decisions
    assert (found.number, found.decided_on) == ("840/QĐ-UBND", date(2019, 1, 15))
    assert found.authority.casefold() == "chủ tịch ủy ban nhân dân huyện bạch thông"
    assert told(reading) == [("Nguyễn Văn An", "DH_LDTT", 2018)]
    assert reading.problems == ()


@HEADS
def test_the_letterhead_says_who_issued_a_decision_that_says_it_nowhere_else(tmp_path, head):
    reading = decision(tmp_path, head, issuer="")
    [found] = reading.decisions
    assert found.authority.casefold().endswith("huyện bạch thông")
    assert found.level == "district"
    assert [said for said in found.remarks if "lấy theo đầu văn bản" in said]
    assert told(reading) == [("Nguyễn Văn An", "DH_LDTT", 2018)]
