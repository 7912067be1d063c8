"""What a list on screen asks for: words typed, filters chosen, the order of rows."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class ListQuery:
    """One question to a list; a filter that says "all" is absent from filters."""

    search: str = ""
    filters: Mapping[str, str | int] = field(default_factory=dict)
    sort: str = ""
    descending: bool = False
