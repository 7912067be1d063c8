"""The part of a year's fund that goes into organising emulation, by the law of the year's first day."""

from datetime import date
from fractions import Fraction
from typing import NamedTuple

from thidua_desktop.domain.law.rulebook import Rulebook, status_in


class OrganisingShare(NamedTuple):
    """The share, its article, and whether that was checked."""

    share: Fraction
    cite: str
    status: str


def organising_share(book: Rulebook, year: int) -> OrganisingShare | None:
    """Give the share of the fund for organising emulation; None where the rules known name none."""
    regime = book.regime_on(date(year, 1, 1))
    for rule in book.funds if regime else ():
        if regime and regime.code in rule["regimes"] and "organising_share" in rule:
            share = Fraction(str(rule["organising_share"]))
            return OrganisingShare(share, rule["cite"], status_in(rule, regime))
    return None
