"""Whatever the office does, one undo makes the records what they were, and one redo what they became."""

import sqlite3
import unicodedata
from contextlib import closing
from dataclasses import fields, is_dataclass, replace
from datetime import date

import pytest

from tests.records.offices import ask, content, do, fresh_copy, line, paper
from tests.services import flow_acts
from tests.services.one_of_each import (
    ABOUT,
    CAMPAIGN,
    DAY,
    DISCIPLINE,
    EVENT,
    HOME,
    IDEA,
    KIND,
    MERGER,
    PAPER,
    PERSON,
    PLEDGE,
    POST,
    RATING,
    RENAMING,
    SCAN,
    TOTAL,
    WORK,
)
from thidua_desktop.db import backup
from thidua_desktop.domain.attested import AttestedDraft
from thidua_desktop.domain.campaign import CampaignDraft
from thidua_desktop.domain.event import EventDraft
from thidua_desktop.domain.person import HouseholdDraft, PersonDraft, PostDraft
from thidua_desktop.domain.unit import UnitDraft
from thidua_desktop.domain.whole import WholeDraft
from thidua_desktop.records import catalogue as kinds
from thidua_desktop.records import decisions as decision_records
from thidua_desktop.records import imports, settings
from thidua_desktop.services import (
    attesting,
    campaigns,
    catalogue,
    decisions,
    disciplines,
    handing,
    ideas,
    papers,
    people,
    pledges,
    ratings,
    totals,
    units,
    whole,
    work_years,
)


@pytest.fixture(scope="module")
def kept(template, tmp_path_factory):
    """An office with one of each, to be copied."""
    office = fresh_copy(template, tmp_path_factory.mktemp("du"))
    for act, *args in (
        (units.add, UnitDraft("Xã Một", "commune")),
        (units.add, UnitDraft("Xã Hai", "commune", note="Ghi chú")),
        (people.add, PERSON),
        (people.add, PersonDraft("Nguyễn Văn Đức")),
        (people.add, PersonDraft("Người Thừa")),
        (people.add_household, HOME),
        (campaigns.launch, CAMPAIGN),
        (campaigns.launch, CampaignDraft("Phong trào Thừa", contents=("Một",))),
        (campaigns.hold_event, EVENT),
        (totals.enter, TOTAL),
        (catalogue.add, KIND),
        (decisions.register, PAPER),
        (decisions.register, paper("2/QĐ-UBND", date(2020, 3, 1))),
        (handing.pay, {1: 540_000, 2: 540_000}, date(2020, 2, 1)),
        (decisions.revoke, [2], 2),
        (papers.attach, SCAN),
        (units.add, UnitDraft("Xã Thừa", "commune")),
        (ratings.enter, RATING),
        (ideas.enter, IDEA),
        (disciplines.enter, DISCIPLINE),
        (work_years.enter, WORK),
        (pledges.enter, PLEDGE),
        (whole.say, WholeDraft("award", 2015, 2020)),
        (attesting.state, AttestedDraft(ABOUT, "dao_duc", "yes", 2023)),
        *flow_acts.ENTERED,
    ):
        do(office, act, *args)
    office.close(backed_up=False)
    return office.path


@pytest.fixture
def office(kept, tmp_path):
    workspace = fresh_copy(kept, tmp_path)
    yield workspace
    workspace.close(backed_up=False)


def corrected(session):
    draft = decision_records.draft(session, 1)
    lines = (draft.awards[3], replace(draft.awards[0], award="DH_CSTD_CS"), line("Người Mới Nữa"))
    decisions.correct(session, 1, replace(draft, number="7/QĐ-UBND", awards=lines))


def kind_id(session):
    return kinds.by_code(session)["KNC_HUYEN"].id


ACTS = {
    "units.add": lambda s: units.add(s, UnitDraft("Xã Ba", "commune", 1)),
    "units.change": lambda s: units.change(s, 2, UnitDraft("Xã Hai Mươi", "commune", 1, "Khối")),
    "units.remove": lambda s: units.remove(s, 5),
    "units.succeed merged": lambda s: units.succeed(s, MERGER),
    "units.succeed renamed": lambda s: units.succeed(s, RENAMING),
    "people.add": lambda s: people.add(s, PERSON),
    "people.change": lambda s: people.change(
        s, 1, PersonDraft("Người Thừa", posts=(PostDraft("Khác"), POST))
    ),
    "people.remove": lambda s: people.remove(s, 3),
    "people.tell_apart": lambda s: people.tell_apart(s, 1),
    "people.merge": lambda s: people.merge(s, 1, 2),
    "people.add_household": lambda s: people.add_household(s, HOME),
    "people.change_household": lambda s: people.change_household(s, 1, HouseholdDraft("Khác")),
    "people.remove_household": lambda s: (decisions.remove(s, 1), people.remove_household(s, 1)),
    "campaigns.launch": lambda s: campaigns.launch(s, replace(CAMPAIGN, name="Ba")),
    "campaigns.change": lambda s: campaigns.change(
        s, 1, replace(CAMPAIGN, contents=("Hai",), unit_ids=(2, 1), milestones=())
    ),
    "campaigns.remove": lambda s: campaigns.remove(s, 2),
    "campaigns.hold_event": lambda s: campaigns.hold_event(s, EVENT),
    "campaigns.change_event": lambda s: campaigns.change_event(
        s, 1, EventDraft("Khác", speeches=EVENT.speeches * 2)
    ),
    "campaigns.remove_event": lambda s: campaigns.remove_event(s, 1),
    "totals.enter": lambda s: totals.enter(s, TOTAL),
    "totals.change": lambda s: totals.change(s, 1, replace(TOTAL, times=6)),
    "totals.replace": lambda s: totals.replace(s, 1, DAY),
    "totals.take_back": lambda s: (
        totals.replace(s, 1, DAY),
        totals.take_back(s, 1),
        totals.change(s, 1, replace(TOTAL, times=9)),
    ),
    "totals.remove": lambda s: totals.remove(s, 1),
    "catalogue.add": lambda s: catalogue.add(
        s, replace(KIND, code="KNC_XA", name="Khác", synonyms=("Hai", "Ba"))
    ),
    "catalogue.change": lambda s: catalogue.change(s, kind_id(s), replace(KIND, name="Khác", synonyms=())),
    "catalogue.retire": lambda s: catalogue.retire(s, kind_id(s)),
    "catalogue.bring_back": lambda s: (
        catalogue.retire(s, kind_id(s)),
        catalogue.bring_back(s, kind_id(s)),
        kinds.learn(s, "KNC_HUYEN", "Một"),
    ),
    "catalogue.remove": lambda s: catalogue.remove(s, kind_id(s)),
    "kinds.learn": lambda s: kinds.learn(s, "DH_LDTT", "Cán bộ LĐTT"),
    "decisions.register": lambda s: decisions.register(s, replace(PAPER, number="3/QĐ-UBND")),
    "decisions.register_many": lambda s: decisions.register_many(
        s, [replace(PAPER, number=f"{n}/QĐ") for n in range(3, 9)]
    ),
    "decisions.correct": corrected,
    "decisions.remove": lambda s: decisions.remove(s, 1),
    "decisions.remove revoking": lambda s: decisions.remove(s, 2),
    "decisions.revoke": lambda s: decisions.revoke(s, [1, 3], 2),
    "decisions.restore": lambda s: decisions.restore(s, [2]),
    "papers.attach": lambda s: papers.attach(s, SCAN, decision_id=1),
    "papers.detach": lambda s: papers.detach(s, 1),
    "ratings.enter": lambda s: ratings.enter(s, replace(RATING, year=2024)),
    "ratings.correct": lambda s: ratings.correct(s, 1, replace(RATING, rating="HT", note="Khác")),
    "ratings.remove": lambda s: ratings.remove(s, [1]),
    "ideas.enter": lambda s: ideas.enter(s, replace(IDEA, name="Khác", authors=(2, 1))),
    "ideas.correct": lambda s: ideas.correct(s, 1, replace(IDEA, authors=(2,), applied=False)),
    "ideas.remove": lambda s: ideas.remove(s, [1]),
    "disciplines.enter": lambda s: disciplines.enter(s, replace(DISCIPLINE, form="khac")),
    "disciplines.correct": lambda s: disciplines.correct(s, 1, replace(DISCIPLINE, ends=None)),
    "disciplines.remove": lambda s: disciplines.remove(s, [1]),
    "work_years.enter": lambda s: work_years.enter(s, replace(WORK, year=2024)),
    "work_years.correct": lambda s: work_years.correct(s, 1, replace(WORK, months=None)),
    "work_years.remove": lambda s: work_years.remove(s, [1]),
    "pledges.enter": lambda s: pledges.enter(s, replace(PLEDGE, award="DH_LDTT")),
    "pledges.enter_list": lambda s: pledges.enter_list(s, [replace(PLEDGE, year=y) for y in (2023, 2024)]),
    "pledges.correct": lambda s: pledges.correct(s, 1, replace(PLEDGE, note="Khác")),
    "pledges.withdraw": lambda s: pledges.withdraw(s, [1]),
    "whole.say": lambda s: whole.say(s, WholeDraft("idea", 2015, 2020, note="Ghi chú")),
    "whole.correct": lambda s: whole.correct(s, 1, WholeDraft("award", 2014, 2021)),
    "whole.take_back": lambda s: whole.take_back(s, [1]),
    "attesting.enter": lambda s: attesting.enter(s, AttestedDraft(ABOUT, "members", "9", 2023, "Biên bản")),
    "attesting.correct": lambda s: attesting.correct(s, 1, AttestedDraft(ABOUT, "dao_duc", "no", 2022)),
    "attesting.remove": lambda s: attesting.remove(s, [1]),
    "attesting.state": lambda s: attesting.state(s, AttestedDraft(ABOUT, "members", "9", 2023)),
    "attesting.state_all": lambda s: attesting.state_all(s, ABOUT, 2023, {"dao_duc": "", "members": "9"}),
    "settings.change": lambda s: settings.change(s, {"office": "UBND huyện Bạch Thông"}),
    "imports.add": lambda s: imports.add(s, imports.ImportedFile("a.xlsx", "ab", "annex", "2024", 1, 1, "")),
    **flow_acts.ACTS,
}


@pytest.mark.parametrize("name", ACTS)
def test_one_undo_takes_an_act_back_and_one_redo_does_it_again(office, name):
    before = content(office)
    do(office, ACTS[name], name=name)
    after = content(office)
    assert after != before
    assert office.undo().name == name
    assert content(office) == before
    assert office.redo().name == name
    assert content(office) == after
    assert not backup.verify(office.path).problems


def test_everything_at_once_is_still_one_undo(office):
    before = content(office)
    with office.write("Tất cả") as session:
        for name in (
            "people.merge",
            "decisions.correct",
            "decisions.remove",
            "units.succeed merged",
            "campaigns.remove_event",
        ):
            ACTS[name](session)
    after = content(office)
    office.undo()
    assert content(office) == before
    office.redo()
    assert content(office) == after


def test_every_service_that_writes_is_tried():
    import inspect

    modules = {
        "units": units,
        "people": people,
        "campaigns": campaigns,
        "totals": totals,
        "catalogue": catalogue,
        "decisions": decisions,
        "papers": papers,
        "ratings": ratings,
        "ideas": ideas,
        "disciplines": disciplines,
        "work_years": work_years,
        "pledges": pledges,
        "whole": whole,
        "attesting": attesting,
        **flow_acts.MODULES,
    }
    public = {
        f"{name}.{act}"
        for name, module in modules.items()
        for act, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not act.startswith("_")
    }
    reading = {
        "papers.missing",
        "papers.take_in",
        "agreeing.against",
        "dossier_days.refuse_received_after",
        "dossiers.refuse_returned",
        "dossiers.refuse_voted_down",
        "drafting.settled",
    }
    assert public - reading <= {name.split(" ")[0] for name in ACTS}


def decomposed(value):
    """The same draft as a Mac would hand it over: every letter taken apart, hidden spaces between words."""
    if isinstance(value, str):
        return unicodedata.normalize("NFD", value) if not value.isascii() else value
    if isinstance(value, tuple):
        return tuple(decomposed(one) for one in value)
    if is_dataclass(value) and not isinstance(value, date):
        return type(value)(**{one.name: decomposed(getattr(value, one.name)) for one in fields(value)})
    return value


def test_all_text_is_kept_composed_however_it_was_typed(template, tmp_path):
    office = fresh_copy(template, tmp_path)
    for act, draft in (
        (units.add, UnitDraft("Xã Một", "commune", None, "Khối xã", note="Ghi chú")),
        (units.add, UnitDraft("Xã Hai", "commune")),
        (people.add, PERSON),
        (people.add_household, HOME),
        (campaigns.launch, CAMPAIGN),
        (campaigns.hold_event, EVENT),
        (totals.enter, TOTAL),
        (catalogue.add, KIND),
        (decisions.register, PAPER),
        (units.succeed, MERGER),
        (settings.change, {"office": "UBND huyện Bạch Thông"}),
    ):
        do(
            office,
            act,
            {k: decomposed(v) for k, v in draft.items()} if isinstance(draft, dict) else decomposed(draft),
        )
    do(office, kinds.learn, "DH_LDTT", decomposed("Cán bộ LĐTT"))
    do(office, units.succeed, decomposed(replace(RENAMING, old_ids=(3,))))
    loose = []
    with closing(sqlite3.connect(office.path)) as connection:
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            if table in {"action", "change"}:
                continue
            cursor = connection.execute(f'SELECT * FROM "{table}"')
            for row in cursor:
                for (column, *_), value in zip(cursor.description, row, strict=True):
                    if isinstance(value, str) and not unicodedata.is_normalized("NFC", value):
                        loose.append((table, column, value))
    office.close(backed_up=False)
    assert loose == []


def test_reading_changes_nothing(office):
    before = content(office)
    ask(office, decision_records.draft, 1)
    assert office.undoable() == "Làm thử"
    assert content(office) == before
