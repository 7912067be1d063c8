"""An invented archive: files of many hands and layouts, with the rows each of them says."""

import random
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import docx

from tests.intake import corpus, making
from tests.intake.office_papers import (
    GROUP_TITLES,
    HEADERS,
    PERSON_TITLES,
    UNKNOWN,
    UNTOLD,
    ZERO,
    Award,
    Cells,
    Paper,
    births,
    encoded,
    heading,
    person,
    spreadsheet,
    typed,
)


def write(folder: Path, seed: int) -> tuple[Path, Paper]:
    """Write one file of the archive."""
    chosen = random.Random(seed)
    day = date(chosen.randint(2005, 2024), chosen.randint(1, 12), chosen.randint(1, 28))
    paper = Paper(chosen, day.year - chosen.randint(0, 1), f"{chosen.randint(1, 2000)}/QĐ-UBND", day, [])
    layout = chosen.choice(LAYOUTS)
    return layout(folder, paper), paper


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
        told, gender = chosen.choice((*UNTOLD, ("Ông {}", "male"), ("Bà {}", "female")))
        born, birth = chosen.choice(births(chosen)) if "birth" in roles else (None, "")
        cells: dict[str, object] = {
            "name": told.format(name), "post": post, "title": said, "birth": born,
            "unit": chosen.choice(('"', "-nt-", "Như trên")) if unit == above[2] else unit + chosen.choice(("", "", ", huyện Bạch Thông")),
        }  # fmt: skip
        rows.append([number, *(cells.get(role) for role in roles)])
        if code:
            paper.awards.append(Award("person", name, post, unit, code, paper.year, birth, gender))
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
            paper.awards.append(Award("person", name, post, unit, title, paper.year))
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
            paper.awards += [Award("person", name, post, unit, title, year) for title in titles]
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
        paper.awards += [Award("person", name, post, unit, title, paper.year) for title in held]
    return spreadsheet(folder, paper, rows)


def collectives(folder: Path, paper: Paper) -> Path:
    """A list of collectives alone."""
    chosen = paper.chosen
    (title, names), units = chosen.choice([*GROUP_TITLES.items()]), {person(paper)[2] for _ in range(12)}
    rows: Cells = [[line] for line in heading(paper, chosen.choice(names), "TẬP THỂ")]
    rows.append(["STT", chosen.choice(("Tên tập thể", "Đơn vị", "Tên đơn vị")), "Ghi chú"])
    for number, unit in enumerate(sorted(units), 1):
        rows.append([number, unit])
        paper.awards.append(Award("collective", unit, "", "", title, paper.year))
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
        told, gender = chosen.choice((("Ông", "male"), ("Bà", "female"), ("Đ/c", ""), ("Đồng chí", "")))
        if under:
            lines.append(f"- {told} {name}, {post};")
        else:
            unit = new
            lines.append(
                f"{number}. {told} {name}, {post}, {unit}{chosen.choice(('', ', huyện Bạch Thông'))};"
            )
        paper.awards.append(Award("person", name, post, unit, title, paper.year, gender=gender))
    lines.append(f"(Danh sách này gồm {len(paper.awards)} cá nhân)./.")
    path, encoding, font = folder / "a.docx", *typed(chosen)
    written = docx.Document()
    for line in lines:
        run = written.add_paragraph().add_run(encoded(line, encoding))
        run.font.name = font
    written.save(str(path))
    return path


def word_table(folder: Path, paper: Paper) -> Path:
    """A table in Word, post and unit in one cell, sections of titles."""
    chosen = paper.chosen
    path, (encoding, font) = folder / "a.docx", typed(chosen)
    written = docx.Document()

    def add(place: object, text: str) -> None:
        run = place.add_paragraph().add_run(encoded(text, encoding))  # type: ignore[attr-defined]
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
            told, gender = chosen.choice((("Ông", "male"), ("Bà", "female")))
            _word_row(table_, (str(number), f"{told} {name}", joined), encoding, font)
            paper.awards.append(Award("person", name, post, unit, title, paper.year, gender=gender))
    written.save(str(path))
    return path


def _word_row(made: object, texts: tuple[str, ...], encoding: str, font: str) -> None:
    for cell, text in zip(made.add_row().cells, texts, strict=True):  # type: ignore[attr-defined]
        run = cell.paragraphs[0].add_run(encoded(text, encoding))
        run.font.name = font


def pasted(folder: Path, paper: Paper) -> Path:
    """Rows pasted together from files of several encodings, without their fonts; names in capitals too."""
    chosen = paper.chosen
    first, second = chosen.sample(("nfc", "tcvn3", "vni", "nfd"), 2)
    share = chosen.choice((0.05, 0.2, 0.5))
    return _typed_by_cell(
        folder,
        paper,
        first,
        lambda: (second if chosen.random() < share else first,) * 3,
        chosen.randint(10, 40),
    )


def columns_pasted(folder: Path, paper: Paper) -> Path:
    """Columns from files of several encodings beside each other."""
    chosen = paper.chosen
    columns = [chosen.choice(("nfc", "tcvn3", "vni")) for _ in range(3)]
    return _typed_by_cell(folder, paper, chosen.choice(columns), lambda: columns, chosen.randint(5, 40))


def retyped(folder: Path, paper: Paper) -> Path:
    """An old list in which single cells were typed again in another encoding."""
    chosen = paper.chosen
    first, second = chosen.sample(("nfc", "tcvn3", "vni"), 2)
    share = chosen.choice((0.002, 0.01, 0.1))
    return _typed_by_cell(
        folder,
        paper,
        first,
        lambda: [second if chosen.random() < share else first for _ in range(3)],
        chosen.randint(20, 120),
    )


def _typed_by_cell(
    folder: Path, paper: Paper, first: str, encodings: Callable[[], Sequence[str]], count: int
) -> Path:
    chosen, title = paper.chosen, paper.chosen.choice([*PERSON_TITLES])
    paper.is_mixed = True
    header = ["STT", "Họ và tên", "Chức vụ", "Đơn vị"]
    rows: Cells = [[encoded(line, first)] for line in heading(paper, title)]
    rows.append([encoded(cell, first) for cell in header])
    for number in range(1, count):
        name, post, unit = person(paper)
        shown = name.upper() if chosen.random() < 0.3 else name
        rows.append([str(number), *map(encoded, (shown, post, unit), encodings())])
        paper.awards.append(Award("person", name, post, unit, title, paper.year))
    return making.workbook(folder / "a.xlsx", rows)


def everybody(folder: Path, paper: Paper) -> Path:
    """Collectives, people and households under headings of their own, one award for all."""
    chosen, title = paper.chosen, "Giấy khen của Chủ tịch UBND huyện"
    rows: Cells = [[line] for line in heading(paper, title, "TẬP THỂ, CÁ NHÂN, HỘ GIA ĐÌNH")]
    rows += [["STT", "Tên tập thể, cá nhân, hộ gia đình", "Chức vụ", "Đơn vị, địa chỉ"], ["I", "TẬP THỂ"]]
    for number, unit in enumerate(sorted({person(paper)[2] for _ in range(chosen.randint(1, 8))}), 1):
        rows.append([number, unit])
        paper.awards.append(Award("collective", unit, "", "", title, paper.year))
    rows.append(["II", "CÁ NHÂN"])
    for number in range(1, chosen.randint(2, 12)):
        name, post, unit = person(paper)
        rows.append([number, name, post, unit])
        paper.awards.append(Award("person", name, post, unit, title, paper.year))
    rows.append(["III", "HỘ GIA ĐÌNH"])
    for number in range(1, chosen.randint(2, 6)):
        name, place = person(paper)[0], f"Thôn {chosen.choice(corpus.PLACES)}"
        told, gender = chosen.choice((("Hộ ông", "male"), ("Hộ bà", "female"), ("Hộ gia đình ông", "male")))
        rows.append([number, f"{told} {name}", None, place])
        paper.awards.append(Award("household", name, "", place, title, paper.year, gender=gender))
    return spreadsheet(folder, paper, rows)


def decisions(folder: Path, paper: Paper) -> Path:
    """Rows that name their own decisions, as ledgers do."""
    chosen = paper.chosen
    rows: Cells = [["SỔ THEO DÕI KHEN THƯỞNG"]]
    rows.append(["TT", "Họ và tên", "Chức vụ", "Đơn vị", "Danh hiệu", "Năm khen", "Số QĐ", "Ngày ký"])
    told = [(f"{chosen.randint(1, 900)}/QĐ-UBND", paper.day.replace(day=place)) for place in range(1, 5)]
    for number in range(1, chosen.randint(3, 30)):
        name, post, unit = person(paper)
        title, (decision, day) = chosen.choice([*PERSON_TITLES][:2]), chosen.choice(told)
        signed = chosen.choice((f"{day:%d/%m/%Y}", f"{day.day}/{day.month}/{day.year}", (day - ZERO).days))
        rows.append(
            [number, name, post, unit, chosen.choice(PERSON_TITLES[title]), paper.year, decision, signed]
        )
        paper.awards.append(Award("person", name, post, unit, title, paper.year, number=decision, day=day))
    return spreadsheet(folder, paper, rows)


def blocks(folder: Path, paper: Paper) -> Path:
    """The lists of several decisions one below the other, each with its heading and its sum."""
    chosen = paper.chosen
    rows: Cells = []
    for number in range(chosen.randint(2, 3)):
        paper.number = f"{chosen.randint(1, 2000)}/QĐ-UBND"
        paper.day, title = paper.day.replace(day=1 + number), chosen.choice([*PERSON_TITLES])
        rows += [[line] for line in heading(paper, title)] + [["STT", "Họ và tên", "Chức vụ", "Đơn vị"]]
        count = chosen.randint(1, 9)
        for place in range(1, count + 1):
            name, post, unit = person(paper)
            rows.append([place, name, post, unit])
            paper.awards.append(
                Award("person", name, post, unit, title, paper.year, number=paper.number, day=paper.day)
            )
        rows += [[None, f"Tổng cộng: {count} cá nhân./."], [], [None, None, "CHỦ TỊCH"], []]
    return spreadsheet(folder, paper, rows)


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
    columns_pasted,
    retyped,
    everybody,
    decisions,
    blocks,
)
