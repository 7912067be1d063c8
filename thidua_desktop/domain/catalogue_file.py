"""The catalogue of law shipped with the program, with the short names and synonyms of the trade."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from thidua_desktop.domain.catalogue import AwardKindDraft

_RECIPIENTS = {"ca_nhan": "person", "tap_the": "collective", "ho_gia_dinh": "household"}
_LEVELS: dict[str, tuple[str, ...]] = {
    "CHU_TICH_NUOC": ("president",),
    "UBTVQH": ("assembly",),
    "CHINH_PHU": ("government",),
    "THU_TUONG": ("pm",),
    "BO_TINH": ("ministry", "province"),
    "QUAN_KHU": ("military",),
    # Awarded along the line of whoever commands or manages the force: any local authority may sign.
    "LUC_LUONG_VU_TRANG": ("province", "military", "district", "grassroots"),
    "DHQG": (),  # the two national universities have no level of their own here
    "HUYEN": ("district",),
    "XA": ("commune",),
    "CO_SO": ("grassroots",),
}


@dataclass(frozen=True)
class GivenBy:
    """The levels that give a kind from a day to a day, both included; None is open."""

    start: date | None
    end: date | None
    levels: frozenset[str]

    def on(self, day: date) -> bool:
        """Tell whether this holds on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


_ENGLISH = (
    (re.compile(r"\(from (\d{4})-(\d\d)-(\d\d)\)"), r"(từ \3/\2/\1)"),
    (re.compile(r"\(repealed (\d{4})-(\d\d)-(\d\d)\), now"), r"(hết hiệu lực \3/\2/\1), nay là"),
)


def load_catalogue(resources: Path) -> tuple[AwardKindDraft, ...]:
    """Read award_catalogue.json and award_synonyms.json of the resources folder, in the order of the law."""
    kinds = json.loads((resources / "award_catalogue.json").read_text(encoding="utf-8"))
    words = json.loads((resources / "award_synonyms.json").read_text(encoding="utf-8"))
    return tuple(_draft(kind, words.get(kind["code"], {})) for kind in kinds)


def levels_by_day(resources: Path) -> dict[str, tuple[GivenBy, ...]]:
    """Read which levels give a kind when, for the kinds of which the law says it otherwise from some day."""
    kinds = json.loads((resources / "award_catalogue.json").read_text(encoding="utf-8"))
    return {
        kind["code"]: given
        for kind in kinds
        if (given := tuple(_given_by(one) for one in kind.get("authority_by_date", ()) if "levels" in one))
    }


def _given_by(authority: Mapping[str, str]) -> GivenBy:
    levels = frozenset(level for part in authority["levels"].split("|") for level in _LEVELS[part])
    return GivenBy(_day(authority.get("from")), _day(authority.get("to")), levels)


def _draft(kind: Mapping[str, Any], words: Mapping[str, Any]) -> AwardKindDraft:
    start, end = _validity(kind)
    levels = [level for part in kind["level"].split("|") for level in _LEVELS[part]]
    former = [*kind.get("names_by_regime", {}).values(), *kind.get("aliases", ())]
    synonyms = dict.fromkeys([*words.get("synonyms", ()), *former])
    return AwardKindDraft(
        code=kind["code"],
        name=kind["name_vi"],
        category="title" if kind["group"] == "DANH_HIEU_THI_DUA" else "form",
        recipients=tuple(_RECIPIENTS[who] for who in kind["recipients"]),
        levels=tuple(dict.fromkeys(levels)),
        short=words.get("short", ""),
        group=kind["group"],
        annual=bool(kind["annual_title"]),
        valid_from=start,
        valid_to=end,
        law=_law(kind["law_ref"]),
        status="seen" if kind["status"] == "seen" else "unverified",
        synonyms=tuple(name for name in synonyms if name != kind["name_vi"]),
    )


def _validity(kind: Mapping[str, Any]) -> tuple[date | None, date | None]:
    """From the first regime whose law names the kind to the last; an authority that ended ends it sooner."""
    regimes = [regime for regime in kind["regimes"] if _named(kind["law_ref"], regime["regime"])]
    ends = [_day(regime["valid_to"]) for regime in regimes]
    given = [_day(authority.get("to")) for authority in kind.get("authority_by_date", ())]
    known = [day for day in given if day]
    if known and len(known) == len(given):
        return _day(regimes[0]["valid_from"]), max(known)
    return _day(regimes[0]["valid_from"]), None if None in ends else max(day for day in ends if day)


def _named(law: Mapping[str, str | None], regime: str) -> bool:
    keys = [regime, regime[0]]
    return next((law[key] is not None for key in keys if key in law), True)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _law(law: Mapping[str, str | None]) -> str:
    """Join the citations, today's law first."""
    said = "; ".join(article for key in ("B", "A", "A0") if (article := law.get(key)))
    for english, vietnamese in _ENGLISH:
        said = english.sub(vietnamese, said)
    return said
