"""Rules of law in words an officer reads: one sentence a condition, those of a list below each other."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from thidua_desktop.domain.law import beside, report_age, transition, wording_judged, wording_recorded, words
from thidua_desktop.domain.law.card import REGISTERED
from thidua_desktop.domain.law.compiled import code_of
from thidua_desktop.domain.law.rulebook import Criterion, Rulebook
from thidua_desktop.domain.law.wording_base import Context, lowered, told_of
from thidua_desktop.domain.law.wording_general import Told, councils, general, money
from thidua_desktop.domain.law.wording_terms import papers, terms

WORDS = {**wording_recorded.WORDS, **wording_judged.WORDS}
STOPPED = {
    "one_achievement_one_form": "Chưa được khen cho chính thành tích này",
    beside.STATE_FORM: "Chưa có hình thức khen thưởng cấp Nhà nước khác trong năm",
    "pending_case": "Không thuộc trường hợp đang xem xét, chưa khen",
}
_BULLETS = ("–", "+", "•")


def worded(test: Mapping[str, Any], context: Context) -> str:
    """Put a condition into words; a list of them takes several lines."""
    return "\n".join(_lines(test, context, 0))


def _lines(test: Mapping[str, Any], context: Context, depth: int) -> list[str]:
    name, value = next(iter(test.items()))
    if name in ("all_of", "any_of"):
        return _several(name, value, context, depth)
    if name in ("after_award", "window"):
        head, *rest = _several("all_of", value["all_of"], context._replace(inside=True), depth)
        told = _window(value, context)
        return [told, *rest] if rest else [f"{told} {lowered(head)}"]
    if name not in WORDS:
        return [f"{name}: {value}"]
    return [WORDS[name](value, context)]


def _several(name: str, tests: list[Mapping[str, Any]], context: Context, depth: int) -> list[str]:
    parts = [_lines(test, context, depth + (len(tests) > 1)) for test in tests]
    if len(parts) == 1:
        return parts[0]
    if depth > 1 and name == "all_of" and all(len(part) == 1 for part in parts):
        first, *rest = (part[0] for part in parts)
        return ["; ".join([first, *map(lowered, rest)])]
    head = "Đủ các điều kiện sau:" if name == "all_of" else "Một trong các điều kiện sau:"
    return [head, *(line for part in parts for line in _bulleted(part, depth))]


def _bulleted(lines: list[str], depth: int) -> list[str]:
    first, *rest = lines
    return [f"{'   ' * depth}{_BULLETS[min(depth, len(_BULLETS) - 1)]} {first}", *rest]


def _window(value: Mapping[str, Any], context: Context) -> str:
    least = value.get("min_years") or value["years_min"]
    if "award" in value:
        held = context.award(value["award"])
        return f"Đã được tặng {held} và từ {least} năm liên tục tiếp theo trở lên đến thời điểm đề nghị:"
    return f"Có từ {least} năm liên tục trở lên đến thời điểm đề nghị, trong thời gian đó:"


def told(criterion: Criterion, names: Mapping[str, str]) -> str:
    """Put a criterion into words, whom it is written for at its head; names give awards by code."""
    parts = []
    if criterion.kind:
        parts.append(f"Áp dụng cho {told_of(words.KINDS, criterion.kind)}.")
    parts.append(worded(criterion.test, Context(names)))
    if criterion.note:
        head = "Ghi chú" if criterion.origin == "law" else "Lời văn bản"
        parts.append(f"{head}: {criterion.note.rstrip('.')}.")
    return "\n".join(parts)


def of_award(book: Rulebook, award: str, recipient: str, day: date) -> tuple[Told, ...]:
    """Tell every rule that bears on an award on a day; nothing when no law is known for the day."""
    regime = book.regime_on(day)
    if regime is None:
        return ()
    criteria = [
        Told(
            told(one, book.names),
            one.cite,
            one.status,
            one.start,
            one.end,
            "extra" if one.extra else "ground",
            f"own:{one.own}" if one.own else f"criteria:{one.code}",
            one.replaces,
        )
        for one in book.criteria
        if one.award == award and recipient in one.recipients and one.in_force(day)
    ]
    return (
        *sorted(criteria, key=lambda one: one.kind == "extra"),
        *general(book, regime, award, recipient, day),
        *councils(book, regime, award, day),
        *papers(book, regime, award, day),
        *terms(book, award, day),
        *money(book, award, recipient, day),
    )


def by_code(book: Rulebook) -> dict[str, str]:
    """Name every condition a card can show, by the code of its finding."""
    context, found = Context(book.names), {**STOPPED, transition.NAME: transition.WORDS}
    found |= {code_of(*one): worded(REGISTERED, context) for one in REGISTERED.items()}
    found[beside.PARTY_CODE] = worded({"attest": [beside.PARTY_RATED]}, context)
    reports = [rule for rule in book.general if rule["id"] == report_age.NAME and "rule" in rule]
    found |= {report_age.code(rule): report_age.words(rule["rule"]) for rule in reports}
    for criterion in book.criteria:
        if criterion.kind:
            found[f"kind:{criterion.kind}"] = f"Là {told_of(words.KINDS, criterion.kind)}"
        for name, value in _conditions(criterion.test):
            if name in ("after_award", "window"):
                found[code_of(name, value)] = _window(value, context).removesuffix(":")
            else:
                found.setdefault(code_of(name, value), worded({name: value}, context))
    return found


def _conditions(test: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in test.items():
        if name not in ("all_of", "any_of"):
            yield name, value
        parts = value["all_of"] if name in ("after_award", "window") else value
        if name in ("all_of", "any_of", "after_award", "window"):
            for part in parts:
                yield from _conditions(part)
