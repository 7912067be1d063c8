"""The office's file open for one command."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.decision import number_key
from thidua_desktop.domain.errors import Refused
from thidua_desktop.records import campaigns, decisions, units
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services.unit_choice import meant
from thidua_desktop.workspace import Workspace


@contextmanager
def opened(args: Namespace, *, writes: bool = False) -> Iterator[Workspace]:
    """The file of --db, backed up first when the command writes; let go afterwards."""
    workspace = Workspace.open(args.db, backed_up=writes)
    if (
        workspace.warning and sys.stderr is not None
    ):  # the work goes on without its backup, but never silently
        sys.stderr.write(f"{workspace.warning}\n")
    try:
        yield workspace
    finally:
        workspace.close(backed_up=False)


def unit_named(session: Session, name: str) -> int | None:
    """The unit of this number, name ("Trường Hoa Sen") or place ("Trường Hoa Sen, xã Cẩm Giàng").

    A name may be a former one. None for no name, Refused for an unknown one and for one of several units.
    """
    if not name.strip():
        return None
    found = _by_number(session, name) or meant(session, name)
    if not found:
        raise Refused(f"Không có đơn vị “{name}”. Xem tên đúng: list units")
    if len(found) > 1:
        told = "; ".join(f"{unit_id} là {', '.join(units.path(session, unit_id))}" for unit_id in found)
        raise Refused(
            f"Có {len(found)} đơn vị tên “{name}”: {told}. Ghi số đứng đầu, hoặc tên kèm đơn vị cấp trên."
        )
    return found[0]


def _by_number(session: Session, text: str) -> list[int]:
    number = text.strip()
    return [row.id for row in units.rows(session, [int(number)])] if number.isdecimal() else []


def campaign_named(session: Session, name: str) -> int | None:
    """The campaign of this name; None for no name, Refused for an unknown one."""
    if not name:
        return None
    found = campaigns.find(session, name)
    if found is None:
        raise Refused(f"Không có phong trào tên “{name}”. Xem tên đúng: list campaigns")
    return found


def decision_named(session: Session, number: str, day: date | None) -> int:
    """The one decision of a number; Refused where there is none, or several and no day tells them apart."""
    rows = decisions.rows(session, decisions.ids(session, ListQuery(search=number)))
    rows = [row for row in rows if number_key(row.number) == number_key(number)]
    rows = [row for row in rows if day in {None, row.decided_on}]
    if not rows:
        raise Refused(f"Không có quyết định số {number}. Xem số đúng: list decisions")
    if len(rows) > 1:
        raise Refused(f"Có {len(rows)} quyết định số {number}: thêm --date NGÀY.")
    return rows[0].id
