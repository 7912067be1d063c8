"""The header row of a table: which column holds what, by the names offices give them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from thidua_desktop.domain.vietnamese import fold, same_key

_NAMES = {
    "place": "stt|tt|so tt|so thu tu|thu tu",
    "name": (
        "ho va ten|ho ten|ho va ten ca nhan|ten ca nhan|ca nhan|ho ten ca nhan|ten|doi tuong"
        "|ho va ten ten tap the|ten tap the ca nhan|tap the ca nhan|ten ca nhan tap the"
        "|ca nhan tap the|ho va ten nguoi duoc khen|ho ten nguoi duoc khen thuong"
        "|doi tuong khen thuong|ten doi tuong|ten ca nhan ho gia dinh|ho va ten ca nhan tap the"
        "|tap the ca nhan ho gia dinh|ten tap the ca nhan ho gia dinh"
    ),
    "collective": "ten tap the|tap the|ten don vi tap the|ten tap the don vi",
    "household": "ho gia dinh|ten ho gia dinh|chu ho|ten chu ho|ho va ten chu ho|ho ten chu ho",
    "family": "ho dem|ho va dem|ho lot|ho chu dem|ho va ten dem|ho va chu dem|ho",
    "birth": "nam sinh|ngay sinh|ngay thang nam sinh|ngay thang sinh|ngay nam sinh|sinh nam|ns",
    "gender": "gioi tinh|nam nu|phai",
    "post": (
        "chuc vu|chuc danh|chuc vu chuc danh|chuc danh chuc vu|nghe nghiep|chuc vu hien nay"
        "|chuc vu cong tac|chuc vu nghe nghiep|chuc vu chuyen mon|cap bac chuc vu|chuc vu cap bac"
    ),
    "unit": (
        "don vi cong tac|noi cong tac|co quan|co quan don vi|co quan don vi cong tac|thuoc don vi"
        "|don vi cong tac noi o|noi o|dia chi|noi cu tru|noi cong tac noi o|don vi dia chi"
        "|noi thuong tru|don vi noi cong tac|noi lam viec"
    ),
    "unit_or_name": "don vi|ten don vi|ten co quan don vi|ten co quan",
    "joined": (
        "chuc vu don vi cong tac|chuc vu noi cong tac|chuc vu don vi|chuc danh don vi cong tac"
        "|chuc danh don vi|chuc vu co quan don vi|chuc vu co quan|chuc vu va don vi cong tac"
        "|chuc vu va noi cong tac|chuc danh noi cong tac|chuc vu chuc danh don vi cong tac"
        "|chuc vu co quan don vi cong tac"
    ),
    "title": (
        "danh hieu|danh hieu thi dua|hinh thuc khen thuong|hinh thuc|hinh thuc kt|hinh thuc khen"
        "|danh hieu hinh thuc khen thuong|danh hieu hinh thuc"
        "|danh hieu thi dua hinh thuc khen thuong|danh hieu dat duoc|danh hieu khen thuong"
        "|khen thuong|hinh thuc danh hieu|danh hieu va hinh thuc khen thuong|ten danh hieu"
        "|danh hieu hinh thuc kt|hinh thuc khen thuong danh hieu thi dua|hinh thuc khen tang"
        "|danh hieu duoc tang"
    ),
    "year": ("nam khen|nam khen thuong|nam dat|nam dat danh hieu|nam dat duoc|nam duoc khen|nam thi dua"),
    "number": "so quyet dinh|so qd|quyet dinh so|so qd khen thuong|so quyet dinh khen thuong|qd so",
    "date": (
        "ngay ky|ngay quyet dinh|ngay qd|ngay ban hanh|ngay ky quyet dinh|ngay thang quyet dinh|ngay ky qd"
    ),
    "decision": "quyet dinh|so ngay quyet dinh|so quyet dinh ngay ky|quyet dinh khen thuong|so ngay qd",
    "citation": (
        "thanh tich|noi dung khen|tom tat thanh tich|noi dung thanh tich|noi dung khen thuong|ly do khen"
    ),
    "note": "ghi chu|gc",
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split("|")}
_EXACT = {"năm": "year", "nam": "male", "nữ": "female"}  # fold would make one word of them
_KIND_OF_NAME = {"collective": "collective", "household": "household"}
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?|\(?[A-Ha-h]\)?")


@dataclass(frozen=True)
class Columns:
    """Where each role stands; kind is what the header says of all names below it."""

    places: dict[str, int]
    kind: str
    unknown: tuple[int, ...]

    def cell(self, cells: tuple[str, ...], role: str) -> str:
        """Return the cell of a role, "" where the table or the row has none."""
        place = self.places.get(role, -1)
        return cells[place] if 0 <= place < len(cells) else ""


def find_columns(cells: tuple[str, ...]) -> Columns | None:
    """Read a row as a header; None when it is none."""
    if any(map(str.isdecimal, cells)):
        return None
    roles = {place: role for place, cell in enumerate(cells) if (role := _role(cell))}
    places: dict[str, int] = {}
    for place, role in roles.items():
        places.setdefault(role, place)
    kind = _settle_name(places)
    if "name" not in places or len(places) < 2 or not _mostly(roles, cells):
        return None
    known = set(places.values())
    return Columns(places, kind, tuple(place for place in range(len(cells)) if place not in known))


def is_title(cell: str) -> bool:
    """Tell whether a cell is a title columns are known by."""
    return bool(_role(cell))


def is_column_numbers(cells: tuple[str, ...]) -> bool:
    """Tell whether a row only numbers the columns: (1) (2) (3) or A B 1 2."""
    filled = [cell for cell in cells if cell]
    return len(filled) > 2 and all(_COLUMN_NUMBER.fullmatch(cell) for cell in filled)


@lru_cache(maxsize=4096)
def _role(cell: str) -> str:
    if not cell or len(cell) > 80:
        return ""
    if exact := _EXACT.get(same_key(cell).strip(" .:")):
        return exact
    plain = " ".join(re.sub(r"\([^)]*\)|[^\w]", " ", fold(cell)).split())
    return _ROLES.get(plain, "")


def _settle_name(places: dict[str, int]) -> str:
    """Choose the column of names among what may hold them; return the kind its title tells."""
    if "name" in places:
        if "unit_or_name" in places:
            places.setdefault("unit", places.pop("unit_or_name"))
        return ""
    for role in ("collective", "household", "unit_or_name"):
        if role in places:
            places["name"] = places.pop(role)
            return _KIND_OF_NAME.get(role, "collective")
    return ""


def _mostly(roles: dict[int, str], cells: tuple[str, ...]) -> bool:
    """A header is mostly header words: a row of data that holds "Ban" or "Tổ" is none."""
    return len(roles) * 2 > sum(1 for cell in cells if cell)
