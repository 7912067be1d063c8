"""What a foreign file was understood to say: candidates for the preview, nothing of the records yet."""

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.decision import Stated
from thidua_desktop.intake.hidden import column_letters
from thidua_desktop.intake.layouts import Layout
from thidua_desktop.intake.source import Row


@dataclass(frozen=True)
class CandidateAward:
    """One row understood; row counts from 1 as the user's program shows it.

    For a collective the name is the unit commended, and unit only what it was written to belong to.
    `award` and `year` are None only in the candidate of a problem. `inferred` says in Vietnamese what was
    concluded rather than read.
    """

    sheet: str
    row: int
    recipient: str
    name: str
    award: str | None
    year: int | None
    gender: str = ""
    birth: PartialDate | None = None
    post: str = ""
    unit: str = ""
    title_written: str = ""
    note: str = ""
    citation: str = ""
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True)
class CandidateDecision:
    """A decision with its rows in the order of the file; "" and None where the file is silent."""

    sheet: str
    number: str
    decided_on: date | None
    level: str
    authority: str
    campaign: str = ""
    campaign_form: str = ""
    event: str = ""
    year: int | None = None
    type: str = "merit"
    stated: Stated = field(default_factory=Stated)
    awards: tuple[CandidateAward, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class CandidateYear:
    """One row understood of a list of a year.

    Attributes:
        subject: rating, idea, discipline, work_year, pledge or members.
        code: the rating, the level of an idea, the form of a discipline, the award pledged, how many members.
        text: the name of an idea, the training of a year of work, the words of a pledge.
        research: an idea is a topic of research, no initiative.

    """

    sheet: str
    row: int
    subject: str
    recipient: str
    name: str
    year: int | None
    gender: str = ""
    birth: PartialDate | None = None
    post: str = ""
    unit: str = ""
    code: str = ""
    text: str = ""
    research: bool = False
    state: str = ""
    applied: bool | None = None
    starts: date | None = None
    ends: date | None = None
    months: int | None = None
    leave_days: int | None = None
    document: str = ""
    note: str = ""
    inferred: tuple[str, ...] = ()


@dataclass(frozen=True)
class IntakeProblem:
    """A row, a sheet (row None) or a file (sheet "" too) not understood, with a Vietnamese reason.

    `candidate` is what was understood of the row, `decision` the place of its decision in the reading, so
    that the officer can complete it in the preview.

    Attributes:
        rows: how many rows are told together; row and text name the first.
        lacks_year: the list does not say its year, which alone, or with the title, is lacking.
        refused: something else is wrong: no answer about year or title makes it a row.
        yearly: what was understood of a row of a list of a year.

    """

    file: str
    sheet: str
    row: int | None
    text: str
    reason: str
    candidate: CandidateAward | None = None
    decision: int | None = None
    rows: int = 1
    lacks_year: bool = False
    refused: bool = False
    yearly: CandidateYear | None = None


@dataclass(frozen=True)
class Repair:
    """What was done to the old text of one column, for the officer to see and to switch off.

    Attributes:
        column: "B", or in a document "đoạn văn" and "bảng 1, cột 2"; with the sheet the key of a choice.
        title: what stands over the column.
        encoding: a code of intake.encodings.tables.NAMES, or AS_IS where the officer left the text alone.
        how: "font", "score", "chosen", or "unsure" where nothing was changed and the officer must say.
        count: the cells changed.
        changes: each different text before and after, kept with the import.

    """

    sheet: str
    column: str
    title: str
    encoding: str
    how: str
    count: int
    changes: tuple[tuple[str, str], ...]

    @property
    def examples(self) -> tuple[tuple[str, str], ...]:
        """The first few changes."""
        return self.changes[:5]


@dataclass(frozen=True)
class Capitals:
    """What is typed all in capitals in one field of a sheet, for the officer to have written as names are.

    Attributes:
        field: a code of intake.capitals.FIELDS; with the sheet the key of a wish.
        count: the cells that would change.
        changes: each different text before and after.
        wished: whether it was done.

    """

    sheet: str
    field: str
    count: int
    changes: tuple[tuple[str, str], ...]
    wished: bool = False


@dataclass(frozen=True)
class TableRead:
    """What was understood of the columns of a table, for the officer to see and to put right.

    Attributes:
        table: its number in a document, 0 in a workbook.
        layout: the key under which another reading is said.
        header: the rows that hold its titles, none where there is no header or it was not recognised.
        roles: codes of intake.roles.WORDS by column, "" where the column was not understood.
        how: "guessed", "said" by the officer, "remembered" from an earlier file, or "unknown".
        above: the rows above the header.
        below: the first rows below it.

    """

    sheet: str
    table: int
    layout: str
    header: tuple[Row, ...]
    titles: tuple[str, ...]
    roles: tuple[str, ...]
    how: str
    above: tuple[Row, ...] = ()
    below: tuple[Row, ...] = ()

    def label(self, place: int) -> str:
        """What a column is called: by letters in a workbook, by number in a document."""
        return f"cột {place + 1}" if self.table else column_letters(place)


@dataclass(frozen=True)
class FileReading:
    """One file read.

    Attributes:
        rows_read: the rows that hold a recipient, understood or not.
        tables: what was understood of the columns of its tables.
        layouts: what the officer said of tables like those of this file.
        capitals: what is typed all in capitals.
        yearly: what its lists of a year say, rows in order.

    """

    path: Path
    name: str
    sha256: str
    form: str
    decisions: tuple[CandidateDecision, ...] = ()
    problems: tuple[IntakeProblem, ...] = ()
    rows_read: int = 0
    repairs: tuple[Repair, ...] = ()
    tables: tuple[TableRead, ...] = ()
    layouts: tuple[Layout, ...] = ()
    capitals: tuple[Capitals, ...] = ()
    yearly: tuple[CandidateYear, ...] = ()
