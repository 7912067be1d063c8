"""What the officer says of the columns of a table stands over the guess, in this file and the next."""

import random
from dataclasses import replace
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake import making, office_corpus
from tests.intake.generated import read_back
from tests.intake.short_lists import awards, names
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake.header import find_columns
from thidua_desktop.intake.layouts import NO_HEADER, Layout, layout_key
from thidua_desktop.intake.read import read_file
from thidua_desktop.intake.reading import FileReading, TableRead
from thidua_desktop.intake.roles import wrong
from thidua_desktop.intake.source import Row

ABOVE = ((making.HEADING,), (making.REFERENCE,), ())
HEADER = ("Số", "Người", "Sinh", "Việc", "Chỗ", "Được")  # none of the usual names
ROLES = ("place", "name", "birth", "post", "unit", "title")


def words_of(reading: FileReading) -> list[tuple[str, str, str, str]]:
    return [(row.name, str(row.birth), row.post, row.unit) for row in awards(reading)]


def said(key: str, *roles: str) -> dict[str, Layout]:
    return {key: Layout(key, roles)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("columns")


@pytest.fixture(scope="module")
def understood(folder: Path, book: TitleBook) -> FileReading:
    return read_file(making.workbook(folder / "good.xlsx", making.GOOD), book)


def table(reading: FileReading) -> TableRead:
    [found] = reading.tables
    return found


def test_a_reading_tells_what_was_understood_of_its_columns(understood: FileReading) -> None:
    told = table(understood)

    assert (told.sheet, told.how, [row.number for row in told.header]) == ("Sheet1", "guessed", [4])
    assert told.titles == making.HEADER
    assert told.roles == ("place", "name", "birth", "post", "unit", "title")
    assert [row.number for row in told.above] == [1, 2]
    assert told.below[0].cells[1] == "Hoàng Thị Mẫu"


def test_two_header_rows_a_name_in_two_columns_and_marks_are_told(folder: Path, book: TitleBook) -> None:
    header = (("STT", "Họ đệm", "Tên", "Đơn vị", "Danh hiệu", None), (None, None, None, None, "LĐTT", "2018"))
    rows = (*ABOVE, *header, (1, "Hoàng Thị", "Mẫu", "Phòng Nội vụ", "x", None))
    told = table(read_file(making.workbook(folder / "two.xlsx", rows), book))

    assert told.titles == ("STT", "Họ đệm", "Tên", "Đơn vị", "Danh hiệu / LĐTT", "Danh hiệu / 2018")
    assert told.roles == ("place", "family", "name", "unit", "award", "award")


def test_the_key_of_a_layout_is_that_of_its_titles_not_of_its_file(
    folder: Path, book: TitleBook, understood: FileReading
) -> None:
    header = [title.upper() for title in making.HEADER]
    other = read_file(making.workbook(folder / "other.xlsx", [header, *making.PEOPLE[1:]]), book)

    assert table(other).layout == table(understood).layout == layout_key([Row(9, making.HEADER)])
    assert layout_key([Row(1, ("Họ tên", "Năm"))]) != layout_key([Row(1, ("Họ tên", "Nam"))])


def test_a_wrong_guess_is_put_right(folder: Path, book: TitleBook, understood: FileReading) -> None:
    key = table(understood).layout
    swapped = said(key, "place", "name", "skip", "unit", "post", "title")
    read = read_file(folder / "good.xlsx", book, layouts=swapped)

    assert words_of(read) == [
        ("Hoàng Thị Mẫu", "None", "Trường Tiểu học Ví Dụ", "Giáo viên"),
        ("Lý Văn Thử", "None", "Phòng Nội vụ", "Chuyên viên"),
    ]
    assert (table(read).how, table(read).roles) == ("said", swapped[key].roles)
    assert read.layouts == tuple(swapped.values())
    assert not any("chưa đọc" in remark for remark in read.decisions[0].remarks)


def test_saying_what_was_guessed_changes_nothing(
    folder: Path, book: TitleBook, understood: FileReading
) -> None:
    told = table(understood)
    read = read_file(folder / "good.xlsx", book, layouts=said(told.layout, *told.roles))

    assert (read.decisions, read.problems) == (understood.decisions, understood.problems)


@pytest.mark.parametrize("seed", range(40))
def test_saying_what_was_guessed_changes_nothing_in_any_layout(
    seed: int, tmp_path: Path, book: TitleBook
) -> None:
    path, _ = office_corpus.write(tmp_path, seed)
    before = read_file(path, book)
    assert all(told.how == "guessed" for told in before.tables)
    layouts = {told.layout: Layout(told.layout, told.roles) for told in before.tables}
    read = read_file(path, book, layouts=layouts)

    assert (read.decisions, read.problems) == (before.decisions, before.problems)
    assert all(told.how == "said" for told in read.tables)


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(len(HEADER))), st.booleans(), st.randoms(use_true_random=False))
def test_columns_in_any_order_and_of_any_titles_are_read_as_said(
    order: list[int], headed: bool, chance: random.Random
) -> None:
    titles = [chance.choice(("Mục", "Cái", "Phần", "Món")) + f" {chance.randint(10, 99)}" for _ in order]
    rows = [
        [one[place] for place in order] for one in (*making.PEOPLE, (3, "Nông Văn Ba", *making.PEOPLE[0][2:]))
    ]
    roles = [ROLES[place] for place in order]

    def write(path: Path) -> Path:
        return making.workbook(path, (*ABOVE, titles, *rows) if headed else (*ABOVE, *rows))

    shape = "=" + "|".join(("number", "text", "year", "text", "unit", "award")[place] for place in order)
    key = layout_key([Row(1, tuple(titles))]) if headed else shape
    read = read_back("a.xlsx", write, said(key, *roles))

    found = [(row.name, row.birth and row.birth.year, row.post, row.unit, row.award) for row in awards(read)]
    true = [(name, year, post, unit, "DH_CSTD_CS") for _, name, year, post, unit, _ in making.PEOPLE]
    assert (found, read.problems) == ([*true, ("Nông Văn Ba", *true[0][1:])], ())


def test_a_header_not_recognised_is_shown_and_pointed_out(folder: Path, book: TitleBook) -> None:
    path = making.workbook(folder / "odd.xlsx", (*ABOVE, HEADER, *making.PEOPLE))
    before = read_file(path, book)
    assert (awards(before), table(before).how, table(before).header) == ([], "unknown", ())
    row = next(row for row in table(before).below if row.cells == HEADER)

    read = read_file(path, book, layouts=said(layout_key([row]), *ROLES))

    assert words_of(read) == [
        ("Hoàng Thị Mẫu", "1980", "Giáo viên", "Trường Tiểu học Ví Dụ"),
        ("Lý Văn Thử", "1975", "Chuyên viên", "Phòng Nội vụ"),
    ]
    assert (read.problems, table(read).titles) == ((), HEADER)


def test_a_header_far_from_where_the_table_seems_to_begin_is_shown_and_pointed_out(
    folder: Path, book: TitleBook
) -> None:
    preamble = [(f"{number}. Căn cứ thứ {number};",) for number in range(90)]
    many = [(*one[:2], 1930 + number, *one[3:]) for number in range(30) for one in making.PEOPLE]
    path = making.workbook(folder / "far.xlsx", (*ABOVE, *preamble, HEADER, *many))
    row = next(row for row in table(read_file(path, book)).below if row.cells == HEADER)
    read = read_file(path, book, layouts=said(layout_key([row]), *ROLES))

    assert (row.number, len(awards(read)), read.problems) == (94, 60, ())


@pytest.mark.parametrize("above", [True, False])
def test_the_true_header_is_shown_however_far_it_is_from_a_false_one(
    above: bool, folder: Path, book: TitleBook
) -> None:
    false = ("Họ và tên", "Chức vụ", "Đơn vị")
    notes = [(f"Điều {number}",) for number in range(150)]
    rows = (HEADER, *notes, false) if above else (false, *notes, HEADER)
    path = making.workbook(folder / f"far{above}.xlsx", (*ABOVE, *rows, *making.PEOPLE))
    told = table(read_file(path, book))

    assert told.titles[:3] == false
    assert HEADER in [row.cells for row in (told.above if above else told.below)]


@pytest.mark.parametrize("moved", [0, 2])
def test_columns_of_a_table_without_a_header_are_named(moved: int, folder: Path, book: TitleBook) -> None:
    path = making.workbook(
        folder / f"bare{moved}.xlsx", (*ABOVE, *[()] * moved, *making.PEOPLE, (None, "Tổng cộng: 2 cá nhân"))
    )
    shape = table(read_file(path, book)).layout
    read = read_file(path, book, layouts=said(shape, *ROLES))

    assert shape == "=number|text|year|text|unit|award"
    assert names(read) == ["Hoàng Thị Mẫu", "Lý Văn Thử"]
    assert {row.year for row in awards(read)} == {2018}
    assert (read.problems, read.decisions[0].stated.persons) == ((), 2)


def test_a_table_without_a_header_and_of_another_make_is_not_read_alike(
    folder: Path, book: TitleBook
) -> None:
    people = [(one[0], one[1], one[2], one[4], one[3], one[5]) for one in making.PEOPLE]
    first = making.workbook(folder / "one.xlsx", (*ABOVE, *making.PEOPLE))
    other = making.workbook(folder / "two.xlsx", (*ABOVE, *people))
    layouts = said(table(read_file(first, book)).layout, *ROLES)

    assert awards(read_file(first, book, layouts=layouts))
    assert not awards(read_file(other, book, layouts=layouts))


def test_a_row_that_only_looks_like_a_header_is_denied(folder: Path, book: TitleBook) -> None:
    false = ("Họ và tên", "Chức vụ", "Đơn vị")
    path = making.workbook(folder / "false.xlsx", (*ABOVE, false, HEADER, *making.PEOPLE))
    told = table(read_file(path, book))
    assert told.titles[:3] == false

    no = Layout(told.layout, use=NO_HEADER)
    key = layout_key([told.below[0]])
    read = read_file(path, book, layouts={no.key: no, **said(key, *ROLES)})

    assert names(read) == ["Hoàng Thị Mẫu", "Lý Văn Thử"]
    assert {layout.key for layout in read.layouts} == {no.key, key}


def test_a_table_of_a_document_is_read_as_said(folder: Path, book: TitleBook) -> None:
    people = [tuple(map(str, one)) for one in making.PEOPLE]
    body = making.paragraph(making.HEADING) + making.paragraph(making.REFERENCE)
    path = making.document(folder / "odd.docx", body + making.table([HEADER, *people]))
    told = table(read_file(path, book))
    assert (told.table, told.how) == (1, "unknown")

    read = read_file(path, book, layouts=said(layout_key(told.below[:1]), *ROLES))

    assert names(read) == ["Hoàng Thị Mẫu", "Lý Văn Thử"]


def test_a_remembered_layout_is_told_as_such(folder: Path, book: TitleBook, understood: FileReading) -> None:
    told = table(understood)
    layout = replace(Layout(told.layout, told.roles), remembered=True)
    read = read_file(folder / "good.xlsx", book, layouts={layout.key: layout})

    assert (table(read).how, read.layouts) == ("remembered", (layout,))
    assert read.decisions[0].remarks[-1].startswith("Cột đọc theo cách đã chỉ cho mẫu bảng này")


@pytest.mark.parametrize(
    ("roles", "words"),
    [
        (("place", "unit"), "Chưa có cột nào là tên được khen"),
        (("name", "name", "unit"), "Cột A “Họ tên” và cột B cùng được chọn là “Họ và tên"),
        (("name", "unit", "unit"), "cùng được chọn là “Đơn vị"),
        (("name", "colour"), "Không có vai trò cột “colour”"),
    ],
)
def test_columns_that_cannot_be_are_refused_with_a_sentence(
    roles: tuple[str, ...], words: str, folder: Path, book: TitleBook, understood: FileReading
) -> None:
    assert words in wrong(roles, ("Họ tên",))
    read = read_file(folder / "good.xlsx", book, layouts=said(table(understood).layout, *roles))

    assert read.decisions == understood.decisions
    assert len(read.problems) == 1
    assert "chọn" in read.problems[0].reason or "vai trò" in read.problems[0].reason


def test_roles_may_be_names_of_several_kinds_and_marks() -> None:
    assert not wrong(("place", "name", "collective", "household", "award", "award", "skip", "skip", ""))
    assert find_columns(HEADER) is None


def test_the_head_of_a_letter_and_its_signatures_are_no_tables_to_be_asked(
    folder: Path, book: TitleBook
) -> None:
    head = (("UBND HUYỆN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ("PHÒNG NỘI VỤ", "Độc lập - Tự do"))
    body = "".join(map(making.paragraph, making.LINES))
    foot = making.table([("Nơi nhận:", "TM. ỦY BAN NHÂN DÂN"), ("- Lưu: VT", "CHỦ TỊCH")])
    reading = read_file(making.document(folder / "b.docx", making.table(head) + body + foot), book)

    assert (names(reading), reading.tables) == (["Hoàng Thị Mẫu", "Lý Văn Thử"], ())


def test_more_columns_said_than_a_table_has_are_told_too(
    folder: Path, book: TitleBook, understood: FileReading
) -> None:
    roles = (*table(understood).roles, "note", "skip")
    told = table(read_file(folder / "good.xlsx", book, layouts=said(table(understood).layout, *roles)))

    assert (told.roles, told.titles) == (roles, (*making.HEADER, "", ""))


def test_a_name_of_collectives_in_two_columns_stays_one_when_said(folder: Path, book: TitleBook) -> None:
    path = folder / "merged.xlsx"
    with xlsxwriter.Workbook(path) as made:
        page = made.add_worksheet()
        for place, line in enumerate(("DANH SÁCH KHEN THƯỞNG NĂM 2018", making.REFERENCE)):
            page.write(place, 0, line)
        page.write_row(2, 0, ("STT", None, None, "Danh hiệu"))
        page.merge_range(2, 1, 2, 2, "Tên tập thể")
        page.write_row(3, 0, (1, "Trường Tiểu học", "Ví Dụ", "Tập thể lao động tiên tiến"))
    before = read_file(path, book)
    told = table(before)
    read = read_file(path, book, layouts=said(told.layout, *told.roles))

    assert told.roles == ("place", "family", "collective", "title")
    assert [(row.recipient, row.name) for row in awards(read)] == [("collective", "Trường Tiểu học Ví Dụ")]
    assert read.decisions == before.decisions
