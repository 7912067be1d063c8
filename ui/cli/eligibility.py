"""Who may be proposed for an award, from the terminal: each with the criteria and their articles."""

from argparse import Namespace
from collections.abc import Callable
from typing import Any

from thidua_desktop.domain.dates import show
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.card import Judged
from thidua_desktop.domain.law.facts import VERDICTS
from thidua_desktop.domain.law.rulebook import STATUSES
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import units
from thidua_desktop.services.eligibility import Candidate, eligible
from ui.cli.answer import Answer, table
from ui.cli.opened import opened, unit_named
from ui.forms import laws


def show_cards(args: Namespace) -> Answer:
    """The cards of everyone asked for."""
    with opened(args) as workspace, workspace.read() as session:
        law, words = laws.law(session), laws.wording(session)
        unit_id = unit_named(session, args.unit)
        within = None if unit_id is None else frozenset(units.within(session, unit_id))
        found = eligible(session, law, args.award, args.year, args.on, name=args.person, within=within)
    if args.person and not found:
        raise Refused(f"Không có ai tên “{args.person}” để xét {args.award}. Xem tên đúng: list people")
    regime = law.book.regime_on(args.on)
    award = law.book.names.get(args.award, args.award)
    said = [f"Xét {award} năm {args.year}, hồ sơ nhận ngày {show(args.on)}: {regime.law if regime else ''}."]
    rows = [(one.name, one.unit, VERDICTS[one.card.verdict], _why(one, words)) for one in found]
    said.append(table(("Tên", "Đơn vị", "Kết quả", "Đã thấy"), rows))
    said.append(f"{number(len(found))} đối tượng. Thiếu dữ liệu không có nghĩa là chưa đủ tiêu chuẩn.")
    return Answer([_data(one) for one in found], "\n".join(said))


def _why(one: Candidate, words: Callable[[str], str]) -> str:
    """What stands in the way, else what was found, each after the condition it answers."""
    telling = [j.finding for j in one.card.criteria if j.finding.verdict == one.card.verdict]
    parts = [
        f"{' '.join(words(finding.code).split())}: {finding.found}".removeprefix(": ")
        for finding in telling
        if finding.found
    ]
    return "; ".join(dict.fromkeys(parts)) or "; ".join(one.card.warnings)


def _data(one: Candidate) -> dict[str, Any]:
    regime = one.card.regime
    return {
        "name": one.name,
        "unit": one.unit,
        "recipient": one.recipient,
        "verdict": one.card.verdict,
        "regime": regime.code if regime else None,
        "from": regime.start.isoformat() if regime else None,
        "to": regime.end.isoformat() if regime and regime.end else None,
        "criteria": [_criterion(judged) for judged in one.card.criteria],
        "warnings": list(one.card.warnings),
    }


def _criterion(judged: Judged) -> dict[str, Any]:
    return {
        "code": judged.finding.code,
        "verdict": judged.finding.verdict,
        "found": judged.finding.found,
        "records": [{"kind": kind, "id": id_} for kind, id_ in judged.finding.ids],
        "cite": judged.cite,
        "status": judged.status,
        "status_text": STATUSES[judged.status],
    }
