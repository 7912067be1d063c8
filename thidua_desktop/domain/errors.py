"""Errors by who must act: the user (Refused) or the machine (Unavailable); anything else is our bug."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing to mend, as a Vietnamese sentence, beside the field it belongs to ("" for the whole)."""

    field: str
    message: str


class Refused(Exception):  # noqa: N818 - reads as the sentence it is: the service refused
    """The user must act: what was typed or chosen cannot be kept as it is."""

    def __init__(self, *problems: Problem | str) -> None:
        self.problems = tuple(p if isinstance(p, Problem) else Problem("", p) for p in problems)
        super().__init__(" ".join(p.message for p in self.problems))


class Unavailable(Exception):  # noqa: N818 - the machine, a file or a drive is not there for us
    """The machine must act: a file is locked, a disk is full, a drive was pulled out."""
