import json
from dataclasses import replace
from datetime import date

import pytest

from tests.records.offices import ask, content, count, do, line, register, sql
from thidua_desktop.domain.catalogue import AwardKindDraft
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.titles import TitleBook, entry_of
from thidua_desktop.domain.total import TotalDraft
from thidua_desktop.records import catalogue as kinds
from thidua_desktop.services import catalogue, totals
from thidua_desktop.workspace import RESOURCES

NEW = AwardKindDraft(
    "KNC_HUYEN",
    "Kỷ niệm chương của huyện",
    "form",
    ("person", "household"),
    ("district",),
    "Kỷ niệm chương huyện",
    "KNC",
    annual=False,
    valid_from=date(2015, 1, 1),
    valid_to=date(2025, 6, 30),
    law="Quyết định 12/2015/QĐ-UBND",
    synonyms=("KNC huyện", "KNCH"),
)


def row(office, code):
    return ask(office, kinds.by_code)[code]


def book(office):
    return TitleBook(entry_of(kinds.draft_of(one)) for one in ask(office, kinds.list_))


def test_a_new_file_holds_the_whole_catalogue_of_the_law(office):
    law = json.loads((RESOURCES / "award_catalogue.json").read_text(encoding="utf-8"))
    rows = ask(office, kinds.list_)
    assert [one.code for one in rows] == [one["code"] for one in law]
    assert {one.category for one in rows} == {"title", "form"}
    assert all(one.name and one.recipients and one.label and not one.retired for one in rows)
    assert count(office, "SELECT count(*) FROM award_kind") == len(law)


@pytest.mark.parametrize(
    "wording", ["CSTĐCS", "Chiến sỹ thi đua cơ sở", "CSTĐ cấp cơ sở", "chiến sĩ thi đua CƠ SỞ"]
)
def test_every_spelling_is_one_title_and_the_wording_is_kept(office, wording):
    match = book(office).find(wording, "district", "person")
    assert match
    assert (match.code, match.certain) == ("DH_CSTD_CS", True)
    register(office, "1/QĐ-UBND", date(2019, 1, 5), line("A", match.code, title_written=wording))
    assert sql(office, "SELECT title_written FROM award") == [(wording,)]


def test_a_kind_comes_back_as_typed(office):
    made = do(office, catalogue.add, NEW)
    assert kinds.draft_of(row(office, "KNC_HUYEN")) == NEW
    assert ask(office, kinds.list_)[-1].id == made
    changed = replace(NEW, name="Kỷ niệm chương Bạch Thông", synonyms=("KNC huyện",), annual=True)
    do(office, catalogue.change, made, changed)
    assert kinds.draft_of(row(office, "KNC_HUYEN")) == changed


def test_every_kind_of_the_law_can_be_opened_and_kept_unchanged(office):
    before = content(office)
    for one in ask(office, kinds.list_):
        do(office, catalogue.change, one.id, kinds.draft_of(one))
    assert content(office) == before


def test_a_wording_shared_by_many_may_be_given_to_one_more(office):
    draft = kinds.draft_of(row(office, "GK_HUYEN"))
    more = replace(draft, synonyms=(*draft.synonyms, "GK của huyện nhà"))
    do(office, catalogue.change, row(office, "GK_HUYEN").id, more)
    assert book(office).find("GK của huyện nhà").code == "GK_HUYEN"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"code": "mã"}, "code"),
        ({"code": "DH_LDTT"}, "code"),
        ({"name": " "}, "name"),
        ({"name": "lao động  tiên tiến"}, "name"),
        ({"category": "cup"}, "category"),
        ({"recipients": ()}, "recipients"),
        ({"synonyms": ("LĐTT",)}, "synonyms"),
        ({"synonyms": ("lao động tiên tiến",)}, "synonyms"),
    ],
)
def test_a_kind_that_cannot_stand_is_refused_beside_the_field(office, wrong, field):
    before = content(office)
    with pytest.raises(Refused) as refused:
        do(office, catalogue.add, replace(NEW, **wrong))
    assert {problem.field for problem in refused.value.problems} == {field}
    assert content(office) == before


def test_a_retired_kind_is_out_of_the_lists_and_may_come_back(office):
    kind = row(office, "DH_LDTT")
    register(office, "1/QĐ-UBND", date(2019, 1, 5), line("A"))
    do(office, catalogue.retire, kind.id)
    codes = [one.code for one in ask(office, kinds.list_)]
    assert codes[-1] == "DH_LDTT"
    assert row(office, "DH_LDTT").retired
    assert "DH_LDTT" not in [one.code for one in ask(office, kinds.list_, retired=False)]
    assert count(office, "SELECT count(*) FROM award") == 1
    do(office, catalogue.bring_back, kind.id)
    assert not row(office, "DH_LDTT").retired


def test_a_kind_that_was_given_or_counted_is_not_removed(office):
    register(office, "1/QĐ-UBND", date(2019, 1, 5), line("A"))
    total = TotalDraft(3, ("DH_CSTT",), "person", "district", date(2015, 1, 1), date(2016, 1, 1), "Báo cáo")
    do(office, totals.enter, total)
    before = content(office)
    for code, words in (("DH_LDTT", "1 lượt khen thưởng"), ("DH_CSTT", "1 dòng số liệu kế thừa")):
        with pytest.raises(Refused, match=words):
            do(office, catalogue.remove, row(office, code).id)
    assert content(office) == before
    made = do(office, catalogue.add, NEW)
    do(office, catalogue.remove, made)
    assert content(office) == before


def test_the_code_of_a_kind_counted_in_totals_stays(office):
    total = TotalDraft(3, ("DH_CSTT",), "person", "district", date(2015, 1, 1), date(2016, 1, 1), "Báo cáo")
    do(office, totals.enter, total)
    kind = row(office, "DH_CSTT")
    with pytest.raises(Refused, match="số liệu kế thừa"):
        do(office, catalogue.change, kind.id, replace(kinds.draft_of(kind), code="CSTT"))


def test_a_wording_is_learnt_once(office):
    for wording in ("Cán bộ LĐTT", "cán bộ  LĐTT", "Lao động tiên tiến", "LĐTT"):
        do(office, kinds.learn, "DH_LDTT", wording)
    words = row(office, "DH_LDTT").synonyms
    assert words.count("Cán bộ LĐTT") == 1
    assert words[-1] == "Cán bộ LĐTT"
    assert words.count("LĐTT") == 1
    assert book(office).find("CÁN BỘ LĐTT").code == "DH_LDTT"


def test_a_new_kind_gets_a_code_no_other_has(office):
    assert ask(office, kinds.free_code, "Giấy khen của Đảng ủy") == "GIAY_KHEN_CUA_DANG_UY"
    do(office, catalogue.add, AwardKindDraft("GIAY_KHEN_CUA_DANG_UY", "Giấy khen", "form", ("person",), ()))
    assert ask(office, kinds.free_code, "Giấy khen của Đảng ủy") == "GIAY_KHEN_CUA_DANG_UY_2"
