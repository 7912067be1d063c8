"""Short names that two awards of the catalogue share are asked, whatever stands above."""

import pytest

from thidua_desktop.domain.titles import TitleBook


@pytest.mark.parametrize("words", ["HCKC hạng Nhất", "HCKC hạng Nhì", "HC Kháng chiến hạng Nhì"])
def test_an_order_and_a_medal_of_the_resistance_share_a_short_name(words: str, book: TitleBook) -> None:
    assert book.find_each(words) == ()
    assert book.is_shared(words)


def test_where_no_medal_has_the_rank_it_is_the_order(book: TitleBook) -> None:
    assert [match.code for match in book.find_each("HCKC hạng Ba")] == ["HC_KHANG_CHIEN_3"]
