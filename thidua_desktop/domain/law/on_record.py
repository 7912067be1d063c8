"""Conditions on what a person's years hold: ratings, awards, initiatives, discipline."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from thidua_desktop.domain.law import words
from thidua_desktop.domain.law.facts import (
    DISCIPLINES,
    MAY_HAVE_ENDED,
    MET,
    NOT_MET,
    RATINGS,
    UNKNOWN,
    Facts,
    Finding,
    Held,
    Idea,
    Span,
    every,
    truth,
)
from thidua_desktop.domain.law.predicates import Registry, not_before, number, ticked

_TOP = frozenset({"toan_quoc"})
_ARMY = _TOP | {"toan_quan"}
_MINISTRY = _ARMY | {"tinh", "bo"}
LEVELS = _MINISTRY | {"co_so", "huyen", "quan_khu"}
REACHED: dict[
    str, frozenset[str]
] = {  # the levels at which what an article asks for is reached; all for others
    "huyen": LEVELS - {"co_so"},
    "tinh": _MINISTRY,
    "bo": _MINISTRY,
    "ap_dung": _MINISTRY,
    "gia_tri_cao": _MINISTRY,
    "quan_khu": _ARMY | {"quan_khu"},
    "toan_quan": _ARMY,
    "toan_quoc": _TOP,
}
Value = Mapping[str, Any]
CONDITIONS = Registry()
REGISTER = ("register", "whole_register")


def held_in(facts: Facts, award: str, span: Span) -> list[Held]:
    """Give the awards of that kind that count in those years, in order of year."""
    found = [
        held
        for held in facts.awards
        if held.award == award and span.holds(held.year) and held.award_type not in span.left_out
    ]
    return sorted(found, key=lambda held: (held.year, held.id))


def _of(kind: str, found: list[Any]) -> tuple[tuple[str, int], ...]:
    return tuple((kind, one.id) for one in found)


def _rated(facts: Facts, year: int, least: str) -> str:
    rating = facts.ratings.get(year)
    return UNKNOWN if rating is None else MET if RATINGS[rating] >= RATINGS[least] else NOT_MET


def _years_said(facts: Facts, years: range) -> str:
    said = {year: words.RATED.get(facts.ratings.get(year, ""), "chưa có") for year in years}
    return ", ".join(f"{year}: {rated}" for year, rated in said.items())


def _rating_years(value: Value, span: Span) -> range:
    if "years" in value:
        return span.years(value["years"])
    return range(span.last if span.first is None else span.first, span.last + 1)


@CONDITIONS("rating", reads=("ratings",))
def rating(facts: Facts, value: Value, span: Span, code: str) -> Finding:
    """Ask the yearly rating of every year looked at to reach the least."""
    years = _rating_years(value, span)
    return Finding(
        code,
        every([_rated(facts, year, value["at_least"]) for year in years]),
        _years_said(facts, years),
    )


@CONDITIONS("rating_count", reads=("ratings",))
def rating_count(facts: Facts, value: Value, span: Span, code: str) -> Finding:
    """Count the years inside the window that reach the rating."""
    years = _rating_years({}, span)
    verdicts = [_rated(facts, year, value["at_least"]) for year in years]
    enough = verdicts.count(MET) >= value["min_years"]
    possible = verdicts.count(MET) + verdicts.count(UNKNOWN) >= value["min_years"]
    return Finding(code, truth(yes=enough, whole=not possible), _years_said(facts, years))


@CONDITIONS("rating_or_title", reads=("awards", "ratings", *REGISTER))
def rating_or_title(facts: Facts, value: Value, span: Span, code: str) -> Finding:
    """Ask every year for the rating or for one of the titles."""
    verdicts, used = [], []
    years = _rating_years(value, span)
    for year in years:
        titles = [h for t in value["titles"] for h in held_in(facts, t, Span(year, year))]
        used += titles
        verdict = MET if titles else _rated(facts, year, value["rating"])
        if verdict == NOT_MET and not facts.register_covers(year, year):
            verdict = UNKNOWN
        verdicts.append(verdict)
    return Finding(code, every(verdicts), _years_said(facts, years), _of("award", used))


@CONDITIONS("consecutive", reads=("awards", *REGISTER, "stated"))
def consecutive(facts: Facts, value: Value, span: Span, code: str) -> Finding:
    """Ask for the award in each of the last n years, the year proposed included.

    Chiến sĩ thi đua cơ sở is given every year (NĐ 91/2017 Điều 9 k3). Of a title that takes years to earn the
    articles count times (Điều 9 k1): years apart do not part them, and the office says whether anything does.
    """
    years, used, verdicts = span.years(value["n"]), [], []
    for year in years:
        titles = held_in(facts, value["award"], Span(year, year, left_out=span.left_out))
        used += titles[:1]
        verdicts.append(truth(yes=bool(titles), whole=facts.register_covers(year, year)))
    if value.get("times") and every(verdicts) != MET:
        return _times(facts, value, span, code)
    found = f"{len(used)}/{value['n']} năm ({', '.join(str(h.year) for h in used) or 'chưa có năm nào'})"
    return Finding(code, every(verdicts), found, _of("award", used))


def _times(facts: Facts, value: Value, span: Span, code: str) -> Finding:
    held = held_in(facts, value["award"], span.ever())
    found, ids = _times_said(held), _of("award", held)
    if len(held) < value["n"] and facts.whole_register and facts.register_covers(span.last, span.last):
        return Finding(code, NOT_MET, found, ids)
    answer = ticked(facts, code)
    if answer.verdict == MET and len(held) < value["n"]:
        said = f"Cơ quan xác nhận {value['n']} lần liên tục mà sổ mới ghi {found}: nhập quyết định còn thiếu"
        return Finding(code, MET, f"theo xác nhận của cơ quan; sổ mới ghi {found}", ids, said)
    return Finding(code, answer.verdict, f"{found}; {answer.found}", ids)


def _times_said(held: list[Held]) -> str:
    years = ", ".join(str(one.year) for one in held)
    return f"{len(held)} lần ({years})" if held else "0 lần"


@CONDITIONS("count", reads=("awards", *REGISTER))
def count(facts: Facts, value: Value, span: Span, code: str) -> Finding:
    """Count how often the award was received inside the window, or ever."""
    if not span.enclosed:
        span = span.ever()
    found = held_in(facts, value["award"], span)
    whole = facts.whole_register if span.first is None else True
    whole = whole and facts.register_covers(span.first or span.last, span.last)
    verdict = truth(yes=len(found) >= value["min"], whole=whole)
    return Finding(code, verdict, _times_said(found), _of("award", found))


@CONDITIONS("initiative", "research", reads=("ideas", "ideas_whole", "stated"))
def idea(facts: Facts, value: Value, span: Span, code: str) -> Finding:
    """Count the initiatives or topics of that level and state in the years looked at."""
    kind, least = code.partition(":")[0], value.get("n", 1)
    sure, doubtful = [], 0
    for one in facts.ideas:
        if one.kind != kind or not span.holds(one.year) or not _reaches(one.level, value["level"]):
            continue
        fits = every([_state(one, value), _applied(one, value), _valued(facts, value, code)])
        if fits == MET:
            sure.append(one)
        doubtful += fits == UNKNOWN
    sure.sort(key=lambda one: (one.year, one.id))
    years = _rating_years({}, span)
    whole = all(year in facts.ideas_whole for year in years) and len(sure) + doubtful < least
    verdict = truth(yes=len(sure) >= least, whole=whole)
    return Finding(code, verdict, f"{len(sure)}/{least}", _of("idea", sure))


def _state(one: Idea, value: Value) -> str:
    """What was accepted and what was put to use are two things, though one field may say both."""
    asked = value.get("state", "")
    if not asked or one.state == asked:
        return MET
    if asked == "xuat_sac_tieu_bieu":
        return UNKNOWN
    accepted = MET if one.state.startswith("nghiem_thu") else UNKNOWN
    used = MET if one.state.endswith("ap_dung") or one.applied else UNKNOWN
    if one.applied is False:
        used = NOT_MET
    return every([accepted if "nghiem_thu" in asked else MET, used if "ap_dung" in asked else MET])


def _applied(one: Idea, value: Value) -> str:
    if not value.get("applied") and value["level"] != "ap_dung":
        return MET
    return UNKNOWN if one.applied is None else MET if one.applied else NOT_MET


def _valued(facts: Facts, value: Value, code: str) -> str:
    """Leave to the officer whether what is recognised is of high value."""
    answer = facts.stated.get(code)
    if value["level"] != "gia_tri_cao" or answer is True:
        return MET
    return UNKNOWN if answer is None else NOT_MET


def _reaches(level: str, least: str) -> bool:
    return level == least or level in REACHED.get(least, LEVELS)


@CONDITIONS("no_discipline", reads=("disciplines", "discipline_whole", "members_discipline"))
def no_discipline(facts: Facts, value: Value, span: Span, code: str) -> Finding:
    """Ask for no discipline from that form upward standing in the year."""
    least = DISCIPLINES[value["from"]]
    if value["who"] == "member":
        return _members(facts, value, span, code)
    first, last = date(span.last, 1, 1), date(span.last, 12, 31)
    near = [one for one in facts.disciplines if one.start <= last and (one.end is None or one.end >= first)]
    heavy = [one for one in near if _weighs(one.form, least) == MET]
    known = span.last in facts.discipline_whole
    standing = [one for one in heavy if known or one.end is not None or one.start >= first]
    if standing:
        form = words.FORMS.get(standing[0].form, standing[0].form)
        return Finding(code, NOT_MET, form, _of("discipline", standing))
    if heavy:
        return Finding(code, UNKNOWN, "chưa ghi ngày hết hiệu lực kỷ luật", _of("discipline", heavy))
    doubtful = [one for one in near if _weighs(one.form, least) == UNKNOWN]
    if doubtful:
        return _doubtful(code, doubtful[0].form, value, known=known, ids=_of("discipline", doubtful))
    return Finding(code, MET if known else UNKNOWN, "không có" if known else "chưa có số liệu kỷ luật")


def _doubtful(
    code: str, form: str, value: Value, *, known: bool, ids: tuple[tuple[str, int], ...] = ()
) -> Finding:
    """Of a form the law does not weigh: where all is entered it is known, and to be looked at."""
    said = words.FORMS.get(form, form)
    if not known:
        return Finding(code, UNKNOWN, said, ids)
    least = words.FORMS[value["from"]]
    return Finding(code, MET, said, ids, f"Có {said}: xem có nặng bằng {least} trở lên không")


def _members(facts: Facts, value: Value, span: Span, code: str) -> Finding:
    """One member heavily disciplined decides; that nobody else was is known only of a year entered whole."""
    worst = facts.members_discipline
    if worst is None:
        return Finding(code, UNKNOWN, "chưa có số liệu kỷ luật của đơn vị")
    if worst == MAY_HAVE_ENDED:
        return Finding(code, UNKNOWN, "chưa ghi ngày hết hiệu lực kỷ luật")
    found = words.FORMS.get(worst, worst) or "không có"
    whole = span.last in facts.discipline_whole
    reached = _weighs(worst, DISCIPLINES[value["from"]]) if worst else NOT_MET
    if reached == UNKNOWN:
        return _doubtful(code, worst, value, known=whole)
    if reached == NOT_MET:
        return Finding(code, MET if not worst or whole else UNKNOWN, found)
    return Finding(code, NOT_MET, found)


def _weighs(form: str, least: int) -> str:
    """Whether a form weighs as much as the least asked; of another form than those of law it is not known."""
    weight = DISCIPLINES.get(form)
    if weight is None:
        return MET if least == min(DISCIPLINES.values()) else UNKNOWN
    return MET if weight >= least else NOT_MET


@CONDITIONS("employed_months", reads=("employed_months",))
def employed_months(facts: Facts, value: Value, _span: Span, code: str) -> Finding:
    """Compare the months worked in the year."""
    months = facts.employed_months
    if months is None:
        return Finding(code, UNKNOWN, "chưa có số tháng làm việc")
    return Finding(code, MET if months >= value["min"] else NOT_MET, f"{months} tháng")


@CONDITIONS("leave_working_days", reads=("leave_days",))
def leave_days(facts: Facts, value: Value, _span: Span, code: str) -> Finding:
    """Compare the working days of leave, maternity already left out of them."""
    days = facts.leave_days
    if days is None:
        return Finding(code, UNKNOWN, "chưa có số ngày nghỉ")
    return Finding(code, MET if days <= value["max"] else NOT_MET, f"{days} ngày")


@CONDITIONS("registered", reads=("registered", "registered_any", "registered_on"))
def registered(facts: Facts, value: Any, span: Span, code: str) -> Finding:
    """Look for the year's registration, in time where the day is known and the article names a last one.

    Luật 2003 Điều 10 k1b asks to have registered to take part: who registered another title may have done so.
    """
    known, by = facts.registered, value.get("by") if isinstance(value, Mapping) else None
    if known is None:
        return Finding(code, UNKNOWN, "chưa có số liệu đăng ký")
    if not known and facts.registered_any:
        return Finding(code, UNKNOWN, "đã đăng ký danh hiệu khác, chưa đăng ký danh hiệu này")
    if known and by and facts.registered_on:
        late = not_before(facts.registered_on, by, span.last)
        return Finding(code, NOT_MET if late else MET, f"đăng ký ngày {facts.registered_on:%d/%m/%Y}")
    return Finding(code, MET if known else NOT_MET, "có đăng ký" if known else "không đăng ký")


@CONDITIONS("service_years", "profession_years", "contribution_years", "model_years")
def years_spent(facts: Facts, value: Value, _span: Span, code: str) -> Finding:
    """Compare the years of service, of the profession, of contribution or of a production model."""
    found = number(facts, value, code, "năm")
    if found.verdict == MET and "of_which_direct" in value:
        direct = facts.stated.get("direct_years")
        if direct is None:
            return Finding(code, UNKNOWN, f"{found.found}; chưa có số năm trực tiếp")
        return Finding(code, MET if direct >= value["of_which_direct"] else NOT_MET, found.found)
    return found
