"""What kind of unit a name speaks of, by its first words."""

import re

from thidua_desktop.domain import vietnamese

_PART = re.compile(
    r"(?:to|nhom|lop|khoa|bo phan|thon|xom|lang|ap|buon|khu pho|khoi pho|khu dan cu|tieu khu|tdp|kdc)\b"
    r"|(?:doi|chi bo|chi doan|chi hoi|khu) (?:so )?\d"
)

_BEGINNINGS: tuple[tuple[str, str], ...] = (
    ("truong phong", "office"),
    ("truong", "school"),
    ("xa", "commune"),
    ("thi tran", "commune"),
    ("phuong", "commune"),
    ("huyen doan", "office"),
    ("huyen uy", "office"),
    ("huyen", "district"),
    ("cong an", "force"),
    ("ban chi huy quan su", "force"),
    ("ban chqs", "force"),
    ("don bien phong", "force"),
    ("tieu doan", "force"),
    ("dai doi", "force"),
    ("trung doan", "force"),
    ("thon", "hamlet"),
    ("to dan pho", "hamlet"),
    ("ban", "office"),
    ("cong ty", "enterprise"),
    ("doanh nghiep", "enterprise"),
    ("hop tac xa", "enterprise"),
    ("htx", "enterprise"),
    ("phong", "office"),
    ("van phong", "office"),
    ("trung tam", "office"),
    ("tram", "office"),
    ("hat", "office"),
    ("hoi", "office"),
    ("uy ban", "office"),
    ("thanh tra", "office"),
    ("toa an", "office"),
    ("vien kiem sat", "office"),
    ("chi cuc", "office"),
    ("kho bac", "office"),
    ("lien doan lao dong", "office"),
    ("mttq", "office"),
)


def kind_of(name: str) -> str:
    """The kind of unit (a code of UNIT_KINDS) a name begins like; "other" when it begins like none."""
    words = vietnamese.fold(name) + " "
    for beginning, kind in _BEGINNINGS:
        if words.startswith(beginning + " "):
            return kind
    return "other"


def is_part(name: str) -> bool:
    """Tell whether a name is that of a part of a unit, which many units have: Tổ Văn phòng, Thôn 1, Đội 2."""
    hamlet = vietnamese.same_key(name).startswith("bản ")  # Ban is a board, Bản a hamlet
    return hamlet or bool(_PART.match(vietnamese.fold(name)))
