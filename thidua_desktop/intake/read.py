"""The one door of intake: a foreign file in, candidate decisions and problems out, never an exception."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake.collector import Collector
from thidua_desktop.intake.forms import FORMS, Form
from thidua_desktop.intake.guard import Guarded, private_copy
from thidua_desktop.intake.reading import FileReading, IntakeProblem
from thidua_desktop.intake.repair import Chosen, repair
from thidua_desktop.intake.source import Source
from thidua_desktop.intake.unreadable import Unreadable
from thidua_desktop.intake.zip_check import check_zip

_UNKNOWN_FORM = (
    "Không nhận ra danh sách khen thưởng trong tệp: cần một bảng có hàng tiêu đề (Họ và tên, Đơn vị …) "
    "hoặc các dòng đánh số 1., 2., 3."
)
_DAMAGED = "Tệp bị hỏng hoặc có cấu trúc lạ nên không đọc được: mở bằng Excel, Word, lưu lại rồi nhập."
_TOO_LARGE = "Tệp quá lớn so với bộ nhớ của máy: chia danh sách thành vài tệp rồi nhập lại."


def read_file(path: Path, book: TitleBook, encodings: Chosen | None = None) -> FileReading:
    """Read one file; whatever is wrong with it becomes a problem with a Vietnamese sentence.

    `encodings` holds what the officer chose for columns, by (sheet, column) of a Repair: a code of
    intake.encodings.tables.NAMES, or AS_IS.
    """
    path = Path(path)
    digest = ""
    try:
        with private_copy(path) as guarded:
            digest = guarded.sha256
            with _no_collection():
                return _understood(path, guarded, book, encodings or {})
    except Unreadable as refusal:
        return _refused(path, digest, str(refusal))
    except MemoryError:
        return _refused(path, digest, _TOO_LARGE)
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException:  # noqa: BLE001 - a parser's panic on a hostile file is no Exception, yet only the file's fault
        return _refused(path, digest, _DAMAGED)


@contextmanager
def _no_collection() -> Iterator[None]:
    """Hold Python's search for cycles: a long list makes a million objects and no cycle."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _understood(path: Path, guarded: Guarded, book: TitleBook, encodings: Chosen) -> FileReading:
    source, repairs = repair(_source(guarded), encodings)
    collector = Collector(path.name, book)
    left_out = [IntakeProblem(path.name, sheet, None, "", reason) for sheet, reason in source.left_out]
    score, form = _form(source, collector)
    if not score:
        unknown = [] if left_out else [IntakeProblem(path.name, "", None, "", _UNKNOWN_FORM)]
        return FileReading(
            path, path.name, guarded.sha256, "", problems=(*left_out, *unknown), repairs=repairs
        )
    form.read(source, collector)
    decisions = collector.finish()
    problems = (*left_out, *collector.problems)
    if not collector.rows_read and not problems:
        problems = (IntakeProblem(path.name, "", None, "", _UNKNOWN_FORM),)
    return FileReading(
        path, path.name, guarded.sha256, form.NAME, decisions, problems, collector.rows_read, repairs
    )


def _form(source: Source, collector: Collector) -> tuple[int, Form]:
    """Return the form that recognises most rows, and how many."""
    counted = ((form.recognise(source, collector.names_award), form) for form in FORMS)
    return max(counted, key=lambda pair: pair[0])


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
