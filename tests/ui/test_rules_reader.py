"""The page of rules: a line read, corrected, checked, struck or added by its link, and undone."""

import re
from datetime import date

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QLabel, QPushButton

from tests.records.offices import ask, do, sql
from tests.ui.at_a_page import press, section, shown
from tests.ui.awards_office import enter
from thidua_desktop.domain.law.ballot import Votes, outcome
from thidua_desktop.domain.law.wording import of_award
from thidua_desktop.records import local_rules
from ui.forms import laws
from ui.forms.rules_reader import RulesReader
from ui.pages import awards
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Follow
from ui.widgets.suggest import Picked

CITE = "QĐ 12/2026/QĐ-UBND Điều 7"


@pytest.fixture
def rules(show, office, context, tasks):
    do(office, enter)
    page = show(awards.make(context))
    assert page.go(Follow("local_rule"))
    tasks.drain()
    return page.view(page.current)


@pytest.fixture
def reader(rules, tasks):
    press(rules, "Đọc, sửa quy định…")
    found = next(found for found in rules.findChildren(RulesReader) if found.isVisible())
    tasks.drain()
    return found


def read(reader, tasks, award, day, recipient="person"):
    reader.head.load({"award": Picked(award, award), "recipient": recipient, "day": day})
    reader.head.changed.emit()
    tasks.drain()
    return reader.text.toPlainText()


def follow(reader, tasks, label, near):
    """Follow the first link of a label behind some words; the form it opens, if any."""
    html = reader.text.toHtml()
    behind = html[html.index(near) :]
    target = next(
        target
        for target, text in re.findall(r'<a href="([^"]+)">(?:<[^>]*>)*([^<]+)', behind)
        if text == label
    )
    reader.text.anchorClicked.emit(QUrl(target))
    tasks.drain()
    return next((found for found in reader.findChildren(FormDialog) if found.isVisible()), None)


def keep(dialog, tasks, **values):
    dialog.form.set_values(values)
    dialog.form.save()
    tasks.drain()
    return dialog.form.shown_problems() if dialog.isVisible() else []


def test_a_figure_is_corrected_by_its_link_and_the_law_stays_readable(reader, rules, tasks, office):
    said = read(reader, tasks, "DH_CSTD_CS", date(2019, 6, 1))
    assert "15 %" in said
    dialog = follow(reader, tasks, "Sửa…", "không quá 15")
    assert dialog.form.values()["valid_from"] == date(2017, 10, 1)
    [problem] = keep(dialog, tasks, f4=10)
    assert "căn cứ" in problem
    assert sql(office, "SELECT * FROM local_rule") == []
    assert keep(dialog, tasks, cite=CITE) == []
    after = reader.text.toPlainText()
    assert "không quá 10 %" in after
    assert f"{CITE} – cơ quan sửa" in after
    assert "Trước khi sửa: Đủ các điều kiện sau:" in after
    assert "không quá 15 %" in after
    again = follow(reader, tasks, "Sửa…", "không quá 10")
    assert again.form.values()["f4"] == 10
    assert keep(again, tasks, f4=12) == []
    assert "không quá 12 %" in reader.text.toPlainText()
    [row] = shown(rules)
    rules.list.table.choose(row.id)
    tasks.drain()
    follow(reader, tasks, "Xóa", "không quá 12")
    assert "15 %" in reader.text.toPlainText()
    assert "cơ quan sửa" not in reader.text.toPlainText()
    office.undo()
    office.undo()
    office.undo()
    assert sql(office, "SELECT * FROM local_rule") == []


def test_an_unchecked_line_is_checked_or_struck(reader, tasks, office):
    day, unread = date(2026, 1, 10), "TT 15/2025/TT-BNV (chưa đọc được điều khoản) – chưa đối chiếu"
    before = read(reader, tasks, "DH_LDTT", day).count(unread)
    assert before
    dialog = follow(reader, tasks, "Đã đối chiếu…", "TT 15/2025")
    assert not any(code.startswith("f") for code in dialog.form.values())
    [problem] = keep(dialog, tasks, cite="TT 15/2025/TT-BNV Điều 3")
    assert "người đối chiếu" in problem
    assert keep(dialog, tasks, checked_by="Hà Văn Nam", checked_on=date(2026, 1, 5)) == []
    after = reader.text.toPlainText()
    assert "TT 15/2025/TT-BNV Điều 3 – cơ quan đã đối chiếu (Hà Văn Nam, 05/01/2026)" in after
    assert after.count(unread) == before - 1
    office.undo()
    read(reader, tasks, "DH_LDTT", day)
    assert keep(follow(reader, tasks, "Không áp dụng…", "TT 15/2025"), tasks, cite=CITE) == []
    assert f"không áp dụng theo {CITE}" in reader.text.toPlainText()


def test_several_lines_read_in_one_text_are_checked_at_once(reader, tasks, office):
    day = date(2026, 11, 1)
    said = read(reader, tasks, "DH_LDTT", day)
    unchecked = int(re.search(r"(\d+) dòng chưa đối chiếu", said)[1])
    dialog = follow(reader, tasks, "Đã đối chiếu nhiều dòng…", "<body")
    told = {"cite": "Luật 06/2026/QH16 Điều 24", "checked_by": "Hà Văn Nam"}
    [problem] = keep(dialog, tasks, **told)
    assert "Đánh dấu" in problem
    assert keep(dialog, tasks, read=tuple(range(unchecked))) == []
    assert "chưa đối chiếu" not in reader.text.toPlainText()
    assert len(sql(office, "SELECT * FROM local_rule")) == unchecked
    office.undo()
    assert sql(office, "SELECT * FROM local_rule") == []


def test_the_share_of_votes_the_law_leaves_to_the_province_is_typed_at_its_line(reader, tasks, office):
    day = date(2025, 9, 1)
    assert "Tỷ lệ phiếu do bộ, tỉnh quy định" in read(reader, tasks, "DH_CSTD_CS", day)
    dialog = follow(reader, tasks, "Sửa…", "Tỷ lệ phiếu do")
    assert keep(dialog, tasks, f0=80, cite=CITE) == []
    assert "được từ 80 % số phiếu" in reader.text.toPlainText()
    book = ask(office, laws.book)
    assert outcome(book, "DH_CSTD_CS", day, Votes(10, 10, 7)).needed == 8


@pytest.mark.parametrize(
    ("link", "values", "words"),
    [
        ("Thêm tỷ lệ phiếu…", {"f0": 70}, "được từ 70 % số phiếu"),
        ("Thêm thời hạn…", {"f0": "Gửi danh sách về huyện", "f3": "10/12"}, "chậm nhất ngày 10/12 hằng năm"),
        ("Thay danh mục giấy tờ…", {"f0": ["Tờ trình của xã"], "f1": 2}, "Tờ trình của xã"),
        ("Ghi hệ số…", {"f0": 0.5}, "Tiền thưởng bằng 0,5 lần"),
    ],
)
def test_what_the_law_does_not_say_is_added_under_its_heading(reader, tasks, office, link, values, words):
    read(reader, tasks, "DH_LDTT", date(2025, 9, 1), "collective" if "hệ số" in link else "person")
    assert keep(follow(reader, tasks, link, "<body"), tasks, **values, cite=CITE) == []
    assert words in reader.text.toPlainText()
    office.undo()
    assert words not in read(reader, tasks, "DH_LDTT", date(2025, 9, 2))


def test_the_list_tells_what_the_office_changed_and_gives_it_other_days(reader, rules, tasks, office):
    read(reader, tasks, "DH_CSTD_CS", date(2019, 6, 1))
    keep(follow(reader, tasks, "Sửa…", "không quá 15"), tasks, f4=10, cite=CITE)
    reader.close()
    [row] = shown(rules)
    rules.list.table.choose(row.id)
    tasks.drain()
    assert [column.text(row) for column in rules.spec.columns][:3] == [
        "Chiến sĩ thi đua cơ sở",
        "Cá nhân",
        "Sửa theo văn bản: tiêu chuẩn",
    ]
    rules.panel.form.set_values({"cite": "QĐ 13", "valid_from": date(2018, 1, 1)})
    rules.panel.form.save()
    tasks.drain()
    assert sql(office, "SELECT cite, json_extract(body, '$.valid_from') FROM local_rule") == [
        ("QĐ 13", "2018-01-01")
    ]
    rules.edit(shown(rules)[0])
    tasks.drain()
    dialog = next(found for found in rules.findChildren(FormDialog) if found.isVisible())
    assert keep(dialog, tasks, f4=9) == []
    office.undo()
    office.undo()
    office.undo()
    assert sql(office, "SELECT * FROM local_rule") == []


def test_a_figure_of_a_period_that_gave_way_says_that_it_is_not_applied(rules, office, tasks):
    period = {"part": "regime", "id": "DP.1", "law": "NĐ 9/2026", "cite": CITE, "valid_from": "2026-09-01"}
    salary = {"part": "salary", "id": "DP.2", "amount": 3_000_000, "cite": CITE, "within": "DP.1"}
    do(office, local_rules.add, period, "")
    said = {**salary, "valid_from": "2026-09-01", "read_for": "DH_LDTT", "read_as": "person"}
    one = do(office, local_rules.add, said, "")
    rules.list.reload()
    tasks.drain()
    rules.list.table.choose(one)
    tasks.drain()
    said = [label.text() for label in rules.panel.findChildren(QLabel)]
    assert any("Dòng này không được áp dụng" in one for one in said)
    assert ask(office, laws.book).salary_on(date(2027, 3, 1)).amount != 3_000_000


def test_a_period_of_law_is_begun_and_its_lines_are_read_and_checked_one_by_one(rules, office, tasks):
    begin = "Thời kỳ pháp luật mới…"  # folded away in a narrow window
    next(button for button in rules.findChildren(QPushButton) if button.text() == begin).click()
    dialog = next(found for found in rules.findChildren(FormDialog) if found.isVisible())
    assert dialog.windowTitle() == "Thêm thời kỳ pháp luật mới"
    start = date(2027, 3, 1)
    dialog.form.set_values({"f0": "NĐ 10/2027/NĐ-CP", "cite": "Công báo số 1", "valid_from": start})
    dialog.form.save()
    tasks.drain()
    assert [row.cite for row in shown(rules)] == ["Công báo số 1"]
    rules.list.table.choose_row(0)
    tasks.drain()
    said = section(rules, "Đọc là")
    assert said[0] == ["NĐ 10/2027/NĐ-CP"]
    assert "chưa đối chiếu" in said[1][0]

    press(rules, "Đọc, sửa quy định…")
    reader = next(found for found in rules.findChildren(RulesReader) if found.isVisible())
    tasks.drain()
    text = read(reader, tasks, "DH_CSTD_TINH", start)
    assert "NĐ 10/2027/NĐ-CP (từ 01/03/2027 đến nay)" in text
    assert "Mức lương cơ sở" in text
    assert "các dòng ấy chưa quyết định gì" in text  # the law before was not read either
    form = follow(reader, tasks, "Đã đối chiếu…", "Ba lần liên tục")
    form.form.set_values({"cite": "NĐ 10/2027/NĐ-CP Điều 7", "checked_by": "Hà Văn Nam", "checked_on": start})
    form.form.save()
    tasks.drain()
    assert [one.status for one in of_award(ask(office, laws.book), "DH_CSTD_TINH", "person", start)][:1] == [
        "local"
    ]
    assert "NĐ 10/2027/NĐ-CP Điều 7" not in read(reader, tasks, "DH_CSTD_TINH", date(2027, 2, 28))
