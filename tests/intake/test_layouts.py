"""Any list the generator can write, in any of the layouts, comes back equal.

Where each thing real lists have is proven:
  header anywhere, any order, any usual name, blank rows, signatures, totals: here
  header of two rows, merged cells, split names, rows of units, repeated headers, ditto marks, a column a
  year, a column a title, a sheet a unit, a sheet a year, several awards in a cell, collectives with people
  with households: test_layouts_of_offices
  kinds of file, delimiters, encodings, hidden rows, columns and sheets, days and numbers however written,
  Roman sections, cells merged downwards: test_layouts_of_files; .xls: test_samples; .doc: test_formats
  tables merged and nested, numbers typed or automatic, Ông, Bà, Đ/c: test_layouts_of_word
  what is wrong with a list and is said: test_lists; columns no name tells: test_columns_said
  old encodings: test_encodings, test_repair, test_repair_of_pasted_lists
  all of it at once in files of many hands: test_office_corpus
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake import making
from tests.intake.generated import List, check, lists, read_back

COLUMNS = {
    "name": ("Họ và tên", "HỌ TÊN", "Tên tập thể, cá nhân", "Tên cá nhân", "Họ và tên (viết in hoa)"),
    "birth": ("Năm sinh", "Ngày, tháng, năm sinh", "Ngày sinh", "NS"),
    "sex": ("Giới tính", "Nam/Nữ", "Phái"),
    "post": ("Chức vụ", "Chức danh", "Chức vụ, chức danh", "Nghề nghiệp"),
    "unit": ("Đơn vị công tác", "Nơi công tác", "Đơn vị", "Cơ quan, đơn vị", "Địa chỉ"),
    "title": ("Danh hiệu", "Hình thức khen thưởng", "Hình thức KT", "Danh hiệu, hình thức khen thưởng"),
    "note": ("Ghi chú", "GHI CHÚ"),
}


@settings(max_examples=60, deadline=None)
@given(lists(mixed=False), st.permutations(sorted(COLUMNS)), st.data())
def test_an_annex_with_columns_in_any_order_comes_back(
    true: List, order: list[str], data: st.DataObject
) -> None:
    placed = data.draw(st.booleans())
    header = [data.draw(st.sampled_from(COLUMNS[role])) for role in order]
    cells: list[dict[str, object]] = [
        {"name": unit, "unit": unit, "title": true.title} for unit in true.units
    ]
    for person in true.people:
        sex = "Nữ" if person.female else "Nam"
        cells.append(vars(person) | {"sex": sex, "title": true.title})
    rows: list[list[object]] = [["ỦY BAN NHÂN DÂN", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]]
    rows += [[f"Căn cứ thứ {number};"] for number in range(data.draw(st.sampled_from((0, 0, 1, 50))))]
    rows += [[line] for line in true.heading()] + [[]] * data.draw(st.integers(0, 3))
    rows.append((["STT"] if placed else []) + header)
    for number, row in enumerate(cells, 1):
        rows.append(([number] if placed else []) + [row.get(role) for role in order])
        rows += [[]] * data.draw(st.integers(0, 1))
    total = f"Tổng cộng: {len(cells)} {'tập thể' if true.units else 'cá nhân'}./."
    rows += [
        [None, total],
        [None, None, "TM. ỦY BAN NHÂN DÂN"],
        [None, None, "CHỦ TỊCH"],
        [None, None, "Lý Văn Ký"],
    ]

    reading = read_back("a.xlsx", lambda path: making.workbook(path, rows))

    check(reading.decisions[0], true, birth=True, gender=True)
    assert len(reading.decisions) == 1


@settings(max_examples=40, deadline=None)
@given(st.lists(lists(mixed=False), min_size=1, max_size=4, unique_by=lambda each: each.number))
def test_a_workbook_of_one_sheet_a_decision_comes_back(trues: list[List]) -> None:
    def sheet(true: List) -> list[list[object]]:
        header = (
            ["TT", "Tên tập thể", "Ghi chú"]
            if true.units
            else ["TT", "Họ và tên", "Chức vụ", "Đơn vị công tác"]
        )
        rows: list[list[object]] = [[line] for line in true.heading()] + [[], list(header)]
        rows += [[number, unit] for number, unit in enumerate(true.units, 1)]
        return rows + [[number, p.name, p.post, p.unit] for number, p in enumerate(true.people, 1)]

    reading = read_back("a.xlsx", lambda path: making.workbook(path, *map(sheet, trues)))

    assert len(reading.decisions) == len(trues)
    for found, true in zip(reading.decisions, trues, strict=True):
        check(found, true)


@settings(max_examples=60, deadline=None)
@given(
    lists(),
    st.sampled_from((". ", ") ", "/ ", ".")),
    st.sampled_from((", huyện Bạch Thông", "", ", huyện Bạch Thông, tỉnh Bắc Kạn")),
)
def test_a_numbered_list_comes_back(true: List, dot: str, place: str) -> None:
    lines = true.heading()
    if true.units:
        lines += ["I. TẬP THỂ", *(f"{n}{dot}{unit}{place};" for n, unit in enumerate(true.units, 1))]
    if true.people:
        lines.append("II. CÁ NHÂN")
        for number, person in enumerate(true.people, 1):
            words = [f"{'Bà' if person.female else 'Ông'} {person.name}", person.post, person.unit]
            lines.append(f"{number}{dot}{', '.join(filter(None, words))}{place};")
    lines.append(f"(Danh sách này gồm {len(true.units) + len(true.people)} tập thể, cá nhân)./.")

    reading = read_back("a.docx", lambda path: making.lines(path, lines))

    check(reading.decisions[0], true, gender=True)


@settings(max_examples=40, deadline=None)
@given(lists(mixed=False))
def test_a_word_table_comes_back(true: List) -> None:
    header = ("TT", "Họ và tên", "Chức vụ, đơn vị công tác")
    rows = [(str(n), f"{'Bà' if p.female else 'Ông'} {p.name}", ", ".join(filter(None, (p.post, p.unit))))
            for n, p in enumerate(true.people, 1)]  # fmt: skip
    if true.units:
        header, rows = (
            ("TT", "Tên tập thể", "Ghi chú"),
            [(str(n), u, "") for n, u in enumerate(true.units, 1)],
        )
    body = "".join(map(making.paragraph, true.heading())) + making.table([header, *rows])

    reading = read_back("a.docx", lambda path: making.document(path, body))

    check(reading.decisions[0], true, gender=True)
