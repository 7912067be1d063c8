"""Lists of a year taken in beside decisions: matched, kept once, told where the book says otherwise."""

from tests.intake.making import GOOD, workbook
from tests.records.offices import content, count, do, person, sql, unit
from thidua_desktop.domain.about import About
from thidua_desktop.domain.rating import RatingDraft
from thidua_desktop.intake.read import read_file
from thidua_desktop.services import importing, ratings

RATED = (
    ("Xếp loại năm 2018",),
    ("Họ tên", "Năm sinh", "Đơn vị", "Xếp loại"),
    ("Lý Văn Thử", 1975, "Phòng Nội vụ", "HTXSNV"),
    ("Hoàng Thị Mẫu", 1980, "Trường Tiểu học Ví Dụ", "HTTNV"),
    ("Phòng Nội vụ", "", "", "HTNV"),
)
IDEAS = (
    ("Sáng kiến năm 2018",),
    ("Tên sáng kiến", "Tác giả", "Đơn vị", "Cấp công nhận"),
    ("Một cửa", "Lý Văn Thử; Ma Thị Nhờ", "Phòng Nội vụ", "Cấp huyện"),
)
PLEDGED = (
    ("Đăng ký thi đua năm 2019",),
    ("Họ tên", "Đơn vị", "Danh hiệu đăng ký"),
    ("Lý Văn Thử", "Phòng Nội vụ", "LĐTT, CSTĐCS"),
)
PUNISHED = (
    ("Họ tên", "Đơn vị", "Hình thức kỷ luật", "Từ ngày", "Đến ngày"),
    ("Hoàng Thị Mẫu", "Trường Tiểu học Ví Dụ", "Khiển trách", "01/03/2017", "01/03/2018"),
)


def plan(office, *paths, answers=()):
    with office.read() as session:
        book = importing.title_book(session)
        return importing.preview(session, [read_file(path, book) for path in paths], (), dict(answers))


def take_in(office, *paths):
    planned = plan(office, *paths)
    return planned, do(office, importing.write, planned, name=planned.name)


def lists(tmp_path):
    return [
        workbook(tmp_path / name, rows)
        for name, rows in (
            ("khen.xlsx", GOOD),
            ("xep-loai.xlsx", RATED),
            ("sang-kien.xlsx", IDEAS),
            ("dang-ky.xlsx", PLEDGED),
            ("ky-luat.xlsx", PUNISHED),
        )
    ]


def test_everything_of_a_folder_is_written_in_one_action_that_one_undo_takes_back(office, tmp_path):
    before = content(office)
    planned, imported = take_in(office, *lists(tmp_path))
    assert (
        planned.name == "Nhập 5 tệp: 1 quyết định, 2 lượt khen, 7 dòng xếp loại, sáng kiến, kỷ luật, đăng ký"
    )
    assert not [problem for file in planned.files for problem in file.problems]
    assert imported.awards == 2
    assert sql(
        office,
        "SELECT coalesce(p.name, u.name), r.year, r.rating FROM rating r "
        "LEFT JOIN person p ON p.id = r.person_id LEFT JOIN unit u ON u.id = r.unit_id ORDER BY r.id",
    ) == [("Lý Văn Thử", 2018, "HTXS"), ("Hoàng Thị Mẫu", 2018, "HTT"), ("Phòng Nội vụ", 2018, "HT")]
    assert sql(office, "SELECT name, level, year FROM idea") == [("Một cửa", "huyen", 2018)]
    authors = "SELECT p.name FROM idea_author a JOIN person p ON p.id = a.person_id ORDER BY a.place"
    assert [row[0] for row in sql(office, authors)] == ["Lý Văn Thử", "Ma Thị Nhờ"]
    assert count(office, "SELECT count(*) FROM pledge WHERE year = 2019") == 2
    assert sql(office, "SELECT form, starts, ends FROM discipline") == [
        ("khien_trach", "2017-03-01", "2018-03-01")
    ]
    assert count(office, "SELECT count(*) FROM person") == 3  # nobody twice
    assert count(office, "SELECT count(*) FROM import_file") == 5
    assert count(office, "SELECT sum(rows_written) FROM import_file") == 9
    office.undo()
    assert content(office) == before


def test_the_same_lists_again_write_nothing(office, tmp_path):
    paths = lists(tmp_path)
    take_in(office, *paths)
    before = content(office)
    again = plan(office, *paths)
    assert (again.writes, again.yearly_to_write) == (False, 0)
    assert not [p.reason for file in again.files[1:] for p in file.problems]
    do(office, importing.write, again)
    assert content(office) == before


def test_what_the_book_says_otherwise_stays_and_is_told(office, tmp_path):
    house = unit(office, "Phòng Nội vụ", "office")
    someone = person(office, "Lý Văn Thử", house)
    do(office, ratings.enter, RatingDraft(About("person", someone), 2018, "HT"))
    planned, _ = take_in(office, workbook(tmp_path / "a.xlsx", RATED))
    [problem] = planned.files[0].problems
    assert (problem.row, problem.reason) == (
        3,
        "Trong sổ đã có xếp loại năm 2018 khác của Lý Văn Thử: giữ như trong sổ.",
    )
    assert planned.yearly_to_write == 2
    assert sql(office, "SELECT rating FROM rating WHERE person_id = ?", someone) == [("HT",)]


def test_two_rows_of_one_person_are_kept_once_and_none_where_they_differ(office, tmp_path):
    planned, _ = take_in(office, workbook(tmp_path / "a.xlsx", (*RATED, RATED[2])))
    assert (planned.yearly_to_write, planned.files[0].problems) == (3, ())
    rows = (("Xếp loại năm 2020",), *RATED[1:], RATED[2], ("Lý Văn Thử", 1975, "Phòng Nội vụ", "KHTNV"))
    planned, _ = take_in(office, workbook(tmp_path / "b.xlsx", rows))
    assert planned.yearly_to_write == 2
    assert [problem.row for problem in planned.files[0].problems] == [3, 6, 7]
    assert {problem.reason for problem in planned.files[0].problems} == {
        (
            "Tệp ghi xếp loại năm 2020 của Lý Văn Thử khác nhau ở các dòng 3, 6, 7: chưa ghi dòng nào, "
            "sửa cho khớp rồi nhập lại."
        )
    }
    assert count(office, "SELECT count(*) FROM rating WHERE year = 2020") == 2


def test_rows_that_differ_otherwise_are_not_guessed_between(office, tmp_path):
    worked = (("Số ngày nghỉ năm 2018",), ("Họ tên", "Đơn vị", "Số ngày nghỉ"))
    leave = (*worked, *(("Lý Văn Thử", "Phòng Nội vụ", days) for days in (5, 40)))
    levels = (*IDEAS, (*IDEAS[2][:3], "Cấp tỉnh"))
    ends = (*PUNISHED, (*PUNISHED[1][:4], "01/03/2019"))
    for name, rows in (("nghi", leave), ("sang-kien", levels), ("ky-luat", ends)):
        planned = plan(office, workbook(tmp_path / f"{name}.xlsx", rows))
        assert planned.yearly_to_write == 0
        assert [problem.row for problem in planned.files[0].problems] == [len(rows) - 1, len(rows)]
        assert all("Tệp ghi" in problem.reason for problem in planned.files[0].problems)


def test_an_author_a_later_list_names_is_put_to_the_initiative(office, tmp_path):
    take_in(office, workbook(tmp_path / "a.xlsx", IDEAS))
    more = (*IDEAS[:2], ("Một cửa", "Hà Văn Ba", "Phòng Nội vụ", "Cấp huyện"))
    take_in(office, workbook(tmp_path / "b.xlsx", more))
    assert count(office, "SELECT count(*) FROM idea") == 1
    assert count(office, "SELECT count(*) FROM idea_author") == 3


def test_a_unit_nearly_called_so_is_asked_as_in_any_list(office, tmp_path):
    unit(office, "Trường Tiểu học Ví Dụ", "school")
    rows = (*RATED[:2], ("Hoàng Thị Mẫu", 1980, "Trường TH Ví Dụ", "HTTNV"))
    planned = plan(office, workbook(tmp_path / "a.xlsx", rows))
    asked = [doubt.kind for doubt in planned.doubts] + list(planned.passed)
    assert asked, "the unit is neither asked about nor said to be taken for certain"


MEMBERS = (
    ("Số cán bộ, công chức, viên chức năm 2018",),
    ("STT", "Đơn vị", "Số CBCCVC có mặt", "Ghi chú"),
    (1, "Phòng Nội vụ", 7, ""),
    (2, "Trường Tiểu học Ví Dụ", "24 người", ""),
    (None, "Tổng cộng", 31, ""),
)


def test_the_members_of_units_are_taken_in_and_told_where_the_book_has_others(office, tmp_path):
    before = content(office)
    path = workbook(tmp_path / "so-nguoi.xlsx", MEMBERS)
    planned, _ = take_in(office, path)
    assert sql(
        office, "SELECT u.name, key, value, year FROM attested JOIN unit u ON u.id = unit_id ORDER BY u.name"
    ) == [
        ("Phòng Nội vụ", "members", "7", 2018),
        ("Trường Tiểu học Ví Dụ", "members", "24", 2018),
    ]
    assert planned.yearly_to_write == 2
    again = workbook(tmp_path / "moi.xlsx", (*MEMBERS[:2], (1, "Phòng Nội vụ", 8, "")))
    [problem] = plan(office, again).files[0].problems
    assert "số thành viên năm 2018 khác của Phòng Nội vụ" in problem.reason
    office.undo()
    assert content(office) == before


def test_a_count_beside_names_or_awards_is_no_list_of_members(office, tmp_path):
    rows = (
        ("DANH SÁCH TẬP THỂ LAO ĐỘNG TIÊN TIẾN NĂM 2018",),
        ("(Kèm theo Quyết định số 5/QĐ-UBND ngày 3/9/2019 của Chủ tịch UBND huyện)",),
        ("STT", "Tên tập thể", "Số CBCCVC"),
        (1, "Phòng Nội vụ", 7),
    )
    take_in(office, workbook(tmp_path / "khen.xlsx", rows))
    assert count(office, "SELECT count(*) FROM attested") == 0
    assert count(office, "SELECT count(*) FROM award") == 1


def worked(tmp_path, title, cell, *more, name="so.xlsx", heading="Theo dõi năm 2018"):
    rows = (("Lý Văn Thử", "Phòng Nội vụ", value) for value in (cell, *more))
    return workbook(tmp_path / name, ((heading,), ("Họ tên", "Đơn vị", title), *rows))


WORK = "SELECT months, leave_days, training FROM work_year"


def test_training_leave_and_months_of_a_year_from_three_lists_are_one_record(office, tmp_path):
    before = content(office)
    paths = (
        worked(tmp_path, "Nội dung đào tạo, bồi dưỡng", "Tin học", "Tiếng Tày"),
        worked(tmp_path, "Số ngày nghỉ", 3, name="nghi.xlsx"),
        worked(tmp_path, "Số tháng làm việc", 12, name="thang.xlsx"),
    )
    planned, _ = take_in(office, *paths)
    assert [(file.yearly_to_write, file.problems) for file in planned.files] == [(2, ()), (1, ()), (1, ())]
    assert sql(office, WORK) == [(12, 3, "Tin học; Tiếng Tày")]
    office.undo()
    assert content(office) == before


def test_a_list_completes_the_year_of_work_the_book_has_and_changes_nothing_in_it(office, tmp_path):
    take_in(office, worked(tmp_path, "Số ngày nghỉ", 3))
    kept, before = sql(office, WORK), content(office)
    training = worked(tmp_path, "Lớp bồi dưỡng", "Tin học", name="lop.xlsx")
    take_in(office, training)
    assert (kept, sql(office, WORK)) == ([(None, 3, "")], [(None, 3, "Tin học")])
    again = plan(office, training)
    assert (again.yearly_to_write, again.files[0].problems) == (0, ())
    other = plan(office, worked(tmp_path, "Số ngày nghỉ", 4, name="khac.xlsx"))
    [problem] = other.files[0].problems
    assert (other.yearly_to_write, "giữ như trong sổ" in problem.reason) == (0, True)
    office.undo()
    assert content(office) == before
