"""Any list comes back from any kind of file, whatever is hidden in it and however its days are written."""

import csv
import io
from datetime import date
from pathlib import Path

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from tests.intake import making
from tests.intake.generated import (
    BOOK,
    List,
    Person,
    check,
    lists,
    people,
    people_of_list,
    read_all,
    read_back,
    told_of,
)
from thidua_desktop.intake.reading import FileReading

Row = list[object]
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1258")
ZERO = date(1899, 12, 30)
TITLES = {
    "LAO ĐỘNG TIÊN TIẾN": "Lao động tiên tiến",
    "Danh hiệu “Chiến sĩ thi đua cơ sở”": "Chiến sĩ thi đua cơ sở",
    "Giấy khen của Chủ tịch UBND huyện": "Giấy khen của Chủ tịch UBND huyện",
}
persons_lists = lists(mixed=False).filter(lambda each: bool(each.people))


def rows_of(true: List) -> list[Row]:
    header: Row = ["STT", "Tên tập thể", "Ghi chú"]
    rows: list[Row] = [[number, unit, None] for number, unit in enumerate(true.units, 1)]
    if true.people:
        header = ["STT", "Họ và tên", "Năm sinh", "Chức vụ", "Đơn vị công tác"]
        rows = [[number, p.name, p.birth, p.post, p.unit] for number, p in enumerate(true.people, 1)]
    return [*([line] for line in true.heading()), header, *rows]


def separated(rows: list[Row], delimiter: str, encoding: str) -> bytes:
    text = io.StringIO()
    cells = [["" if cell is None else cell for cell in row] for row in rows]
    csv.writer(text, delimiter=delimiter).writerows(cells)
    if encoding == "windows-1258":
        return making.windows_1258(text.getvalue())
    return text.getvalue().encode(encoding)


def with_macros(path: Path, rows: list[Row]) -> None:
    making.archive_with(making.workbook(path, rows), {"xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


@settings(max_examples=25, deadline=None)
@given(lists(mixed=False), st.sampled_from(("xlsx", "xlsm", "ods", "csv", "csv", "txt")), st.data())
def test_a_list_comes_back_from_every_kind_of_file(true: List, kind: str, data: DataObject) -> None:
    rows = rows_of(true)

    def write(path: Path) -> None:
        if kind == "xlsx":
            making.workbook(path, rows)
        elif kind == "xlsm":
            with_macros(path, rows)
        elif kind == "ods":
            making.open_workbook(path, rows)
        else:
            delimiter, encoding = data.draw(st.sampled_from(";,\t|")), data.draw(st.sampled_from(ENCODINGS))
            path.write_bytes(separated(rows, delimiter, encoding))

    reading = read_back(f"a.{kind}", write)

    (decision,) = reading.decisions
    check(decision, true, birth=True)


@settings(max_examples=25, deadline=None)
@given(persons_lists, persons_lists, st.data())
def test_what_is_hidden_is_not_read_and_each_hiding_is_said(
    true: List, other: List, data: DataObject
) -> None:
    rows = rows_of(true)
    first = len(rows) - len(true.people)
    hidden = data.draw(st.sets(st.integers(first, len(rows) - 1)))
    post, sheet = data.draw(st.booleans()), data.draw(st.booleans())

    def write(path: Path) -> None:
        with xlsxwriter.Workbook(path) as book:
            page = book.add_worksheet("Danh sách")
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
            for number in hidden:
                page.set_row(number, None, None, {"hidden": True})
            if post:
                page.set_column(3, 3, 10, None, {"hidden": True})
            if sheet:
                covered = book.add_worksheet("Bản cũ")
                for number, row in enumerate(rows_of(other)):
                    covered.write_row(number, 0, row)
                covered.hide()

    reading = read_all("a.xlsx", write)

    seen = [person for place, person in enumerate(true.people, first) if place not in hidden]
    read = [(award.name, award.unit, award.post) for one in reading.decisions for award in one.awards]
    assert read == [(person.name, person.unit, "" if post else person.post) for person in seen]
    said = " ".join(problem.reason for problem in reading.problems)
    assert (f"{len(hidden)} dòng đang ẩn" in said) == bool(hidden)
    assert ("Cột D đang ẩn" in said) == (post and bool({"Chức vụ"} & {*map(str, rows[first - 1])}))
    assert ([problem for problem in reading.problems if problem.sheet == "Bản cũ"] != []) == sheet


@st.composite
def written_days(draw: st.DrawFn) -> tuple[object, str]:
    """A day of birth as offices write it, and what it says."""
    day = draw(st.dates(date(1930, 1, 1), date(2005, 12, 31)))
    shown = f"{day:%d/%m/%Y}"
    return draw(
        st.sampled_from(
            (
                (day, shown), (shown, shown), (f"{day.day}/{day.month}/{day.year}", shown),
                (f"{day.day}-{day.month}-{day.year}", shown), (f"{day:%d.%m.%Y}", shown),
                ((day - ZERO).days, shown), (str((day - ZERO).days), shown), (f"{day:%Y-%m-%d}", shown),
                (day.year, str(day.year)), (str(day.year), str(day.year)), (f"00/00/{day.year}", str(day.year)),
                (f"{day.month}/{day.year}", f"{day:%m/%Y}"), (None, ""),
            )
        )
    )  # fmt: skip


@st.composite
def written_decisions(draw: st.DrawFn) -> tuple[str, object, str, date]:
    """The number and the day of a decision as a ledger has them, and what they say."""
    number, day = draw(st.integers(1, 9999)), draw(st.dates(date(2004, 1, 1), date(2025, 12, 31)))
    cell = draw(st.sampled_from((f"{number}/QĐ-UBND", f"{number} /QĐ-UBND", f"Số {number}/QĐ-UBND")))
    shown = (day, f"{day:%d/%m/%Y}", f"{day.day}/{day.month}/{day.year}", f"{day:%d.%m.%Y}", (day - ZERO).days,
             str((day - ZERO).days), f"ngày {day.day} tháng {day.month} năm {day.year}")  # fmt: skip
    return cell, draw(st.sampled_from(shown)), f"{number}/QĐ-UBND", day


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.tuples(people, written_days(), written_decisions()),
        min_size=1,
        max_size=5,
        unique_by=lambda row: told_of(row[0]),
    ),
    st.booleans(),
)
def test_days_and_numbers_come_back_however_they_are_written(
    rows: list[tuple[Person, tuple[object, str], tuple[str, object, str, date]]], joined: bool
) -> None:
    ledger: list[Row] = [["SỔ KHEN THƯỞNG CỦA HUYỆN"]]
    own = ["Số, ngày quyết định"] if joined else ["Số QĐ", "Ngày ký"]
    ledger.append(["TT", "Họ và tên", "Ngày sinh", "Chức vụ", "Đơn vị", "Danh hiệu", "Năm khen", *own])
    for number, (person, (born, _), (decision, signed, _, day)) in enumerate(rows, 1):
        told = [f"{decision} ngày {day:%d/%m/%Y}"] if joined else [decision, signed]
        ledger.append([number, person.name, born, person.post, person.unit, "LĐTT", 2018, *told])

    def write(path: Path) -> None:
        with xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy"}) as book:
            page = book.add_worksheet()
            for number, row in enumerate(ledger):
                page.write_row(number, 0, row)

    reading = read_back("a.xlsx", write)

    found = [(row.name, str(row.birth or ""), decision.number, decision.decided_on)
             for decision in reading.decisions for row in decision.awards]  # fmt: skip
    assert sorted(found, key=str) == sorted(
        ((person.name, born, number, day) for person, (_, born), (_, _, number, day) in rows), key=str
    )


@settings(max_examples=25, deadline=None)
@given(st.lists(people_of_list, min_size=1, max_size=3), st.data())
def test_roman_sections_of_titles_below_a_preamble_of_any_length_come_back(
    groups: list[list[Person]], data: DataObject
) -> None:
    titles = data.draw(st.permutations(sorted(TITLES)))[: len(groups)]
    preamble = [[f"Căn cứ thứ {number} của tờ trình;"] for number in range(data.draw(st.integers(0, 60)))]
    rows: list[Row] = [["ỦY BAN NHÂN DÂN"], *preamble, ["DANH SÁCH CÁ NHÂN ĐƯỢC KHEN THƯỞNG NĂM 2018"]]
    rows += [[making.REFERENCE], ["STT", "Họ và tên", "Chức vụ", "Đơn vị công tác"]]
    merged, apart = [], data.draw(st.booleans())
    for roman, title, group in zip(("I", "II", "III"), titles, groups, strict=False):
        rows += [[roman, title]] if apart else [[f"{roman}. {title}"]]
        for number, person in enumerate(group, 1):
            same = number > 1 and person.unit == group[number - 2].unit
            if same and data.draw(st.booleans()):
                merged.append(len(rows))
            rows.append([number, person.name, person.post, person.unit])
        rows += [[]] * data.draw(st.integers(0, 2)) + [[None, f"Cộng: {len(group)} cá nhân"]]

    def write(path: Path) -> None:
        with xlsxwriter.Workbook(path) as book:
            page = book.add_worksheet()
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
            for top, last in _runs(merged):
                page.merge_range(top - 1, 3, last, 3, rows[top][3])

    reading = read_back("a.xlsx", write)

    assert told(reading) == [
        (person.name, person.post, person.unit, TITLES[title])
        for title, group in zip(titles, groups, strict=False)
        for person in group
    ]
    assert reading.decisions[0].remarks == ()


def _runs(places: list[int]) -> list[tuple[int, int]]:
    """The first and last of places that follow each other."""
    found: list[tuple[int, int]] = []
    for place in places:
        if found and found[-1][1] == place - 1:
            found[-1] = found[-1][0], place
        else:
            found.append((place, place))
    return found


def told(reading: FileReading) -> list[tuple[str, str, str, str]]:
    rows = [row for decision in reading.decisions for row in decision.awards]
    return [(row.name, row.post, row.unit, BOOK.short(row.award or "")) for row in rows]
