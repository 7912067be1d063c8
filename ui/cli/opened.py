"""The office's file open for one command."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Refused
from thidua_desktop.records import campaigns, units
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
    """The unit of this name, now or formerly; None for no name, Refused for an unknown one."""
    if not name:
        return None
    found = units.find(session, name)
    if found is None:
        raise Refused(f"Không có, hoặc có nhiều đơn vị tên “{name}”. Xem tên đúng: list units")
    return found


def campaign_named(session: Session, name: str) -> int | None:
    """The campaign of this name; None for no name, Refused for an unknown one."""
    if not name:
        return None
    found = campaigns.find(session, name)
    if found is None:
        raise Refused(f"Không có phong trào tên “{name}”. Xem tên đúng: list campaigns")
    return found
