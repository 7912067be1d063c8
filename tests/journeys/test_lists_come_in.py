"""A real list in: from the files the office has to records, and back by one undo."""

import sqlite3
from collections import Counter
from contextlib import closing

from PySide6.QtCore import Qt

from tests.journeys.conftest import SAMPLES
from tests.journeys.office import CTRL, in_front, presses
from thidua_desktop.domain.vietnamese import nfc
from ui.forms.import_dialog import ImportDialog

CSTDCS = SAMPLES / "files" / "CSTDCS 2015.xlsx"
ROWS = """
    SELECT d.number, d.decided_on, k.code, a.recipient, a.year, coalesce(c.name, '')
    FROM award a JOIN decision d ON d.id = a.decision_id JOIN award_kind k ON k.id = a.kind_id
    LEFT JOIN campaign c ON c.id = d.campaign_id
"""


def asked(clerk, query):
    with closing(sqlite3.connect(clerk.file)) as connection:
        return connection.execute(query).fetchall()


def test_a_list_is_looked_at_corrected_written_taken_back_and_done_again(clerk):
    clerk.begins_a_new_office("UBND huyện Suối Trong")
    before = clerk.content()
    dialog = clerk.brings_in(CSTDCS)
    assert "1 quyết định · 60 lượt khen sẽ ghi" in dialog.parts.summary.text()
    assert dialog.editor.head.values()["number"] == "23/QĐ-UBND"
    clerk.corrects(dialog, 1, "name", "Ma Công Nghĩa (sửa)")
    assert clerk.content() == before
    clerk.writes(dialog)
    assert clerk.reads_the_line() == (
        "Nhập 1 tệp: 1 quyết định, 60 lượt khen – đã lưu. Hoàn tác: Ctrl+Z. Biên bản: ☰ Công việc, mục “Các lần nhập”"
    )
    clerk.presses_button("Sổ khen thưởng")
    names = [row.name for row in clerk.sees_awards()]
    assert len(names) == 60
    assert "Ma Công Nghĩa (sửa)" in names
    clerk.goes_to("Cá nhân")
    assert len(clerk.page.view("person").list.table.ids) == 60

    after = clerk.content()
    clerk.undoes()
    assert clerk.content() == before
    assert len(clerk.page.view("person").list.table.ids) == 0
    assert "Đã hoàn tác: Nhập 1 tệp" in clerk.reads_the_line()
    clerk.redoes()
    assert clerk.content() == after
    clerk.goes_to("Khen thưởng")
    assert len(clerk.sees_awards()) == 60


def test_by_keyboard_alone_a_list_comes_in(clerk):
    clerk.begins_a_new_office("UBND huyện Suối Trong")
    clerk.goes_to("Khen thưởng")
    presses(in_front(clerk.window), Qt.Key.Key_I, CTRL)
    dialog = in_front(clerk.finds(ImportDialog))
    dialog.choose_files = lambda _parent, _folder: [str(CSTDCS)]
    clerk.settles()
    assert dialog.focusWidget() is dialog.parts.choose_button
    presses(dialog.parts.choose_button, Qt.Key.Key_Space)
    clerk.settles()
    assert dialog.focusWidget() is dialog.parts.tree
    presses(dialog, Qt.Key.Key_S, CTRL)
    clerk.settles()
    assert asked(clerk, "SELECT count(*) FROM award") == [(60,)]


def test_the_six_forms_come_in_with_no_correction_at_all(worker, brought_in, truth):
    assert brought_in.problems == 0
    assert brought_in.untouched
    papers, rows = len(truth.papers), len(truth.awards)
    assert f"{papers} quyết định · {rows:,}".replace(",", ".") in brought_in.summary
    assert brought_in.line.startswith(f"Nhập {len(truth.files)} tệp: {papers} quyết định")
    assert brought_in.sources_kept
    kept = Counter((*row[:5], nfc(row[5])) for row in asked(worker, ROWS))
    assert kept == truth.rows


def test_one_undo_takes_all_the_files_back(worker, brought_in):
    worker.undoes()
    try:
        assert worker.content() == brought_in.before
    finally:
        worker.redoes()
    assert worker.content() == brought_in.after


def test_the_same_files_again_are_known_and_nothing_can_be_written(worker, brought_in, truth):
    before = worker.content()
    dialog = worker.brings_in(*truth.files)
    assert not dialog.parts.write_button.isEnabled()
    assert dialog.parts.problems.rowCount() == len(truth.papers)
    dialog.reject()
    worker.settles()
    assert worker.content() == before
