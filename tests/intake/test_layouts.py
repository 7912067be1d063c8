"""Any list the generator can write, in any of the layouts, comes back equal."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.intake import making
from thidua_desktop.domain.catalogue_file import load_catalogue
from thidua_desktop.domain.titles import TitleBook, entry_of
from thidua_desktop.intake.read import read_file
from thidua_desktop.intake.reading import CandidateDecision, FileReading

BOOK = TitleBook(map(entry_of, load_catalogue(Path(__file__).parents[2] / "resources")))
SIGNERS = {
    "district": "Chủ tịch UBND huyện Bạch Thông",
    "province": "Chủ tịch UBND tỉnh Bắc Kạn",
    "commune": "Chủ tịch UBND xã Ví Dụ",
}
FAMILY = ("Nguyễn", "Hoàng", "Lý", "Đàm", "Ma", "Giàng", "Y", "K'", "Đoàn", "Văn", "Âu", "Ư")
GIVEN = ("Thị Mẫu", "Văn Thử", "A Páo", "Blim Niê", "Thúy Hòa", "Quý", "Thị Ngọc Ánh Tuyết", "Đức Đ")
POSTS = (
    "Giáo viên", "Chủ tịch UBND", "Phó Trưởng phòng", "Công chức Tư pháp - Hộ tịch", "Chủ tịch Hội Phụ nữ",
    "Bí thư Đảng ủy, Chủ tịch HĐND", "Trạm trưởng", "Công an viên", "",
)  # fmt: skip
UNITS = (
    "Trường Tiểu học Ví Dụ", "Xã Ví Dụ", "Phòng Tài chính - Kế hoạch", "Phòng Lao động - Thương binh và Xã hội",
    "Trung tâm Y tế huyện", "Hội Nông dân huyện", "Ban Chỉ huy Quân sự huyện", "Công an huyện", "Thanh tra huyện",
    "Văn phòng HĐND và UBND", "Thôn Nà Mẫu, xã Ví Dụ", "Huyện đoàn", "Thị trấn Mẫu Sơn",
)  # fmt: skip
PERSON_TITLES = {
    "district": ("Chiến sĩ thi đua cơ sở", "Lao động tiên tiến", "Giấy khen của Chủ tịch UBND huyện"),
    "province": ("Chiến sĩ thi đua cấp tỉnh", "Bằng khen của UBND tỉnh"),
    "commune": ("Giấy khen của Chủ tịch UBND xã",),
}
GROUP_TITLES = {
    "district": ("Tập thể lao động tiên tiến", "Giấy khen của Chủ tịch UBND huyện"),
    "province": ("Tập thể lao động xuất sắc", "Cờ thi đua của UBND tỉnh", "Bằng khen của UBND tỉnh"),
    "commune": ("Giấy khen của Chủ tịch UBND xã",),
}
CAMPAIGNS = ("", "Ví Dụ chung sức xây dựng nông thôn mới", "Thi đua quyết thắng 1/5 – 2/9")


@dataclass(frozen=True)
class Person:
    name: str
    female: bool
    post: str
    unit: str
    birth: int


@dataclass(frozen=True)
class List:
    number: str
    day: date
    level: str
    year: int
    campaign: str
    title: str
    people: tuple[Person, ...]
    units: tuple[str, ...]

    def heading(self) -> list[str]:
        who = ", ".join(["TẬP THỂ"] * bool(self.units) + ["CÁ NHÂN"] * bool(self.people))
        day = f"ngày {self.day.day} tháng {self.day.month} năm {self.day.year}"
        return [
            f"DANH SÁCH {who} ĐƯỢC TẶNG “{self.title.upper()}” NĂM {self.year}",
            f"(Kèm theo Quyết định số {self.number} {day} của {SIGNERS[self.level]})",
            *([f"Đã có thành tích trong phong trào thi đua “{self.campaign}”"] if self.campaign else []),
        ]


people = st.builds(
    Person,
    name=st.builds("{} {}".format, st.sampled_from(FAMILY), st.sampled_from(GIVEN)),
    female=st.booleans(),
    post=st.sampled_from(POSTS),
    unit=st.sampled_from(UNITS),
    birth=st.integers(1930, 2005),
)


@st.composite
def lists(draw: st.DrawFn, *, mixed: bool = True) -> List:
    level = draw(st.sampled_from(sorted(SIGNERS)))
    day = draw(st.dates(date(2004, 1, 1), date(2025, 12, 31)))
    of = draw(st.sampled_from(("people", "units", "both") if mixed else ("people", "units")))
    titles = {"people": PERSON_TITLES, "units": GROUP_TITLES}.get(of, {})
    both = tuple(title for title in PERSON_TITLES[level] if title in GROUP_TITLES[level])
    return List(
        number=f"{draw(st.integers(1, 9999))}/QĐ-UBND",
        day=day,
        level=level,
        year=day.year - draw(st.integers(0, 1)),
        campaign=draw(st.sampled_from(CAMPAIGNS)),
        title=draw(st.sampled_from(titles[level] if titles else both)),
        people=tuple(draw(st.lists(people, min_size=1, max_size=6))) if of != "units" else (),
        units=tuple(draw(st.lists(st.sampled_from(UNITS), min_size=1, max_size=6))) if of != "people" else (),
    )


def rows_of(found: CandidateDecision, *, birth: bool, gender: bool) -> list[tuple[object, ...]]:
    return [
        (
            award.recipient,
            award.name,
            award.unit,
            award.post,
            BOOK.short(award.award or ""),
            award.year,
            str(award.birth) if birth and award.birth else "",
            award.gender if gender else "",
        )
        for award in found.awards
    ]


def check(found: CandidateDecision, true: List, *, birth: bool = False, gender: bool = False) -> None:
    assert (found.number, found.decided_on, found.level) == (true.number, true.day, true.level)
    assert (found.authority, found.campaign) == (SIGNERS[true.level], true.campaign)
    assert found.type == ("thematic" if true.campaign else "merit")
    rows = [("collective", unit, "", "", true.title, true.year, "", "") for unit in true.units]
    for person in true.people:
        sex = ("female" if person.female else "male") if gender else ""
        born = str(person.birth) if birth else ""
        rows.append(("person", person.name, person.unit, person.post, true.title, true.year, born, sex))
    assert rows_of(found, birth=birth, gender=gender) == rows
    assert found.remarks == ()


def read_back(name: str, write: object) -> FileReading:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        write(path)  # type: ignore[operator]
        reading = read_file(path, BOOK)
    assert reading.problems == ()
    return reading


COLUMNS = {
    "name": ("Họ và tên", "HỌ TÊN", "Tên tập thể, cá nhân"),
    "birth": ("Năm sinh", "Ngày, tháng, năm sinh"),
    "sex": ("Giới tính", "Nam/Nữ"),
    "post": ("Chức vụ", "Chức danh"),
    "unit": ("Đơn vị công tác", "Nơi công tác", "Đơn vị"),
    "title": ("Danh hiệu", "Hình thức khen thưởng", "Hình thức KT"),
    "note": ("Ghi chú",),
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
