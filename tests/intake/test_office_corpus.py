"""The invented archive of many hands is read without a wrong row; what is asked is what only the officer knows."""

from pathlib import Path

from tests.intake import office_corpus
from tests.intake.office_figures import Figures, compared
from thidua_desktop.domain.titles import TitleBook

SEEDS = range(70)
MOST_ASKED = 0.15  # of the rows of lists put together from several encodings


def test_no_row_of_the_archive_is_read_wrong_or_lost(tmp_path: Path, book: TitleBook) -> None:
    clear, mixed = Figures(), Figures()
    for seed in SEEDS:
        path, paper = office_corpus.write(tmp_path, seed)
        (mixed if paper.is_mixed else clear).add(compared(path, paper, book))

    assert (clear.told, mixed.told) == ([], [])
    assert (clear.wrong, mixed.wrong) == (0, 0)
    assert clear.asked == clear.expected_asked > 0
    assert clear.right > 900
    assert mixed.right > 200
    assert mixed.asked < MOST_ASKED * mixed.right
