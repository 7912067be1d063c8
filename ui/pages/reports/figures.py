"""The figures of a period report as lines of a table on screen."""

from collections.abc import Sequence

from thidua_desktop.domain.figures import ChartFigures, Counted, GroupRow, ReportLine
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.vietnamese import number
from ui.widgets.figures_table import FigureLine

AWARD_HEADER = (
    "Cấp khen; danh hiệu, hình thức",
    "Đối tượng",
    "Lượt",
    "Người, tập thể",
    "Quyết định",
    "Kế thừa",
    "Cộng lượt",
)
GROUP_HEADER = ("", "Lượt", "Tập thể", "Cá nhân", "Hộ gia đình", "Quyết định", "Kế thừa", "Cộng lượt")


def award_lines(
    lines: Sequence[ReportLine], events: Sequence[ReportLine], total: GroupRow, event_total: GroupRow
) -> list[FigureLine]:
    """Authority, award, recipient; what was given at events in a block of its own below."""
    shown = [*_block(lines), _total("Cộng", total)]
    if events:
        shown += [*_block(events), _total("Cộng tại hội nghị", event_total)]
    return shown


def group_lines(groups: Sequence[GroupRow], total: GroupRow) -> list[FigureLine]:
    """One line a year, unit, campaign or type, and the sum."""
    shown = [
        FigureLine((group.name,), _group_numbers(group), group.filters, note=group.name) for group in groups
    ]
    return [*shown, FigureLine(("Cộng",), _group_numbers(total), total.filters, "Toàn kỳ", strong=True)]


def bar_words(chart: ChartFigures) -> list[list[str]]:
    """What each bar says, by series and category."""
    return [
        [
            f"{series} – {category}: {number(value)} lượt. Bấm để xem danh sách."
            for category, value in zip(chart.categories, values, strict=True)
        ]
        for series, values in zip(chart.series, chart.values, strict=True)
    ]


def _block(lines: Sequence[ReportLine]) -> list[FigureLine]:
    shown: list[FigureLine] = []
    section = ""
    for line in lines:
        level = LEVELS[line.heading.level]
        heading = f"{line.event}: {level}" if line.event else level
        if heading != section:
            section = heading
            shown.append(FigureLine((heading,), section=True))
        recipient = RECIPIENTS[line.heading.recipient]
        note = f"{heading} – {line.title} – {recipient.lower()}"
        shown.append(FigureLine((line.title, recipient), _numbers(line.counted), line.filters, note))
        if len(line.rows) > 1:
            shown += [
                FigureLine(
                    (row.title, ""), _numbers(row.counted), row.filters, f"{heading} – {row.title}", indent=1
                )
                for row in line.rows
            ]
    return shown


def _numbers(counted: Counted) -> tuple[int, ...]:
    return (counted.times, counted.distinct, counted.decisions, counted.inherited, counted.total)


def _total(words: str, total: GroupRow) -> FigureLine:
    numbers = (total.times, total.distinct, total.decisions, total.inherited, total.total)
    return FigureLine((words, ""), numbers, total.filters, words, strong=True)


def _group_numbers(group: GroupRow) -> tuple[int, ...]:
    return (
        group.times,
        group.collectives,
        group.people,
        group.households,
        group.decisions,
        group.inherited,
        group.total,
    )
