"""Danh mục: titles and forms of commendation, with what they are called and the law they stand on."""

from array import array
from collections.abc import Mapping, Sequence
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.catalogue import CATEGORIES
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.vietnamese import matches, number, text_key
from thidua_desktop.records import catalogue
from thidua_desktop.records.catalogue import AwardKindRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import catalogue as services
from ui.forms.award_kind_fields import FIELDS, STATUSES, draft_of, values_of
from ui.forms.filters import LEVEL_SHORT
from ui.forms.record_sections import history_section
from ui.pages.awards.lines import recipient_word
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Filter, Line, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import loading, one_by_one

_IN_USE, _RETIRED = "Đang dùng", "Ngừng dùng"
_RETIRE, _BRING_BACK = "retire", "bring-back"  # what the buttons under the form ask for


class CatalogueView(RecordPage[AwardKindRow]):
    """The catalogue, editable; a kind given before is retired, never lost."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(), context)
        self.panel.followed.connect(self._act)

    def _act(self, follow: Follow) -> None:
        acts = {_RETIRE: services.retire, _BRING_BACK: services.bring_back}
        kind_id = follow.id
        if follow.kind in acts and kind_id is not None:
            act = acts[follow.kind]
            verb = "Ngừng dùng" if follow.kind == _RETIRE else "Dùng lại"
            name = f"{verb} {self.panel.title}"
            self.context.tasks.write(name, lambda session: act(session, kind_id), owner=self)


def _spec() -> PageSpec[AwardKindRow]:
    return PageSpec(
        code="catalogue",
        follows="award_kind",
        noun="danh hiệu, hình thức",
        title="Danh mục danh hiệu thi đua và hình thức khen thưởng",
        kinds=frozenset({"award_kind", "synonym"}),
        columns=(
            Column("label", "Danh hiệu, hình thức", lambda row: row.label, 215, sort="name"),
            Column("category", "Loại", lambda row: CATEGORIES[row.category], 130, sort="law"),
            Column("recipients", "Đối tượng", _recipients, 120),
            Column("levels", "Cấp tặng", _levels, 120),
            Column("validity", "Hiệu lực", _validity, 110),
            Column("status", "Đối chiếu", lambda row: STATUSES.get(row.status, row.status), 100, tone=_tone),
            Column("state", "Tình trạng", lambda row: _RETIRED if row.retired else _IN_USE, 90),
            Column("law", "Căn cứ pháp lý", lambda row: row.law, 260, shown=False),
            Column("name", "Tên đầy đủ", lambda row: row.name, 260, shown=False),
            Column("words", "Cách gọi khác", lambda row: "; ".join(row.synonyms), 260, shown=False),
        ),
        filters=(
            Filter("category", "Loại", tuple(CATEGORIES.items())),
            Filter("recipient", "Đối tượng", tuple(RECIPIENTS.items())),
            Filter("level", "Cấp", tuple(LEVEL_SHORT.items())),
            Filter("status", "Đối chiếu", tuple(STATUSES.items())),
            Filter("retired", "Tình trạng", (("0", _IN_USE), ("1", _RETIRED))),
        ),
        fields=FIELDS,
        ids=_ids,
        rows=_rows,
        count_text=_count,
        load=loading(_rows, _loaded),
        save=_save,
        remove=one_by_one(services.remove),
        new_values=lambda: {
            "category": "form",
            "recipients": ("person", "collective"),
            "status": "unverified",
        },
        row_name=lambda row: row.label,
        sort="law",
        empty_hint="Danh mục trống. Bấm “+ Danh hiệu, hình thức mới”.",
    )


def _matching(session: Session, query: ListQuery) -> list[AwardKindRow]:
    chosen = query.filters
    rows = [
        row
        for row in catalogue.list_(session)
        if chosen.get("category", row.category) == row.category
        and chosen.get("status", row.status) == row.status
        and ("recipient" not in chosen or chosen["recipient"] in row.recipients)
        and ("level" not in chosen or chosen["level"] in row.levels)
        and ("retired" not in chosen or (str(chosen["retired"]) == "1") == row.retired)
        and any(matches(query.search, words) for words in (row.name, row.short, *row.synonyms, row.code))
    ]
    if query.sort == "name":
        rows.sort(key=lambda row: text_key(row.label), reverse=query.descending)
    elif query.descending:
        rows.reverse()
    return rows


def _ids(session: Session, query: ListQuery) -> "array[int]":
    return array("q", [row.id for row in _matching(session, query)])


def _rows(session: Session, ids: Sequence[int]) -> list[AwardKindRow]:
    wanted = set(ids)
    return [row for row in catalogue.list_(session) if row.id in wanted]


def _count(session: Session, query: ListQuery) -> str:
    rows = _matching(session, query)
    titles = sum(row.category == "title" for row in rows)
    unseen = sum(row.status != "seen" for row in rows)
    forms = number(len(rows) - titles)
    return f"{number(titles)} danh hiệu · {forms} hình thức · {number(unseen)} chưa đối chiếu"


def _loaded(session: Session, row: AwardKindRow) -> Loaded:
    state = f" · {_RETIRED.lower()}" if row.retired else ""
    return Loaded(row.label, f"{CATEGORIES[row.category]}{state}", values_of(row), _sections(session, row))


def _sections(session: Session, row: AwardKindRow) -> list[Section]:
    unseen = Line(("Chưa đối chiếu với văn bản gốc: xem lại trước khi dùng làm căn cứ.",), tone="warn")
    given = Follow("award", filters={"award": row.id}, note=f"Các lượt {row.label}")
    state = (
        "Ngừng dùng: không còn gợi ý khi nhập, lượt đã khen giữ nguyên."
        if row.retired
        else "Đang dùng khi nhập."
    )
    turn = (
        ("Dùng lại", Follow(_BRING_BACK, row.id)) if row.retired else ("Ngừng dùng", Follow(_RETIRE, row.id))
    )
    return [
        *([] if row.status == "seen" else [Section("Đối chiếu", [unseen])]),
        Section("Tình trạng", empty=state, actions=(turn, ("Xem các lượt đã khen", given))),
        history_section(session, "award_kind", row.id),
    ]


def _save(session: Session, kind_id: int | None, values: Mapping[str, Any]) -> int:
    if kind_id is None:
        return services.add(session, draft_of(values, catalogue.free_code(session, values["name"])))
    [row] = _rows(session, [kind_id])
    services.change(session, kind_id, draft_of(values, row.code, row.group))
    return kind_id


def _recipients(row: AwardKindRow) -> str:
    return ", ".join(map(recipient_word, row.recipients)).capitalize()


def _levels(row: AwardKindRow) -> str:
    return ", ".join(LEVEL_SHORT[code] for code in row.levels)


def _validity(row: AwardKindRow) -> str:
    if row.valid_from and row.valid_to:
        return f"{show(row.valid_from)} – {show(row.valid_to)}"
    if row.valid_from:
        return f"từ {show(row.valid_from)}"
    return f"đến {show(row.valid_to)}" if row.valid_to else ""


def _tone(row: AwardKindRow) -> str:
    return "" if row.status == "seen" else "warn"
