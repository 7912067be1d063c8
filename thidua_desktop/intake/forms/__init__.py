"""The forms lists come in; a new form is one new module here, added to FORMS."""

from typing import Protocol

from thidua_desktop.intake.collector import Collector
from thidua_desktop.intake.forms import annex, grouped, numbered, word_table
from thidua_desktop.intake.headers import Headers
from thidua_desktop.intake.source import Source


class Form(Protocol):
    """What a module of a form offers."""

    NAME: str

    def recognise(self, source: Source, headers: Headers) -> int:
        """Return how many rows look like this form's, 0 when it is another."""

    def read(self, source: Source, headers: Headers, collector: Collector) -> None:
        """Give all lines and items of the source to the collector."""


FORMS: tuple[Form, ...] = (annex, grouped, word_table, numbered)
