"""The paragraph says every figure of the report once, and no other number."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_desktop.domain.catalogue_file import load_catalogue
from thidua_desktop.domain.figures import Counted, Heading, Kind, ReportRow, lines_of
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.report_sentence import AUTHORITIES, Scene, sentence
from thidua_desktop.domain.vietnamese import count2, nfc

RESOURCES = Path(__file__).resolve().parents[2] / "resources"
CATALOGUE = load_catalogue(RESOURCES)
KINDS = {
    draft.code: Kind(draft.code, draft.name, draft.short or draft.name, draft.category, draft.annual, place)
    for place, draft in enumerate(CATALOGUE)
}
EVENTS = {1: "Hội nghị biểu dương điển hình tiên tiến", 2: "Hội nghị tổng kết phong trào thi đua"}
SCENE = Scene(
    "Thực hiện các phong trào thi đua yêu nước", "giai đoạn 2015 – 2020", "trên địa bàn huyện Suối Trong"
)
POSSIBLE = [(d.code, recipient, level) for d in CATALOGUE for recipient in d.recipients for level in d.levels]


def row(award, recipient="person", level="district", times=1, distinct=1, inherited=0, event=None):
    heading = Heading(level, award, recipient, event)
    return ReportRow(heading, "", Counted(times, distinct, 1, inherited), {})


def lines(*rows):
    def recount(heading):
        some = [
            r.counted
            for r in rows
            if set(r.heading.codes) <= set(heading.codes) and _place(r) == _place_of(heading)
        ]
        return Counted(sum(c.times for c in some), max(c.distinct for c in some), 1)

    return lines_of(rows, KINDS, recount, EVENTS)


def _place(row):
    return _place_of(row.heading)


def _place_of(heading):
    return heading.level, heading.recipient, heading.event_id


def text(*rows, scene=SCENE):
    """The paragraph after its first words."""
    found = lines(*rows)
    general = [line for line in found if line.heading.event_id is None]
    at_events = [line for line in found if line.heading.event_id is not None]
    whole = sentence(general, at_events, scene)
    assert whole.startswith(scene.lead)
    return whole.removeprefix(scene.lead)


@st.composite
def reports(draw):
    headings = draw(
        st.lists(
            st.tuples(st.sampled_from(POSSIBLE), st.sampled_from([None, None, None, 1, 2])),
            unique=True,
            max_size=25,
        )
    )
    rows = []
    for (award, recipient, level), event in headings:
        times = draw(st.integers(0, 3000))
        inherited = draw(st.sampled_from([0, 0, 7, 1234])) if times else draw(st.integers(1, 3000))
        rows.append(
            row(
                award,
                recipient,
                level,
                times,
                draw(st.integers(min(times, 1), max(times, 1))),
                inherited,
                event,
            )
        )
    return rows


@given(reports())
def test_every_figure_is_said_once_and_no_other_number(rows):
    said = text(*rows)
    for event in EVENTS.values():
        said = said.replace(event, "")
    numbers = re.findall(r"\d[\d.]*(?<!\.)", said)
    assert sorted(numbers) == sorted(count2(line.counted.total) for line in lines(*rows))


@given(reports())
def test_the_paragraph_is_clean_text(rows):
    said = text(*rows)
    assert said == nfc(said)
    assert said.endswith(".")
    assert not re.search(r"  |\.\.|,,| [,.;]|;\.|None|…", said)
    assert all(part[0].isupper() for part in re.split(r"\. ", said)[1:])


@pytest.mark.parametrize(("award", "recipient", "level"), POSSIBLE)
def test_every_award_of_the_catalogue_is_said_with_its_name_authority_and_recipient(award, recipient, level):
    said = text(row(award, recipient, level, 4, 4))
    label = KINDS[award].called(level).split(" của ")[0]
    assert label.lower() in said.lower()
    assert AUTHORITIES[level].lower() in said.lower()
    words = {"person": "04 cá nhân", "collective": "04 tập thể", "household": "04 hộ gia đình"}[recipient]
    assert words in said.replace("lượt ", "") or "04 cờ thi đua" in said


def test_honours_of_the_state_are_told_by_who_received_them():
    assert text(
        row("HC_LAO_DONG_3", "collective", "president", 2, 2),
        row("HC_LAO_DONG_3", "person", "president", 3, 3),
    ) == (" đã có 02 tập thể và 03 cá nhân được Chủ tịch nước tặng Huân chương Lao động hạng Ba.")
    assert text(row("DHVD_NGUT", level="president")) == (
        " đã có 01 cá nhân được Chủ tịch nước phong tặng danh hiệu Nhà giáo ưu tú."
    )
    assert text(row("DH_CSTD_TQ", level="pm")) == (
        " đã có 01 cá nhân được Thủ tướng Chính phủ tặng danh hiệu chiến sĩ thi đua toàn quốc."
    )


def test_a_province_gives_flags_recognises_titles_and_gives_certificates():
    said = text(
        row("DH_CO_TINH", "collective", "province", 5, 4),
        row("DH_TTLDXS", "collective", "province", 32, 26),
        row("BK_TINH", "collective", "province", 30, 26),
        row("BK_TINH", "person", "province", 32, 32),
    )
    assert said == (
        ", UBND tỉnh đã tặng 05 cờ thi đua; công nhận 32 lượt tập thể đạt danh hiệu tập thể lao động xuất sắc; "
        "tặng Bằng khen cho 30 lượt tập thể và 32 cá nhân."
    )


def test_times_are_said_where_somebody_stands_twice_and_for_titles_of_a_year():
    assert "04 cá nhân" in text(row("GK_HUYEN", times=4, distinct=4))
    assert "04 lượt cá nhân" in text(row("GK_HUYEN", times=4, distinct=3))
    assert "04 lượt cá nhân" in text(row("DH_LDTT", times=4, distinct=4))


def test_detailed_and_inherited_times_together_may_name_somebody_twice():
    assert "173 cá nhân" in text(row("GK_HUYEN", times=0, distinct=0, inherited=173))
    assert "173 lượt cá nhân" in text(row("GK_HUYEN", times=3, distinct=3, inherited=170))


def test_letters_of_several_authorities_of_one_level_keep_their_full_names():
    said = text(row("GK_SO", level="grassroots"), row("GK_DN", level="grassroots"))
    assert (
        "tặng Giấy khen của sở, ngành tỉnh cho 01 cá nhân; tặng Giấy khen của doanh nghiệp, hợp tác xã cho"
        in said
    )
    assert "tặng Giấy khen cho 01 cá nhân" in text(row("GK_SO", level="grassroots"))


def test_households_are_said_last():
    said = text(
        row("GK_XA", "household", "commune"),
        row("GK_XA", "person", "commune"),
        row("GK_XA", "collective", "commune"),
    )
    assert said == ", UBND cấp xã đã tặng Giấy khen cho 01 tập thể, 01 cá nhân và 01 hộ gia đình."


def test_the_office_goes_by_its_own_name():
    scene = Scene(SCENE.opening, SCENE.when, SCENE.where, {"district": "UBND huyện Suối Trong"})
    assert text(row("GK_HUYEN"), scene=scene).startswith(", UBND huyện Suối Trong đã tặng Giấy khen")


def test_what_is_given_at_a_conference_is_said_after_the_rest():
    said = text(
        row("GK_HUYEN"),
        row("GK_HUYEN", "collective", times=43, distinct=43, event=1),
        row("GK_HUYEN", times=63, distinct=63, event=1),
    )
    assert said.endswith(
        ". Nhân dịp Hội nghị biểu dương điển hình tiên tiến, UBND huyện đã tôn vinh, "
        "tặng Giấy khen cho 43 tập thể và 63 cá nhân điển hình tiên tiến."
    )


def test_a_period_with_nothing_but_a_conference_is_one_sentence():
    assert text(row("GK_HUYEN", event=2)) == (
        ", nhân dịp Hội nghị tổng kết phong trào thi đua, UBND huyện đã tôn vinh, tặng Giấy khen cho 01 cá nhân."
    )


def test_a_period_without_awards_says_so():
    assert text() == ", chưa có khen thưởng nào được ghi nhận."


def test_every_level_of_authority_has_a_name_in_the_paragraph():
    assert set(AUTHORITIES) == set(LEVELS)
