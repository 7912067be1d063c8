"""The practice district: the article's office with invented people, complete, with exactly its figures."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.domain import vietnamese
from thidua_desktop.domain.campaign import CampaignDraft, Milestone, RoleModel
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.decision import AwardDraft, DecisionDraft, Stated
from thidua_desktop.domain.event import Delegate, EventDraft, Speech
from thidua_desktop.domain.person import HouseholdDraft, PersonDraft, PostDraft
from thidua_desktop.domain.unit import SuccessionDraft, UnitDraft
from thidua_desktop.records import households, people, settings
from thidua_desktop.records import units as unit_records
from thidua_desktop.services import campaigns, decisions, practice_years, units

NAME = "Tạo huyện thực hành"
_DEMO = Path(__file__).resolve().parents[2] / "resources" / "demo"


@dataclass(frozen=True)
class _Kept:
    """What was made, by its place in the demo's lists (from 1) or by name."""

    units: Mapping[int, int]
    people: Mapping[int, int]
    households: Mapping[int, int]
    campaigns: Mapping[str, int] = field(default_factory=dict)


def build(session: Session) -> None:
    """Enter the whole practice district into a new office, in the state of mid 2020."""
    lists, story = _read("bach_thong.json"), _read("story.json")
    settings.change(session, story["office"])
    unit_ids = _enter_units(session, lists["units"], story["district_note"])
    person_ids = _enter_people(session, lists["people"], unit_ids)
    home_ids = _enter_households(session, story["households"], unit_ids)
    kept = _Kept(unit_ids, person_ids, home_ids)
    kept = replace(kept, campaigns=_launch_campaigns(session, story["campaigns"], lists["units"], kept))
    conference = story["conference"]
    event_id = campaigns.hold_event(session, _conference(conference, kept))
    drafts = [
        _decision(given, lists, story, kept, event_id if given["number"] == conference["decision"] else None)
        for given in lists["decisions"]
    ]
    decisions.register_many(session, drafts)
    _merge_communes(session, story["mergers"], unit_ids)
    practice_years.build(session)


def _read(name: str) -> dict[str, Any]:
    return dict(json.loads((_DEMO / name).read_text(encoding="utf-8")))


def _enter_units(session: Session, rows: Sequence[Sequence[Any]], note: str) -> dict[int, int]:
    name, kind, _, block = rows[0]
    district = units.add(session, UnitDraft(name, kind, None, block, note=note))
    below = [UnitDraft(name, kind, district, block) for name, kind, _, block in rows[1:]]
    return dict(enumerate([district, *unit_records.add_many(session, below)], start=1))


def _enter_people(
    session: Session, rows: Sequence[Sequence[Any]], unit_ids: Mapping[int, int]
) -> dict[int, int]:
    drafts = [
        PersonDraft(name, PartialDate(birth), gender, posts=(PostDraft(post, unit_ids[unit]),))
        for name, gender, birth, unit, post in rows
    ]
    ids = people.add_many(session, drafts)
    namesakes: dict[str, list[int]] = {}
    for person_id, draft in zip(ids, drafts, strict=True):
        namesakes.setdefault(vietnamese.same_key(draft.name), []).append(person_id)
    people.add_questions(session, (pair for same in namesakes.values() for pair in combinations(same, 2)))
    return dict(enumerate(ids, start=1))


def _enter_households(
    session: Session, rows: Sequence[Sequence[Any]], unit_ids: Mapping[int, int]
) -> dict[int, int]:
    drafts = [HouseholdDraft(name, unit_ids[unit], address) for name, unit, address in rows]
    return {place: households.add(session, draft) for place, draft in enumerate(drafts, start=1)}


def _launch_campaigns(
    session: Session, given: Sequence[dict[str, Any]], unit_rows: Sequence[Sequence[Any]], kept: _Kept
) -> dict[str, int]:
    made: dict[str, int] = {}
    for one in given:
        joined = [kept.units[at] for at, row in enumerate(unit_rows, start=1) if row[1] == one.get("units")]
        draft = CampaignDraft(
            name=one["name"],
            form=one.get("form", "campaign"),
            level=one.get("level", "district"),
            kind=one.get("kind", "thematic"),
            parent_id=made.get(one.get("parent", "")),
            starts=_when(one.get("starts")),
            ends=_when(one.get("ends")),
            document=one.get("document", ""),
            contents=tuple(one["contents"]),
            unit_ids=tuple(joined),
            milestones=tuple(
                Milestone(kind, _when(on), note) for kind, on, note in one.get("milestones", ())
            ),
            role_models=tuple(_role_model(model, kept) for model in one.get("role_models", ())),
        )
        made[draft.name] = campaigns.launch(session, draft)
    return made


def _role_model(given: Mapping[str, Any], kept: _Kept) -> RoleModel:
    return RoleModel(
        person_id=kept.people.get(given.get("person", 0)),
        unit_id=kept.units.get(given.get("unit", 0)),
        household_id=kept.households.get(given.get("household", 0)),
        citation=given["citation"],
    )


def _conference(given: Mapping[str, Any], kept: _Kept) -> EventDraft:
    return EventDraft(
        name=given["name"],
        held_on=_when(given["held_on"]),
        host=given["host"],
        place=given["place"],
        delegates=tuple(Delegate(name, tuple(offices)) for name, offices in given["delegates"]),
        speeches=tuple(Speech(speaker, text) for speaker, text in given["speeches"]),
        launched_campaign_id=kept.campaigns[given["launched"]],
        note=given["note"],
    )


def _decision(
    given: Mapping[str, Any],
    lists: Mapping[str, Any],
    story: Mapping[str, Any],
    kept: _Kept,
    event_id: int | None,
) -> DecisionDraft:
    signing = story["signing"][given["level"]]
    awards = [
        _award(code, who, place, lists, story["titles"][code], kept)
        for code, who, places in given["awards"]
        for place in places
    ]
    persons = sum(award.recipient == "person" for award in awards)
    return DecisionDraft(
        number=given["number"],
        decided_on=date.fromisoformat(given["date"]),
        level=given["level"],
        authority=signing["authority"],
        signer=signing["signer"],
        signer_post=signing["post"],
        type=given["type"],
        year=given["year"],
        campaign_id=kept.campaigns[given["campaign"]] if given["campaign"] else None,
        event_id=event_id,
        stated=Stated(persons=persons or None, collectives=len(awards) - persons or None),
        awards=tuple(awards),
    )


def _award(code: str, who: str, place: int, lists: Mapping[str, Any], title: str, kept: _Kept) -> AwardDraft:
    if who == "collective":
        name = lists["units"][place - 1][0]
        return AwardDraft(code, who, name, unit_id=kept.units[place], title_written=title)
    name, _, _, unit, post = lists["people"][place - 1]
    return AwardDraft(
        award=code,
        name=name,
        person_id=kept.people[place],
        unit_id=kept.units[unit],
        post=post,
        unit_written=lists["units"][unit - 1][0],
        title_written=title,
    )


def _merge_communes(
    session: Session, given: Sequence[Mapping[str, Any]], unit_ids: Mapping[int, int]
) -> None:
    """Enter the mergers in the order of their days; a unit made by one is named by the next."""
    made: dict[str, int] = {}
    for merger in given:
        on = date.fromisoformat(merger["on"])
        old = tuple(made[unit] if isinstance(unit, str) else unit_ids[unit] for unit in merger["old"])
        into = (unit_ids[merger["into"]],) if "into" in merger else ()
        new = tuple(_successor(unit, on, unit_ids) for unit in [merger.get("new")] if unit)
        draft = SuccessionDraft("merged", on, old, into, new, merger["document"])
        ids = units.succeed(session, draft)
        made |= {unit.name: unit_id for unit, unit_id in zip(new, ids, strict=False)}


def _successor(given: Mapping[str, Any], on: date, unit_ids: Mapping[int, int]) -> UnitDraft:
    parent = unit_ids[given["parent"]] if "parent" in given else None
    return UnitDraft(given["name"], "commune", parent, given["block"], valid_from=on)


def _when(text: str | None) -> PartialDate | None:
    return PartialDate.from_iso(text) if text else None
