"""The day what went with a revoked award came back: noted in the book, shown, taken back, undone."""

from datetime import date

import pytest

from tests.records.offices import do, sql
from tests.ui.at_a_page import section
from tests.ui.awards_office import enter
from thidua_desktop.services import decisions
from ui.forms.after_signing import FORGET_BACK, forget
from ui.forms.day_form import DayDialog
from ui.pages import awards
from ui.widgets.page import Follow

NOTED = "SELECT award_id, on_day, note FROM artefact"


@pytest.fixture
def book(show, office, context, tasks):
    kept = do(office, enter)
    do(office, decisions.revoke, [1], kept["second"])
    page = show(awards.make(context))
    assert page.go(Follow("award", 1))
    tasks.drain()
    return page.view(page.current)


def test_the_day_an_artefact_came_back_is_noted_shown_and_taken_back(book, office, context, tasks):
    dict(book._menu_actions)["Đã nộp lại hiện vật…"]([1])
    [dialog] = [found for found in book.findChildren(DayDialog) if found.isVisible()]
    dialog.form.set_values({"on": date(2001, 1, 1)})
    dialog.form.save()
    tasks.drain()
    assert "trước ngày ký quyết định thu hồi" in dialog.form.shown_problems()[0]
    dialog.form.set_values({"on": date(2026, 3, 9), "note": "Đủ bằng, khung"})
    dialog.form.save()
    tasks.drain()
    assert sql(office, NOTED) == [(1, "2026-03-09", "Đủ bằng, khung")]
    assert ["Đã nộp lại hiện vật", "09/03/2026", "Đủ bằng, khung"] in section(book, "Trao thưởng")
    forget(context, Follow(FORGET_BACK, 1), book)
    tasks.drain()
    assert sql(office, NOTED) == []
    tasks.undo()
    tasks.drain()
    assert sql(office, NOTED) == [(1, "2026-03-09", "Đủ bằng, khung")]
