"""The worked cases of tests/data/cases turned into facts; years in them are told from the year proposed."""

import json
from datetime import date
from pathlib import Path

from thidua_desktop.domain.law.facts import Discipline, Facts, Held, Idea

ROOT = Path(__file__).resolve().parents[3]
FILES = sorted((ROOT / "tests" / "data" / "cases").glob("eligibility*.json"))


class Ticked(dict):
    """The officer's answers: what the case names, and the same answer to everything else."""

    def __init__(self, known, answer):
        super().__init__(known)
        self.answer = answer

    def get(self, key, default=None):
        numbers = ("score", "meeting_", "contribution_vnd", "direct_years")
        return super().get(key, default if key.startswith(numbers) else self.answer)


def facts_of(case, day, who="person"):
    """Build the facts of a case for a day."""
    said, year = case["f"], day.year - 1
    answer = True if said.get("all") else False if said.get("none") else None
    whole = said.get("whole", False)
    register = said.get("register", [-40, 0] if whole else None)
    discipline = said.get("discipline")
    return Facts(
        year=year,
        day=day,
        recipient=who,
        kinds=frozenset(said["kinds"]) if "kinds" in said else None,
        awards=(
            *(Held(a, year + y, id=9) for a, years in said.get("aw", {}).items() for y in years),
            *(Held(a, year + y, date.fromisoformat(on), kind, 9) for a, y, on, kind in said.get("held", [])),
        ),
        register=(year + register[0], year + register[1]) if register else None,
        whole_register=whole,
        ratings={year - back: rating for back, rating in enumerate(said.get("ra", []))},
        ideas=tuple(Idea(year + at, *rest) for at, *rest in said.get("ideas", [])),
        ideas_whole=frozenset(year + at for at in said.get("ideas_whole", [])),
        disciplines=(Discipline(discipline[0], date(year + discipline[1], 5, 4)),) if discipline else (),
        discipline_whole=frozenset({year} if said.get("clean") else ()),
        employed_months=said.get("months"),
        leave_days=said.get("leave"),
        registered=said.get("registered"),
        registered_on=date.fromisoformat(f"{year}-{said['registered_on']}")
        if "registered_on" in said
        else None,
        meeting_on=date.fromisoformat(f"{year}-{said['meeting_on']}") if "meeting_on" in said else None,
        founded=year + said["founded"] if "founded" in said else None,
        shares={key: tuple(pair) for key, pair in said.get("shares", {}).items()},
        members_lowest=said.get("lowest"),
        members_discipline=said.get("members"),
        stated=Ticked(said.get("state", {}), answer),
        same_achievement=(Held("GK_HUYEN", year),) if said.get("again") else (),
        pending=said.get("pending"),
        asked_as=said.get("asked", ""),
        report_on=day if "asked" in said else None,
    )


def worked(law):
    """Give every case as (award, who, day, article, verdict, facts, why), one a line."""
    for case in (one for file in FILES for one in json.loads(file.read_text(encoding="utf-8"))):
        for text, article in case["on"].items():
            day = date.fromisoformat(text)
            whos = ("person", "collective", "household")
            for who in whos if case.get("who") == "each" else (case.get("who", "person"),):
                known = law.awards(day, who)
                named = known if case["a"] == "each" else case["a"]
                for award in named:
                    if case.get("who") != "each" or award in known:
                        yield award, who, day, article, case["v"], facts_of(case, day, who), case["why"]
