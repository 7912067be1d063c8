"""The list of initiatives and topics of research."""

from collections.abc import Mapping
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.idea import IDEA_KINDS, IDEA_LEVELS, IDEA_STATES, IdeaDraft
from thidua_desktop.records import catalogue, ideas
from thidua_desktop.records.ideas import IdeaRow
from thidua_desktop.services import ideas as services
from thidua_desktop.services.recipients import today
from ui.forms.about_fields import recent_years, year_field
from ui.forms.record_sections import history_section
from ui.forms.suggestions import suggest_people, suggest_titles
from ui.tasks import Tasks
from ui.widgets.fields import (
    ChoiceField,
    Field,
    Heading,
    LongTextField,
    LookupField,
    NumberField,
    TableField,
    TextField,
)
from ui.widgets.grid_model import GridColumn
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Filter, Line, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import counting, keeping, loading, year_column
from ui.widgets.suggest import Picked, asking

_APPLIED = (("1", "Đã áp dụng"), ("0", "Chưa áp dụng"))
_USED = (("yes", "Đã dùng xét khen thưởng"), ("no", "Chưa dùng"))


class IdeasView(RecordPage[IdeaRow]):
    """Searches and edits initiatives and topics."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(context), context)


def _spec(context: Context) -> PageSpec[IdeaRow]:
    return PageSpec(
        code="ideas",
        follows="idea",
        noun="sáng kiến, đề tài",
        title="Sáng kiến, đề tài",
        kinds=frozenset({"idea", "idea_author", "person", "award_kind"}),
        columns=(
            Column("name", "Tên sáng kiến, đề tài", lambda row: row.name, 300, sort="name"),
            Column("authors", "Tác giả", _authors, 180),
            year_column(lambda row: row.year),
            Column("level", "Cấp công nhận", lambda row: IDEA_LEVELS[row.level], 130, sort="level"),
            Column("kind", "Loại", lambda row: IDEA_KINDS[row.kind], 100, shown=False),
            Column("used", "Đã dùng xét", _used, 200, tone=lambda row: "warn" if row.used_for else ""),
            Column("applied", "Áp dụng", _applied, 100, shown=False),
            Column("document", "Quyết định công nhận", lambda row: row.document, 160, shown=False),
            Column("note", "Ghi chú", lambda row: row.note, 200, shown=False),
        ),
        filters=(
            Filter("year", "Năm", recent_years),
            Filter("level", "Cấp", tuple(IDEA_LEVELS.items())),
            Filter("kind", "Loại", tuple(IDEA_KINDS.items())),
            Filter("used", "Đã dùng", _USED),
        ),
        fields=_fields(context.tasks),
        ids=ideas.ids,
        rows=ideas.rows,
        count_text=counting(ideas.ids, "sáng kiến, đề tài"),
        load=loading(ideas.rows, _loaded),
        save=_save,
        remove=services.remove,
        row_name=lambda row: row.name,
        new_values=lambda: {"kind": "initiative", "level": "co_so", "year": today().year},
        empty_hint="Chưa có sáng kiến nào. Nhập danh sách (Tên sáng kiến, Tác giả, Đơn vị, Cấp công nhận, "
        "Số quyết định) ở trang Khen thưởng, hoặc bấm “+ Sáng kiến, đề tài mới”.",
        sort="year",
        descending=True,
    )


def _fields(tasks: Tasks) -> tuple[Field | Heading, ...]:
    return (
        LongTextField("name", "Tên", lines=2, required=True),
        ChoiceField("kind", "Loại", options=tuple(IDEA_KINDS.items()), empty=None),
        year_field("Năm công nhận"),
        ChoiceField("level", "Cấp công nhận", options=tuple(IDEA_LEVELS.items()), empty=None),
        TableField(
            "authors",
            "Tác giả",
            wide=True,
            lines=2,
            required=True,
            columns=(
                GridColumn("person", "Họ và tên", 300, "lookup", suggest=asking(tasks, suggest_people)),
            ),
        ),
        TextField("document", "Quyết định", placeholder="Số, ngày quyết định công nhận"),
        ChoiceField("applied", "Áp dụng", options=_APPLIED, empty="Chưa rõ"),
        ChoiceField("state", "Nghiệm thu", options=tuple(IDEA_STATES.items()), empty="Không ghi"),
        Heading("Đã dùng xét khen thưởng"),
        LookupField("used_for", "Danh hiệu", suggest=asking(tasks, suggest_titles)),
        NumberField("used_year", "Năm", grouped=False),
        LongTextField("note", "Ghi chú", lines=2),
    )


def _authors(row: IdeaRow) -> str:
    return ", ".join(author.name for author in row.authors)


def _used(row: IdeaRow) -> str:
    return f"{row.used_title} {row.used_year}" if row.used_for else ""


def _applied(row: IdeaRow) -> str:
    return "" if row.applied is None else dict(_APPLIED)[str(int(row.applied))]


def _loaded(session: Session, row: IdeaRow) -> Loaded:
    code = next((code for code, kind in catalogue.by_code(session).items() if kind.id == row.used_for), None)
    values = {
        "name": row.name,
        "kind": row.kind,
        "year": row.year,
        "level": row.level,
        "authors": [{"person": Picked(author.id, author.name)} for author in row.authors],
        "document": row.document,
        "applied": "" if row.applied is None else str(int(row.applied)),
        "state": row.state,
        "used_for": Picked(code, row.used_title),
        "used_year": row.used_year,
        "note": row.note,
    }
    authors = [Line((author.name,), Follow("person", author.id)) for author in row.authors]
    shown = [Section("Tác giả", authors), history_section(session, "idea", row.id)]
    return Loaded(row.name, f"{IDEA_KINDS[row.kind]} · {row.year} · {IDEA_LEVELS[row.level]}", values, shown)


def _draft(session: Session, values: Mapping[str, Any]) -> IdeaDraft:
    """The form as a draft; Refused where an author is nobody of the book."""
    people = [row["person"] for row in values["authors"]]
    unknown = [
        Problem(f"authors.{place}.person", f"Chưa có “{one.text}” trong sổ: chọn một dòng gợi ý.")
        for place, one in enumerate(people)
        if one.id is None
    ]
    if unknown:
        raise Refused(*unknown)
    used = values["used_for"].id
    return IdeaDraft(
        values["name"],
        values["kind"],
        values["year"],
        values["level"],
        tuple(one.id for one in people),
        values["state"],
        None if values["applied"] == "" else values["applied"] == "1",
        values["document"],
        catalogue.by_code(session)[used].id if used else None,
        values["used_year"],
        values["note"],
    )


def _save(session: Session, idea_id: int | None, values: Mapping[str, Any]) -> int:
    keep = keeping(services.enter, services.correct, lambda shown: _draft(session, shown))
    return keep(session, idea_id, values)
