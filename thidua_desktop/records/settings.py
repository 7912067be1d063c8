"""Settings of the office: its name, its superior, which sensitive fields are switched on."""

from sqlalchemy import select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import setting
from thidua_desktop.domain.vietnamese import nfc

DEFAULTS: dict[str, str] = {
    "office": "UBND huyện",
    "office_parent": "",
    "desk": "Phòng Nội vụ",
    "place": "",
    "sensitive": "",
    "practice": "",
}


def all_(session: Session) -> dict[str, str]:
    """Every setting, defaults filled in."""
    return {**DEFAULTS, **{row.key: row.value for row in session.all(select(setting.c.key, setting.c.value))}}


def change(session: Session, values: dict[str, str]) -> None:
    """Keep the given settings."""
    kept = {row.key: row for row in session.all(select(setting))}
    for key, value in ((key, nfc(value)) for key, value in values.items()):
        if key in kept:
            session.update(setting, kept[key].id, {"value": value})
        else:
            session.insert(setting, {"key": key, "value": value})
