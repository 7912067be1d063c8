"""A small invented district: two communes, a school below one of them, three years of awards, a conference."""

from datetime import date

from thidua_desktop.domain.campaign import CampaignDraft
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft
from thidua_desktop.domain.event import EventDraft
from thidua_desktop.domain.period import Period
from thidua_desktop.domain.total import TotalDraft
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.records import settings
from thidua_desktop.reports import period
from thidua_desktop.services import campaigns, decisions, totals, units

OFFICE = {
    "office": "UBND huyện Suối Trong",
    "office_parent": "UBND tỉnh Núi Xanh",
    "desk": "Phòng Nội vụ",
    "place": "Suối Trong",
}
YEARS = Period(date(2018, 1, 1), date(2020, 12, 31))


def do(office, act, *args, name="Làm thử", **options):
    """Do one thing in a transaction of its own."""
    with office.write(name) as session:
        return act(session, *args, **options)


def person(name, unit_id=None, award="DH_LDTT", **more):
    return AwardDraft(award, "person", name, unit_id=unit_id, **more)


def collective(unit_id, award="DH_TTLDTT", **more):
    return AwardDraft(award, "collective", unit_id=unit_id, **more)


def household(name, unit_id=None, award="GK_HUYEN", **more):
    return AwardDraft(award, "household", name, unit_id=unit_id, **more)


def register(office, number, day, *lines, **more):
    return do(office, decisions.register, DecisionDraft(number, day, awards=lines, **more))


def inherit(office, times, awards, recipient="person", level="district", **more):
    start, end = more.pop("start", date(2018, 1, 1)), more.pop("end", date(2019, 12, 31))
    draft = TotalDraft(
        times, tuple(awards.split("+")), recipient, level, start, end, "Báo cáo số 12/BC-UBND", **more
    )
    return do(office, totals.enter, draft)


def make(office):
    """Fill the office; gives the ids tests ask about."""
    do(office, settings.change, OFFICE)
    root = do(office, units.add, UnitDraft("Huyện Suối Trong", "district"))
    ids = {"root": root}
    ids["cao"] = do(office, units.add, UnitDraft("Xã Đồng Cao", "commune", root))
    ids["thap"] = do(office, units.add, UnitDraft("Xã Đồng Thấp", "commune", root))
    ids["school"] = do(office, units.add, UnitDraft("Trường Tiểu học Đồng Cao", "school", ids["cao"]))
    ids["forces"] = do(office, units.add, UnitDraft("Ban Chỉ huy Quân sự huyện", "force", root))
    long = CampaignDraft(
        "Thi đua quyết thắng giai đoạn 2012 – 2019", starts=PartialDate(2012), ends=PartialDate(2019)
    )
    ids["campaign"] = do(office, campaigns.launch, long)
    meeting = EventDraft("Hội nghị biểu dương điển hình tiên tiến năm 2020", PartialDate(2020, 7, 23))
    ids["event"] = do(office, campaigns.hold_event, meeting)
    _decide(office, ids)
    return ids


def _decide(office, ids):
    school, forces, cao, thap = ids["school"], ids["forces"], ids["cao"], ids["thap"]
    an, binh, chi = (
        person("Lò Văn An", school),
        person("Bế Thị Bình", school),
        person("Ma Văn Chí", forces, "DH_CSTT"),
    )
    register(office, "10/QĐ-UBND", date(2018, 1, 20), an, binh, year=2017)
    register(office, "11/QĐ-UBND", date(2019, 1, 18), an, binh, chi, year=2018)
    register(
        office,
        "12/QĐ-UBND",
        date(2020, 1, 9),
        an,
        chi,
        person("Ma Văn Chí", forces),
        collective(school),
        year=2019,
    )
    register(office, "13/QĐ-UBND", date(2020, 2, 3), person("Lò Văn An", school, "DH_CSTD_CS"), year=2019)
    register(
        office, "20/QĐ-UBND", date(2019, 5, 5),
        person("Ma Văn Chí", forces, "GK_HUYEN"), collective(cao, "GK_HUYEN"), collective(thap, "GK_HUYEN"),
        household("Hộ ông Nông Văn Dần", thap), person("Sầm Thị Én", None, "GK_HUYEN"),
        year=2018, type="thematic", campaign_id=ids["campaign"],
    )  # fmt: skip
    register(
        office,
        "301/QĐ-UBND",
        date(2019, 3, 3),
        collective(cao, "DH_CO_TINH"),
        collective(cao, "BK_TINH"),
        year=2018,
        level="province",
    )
    register(
        office,
        "5/QĐ-CTN",
        date(2018, 9, 2),
        person("Dương Văn Giàu", cao, "HCH_KHANG_CHIEN_2"),
        year=2017,
        level="president",
        type="resistance",
    )
    register(
        office, "44/QĐ-UBND", date(2020, 7, 20),
        person("Lò Văn An", school, "GK_HUYEN"), collective(thap, "GK_HUYEN"), collective(school, "GK_HUYEN"),
        year=2020, type="thematic", event_id=ids["event"],
    )  # fmt: skip


def report(office, **options):
    """The period report of the three years, or as asked."""
    asked = period.Options(options.pop("period", YEARS), **options)
    with office.read() as session:
        return period.build(session, asked)


def said(office, **options):
    """The sentence of the same report."""
    asked = period.Options(options.pop("period", YEARS), **options)
    with office.read() as session:
        return period.sentence(period.build(session, asked), asked, settings.all_(session))


def figures(rows):
    """Rows as level, award, recipient → times, distinct, decisions, inherited."""
    return {
        (row.heading.level, row.heading.award, row.heading.recipient): (
            row.counted.times, row.counted.distinct, row.counted.decisions, row.counted.inherited,
        )
        for row in rows
    }  # fmt: skip
