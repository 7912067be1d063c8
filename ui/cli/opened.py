"""The office's file open for one command."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Refused
from thidua_desktop.records import campaigns, units
from thidua_desktop.services.unit_choice import meant
from thidua_desktop.workspace import Workspace


@contextmanager
def opened(args: Namespace, *, writes: bool = False) -> Iterator[Workspace]:
    """The file of --db, backed up first when the command writes; let go afterwards."""
    workspace = Workspace.open(args.db, backed_up=writes)
    if workspace.warning:  # the work goes on without its backup, but never silently
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
