"""What the office does with rules of its province or its own: add, correct, remove; and the law with them."""

import json
from collections.abc import Sequence

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.local_rules import with_local
from thidua_desktop.domain.law.rulebook import Rulebook
from thidua_desktop.domain.local_rule import LocalRuleDraft, check, entry_of
from thidua_desktop.records import local_rules
from thidua_desktop.records.query import ListQuery


def add(session: Session, book: Rulebook, draft: LocalRuleDraft) -> int:
    """Add a rule; Refused when the law cannot be read with it."""
    _check(draft)
    entry = entry_of(draft, local_rules.next_code(session))
    with_local(book, [*map(json.loads, local_rules.bodies(session)), entry])
    return local_rules.add(session, entry, draft.note)


def correct(session: Session, book: Rulebook, rule_id: int, draft: LocalRuleDraft) -> None:
    """Correct a rule; Refused when the law cannot be read with it."""
    _check(draft)
    kept = local_rules.rows(session, local_rules.ids(session, ListQuery()))
    own = next(row for row in kept if row.id == rule_id)
    entry = entry_of(draft, own.code)
    with_local(book, [entry if row.id == rule_id else row.entry for row in kept])
    local_rules.change(session, rule_id, entry, draft.note)


def remove(session: Session, ids: Sequence[int]) -> None:
    """Remove rules; the law shipped with the program stands again."""
    local_rules.remove(session, ids)


def book_with(book: Rulebook, bodies: Sequence[str]) -> Rulebook:
    """The law with the office's own rules laid over it."""
    return with_local(book, map(json.loads, bodies)) if bodies else book


def _check(draft: LocalRuleDraft) -> None:
    if problems := check(draft):
        raise Refused(*problems)
