"""The figures of a line of the rules that an officer may correct, each in words, and the line with others."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, NamedTuple

from thidua_desktop.domain.law import words
from thidua_desktop.domain.law.ballot import BASES
from thidua_desktop.domain.law.on_record import LEVELS
from thidua_desktop.domain.law.shapes import day as is_day
from thidua_desktop.domain.law.wording import worded
from thidua_desktop.domain.law.wording_base import Context, told_of

_LISTS = ("all_of", "any_of")
_WINDOWS = ("after_award", "window")
_PERCENTS = frozenset({"share.min", "ratio_cap.max", "score_table.each_criterion_min_share"})
_PERCENTS |= {"meeting.quorum_of_summoned", "meeting.approve_of_attending"}
_CHOICES: dict[str, Mapping[str, str]] = {
    "at_least": words.RATINGS,
    "rating": words.RATINGS,
    "with_rating": words.RATINGS,
    "level": {code: words.LEVELS[code] for code in sorted(LEVELS, key=list(words.LEVELS).index)},
    "from": words.FORMS,
    "within": words.COUNTED_IN,
}
_NAMED = {
    "below": "dưới",
    "of_which_direct": "trong đó trực tiếp",
    "years": "số năm",
    "n": "số lượng, số lần",
}
_STEPS = {
    "": "gửi, nộp hồ sơ",
    "appraise": "thẩm định hồ sơ",
    "council": "Hội đồng họp xét",
    "submit": "trình cấp trên",
    "decide": "quyết định",
    "notify": "thông báo kết quả",
    "consult": "trả lời hiệp y",
    "publish": "công khai lấy ý kiến",
    "give_back": "nộp lại hiện vật",
}
_ABSENT = (("written_opinion", "được tính"), ("", "không tính"))
_TERMS = {
    "working_days": "Số ngày làm việc",
    "days": "Số ngày",
    "by": "Chậm nhất ngày",
    "before": "Trước ngày",
}


class Figure(NamedTuple):
    """One thing of a line that can be written otherwise.

    Attributes:
        code: where in the entry it stands, parts parted by dots.
        kind: count, percent, decimal, text, day, lines, or choice with its options.
        optional: whether nothing may be said of it.

    """

    code: str
    label: str
    kind: str
    value: Any
    options: tuple[tuple[str, str], ...] = ()
    optional: bool = False


def figures(entry: Mapping[str, Any], names: Mapping[str, str]) -> tuple[Figure, ...]:
    """Name everything of an entry that can be corrected."""
    part = str(entry.get("part", "criteria"))
    return tuple(_OF[part](entry, names))


def conditions(entry: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, str]:
    """Put each condition of a criterion into words by its place, so that one can be left out."""
    return {
        where: worded({name: value}, Context(names)).split("\n", 1)[0]
        for where, name, value in _leaves(entry)
    }


def with_figures(entry: Mapping[str, Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """Write other figures into an entry; what is not named stays."""
    changed = deepcopy(dict(entry))
    kinds = {figure.code: figure for figure in figures(entry, {})}
    for code, value in values.items():
        if code in kinds and (value is not None or not kinds[code].optional):
            _put(changed, code, _kept(kinds[code], value, entry))
    return changed


def without(entry: Mapping[str, Any], kept: tuple[str, ...]) -> dict[str, Any]:
    """Leave out the conditions that no longer hold, and the lists that have none left."""
    root = next(key for key in _LISTS if key in entry)
    parts = _pruned(entry[root], root, frozenset(kept))
    return {**entry, root: parts}


def _pruned(parts: list[Any], where: str, kept: frozenset[str]) -> list[Any]:
    found = []
    for place, part in enumerate(parts):
        name, value = next(iter(part.items()))
        here = f"{where}.{place}.{name}"
        if name in _LISTS:
            inner = _pruned(value, here, kept)
            found += [{name: inner}] if inner else []
        elif here in kept:
            found.append(part)
    return found


def _leaves(entry: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    """Every condition with its place; one that holds others inside is given whole."""
    for root in _LISTS:
        for place, part in enumerate(entry.get(root, ())):
            yield from _under(f"{root}.{place}", part)


def _under(where: str, test: Mapping[str, Any]) -> Iterator[tuple[str, str, Any]]:
    name, value = next(iter(test.items()))
    if name in _LISTS:
        for place, part in enumerate(value):
            yield from _under(f"{where}.{name}.{place}", part)
    else:
        yield f"{where}.{name}", name, value


def _of_criterion(entry: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[Figure]:
    for where, name, value in _leaves(entry):
        yield from _of_condition(where, name, value, Context(names))


def _of_condition(where: str, name: str, value: Any, context: Context) -> Iterator[Figure]:
    told = worded({name: value}, context)
    if name == "attest":
        yield Figure(where, "Cơ quan xác nhận", "lines", [words.ATTESTED.get(key, key) for key in value])
    elif isinstance(value, int) and not isinstance(value, bool):
        yield Figure(where, told, "count", value)
    elif isinstance(value, Mapping):
        head = told.split("\n", 1)[0] if name in _WINDOWS else told
        yield from _of_values(where, name, value, head)
        if name in _WINDOWS:
            for place, part in enumerate(value["all_of"]):
                for at, inner, inside in _under(f"{where}.all_of.{place}", part):
                    yield from _of_condition(at, inner, inside, context._replace(inside=True))


def _of_values(where: str, name: str, value: Mapping[str, Any], told: str) -> Iterator[Figure]:
    for key, one in value.items():
        label = f"{told} – {_NAMED[key]}" if key in _NAMED and len(value) > 1 else told
        code = f"{where}.{key}"
        if key == "min_points":
            for area, points in one.items():
                yield Figure(f"{code}.{area}", f"Điểm: {told_of(words.AREAS, area)}", "count", points)
        elif f"{name}.{key}" in _PERCENTS:
            yield Figure(code, label, "percent", one)
        elif key == "by" and is_day(one):
            yield Figure(code, label, "day", one)
        elif isinstance(one, int) and not isinstance(one, bool):
            yield Figure(code, label, "count", one)
        elif isinstance(one, str) and one in _CHOICES.get(key, {}):
            yield Figure(code, label, "choice", one, _options(_CHOICES[key]))


def _of_council(entry: Mapping[str, Any], _names: Mapping[str, str]) -> Iterator[Figure]:
    if entry.get("quorum") and not entry.get("min_ratio"):
        yield Figure("quorum", "Số thành viên phải dự (ví dụ 2/3)", "text", entry["quorum"])
        return
    yield Figure("min_ratio", "Tỷ lệ phiếu đồng ý ít nhất", "percent", entry.get("min_ratio"))
    base = entry.get("base") or "total_members"
    yield Figure("base", "Tính trên", "choice", base, _options(BASES))
    absent = "written_opinion" if entry.get("absent") else ""
    yield Figure("absent", "Ý kiến bằng văn bản của người vắng", "choice", absent, _ABSENT)


def _of_term(entry: Mapping[str, Any], _names: Mapping[str, str]) -> Iterator[Figure]:
    yield Figure("text", "Nội dung", "text", entry["text"])
    if not entry.get("replaces"):
        yield Figure("step", "Dùng cho", "choice", entry.get("step", ""), _options(_STEPS))
    known = [key for key in _TERMS if key in entry]
    for key in known or ["working_days", "by"]:
        kind = "day" if key in ("by", "before") else "count"
        yield Figure(key, _TERMS[key], kind, entry.get(key), optional=not known)


def _of_papers(entry: Mapping[str, Any], _names: Mapping[str, str]) -> Iterator[Figure]:
    if "items" in entry:
        yield Figure("items", "Giấy tờ (mỗi dòng một loại)", "lines", list(map(_paper, entry["items"])))
    if "copies" in entry:
        yield Figure("copies", "Số bộ hồ sơ", "count", entry["copies"])


def _of_general(entry: Mapping[str, Any], _names: Mapping[str, str]) -> Iterator[Figure]:
    months = entry["rule"].get("report_max_age_months")
    if months:
        yield Figure("rule.report_max_age_months", "Báo cáo lập chưa quá số tháng", "count", months)


def _of_bonus(entry: Mapping[str, Any], _names: Mapping[str, str]) -> Iterator[Figure]:
    yield Figure("coefficient", "Hệ số (lần lương cơ sở)", "decimal", entry["coefficient"])


def _of_salary(entry: Mapping[str, Any], _names: Mapping[str, str]) -> Iterator[Figure]:
    yield Figure("amount", "Mức lương cơ sở (đồng)", "count", entry["amount"])


def _of_rounding(entry: Mapping[str, Any], _names: Mapping[str, str]) -> Iterator[Figure]:
    yield Figure("unit", "Làm tròn lên đến (đồng)", "count", entry["unit"])


def _of_period(entry: Mapping[str, Any], _names: Mapping[str, str]) -> Iterator[Figure]:
    yield Figure("law", "Luật, nghị định, thông tư", "text", entry["law"])


_OF = {
    "criteria": _of_criterion,
    "council": _of_council,
    "deadlines": _of_term,
    "dossier": _of_papers,
    "general": _of_general,
    "bonus": _of_bonus,
    "salary": _of_salary,
    "rounding": _of_rounding,
    "regime": _of_period,
}


def _options(table: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((code, label) for code, label in table.items() if label)


def _paper(item: Mapping[str, Any]) -> str:
    return f"{item['text']} ({item['when']})" if item.get("when") else str(item["text"])


def _kept(figure: Figure, value: Any, entry: Mapping[str, Any]) -> Any:
    """A value as the entry holds it: words the law has a code for keep that code."""
    if figure.code == "items":
        items = {_paper(item): item for item in entry["items"]}
        return [items.get(text, {"text": text}) for text in value]
    if figure.code == "absent" and bool(value) == bool(entry.get("absent")):
        return entry.get("absent")
    if figure.kind == "lines":
        codes = {text: code for code, text in words.ATTESTED.items()}
        codes |= {words.ATTESTED.get(code, code): code for code in _at(entry, figure.code)}
        return [codes.get(text, text) for text in value]
    return value


def _put(entry: dict[str, Any], code: str, value: Any) -> None:
    path, _, last = code.rpartition(".")
    place: Any = _at(entry, path) if path else entry
    place[int(last) if isinstance(place, list) else last] = value


def _at(entry: Mapping[str, Any], code: str) -> Any:
    place: Any = entry
    for step in code.split("."):
        place = place[int(step)] if isinstance(place, list) else place[step]
    return place
