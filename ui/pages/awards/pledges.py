"""The list of pledges (đăng ký thi đua) of a year, against what was achieved."""

from collections.abc import Mapping
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.pledge import PledgeDraft
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import pledges
from thidua_desktop.records.pledges import PledgeRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import pledges as services
from ui.forms.about_fields import (
    about_columns,
    about_fields,
    about_of,
    about_values,
    new_about,
    recent_years,
    year_field,
)
from ui.forms.filters import award_kinds, unit_names
from ui.forms.record_sections import history_section
from ui.forms.suggestions import suggest_titles
from ui.widgets.fields import DateField, LongTextField, LookupField
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Filter, Loaded, PageSpec
from ui.widgets.record_model import Column
from ui.widgets.record_page import RecordPage
from ui.widgets.spec_parts import day_column, keeping, loading, year_column
from ui.widgets.suggest import Picked, asking

_ACHIEVED = (("yes", "Đã đạt"), ("no", "Chưa đạt"))


class PledgesView(RecordPage[PledgeRow]):
    """Searches and edits pledges."""

    def __init__(self, context: Context) -> None:
        super().__init__(_spec(context), context)
        self.add_button(
            "Xuất mẫu đăng ký…", self.give_out, tip="Tệp Excel để từng đơn vị đăng ký rồi gửi lại"
        )

        self.add_button(
            "Lập hồ sơ…",
            self.propose,
            tip="Hồ sơ đề nghị của những ai cùng đơn vị, cùng năm đã đăng ký danh hiệu của dòng đang chọn",
            main=True,
        )

    def propose(self) -> None:
        """Open a dossier of those who pledged what the chosen one did, all of them in it."""
        chosen = self.list.table.chosen_id
        if chosen is None:
            self.said.emit("Chọn trong danh sách một đăng ký của đơn vị cần lập hồ sơ.")
            return
        from ui.forms.pledged_dossier import open_pledged

        under = self.list.query().filters.get("under")
        open_pledged(
            self.context,
            self,
            chosen,
            int(under) if under else None,
            lambda dossier_id: self.followed.emit(Follow("dossier", dossier_id)),
        )

    def give_out(self) -> None:
        """Ask for which units registration lists are written."""
        from ui.forms.lent_lists import REGISTRATION
        from ui.forms.template_dialog import TemplateDialog

        TemplateDialog(self.context, (), self, lent=REGISTRATION).open()


def _spec(context: Context) -> PageSpec[PledgeRow]:
    return PageSpec(
        code="pledges",
        follows="pledge",
        noun="đăng ký thi đua",
        title="Đăng ký thi đua",
        kinds=frozenset({"pledge", "award", "decision", "person", "unit", "award_kind"}),
        columns=(
            *about_columns(PledgeRow),
            year_column(lambda row: row.year),
            Column("title", "Danh hiệu đăng ký", lambda row: row.title, 210),
            Column("achieved", "Kết quả", _result, 90, tone=lambda row: "good" if row.achieved else ""),
            day_column("pledged_on", "Ngày đăng ký", lambda row: row.pledged_on, 110, shown=False),
            Column("note", "Ghi chú", lambda row: row.note, 200, shown=False),
        ),
        filters=(
            Filter("year", "Năm", recent_years),
            Filter("unit", "Đơn vị", unit_names),
            Filter("award", "Danh hiệu", award_kinds),
            Filter("achieved", "Kết quả", _ACHIEVED),
            Filter("recipient", "Đối tượng", tuple(RECIPIENTS.items())),
        ),
        fields=(
            *about_fields(context.tasks, with_households=True),
            year_field(),
            LookupField("award", "Danh hiệu", suggest=asking(context.tasks, suggest_titles), required=True),
            DateField("pledged_on", "Ngày đăng ký"),
            LongTextField("note", "Ghi chú", lines=2),
        ),
        ids=pledges.ids,
        rows=pledges.rows,
        count_text=_count,
        load=loading(pledges.rows, _loaded),
        save=keeping(services.enter, services.correct, _draft),
        remove=services.withdraw,
        called=lambda values: f"{_whose(values)}: {values['award'].text}",
        row_name=lambda row: f"{row.name}: {row.title}",
        new_values=new_about,
        empty_hint="Chưa có đăng ký thi đua nào. Gửi mẫu cho đơn vị bằng “Xuất mẫu đăng ký…”, nhập bản gửi "
        "lại (Họ tên, Đơn vị, Danh hiệu đăng ký) bằng “Nhập từ Excel, Word…”, hoặc bấm "
        "“+ Đăng ký thi đua mới”.",
        sort="year",
        descending=True,
    )


def _whose(values: Mapping[str, Any]) -> str:
    recipient = values["recipient"]
    return str(values["unit" if recipient == "collective" else recipient].text)


def _result(row: PledgeRow) -> str:
    return "Đã đạt" if row.achieved else ""


def _count(session: Session, query: ListQuery) -> str:
    if query.filters.get("achieved"):
        return f"{number(len(pledges.ids(session, query)))} lượt đăng ký"
    whole, reached = pledges.counts(session, query)
    return f"{number(whole)} lượt đăng ký · {number(reached)} đã đạt"


def _loaded(session: Session, row: PledgeRow) -> Loaded:
    values = {
        **about_values(session, row.about),
        "year": row.year,
        "award": Picked(row.award, row.title),
        "pledged_on": row.pledged_on,
        "note": row.note,
    }
    result = " · đã đạt" if row.achieved else ""
    past = history_section(session, "pledge", row.id)
    return Loaded(row.name, f"{row.title} năm {row.year}{result}", values, [past])


def _draft(values: Mapping[str, Any]) -> PledgeDraft:
    title = values["award"]
    if title.id is None:
        raise Refused(Problem("award", f"Không có “{title.text}” trong danh mục: chọn một dòng gợi ý."))
    return PledgeDraft(about_of(values), values["year"], str(title.id), values["pledged_on"], values["note"])
