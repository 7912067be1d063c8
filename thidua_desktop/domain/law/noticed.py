"""What the law has the officer look at beside the criteria; it warns and never decides."""

from collections.abc import Callable, Iterator, Mapping

from thidua_desktop.domain.law.facts import Facts
from thidua_desktop.domain.leaders import leads

Noticed = Callable[[str, Facts, Mapping[str, str]], Iterator[str]]
_TENURE = ("HC_", "BK_TTG")
_TITLE = "DH_"
_PUBLISHED = ("HC_", "DHVD_", "GT_", "DH_CSTD_TQ")
STATE = ("HC_", "HCH_", "DHVD_", "GT_", "BK_TTG", "DH_CO_CP", "DH_CSTD_TQ")


def _training(award: str, facts: Facts, _names: Mapping[str, str]) -> Iterator[str]:
    if facts.training and award in ("DH_LDTT", "DH_CSTT"):
        yield f"Có đào tạo, bồi dưỡng (“{facts.training}”): từ 1 năm trở lên phải đạt loại khá trở lên"


def _head(_award: str, facts: Facts, _names: Mapping[str, str]) -> Iterator[str]:
    if leads(facts.post):
        yield f"Chức vụ “{facts.post}”: khen người đứng đầu phải căn cứ kết quả của tập thể"


def _woman_leader(award: str, facts: Facts, _names: Mapping[str, str]) -> Iterator[str]:
    if facts.woman and leads(facts.post) and award.startswith(_TENURE):
        yield "Cán bộ nữ lãnh đạo, quản lý: thời gian cống hiến được giảm so với quy định chung"


def _household_merit(award: str, facts: Facts, _names: Mapping[str, str]) -> Iterator[str]:
    if facts.recipient == "household" and facts.asked_as == "merit" and not award.startswith(_TITLE):
        yield "Hồ sơ ghi loại hình công trạng: hộ gia đình chỉ được khen đột xuất, phong trào thi đua"


def _used_twice(award: str, facts: Facts, names: Mapping[str, str]) -> Iterator[str]:
    for idea in facts.ideas:
        earlier = idea.used_year is not None and idea.used_year != facts.year
        if idea.used_for and (idea.used_for != award or earlier):
            used = names.get(idea.used_for, idea.used_for)
            when = f" năm {idea.used_year}" if earlier else ""
            yield f"Sáng kiến năm {idea.year} đã dùng để xét “{used}”{when}"


def _given_already(award: str, facts: Facts, names: Mapping[str, str]) -> Iterator[str]:
    for held in facts.awards:
        if held.award == award and held.year == facts.year and held not in facts.same_achievement:
            by = f", quyết định ngày {held.day:%d/%m/%Y}" if held.day else ""
            yield f"Đã được tặng “{names.get(award, award)}” của năm {held.year}{by}"


def _two_flags(award: str, facts: Facts, _names: Mapping[str, str]) -> Iterator[str]:
    flags = {"DH_CO_CP", "DH_CO_TINH"}
    if award in flags and any(h.award in flags - {award} and h.year == facts.year for h in facts.awards):
        yield "Đã có Cờ thi đua khác cùng năm"


def _not_published(award: str, facts: Facts, _names: Mapping[str, str]) -> Iterator[str]:
    if award.startswith(_PUBLISHED) and facts.asked_as and facts.published_on is None:
        yield "Hồ sơ chưa ghi ngày công khai: phải công khai trước khi Hội đồng cấp tỉnh họp xét"


NOTICED: dict[str, Noticed] = {
    "initiative_single_use": _used_twice,
    "one_achievement_one_form": _given_already,
    "no_double_flag": _two_flags,
    "household_loai_hinh": _household_merit,
    "training_result": _training,
    "head_by_collective": _head,
    "women_leaders_tenure": _woman_leader,
    "public_notice": _not_published,
}
