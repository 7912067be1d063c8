"""Lists typed in old fonts come in as Unicode; what was changed is told, and left to the officer."""

from pathlib import Path

import pytest
import xlsxwriter

from tests.intake import corpus, making
from tests.intake.short_lists import names
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake.encodings.tables import AS_IS
from thidua_desktop.intake.name_case import name_case, with_capitals
from thidua_desktop.intake.read import read_file

NAMES = ["Hoàng Thị Mẫu", "Lý Văn Thử"]
UNITS = ["Trường Tiểu học Ví Dụ", "Phòng Nội vụ"]


def in_font(
    folder: Path, encoding: str, font: str, rows: tuple[tuple[object, ...], ...] = making.GOOD
) -> Path:
    """The workbook typed in an old encoding, each text shown in the font."""
    path = folder / "a.xlsx"
    with xlsxwriter.Workbook(path) as made:
        page = made.add_worksheet()
        style = made.add_format({"font_name": font})
        for number, row in enumerate(rows):
            for place, cell in enumerate(row):
                typed = corpus.encoded(cell, encoding) if isinstance(cell, str) else cell
                page.write(number, place, typed, style)
    return path


def typed(lines: tuple[str, ...], encoding: str) -> list[str]:
    return [corpus.encoded(line, encoding) for line in lines]


@pytest.mark.parametrize("encoding", ["tcvn3", "vni", "viscii", "vps"])
def test_a_workbook_without_old_fonts_is_read_by_its_words(
    encoding: str, tmp_path: Path, book: TitleBook
) -> None:
    reading = read_file(in_font(tmp_path, encoding, "Arial"), book)

    assert (names(reading), reading.problems) == (NAMES, ())
    assert [award.unit for award in reading.decisions[0].awards] == UNITS
    assert {(repair.encoding, repair.how) for repair in reading.repairs} == {(encoding, "score")}


@pytest.mark.parametrize(
    ("encoding", "font"), [("tcvn3", ".VnTime"), ("vni", "VNI-Times"), ("vps", "VPS Times")]
)
def test_a_workbook_is_read_by_its_fonts(encoding: str, font: str, tmp_path: Path, book: TitleBook) -> None:
    reading = read_file(in_font(tmp_path, encoding, font), book)

    assert (names(reading), reading.problems) == (NAMES, ())
    assert {(repair.encoding, repair.how) for repair in reading.repairs} == {(encoding, "font")}


def test_a_font_of_capitals_makes_capitals(tmp_path: Path, book: TitleBook) -> None:
    rows = (("Danh sách đạt “cstđcs” năm 2018",), (making.REFERENCE.lower(),), making.HEADER, *making.PEOPLE)
    reading = read_file(in_font(tmp_path, "tcvn3", ".VnTimeH", rows), book)

    assert names(reading) == [name.upper() for name in NAMES]


def test_unicode_left_in_an_old_font_stays(tmp_path: Path, book: TitleBook) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as made:
        page, style = made.add_worksheet(), made.add_format({"font_name": ".VnTime"})
        for number, row in enumerate(
            (*making.GOOD[:-1], (3, "Lê Hà", 1970, "Y sĩ", "Phòng Nội vụ", making.TITLE))
        ):
            page.write_row(number, 0, row, style)

    reading = read_file(path, book)

    assert names(reading) == [*NAMES, "Lê Hà"]
    assert reading.repairs == ()


def test_rich_text_is_read_piece_by_piece(tmp_path: Path, book: TitleBook) -> None:
    path = tmp_path / "a.xlsx"
    with xlsxwriter.Workbook(path) as made:
        page = made.add_worksheet()
        old, new = made.add_format({"font_name": "VNI-Times"}), made.add_format({"font_name": "Arial"})
        for number, row in enumerate(making.GOOD):
            page.write_row(number, 0, row)
        page.write_rich_string(4, 1, new, "Hoàng Thị ", old, "Maãu")

    reading = read_file(path, book)

    assert names(reading) == NAMES
    (repair,) = reading.repairs
    assert repair.changes == (("Hoàng Thị Maãu", "Hoàng Thị Mẫu"),)


def test_a_repair_tells_its_column_and_shows_before_and_after(tmp_path: Path, book: TitleBook) -> None:
    reading = read_file(in_font(tmp_path, "vni", "Arial"), book)

    repair = next(repair for repair in reading.repairs if repair.column == "B")
    assert (repair.sheet, repair.title, repair.count) == ("Sheet1", "Họ và tên", 4)
    assert ("Hoaøng Thò Maãu", "Hoàng Thị Mẫu") in repair.examples


def test_the_officer_may_leave_a_column_as_it_was_typed(tmp_path: Path, book: TitleBook) -> None:
    path = in_font(tmp_path, "vni", "VNI-Times")

    reading = read_file(path, book, encodings={("Sheet1", "D"): AS_IS})

    assert [award.post for award in reading.decisions[0].awards] == ["Giaùo vieân", "Chuyeân vieân"]
    assert [award.post for award in read_file(path, book).decisions[0].awards] == ["Giáo viên", "Chuyên viên"]


def test_a_column_left_alone_is_still_told(tmp_path: Path, book: TitleBook) -> None:
    path = in_font(tmp_path, "vni", "VNI-Times", making.GOOD[:3] + making.GOOD[3:])
    rows = [*making.GOOD[:3], (*making.HEADER, "Ghi chú"), *((*row, "thöôûng") for row in making.PEOPLE)]
    reading = read_file(making.workbook(path, rows), book, encodings={("Sheet1", "G"): AS_IS})

    assert [award.note for award in reading.decisions[0].awards] == ["thöôûng", "thöôûng"]
    (repair,) = reading.repairs
    assert (repair.column, repair.encoding, repair.how, repair.count) == ("G", AS_IS, "chosen", 0)


def test_the_officer_may_choose_another_encoding(tmp_path: Path, book: TitleBook) -> None:
    rows = [*making.GOOD[:3], (*making.HEADER, "Ghi chú"), *((*row, "Sè tê") for row in making.PEOPLE)]
    path = making.workbook(tmp_path / "a.xlsx", rows)

    unsure = read_file(path, book)
    assert [repair.how for repair in unsure.repairs] == ["unsure"]
    assert "“Số tờ”" in unsure.problems[0].reason
    reading = read_file(path, book, encodings={("Sheet1", "G"): "tcvn3"})
    assert [award.note for award in reading.decisions[0].awards] == ["Số tờ"] * 2


def test_what_may_be_unicode_in_an_old_column_is_asked(tmp_path: Path, book: TitleBook) -> None:
    rows = [
        *making.GOOD[:3], making.HEADER,
        *((number, name, 1980, "Giáo viên", "Trường Tiểu học Ví Dụ", making.TITLE)
          for number, name in enumerate([*NAMES, "Đặng Thị Thử"], 1)),
    ]  # fmt: skip
    old = [tuple(corpus.encoded(c, "tcvn3") if isinstance(c, str) else c for c in row) for row in rows]
    old.append((4, "Lê Hà", *old[-1][2:]))

    reading = read_file(making.workbook(tmp_path / "a.xlsx", old), book)

    assert names(reading) == [*NAMES, "Đặng Thị Thử"]
    assert "“Lờ Hà”" in reading.problems[0].reason


def test_a_column_too_short_to_tell_follows_the_others(tmp_path: Path, book: TitleBook) -> None:
    rows = [*making.GOOD[:3], (*making.HEADER, "Ghi chú"), *((*row, "số tờ") for row in making.PEOPLE)]
    old = [tuple(corpus.encoded(c, "tcvn3") if isinstance(c, str) else c for c in row) for row in rows]

    reading = read_file(making.workbook(tmp_path / "a.xlsx", old), book)

    assert [award.note for award in reading.decisions[0].awards] == ["số tờ"] * 2


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_a_document_is_read_by_its_words(encoding: str, tmp_path: Path, book: TitleBook) -> None:
    reading = read_file(making.lines(tmp_path / "a.docx", typed(making.LINES, encoding)), book)

    assert (names(reading), reading.problems) == (NAMES, ())
    (repair,) = reading.repairs
    assert (repair.column, repair.encoding, repair.count) == ("đoạn văn", encoding, 6)


def run(text: str, font: str) -> str:
    return f'<w:r><w:rPr><w:rFonts w:ascii="{font}" w:hAnsi="{font}"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_a_document_is_read_by_the_fonts_of_its_runs(tmp_path: Path, book: TitleBook) -> None:
    lines = [*making.LINES[:3], "1. Bà Lê Thị Hà, Y sĩ, Phòng Nội vụ;"]
    body = "".join(f"<w:p>{run(line, 'Times New Roman')}</w:p>" for line in lines)
    old = [
        run("2. ¤ng Lý V¨", ".VnTime"),
        run("n Thö", ".VnTime"),
        run(", Giáo viên, Phòng Nội vụ;", "Arial"),
    ]
    body += f"<w:p>{''.join(old)}</w:p>"

    reading = read_file(making.document(tmp_path / "a.docx", body), book)

    assert (names(reading), reading.problems) == (["Lê Thị Hà", "Lý Văn Thử"], ())
    assert reading.repairs[0].how == "font"


def test_the_font_may_stand_in_a_style_or_in_the_theme(tmp_path: Path, book: TitleBook) -> None:
    styles = (
        f'<w:styles xmlns:w="{making.WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:hAnsiTheme="minorHAnsi"/>'
        '</w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:styleId="Old"><w:rPr>'
        '<w:rFonts w:hAnsi="VNI-Times"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Item">'
        '<w:basedOn w:val="Old"/></w:style></w:styles>'
    )
    theme = (
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme name="x">'
        '<a:majorFont><a:latin typeface="Arial"/></a:majorFont><a:minorFont><a:latin typeface=".VnTime"/></a:minorFont>'
        "</a:fontScheme></a:themeElements></a:theme>"
    )
    first, second = "1. Bà Hoàng Thị Mẫu, Phòng Nội vụ;", "2. Ông Lý Tô, Phòng Nội vụ;"
    body = "".join(map(making.paragraph, typed((*making.LINES[:3], first), "tcvn3")))
    body += making.paragraph(corpus.encoded(second, "vni")).replace(
        "<w:p>", '<w:p><w:pPr><w:pStyle w:val="Item"/></w:pPr>'
    )
    path = making.document(
        tmp_path / "a.docx", body, **{"word/styles.xml": styles, "word/theme/theme1.xml": theme}
    )

    assert names(read_file(path, book)) == ["Hoàng Thị Mẫu", "Lý Tô"]


def test_the_hyphen_of_word_division_is_the_letter_of_an_old_font(tmp_path: Path, book: TitleBook) -> None:
    lines = typed((*making.LINES[:3], "1. Ông Lý Văn Hưng, Phòng Nội vụ;"), "tcvn3")
    body = "".join(map(making.paragraph, lines))
    body = body.replace(
        "H\u00adng", 'H</w:t></w:r><w:r><w:softHyphen/></w:r><w:r><w:t xml:space="preserve">ng'
    )

    assert names(read_file(making.document(tmp_path / "a.docx", body), book)) == ["Lý Văn Hưng"]


def test_letters_of_a_symbol_font_are_read(tmp_path: Path, book: TitleBook) -> None:
    def symbols(text: str) -> str:
        return "".join(chr(0xF000 + ord(char)) if 127 < ord(char) < 256 else char for char in text)

    lines = map(symbols, typed(making.LINES, "tcvn3"))

    assert names(read_file(making.lines(tmp_path / "a.docx", lines), book)) == NAMES


def test_letters_of_other_alphabets_become_what_they_look_like(tmp_path: Path, book: TitleBook) -> None:
    looks = NAMES[0].replace("o", "\u043e").replace("H", "\u041d").replace("M", "\u039c")
    rows = [*making.GOOD[:4], (1, looks, *making.PEOPLE[0][2:])]

    reading = read_file(making.workbook(tmp_path / "a.xlsx", rows), book)

    assert names(reading) == NAMES[:1]


def test_eth_is_d_with_a_stroke_in_unicode_and_e_acute_in_an_old_font(
    tmp_path: Path, book: TitleBook
) -> None:
    rows = [*making.GOOD[:4], (1, "\u00d0ặng Thị Mẫu", *making.PEOPLE[0][2:])]
    old = (*making.LINES[:3], "1. Bà Hoàng Thị Bé, Phòng Nội vụ;")

    assert names(read_file(making.workbook(tmp_path / "a.xlsx", rows), book)) == ["Đặng Thị Mẫu"]
    assert names(read_file(making.lines(tmp_path / "a.docx", typed(old, "tcvn3")), book)) == ["Hoàng Thị Bé"]


@pytest.mark.parametrize(
    ("typed_name", "name"),
    [
        ("Hà Thị ánh", "Hà Thị Ánh"),
        ("nguyễn văn an", "Nguyễn Văn An"),
        ("Y ẩm", "Y Ẩm"),
        ("Giàng a Páo", "Giàng a Páo"),
    ],
)
def test_names_get_back_the_capitals_a_font_had_not(typed_name: str, name: str) -> None:
    assert with_capitals(typed_name) == name


@pytest.mark.parametrize(
    ("typed_unit", "unit"),
    [
        ("ủy ban MTTQ huyện", "Ủy ban MTTQ huyện"),
        ("Trường Trung học cơ sở Nậm ún", "Trường Trung học cơ sở Nậm Ún"),
        ("Văn phòng Huyện ủy", "Văn phòng Huyện ủy"),
        ("xã ấm Thượng", "xã Ấm Thượng"),
        ("Đảng ủy xã Ví Dụ", "Đảng ủy xã Ví Dụ"),
    ],
)
def test_units_get_back_the_capitals_a_font_had_not(
    typed_unit: str, unit: str, tmp_path: Path, book: TitleBook
) -> None:
    rows = (*making.GOOD[:4], (1, "Lý Văn Thử", 1980, "ủy viên", typed_unit, making.TITLE))
    (award,) = read_file(in_font(tmp_path, "tcvn3", ".VnTime", rows), book).decisions[0].awards

    assert (award.unit, award.post) == (unit, "Ủy viên")


@pytest.mark.parametrize(
    ("capitals", "name"),
    [
        ("NGUYỄN VĂN ĐỨC", "Nguyễn Văn Đức"),
        ("K'BRÊU", "K'Brêu"),
        ("Y BLIM NIÊ-KĐĂM", "Y Blim Niê-Kđăm"),
        ("Hoàng Thị MẪU", "Hoàng Thị MẪU"),
    ],
)
def test_a_name_in_capitals_can_be_written_as_a_name(capitals: str, name: str) -> None:
    assert name_case(capitals) == name


def test_a_column_in_doubt_is_told_though_nothing_was_changed(tmp_path: Path, book: TitleBook) -> None:
    post = corpus.encoded("Văn thư lưu trữ", "tcvn3")
    rows = [*making.GOOD[:5], (2, "Lý Văn Thử", 1975, post, "Phòng Nội vụ", making.TITLE)]
    path = making.workbook(tmp_path / "a.xlsx", rows)
    (repair,) = read_file(path, book).repairs

    assert (repair.column, repair.encoding, repair.how, repair.count) == ("D", AS_IS, "unsure", 1)
    assert repair.changes == ((post, post),)
    told = read_file(path, book, encodings={("Sheet1", "D"): "tcvn3"})
    assert [award.post for award in told.decisions[0].awards] == ["Giáo viên", "Văn thư lưu trữ"]


@pytest.mark.parametrize(("encoding", "font"), [("tcvn3", ".VnTime"), ("vni", "VNI-Times")])
def test_the_lines_of_a_decoded_cell_are_told_apart(
    encoding: str, font: str, tmp_path: Path, book: TitleBook
) -> None:
    row = (*making.PEOPLE[0][:-1], "Giấy khen\nLao động tiên tiến")
    rows = (*making.GOOD[:4], row)
    reading = read_file(in_font(tmp_path, encoding, font, rows), book)

    assert [award.award for award in reading.decisions[0].awards] == ["GK_HUYEN", "DH_LDTT"]
    assert reading.problems == ()
