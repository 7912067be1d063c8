"""What the figures of each condition look like: a rule typed by an office is checked before it judges."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from thidua_desktop.domain.law import words
from thidua_desktop.domain.law.on_record import LEVELS

Fits = Callable[[Any], bool]
Shape = Fits | Mapping[str, Fits]
_LISTS = ("all_of", "any_of")


def text(value: Any) -> bool:
    """Some words."""
    return isinstance(value, str) and bool(value.strip())


def texts(value: Any) -> bool:
    """A list of words, at least one."""
    return isinstance(value, list) and bool(value) and all(map(text, value))


def count(value: Any) -> bool:
    """A whole number from one up."""
    return isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 1000


def figure(value: Any) -> bool:
    """A number that is not negative."""
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 10**15


def share(value: Any) -> bool:
    """A share of a whole, a hundredth at least."""
    return figure(value) and 0 < value <= 1


def flag(value: Any) -> bool:
    """Yes or no."""
    return isinstance(value, bool)


def day(value: Any) -> bool:
    """A day of every year as month-day."""
    try:
        return isinstance(value, str) and bool(date.fromisoformat(f"2000-{value}"))
    except ValueError:
        return False


def one_of(table: Mapping[str, Any]) -> Fits:
    """Fit a code of a table."""
    return lambda value: isinstance(value, str) and value in table


def points(value: Any) -> bool:
    """Fit points by area."""
    return isinstance(value, Mapping) and bool(value) and all(map(figure, value.values()))


_RATING = one_of(words.RATINGS)
_YEARS: Shape = {
    "min": count,
    "continuous?": flag,
    "below?": count,
    "as?": text,
    "of_which_direct?": count,
    "scope?": text,
}
_SCOPE: Shape = {"scope": text}
SHAPES: dict[str, Shape] = {
    "rating": {"at_least": _RATING, "years?": count, "continuous?": flag},
    "rating_count": {"at_least": _RATING, "min_years": count},
    "rating_or_title": {"rating": _RATING, "titles": texts, "years?": count, "continuous?": flag},
    "consecutive": {"award": text, "n": count, "times?": flag},
    "count": {"award": text, "min": count},
    "meets": text,
    "initiative": {
        "level": one_of(words.LEVELS),
        "n?": count,
        "applied?": flag,
        "recognised_by?": text,
        "window?": text,
    },
    "research": {
        "level": one_of(dict.fromkeys(LEVELS | {"any"})),
        "n?": count,
        "state": one_of(words.STATES),
    },
    "muu_tri_sang_tao": {"recognised_by": text, "with_rating?": _RATING},
    "share": {"award": text, "min": share, "strict?": flag},
    "has_member_with": {"award": text, "min": count},
    "ratio_cap": {
        "count": text,
        "of": texts,
        "max": share,
        "lower_by?": text,
        "within?": one_of(words.COUNTED_IN),
    },
    "all_members_rating": {"at_least": _RATING},
    "no_discipline": {"from": one_of(words.FORMS), "who": one_of({"self": 0, "member": 0})},
    "employed_months": {"min": count},
    "leave_working_days": {"max": figure, "except?": texts},
    "registered": lambda value: value is True or (isinstance(value, Mapping) and day(value.get("by"))),
    "kind": text,
    "attest": texts,
    "unit_age_years": {"min": count},
    "score_table": {"min_points": points, "each_criterion_min_share": share},
    "meeting": {"quorum_of_summoned": share, "approve_of_attending": share, "by?": day},
    "contribution": {"fields": texts, "amount?": text, "min_vnd?": figure},
    "service_years": _YEARS,
    "profession_years": _YEARS,
    "contribution_years": _YEARS,
    "model_years": _YEARS,
    "tenure": {"posts": text, "min_years": count},
    "leads": lambda value: (
        isinstance(value, Mapping) and (text(value.get("cluster")) or text(value.get("movement")))
    ),
    "best_of": {"cluster": text},
    "exceeds_targets": flag,
    "movement_result": {
        "level?": text,
        "kind?": text,
        "min_years?": count,
        "at?": text,
        "rank?": text,
        "selected?": flag,
        "annual?": flag,
    },
    "achievement": {"kind": text, "scope": text},
    "invention": _SCOPE,
    "invention_or_work": _SCOPE,
    "tenure_table": text,
    "not_eligible_for": text,
    "province_rule": {"topic": text, "by": text},
    "author_of": text,
    "see": text,
    "same_as": text,
    "non_overlapping_window_years": count,
    "after_award": {"award": text, "min_years": count, "continuous?": flag, "until?": text, "all_of": bool},
    "window": {"years_min": count, "continuous?": flag, "until?": text, "all_of": bool},
}
AWARDS: dict[str, Callable[[Any], list[str]]] = {
    "consecutive": lambda value: [value["award"]],
    "count": lambda value: [value["award"]],
    "rating_or_title": lambda value: list(value["titles"]),
    "meets": lambda value: value.split("|"),
    "share": lambda value: [value["award"]],
    "has_member_with": lambda value: [value["award"]],
    "after_award": lambda value: [value["award"]],
    "not_eligible_for": lambda value: [value],
}


def problems(test: Any) -> Iterator[str]:
    """Name every condition whose figures are not as they must be."""
    if not isinstance(test, Mapping) or len(test) != 1:
        yield "mỗi điều kiện phải có đúng một tên"
        return
    name, value = next(iter(test.items()))
    if name in _LISTS:
        yield from _parts(name, value)
    elif name not in SHAPES:
        yield f"không có điều kiện tên “{name}”"
    elif not _fits(SHAPES[name], value):
        yield f"điều kiện “{name}” ghi chưa đúng: {value}"
    elif name in ("after_award", "window"):
        yield from _parts("all_of", value["all_of"])


def _parts(name: str, value: Any) -> Iterator[str]:
    if not isinstance(value, list) or not value:
        yield f"“{name}” phải là danh sách điều kiện, ít nhất một"
        return
    for part in value:
        yield from problems(part)


def _fits(shape: Shape, value: Any) -> bool:
    if not isinstance(shape, Mapping):
        return shape(value)
    if not isinstance(value, Mapping):
        return False
    asked = {name.removesuffix("?"): fits for name, fits in shape.items()}
    needed = {name for name in shape if not name.endswith("?")}
    return needed <= set(value) <= set(asked) and all(asked[name](part) for name, part in value.items())


def asked(test: Any) -> Iterator[tuple[str, list[str]]]:
    """Give the awards each condition inside one names."""
    for name, value in test.items():
        if name in AWARDS:
            yield name, AWARDS[name](value)
        parts = value["all_of"] if name in ("after_award", "window") else value if name in _LISTS else ()
        for part in parts:
            yield from asked(part)


def awards_of(test: Any) -> list[str]:
    """Give every award a condition names."""
    return sorted({code for _, codes in asked(test) for code in codes})
