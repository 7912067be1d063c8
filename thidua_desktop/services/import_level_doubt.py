"""The question of which level a decision is, as it is shown: what the list says, who may give its awards."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from thidua_desktop.domain.dates import show
from thidua_desktop.domain.decision import number_key
from thidua_desktop.domain.level import LEVEL_ORDER, LEVELS
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.intake.reading import CandidateAward, CandidateDecision, FileReading
from thidua_desktop.services.import_doubts import LATER, Doubt, Option, Side
from thidua_desktop.services.import_level_kinds import Kinds

_WHY = "Số quyết định và tên cơ quan ghi trong tệp không cho biết cấp ban hành"
_LATER = Option(LATER, "Để sau: chưa nhập các dòng này")
_SHOWN = 6  # decisions and titles named


@dataclass(frozen=True)
class Asked:
    """Decisions of a file whose level is one question.

    Attributes:
        places: their places in the reading.
        possible: the levels that give their awards; lawful: those the law of their day lets give them.

    """

    key: str
    places: tuple[int, ...]
    rows: tuple[CandidateAward, ...]
    possible: frozenset[str]
    lawful: frozenset[str]

    @classmethod
    def of(
        cls, reading: FileReading, file: str, place: int, rows: Sequence[CandidateAward], kinds: Kinds
    ) -> "Asked":
        """What is to be asked of one decision, whose number and day are known."""
        decision = reading.decisions[place]
        assert decision.decided_on is not None
        possible = kinds.possible(decision.number, rows, decision.decided_on)
        lawful = kinds.lawful(possible, rows, decision.decided_on)
        key = f"level:{file}:{number_key(decision.number)}|{decision.decided_on.isoformat()}"
        return cls(key, (place,), tuple(rows), possible, lawful)


def ask(asked: Asked, reading: FileReading, kinds: Kinds, own: str, answer: str) -> Doubt:
    """The question with its answers: those of the law of the day, the office's own level first."""
    decisions = [reading.decisions[place] for place in asked.places]

    def order(level: str) -> tuple[bool, bool, int]:
        return level not in asked.possible, level != own, LEVEL_ORDER[level]

    offered = sorted(asked.lawful, key=order)
    others = sorted(set(LEVELS) - asked.lawful, key=order)
    if len(decisions) == 1:
        which = f"quyết định số {_signed(decisions[0])}"
    else:
        office = decisions[0].authority
        which = f"{number(len(decisions))} quyết định của “{office}” trong tệp “{reading.name}”"
    first = asked.rows[0]
    facts = (
        ("Tệp", f"{reading.name}, trang “{first.sheet}”" if first.sheet else reading.name),
        ("Quyết định", _some([_signed(decision) for decision in decisions])),
        ("Cơ quan ban hành", decisions[0].authority),
        ("Danh hiệu, hình thức", _titles(asked.rows, kinds)),
        ("Dòng đầu tiên", f"dòng {first.row}: {', '.join(filter(None, (first.name, first.unit)))}"),
        ("Vì sao hỏi", _WHY),
    )
    return Doubt(
        asked.key,
        "level",
        f"{number(len(asked.rows))} dòng: {which} là của cấp nào?",
        len(asked.rows),
        (*(Option(level, LEVELS[level]) for level in offered), _LATER),
        Side(which[:1].upper() + which[1:], None, tuple((label, said) for label, said in facts if said)),
        Side(
            "Theo danh mục và luật ngày ký",
            None,
            tuple((LEVELS[level], _given(level, asked.rows, decisions[0], kinds)) for level in offered),
        ),
        answer if answer in {*LEVELS, LATER} else "",
        tuple(Option(level, LEVELS[level]) for level in others),
    )


def _signed(decision: CandidateDecision) -> str:
    return f"{decision.number} ngày {show(decision.decided_on)}" if decision.decided_on else decision.number


def _some(words: Sequence[str]) -> str:
    more = f" … và {number(len(words) - _SHOWN)} nữa" if len(words) > _SHOWN else ""
    return "; ".join(words[:_SHOWN]) + more


def _titles(rows: Sequence[CandidateAward], kinds: Kinds) -> str:
    counted = Counter(row.title_written or (kinds.label(row.award) if row.award else "") for row in rows)
    return _some([f"{words} ({number(count)} dòng)" for words, count in counted.most_common()])


def _given(level: str, rows: Sequence[CandidateAward], decision: CandidateDecision, kinds: Kinds) -> str:
    """What a level gives of the awards on the rows."""
    assert decision.decided_on is not None
    day = decision.decided_on
    codes = dict.fromkeys(code for row in rows for code in kinds.of(row, day))
    return "; ".join(kinds.label(code) for code in codes if level in kinds.levels_on(code, day))
