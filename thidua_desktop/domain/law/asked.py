"""What the office states so that a condition can be judged: each answer with its key and how it is given."""

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import NamedTuple

from thidua_desktop.domain.attested import (
    KEYS,
    KIND,
    MEETING_ON,
    MEMBERS,
    PENDING,
    REPORT_ON,
    WOMEN,
    read_day,
)
from thidua_desktop.domain.law import words
from thidua_desktop.domain.law.stated import CONDITIONS

YES_NO, FIGURE, SHARE, ONE_OF, DAY = "yes_no", "figure", "share", "one_of", "day"
KINDS_STATED = ("cbccvc", "nld", "cong_nhan", "nong_dan", "quan_doi", "cong_an", "llvt")
"""The sub-kinds a person is stated to be of; the others of rules.json are groups of these."""
AREA = "area"
"""Stands for the keys "area:…", of which one is answered with yes."""

_AS = re.compile(r"[:,](?:as|posts)=(.+?)(?=,\w+=|$)")
_CAP = re.compile(r":count=(.+?),(?:lower_by=.+?,)?max=.+?,of=(.+?)(?:,within=\w+)?$")
_YEARS = ("service_years", "profession_years", "contribution_years", "model_years", "tenure")


class Statement(NamedTuple):
    """One thing that may be stated of somebody; value: what choosing it says, "" where it is asked."""

    code: str
    words: str
    key: str
    form: str
    value: str = ""

    def shown(self, value: str) -> str:
        """Return an answer as it is read."""
        if self.form == YES_NO:
            return {"yes": "Có", "no": "Không"}.get(value, value)
        if self.form == DAY and (day := read_day(value)):
            return f"{day:%d/%m/%Y}"
        return f"{float(value) * 100:g} %".replace(".", ",") if self.form == SHARE else value


class Asked(NamedTuple):
    """One answer of the office.

    Attributes:
        keys: under which it is kept; KIND and AREA take the code of an option.
        form: YES_NO, FIGURE, SHARE (per cent, kept as a part of one), DAY or ONE_OF.
        words: what is asked, "" where the words of the condition say it.
        options: codes with their words, of ONE_OF.

    """

    keys: tuple[str, ...]
    form: str
    words: str = ""
    options: tuple[tuple[str, str], ...] = ()


def asked(code: str) -> tuple[Asked, ...]:
    """Return what a condition waits for from the office, by the code of its finding; nothing for others."""
    name = code.partition(":")[0]
    if name in _ASKED:
        return _ASKED[name](code)
    function = CONDITIONS.get(name)
    return _alone(code) if function is not None and function.__name__ == "judged" else ()


def kept(answer: Asked, value: object) -> Mapping[str, str]:
    """Return what is stated by an answer, "" for what it takes back; value as a form holds it.

    A form holds "yes", "no" or the code of an option, a number, a day; None or "" where nothing was answered.
    """
    if answer.keys == (AREA,):
        return {f"{AREA}:{code}": "yes" if code == value else "" for code, _said in answer.options}
    if isinstance(value, int | float):
        value = f"{value / 100 if answer.form == SHARE else value:.15g}"
    elif isinstance(value, date):
        value = value.isoformat()
    return dict.fromkeys(answer.keys, str(value or ""))


def statements(conditions: Mapping[str, str]) -> tuple[Statement, ...]:
    """Return all that conditions (words by code) read of what is stated, kinds and figures first."""
    found = {PENDING: Statement(PENDING, KEYS[PENDING], PENDING, YES_NO)}
    of_everybody = Asked((KIND,), ONE_OF, KEYS[KIND], _kinds()), *_members(""), _figure(WOMEN, SHARE)
    for kind in of_everybody:
        found |= {one.code: one for one in _statements(kind, "")}
    for code, said in conditions.items():
        for question in asked(code):
            found |= {one.code: one for one in _statements(question, said)}
    return tuple(sorted(found.values(), key=lambda one: one.form == YES_NO))


def _statements(question: Asked, said: str) -> Iterator[Statement]:
    for code, option in question.options:
        whole = f"{question.words}: {option}"
        if question.keys == (AREA,):
            yield Statement(f"{AREA}:{code}", whole, f"{AREA}:{code}", ONE_OF, "yes")
        else:
            yield Statement(f"{KIND}:{code}", whole, KIND, ONE_OF, code)
    for key in question.keys if not question.options else ():
        words_ = question.words or words.ATTESTED.get(key, "") or said
        yield Statement(key, f"{words_[:1].upper()}{words_[1:]}", key, question.form)


def _ticks(code: str) -> tuple[Asked, ...]:
    return (Asked(tuple(code.partition(":")[2].split("+")), YES_NO),)


def _years(code: str) -> tuple[Asked, ...]:
    name = code.partition(":")[0]
    of = _AS.search(code)
    said = f"{KEYS[name]} ({words.POSTS.get(of[1], of[1])})" if of else KEYS[name]
    own = Asked((f"{name}:{of[1]}" if of else name,), FIGURE, said)
    direct = _figure("direct_years")
    return (own, direct) if "of_which_direct" in code else (own,)


def _contribution(code: str) -> tuple[Asked, ...]:
    if "min_vnd" in code:
        return (_figure("contribution_vnd"),)
    return _alone(code)


def _points(code: str) -> tuple[Asked, ...]:
    areas = tuple((area, said) for area, said in words.AREAS.items() if f"'{area}'" in code)
    return (
        _figure("score"),
        _figure("score_weakest", SHARE),
        Asked((AREA,), ONE_OF, "Địa bàn", areas),
    )


def _kind(_code: str) -> tuple[Asked, ...]:
    return (Asked((KIND,), ONE_OF, KEYS[KIND], _kinds()),)


def _kinds() -> tuple[tuple[str, str], ...]:
    return tuple((code, words.KINDS[code]) for code in KINDS_STATED)


def _members(_code: str) -> tuple[Asked, ...]:
    return (_figure(MEMBERS),)


def _meeting(code: str) -> tuple[Asked, ...]:
    shares = _figure("meeting_came", SHARE), _figure("meeting_agreed", SHARE)
    return (*shares, _figure(MEETING_ON, DAY)) if ",by=" in code else shares


def _figure(key: str, form: str = FIGURE) -> Asked:
    return Asked((key,), form, KEYS[key])


def _alone(code: str) -> tuple[Asked, ...]:
    return (Asked((code,), YES_NO),)


def _valued(code: str) -> tuple[Asked, ...]:
    return _alone(code) if "level=gia_tri_cao" in code else ()


def _report(_code: str) -> tuple[Asked, ...]:
    return (_figure(REPORT_ON, DAY),)


def _cap(code: str) -> tuple[Asked, ...]:
    found = _CAP.search(code)
    if found is None or found[1] not in words.COUNTED:
        return ()
    count, of = found[1], words.COUNTED.get(found[2], found[2])
    named = (("cap_count", words.COUNTED[count]), ("cap_of", of))
    return tuple(Asked((f"{name}:{count}",), FIGURE, f"{said[:1].upper()}{said[1:]}") for name, said in named)


def _by_times(code: str) -> tuple[Asked, ...]:
    return _alone(code) if ",times=" in code else ()


_ASKED: dict[str, Callable[[str], tuple[Asked, ...]]] = {
    "attest": _ticks,
    "kind": _kind,
    "share": _members,
    "has_member_with": _members,
    "contribution": _contribution,
    "score_table": _points,
    "meeting": _meeting,
    "muu_tri_sang_tao": _alone,
    "initiative": _valued,
    "research": _valued,
    "consecutive": _by_times,
    "report_age": _report,
    "ratio_cap": _cap,
    **dict.fromkeys(_YEARS, _years),
}
