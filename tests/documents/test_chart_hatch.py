"""Hatches: strokes that stay within their bars, alike everywhere on the picture."""

from math import hypot

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_documents import CHARTS

from thidua_desktop.documents import charts
from thidua_desktop.documents.chart_hatch import strokes
from thidua_desktop.documents.chart_style import FILLS

HATCHES = sorted({fill.hatch for fill in FILLS} - {""})
places = st.floats(0, 600)
sizes = st.floats(0, 400)


@given(st.sampled_from(HATCHES), places, places, sizes, sizes)
def test_no_stroke_leaves_its_bar(hatch, x, y, width, height):
    hair = 1e-6
    for x0, y0, x1, y1 in strokes(hatch, x, y, width, height):
        assert x - hair <= x0 <= x1 <= x + width + hair
        assert all(y - hair <= end <= y + height + hair for end in (y0, y1))


def away(x, y, stroke):
    """How far a point is from a stroke."""
    x0, y0, x1, y1 = stroke
    length = (x1 - x0) ** 2 + (y1 - y0) ** 2
    along = min(1.0, max(0.0, ((x - x0) * (x1 - x0) + (y - y0) * (y1 - y0)) / length))
    return hypot(x - x0 - along * (x1 - x0), y - y0 - along * (y1 - y0))


@pytest.mark.parametrize("hatch", HATCHES)
def test_no_place_in_a_bar_is_far_from_a_stroke(hatch):
    drawn = list(strokes(hatch, 10, 10, 60, 60))
    points = [(x, y) for x in range(12, 70, 2) for y in range(12, 70, 2)]
    assert max(min(away(x, y, stroke) for stroke in drawn) for x, y in points) < 4


def test_hatches_differ():
    drawn = {tuple(strokes(fill.hatch, 0, 0, 50, 50)) for fill in FILLS}
    assert len(drawn) == len(FILLS)


def test_hatches_of_neighbouring_bars_meet():
    whole = {stroke[1] for stroke in strokes("---", 0, 0, 20, 60)}
    parts = {stroke[1] for top in (0, 31) for stroke in strokes("---", 0, top, 20, 29 if top else 31)}
    assert parts <= whole


@pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)
def test_charts_hold_no_image(chart):
    svg = charts.draw(chart).svg
    assert b"<pattern" not in svg
    assert b"<image" not in svg
