"""Invented rows for tests of the file itself, below the floor that knows what an office would say."""

from datetime import date
from typing import Any

from sqlalchemy import select

from thidua_desktop.db.session import Session
from thidua_desktop.db.tables import award, award_kind, decision, person, unit


def named(name: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "search": name.casefold(), "exact": name, "sort": name, **more}


def add_person(session: Session, name: str = "Hoàng Thị Mẫu", **more: Any) -> int:
    return session.insert(person, named(name, **more))


def add_unit(session: Session, name: str = "Xã Thử Nghiệm", **more: Any) -> int:
    return session.insert(unit, named(name, kind="commune", **more))


def add_award(session: Session, person_id: int) -> int:
    decision_id = session.insert(
        decision,
        {
            "number": "215/QĐ-UBND",
            "number_key": "215qdubnd",
            "search": "215",
            "decided_on": date(2019, 12, 20),
            "level": "district",
            "type": "merit",
        },
    )
    return session.insert(
        award,
        {
            "decision_id": decision_id,
            "place": 1,
            "kind_id": session.value(select(award_kind.c.id).limit(1)),
            "recipient": "person",
            "person_id": person_id,
            "year": 2019,
            "name_written": "Bà Hoàng Thị Mẫu",
        },
    )
