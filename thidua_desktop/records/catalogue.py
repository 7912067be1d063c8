"""The award catalogue in the file: titles and forms with their synonyms."""

from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from pathlib import Path

from sqlalchemy import func, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import award, award_kind, idea, nomination, pledge, synonym, total
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.catalogue import AwardKindDraft
from thidua_desktop.domain.catalogue_file import load_catalogue
from thidua_desktop.records.listing import grouped


@dataclass(frozen=True)
class AwardKindRow:
    """A title or form as kept; short is the name for lists, name the full one of the law."""

    id: int
    code: str
    name: str
    short: str
    category: str
    recipients: tuple[str, ...]
    levels: tuple[str, ...]
    annual: bool
    valid_from: date | None
    valid_to: date | None
    retired: bool
    law: str
    status: str
    synonyms: tuple[str, ...]
    group: str

    @property
    def label(self) -> str:
        """What lists and reports call it."""
        return self.short or self.name


def seed(session: Session, resources: Path) -> None:
    """Put the catalogue of the law into a new file."""
    for place, draft in enumerate(load_catalogue(resources)):
        _insert(session, draft, place)


def list_(session: Session, *, retired: bool = True) -> list[AwardKindRow]:
    """Every title and form in the order of the law, retired ones last."""
    words = grouped(session.all(select(synonym).order_by(synonym.c.id)), "award_kind_id")
    rows = session.all(select(award_kind).order_by(award_kind.c.retired, award_kind.c.place, award_kind.c.id))
    return [
        AwardKindRow(
            row.id,
            row.code,
            row.name,
            row.short,
            row.category,
            tuple(row.recipients.split("|")),
            tuple(filter(None, row.levels.split("|"))),
            bool(row.annual),
            row.valid_from,
            row.valid_to,
            bool(row.retired),
            row.law,
            row.status,
            tuple(word.text for word in words.get(row.id, ())),
            row.group_code,
        )
        for row in rows
        if retired or not row.retired
    ]


def by_code(session: Session) -> dict[str, AwardKindRow]:
    """Every title and form by its code."""
    return {row.code: row for row in list_(session)}


def free_code(session: Session, name: str) -> str:
    """A code no kind has yet, made from a name; officers never see it."""
    stem = vietnamese.slug(name).replace("-", "_").upper()
    taken = {row.code for row in list_(session)}
    return next(code for code in chain([stem], map(f"{stem}_{{}}".format, count(2))) if code not in taken)


def add(session: Session, draft: AwardKindDraft) -> int:
    """Add a title or form."""
    place = session.value(select(func.coalesce(func.max(award_kind.c.place), 0) + 1))
    return _insert(session, draft, int(place))


def change(session: Session, kind_id: int, draft: AwardKindDraft) -> None:
    """Change a title or form; its synonyms with it."""
    session.update(award_kind, kind_id, _values(draft))
    session.replace_children(synonym, "award_kind_id", kind_id, _words(draft))


def retire(session: Session, kind_id: int, *, retired: bool = True) -> None:
    """Take a title or form out of the lists to choose from; its history stays."""
    session.update(award_kind, kind_id, {"retired": int(retired)})


def learn(session: Session, code: str, wording: str) -> None:
    """Remember a wording as a synonym, once."""
    row = by_code(session)[code]
    known = {vietnamese.same_key(word) for word in (row.name, row.short, *row.synonyms)}
    if vietnamese.same_key(wording) not in known:
        session.insert(synonym, {"award_kind_id": row.id, "text": vietnamese.clean(wording)})


def in_use(session: Session, code: str) -> str | None:
    """What bears a kind, in words; None when nothing does."""
    given = select(func.count()).select_from(award.join(award_kind, award_kind.c.id == award.c.kind_id))
    times = session.value(given.where(award_kind.c.code == code))
    if times:
        return f"{vietnamese.number(times)} lượt khen thưởng"
    if inherited := in_totals(session, code):
        return f"{inherited} dòng số liệu kế thừa"
    kind_id = select(award_kind.c.id).where(award_kind.c.code == code).scalar_subquery()
    for column, words in (
        (pledge.c.kind_id, "dòng đăng ký thi đua"),
        (idea.c.used_for, "sáng kiến đã dùng"),
        (nomination.c.kind_id, "dòng đề nghị khen thưởng"),
        (nomination.c.asked_kind_id, "dòng đề nghị khen thưởng"),
    ):
        if many := session.value(select(func.count()).where(column == kind_id)):
            return f"{many} {words}"
    return None


def in_totals(session: Session, code: str) -> int:
    """How many inherited totals speak of a kind."""
    written = session.all(select(total.c.awards))
    return sum(code in row.awards.split("+") for row in written)


def remove(session: Session, kind_id: int) -> None:
    """Remove a title or form nothing refers to, with its synonyms."""
    words = session.all(select(synonym.c.id).where(synonym.c.award_kind_id == kind_id))
    session.delete(synonym, [row.id for row in words])
    session.delete(award_kind, kind_id)


def draft_of(row: AwardKindRow) -> AwardKindDraft:
    """A title or form as a draft to change."""
    return AwardKindDraft(
        row.code,
        row.name,
        row.category,
        row.recipients,
        row.levels,
        row.short,
        row.group,
        row.annual,
        row.valid_from,
        row.valid_to,
        row.law,
        row.status,
        row.synonyms,
    )


def _insert(session: Session, draft: AwardKindDraft, place: int) -> int:
    kind_id = session.insert(award_kind, {**_values(draft), "place": place})
    session.insert_many(synonym, [{"award_kind_id": kind_id, **word} for word in _words(draft)])
    return kind_id


def _words(draft: AwardKindDraft) -> list[dict[str, str]]:
    return [{"text": vietnamese.clean(word)} for word in draft.synonyms if word.strip()]


def _values(draft: AwardKindDraft) -> dict[str, object]:
    return {
        "code": draft.code,
        "name": vietnamese.clean(draft.name),
        "short": vietnamese.clean(draft.short),
        "category": draft.category,
        "group_code": draft.group,
        "recipients": "|".join(draft.recipients),
        "levels": "|".join(draft.levels),
        "annual": int(draft.annual),
        "valid_from": draft.valid_from,
        "valid_to": draft.valid_to,
        "law": vietnamese.nfc(draft.law),
        "status": draft.status,
    }
