"""What the office does with the award catalogue: add, correct, retire, teach a wording."""

from thidua_desktop.db import Session
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.catalogue import AwardKindDraft, check
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.records import catalogue
from thidua_desktop.records.catalogue import AwardKindRow


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
    """Remove a title or form nothing bears; Refused with what does."""
    row = _row(session, kind_id)
    use = catalogue.in_use(session, row.code)
    if use:
        raise Refused(f"{row.label} đang có {use} trong sổ: chỉ ngừng dùng được, không xóa được.")
    catalogue.remove(session, kind_id)


def _row(session: Session, kind_id: int) -> AwardKindRow:
    return next(row for row in catalogue.list_(session) if row.id == kind_id)


def _checked(session: Session, draft: AwardKindDraft, but: int | None = None) -> None:
    problems = list(check(draft))
    rows = catalogue.list_(session)
    others = [row for row in rows if row.id != but]
    own = next((row for row in rows if row.id == but), None)
    if any(row.code == draft.code for row in others):
        problems.append(Problem("code", f"Mã “{draft.code}” đã dùng cho danh hiệu, hình thức khác."))
    if own is not None and own.code != draft.code and catalogue.in_totals(session, own.code):
        message = f"Mã “{own.code}” đang dùng trong số liệu kế thừa nên không đổi được."
        problems.append(Problem("code", message))
    name = vietnamese.same_key(draft.name)
    for row in others:
        if name and name == vietnamese.same_key(row.name):
            problems.append(Problem("name", f"“{draft.name}” đã có trong danh mục."))
    known = {vietnamese.same_key(word) for word in own.synonyms} if own else set()
    for word in draft.synonyms:
        if vietnamese.same_key(word) not in known:
            problems += _confusing(word, draft, others)
    if problems:
        raise Refused(*problems)


def _confusing(word: str, draft: AwardKindDraft, others: list[AwardKindRow]) -> list[Problem]:
    """A wording that today means one kind for certain must not begin to mean two."""
    key = vietnamese.same_key(word)
    holders = [
        row
        for row in others
        if key in map(vietnamese.same_key, (row.name, row.short, *row.synonyms))
        and (not row.levels or not draft.levels or set(row.levels) & set(draft.levels))
        and set(row.recipients) & set(draft.recipients)
    ]
    if len(holders) != 1:
        return []
    return [Problem("synonyms", f"“{word}” đã là cách gọi của {holders[0].label}.")]
