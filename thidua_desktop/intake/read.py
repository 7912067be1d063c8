"""The one door of intake: a foreign file in, candidate decisions and problems out, never an exception."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake import capitals, unit_template
from thidua_desktop.intake.capitals import Wishes
from thidua_desktop.intake.collector import Collector
from thidua_desktop.intake.doubtful_tables import OF_COUNTS, counts
from thidua_desktop.intake.forms import FORMS, Form
from thidua_desktop.intake.guard import Guarded, private_copy
from thidua_desktop.intake.headers import Headers
from thidua_desktop.intake.headless import UNREAD_TABLE
from thidua_desktop.intake.layouts import Layouts
from thidua_desktop.intake.no_awards import condensed
from thidua_desktop.intake.no_collection import no_collection
from thidua_desktop.intake.reading import CandidateDecision, FileReading, IntakeProblem, TableRead
from thidua_desktop.intake.repair import Chosen, repair
from thidua_desktop.intake.side_by_side import one_below_the_other
from thidua_desktop.intake.source import Source
from thidua_desktop.intake.unreadable import Unreadable
from thidua_desktop.intake.yearly_sheets import read_yearly
from thidua_desktop.intake.zip_check import check_zip

_UNKNOWN_FORM = (
    "Không nhận ra danh sách nào trong tệp (khen thưởng, xếp loại, sáng kiến, kỷ luật, ngày công, đăng ký "
    "thi đua, số thành viên): cần bảng có hàng tiêu đề (Họ và tên, Đơn vị …) hoặc các dòng đánh số 1., 2., 3."
)
_REMEMBERED = "Cột đọc theo cách đã chỉ cho mẫu bảng này ở lần nhập trước: xem lại ở thẻ Cột nếu chưa đúng."
_DAMAGED = "Tệp bị hỏng hoặc có cấu trúc lạ nên không đọc được: mở bằng Excel, Word, lưu lại rồi nhập."
_TOO_LARGE = "Tệp quá lớn so với bộ nhớ của máy: chia danh sách thành vài tệp rồi nhập lại."


def read_file(
    path: Path,
    book: TitleBook,
    encodings: Chosen | None = None,
    layouts: Layouts | None = None,
    name_case: Wishes = (),
) -> FileReading:
    """Read one file; whatever is wrong with it becomes a problem with a Vietnamese sentence.

    `encodings` holds what the officer chose for columns, by (sheet, column) of a Repair: a code of
    intake.encodings.tables.NAMES, or AS_IS. `layouts` is what was said of the columns of tables, here or
    of earlier files. `name_case` is what is to be written as names are where it was typed in capitals.
    """
    path = Path(path)
    digest = ""
    try:
        with private_copy(path) as guarded:
            digest = guarded.sha256
            with no_collection():
                reading = _understood(path, guarded, book, encodings or {}, layouts or {})
                decisions, problems, found = capitals.settled(reading.decisions, reading.problems, name_case)
                return replace(reading, decisions=decisions, problems=problems, capitals=found)
    except Unreadable as refusal:
        return _refused(path, digest, str(refusal))
    except MemoryError:
        return _refused(path, digest, _TOO_LARGE)
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException:  # noqa: BLE001 - a parser's panic on a hostile file is no Exception, yet only the file's fault
        return _refused(path, digest, _DAMAGED)


def _understood(
    path: Path, guarded: Guarded, book: TitleBook, encodings: Chosen, layouts: Layouts
) -> FileReading:
    if own := unit_template.told(path, guarded):
        return replace(_refused(path, guarded.sha256, own), form=unit_template.FORM)
    source, repairs = repair(_source(guarded), encodings)
    source = one_below_the_other(source)
    collector = Collector(path.name, book)
    headers = Headers(source, collector.names_award, layouts)
    known = read_yearly(source, book, path.name, headers)
    source = known.rest
    form = _form(source, headers)
    said = [IntakeProblem(path.name, sheet, None, "", reason) for sheet, reason in source.left_out]
    said += [IntakeProblem(path.name, "", None, "", reason) for reason in headers.refused]
    reading = FileReading(
        path,
        path.name,
        guarded.sha256,
        "",
        repairs=repairs,
        tables=(*known.tables, *headers.tables(source.sheets)),
        layouts=tuple(headers.used.values()),
        yearly=known.rows,
        rows_read=known.rows_read,
    )
    said += known.problems
    unknown = IntakeProblem(path.name, "", None, "", _UNKNOWN_FORM)
    if form is None:
        form_name = "yearly" if known.rows_read else ""
        said += _tables_without_header(headers, source, path.name)
        return replace(reading, form=form_name, problems=tuple(said or ([] if form_name else [unknown])))
    form.read(source, headers, collector)
    gathered = collector.finish()
    of_awards, problems = condensed(gathered, collector.problems, source, path.name)
    decisions = tuple(_reminded(of_awards, reading.tables))
    said += problems
    if not collector.rows_read and not known.rows_read and not said:
        said = [unknown]
    return replace(
        reading,
        form=form.NAME,
        decisions=decisions,
        problems=tuple(said),
        rows_read=collector.rows_read + known.rows_read,
    )


def _tables_without_header(headers: Headers, source: Source, file: str) -> Iterator[IntakeProblem]:
    for sheet, first, rows in headers.untold(source.sheets):
        place, text = f"Bảng {first.table}" if first.table else sheet, f"{rows} dòng: {first.text()[:300]}"
        reason = OF_COUNTS if counts(first) else UNREAD_TABLE
        yield IntakeProblem(file, place, first.number, text, reason, rows=rows)


def _reminded(
    decisions: Iterable[CandidateDecision], tables: Iterable[TableRead]
) -> Iterator[CandidateDecision]:
    """Say of the decisions whose columns were read as remembered that they were."""
    sheets = {table.sheet for table in tables if table.how == "remembered"}
    for decision in decisions:
        remarks = (*decision.remarks, _REMEMBERED) if decision.sheet in sheets else decision.remarks
        yield replace(decision, remarks=remarks)


def _form(source: Source, headers: Headers) -> Form | None:
    """Return the form that recognises most rows, None where none does."""
    counted = [(form.recognise(source, headers), form) for form in FORMS]
    score, form = max(counted, key=lambda pair: pair[0])
    return form if score else None


def _source(guarded: Guarded) -> Source:
    if guarded.kind == "text":
        from thidua_desktop.intake.text_file import read_text

        return read_text(guarded.path)
    if guarded.kind in {"docx", "doc", "rtf", "odt"}:
        from thidua_desktop.intake.word import read_document

        path = guarded.path
        if guarded.kind != "docx":
            from thidua_desktop.intake.old_word import converted

            path = converted(path)
            check_zip(path, "docx")
        return read_document(path)
    from thidua_desktop.intake.workbook import read_workbook

    return read_workbook(guarded.path)


def _refused(path: Path, digest: str, reason: str) -> FileReading:
    problem = IntakeProblem(path.name, "", None, "", reason)
    return FileReading(path, path.name, digest, "", problems=(problem,))
