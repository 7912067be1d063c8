"""Lines about awards that several views of the page show under a record."""

from collections.abc import Sequence

from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records.awards import AwardRow, Summary
from ui.widgets.page import Follow
from ui.widgets.page_spec import Line

SHOWN = 200  # lines of one section


def summary_text(summary: Summary) -> str:
    """The line below a list of awards."""
    people, homes = number(summary.people), number(summary.households)
    who = f"{people} người, {number(summary.collectives)} tập thể, {homes} hộ"
    return f"{number(summary.times)} lượt · {who} · {number(summary.decisions)} quyết định"


def recipient_lines(rows: Sequence[AwardRow], decision_id: int) -> list[Line]:
    """Whom a decision commends, in the order of the paper; each line opens its award."""
    lines = [
        Line((f"{place}. {row.name}", _title(row), _place(row)), Follow("award", row.id))
        for place, row in enumerate(rows[:SHOWN], start=1)
    ]
    if len(rows) > SHOWN:
        rest = f"… và {number(len(rows) - SHOWN)} dòng nữa: xem trong sổ"
        whole = Follow(
            "award", filters={"decision": decision_id, "revoked": "1"}, note="Danh sách của quyết định"
        )
        lines.append(Line((rest,), whole))
    return lines


def revoked_lines(rows: Sequence[AwardRow]) -> list[Line]:
    """What a decision took back, each line opening its award."""
    return [Line((row.name, row.number, row.title), Follow("award", row.id)) for row in rows[:SHOWN]]


def history_lines(rows: Sequence[AwardRow], but: int) -> list[Line]:
    """What a recipient was given, the latest first; the award shown already is not followed."""
    latest = sorted(rows, key=lambda row: (row.year, row.decided_on, row.id), reverse=True)[:SHOWN]
    return [
        Line(
            (str(row.year), _title(row), row.number),
            None if row.id == but else Follow("award", row.id),
        )
        for row in latest
    ]


def recipient_word(code: str) -> str:
    """A kind of recipient as a column shows it."""
    return RECIPIENTS[code].removesuffix(" gia đình")


def _title(row: AwardRow) -> str:
    return f"{row.title} (đã thu hồi)" if row.revoked_by is not None else row.title


def _place(row: AwardRow) -> str:
    return ", ".join(filter(None, (row.post, row.unit)))
