"""Offices every commune has - its health station, its police - which are told apart by the commune alone."""

import re
from functools import lru_cache

from thidua_desktop.domain.unit_words import is_part
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.communes import commune_named, is_commune, is_hamlet, joined, placed, with_commune
from thidua_desktop.intake.unit_words import starts_as_unit

_OFFICE = re.compile(
    r"tram y te|cong an|(?:ban )?(?:chqs|chi huy quan su)|bchqs|ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan"
    r"|(?:hdnd|hoi dong nhan dan)(?: -| va|,)? (?:ubnd|uy ban nhan dan)|dang (?:uy|bo)"
    r"|(?:uy ban )?(?:mttq|mat tran to quoc)(?: viet nam| vn)?|ubmttq(?: viet nam| vn)?"
    r"|hoi (?:(?:lien hiep |lh)?(?:phu nu|pn)|nong dan|nd|cuu chien binh|ccb|nguoi cao tuoi|nct"
    r"|chu thap do|ctd|khuyen hoc|cuu giao chuc)(?: viet nam| vn)?|hlhpn|hnd|hccb"
    r"|doan (?:thanh nien|tn|tncs|tncs hcm|tncs ho chi minh|thanh nien cong san ho chi minh)"
    r"|truong (?:mam non|mn|mau giao|mg|tieu hoc|th|trung hoc co so|thcs|trung hoc pho thong|thpt|ptcs"
    r"|(?:th|tieu hoc)(?: va| &|&|-| -) ?(?:thcs|trung hoc co so)|ptdtbt(?: (?:th|tieu hoc|thcs|th&thcs))?)"
    r"|trung tam hoc tap cong dong|tthtcd|cong doan(?: co so)?"
)
_IN_EACH = re.compile(r"tram y te|truong (?:mam non|mn|mau giao|mg|tieu hoc|th\b|trung hoc co so|thcs)")
_IN_HAMLET = re.compile(r"\s(?:thôn|bản|xóm|làng|ấp|buôn|khu phố|tổ dân phố)\s")
_COMMUNE = re.compile(r"(?:ubnd|uy ban|dang uy|hdnd|hoi dong nhan dan|xa|phuong|thi tran|dac khu)\b")
_BEARS_A_NAME = re.compile(r"(?:trường|trạm|hợp tác xã|htx)\b", re.IGNORECASE)
_TWO = (
    "“{}” ghi ở {} và ở {}: nếu là hai đơn vị trùng tên thì ghi thêm xã vào tên, nếu là một thì sửa cột xã "
    "cho khớp rồi nhập."
)
_SAID = "“{}” được hiểu là của {} theo đầu đề"


@lru_cache(maxsize=8192)
def is_of_a_commune(unit: str) -> bool:
    """Tell whether words are an office every commune has, and do not say of which it is."""
    return bool(_OFFICE.fullmatch(fold(unit).strip(" .")))


def is_of_any_commune(unit: str) -> bool:
    """Tell whether words are a health station or a school that do not say of which commune: each has one."""
    return bool(_IN_EACH.match(fold(unit))) and is_of_a_commune(unit)


def of(office: str, commune: str) -> str:
    """Return an office with its commune: "Trạm Y tế xã Cao Kỳ"."""
    return f"{office} {commune[:1].lower()}{commune[1:]}"


def beside(unit: str, commune: str, hamlet: str) -> tuple[str, str]:
    """Return the unit of a row with the commune beside it, and what was not read; see communes.placed."""
    if commune and is_of_a_commune(unit):
        return of(unit, commune_named(commune)), ""
    return placed(unit, commune, hamlet)


def named(name: str, unit: str) -> str:
    """Return the name of a collective that is such an office, with the commune it is written to be of."""
    if not is_commune(unit):
        return name
    if is_of_a_commune(name):
        return of(name, unit)
    return joined(name, unit) if _IN_HAMLET.search(name) and not starts_as_unit(name) else name


def stands_under(name: str, heading: str) -> bool:
    """Tell whether a collective below the heading of a commune is one of that commune: Thôn 1, Công an."""
    return is_commune(heading) and (is_hamlet(name) or is_of_a_commune(name))


def of_paper(unit: str, name: str, commune: str, kind: str) -> tuple[str, str]:
    """Return the unit of a recipient with the commune the paper is of, where it needs that; what was said."""
    if is_of_a_commune(unit):
        return of(unit, commune), _SAID.format(unit, commune)
    if kind == "collective" and not unit and is_of_a_commune(name):
        return commune, _SAID.format(name, commune)
    return with_commune(unit, name, commune, kind)


def is_part_of(name: str, unit: str) -> bool:
    """Tell whether a collective is a part of the unit whose list it stands in: Tổ 1 of a school."""
    return bool(unit) and is_part(name) and not is_part(unit) and not _COMMUNE.match(fold(unit))


class Namesakes:
    """Units that bear a name of their own, with the commune each was first met in."""

    def __init__(self) -> None:
        self._met: dict[str, str] = {}

    def doubt(self, unit: str, commune: str) -> str:
        """Return why it cannot be told which unit is meant: one of that name was met in another commune."""
        if not unit or not commune or not _BEARS_A_NAME.match(unit) or is_of_a_commune(unit):
            return ""
        shown = commune_named(commune)
        first = self._met.setdefault(fold(unit), shown)
        return _TWO.format(unit, first, shown) if fold(first) != fold(shown) else ""
