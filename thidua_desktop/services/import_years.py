"""Lists that do not say of which year they are: asked once each, the answer put on all their rows."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from thidua_desktop.domain.dates import show
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.intake.reading import CandidateAward, CandidateYear, FileReading, IntakeProblem
from thidua_desktop.services.import_doubts import LATER, Doubt, Option, Side
from thidua_desktop.services.import_found import with_found
from thidua_desktop.services.recipients import today

_NAMED = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_OFFERED, _BACK = 4, 40  # years as buttons; years before this one that may be answered at all
_ANSWERED = "Năm {} do cán bộ trả lời cho cả danh sách"


@dataclass
class YearsSettled:
    """Readings with the rows answered, and what is asked."""

    readings: list[FileReading]
    doubts: list[Doubt] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)


def settle_years(readings: Sequence[FileReading], answers: Mapping[str, str]) -> YearsSettled:
    """Ask of each list whose rows lack nothing but a year all of them share."""
    settled = YearsSettled(list(readings))
    met: Counter[str] = Counter()
    for at, reading in enumerate(readings):
        met[reading.name] += 1
        file = reading.name if met[reading.name] == 1 else f"{reading.name}#{met[reading.name]}"
        lists: dict[str, list[IntakeProblem]] = {}
        for problem in reading.problems:
            if problem.lacks_year:
                lists.setdefault(_key(file, problem), []).append(problem)
        chosen = {}
        for key, problems in lists.items():
            doubt = _doubt(key, reading, problems, answers.get(key, ""))
            settled.doubts.append(doubt)
            if doubt.answer:
                settled.answers[key] = doubt.answer
            if doubt.answer not in {"", LATER}:
                chosen[key] = int(doubt.answer)
        if chosen:
            settled.readings[at] = _answered(reading, file, chosen)
    return settled


def _key(file: str, problem: IntakeProblem) -> str:
    """The list a row is of: a decision, or a sheet of what is known of a year."""
    place = "" if problem.decision is None else f":{problem.decision + 1}"
    return f"year:{file}:{problem.sheet}{place}"


def _answered(reading: FileReading, file: str, chosen: Mapping[str, int]) -> FileReading:
    left: list[IntakeProblem] = []
    found: dict[int, list[CandidateAward]] = {}
    yearly: list[CandidateYear] = []
    for problem in reading.problems:
        year = chosen.get(_key(file, problem)) if problem.lacks_year else None
        if year is None:
            left.append(problem)
        elif problem.yearly is not None:
            said = (*problem.yearly.inferred, _ANSWERED.format(year))
            yearly.append(replace(problem.yearly, year=year, inferred=said))
        elif problem.candidate is not None and problem.decision is not None:
            told = (*problem.candidate.inferred, _ANSWERED.format(year))
            row = replace(problem.candidate, year=year, inferred=told)
            if row.award:
                found.setdefault(problem.decision, []).append(row)
            else:
                left.append(replace(problem, candidate=row, lacks_year=False))  # its title is asked apart
    rows = [*reading.yearly, *yearly]
    sheets = list(dict.fromkeys(row.sheet for row in rows))
    rows.sort(key=lambda row: (sheets.index(row.sheet), row.row))
    return replace(with_found(reading, found, left), yearly=tuple(rows))


def _doubt(key: str, reading: FileReading, problems: Sequence[IntakeProblem], answer: str) -> Doubt:
    first = problems[0]
    place = f"trang “{first.sheet}”, " if first.sheet else ""
    decision = reading.decisions[first.decision] if first.decision is not None else None
    day = decision.decided_on if decision else None
    last = min(day.year, today().year) if day else today().year
    named = [int(year) for year in _NAMED.findall(reading.name)]
    likely = [day.year - 1, day.year] if day else []
    offered = [
        year for year in dict.fromkeys((*named, *likely, last, last - 1)) if last - _BACK <= year <= last
    ]
    offered = offered[:_OFFERED]
    years = [str(year) for year in range(last, last - _BACK, -1)]
    signed = f"số {decision.number} ngày {show(day)}" if decision and decision.number and day else ""
    facts = (
        ("Quyết định", signed),
        ("Dòng đầu tiên", f"dòng {first.row}: {first.text[:80]}"),
        ("Vì sao hỏi", first.reason),
    )
    return Doubt(
        key,
        "year",
        f"{number(len(problems))} dòng: danh sách “{reading.name}” ({place}từ dòng {first.row}) của năm nào?",
        len(problems),
        (
            *(Option(str(year), f"Năm {year}") for year in offered),
            Option(LATER, "Để sau: chưa nhập các dòng này"),
        ),
        Side(reading.name, None, tuple((label, said) for label, said in facts if said)),
        Side(""),
        answer if answer in {*years, LATER} else "",
        tuple(Option(year, f"Năm {year}") for year in years if int(year) not in offered),
    )
