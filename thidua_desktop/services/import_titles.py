"""Wordings no title or form of the catalogue bears: asked once each, learnt, put on all their rows."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from thidua_desktop.db import Session
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.titles import TitleBook, TitleEntry
from thidua_desktop.domain.vietnamese import clean, fold, number, same_key
from thidua_desktop.intake.line_kinds import is_likely_title
from thidua_desktop.intake.reading import CandidateAward, CandidateDecision, FileReading, IntakeProblem
from thidua_desktop.records import catalogue
from thidua_desktop.records.catalogue import AwardKindRow
from thidua_desktop.services.import_doubts import LATER, Doubt, Option, Side
from thidua_desktop.services.import_found import with_found

_CATEGORIES = {"title": "danh hiệu thi đua", "form": "hình thức khen thưởng"}
_FORM_WORDS = re.compile(r"\b(?:giay khen|bang khen|huan chuong|huy chuong|ky niem chuong)\b")
_TITLE_WORDS = re.compile(
    r"\b(?:danh hieu|lao dong tien tien|chien si|chien sy|cstd\w*|ldtt|cstt|tien tien|thi dua|xuat sac"
    r"|gia dinh van hoa)\b"
)
_NO_YEAR = "Danh hiệu đã trả lời, còn chưa rõ năm đạt: trả lời câu hỏi về năm của danh sách."
_OFFERED = 6  # kinds offered as buttons; any other may still be answered
_BETWEEN = re.compile(r"[,;+/\n]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass
class TitlesSettled:
    """Readings with the rows answered, what is asked, what is to be learnt: wording by code."""

    readings: list[FileReading]
    doubts: list[Doubt] = field(default_factory=list)
    learnt: list[tuple[str, str]] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)


@dataclass
class _Wording:
    """An unknown wording on rows of one kind of recipient."""

    text: str
    recipient: str
    levels: set[str] = field(default_factory=set)
    rows: int = 0
    first: str = ""
    shared: bool = False


def settle_titles(
    session: Session, readings: Sequence[FileReading], answers: Mapping[str, str]
) -> TitlesSettled:
    """Gather the wordings not understood, and put on their rows what was answered."""
    settled = TitlesSettled(list(readings))
    if not any(_lacks_title(problem) for reading in readings for problem in reading.problems):
        return settled
    kinds = [row for row in catalogue.list_(session) if not row.retired]
    names = _Names(kinds)
    wordings: dict[str, _Wording] = {}
    for reading in readings:
        for problem in reading.problems:
            candidate = names.asked(problem)
            if candidate and not names.told_by_level(candidate, reading.decisions[problem.decision or 0]):
                _gather(wordings, reading, problem, candidate, names)
    chosen: dict[str, str] = {}
    for key, wording in wordings.items():
        fitting = {row.code: row for row in kinds if wording.recipient in ("", *row.recipients)}
        answer = answers.get(key, "")
        answer = answer if answer in fitting or answer == LATER else ""
        settled.doubts.append(_doubt(key, wording, list(fitting.values()), answer))
        if answer:
            settled.answers[key] = answer
        if answer in fitting:
            chosen[key] = answer
            if not wording.shared and not _mixed(wording.text, fitting[answer]):
                settled.learnt.append((answer, wording.text))
    if chosen:
        kinds_by_code = {row.code: row for row in kinds}
        given = {key: kinds_by_code[code] for key, code in chosen.items()}
        settled.readings = [_answered(reading, given, names) for reading in readings]
    return settled


def _lacks_title(problem: IntakeProblem) -> CandidateAward | None:
    """The row of a problem that lacks nothing but a known title."""
    candidate = problem.candidate
    if (
        problem.refused
        or candidate is None
        or candidate.award
        or problem.decision is None
        or not candidate.name.strip()
    ):
        return None
    return candidate if candidate.title_written.strip() else None


class _Names:
    """How many kinds are called each name, and which wordings can name one kind."""

    def __init__(self, kinds: Sequence[AwardKindRow]) -> None:
        called = [[word for word in (row.name, row.short, *row.synonyms) if word] for row in kinds]
        self._count = Counter(key for words in called for key in set(map(same_key, words)))
        self._book = TitleBook(
            TitleEntry(row.code, row.category, row.recipients, row.levels, tuple(words))
            for row, words in zip(kinds, called, strict=True)
        )
        self._single: dict[str, bool] = {}
        self._by_level: dict[str, bool] = {}

    def shared(self, text: str) -> bool:
        """Whether several kinds are called so."""
        return self._count[same_key(text)] > 1

    def told_by_level(self, candidate: CandidateAward, decision: CandidateDecision) -> bool:
        """Whether the level of the decision, which is asked, tells which of several kinds is meant."""
        text = candidate.title_written
        if decision.level:
            return False
        if text not in self._by_level:
            self._by_level[text] = len({self._book.levels(code) for code in self._book.called(text)}) > 1
        return self._by_level[text]

    def asked(self, problem: IntakeProblem) -> CandidateAward | None:
        """The row of a problem whose wording is to be asked."""
        candidate = _lacks_title(problem)
        if candidate is None:
            return None
        text = candidate.title_written.strip()
        if text not in self._single:
            self._single[text] = self._is_one(text)
        return candidate if self._single[text] else None

    def _is_one(self, text: str) -> bool:
        """Whether words with a comma can be one title (Người tốt, việc tốt): no part of them is another."""
        parts = [part.strip() for part in _BETWEEN.split(text) if part.strip()]
        if len(parts) < 2:
            return bool(parts)
        known = any(self._book.find(part) or self._book.knows(part) for part in parts)
        return not known and sum(map(is_likely_title, parts)) < 2 and not _YEAR.search(text)


def _key(candidate: CandidateAward, level: str, names: _Names) -> str:
    """The key of a wording; of one several kinds share, the level is part of the question."""
    words = same_key(clean(candidate.title_written))
    said = f"{words}|{level}" if names.shared(words) else words
    return f"title:{candidate.recipient}:{said}"


def _gather(
    wordings: dict[str, _Wording],
    reading: FileReading,
    problem: IntakeProblem,
    candidate: CandidateAward,
    names: _Names,
) -> None:
    level = reading.decisions[problem.decision or 0].level
    text = clean(candidate.title_written)
    fresh = _Wording(text, candidate.recipient, first=f"{reading.name}, dòng {candidate.row}")
    wording = wordings.setdefault(_key(candidate, level, names), fresh)
    wording.shared = names.shared(text)
    wording.rows += 1
    wording.levels.add(level)


def _answered(reading: FileReading, chosen: Mapping[str, AwardKindRow], names: _Names) -> FileReading:
    """A reading with the rows now understood among the awards of their decisions, in the file's order."""
    left: list[IntakeProblem] = []
    found: dict[int, list[CandidateAward]] = {}
    for problem in reading.problems:
        candidate, place = names.asked(problem), problem.decision
        kind = None
        if candidate is not None and place is not None:
            kind = chosen.get(_key(candidate, reading.decisions[place].level, names))
        if candidate is None or place is None or kind is None:
            left.append(problem)
            continue
        only = kind.recipients[0] if len(kind.recipients) == 1 else ""
        whom = candidate.recipient or only
        row = replace(candidate, award=kind.code, recipient=whom)
        if problem.lacks_year:
            left.append(replace(problem, candidate=row, reason=_NO_YEAR))
        else:
            found.setdefault(place, []).append(row)
    return with_found(reading, found, left)


def _mixed(text: str, kind: AwardKindRow) -> bool:
    """Whether a wording names what a kind is not: a form (giấy khen …) for a title, or a title for a form."""
    plain = fold(text)
    other = _FORM_WORDS if kind.category == "title" else _TITLE_WORDS
    return bool(other.search(plain)) and not any(
        other.search(fold(name)) for name in (kind.name, kind.short, *kind.synonyms)
    )


def _doubt(key: str, wording: _Wording, fitting: list[AwardKindRow], answer: str) -> Doubt:
    ranked = sorted(fitting, key=lambda row: -_likeness(wording, row))
    likely = ranked[:_OFFERED]
    if answer and answer not in {LATER, *(row.code for row in likely)}:
        likely += [row for row in fitting if row.code == answer]
    options, more = (
        tuple(Option(row.code, f"{row.label} ({_CATEGORIES[row.category]})") for row in rows)
        for rows in (likely, [row for row in ranked if row not in likely])
    )
    plain = fold(wording.text)
    mixed = bool(_FORM_WORDS.search(plain) and _TITLE_WORDS.search(plain))
    warning = " Danh hiệu thi đua và hình thức khen thưởng ghi lẫn nhau: xem lại quyết định." if mixed else ""
    levels = ", ".join(LEVELS[level] for level in sorted(wording.levels) if level in LEVELS)
    facts = (
        ("Đối tượng", RECIPIENTS.get(wording.recipient, "")),
        ("Cấp khen", levels),
        ("Dòng đầu tiên", wording.first),
    )
    best = likely[0] if likely else None
    right = Side(best.name, best.id, (("Loại", _CATEGORIES[best.category]),)) if best else Side("")
    return Doubt(
        key,
        "title",
        f"{number(wording.rows)} dòng: “{wording.text}” là danh hiệu, hình thức nào?{warning}",
        wording.rows,
        (*options, Option(LATER, "Để sau: chưa nhập các dòng này")),
        Side(wording.text, None, tuple((label, said) for label, said in facts if said)),
        right,
        answer,
        more,
    )


def _likeness(wording: _Wording, row: AwardKindRow) -> float:
    from rapidfuzz import fuzz

    words = fold(wording.text)
    best = max(
        fuzz.token_sort_ratio(words, fold(name)) for name in (row.name, row.short, *row.synonyms) if name
    )
    fits = not row.levels or bool(wording.levels & set(row.levels))
    return float(best) + (20 if fits else 0)
