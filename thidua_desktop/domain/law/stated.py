"""Conditions on a collective and those a person must judge: shares, caps, points, ticks."""

from collections.abc import Mapping
from typing import Any

from thidua_desktop.domain.law import words
from thidua_desktop.domain.law.facts import MET, NOT_MET, RATINGS, UNKNOWN, Facts, Finding, Span, every, truth
from thidua_desktop.domain.law.predicates import Registry, not_before, number, ticked

Value = Mapping[str, Any]
CONDITIONS = Registry()
KINDS: dict[str, frozenset[str]] = {
    "cbccvc_llvt": frozenset({"cbccvc", "llvt", "quan_doi", "cong_an"}),
    "cbccvc_nld": frozenset({"cbccvc", "nld"}),
    "nguoi_lao_dong_khac": frozenset({"cong_nhan", "nong_dan", "nld"}),
    "cong_nhan_nong_dan_nld": frozenset({"cong_nhan", "nong_dan", "nld"}),
    "cong_nhan_nong_dan": frozenset({"cong_nhan", "nong_dan"}),
    "llvt": frozenset({"llvt", "quan_doi", "cong_an"}),
    "quan_doi_cong_an": frozenset({"quan_doi", "cong_an"}),
}

CAPS: dict[str, str] = {
    "cap": "trong đơn vị",
    "cap_all": "toàn cơ quan",
    "cap_later": "trong đơn vị, cả danh hiệu quyết định sau ngày xét",
    "cap_all_later": "toàn cơ quan, cả danh hiệu quyết định sau ngày xét",
}
"""The ways a cap may be counted, by what they are called among the shares."""
_WITHIN = {"don_vi": (True, False), "co_quan": (False, True)}


@CONDITIONS("kind", reads=("kinds", "kinds_by_unit"))
def kind(facts: Facts, value: str, _span: Span, code: str) -> Finding:
    """Ask for the sub-kind of the recipient; one that follows from the unit alone refuses nobody."""
    if facts.kinds is None:
        return Finding(code, UNKNOWN, "chưa ghi đối tượng")
    told = ", ".join(words.KINDS.get(one, one) for one in sorted(facts.kinds))
    fits = bool(facts.kinds & KINDS.get(value, frozenset({value})))
    if facts.kinds_by_unit:
        return Finding(code, MET if fits else UNKNOWN, f"theo loại đơn vị: {told}; khác thì ghi đối tượng")
    return Finding(code, MET if fits else NOT_MET, told)


@CONDITIONS("attest")
def attest(facts: Facts, value: list[str], _span: Span, code: str) -> Finding:
    """Ask the officer to tick each judgement."""
    answers = [facts.stated.get(key) for key in value]
    verdict = every([UNKNOWN if a is None else MET if a else NOT_MET for a in answers])
    return Finding(code, verdict, f"đã xác nhận {sum(a is True for a in answers)}/{len(value)}")


@CONDITIONS("share", "has_member_with", reads=("shares", "shares_whole"))
def share(facts: Facts, value: Value, _span: Span, code: str) -> Finding:
    """Compare the members who hold the award with all members, or with a least number."""
    known = facts.shares.get(value["award"])
    if known is None or not known[1]:
        return Finding(code, UNKNOWN, "chưa có số liệu thành viên")
    having, members = known
    if code.startswith("has_member_with"):
        return Finding(code, truth(yes=having >= value["min"], whole=facts.shares_whole), f"{having} người")
    least = round(value["min"] * 100) * members
    enough = having * 100 > least if value.get("strict") else having * 100 >= least
    found = f"{having}/{members} ({having * 100 / members:.1f} %)".replace(".", ",")
    return Finding(code, truth(yes=enough, whole=facts.shares_whole), found)


@CONDITIONS("ratio_cap", reads=("shares", "shares_whole", "stated"))
def ratio_cap(facts: Facts, value: Value, _span: Span, code: str) -> Finding:
    """Compare the number proposed with the number it is capped by, in every way the two may be counted.

    Of which units they are counted is left to ministries and provinces (NĐ 91/2017 Điều 9 k3), and no text
    says whether what was given after the day counts. Too many by every count decides. Too many by some of
    them stops nobody, as what nobody read does not, and is to be looked at: so an award of somebody else,
    entered later, leaves the card met or makes it not met, and never undecided. An office that read the text
    of its province corrects "within".

    Of a year not entered whole nothing follows, whichever way it leans: one more title not entered yet makes
    the number it is capped by larger, one more of the award capped makes the number proposed larger, and
    nothing bounds either (who left during the year has the title and is no member any more). What no record
    counts the office states in two figures.
    """
    of_unit, of_office = _WITHIN.get(value.get("within", ""), (True, True))
    ways = [name for name in CAPS if (of_office if name.startswith("cap_all") else of_unit)]
    counts = {name: facts.shares.get(f"{name}:{value['count']}", (0, 0)) for name in ways}
    if not any(of for _, of in counts.values()):
        return _cap_stated(facts, value, code)
    known = {name: counted for name, counted in counts.items() if any(counted)}
    told = ", ".join(f"{CAPS[name]} {_ratio(*counted)}" for name, counted in known.items())
    if not facts.shares_whole:
        return Finding(code, UNKNOWN, f"mới tính được {told}; {_to_enter(facts)}")
    over = [name for name, counted in known.items() if not _within(counted, value["max"])]
    by_day = [name for name in over if not name.endswith("_later")]
    if not by_day or len(over) == len(known):
        return Finding(code, NOT_MET if by_day else MET, _ratio(*next(iter(known.values()))))
    return Finding(code, MET, told, doubt=f"Vượt tỷ lệ nếu tính {_listed(over)}: {told}")


def _cap_stated(facts: Facts, value: Value, code: str) -> Finding:
    """Take the two figures from the officer, where they are not of the book."""
    if value["count"] not in words.COUNTED:
        said = "chưa có số liệu để tính tỷ lệ" if facts.shares_whole else _to_enter(facts)
        return Finding(code, UNKNOWN, said)
    proposed, of = (facts.stated.get(f"{name}:{value['count']}") for name in ("cap_count", "cap_of"))
    if not proposed or not of or isinstance(proposed, bool) or isinstance(of, bool):
        return Finding(code, UNKNOWN, "chưa ghi hai số để tính tỷ lệ")
    counted = round(proposed), round(of)
    verdict = MET if _within(counted, value["max"]) else NOT_MET
    return Finding(code, verdict, f"{_ratio(*counted)}, theo xác nhận của cơ quan")


def _to_enter(facts: Facts) -> str:
    return f"nhập hết khen thưởng năm {facts.year} rồi ghi vào mục Đã nhập đủ thì tính được tỷ lệ"


def _listed(ways: list[str]) -> str:
    return " hoặc ".join(CAPS[name] for name in ways)


def _within(counted: tuple[int, int], most: float) -> bool:
    proposed, of = counted
    return proposed * 100 <= round(most * 100) * of


def _ratio(proposed: int, of: int) -> str:
    return f"{proposed}/{of} ({proposed * 100 / of:.2f} %)".replace(".", ",") if of else f"{proposed}/{of}"


@CONDITIONS("all_members_rating", reads=("members_lowest",))
def all_members_rating(facts: Facts, value: Value, _span: Span, code: str) -> Finding:
    """Ask the lowest rating among the members to reach the least."""
    lowest = facts.members_lowest
    if lowest is None:
        return Finding(code, UNKNOWN, "chưa có mức hoàn thành của mọi thành viên")
    enough = RATINGS[lowest] >= RATINGS[value["at_least"]]
    return Finding(code, MET if enough else NOT_MET, f"thấp nhất: {words.RATED.get(lowest, lowest)}")


@CONDITIONS("unit_age_years", reads=("founded",))
def unit_age(facts: Facts, value: Value, span: Span, code: str) -> Finding:
    """Count the years since the unit was founded."""
    if facts.founded is None:
        return Finding(code, UNKNOWN, "chưa ghi năm thành lập")
    age = span.last - facts.founded
    return Finding(code, MET if age >= value["min"] else NOT_MET, f"{age} năm")


@CONDITIONS("score_table")
def score_table(facts: Facts, value: Value, _span: Span, code: str) -> Finding:
    """Compare the points with the least of the area, and the weakest criterion with its least share."""
    points, weakest = facts.stated.get("score"), facts.stated.get("score_weakest")
    areas = [area for area in value["min_points"] if facts.stated.get(f"area:{area}")]
    if points is None or weakest is None or not areas:
        return Finding(code, UNKNOWN, "chưa có bảng điểm")
    least = min(value["min_points"][area] for area in areas)
    enough = points >= least and weakest >= value["each_criterion_min_share"]
    return Finding(code, MET if enough else NOT_MET, f"{points:g} điểm, cần {least}")


@CONDITIONS("meeting", reads=("stated", "meeting_on"))
def meeting(facts: Facts, value: Value, span: Span, code: str) -> Finding:
    """Compare those who came and those who agreed with the shares asked, and the day where it is known."""
    if "by" in value and facts.meeting_on and not_before(facts.meeting_on, value["by"], span.last):
        return Finding(code, NOT_MET, f"họp ngày {facts.meeting_on:%d/%m/%Y}")
    came, agreed = facts.stated.get("meeting_came"), facts.stated.get("meeting_agreed")
    if came is None or agreed is None:
        return Finding(code, UNKNOWN, "chưa có biên bản họp")
    enough = came >= value["quorum_of_summoned"] and agreed >= value["approve_of_attending"]
    return Finding(code, MET if enough else NOT_MET, f"dự họp {came:.0%}, đồng ý {agreed:.0%}")


@CONDITIONS("contribution")
def contribution(facts: Facts, value: Value, _span: Span, code: str) -> Finding:
    """Compare the money given where a sum is named, else take the officer's answer."""
    if "min_vnd" not in value:
        return ticked(facts, code)
    given = facts.stated.get("contribution_vnd")
    if given is None:
        return Finding(code, UNKNOWN, "chưa ghi trị giá đóng góp")
    return Finding(
        code, MET if given >= value["min_vnd"] else NOT_MET, f"{given:,.0f} đồng".replace(",", ".")
    )


@CONDITIONS("tenure")
def tenure(facts: Facts, value: Value, _span: Span, code: str) -> Finding:
    """Compare the years in the named posts."""
    return number(facts, {**value, "as": value["posts"]}, code, "năm")


@CONDITIONS(
    "leads",
    "best_of",
    "exceeds_targets",
    "movement_result",
    "achievement",
    "invention",
    "invention_or_work",
    "tenure_table",
    "not_eligible_for",
    "province_rule",
    "author_of",
    "see",
    "same_as",
    "non_overlapping_window_years",
)
def judged(facts: Facts, _value: Any, _span: Span, code: str) -> Finding:
    """Leave to the officer what no record can tell."""
    return ticked(facts, code)


@CONDITIONS("muu_tri_sang_tao", reads=("ratings", "stated"))
def resourceful(facts: Facts, value: Value, span: Span, code: str) -> Finding:
    """Leave the judgement to the force; the year's rating beside it where the article asks one."""
    found = ticked(facts, code)
    if "with_rating" not in value:
        return found
    rating = facts.ratings.get(span.last)
    reached = (
        UNKNOWN if rating is None else MET if RATINGS[rating] >= RATINGS[value["with_rating"]] else NOT_MET
    )
    told = found.found
    if rating and reached == NOT_MET:
        told = f"xếp loại năm {span.last}: {words.RATED[rating]}"
    return Finding(code, every([found.verdict, reached]), told)
