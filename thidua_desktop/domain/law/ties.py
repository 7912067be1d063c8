"""Who goes before where several are even and not all can be taken: women, by the law of the day."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN, Finding, truth
from thidua_desktop.domain.vietnamese import number

NAME = "tie_break_women"


class Even(NamedTuple):
    """One of those who are even, with what is known of it.

    Attributes:
        woman: of a person, None while that is not entered.
        women: of a collective, the part of its members who are women, None while nobody stated it.

    """

    recipient: str
    woman: bool | None = None
    women: float | None = None


def bears_on(recipient: str) -> bool:
    """Tell whether the articles name recipients of a kind: persons and collectives, no households."""
    return recipient in ("person", "collective")


def before(rule: Mapping[str, Any], even: Even) -> Finding:
    """Judge whether somebody is one of those the rule puts first; a rule nobody read puts nobody first."""
    if even.recipient == "person":
        known, first = even.woman is not None, bool(even.woman)
        found = ("nữ" if first else "nam") if known else "chưa ghi giới tính"
    else:
        known, first = even.women is not None, (even.women or 0) >= _least(rule)
        share = number(round((even.women or 0) * 100, 2))
        found = f"{share} % là nữ" if known else "chưa ghi tỷ lệ nữ của tập thể"
    verdict = truth(yes=first, whole=True) if known else UNKNOWN
    return Finding(NAME, verdict if rule["decides"] else UNKNOWN, found)


def parted(findings: list[Finding]) -> bool:
    """Tell whether the rule parts those who are even, or may once what is not entered is."""
    verdicts = {one.verdict for one in findings}
    return UNKNOWN in verdicts or {MET, NOT_MET} <= verdicts


def _least(rule: Mapping[str, Any]) -> float:
    return next(float(one.partition(">=")[2]) for one in rule["rule"]["prefer"] if ">=" in one)
