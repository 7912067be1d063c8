"""The figures of a period report as lines of a table on screen."""

from collections.abc import Sequence

from thidua_desktop.domain.figures import ChartFigures, Counted, GroupRow, ReportLine
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.vietnamese import number
from ui.widgets.figures_table import FigureLine

INHERITED = "Kế thừa"
AWARD_HEADER = (
    "Danh hiệu, hình thức",
    "Đối tượng",
    "Lượt",
    "Người, tập thể",
    "Quyết định",
    INHERITED,
    "Cộng lượt",
)
_TOGETHER = "Số liệu kế thừa chung"  # a total of the whole line has no award of its own
_GROUP_HEADER = ("Lượt", "Tập thể", "Cá nhân", "Hộ", "Quyết định", INHERITED, "Cộng lượt")


def award_lines(
    lines: Sequence[ReportLine], events: Sequence[ReportLine], total: GroupRow, event_total: GroupRow
) -> list[FigureLine]:
    """Authority, award, recipient; what was given at events in a block of its own below."""
    shown = [*_block(lines), _total("Cộng", total)]
    if events:
        shown += [*_block(events), _total("Cộng tại hội nghị", event_total)]
    return shown


def group_header(first: str) -> tuple[str, ...]:
    """The titles over one grouping; first says what its lines are."""
    return (first, *_GROUP_HEADER)


def group_lines(groups: Sequence[GroupRow], total: GroupRow) -> list[FigureLine]:
    """One line a year, unit, campaign or type, and the sum."""
    lines = [_group(group.name, group) for group in groups]
    return [*lines, _group("Cộng", total, note="Toàn kỳ", strong=True)]


def bar_words(chart: ChartFigures) -> list[list[str]]:
    """What each bar says, by series and category."""
    return [
        [
            f"{series} – {category}: {number(value)} lượt. {_opening(filters is not None)}"
            for category, value, filters in zip(chart.categories, values, opened, strict=True)
        ]
        for series, values, opened in zip(chart.series, chart.values, chart.filters, strict=True)
    ]


def _opening(opens: bool) -> str:  # noqa: FBT001 - the only question there is
    return "Bấm (hoặc Enter) để xem danh sách." if opens else "Số liệu kế thừa, chưa có danh sách tên."


def _block(lines: Sequence[ReportLine]) -> list[FigureLine]:
    shown: list[FigureLine] = []
    section = ""
    for line in lines:
        level = LEVELS[line.heading.level]
        heading = f"{line.event}: {level}" if line.event else level
        if heading != section:
            section = heading
            shown.append(FigureLine((heading,), section=True))
        shown += _award(heading, line)
    return shown


def _award(heading: str, line: ReportLine) -> list[FigureLine]:
    recipient = RECIPIENTS[line.heading.recipient]
    totals = tuple(total for row in line.rows for total in row.totals)
    note = f"{heading} – {line.title} – {recipient.lower()}"
    shown = [
        FigureLine(
            (line.title, recipient),
            _numbers(line.counted),
            line.filters if line.counted.times else None,
            totals,
            note,
        )
    ]
    if len(line.rows) > 1:
        shown += [
            FigureLine(
                (row.title if len(row.heading.codes) == 1 else _TOGETHER, ""),
                _numbers(row.counted),
                row.filters if row.counted.times else None,
                row.totals,
                f"{heading} – {row.title} – {recipient.lower()}",
                indent=1,
            )
            for row in line.rows
        ]
    return shown


def _numbers(counted: Counted) -> tuple[int, ...]:
    return (counted.times, counted.distinct, counted.decisions, counted.inherited, counted.total)


def _total(words: str, total: GroupRow) -> FigureLine:
    numbers = (total.times, total.distinct, total.decisions, total.inherited, total.total)
    return FigureLine((words, ""), numbers, _opened(total), total.totals, words, strong=True)


def _group(words: str, group: GroupRow, note: str = "", *, strong: bool = False) -> FigureLine:
    numbers = (
        group.times,
        group.collectives,
        group.people,
        group.households,
        group.decisions,
        group.inherited,
        group.total,
    )
    return FigureLine((words,), numbers, _opened(group), group.totals, note or words, strong=strong)


def _opened(group: GroupRow) -> dict[str, str | int] | None:
    return dict(group.filters) if group.filters is not None and group.times else None
