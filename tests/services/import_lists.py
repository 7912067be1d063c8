"""Readings as intake gives them, for tests of imports; asking and answering as an officer does."""

from datetime import date
from pathlib import Path

from tests.records.offices import ask, do
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.intake.reading import CandidateAward, CandidateDecision, FileReading
from thidua_desktop.services import importing

DAY = date(2019, 12, 20)


def row(name="Nông Thị Hoa", award="DH_LDTT", recipient="person", **more):
    values = {"sheet": "Sheet1", "row": 8, "year": 2019, **more}
    if isinstance(values.get("birth"), str):
        values["birth"] = PartialDate.parse(values["birth"])
    return CandidateAward(recipient=recipient, name=name, award=award, **values)


def decision(*rows, number="9/QĐ-UBND", day=DAY, level="district", **more):
    return CandidateDecision("Sheet1", number, day, level, "Chủ tịch UBND huyện", awards=rows, **more)


def reading(*decisions, name="ds.xlsx", problems=(), **more):
    rows = sum(len(one.awards) for one in decisions) + len(problems)
    return FileReading(Path(name), name, "0" * 64, "annex", decisions, tuple(problems), rows, **more)


def listed(*rows, number="9/QĐ-UBND", day=DAY):
    return reading(decision(*rows, number=number, day=day))


def plan(office, *readings, answers=()):
    return ask(office, importing.preview, readings, (), dict(answers))


def doubt(office, *readings, kind):
    [found] = [one for one in plan(office, *readings).doubts if one.kind == kind]
    return found


def take_in(office, *readings, answers=()):
    planned = plan(office, *readings, answers=answers)
    return planned, do(office, importing.write, planned, name=planned.name)
