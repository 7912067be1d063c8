"""Biên bản họp Hội đồng: who met, what was voted on, what the votes came to by the law of the day."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from thidua_desktop.db import Session
from thidua_desktop.documents import recipient_list
from thidua_desktop.documents.document import (
    Block,
    Cell,
    Column,
    Document,
    Letterhead,
    Paragraph,
    Signatures,
    Table,
)
from thidua_desktop.domain.council import ROLES, MemberDraft
from thidua_desktop.domain.dates import long_date, show
from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN
from thidua_desktop.domain.law.rulebook import Rulebook
from thidua_desktop.domain.vietnamese import number, slug
from thidua_desktop.records import councils, meetings
from thidua_desktop.records.meetings import MeetingRow
from thidua_desktop.services.balloting import Result, results

TITLE = "Biên bản họp Hội đồng"
VERDICTS: dict[str, str] = {MET: "Đạt", NOT_MET: "Không đạt", UNKNOWN: "Cơ quan xem xét"}
_NOT_COUNTED = "Chưa kiểm phiếu"
_MEMBERS = (
    Column("STT", 0.5, "center"),
    Column("Họ và tên", 2.4),
    Column("Chức vụ", 3.2),
    Column("Vai trò", 2.2),
)
_VOTES = (
    Column("STT", 0.5, "center"),
    Column("Được đề nghị", 2.3),
    Column("Đơn vị", 1.7),
    Column("Đồng ý", 0.7, "center"),
    Column("Không đồng ý", 0.9, "center"),
    Column("Tỷ lệ (%)", 0.7, "center"),
    Column("Cần ít nhất", 0.7, "center"),
    Column("Kết quả", 2.0),
)


@dataclass(frozen=True)
class Options:
    """Which meeting, and what gives the office's rules."""

    meeting: int
    book: Callable[[Session], Rulebook]


@dataclass(frozen=True)
class Rows:
    """A meeting, the members of its council, and its agenda with what the votes came to."""

    meeting: MeetingRow
    members: tuple[MemberDraft, ...]
    results: tuple[Result, ...]


def build(session: Session, options: Options) -> Rows:
    """Read a meeting and count its votes; raises LookupError when there is none."""
    meeting = meetings.get(session, options.meeting)
    members = tuple(councils.members(session, meeting.council_id))
    found = sorted(results(session, options.book(session), meeting.id), key=lambda one: one.row.title)
    return Rows(meeting, members, tuple(found))


def compose(rows: Rows, options: Options, office: Mapping[str, str]) -> Document:
    """The minutes as a document; what was not noted is left to be written by hand."""
    del options  # already in the rows
    meeting = rows.meeting
    day = show(meeting.held_on)
    blocks: list[Block] = [
        Paragraph("BIÊN BẢN", "title"),
        Paragraph("Họp xét, đề nghị khen thưởng", "subtitle"),
        Paragraph(
            f"Hôm nay, {long_date(meeting.held_on)}, tại {meeting.place or '……………………'}, {meeting.council} "
            "họp xét, đề nghị khen thưởng."
        ),
        Paragraph("I. Thành phần", "heading"),
        Paragraph(_attendance(meeting)),
        *_members(rows.members),
        Paragraph("II. Nội dung", "heading"),
        Paragraph(_agenda(rows.results)),
        Paragraph("III. Kết quả biểu quyết", "heading"),
        *_written(rows.results),
        _table(rows),
        *_rules(rows.results),
        Paragraph("IV. Kết luận", "heading"),
        *_conclusion(rows.results),
        Paragraph("Biên bản được thông qua tại cuộc họp./."),
        Signatures(
            role="CHỦ TRÌ",
            name=_who(rows.members, ("chair",)),
            second_role="THƯ KÝ",
            second_name=_who(rows.members, ("secretary",)),
        ),
    ]
    return Document(
        TITLE,
        tuple(blocks),
        letterhead=Letterhead(office.get("office", ""), meeting.council, place_date=_dated(office, meeting)),
        slug=slug(f"bien ban hop hoi dong {day}"),
        footer=f"Biên bản họp Hội đồng ngày {day}",
    )


def _dated(office: Mapping[str, str], meeting: MeetingRow) -> str:
    place = office.get("place", "")
    return f"{place}, {long_date(meeting.held_on)}" if place else ""


def _attendance(meeting: MeetingRow) -> str:
    told = f"Tổng số thành viên Hội đồng: {number(meeting.members)}."
    if meeting.present is None:
        return f"{told} Có mặt: ……; vắng mặt: ……."
    away = meeting.members - meeting.present
    named = "; ".join(meeting.absent.splitlines())
    who = f" ({named})" if named else ""
    return f"{told} Có mặt: {number(meeting.present)}; vắng mặt: {number(away)}{who}."


def _members(members: Sequence[MemberDraft]) -> list[Block]:
    if not members:
        return []
    rows = [(place, one.name, one.post, ROLES[one.role]) for place, one in enumerate(members, start=1)]
    return [Table(_MEMBERS, rows, name="Thành viên")]


def _agenda(found: Sequence[Result]) -> str:
    if not found:
        return "Chưa có hồ sơ nào trong chương trình họp."
    units = ", ".join(dict.fromkeys(one.row.dossier_unit for one in found))
    said = recipient_list.counted([one.row for one in found])
    return f"Hội đồng xem xét hồ sơ đề nghị khen thưởng của {units}: {said}; biểu quyết từng trường hợp."


def _table(rows: Rows) -> Table:
    cells: list[tuple[Cell, ...]] = []
    sections = set()
    for title, group in groupby(rows.results, key=lambda one: one.row.title):
        some = list(group)
        sections.add(len(cells))
        cells.append((f"{title} ({number(len(some))})", *[None] * (len(_VOTES) - 1)))
        cells += [_votes(place, one, rows.meeting.members) for place, one in enumerate(some, start=1)]
    return Table(_VOTES, cells, sections=frozenset(sections), name="Biểu quyết")


def _votes(place: int, one: Result, members: int) -> tuple[Cell, ...]:
    """Votes as counted; the share is of the whole membership."""
    for_ = one.ballot.for_
    if for_ is None:
        return place, one.row.name, one.row.unit_shown, None, None, None, None, _NOT_COUNTED
    against = (one.ballot.no or 0) + (one.ballot.written_no or 0)
    share = number(round(for_ * 100 / members, 1)) if members else None
    return place, one.row.name, one.row.unit_shown, for_, against, share, one.needed, VERDICTS[one.verdict]


def _written(found: Sequence[Result]) -> list[Block]:
    """How many absent members voted in writing; those votes are among the others below."""
    counts = [
        (one.ballot.written_yes or 0) + (one.ballot.written_no or 0)
        for one in found
        if one.ballot.for_ is not None
    ]
    if not any(counts):
        return []
    least, most = number(min(counts)), number(max(counts))
    told = most if least == most else f"từ {least} đến {most}"
    return [Paragraph(f"Phiếu bằng văn bản của thành viên vắng mặt cho mỗi trường hợp: {told}.")]


def _rules(found: Sequence[Result]) -> list[Block]:
    """How votes were counted, each article once with the titles it was asked for."""
    titles: dict[str, dict[str, None]] = {}
    for one in found:
        if one.cite:
            titles.setdefault(one.cite, {})[one.row.title] = None
    share = "Tỷ lệ tính trên tổng số thành viên Hội đồng, gồm cả phiếu bằng văn bản của thành viên vắng mặt."
    return [
        Paragraph(share, "note"),
        *(Paragraph(f"Căn cứ {cite}: {', '.join(of)}.", "note") for cite, of in titles.items()),
    ]


def _conclusion(found: Sequence[Result]) -> list[Block]:
    counted = [one for one in found if one.ballot.for_ is not None]
    if not counted:
        return [Paragraph("……………………")]
    agreed = [one.row for one in counted if one.verdict == MET]
    open_ = [one.row for one in counted if one.verdict == UNKNOWN]
    refused = [one.row for one in counted if one.verdict == NOT_MET]
    said = []
    if agreed:
        said.append(f"Hội đồng thống nhất đề nghị khen thưởng {recipient_list.counted(agreed)}.")
    if open_:
        told = recipient_list.counted(open_)
        said.append(f"Quy định đã đối chiếu không nêu tỷ lệ phiếu với {told}: cơ quan xem xét, quyết định.")
    if refused:
        names = ", ".join(f"{row.name} ({row.title})" for row in refused)
        said.append(f"Không đủ tỷ lệ phiếu: {names}.")
    return [Paragraph(line) for line in said]


def _who(members: Sequence[MemberDraft], roles: Sequence[str]) -> str:
    return next((one.name for one in members if one.role in roles), "")
