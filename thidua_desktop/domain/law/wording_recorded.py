"""Words of the conditions looked up in the records: ratings, awards, initiatives, discipline, shares."""

from collections.abc import Mapping
from typing import Any

from thidua_desktop.domain.law import words
from thidua_desktop.domain.law.wording_base import Context, Value, Wordings, day_of, percent, raised, told_of

WORDS = Wordings()
_NUMBERS = ("Không", "Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười")


def _times(number: int) -> str:
    return f"{_NUMBERS[number] if number < len(_NUMBERS) else number} lần"


def _joined(*parts: str) -> str:
    return " ".join(part for part in parts if part)


@WORDS("rating")
def _rating(value: Value, context: Context) -> str:
    rating = words.RATINGS[value["at_least"]]
    if "years" in value:
        return f"Có {value['years']} năm liên tục {rating}"
    return f"Được xếp loại {rating} {context.years()}"


@WORDS("rating_count")
def _rating_count(value: Value, _context: Context) -> str:
    return f"Trong thời gian đó có ít nhất {value['min_years']} năm {words.RATINGS[value['at_least']]}"


@WORDS("rating_or_title")
def _rating_or_title(value: Value, context: Context) -> str:
    asked = f"{words.RATINGS[value['rating']]} hoặc được tặng {context.awards(value['titles'])}"
    return (
        f"Có {value['years']} năm liên tục {asked}"
        if "years" in value
        else f"{raised(context.years())} {asked}"
    )


@WORDS("consecutive")
def _consecutive(value: Value, context: Context) -> str:
    until = "tính theo lần được tặng, không theo năm" if value.get("times") else "tính đến năm đề nghị"
    return f"{_times(value['n'])} liên tục được tặng {context.award(value['award'])}, {until}"


@WORDS("count")
def _count(value: Value, context: Context) -> str:
    award, least = context.award(value["award"]), value["min"]
    if context.inside:
        return f"Trong thời gian đó có {least} lần được tặng {award}"
    return f"Đã được tặng {award}" if least == 1 else f"Đã được tặng {award} từ {least} lần trở lên"


@WORDS("meets")
def _meets(value: str, context: Context) -> str:
    return f"Đạt tiêu chuẩn {context.awards(value.split('|'))} của năm xét"


@WORDS("initiative", "research")
def _idea(value: Value, _context: Context) -> str:
    research = "state" in value
    what = "đề tài, đề án, công trình khoa học" if research else "sáng kiến"
    by = value.get("recognised_by")
    return _joined(
        f"Có {value.get('n', 1)} {what}",
        told_of(words.LEVELS, value["level"]),
        told_of(words.STATES, value["state"]) if research else "",
        "đã được áp dụng" if value.get("applied") else "",
        f"do {told_of(words.RECOGNISED_BY, by)} công nhận" if by else "",
        "trong những năm đó" if "window" in value else "",
    )


@WORDS("muu_tri_sang_tao")
def _resourceful(value: Value, _context: Context) -> str:
    by = told_of(words.RECOGNISED_BY, value["recognised_by"], ", ")
    told = f"Mưu trí, sáng tạo trong chiến đấu, phục vụ chiến đấu, được {by} công nhận"
    return f"{told} và {words.RATINGS[value['with_rating']]}" if "with_rating" in value else told


@WORDS("share")
def _share(value: Value, context: Context) -> str:
    least = "trên" if value.get("strict") else "ít nhất"
    return f"Có {least} {percent(value['min'])} cá nhân trong tập thể đạt {context.award(value['award'])}"


@WORDS("has_member_with")
def _has_member(value: Value, context: Context) -> str:
    return f"Có ít nhất {value['min']} cá nhân trong tập thể đạt {context.award(value['award'])}"


@WORDS("ratio_cap")
def _cap(value: Value, context: Context) -> str:
    counted = [words.COUNTED.get(code) or f"số cá nhân đạt {context.award(code)}" for code in value["of"]]
    what = words.COUNTED.get(value["count"]) or f"số cá nhân đạt {context.award(value['count'])}"
    of = f"tổng của {' và '.join(counted)}" if len(counted) > 1 else counted[0]
    lower = "; bộ, ban, ngành, tỉnh có thể quy định thấp hơn" if "lower_by" in value else ""
    within = f"; tính {words.COUNTED_IN[value['within']]}" if "within" in value else ""
    return raised(f"{what} không quá {percent(value['max'])} {of}{lower}{within}")


@WORDS("all_members_rating")
def _members(value: Value, _context: Context) -> str:
    return f"100 % cá nhân trong tập thể {words.RATINGS[value['at_least']]}"


@WORDS("no_discipline")
def _no_discipline(value: Value, _context: Context) -> str:
    form = told_of(words.FORMS, value["from"])
    who = "Không có cá nhân trong tập thể" if value["who"] == "member" else "Không"
    return f"{who} bị kỷ luật từ {form} trở lên trong năm xét"


@WORDS("employed_months")
def _months(value: Value, _context: Context) -> str:
    return f"Có thời gian công tác trong năm xét từ {value['min']} tháng trở lên"


@WORDS("leave_working_days")
def _leave(value: Value, _context: Context) -> str:
    besides = " (không tính nghỉ thai sản)" if "thai_san" in value.get("except", ()) else ""
    return f"Nghỉ trong năm không quá {value['max']} ngày làm việc{besides}"


@WORDS("registered")
def _registered(value: Any, _context: Context) -> str:
    by = value.get("by") if isinstance(value, Mapping) else None
    return f"Có đăng ký thi đua trước ngày {day_of(by)}" if by else "Có đăng ký thi đua"


@WORDS("kind")
def _kind(value: str, _context: Context) -> str:
    return f"Là {told_of(words.KINDS, value)}"


@WORDS("attest")
def _attest(value: list[str], _context: Context) -> str:
    return raised("; ".join(words.ATTESTED.get(key, key) for key in value))
