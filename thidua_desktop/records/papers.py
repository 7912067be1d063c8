"""Scans and photographs: copied into the office's folder, hashed, noted here."""

from dataclasses import dataclass

from sqlalchemy import select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import attachment

PAPER_KINDS: dict[str, str] = {"scan": "Bản quét quyết định", "photograph": "Ảnh", "document": "Tài liệu"}


@dataclass(frozen=True)
class Paper:
    """One file kept: its name as it came, and where its copy lies below the folder of papers."""

    id: int
    kind: str
    name: str
    stored: str
    sha256: str
    size: int


def of_decision(session: Session, decision_id: int) -> list[Paper]:
    """Papers of a decision."""
    return _list(session, attachment.c.decision_id == decision_id)


def of_event(session: Session, event_id: int) -> list[Paper]:
    """Papers of an event."""
    return _list(session, attachment.c.event_id == event_id)


def add(
    session: Session, paper: Paper, *, decision_id: int | None = None, event_id: int | None = None
) -> int:
    """Note a file copied into the office's folder; the paper's own id is ignored."""
    return session.insert(
        attachment,
        {
            "decision_id": decision_id,
            "event_id": event_id,
            "kind": paper.kind,
            "name": paper.name,
            "stored": paper.stored,
            "sha256": paper.sha256,
            "size": paper.size,
        },
    )


def remove(session: Session, paper_id: int) -> None:
    """Forget a file; its copy stays in the folder so that undo can bring it back."""
    session.delete(attachment, paper_id)


def all_(session: Session) -> list[Paper]:
    """Every paper noted, for checking against the folder."""
    return _list(session, attachment.c.id > 0)


def _list(session: Session, condition: object) -> list[Paper]:
    statement = select(attachment).where(condition).order_by(attachment.c.id)  # type: ignore[arg-type]  # a column condition
    return [
        Paper(row.id, row.kind, row.name, row.stored, row.sha256, row.size) for row in session.all(statement)
    ]
