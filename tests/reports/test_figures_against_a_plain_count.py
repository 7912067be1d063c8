"""Random awards, counted by the database and by a few lines of Python: the same figures."""

from collections import defaultdict
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.reports import district
from tests.reports.district import YEARS
from thidua_desktop.domain.decision import DecisionDraft
from thidua_desktop.domain.figures import ONE_FIGURE
from thidua_desktop.domain.period import Period
from thidua_desktop.domain.person import HouseholdDraft, PersonDraft
from thidua_desktop.records import awards, catalogue, decisions, households, people
from thidua_desktop.reports import period
from thidua_desktop.workspace import Workspace

CODES = ("DH_LDTT", "DH_LDTT", "DH_CSTT", "DH_CSTT", "DH_CSTD_CS", "DH_TTLDTT", "GK_HUYEN", "BK_TINH")
DECISION = st.tuples(
    st.dates(date(2017, 6, 1), date(2021, 6, 30)), st.sampled_from(["district", "province"]), st.booleans()
)
AWARD = st.tuples(
    st.integers(0, 4), st.sampled_from(CODES), st.sampled_from(["person", "person", "collective", "household"]),
    st.integers(0, 1), st.sampled_from(["school", "cao", "thap", None]), st.integers(2016, 2021),
)  # fmt: skip


class _TakenBackError(Exception):
    """Leaves the file as it was."""


@pytest.fixture(scope="module")
def kept(template, tmp_path_factory):
    path = tmp_path_factory.mktemp("counting") / "office.thidua"
    path.write_bytes(template.read_bytes())
    office = Workspace.open(path, backed_up=False)
    ids = district.make(office)
    with office.write("Người") as session:
        ids["people"] = people.add_many(session, [PersonDraft(f"Lò Văn {n}") for n in "ABCD"])
        ids["homes"] = [households.add(session, HouseholdDraft(f"Hộ ông Lò Văn {n}")) for n in "ABCD"]
        for decision_id in range(1, 9):
            decisions.remove(session, decision_id)
    yield office, ids
    office.close(backed_up=False)


def enter(session, ids, papers, given_):
    """Write random awards; gives them back as plain tuples with their decision."""
    kinds = {kind.code: kind.id for kind in catalogue.list_(session)}
    places = [ids[name] for name in ("school", "cao", "thap", "forces")]
    made = [
        (decisions.add(session, DecisionDraft(f"{n}/QĐ-UBND", day, level, event_id=ids["event"] if event else None)), day, level, event)
        for n, (day, level, event) in enumerate(papers)
    ]  # fmt: skip
    plain = []
    for place, (paper, code, recipient, who, unit, year) in enumerate(given_):
        decision_id, day, level, event = made[paper % len(made)]
        unit_id = places[who] if recipient == "collective" else ids.get(unit)
        values = {
            "decision_id": decision_id, "place": place, "kind_id": kinds[code], "recipient": recipient,
            "person_id": ids["people"][who] if recipient == "person" else None, "unit_id": unit_id,
            "household_id": ids["homes"][who] if recipient == "household" else None, "year": year, "name_written": "x",
        }  # fmt: skip
        awards.add_many(session, [values])
        plain.append((decision_id, day, level, event, code, recipient, who, unit_id, year))
    return plain


def counted(plain, key):
    """Times, distinct recipients and decisions by a key."""
    found = defaultdict(list)
    for award in plain:
        found[key(award)].append(award)
    return {
        group: (len(some), len({(a[5], a[6]) for a in some}), len({a[0] for a in some}))
        for group, some in found.items()
    }


def figure_of(code):
    return next(("+".join(sorted(group, reverse=True)) for group in ONE_FIGURE if code in group), code)


@settings(deadline=None, max_examples=60)
@given(
    papers=st.lists(DECISION, min_size=1, max_size=3), given_=st.lists(AWARD, min_size=4, max_size=40),
    basis=st.sampled_from(["earned", "decided"]), gathered=st.sampled_from(["apart", "inside"]),
    cutoff=st.sampled_from([None, date(2019, 6, 30), date(2020, 7, 22)]),
)  # fmt: skip
def test_figures_are_what_a_plain_count_finds(kept, papers, given_, basis, gathered, cutoff):
    office, ids = kept
    asked = period.Options(Period(YEARS.start, YEARS.end, basis, cutoff), gathered)
    with pytest.raises(_TakenBackError), office.write("Thử") as session:
        plain = enter(session, ids, papers, given_)
        rows = period.build(session, asked)
        check(rows, [a for a in plain if asked.period.counts(a[8], a[1])], gathered, basis)
        raise _TakenBackError


def check(rows, plain, gathered, basis):
    general = [a for a in plain if gathered == "inside" or not a[3]]
    apart = [a for a in plain if gathered == "apart" and a[3]]

    def figures(found, name):
        return {name(f.heading): (f.counted.times, f.counted.distinct, f.counted.decisions) for f in found}

    def named(heading):
        return heading.level, heading.award, heading.recipient

    assert figures(rows.rows, named) == counted(general, lambda a: (a[2], a[4], a[5]))
    assert figures(rows.event_rows, named) == counted(apart, lambda a: (a[2], a[4], a[5]))
    lines = counted(general, lambda a: (a[2], figure_of(a[4]), a[5]))
    single = {key: value for key, value in lines.items() if "+" not in key[1]}
    assert {key: value for key, value in figures(rows.lines, named).items() if key in single} == single
    together = sorted(value for key, value in lines.items() if "+" in key[1])
    assert sorted(value for key, value in figures(rows.lines, named).items() if key not in single) == together
    years = counted(general, lambda a: a[8] if basis == "earned" else a[1].year)
    assert {int(g.name[4:]): (g.times, g.distinct, g.decisions) for g in rows.by_year if g.times} == years
    units = counted(general, lambda a: a[7] or "none")
    assert {g.filters["unit"]: (g.times, g.distinct, g.decisions) for g in rows.by_unit} == units
    (whole,) = counted(general, lambda _: "").values() or [(0, 0, 0)]
    assert (rows.total.times, rows.total.distinct, rows.total.decisions) == whole
