"""The money of a decision from the terminal: coefficient, base salary, product and amount of each award."""

from argparse import Namespace
from fractions import Fraction
from typing import Any

from thidua_desktop.domain.dates import show
from thidua_desktop.domain.law.bonus import Bonus
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import decisions
from thidua_desktop.records.awards import AwardRow
from thidua_desktop.services import bonuses
from ui.cli.answer import Answer, table
from ui.cli.opened import decision_named, opened
from ui.forms import laws

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
_UP = "up"


def of_decision(args: Namespace) -> Answer:
    """The bonuses of one decision."""
    with opened(args) as workspace, workspace.read() as session:
        book = laws.book(session)
        decision_id = decision_named(session, args.number, args.date)
        decision = decisions.rows(session, [decision_id])[0]
        found = bonuses.of_decision(session, decision_id, book, round_up=args.rounding == _UP)
    regime = book.regime_on(decision.decided_on)
    known = [bonus.amount for _, bonus in found if bonus.amount is not None]
    data = {
        "decision": decision.number,
        "decided_on": decision.decided_on.isoformat(),
        "regime": regime.code if regime else None,
        "law": regime.law if regime else None,
        "awards": [_data(row, bonus) for row, bonus in found],
        "total": sum(known),
        "unknown": len(found) - len(known),
    }
    law = f"theo {regime.law}" if regime else "chưa rõ quy định"
    said = [f"Quyết định {decision.number} ngày {show(decision.decided_on)}, {law}."]
    said.append(table(_TITLES, [_line(row, bonus) for row, bonus in found]))
    said.append(f"Cộng: {number(sum(known))} đồng.")
    if len(known) < len(found):
        said.append(f"{number(len(found) - len(known))} lượt chưa rõ mức thưởng, không cộng.")
    cites = dict.fromkeys(cite for _, bonus in found for cite in bonus.cite.split("; "))
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
        "cite": bonus.cite,
        "status": bonus.status,
        "note": bonus.reason,
    }


def _plain(value: Fraction | None) -> int | float | None:
    """A number as JSON has it: whole where it is whole."""
    if value is None:
        return None
    return int(value) if value.denominator == 1 else float(value)


def _line(row: AwardRow, bonus: Bonus) -> tuple[object, ...]:
    notes = (bonus.reason, _UNVERIFIED if bonus.status == "unverified" and not bonus.reason else "")
    return (
        row.name,
        RECIPIENTS[row.recipient],
        row.title,
        row.year,
        number(float(bonus.coefficient)) if bonus.coefficient is not None else "",
        number(bonus.base_salary) if bonus.base_salary else "",
        number(bonus.amount) if bonus.amount is not None else "",
        " – ".join(filter(None, (note.rstrip(".") for note in notes))),
    )
