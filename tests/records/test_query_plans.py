"""The questions asked at every keystroke and for every report are answered from indexes alone."""

import re
import sqlite3
from contextlib import closing

import pytest
from sqlalchemy import event

from tests.records.lively_office import fill
from tests.records.offices import ask, fresh_copy
from thidua_desktop.records import awards, counting, decisions, overview, people, units
from thidua_desktop.records.query import ListQuery


@pytest.fixture(scope="module")
def office(template, tmp_path_factory):
    workspace = fresh_copy(template, tmp_path_factory.mktemp("ke-hoach"))
    fill(workspace)
    yield workspace
    workspace.close(backed_up=False)


PROVINCE = (  # what ANALYZE finds in a million awards
    ("award", "award_by_decision", "1000000 160 2 2 2 2 2 2 2"),
    ("award", "award_by_year", "1000000 50000 258 44 2 2 2"),
    ("award", "award_by_unit", "1000000 5000 258 44 2 2 2"),
    ("award", "award_by_kind", "1000000 166667 8334"),
    ("award", "award_by_revocation", "1000 10"),
    ("award", "ix_award_person_id", "1000000 20"),
    ("award", "ix_award_household_id", "1000000 500"),
    ("decision", "decision_by_day", "6250 2"),
    ("decision", "decision_by_number", "6250 1"),
    ("decision", "ix_decision_campaign_id", "6250 6250"),
    ("decision", "ix_decision_event_id", "6250 6250"),
    ("person", "person_by_name", "50000 12 12"),
    ("person", "person_by_exact", "50000 12"),
    ("person", "person_by_search", "50000 13"),
    ("unit", "unit_by_name", "200 1 1"),
)


@pytest.fixture(params=["no statistics", "statistics"])
def connection(office, request):
    """The file as SQLite knows it: never analysed, as offices have it, or analysed with a million awards."""
    with closing(sqlite3.connect(office.path)) as found, closing(sqlite3.connect(":memory:")) as copy:
        found.backup(copy)
        copy.create_function("regexp", 2, re.search, deterministic=True)  # as SQLAlchemy brings it along
        if request.param == "statistics":
            copy.execute("ANALYZE")
            copy.execute("DELETE FROM sqlite_stat1")
            copy.executemany("INSERT INTO sqlite_stat1 VALUES (?, ?, ?)", PROVINCE)
            copy.execute("ANALYZE sqlite_schema")
        yield copy


def asked(office, question, *args, **options):
    """The statements a question sends, with their values."""
    found = []

    def note(_connection, _cursor, statement, values, _context, _many):
        if statement.startswith("SELECT"):
            found.append((statement, values))

    event.listen(office._engine, "before_cursor_execute", note)
    try:
        ask(office, question, *args, **options)
    finally:
        event.remove(office._engine, "before_cursor_execute", note)
    return found


def plan(connection, statement):
    return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement[0]}", statement[1])]


def reads_table(connection, statement, table):
    """Whether the program SQLite makes of a statement ever takes a column from the table itself.

    EXPLAIN QUERY PLAN of SQLite 3.40 does not say COVERING where a generated column is in the index, though
    the table is then opened and never read.
    """
    [(root,)] = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,))
    steps = connection.execute(f"EXPLAIN {statement[0]}", statement[1]).fetchall()
    cursors = {step[2] for step in steps if step[1] == "OpenRead" and step[3] == root}
    return any(step[1] == "Column" and step[2] in cursors for step in steps)


@pytest.mark.parametrize("typed", ["", "hoa", "van duc"])
@pytest.mark.parametrize("descending", [False, True])
def test_people_are_searched_in_one_covering_index_in_its_own_order(office, connection, typed, descending):
    [statement] = asked(office, people.ids, ListQuery(search=typed, descending=descending))
    assert plan(connection, statement) == ["SCAN person USING COVERING INDEX person_by_name"]


def test_accents_are_looked_at_only_where_the_letters_fit(office, connection):
    [statement] = asked(office, people.ids, ListQuery(search="Đức"))
    assert plan(connection, statement) == ["SCAN person USING INDEX person_by_name"]
    assert statement[1][:2] == ("duc", 0)


@pytest.mark.parametrize(
    "by", [("unit", "award", "year"), ("unit",), ("unit", "year"), ("year", "unit", "award")]
)
@pytest.mark.parametrize("with_decisions", [False, True])
def test_figures_by_unit_are_read_from_an_index_alone(office, connection, by, with_decisions):
    [statement] = asked(office, counting.figures, by, {}, decisions=with_decisions)
    assert not reads_table(connection, statement, "award"), plan(connection, statement)


@pytest.mark.parametrize("filters", [{"year": 2016}, {"year_from": 2015, "year_to": 2016}])
def test_a_part_of_the_years_is_searched_not_scanned(office, connection, filters):
    [statement] = asked(office, counting.figures, ("unit", "award", "year"), filters, decisions=False)
    assert any(
        step.startswith("SEARCH award USING") and "year" in step for step in plan(connection, statement)
    )
    assert not reads_table(connection, statement, "award")


@pytest.mark.parametrize(
    ("by", "filters"),
    [
        (("level", "award", "recipient"), {}),
        (
            ("level", "award", "recipient"),
            {"decided_from": "2015-01-01", "decided_to": "2020-07-22", "gathered": "apart"},
        ),
        (("campaign", "award"), {"year_from": 2015, "year_to": 2019}),
        (("decided", "award"), {"level": "district"}),
    ],
)
def test_figures_by_authority_walk_the_decisions_and_read_no_award_itself(office, connection, by, filters):
    [statement] = asked(office, counting.figures, by, filters)
    steps = plan(connection, statement)
    assert any(step.startswith("SEARCH award USING") and "award_by_decision" in step for step in steps), steps
    assert not reads_table(connection, statement, "award")


def test_the_first_awards_of_a_list_come_without_sorting_them_all(office, connection):
    ids, *_ = asked(office, awards.first_rows, ListQuery())
    first, second = plan(connection, ids)
    assert first == "SCAN decision USING COVERING INDEX decision_by_day"
    assert second.startswith("SEARCH award USING COVERING INDEX award_by_decision")


def test_what_stands_below_the_list_of_awards_reads_no_award_itself(office, connection):
    [statement] = asked(office, awards.summary, ListQuery())
    assert not reads_table(connection, statement, "award")


@pytest.mark.parametrize(
    ("filters", "index"),
    [
        ({"person": 3}, "ix_award_person_id"),
        ({"unit": 2}, "award_by_unit"),
        ({"household": 1}, "ix_award_household_id"),
    ],
)
def test_the_awards_of_one_recipient_are_looked_up(office, connection, filters, index):
    statement, *_ = asked(office, awards.of, **filters)
    assert any(step.startswith("SEARCH award") and index in step for step in plan(connection, statement))


def test_awards_are_found_through_the_small_tables(office, connection):
    [statement] = asked(office, awards.ids, ListQuery(search="Hoà"))
    steps = plan(connection, statement)
    assert any("ix_award_person_id" in step for step in steps)
    assert not [step for step in steps if step.startswith("SCAN award")], steps


def test_the_units_of_a_whole_district_are_counted_in_one_pass(office, connection, monkeypatch):
    monkeypatch.setattr(units, "_FEW", 2)
    statements = asked(office, units.list_)
    [counted] = [statement for statement in statements if "FROM award" in statement[0]]
    assert not reads_table(connection, counted, "award"), plan(connection, counted)


def test_the_first_page_reads_no_award_itself(office, connection):
    for question in (overview.awards_by_year, overview.differing):
        for statement in asked(office, question):
            assert not reads_table(connection, statement, "award"), plan(connection, statement)


def test_decisions_come_in_the_order_of_their_days(office, connection):
    [statement] = asked(office, decisions.ids, ListQuery())
    assert plan(connection, statement) == ["SCAN decision USING COVERING INDEX decision_by_day"]


FILTERS = [
    {},
    {"year": 2016},
    {"year_from": 2015, "year_to": 2016},
    {"award": 3},
    {"awards": "DH_LDTT+DH_CSTT"},
    {"level": "province"},
    {"recipient": "collective"},
    {"campaign": "none"},
    {"type": "merit", "awards": "DH_LDTT"},
    {"year": 2016, "award": 3, "level": "district"},
    {"decided_from": "2015-01-01", "decided_to": "2016-12-31", "gathered": "apart"},
]


@pytest.mark.parametrize("filters", FILTERS, ids=str)
def test_no_question_goes_through_all_decisions_for_every_award(office, connection, filters):
    asked_ = [
        asked(office, awards.ids, ListQuery(filters=filters, sort=sort))
        for sort in ("", "number", "name", "unit", "award", "year", "campaign")
    ]
    asked_ += [
        asked(office, counting.figures, by, filters)
        for by in (("unit",), ("year",), ("unit", "recipient"), ("level", "award"), ("decided", "award"))
    ]
    asked_.append(asked(office, awards.summary, ListQuery(filters=filters)))
    for statements in asked_:
        steps = [" ".join(step.split()[:2]) for step in plan(connection, statements[-1])]
        first = min(steps.index(step) for step in ("SCAN award", "SEARCH award") if step in steps)
        assert "SCAN decision" not in steps[first:], steps
