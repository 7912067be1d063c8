"""The list of what the office states itself: kinds of recipients, members, figures, confirmations."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.attested import AttestedDraft, read_day
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.law.asked import DAY, FIGURE, SHARE, YES_NO, Asked, Statement, kept
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.vietnamese import matches, number
from thidua_desktop.records import attested
from thidua_desktop.records.attested import AttestedRow
from thidua_desktop.services import attesting as services
from ui.forms import laws
from ui.forms.about_fields import about_columns, about_fields, about_of, about_values, new_about, recent_years
from ui.forms.filters import unit_names
from ui.forms.record_sections import history_section
from ui.widgets.fields import ChoiceField, DateField, Field, LookupField, NumberField, TextField
from ui.widgets.page import Context
from ui.widgets.page_spec import Filter, Loaded, PageSpec
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import counting, loading
from ui.widgets.suggest import Picked, Suggestion, asking

_ANSWERS = (("yes", "Có"), ("no", "Không"))
_MOST = 14


class AttestedView(RecordPage[AttestedRow]):
    """Searches and edits what the office states of people, collectives and households."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(context), context)


def _spec(context: Context) -> PageSpec[AttestedRow]:
    words = Words()
    return PageSpec(
        code="attested",
        follows="attested",
        noun="xác nhận",
        title="Số liệu và điều cơ quan xác nhận",
        kinds=frozenset({"attested", "person", "unit", "household", "local_rule"}),
        columns=(
            *about_columns(AttestedRow),
            Column("year", "Năm", lambda row: str(row.year or "mọi năm"), 74, "right", sort="year"),
            Column("key", "Điều xác nhận", words.of, 300, sort="key"),
            Column("value", "Nội dung", words.value, 110),
            Column("document", "Căn cứ", lambda row: row.document, 160),
        ),
        filters=(
            Filter("year", "Năm", recent_years),
            Filter("unit", "Đơn vị", unit_names),
            Filter("recipient", "Đối tượng", tuple(RECIPIENTS.items())),
        ),
        fields=_fields(context),
        ids=attested.ids,
        rows=words.reading(attested.rows),
        count_text=counting(attested.ids, "điều xác nhận"),
        load=loading(attested.rows, _loaded),
        save=_save,
        remove=services.remove,
        called=lambda values: values["person"].text or values["household"].text or values["unit"].text,
        row_name=lambda row: row.name,
        new_values=new_about,
        empty_hint="Chưa có xác nhận nào. Những gì các danh sách khác không có – đối tượng, số thành viên "
        "của tập thể, đóng góp, số điểm – ghi ở đây, hoặc bấm “Xác nhận…” khi thẩm định hồ sơ. Số thành viên "
        "nhập được bằng danh sách (Đơn vị, Năm, Số CBCCVC) ở trang Khen thưởng.",
        sort="year",
        descending=True,
    )


def _fields(context: Context) -> tuple[Field, ...]:
    return (
        *about_fields(context.tasks, with_households=True),
        NumberField("year", "Năm", grouped=False, tip="Để trống khi đúng cho mọi năm"),
        LookupField(
            "what",
            "Điều xác nhận",
            suggest=asking(context.tasks, _suggest),
            required=True,
            tip="Gõ vài chữ: đối tượng, số thành viên, điểm, đóng góp …; bấm ↓ để chọn",
        ),
        ChoiceField("answer", "Trả lời", options=_ANSWERS, empty="", tip="Với điều hỏi có hay không"),
        NumberField("figure", "Con số", decimals=True, tip="Số người, số năm, điểm, đồng; tỷ lệ ghi theo %"),
        DateField("day", "Ngày", tip="Với điều hỏi ngày, như ngày họp bình xét"),
        TextField("document", "Căn cứ", placeholder="Văn bản, biên bản, xác nhận"),
    )


class Words:
    """The words of statements for the columns of the list, read with its rows."""

    def __init__(self) -> None:
        self._known: Mapping[str, Statement] = {}

    def reading(
        self, rows: Callable[[Session, Sequence[int]], list[AttestedRow]]
    ) -> Callable[[Session, Sequence[int]], list[AttestedRow]]:
        """Return what reads rows, the words of the law of the day with them."""

        def read(session: Session, ids: Sequence[int]) -> list[AttestedRow]:
            self._known = laws.statements(session)
            return rows(session, ids)

        return read

    def of(self, row: AttestedRow) -> str:
        """What is stated."""
        found = statement_of(row, self._known)
        return found.words if found else row.key

    def value(self, row: AttestedRow) -> str:
        """What is said of it."""
        found = statement_of(row, self._known)
        return shown(found, row.value)


def statement_of(row: AttestedRow, known: Mapping[str, Statement]) -> Statement | None:
    """Return what a row states; kinds have one statement for each."""
    return known.get(row.key) or known.get(f"{row.key}:{row.value}")


def shown(statement: Statement | None, value: str) -> str:
    """Return an answer as a list shows it; what choosing a statement says is not said twice."""
    if statement is None:
        return value
    if statement.form == FIGURE and value.isdecimal():
        return number(int(value))
    return "" if statement.value else statement.shown(value)


def _suggest(session: Session, typed: str) -> list[Suggestion]:
    found = [one for one in laws.statements(session).values() if matches(typed, one.words)]
    return [Suggestion(one.code, one.words) for one in found[:_MOST]]


def _loaded(session: Session, row: AttestedRow) -> Loaded:
    known = statement_of(row, laws.statements(session))
    figure = known is not None and known.form in {FIGURE, SHARE}
    share = 100 if known is not None and known.form == SHARE else 1
    values = {
        **about_values(session, row.about),
        "year": row.year,
        "what": Picked(known.code, known.words) if known else Picked(None, row.key),
        "answer": row.value if known and known.form == YES_NO else "",
        "figure": float(row.value) * share if figure else None,
        "day": read_day(row.value) if known and known.form == DAY else None,
        "document": row.document,
    }
    subtitle = f"Năm {row.year}" if row.year else "Mọi năm"
    return Loaded(row.name, subtitle, values, [history_section(session, "attested", row.id)])


def _save(session: Session, row_id: int | None, values: Mapping[str, Any]) -> int:
    draft = _draft(values, laws.statements(session))
    if row_id is None:
        return services.enter(session, draft)
    services.correct(session, row_id, draft)
    return row_id


def _draft(values: Mapping[str, Any], known: Mapping[str, Statement]) -> AttestedDraft:
    chosen = known.get(str(values["what"].id or ""))
    if chosen is None:
        raise Refused(Problem("what", "Chọn điều xác nhận trong danh sách gợi ý."))
    value = chosen.value
    if chosen.form == YES_NO:
        value = values["answer"]
        if not value:
            raise Refused(Problem("answer", "Điều này trả lời Có hoặc Không."))
    elif not value:
        field = "day" if chosen.form == DAY else "figure"
        if values[field] is None:
            said = "Điều này cần một ngày." if field == "day" else "Điều này cần một con số."
            raise Refused(Problem(field, said))
        value = kept(Asked((chosen.key,), chosen.form), values[field])[chosen.key]
    return AttestedDraft(about_of(values), chosen.key, value, values["year"], values["document"])
