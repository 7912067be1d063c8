"""Doubts of an import as data: asked once each, answered by a code, the same key at every run."""

from collections.abc import Iterable
from dataclasses import dataclass

SAME, DIFFERENT, LATER = "same", "different", "later"
KINDS: dict[str, str] = {
    "year": "Năm",
    "level": "Cấp ban hành",
    "title": "Danh hiệu, hình thức",
    "unit": "Đơn vị",
    "shared": "Đơn vị trùng tên",
    "person": "Người",
    "decision": "Quyết định đã có",
}


@dataclass(frozen=True)
class Option:
    """One answer: its code, and the words of its button."""

    code: str
    label: str


@dataclass(frozen=True)
class Side:
    """One of two records side by side: its name, its id where it is kept, facts as label and words."""

    name: str
    kept: int | None = None
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Doubt:
    """A question about an import.

    Attributes:
        key: the same at every run over the same lists; answers are given by it.
        kind: a code of KINDS.
        rows: how many rows one answer settles.
        options: the answers, the first the likeliest; the last leaves the matter as it is.
        left: what the lists say; right: what it may be.
        answer: the answer given, "" while there is none.
        more: what else may be answered, though hardly meant.

    """

    key: str
    kind: str
    question: str
    rows: int
    options: tuple[Option, ...]
    left: Side
    right: Side
    answer: str = ""
    more: tuple[Option, ...] = ()


def ordered(doubts: Iterable[Doubt]) -> tuple[Doubt, ...]:
    """Sort doubts by how many rows one answer settles."""
    kinds = list(KINDS)
    return tuple(sorted(doubts, key=lambda one: (-one.rows, kinds.index(one.kind), one.key)))
