"""An office with two decisions, for the tests of the page of awards and its form."""

from datetime import date

from thidua_desktop.domain.campaign import CampaignDraft
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft, Stated
from thidua_desktop.domain.person import HouseholdDraft, PersonDraft, PostDraft
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.services import campaigns, decisions, people, units


def enter(session):
    """Two decisions: 12/QĐ-UBND with three awards of 2019, 45/QĐ-UBND with one of 2020 under a campaign."""
    desk = units.add(session, UnitDraft("Phòng Nội vụ", "office"))
    commune = units.add(session, UnitDraft("Xã Cẩm Giàng", "commune"))
    duc = people.add(
        session,
        PersonDraft("Nông Văn Đức", PartialDate(1984), "male", posts=(PostDraft("Chuyên viên", desk),)),
    )
    home = people.add_household(session, HouseholdDraft("Lý Văn Tài", commune))
    campaign = campaigns.launch(session, CampaignDraft("Chung sức xây dựng nông thôn mới"))
    first = DecisionDraft(
        "12/QĐ-UBND",
        date(2020, 1, 9),
        authority="Chủ tịch UBND huyện Bạch Thông",
        signer="Hà Sỹ Mẫu",
        signer_post="Chủ tịch",
        year=2019,
        stated=Stated(persons=2, collectives=1),
        awards=(
            AwardDraft(
                "DH_CSTD_CS", "person", "Nông Văn Đức", person_id=duc, post="Chuyên viên", unit_id=desk
            ),
            AwardDraft("GK_HUYEN", "household", "Lý Văn Tài", household_id=home, unit_id=commune),
            AwardDraft("DH_TTLDTT", "collective", "Xã Cẩm Giàng", unit_id=commune),
        ),
    )
    second = DecisionDraft(
        "45/QĐ-UBND",
        date(2020, 6, 1),
        type="thematic",
        campaign_id=campaign,
        awards=(AwardDraft("GK_HUYEN", "person", "Nông Văn Đức", person_id=duc, unit_id=desk),),
    )
    ids = [done.id for done in decisions.register_many(session, [first, second])]
    return {"first": ids[0], "second": ids[1], "duc": duc, "home": home, "desk": desk, "commune": commune}
