"""What the office does with the award catalogue: add, correct, retire, teach a wording."""

from thidua_desktop.db import Session
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.catalogue import AwardKindDraft, check
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.records import catalogue


def add(session: Session, draft: AwardKindDraft) -> int:
    """Add a title or form."""
    _checked(session, draft)
    return catalogue.add(session, draft)


def change(session: Session, kind_id: int, draft: AwardKindDraft) -> None:
    """Correct a title or form."""
    _checked(session, draft, but=kind_id)
    catalogue.change(session, kind_id, draft)


def retire(session: Session, kind_id: int) -> None:
    """Take a title or form out of use; what was given stays."""
    catalogue.retire(session, kind_id)


def bring_back(session: Session, kind_id: int) -> None:
    """Put a retired title or form in use again."""
    catalogue.retire(session, kind_id, retired=False)


def remove(session: Session, kind_id: int) -> None:
    """Remove a title or form nobody was ever given; Refused otherwise."""
    if not catalogue.remove(session, kind_id):
        raise Refused("Danh hiệu, hình thức này đã có người được tặng: chỉ ngừng dùng được, không xoá được.")


def _checked(session: Session, draft: AwardKindDraft, but: int | None = None) -> None:
    problems = list(check(draft))
    rows = [row for row in catalogue.list_(session) if row.id != but]
    if any(row.code == draft.code for row in rows):
        problems.append(Problem("code", f"Mã “{draft.code}” đã dùng cho danh hiệu, hình thức khác."))
    taken = {vietnamese.same_key(word): row for row in rows for word in (row.name, *row.synonyms)}
    for word in (draft.name, *draft.synonyms):
        other = taken.get(vietnamese.same_key(word))
        if other is not None:
            problems.append(Problem("synonyms", f"“{word}” đã là cách gọi của {other.label}."))
    if problems:
        raise Refused(*problems)
