"""What is kept of an import, and the protocol printed from it."""

import pytest

from tests.records.offices import ask, content, unit
from tests.services.import_lists import decision, listed, plan, reading, row, take_in
from thidua_desktop.documents.document import Paragraph, Table
from thidua_desktop.intake.reading import IntakeProblem, Repair
from thidua_desktop.records import imports
from thidua_desktop.reports import import_record

CHANGES = tuple((f"B¶n {n}", f"Bản {n}") for n in range(45))
REPAIR = Repair("Sheet1", "B", "Họ và tên", "tcvn3", "font", 45, CHANGES)


@pytest.fixture
def imported(office):
    unit(office, "Trường Tiểu học Cao Sơn")
    unit(office, "Phòng Nội vụ")
    problem = IntakeProblem("cũ.xls", "Sheet1", 9, "Ai đó", "Không hiểu dòng này.")
    files = (
        listed(row(unit="Trường TH Cao Sơn"), row("Lý A Páo", unit="Phòng Nội vụ huyện")),
        reading(name="cũ.xls", problems=[problem], repairs=(REPAIR,)),
    )
    [asked] = plan(office, *files).doubts
    office.question = asked.question
    _, told = take_in(office, *files, answers={asked.key: "same"})
    office.run = told.run
    return office


def document(office):
    with office.read() as session:
        options = import_record.Options(office.run)
        rows = import_record.build(session, options)
    return import_record.compose(rows, options, {"office": "UBND huyện", "desk": "Phòng Nội vụ"})


def test_everything_an_import_did_is_kept(imported):
    run = ask(imported, imports.run, imported.run)
    assert [(file.name, file.rows_read, file.rows_written) for file in run.files] == [
        ("ds.xlsx", 2, 2),
        ("cũ.xls", 1, 0),
    ]
    assert all(file.sha256 == "0" * 64 for file in run.files)
    [repair] = run.files[1].repairs
    assert (repair.encoding, repair.count, repair.changes) == ("TCVN3 (ABC)", 45, CHANGES)
    [answer] = run.answers
    assert (answer.question, answer.answer) == (imported.question, "Cùng một đơn vị")
    assert run.passed == ("“Phòng Nội vụ huyện” là “Phòng Nội vụ” (1 dòng).",)
    assert "dòng 9: Không hiểu dòng này." in run.files[1].problems


def test_the_protocol_tells_files_hashes_answers_and_changes(imported):
    printed = document(imported)
    tables = {block.title: block.rows for block in printed.blocks if isinstance(block, Table)}
    assert [line[1] for line in tables["Các tệp đã đọc"]] == ["ds.xlsx", "cũ.xls"]
    assert tables["Các tệp đã đọc"][0][-1] == "0" * 64
    assert tables["Câu hỏi và trả lời"] == [(1, "Đơn vị", imported.question, "Cùng một đơn vị")]
    changes = tables["Chữ được chuyển từ bảng mã cũ, từ chữ in hoa"]
    assert changes[0][2:] == ("TCVN3 (ABC)", "B¶n 0", "Bản 0")
    assert (len(changes), changes[-1][3]) == (41, "… và 5 chữ khác")
    said = [block.text for block in printed.blocks if isinstance(block, Paragraph)]
    assert "2 tệp, đọc 3 dòng, ghi 2 lượt khen; 1 câu hỏi, đã trả lời 1." in said


def test_imports_are_told_apart_and_the_latest_comes_first(imported):
    _, told = take_in(imported, reading(decision(row("Ma Thị Én"), number="12/QĐ-UBND")))
    runs = ask(imported, imports.runs)
    assert [(run.id, len(run.files)) for run in runs] == [(told.run, 1), (imported.run, 2)]
    with pytest.raises(LookupError):
        ask(imported, imports.run, 999)


def test_an_import_that_writes_nothing_keeps_no_log(imported):
    before = content(imported)
    _, told = take_in(imported, listed(row(unit="Trường TH Cao Sơn"), row("Lý A Páo", unit="Phòng Nội vụ")))
    assert (told.run, content(imported)) == (None, before)


def test_an_open_question_is_printed_as_put_off(office):
    unit(office, "Trường Tiểu học Cao Sơn")
    _, told = take_in(office, listed(row(unit="Trường TH Cao Sơn")))
    office.run = told.run
    tables = {block.title: block.rows for block in document(office).blocks if isinstance(block, Table)}
    assert tables["Câu hỏi và trả lời"][0][-1] == "Để sau"
