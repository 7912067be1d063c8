"""The conditions an officer may choose for a rule of the office's own, in the shape of the law's entries."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from thidua_desktop.domain.idea import IDEA_LEVELS
from thidua_desktop.domain.law import words
from thidua_desktop.domain.law.shapes import day as is_day
from thidua_desktop.domain.rating import RATINGS

MOST = 100
_CLUSTERS = {code: words.CLUSTERS[code] for code in ("cum_khoi_tinh", "cum_khoi_TW")}
_FORMS = {code: words.FORMS[code] for code in words.FORMS if code != "khac"}


@dataclass(frozen=True)
class ConditionDraft:
    """One condition: what is asked, how many, of which award, level, rating or in what words.

    Attributes:
        group: rows of one group stand together: where all are asked one of a group is enough, where one is
            enough a group is asked whole.

    """

    kind: str
    number: int | None = None
    award: str = ""
    text: str = ""
    group: str = ""


@dataclass(frozen=True)
class Kind:
    """One condition of the law with the places its number, award and words go to.

    Attributes:
        name: what the law's entries call it.
        number, award, text: the key of each in its value, "" where it is not asked.
        bare: which of them, "award", "text", "list" or "flag", is the whole value.
        options: the words the text must be one of.
        fixed: what else its value holds.
        most: the highest number.
        usual: the number where none is typed, 0 where one must be.

    """

    label: str
    name: str
    number: str = ""
    award: str = ""
    text: str = ""
    bare: str = ""
    options: Mapping[str, str] = field(default_factory=dict)
    fixed: Mapping[str, Any] = field(default_factory=dict)
    most: int = MOST
    usual: int = 0
    percent: bool = False
    day: bool = False

    @property
    def asks_award(self) -> bool:
        """Whether an award must be named."""
        return bool(self.award) or self.bare == "award"

    @property
    def asks_text(self) -> bool:
        """Whether words must be typed."""
        return bool(self.text) or self.bare in ("text", "list")


_SINCE = {"continuous": True, "until": "proposal_date"}
_ANY_SCOPE = {"scope": "any"}
KINDS: dict[str, Kind] = {
    "rating": Kind("Xếp loại ít nhất", "rating", text="at_least", options=RATINGS),
    "rating_years": Kind(
        "Số năm liên tục xếp loại ít nhất",
        "rating",
        number="years",
        text="at_least",
        options=RATINGS,
        fixed={"continuous": True},
    ),
    "consecutive": Kind("Được tặng liên tục số lần", "consecutive", number="n", award="award"),
    "count": Kind("Đã được tặng ít nhất số lần", "count", number="min", award="award"),
    "meets": Kind("Đạt tiêu chuẩn trong năm xét", "meets", bare="award"),
    "after_award": Kind(
        "Đã được tặng, số năm sau đó xếp loại",
        "after_award",
        number="min_years",
        award="award",
        text="at_least",
        options=RATINGS,
        fixed=_SINCE,
    ),
    "initiative": Kind(
        "Có số sáng kiến cấp", "initiative", number="n", text="level", options=IDEA_LEVELS, usual=1
    ),
    "research": Kind(
        "Có số đề tài đã nghiệm thu cấp",
        "research",
        number="n",
        text="level",
        options=IDEA_LEVELS,
        fixed={"state": "nghiem_thu"},
        usual=1,
    ),
    "employed_months": Kind("Số tháng công tác trong năm ít nhất", "employed_months", number="min"),
    "leave_working_days": Kind(
        "Số ngày nghỉ trong năm nhiều nhất",
        "leave_working_days",
        number="max",
        fixed={"except": ["thai_san"]},
        most=366,
    ),
    "registered": Kind("Có đăng ký thi đua", "registered", bare="flag"),
    "registered_by": Kind("Có đăng ký thi đua trước ngày", "registered", text="by", day=True),
    "no_discipline": Kind("Không bị kỷ luật từ mức", "no_discipline", text="from", options=_FORMS),
    "kind": Kind("Là đối tượng", "kind", bare="text", options=words.KINDS),
    "share": Kind("Tỷ lệ % cá nhân đạt ít nhất", "share", number="min", award="award", percent=True),
    "has_member_with": Kind("Số cá nhân đạt ít nhất", "has_member_with", number="min", award="award"),
    "all_members_rating": Kind(
        "Mọi cá nhân xếp loại ít nhất", "all_members_rating", text="at_least", options=RATINGS
    ),
    "ratio_cap": Kind(
        "Không quá tỷ lệ % số đạt LĐTT, CSTT",
        "ratio_cap",
        number="max",
        award="count",
        fixed={"of": ["DH_LDTT", "DH_CSTT"]},
        percent=True,
    ),
    "unit_age_years": Kind("Số năm thành lập ít nhất", "unit_age_years", number="min"),
    "service_years": Kind("Số năm công tác ít nhất", "service_years", number="min"),
    "profession_years": Kind("Số năm trong nghề ít nhất", "profession_years", number="min"),
    "contribution_years": Kind("Số năm cống hiến ít nhất", "contribution_years", number="min"),
    "model_years": Kind("Số năm có mô hình ổn định ít nhất", "model_years", number="min"),
    "contribution": Kind(
        "Trị giá đóng góp (đồng) ít nhất",
        "contribution",
        number="min_vnd",
        fixed={"fields": ["cong_suc", "dat_dai", "tai_san"]},
        most=10**12,
    ),
    "exceeds_targets": Kind("Hoàn thành vượt mức chỉ tiêu", "exceeds_targets", bare="flag"),
    "leads": Kind("Dẫn đầu", "leads", text="cluster", options=_CLUSTERS),
    "movement_result": Kind(
        "Có thành tích trong phong trào thi đua",
        "movement_result",
        text="level",
        options={code: words.MOVED_BY[code] for code in ("tinh", "TW", "thu_tuong", "CTN")},
    ),
    "achievement": Kind(
        "Lập được thành tích", "achievement", text="kind", options=words.ACHIEVEMENTS, fixed=_ANY_SCOPE
    ),
    "attest": Kind("Cơ quan xác nhận rằng", "attest", bare="list"),
}


def wrong(one: ConditionDraft) -> tuple[str, str] | None:
    """Say in which cell a condition is wrong, and why."""
    kind = KINDS.get(one.kind)
    if kind is None:
        return "kind", "chọn loại điều kiện."
    if kind.number and not 1 <= (one.number or kind.usual) <= kind.most:
        return "number", f"ghi số từ 1 đến {kind.most}."
    if kind.asks_award and not one.award:
        return "award", "chọn danh hiệu, hình thức."
    if kind.options and code_of(kind.options, one.text) is None:
        return "text", f"ghi một trong: {'; '.join(dict.fromkeys(kind.options.values()))}."
    if kind.day and not is_day(_month_day(one.text)):
        return "text", "ghi ngày và tháng, ví dụ 30/01."
    if kind.asks_text and not one.text.strip():
        return "text", "ghi điều cơ quan phải xác nhận."
    return None


def in_law(one: ConditionDraft, recipient: str) -> dict[str, Any]:
    """Put a condition into the shape of the law's own entries."""
    kind = KINDS[one.kind]
    text = code_of(kind.options, one.text) if kind.options else one.text.strip()
    if kind.bare:
        values: dict[str, Any] = {"award": one.award, "text": text, "list": [text], "flag": True}
        return {kind.name: values[kind.bare]}
    value: dict[str, Any] = dict(kind.fixed)
    if kind.number:
        number = one.number or kind.usual
        value[kind.number] = number / 100 if kind.percent else number
    if kind.award:
        value[kind.award] = one.award
    if one.kind == "after_award":
        value["all_of"] = [{"rating": {"at_least": text}}]
    elif kind.text:
        value[kind.text] = _month_day(one.text) if kind.day else text
    if one.kind == "no_discipline":
        value["who"] = "self" if recipient == "person" else "member"
    return {kind.name: value}


def from_law(condition: Mapping[str, Any]) -> ConditionDraft:
    """Read a condition kept as the officer typed it."""
    name, value = next(iter(condition.items()))
    code = next(code for code, kind in KINDS.items() if kind.name == name and _fits(kind, value))
    kind = KINDS[code]
    if kind.bare:
        text = value[0] if kind.bare == "list" else value if kind.bare == "text" else ""
        return ConditionDraft(
            code, award=value if kind.bare == "award" else "", text=kind.options.get(text, text)
        )
    number = value.get(kind.number)
    if kind.percent and number is not None:
        number = round(number * 100)
    text = value["all_of"][0]["rating"]["at_least"] if code == "after_award" else value.get(kind.text, "")
    if kind.day:
        month, _, day = text.partition("-")
        text = f"{day}/{month}"
    return ConditionDraft(code, number, value.get(kind.award, ""), kind.options.get(text, text))


def code_of(table: Mapping[str, str], text: str) -> str | None:
    """The code of a label, or the code itself, however the letters are."""
    said = text.strip().casefold()
    return next((code for code, label in table.items() if said in {code.casefold(), label.casefold()}), None)


def _fits(kind: Kind, value: Any) -> bool:
    """Whether a value has just what a kind asks: two kinds may be one condition of the law."""
    if kind.bare or not isinstance(value, Mapping):
        return bool(kind.bare) and not isinstance(value, Mapping)
    return kind.name != "rating" or (kind.number in value if kind.number else "years" not in value)


def _month_day(text: str) -> str:
    day, _, month = text.strip().partition("/")
    return f"{month.strip():0>2}-{day.strip():0>2}"
