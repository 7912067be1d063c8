"""The Excel file a unit fills in: its own people, lists to choose from, checks, and our mark inside."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from thidua_desktop.documents import letterhead
from thidua_desktop.documents.target import replacing
from thidua_desktop.documents.xlsx_cells import Styles, plain
from thidua_desktop.domain.dates import PartialDate, parse_date, show
from thidua_desktop.domain.recipient import GENDERS
from thidua_desktop.domain.unit_template import (
    COLUMNS,
    LISTS,
    MARK_SHEET,
    PROPERTY,
    RATINGS,
    SHEET,
    Member,
    Template,
    packed,
)

BLANK_ROWS = 25
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": letterhead.FONT, "font_size": letterhead.TABLE_PT},
}
_WIDTHS = {
    "uid": 8,
    "place": 5,
    "name": 27,
    "birth": 14,
    "gender": 9,
    "post": 24,
    "title": 27,
    "form": 31,
    "rating": 27,
    "note": 26,
}
_GUIDE = """\
1. Kiểm tra từng người; sai họ tên, ngày sinh, giới tính, chức vụ thì sửa ngay trong ô. Chỉ biết năm sinh \
thì ghi năm (ví dụ 1985).
2. Bấm vào ô ở cột Danh hiệu thi đua, Hình thức khen thưởng rồi chọn trong danh sách; có hai danh hiệu thì \
ghi cách nhau bằng dấu chấm phẩy.
3. Người mới: ghi vào các dòng trống bên dưới. Người đã chuyển đi, nghỉ việc: xóa họ tên và ghi lý do ở cột \
Ghi chú; đừng ghi người khác đè lên.
4. Ô tô màu là chỗ cần xem: vàng – chưa chọn danh hiệu; đỏ – năm sinh không hợp lý, danh hiệu không có \
trong danh sách, dòng thiếu họ tên; cam – trùng họ tên.
5. Lưu chính tệp này (không chép sang tệp khác) rồi gửi lại qua USB.""".splitlines()
_EMPTY = "Còn {} người chưa chọn danh hiệu, hình thức."
_PLACES = {code: place for place, code in enumerate(COLUMNS)}
_HEADER = len(_GUIDE) + 3
_FIRST = _HEADER + 1
_YOUNGEST, _OLDEST = 15, 110  # years of age that need no second look
_PROTECTION = {"insert_rows": True, "format_columns": True, "format_rows": True}


def write(template: Template, path: Path) -> None:
    """Write the file; Unavailable when it cannot be put there."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # ships no marker of its annotations
    from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]  # the same

    with replacing(path) as temporary:
        workbook = Workbook(str(temporary), _OPTIONS)
        _fill(workbook, template)
        try:
            workbook.close()
        except FileCreateError as error:
            raise error.args[0] from error


def _fill(workbook: Any, template: Template) -> None:
    styles = Styles(workbook)
    page = _Page(workbook.add_worksheet(SHEET), styles, template)
    _write_lists(workbook.add_worksheet(LISTS), template)
    _write_mark(workbook.add_worksheet(MARK_SHEET), template)
    page.write_guide()
    page.write_rows()
    page.offer_lists()
    page.add_checks()
    page.close()
    workbook.set_properties({"title": plain(_title(template)), "author": "", "company": ""})
    workbook.set_custom_property(PROPERTY, template.mark.short, "text")


def _title(template: Template) -> str:
    return f"Danh sách đề nghị khen thưởng năm {template.mark.year} – {template.mark.unit_name}"


def _write_lists(sheet: Any, template: Template) -> None:
    for column, names in enumerate(_choices(template).values()):
        for row, name in enumerate(names):
            sheet.write_string(row, column, plain(name))
    sheet.hide()
    sheet.protect()


def _write_mark(sheet: Any, template: Template) -> None:
    for row, line in enumerate(packed(template.mark, template.members)):
        sheet.write_string(row, 0, line)
    sheet.very_hidden()
    sheet.protect()


def _choices(template: Template) -> dict[str, Sequence[str]]:
    genders = [words for code, words in GENDERS.items() if code]
    return {"title": template.titles, "form": template.forms, "gender": genders, "rating": RATINGS}


@dataclass(frozen=True)
class _Page:
    """The sheet a unit sees."""

    sheet: Any
    styles: Styles
    template: Template

    @property
    def last(self) -> int:
        """The last row to be filled in, from 0."""
        return _HEADER + len(self.template.members) + BLANK_ROWS

    def write_guide(self) -> None:
        """Title, who sent it, how to fill it in, the counter, the header."""
        last = len(COLUMNS) - 1
        first = _PLACES["place"]
        title = self.styles.get(bold=True, font_size=letterhead.TITLE_PT, valign="vcenter")
        self.sheet.merge_range(0, first, 0, last, plain(_title(self.template)), title)
        self.sheet.set_row(0, 24)
        on = show(parse_date(self.template.mark.on))
        sent = f"{self.template.office_name} gửi đơn vị ngày {on}"
        self.sheet.merge_range(1, first, 1, last, plain(sent), self.styles.get(italic=True))
        guide = self.styles.get(text_wrap=True, valign="vcenter", bg_color="#EEF4FB")
        for row, line in enumerate(_GUIDE, start=2):
            self.sheet.merge_range(row, first, row, last, line, guide)
        name, title_, form = (self._range(code) for code in ("name", "title", "form"))
        empty = f'SUMPRODUCT((TRIM({name})<>"")*({title_}="")*({form}=""))'
        before, after = _EMPTY.split("{}")
        counter = self.styles.get(bold=True, font_color="#8A5A00")
        shown = _EMPTY.format(len(self.template.members))
        self.sheet.merge_range(_HEADER - 1, first, _HEADER - 1, last, "", counter)
        self.sheet.write_formula(_HEADER - 1, first, f'="{before}"&{empty}&"{after}"', counter, shown)
        head = self.styles.get(
            bold=True, border=1, align="center", valign="vcenter", text_wrap=True, bg_color="#E3E8EF"
        )
        for column, words in enumerate(COLUMNS.values()):
            self.sheet.write_string(_HEADER, column, words, head)
        self.sheet.set_row(_HEADER, 34)

    def write_rows(self) -> None:
        """One row a person, then blank ones; only the uid and the number are locked."""
        open_ = self.styles.get(border=1, valign="top", text_wrap=True, locked=False, num_format="@")
        locked = self.styles.get(border=1, valign="top", align="center", bg_color="#F5F5F5")
        for place in range(len(self.template.members) + BLANK_ROWS):
            members = self.template.members
            texts = _texts(members[place]) if place < len(members) else {}
            self.sheet.write_number(_FIRST + place, _PLACES["place"], place + 1, locked)
            for code, column in _PLACES.items():
                if code == "place":
                    continue
                style = locked if code == "uid" else open_
                if texts.get(code):
                    self.sheet.write_string(_FIRST + place, column, plain(texts[code]), style)
                else:
                    self.sheet.write_blank(_FIRST + place, column, None, style)

    def offer_lists(self) -> None:
        """Drop-down lists; another text is warned about, since two titles may stand together."""
        for column, (code, names) in enumerate(_choices(self.template).items()):
            if not names:
                continue
            letter = chr(ord("A") + column)
            self.sheet.data_validation(
                *self._cells(code),
                {
                    "validate": "list",
                    "source": f"='{LISTS}'!${letter}$1:${letter}${len(names)}",
                    "error_type": "warning",
                    "error_title": "Không có trong danh sách",
                    "error_message": "Nên chọn trong danh sách. Vẫn giữ nội dung vừa ghi?",
                },
            )

    def add_checks(self) -> None:
        """Colour what is missing or cannot be."""
        year = self.template.mark.year
        name, birth, title, form = (self._first(code) for code in ("name", "birth", "title", "form"))
        asked = f"{self._first('birth')}:{self._first('note')}"
        told = f"IF(ISNUMBER({birth}),IF({birth}>3000,YEAR({birth}),{birth}),VALUE(RIGHT(TRIM({birth}),4)))"
        wrong_year = f'AND({birth}<>"",IFERROR(OR({told}<{year - _OLDEST},{told}>{year - _YOUNGEST}),TRUE))'
        names = self._range("name")
        twice = f'AND(TRIM({name})<>"",SUMPRODUCT(--(TRIM({names})=TRIM({name})))>1)'
        self._colour("birth", wrong_year, "#F8CBC6")
        self._colour("name", f'AND(TRIM({name})="",COUNTA({asked})>0,{self._first("uid")}="")', "#F8CBC6")
        self._colour("name", twice, "#FFD8A8")
        for column, code in enumerate(("title", "form")):
            count = max(1, len(_choices(self.template)[code]))
            letter, cell = chr(ord("A") + column), self._first(code)
            listed = f"'{LISTS}'!${letter}$1:${letter}${count}"
            unknown = f'AND({cell}<>"",ISERROR(FIND(";",{cell})),COUNTIF({listed},{cell})=0)'
            self._colour(code, unknown, "#F8CBC6")
            self._colour(code, f'AND(TRIM({name})<>"",{title}="",{form}="")', "#FFF3C4")

    def close(self) -> None:
        """Widths, frozen header, paper, protection without a password."""
        for code, column in _PLACES.items():
            self.sheet.set_column(column, column, _WIDTHS[code], None, {"hidden": code == "uid"})
        self.sheet.freeze_panes(_FIRST, _PLACES["name"] + 1)
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.repeat_rows(_HEADER)
        self.sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        self.sheet.protect("", _PROTECTION)
        self.sheet.set_selection(_FIRST, _PLACES["title"], _FIRST, _PLACES["title"])

    def _cells(self, code: str) -> tuple[int, int, int, int]:
        return _FIRST, _PLACES[code], self.last, _PLACES[code]

    def _first(self, code: str) -> str:
        return f"${_letter(code)}{_FIRST + 1}"

    def _range(self, code: str) -> str:
        return f"${_letter(code)}${_FIRST + 1}:${_letter(code)}${self.last + 1}"

    def _colour(self, code: str, formula: str, colour: str) -> None:
        look = self.styles.get(bg_color=colour)
        self.sheet.conditional_format(
            *self._cells(code), {"type": "formula", "criteria": f"={formula}", "format": look}
        )


def _letter(code: str) -> str:
    return chr(ord("A") + _PLACES[code])


def _texts(member: Member) -> Mapping[str, str]:
    """What a person's row says; an unknown gender stays empty."""
    return {
        "uid": member.uid,
        "name": member.name,
        "birth": str(PartialDate.from_iso(member.birth)) if member.birth else "",
        "gender": GENDERS[member.gender] if member.gender else "",
        "post": member.post,
    }
