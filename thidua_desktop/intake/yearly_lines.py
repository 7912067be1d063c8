"""Lists of a year in numbered lines, put into the rows of a table: under their sections or with a colon."""

import re
from collections.abc import Callable, Sequence

from thidua_desktop.domain.titles import TitleBook
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.intake import line_kinds
from thidua_desktop.intake import yearly_sections as sections
from thidua_desktop.intake.forms.numbered import item_text
from thidua_desktop.intake.item_text import from_line
from thidua_desktop.intake.source import Row
from thidua_desktop.intake.yearly_subjects import COMMENDS, NO_AWARD, PLEDGES
from thidua_desktop.intake.yearly_values import is_none, rating_in

Knows = Callable[[str], object]
_TITLES = ("STT", "Họ và tên", "Giới tính", "Năm sinh", "Chức vụ")
_UNIT = "Đơn vị công tác"
_COLON = re.compile(r"^(.+?)\s*:\s*([^:]+?)[\s.;]*$")
_DASH = re.compile(r"^(.+\S)\s+[-–]\s+(\S.*?)[\s.;]*$")
_NO_HOUSEHOLD = "Dòng ghi một hộ gia đình ở danh sách không có bảng: nhập bằng bảng có cột Hộ gia đình."
_BOTH = "Dòng ghi “{}” dưới mục “{}”: xem lại rồi ghi cho khớp."


def as_table(rows: Sequence[Row], book: TitleBook) -> tuple[Row, ...]:
    """Return the lines as rows below a header, none where they are no list of ratings or pledges."""
    if any(row.table or len(row.filled()) > 1 for row in rows):
        return ()
    texts = [row.text() for row in rows]
    first = next((place for place, row in enumerate(rows) if item_text(row)), len(rows))
    heading = fold(" ".join(texts[:first]))
    pledged = bool(PLEDGES.search(heading))
    knows: Knows = book.knows if pledged else rating_in
    if not pledged and (not sections.RATES.search(heading) or _commends(heading)):
        return ()
    first = next((place for place, text in enumerate(texts[:first]) if _section(text, knows)), first)
    listed = _listed(rows[first:], knows)
    told = [row.cells[-1] for row in listed if len(row.cells) > 1]
    if first == 0 or not told or sum(map(bool, map(knows, told))) * 2 < len(told):
        return ()
    last = "Danh hiệu đăng ký" if pledged else "Mức độ hoàn thành nhiệm vụ"
    has_unit = any(row.cells[-2] for row in listed if len(row.cells) > 1)
    header = rows[first - 1]._replace(cells=_cells((*_TITLES, _UNIT, last), has_unit=has_unit))
    below = [row._replace(cells=_cells(row.cells, has_unit=has_unit)) for row in listed]
    return (*rows[:first], header, *below)


def _commends(heading: str) -> bool:
    return bool(COMMENDS.search(heading)) or line_kinds.is_likely_title(NO_AWARD.sub("", heading))


def _cells(cells: tuple[str, ...], *, has_unit: bool) -> tuple[str, ...]:
    return cells if has_unit or len(cells) == 1 else (*cells[:-2], cells[-1])


def _section(text: str, knows: Knows) -> str:
    """The words of a rating or title that stand alone over the lines they hold for."""
    words = sections.without_count(text)
    return words if words and knows(words) else ""


def _listed(rows: Sequence[Row], knows: Knows) -> list[Row]:
    """The lines that name somebody as rows of a table, the others as they are, without the sections."""
    listed: list[Row] = []
    section, depth = "", sections.DEEPEST
    for row in rows:
        text = row.text()
        if found := _section(text, knows):
            section, depth = found, sections.depth([text])
        elif (none := _COLON.match(text)) and _section(none[1], knows) and is_none(none[2]):
            section = ""
        elif item := item_text(row):
            section = section if sections.depth([text]) > min(depth, sections.DEEPEST - 1) else ""
            listed.append(_row(row, item.strip(" ;."), section, knows, str(len(listed) + 1)))
        elif text:
            section = ""
            listed.append(row)
    return listed


def _row(row: Row, item: str, section: str, knows: Knows, number: str) -> Row:
    doubt = row.doubt
    behind = _COLON.match(item)
    dashed = _DASH.match(item) if not behind else None
    behind = behind or (dashed if dashed and knows(dashed[2]) else None)
    whom, words = (behind[1], behind[2]) if behind else (item, section)
    if behind and section and fold(words) != fold(section):
        doubt = doubt or _BOTH.format(words[:40], section[:40])
    told = from_line(whom)
    doubt = doubt or told.doubt or (_NO_HOUSEHOLD if told.told == "household" else "")
    cells = (number, told.name, told.gender, told.birth, told.post, told.unit, words)
    return row._replace(cells=cells, doubt=doubt, broken=())
