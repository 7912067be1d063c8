"""Layouts offices really use: any list written in one of them comes back equal, row by row."""

import csv
from collections.abc import Callable
from pathlib import Path

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from tests.intake import making
from tests.intake.generated import (
    BOOK,
    SIGNERS,
    List,
    Person,
    lists,
    people,
    people_of_list,
    read_back,
    told_of,
)
from thidua_desktop.intake.reading import CandidateAward

Award = tuple[str, str, str, str, str, int]
TICKS = ("x", "X", "×", "✓", "1", "có")
TITLES = {"LĐTT": "Lao động tiên tiến", "CSTĐCS": "Chiến sĩ thi đua cơ sở", "GK UBND huyện": "Giấy khen của Chủ tịch UBND huyện"}  # fmt: skip
YEARS = (2015, 2016, 2017)
REFERENCE = f"(Kèm theo Quyết định số 95/QĐ-UBND ngày 8/2/2019 của {SIGNERS['district']})"
Merge = tuple[int, int, int, int]

told = st.dictionaries(
    st.tuples(st.sampled_from(sorted(TITLES)), st.sampled_from(YEARS)), st.just(True), min_size=1, max_size=5
).map(sorted)
persons_lists = lists(mixed=False).filter(lambda each: bool(each.people))


def told_by_name_and_post(each: List) -> bool:
    """Whether nobody stands there twice once the sheet tells the unit."""
    return len({(person.name, person.post) for person in each.people}) == len(each.people)


def awards_of(path: Path) -> list[Award]:
    reading = read_back(path.name, lambda copy: copy.write_bytes(path.read_bytes()))
    return [seen(award) for decision in reading.decisions for award in decision.awards]


def seen(award: CandidateAward) -> Award:
    return award.recipient, award.name, award.post, award.unit, BOOK.short(award.award or ""), award.year or 0


def expected(person: Person, title: str, year: int) -> Award:
    return "person", person.name, person.post, person.unit, title, year


def written(name: str, rows: list[list[object]], merges: tuple[Merge, ...] = ()) -> Callable[[Path], object]:
    def write(path: Path) -> None:
        with xlsxwriter.Workbook(path) as book:
            page = book.add_worksheet(name)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
            for top, left, bottom, right in merges:
                page.merge_range(top, left, bottom, right, rows[top][left])

    return write


def found(rows: list[list[object]], merges: tuple[Merge, ...] = (), name: str = "Sheet1") -> list[Award]:
    reading = read_back("a.xlsx", written(name, rows, merges))
    return [seen(award) for decision in reading.decisions for award in decision.awards]


def heading(true: List) -> list[list[object]]:
    return [[line] for line in true.heading()]


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(people, told), min_size=1, max_size=5, unique_by=lambda row: told_of(row[0])),
    st.booleans(),
    st.data(),
)
def test_one_column_a_year_comes_back(
    rows: list[tuple[Person, list[tuple[str, int]]]], merged: bool, data: DataObject
) -> None:
    top: list[object] = [
        "STT",
        "Họ và tên",
        "Chức vụ",
        "Đơn vị công tác",
        "Danh hiệu đạt được",
        None,
        None,
        "Ghi chú",
    ]
    years = data.draw(st.sampled_from(([*YEARS], [f"Năm {year}" for year in YEARS])))
    sheet: list[list[object]] = [["DANH SÁCH CÁ NHÂN ĐƯỢC KHEN"], [REFERENCE]]
    if merged:
        sheet += [top, [None] * 4 + years]
    else:
        sheet.append([*top[:4], *years, "Ghi chú"])
    for number, (person, titles) in enumerate(rows, 1):
        between = data.draw(st.sampled_from((", ", "; ", "\n", " và ")))
        cells = [between.join(title for title, at in titles if at == year) for year in YEARS]
        sheet.append([number, person.name, person.post, person.unit, *cells, None])
    merges = (*tuple((2, place, 3, place) for place in (0, 1, 2, 3, 7)), (2, 4, 2, 6))

    awards = found(sheet, merges if merged else ())

    assert sorted(awards) == sorted(
        expected(person, TITLES[title], year) for person, titles in rows for title, year in titles
    )


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(people, told), min_size=1, max_size=5, unique_by=lambda row: told_of(row[0])),
    st.data(),
)
def test_one_column_a_title_comes_back(
    rows: list[tuple[Person, list[tuple[str, int]]]], data: DataObject
) -> None:
    names = [*TITLES]
    sheet: list[list[object]] = [
        ["DANH SÁCH CÁ NHÂN ĐƯỢC KHEN"], [REFERENCE],
        ["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Danh hiệu, hình thức khen thưởng", None, None],
        [None, None, None, None, *names],
    ]  # fmt: skip
    for number, (person, titles) in enumerate(rows, 1):
        cells: list[object] = []
        for name in names:
            years = [year for title, year in titles if title == name]
            cells.append(
                data.draw(st.sampled_from((", ", "; "))).join(map(str, years))
                or data.draw(st.sampled_from((None, "-")))
            )
        sheet.append([number, person.name, person.post, person.unit, *cells])

    assert sorted(found(sheet, ((2, 4, 2, 6),))) == sorted(
        expected(person, TITLES[title], year) for person, titles in rows for title, year in titles
    )


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.tuples(people, told), min_size=1, max_size=5, unique_by=lambda row: told_of(row[0])),
    st.sampled_from(TICKS),
)
def test_titles_of_years_marked_with_x_come_back(
    rows: list[tuple[Person, list[tuple[str, int]]]], tick: str
) -> None:
    names = [*TITLES]
    years: list[object] = [year if place == 0 else None for year in YEARS for place in range(len(names))]
    sheet: list[list[object]] = [
        ["DANH SÁCH CÁ NHÂN ĐƯỢC KHEN"], [REFERENCE],
        ["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác", *years],
        [None, None, None, None, *names * len(YEARS)],
    ]  # fmt: skip
    for number, (person, titles) in enumerate(rows, 1):
        marks = [tick if (name, year) in titles else None for year in YEARS for name in names]
        sheet.append([number, person.name, person.post, person.unit, *marks])
    merges = tuple((2, 4 + 3 * place, 2, 6 + 3 * place) for place in range(len(YEARS)))

    assert sorted(found(sheet, merges)) == sorted(
        expected(person, TITLES[title], year) for person, titles in rows for title, year in titles
    )


@settings(max_examples=40, deadline=None)
@given(persons_lists, st.booleans(), st.booleans())
def test_a_header_of_two_rows_with_a_name_in_two_columns_comes_back(
    true: List, named: bool, born: bool
) -> None:
    top: list[object] = ["TT", "Họ và tên", None, "Năm sinh", None, "Chức vụ", "Đơn vị"]
    below: list[object] = [None, "Họ đệm", "Tên", "Nam", "Nữ", None, None]
    if not named:
        below[1:3] = [None, None]
    sheet = [*heading(true), top, below]
    at = len(sheet) - 2
    for number, person in enumerate(true.people, 1):
        family, given_name = person.name.rsplit(" ", 1)
        born_cells = (None, person.birth) if person.female else (person.birth, None)
        sheet.append(
            [number, family, given_name, *(born_cells if born else (None, None)), person.post, person.unit]
        )
    merges: tuple[Merge, ...] = ((at, 3, at, 4), *((at, place, at + 1, place) for place in (0, 5, 6)))
    merges += ((at, 1, at, 2),) if named else ((at, 1, at + 1, 2),)

    reading = read_back("a.xlsx", written("Sheet1", sheet, merges))

    awards = [award for decision in reading.decisions for award in decision.awards]
    assert [seen(award) for award in awards] == [expected(p, true.title, true.year) for p in true.people]
    if born:
        assert [(a.gender, str(a.birth)) for a in awards] == [
            ("female" if p.female else "male", str(p.birth)) for p in true.people
        ]


@settings(max_examples=40, deadline=None)
@given(persons_lists, st.data())
def test_people_under_rows_of_their_units_come_back(true: List, data: DataObject) -> None:
    sheet = [*heading(true), ["STT", "Họ và tên", "Chức vụ", "Ghi chú"]]
    written_unit = data.draw(st.sampled_from(("{unit}", "{number}. {unit}:", "{roman}. {unit}", "{unit}:")))
    units = list(dict.fromkeys(person.unit for person in true.people))
    for place, unit in enumerate(units, 1):
        roman = ["I", "II", "III", "IV", "V", "VI"][place - 1]
        if data.draw(st.booleans()):
            sheet.append([roman, unit])
        else:
            sheet.append([written_unit.format(unit=unit, number=place, roman=roman)])
        if data.draw(st.booleans()):
            sheet.append(["STT", "Họ và tên", "Chức vụ", "Ghi chú"])
        group = [person for person in true.people if person.unit == unit]
        sheet += [[number, person.name, person.post] for number, person in enumerate(group, 1)]
        if data.draw(st.booleans()):
            sheet.append([None, f"Cộng: {len(group)} cá nhân"])
    sheet += [
        [None, f"Tổng cộng: {len(true.people)} cá nhân./."],
        [None, None, "CHỦ TỊCH"],
        [None, None, "Lý Văn Ký"],
    ]

    reading = read_back("a.xlsx", written("Sheet1", sheet))

    (decision,) = reading.decisions
    assert sorted(map(seen, decision.awards)) == sorted(
        expected(p, true.title, true.year) for p in true.people
    )
    assert decision.remarks == ()


@settings(max_examples=40, deadline=None)
@given(persons_lists, st.data())
def test_ditto_marks_and_headers_repeated_on_each_page_come_back(true: List, data: DataObject) -> None:
    header: list[object] = ["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác"]
    sheet, above = [*heading(true), header], None
    for number, person in enumerate(true.people, 1):
        cells: list[object] = [number, person.name, person.post, person.unit]
        if data.draw(st.booleans()):
            sheet += [["1", "2", "3", "4"], header]
        for place, role in ((2, "post"), (3, "unit")):
            same = above is not None and getattr(above, role) == getattr(person, role) != ""
            if same and data.draw(st.booleans()):
                cells[place] = data.draw(
                    st.sampled_from(('"', "-nt-", "nt", "Như trên", "''", "- nt -", "”"))
                )
        sheet.append(cells)
        above = person

    assert found(sheet) == [expected(p, true.title, true.year) for p in true.people]


@settings(max_examples=30, deadline=None)
@given(st.lists(persons_lists.filter(told_by_name_and_post), min_size=1, max_size=3), st.booleans())
def test_one_sheet_a_unit_comes_back(trues: list[List], reference: bool) -> None:
    units = ("Trường Tiểu học Ví Dụ", "Phòng Nội vụ", "Xã Mẫu Sơn")

    def write(path: Path) -> None:
        with xlsxwriter.Workbook(path) as book:
            for unit, true in zip(units, trues, strict=False):
                page = book.add_worksheet(unit)
                rows = [*heading(true), ["STT", "Họ và tên", "Chức vụ"]]
                rows += [[number, person.name, person.post] for number, person in enumerate(true.people, 1)]
                for number, row in enumerate(rows):
                    page.write_row(number, 0, row)

    reading = read_back("a.xlsx", write)

    awards = [award for decision in reading.decisions for award in decision.awards]
    assert sorted((a.name, a.post, a.unit) for a in awards) == sorted(
        (person.name, person.post, unit)
        for unit, true in zip(units, trues, strict=False)
        for person in true.people
    )
    assert all("theo tên trang tính" in " ".join(award.inferred) for award in awards)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(people_of_list, min_size=1, max_size=3),
    st.sampled_from(("{}", "Năm {}")),
)
def test_one_sheet_a_year_comes_back(groups: list[list[Person]], named: str) -> None:
    def write(path: Path) -> None:
        with xlsxwriter.Workbook(path) as book:
            for year, group in zip(YEARS, groups, strict=False):
                page = book.add_worksheet(named.format(year))
                rows = [
                    ["DANH SÁCH CÁ NHÂN ĐẠT “LAO ĐỘNG TIÊN TIẾN”"],
                    [REFERENCE],
                    ["STT", "Họ và tên", "Chức vụ", "Đơn vị"],
                ]
                rows += [[number, p.name, p.post, p.unit] for number, p in enumerate(group, 1)]
                for number, row in enumerate(rows):
                    page.write_row(number, 0, row)

    reading = read_back("a.xlsx", write)

    awards = [seen(award) for decision in reading.decisions for award in decision.awards]
    assert awards == [
        expected(person, "Lao động tiên tiến", year)
        for year, group in zip(YEARS, groups, strict=False)
        for person in group
    ]


@settings(max_examples=40, deadline=None)
@given(
    lists(), st.lists(st.sampled_from(("Lý Văn Thử", "Bàn Thị Mẫu")), max_size=2, unique=True), st.booleans()
)
def test_collectives_people_and_households_in_one_table_come_back(
    true: List, households: list[str], columns: bool
) -> None:
    title = "Giấy khen của Chủ tịch UBND huyện"
    sheet: list[list[object]] = [
        ["DANH SÁCH TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH ĐƯỢC TẶNG GIẤY KHEN NĂM 2018"],
        [REFERENCE],
    ]
    if columns:
        sheet.append(["STT", "Tập thể", "Cá nhân", "Hộ gia đình", "Chức vụ", "Đơn vị công tác"])
        sheet += [[1, unit] for unit in true.units]
        sheet += [[1, None, p.name, None, p.post, p.unit] for p in true.people]
        sheet += [[1, None, None, name, None, "Thôn Nà Mẫu"] for name in households]
    else:
        sheet.append(["STT", "Tên tập thể, cá nhân, hộ gia đình", "Chức vụ", "Đơn vị công tác"])
        sheet.append(["A", "TẬP THỂ"])
        sheet += [[number, unit] for number, unit in enumerate(true.units, 1)]
        sheet.append(["B", "CÁ NHÂN"])
        sheet += [[number, p.name, p.post, p.unit] for number, p in enumerate(true.people, 1)]
        sheet.append(["C", "HỘ GIA ĐÌNH"])
        sheet += [
            [number, f"Hộ ông {name}", None, "Thôn Nà Mẫu"] for number, name in enumerate(households, 1)
        ]

    rows = found(sheet)

    assert rows == [
        *(("collective", unit, "", "", title, 2018) for unit in true.units),
        *(expected(person, title, 2018) for person in true.people),
        *(("household", name, "", "Thôn Nà Mẫu", title, 2018) for name in households),
    ]


@settings(max_examples=40, deadline=None)
@given(
    persons_lists,
    st.sampled_from(("{n}. {unit}:", "{r}. {unit}:", "{unit}:")),
    st.sampled_from(("- ", "+ ", "• ")),
)
def test_a_numbered_list_under_units_comes_back(true: List, head: str, dash: str) -> None:
    lines, place = true.heading(), 0
    units = list(dict.fromkeys(person.unit for person in true.people))
    for place, unit in enumerate(units, 1):
        lines.append(head.format(n=place, r=["I", "II", "III", "IV", "V", "VI"][place - 1], unit=unit))
        for person in true.people:
            if person.unit == unit:
                words = [f"{'Bà' if person.female else 'Ông'} {person.name}", person.post]
                lines.append(f"{dash}{', '.join(filter(None, words))};")

    reading = read_back("a.docx", lambda path: making.lines(path, lines))

    awards = [seen(award) for decision in reading.decisions for award in decision.awards]
    assert sorted(awards) == sorted(expected(p, true.title, true.year) for p in true.people)


@settings(max_examples=30, deadline=None)
@given(persons_lists, st.sampled_from(("a.ods", "a.csv", "a.xlsx")))
def test_numbers_written_as_text_and_days_as_numbers_come_back(true: List, name: str) -> None:
    rows = [*heading(true), ["STT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị công tác"]]
    serial = 29221  # 1 January 1980
    rows += [[str(number), p.name, str(serial), p.post, p.unit] for number, p in enumerate(true.people, 1)]

    def write(path: Path) -> object:
        if name == "a.xlsx":
            return making.workbook(path, rows)
        if name == "a.ods":
            return making.open_workbook(path, rows)
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, delimiter=";").writerows(rows)
        return path

    reading = read_back(name, write)

    awards = [award for decision in reading.decisions for award in decision.awards]
    assert [seen(award) for award in awards] == [expected(p, true.title, true.year) for p in true.people]
    assert {str(award.birth) for award in awards} == {"01/01/1980"}
