"""Tables that look like lists of a year and are not: of pupils, of a quarter, counts, proposals."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake.roles import DECIDING, MARK, WORDS
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.yearly_header import YearlyHeader
from thidua_desktop.intake.yearly_other_ratings import OF_PUPILS, OTHER_RATINGS, PART_OF_YEAR, plain
from thidua_desktop.intake.yearly_roles import names_task
from thidua_desktop.intake.yearly_subjects import PLEDGES

_NOT_YET = (
    (
        r"\b(?:de nghi|du kien|du thao|de xuat|to trinh|chi tieu|phan dau)\b"
        r"|\bdang ky (?:sang kien|de tai|muc|xep|hoan thanh)"
    ),
    "đề nghị, dự kiến, đăng ký, chưa phải kết quả",
)
_UNDER_WAY = (
    r"\bdang (?:thuc hien|trien khai|nghien cuu|tien hanh)\b|\bchua nghiem thu\b",
    "đề tài, sáng kiến đang thực hiện, chưa phải kết quả",
)
_NOT_GRANTED = (
    (
        r"^(?!.*(?<!khong )(?<!khong duoc )(?<!chua )(?<!chua duoc )\bcong nhan\b)"
        r".*\b(?:khong|chua) (?:duoc )?(?:cong nhan|dat|xet|xep loai)\b"
    ),
    "sáng kiến, đề tài không được công nhận",
)
_EMULATION = (
    (
        r"\bcham diem\b.*\bthi dua\b|\bphong trao thi dua\b|\b(?:khoi|cum) thi dua\b"
        r"|\bthi dua (?:cac )?(?:khoi|cum)\b"
        r"|\bxep (?:loai|hang|thu) thi dua\b|^(?:xep (?:thu|hang)|thu hang|vi thu|thu tu xep hang)\b"
    ),
    "điểm, thứ hạng thi đua",
)
"""Told by a heading or a title of columns, unless ratings of work stand there in so many words."""
_PLEDGED = (r"\bdang ky\b", "đăng ký, chưa phải kết quả")
_CONCLUDES = re.compile(r"\b(?:ket qua|xep loai|danh gia|cong nhan)\b")
_LIFTED = (
    r"\b(?:xoa|xoa bo|huy bo|cham dut|het hieu luc|thoi(?! (?:gian|han|hieu)\b)) (?:\w+ ){0,3}ky luat\b",
    "xóa, chấm dứt kỷ luật",
)
_CONTEST = (r"\b(?:du thi|hoi thi|cuoc thi)\b", "dự thi, kết quả hội thi, chưa phải công nhận sáng kiến")
_OF_PARTY = (
    r"(?<!can bo )\bdang vien\b|\bky luat (?:ve dang\b|dang(?: (?:nam|quy) .*)?$)|^chi bo\b",
    "kỷ luật, xếp loại của Đảng",
)
_OF_UNIONS = (
    (
        r"\bdoan vien\b|\b(?:xep loai|danh gia|phan loai|chat luong) (?:\w+ ){0,4}"
        r"(?:cong doan(?: co so)?|cdcs|chi doan)\b"
    ),
    "xếp loại đoàn viên, tổ chức đoàn thể",
)
_OF_SCHOOLS = (
    r"^(?!.*\b(?:giao vien|vien chuc|cong chuc|can bo)\b).*\b(?:hoc sinh|sinh vien|hoc vien)\b",
    "kỷ luật học sinh, sinh viên",
)
_MEETINGS = (r"\b(?:vang|du) (?:hop|mat)\b|\bhop giao ban\b", "theo dõi họp, không phải nghỉ trong năm")
_TRAINING_TO_COME = (
    r"\b(?:de nghi|du kien|ke hoach|nhu cau|dang ky|trieu tap)\b.*\b(?:dao tao|boi duong|tap huan)\b",
    "kế hoạch, nhu cầu, đăng ký, chưa phải kết quả đào tạo, bồi dưỡng",
)
_TRAINING_OF_OTHERS = (
    r"\bboi duong (?:hoc sinh|hsg|doan vien|dang vien|doi tuong|ket nap)\b",
    "bồi dưỡng học sinh, đảng viên, đối tượng kết nạp",
)
_OTHERS = {
    "rating": (*OTHER_RATINGS, _NOT_YET, _OF_PARTY, _OF_UNIONS),
    "idea": (_NOT_YET, _UNDER_WAY, _NOT_GRANTED, _CONTEST),
    "discipline": (_NOT_YET, _LIFTED, _OF_PARTY, _OF_UNIONS, _OF_SCHOOLS),
    "work_year": (PART_OF_YEAR, _MEETINGS, _TRAINING_TO_COME, _TRAINING_OF_OTHERS),
}
_UNITS_OF_OTHERS = {
    "chi bo": _OF_PARTY[1],
    "chi bo dang bo": _OF_PARTY[1],
    "chi doan": _OF_UNIONS[1],
    "cong doan co so": _OF_UNIONS[1],
    "cdcs": _OF_UNIONS[1],
}
"""Titles of the column of units in lists that are not of the office."""
_OF_OFFICE = re.compile(r"\b(?:can bo|cong chuc|vien chuc|nguoi lao dong|giao vien)\b")
_WHOLE_YEAR = re.compile(
    r"\btu thang (?:0?1\b.{0,12}\bden (?:het )?thang 12|0?[89]\b.{0,12}\bden (?:het )?thang 0?[5-8])\b"
)
_DATE = re.compile(r"\bngay\b[ .\d]*\bthang\b[ .\d]*(?:\bnam\b)?|\b(?:theo|xet) de nghi\b")
_GROUND = re.compile(r"(?:can cu|xet|theo(?! doi)|thuc hien|kinh gui)\b")
_ROWS = 60  # that show what the cells of a column name
_NUMBER = re.compile(r"\d+")
_TOTAL = re.compile(r"(?:tong so|so luong|tong cong|si so)\b.*")
_SENTENCE = (
    "Bảng này là {} nên không ghi vào sổ. Nếu không phải vậy, bấm vào đầu cột “{}” ở thẻ Cột và chọn “{}”."
)
_COLUMN = "Cột “{1}” chưa đọc: là {0}. Nếu không phải vậy, bấm vào đầu cột ấy ở thẻ Cột và chọn “{2}”."
_PARTY_BESIDE = "Cột “{}” chưa đọc: kỷ luật của Đảng không ghi vào sổ này."
_TRAINING = "Cột “{}” chưa đọc: chỉ đọc từ danh sách đào tạo, hoặc bên cột Số tháng làm việc, Số ngày nghỉ."
_COUNTS = "bảng đếm số người của từng mức"
_ALL_ROWS = re.compile(r"(?:tong(?: cong| so)?|cong|toan (?:huyen|truong|co quan|don vi))\W*")


def guarded(
    header: YearlyHeader, above: Iterable[Row], below: Sequence[Row]
) -> tuple[YearlyHeader | None, list[str]]:
    """Return the header without what is not what it seems to be, None where nothing is left, and why.

    Where the officer named the columns, they are what he said.
    """
    if header.said:
        return header, []
    if header.marks and _is_count(header, below):
        return None, [_told(_SENTENCE, header, header.mark_of, _COUNTS)]
    lines = [_DATE.sub(" ", fold(row.text())) for row in above]
    lines = [_WHOLE_YEAR.sub(" ", plain(line)) for line in lines if not _GROUND.match(line)]
    pledging = "pledge" in header.subjects and any(map(PLEDGES.search, lines))
    pledging = pledging and not any(map(_CONCLUDES.search, lines))
    of_heading = {of: words for of in header.subjects if (words := _said_by(_patterns(of, pledging), lines))}
    if of_heading and "pledge" not in header.subjects:
        of, words = next(iter(of_heading.items()))
        return None, [_told(_SENTENCE, header, of, words)]
    refused = {of: of_heading.get(of) or _by_columns(header, of, lines) for of in header.subjects}
    if refused.get("rating") == "":
        refused["rating"] = _emulation(header, lines, below)
    kept = tuple(of for of in header.subjects if not refused[of])
    sentence = _COLUMN if kept else _SENTENCE
    told = [_told(sentence, header, of, words) for of, words in refused.items() if words]
    return (
        (_only(header, kept) if told else header, [*told, *_left(header, kept, below)])
        if kept
        else (None, told[:1])
    )


def _left(header: YearlyHeader, subjects: Sequence[str], below: Sequence[Row]) -> Iterator[str]:
    """Say which columns that tell something are not read in such a list."""
    for title in _beside(header) if "discipline" in subjects else ():
        if re.search(_OF_PARTY[0], plain(title)):
            yield _PARTY_BESIDE.format(title[:60])
    place = next((at for at, role in header.told.items() if role == "training"), -1)
    unread = place >= 0 and "work_year" not in subjects
    if unread and any(row.cells[place] for row in below if place < len(row.cells)):
        yield _TRAINING.format(header.titles.get(place, ("",))[-1][:60])


def _beside(header: YearlyHeader) -> list[str]:
    """The titles of the columns that are not read."""
    read = {*header.columns.values(), *header.marks}
    return [" ".join(path) for place, path in header.titles.items() if place not in read]


def _patterns(subject: str, pledging: bool) -> Sequence[tuple[str, str]]:  # noqa: FBT001 - what the heading says
    if pledging and subject in {"rating", "idea", "work_year"}:
        return (*_OTHERS[subject], _PLEDGED)
    return _OTHERS.get(subject, ())


def _said_by(patterns: Iterable[tuple[str, str]], lines: Sequence[str]) -> str:
    return next((words for pattern, words in patterns if any(re.search(pattern, line) for line in lines)), "")


def _by_columns(header: YearlyHeader, subject: str, lines: Sequence[str]) -> str:
    titles = [plain(title) for title in header.deciding(subject).values()]
    patterns = _OTHERS.get(subject, ())
    if words := _said_by((*patterns, _PLEDGED) if subject == "idea" else patterns, titles):
        return words
    if subject not in {"rating", "discipline"}:
        return ""
    if any(plain(title) == "lop" for title in _titles(header)):
        return OF_PUPILS if subject == "rating" else _OF_SCHOOLS[1]
    of_office = any(map(_OF_OFFICE.search, lines))
    return "" if of_office else _UNITS_OF_OTHERS.get(plain(_unit_title(header)), "")


def _emulation(header: YearlyHeader, lines: Sequence[str], below: Sequence[Row]) -> str:
    """What ranks in emulation are, "" for ratings of work and where a cell names the task."""
    deciding = header.deciding("rating")
    cells = [row.cells[place] for row in below[:_ROWS] for place in deciding if place < len(row.cells)]
    if any(map(names_task, (*deciding.values(), *cells))):
        return ""
    return _said_by((_EMULATION,), [*lines, *map(plain, _titles(header))])


def _unit_title(header: YearlyHeader) -> str:
    return header.title("unit") or header.title("collective")


def _only(header: YearlyHeader, subjects: tuple[str, ...]) -> YearlyHeader:
    """The header as that of a list of these alone."""
    columns = {role: at for role, at in header.columns.items() if DECIDING.get(role) in {None, *subjects}}
    alike = {role: places for role, places in header.alike.items() if DECIDING.get(role) in {None, *subjects}}
    of_ideas = "idea" in subjects
    return replace(
        header,
        subjects=subjects,
        columns=columns,
        alike=alike,
        levels=header.levels if of_ideas else {},
        authors=header.authors if of_ideas else (),
    )


def _is_count(header: YearlyHeader, below: Sequence[Row]) -> bool:
    """Whether numbers stand where marks should; those of the last row, which adds up, tell nothing."""
    if any(_TOTAL.fullmatch(plain(title)) for title in _titles(header)):
        return True
    totals = [row for row in below if any(_ALL_ROWS.fullmatch(fold(cell)) for cell in row.filled()[:2])]
    rows = [row for row in below if row not in totals]
    cells = [row.cells[place] for row in rows for place in header.marks if place < len(row.cells)]
    numbers = [int(cell) for cell in cells if _NUMBER.fullmatch(cell)]
    units_only = not {"name", "authors", "household"} & header.columns.keys()
    only_numbers = bool(totals) and units_only and len(numbers) == len(list(filter(None, cells)))
    return only_numbers or any(number > 1 for number in numbers)


def _titles(header: YearlyHeader) -> list[str]:
    return [" ".join(path) for path in header.titles.values()]


def _told(sentence: str, header: YearlyHeader, subject: str, what: str) -> str:
    role = next((role for role, of in DECIDING.items() if of == subject and role in header.columns), "")
    title = next(iter(header.deciding(subject).values()), "")
    marked = header.mark_of == subject
    return sentence.format(what, title[:60], WORDS[MARK if marked else role or "rating"])
