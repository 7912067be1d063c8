"""The list a unit fills in and sends back: its columns, its people, and the mark it is recognised by.

Writer and reader share this: the writer puts `packed` on a hidden sheet, the reader gives it to `unpacked`.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.recipient import GENDERS

VERSION = 1
TAG = "thidua-mau-don-vi"
PROPERTY = "ThiDuaMau"
SHEET, LISTS, MARK_SHEET = "Danh sách", "Danh mục", "Dấu mẫu"

COLUMNS: dict[str, str] = {
    "uid": "Mã (không sửa)",
    "place": "TT",
    "name": "Họ và tên",
    "birth": "Ngày sinh hoặc năm sinh",
    "gender": "Giới tính",
    "post": "Chức vụ",
    "title": "Danh hiệu thi đua",
    "form": "Hình thức khen thưởng",
    "rating": "Xếp loại",
    "note": "Ghi chú",
}
MERGED = ("name", "birth", "gender", "post")
"""The columns that correct our records; the others propose."""
RATINGS = (
    "Hoàn thành xuất sắc nhiệm vụ",
    "Hoàn thành tốt nhiệm vụ",
    "Hoàn thành nhiệm vụ",
    "Không hoàn thành nhiệm vụ",
)


@dataclass(frozen=True)
class Member:
    """A person of the unit as the records hold them: birth as ISO text, gender as a code."""

    uid: str
    name: str
    birth: str = ""
    gender: str = ""
    post: str = ""

    def merged(self) -> dict[str, str]:
        """The values that are merged, by column."""
        return {column: getattr(self, column) for column in MERGED}


@dataclass(frozen=True)
class Mark:
    """Whose list it is: the office that gave it out, the unit, the year asked about, the ISO day."""

    office: str
    unit: str
    unit_name: str
    year: int
    on: str
    version: int = VERSION

    @property
    def short(self) -> str:
        """The mark as a document property, for whoever only looks at the file's properties."""
        return f"{self.version}|{self.office}|{self.unit}|{self.year}|{self.on}"


@dataclass(frozen=True)
class Template:
    """All that is written for one unit; titles and forms are the names to choose from."""

    mark: Mark
    office_name: str
    members: tuple[Member, ...]
    titles: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True)
class ReturnedRow:
    """A filled row as it came back: its number for the user, uid ("" for a new one), texts by column."""

    row: int
    uid: str
    texts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Returned:
    """A list that came back; original is None where what it was can no longer be trusted."""

    file: str
    path: str
    sha256: str
    mark: Mark
    original: tuple[Member, ...] | None
    rows: tuple[ReturnedRow, ...]


def packed(mark: Mark, members: Sequence[Member]) -> list[str]:
    """The lines of the hidden sheet: tag, digest of what follows, mark, one line a person."""
    lines = [_json(asdict(mark)), *(_json(asdict(member)) for member in members)]
    return [TAG, _digest(lines), *lines]


def unpacked(lines: Sequence[str]) -> tuple[Mark, tuple[Member, ...] | None]:
    """Read the hidden sheet back; no people when its digest tells that it was changed.

    Raises ValueError when there is no mark to be read, or one of a newer program.
    """
    if len(lines) < len(("tag", "digest", "mark")) or lines[0] != TAG:
        raise ValueError("no mark")
    try:
        mark = Mark(**json.loads(lines[2]))
    except TypeError as error:
        raise ValueError("another mark") from error
    texts = (mark.office, mark.unit, mark.unit_name, mark.on)
    if mark.version != VERSION or type(mark.year) is not int or not all(isinstance(t, str) for t in texts):
        raise ValueError("another version")
    if lines[1] != _digest(lines[2:]):
        return mark, None
    members = tuple(Member(**json.loads(line)) for line in lines[3:])
    return mark, members if all(map(_is_sound, members)) else None


def _is_sound(member: Member) -> bool:
    """Whether a kept person is one we wrote; who can change the lines can make a digest for them too."""
    values = (member.uid, *member.merged().values())
    try:
        return (
            all(isinstance(value, str) for value in values)
            and member.gender in GENDERS
            and (not member.birth or PartialDate.from_iso(member.birth).iso() == member.birth)
        )
    except (ValueError, TypeError):
        return False


def _digest(lines: Sequence[str]) -> str:
    return hashlib.sha256("\n".join([TAG, *lines]).encode("utf-8")).hexdigest()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)
