"""The fields of a form, as data; each makes the editor that shows it.

What `values()` of a form holds for each: TextField, LongTextField a str; ChoiceField the code ("" for none);
DateField a date or None; PartialDateField a PartialDate or None; NumberField an int (a float with decimals)
or None; CheckField a bool; LookupField a Picked; LinesField a list of str; TableField a list of dict.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from thidua_desktop.domain.dates import PartialDate, parse_date, show
from thidua_desktop.domain.vietnamese import number
from ui.widgets.editors import (
    CheckEditor,
    ChoiceEditor,
    Editor,
    LinesEditor,
    LongTextEditor,
    LookupEditor,
    ParsedEditor,
    TextEditor,
)
from ui.widgets.figures import parse_decimal, parse_number, show_decimal

if TYPE_CHECKING:
    from ui.widgets.grid_model import GridColumn
    from ui.widgets.suggest import AskOptions, Options, Suggest


@dataclass(frozen=True)
class Heading:
    """A title over the fields that follow."""

    text: str


@dataclass(frozen=True)
class Field:
    """What every field has.

    Attributes:
        code: the key in the form's values and the field of a Problem.
        required: an empty value is refused by the form itself, with a sentence.
        read_only: shown, never changed.
        wide: under its label over the whole width.

    """

    code: str
    label: str
    tip: str = ""
    required: bool = False
    read_only: bool = False
    wide: bool = False

    def make(self) -> Editor:
        """Make the input, with its accessible name."""
        editor = self.editor()
        editor.input.setAccessibleName(self.label)
        editor.input.setToolTip(self.tip)
        editor.setObjectName(self.code)
        if self.read_only:
            editor.set_read_only()
        return editor

    def editor(self) -> Editor:
        """Make the bare input."""
        raise NotImplementedError


@dataclass(frozen=True)
class TextField(Field):
    """One line of text."""

    placeholder: str = ""

    def editor(self) -> Editor:
        return TextEditor(self.placeholder)


@dataclass(frozen=True)
class LongTextField(Field):
    """Several lines of text."""

    lines: int = 3

    def editor(self) -> Editor:
        return LongTextEditor(self.lines)


@dataclass(frozen=True)
class LinesField(Field):
    """A list of short texts, typed one a line."""

    lines: int = 4

    def editor(self) -> Editor:
        return LinesEditor(self.lines)


@dataclass(frozen=True)
class ChoiceField(Field):
    """One of (code, label) options, or of what `asking_options` reads; empty is the text for none.

    With empty=None there is always a choice: the form starts with the first option's code given in load.
    """

    options: Options | AskOptions = ()
    empty: str | None = ""

    def editor(self) -> Editor:
        return ChoiceEditor(self.options, self.empty)


@dataclass(frozen=True)
class DateField(Field):
    """A whole date, typed freely."""

    def editor(self) -> Editor:
        return ParsedEditor(parse_date, show, "ngày/tháng/năm")


@dataclass(frozen=True)
class PartialDateField(Field):
    """A date as precise as the paper: 1954, 05/1987, 03/02/1930."""

    def editor(self) -> Editor:
        return ParsedEditor(PartialDate.parse, str, "ngày/tháng/năm, hoặc chỉ năm")


@dataclass(frozen=True)
class NumberField(Field):
    """A number; grouped=False for numbers that name, like a year."""

    decimals: bool = False
    grouped: bool = True

    def editor(self) -> Editor:
        if self.decimals:
            return ParsedEditor(parse_decimal, show_decimal)
        return ParsedEditor(parse_number, number if self.grouped else str)


@dataclass(frozen=True)
class CheckField(Field):
    """Yes or no, with its label beside the box."""

    def editor(self) -> Editor:
        return CheckEditor(self.label)


@dataclass(frozen=True)
class LookupField(Field):
    """A record found while typing (`asking(tasks, search)`); allow_new keeps a text that is not known yet."""

    suggest: Suggest = lambda _text, then: then(())
    allow_new: bool = False
    new_note: str = "Chưa có trong sổ: sẽ thêm mới khi lưu."
    placeholder: str = "Gõ vài chữ để tìm"

    def editor(self) -> Editor:
        return LookupEditor(
            self.suggest, self.new_note, allow_new=self.allow_new, placeholder=self.placeholder
        )


@dataclass(frozen=True)
class TableField(Field):
    """A small grid: rows typed or pasted from Excel; a Problem "code.3.name" marks row 3, column name.

    A fixed one has the rows it was loaded with, no more and no fewer.
    """

    columns: tuple[GridColumn, ...] = ()
    lines: int = 5
    fixed: bool = False

    def editor(self) -> Editor:
        from ui.widgets.grid_editor import TableEditor

        return TableEditor(self.columns, self.lines, fixed=self.fixed)
