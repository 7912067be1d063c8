"""What is kept of an import for its protocol: files, changes of old text, questions and answers."""

from datetime import datetime

from thidua_desktop.db import Session
from thidua_desktop.intake.capitals import FIELDS
from thidua_desktop.intake.encodings.tables import NAMES
from thidua_desktop.intake.reading import Capitals, IntakeProblem, Repair
from thidua_desktop.records import imports
from thidua_desktop.records.imports import ImportedFile, KeptAnswer, KeptRepair
from thidua_desktop.services.import_doubts import KINDS, Doubt
from thidua_desktop.services.planned import Plan, PlannedFile


def log(session: Session, plan: Plan) -> int:
    """Keep what an import did, those files too of which nothing was written; return its id."""
    read_at = datetime.now().astimezone().isoformat(timespec="milliseconds")
    files = [_file(file, read_at) for file in plan.files]
    return imports.add_run(session, files, [_answer(doubt) for doubt in plan.doubts], plan.passed)


def _file(file: PlannedFile, read_at: str) -> ImportedFile:
    reading = file.reading
    return ImportedFile(
        reading.name,
        reading.sha256,
        reading.form,
        read_at,
        reading.rows_read,
        file.rows_to_write + file.yearly_to_write,
        "\n".join(map(_said, file.problems)),
        (
            *(_repair(one) for one in reading.repairs if one.how != "unsure"),
            *(_lowered(one) for one in reading.capitals if one.wished),
        ),
    )


def _said(problem: IntakeProblem) -> str:
    place = ", ".join(filter(None, (problem.sheet, f"dòng {problem.row}" if problem.row else "")))
    return f"{place}: {problem.reason}" if place else problem.reason


def _repair(repair: Repair) -> KeptRepair:
    encoding = NAMES.get(repair.encoding, "để nguyên")
    return KeptRepair(
        repair.sheet, repair.column, repair.title, encoding, repair.count, tuple(repair.changes)
    )


def _lowered(capitals: Capitals) -> KeptRepair:
    how = "chữ in hoa"
    return KeptRepair(capitals.sheet, FIELDS[capitals.field], "", how, capitals.count, capitals.changes)


def _answer(doubt: Doubt) -> KeptAnswer:
    label = next((option.label for option in doubt.options if option.code == doubt.answer), "")
    return KeptAnswer(KINDS[doubt.kind], doubt.question, label)
