"""The papers of an invented archive: their words, fonts and kinds of file, and the rows each of them says."""

import csv
import random
import unicodedata
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import NamedTuple

import xlsxwriter

from tests.intake import corpus, making

Cells = list[list[object]]
PERSON_TITLES = {
    "Lao động tiên tiến": ("LĐTT", "Lao động tiên tiến", "LAO ĐỘNG TIÊN TIẾN", "Lao động Tiên tiến"),
    "Chiến sĩ thi đua cơ sở": (
        "CSTĐCS",
        "Chiến sỹ thi đua cơ sở",
        "CSTĐ cơ sở",
        "Chiến sĩ thi đua cấp cơ sở",
    ),
    "Giấy khen của Chủ tịch UBND huyện": ("Giấy khen", "Giấy khen của Chủ tịch UBND huyện", "GK UBND huyện"),
}
UNKNOWN = ("Hoàn thành tốt nhiệm vụ", "Lao động giỏi", "Huân chương Lao động")
GROUP_TITLES = {"Tập thể lao động tiên tiến": ("TTLĐTT", "Tập thể LĐTT", "Tập thể lao động tiên tiến")}
HEADERS = {
    "place": ("STT", "TT", "Số TT"),
    "name": ("Họ và tên", "HỌ VÀ TÊN", "Họ tên", "Họ và tên cá nhân"),
    "birth": ("Năm sinh", "Ngày, tháng, năm sinh", "Ngày sinh"),
    "post": ("Chức vụ", "Chức danh", "Chức vụ, chức danh"),
    "unit": ("Đơn vị công tác", "Nơi công tác", "Đơn vị", "Cơ quan, đơn vị"),
    "title": ("Danh hiệu", "Hình thức khen thưởng", "Danh hiệu đề nghị", "Hình thức KT"),
    "note": ("Ghi chú",),
}
ZERO = date(1899, 12, 30)  # what Excel counts days from
UNTOLD = (("{}", ""), ("{}", ""), ("{}", ""), ("Đ/c {}", ""))
FONTS = {"tcvn3": (".VnTime", "Arial"), "vni": ("VNI-Times", "Arial")}


class Award(NamedTuple):
    """A row as it should be read; the title as catalogues write it."""

    recipient: str
    name: str
    post: str
    unit: str
    title: str
    year: int
    birth: str = ""
    gender: str = ""
    number: str = ""  # of its own decision, where a paper lists several
    day: date | None = None


@dataclass
class Paper:
    """A list as it will be written: its rows, what they say, and how many only the officer can tell."""

    chosen: random.Random
    year: int
    number: str
    day: date
    awards: list[Award]
    asked: int = 0
    is_mixed: bool = False  # of several encodings without fonts, where a text of two readings may be asked


def person(paper: Paper) -> tuple[str, str, str]:
    chosen = paper.chosen
    name = f"{chosen.choice(corpus.FAMILY)} {chosen.choice(corpus.MIDDLE)} {chosen.choice(corpus.GIVEN)}"
    units = [unit.format(chosen.choice(corpus.PLACES)) for unit in corpus.UNITS[:6]] + corpus.OFFICES
    return name, chosen.choice(corpus.POSTS[:17]), chosen.choice(units)


def heading(paper: Paper, title: str = "", who: str = "CÁ NHÂN") -> list[str]:
    """The lines above a list, on one line or broken as typists break them."""
    chosen, day = paper.chosen, paper.day
    when = chosen.choice(
        (
            f"ngày {day.day} tháng {day.month} năm {day.year}",
            f"ngày {day.day:02d}/{day.month:02d}/{day.year}",
            f"ngày {day:%d.%m.%Y}",
        )
    )
    named = f"ĐƯỢC TẶNG “{title.upper()}”" if title else "ĐƯỢC KHEN THƯỞNG"
    year = chosen.choice(
        (f"NĂM {paper.year}", f"NĂM {paper.year}", f"NĂM HỌC {paper.year - 1} - {paper.year}")
    )
    lines = chosen.choice(
        (
            [f"DANH SÁCH {who} {named} {year}"],
            ["DANH SÁCH", f"{who} {named}", year],
            [f"DANH SÁCH {who}", f"{named} {year}"],
        )
    )
    attached = chosen.choice(("Kèm theo Quyết định số", "Ban hành kèm theo Quyết định số:", "Kèm theo QĐ số"))
    reference = (
        f"({attached} {paper.number}{chosen.choice((' ', ', '))}{when} của Chủ tịch UBND huyện Bạch Thông)"
    )
    return [*lines, reference]


def births(chosen: random.Random) -> tuple[tuple[object, str], ...]:
    """Ways to write a birth, with what each says."""
    year, day, month = chosen.randint(1950, 2000), chosen.randint(1, 28), chosen.randint(1, 12)
    full = f"{day:02d}/{month:02d}/{year}"
    serial = (date(year, month, day) - ZERO).days
    return (
        (year, str(year)),
        (f"{day}/{month}/{year}", full),
        (f"00/00/{year}", str(year)),
        (serial, full),
        (None, ""),
    )


def spreadsheet(folder: Path, paper: Paper, rows: Cells) -> Path:
    """The rows in a workbook or a text, in Unicode or in an old font."""
    chosen = paper.chosen
    encoding, font = typed(chosen)
    rows = [[encoded(cell, encoding) if isinstance(cell, str) else cell for cell in row] for row in rows]
    kind = chosen.choice(("xlsx", "xlsx", "xlsx", "ods", "csv"))
    path = folder / f"a.{kind}"
    if kind == "ods":
        return making.open_workbook(path, rows)
    if kind == "csv":
        with path.open("w", encoding=chosen.choice(("utf-8", "utf-8-sig", "utf-16")), newline="") as file:
            csv.writer(file, delimiter=chosen.choice(";,\t")).writerows(
                [["" if c is None else c for c in r] for r in rows]
            )
        return path
    with xlsxwriter.Workbook(path) as book:
        page, style = book.add_worksheet(), book.add_format({"font_name": font})
        for number, row in enumerate(rows):
            page.write_row(number, 0, row, style)
    return path


def typed(chosen: random.Random) -> tuple[str, str]:
    encoding = chosen.choice(("nfc", "nfc", "nfc", "nfd", "tcvn3", "tcvn3", "vni", "vni"))
    return encoding, chosen.choice(FONTS.get(encoding, ("Times New Roman",)))


def encoded(text: str, encoding: str) -> str:
    if encoding in {"nfc", "nfd"}:
        return unicodedata.normalize(encoding.upper(), text)
    return corpus.encoded(text, encoding)
