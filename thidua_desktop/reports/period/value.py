"""What a period report is asked, and what it found."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from thidua_desktop.domain.figures import ChartFigures, GroupRow, Kind, ReportLine, ReportRow
from thidua_desktop.domain.period import Period
from thidua_desktop.records.awards import AwardRow
from thidua_desktop.records.totals import TotalRow

GATHERED: dict[str, str] = {"apart": "Tách riêng", "inside": "Tính chung"}


@dataclass(frozen=True)
class Options:
    """The question: a period, a scope, and whether awards given at events stand apart or inside.

    under is a unit with all below it; level a level of authority; all_rows reads every award behind the
    figures too, for the workbook.
    """

    period: Period
    gathered: str = "apart"
    under: int | None = None
    campaign: int | None = None
    level: str = ""
    all_rows: bool = False


@dataclass(frozen=True)
class Inherited:
    """What became of the inherited totals that touch the period."""

    counted: tuple[TotalRow, ...] = ()
    overlapping: tuple[TotalRow, ...] = ()  # their own period is not wholly inside
    unplaced: tuple[TotalRow, ...] = ()  # they name no unit or campaign, and the report asks for one
    replaced: tuple[TotalRow, ...] = ()  # detailed rows have taken their place


@dataclass(frozen=True)
class SceneWords:
    """What the sentence says of the scope; empty where the office itself is meant."""

    opening: str = "Thực hiện các phong trào thi đua yêu nước"
    where: str = ""


@dataclass(frozen=True)
class PeriodRows:
    """The answer: figures by code (rows) and as a reader adds them up (lines), groups, charts.

    Groups and charts count what rows counts; awards at events are in event_rows when they stand apart.
    """

    rows: tuple[ReportRow, ...]
    lines: tuple[ReportLine, ...]
    total: GroupRow
    event_rows: tuple[ReportRow, ...]
    event_lines: tuple[ReportLine, ...]
    event_total: GroupRow
    by_year: tuple[GroupRow, ...]
    by_unit: tuple[GroupRow, ...]
    by_campaign: tuple[GroupRow, ...]
    by_type: tuple[GroupRow, ...]
    charts: tuple[ChartFigures, ...]
    inherited: Inherited
    scope: str
    scene: SceneWords
    kinds: Mapping[str, Kind]
    details: tuple[AwardRow, ...] = ()
    beside: Mapping[int, int] = field(default_factory=dict)  # by id of a counted total: detailed times alike
