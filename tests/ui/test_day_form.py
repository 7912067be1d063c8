"""The dialog that asks for a day remembers a size for each of its lengths."""

import pytest
from PySide6.QtCore import QSize

from ui.forms.day_form import DayDialog
from ui.widgets.fields import TextField
from ui.widgets.form_dialog import FormDialog

NUMBER, SIGNER = TextField("number", "Số"), TextField("signer", "Người ký")


@pytest.fixture
def ask(qtbot, context):
    def ask(fields):
        dialog = DayDialog(context, "Ngày", lambda _session, _values: None, fields)
        qtbot.addWidget(dialog)
        return dialog

    return ask


def test_a_longer_form_does_not_take_the_height_of_a_shorter_one(ask):
    longer = ask((NUMBER, SIGNER)).height()
    short = ask(())
    assert short.height() < longer
    short.done(0)
    assert ask((NUMBER, SIGNER)).height() == longer


def test_a_form_comes_back_as_large_as_it_was_left(ask):
    left = ask((NUMBER,))
    left.resize(700, 444)
    left.done(0)
    assert ask((NUMBER,)).size() == QSize(700, 444)


def test_a_size_given_at_first_gives_way_to_the_one_remembered(qtbot, context):
    for size in (QSize(800, 500), QSize(640, 400)):
        dialog = FormDialog("Mẫu", (NUMBER,), context.state, "test", size=QSize(800, 500))
        qtbot.addWidget(dialog)
        assert dialog.size() == size
        dialog.resize(640, 400)
        dialog.done(0)
