"""What is written otherwise in a line of the rules, in words kept for its history."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from thidua_desktop.domain.law.figures import Figure
from thidua_desktop.domain.vietnamese import number

NOTHING = "không ghi"


def changed(before: Sequence[Figure], after: Sequence[Any]) -> Iterator[str]:
    """Say of each figure what it was and what it is; after holds them as they are typed, in their order."""
    for figure, value in zip(before, after, strict=False):
        was, now = said(figure, typed(figure)), said(figure, value)
        if was != now:
            yield f"{figure.label}: {was} → {now}"


def typed(figure: Figure) -> Any:
    """Return a figure as it is typed: a share as a percentage, a day of every year as day/month."""
    if figure.value is None:
        return None
    if figure.kind == "percent":
        return round(figure.value * 100, 4)
    if figure.kind == "day":
        month, _, day = str(figure.value).partition("-")
        return f"{day}/{month}"
    return figure.value


def said(figure: Figure, value: Any) -> str:
    """Return a figure as it is read."""
    if figure.kind == "choice":
        return dict(figure.options).get(value, NOTHING)
    if value in (None, "", []):
        return NOTHING
    if figure.kind == "percent":
        return f"{number(value)} %"
    if figure.kind == "lines":
        return "; ".join(map(str, value))
    return number(value) if isinstance(value, int | float) else str(value)


def of_body(entry: Mapping[str, Any]) -> list[str]:
    """Tell a rule as kept: what it changed, or what was said of its line."""
    told = list(entry.get("changed", ()))
    if entry.get("struck"):
        told.append("Không áp dụng dòng này")
    if entry.get("checked"):
        told.append(f"Đã đối chiếu: {entry['checked']['by']}")
    return [*told, *_dates(entry).values()]


def of_change(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[str]:
    """Tell what was said otherwise of a rule as kept, a date no longer said among it."""
    old, dates = of_body(before), _dates(after)
    gone = [f"{said} → {NOTHING}" for key, said in _dates(before).items() if key not in dates]
    return [*(line for line in of_body(after) if line not in old), *gone]


def _dates(entry: Mapping[str, Any]) -> dict[str, str]:
    found = {}
    for key, label in (("valid_from", "Từ ngày"), ("valid_to", "Đến ngày")):
        if entry.get(key):
            year, month, day = entry[key].split("-")
            found[key] = f"{label}: {day}/{month}/{year}"
    return found
