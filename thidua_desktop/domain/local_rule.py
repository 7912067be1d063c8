"""A rule of the province or the office itself as typed: conditions chosen, figures filled in."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.idea import IDEA_LEVELS
from thidua_desktop.domain.rating import RATINGS
from thidua_desktop.domain.recipient import RECIPIENTS

LAW_RECIPIENTS: dict[str, str] = {"person": "ca_nhan", "collective": "tap_the", "household": "ho_gia_dinh"}
WAYS: dict[str, str] = {"and": "Điều kiện phải có thêm", "alternative": "Một trường hợp riêng để xét"}
CONDITIONS: dict[str, str] = {
    "rating": "Xếp loại ít nhất",
    "consecutive": "Được tặng liên tục số lần",
    "count": "Đã được tặng ít nhất số lần",
    "initiative": "Có số sáng kiến cấp",
    "employed_months": "Số tháng công tác trong năm ít nhất",
    "registered": "Có đăng ký thi đua",
    "attest": "Cơ quan xác nhận rằng",
}
_OF_AWARD = frozenset({"consecutive", "count"})
_MOST = 100


@dataclass(frozen=True)
class ConditionDraft:
    """One condition: what is asked, how many, and of which award, level, rating or in what words."""

    kind: str
    number: int | None = None
    award: str = ""
    text: str = ""


@dataclass(frozen=True)
class LocalRuleDraft:
    """A rule as typed; any_of: one of the conditions is enough."""

    award: str
    recipient: str
    cite: str
    conditions: tuple[ConditionDraft, ...]
    way: str = "and"
    any_of: bool = False
    valid_from: date | None = None
    valid_to: date | None = None
    note: str = ""


def check(draft: LocalRuleDraft) -> tuple[Problem, ...]:
    """What is wrong with a rule as typed; a rule without a citation cannot be kept."""
    problems = []
    if not draft.award:
        problems.append(Problem("award", "Chọn danh hiệu, hình thức trong danh sách gợi ý."))
    if draft.recipient not in RECIPIENTS:
        problems.append(Problem("recipient", "Chọn cá nhân, tập thể hoặc hộ gia đình."))
    if not draft.cite.strip():
        problems.append(Problem("cite", "Ghi văn bản, điều khoản làm căn cứ."))
    if draft.valid_from and draft.valid_to and draft.valid_to < draft.valid_from:
        problems.append(Problem("valid_to", "Ngày hết hiệu lực trước ngày có hiệu lực."))
    if not draft.conditions:
        problems.append(Problem("conditions", "Chưa ghi điều kiện nào."))
    for place, one in enumerate(draft.conditions):
        if told := _wrong(one):
            problems.append(Problem(f"conditions.{place}.{told[0]}", f"Dòng {place + 1}: {told[1]}"))
    return tuple(problems)


def _wrong(one: ConditionDraft) -> tuple[str, str] | None:
    if one.kind not in CONDITIONS:
        return "kind", "chọn loại điều kiện."
    if one.kind in {*_OF_AWARD, "employed_months"} and not 1 <= (one.number or 0) <= _MOST:
        return "number", "ghi số lần, số tháng."
    if one.kind in _OF_AWARD and not one.award:
        return "award", "chọn danh hiệu, hình thức."
    if one.kind == "rating" and _code(RATINGS, one.text) is None:
        return "text", f"ghi một trong: {', '.join(RATINGS.values())}."
    if one.kind == "initiative" and _code(IDEA_LEVELS, one.text) is None:
        return "text", f"ghi một trong: {', '.join(IDEA_LEVELS.values())}."
    if one.kind == "attest" and not one.text.strip():
        return "text", "ghi điều cơ quan phải xác nhận."
    return None


def entry_of(draft: LocalRuleDraft, code: str) -> dict[str, Any]:
    """The rule in the shape of the law's own entries."""
    entry: dict[str, Any] = {
        "id": code,
        "award": draft.award,
        "recipient": LAW_RECIPIENTS[draft.recipient],
        "any_of" if draft.any_of else "all_of": [_condition(one) for one in draft.conditions],
        "combine": draft.way,
        "cite": draft.cite.strip(),
    }
    for key, day in (("valid_from", draft.valid_from), ("valid_to", draft.valid_to)):
        if day is not None:
            entry[key] = day.isoformat()
    return entry


def draft_of(entry: Mapping[str, Any], note: str = "") -> LocalRuleDraft:
    """A rule kept as a draft to change."""
    recipients = {law: own for own, law in LAW_RECIPIENTS.items()}
    any_of = "any_of" in entry
    days = [date.fromisoformat(entry[key]) if key in entry else None for key in ("valid_from", "valid_to")]
    return LocalRuleDraft(
        entry["award"],
        recipients[entry["recipient"]],
        entry["cite"],
        tuple(map(_draft, entry["any_of" if any_of else "all_of"])),
        entry.get("combine", "and"),
        any_of,
        days[0],
        days[1],
        note,
    )


def _condition(one: ConditionDraft) -> dict[str, Any]:
    if one.kind == "rating":
        return {"rating": {"at_least": _code(RATINGS, one.text)}}
    if one.kind == "consecutive":
        return {"consecutive": {"award": one.award, "n": one.number}}
    if one.kind == "count":
        return {"count": {"award": one.award, "min": one.number}}
    if one.kind == "initiative":
        return {"initiative": {"level": _code(IDEA_LEVELS, one.text), "n": one.number or 1}}
    if one.kind == "employed_months":
        return {"employed_months": {"min": one.number}}
    return {"registered": True} if one.kind == "registered" else {"attest": [one.text.strip()]}


def _draft(condition: Mapping[str, Any]) -> ConditionDraft:
    kind, value = next(iter(condition.items()))
    if kind == "rating":
        return ConditionDraft(kind, text=RATINGS[value["at_least"]])
    if kind in _OF_AWARD:
        return ConditionDraft(kind, value["n" if kind == "consecutive" else "min"], value["award"])
    if kind == "initiative":
        return ConditionDraft(kind, value["n"], text=IDEA_LEVELS[value["level"]])
    if kind == "employed_months":
        return ConditionDraft(kind, value["min"])
    return ConditionDraft(kind, text=value[0] if kind == "attest" else "")


def _code(table: Mapping[str, str], text: str) -> str | None:
    """The code of a label, or the code itself, however the letters are."""
    said = text.strip().casefold()
    return next((code for code, label in table.items() if said in {code.casefold(), label.casefold()}), None)
