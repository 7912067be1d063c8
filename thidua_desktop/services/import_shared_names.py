"""Names that several units of the book share on a day: asked once for all their rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from thidua_desktop.db import Session
from thidua_desktop.domain.decision import AwardDraft
from thidua_desktop.domain.vietnamese import clean, number
from thidua_desktop.records import unit_days, units
from thidua_desktop.services.import_doubts import LATER, Doubt, Option, Side
from thidua_desktop.services.matching import Listed, Shared, called, name_key

_SHOWN = 6  # rows named


@dataclass
class _Written:
    words: str
    rows: list[AwardDraft] = field(default_factory=list)


def ask_shared(
    session: Session, names: unit_days.Names, lists: Sequence[Listed], answers: Mapping[str, str]
) -> tuple[list[Doubt], dict[Shared, int]]:
    """The questions, and the unit meant by each name and those who share it that was answered."""
    written: dict[Shared, _Written] = {}
    for listed in lists:
        for award in listed.awards:
            words = called(award)
            key = name_key(words) if award.unit_id is None else ""
            bearers = tuple(names.bearers(key, listed.on)) if key else ()
            if len(bearers) > 1:
                written.setdefault((key, bearers), _Written(clean(words))).rows.append(award)
    doubts, meant = [], {}
    for (key, bearers), one in written.items():
        doubt = _doubt(session, key, bearers, one, answers)
        doubts.append(doubt)
        chosen = next((bearer for bearer in bearers if f"#{bearer}" == doubt.answer), None)
        if chosen is not None:
            meant[key, bearers] = chosen
    return doubts, meant


def _doubt(
    session: Session, key: str, bearers: Sequence[int], one: _Written, answers: Mapping[str, str]
) -> Doubt:
    called, rows = one.words, len(one.rows)
    above = {
        bearer: ", ".join(units.path(session, bearer)[1:]) or "chưa rõ đơn vị trên" for bearer in bearers
    }
    options = (
        *(Option(f"#{bearer}", f"Là “{called}”, {above[bearer]}") for bearer in bearers),
        Option(LATER, "Để sau: ghi vào đơn vị thứ nhất"),
    )
    doubt_key = f"unit:{key}={','.join(f'#{bearer}' for bearer in bearers)}"
    answer = answers.get(doubt_key, "")
    return Doubt(
        doubt_key,
        "shared",
        f"{number(rows)} dòng: “{called}” là đơn vị nào trong {len(bearers)} đơn vị cùng tên?",
        rows,
        options,
        Side(called, None, (("Trong danh sách", f"{number(rows)} dòng"), ("Gồm", _who(one.rows)))),
        Side(called, None, tuple((f"Đơn vị {at}", above[each]) for at, each in enumerate(bearers, start=1))),
        answer if answer in {option.code for option in options} else "",
    )


def _who(rows: Sequence[AwardDraft]) -> str:
    said = list(dict.fromkeys(", ".join(filter(None, (row.name, row.post))) for row in rows[:_SHOWN]))
    more = f" … và {number(len(rows) - _SHOWN)} dòng nữa" if len(rows) > _SHOWN else ""
    return "; ".join(said) + more
