from datetime import date

from tests.records.offices import ask, do, person, unit
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.person import PersonDraft
from thidua_desktop.domain.unit import SuccessionDraft
from thidua_desktop.records import history, questions
from thidua_desktop.services import people, units

NAME = "Nông Văn Đức"


def last(office):
    return ask(office, history.actions, 1)[0].id


def lines(office, action_id=None):
    return ask(office, history.of_action, action_id or last(office))


def test_an_action_is_told_in_words(office):
    someone = person(office, NAME, post="Giáo viên")
    assert lines(office) == (f"Thêm cá nhân: {NAME}", "Thêm chức vụ: Giáo viên")
    do(office, people.change, someone, PersonDraft(NAME, PartialDate(1984)))
    assert lines(office) == (f"Cá nhân “{NAME}” – Ngày sinh: (trống) → 1984", "Xóa chức vụ: Giáo viên")


def test_an_earlier_action_is_told_in_the_words_of_its_own_time(office):
    someone = person(office, NAME)
    first = last(office)
    do(office, people.change, someone, PersonDraft("Nông Văn Đúc", PartialDate(1984)))
    do(office, people.change, someone, PersonDraft("Nông Văn Đục", PartialDate(1985)))
    assert lines(office, first) == (f"Thêm cá nhân: {NAME}",)


def test_an_action_taken_back_is_still_told(office):
    person(office, NAME)
    office.undo()
    assert lines(office) == (f"Thêm cá nhân: {NAME}",)


def test_of_many_rows_the_first_and_the_number_of_the_others_are_told(office):
    def enter(session):
        for place in range(25):
            people.add(session, PersonDraft(f"Người thứ {place + 1}", PartialDate(1960 + place)))

    do(office, enter)
    told = lines(office)
    assert len(told) == 11
    assert told[0] == "Thêm cá nhân: Người thứ 1"
    assert told[-1] == "… và 15 cá nhân khác"


def test_a_merger_of_units_is_told(office):
    old, other, kept = (unit(office, name) for name in ("Xã Quang Thuận", "Xã Dương Phong", "Xã Quân Hà"))
    do(office, units.succeed, SuccessionDraft("merged", date(2020, 2, 1), (old, other), (kept,)))
    told = "Thêm biến động đơn vị: Sáp nhập, Xã Quang Thuận, Xã Quân Hà, 01/02/2020"
    assert told in lines(office)


def test_what_undo_and_redo_would_do_is_known_by_name(office):
    assert ask(office, history.standing) == history.Standing("", "")
    do(office, people.add, PersonDraft(NAME), name="Thêm một")
    do(office, people.add, PersonDraft("Lý A Sinh"), name="Thêm hai")
    assert ask(office, history.standing) == history.Standing("Thêm hai", "")
    office.undo()
    office.undo()
    assert ask(office, history.standing) == history.Standing("", "Thêm một")


def test_questions_wait_in_order_until_they_are_answered(office):
    first, second, third = (person(office, NAME) for _ in range(3))
    waiting = ask(office, questions.waiting)
    assert [ask(office, questions.pair, question) for question in waiting] == [
        (first, second),
        (first, third),
        (second, third),
    ]
    do(office, people.tell_apart, waiting[0])
    assert ask(office, questions.waiting) == waiting[1:]
    assert ask(office, questions.pair, waiting[0]) is None
    office.undo()
    assert ask(office, questions.waiting) == waiting
