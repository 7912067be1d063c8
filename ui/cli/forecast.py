"""Who may be proposed for what this year and next, from the terminal."""

from argparse import Namespace
from collections import Counter
from collections.abc import Callable
from typing import Any

from thidua_desktop.domain.law.facts import VERDICTS
from thidua_desktop.domain.law.lacking import Lack
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import catalogue, units
from thidua_desktop.records.commended import Waiting
from thidua_desktop.services.forecast import Chance, forecast
from ui.cli.answer import Answer, table
from ui.cli.opened import opened, unit_named
from ui.forms import laws

_TITLES = ("Tên", "Đơn vị", "Danh hiệu, hình thức", "Năm", "Kết quả", "Còn thiếu")


def show_forecast(args: Namespace) -> Answer:
    """The forecast of a year."""
    with opened(args) as workspace, workspace.read() as session:
        law, words = laws.law(session), laws.wording(session)
        unit_id = unit_named(session, args.unit)
        within = None if unit_id is None else frozenset(units.within(session, unit_id))
        found = forecast(session, law, args.year, patience=args.patience, within=within)
        labels = {code: row.label for code, row in catalogue.by_code(session).items()}
    data = {
        "year": found.year,
        "on": found.on.isoformat(),
        "patience": args.patience,
        "chances": [_chance(one, labels, words) for one in found.chances],
        "waiting": [_waiting(one) for one in (*found.people, *found.units)],
        "commended": found.of,
        "shares": [{"code": one.code, "name": one.name, "count": one.count} for one in found.shares],
    }
    rows = [
        (
            one.name,
            one.unit,
            labels.get(one.award, one.award),
            one.year,
            VERDICTS[one.verdict],
            _lacks(one, words),
        )
        for one in found.chances
    ]
    said = [f"Dự báo khen thưởng năm {found.year} và {found.year + 1}."]
    said.append(table(_TITLES, rows))
    verdicts = Counter(one.verdict for one in found.chances)
    said.append(
        f"{number(verdicts['met'])} trường hợp đủ tiêu chuẩn, "
        f"{number(len(found.chances) - verdicts['met'])} trường hợp còn thiếu dữ liệu."
    )
    said.append(
        f"Từ {args.patience} năm chưa được khen: {number(len(found.people))} cá nhân, "
        f"{number(len(found.units))} đơn vị."
    )
    shares = ", ".join(f"{one.name}: {number(one.count)}" for one in found.shares)
    said.append(f"Năm {found.year} có {number(found.of)} cá nhân được khen. {shares}.")
    return Answer(data, "\n".join(said))


def _lacks(one: Chance, words: Callable[[str], str]) -> str:
    return "; ".join(lack.words(words) for lack in one.lacks)


def _chance(one: Chance, labels: dict[str, str], words: Callable[[str], str]) -> dict[str, Any]:
    return {
        "recipient": one.recipient,
        "name": one.name,
        "unit": one.unit,
        "award": one.award,
        "title": labels.get(one.award, one.award),
        "year": one.year,
        "verdict": one.verdict,
        "found": list(one.found),
        "lacks": [_lack(lack, words) for lack in one.lacks],
    }


def _lack(lack: Lack, words: Callable[[str], str]) -> dict[str, Any]:
    """One condition with its code, or a choice with the codes of each way that is enough."""
    if len(lack.ways) == 1 and len(lack.ways[0]) == 1:
        code = lack.ways[0][0]
        return {"code": code, "text": words(code)}
    return {"code": "", "text": lack.words(words), "one_of": [list(way) for way in lack.ways]}


def _waiting(one: Waiting) -> dict[str, Any]:
    return {"recipient": one.recipient, "name": one.name, "unit": one.unit, "last": one.last}
