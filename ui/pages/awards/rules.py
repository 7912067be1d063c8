"""The office's own rules, those of its province or agency, and the reading of all rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_desktop.domain.correction import ACTS, PARTS, act_of, is_line, part_of
from thidua_desktop.domain.dates import parse_date, show
from thidua_desktop.domain.law.lines import blank
from thidua_desktop.domain.law.local_rules import replaced_by
from thidua_desktop.domain.law.own_period import PART
from thidua_desktop.domain.law.wording import told
from thidua_desktop.domain.local_rule import LAW_RECIPIENTS, WAYS
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.records import local_rules
from thidua_desktop.records.local_rules import LocalRuleRow
from thidua_desktop.services import local_rules as services
from ui.forms import laws
from ui.forms.correction_form import Begun, CorrectionDialog
from ui.forms.days_off_form import DaysOffDialog
from ui.forms.own_rule_form import OwnRuleDialog, begun_of
from ui.forms.record_sections import history_section
from ui.forms.rule_lines import told_of
from ui.forms.rules_html import checked
from ui.forms.rules_reader import RulesReader
from ui.widgets.fields import DateField, Field, LongTextField, TextField
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Line, Loaded, PageSpec, Section
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import counting, loading

if TYPE_CHECKING:
    from collections.abc import Mapping

    from thidua_desktop.db import Session

_OWN = {law: own for own, law in LAW_RECIPIENTS.items()}
_EDIT = "local-rule-edit"
_LAPSED = (
    "Quy định kèm phần mềm không còn dòng này: sửa đổi này không được áp dụng. Mở “Đọc, sửa quy định…” "
    "xem lại."
)
_LAPSED_PERIOD = (
    "Thời kỳ pháp luật có dòng này không còn: quy định kèm phần mềm đã thay. Dòng này không được áp dụng; "
    "còn hiệu lực thì ghi lại."
)
_TAKEN_OVER = (
    "Mọi dòng của thời kỳ trước được chép sang, ghi “chưa đối chiếu”: mở “Đọc, sửa quy định…” vào một ngày "
    "của thời kỳ này để đối chiếu, sửa từng dòng."
)


class RulesView(RecordPage[LocalRuleRow]):
    """Keeps the office's own rules over the law; all rules are read, corrected and added to in the reader."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(), context)
        self.add_button(
            "Đọc, sửa quy định…",
            self._read,
            tip="Tiêu chuẩn, hồ sơ, thời hạn, tiền thưởng: đọc, sửa, đối chiếu từng dòng",
            main=True,
        )
        self.add_button("Ngày nghỉ…", self._days_off, tip="Ngày lễ, Tết để tính thời hạn theo ngày làm việc")
        self.add_button(
            "Thời kỳ pháp luật mới…",
            self.begin_period,
            tip="Khi có luật, nghị định mới: chép các dòng đang áp dụng sang từ ngày mới để đối chiếu",
        )
        self.new_asked.connect(lambda: OwnRuleDialog(context, self).open())
        self.panel.followed.connect(self._act)

    def edit(self, row: LocalRuleRow) -> None:
        """Ask for everything a rule says."""
        if not is_line(row.entry):
            OwnRuleDialog(self.context, self, row=row).open()
            return
        self.context.tasks.read(
            lambda session: begun_of(session, row),
            lambda begun: CorrectionDialog(self.context, begun, self).open(),
            owner=self,
        )

    def _act(self, follow: Follow) -> None:
        row = self.list.table.record(follow.id) if follow.kind == _EDIT and follow.id is not None else None
        if row is not None:
            self.edit(row)

    def begin_period(self) -> None:
        """Ask for the law that begins and its first day."""
        CorrectionDialog(self.context, Begun(blank(PART, "", "person"), "change"), self).open()

    def _days_off(self) -> None:
        DaysOffDialog(self.context, self).open()

    def _read(self) -> None:
        RulesReader(self.context, self).open()


def _spec() -> PageSpec[LocalRuleRow]:
    return PageSpec(
        code="rules",
        follows="local_rule",
        noun="quy định",
        title="Quy định của tỉnh, cơ quan",
        kinds=frozenset({"local_rule", "award_kind"}),
        columns=(
            Column("award", "Danh hiệu, hình thức", _award, 190),
            Column("recipient", "Đối tượng", _recipient, 90),
            Column("way", "Cách áp dụng", _way, 215),
            Column("cite", "Căn cứ", lambda row: row.cite, 190),
            Column("days", "Hiệu lực", _days, 210),
            Column("note", "Ghi chú", lambda row: row.note, 200, shown=False),
        ),
        fields=_fields(),
        ids=local_rules.ids,
        rows=local_rules.rows,
        count_text=counting(local_rules.ids, "quy định của tỉnh, cơ quan"),
        load=loading(local_rules.rows, _loaded),
        save=_save,
        remove=services.remove,
        called=lambda values: str(values["cite"]),
        row_name=lambda row: row.cite,
        adds=False,
        empty_hint="Chưa có quy định riêng nào: phần mềm xét theo luật, nghị định đã đọc. Bấm “Đọc, sửa quy "
        "định…” để đọc từng dòng, sửa, ghi đã đối chiếu, ghi tỷ lệ phiếu, hệ số, thời hạn; bấm “+ Quy định "
        "mới” để thêm tiêu chuẩn. Mỗi quy định phải ghi căn cứ.",
    )


def _fields() -> tuple[Field, ...]:
    return (
        TextField("cite", "Căn cứ", required=True, placeholder="Quyết định số … Điều …"),
        DateField("valid_from", "Từ ngày"),
        DateField("valid_to", "Đến ngày"),
        LongTextField("note", "Ghi chú", lines=2),
    )


def _award(row: LocalRuleRow) -> str:
    code = row.entry.get("award", "")
    if part_of(row.entry) in ("general", "salary", "rounding", "regime") or row.entry.get(
        "awards", [code]
    ) != [code]:
        return "Nhiều danh hiệu, hình thức"
    return laws.shipped().names.get(code, code)


def _recipient(row: LocalRuleRow) -> str:
    return ", ".join(RECIPIENTS[_OWN[who]] for who in row.entry.get("recipient", "").split("|") if who)


def _way(row: LocalRuleRow) -> str:
    entry = row.entry
    if not is_line(entry):
        return WAYS[entry.get("combine", "and")]
    new = not entry.get("replaces") and act_of(entry) == "change"
    part = PARTS[part_of(entry)]
    return part[:1].upper() + part[1:] if new else f"{ACTS[act_of(entry)]}: {part}"


def _days(row: LocalRuleRow) -> str:
    days = [
        f"{word} {show(parse_date(row.entry[key]))}"
        for word, key in (("từ", "valid_from"), ("đến", "valid_to"))
        if key in row.entry
    ]
    return " ".join(days) or "không ghi"


def _loaded(session: Session, row: LocalRuleRow) -> Loaded:
    days = (row.entry.get(key) for key in ("valid_from", "valid_to"))
    start, end = (parse_date(day) if day else None for day in days)
    values = {"cite": row.cite, "valid_from": start, "valid_to": end, "note": row.note}
    shown = [*_sections(session, row), history_section(session, "local_rule", row.id)]
    return Loaded(_award(row), f"{_way(row)}{checked(row.entry)}", values, shown)


def _sections(session: Session, row: LocalRuleRow) -> list[Section]:
    book = laws.book(session)
    said, law = told_of(session, row)
    own = [told(one, book.names) for one in book.criteria if one.own == row.code][:1]
    now = own or [one.text for one in said]
    if part_of(row.entry) == PART:
        now = [row.entry["law"], _TAKEN_OVER]
    if act_of(row.entry) == "strike":
        now = ["Dòng dưới đây không áp dụng."]
    edit = [("Sửa nội dung…", Follow(_EDIT, row.id))]
    sections = [Section("Đọc là", _lines(now), actions=edit)]
    if (
        row.entry.get("was")
        and part_of(row.entry) == "criteria"
        and not replaced_by(laws.ground(session), row.entry)
    ):
        sections.append(Section("Trước khi sửa", [Line((_LAPSED,), tone="warn")]))
    elif row.entry.get("within") and row.entry["within"] not in {one.code for one in book.regimes}:
        sections.append(Section("Không còn áp dụng", [Line((_LAPSED_PERIOD,), tone="warn")]))
    elif law is not None:
        sections.append(Section("Trước khi sửa", [*_lines([law.text]), Line((law.cite,))]))
    return sections


def _lines(texts: list[str]) -> list[Line]:
    return [Line((line,)) for text in dict.fromkeys(texts) for line in text.split("\n")]


def _save(session: Session, rule_id: int | None, values: Mapping[str, Any]) -> int:
    kept = rule_id or 0  # a new rule is asked for in a form of its own
    days = values["valid_from"], values["valid_to"]
    services.restate(session, laws.shipped(), kept, values["cite"], days, values["note"])
    return kept
