"""One draft of each thing an office keeps, every field filled."""

from datetime import date

from tests.records.offices import line, paper
from thidua_desktop.domain.about import About
from thidua_desktop.domain.campaign import CampaignDraft, Milestone, RoleModel
from thidua_desktop.domain.catalogue import AwardKindDraft
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.decision import Stated
from thidua_desktop.domain.discipline import DisciplineDraft
from thidua_desktop.domain.event import Delegate, EventDraft, Speech
from thidua_desktop.domain.idea import IdeaDraft
from thidua_desktop.domain.person import HouseholdDraft, PersonDraft, PostDraft
from thidua_desktop.domain.pledge import PledgeDraft
from thidua_desktop.domain.rating import RatingDraft
from thidua_desktop.domain.total import TotalDraft
from thidua_desktop.domain.unit import SuccessionDraft, UnitDraft
from thidua_desktop.domain.work_year import WorkYearDraft
from thidua_desktop.records.papers import Paper

DAY = date(2019, 12, 20)
POST = PostDraft("Chủ tịch", 1, "", PartialDate(2015, 6), PartialDate(2020))
PERSON = PersonDraft(
    "Nguyễn Văn Đức", PartialDate(1983), "male", "Ghi chú", (POST,), "012345678901", "Tày", True
)
HOME = HouseholdDraft("Lý A Sinh", 1, "Thôn Một", "Hộ nghèo")
CAMPAIGN = CampaignDraft(
    "Phong trào Một",
    starts=PartialDate(2018),
    document="Kế hoạch số 5",
    contents=("Một", "Hai"),
    unit_ids=(1, 2),
    milestones=(Milestone("launch", PartialDate(2018), "Tại xã"),),
    role_models=(RoleModel(person_id=1, citation="Gương tốt"),),
    note="Ghi chú",
)
EVENT = EventDraft(
    "Hội nghị",
    PartialDate(2020, 7, 23),
    "Huyện ủy",
    "Hội trường",
    (Delegate("Hà Văn Nam", ("Bí thư", "Chủ tịch")),),
    (Speech("Hà Văn Nam", "Phát biểu"),),
    1,
    "Ghi chú",
)
TOTAL = TotalDraft(5, ("DH_LDTT", "DH_CSTT"), "person", "district", DAY, DAY, "Báo cáo số 5", note="Ghi chú")
KIND = AwardKindDraft(
    "KNC_HUYEN",
    "Kỷ niệm chương",
    "form",
    ("person",),
    ("district",),
    "KNC",
    law="Luật",
    synonyms=("Huy hiệu Bạch Thông",),
)
PAPER = paper(
    "1/QĐ-UBND",
    DAY,
    line(
        "Nguyễn Văn Đức", unit_written="Xã Một", post="Chủ tịch", citation="Thành tích", title_written="LĐTT"
    ),
    line("Hoàng Thị Hoà", unit_written="Xã Mới"),
    line("Trường Mới", "GK_HUYEN", recipient="collective"),
    line("Lý A Sinh", "GK_HUYEN", recipient="household", unit_written="Xã Một"),
    authority="UBND huyện",
    signer="Hà Văn Nam",
    signer_post="Chủ tịch",
    stated=Stated(2, 1, 1, 4),
    note="Ghi chú",
)
SCAN = Paper(0, "scan", "Bản quét.pdf", "ab/cd.pdf", "ab" * 32, 7)
MERGER = SuccessionDraft(
    "merged", date(2025, 7, 1), (1, 2), (), (UnitDraft("Xã Gộp", "commune"),), "Nghị quyết số 5"
)
RENAMING = SuccessionDraft("renamed", DAY, (1,), (), (UnitDraft("Xã Đổi", "commune"),))

ABOUT = About("person", 1)
RATING = RatingDraft(ABOUT, 2023, "HTXS", "QĐ số 5", "Ghi chú")
IDEA = IdeaDraft(
    "Sáng kiến Một", "initiative", 2023, "co_so", (1, 2), "", True, "QĐ số 7", 1, 2023, "Ghi chú"
)
DISCIPLINE = DisciplineDraft(ABOUT, "canh_cao", DAY, date(2020, 12, 20), "QĐ số 9", "Ghi chú")
WORK = WorkYearDraft(1, 2023, 12, 3, "Lớp chính trị", "Ghi chú")
PLEDGE = PledgeDraft(ABOUT, 2023, "DH_CSTD_CS", DAY, "Ghi chú")
