"""The file: engine, tables, journal, backup. Session is the one name the floors above know."""

from thidua_desktop.db.session import Session

__all__ = ["Session"]
