"""What several pages show under a record: the awards it was given, and its history in words."""

from collections.abc import Sequence

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.field_names import ACTION_STATES
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import history
from thidua_desktop.records.awards import AwardRow
from ui.widgets.page import Follow
from ui.widgets.page_spec import Line, Section

_AWARDS_SHOWN = 200
_ENTRIES_SHOWN = 30


def award_section(
    title: str, rows: Sequence[AwardRow], whole: Follow, *, named: bool = False, empty: str = ""
) -> Section:
    """Awards, the latest first, each opening its decision; whole opens all of them in the book."""
    valid = sum(row.revoked_by is None for row in rows)
    latest = sorted(rows, key=lambda row: (row.year, row.decided_on, row.id), reverse=True)
    lines = [Line(_cells(row, named=named), Follow("decision", row.decision_id)) for row in latest]
    actions = [("Xem trong sổ khen thưởng", whole)] if rows else []
    return Section(f"{title} ({number(valid)})", lines[:_AWARDS_SHOWN], empty=empty, actions=actions)


def history_section(session: Session, table: str, record_id: int) -> Section:
    """What was done with a record, the latest first."""
    lines = []
    for entry in history.of(session, table, record_id)[:_ENTRIES_SHOWN]:
        at = f"{entry.at.astimezone():%d/%m/%Y %H:%M}"
        state = ACTION_STATES.get(entry.state, "")
        lines.append(Line((at, " – ".join(filter(None, (entry.action, state.lower()))))))
        lines += [Line(("", f"• {told}")) for told in entry.lines]
    return Section("Lịch sử thay đổi", lines, empty="Chưa ghi nhận thay đổi nào.")


def _cells(row: AwardRow, *, named: bool) -> tuple[str, ...]:
    revoked = "đã thu hồi" if row.revoked_by is not None else ""
    title = " – ".join(filter(None, (row.title, revoked)))
    whose = (row.name,) if named else ()
    return (str(row.year), *whose, title, f"{row.number} ngày {show(row.decided_on)}")
