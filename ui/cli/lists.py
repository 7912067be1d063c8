"""Lists of what is kept: units, people, campaigns, decisions, awards, funds."""

from argparse import Namespace
from collections.abc import Callable
from datetime import date
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.campaign import CAMPAIGN_FORMS
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.dates import show as shown
from thidua_desktop.domain.decision import Stated, discrepancies
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.recipient import GENDERS
from thidua_desktop.domain.unit import UNIT_KINDS
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import awards, campaigns, decisions, funds, people, units
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import fund_dues
from ui.cli.answer import Answer, table
from ui.cli.opened import opened
from ui.forms import laws


def show(args: Namespace) -> Answer:
    """One of the lists, the whole of it or what a search finds."""
    with opened(args) as workspace, workspace.read() as session:
        return _LISTS[args.what](session, ListQuery(search=args.search))


def _units(session: Session, query: ListQuery) -> Answer:
    rows = units.rows(session, units.ids(session, query))
    data = [
        {
            "id": row.id,
            "name": row.name,
            "kind": row.kind,
            "parent": row.parent or None,
            "block": row.block,
            "valid_from": _iso(row.valid_from),
            "valid_to": _iso(row.valid_to),
            "awards": row.awards,
        }
        for row in rows
    ]
    lines = [
        (row.id, row.name, UNIT_KINDS[row.kind], row.parent, row.block, _until(row.valid_to), row.awards)
        for row in rows
    ]
    titles = ("Số", "Đơn vị", "Loại", "Trực thuộc", "Khối", "Tình trạng", "Lượt tập thể")
    return Answer(data, table(titles, lines, f"{number(len(rows))} đơn vị"))


def _people(session: Session, query: ListQuery) -> Answer:
    rows = people.rows(session, people.ids(session, query))
    data = [
        {
            "name": row.name,
            "birth": _iso(row.birth),
            "gender": row.gender,
            "post": row.post,
            "unit": row.unit,
            "awards": row.awards,
        }
        for row in rows
    ]
    lines = [(row.name, row.birth, GENDERS[row.gender], row.post, row.unit, row.awards) for row in rows]
    titles = ("Họ và tên", "Sinh", "Giới tính", "Chức vụ", "Đơn vị", "Lượt")
    return Answer(data, table(titles, lines, f"{number(len(rows))} cá nhân"))


def _campaigns(session: Session, query: ListQuery) -> Answer:
    rows = campaigns.rows(session, campaigns.ids(session, query))
    data = [
        {
            "name": row.name,
            "form": row.form,
            "level": row.level,
            "kind": row.kind,
            "parent": row.parent or None,
            "starts": _iso(row.starts),
            "ends": _iso(row.ends),
            "decisions": row.decisions,
        }
        for row in rows
    ]
    lines = [
        (row.name, CAMPAIGN_FORMS[row.form], LEVELS[row.level], row.starts, row.ends, row.decisions)
        for row in rows
    ]
    titles = ("Tên", "Hình thức", "Cấp", "Từ", "Đến", "Quyết định")
    return Answer(data, table(titles, lines, f"{number(len(rows))} phong trào, cuộc vận động"))


def _decisions(session: Session, query: ListQuery) -> Answer:
    rows = decisions.rows(session, decisions.ids(session, query))
    data = [
        {
            "number": row.number,
            "decided_on": row.decided_on.isoformat(),
            "level": row.level,
            "authority": row.authority,
            "signer": row.signer,
            "type": row.type,
            "year": row.year,
            "campaign": row.campaign or None,
            "event": row.event or None,
            "stated": vars(row.stated),
            "counted": vars(row.counted),
            "discrepancies": list(discrepancies(row.stated, row.counted)),
        }
        for row in rows
    ]
    lines = [
        (row.number, shown(row.decided_on), LEVELS[row.level], row.year, _held(row.counted), row.campaign)
        for row in rows
    ]
    titles = ("Số", "Ngày", "Cấp", "Năm", "Gồm", "Phong trào")
    return Answer(data, table(titles, lines, f"{number(len(rows))} quyết định"))


def _awards(session: Session, query: ListQuery) -> Answer:
    rows = awards.rows(session, awards.ids(session, query))
    data = [
        {
            "award": row.award,
            "recipient": row.recipient,
            "year": row.year,
            "decision": row.number,
            "decided_on": row.decided_on.isoformat(),
            "name": row.name,
            "unit": row.unit or (row.name if row.recipient == "collective" else ""),
            "campaign": row.campaign or None,
            "level": row.level,
            "post": row.post,
            "title_written": row.title_written,
        }
        for row in rows
    ]
    lines = [(row.name, row.unit, row.title, row.year, row.number, shown(row.decided_on)) for row in rows]
    held = awards.summary(session, query)
    footer = (
        f"{number(held.times)} lượt · {number(held.people)} cá nhân, {number(held.collectives)} tập thể, "
        f"{number(held.households)} hộ gia đình · {number(held.decisions)} quyết định"
    )
    return Answer(data, table(("Tên", "Đơn vị", "Khen thưởng", "Năm", "Quyết định", "Ngày"), lines, footer))


def _funds(session: Session, query: ListQuery) -> Answer:
    rows = fund_dues.of_years(session, laws.book(session), funds.ids(session, query))
    data = [
        {
            "year": one.id,
            "planned": one.row.planned,
            "spent": one.row.spent,
            "returned": one.row.returned,
            "left": one.row.left,
            "due": one.due,
            "unpaid": one.unpaid,
            "recover": one.row.recover,
            "organising": one.organising,
            "organising_cite": one.share.cite if one.share else None,
            "organising_status": one.share.status if one.share else None,
            "unsure": one.unsure,
        }
        for one in rows
    ]
    lines = [
        (
            one.id,
            *map(_dong, (one.row.planned, one.row.spent, one.row.left, one.due, one.unpaid, one.row.recover)),
        )
        for one in rows
    ]
    titles = ("Năm", "Dự toán", "Đã chi", "Còn lại", "Theo quyết định", "Còn phải chi", "Chưa nộp lại")
    return Answer(data, table(titles, lines, f"{number(len(rows))} năm; số tiền tính bằng đồng"))


_LISTS: dict[str, Callable[[Session, ListQuery], Answer]] = {
    "units": _units,
    "people": _people,
    "campaigns": _campaigns,
    "decisions": _decisions,
    "awards": _awards,
    "funds": _funds,
}


def _iso(day: date | PartialDate | None) -> str | None:
    if day is None:
        return None
    return day.isoformat() if isinstance(day, date) else day.iso()


def _dong(amount: int | None) -> str:
    return "" if amount is None else number(amount)


def _until(day: date | None) -> str:
    return f"đến {shown(day)}" if day else ""


def _held(counted: Stated) -> str:
    parts: list[tuple[Any, str]] = [
        (counted.collectives, "tập thể"),
        (counted.persons, "cá nhân"),
        (counted.households, "hộ"),
    ]
    return ", ".join(f"{number(count)} {words}" for count, words in parts if count)
