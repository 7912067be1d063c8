"""An invented archive: files of many hands, layouts, fonts and kinds, with the rows each of them says."""

import csv
import random
import unicodedata
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import docx
import xlsxwriter

from tests.intake import corpus, making
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.domain.vietnamese import same_key
from thidua_desktop.intake.read import read_file

Cells = list[list[object]]
Award = tuple[str, str, str, str, str, int]
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
FONTS = {"tcvn3": (".VnTime", "Arial"), "vni": ("VNI-Times", "Arial")}


@dataclass
class Paper:
    """A list as it will be written: its rows, and what they say."""

    chosen: random.Random
    year: int
    number: str
    day: date
    awards: list[Award]
    asked: int = 0


def write(folder: Path, seed: int) -> tuple[Path, Paper]:
    """Write one file of the archive."""
    chosen = random.Random(seed)
    day = date(chosen.randint(2005, 2024), chosen.randint(1, 12), chosen.randint(1, 28))
    paper = Paper(chosen, day.year - chosen.randint(0, 1), f"{chosen.randint(1, 2000)}/QĐ-UBND", day, [])
    layout = chosen.choice(LAYOUTS)
    return layout(folder, paper), paper


def person(paper: Paper) -> tuple[str, str, str]:
    chosen = paper.chosen
    name = f"{chosen.choice(corpus.FAMILY)} {chosen.choice(corpus.MIDDLE)} {chosen.choice(corpus.GIVEN)}"
    units = [unit.format(chosen.choice(corpus.PLACES)) for unit in corpus.UNITS[:6]] + corpus.OFFICES
    return name, chosen.choice(corpus.POSTS[:17]), chosen.choice(units)


def heading(paper: Paper, title: str = "", who: str = "CÁ NHÂN") -> list[str]:
    day = paper.day
    when = paper.chosen.choice(
        (f"{day.day} tháng {day.month} năm {day.year}", f"{day.day:02d}/{day.month:02d}/{day.year}")
    )
    named = f" ĐƯỢC TẶNG “{title.upper()}”" if title else " ĐƯỢC KHEN THƯỞNG"
    return [
        f"DANH SÁCH {who}{named} NĂM {paper.year}",
        f"(Kèm theo Quyết định số {paper.number} ngày {when} của Chủ tịch UBND huyện Bạch Thông)",
    ]


def table(folder: Path, paper: Paper) -> Path:
    """One recipient a row, any order of columns, with whatever stands around them."""
    chosen = paper.chosen
    own = chosen.random() < 0.5
    title = chosen.choice([*PERSON_TITLES])
    roles = [
        "name",
        "post",
        "unit",
        *(["title"] if own else []),
        *chosen.sample(["birth", "note"], chosen.randint(0, 2)),
    ]
    chosen.shuffle(roles)
    header = [chosen.choice(HEADERS["place"]), *(chosen.choice(HEADERS[role]) for role in roles)]
    rows: Cells = [["ỦY BAN NHÂN DÂN", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]] * (chosen.random() < 0.5)
    rows += [[line] for line in heading(paper, "" if own else title)]
    rows += [[]] * chosen.randint(0, 2) + [header]
    above: tuple[str, str, str] = ("", "", "")
    for number in range(1, chosen.randint(3, 40)):
        name, post, unit = person(paper)
        if chosen.random() < 0.1:
            unit = above[2] or unit
        code = chosen.choice([*PERSON_TITLES]) if own else title
        said = chosen.choice(PERSON_TITLES[code])
        if own and chosen.random() < 0.02:
            said, code = chosen.choice(UNKNOWN), ""
        cells = {
            "name": chosen.choice(("{}", "{}", "{}", "Ông {}", "Đ/c {}")).format(name), "post": post, "title": said,
            "unit": chosen.choice(('"', "-nt-", "Như trên")) if unit == above[2] else unit + chosen.choice(("", "", ", huyện Bạch Thông")),
            "birth": chosen.choice((chosen.randint(1950, 2000), f"{chosen.randint(1, 28)}/{chosen.randint(1, 12)}/1980", None)),
        }  # fmt: skip
        rows.append([number, *(cells.get(role) for role in roles)])
        if code:
            paper.awards.append(("person", name, post, unit, code, paper.year))
        else:
            paper.asked += 1
        above = name, post, unit
        if chosen.random() < 0.04:
            rows += [header]
    total = len(paper.awards) + paper.asked
    rows += [[None, f"Tổng cộng: {total} cá nhân./."]] * (chosen.random() < 0.7)
    rows += [[None, None, "TM. ỦY BAN NHÂN DÂN"], [None, None, "CHỦ TỊCH"], [None, None, "Lý Văn Ký"]]
    return spreadsheet(folder, paper, rows)


def grouped(folder: Path, paper: Paper) -> Path:
    """People under rows of their units."""
    chosen, title = paper.chosen, paper.chosen.choice([*PERSON_TITLES])
    rows: Cells = [[line] for line in heading(paper, title)] + [["STT", "Họ và tên", "Chức vụ"]]
    for place in range(1, chosen.randint(2, 6)):
        unit = person(paper)[2]
        roman = ("I", "II", "III", "IV", "V", "VI")[place - 1]
        rows.append(chosen.choice(([roman, unit], [f"{roman}. {unit}"], [f"{place}. {unit}:"], [unit])))
        for number in range(1, chosen.randint(2, 9)):
            name, post, _ = person(paper)
            rows.append([number, name, post])
            paper.awards.append(("person", name, post, unit, title, paper.year))
    return spreadsheet(folder, paper, rows)


def years(folder: Path, paper: Paper) -> Path:
    """One column a year, several titles in a cell."""
    chosen = paper.chosen
    columns = [paper.year - back for back in (2, 1, 0)]
    rows: Cells = [[line] for line in heading(paper)]
    rows.append(
        [
            "STT",
            "Họ và tên",
            "Chức vụ",
            "Đơn vị",
            *chosen.choice((columns, [f"Năm {year}" for year in columns])),
        ]
    )
    for number in range(1, chosen.randint(3, 25)):
        name, post, unit = person(paper)
        told = [chosen.sample([*PERSON_TITLES], chosen.choice((0, 1, 1, 2))) for _ in columns]
        between = chosen.choice((", ", "; ", "\n", " và "))
        cells = [between.join(chosen.choice(PERSON_TITLES[title]) for title in titles) for titles in told]
        rows.append([number, name, post, unit, *cells])
        for year, titles in zip(columns, told, strict=True):
            paper.awards += [("person", name, post, unit, title, year) for title in titles]
        paper.asked += not any(told)
    return spreadsheet(folder, paper, rows)


def ticks(folder: Path, paper: Paper) -> Path:
    """One column a title under a merged heading, marked with x."""
    chosen, titles = paper.chosen, [*PERSON_TITLES]
    rows: Cells = [[line] for line in heading(paper)]
    rows += [
        ["TT", "Họ và tên", "Chức vụ", "Đơn vị công tác", "Danh hiệu, hình thức khen thưởng", None, None]
    ]
    rows += [[None, None, None, None, *(PERSON_TITLES[title][0] for title in titles)]]
    for number in range(1, chosen.randint(3, 25)):
        name, post, unit = person(paper)
        held = chosen.sample(titles, chosen.randint(1, 3))
        rows.append(
            [number, name, post, unit, *(chosen.choice("xX") if title in held else None for title in titles)]
        )
        paper.awards += [("person", name, post, unit, title, paper.year) for title in held]
    return spreadsheet(folder, paper, rows)


def collectives(folder: Path, paper: Paper) -> Path:
    """A list of collectives alone."""
    chosen = paper.chosen
    (title, names), units = chosen.choice([*GROUP_TITLES.items()]), {person(paper)[2] for _ in range(12)}
    rows: Cells = [[line] for line in heading(paper, chosen.choice(names), "TẬP THỂ")]
    rows.append(["STT", chosen.choice(("Tên tập thể", "Đơn vị", "Tên đơn vị")), "Ghi chú"])
    for number, unit in enumerate(sorted(units), 1):
        rows.append([number, unit])
        paper.awards.append(("collective", unit, "", "", title, paper.year))
    return spreadsheet(folder, paper, rows)


def numbered(folder: Path, paper: Paper) -> Path:
    """Numbered lines in Word, in sections or under units."""
    chosen, title = paper.chosen, paper.chosen.choice([*PERSON_TITLES])
    lines = heading(paper, title)
    under = chosen.random() < 0.4
    unit = ""
    for number in range(1, chosen.randint(3, 30)):
        name, post, new = person(paper)
        if under and (not unit or chosen.random() < 0.3):
            unit = new
            lines.append(f"{unit}:")
        told = chosen.choice(("Ông", "Bà", "Đ/c", "Đồng chí"))
        if under:
            lines.append(f"- {told} {name}, {post};")
        else:
            unit = new
            lines.append(
                f"{number}. {told} {name}, {post}, {unit}{chosen.choice(('', ', huyện Bạch Thông'))};"
            )
        paper.awards.append(("person", name, post, unit, title, paper.year))
    lines.append(f"(Danh sách này gồm {len(paper.awards)} cá nhân)./.")
    path, encoding, font = folder / "a.docx", *_typed(chosen)
    written = docx.Document()
    for line in lines:
        run = written.add_paragraph().add_run(_encoded(line, encoding))
        run.font.name = font
    written.save(str(path))
    return path


def word_table(folder: Path, paper: Paper) -> Path:
    """A table in Word, post and unit in one cell, sections of titles."""
    chosen = paper.chosen
    path, (encoding, font) = folder / "a.docx", _typed(chosen)
    written = docx.Document()

    def add(place: object, text: str) -> None:
        run = place.add_paragraph().add_run(_encoded(text, encoding))  # type: ignore[attr-defined]
        run.font.name = font

    for line in heading(paper):
        add(written, line)
    for title in chosen.sample([*PERSON_TITLES], chosen.randint(1, 2)):
        add(written, f"{chosen.choice(('I', 'II', 'A'))}. {title.upper()}")
        table_ = written.add_table(0, 3)
        _word_row(table_, ("TT", "Họ và tên", "Chức vụ, đơn vị công tác"), encoding, font)
        for number in range(1, chosen.randint(2, 15)):
            name, post, unit = person(paper)
            joined = chosen.choice((f"{post}, {unit}", f"{post}, {unit}, huyện Bạch Thông"))
            _word_row(table_, (str(number), f"{chosen.choice(('Ông', 'Bà'))} {name}", joined), encoding, font)
            paper.awards.append(("person", name, post, unit, title, paper.year))
    written.save(str(path))
    return path


def _word_row(made: object, texts: tuple[str, ...], encoding: str, font: str) -> None:
    for cell, text in zip(made.add_row().cells, texts, strict=True):  # type: ignore[attr-defined]
        run = cell.paragraphs[0].add_run(_encoded(text, encoding))
        run.font.name = font


def pasted(folder: Path, paper: Paper) -> Path:
    """Rows pasted together from files of several encodings, without their fonts; names in capitals too."""
    chosen, title = paper.chosen, paper.chosen.choice([*PERSON_TITLES])
    first, second = chosen.sample(("nfc", "tcvn3", "vni", "nfd"), 2)
    lines: Cells = [[line] for line in heading(paper, title)]
    rows = [
        [_encoded(str(cell), first) for cell in row]
        for row in [*lines, ["STT", "Họ và tên", "Chức vụ", "Đơn vị"]]
    ]
    for number in range(1, chosen.randint(10, 40)):
        name, post, unit = person(paper)
        typed = name.upper() if chosen.random() < 0.3 else name
        encoding = second if chosen.random() < 0.2 else first
        rows.append([str(number), *(_encoded(text, encoding) for text in (typed, post, unit))])
        paper.awards.append(("person", name, post, unit, title, paper.year))
    return making.workbook(folder / "a.xlsx", rows)


LAYOUTS: tuple[Callable[[Path, Paper], Path], ...] = (
    table,
    table,
    table,
    grouped,
    years,
    ticks,
    collectives,
    numbered,
    word_table,
    pasted,
)


def spreadsheet(folder: Path, paper: Paper, rows: Cells) -> Path:
    """The rows in a workbook or a text, in Unicode or in an old font."""
    chosen = paper.chosen
    encoding, font = _typed(chosen)
    rows = [[_encoded(cell, encoding) if isinstance(cell, str) else cell for cell in row] for row in rows]
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


def _typed(chosen: random.Random) -> tuple[str, str]:
    encoding = chosen.choice(("nfc", "nfc", "nfc", "nfd", "tcvn3", "tcvn3", "vni", "vni"))
    return encoding, chosen.choice(FONTS.get(encoding, ("Times New Roman",)))


def _encoded(text: str, encoding: str) -> str:
    if encoding in {"nfc", "nfd"}:
        return unicodedata.normalize(encoding.upper(), text)
    return corpus.encoded(text, encoding)


@dataclass
class Figures:
    """Rows read right without help, left to the officer, and read wrong."""

    right: int = 0
    asked: int = 0
    wrong: int = 0
    expected_asked: int = 0


def compared(path: Path, paper: Paper, book: TitleBook, figures: Figures) -> list[object]:
    """Count a file's rows; return what was read wrong."""
    reading = read_file(path, book)
    truth = Counter(_key(award) for award in paper.awards)
    read = Counter(
        _key((a.recipient, a.name, a.post, a.unit, book.short(a.award or ""), a.year or 0))
        for decision in reading.decisions
        for a in decision.awards
    )
    wrong = list((read - truth).elements())
    missing = truth - read
    figures.right += (read & truth).total()
    figures.wrong += len(wrong)
    figures.asked += missing.total() - len(wrong) if missing.total() > len(wrong) else 0
    figures.expected_asked += paper.asked
    said = [(d.number, d.decided_on) for d in reading.decisions]
    if paper.awards and said and said != [(paper.number, paper.day)]:
        wrong.append((said, paper.number, paper.day))
    return [
        *wrong,
        *([(path.name, [p.reason for p in reading.problems][:3], list(missing)[:3])] if missing else []),
    ]


def _key(award: Award) -> tuple[object, ...]:
    return tuple(same_key(part) if isinstance(part, str) else part for part in award)
