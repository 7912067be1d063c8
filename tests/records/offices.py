"""What tests of an office do: act, ask, and ask again in plain SQL beside our own reads."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

from thidua_desktop.db import backup
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft, Stated
from thidua_desktop.domain.person import PersonDraft, PostDraft
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.services import decisions, people, units
from thidua_desktop.workspace import Workspace


def fresh_copy(template: Path, folder: Path) -> Workspace:
    """Open a copy of a file kept for copying."""
    return Workspace.open(Path(shutil.copy(template, folder / "phong.thidua")), backed_up=False)


def make_original(folder: Path) -> Path:
    """Make an empty office to be copied, for fixtures that outlive a test."""
    path = folder / "goc.thidua"
    Workspace.create(path).close(backed_up=False)
    return path


def sql(office, query, *values):
    """The rows of a query asked past our own code, on a connection of its own."""
    with closing(sqlite3.connect(office.path)) as connection:
        return connection.execute(query, values).fetchall()


def count(office, query, *values):
    """The one number a query yields."""
    return sql(office, query, *values)[0][0]


def content(office):
    """What the records are, as one hash."""
    return backup.content_hash(office.path)


def do(office, act, *args, name="Làm thử", **options):
    """Do one thing in a transaction of its own."""
    with office.write(name) as session:
        return act(session, *args, **options)


def ask(office, question, *args, **options):
    """Ask one thing."""
    with office.read() as session:
        return question(session, *args, **options)


def unit(office, name, kind="commune", **more):
    """Add a unit."""
    return do(office, units.add, UnitDraft(name, kind, **more))


def person(office, name, unit_id=None, post="", **more):
    """Add a person, with a post when a unit or post is given."""
    posts = (PostDraft(post, unit_id),) if unit_id or post else ()
    return do(office, people.add, PersonDraft(name, posts=posts, **more))


def paper(number="9/QĐ-UBND", day=date(2019, 12, 20), *lines, **more):
    """A decision as typed."""
    stated = more.pop("stated", Stated())
    return DecisionDraft(number, day, awards=lines, stated=stated, **more)


def line(name="", award="DH_LDTT", **more):
    """One line of a decision as typed."""
    return AwardDraft(award, name=name, **more)


def register(office, *args, **more):
    """Register a decision as typed."""
    return do(office, decisions.register, paper(*args, **more))
