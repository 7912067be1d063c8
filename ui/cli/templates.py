"""Lists for units from the terminal: given out with their own people, taken back three ways."""

from argparse import Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from thidua_desktop.documents.unit_template import write
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.unit_template import COLUMNS, Returned
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.intake.reading import FileReading
from thidua_desktop.intake.unit_template import read_template
from thidua_desktop.intake.unreadable import Unreadable
from thidua_desktop.services import unit_templates as services
from thidua_desktop.services.recipients import today
from thidua_desktop.services.unit_proposals import proposals
from thidua_desktop.services.unit_template_plan import Change, TemplatePlan, shown
from ui.cli.answer import Answer, table
from ui.cli.opened import opened, unit_named
from ui.exporting.free_name import free_path

_KINDS = {
    "correction": "đơn vị sửa",
    "conflict": "hai bên cùng sửa",
    "new": "người mới",
    "removed_here": "đã xóa ở đây, đơn vị sửa",
    "another": "dòng ghi đè người khác",
}
_KEPT = "Còn {} chỗ phải chọn, đang giữ của ta; chạy lại với --take theirs hoặc --take ours."


def export(args: Namespace) -> Answer:
    """Write one file for each unit named; a file already there is never overwritten."""
    year = args.year or today().year
    with opened(args) as workspace, workspace.read() as session:
        ids = [unit_named(session, name) for name in args.unit]
        made = [services.template(session, unit_id, year, today()) for unit_id in ids if unit_id]
    if not args.out.is_dir():
        raise Refused(f"Không thấy thư mục “{args.out}”. Kiểm tra lại tên hoặc tạo thư mục trước.")
    files = []
    for one in made:
        path = free_path(args.out, f"Mẫu {year} - {one.mark.unit_name}.xlsx")
        write(one, path)
        files.append(
            {"unit": one.mark.unit_name, "year": year, "people": len(one.members), "file": str(path)}
        )
    rows = [(file["unit"], file["people"], file["file"]) for file in files]
    return Answer({"files": files}, table(("Đơn vị", "Cá nhân", "Tệp"), rows))


def merge(args: Namespace) -> Answer:
    """Take lists back: what only they changed is written, what both changed waits for --take."""
    returned = [_read(path) for path in args.files]
    with opened(args, writes=True) as workspace:
        with workspace.read() as session:
            plans = services.plan(session, returned)
        answers = services.answer_all(plans, args.take) if args.take else {}
        told = services.counted(plans, answers)
        if told.corrected or told.added:
            with workspace.write(services.name_of(plans, answers)) as session:
                services.take(session, plans, answers)
        with workspace.read() as session:
            proposed = [proposals(session, plan, answers) for plan in plans]
    return _answer(plans, proposed, answers)


def _read(path: Path) -> Returned:
    try:
        return read_template(path)
    except Unreadable as error:
        raise Refused(f"{path.name}: {error}") from error


def _answer(
    plans: Sequence[TemplatePlan], proposed: Sequence[FileReading | None], answers: services.Answers
) -> Answer:
    told = services.counted(plans, answers)
    files = [_file(plan, reading, answers) for plan, reading in zip(plans, proposed, strict=True)]
    unanswered = len(services.unanswered(plans, answers))
    data = {"files": files, "corrected": told.corrected, "added": told.added, "unanswered": unanswered}
    lines = [line for plan, file in zip(plans, files, strict=True) for line in _lines(plan, file)]
    rows = [row for plan in plans for row in _rows(plan)]
    if rows:
        lines.insert(0, table(("Đơn vị", "Người", "Việc", "Mục", "Của ta", "Của đơn vị"), rows))
    written = told.corrected or told.added
    lines.append(f"{services.name_of(plans, answers)}." if written else "Không có gì để ghi.")
    if unanswered:
        lines.append(_KEPT.format(number(unanswered)))
    return Answer(data, "\n".join(lines))


def _rows(plan: TemplatePlan) -> Iterator[tuple[str, ...]]:
    for change in plan.changes:
        what = COLUMNS[change.field] if change.field else ""
        yield plan.unit, change.person, _KINDS[change.kind], what, *shown(change)[1:]


def _lines(plan: TemplatePlan, file: dict[str, Any]) -> Iterator[str]:
    """What is to be said beside the changes of one list."""
    yield from (f"{plan.unit}: {problem}" for problem in plan.problems)
    yield from (f"{plan.unit}: không còn trong mẫu, vẫn giữ trong sổ: {name}" for name in plan.missing)
    yield from (f"{plan.unit}: {one['text']} – {one['reason']}" for one in file["proposal_problems"])
    if file["proposals"]:
        count = number(len(file["proposals"]))
        yield f"{plan.unit}: {count} đề nghị; có quyết định thì nhập ở cửa sổ, nút “Nhận mẫu…”."


def _file(plan: TemplatePlan, reading: FileReading | None, answers: services.Answers) -> dict[str, Any]:
    mark = plan.returned.mark
    awards = [award for decision in reading.decisions for award in decision.awards] if reading else []
    return {
        "file": plan.returned.file,
        "unit": plan.unit,
        "year": mark.year,
        "exported": mark.on,
        "original_trusted": plan.returned.original is not None,
        "changes": [_change(change, answers) for change in plan.changes],
        "missing": list(plan.missing),
        "problems": list(plan.problems),
        "proposals": [
            {
                "row": award.row,
                "name": award.name,
                "award": award.award,
                "year": award.year,
                "note": award.note,
            }
            for award in awards
        ],
        "proposal_problems": [
            {"row": problem.row, "text": problem.text, "reason": problem.reason}
            for problem in (reading.problems if reading else ())
        ],
    }


def _change(change: Change, answers: services.Answers) -> dict[str, Any]:
    taken: Literal["ours", "theirs", "new"] = answers.get(change.key, "ours" if change.asks else "theirs")
    return {
        "key": change.key,
        "kind": change.kind,
        "row": change.row,
        "person": change.person,
        "field": change.field or None,
        "base": change.base,
        "ours": change.ours,
        "theirs": change.theirs,
        "taken": taken,
        "asks": change.asks,
    }
