"""What the heading of a list says: title, year, campaign, event, and whom the list is of."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.heading_unit import is_label

_QUOTES = str.maketrans(dict.fromkeys("“”„‟«»″", '"'))
_CAMPAIGN = re.compile(
    r'(phong\s+trào(?:\s+thi\s+đua)?(?:\s+yêu\s+nước)?|cuộc\s+vận\s+động)\s*:?\s*"\s*([^"]+?)\s*"',
    re.IGNORECASE,
)
_QUOTED = re.compile(r'"\s*([^"]+?)\s*"')
_FORM_QUOTED = re.compile(  # Huy chương “Vì an ninh Tổ quốc”
    r'\b((?:huân|huy)\s+chương|kỷ\s+niệm\s+chương|huy\s+hiệu)\s*"\s*([^"]+?)\s*"', re.IGNORECASE
)
_VERB = r"(?:tặng(?:\s+thưởng)?|danh\s+hiệu|công\s+nhận|đạt|nhận|khen\s+thưởng\s*:)"
_STOP = (
    r"(?=\s+(?:năm\s+(?:học\s+)?\d|các\s+năm|giai\s+đoạn|vì\s|do\s|đã\s|trong\s|cho\s|từ\s+năm|nhân\s+dịp|có\s+thành\s+tích|về\s+thành\s+tích)"
    rf"|\s+{_VERB}\s|\s*,?\s+(?:bao\s+)?gồm\b|\s*[(.:;]|\s*$)"
)
_AFTER_VERB = re.compile(rf"\b{_VERB}\s+((?:(?!\b{_VERB}\s).)+?){_STOP}", re.IGNORECASE)
_AFTER_LIST = re.compile(rf"\b(?:danh\s+sách|tổng\s+hợp)\s+(?:các\s+)?(.+?){_STOP}", re.IGNORECASE)
_GIVEN_BY = re.compile(  # ĐƯỢC CHỦ TỊCH UBND HUYỆN TẶNG GIẤY KHEN
    r"\bđược\s+((?:chủ\s+tịch|giám\s+đốc|ubnd|[uủ][ỷy]\s+ban|thủ\s+tướng|bộ|ban)\b[^,;.:()]{0,60}?)"
    r"\s+(?:tặng(?:\s+thưởng)?|trao)\s+((?:giấy|bằng)\s+khen|cờ\s+thi\s+đua)\b",
    re.IGNORECASE,
)
_OCCASION = re.compile(
    r"\s+(?:ngành|khối|trường|tại|nhân\s+(?:dịp|ngày)|trên\s+địa\s+bàn|đợt|thực\s+hiện|phục\s+vụ|hưởng\s+ứng"
    r"|(?:tổng|sơ)\s+kết|phong\s+trào|chương\s+trình|cuộc\s+vận\s+động)\s",
    re.IGNORECASE,
)
_SCHOOL_YEAR = re.compile(r"\bnăm\s+học\s+(\d{4})\s*[-–]\s*(\d{4})", re.IGNORECASE)
_YEAR = re.compile(r"\bnăm\s+(\d{4})\b(?:\s*(?:[-–,]|và)\s*(?:năm\s+)?(\d{4})\b)?", re.IGNORECASE)
_MODELS = re.compile(r"điển\s+hình\s+tiên\s+tiến.*?giai\s+đoạn\s+(\d{4})\s*[-–]\s*(\d{4})", re.IGNORECASE)
_BEFORE_AWARD = re.compile(r"\b(?:được|đạt|tặng|công\s+nhận|đề\s+nghị|khen)\b", re.IGNORECASE)
_DENIES = re.compile(
    r"\b(?:khong|chua) (?:du|dat|xet|de nghi|cong nhan|duoc (?:khen|tang|xet|cong nhan|de nghi))\b"
    r"|^(?:ke hoach|quy che|noi quy)\b|\bbi cat\b|\brut khoi danh sach\b"
    r"|\bbi (?:thu hoi|huy(?: bo)?|tuoc|xoa)\b"
    r"|\b(?:thu hoi|huy bo|(?<!phat )huy|tuoc|bai bo)(?:,? (?:va )?(?:thu hoi|huy bo|tuoc))*"
    r"(?: (?:lai|viec|ket qua|tien))* (?:quyet dinh|danh hieu|cong nhan|tang|bang cong nhan|co thi dua"
    r"|(?:giay|bang)(?: chung nhan| khen)|khen thuong|hinh thuc|huan|huy (?:chuong|hieu)|ky niem"
    r"|lao dong tien tien|chien s[iy]|tap the lao dong|don vi|gia dinh|co quan)\b"
)
_CORRECTS = re.compile(
    r"\b(?:dinh|cai) chinh\b(?! (?:tin|gia))"
    r"|\b(?:dieu chinh|chinh sua|sua(?: chua| doi| lai)?)"
    r"(?: (?:lai|ve|noi dung|cac|mot so|thong tin|sai sot))*"
    r" (?:thong tin|sai sot|ho (?:va )?ten|ho,? (?:chu )?(?:dem|lot)|ten\b|chu dem|nam sinh|ngay sinh"
    r"|chuc (?:vu|danh)|don vi cong tac|noi cong tac|danh hieu)"
)
_PLANS = re.compile(
    r"(?:chuong trinh|kich ban|ke hoach|quy che|noi quy|giay moi|thoi gian bieu|bao cao|phan cong"
    r"|lich (?:cong tac|lam viec|hop|trinh|to chuc|hoat dong|truc))\b"
)
_OTHER_MATTER = re.compile(
    r"\b(?:nang (?:bac |ngach )?luong|bo nhiem|quy hoach|dieu dong|luan chuyen|nghi huu|ket nap dang"
    r"|thang hang|chuyen ngach)\b"
)
_KINDS = (
    ("collective", r"\btap the\b|\bdon vi\b|\bdoanh nghiep\b|\bhop tac xa\b"),
    ("person", r"\b(?:ca nhan|can bo|cong chuc|vien chuc|giao vien|nguoi lao dong|hoi vien|doanh nhan)\b"),
    ("household", r"\bho gia dinh\b|\bgia dinh\b"),
)
_TYPES = (
    ("sudden", r"\bdot xuat\b"),
    ("thematic", r"\b(?:khen thuong|thi dua)(?: theo)?(?: dot,?)?(?: hoac| va)? chuyen de\b"),
    ("dedication", r"\bcong hien\b"),
    ("seniority", r"\bnien han\b"),
    ("foreign", r"\bdoi ngoai\b"),
)
_LETTERHEAD = re.compile(r"^(?:cong hoa xa hoi|doc lap\b.*tu do|so\s*[:/]|mau so|[^,;]{2,40}, ngay\b)")
_OFFICE_ABOVE = re.compile(
    r"^(?:uy ban nhan dan|ubnd|huyen|tinh|xa|phuong|thi tran|thanh pho|hoi dong thi dua)\b"
)
_START = re.compile(
    r"^(?:(?:[ivx]+|[a-h]|\d+)\s*[.)/]\s*)?(?:danh sach|phu luc|bieu|bang tong hop|tong hop|ket qua)\b"
)
_LABEL = re.compile(
    r"^(?:danh\s+hiệu|hình\s+thức)(?:\s+(?:thi\s+đua|khen\s+thưởng|khen))?\s*:\s*", re.IGNORECASE
)
_YEARS_BEHIND = re.compile(
    r"[\s(,–-]*(?:các\s+năm|năm|năm\s+học|giai\s+đoạn)?[\s:]*(?:(?:19|20)\d\d[\s,–)-]*)+$|\s+các\s+năm\W*$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"^(?![Vv]/[Vv]\b)(?:[IVX]+|[A-Ha-hđ]|\d{1,2})\s*[.)/]\s*")
_COLUMNS = re.compile(
    r"(?:s ?tt|tt|so tt)\b.*\b(?:ho (?:va )?ten|ten)\b"
)  # titles of columns typed with tabs
_GROUND = re.compile(
    r"can cu\b|(?:xet|theo) (?:de nghi|to trinh)\b(?! theo quyet dinh)|thuc hien (?:theo )?"
    r"(?:quyet dinh|nghi quyet|nghi dinh|chi thi|ke hoach|cong van|huong dan|thong tu|luat)\b"
)
_ONLY_YEAR = re.compile(r"(?:(?:[ivx]+|[a-h]|\d{1,2})\s*[.)/]?\s+)?nam (?:hoc )?(\d{4})(?: (\d{4}))?\W*")
_CITATION = re.compile(r"\b(?:đã\s+(?:có|đạt|được)|(?:vì|do)\s+(?:có|đã)|có\s+thành\s+tích)\b", re.IGNORECASE)
_GIVEN_TO = re.compile(r"\b(?:tặng|công\s+nhận)\b.+?(?=\bcho\b)", re.IGNORECASE)
_PROPOSES = re.compile(
    r"^(?:to trinh|bien ban|cong van|thong bao|phieu|du thao|ke hoach|quy che|bao cao|chuong trinh|giay moi"
    r"|(?:ban )?dang ky|gioi thieu|de cu)\b|\blay y kien\b|\bde cu\b|\bphan dau dat\b|^phan cong\b"
    r"|\bdang ky (?:danh hieu|thi dua|dat)\b"
    r"|\bdanh sach (?:dang ky|du kien|khach moi|dai bieu|phan cong)\b|^v/v\b.*\bde nghi\b"
    r"|\bkem theo (?:to trinh|cong van|bien ban|ke hoach)\b"
    r"|\bde nghi (?:xet|tang|khen|cong nhan|truy tang|ubnd|chu tich|hoi dong|cap tren|cac cap)\b"
    r"|\btrinh (?:hoi dong|ubnd|chu tich|cap)\b|\bxet (?:tang|khen|cong nhan|chon|duyet|de nghi)\b"
    r"|\bbinh (?:xet|bau|chon)\b|\b(?:kiem|bo) phieu\b|\bdu kien (?:khen|tang)\b"
)
_GOES_ON = re.compile(
    r"^(?:duoc|dat|tang|nhan|khen|cong nhan|de nghi|(?:da )?co thanh tich|nam (?:hoc )?\d{4})\b"
)


@dataclass(frozen=True)
class Heading:
    """The heading of a list.

    `titles` are the words that should name the award, the likeliest first; `listed` is what the list is
    said to be of, which may be its title too ("DANH SÁCH CHIẾN SĨ THI ĐUA CƠ SỞ"), `lines` what stands alone
    in a line ("CHIẾN SĨ THI ĐUA CƠ SỞ NĂM 2018", "Hình thức: Giấy khen …"), without its year.
    """

    titles: tuple[str, ...] = ()
    listed: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    year: int | None = None
    campaign: str = ""
    campaign_form: str = ""
    event: str = ""
    type: str = "merit"
    kinds: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()


def starts_list(text: str) -> bool:
    """Tell whether a line begins the heading of a list (DANH SÁCH …)."""
    return bool(_START.match(fold(text)))


def denies(text: str) -> bool:
    """Tell whether the heading of a list says that these were not commended: KHÔNG ĐỦ ĐIỀU KIỆN TẶNG …"""
    return bool(_DENIES.search(fold(_QUOTED.sub(" ", text.translate(_QUOTES)))))


def corrects(text: str) -> bool:
    """Tell whether a line says that a paper puts right what an earlier decision wrote: ĐÍNH CHÍNH HỌ TÊN."""
    return bool(_CORRECTS.search(fold(_QUOTED.sub(" ", text.translate(_QUOTES)))))


def plans(text: str) -> bool:
    """Tell whether a line heads a programme, a plan, a report: papers that commend nobody."""
    return bool(_PLANS.match(fold(text)))


def is_of_another_matter(text: str) -> bool:
    """Tell whether a line speaks of what becomes of staff: NÂNG LƯƠNG, BỔ NHIỆM, QUY HOẠCH."""
    return bool(_OTHER_MATTER.search(fold(text)))


def is_ground(text: str) -> bool:
    """Tell whether a line names what a decision rests on (Căn cứ …): numbers and years not its own."""
    return bool(_GROUND.match(fold(text)))


def proposes(text: str) -> bool:
    """Tell whether a line says that awards are only proposed, weighed or voted on: ĐỀ NGHỊ XÉT TẶNG."""
    return bool(_PROPOSES.search(fold(_QUOTED.sub(" ", text.translate(_QUOTES)))))


def only_year(text: str) -> int | None:
    """Return the year a line names and nothing else: "NĂM 2019", "II. Năm học 2016 - 2017"."""
    found = _ONLY_YEAR.fullmatch(fold(text))
    return int(found[2] or found[1]) if found else None


def goes_on(text: str) -> bool:
    """Tell whether a line goes on with the heading of a list (ĐƯỢC TẶNG …, NĂM 2018)."""
    return bool(_GOES_ON.match(fold(text)))


def is_letterhead(text: str) -> bool:
    """Tell whether a line belongs to the head of the sheet, which says nothing of the list."""
    plain = fold(text)
    return bool(_LETTERHEAD.match(plain) or (text.isupper() and _OFFICE_ABOVE.match(plain)))


def year_off(words: str) -> tuple[str, int | None]:
    """Return the words of a line without the year that ends them, and that year."""
    left = _YEARS_BEHIND.sub("", words)
    years = [int(year) for year in re.findall(r"(?:19|20)\d\d", words[len(left) :])]
    one = len(years) == 1 or (len(years) == 2 and years[1] == years[0] + 1)
    return left, years[-1] if one else None


def read_heading(lines: list[str]) -> Heading:
    """Read the lines above a list together, from the one that begins it."""
    first = next((place for place, line in enumerate(lines) if starts_list(line)), 0)
    below = [line for line in lines[first:] if starts_list(line) or not _says_nothing(line)]
    text = " ".join(below)
    text = text.translate(_QUOTES)
    campaign, form, remarks = _campaign(text)
    said = _CAMPAIGN.sub(" ", text)
    year, doubts = _year(said)
    event = ""
    if not campaign and (models := _MODELS.search(said)):
        campaign, form = f"Điển hình tiên tiến giai đoạn {models[1]} – {models[2]}", "campaign"
        event = f"Hội nghị biểu dương điển hình tiên tiến giai đoạn {models[1]} – {models[2]}"
        doubts = (*doubts, f"Hội nghị được suy từ đầu đề: “{event}”.")
    listed = [match[1] for match in _AFTER_LIST.finditer(said)]
    return Heading(
        titles=_titles(said),
        listed=tuple(dict.fromkeys([*listed, *_without_occasion(listed)])),
        lines=tuple(filter(None, map(_bare, below))),
        year=year,
        campaign=campaign,
        campaign_form=form,
        event=event,
        type="thematic" if campaign else _type(text),
        kinds=kinds_in(_BEFORE_AWARD.split(_QUOTED.sub(" ", said))[0]),
        remarks=(*remarks, *doubts),
    )


def _says_nothing(line: str) -> bool:
    return is_letterhead(line) or is_label(line) or bool(_COLUMNS.match(fold(line)))


def _bare(line: str) -> str:
    """Return a line without its number, its label and its year."""
    return year_off(_LABEL.sub("", _NUMBER.sub("", line)))[0].strip(" :.;")


def kinds_in(text: str) -> tuple[str, ...]:
    """Return the kinds of recipients a text names."""
    plain = fold(text)
    return tuple(kind for kind, pattern in _KINDS if re.search(pattern, plain))


def _campaign(text: str) -> tuple[str, str, tuple[str, ...]]:
    found = {(match[2], match[1]) for match in _CAMPAIGN.finditer(text)}
    if len(found) == 1:
        name, word = found.pop()
        return name, "drive" if fold(word).startswith("cuoc") else "campaign", ()
    if found:
        names = "; ".join(sorted(name for name, _ in found))
        return "", "", (f"Đầu đề nhắc nhiều phong trào nên chưa gắn phong trào nào: {names}.",)
    return "", "", ()


def _year(text: str) -> tuple[int | None, tuple[str, ...]]:
    if school := _SCHOOL_YEAR.search(text):
        return int(school[2]), (f"Năm học {school[1]} – {school[2]}: lấy năm {school[2]}.",)
    years = {int(year) for match in _YEAR.finditer(text) for year in match.groups() if year}
    if len(years) > 1:
        named = ", ".join(map(str, sorted(years)))
        return None, (f"Đầu đề ghi nhiều năm ({named}) nên chưa rõ năm đạt của từng dòng.",)
    return (years.pop() if years else None), ()


def _titles(text: str) -> tuple[str, ...]:
    """Return the words that should name the award; what was given before, and to whom, comes last.

    Last of all the words without what may only tell of whom or when: "… ngành giáo dục", "… tại Hội nghị".
    """
    told = _CITATION.split(text)[0]
    given = _GIVEN_TO.search(told)
    by = [
        f"{found[2]} {'CỦA' if found[2].isupper() else 'của'} {found[1]}"
        for found in _GIVEN_BY.finditer(told)
    ]
    whole = [*by, *(_named(given[0]) if given else ()), *_named(told), *_named(text)]
    return tuple(dict.fromkeys([*whole, *_without_occasion(whole)]))


def _without_occasion(titles: Iterable[str]) -> Iterator[str]:
    for title in titles:
        found = _OCCASION.search(title)
        if found:
            yield title[: found.start()]


def _named(text: str) -> list[str]:
    quoted = [f"{match[1]} {match[2]}" for match in _FORM_QUOTED.finditer(text)]
    quoted += [match[1] for match in _QUOTED.finditer(text)]
    named = [match[1].strip(" ,-–:") for match in _AFTER_VERB.finditer(_QUOTED.sub(r"\1", text))]
    return [*quoted, *reversed(named)]


def _type(text: str) -> str:
    plain = fold(text)
    return next((kind for kind, pattern in _TYPES if re.search(pattern, plain)), "merit")
