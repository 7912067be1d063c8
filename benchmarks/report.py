"""The whole period report of a district: counted, put into tables, its charts drawn aside."""

from datetime import date

from benchmarks.files import reading
from benchmarks.measure import Line, World, alone, in_turn, line, seconds, told
from thidua_desktop.db import Session
from thidua_desktop.domain.period import Period
from thidua_desktop.reports import period as report

FIVE_YEARS = report.Options(Period(date(2015, 1, 1), date(2020, 7, 22)))
ALL_YEARS = report.Options(Period(date(2006, 1, 1), date(2026, 12, 31)))
AT_ONCE = 0.1  # seconds that are not felt


def lines(world: World) -> list[Line]:
    """The counting tells its time; tables and window are held to what is felt."""
    with reading(world.district) as session:
        asked, long = in_turn(
            [
                lambda: seconds(lambda: report.build(session, FIVE_YEARS)),
                lambda: seconds(lambda: build(session)),
            ],
            world.rounds,
        )
        rows = report.build(session, FIVE_YEARS)
        composed = in_turn(
            [lambda: seconds(lambda: report.compose(rows, FIVE_YEARS, {"office": "UBND huyện Đo Lường"}))],
            world.rounds,
        )[0]
    window = alone("benchmarks.windows.report", world.district, world.folder)
    return [
        Line("period report, district, 5½ years: counted", told(asked), "–"),
        Line("period report, district, 20 years: counted", told(long), "–"),
        line("its document put together", composed, AT_ONCE, "not felt", 1),
        line("its tables in the window after the query", window["tables"], AT_ONCE, "not felt", 1),
        Line("its charts drawn on the worker, with matplotlib's import", told(window["charts"]), "–"),
        line("meanwhile the window stood still, at most", window["still"], AT_ONCE, "not felt", 1),
    ]


def build(session: Session) -> object:
    """Count twenty years."""
    return report.build(session, ALL_YEARS)
