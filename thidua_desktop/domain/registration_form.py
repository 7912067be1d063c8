"""The registration list a unit fills in for a year: its people and collectives, titles to choose."""

from dataclasses import dataclass
from datetime import date

PEOPLE, COLLECTIVES = "Cá nhân", "Tập thể"
"""Names of its two sheets."""


@dataclass(frozen=True)
class Registrant:
    """One line: who may register, and the titles registered already, joined by semicolons."""

    name: str
    birth: str = ""
    post: str = ""
    titles: str = ""


@dataclass(frozen=True)
class RegistrationForm:
    """What is given to a unit; titles are those of the law on that day."""

    office: str
    unit: str
    year: int
    on: date
    people: tuple[Registrant, ...]
    collectives: tuple[Registrant, ...]
    titles_of_people: tuple[str, ...]
    titles_of_collectives: tuple[str, ...]
