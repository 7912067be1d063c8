"""What the law has the officer look at in a person's own circumstances; it warns and never decides."""

from collections.abc import Callable, Iterator, Mapping

from thidua_desktop.domain.law.facts import Facts
from thidua_desktop.domain.leaders import leads

Noticed = Callable[[str, Facts, Mapping[str, str]], Iterator[str]]
_TENURE = ("HC_", "BK_TTG")


def _training(award: str, facts: Facts, _names: Mapping[str, str]) -> Iterator[str]:
    if facts.training and award in ("DH_LDTT", "DH_CSTT"):
        yield f"Có đào tạo, bồi dưỡng (“{facts.training}”): từ 1 năm trở lên phải đạt loại khá trở lên"


def _head(_award: str, facts: Facts, _names: Mapping[str, str]) -> Iterator[str]:
    if leads(facts.post):
        yield f"Chức vụ “{facts.post}”: khen người đứng đầu phải căn cứ kết quả của tập thể"


def _woman_leader(award: str, facts: Facts, _names: Mapping[str, str]) -> Iterator[str]:
    if facts.woman and leads(facts.post) and award.startswith(_TENURE):
        yield "Cán bộ nữ lãnh đạo, quản lý: thời gian cống hiến được giảm so với quy định chung"


OF_PERSONS: dict[str, Noticed] = {
    "training_result": _training,
    "head_by_collective": _head,
    "women_leaders_tenure": _woman_leader,
}
