"""Charts: bars lie where their values say, inside the picture, and their words survive."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import cache
from io import BytesIO
from xml.etree import ElementTree as ET

import pytest
from PIL import Image
from sample_documents import BY_UNIT, BY_YEAR, CHARTS, EMPTY, GROUPED, MANY, SHARE, SINGLE, UNITS, YEARS

from thidua_desktop.documents import chart_upright, charts
from thidua_desktop.documents.chart_layout import EMPTY as EMPTY_WORDS
from thidua_desktop.documents.chart_layout import Area, portions, value_label
from thidua_desktop.documents.chart_plan import POINTS_PER_MM, TALLEST_MM, natural_height, plan, ruler
from thidua_desktop.documents.chart_style import FILLS, FONTS, wrapped
from thidua_desktop.documents.document import Chart, Series

drawn = cache(charts.draw)  # for tests that only look
every_chart = pytest.mark.parametrize("chart", CHARTS.values(), ids=CHARTS)


def along(region, *, upright):
    """A bar's length as a fraction of the picture."""
    return region.y1 - region.y0 if upright else region.x1 - region.x0


def stands(picture):
    """Whether the bars stand: then some of the first series share no left edge."""
    return len({round(r.x0, 6) for r in picture.regions if r.series == 0}) > 1


@every_chart
def test_regions_lie_within_the_picture_one_for_each_value(chart):
    regions = drawn(chart).regions
    assert all(0 <= r.x0 < r.x1 <= 1 and 0 <= r.y0 < r.y1 <= 1 for r in regions)
    assert {(r.series, r.category) for r in regions} == {
        (s, c) for s, series in enumerate(chart.series) for c, value in enumerate(series.values) if value
    }


@pytest.mark.parametrize("name", CHARTS)
def test_bars_are_as_long_as_their_values(name):
    chart = CHARTS[name]
    values = portions(chart)
    upright = name in {"by_year", "grouped", "single", "lonely"}
    scales = [along(r, upright=upright) / values[r.series][r.category] for r in drawn(chart).regions]
    assert max(scales) == pytest.approx(min(scales), rel=1e-6)


@every_chart
def test_bars_do_not_cover_each_other(chart):
    regions = drawn(chart).regions
    hair = 1e-9
    for index, a in enumerate(regions):
        for b in regions[index + 1 :]:
            apart = a.x1 <= b.x0 + hair or b.x1 <= a.x0 + hair or a.y1 <= b.y0 + hair or b.y1 <= a.y0 + hair
            assert apart, (a, b)


@every_chart
@pytest.mark.parametrize("size", [(165, None), (90, 60), (260, 120)])
def test_words_stay_in_the_picture_and_off_each_other(chart, size):
    width, height = size
    tall = natural_height(chart, width) if height is None else height
    if tall < 2.6 * len(chart.categories) and height is not None:
        pytest.skip("fifty-eight bars in so low a picture are only a silhouette")
    placed = plan(chart, width, tall)
    measure = ruler()
    boxes = []
    for words in placed.words:
        for row, line in enumerate(words.text.split("\n")):
            room = measure(line, words.size, words.bold)
            high = words.size * 0.7
            left = words.x - {"left": 0, "center": room / 2, "right": room}[words.across]
            lines = words.text.count("\n") + 1
            lead = {"top": 0, "center": lines / 2, "bottom": lines}[words.along] * words.size * 1.25
            top = words.y - lead + row * words.size * 1.25 + words.size * 0.28
            if words.upended:
                left, top, room, high = words.x - words.size / 2, words.y - room, high, room
            boxes.append((left, top, left + room, top + high, line))
    wide, deep = width * POINTS_PER_MM, tall * POINTS_PER_MM
    for x0, y0, x1, y1, line in boxes:
        assert x0 >= -0.5, line
        assert y0 >= -0.5, line
        assert x1 <= wide + 0.5, line
        assert y1 <= deep + 0.5, line
    for index, a in enumerate(boxes):
        for b in boxes[index + 1 :]:
            assert a[2] <= b[0] + 1 or b[2] <= a[0] + 1 or a[3] <= b[1] + 1 or b[3] <= a[1] + 1, (a, b)


def test_the_picture_is_svg_with_its_letters_as_outlines():
    svg = charts.draw(BY_YEAR).svg
    root = ET.fromstring(svg)
    assert root.tag.endswith("svg")
    assert not [node for node in root.iter() if node.tag.endswith("}text")]


def test_the_same_chart_is_drawn_the_same():
    assert charts.draw(GROUPED).regions == charts.draw(GROUPED).regions


def test_charts_can_be_drawn_on_several_threads_at_once():
    alone = [charts.draw(chart).regions for chart in CHARTS.values()]
    with ThreadPoolExecutor(4) as pool:
        together = list(pool.map(lambda chart: charts.draw(chart).regions, CHARTS.values()))
    assert together == alone


def test_png_has_the_size_asked_for():
    picture = Image.open(BytesIO(charts.png(SINGLE, 100, 50, dpi=254)))
    assert picture.size == (1000, 500)


def test_years_stand_and_long_names_lie():
    assert stands(charts.draw(BY_YEAR))
    assert not stands(charts.draw(BY_UNIT))
    assert not stands(charts.draw(SHARE))


def test_more_bars_make_a_taller_picture_but_never_taller_than_a_page():
    few = Chart("Ít", "bar", UNITS[:5], (Series("Lượt", (1, 2, 3, 4, 5)),))
    assert natural_height(few, 100) < natural_height(BY_UNIT) < natural_height(MANY)
    assert natural_height(MANY) <= TALLEST_MM


@pytest.mark.parametrize(
    "chart",
    [
        EMPTY,
        Chart("Không", "stacked", YEARS, (Series("Lượt", (0,) * 6),)),
        Chart("Không", "share", YEARS, ()),
    ],
)
def test_an_empty_chart_says_so(chart):
    assert not charts.draw(chart).regions
    assert EMPTY_WORDS in [words.text for words in plan(chart, 165, 60).words]


def test_numbers_stand_on_bars_segments_and_stacks():
    said = [words.text for words in plan(BY_UNIT, 165, natural_height(BY_UNIT)).words]
    assert "340" in said
    assert "300" in said
    assert "40" in said
    single = [words.text for words in plan(SINGLE, 165, 90).words]
    assert {"12", "15", "0", "22", "31", "9"} <= set(single)
    assert "2.281" in [words.text for words in plan(GROUPED, 165, 90).words]


def test_parts_too_thin_for_words_are_numbered_beside_their_column():
    parts = (Series("Lao động tiên tiến", (456, 457)), Series("Tập thể", (7, 6)), Series("Cờ", (1, 2)))
    words = plan(Chart("Theo năm", "stacked", ("2018", "2019"), parts), 165, 80).words
    beside = [(one.text, one.y) for one in words if one.across == "left" and one.text.isdecimal()]
    assert [text for text, _y in beside] == ["1", "7", "2", "6"]  # as the parts lie, from the top down
    assert beside[1][1] - beside[0][1] >= 8


def test_a_share_shows_percentages_and_counts():
    assert value_label(SHARE, 0, 0) == "77% (2.281)"
    assert value_label(SHARE, 0, 1) == "10,2% (302)"
    assert value_label(SHARE, 0, 5) == "< 0,1% (1)"
    assert sum(portions(SHARE)[0]) == pytest.approx(100)


def test_a_title_with_dollars_is_not_taken_for_mathematics():
    odd = replace(SINGLE, title="Thưởng $x^2$ và $")
    assert charts.draw(odd).svg
    assert charts.png(odd)


def test_fills_differ_in_hatch_or_in_grey():
    looks = {(fill.hatch, fill.pattern) for fill in FILLS}
    assert len(looks) == len(FILLS)
    assert FILLS[0].color == "#B3261E"


def test_the_fonts_draw_every_vietnamese_letter():
    from fontTools.ttLib import TTFont

    letters = "ăâđêôơưĂÂĐÊÔƠƯáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ–…“”"
    for name in ("Arimo-Regular.ttf", "Arimo-Bold.ttf"):
        with TTFont(FONTS / name) as face:
            assert not [letter for letter in letters if ord(letter) not in face.getBestCmap()]


def test_words_are_broken_at_spaces_and_the_rest_is_dropped_with_an_ellipsis():
    assert wrapped("một hai ba bốn", 7, 2, len) == "một hai\nba bốn"
    assert wrapped("một hai ba bốn năm", 7, 2, len) == "một hai\nba bốn…"
    assert wrapped("nghiêngngả", 6, 2, len) == "nghiê…"
    assert wrapped("", 6, 2, len) == ""


def test_columns_do_not_stand_when_their_numbers_would_touch():
    crowded = Chart("Đông", "stacked", tuple("ABCDEFGHIJKLMN"), (Series("Lượt", (1_234_567,) * 14),))
    assert not stands(charts.draw(crowded, 60, 60))
    assert chart_upright.fits(SINGLE, Area(0, 0, 400, 200), ruler())
