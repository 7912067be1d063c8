"""A decision that came before: what a list has that is new, what differs, what is missing in it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from thidua_desktop.domain.decision import AwardDraft
from thidua_desktop.domain.near import unit_name
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.services.import_doubts import Doubt, Option, Side
from thidua_desktop.services.matching import name_key

SameUnit = Callable[[AwardDraft, AwardDraft], bool]

KEEP, TAKE, BOTH = "keep", "take", "both"
_OPTIONS = (
    Option(KEEP, "Giữ như đã có: không ghi gì"),
    Option(TAKE, "Lấy theo tệp: thêm dòng mới, sửa dòng khác"),
    Option(BOTH, "Lấy cả hai: thêm dòng mới và cả dòng khác"),
)
_SHOWN = 8  # rows named on a side


@dataclass(frozen=True)
class Difference:
    """How a list differs from the decision it repeats; changed pairs the row there with the row listed."""

    new: tuple[AwardDraft, ...] = ()
    changed: tuple[tuple[AwardDraft, AwardDraft], ...] = ()
    missing: tuple[AwardDraft, ...] = ()

    @property
    def rows(self) -> int:
        """The rows an answer may write."""
        return len(self.new) + len(self.changed)

    @property
    def words(self) -> str:
        """The counts in words, "" when the two are the same."""
        counts = ((self.new, "mới"), (self.changed, "khác"), (self.missing, "thiếu"))
        return ", ".join(f"{number(len(rows))} dòng {said}" for rows, said in counts if rows)

    def listed(self) -> tuple[AwardDraft, ...]:
        """The rows of the list that are new or differ."""
        return (*self.new, *(listed for _, listed in self.changed))

    def to_write(self, answer: str, same_unit: SameUnit) -> tuple[AwardDraft, ...]:
        """The rows to change, under the ids they have, and the rows to add."""
        if answer == TAKE:
            taken = (_taken(there, listed, same_unit) for there, listed in self.changed)
            return (*taken, *self.new)
        return self.listed() if answer == BOTH else ()


def compare(
    there: Sequence[AwardDraft],
    listed: Sequence[AwardDraft],
    year: int,
    same_unit: SameUnit,
) -> Difference:
    """Match the rows of a list with those there, each once; year is the decision's where a row says none."""
    waiting: dict[tuple[str, str], list[AwardDraft]] = {}
    for award in there:
        waiting.setdefault(_who(award), []).append(award)
    changed: list[tuple[AwardDraft, AwardDraft]] = []
    left = list(listed)
    for fits, same in _passes(year, same_unit):
        unmatched = []
        for award in left:
            others = waiting.get(_who(award), [])
            found = next((other for other in others if fits(other, award)), None)
            if found is None:
                unmatched.append(award)
                continue
            others.remove(found)
            if not same:
                changed.append((found, award))
        left = unmatched
    missing = [award for award in there if any(award is other for other in waiting[_who(award)])]
    return Difference(tuple(left), tuple(changed), tuple(missing))


def _who(award: AwardDraft) -> tuple[str, str]:
    return award.recipient, name_key(award.name)


def _passes(year: int, same_unit: SameUnit) -> tuple[tuple[SameUnit, bool], ...]:
    """How rows of one name are matched, the surest way first; whether those matched so are the same."""
    return (
        (lambda one, other: _words(one, year) == _words(other, year), True),
        (lambda one, other: not differences(one, other, year, same_unit), True),
        (lambda one, other: one.award == other.award and same_unit(one, other), False),
        (lambda one, other: one.award == other.award, False),
        (same_unit, False),
    )


def _words(award: AwardDraft, year: int) -> tuple[object, ...]:
    return award.award, award.year or year, name_key(award.post), name_key(award.unit_written)


def differences(there: AwardDraft, listed: AwardDraft, year: int, same_unit: SameUnit) -> tuple[str, ...]:
    """Which fields differ; where the list is silent, nothing does."""
    found = []
    if there.award != listed.award:
        found.append("award")
    if (there.year or year) != (listed.year or year):
        found.append("year")
    if listed.post and name_key(listed.post) != name_key(there.post):
        found.append("post")
    if listed.recipient != "collective" and listed.unit_written and not same_unit(there, listed):
        found.append("unit")
    return tuple(found)


def surely_one_unit(one: AwardDraft, other: AwardDraft) -> bool:
    """Tell whether two rows name one unit, as written or written out; a row may be silent."""
    if not one.unit_written or not other.unit_written or one.recipient == "collective":
        return True
    if name_key(one.unit_written) == name_key(other.unit_written):
        return True
    return unit_name(one.unit_written).surely(unit_name(other.unit_written))


def _taken(there: AwardDraft, listed: AwardDraft, same_unit: SameUnit) -> AwardDraft:
    """The row there as the list has it; who it speaks of stays."""
    moved = there.recipient != "collective" and not same_unit(there, listed)
    return replace(
        there,
        award=listed.award,
        year=listed.year or there.year,
        post=listed.post or there.post,
        unit_written=listed.unit_written if moved else there.unit_written,
        unit_id=None if moved else there.unit_id,
        title_written=listed.title_written or there.title_written,
        citation=listed.citation or there.citation,
    )


def ask(key: str, said: str, file: str, difference: Difference, labels: Callable[[str], str]) -> Doubt:
    """The question about a decision that came again; said tells which one and where it is."""

    def names(rows: Sequence[AwardDraft]) -> str:
        more = f" … và {number(len(rows) - _SHOWN)} dòng nữa" if len(rows) > _SHOWN else ""
        return "; ".join(_row(row, labels) for row in rows[:_SHOWN]) + more

    here = (("Dòng mới", names(difference.new)), ("Dòng khác", names([new for _, new in difference.changed])))
    there = (
        ("Dòng khác", names([old for old, _ in difference.changed])),
        ("Tệp không có", names(difference.missing)),
    )
    return Doubt(
        key,
        "decision",
        f"{said}; tệp “{file}” có {difference.words}. Ghi thế nào?",
        difference.rows,
        _OPTIONS,
        Side(f"Tệp “{file}”", None, tuple((label, rows) for label, rows in here if rows)),
        Side(said, None, tuple((label, rows) for label, rows in there if rows)),
    )


def _row(row: AwardDraft, labels: Callable[[str], str]) -> str:
    parts = (row.name, labels(row.award), str(row.year or ""), row.post, row.unit_written)
    return ", ".join(filter(None, parts))
