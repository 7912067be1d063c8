"""The tables of a period report as blocks of a document."""

from collections.abc import Iterable, Sequence

from thidua_desktop.documents.document import Cell, Chart, Column, Series, Table
from thidua_desktop.domain.catalogue import AWARD_TYPES
from thidua_desktop.domain.figures import ChartFigures, Counted, GroupRow, ReportLine, ReportRow
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.records.awards import AwardRow

_AWARD_COLUMNS = (
    Column("Cấp khen; danh hiệu, hình thức khen thưởng", 3.6),
    Column("Đối tượng", 1.2),
    Column("Lượt", 0.8, "right"),
    Column("Người, tập thể, hộ", 1.0, "right"),
    Column("Quyết định", 1.0, "right"),
    Column("Kế thừa", 1.0, "right"),
    Column("Cộng lượt", 1.0, "right"),
)
_GROUP_COLUMNS = (
    Column("Lượt", 0.8, "right"),
    Column("Tập thể", 0.9, "right"),
    Column("Cá nhân", 0.9, "right"),
    Column("Hộ gia đình", 0.9, "right"),
    Column("Quyết định", 0.9, "right"),
    Column("Kế thừa", 0.9, "right"),
    Column("Cộng lượt", 0.9, "right"),
)
_DETAIL_COLUMNS = (
    Column("Số quyết định", 1.4),
    Column("Ngày quyết định", 1.1, "center"),
    Column("Cấp khen", 1.4),
    Column("Cơ quan quyết định", 1.8),
    Column("Danh hiệu, hình thức", 2.4),
    Column("Ghi trên quyết định", 2.0),
    Column("Đối tượng", 1.0),
    Column("Họ và tên, tên tập thể", 2.2),
    Column("Chức vụ", 1.6),
    Column("Đơn vị", 2.0),
    Column("Năm", 0.7, "center", grouped=False),
    Column("Phong trào", 2.2),
    Column("Loại hình", 1.3),
)


def awards_table(lines: Sequence[ReportLine], total: GroupRow, title: str, name: str) -> Table:
    """Authority → award → recipient; rows that go under one number stand indented below it."""
    rows: list[tuple[Cell, ...]] = []
    sections: list[int] = []
    strong: list[int] = []
    section = ""
    for line in lines:
        heading = f"{line.event}: {LEVELS[line.heading.level]}" if line.event else LEVELS[line.heading.level]
        if heading != section:
            section = heading
            sections.append(len(rows))
            rows.append((heading, *[None] * (len(_AWARD_COLUMNS) - 1)))
        rows.append(_award_cells(line.title, line.heading.recipient, line.counted))
        if len(line.rows) > 1:
            strong.append(len(rows) - 1)
            rows.extend(_member_cells(row) for row in line.rows)
    counted = Counted(total.times, total.distinct, total.decisions, total.inherited)
    strong.append(len(rows))
    rows.append((total.name, "", *_numbers(counted)))
    return Table(
        _AWARD_COLUMNS, rows, title, strong=frozenset(strong), sections=frozenset(sections), name=name
    )


def group_table(groups: Sequence[GroupRow], total: GroupRow, first: str, title: str, name: str) -> Table:
    """The figures by one way of grouping, with their total; recipients in several groups count once in it."""
    rows = [_group_cells(group) for group in (*groups, total)]
    columns = (Column(first, 3.4), *_GROUP_COLUMNS)
    return Table(columns, rows, title, strong=frozenset({len(groups)}), name=name)


def details_table(awards: Sequence[AwardRow]) -> Table:
    """Every award behind the figures, with the words of its day."""
    return Table(
        _DETAIL_COLUMNS, [_detail_cells(award) for award in awards], "Danh sách chi tiết", name="Chi tiết"
    )


def chart(figures: ChartFigures) -> Chart:
    """A chart's figures as a block of a document."""
    series = (Series(n, values) for n, values in zip(figures.series, figures.values, strict=True))
    return Chart(figures.title, figures.kind, figures.categories, tuple(series))


def _member_cells(row: ReportRow) -> tuple[Cell, ...]:
    """A row under the line it goes into; a total of the whole line has no award of its own."""
    title = row.title if len(row.heading.codes) == 1 else "Số liệu kế thừa chung"
    return _award_cells(f"   – {title}", row.heading.recipient, row.counted)


def _award_cells(title: str, recipient: str, counted: Counted) -> tuple[Cell, ...]:
    return (title, RECIPIENTS[recipient], *_numbers(counted))


def _numbers(counted: Counted) -> Iterable[Cell]:
    return counted.times, counted.distinct, counted.decisions, counted.inherited, counted.total


def _group_cells(group: GroupRow) -> tuple[Cell, ...]:
    return (
        group.name,
        group.times,
        group.collectives,
        group.people,
        group.households,
        group.decisions,
        group.inherited,
        group.total,
    )


def _detail_cells(award: AwardRow) -> tuple[Cell, ...]:
    return (
        award.number,
        award.decided_on,
        LEVELS[award.level],
        award.authority,
        award.title,
        award.title_written,
        RECIPIENTS[award.recipient],
        award.name,
        award.post,
        award.unit,
        award.year,
        award.campaign,
        AWARD_TYPES.get(award.type, award.type),
    )
