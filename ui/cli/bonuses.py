"""The money of a decision from the terminal: coefficient, base salary, product and amount of each award."""

from argparse import Namespace
from decimal import Decimal
from typing import Any

from thidua_desktop.domain.bonus import Bonus, load
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.regimes import regime_on
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import decisions
from thidua_desktop.records.awards import AwardRow
from thidua_desktop.services import bonuses
from thidua_desktop.workspace import RESOURCES
from ui.cli.answer import Answer, table
from ui.cli.opened import decision_named, opened

_TITLES = (
    "Tên",
    "Đối tượng",
    "Danh hiệu, hình thức",
    "Năm",
    "Hệ số",
    "Lương cơ sở",
    "Tiền thưởng",
    "Ghi chú",
)
_UNVERIFIED = "chưa đối chiếu"


def of_decision(args: Namespace) -> Answer:
    """The bonuses of one decision."""
    rules = load(RESOURCES)
    with opened(args) as workspace, workspace.read() as session:
        decision_id = decision_named(session, args.number, args.date)
        decision = decisions.rows(session, [decision_id])[0]
        found = bonuses.of_decision(session, decision_id, rules, args.rounding)
    regime = regime_on(rules.regimes, decision.decided_on)
    known = [bonus.amount for _, bonus in found if bonus.amount is not None]
    data = {
        "decision": decision.number,
        "decided_on": decision.decided_on.isoformat(),
        "regime": regime.id if regime else None,
        "law": f"{regime.law}; {regime.decree}" if regime else None,
        "awards": [_data(row, bonus) for row, bonus in found],
        "total": sum(known),
        "unknown": len(found) - len(known),
    }
    law = f"theo {regime.law}; {regime.decree}" if regime else "chưa rõ quy định"
    said = [f"Quyết định {decision.number} ngày {show(decision.decided_on)}, {law}."]
    said.append(table(_TITLES, [_line(row, bonus) for row, bonus in found]))
    said.append(f"Cộng: {number(sum(known))} đồng.")
    if len(known) < len(found):
        said.append(f"{number(len(found) - len(known))} lượt chưa rõ mức thưởng, không cộng.")
    cites = dict.fromkeys(cite for _, bonus in found for cite in bonus.cites)
    said += [f"Căn cứ: {'; '.join(cites)}."] if cites else []
    return Answer(data, "\n".join(said))


def _data(row: AwardRow, bonus: Bonus) -> dict[str, Any]:
    return {
        "name": row.name,
        "recipient": row.recipient,
        "award": row.award,
        "year": row.year,
        "coefficient": _plain(bonus.coefficient),
        "base_salary": bonus.base_salary,
        "raw": _plain(bonus.raw),
        "amount": bonus.amount,
        "cite": list(bonus.cites),
        "status": bonus.status,
        "note": bonus.note,
    }


def _plain(value: Decimal | None) -> int | float | None:
    """A number as JSON has it: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _line(row: AwardRow, bonus: Bonus) -> tuple[object, ...]:
    notes = (bonus.note, _UNVERIFIED if bonus.status != "seen" else "")
    return (
        row.name,
        RECIPIENTS[row.recipient],
        row.title,
        row.year,
        str(bonus.coefficient).replace(".", ",") if bonus.coefficient is not None else "",
        number(bonus.base_salary) if bonus.base_salary else "",
        number(bonus.amount) if bonus.amount is not None else "",
        " – ".join(filter(None, (note.rstrip(".") for note in notes))),
    )
