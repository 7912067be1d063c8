"""Totals on the paper against rows read."""

from collections import Counter
from collections.abc import Iterable

from thidua_desktop.domain.decision import Stated
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.intake.reading import CandidateAward


def discrepancies(stated: Stated, awards: Iterable[CandidateAward]) -> list[str]:
    """Say, one sentence each, which totals on the paper differ from the rows understood."""
    read = Counter(award.recipient for award in awards)
    pairs = (
        (stated.persons, read["person"], "cá nhân"),
        (stated.collectives, read["collective"], "tập thể"),
        (stated.households, read["household"], "hộ gia đình"),
        (stated.total, read.total(), "tập thể, cá nhân"),
    )
    return [
        f"Văn bản ghi {number(said)} {what}, đọc được {number(found)}."
        for said, found, what in pairs
        if said is not None and said != found
    ]
