"""The rules of an award as rich text: what holds, its article, what the office said of it and may say."""

from __future__ import annotations

from datetime import date
from html import escape
from typing import TYPE_CHECKING

from thidua_desktop.domain.correction import act_of, is_line
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.law.rulebook import carries
from ui.theme import INK_SOFT, WARN

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from thidua_desktop.domain.law.rulebook import Regime, Rulebook
    from ui.forms.rule_lines import Shown

_KINDS: dict[str, str] = {
    "ground": "Tiêu chuẩn",
    "extra": "Điều kiện phải có thêm",
    "general": "Nguyên tắc chung",
    "council": "Hội đồng",
    "paper": "Hồ sơ",
    "deadline": "Thời hạn",
    "bonus": "Tiền thưởng",
}
_ADDS: dict[str, tuple[str, str]] = {
    "ground": ("criteria", "Thêm tiêu chuẩn…"),
    "council": ("council", "Thêm tỷ lệ phiếu…"),
    "paper": ("dossier", "Thay danh mục giấy tờ…"),
    "deadline": ("deadlines", "Thêm thời hạn…"),
    "bonus": ("bonus", "Ghi hệ số…"),
}
_ACTS: dict[str, str] = {
    "change": "Sửa…",
    "confirm": "Đã đối chiếu…",
    "strike": "Không áp dụng…",
    "edit": "Sửa…",
    "remove": "Xóa",
}
_NOTHING = "Phần mềm chưa có quy định nào đã đọc cho danh hiệu, đối tượng và ngày này."


def rules_html(lines: Sequence[Shown]) -> str:
    """Lines under headings, every word escaped; what was not checked says so."""
    nothing = not any(one.told.kind in ("ground", "extra") for one in lines)
    parts = [f"<p style='color:{WARN}'>{_NOTHING}</p>" if nothing else ""]
    unchecked = sum("confirm" in one.acts for one in lines)
    if unchecked > 1:
        told = f"<span style='color:{WARN}'>{unchecked} dòng chưa đối chiếu.</span>"
        parts.append(f"<p>{told} &nbsp; {_link('confirmed:', 'Đã đối chiếu nhiều dòng…')}</p>")
    for kind, heading in _KINDS.items():
        of_kind = [(place, one) for place, one in enumerate(lines) if one.told.kind == kind]
        add = _ADDS.get(kind)
        if kind == "bonus" and of_kind:
            add = None  # there is a coefficient to correct
        if of_kind or add:
            link = f" &nbsp; {_link(f'add:{add[0]}', add[1])}" if add else ""
            parts.append(f"<h4>{heading}<span style='font-weight:normal'>{link}</span></h4>")
            parts += [_line(place, one) for place, one in of_kind]
    return "".join(parts)


def period_html(book: Rulebook, regime: Regime) -> str:
    """What a period the office began took over, and what its lines not read anew are good for."""
    if not regime.own:
        return ""
    unread = (
        "vẫn xét theo quy định đã đối chiếu trước đó"
        if carries(book, regime.code)
        else ("các dòng ấy chưa quyết định gì, vì quy định trước đó cũng chưa đối chiếu")
    )
    return (
        f"<p style='color:{WARN}'>Thời kỳ do cơ quan ghi. Tiêu chuẩn, Hội đồng, hồ sơ, thời hạn, hệ số của "
        "thời kỳ trước, cả những dòng cơ quan đã thêm, được chép sang, ghi “chưa đối chiếu”; chưa đối chiếu "
        f"thì {unread}. Mức lương cơ sở có nghị định riêng: mức ghi từ trước vẫn áp dụng, mức ghi trong "
        "thời kỳ này hết cùng thời kỳ khi phần mềm có quy định mới.</p>"
    )


def _line(place: int, one: Shown) -> str:
    text = _text(one.told.text)
    cite = " – ".join(filter(None, (one.told.cite, _status(one))))
    colour = WARN if one.told.status == "unverified" and not one.gone else INK_SOFT
    said = f"<span style='color:{colour}'>{escape(cite)}</span>"
    if one.gone:
        text = f"<span style='color:{INK_SOFT}'><s>{text}</s></span>"
    links = " &nbsp; ".join(_link(f"{act}:{place}", _ACTS[act]) for act in one.acts)
    parts = [text, said, *_original(one)]
    return f"<p>{'<br>'.join(parts)}{f' &nbsp; {links}' if links else ''}</p>"


def _status(one: Shown) -> str:
    if one.gone:
        return f"không áp dụng theo {one.row.cite}" if one.row else "thay bằng quy định của cơ quan"
    if one.row is None:
        return "chưa đối chiếu" if one.told.status == "unverified" else ""
    if not is_line(one.row.entry):
        return "quy định của tỉnh, cơ quan"
    said = "cơ quan sửa"
    if act_of(one.row.entry) == "confirm":
        said = f"cơ quan đã đối chiếu{checked(one.row.entry)}"
    return f"{said}; phần khác chưa đối chiếu" if one.told.status == "unverified" else said


def checked(entry: Mapping[str, object]) -> str:
    """Who checked a line and when, in brackets."""
    told = entry.get("checked")
    if not isinstance(told, dict):
        return ""
    return f" ({told['by']}, {show(date.fromisoformat(told['on']))})"


def _original(one: Shown) -> list[str]:
    """What stood there, so that it can still be read; what was only checked reads the same."""
    if one.original is None or one.original.text == one.told.text:
        return []
    told = f"Trước khi sửa: {one.original.text} ({one.original.cite})"
    return [f"<span style='color:{INK_SOFT}'>{_text(told)}</span>"]


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>").replace("   ", "&nbsp;&nbsp;&nbsp;")


def _link(target: str, text: str) -> str:
    return f"<a href='{target}'>{escape(text)}</a>"
