"""Names that several units of the book share on a day: asked once for all their rows."""

from collections.abc import Mapping, Sequence

from thidua_desktop.db import Session
from thidua_desktop.domain.vietnamese import clean, number
from thidua_desktop.records import unit_days, units
from thidua_desktop.services.import_doubts import LATER, Doubt, Option, Side
from thidua_desktop.services.matching import Listed, name_key


def ask_shared(
    session: Session, names: unit_days.Names, lists: Sequence[Listed], answers: Mapping[str, str]
) -> tuple[list[Doubt], dict[str, int]]:
    """The questions, and the unit meant by each exact key that was answered."""
    words: dict[tuple[str, tuple[int, ...]], str] = {}
    rows: dict[tuple[str, tuple[int, ...]], int] = {}
    for listed in lists:
        for award in listed.awards:
            called = award.name if award.recipient == "collective" else award.unit_written
            key = name_key(called) if award.unit_id is None else ""
            bearers = tuple(names.bearers(key, listed.on)) if key else ()
            if len(bearers) > 1:
                words.setdefault((key, bearers), clean(called))
                rows[key, bearers] = rows.get((key, bearers), 0) + 1
    doubts, meant = [], {}
    for (key, bearers), called in words.items():
        doubt = _doubt(session, key, bearers, called, rows[key, bearers], answers)
        doubts.append(doubt)
        chosen = next((one for one in bearers if f"#{one}" == doubt.answer), None)
        if chosen is not None:
            meant[key] = chosen
    return doubts, meant


def _doubt(
    session: Session, key: str, bearers: Sequence[int], called: str, rows: int, answers: Mapping[str, str]
) -> Doubt:
    above = {one: ", ".join(units.path(session, one)[1:]) or "chưa rõ đơn vị trên" for one in bearers}
    options = (
        *(Option(f"#{one}", f"Là “{called}”, {above[one]}") for one in bearers),
        Option(LATER, "Để sau: ghi vào đơn vị thứ nhất"),
    )
    doubt_key = f"unit:{key}={','.join(f'#{one}' for one in bearers)}"
    answer = answers.get(doubt_key, "")
    return Doubt(
        doubt_key,
        "unit",
        f"{number(rows)} dòng: “{called}” là đơn vị nào trong {len(bearers)} đơn vị cùng tên?",
        rows,
        options,
        Side(called, None, (("Trong danh sách", f"{number(rows)} dòng"),)),
        Side(called, None, tuple((f"Đơn vị {at}", above[one]) for at, one in enumerate(bearers, start=1))),
        answer if answer in {option.code for option in options} else "",
    )
