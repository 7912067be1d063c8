"""An office with something of everything, made by chance from one seed, and read back by plain SQL."""

import random
from dataclasses import dataclass
from datetime import date, timedelta

from tests.records.offices import do, line, paper, sql, unit
from thidua_desktop.domain.campaign import CampaignDraft
from thidua_desktop.domain.event import EventDraft
from thidua_desktop.records import award_filters
from thidua_desktop.services import campaigns, decisions, handing

NAMES = ("Nguyễn Văn Đức", "Nguyễn Văn Dức", "Hoàng Thị Hoà", "Lý A Sinh", "Y Blim Niê", "K'Brêu", "Đặng Hòa")
PLACES = ("Xã Cao Sơn", "Xã Sĩ Bình", "Trường Tiểu học Cao Sơn", "Phòng Nội vụ")
KINDS = {
    "person": ("DH_LDTT", "DH_CSTD_CS", "GK_HUYEN"),
    "collective": ("DH_TTLDTT", "GK_HUYEN"),
    "household": ("GK_HUYEN", "BK_TINH"),
}
LEVELS = ("district", "province", "commune")
TYPES = ("merit", "thematic", "sudden")
SAID = (
    "SELECT a.id, a.year, a.unit_id, a.kind_id, a.recipient, a.person_id, a.household_id, a.decision_id, "
    "a.revoked_by, d.decided_on, d.level, d.campaign_id, d.type, d.event_id, k.code, "
    "coalesce(p.search, h.search, u.search) || ' ' || u.search, d.number_key, "
    "CASE WHEN t.id IS NULL THEN 'no' ELSE 'yes' END, CASE WHEN m.id IS NULL THEN 'no' ELSE 'yes' END "
    "FROM award a JOIN decision d ON d.id = a.decision_id JOIN award_kind k ON k.id = a.kind_id "
    "LEFT JOIN person p ON p.id = a.person_id LEFT JOIN household h ON h.id = a.household_id "
    "LEFT JOIN unit u ON u.id = a.unit_id LEFT JOIN handover t ON t.award_id = a.id "
    "LEFT JOIN payment m ON m.award_id = a.id"
)


@dataclass(frozen=True)
class Award:
    """One award as plain SQL reads it."""

    id: int
    year: int
    unit: int
    award: int
    recipient: str
    person: int | None
    household: int | None
    decision: int
    revoked: int | None
    decided: str
    level: str
    campaign: int | None
    type: str
    event: int | None
    code: str
    search: str
    number: str
    handed: str
    paid: str

    @property
    def who(self):
        return self.recipient, self.person or self.household or self.unit


def fill(office):
    """Put 40 decisions of 1 to 6 lines into an office."""
    chance = random.Random(7)
    top = unit(office, "Huyện Bạch Thông", "district")
    communes = [unit(office, name, parent_id=top) for name in PLACES[:2]]
    unit(office, PLACES[2], "school", parent_id=communes[0])
    unit(office, PLACES[3], "office", parent_id=top)
    for name in ("Phong trào Một", "Phong trào Hai"):
        do(office, campaigns.launch, CampaignDraft(name))
    do(office, campaigns.hold_event, EventDraft("Hội nghị"))
    for number in range(1, 41):
        day = date(2015, 1, 1) + timedelta(days=chance.randrange(1800))
        lines = [_line(chance) for _ in range(chance.randint(1, 6))]
        head = {
            "level": chance.choice(LEVELS),
            "type": chance.choice(TYPES),
            "campaign_id": chance.choice((None, 1, 2)),
            "event_id": chance.choice((None, None, 1)),
            "year": day.year - chance.randint(0, 1),
        }
        do(office, decisions.register, paper(f"{number}/QĐ-UBND", day, *lines, **head))
    by = do(office, decisions.register, paper("99/QĐ-UBND", date(2020, 6, 1)))
    do(office, handing.hand_over, [2, 3, 5, 8, 13, 21, 34], date(2020, 7, 1))
    do(office, handing.hand_over, [4, 5, 6], date(2020, 7, 2), event_id=1)
    do(office, handing.pay, dict.fromkeys((3, 6, 9, 12, 15, 22), 500_000), date(2020, 7, 1))
    do(office, handing.pay, dict.fromkeys((2, 4, 8), 300_000), None)
    do(office, decisions.revoke, [1, 8, 15, 22], by)
    do(office, handing.give_back, [22], date(2020, 9, 1))


def _line(chance):
    recipient = chance.choice(("person", "person", "collective", "household"))
    place = chance.choice(PLACES)
    name = place if recipient == "collective" else chance.choice(NAMES)
    return line(name, chance.choice(KINDS[recipient]), recipient=recipient, unit_written=place)


def awards_of(office):
    """Every award as plain SQL reads it."""
    return [Award(*row) for row in sql(office, SAID)]


def below(office, unit_id):
    """A unit and all below it, in plain Python."""
    parents = dict(sql(office, "SELECT id, parent_id FROM unit"))
    found = {unit_id}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def paid_as(office, part, year):
    """The awards a figure of a year's fund is made of, in plain SQL."""
    which = {
        "owed": "paid_on IS NULL AND revoked_by IS NULL AND substr(decided_on, 1, 4) = ?",
        "spent": "substr(paid_on, 1, 4) = ?",
        "returned": "substr(returned_on, 1, 4) = ?",
        "recover": "substr(paid_on, 1, 4) = ? AND returned_on IS NULL AND revoked_by IS NOT NULL",
    }[part]
    money = "payment p JOIN award a ON a.id = p.award_id JOIN decision d ON d.id = a.decision_id"
    return {row[0] for row in sql(office, f"SELECT a.id FROM {money} WHERE {which}", year)}


def kept_by(office, filters):
    """What each filter says, in plain Python: which awards stay."""
    tests = {
        "unit": lambda a, v: a.unit == v,
        "under": lambda a, v: a.unit in below(office, v),
        "year": lambda a, v: a.year == v,
        "year_from": lambda a, v: a.year >= v,
        "year_to": lambda a, v: a.year <= v,
        "award": lambda a, v: a.award == v,
        "awards": lambda a, v: a.code in v.split("+"),
        "recipient": lambda a, v: a.recipient == v,
        "decision": lambda a, v: a.decision == v,
        "person": lambda a, v: a.person == v,
        "household": lambda a, v: a.household == v,
        "decided_from": lambda a, v: a.decided >= v,
        "decided_to": lambda a, v: a.decided <= v,
        "level": lambda a, v: a.level == v,
        "campaign": lambda a, v: a.campaign == v,
        "type": lambda a, v: a.type == v,
        "event": lambda a, v: a.event == v,
        "handed": lambda a, v: a.handed == v,
        "paid": lambda a, v: a.paid == v,
        "handed_at": lambda a, v: (
            a.id in {row[0] for row in sql(office, "SELECT award_id FROM handover WHERE event_id = ?", v)}
        ),
        "money": lambda a, v: a.id in paid_as(office, *v.split()),
        "gathered": lambda a, v: (a.event is None) == (v == "apart"),
    }
    assert set(tests) == set(award_filters._OF_AWARD) | set(award_filters._OF_DECISION)
    return [
        a
        for a in awards_of(office)
        if (filters.get("revoked") == "1" or a.revoked is None)
        and all(
            tests[code](a, value)
            for code, value in filters.items()
            if code in tests and value not in ("", None)
        )
    ]
