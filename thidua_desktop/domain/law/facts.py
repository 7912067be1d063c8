"""What is known of one recipient for the year proposed; what is not entered is not known, never "no"."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

MET, NOT_MET, UNKNOWN = "met", "not_met", "unknown"
VERDICTS: dict[str, str] = {MET: "đủ", NOT_MET: "chưa đủ", UNKNOWN: "thiếu dữ liệu"}
RATINGS: dict[str, int] = {"KHT": 0, "HT": 1, "HTT": 2, "HTXS": 3}
DISCIPLINES: dict[str, int] = {"khien_trach": 0, "canh_cao": 1, "ha_bac_luong": 2, "giang_chuc": 2}
DISCIPLINES |= {"cach_chuc": 3, "buoc_thoi_viec": 4}
MAY_HAVE_ENDED = "may_have_ended"
"""Of members: a discipline of an earlier year whose end was not entered."""


class Held(NamedTuple):
    """An award received: for which year, by the decision of which day, of which type of commendation."""

    award: str
    year: int
    day: date | None = None
    award_type: str = "merit"
    id: int = 0


class Idea(NamedTuple):
    """An initiative or a topic of research recognised in a year, and the award it was used for."""

    year: int
    level: str
    kind: str = "initiative"
    state: str = ""
    applied: bool | None = None
    used_for: str = ""
    id: int = 0
    used_year: int | None = None


@dataclass(frozen=True)
class Discipline:
    """A discipline and how long it stands (end None: not known to have ended)."""

    form: str
    start: date
    end: date | None = None
    id: int = 0


@dataclass(frozen=True)
class Facts:
    """Everything a card looks at.

    Attributes:
        year: the year whose work is proposed.
        day: the day the dossier was received.
        kinds: sub-kinds of the recipient, None when not known.
        kinds_by_unit: they were not stated but follow from the unit, so that they never tell against anybody.
        register: first and last year for which every award of this recipient is entered.
        whole_register: nothing before the register either: it spans the whole career.
        ideas_whole: years whose initiatives are all entered; discipline_whole the same for discipline.
        shares: (how many, of how many) by what is counted, of the unit's members or of a cap.
        shares_whole: every award the shares count is entered: of members too few is surely so, a cap decides.
        members_discipline: heaviest form entered among the members, "" for none in a year entered whole.
        stated: what the officer ticked or typed, by the key of the condition.
        registered_any: some title was registered for the year, be it another one.
        registered_on: the day it was registered, where an article names the last day; meeting_on the same.
        report_on: the day the report of the dossier was made; sent_on the day it went to the authority above.
        published_on: the day a dossier was made public, as noted of it.
        judged_on: the day an open dossier is looked at, or was decided; None where there is no dossier.
        training: what training the year held, in the officer's words; post and woman likewise as entered.
        asked_as: the type of commendation the dossier is for, "" where there is no dossier.
        same_achievement: awards already given for this very achievement.

    """

    year: int
    day: date
    recipient: str = "person"
    kinds: frozenset[str] | None = None
    kinds_by_unit: bool = False
    awards: tuple[Held, ...] = ()
    register: tuple[int, int] | None = None
    whole_register: bool = False
    ratings: Mapping[int, str] = field(default_factory=dict)
    ideas: tuple[Idea, ...] = ()
    ideas_whole: frozenset[int] = frozenset()
    disciplines: tuple[Discipline, ...] = ()
    discipline_whole: frozenset[int] = frozenset()
    employed_months: int | None = None
    leave_days: int | None = None
    registered: bool | None = None
    registered_any: bool = False
    registered_on: date | None = None
    meeting_on: date | None = None
    report_on: date | None = None
    sent_on: date | None = None
    published_on: date | None = None
    judged_on: date | None = None
    founded: int | None = None
    shares: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    shares_whole: bool = True
    members_lowest: str | None = None
    members_discipline: str | None = None
    stated: Mapping[str, bool | float] = field(default_factory=dict)
    training: str = ""
    post: str = ""
    woman: bool = False
    asked_as: str = ""
    same_achievement: tuple[Held, ...] = ()
    pending: bool | None = None
    dissolved: bool | None = None

    def register_covers(self, first: int, last: int) -> bool:
        """Tell whether every award of those years is entered."""
        if self.register is None or last > self.register[1]:
            return False
        return self.whole_register or first >= self.register[0]


class Pledge(NamedTuple):
    """Whether an award was registered for the year, and the day where it is entered."""

    registered: bool | None = None
    on: date | None = None

    def laid_over(self, facts: Facts) -> Facts:
        """Give the facts as they are for that award."""
        return replace(facts, registered=self.registered, registered_on=self.on)


@dataclass(frozen=True)
class Span:
    """The years a condition looks at (first None: ever); enclosed: inside the years an article names.

    Attributes:
        left_out: types of commendation that do not count for the award proposed.
        clock_by_decision: the years after an award run from its decision, not from its year.

    """

    first: int | None
    last: int
    left_out: frozenset[str] = frozenset()
    clock_by_decision: bool = False
    enclosed: bool = False

    def over(self, years: int, *, enclosed: bool) -> "Span":
        """Give the span of the last so many years under the same exclusions."""
        return Span(self.last - years + 1, self.last, self.left_out, self.clock_by_decision, enclosed)

    def spread(self, years: int) -> "Span":
        """Give the span over so many years when it is of one year alone."""
        return self.over(years, enclosed=False) if years > 1 and self.first == self.last else self

    def ever(self) -> "Span":
        """Give everything up to the last year under the same exclusions."""
        return Span(None, self.last, self.left_out, self.clock_by_decision)

    def holds(self, year: int) -> bool:
        """Tell whether the year lies inside."""
        return year <= self.last and (self.first is None or year >= self.first)

    def years(self, n: int) -> range:
        """Give the last n years."""
        return range(self.last - n + 1, self.last + 1)


class Finding(NamedTuple):
    """What one condition came to: the verdict, what was found, the records it rests on.

    Attributes:
        doubt: what the officer has to look at though it does not decide, "" for nothing.

    """

    code: str
    verdict: str
    found: str = ""
    ids: tuple[tuple[str, int], ...] = ()
    doubt: str = ""


def truth(*, yes: bool, whole: bool) -> str:
    """Give met for yes; not met only when the data is whole."""
    return MET if yes else NOT_MET if whole else UNKNOWN


def every(verdicts: list[str]) -> str:
    """All must hold: one not met decides, else one unknown."""
    return NOT_MET if NOT_MET in verdicts else UNKNOWN if UNKNOWN in verdicts else MET


def some(verdicts: list[str]) -> str:
    """One is enough: one met decides, else one unknown."""
    return MET if MET in verdicts else UNKNOWN if UNKNOWN in verdicts else NOT_MET
