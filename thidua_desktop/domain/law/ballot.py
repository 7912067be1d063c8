"""Votes of the council counted as the law of the day counts them; shares are fractions, never rounded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from math import ceil
from typing import Any

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN, every
from thidua_desktop.domain.law.rulebook import Rulebook, decides, not_known, status_in

BASES: dict[str, str] = {
    "total_members": "tổng số thành viên Hội đồng",
    "attending": "số thành viên dự họp",
}


@dataclass(frozen=True)
class Votes:
    """The votes on one recipient: in the room, and in writing from members who were not there."""

    members: int
    present: int
    yes: int
    no: int = 0
    written_yes: int = 0
    written_no: int = 0


@dataclass(frozen=True)
class Outcome:
    """What the votes came to.

    Attributes:
        share: votes in favour of the base, None when the law of the day names no base.
        needed: fewest votes that are enough, None when the law of the day names no share.
        base: whom the share is of, as a number of people; base_name in words.
        quorum: how many had to be there, None when the law of the day does not say.
        reason: the sentence an officer reads.

    """

    verdict: str
    share: Fraction | None
    needed: int | None
    base: int | None
    base_name: str
    quorum: int | None
    cite: str
    status: str
    reason: str


def outcome(book: Rulebook, award: str, day: date, votes: Votes) -> Outcome:
    """Count votes by the council's rules for an award on a day; Refused when the numbers cannot be."""
    _refuse(votes)
    rules = book.council_for(award, day)
    if book.regime_on(day) is None:
        return _unsaid("", "unverified", not_known(day))
    threshold = next((rule for rule in rules if rule.get("min_ratio")), None)
    meeting = next((rule for rule in rules if rule.get("quorum")), None)
    quorum = ceil(Fraction(str(meeting["quorum"])) * votes.members) if meeting else None
    if threshold is None:
        named = next((rule for rule in rules if not rule.get("quorum")), meeting)
        return _open(book, day, named, quorum, votes)
    base_name = threshold.get("base") or "total_members"
    base = votes.present if base_name == "attending" else votes.members
    written = votes.written_yes if threshold.get("absent") else 0
    in_favour, least = votes.yes + written, Fraction(str(threshold["min_ratio"]))
    needed = ceil(least * base)
    verdicts = [MET if in_favour >= needed else NOT_MET]
    if meeting is not None and quorum is not None and decides(meeting, book.regime_on(day)):
        verdicts.append(MET if votes.present >= quorum else NOT_MET)
    status = status_in(threshold, book.regime_on(day))
    return Outcome(
        verdict=every(verdicts) if decides(threshold, book.regime_on(day)) else UNKNOWN,
        share=Fraction(in_favour, base) if base else None,
        needed=needed,
        base=base,
        base_name=BASES[base_name],
        quorum=quorum,
        cite="; ".join(rule["cite"] for rule in (threshold, meeting) if rule),
        status=status,
        reason=_said(in_favour, needed, base, BASES[base_name], quorum, votes, status),
    )


def _checked(status: str) -> bool:
    """Whether a rule of that status may decide."""
    return status in ("seen", "local")


def _refuse(votes: Votes) -> None:
    room, written = votes.yes + votes.no, votes.written_yes + votes.written_no
    counts = (votes.present, votes.yes, votes.no, votes.written_yes, votes.written_no)
    if min(counts) < 0 or votes.members < 1:
        raise Refused("Số phiếu không thể âm và Hội đồng phải có thành viên.")
    if votes.present > votes.members:
        raise Refused(f"Có {votes.present} thành viên dự họp mà Hội đồng chỉ có {votes.members} thành viên.")
    if room > votes.present:
        raise Refused(f"Có {room} phiếu tại cuộc họp mà chỉ {votes.present} thành viên dự họp.")
    if written > votes.members - votes.present:
        raise Refused(
            f"Có {written} ý kiến bằng văn bản mà chỉ {votes.members - votes.present} thành viên vắng."
        )


def _open(
    book: Rulebook, day: date, rule: Mapping[str, Any] | None, quorum: int | None, votes: Votes
) -> Outcome:
    """No share is named: the officer decides, but a meeting without its quorum decides nothing."""
    if rule is None:
        return _unsaid("", "unverified", "Quy định đã đối chiếu không nêu tỷ lệ phiếu.")
    cite, status = rule["cite"], status_in(rule, book.regime_on(day))
    if quorum is not None and votes.present < quorum:
        reason = f"{votes.present} thành viên dự họp, cần ít nhất {quorum}."
        verdict = NOT_MET if decides(rule, book.regime_on(day)) else UNKNOWN
        return Outcome(verdict, None, None, None, "", quorum, cite, status, reason)
    if rule.get("province_rule"):
        reason = "Tỷ lệ phiếu do bộ, tỉnh quy định: nhập ở Khen thưởng, Quy định."
        return _unsaid(cite, status, reason, quorum)
    return _unsaid(cite, status, "Quy định đã đối chiếu không nêu tỷ lệ phiếu.", quorum)


def _unsaid(cite: str, status: str, reason: str, quorum: int | None = None) -> Outcome:
    return Outcome(UNKNOWN, None, None, None, "", quorum, cite, status, reason)


def _said(
    in_favour: int, needed: int, base: int, name: str, quorum: int | None, votes: Votes, status: str
) -> str:
    told = f"{in_favour}/{base} phiếu đồng ý trên {name}, cần ít nhất {needed}"
    if quorum is not None and votes.present < quorum:
        told += f"; {votes.present} thành viên dự họp, cần ít nhất {quorum}"
    return told + ("." if _checked(status) else "; tỷ lệ này chưa đối chiếu.")
