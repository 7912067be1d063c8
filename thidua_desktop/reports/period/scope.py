"""The scope of a period report in words."""

import re
from collections.abc import Mapping

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.period import Period
from thidua_desktop.domain.report_sentence import Scene
from thidua_desktop.records import campaigns, unit_tree, units
from thidua_desktop.reports.period.value import Options, SceneWords

_COMMITTEE = re.compile(r"(?:UBND|Ủy ban nhân dân)\s+((\S+)(?:\s+(\S+))?.*)", re.IGNORECASE)
_LEVEL_OF: dict[str, str] = {
    **dict.fromkeys(("tỉnh",), "province"),
    **dict.fromkeys(("huyện", "quận", "thị xã", "thành phố"), "district"),
    **dict.fromkeys(("xã", "phường", "thị trấn", "đặc khu"), "commune"),
}
_TERRITORIES = {"district", "commune", "hamlet"}


def in_words(session: Session, options: Options) -> tuple[str, SceneWords]:
    """The scope as a heading says it, and as the sentence does."""
    said, opening, where = [], SceneWords.opening, ""
    if options.under:
        unit = units.get(session, options.under)
        place = unit.name[:1].lower() + unit.name[1:] if unit.kind in _TERRITORIES else unit.name
        where = f"trên địa bàn {place}" if unit.kind in _TERRITORIES else f"tại {unit.name}"
        said.append(f"Đơn vị: {unit.name}{_came_from(session, options.under)}")
    if options.campaign:
        campaign = campaigns.get(session, options.campaign)
        form = "cuộc vận động" if campaign.form == "drive" else "phong trào thi đua"
        opening = f"Thực hiện {form} “{campaign.name}”"
        said.append(f"{form[:1].upper()}{form[1:]}: {campaign.name}")
    if options.level:
        said.append(f"Cấp khen: {LEVELS[options.level]}")
    return "; ".join(said), SceneWords(opening, where)


def _came_from(session: Session, unit_id: int) -> str:
    whole, part = unit_tree.came_from(session, unit_id)
    said = [f"gồm cả {', '.join(whole)} trước khi nhập"] if whole else []
    said += [f"không gồm {', '.join(part)} đã chia cho nhiều đơn vị"] if part else []
    return f" ({'; '.join(said)})" if said else ""


def scene(words: SceneWords, period: Period, office: Mapping[str, str]) -> Scene:
    """Set the sentence's scene: the office's own name stands for its level."""
    name = office.get("office", "")
    committee = _COMMITTEE.fullmatch(name)
    where = f"trên địa bàn {committee[1]}" if committee else f"tại {name}"
    level = _level(committee) if committee else ""
    return Scene(words.opening, _when(period), words.where or where, {level: name} if level else {})


def _level(committee: re.Match[str]) -> str:
    one, two = committee[2].lower(), f"{committee[2]} {committee[3] or ''}".lower()
    return _LEVEL_OF.get(two) or _LEVEL_OF.get(one, "")


def _when(period: Period) -> str:
    label = period.label
    if label.startswith("từ "):
        label = f"từ ngày {show(period.start)} đến ngày {show(period.end)}"
    cutoff = period.cutoff
    late = cutoff is not None and cutoff != period.end
    return f"{label} (tính đến ngày {show(cutoff)})" if cutoff and late else label
