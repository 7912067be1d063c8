import unicodedata
from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.records.lively_office import LEVELS, NAMES, PLACES, TYPES, awards_of, fill, kept_by
from tests.records.offices import ask, fresh_copy, sql
from thidua_desktop.domain import vietnamese
from thidua_desktop.records import awards, counting, overview
from thidua_desktop.records.query import ListQuery

VALUES = {
    "unit": st.integers(1, 6),
    "under": st.integers(1, 6),
    "year": st.integers(2013, 2020),
    "year_from": st.integers(2013, 2020),
    "year_to": st.integers(2013, 2020),
    "award": st.sampled_from((2, 3, 11)),
    "awards": st.sampled_from(("DH_LDTT", "DH_LDTT+DH_CSTT", "GK_HUYEN+BK_TINH", "KHONG_CO")),
    "recipient": st.sampled_from(("person", "collective", "household", "")),
    "decision": st.integers(1, 42),
    "person": st.integers(1, 20),
    "household": st.integers(1, 12),
    "decided_from": st.dates().map(str),
    "decided_to": st.sampled_from(("2016-12-31", "2018-06-30", "2019-01-01")),
    "level": st.sampled_from(LEVELS),
    "campaign": st.sampled_from((1, 2, None)),
    "type": st.sampled_from(TYPES),
    "event": st.sampled_from((1, "")),
    "gathered": st.sampled_from(("apart", "event")),
    "handed": st.sampled_from(("yes", "no")),
    "paid": st.sampled_from(("yes", "no")),
    "handed_at": st.just(1),
    "money": st.sampled_from(("spent 2020", "owed 2016")),
    "revoked": st.sampled_from(("1", "")),
}
FILTERS = st.sets(st.sampled_from(sorted(VALUES)), max_size=3).flatmap(
    lambda codes: st.fixed_dictionaries({code: VALUES[code] for code in codes})
)
KEYS = {
    "award": lambda a: a.award,
    "recipient": lambda a: a.recipient,
    "year": lambda a: a.year,
    "unit": lambda a: a.unit,
    "level": lambda a: a.level,
    "campaign": lambda a: a.campaign,
    "type": lambda a: a.type,
    "event": lambda a: a.event,
    "decided": lambda a: a.decided[:4],
}


@pytest.fixture(scope="module")
def office(template, tmp_path_factory):
    workspace = fresh_copy(template, tmp_path_factory.mktemp("dong"))
    fill(workspace)
    yield workspace
    workspace.close(backed_up=False)


TOLD_BY = {
    "under": "unit",
    "year_from": "year",
    "year_to": "year",
    "decided_from": "decided",
    "decided_to": "decided",
    "awards": "code",
}
MONEY = ("spent 2020", "returned 2020", "recover 2020", "owed 2016", "owed 2018")
CHOICES = {"gathered": {"apart", "event"}, "revoked": {"1"}, "money": MONEY, "handed_at": {1}}


@pytest.mark.parametrize("code", sorted(VALUES))
def test_each_filter_keeps_exactly_its_own_awards(office, code):
    everything = awards_of(office)
    told = {getattr(a, TOLD_BY.get(code, code), None) for a in everything} - {None}
    sizes = set()
    for value in CHOICES.get(code) or told:
        kept = {a.id for a in kept_by(office, {code: value})}
        assert set(ask(office, awards.ids, ListQuery(filters={code: value}))) == kept
        sizes.add(len(kept))
    assert max(sizes) > 0
    assert code == "revoked" or min(sizes) < len(everything)


@settings(max_examples=150, deadline=None)
@given(filters=FILTERS)
def test_any_filters_together_keep_count_and_sum_up_the_same_awards(office, filters):
    kept = kept_by(office, filters)
    query = ListQuery(filters=filters)
    assert sorted(ask(office, awards.ids, query)) == sorted(a.id for a in kept)
    assert ask(office, awards.summary, query) == summary_of(kept)


def summary_of(kept):
    of = {
        kind: len({a.who for a in kept if a.recipient == kind})
        for kind in ("person", "collective", "household")
    }
    return awards.Summary(
        len(kept), of["person"], of["collective"], of["household"], len({a.decision for a in kept})
    )


@settings(max_examples=120, deadline=None)
@given(
    by=st.lists(st.sampled_from(sorted(KEYS)), max_size=3, unique=True).map(tuple),
    filters=FILTERS,
    with_decisions=st.booleans(),
)
def test_figures_are_those_of_counting_by_hand(office, by, filters, with_decisions):
    groups = defaultdict(list)
    for a in kept_by(office, filters):
        groups[tuple(KEYS[code](a) for code in by)].append(a)
    if not by:
        groups.setdefault((), [])
    expected = {
        keys: (
            len(found),
            len({a.who for a in found}),
            len({a.decision for a in found}) if with_decisions else 0,
        )
        for keys, found in groups.items()
    }
    told = ask(office, counting.figures, by, filters, decisions=with_decisions)
    assert {f.keys: (f.times, f.distinct, f.decisions) for f in told} == expected
    assert len(told) == len(expected)
    order = [tuple((key is not None, key) for key in f.keys) for f in told]
    assert order == sorted(order)


@settings(max_examples=60, deadline=None)
@given(
    by=st.lists(st.sampled_from(("level", "campaign", "type", "event", "decided")), max_size=2, unique=True),
    filters=FILTERS,
)
def test_decisions_counted_alone_are_those_of_the_figures(office, by, filters):
    figures = ask(office, counting.figures, tuple(by), filters)
    alone = ask(office, counting.decisions, tuple(by), filters)
    assert {keys: n for keys, n in alone.items() if n} == {
        f.keys: f.decisions for f in figures if f.decisions
    }


def test_a_figure_opens_exactly_its_own_rows(office):
    for figure in ask(office, counting.figures, ("unit", "award", "recipient"), {"level": "district"}):
        unit, award, recipient = figure.keys
        own = {"unit": unit, "award": award, "recipient": recipient, "level": "district"}
        assert len(ask(office, awards.ids, ListQuery(filters=own))) == figure.times


SEARCHES = st.one_of(
    st.sampled_from(
        (*NAMES, *PLACES, "hoà", "hoa", "HÒA", "đ", "d", "12/QĐ", "9", "Cao Sơn", "k’brêu", "zzz", " ")
    ),
    st.sampled_from(NAMES).flatmap(lambda name: st.integers(0, len(name) - 1).map(lambda at: name[at:])),
)


@settings(max_examples=80, deadline=None)
@given(typed=SEARCHES, filters=FILTERS, composed=st.booleans())
def test_awards_are_found_through_recipients_units_and_numbers(office, typed, filters, composed):
    typed = typed if composed else unicodedata.normalize("NFD", typed)
    people = dict(sql(office, "SELECT id, name FROM person"))
    units = dict(sql(office, "SELECT id, name FROM unit"))
    homes = dict(sql(office, "SELECT id, name FROM household"))
    numbers = any(char.isdigit() for char in typed)

    def fits(a):
        names = [people.get(a.person), units.get(a.unit), homes.get(a.household)]
        if any(name and vietnamese.matches(typed, name) for name in names):
            return True
        return numbers and vietnamese.clean(typed).upper().replace(" ", "").lstrip("0") in a.number

    expected = [a for a in kept_by(office, filters) if not typed.strip() or fits(a)]
    query = ListQuery(search=typed, filters=filters)
    assert sorted(ask(office, awards.ids, query)) == sorted(a.id for a in expected)
    assert ask(office, awards.summary, query) == summary_of(expected)


SORTS = ("", "number", "name", "unit", "award", "year", "campaign", "entered")


@pytest.mark.parametrize("descending", [False, True])
@pytest.mark.parametrize("sort", SORTS)
def test_every_sort_holds_all_rows_once_in_its_order(office, sort, descending):
    query = ListQuery(sort=sort, descending=descending, filters={"revoked": "1"})
    ids = list(ask(office, awards.ids, query))
    rows = ask(office, awards.rows, ids)
    assert sorted(ids) == sorted(a.id for a in awards_of(office))
    assert [row.id for row in rows] == ids
    assert [row.id for row in ask(office, awards.first_rows, query, 10)] == ids[:10]
    sorts = dict(
        sql(
            office,
            "SELECT a.id, coalesce(p.sort, h.sort, u.sort) FROM award a LEFT JOIN person p ON p.id = a.person_id LEFT JOIN household h ON h.id = a.household_id LEFT JOIN unit u ON u.id = a.unit_id",
        )
    )
    places = dict(sql(office, "SELECT code, place FROM award_kind"))
    keys = {
        "": lambda row: -row.decided_on.toordinal(),
        "number": lambda row: int(row.number.split("/")[0]),
        "name": lambda row: sorts[row.id],
        "unit": lambda row: vietnamese.text_key(row.unit or row.name),
        "award": lambda row: places[row.award],
        "year": lambda row: row.year,
        "campaign": lambda row: vietnamese.text_key(row.campaign),
        "entered": lambda row: row.id,
    }
    found = [keys[sort](row) for row in rows]
    assert found == sorted(found, reverse=descending and bool(sort))


def test_a_row_tells_the_words_of_its_day_and_its_links(office):
    by_id = {a.id: a for a in awards_of(office)}
    words = {
        row[0]: row[1:]
        for row in sql(office, "SELECT id, name_written, unit_written, title_written FROM award")
    }
    for row in ask(office, awards.rows, sorted(by_id)):
        plain = by_id[row.id]
        assert (row.award, row.recipient, row.year, row.level) == (
            plain.code,
            plain.recipient,
            plain.year,
            plain.level,
        )
        assert (row.person_id, row.household_id, row.revoked_by) == (
            plain.person,
            plain.household,
            plain.revoked,
        )
        assert row.decided_on.isoformat() == plain.decided
        assert (row.name, row.unit, row.title_written) == words[row.id]
        assert row.title
        assert not row.title.startswith(("DH_", "GK_", "BK_"))


def test_years_and_people_of_awards_are_told(office):
    kept = awards_of(office)
    assert ask(office, awards.years) == sorted({a.year for a in kept}, reverse=True)
    bars = {
        bar.year: (bar.people, bar.collectives, bar.households)
        for bar in ask(office, overview.awards_by_year)
    }
    standing = [a for a in kept if a.revoked is None]
    assert bars == {
        year: tuple(
            sum(a.year == year and a.recipient == kind for a in standing)
            for kind in ("person", "collective", "household")
        )
        for year in {a.year for a in standing}
    }
    for person in {a.person for a in kept} - {None}:
        assert [row.id for row in ask(office, awards.of, person=person, revoked="1")] == [
            a.id
            for a in sorted(
                (a for a in kept if a.person == person), key=lambda a: (a.year, a.decided, a.decision, a.id)
            )
        ]
    codes = ask(office, counting.kind_codes)
    assert {codes[a.award] for a in kept} == {a.code for a in kept}
