"""Two sides of one list: nobody's change is lost, and nothing is decided that only the officer can decide."""

from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.three_way import merge, settle

WORDS = st.sampled_from(["", "Nông Văn Đức", "Nông Văn Đực", "1954", "05/1987", "Hiệu trưởng"])
ROWS = st.dictionaries(
    st.sampled_from("abcdef"), st.fixed_dictionaries({"name": WORDS, "post": WORDS}), max_size=5
)


@given(WORDS, WORDS)
def test_what_only_they_changed_is_taken(base, theirs):
    expected = "same" if theirs == base else "theirs" if theirs else "conflict"
    assert settle(base, base, theirs) == expected


@given(WORDS, WORDS)
def test_what_only_we_changed_is_kept(base, ours):
    assert settle(base, ours, base) == ("same" if ours == base else "ours")


@given(st.none() | WORDS, WORDS)
def test_the_same_change_on_both_sides_is_no_question(base, both):
    assert settle(base, both, both) == "same"


@given(st.none() | WORDS, WORDS, WORDS)
def test_two_different_changes_are_always_asked(base, ours, theirs):
    if ours and ours != theirs and base not in {ours, theirs}:
        assert settle(base, ours, theirs) == "conflict"


def test_a_value_wiped_out_there_is_asked_about():
    assert settle("1954", "1954", "") == "conflict"
    assert settle("1954", "1954", "1955") == "theirs"


@given(st.none() | ROWS, ROWS, ROWS)
def test_every_row_of_both_sides_has_one_fate(base, ours, theirs):
    rows = merge(base, ours, theirs)
    assert sorted(row.key for row in rows) == sorted({*ours, *theirs})
    for row in rows:
        before = row.key in (base or {})
        expected = {
            (True, True): "kept",
            (True, False): "missing_there" if before or base is None else "added_here",
            (False, True): "missing_here" if before else "added_there",
        }
        assert row.fate == expected[row.key in ours, row.key in theirs]


@given(st.none() | ROWS, ROWS, ROWS)
def test_no_value_of_either_side_is_lost(base, ours, theirs):
    """Each value of ours stands or is theirs to replace; each of theirs is taken, asked, or was never changed."""
    for row in merge(base, ours, theirs):
        before = None if base is None or row.key not in base else base[row.key]
        for cell in row.cells:
            if cell.verdict in {"conflict", "same"}:
                continue
            lost = cell.ours if cell.result == cell.theirs else cell.theirs
            assert lost in {"", *(before or {}).values()}


@given(ROWS, ROWS)
def test_a_list_that_came_back_unchanged_changes_nothing(base, ours):
    assert all(cell.verdict in {"same", "ours"} for row in merge(base, ours, base) for cell in row.cells)


@given(st.none() | ROWS, ROWS, ROWS)
def test_taking_everything_leaves_nothing_to_take_the_second_time(base, ours, theirs):
    taken = dict(ours)
    for row in merge(base, ours, theirs):
        if row.key in theirs:
            kept = {cell.field: cell.ours if cell.verdict == "ours" else cell.theirs for cell in row.cells}
            taken[row.key] = {**theirs[row.key], **kept}
    again = merge(base, taken, theirs)
    assert all(cell.verdict in {"same", "ours"} for row in again for cell in row.cells)


@given(ROWS, ROWS)
def test_without_the_original_every_difference_with_something_of_ours_is_asked(ours, theirs):
    for row in merge(None, ours, theirs):
        for cell in row.cells:
            assert cell.verdict == (
                "same" if cell.ours == cell.theirs else "conflict" if cell.ours else "theirs"
            )


def test_a_row_removed_here_and_changed_there_is_asked_and_unchanged_there_stays_removed():
    base = {"a": {"name": "Ma Văn Tá", "post": "Giáo viên"}}
    [untouched] = merge(base, {}, base)
    assert (untouched.fate, untouched.cells) == ("missing_here", ())
    [changed] = merge(base, {}, {"a": {"name": "Ma Văn Tá", "post": "Hiệu phó"}})
    assert [(cell.field, cell.verdict) for cell in changed.conflicts] == [("post", "conflict")]
