"""The award record of a person: who it is, the posts held, every award with its decision."""

from collections.abc import Mapping
from dataclasses import dataclass

from thidua_desktop.db import Session
from thidua_desktop.documents import report_frame
from thidua_desktop.documents.document import Block, Cell, Column, Document, Paragraph, Table
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.person import PersonDraft
from thidua_desktop.domain.recipient import GENDERS
from thidua_desktop.domain.vietnamese import number, slug
from thidua_desktop.records import awards, people, units
from thidua_desktop.records.awards import AwardRow
from thidua_desktop.records.query import ListQuery

TITLE = "Phiếu theo dõi khen thưởng cá nhân"
_POSTS = (Column("Chức vụ", 2.4), Column("Đơn vị", 2.6), Column("Từ", 0.8), Column("Đến", 0.8))
_AWARDS = (
    Column("STT", 0.5, "center"),
    Column("Năm", 0.7, "center", grouped=False),
    Column("Danh hiệu, hình thức khen thưởng", 2.4),
    Column("Số quyết định", 1.4),
    Column("Ngày quyết định", 1.2, "center"),
    Column("Cấp khen", 1.5),
    Column("Chức vụ, đơn vị khi được khen", 2.4),
    Column("Phong trào, thành tích", 2.4),
)


@dataclass(frozen=True)
class Options:
    """Whose record; with revoked awards listed too, or without."""

    person: int
    revoked: bool = True


@dataclass(frozen=True)
class Rows:
    """A person with posts (each with the name of its unit) and awards by year."""

    person: PersonDraft
    posts: tuple[tuple[str, str, str, str], ...]  # post, unit, since, until
    awards: tuple[AwardRow, ...]
    filters: Mapping[str, str | int]


def build(session: Session, options: Options) -> Rows:
    """Read the record; raises LookupError when there is no such person."""
    draft = people.draft(session, options.person)
    names = {row.id: row.name for row in units.rows(session, [p.unit_id for p in draft.posts if p.unit_id])}
    filters: dict[str, str | int] = {"person": options.person}
    if options.revoked:
        filters["revoked"] = "1"
    given = awards.rows(session, awards.ids(session, ListQuery(filters=filters, sort="year")))
    posts = tuple(
        (post.title, names.get(post.unit_id or 0, post.unit_written), _day(post.since), _day(post.until))
        for post in draft.posts
    )
    return Rows(draft, posts, tuple(given), filters)


def compose(rows: Rows, options: Options, office: Mapping[str, str]) -> Document:
    """The record as a document; office is the office's settings."""
    del options  # already in the rows
    person = rows.person
    valid = [award for award in rows.awards if award.revoked_by is None]
    decisions = len({award.decision_id for award in valid})
    said = f"Tổng cộng {number(len(valid))} lượt khen thưởng theo {number(decisions)} quyết định."
    blocks: list[Block] = [Paragraph(TITLE.upper(), "title"), *_about(person)]
    if rows.posts:
        blocks.append(Table(_POSTS, rows.posts, "Quá trình công tác", name="Quá trình công tác"))
    cells = [_cells(place, award) for place, award in enumerate(rows.awards, start=1)]
    blocks += [
        Table(_AWARDS, cells, "Kết quả khen thưởng", name="Khen thưởng"),
        Paragraph(said if valid else "Chưa ghi nhận khen thưởng nào.", "note"),
        report_frame.signatures(),
    ]
    return Document(
        TITLE,
        tuple(blocks),
        landscape=True,
        letterhead=report_frame.head(office),
        slug=slug(f"phieu khen thuong {person.name}"),
        footer=f"{TITLE}: {person.name}",
    )


def _about(person: PersonDraft) -> list[Paragraph]:
    facts = [("Họ và tên", person.name), ("Ngày, tháng, năm sinh", _day(person.birth))]
    facts.append(("Giới tính", GENDERS[person.gender] if person.gender else ""))
    return [Paragraph(f"{fact}: {value}") for fact, value in facts if value]


def _cells(place: int, award: AwardRow) -> tuple[Cell, ...]:
    title = award.title + (" (đã thu hồi)" if award.revoked_by is not None else "")
    where = ", ".join(filter(None, (award.post, award.unit)))
    why = "; ".join(filter(None, (award.campaign, award.citation)))
    level = LEVELS[award.level]
    return (place, award.year, title, award.number, award.decided_on, award.authority or level, where, why)


def _day(day: object | None) -> str:
    return str(day) if day else ""
