"""What hangs on a person: open questions about namesakes, awards, the history."""

from thidua_desktop.db import Session
from thidua_desktop.records import awards, people
from thidua_desktop.records.people import PersonRow
from ui.forms.record_sections import award_section, history_section
from ui.widgets.page import Follow
from ui.widgets.page_spec import Line, Section

SAME = "same-person"
DIFFERENT = "different-people"
_AWARDS_TOLD = 3


def sections(session: Session, row: PersonRow) -> list[Section]:
    """Everything under the form of a person."""
    note = f"Lượt khen của {row.name}, kể cả lượt đã thu hồi"
    return [
        *(_question(session, row, *asked) for asked in people.open_questions(session, row.id)),
        award_section(session, "Khen thưởng", {"person": row.id}, note),
        history_section(session, "person", row.id),
    ]


def _question(
    session: Session, shown: PersonRow, question_id: int, one: PersonRow, two: PersonRow
) -> Section:
    other = two if one.id == shown.id else one
    return Section(
        "Có phải cùng một người?",
        [*_facts(session, "Đang xem", shown, None), *_facts(session, "Người kia", other, other.id)],
        actions=[
            ("Cùng một người (gộp)", Follow(SAME, other.id)),
            ("Khác người", Follow(DIFFERENT, question_id)),
        ],
    )


def _facts(session: Session, label: str, row: PersonRow, follow: int | None) -> list[Line]:
    latest = sorted(awards.of(session, person=row.id), key=lambda given: -given.year)
    told = [f"{given.title} {given.year}" for given in latest[:_AWARDS_TOLD]]
    rest = ["…"] if len(latest) > _AWARDS_TOLD else []
    to = Follow("person", follow) if follow is not None else None
    texts = (
        f"sinh {row.birth}" if row.birth else "chưa rõ ngày sinh",
        ", ".join(filter(None, (row.post, row.unit))) or "chưa ghi chức vụ, đơn vị",
        ", ".join([*told, *rest]) or "chưa có lượt khen nào",
    )
    return [Line((label if text is texts[0] else "", text), to) for text in texts]
