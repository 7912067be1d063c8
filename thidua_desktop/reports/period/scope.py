"""The scope of a period report in words."""

from collections.abc import Mapping

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.level import LEVELS, committee
from thidua_desktop.domain.period import Period
from thidua_desktop.domain.report_sentence import Scene
from thidua_desktop.records import campaigns, unit_tree, units
from thidua_desktop.reports.period.value import Options, SceneWords

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
    found = committee(name)
    where = f"trên địa bàn {found[0]}" if found else f"tại {name}"
    level = found[1] if found else ""
    return Scene(words.opening, _when(period), words.where or where, {level: name} if level else {})


def _when(period: Period) -> str:
    label = period.label
    if label.startswith("từ "):
        label = f"từ ngày {show(period.start)} đến ngày {show(period.end)}"
    cutoff = period.cutoff
    if cutoff is None or cutoff == period.end or (period.basis == "decided" and cutoff > period.end):
        return label
    return f"{label} (tính đến ngày {show(cutoff)})"
