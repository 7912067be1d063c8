"""What several pages show under a record: awards, figures, decisions, and the history in words."""

from collections.abc import Mapping

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.field_names import ACTION_STATES
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import awards, catalogue, counting, decisions, history
from thidua_desktop.records.awards import AwardRow, Summary
from thidua_desktop.records.query import ListQuery
from ui.widgets.page import Follow
from ui.widgets.page_spec import Line, Section

_SHOWN = 200
_ENTRIES_SHOWN = 30


def award_section(
    session: Session, title: str, filters: Mapping[str, str | int], note: str, *, named: bool = False
) -> Section:
    """Awards under some filters, the latest decision first, those revoked marked and not counted."""
    valid = awards.summary(session, ListQuery(filters=filters)).times
    all_ = {**filters, "revoked": "1"}
    shown = awards.first_rows(session, ListQuery(filters=all_), _SHOWN)
    lines = [Line(_cells(row, named=named), Follow("decision", row.decision_id)) for row in shown]
    actions = [("Xem trong sổ khen thưởng", Follow("award", filters=all_, note=note))] if shown else []
    return Section(f"{title} ({number(valid)})", lines, empty="Chưa có lượt khen nào.", actions=actions)


def history_section(session: Session, table: str, record_id: int) -> Section:
    """What was done with a record, the latest first."""
    lines = []
    for entry in history.of(session, table, record_id)[:_ENTRIES_SHOWN]:
        at = f"{entry.at.astimezone():%d/%m/%Y %H:%M}"
        state = ACTION_STATES.get(entry.state, "")
        lines.append(Line((at, " – ".join(filter(None, (entry.action, state.lower()))))))
        lines += [Line(("", f"• {told}")) for told in entry.lines]
    return Section("Lịch sử thay đổi", lines, empty="Chưa ghi nhận thay đổi nào.")


def summary_words(found: Summary) -> str:
    """Times, recipients and decisions: "131 lượt · 101 người, 12 tập thể, 3 hộ · 4 quyết định"."""
    whom = f"{number(found.people)} người, {number(found.collectives)} tập thể, {number(found.households)} hộ"
    return f"{number(found.times)} lượt · {whom} · {number(found.decisions)} quyết định"


def figure_section(session: Session, title: str, filters: Mapping[str, int], note: str) -> Section:
    """What was given under some filters, by award and recipient; each figure opens its rows."""
    names = {row.id: row.label for row in catalogue.list_(session)}
    lines = []
    for figure in counting.figures(session, ("award", "recipient"), filters):
        kind, recipient = figure.keys
        own = Follow("award", filters={**filters, "award": kind, "recipient": recipient}, note=note)
        counted = f"{number(figure.times)} lượt"
        lines.append(Line((names[kind], RECIPIENTS[recipient], counted), own))
    if not lines:
        return Section(title, empty="Chưa có lượt khen nào.")
    said = summary_words(awards.summary(session, ListQuery(filters=filters)))
    whole = Follow("award", filters=filters, note=note)
    return Section(title, [Line((said,), tone="good"), *lines], actions=[("Xem trong sổ khen thưởng", whole)])


def decision_section(session: Session, filters: Mapping[str, int]) -> Section:
    """The decisions under some filters, the latest first."""
    ids = decisions.ids(session, ListQuery(filters=filters))
    lines = [
        Line((row.number, show(row.decided_on), row.authority), Follow("decision", row.id))
        for row in decisions.rows(session, ids[:_SHOWN])
    ]
    return Section(f"Quyết định ({number(len(ids))})", lines, empty="Chưa có quyết định nào.")


def _cells(row: AwardRow, *, named: bool) -> tuple[str, ...]:
    revoked = "đã thu hồi" if row.revoked_by is not None else ""
    title = " – ".join(filter(None, (row.title, revoked)))
    whose = (row.name,) if named else ()
    return (str(row.year), row.number, *whose, title)  # the longest last: only it is cut short
