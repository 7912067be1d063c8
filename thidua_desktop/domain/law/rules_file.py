"""The file of rules shipped with the program; a rule without a citation is not taken."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from thidua_desktop.domain.law.rulebook import (
    BaseSalary,
    Coefficient,
    Criterion,
    Regime,
    Rulebook,
    cited,
    status_of,
)

RECIPIENTS = {"ca_nhan": "person", "tap_the": "collective", "ho_gia_dinh": "household"}
_DECREE = {
    "A0": "NĐ 42/2010",
    "A": "NĐ 91/2017",
    "B1": "NĐ 98/2023",
    "B2": "NĐ 152/2025",
    "B3": "NĐ 152/2025",
}


def load_rules(resources: Path) -> Rulebook:
    """Read rules.json and the names of awards; Refused when a rule has no citation."""
    book = read_rules(json.loads((resources / "rules.json").read_text(encoding="utf-8")))
    kinds = json.loads((resources / "award_catalogue.json").read_text(encoding="utf-8"))
    return replace(book, names={kind["code"]: kind["name_vi"] for kind in kinds})


def read_rules(data: Mapping[str, Any]) -> Rulebook:
    """Turn the file's content into a rulebook; entries of a regime that is not listed are left out."""
    regimes = tuple(_regime(entry) for entry in data["regimes"])
    by_code = {regime.code: regime for regime in regimes}
    for rule in data["general_rules"]:
        cited(rule, f"Quy định chung “{rule['id']}”")
    councils = [rule["council"] for rule in data["council"]]
    for rule in councils:
        cited(rule, "Quy định về hội đồng")
    for part, what in (
        ("deadlines", "Thời hạn"),
        ("dossier", "Quy định về hồ sơ"),
        ("fund", "Quy định về quỹ"),
    ):
        for rule in data[part]:
            cited(rule, what)
    bonus = data["bonus"]
    for rule in bonus["not_paid"]:
        cited(rule, "Quy định về trường hợp không chi tiền thưởng")
    return Rulebook(
        regimes=tuple(sorted(regimes, key=lambda regime: regime.start)),
        criteria=tuple(_criteria(data["criteria"], by_code)),
        coefficients=dict(_coefficients(bonus["multipliers"])),
        salaries=tuple(_salary(entry) for entry in data["base_salary"]),
        general=tuple(data["general_rules"]),
        councils=tuple(councils),
        rounding={
            regime: (rule["unit"], cited(rule, "Quy tắc làm tròn tiền thưởng"), status_of(rule["status"]))
            for rule in bonus["rounding"]
            for regime in rule["regimes"]
        },
        combination=tuple(bonus["combination"]),
        unpaid=tuple(bonus["not_paid"]),
        terms=tuple(data["deadlines"]),
        dossiers=tuple(data["dossier"]),
        funds=tuple(data["fund"]),
    )


def _regime(entry: Mapping[str, Any]) -> Regime:
    law = cited(entry, f"Giai đoạn {entry['id']}", "law")
    return Regime(
        code=entry["id"],
        start=date.fromisoformat(entry["from"]),
        end=_day(entry["to"]),
        law="; ".join(part for part in (law, entry.get("decree"), entry.get("circular")) if part),
        status=status_of(entry["status"]),
    )


def _criteria(entries: list[Mapping[str, Any]], regimes: Mapping[str, Regime]) -> Iterator[Criterion]:
    places: dict[tuple[str, str], int] = {}
    for entry in entries:
        key = (entry["regime"], entry["award"])
        places[key] = places.get(key, 0) + 1
        code = f"{key[0]}.{key[1]}.{places[key]}"
        cite = cited(entry, f"Tiêu chuẩn {code}")
        regime = regimes.get(entry["regime"])
        if regime is None:
            continue
        start = _day(entry.get("valid_from")) or regime.start
        ends = [day for day in (_day(entry.get("valid_to")), regime.end) if day]
        kind = entry.get("recipient_kind") or ""
        yield Criterion(
            code=code,
            award=entry["award"],
            regime=regime.code,
            recipients=tuple(RECIPIENTS[who] for who in entry["recipient"].split("|")),
            kind="" if kind == "any" else kind,
            extra=entry["combine"] == "and",
            test={key: entry[key] for key in ("all_of", "any_of") if key in entry},
            cite=cite,
            status=status_of(entry["status"]),
            start=max(start, regime.start),
            end=min(ends) if ends else None,
            note=entry.get("note", ""),
        )


def _coefficients(
    multipliers: Mapping[str, Mapping[str, Any]],
) -> Iterator[tuple[tuple[str, str, str], Coefficient]]:
    for regime, awards in multipliers.items():
        for award, entry in awards.items():
            article = (entry["article"] or "").replace("Dieu", "Điều")
            # A coefficient whose article was not read is an example of practice, not the text of the law.
            status = "seen" if entry["status"] == "seen" and article else "unverified"
            for who, value in (entry["mult"] or {}).items():
                cite = f"{_DECREE.get(regime, '')} {article}".strip()
                yield (
                    (regime, award, RECIPIENTS[who]),
                    Coefficient(Fraction(str(value)), cite, status, bool(entry.get("at_most"))),
                )


def _salary(entry: Mapping[str, Any]) -> BaseSalary:
    return BaseSalary(
        start=date.fromisoformat(entry["from"]),
        amount=entry["vnd_month"],
        cite=cited(entry, "Mức lương cơ sở", "decree"),
        status=status_of(entry["status"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
