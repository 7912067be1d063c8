"""What is only proposed, weighed or voted on is no award: it is refused row by row, with the reason."""

import pytest

from tests.intake.generated import BOOK
from tests.intake.making import REFERENCE, lines
from tests.intake.short_lists import ADVANCED, AN, HEADER, awarded, reasons, sheet
from thidua_desktop.intake.read import read_file


def is_refused(reading):
    refused = any("chưa phải quyết định khen thưởng" in reason for reason in reasons(reading))
    return refused and not awarded(reading)


@pytest.mark.parametrize(
    "heading",
    [
        "DANH SÁCH ĐỀ NGHỊ XÉT TẶNG DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2018",
        "BIỂU TỔNG HỢP TRÌNH HỘI ĐỒNG XÉT DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2018",
        "BIÊN BẢN KIỂM PHIẾU DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2018",
    ],
)
def test_a_heading_that_proposes_keeps_its_rows_out(tmp_path, heading):
    assert is_refused(sheet(tmp_path, (heading,), HEADER, AN))


def test_a_list_that_goes_with_a_submission_is_refused(tmp_path):
    assert is_refused(
        sheet(tmp_path, (ADVANCED,), ("(Kèm theo Tờ trình số 25/TTr-THVM ngày 5/12/2018)",), HEADER, AN)
    )


def test_a_column_of_what_is_asked_for_is_of_proposals(tmp_path):
    reading = sheet(
        tmp_path, ("DANH SÁCH NĂM 2018",), (*HEADER, "Danh hiệu đề nghị"), (*AN, "Lao động tiên tiến")
    )
    assert is_refused(reading)


def test_a_decision_that_is_named_makes_awards_of_what_was_asked_for(tmp_path):
    heading = "DANH SÁCH ĐỀ NGHỊ XÉT TẶNG DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2018"
    reading = sheet(tmp_path, (heading,), (REFERENCE,), (*HEADER, "Danh hiệu đề nghị"), (*AN, "LĐTT"))
    assert awarded(reading) == [("Nguyễn Văn An", "DH_LDTT")]


@pytest.mark.parametrize(
    ("paper", "number"),
    [
        ("TỜ TRÌNH", "Số: 12/TTr-UBND"),
        ("BIÊN BẢN", "Số: 05/BB-HĐTĐKT"),
        ("THÔNG BÁO", "Số: 140/TB-UBND"),
        ("V/v đề nghị khen thưởng năm 2018", "Số: 88/UBND-NV"),
    ],
)
def test_no_other_paper_becomes_a_decision_for_its_number(tmp_path, paper, number):
    texts = (
        "ỦY BAN NHÂN DÂN XÃ CƯ LỄ",
        number,
        "Cư Lễ, ngày 5 tháng 12 năm 2018",
        paper,
        "Danh hiệu Lao động tiên tiến năm 2018 cho các ông, bà có tên sau:",
        "1. Ông Nguyễn Văn An, Chủ tịch UBND xã;",
    )
    reading = read_file(lines(tmp_path / "van ban.docx", texts), BOOK)
    assert is_refused(reading)
    assert [each.number for each in reading.decisions if each.number] == []


@pytest.mark.parametrize(
    "heading", ["DANH SÁCH ĐỀ NGHỊ XÉT TẶNG DANH HIỆU LAO ĐỘNG TIÊN TIẾN NĂM 2018", ADVANCED]
)
def test_a_list_of_proposals_is_told_once(tmp_path, heading):
    below = ("(Kèm theo Tờ trình số 25/TTr-THVM ngày 5/12/2018)",)
    rows = (AN, ("2", "Lê Văn Ba", *AN[2:]), ("3", "Lý Thị Na", *AN[2:]))
    reading = sheet(tmp_path, (heading,), below, HEADER, *rows)
    [problem] = reading.problems
    assert (problem.row, problem.rows) == (4, 3)
    assert "3 dòng" in problem.text
    assert "dòng 4 đến dòng 6" in problem.text
    assert is_refused(reading)
    assert reading.rows_read == 3


def test_proposals_of_two_lists_are_told_each(tmp_path):
    one, two = (f"DANH SÁCH ĐỀ NGHỊ TẶNG {name} NĂM 2018" for name in ("GIẤY KHEN", "BẰNG KHEN"))
    other = ("1", "Lê Văn Ba", *AN[2:])
    reading = sheet(tmp_path, (one,), HEADER, AN, (two,), HEADER, other)
    assert [(problem.row, problem.rows) for problem in reading.problems] == [(3, 1), (6, 1)]
