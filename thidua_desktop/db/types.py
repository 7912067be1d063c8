"""Column types: whole dates and dates as precisely as known, both kept as ISO text."""

from datetime import date
from typing import Any

from sqlalchemy import Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator

from thidua_desktop.domain.dates import PartialDate


class Day(TypeDecorator[date]):
    """A whole date, kept as ISO text."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        del dialect
        return value.isoformat() if value else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> date | None:
        del dialect
        return date.fromisoformat(value) if value else None


class Partial(TypeDecorator[PartialDate]):
    """A date as precisely as it is known: 1954, 1954-05 or 1954-05-03."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, dialect: Dialect) -> str | None:
        del dialect
        return value.iso() if value else None

    def process_result_value(self, value: Any | None, dialect: Dialect) -> PartialDate | None:
        del dialect
        return PartialDate.from_iso(value) if value else None
