"""The office's own rules, those of its province or agency, and the reading of all rules."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import parse_date, show
from thidua_desktop.domain.law.wording import told
from thidua_desktop.domain.local_rule import (
    CONDITIONS,
    LAW_RECIPIENTS,
    WAYS,
    ConditionDraft,
    LocalRuleDraft,
    draft_of,
)
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.records import catalogue, local_rules
from thidua_desktop.records.local_rules import LocalRuleRow
from thidua_desktop.services import local_rules as services
from ui.forms import laws
from ui.forms.days_off_form import DaysOffDialog
from ui.forms.record_sections import history_section
from ui.forms.rules_reader import RulesReader
from ui.forms.suggestions import suggest_titles
from ui.tasks import Tasks
from ui.widgets.fields import (
    ChoiceField,
    DateField,
    Field,
    LongTextField,
    LookupField,
    TableField,
    TextField,
)
from ui.widgets.grid_model import GridColumn
from ui.widgets.page import Context
from ui.widgets.page_spec import Line, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import counting, loading
from ui.widgets.suggest import Picked, asking

_ANY = (("all", "Phải đủ các điều kiện"), ("any", "Một trong các điều kiện"))
_OWN = {law: own for own, law in LAW_RECIPIENTS.items()}


class RulesView(RecordPage[LocalRuleRow]):
    """Keeps the office's own rules over the law; all rules are read here."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(context), context)
        self.add_button(
            "Đọc quy định…",
            self._read,
            tip="Tiêu chuẩn, hồ sơ, thời hạn, tiền thưởng",
            main=True,
        )

        self.add_button("Ngày nghỉ…", self._days_off, tip="Ngày lễ, Tết để tính thời hạn theo ngày làm việc")

    def _days_off(self) -> None:
        DaysOffDialog(self.context, self).open()

    def _read(self) -> None:
        RulesReader(self.context, self).open()


def _spec(context: Context) -> PageSpec[LocalRuleRow]:
    return PageSpec(
        code="rules",
        follows="local_rule",
        noun="quy định",
        title="Quy định của tỉnh, cơ quan",
        kinds=frozenset({"local_rule", "award_kind"}),
        columns=(
            Column("award", "Danh hiệu, hình thức", _award, 230),
            Column("recipient", "Đối tượng", _recipient, 90),
            Column("way", "Cách áp dụng", lambda row: WAYS[row.entry.get("combine", "and")], 165),
            Column("cite", "Căn cứ", lambda row: row.cite, 220),
            Column("days", "Hiệu lực", _days, 160),
            Column("note", "Ghi chú", lambda row: row.note, 200, shown=False),
        ),
        fields=_fields(context.tasks),
        ids=local_rules.ids,
        rows=local_rules.rows,
        count_text=counting(local_rules.ids, "quy định của tỉnh, cơ quan"),
        load=loading(local_rules.rows, _loaded),
        save=_save,
        remove=services.remove,
        called=lambda values: str(values["cite"]),
        row_name=lambda row: row.cite,
        new_values=lambda: {"recipient": "person", "way": "and", "any": "all"},
        empty_hint="Chưa có quy định riêng nào: phần mềm xét theo luật, nghị định đã đọc, xem ở “Đọc quy "
        "định…”. Tỉnh, cơ quan có quy định thêm thì bấm “+ Quy định mới” và ghi căn cứ.",
    )


def _fields(tasks: Tasks) -> tuple[Field, ...]:
    conditions = TableField(
        "conditions",
        "Các điều kiện",
        wide=True,
        lines=4,
        required=True,
        columns=(
            GridColumn("kind", "Điều kiện", 190, "choice", options=tuple(CONDITIONS.items())),
            GridColumn("number", "Số", 50),
            GridColumn("award", "Danh hiệu", 130, "lookup", suggest=asking(tasks, suggest_titles)),
            GridColumn("text", "Mức, cấp, nội dung", 190),
        ),
    )
    return (
        LookupField("award", "Danh hiệu", suggest=asking(tasks, suggest_titles), required=True),
        ChoiceField("recipient", "Đối tượng", options=tuple(RECIPIENTS.items()), empty=None),
        ChoiceField("way", "Áp dụng", options=tuple(WAYS.items()), empty=None),
        TextField("cite", "Căn cứ", required=True, placeholder="Quyết định số … Điều …"),
        DateField("valid_from", "Từ ngày"),
        DateField("valid_to", "Đến ngày"),
        ChoiceField("any", "Xét", options=_ANY, empty=None),
        conditions,
        LongTextField("note", "Ghi chú", lines=2),
    )


def _award(row: LocalRuleRow) -> str:
    return laws.shipped().names.get(row.entry["award"], row.entry["award"])


def _recipient(row: LocalRuleRow) -> str:
    return RECIPIENTS[_OWN[row.entry["recipient"]]]


def _days(row: LocalRuleRow) -> str:
    days = [
        f"{word} {show(parse_date(row.entry[key]))}"
        for word, key in (("từ", "valid_from"), ("đến", "valid_to"))
        if key in row.entry
    ]
    return " ".join(days) or "không ghi"


def _loaded(session: Session, row: LocalRuleRow) -> Loaded:
    draft = draft_of(row.entry, row.note)
    labels = {code: kind.label for code, kind in catalogue.by_code(session).items()}
    values = {
        "award": Picked(draft.award, labels.get(draft.award, draft.award)),
        "recipient": draft.recipient,
        "way": draft.way,
        "cite": draft.cite,
        "valid_from": draft.valid_from,
        "valid_to": draft.valid_to,
        "any": "any" if draft.any_of else "all",
        "conditions": [
            {
                "kind": one.kind,
                "number": "" if one.number is None else str(one.number),
                "award": Picked(one.award or None, labels.get(one.award, one.award)),
                "text": one.text,
            }
            for one in draft.conditions
        ],
        "note": row.note,
    }
    book = laws.book(session)
    own = [one for one in book.criteria if one.origin == "local" and _is_of(one.code, row.code)]
    lines = [Line((line,)) for one in own[:1] for line in told(one, book.names).split("\n")]
    shown = [Section("Đọc là", lines), history_section(session, "local_rule", row.id)]
    return Loaded(labels.get(draft.award, draft.award), row.cite, values, shown)


def _is_of(code: str, rule: str) -> bool:
    """Whether a criterion came of a rule: one of several regimes bears the regime behind the rule's code."""
    return code == rule or code.startswith(f"{rule}.")


def _save(session: Session, rule_id: int | None, values: Mapping[str, Any]) -> int:
    draft = _draft(values)
    if rule_id is None:
        return services.add(session, laws.shipped(), draft)
    services.correct(session, laws.shipped(), rule_id, draft)
    return rule_id


def _draft(values: Mapping[str, Any]) -> LocalRuleDraft:
    conditions = tuple(
        ConditionDraft(
            row["kind"],
            int(row["number"]) if str(row["number"]).isdecimal() else None,
            str(row["award"].id or ""),
            row["text"],
        )
        for row in values["conditions"]
    )
    return LocalRuleDraft(
        str(values["award"].id or ""),
        values["recipient"],
        values["cite"],
        conditions,
        values["way"],
        values["any"] == "any",
        values["valid_from"],
        values["valid_to"],
        values["note"],
    )
