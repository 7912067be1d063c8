"""An office's own rules, those of its province or agency, laid over the law shipped with the program."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law import shapes, words
from thidua_desktop.domain.law.compiled import names_of
from thidua_desktop.domain.law.local_entry import Days, Entry, award_of, days_of, in_regimes
from thidua_desktop.domain.law.local_terms import FIELDS, FIGURES, PARTS, struck
from thidua_desktop.domain.law.own_period import PART, begun, depends_on, lapsed
from thidua_desktop.domain.law.rulebook import Criterion, Rulebook, carries, cited
from thidua_desktop.domain.law.rules_file import RECIPIENTS

_COMBINED = {"alternative": False, "and": True}
_PLACEHOLDER = {"province_rule"}


def with_local(book: Rulebook, entries: Iterable[Any]) -> Rulebook:
    """Lay entries in the shape of rules.json over a book; Refused with a sentence when one cannot be used.

    An entry that "replaces" a criterion, or whose id is its code, stands in its place on the days it holds,
    or leaves nothing there when it is "struck"; any other is added. A criterion that only says "set by the
    province", and an unchecked one on the same subject, give way to it. Part "council" is a threshold of
    votes, "deadlines" a term, "dossier" a list of papers, "general" a rule for every award, "bonus" a
    coefficient, "salary" the base salary, "rounding" the unit sums are rounded to; "regime" begins a
    period of law, laid before all others.
    """
    listed = list(entries)
    readable = [entry for entry in listed if isinstance(entry, Mapping)]
    book = with_periods(book, readable)
    return _laid_over(book, listed, lapsed(book, readable))


def with_periods(book: Rulebook, entries: Iterable[Entry]) -> Rulebook:
    """Lay the periods among an office's entries over a book, the earliest first; Refused for a wrong one.

    Each takes over the lines in force as the office had corrected them until then.
    """
    listed = list(entries)
    own = [entry for entry in listed if entry.get("part") == PART]
    for entry in sorted(own, key=lambda one: str(one.get("valid_from", ""))):
        said = [one for one in listed if _is_taken_over(one, entry)]
        corrected = _laid_over(book, said, lapsed(book, own))
        book = begun(book, corrected, entry)
    return book


def _is_taken_over(said: Entry, period: Entry) -> bool:
    """Whether a period takes over what the office says: corrections, and what it added before it."""
    if said.get("replaces") or said.get("part") in FIGURES:
        return True
    added = said.get("part") in FIELDS and said.get("part") != "general"
    return added and str(said.get("valid_from", "")) < str(period.get("valid_from", ""))


def _laid_over(book: Rulebook, listed: list[Any], gone: frozenset[str]) -> Rulebook:
    """Lay entries over a book, but for what was said in a period that gave way or is not there yet."""
    used: set[str] = set()
    for place, entry in enumerate(listed, 1):
        if not isinstance(entry, Mapping):
            raise Refused(f"Quy định thứ {place} của địa phương không đọc được.")
        name = str(entry.get("id") or f"DP.{place}")
        if name in used:
            raise Refused(f"Hai quy định của địa phương cùng mã “{name}”.")
        used.add(name)
        what = f"Quy định “{name}” của địa phương"
        cited(entry, what)
        part = str(entry.get("part", "criteria"))
        if part == PART or any(depends_on(entry, period) for period in gone):
            continue
        if part in FIELDS and part != "general" and entry.get("struck"):
            book = struck(book, entry, name, what)
        elif part in PARTS:
            book = PARTS[part](book, entry, name, what)
        elif part == "criteria":
            book = replace(book, criteria=_laid(book, entry, name, what))
        else:
            raise Refused(f"{what}: không có loại quy định “{part}”.")
    _refuse_circles(book)
    return book


def _laid(book: Rulebook, entry: Entry, name: str, what: str) -> tuple[Criterion, ...]:
    replaced = replaced_by(book, entry, name)
    if replaced is None and entry.get("replaces"):
        return book.criteria  # the law shipped with the program no longer holds what was corrected
    criteria = list(book.criteria)
    for ours in _read(book, entry, name, what, replaced):
        criteria = [
            part
            for other in criteria
            for part in (_beside(other, ours) if _gives_way(other, ours, replaced) else [other])
        ]
        if not entry.get("struck"):
            criteria.append(ours)
    return tuple(criteria)


def replaced_by(book: Rulebook, entry: Entry, name: str = "") -> Criterion | None:
    """Find the criterion of the law an entry stands for, by its article where its place has changed."""
    code, was = str(entry.get("replaces") or name), entry.get("was")
    named = [one for one in book.criteria if one.code == code and was in (None, one.cite)]
    if named or was is None:
        return named[0] if named else None
    if any(regime.own and code.startswith(f"{regime.code}.") for regime in book.regimes):
        return next((one for one in book.criteria if one.code == code), None)
    place = code.rpartition(".")[0]
    moved = {
        one.code: one
        for one in book.criteria
        if one.cite == was and one.origin == "law" and one.code.rpartition(".")[0] == place
    }
    return next(iter(moved.values())) if len(moved) == 1 else None


def _gives_way(other: Criterion, ours: Criterion, replaced: Criterion | None) -> bool:
    if other.origin != "law" or other.regime != ours.regime:
        return False
    if replaced:
        return other.code == replaced.code
    if other.award != ours.award or not set(other.recipients) & set(ours.recipients):
        return False
    asked = set(names_of(other.test)) - {"all_of", "any_of"}
    return asked == _PLACEHOLDER or _is_twin(other, ours, asked)


def _is_twin(other: Criterion, ours: Criterion, asked: set[str]) -> bool:
    """Whether an unchecked entry is about what the office itself entered: nothing is left to check."""
    if other.checked or not ours.counts or other.extra != ours.extra or ours.kind not in ("", other.kind):
        return False
    subjects = asked == set(names_of(ours.test)) - {"all_of", "any_of"}
    return subjects if ours.extra else other.test == ours.test


def _beside(other: Criterion, ours: Criterion) -> Iterator[Criterion]:
    """What is left of a criterion on the days ours does not hold, and for whom it is not."""
    days = Days(other.start, other.end)
    shared = days.shared(Days(ours.start, ours.end))
    if shared is None:
        yield other
        return
    for left in days.without(shared):
        yield replace(other, start=left.start, end=left.end)
    elsewhere = tuple(who for who in other.recipients if who not in ours.recipients)
    if elsewhere and other.code != ours.code:
        yield replace(other, recipients=elsewhere, start=shared.start, end=shared.end)


def _read(
    book: Rulebook, entry: Entry, name: str, what: str, replaced: Criterion | None
) -> Iterator[Criterion]:
    combined = str(entry.get("combine", "alternative"))
    if combined not in _COMBINED:
        raise Refused(f"{what}: chọn là một trường hợp riêng hoặc điều kiện phải có thêm.")
    named = replaced.regime if replaced else entry.get("regime")
    typed = days_of(entry, what, replaced)
    found = in_regimes(book, typed, named, what)
    unread = {one.code for one in book.regimes if one.own and not replaced and typed.start < one.start}
    for regime, days in found:
        yield Criterion(
            code=name if len(found) == 1 else f"{name}.{regime}",
            award=award_of(book, str(entry.get("award") or (replaced.award if replaced else "")), what),
            regime=regime,
            recipients=_recipients(entry, what, replaced),
            kind=_kind(entry, what),
            extra=_COMBINED[combined],
            test=replaced.test if replaced and entry.get("struck") else _test(book, entry, what),
            cite=str(entry["cite"]).strip(),
            status="unverified" if regime in unread else "local",
            start=days.start,
            end=days.end,
            note=str(entry.get("note") or ""),
            origin="local",
            own=name,
            replaces=replaced.code if replaced else "",
            carried=regime in unread and carries(book, regime),
        )


def _recipients(entry: Entry, what: str, replaced: Criterion | None) -> tuple[str, ...]:
    if "recipient" not in entry and replaced:
        return replaced.recipients
    said = str(entry.get("recipient") or "").split("|")
    if not set(said) <= set(RECIPIENTS):
        raise Refused(f"{what}: đối tượng phải là cá nhân, tập thể hoặc hộ gia đình.")
    return tuple(RECIPIENTS[who] for who in said)


def _kind(entry: Entry, what: str) -> str:
    kind = str(entry.get("recipient_kind") or "")
    if kind and kind not in words.KINDS:
        raise Refused(f"{what}: không có loại đối tượng “{kind}”.")
    return kind


def _test(book: Rulebook, entry: Entry, what: str) -> Mapping[str, Any]:
    given = {key: entry[key] for key in ("all_of", "any_of") if key in entry}
    if len(given) != 1:
        raise Refused(f"{what}: ghi các điều kiện dưới “all_of” (phải đủ) hoặc “any_of” (một trong).")
    for problem in shapes.problems(given):
        raise Refused(f"{what}: {problem}.")
    for code in shapes.awards_of(given):
        award_of(book, code, what)
    return given


def _refuse_circles(book: Rulebook) -> None:
    """Refuse awards whose criteria lead back to themselves: nobody could ever be judged."""
    asked: dict[tuple[str, str], set[str]] = {}
    for one in book.criteria:
        found = asked.setdefault((one.regime, one.award), set())
        found.update(code for name, codes in shapes.asked(one.test) if name == "meets" for code in codes)
    for (regime, award), first in asked.items():
        seen, ahead = set[str](), set(first)
        while ahead:
            code = ahead.pop()
            if code == award:
                raise Refused(f"Tiêu chuẩn “{book.names.get(award, award)}” dẫn vòng về chính nó.")
            if code not in seen:
                seen.add(code)
                ahead |= asked.get((regime, code), set())
