"""How old the report of a dossier may be that goes up to the Prime Minister (TT 12/2019 Điều 2 k4)."""

from collections.abc import Mapping
from fnmatch import fnmatchcase
from typing import Any

from thidua_desktop.domain.dates import months_later, show
from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN, Facts, Finding

NAME = "report_age"


def bears_on(rule: Mapping[str, Any] | None, award: str) -> bool:
    """Tell whether the rule of a day is about an award."""
    return rule is not None and any(fnmatchcase(award, one) for one in rule["rule"].get("awards", ["*"]))


def asked_of(rule: Mapping[str, Any], facts: Facts) -> bool:
    """Tell whether a recipient is proposed in a dossier of a type the rule is about."""
    return bool(facts.asked_as) and facts.asked_as in rule["rule"].get("types", [facts.asked_as])


def code(rule: Mapping[str, Any]) -> str:
    """Return the code of the finding, under which it is told what is asked."""
    return f"{NAME}:{rule['rule']['report_max_age_months']}"


def words(rule: Mapping[str, Any]) -> str:
    """Put the rule into words."""
    months = rule["report_max_age_months"]
    return f"Báo cáo thành tích lập chưa quá {months} tháng tính đến khi bộ, tỉnh trình Thủ tướng Chính phủ"


def found(rule: Mapping[str, Any], facts: Facts) -> Finding:
    """Judge the report by the day it was sent up; before that by the day it came in: it only grows older."""
    if facts.report_on is None:
        return Finding(code(rule), UNKNOWN, "chưa ghi ngày lập báo cáo")
    last = months_later(facts.report_on, rule["rule"]["report_max_age_months"])
    said = f"báo cáo ngày {show(facts.report_on)}: trình chậm nhất ngày {show(last)}"
    until, what = facts.day, "nhận hồ sơ"
    if facts.sent_on is not None and facts.sent_on >= until:
        until, what = facts.sent_on, "trình"
    if until > last and facts.sent_on == until:
        said += f", đã trình ngày {show(until)}"
    after = f"Báo cáo ghi ngày {show(facts.report_on)}, sau ngày {what} {show(until)}"
    doubt = after if facts.report_on > until else ""
    return Finding(code(rule), MET if until <= last else NOT_MET, said, doubt=doubt)
