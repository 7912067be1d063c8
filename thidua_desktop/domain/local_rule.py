"""A rule of the province or the office itself as typed: conditions chosen, figures filled in."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.law import changed
from thidua_desktop.domain.law.figures import conditions, figures, with_figures
from thidua_desktop.domain.law.wording import worded
from thidua_desktop.domain.law.wording_base import Context
from thidua_desktop.domain.local_conditions import KINDS, ConditionDraft, from_law, in_law, wrong
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.vietnamese import says

__all__ = [
    "CONDITIONS",
    "LAW_RECIPIENTS",
    "WAYS",
    "ConditionDraft",
    "LocalRuleDraft",
    "check",
    "draft_of",
    "entry_of",
    "rewritten",
]
LAW_RECIPIENTS: dict[str, str] = {"person": "ca_nhan", "collective": "tap_the", "household": "ho_gia_dinh"}
WAYS: dict[str, str] = {"and": "Điều kiện phải có thêm", "alternative": "Một trường hợp riêng để xét"}
CONDITIONS: dict[str, str] = {code: kind.label for code, kind in KINDS.items()}


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
    if not says(draft.cite):
        problems.append(Problem("cite", "Ghi văn bản, điều khoản làm căn cứ."))
    if draft.valid_from and draft.valid_to and draft.valid_to < draft.valid_from:
        problems.append(Problem("valid_to", "Ngày hết hiệu lực trước ngày có hiệu lực."))
    if not draft.conditions:
        problems.append(Problem("conditions", "Chưa ghi điều kiện nào."))
    for place, one in enumerate(draft.conditions):
        if told := wrong(one):
            problems.append(Problem(f"conditions.{place}.{told[0]}", f"Dòng {place + 1}: {told[1]}"))
    return tuple(problems)


def entry_of(draft: LocalRuleDraft, code: str) -> dict[str, Any]:
    """The rule in the shape of the law's own entries."""
    entry: dict[str, Any] = {
        "id": code,
        "award": draft.award,
        "recipient": LAW_RECIPIENTS[draft.recipient],
        "any_of" if draft.any_of else "all_of": _grouped(draft),
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
        tuple(_drafts(entry["any_of" if any_of else "all_of"])),
        entry.get("combine", "and"),
        any_of,
        days[0],
        days[1],
        note,
    )


def rewritten(before: Mapping[str, Any], after: Mapping[str, Any], names: Mapping[str, str]) -> list[str]:
    """What a rule says otherwise than it did, in words; names give awards by code."""
    recipients = {law: RECIPIENTS[own] for own, law in LAW_RECIPIENTS.items()}
    told = []
    for key, label, words in (
        ("award", "Danh hiệu, hình thức", names),
        ("recipient", "Đối tượng", recipients),
        ("combine", "Cách áp dụng", WAYS),
    ):
        was, now = (words.get(entry[key], entry[key]) for entry in (before, after))
        told += [f"{label}: {was} → {now}"] if was != now else []
    return [*told, *_conditions_changed(before, after, names)]


def _conditions_changed(
    before: Mapping[str, Any], after: Mapping[str, Any], names: Mapping[str, str]
) -> list[str]:
    old, new = figures(before, names), figures(after, names)
    if _test(with_figures(before, {one.code: one.value for one in new})) == _test(after):
        return list(changed.changed(old, [changed.typed(one) for one in new]))
    was, now = (list(conditions(entry, names).values()) for entry in (before, after))
    gone = [f"Bỏ điều kiện: {said}" for said in _left(was, now)]
    added = [f"Thêm điều kiện: {said}" for said in _left(now, was)]
    if gone or added:
        return gone + added
    told = [worded(_test(entry), Context(names)).replace("\n", " ") for entry in (before, after)]
    return [f"Viết lại các điều kiện: {told[0]} → {told[1]}"]


def _test(entry: Mapping[str, Any]) -> dict[str, Any]:
    return {key: entry[key] for key in ("all_of", "any_of") if key in entry}


def _left(some: list[str], others: list[str]) -> list[str]:
    """What stands in a list more often than in the other."""
    return list((Counter(some) - Counter(others)).elements())


def _grouped(draft: LocalRuleDraft) -> list[dict[str, Any]]:
    """The conditions in their order, those of a group together where its first one stands."""
    within = "all_of" if draft.any_of else "any_of"
    parts: list[dict[str, Any]] = []
    groups: dict[str, list[dict[str, Any]]] = {}
    for one in draft.conditions:
        condition, group = in_law(one, draft.recipient), one.group.strip()
        if group and group in groups:
            groups[group].append(condition)
        elif group:
            groups[group] = [condition]
            parts.append({within: groups[group]})
        else:
            parts.append(condition)
    return parts


def _drafts(parts: list[Mapping[str, Any]]) -> Iterator[ConditionDraft]:
    groups = 0
    for part in parts:
        inner = part.get("all_of") or part.get("any_of")
        if inner is None:
            yield from_law(part)
        else:
            groups += 1
            yield from (replace(from_law(one), group=str(groups)) for one in inner)
