"""How one kind of record is put into words."""

from collections.abc import Mapping
from dataclasses import dataclass, field

Codes = Mapping[str, str]
YES_NO: Codes = {"0": "Không", "1": "Có"}


@dataclass(frozen=True)
class RecordWords:
    """One kind of record in words.

    Attributes:
        noun: what one of them is called.
        fields: names of the fields, in the order they are told.
        told: fields that tell one of them from another.
        codes: labels of the fields that hold codes.
        also: those of them that hold other words too, told as they are.

    """

    noun: str
    fields: Mapping[str, str]
    told: tuple[str, ...] = ("name",)
    codes: Mapping[str, Codes] = field(default_factory=dict)
    also: frozenset[str] = frozenset()
