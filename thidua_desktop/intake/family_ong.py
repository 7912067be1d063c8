"""Ông before a name: a word of respect, or the family so called, by the other names of its column."""

import re
from collections.abc import Iterable

from thidua_desktop.domain.vietnamese import strip_honorific
from thidua_desktop.intake.name_lines import is_whole_name, words_of_name

_ONG = re.compile(r"(?:Ông|ÔNG)\s+(?=\w)")
_MIDDLE = frozenset(("Văn", "Thị"))
_FEW = 2  # words that may be a family and a given name, or a middle and a given name
_UNCLEAR = "Chưa rõ “Ông” trong “{}” là họ hay cách gọi: sửa họ tên ở bản xem trước rồi nhập."


class FamilyOng:
    """What Ông before the names of one column is: others called by such a word show that it is one."""

    def __init__(self, names: Iterable[str]) -> None:
        self._is_respect = self._is_family = False
        named = list(names)
        if any(map(_ONG.match, named)):
            sure = [name for name in named if name and not _may_be_family(name)]
            self._is_respect = any(strip_honorific(name)[0] != name for name in sure)
            self._is_family = any(
                strip_honorific(name)[0] == name and len(words_of_name(name)) >= _FEW for name in sure
            )

    def told(self, name: str) -> tuple[bool, str]:
        """Return whether the name is one of the family, and why that cannot be told."""
        if not _may_be_family(name):
            return False, ""
        if _ONG.sub("", name, count=1).split()[0].capitalize() == "Thị":
            return True, ""
        if self._is_respect != self._is_family:
            return self._is_family, ""
        return True, _UNCLEAR.format(name[:60])


def _may_be_family(name: str) -> bool:
    found = _ONG.match(name)
    rest = name[found.end() :] if found else ""
    words = rest.split()
    if not words or not all(map(str.isalpha, words)):
        return False
    return words[0].capitalize() in _MIDDLE or (len(words) <= _FEW and not is_whole_name(rest))
