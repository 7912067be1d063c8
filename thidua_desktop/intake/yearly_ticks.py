"""Ratings and titles ticked in one table: each half a list of its own, titles of a decision awards."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.intake.decision_text import reference_in
from thidua_desktop.intake.roles import DECIDING
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.yearly_header import YearlyHeader
from thidua_desktop.intake.yearly_marks import Marked

_AWARDED = "award"


def halves(header: YearlyHeader) -> Iterator[YearlyHeader]:
    """Give the header once for what its own columns tell and once for what is marked beside them."""
    also = header.also
    first = tuple(subject for subject in header.subjects if subject != also.subject)
    if first:
        yield replace(header, subjects=first)
    if also.subject in header.subjects:
        yield replace(
            header,
            subjects=(also.subject,),
            columns={role: at for role, at in header.columns.items() if role not in DECIDING},
            alike={role: places for role, places in header.alike.items() if role not in DECIDING},
            marks=also.columns,
            mark_of=also.subject,
            also=Marked(header.mark_of, header.marks),
        )


def with_awards(header: YearlyHeader, above: Sequence[Row], book: TitleBook) -> YearlyHeader:
    """Return the header with the titles ticked beside ratings that a decision named above it gives."""
    if header.said or header.mark_of != "rating" or header.also.columns:
        return header
    read = {*header.columns.values(), *header.marks}
    titled = {place: path[-1] for place, path in header.titles.items() if place not in read}
    given = {place: title for place, title in titled.items() if book.knows(title)}
    named = bool(given) and any(reference_in(row.text()) for row in above)
    return replace(header, also=Marked(_AWARDED, given)) if named else header


def gives_awards(header: YearlyHeader) -> bool:
    """Tell whether the sheet of a header is to be read as a list of awards too."""
    return header.also.subject == _AWARDED
