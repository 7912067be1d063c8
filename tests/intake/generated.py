"""Lists as hypothesis makes them, and the comparison of what was read with what was written."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import strategies as st

from thidua_desktop.domain.catalogue_file import load_catalogue
from thidua_desktop.domain.titles import TitleBook, entry_of
from thidua_desktop.intake.layouts import Layouts
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


def told_of(person: Person) -> tuple[str, str, str]:
    """What every layout tells of a person."""
    return person.name, person.unit, person.post


# Nobody twice: a row that repeats another is told, whatever the layout.
people_of_list = st.lists(people, min_size=1, max_size=6, unique_by=told_of)


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
        people=tuple(draw(people_of_list)) if of != "units" else (),
        units=tuple(draw(st.lists(st.sampled_from(UNITS), min_size=1, max_size=6, unique=True)))
        if of != "people"
        else (),
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


def read_all(name: str, write: object, layouts: Layouts | None = None) -> FileReading:
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        write(path)  # type: ignore[operator]
        return read_file(path, BOOK, layouts=layouts)


def read_back(name: str, write: object, layouts: Layouts | None = None) -> FileReading:
    reading = read_all(name, write, layouts)
    assert reading.problems == ()
    return reading
