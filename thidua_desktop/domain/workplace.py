"""What a unit tells of whom it employs, in the sub-kinds of recipients the law speaks of."""

import re

from thidua_desktop.domain.vietnamese import fold

_BY_KIND: dict[str, frozenset[str]] = {
    **dict.fromkeys(("district", "commune", "office", "school"), frozenset({"cbccvc"})),
    "enterprise": frozenset({"nld"}),
}
_POLICE = re.compile(r"\b(?:cong an|canh sat)\b(?! vien)")
_ARMY = re.compile(r"\b(?:quan su|quan doi|bo doi|bien phong|chqs|trung doan|tieu doan|dai doi|su doan)\b")


def kinds_by_unit(kind: str, name: str) -> frozenset[str]:
    """Return the sub-kinds those who work in a unit are of, nothing where the unit does not tell.

    kind is a code of domain.unit.UNIT_KINDS. Of the forces the name tells army and police apart.
    """
    if kind != "force":
        return _BY_KIND.get(kind, frozenset())
    plain = fold(name)
    found = {code for code, words in (("cong_an", _POLICE), ("quan_doi", _ARMY)) if words.search(plain)}
    return frozenset(found) if len(found) == 1 else frozenset({"llvt"})
