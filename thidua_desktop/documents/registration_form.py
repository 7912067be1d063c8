"""The Excel file in which a unit registers for the titles of a year; it comes back like any other list."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from thidua_desktop.documents import letterhead
from thidua_desktop.documents.target import replacing
from thidua_desktop.documents.xlsx_cells import Styles, plain
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.registration_form import COLLECTIVES, PEOPLE, Registrant, RegistrationForm

BLANK_ROWS = 15
_LISTS = "Danh mục"
_OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": letterhead.FONT, "font_size": letterhead.TABLE_PT},
}
_GUIDE = (
    "Chọn danh hiệu ở cột Danh hiệu đăng ký; hai danh hiệu thì ghi cách nhau bằng dấu chấm phẩy. Thêm người, "
    "tập thể ở các dòng trống. Lưu chính tệp này rồi gửi lại."
)
_HEADER = 4  # rows above: title, unit, who sent it, how to fill it in
_OF_PEOPLE = (
    ("STT", 6),
    ("Họ và tên", 30),
    ("Ngày sinh", 14),
    ("Chức vụ", 28),
    ("Danh hiệu đăng ký", 34),
    ("Ghi chú", 26),
)
_OF_COLLECTIVES = (("STT", 6), ("Tên tập thể", 46), ("Danh hiệu đăng ký", 36), ("Ghi chú", 28))


def write(form: RegistrationForm, path: Path) -> None:
    """Write the file; Unavailable when it cannot be put there."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]  # ships no marker of its annotations
    from xlsxwriter.exceptions import FileCreateError  # type: ignore[import-untyped]  # the same

    with replacing(path) as temporary:
        workbook = Workbook(str(temporary), _OPTIONS)
        styles = Styles(workbook)
        people, collectives = workbook.add_worksheet(PEOPLE), workbook.add_worksheet(COLLECTIVES)
        lists = workbook.add_worksheet(_LISTS)
        _fill(people, styles, form, _OF_PEOPLE, [_person(one) for one in form.people])
        _fill(collectives, styles, form, _OF_COLLECTIVES, [_collective(one) for one in form.collectives])
        for column, (sheet, columns, titles) in enumerate(
            (
                (people, _OF_PEOPLE, form.titles_of_people),
                (collectives, _OF_COLLECTIVES, form.titles_of_collectives),
            )
        ):
            _offer(lists, sheet, column, _titles_column(columns), titles)
        lists.hide()
        workbook.set_properties({"title": plain(_title(form)), "author": "", "company": ""})
        try:
            workbook.close()
        except FileCreateError as error:
            raise error.args[0] from error


def _title(form: RegistrationForm) -> str:
    return f"Bản đăng ký thi đua năm {form.year}"


def _person(one: Registrant) -> tuple[str, ...]:
    return one.name, one.birth, one.post, one.titles, ""


def _collective(one: Registrant) -> tuple[str, ...]:
    return one.name, one.titles, ""


def _fill(
    sheet: Any,
    styles: Styles,
    form: RegistrationForm,
    columns: Sequence[tuple[str, int]],
    rows: Sequence[tuple[str, ...]],
) -> None:
    _write_head(sheet, styles, form, columns)
    _write_rows(sheet, styles, len(columns), rows)
    sheet.freeze_panes(_HEADER + 1, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_HEADER)


def _write_head(
    sheet: Any, styles: Styles, form: RegistrationForm, columns: Sequence[tuple[str, int]]
) -> None:
    centred: dict[str, Any] = {"align": "center", "valign": "vcenter", "text_wrap": True}
    looks: tuple[tuple[str, dict[str, Any]], ...] = (
        (_title(form).upper(), {"bold": True, "font_size": letterhead.TITLE_PT}),
        (f"Đơn vị: {form.unit}", {"bold": True}),
        (f"{form.office} gửi đơn vị ngày {show(form.on)}", {"italic": True}),
        (_GUIDE, {"bg_color": "#EEF4FB"}),
    )
    for at, (text, look) in enumerate(looks):
        sheet.merge_range(at, 0, at, len(columns) - 1, plain(text), styles.get(**centred, **look))
    sheet.set_row(len(looks) - 1, 34)
    head = styles.get(**centred, bold=True, border=1, bg_color="#E3E8EF")
    for column, (title, width) in enumerate(columns):
        sheet.write_string(_HEADER, column, title, head)
        sheet.set_column(column, column, width)


def _write_rows(sheet: Any, styles: Styles, columns: int, rows: Sequence[tuple[str, ...]]) -> None:
    """Number those known; the blank rows below have none, so that they say nothing when they come back."""
    cell = styles.get(border=1, valign="top", text_wrap=True, num_format="@")
    numbered = styles.get(border=1, valign="top", align="center")
    blank = ("",) * (columns - 1)
    for place in range(len(rows) + BLANK_ROWS):
        at = _HEADER + 1 + place
        if place < len(rows):
            sheet.write_number(at, 0, place + 1, numbered)
        else:
            sheet.write_blank(at, 0, None, cell)
        for column, text in enumerate(rows[place] if place < len(rows) else blank, start=1):
            if text:
                sheet.write_string(at, column, plain(text), cell)
            else:
                sheet.write_blank(at, column, None, cell)


def _titles_column(columns: Sequence[tuple[str, int]]) -> int:
    return next(place for place, (title, _) in enumerate(columns) if title == "Danh hiệu đăng ký")


def _offer(lists: Any, sheet: Any, column: int, titles_column: int, titles: Sequence[str]) -> None:
    """Let the titles be chosen; another text is warned about, since two may stand together."""
    for at, title in enumerate(titles):
        lists.write_string(at, column, plain(title))
    if not titles:
        return
    letter = "AB"[column]
    sheet.data_validation(
        _HEADER + 1,
        titles_column,
        sheet.dim_rowmax,
        titles_column,
        {
            "validate": "list",
            "source": f"='{_LISTS}'!${letter}$1:${letter}${len(titles)}",
            "error_type": "warning",
            "error_title": "Không có trong danh sách",
            "error_message": "Nên chọn trong danh sách. Vẫn giữ nội dung vừa ghi?",
        },
    )
