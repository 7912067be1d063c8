"""The protocol of an import: its files with their hashes, changes of text, questions and answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from thidua_desktop.db import Session
from thidua_desktop.documents import report_frame
from thidua_desktop.documents.document import Block, Cell, Column, Document, Paragraph, Table
from thidua_desktop.domain.vietnamese import number, slug
from thidua_desktop.records import imports
from thidua_desktop.records.imports import ImportRun

TITLE = "Biên bản nhập danh sách khen thưởng"
_FILES = (
    Column("STT", 0.5, "center"),
    Column("Tệp", 2.6),
    Column("Dòng đọc", 0.8, "right"),
    Column("Dòng ghi", 0.8, "right"),
    Column("Vướng mắc", 0.8, "right"),
    Column("Mã băm SHA-256", 4.4),
)
_ANSWERS = (
    Column("STT", 0.5, "center"),
    Column("Về", 1.3),
    Column("Câu hỏi", 5.0),
    Column("Trả lời", 2.6),
)
_REPAIRS = (
    Column("Tệp", 1.8),
    Column("Trang tính, cột", 1.8),
    Column("Chuyển từ", 1.2),
    Column("Trước", 2.6),
    Column("Sau", 2.6),
)
_PROBLEMS = (Column("Tệp", 2.4), Column("Chưa nhập, vì sao", 7.0))
_CHANGES = 40  # changes of one column printed; all stay with the import
_OPEN = "Để sau"


@dataclass(frozen=True)
class Options:
    """Which import, by the id of its run."""

    run: int


@dataclass(frozen=True)
class Rows:
    """An import as it was logged."""

    run: ImportRun

    @property
    def written(self) -> int:
        """The rows written."""
        return sum(file.rows_written for file in self.run.files)


def build(session: Session, options: Options) -> Rows:
    """Read the log; raises LookupError when there is no such import."""
    return Rows(imports.run(session, options.run))


def compose(rows: Rows, options: Options, office: Mapping[str, str]) -> Document:
    """The protocol as a document; office is the office's settings."""
    del options  # already in the rows
    run = rows.run
    at = datetime.fromisoformat(run.read_at).strftime("%H:%M ngày %d/%m/%Y")
    blocks: list[Block] = [
        Paragraph(TITLE.upper(), "title"),
        Paragraph(f"Nhập lúc {at}", "subtitle"),
        Paragraph(_summary(rows)),
        Table(_FILES, _files(run), "Các tệp đã đọc", name="Tệp"),
    ]
    if run.answers:
        blocks.append(Table(_ANSWERS, _answers(run), "Câu hỏi và trả lời", name="Trả lời"))
    if run.passed:
        blocks.append(Paragraph("Hiểu chắc chắn dù viết khác", "heading"))
        blocks += [Paragraph(words) for words in run.passed]
    for columns, cells, title, name in (
        (_REPAIRS, _repairs(run), "Chữ được chuyển từ bảng mã cũ, từ chữ in hoa", "Chuyển chữ"),
        (_PROBLEMS, _problems(run), "Những chỗ chưa nhập", "Chưa nhập"),
    ):
        if cells:
            blocks.append(Table(columns, cells, title, name=name))
    return Document(
        TITLE,
        (*blocks, report_frame.signatures()),
        landscape=True,
        letterhead=report_frame.head(office),
        slug=slug(f"bien ban nhap {at}"),
        footer=f"{TITLE}, {at}",
    )


def _summary(rows: Rows) -> str:
    run = rows.run
    read = sum(file.rows_read for file in run.files)
    answered = sum(bool(answer.answer) for answer in run.answers)
    return (
        f"{number(len(run.files))} tệp, đọc {number(read)} dòng, ghi {number(rows.written)} lượt khen; "
        f"{number(len(run.answers))} câu hỏi, đã trả lời {number(answered)}."
    )


def _files(run: ImportRun) -> list[tuple[Cell, ...]]:
    return [
        (place, file.name, file.rows_read, file.rows_written, len(file.problems.splitlines()), file.sha256)
        for place, file in enumerate(run.files, start=1)
    ]


def _answers(run: ImportRun) -> list[tuple[Cell, ...]]:
    return [
        (place, answer.kind, answer.question, answer.answer or _OPEN)
        for place, answer in enumerate(run.answers, start=1)
    ]


def _repairs(run: ImportRun) -> list[tuple[Cell, ...]]:
    found: list[tuple[Cell, ...]] = []
    for file in run.files:
        for repair in file.repairs:
            where = ", ".join(filter(None, (repair.sheet, f"{repair.column} {repair.title}".strip())))
            for before, after in repair.changes[:_CHANGES]:
                found.append((file.name, where, repair.encoding, before, after))
            rest = len(repair.changes) - _CHANGES
            if rest > 0:
                found.append((file.name, where, repair.encoding, f"… và {number(rest)} chữ khác", ""))
    return found


def _problems(run: ImportRun) -> list[tuple[Cell, ...]]:
    return [(file.name, line) for file in run.files for line in file.problems.splitlines()]
