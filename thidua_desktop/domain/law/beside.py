"""Rules that judge beside an award's own criteria, by whom and what they are about."""

from collections.abc import Callable, Iterator, Mapping
from fnmatch import fnmatchcase
from typing import Any, NamedTuple

from thidua_desktop.domain.dates import show
from thidua_desktop.domain.law.facts import NOT_MET, Facts, Finding, Held
from thidua_desktop.domain.law.predicates import ticked

Rule = Mapping[str, Any]
STATE_FORM, PARTY = "one_state_form_per_year", "party_and_unions"
PARTY_RATED = "to_chuc_dang_doan_the_htxs"
PARTY_CODE = f"attest:{PARTY_RATED}"
_TITLE = "DH_"
_STATE_FORMS = ("HC_*", "HCH_*", "DHVD_*", "GT_*", "BK_TTG")  # of a correction kept before it named them


class Beside(NamedTuple):
    """One such rule: the facts it reads, its finding (None: not asked), and what is only to be looked at."""

    reads: tuple[str, ...]
    found: Callable[[Rule, str, Facts], Finding | None]
    told: Callable[[Rule, str, Facts], Iterator[str]]


def bears_on(rule: Rule, award: str) -> bool:
    """Tell whether a rule of a day is about an award."""
    return any(fnmatchcase(award, one) for one in rule["rule"].get("awards", _STATE_FORMS))


def _state_form(rule: Rule, award: str, facts: Facts) -> Finding | None:
    """Stop a second form of one year, by the work and by the decision: which year is meant is not said."""
    if not facts.asked_as or not _asks(rule, award, facts):
        return None
    sure = [one for one in _others(rule, award, facts) if _same_work(one, facts) and _same_day(one, facts)]
    if not sure:
        return None
    days = ", ".join(show(one.day) for one in sure if one.day)
    said = f"đã có hình thức cấp Nhà nước của năm {facts.year}, quyết định ngày {days}"
    return Finding(STATE_FORM, NOT_MET, said, tuple(("award", one.id) for one in sure))


def _state_told(rule: Rule, award: str, facts: Facts) -> Iterator[str]:
    if _asks(rule, award, facts) and _state_form(rule, award, facts) is None:
        others = _others(rule, award, facts)
        if any(_same_work(one, facts) or _same_day(one, facts) for one in others):
            yield "Đã có hình thức khen thưởng cấp Nhà nước cùng năm: một năm không đề nghị hai hình thức"


def _asks(rule: Rule, award: str, facts: Facts) -> bool:
    return bears_on(rule, award) and facts.asked_as not in rule["rule"].get("except", ())


def _others(rule: Rule, award: str, facts: Facts) -> list[Held]:
    excepted = rule["rule"].get("except", ())
    return [
        one
        for one in facts.awards
        if one.award != award and bears_on(rule, one.award) and one.award_type not in excepted
    ]


def _same_work(held: Held, facts: Facts) -> bool:
    return held.year == facts.year


def _same_day(held: Held, facts: Facts) -> bool:
    return held.day is not None and held.day.year == facts.day.year


def _party(rule: Rule, award: str, facts: Facts) -> Finding | None:
    """Ask of a collective how its Party organisation and unions were rated, for a form of commendation."""
    asks = facts.recipient == "collective" and bears_on(rule, award) and not award.startswith(_TITLE)
    return ticked(facts, PARTY_RATED)._replace(code=PARTY_CODE) if asks else None


def _party_told(rule: Rule, award: str, facts: Facts) -> Iterator[str]:
    """Tell of it beside a title: whether the article means titles too is not said."""
    title = bears_on(rule, award) and award.startswith(_TITLE) and facts.recipient == "collective"
    if title and facts.stated.get(PARTY_RATED) is False:
        yield "Tổ chức Đảng, đoàn thể của tập thể được xác nhận là chưa hoàn thành xuất sắc nhiệm vụ"


BESIDE: dict[str, Beside] = {
    STATE_FORM: Beside(("asked_as", "all_awards"), _state_form, _state_told),
    PARTY: Beside(("stated",), _party, _party_told),
}
