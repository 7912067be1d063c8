"""Any list written in Word comes back: merged and nested tables, numbers typed or automatic, any way to name."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.strategies import DataObject

from tests.intake import making
from tests.intake.generated import BOOK, List, lists, read_back
from thidua_desktop.intake.reading import FileReading

persons_lists = lists(mixed=False).filter(lambda each: bool(each.people))
Told = tuple[str, str, str, str, str]
TOLD = (
    ("Ông ", "male"),
    ("Bà ", "female"),
    ("Đ/c ", ""),
    ("Đồng chí ", ""),
    ("đ/c: ", ""),
    ("Ông: ", "male"),
)


def cell(text: str, *, span: int = 1, merged: str = "", inner: str = "") -> str:
    """A cell of a table over so many columns; merged downwards is "restart" or "continue"."""
    properties = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties += f'<w:vMerge w:val="{merged}"/>' if merged else ""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}{making.paragraph(text)}</w:tc>"


def table(rows: list[list[str]]) -> str:
    return f"<w:tbl>{''.join('<w:tr>' + ''.join(row) + '</w:tr>' for row in rows)}</w:tbl>"


def seen(reading: FileReading) -> list[Told]:
    rows = [row for decision in reading.decisions for row in decision.awards]
    return [(row.name, row.gender, row.post, row.unit, BOOK.short(row.award or "")) for row in rows]


@settings(max_examples=25, deadline=None)
@given(persons_lists, st.booleans(), st.booleans(), st.data())
def test_a_table_with_merged_cells_inside_a_frame_or_not_comes_back(
    true: List, two_rows: bool, framed: bool, data: DataObject
) -> None:
    header = [[cell(text) for text in ("TT", "Họ và tên", "Chức vụ", "Đơn vị công tác")]]
    if two_rows:
        both = [cell(text, merged="restart") for text in ("TT", "Họ và tên")]
        header = [
            [*both, cell("Chức vụ, đơn vị công tác", span=2)],
            [cell("", merged="continue"), cell("", merged="continue"), cell("Chức vụ"), cell("Đơn vị")],
        ]
    rows, above = header, ""
    for number, person in enumerate(true.people, 1):
        merged = "continue" if person.unit == above and data.draw(st.booleans()) else "restart"
        unit = cell("" if merged == "continue" else person.unit, merged=merged)
        rows.append([cell(str(number)), cell(person.name), cell(person.post), unit])
        above = person.unit
    body = table(rows)
    if framed:
        body = table([[cell("", inner=body)]])
    body = "".join(map(making.paragraph, true.heading())) + body

    reading = read_back("a.docx", lambda path: making.document(path, body))

    assert seen(reading) == [(p.name, "", p.post, p.unit, true.title) for p in true.people]


def numbered(items: list[str], form: str) -> tuple[str, str]:
    """Paragraphs Word numbers itself, and the part of the document that says how."""
    text = "%1)" if form == "lowerLetter" else "%1."
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    )
    part = (
        f'<w:numbering xmlns:w="{making.WORD}"><w:abstractNum w:abstractNumId="0">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    )
    mark = '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
    return "".join(making.paragraph(item).replace("<w:p>", mark) for item in items), part


@settings(max_examples=25, deadline=None)
@given(
    persons_lists,
    st.sampled_from(("typed", "decimal", "lowerLetter", "bullet")),
    st.sampled_from(("", ", huyện Bạch Thông", ", xã Ví Dụ, huyện Bạch Thông, tỉnh Bắc Kạn")),
    st.data(),
)
def test_a_list_numbered_by_hand_or_by_word_comes_back_whoever_is_named(
    true: List, form: str, place: str, data: DataObject
) -> None:
    items, expected = [], []
    for person in true.people:
        told, gender = data.draw(st.sampled_from(TOLD))
        words = [f"{told}{person.name}", person.post, person.unit]
        items.append(f"{', '.join(filter(None, words))}{place}{data.draw(st.sampled_from((';', '.', '')))}")
        unit = f"{person.unit}, xã Ví Dụ" if "xã" in place else person.unit
        expected.append((person.name, gender, person.post, unit, true.title))
    head = "".join(map(making.paragraph, true.heading()))

    def write(path: Path) -> None:
        if form == "typed":
            typed = "".join(making.paragraph(f"{number}. {item}") for number, item in enumerate(items, 1))
            making.document(path, head + typed)
        else:
            body, part = numbered(items, form)
            making.document(path, head + body, **{"word/numbering.xml": part})

    assert seen(read_back("a.docx", write)) == expected
