"""Inherited totals from the terminal: add one, list them."""

from argparse import Namespace
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show as shown
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.event import EventDraft
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.total import TotalDraft
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import catalogue, events, totals
from thidua_desktop.records.query import ListQuery
from thidua_desktop.records.totals import TotalRow
from thidua_desktop.services import campaigns as office_campaigns
from thidua_desktop.services import totals as office_totals
from ui.cli.answer import Answer, table
from ui.cli.opened import campaign_named, opened, unit_named


def add(args: Namespace) -> Answer:
    """Enter an inherited total."""
    start, end = _period(args)
    codes = tuple(code for given in args.award for code in given.split("+"))
    with opened(args, writes=True) as workspace:
        with workspace.write(f"Thêm số liệu kế thừa {number(args.count)} lượt") as session:
            draft = TotalDraft(
                times=args.count,
                awards=codes,
                recipient=args.recipient,
                level=args.level,
                start=start,
                end=end,
                source=args.source,
                event_id=_event(session, args.event),
                unit_id=unit_named(session, args.unit),
                campaign_id=campaign_named(session, args.campaign),
            )
            total_id = office_totals.enter(session, draft)
        with workspace.read() as session:
            row = totals.rows(session, [total_id])[0]
            words = _words(session, row)
    return Answer(_data(row), f"Đã thêm: {number(row.times)} lượt {words}, {shown(start)} – {shown(end)}.")


def show(args: Namespace) -> Answer:
    """Every inherited total, those replaced by detailed rows too."""
    with opened(args) as workspace, workspace.read() as session:
        rows = totals.rows(session, totals.ids(session, ListQuery()))
        lines = [
            (
                row.times,
                _words(session, row),
                f"{shown(row.start)} – {shown(row.end)}",
                row.event or row.unit or row.campaign,
                row.source,
                f"thay bằng danh sách ngày {shown(row.replaced_on)}" if row.replaced_on else "",
            )
            for row in rows
        ]
    titles = ("Lượt", "Khen thưởng", "Kỳ", "Thuộc", "Nguồn", "Tình trạng")
    return Answer([_data(row) for row in rows], table(titles, lines, f"{number(len(rows))} số liệu kế thừa"))


def _period(args: Namespace) -> tuple[date, date]:
    if args.year is not None and not (args.start or args.end):
        if not 1 <= args.year <= date.max.year:
            raise Refused(f"Năm {args.year} không phải năm: ghi bốn chữ số, ví dụ --year 2015.")
        return date(args.year, 1, 1), date(args.year, 12, 31)
    if args.year is None and args.start and args.end:
        return args.start, args.end
    raise Refused("Ghi kỳ của số liệu bằng --year NĂM, hoặc bằng cả --from NGÀY và --to NGÀY.")


def _event(session: Session, name: str) -> int | None:
    if not name:
        return None
    return events.find(session, name) or office_campaigns.hold_event(session, EventDraft(name))


def _words(session: Session, row: TotalRow) -> str:
    labels = {code: kind.label for code, kind in catalogue.by_code(session).items()}
    titles = ", ".join(labels[code] for code in row.awards)
    return f"{titles} ({RECIPIENTS[row.recipient].lower()}, {LEVELS[row.level]})"


def _data(row: TotalRow) -> dict[str, object]:
    return {
        "times": row.times,
        "awards": list(row.awards),
        "recipient": row.recipient,
        "level": row.level,
        "from": row.start.isoformat(),
        "to": row.end.isoformat(),
        "source": row.source,
        "event": row.event or None,
        "unit": row.unit or None,
        "campaign": row.campaign or None,
        "replaced_on": row.replaced_on.isoformat() if row.replaced_on else None,
    }
