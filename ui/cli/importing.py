"""Lists taken in from the terminal, or only looked at with --dry-run."""

import json
from argparse import Namespace
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.intake.capitals import EVERYWHERE, FIELDS
from thidua_desktop.intake.read import read_file
from thidua_desktop.intake.reading import IntakeProblem
from thidua_desktop.intake.suspicious import suspicious
from thidua_desktop.services import import_columns, importing
from thidua_desktop.services.importing import Doubt, Plan, PlannedDecision, PlannedFile, Side
from ui.cli.answer import Answer, table
from ui.cli.import_columns import read_layouts, told
from ui.cli.opened import opened

_LISTS = {".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".docx", ".doc"}


def take_in(args: Namespace) -> Answer:
    """Read the files and write what was understood; Refused when no file could be read at all."""
    paths, strangers = list(_files(args.files)), suspicious(args.files)
    if not paths:
        raise Refused(
            " ".join(("Không có tệp Excel, Word nào trong thư mục đã chọn.", *map(_told, strangers)))
        )
    with opened(args, writes=not args.dry_run) as workspace:
        with workspace.read() as session:
            book = importing.title_book(session)
            layouts = import_columns.remembered(session) | read_layouts(args.columns)
            wished = EVERYWHERE if args.name_case else ()
            readings = [read_file(path, book, layouts=layouts, name_case=wished) for path in paths]
            plan = importing.preview(session, readings, answers=_answers(args.answers))
        shown = args.dry_run and any(reading.tables for reading in readings)  # columns to be pointed out
        if not shown and not any(reading.rows_read for reading in readings):
            raise Refused(" ".join(_told(problem) for file in plan.files for problem in file.problems))
        if plan.writes and not args.dry_run:
            with workspace.write(plan.name) as session:
                importing.write(session, plan)
    return _answer(plan, strangers, dry_run=args.dry_run)


def _files(given: Iterable[Path]) -> Iterator[Path]:
    """The files named, and of folders the lists in them; Excel's own lock files are no lists."""
    for path in given:
        if path.is_dir():
            found = sorted(file for file in path.rglob("*") if file.suffix.lower() in _LISTS)
            yield from (file for file in found if file.is_file() and not file.name.startswith(("~$", ".")))
        elif path.is_file():
            yield path
        else:
            raise Refused(f"Không thấy tệp “{path}”. Kiểm tra lại tên và thư mục.")


def _answer(plan: Plan, strangers: Sequence[IntakeProblem], *, dry_run: bool) -> Answer:
    data = {
        "dry_run": dry_run,
        "files": [_file(file, dry_run=dry_run) for file in plan.files],
        "decisions": len(plan.to_write),
        "rows_read": sum(file.reading.rows_read for file in plan.files),
        "rows_written": 0 if dry_run else plan.rows_to_write,
        "rows_understood": plan.rows_to_write,
        "yearly_written": 0 if dry_run else plan.yearly_to_write,
        "yearly_understood": plan.yearly_to_write,
        "problems": sum(len(file.problems) for file in plan.files),
        "suspicious": [{"file": one.text, "reason": one.reason} for one in strangers],
        "new_people": plan.new_people,
        "new_units": plan.new_units,
        "new_campaigns": list(plan.new_campaigns),
        "new_events": list(plan.new_events),
        "questions": plan.questions,
        "passed": list(plan.passed),
        "doubts": [_doubt(one) for one in plan.doubts],
    }
    said = [*map(_told, strangers), *_lines(plan, dry_run=dry_run)]
    return Answer(data, "\n".join(said))


def _answers(path: Path | None) -> dict[str, str]:
    """Answers by the keys of doubts, in the shape doubts come out; those without an answer are open."""
    if path is None:
        return {}
    try:
        told = json.loads(path.read_text(encoding="utf-8-sig"))
    except OSError:
        raise Refused(f"Không đọc được tệp trả lời “{path}”. Kiểm tra lại tên và thư mục.") from None
    except ValueError:
        raise Refused(f"Tệp trả lời “{path.name}” không phải JSON: sửa lại rồi nhập.") from None
    doubts: Any = told.get("doubts") if isinstance(told, dict) else told
    try:
        return {str(one["key"]): str(one["answer"]) for one in doubts if one.get("answer")}
    except (AttributeError, KeyError, TypeError):
        reason = "cần danh sách “doubts”, mỗi câu có “key” và “answer”"
        raise Refused(f"Tệp trả lời “{path.name}” không đúng khuôn: {reason}.") from None


def _doubt(doubt: Doubt) -> dict[str, Any]:
    return {
        "key": doubt.key,
        "kind": doubt.kind,
        "question": doubt.question,
        "rows": doubt.rows,
        "options": {option.code: option.label for option in doubt.options},
        "left": _side(doubt.left),
        "right": _side(doubt.right),
        "answer": doubt.answer,
    }


def _side(side: Side) -> dict[str, Any]:
    return {"name": side.name, "kept": side.kept, "facts": dict(side.facts)}


def _file(file: PlannedFile, *, dry_run: bool) -> dict[str, Any]:
    return {
        "file": file.reading.name,
        "form": file.reading.form,
        "decisions": [_decision(planned) for planned in file.decisions],
        "rows_read": file.reading.rows_read,
        "rows_written": 0 if dry_run else file.rows_to_write,
        "problems": [
            {
                "file": one.file,
                "sheet": one.sheet,
                "row": one.row,
                "rows": one.rows,
                "text": one.text,
                "reason": one.reason,
            }
            for one in file.problems
        ],
        "tables": list(map(told, file.reading.tables)),
        "repairs": [
            {
                "sheet": one.sheet,
                "column": one.column,
                "title": one.title,
                "encoding": one.encoding,
                "how": one.how,
                "count": one.count,
                "examples": [list(change) for change in one.examples],
            }
            for one in file.reading.repairs
        ],
        "capitals": [
            {"sheet": one.sheet, "field": FIELDS[one.field], "count": one.count, "wished": one.wished}
            for one in file.reading.capitals
        ],
    }


def _decision(planned: PlannedDecision) -> dict[str, Any]:
    candidate = planned.candidate
    return {
        "number": candidate.number,
        "decided_on": candidate.decided_on.isoformat() if candidate.decided_on else None,
        "level": candidate.level,
        "authority": candidate.authority,
        "year": candidate.year,
        "campaign": candidate.campaign or None,
        "event": candidate.event or None,
        "rows": len(planned.draft.awards) if planned.draft else 0,
        "kept": planned.kept is not None,
        "remarks": list(candidate.remarks),
    }


def _lines(plan: Plan, *, dry_run: bool) -> Iterator[str]:
    rows = [
        (
            file.reading.name,
            ", ".join(planned.candidate.number for planned in file.decisions),
            file.reading.rows_read,
            file.rows_to_write,
            len(file.problems),
        )
        for file in plan.files
    ]
    yield table(("Tệp", "Quyết định", "Dòng đọc", "Dòng nhập", "Vướng mắc"), rows)
    yield from (_told(problem) for file in plan.files for problem in file.problems)
    yield from (f"Đã hiểu: {words}" for words in plan.passed)
    yield from _asked(plan)
    if not plan.writes:
        yield "Không có gì mới để nhập."
        return
    yield f"Xem trước, chưa ghi gì. {plan.name}." if dry_run else f"{plan.name}."
    made = (
        (plan.new_people, "cá nhân mới"),
        (plan.new_units, "đơn vị mới"),
        (plan.questions, "cặp trùng tên"),
    )
    yield ", ".join(f"{number(count)} {words}" for count, words in made)


def _asked(plan: Plan) -> Iterator[str]:
    """Questions still open, and how to answer them."""
    open_ = [doubt for doubt in plan.doubts if not doubt.answer]
    for doubt in open_:
        yield f"Cần hỏi: {doubt.question} [{' | '.join(option.code for option in doubt.options)}]"
    if open_:
        yield "Trả lời: chạy lại với --json --dry-run, ghi “answer” vào từng câu, rồi nhập với --answers TỆP."


def _told(problem: IntakeProblem) -> str:
    place = ", ".join(
        filter(None, (problem.file, problem.sheet, f"dòng {problem.row}" if problem.row else ""))
    )
    return f"{place}: {problem.reason}"
