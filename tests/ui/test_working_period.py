"""The five years an office works on: begun where its book ends, and again where the book was empty."""

from datetime import datetime

from ui.widgets.working_period import WorkingPeriod, five_of


def test_an_empty_book_begins_with_today_s_years_until_it_speaks_of_any(qapp):
    period = WorkingPeriod()
    period.begin([])
    assert period.first == five_of(datetime.now().astimezone().year - 1)
    assert period.is_a_guess
    period.begin([2016, 2020])
    assert (period.first, period.is_a_guess) == (2015, False)
    period.begin([2016, 2023])
    assert period.first == 2015


def test_what_was_chosen_is_no_guess(qapp):
    period = WorkingPeriod()
    period.begin([])
    period.choose(2010)
    period.begin([2020])
    assert period.first == 2010
