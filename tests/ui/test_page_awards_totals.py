from datetime import date

import pytest
from PySide6.QtWidgets import QLabel

from tests.records.offices import sql
from tests.ui.at_a_page import press, save, shown
from tests.ui.awards_office import enter
from thidua_desktop.domain.total import TotalDraft
from thidua_desktop.records import catalogue
from thidua_desktop.services import catalogue as catalogue_services
from thidua_desktop.services import totals
from ui.pages.awards import make
from ui.widgets.form_dialog import FormDialog
from ui.widgets.page import Follow
from ui.widgets.suggest import Picked


@pytest.fixture(scope="module")
def fill():
    def fill(office):
        with office.write("Nhập số liệu thử") as session:
            kept = enter(session)
            draft = TotalDraft(
                2281,
                ("DH_LDTT", "DH_CSTT"),
                "person",
                "district",
                date(2015, 1, 1),
                date(2020, 7, 22),
                "Báo cáo 100/BC-UBND",
            )
            kept["total"] = totals.enter(session, draft)
            return kept

    return fill


@pytest.fixture
def page(show, kept, context):
    return show(make(context))


@pytest.fixture
def go(page, tasks):
    def go(follow):
        assert page.go(follow)
        tasks.drain()
        return page.view(page.current)

    return go


def count(view):
    return view.list.findChildren(QLabel)[-1].text()


def text(view, code, row):
    return next(column for column in view.spec.columns if column.code == code).text(row)


def dialog(view):
    return next(found for found in view.findChildren(FormDialog) if found.isVisible())


def test_an_inherited_total_of_two_titles_is_one_figure(go, kept):
    view = go(Follow("total", kept["total"]))
    [row] = shown(view)
    assert text(view, "awards", row) == "Lao động tiên tiến + Chiến sĩ tiên tiến"
    assert text(view, "period", row) == "01/01/2015 – 22/07/2020"
    assert count(view) == "1 dòng · 2.281 lượt đang tính"
    assert view.panel.form.values()["awards"] == [
        {"title": Picked("DH_LDTT", "Lao động tiên tiến")},
        {"title": Picked("DH_CSTT", "Chiến sĩ tiên tiến")},
    ]


def test_a_title_may_be_called_by_its_abbreviation(go, kept, office):
    view = go(Follow("total", kept["total"]))
    save(view, awards=[{"title": Picked(None, "CSTĐCS")}])
    assert sql(office, "SELECT awards FROM total") == [("DH_CSTD_CS",)]


def test_a_total_is_replaced_once_by_its_details_and_counted_again_when_asked(go, kept, office, tasks):
    view = go(Follow("total", kept["total"]))
    press(view, "Đã nhập chi tiết")
    assert sql(office, "SELECT replaced_on IS NOT NULL FROM total") == [(1,)]
    assert count(view) == "1 dòng · 0 lượt đang tính · 2.281 lượt đã có chi tiết, không tính nữa"
    [row] = shown(view)
    assert text(view, "state", row).startswith("Đã nhập chi tiết ")
    press(view, "Tính lại")
    assert sql(office, "SELECT replaced_on FROM total") == [(None,)]
    tasks.undo()
    tasks.drain()
    assert sql(office, "SELECT replaced_on IS NOT NULL FROM total") == [(1,)]


def test_a_new_total_is_entered_with_its_source(go, office, tasks):
    view = go(Follow("total"))
    press(view, "+ Số liệu kế thừa mới")
    form = dialog(view)
    form.form.save()
    assert "Chưa nhập nguồn số liệu." in form.form.shown_problems()
    form.form.set_values(
        {
            "times": 12,
            "awards": [{"title": Picked("BK_TINH", "Bằng khen")}],
            "recipient": "collective",
            "level": "province",
            "start": date(2016, 1, 1),
            "end": date(2016, 12, 31),
            "source": "Báo cáo 5/BC-UBND",
        }
    )
    form.form.save()
    tasks.drain()
    assert form.form.shown_problems() == []
    assert sql(office, "SELECT times, awards, recipient FROM total ORDER BY id DESC LIMIT 1") == [
        (12, "BK_TINH", "collective")
    ]


def test_a_title_not_in_the_catalogue_is_refused_in_its_line(go, kept, office):
    view = go(Follow("total", kept["total"]))
    save(view, awards=[{"title": Picked(None, "Huân chương Mặt trời")}])
    assert "Không có “Huân chương Mặt trời” trong danh mục" in " ".join(view.panel.form.shown_problems())
    assert sql(office, "SELECT awards FROM total") == [("DH_LDTT+DH_CSTT",)]


def test_totals_are_found_by_their_titles_and_by_their_state(go, tasks):
    view = go(Follow("total"))
    view.list.bar.search.setText("lao dong")
    view.list.reload()
    tasks.drain()
    assert len(shown(view)) == 1
    view.list.show_filtered({"state": "replaced"}, "")
    tasks.drain()
    assert shown(view) == []


# Danh mục


def kind_id(office, code):
    return sql(office, "SELECT id FROM award_kind WHERE code = ?", code)[0][0]


def test_the_catalogue_is_found_by_any_wording(go, tasks):
    view = go(Follow("award_kind"))
    assert count(view) == "15 danh hiệu · 56 hình thức · 0 chưa đối chiếu"
    view.list.bar.search.setText("cstdcs")
    view.list.reload()
    tasks.drain()
    assert [row.code for row in shown(view)] == ["DH_CSTD_CS"]


def test_filters_of_the_catalogue_narrow_it(go, tasks):
    view = go(Follow("award_kind", filters={"category": "title", "recipient": "household"}))
    assert [row.code for row in shown(view)] == ["DH_GDVH"]


def test_a_synonym_is_taught_and_taken_back(go, office, tasks):
    chosen = kind_id(office, "DH_LDTT")
    view = go(Follow("award_kind", chosen))
    words = view.panel.form.values()["synonyms"]
    save(view, synonyms=[*words, "Lao động TT xuất sắc năm"])
    known = "SELECT count(*) FROM synonym WHERE text = 'Lao động TT xuất sắc năm'"
    assert sql(office, known) == [(1,)]
    tasks.undo()
    tasks.drain()
    assert sql(office, known) == [(0,)]


def test_the_group_of_the_law_survives_an_edit(go, office):
    chosen = kind_id(office, "DH_LDTT")
    before = sql(office, "SELECT group_code, recipients, levels FROM award_kind WHERE id = ?", chosen)
    view = go(Follow("award_kind", chosen))
    save(view, law="Luật Thi đua, khen thưởng 2022, Điều 24")
    assert sql(office, "SELECT group_code, recipients, levels FROM award_kind WHERE id = ?", chosen) == before


def test_a_wording_of_another_title_is_refused(go, office):
    view = go(Follow("award_kind", kind_id(office, "DH_LDTT")))
    save(view, synonyms=["Chiến sĩ thi đua cơ sở"])
    assert "đã là cách gọi của" in " ".join(view.panel.form.shown_problems())


def test_a_title_is_retired_and_brought_back(go, office, tasks):
    chosen = kind_id(office, "DH_LDTT")
    view = go(Follow("award_kind", chosen))
    shown(view)
    press(view, "Ngừng dùng")
    assert sql(office, "SELECT retired FROM award_kind WHERE id = ?", chosen) == [(1,)]
    view = go(Follow("award_kind", chosen))
    assert "ngừng dùng" in view.panel.findChildren(QLabel)[2].text()
    press(view, "Dùng lại")
    assert sql(office, "SELECT retired FROM award_kind WHERE id = ?", chosen) == [(0,)]


def test_a_new_title_is_added_and_removed_but_one_that_was_given_stays(go, office, tasks, failures):
    view = go(Follow("award_kind"))
    press(view, "+ Danh hiệu, hình thức mới")
    form = dialog(view)
    form.form.set_values({"name": "Giấy khen của Giám đốc Trung tâm Y tế huyện"})
    form.form.save()
    tasks.drain()
    assert form.form.shown_problems() == []
    [(added,)] = sql(office, "SELECT id FROM award_kind WHERE name LIKE '%Trung tâm Y tế huyện'")
    view = go(Follow("award_kind", added))
    view.remove_selected()
    tasks.drain()
    assert sql(office, "SELECT count(*) FROM award_kind WHERE id = ?", added) == [(0,)]
    view = go(Follow("award_kind", kind_id(office, "DH_CSTD_CS")))
    view.remove_selected()
    tasks.drain()
    assert "không xóa được" in str(failures.pop())
    assert sql(office, "SELECT count(*) FROM award_kind WHERE code = 'DH_CSTD_CS'") == [(1,)]


def test_a_title_not_compared_with_the_law_says_so(go, office, tasks):
    with office.write("Thêm") as session:
        row = catalogue.by_code(session)["DH_LDTT"]
        draft = catalogue.draft_of(row)
        catalogue_services.change(session, row.id, type(draft)(**{**vars(draft), "status": "unverified"}))
    view = go(Follow("award_kind", filters={"status": "unverified"}))
    assert [text(view, "status", row) for row in shown(view)] == ["Chưa đối chiếu"]
    assert "1 chưa đối chiếu" in count(view)
