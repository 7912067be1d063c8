"""The same decision again, in another file or next month: what is new, what differs, what is missing."""

from hypothesis import given
from hypothesis import strategies as st

from tests.records.offices import content, count, do, sql, unit
from tests.services.import_lists import decision, doubt, listed, plan, reading, row, take_in
from thidua_desktop.domain.decision import AwardDraft
from thidua_desktop.services import importing
from thidua_desktop.services.import_again import BOTH, TAKE, compare, surely_one_unit

OLD = (
    row("Nông Văn An", unit="Trường THCS Cao Kỳ", post="Giáo viên"),
    row("Lý Thị Bảo", unit="Trạm Y tế", post="Y sĩ"),
    row("Bàn A Cường", unit="Phòng Nội vụ"),
)
NEW = (
    row("NÔNG VĂN AN", unit="THCS Cao Kì huyện Bạch Thông", post="giáo viên"),  # the same
    row("Lý Thị Bảo", unit="Trạm Y tế", post="Trạm trưởng", year=2018),  # differs
    row("Dương Thị Dung", unit="Phòng Nội vụ", note="mới"),  # new
)


def known(office):
    take_in(office, listed(*OLD))
    return sql(office, "SELECT id, name_written, year, post_written FROM award ORDER BY id")


def test_the_same_list_again_is_said_and_asks_nothing(office):
    known(office)
    planned = plan(office, listed(*OLD))
    assert (planned.to_write, planned.doubts) == ((), ())
    [problem] = planned.files[0].problems
    assert problem.reason.endswith("đã có trong sổ: không nhập lại.")


def test_what_is_new_differs_and_is_missing_is_told_and_nothing_written_by_itself(office):
    known(office)
    before = content(office)
    asked = doubt(office, listed(*NEW), kind="decision")
    assert "1 dòng mới, 1 dòng khác, 1 dòng thiếu" in asked.question
    assert (asked.rows, [option.code for option in asked.options]) == (2, ["keep", "take", "both"])
    here, there = dict(asked.left.facts), dict(asked.right.facts)
    assert here["Dòng mới"].startswith("Dương Thị Dung, Lao động tiên tiến, 2019")
    assert "2018, Trạm trưởng" in here["Dòng khác"]
    assert "2019, Y sĩ" in there["Dòng khác"]
    assert there["Tệp không có"].startswith("Bàn A Cường")
    for answers in ({}, {asked.key: "keep"}):
        planned, told = take_in(office, listed(*NEW), answers=answers)
        assert (told.decisions, planned.rows_to_write, content(office)) == ((), 0, before)
        assert "1 dòng mới" in planned.files[0].problems[0].reason


def test_take_adds_what_is_new_and_changes_what_differs(office):
    old = known(office)
    asked = doubt(office, listed(*NEW), kind="decision")
    before = content(office)
    planned, told = take_in(office, listed(*NEW), answers={asked.key: "take"})
    assert (planned.rows_to_write, told.awards, told.new_people) == (2, 2, 1)
    now = sql(office, "SELECT id, name_written, year, post_written FROM award ORDER BY id")
    assert now[:3] == [old[0], (old[1][0], "Lý Thị Bảo", 2018, "Trạm trưởng"), old[2]]
    assert [line[1] for line in now[3:]] == ["Dương Thị Dung"]
    assert "mới" in sql(office, "SELECT note FROM decision")[0][0]
    again = plan(office, listed(*NEW))
    assert [one.kind for one in again.doubts] == []
    office.undo()
    assert content(office) == before


def test_both_keeps_the_row_there_and_adds_the_other(office):
    old = known(office)
    asked = doubt(office, listed(*NEW), kind="decision")
    take_in(office, listed(*NEW), answers={asked.key: "both"})
    now = sql(office, "SELECT id, name_written, year, post_written FROM award ORDER BY id")
    assert now[:3] == old
    assert sorted(line[1:3] for line in now[3:]) == [("Dương Thị Dung", 2019), ("Lý Thị Bảo", 2018)]
    assert count(office, "SELECT count(*) FROM person") == 4


def test_two_files_with_parts_of_one_decision_are_put_together(office):
    files = reading(decision(*OLD[:2])), reading(decision(OLD[0], OLD[2]), name="tiếp.xlsx")
    asked = doubt(office, *files, kind="decision")
    assert "đã có ở tệp “ds.xlsx”" in asked.question
    alone, told = take_in(office, *files)
    assert told.awards == 2
    office.undo()
    planned, told = take_in(office, *files, answers={asked.key: "take"})
    assert (len(told.decisions), told.awards, planned.files[0].rows_to_write) == (1, 3, 3)
    assert alone.rows_to_write == 2
    assert sql(office, "SELECT name_written FROM award ORDER BY place") == [(one.name,) for one in OLD]


def test_a_moved_unit_is_a_difference_and_a_unit_written_otherwise_is_none(office):
    known(office)
    same = listed(OLD[0], OLD[1], row("Bàn A Cường", unit="PHÒNG NỘI VỤ huyện Bạch Thông"))
    assert plan(office, same).doubts == ()
    moved = listed(OLD[0], OLD[1], row("Bàn A Cường", unit="Phòng Tư pháp"))
    asked = doubt(office, moved, kind="decision")
    take_in(office, moved, answers={asked.key: "take"})
    [(place,)] = sql(office, "SELECT u.name FROM award a JOIN unit u ON u.id = a.unit_id WHERE a.place = 2")
    assert place == "Phòng Tư pháp"
    assert count(office, "SELECT count(*) FROM person WHERE name = 'Bàn A Cường'") == 1


def test_a_new_row_of_a_known_decision_may_raise_its_own_questions(office):
    unit(office, "Trường Tiểu học Cao Sơn")
    known(office)
    more = listed(*OLD, row("Ma Thị Én", unit="Trường TH Cao Sơn"))
    first = doubt(office, more, kind="decision")
    planned = plan(office, more, answers={first.key: "take"})
    [place] = [one for one in planned.doubts if one.kind == "unit"]
    planned = plan(office, more, answers={first.key: "take", place.key: "same"})
    assert do(office, importing.write, planned).new_units == 0


ROWS = st.lists(
    st.builds(
        AwardDraft,
        st.sampled_from(["DH_LDTT", "DH_CSTD_CS"]),
        name=st.sampled_from(["An", "Bảo", "Cường"]),
        year=st.sampled_from([2018, 2019, None]),
        unit_written=st.sampled_from(["", "Xã Cao Sơn", "Xã Vi Hương"]),
    ),
    max_size=6,
)


@given(ROWS, ROWS)
def test_every_row_is_told_once_and_both_never_loses_one(there, here):
    found = compare(there, here, 2019, surely_one_unit)
    same = len(here) - found.rows
    assert len(there) == same + len(found.changed) + len(found.missing)
    assert same >= 0
    assert (
        len(found.to_write(TAKE, surely_one_unit)) == len(found.to_write(BOTH, surely_one_unit)) == found.rows
    )


@given(ROWS, st.randoms())
def test_the_same_rows_in_another_order_are_the_same(rows, random):
    shuffled = list(rows)
    random.shuffle(shuffled)
    exact = lambda one, other: one.unit_written == other.unit_written  # noqa: E731 - the strictest rule
    assert compare(rows, shuffled, 2019, exact).words == ""
