from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.errors import Problem
from ui.state import State
from ui.widgets.fields import (
    CheckField,
    ChoiceField,
    DateField,
    Heading,
    LinesField,
    LongTextField,
    LookupField,
    NumberField,
    PartialDateField,
    TextField,
)
from ui.widgets.form import Form
from ui.widgets.form_dialog import FormDialog
from ui.widgets.suggest import DELAY, Picked, Suggestion

UNITS = [
    Suggestion(1, "Phòng Nội vụ", "huyện"),
    Suggestion(2, "Xã Cẩm Giàng", "xã"),
    Suggestion(3, "Xã Quân Bình", "xã"),
]


def suggest(text, then):
    then([unit for unit in UNITS if text.lower() in unit.label.lower()])


FIELDS = (
    TextField("name", "Họ và tên", required=True),
    PartialDateField("birth", "Ngày sinh"),
    ChoiceField("gender", "Giới tính", options=(("male", "Nam"), ("female", "Nữ"))),
    Heading("Công tác"),
    LookupField("unit", "Đơn vị", suggest=suggest),
    DateField("since", "Từ ngày"),
    NumberField("bonus", "Tiền thưởng"),
    NumberField("factor", "Hệ số", decimals=True),
    CheckField("leader", "Là lãnh đạo"),
    LinesField("contents", "Nội dung"),
    LongTextField("note", "Ghi chú"),
)
FULL = {
    "name": "Nông Văn Đức",
    "birth": PartialDate(1984),
    "gender": "male",
    "unit": Picked(1, "Phòng Nội vụ"),
    "since": date(2015, 3, 1),
    "bonus": 1490000,
    "factor": 1.5,
    "leader": True,
    "contents": ["Thi đua", "Khen thưởng"],
    "note": "Một\nhai",
}


@pytest.fixture
def form(qtbot):
    form = Form(FIELDS)
    qtbot.addWidget(form)
    with qtbot.waitActive(form):
        form.show()
    return form


@pytest.fixture
def write(type_text):
    def write(form, code, text):
        field = form.editor(code).input
        field.setFocus()
        field.selectAll()
        type_text(field, text)
        field.clearFocus()

    return write


def test_every_field_gives_back_what_it_was_given(form):
    form.load(FULL)
    assert form.values() == FULL
    assert not form.dirty


def test_numbers_and_dates_are_shown_the_vietnamese_way(form):
    form.load(FULL)
    shown = [form.editor(code).input.text() for code in ("birth", "since", "bonus", "factor")]
    assert shown == ["1984", "01/03/2015", "1.490.000", "1,5"]


def test_a_date_is_read_as_typed_and_shown_whole_when_the_field_is_left(qtbot, form, write):
    write(form, "since", "3/2/2020")
    assert form.values()["since"] == date(2020, 2, 3)
    assert form.editor("since").input.text() == "03/02/2020"


def test_an_unreadable_date_is_told_beside_its_field_and_not_saved(qtbot, form, write):
    form.load(FULL)
    write(form, "since", "31/02/2020")
    with qtbot.assertNotEmitted(form.saved):
        form.save()
    assert form.shown_problems() == ["Tháng 2 năm 2020 chỉ có 29 ngày: gõ ngày từ 1 đến 29."]


def test_a_required_field_left_empty_is_told(form):
    form.save()
    assert form.shown_problems() == ["Chưa nhập họ và tên."]


def test_ctrl_s_saves_the_values(qtbot, form, write):
    form.load(FULL)
    write(form, "name", "Triệu Thị Hợi")
    form.editor("name").input.setFocus()
    with qtbot.waitSignal(form.saved) as told:
        qtbot.keyClick(form.editor("name").input, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert told.args[0] == FULL | {"name": "Triệu Thị Hợi"}


def test_esc_warns_first_and_then_shows_the_loaded_values_again(qtbot, form, write):
    form.load(FULL)
    write(form, "name", "Khác")
    form.editor("name").input.setFocus()
    qtbot.keyClick(form.editor("name").input, Qt.Key.Key_Escape)
    assert form.dirty
    qtbot.keyClick(form.editor("name").input, Qt.Key.Key_Escape)
    assert form.values() == FULL
    assert form.shown_problems() == []


def test_refusals_go_to_their_fields_and_the_rest_on_top(form):
    form.show_problems((Problem("unit", "Đơn vị đã giải thể."), Problem("", "Trùng với một người khác.")))
    assert form.shown_problems() == ["Trùng với một người khác.", "Đơn vị đã giải thể."]
    assert form.editor("unit").input.accessibleDescription() == "Đơn vị đã giải thể."


def test_a_problem_goes_away_when_its_field_is_changed(qtbot, form, write):
    form.show_problems((Problem("name", "Tên quá dài."),))
    write(form, "name", "A")
    assert form.shown_problems() == []


def test_every_input_has_a_name_for_screen_readers(form):
    names = [form.editor(field.code).input.accessibleName() for field in FIELDS if hasattr(field, "code")]
    assert all(names)


def test_known_records_are_offered_while_typing_and_picked_by_keyboard(qtbot, form, type_text):
    field = form.editor("unit").input
    field.setFocus()
    type_text(field, "xã")
    qtbot.waitUntil(field.popup_open, timeout=DELAY * 20)
    assert field.offered() == ["Xã Cẩm Giàng  ·  xã", "Xã Quân Bình  ·  xã"]
    popup = field._completer.popup()
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    assert form.values()["unit"] == Picked(2, "Xã Cẩm Giàng")


def test_typing_never_changes_what_is_typed(qtbot, form, type_text):
    field = form.editor("unit").input
    field.setFocus()
    type_text(field, "xã c")
    qtbot.waitUntil(field.popup_open, timeout=DELAY * 20)
    assert (field.text(), field.selectedText()) == ("xã c", "")


def test_a_name_typed_in_full_is_the_known_record(qtbot, form, write):
    write(form, "unit", "phòng nội vụ")
    assert form.values()["unit"].id == 1


def test_an_unknown_record_is_refused_unless_new_ones_are_allowed(qtbot, write):
    strict = Form([LookupField("unit", "Đơn vị", suggest=suggest)])
    free = Form([LookupField("unit", "Đơn vị", suggest=suggest, allow_new=True)])
    for form in (strict, free):
        qtbot.addWidget(form)
        form.show()
        write(form, "unit", "Xã Mới")
    with qtbot.assertNotEmitted(strict.saved):
        strict.save()
    with qtbot.waitSignal(free.saved) as told:
        free.save()
    assert told.args[0] == {"unit": Picked(None, "Xã Mới")}


def test_changing_a_picked_text_lets_the_record_go(qtbot, form, type_text):
    form.load(FULL)
    field = form.editor("unit").input
    field.setFocus()
    field.end(False)
    type_text(field, " 2")
    assert form.values()["unit"] == Picked(None, "Phòng Nội vụ 2")


def test_options_that_come_late_show_the_value_loaded_before(qtbot):
    waiting = []
    form = Form([ChoiceField("kind", "Loại", options=waiting.append)])
    qtbot.addWidget(form)
    form.load({"kind": "b"})
    waiting[-1]((("a", "Một"), ("b", "Hai")))
    assert form.editor("kind").input.currentText() == "Hai"
    assert not form.dirty


def test_a_retired_option_is_kept(qtbot):
    form = Form([ChoiceField("kind", "Loại", options=(("a", "Một"),))])
    qtbot.addWidget(form)
    form.load({"kind": "cũ"})
    assert form.values() == {"kind": "cũ"}


def test_a_new_record_window_closes_at_once_when_nothing_was_typed(qtbot, tmp_path):
    dialog = FormDialog("Thêm người", FIELDS, State(tmp_path / "s.ini"), "person")
    dialog.show()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog.form.editor("name").input, Qt.Key.Key_Escape)


def test_a_new_record_window_does_not_lose_what_was_typed_at_the_first_esc(qtbot, tmp_path, write):
    dialog = FormDialog("Thêm người", FIELDS, State(tmp_path / "s.ini"), "person")
    dialog.show()
    write(dialog.form, "name", "Nông Văn Đức")
    dialog.close()
    assert dialog.isVisible()
    with qtbot.waitSignal(dialog.rejected):
        dialog.close()


def test_the_long_question_over_a_wide_field_is_read_whole(qtbot, tmp_path):
    question = (
        "Đạt năng suất và chất lượng cao; chấp hành chủ trương, chính sách; có đạo đức, lối sống lành mạnh; "
        * 2
    )
    fields = (ChoiceField("tick", question, options=(("yes", "Có"),), empty="Chưa xác nhận", wide=True),)
    dialog = FormDialog("Xác nhận", fields, State(tmp_path / "s.ini"), "ask", None)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    label = next(one for one in dialog.findChildren(QLabel) if one.text() == question)
    shown = label.mapTo(dialog, label.rect().bottomRight())
    assert dialog.rect().contains(shown)
    assert label.height() >= label.heightForWidth(label.width())
    combo = dialog.form.editor("tick")
    assert dialog.rect().contains(combo.mapTo(dialog, combo.rect().bottomRight()))
