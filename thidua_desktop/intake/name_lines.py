"""Lines of a cell of names: which are whole names, which may go on with the one above them."""

import re
from collections.abc import Sequence
from itertools import pairwise

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.post_words import starts_as_post
from thidua_desktop.intake.unit_words import starts_as_unit

LEAD = re.compile(r"^(?:[-–+*•]\s*|\d{1,3}\s*[.)/]\s*(?=[^\W\d]))")
EDGES = " ,;.-–"
_LEAST_WORDS, _MOST_WORDS = 3, 5
_FAMILY = re.compile(
    r"an|au|bac|banh|be|bo|bui|cam|cao|cha|chang|chau|che|chu|chung|chuong|chuc|co|cu|cung|cut|dam|dan|dang"
    r"|danh|dao|dau|diep|dieu|dinh|do|doan|doi|dong|du|duong|ga|giang|giap|ha|han|hau|ho|hoa|hoang|hong|hua"
    r"|huynh|kha|khau|khong|khuc|khuong|kieu|khuat|kim|la|lai|lam|lang|lau|le|lieu|linh|lo|lu|luc|luong|luu"
    r"|luyen|ly|ma|mac|mach|mai|man|mau|moc|mong|mua|nghiem|ngan|nghe|ngo|ngon|nguy|nguyen|nhan|nhu|ninh|nong"
    r"|on|ong|pham|phan|phi|pho|phu|phung|quach|quan|quang|sa|sam|si|sin|sung|ta|tan|tang|tao|tat|thach|thai"
    r"|than|thao|tho|thieu|thung|tieu|to|ton|tong|tra|trac|tran|trieu|trinh|trung|truong|tu|tuong|ung|van"
    r"|vang|vi|vien|vo|vu|vuong|vuu|xa|xong|yen"
)
"""Family names in use, folded; with two words behind them lines are whole names of people."""
_ONLY_FAMILY = frozenset(
    ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Phan", "Võ", "Bùi", "Đỗ", "Ngô", "Đinh", "Trịnh")
)
"""Family names hardly ever borne behind another: one word behind them is a whole name too."""
_MIDDLE = frozenset(("Thị", "Văn"))
_NEVER_INSIDE = _ONLY_FAMILY - {"Lê"}
"""Of these, families that are no given names either."""


def is_whole_name(line: str) -> bool:
    """Tell whether a line is the whole name of a person and nothing else."""
    words = words_of_name(line)
    if words and words[0].capitalize() == "Bản":
        return False  # a hamlet; the family is Bàn
    if len(words) == _LEAST_WORDS - 1:
        family, given = words[0].capitalize(), words[1].capitalize()
        return family in _ONLY_FAMILY and given not in _MIDDLE | _ONLY_FAMILY
    return len(words) >= _LEAST_WORDS and bool(_FAMILY.fullmatch(fold(words[0])))


def words_of_name(line: str) -> list[str]:
    """Return the words of a line that may be a name of a person, none of any other line."""
    text = LEAD.sub("", line).strip(EDGES)
    words = text.split()
    if not all(word[0].isupper() and word.isalpha() for word in words):
        return []
    return [] if starts_as_post(text) or starts_as_unit(text) else words


def may_be_one_name(lines: Sequence[str]) -> bool:
    """Tell whether lines that are whole names each may still be one long name: "Nguyễn Hoàng", "Mai Anh Thư".

    Signs before them, Thị or Văn behind a family name, or more words than a name has show that they are not.
    """
    if not all(is_whole_name(line) and not LEAD.match(line) for line in lines):
        return False
    return any(_may_go_on(*map(words_of_name, both)) for both in pairwise(lines))


def _may_go_on(first: Sequence[str], second: Sequence[str]) -> bool:
    begins = second[1].capitalize() in _MIDDLE or (
        len(first) >= _LEAST_WORDS and second[0].capitalize() in _NEVER_INSIDE
    )
    return len(first) + len(second) <= _MOST_WORDS and not begins


def may_be_two_people(lines: Sequence[str], *, more: bool) -> bool:
    """Tell whether lines not all of which are whole names may be those of two people; more: or of posts."""
    first, *others = map(words_of_name, lines)
    if len(first) < _LEAST_WORDS - 1 or first[-1].capitalize() in _MIDDLE:
        return False
    if more:
        return any(len(words) > 1 and _FAMILY.fullmatch(fold(words[0])) for words in others)
    return any(len(words) > 1 for words in others)
