"""What a list says from top to bottom: headings hold until others come, rows become awards or problems."""

from collections.abc import Sequence

from thidua_desktop.domain.decision import Stated
from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake import line_kinds, section_titles
from thidua_desktop.intake.award_row import RowReader, Wrong
from thidua_desktop.intake.block import TOLD_ONCE, Block
from thidua_desktop.intake.closing import Decisions, Gathered, closed
from thidua_desktop.intake.decision_named import bracketed, headed, named_by
from thidua_desktop.intake.decision_text import (
    Reference,
    amends,
    names_several,
    own_number,
    reference_in,
    tells_of_another,
    without_replaced,
)
from thidua_desktop.intake.heading import goes_on, is_letterhead, only_year, starts_list
from thidua_desktop.intake.heading_unit import labelled
from thidua_desktop.intake.item_text import Item
from thidua_desktop.intake.problem_list import ProblemList
from thidua_desktop.intake.reading import CandidateDecision, IntakeProblem
from thidua_desktop.intake.sections_denied import denies_below, may_head
from thidua_desktop.intake.sentence import named_in
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.unit_words import names_block

_UNREAD_LINE = "Không hiểu dòng này: không phải đầu đề, không phải dòng khen thưởng."
_SEVERAL = "Dòng ghi nhiều số quyết định nên chưa rõ danh sách thuộc quyết định nào: ghi một số rồi nhập lại."
_NOTHING_STATED = Stated()


class Collector:
    """Takes the lines and items of a source in order, gives decisions and problems at the end."""

    def __init__(self, file: str, book: TitleBook) -> None:
        self.rows_read = 0
        self._problems, self._book = ProblemList(file), book
        self._reader = RowReader(book)
        self.names_award, self.codes = self._reader.names, self._reader.codes
        self._decisions = Decisions()
        self.start("")

    def start(self, sheet: str) -> None:
        """Begin a sheet: nothing said on another holds here."""
        self._problems.start(sheet)
        self._sheet = sheet
        self._reference = Reference()
        self._current: Gathered | None = None
        self._block = Block(sheet)
        self._begin_block()

    def _begin_block(self) -> None:
        self._block = Block(self._sheet, proposed=self._block.proposed, over=self._block.place)
        self._stated, self._listing = Stated(), False
        self._part: int | None = None
        self._turned = ""  # the line above that names the award of the rows to come
        self._broken = ""  # DANH SÁCH CÁ NHÂN below rows: a section, or a heading that goes on below
        self.signing = False

    def given(self, title: str) -> tuple[str, ...]:
        """Return the codes of the award of a row: that of its cell, else that of the lines above."""
        if title:
            return self.codes(title)
        above, _, _ = self._block.award(self._block.issued(self._reference), self._reader)
        return above.codes if above else ()

    @property
    def is_listing(self) -> bool:
        """Whether the decision or the first recipient of a list has been met."""
        return self._listing or bool(self._reference.number)

    @property
    def section(self) -> str:
        """The kind of recipients of the section, "" outside one."""
        return self._block.section

    @property
    def of_households(self) -> bool:
        """Whether the section or the heading speaks of households alone, or their award goes to no others."""
        if self._block.section or self._block.heading.kinds:
            return self._block.is_of("household")
        return {self._book.recipients(code) for code in self.given("")} == {("household",)}

    @property
    def only_people(self) -> bool:
        """Whether the rows to come are of no collective, by what is said of them or by their award."""
        title, _, _ = self._block.award(self._block.issued(self._reference), self._reader)
        given = [kind for code in title.codes for kind in self._book.recipients(code)] if title else ()
        return self._block.is_of("person") or bool(given and "collective" not in given)

    def propose(self) -> None:
        """Take the list for one of proposals, unless a decision is named."""
        self._block.proposed = True
        self._block.forget()

    def group(self) -> None:
        """Begin the rows of a unit, which may end in a sum of their own."""
        self._block.find()
        self._begin_part()

    def _begin_part(self) -> None:
        self._part = len(self._current.awards) if self._current and self._listing else 0
        self.signing = False

    def line(self, row: Row, text: str, *, heading: bool = True) -> bool:
        """Take a line that is no recipient; tell whether it was understood.

        Where a heading may stand (`heading`), before the first recipient, any line is part of it.
        """
        if row.doubt:
            self._problem(row, row.doubt)
            return True
        if named := named_in(text, self._book):
            for item in named:
                self.item(row, item)
            return True
        if line_kinds.says_nothing(text) or self._denies_below(text) or self._says_what_holds(row, text):
            return True
        if self._listing and labelled((text,)):
            self._block.name_unit(text)
            self._begin_part()
            return True
        if starts_list(text):
            heading = True
            if self._listing:
                self._begin_block()
        elif self._broken and goes_on(text):
            section, first = self._block.section, self._broken
            self._begin_block()
            self._block.section = section
            self._block.add(first)
        elif line_kinds.is_signature(text) and (self._listing or self._block.lines):
            self.signing = True
            return True
        return (
            self._between_rows(text, heading=heading) if self._listing or not heading else self._above(text)
        )

    def _denies_below(self, text: str) -> bool:
        denied = self._listing and not self.signing and denies_below(text)
        if denied:
            self._block.deny(text)
            self._begin_part()
        return denied

    def _between_rows(self, text: str, *, heading: bool) -> bool:
        if self.is_listing and self.turns(text):
            return True
        words = line_kinds.section_title(text)[0] or text
        known = self.signing or names_block(words) or line_kinds.announces(text)
        known = known or line_kinds.is_empty_total(text) or (self._listing and self._block.is_cited_by(text))
        return known or (heading and is_letterhead(text))

    def _above(self, text: str) -> bool:
        if self._block.section and self._reference.number and line_kinds.is_recipient(text):
            return False
        self._block.add(text)
        return True

    def _says_what_holds(self, row: Row, text: str) -> bool:
        """Take totals, the decision and what stands at its head, articles below its list, sections."""
        if stated := line_kinds.stated_in(text):
            self._state(text, stated)
            return True
        if (self._listing or self._block.before) and line_kinds.is_article(text):
            return self._takes_article(text)
        if self._listing and own_number(text)[0]:
            self._begin_block()  # another whole decision begins
            self._reference, self._current = Reference(), None
        if not self._listing and (found := headed(self._reference, text)):
            self._reference = found
            self._block.forget()
            return True
        if self.is_listing and (year := only_year(text)):
            self._block.open_year(year)
            return True
        text = without_replaced(text)
        if not self._listing and amends(text) and reference_in(text):
            return self._block.pass_over(text)
        if names_several(text):
            self._problem(row, _SEVERAL)
            return self._refer(row, Reference())
        if (reference := reference_in(text)) and not (self._listing and tells_of_another(text)):
            return self._refer(row, reference)
        return self._opens_section(text)

    def _takes_article(self, text: str) -> bool:
        """An article below a list gives another award to those that follow, or orders other things."""
        given = line_kinds.given_by_article(text)
        if given:
            before = self._block
            self._begin_block()
            self._block.add(given)
            self._block.before = before
        else:
            self._block.order(text)
        self.signing = not given
        return True

    def _refer(self, row: Row, reference: Reference) -> bool:
        self._take_reference(reference)
        if reference.rest:
            self.line(row, reference.rest)
        return True

    def _take_reference(self, reference: Reference) -> None:
        if self._listing:
            before, title = self._block, self._turned
            self._begin_block()
            if title:
                self._block.add(title)
            else:
                self._block.before = before
        if reference.number != self._reference.number or reference.decided_on != self._reference.decided_on:
            self._current = None
        self._reference = reference
        self._block.forget()

    def _opens_section(self, text: str) -> bool:
        kind = line_kinds.section_of(text)
        if not kind:  # it may name the title of its rows: "II. CHIẾN SĨ THI ĐUA CƠ SỞ", known or to be asked
            words, roman = line_kinds.section_title(text)
            return bool(words) and self.is_listing and self._names_title(words, roman=roman)
        self._block.open(kind)
        self._begin_part()
        self._broken = text if self._listing and starts_list(text) else ""
        return True

    def heads(self, words: str) -> bool:
        """Take words alone behind a plain number that open a section: "Cá nhân", "Giấy khen: 02 cá nhân"."""
        if line_kinds.section_of(words):
            return self._opens_section(words)
        reference = bracketed(words)
        words = reference.rest if reference else words
        if reference and line_kinds.heads_section(words):
            self._take_reference(reference)
        title = line_kinds.counted_off(words)
        return line_kinds.heads_section(words) and self.is_listing and self._names_title(title, roman=False)

    def turns(self, text: str) -> bool:
        """Take a line between the rows that names, or may name, the award of those below it."""
        issued = self._block.issued(self._reference)
        told = section_titles.between_rows(text, self._book, issued, self._block.heading.year)
        if told is None:
            return False
        if told.unclear:
            self._block.doubt(text)
            return False
        self._block.open_title(told.title, told.kind, roman=False, year=told.year)
        self._begin_part()
        self._turned = text
        return True

    def _names_title(self, words: str, *, roman: bool) -> bool:
        issued = self._block.issued(self._reference)
        beside = bool(self._block.title) and roman == self._block.titles_are_roman
        words = self._block.ranked(words, issued, self._reader)
        told = section_titles.of_section(words, self._book, issued, beside=beside)
        if told is None:
            return False
        self._block.open_title(told.title, told.kind, roman=roman, year=told.year)
        self._begin_part()
        return True

    def _state(self, text: str, stated: Stated) -> None:
        if self._current and self._listing:
            self._part = self._current.state(text, stated, self._part)
        else:
            self._stated = line_kinds.merged(self._stated, stated)

    def unread_sheet(self, reason: str) -> None:
        """Show why a whole sheet was not read."""
        self._problems.add_of_sheet(reason)

    def unread(self, row: Row, reason: str = _UNREAD_LINE) -> None:
        """Show a row that is neither a recipient nor any line known, or why it was not read."""
        self._problem(row, reason)

    def unread_heading(self, row: Row, text: str) -> None:
        """Show a line not understood; where it may head the rows below, none of them is taken unasked."""
        self._problem(row, _UNREAD_LINE)
        if self._listing and not self.signing and may_head(text):
            self._block.lose(text)

    def refuse(self, row: Row, reason: str, which: object) -> None:
        """Refuse a row together with all others of its table or list, which are told as one."""
        self._problems.add_of_list(row, reason, which)

    def remark(self, text: str) -> None:
        """Say something of the decision being read."""
        if self._current:
            self._current.remarks[text] = None

    def item(self, row: Row, item: Item) -> None:
        """Take a row that names a recipient and one cell of awards."""
        self.items(row, (item,))

    def items(self, row: Row, items: Sequence[Item], column_kind: str = "") -> None:
        """Take a row that names a recipient: an award of each item, or a problem with what was understood."""
        self.rows_read += 1
        self._listing, self.signing, self._broken, self._turned = True, False, "", ""
        for item in items:
            decision = self._decision_of(item)
            decision.promise(self._block.lines)
            above = self._block.above(decision.place, decision.reference, column_kind, self._reader)
            for one in self._reader.parts(item, decision.reference):
                award, wrong = self._reader.read(row, one, above)
                if not wrong.reason:
                    wrong = Wrong(decision.take(award))
                if wrong.reason in TOLD_ONCE:
                    self.refuse(row, wrong.reason, self._block)
                elif wrong.reason:
                    self._problems.add(row, wrong.told(award, decision.place))
            if above.remarks and not item.year:
                decision.remarks.update(dict.fromkeys(above.remarks))

    def _decision_of(self, item: Item) -> Gathered:
        own = bool(item.number or item.authority)
        if not own and self._current:
            return self._current
        reference = self._block.issued(self._reference)
        if own:
            reference = named_by(item.number, item.date, item.authority, reference)
        decision, is_new = self._decisions.of(reference, self._sheet, self._block.heading)
        if is_new and reference.authority and not self._reference.authority and not item.authority:
            said = f"Cơ quan ban hành “{reference.authority}” lấy theo đầu văn bản: xem lại."
            decision.remarks[said] = None
        if self._stated != _NOTHING_STATED:
            decision.stated = line_kinds.merged(decision.stated, self._stated)
            self._stated = Stated()
        if not own:
            self._current = decision
        return decision

    def finish(self) -> tuple[CandidateDecision, ...]:
        """Return the decisions in the order they were met, what differs or is missing said of each."""
        self._problems.close()
        return tuple(closed(decision, self._book) for decision in self._decisions)

    @property
    def problems(self) -> tuple[IntakeProblem, ...]:
        """The problems met, in order."""
        return self._problems.all()

    def _problem(self, row: Row, reason: str) -> None:
        self._problems.add(row, IntakeProblem("", "", None, "", reason))
