"""The names offices give to the columns of a table, and the role each tells."""

import re
from functools import lru_cache

from thidua_desktop.domain.vietnamese import fold, same_key

_NAMES = {
    "place": "stt|tt|so tt|so thu tu|thu tu|s tt|t t|so",
    "name": (
        "ho va ten|ho ten|ho va ten ca nhan|ten ca nhan|ca nhan|ho ten ca nhan|ten|doi tuong"
        "|ho va ten ten tap the|ten tap the ca nhan|tap the ca nhan|ten ca nhan tap the"
        "|ca nhan tap the|ho va ten nguoi duoc khen|ho ten nguoi duoc khen thuong"
        "|doi tuong khen thuong|ten doi tuong|ten ca nhan ho gia dinh|ho va ten ca nhan tap the"
        "|tap the ca nhan ho gia dinh|ten tap the ca nhan ho gia dinh|ten don vi ca nhan|don vi ca nhan"
        "|ten ca nhan don vi|ten tap the va ca nhan|ho va ten hoac ten tap the|ten tap the hoac ca nhan"
        "|ho va ten can bo|ho ten can bo giao vien|ho va ten giao vien|ho va ten hoi vien"
        "|ho va ten hoc sinh|can bo giao vien nhan vien|danh sach ca nhan|ten nguoi duoc khen|va ten"
        "|ten doanh nghiep htx ca nhan|ten doanh nghiep ca nhan|nguoi duoc khen|nguoi duoc khen thuong"
        "|ten tap the ho va ten ca nhan|ho va ten ten don vi|ten don vi ho va ten|ten to chuc ca nhan"
        "|to chuc ca nhan|ten ca nhan to chuc|tac gia|ten tac gia"
    ),
    "collective": (
        "ten tap the|tap the|ten don vi tap the|ten tap the don vi|ten tap the nho|ten doanh nghiep"
        "|doanh nghiep|ten doanh nghiep htx|ten doanh nghiep hop tac xa|ten cong ty|ten htx|ten hop tac xa"
        "|ten to chuc|ten doanh nghiep to chuc"
    ),
    "household": (
        "ten ho|ho gia dinh|ten ho gia dinh|chu ho|ten chu ho|ho va ten chu ho|ho ten chu ho|gia dinh"
    ),
    "honorific": "ong ba|ong|ong hoac ba|danh xung|xung ho",
    "family": (
        "ho va|ho dem|ho va dem|ho lot|ho chu dem|ho va ten dem|ho va chu dem|ho|ho va chu lot|ho ten dem"
    ),
    "birth": (
        "nam sinh|ngay sinh|ngay thang nam sinh|ngay thang sinh|ngay nam sinh|sinh nam|ns|ngay thang n s"
        "|sinh ngay|nam sinh ngay sinh|ngay sinh nam sinh|tuoi nam sinh|n sinh|ng sinh"
    ),
    "gender": "gioi tinh|nam nu|phai|gt",
    "post": (
        "chuc vu|chuc danh|chuc vu chuc danh|chuc danh chuc vu|nghe nghiep|chuc vu hien nay"
        "|chuc vu cong tac|chuc vu nghe nghiep|chuc vu chuyen mon|cap bac chuc vu|chuc vu cap bac"
        "|chuc danh nghe nghiep|chuc vu dam nhan|cong viec|nhiem vu|chuc vu hoac nghe nghiep|cv"
        "|cong viec dang lam|c vu|c danh|ch vu|c vu c danh"
    ),
    "unit": (
        "don vi cong tac|d vi cong tac|d vi ct|dv cong tac|don vi ct|dv|co quan dv|noi cong tac|co quan"
        "|co quan don vi|co quan don vi cong tac|thuoc don vi"
        "|don vi cong tac noi o|noi o|dia chi|noi cu tru|noi cong tac noi o|don vi dia chi"
        "|noi thuong tru|don vi noi cong tac|noi lam viec|don vi dia phuong|co quan don vi dia phuong"
        "|noi o hien nay|don vi truc thuoc|truong|ten truong|thon xa|dia phuong|don vi quan ly|tru quan"
    ),
    "part": (  # of a unit; the unit where no column tells that
        "khoa phong|khoa phong ban|khoa phong tram|phong khoa|khoa|phong|phong ban|phong pgd|phong ban khoa"
        "|doi|doi san xuat|doi to|to doi|to|to chuyen mon|to bo mon|to san xuat|bo phan|phong to|ban"
        "|chi bo|chi bo dang bo|dang bo chi bo|dang bo|to chuc dang|chi doan|chi hoi|cong doan co so|cdcs"
        "|phan xuong|to phong|phong doi"
    ),
    "commune": (
        "xa|xa thi tran|xa phuong|xa phuong thi tran|phuong xa|phuong xa thi tran|ten xa|ten xa thi tran"
        "|thi tran|phuong|xa tt|xa phuong dac khu|thuoc xa|thi tran xa|ten xa phuong|thuoc xa thi tran"
        "|thuoc xa phuong|thuoc xa phuong thi tran|thuoc phuong xa"
    ),
    "rank": "hang|hang huan chuong|hang huy chuong|nhat nhi ba|hang nhat nhi ba|hang khen thuong",
    "unit_or_name": ("don vi|ten don vi|ten co quan don vi|ten co quan|d vi|ten d vi"),
    "joined": (
        "chuc vu don vi cong tac|chuc vu noi cong tac|chuc vu don vi|chuc danh don vi cong tac"
        "|chuc danh don vi|chuc vu co quan don vi|chuc vu co quan|chuc vu va don vi cong tac"
        "|chuc vu va noi cong tac|chuc danh noi cong tac|chuc vu chuc danh don vi cong tac"
        "|chuc vu co quan don vi cong tac|chuc vu va don vi|chuc vu dia chi|chuc vu chuc danh don vi"
    ),
    "title": (
        "danh hieu|danh hieu thi dua|hinh thuc khen thuong|hinh thuc|hinh thuc kt|hinh thuc khen"
        "|danh hieu hinh thuc khen thuong|danh hieu hinh thuc"
        "|danh hieu thi dua hinh thuc khen thuong|danh hieu dat duoc|danh hieu khen thuong"
        "|khen thuong|hinh thuc danh hieu|danh hieu va hinh thuc khen thuong|ten danh hieu"
        "|danh hieu hinh thuc kt|hinh thuc khen thuong danh hieu thi dua|hinh thuc khen tang"
        "|danh hieu duoc tang|danh hieu de nghi|de nghi khen thuong|hinh thuc khen thuong de nghi"
        "|hinh thuc de nghi|danh hieu dat|dat danh hieu|danh hieu thi dua dat duoc|danh hieu td"
        "|ket qua khen thuong|muc khen|loai khen thuong|danh hieu de nghi khen thuong"
        "|dhtd|dh td|dh thi dua|htkt|ht kt|dh htkt|dh ht kt|dhtd htkt|dh td htkt|danh hieu htkt"
        "|danh hieu ht kt|danh hieu thi dua htkt|ht khen thuong|danh hieu kt|dh hinh thuc kt"
        "|dh hinh thuc khen thuong"
    ),
    "year": (
        "nam khen|nam khen thuong|nam dat|nam dat danh hieu|nam dat duoc|nam duoc khen|nam thi dua"
        "|nam duoc tang|nam duoc khen thuong|nam cong nhan|nam dat thanh tich"
    ),
    "school_year": "nam hoc",
    "number": (
        "so quyet dinh|so qd|quyet dinh so|so qd khen thuong|so quyet dinh khen thuong|qd so|so qd kt"
        "|so hieu quyet dinh"
    ),
    "date": (
        "ngay|ngay thang|ngay thang nam|ngay ky|ngay quyet dinh"
        "|ngay qd|ngay ban hanh|ngay ky quyet dinh|ngay thang quyet dinh|ngay ky qd"
        "|ngay thang nam ky|ngay thang ky|ngay ra quyet dinh"
    ),
    "decision": (
        "quyet dinh|so ngay quyet dinh|so quyet dinh ngay ky|quyet dinh khen thuong|so ngay qd"
        "|so ngay thang qd|so quyet dinh ngay thang nam|so qd ngay ky|quyet dinh so ngay"
        "|so qd ngay thang nam|can cu quyet dinh"
    ),
    "authority": (
        "co quan ban hanh|co quan ky|co quan quyet dinh|co quan ra quyet dinh|cap khen|cap khen thuong"
        "|cap quyet dinh|co quan khen thuong|cap ban hanh"
    ),
    "citation": (
        "thanh tich|noi dung khen|tom tat thanh tich|noi dung thanh tich|noi dung khen thuong|ly do khen"
        "|tom tat thanh tich dat duoc|thanh tich dat duoc|linh vuc khen thuong|ly do khen thuong"
    ),
    "note": "ghi chu|gc|g chu|luu y",
}
_ROLES = {name: role for role, names in _NAMES.items() for name in names.split("|")}
_EXACT = {  # fold would make one word of them
    "năm": "year",
    "nam": "male",
    "nữ": "female",
    "dh": "title",  # ĐH is of studies
    "bản": "unit_or_name",
    "tên bản": "unit_or_name",
}
_GLUED = {name.replace(" ", ""): role for name, role in _ROLES.items() if " " in name}
_LEAST_GLUED = 4
_ONE_HAMLET = (
    r"(?:thon|buon|bon|lang|ap|xom|khu pho|khu dan cu|khu|to dan pho|to nhan dan|to dan cu|khoi pho|khoi xom"
    r"|tieu khu|tdp|kdc)"
)
_HAMLETS = rf"(?:ten )?{_ONE_HAMLET}(?: (?:va )?(?:{_ONE_HAMLET}|ban|to|khoi))*$"
_LIKELY = (
    ("unit_or_name", _HAMLETS),
    ("unit_or_name", rf"(?:ten )?ban {_ONE_HAMLET}"),
    ("joined", r"chuc (?:vu|danh)\b.*\b(?:don vi|noi cong tac|co quan)\b"),
    (
        "name",
        (
            r"(?:(?:cap bac|cap ham|chuc danh|ong ba) (?:va )?)?ho (?:va )?ten\b"
            r"|ten (?:ca nhan|tap the|doi tuong|nguoi)\b"
        ),
    ),
    ("birth", r"(?:ngay|nam).*\bsinh\b"),
    ("decision", r"(?:so )?(?:quyet dinh|qd)\b.*\bngay\b|so (?:va )?ngay\b.*\b(?:quyet dinh|qd)\b"),
    ("post", r"chuc (?:vu|danh)\b"),
    ("unit", r"(?:don vi|noi) (?:cong tac|lam viec|o\b|cu tru)|co quan\b|dia chi\b"),
    ("title", r"danh hieu\b|hinh thuc (?:khen|kt)\b"),
    ("number", r"so (?:quyet dinh|qd)\b"),
    ("date", r"ngay (?:ky|ban hanh|quyet dinh|qd)\b"),
    ("note", r"ghi chu\b"),
)
_PATTERNS = tuple((role, re.compile(pattern)) for role, pattern in _LIKELY)
_OF_PEOPLE = re.compile(
    r"(?:cap bac |cap ham )?ho (?:va )?ten"
    r"(?: (?:nam sinh|chuc vu|chuc danh|ca nhan|can bo|giao vien|hoi vien|hoc sinh|vien chuc|cong chuc"
    r"|nguoi)\b.*)?"
    r"|(?:ten )?ca nhan"
)
_MORE = re.compile(
    r"(?:ho (?:va )?)?ten\b.*\b(?:chuc (?:vu|danh)|nghe nghiep|noi cong tac|dia chi|(?<!ten )don vi)\b"
)
_EARLIER = re.compile(  # what was given before this list
    r"(?:danh hieu|hinh thuc|khen thuong|thanh tich)\b.*"
    r"\b(?:da (?:dat|duoc|nhan)\b|(?:cac )?nam truoc\b|truoc day\b)"
)
_COLUMN_NUMBER = re.compile(r"\(?\d{1,2}\)?|\(?[A-Ha-h]\)?|\(?\d{1,2}\)?\s*=.{1,30}")
_COUNT = re.compile(
    r"(?:tong )?so (?:luong |nguoi )?(?:dat )?(?:ldtt|cstd\w*|lao dong|ho|can bo|nguoi|ca nhan|cbcc\w*)\b"
    r"|(?:ldtt|cstd\w*|ho gdvh|gdvh) (?:tren )?(?:ts|tong so)\b|ty le\b|ti le\b|ts\b|tong so\b"
)
_LONGEST = 80
_HAMLET_WORDS = frozenset(
    ("thôn", "bản", "buôn", "làng", "ấp", "xóm", "khu phố", "khối phố", "khối xóm", "tổ dân phố")
)
_PART_WORDS = frozenset(
    ("tổ", "đội", "khu", "khoa", "phòng", "chi bộ", "chi đoàn", "chi hội")
)  # before numbers


def names_people(cell: str) -> bool:
    """Tell whether a title speaks of people alone: Họ và tên, not Tên cá nhân, tập thể."""
    return bool(_OF_PEOPLE.fullmatch(" ".join(re.sub(r"[^\w]", " ", fold(cell)).split())))


def tells_more(cell: str) -> bool:
    """Tell whether a title of names speaks of what else stands there: Họ và tên, chức vụ, đơn vị."""
    return bool(_MORE.match(" ".join(re.sub(r"[^\w]", " ", fold(cell)).split())))


def hamlet_word(cell: str) -> str:
    """Return the one word for hamlets or teams a title is ("Thôn"), which its cells may lack; else ""."""
    word = " ".join(same_key(cell).strip(" .:").split())
    return word.capitalize() if word in _HAMLET_WORDS | _PART_WORDS else ""


@lru_cache(maxsize=1024)
def counts(cell: str) -> bool:
    """Tell whether a title stands over numbers told of a collective: Số LĐTT, LĐTT/TS CBCC, Tỷ lệ."""
    return bool(_COUNT.match(" ".join(re.sub(r"[^\w]|_", " ", fold(cell)).split())))


def is_title(cell: str) -> bool:
    """Tell whether a cell is a title columns are known by."""
    return bool(role_of(cell))


def is_column_numbers(cells: tuple[str, ...]) -> bool:
    """Tell whether a row only numbers the columns: (1) (2) (3) or A B 1 2."""
    filled = [cell for cell in cells if cell]
    few = len(filled) == 2 and not (filled[0].startswith("(") and filled[1].startswith("("))
    return len(filled) > 1 and not few and all(_COLUMN_NUMBER.fullmatch(cell) for cell in filled)


@lru_cache(maxsize=8192)
def role_of(cell: str) -> str:
    """Return the role a title tells, "" for a text that is no title of a column."""
    if not cell or len(cell) > _LONGEST:
        return ""
    if exact := _EXACT.get(same_key(cell).strip(" .:")):
        return exact
    plain = " ".join(re.sub(r"\([^)]*\)|[^\w]|_", " ", fold(cell)).split())
    if _EARLIER.search(plain):
        return ""
    if known := _ROLES.get(plain) or (_GLUED.get(plain) if len(plain) >= _LEAST_GLUED else None):
        return known
    return next((role for role, pattern in _PATTERNS if pattern.match(plain)), "")
