"""A block pasted into the grid of a decision or a dossier goes into the columns its headings name."""

import pytest

from ui.forms.decision_block import arrange

TITLES = {
    "recipient": "Đối tượng",
    "name": "Họ và tên, tên tập thể",
    "birth": "Năm sinh",
    "post": "Chức vụ",
    "unit": "Đơn vị",
    "title": "Danh hiệu – hình thức",
    "citation": "Ghi chú, thành tích",
}


@pytest.mark.parametrize("heading", ["Họ và tên", "Họ tên", "Họ và tên, tên tập thể"])
def test_no_name_is_lost_where_the_other_headings_are_the_grids_own(heading):
    block = [
        [heading, "Chức vụ", "Đơn vị", "Danh hiệu – hình thức"],
        ["Lò Thị Mơ", "Giáo viên", "Trường Tiểu học Cao Sơn", "Giấy khen"],
    ]
    (row,) = arrange(block, TITLES, "recipient")
    assert {code: text for code, text in row.items() if text} == {
        "name": "Lò Thị Mơ",
        "post": "Giáo viên",
        "unit": "Trường Tiểu học Cao Sơn",
        "title": "Giấy khen",
    }
