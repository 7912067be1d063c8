"""The eligibility card of one recipient for one award: each criterion and what it came to."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law import report_age, transition, words
from thidua_desktop.domain.law.beside import BESIDE
from thidua_desktop.domain.law.compiled import Test, code_of, compiled
from thidua_desktop.domain.law.facts import MET, NOT_MET, UNKNOWN, VERDICTS, Facts, Finding, Span, every, some
from thidua_desktop.domain.law.noticed import NOTICED, STATE
from thidua_desktop.domain.law.on_record import registered
from thidua_desktop.domain.law.rulebook import Criterion, Regime, Rulebook, not_known
from thidua_desktop.domain.law.stated import kind

REGISTERED = {"registered": True}
_REGISTERED_CODE = code_of("registered", True)
_TITLE = "DH_"
_SPECIAL = frozenset({"thematic", "sudden"})
STOPS: dict[str, tuple[str, Callable[[Facts], bool], str]] = {  # by rule: what it reads, when it stops
    "one_achievement_one_form": (
        "same_achievement",
        lambda facts: bool(facts.same_achievement),
        "đã khen cho chính thành tích này",
    ),
    "pending_case": (
        "pending",
        lambda facts: facts.pending is True,
        "đang xem xét kỷ luật, điều tra hoặc xác minh đơn thư",
    ),
}


class Judged(NamedTuple):
    """One criterion of the card: what it came to, the article, whether the rule was checked and decides."""

    finding: Finding
    cite: str
    status: str
    entry: str
    decides: bool = True


@dataclass(frozen=True)
class Card:
    """What the law of the day says of one recipient and one award.

    Attributes:
        verdict: met, not_met or unknown (not enough data), from checked rules alone.
        regime: None when the program knows no law for the day.
        warnings: what does not decide and must be looked at.
        decided: the officer's own answer over the card, with the reason kept.
        within: what is not known for the awards it asks the recipient to qualify for as well.

    """

    award: str
    verdict: str
    regime: Regime | None
    criteria: tuple[Judged, ...]
    warnings: tuple[str, ...] = ()
    decided: bool | None = None
    reason: str = ""
    within: tuple[Judged, ...] = ()

    @property
    def stands(self) -> str:
        """Give the officer's decision where there is one, else the card's verdict."""
        return self.verdict if self.decided is None else MET if self.decided else NOT_MET


def decided(card: Card, *, fits: bool, reason: str) -> Card:
    """Lay the officer's own decision over the card; the card beneath stays as it is."""
    if not reason.strip():
        raise Refused("Ghi lý do khi quyết định khác với bảng đối chiếu tiêu chuẩn.")
    return replace(card, decided=fits, reason=reason.strip())


class Law:
    """A rulebook made ready: each criterion is compiled once and asked for any number of people."""

    def __init__(self, book: Rulebook) -> None:
        self.book = book
        self._by_day: dict[tuple[str, str, date], list[tuple[Criterion, Test]]] = {}
        self._rules: dict[tuple[str, date], Mapping[str, Any] | None] = {}
        self._entries: dict[tuple[str, str, str], list[tuple[Criterion, Test]]] = {}
        for criterion in book.criteria:
            test = compiled(criterion.test, self._meets)
            for recipient in criterion.recipients:
                key = (criterion.regime, criterion.award, recipient)
                self._entries.setdefault(key, []).append((criterion, test))

    def awards(self, day: date, recipient: str) -> tuple[str, ...]:
        """Name the awards the law of a day has criteria for."""
        regime = self.book.regime_on(day)
        return tuple(
            a for code, a, who in self._entries if regime and code == regime.code and who == recipient
        )

    def card(self, award: str, facts: Facts) -> Card:
        """Judge one recipient by the law of the day the dossier came in, or a new one that favours it."""
        card = self._card(award, facts)
        found = transition.found_open(self.book, facts)
        if found is None:
            return card
        then = replace(facts, day=found.day)
        newer = self._card(award, then)
        return _favoured(card, newer, found, self._unread(found.regime, award, then, newer))

    def _unread(self, regime: Regime, award: str, facts: Facts, card: Card) -> str:
        """Say what of a law nobody read leaves its card open, "" for nothing."""
        grounds = [one for one, _ in self.entries_on(regime, award, facts) if not one.extra]
        bearing = {judged.entry for judged in card.criteria}
        unread = [one for one in grounds if not one.counts and (one.code in bearing or not bearing)]
        if card.verdict != UNKNOWN or (grounds and not unread):
            return ""
        return _not_read(regime, unread[0]) if unread else f"Chưa đối chiếu: {regime.law}."

    def _card(self, award: str, facts: Facts) -> Card:
        regime = self.book.regime_on(facts.day)
        if regime is None:
            return Card(award, UNKNOWN, None, (), (not_known(facts.day),))
        entries = self.entries_on(regime, award, facts)
        if not entries:
            return Card(award, UNKNOWN, regime, (), (self._none_on(regime, award, facts),))
        span = self.span_of(regime, award, facts)
        grounds, extras, warnings = [], [], []
        shown = _of_other_kinds(facts, [criterion for criterion, _ in entries], span)
        grounds += [judged.finding.verdict for judged in shown]
        for criterion, test in entries:
            of_whom = _of_whom(facts, criterion, span)
            fit = of_whom.verdict
            if fit == NOT_MET:
                continue
            verdict, found = test(facts, span)
            if fit == UNKNOWN or (criterion.kind and facts.kinds_by_unit):
                found = (of_whom, *found)
            shown += [Judged(one, criterion.cite, criterion.status, criterion.code) for one in found]
            verdict = every([verdict, fit])
            if not criterion.checked:
                warnings.append(_not_read(regime, criterion))
            if not criterion.counts:
                verdict = UNKNOWN
            if not criterion.extra:
                grounds.append(verdict)
            elif criterion.counts:
                extras.append(verdict)
        general, more = self._general(regime, award, facts, span)
        shown += general
        warnings += [f"{one.finding.doubt} ({one.cite})." for one in shown if one.finding.doubt]
        verdicts = [*extras, *(one.finding.verdict for one in general if one.decides)]
        verdict = every([some(grounds), *verdicts]) if grounds else every([UNKNOWN, *verdicts])
        within = tuple(self._within(shown, facts))
        return Card(award, verdict, regime, tuple(shown), (*warnings, *more), within=within)

    def _within(self, shown: Iterable[Judged], facts: Facts) -> Iterator[Judged]:
        """Give what is not known of the awards somebody must qualify for, where that alone is open."""
        for one in shown:
            name, _, awards = one.finding.code.partition(":")
            if name == "meets" and one.finding.verdict == UNKNOWN:
                for award in awards.split("|"):
                    card = self._card(award, facts)
                    open_ = card.verdict == UNKNOWN
                    yield from (each for each in card.criteria if open_ and each.finding.verdict == UNKNOWN)

    def cards(self, awards: Iterable[str], facts: Facts) -> tuple[Card, ...]:
        """Judge one recipient for several awards."""
        return tuple(self.card(award, facts) for award in awards)

    def entries_on(self, regime: Regime, award: str, facts: Facts) -> list[tuple[Criterion, Test]]:
        """Give the entries of a day, found once for all who are judged on it."""
        key = (award, facts.recipient, facts.day)
        if key not in self._by_day:
            self._by_day[key] = [
                (criterion, test)
                for criterion, test in self._entries.get((regime.code, award, facts.recipient), ())
                if criterion.in_force(facts.day)
            ]
        return self._by_day[key]

    def _none_on(self, regime: Regime, award: str, facts: Facts) -> str:
        """Say why nothing is asked on a day: no criteria at all, or none read that was in force already."""
        entries = self._entries.get((regime.code, award, facts.recipient), ())
        first = min(
            (one for one, _ in entries if one.start > facts.day), key=lambda one: one.start, default=None
        )
        if first is None:
            return "Không có tiêu chuẩn nào cho đối tượng này."
        return (
            f"Chưa đối chiếu quy định của ngày {facts.day:%d/%m/%Y}: "
            f"{first.cite} chỉ có hiệu lực từ ngày {first.start:%d/%m/%Y}."
        )

    def _meets(self, facts: Facts, award: str) -> str:
        return self._card(award, facts).verdict

    def rule(self, name: str, regime: Regime, day: date) -> Mapping[str, Any] | None:
        """Give a general rule of a day, found once for all who are judged on it."""
        if (name, day) not in self._rules:
            self._rules[name, day] = self.book.general_rule(name, regime, day)
        return self._rules[name, day]

    def registration(self, regime: Regime, award: str, day: date) -> Mapping[str, Any] | None:
        """Give the rule that asks for a registration of every title, where the law of a day has one."""
        rule = self.rule("registration", regime, day) if award.startswith(_TITLE) else None
        return rule if rule and rule["rule"]["registered_required"] else None

    def report_rule(self, regime: Regime, award: str, day: date) -> Mapping[str, Any] | None:
        """Give the rule on the age of a dossier's report, where the law of a day asks it for an award."""
        rule = self.rule(report_age.NAME, regime, day)
        return rule if report_age.bears_on(rule, award) else None

    def span_of(self, regime: Regime, award: str, facts: Facts) -> Span:
        """Give the years looked at for an award and what does not count in them."""
        left_out: frozenset[str] = frozenset()
        if self.rule("dot_xuat_chuyen_de_not_counted", regime, facts.day) or (
            award.startswith(STATE) and self.rule("chuyen_de_not_counted_for_state", regime, facts.day)
        ):
            left_out = _SPECIAL
        clock = self.rule("next_award_clock", regime, facts.day)
        by_decision = clock is not None and clock["rule"]["count_from"].startswith("date")
        return Span(facts.year, facts.year, left_out, by_decision)

    def _general(
        self, regime: Regime, award: str, facts: Facts, span: Span
    ) -> tuple[list[Judged], list[str]]:
        judged, warnings = [], []
        asked = self.registration(regime, award, facts.day)
        if asked is not None:
            found = registered(facts, True, span, _REGISTERED_CODE)
            judged.append(Judged(found, asked["cite"], asked["status"], "registration", asked["decides"]))
        aged = self.report_rule(regime, award, facts.day)
        if aged is not None and report_age.asked_of(aged, facts):
            found = report_age.found(aged, facts)
            judged.append(Judged(found, aged["cite"], aged["status"], report_age.NAME, aged["decides"]))
        more, told = self._beside(regime, award, facts)
        judged += more
        warnings += told
        for name, (_, stops, said) in STOPS.items():
            rule = self.rule(name, regime, facts.day) if stops(facts) else None
            if rule is not None:
                judged.append(_said(rule, name, said, facts))
                if judged[-1].status == "unverified":
                    warnings.append(f"Chưa đối chiếu: {rule['cite']}.")
        for name, noticed in NOTICED.items():
            rule = self.rule(name, regime, facts.day)
            if rule is not None:
                warnings += [f"{said} ({rule['cite']})." for said in noticed(award, facts, self.book.names)]
        if facts.dissolved:
            warnings.append(_dissolved(self.rule("dissolved_body", regime, facts.day)))
        return judged, warnings

    def _beside(self, regime: Regime, award: str, facts: Facts) -> tuple[list[Judged], list[str]]:
        judged, told = [], []
        for name, one in BESIDE.items():
            rule = self.rule(name, regime, facts.day)
            if rule is not None:
                finding = one.found(rule, award, facts)
                said = (rule["cite"], rule["status"], name, rule["decides"])
                judged += [Judged(finding, *said)] if finding else []
                told += [f"{text} ({rule['cite']})." for text in one.told(rule, award, facts)]
        return judged, told


def _favoured(card: Card, newer: Card, found: transition.Transition, unread: str) -> Card:
    """Tell what the new law comes to; it decides where it was read, rule and criteria."""
    cite, status = found.rule["cite"], found.rule["status"]
    verdict, said = newer.verdict, f"theo {found.regime.law.split(';')[0]}: {VERDICTS[newer.verdict]}"
    if card.verdict == MET:
        verdict, said = MET, "đã đủ theo luật của ngày nhận hồ sơ"
    told = Judged(Finding(transition.NAME, verdict, said), cite, status, transition.NAME)
    if status == "unverified" or (unread and verdict != MET):
        unread = f"Chưa đối chiếu: {cite}." if status == "unverified" else unread
        warnings = tuple(dict.fromkeys((*card.warnings, unread)))
        return replace(card, criteria=(*card.criteria, told), warnings=warnings)
    return replace(card, verdict=some([card.verdict, verdict]), criteria=(*card.criteria, told))


def _dissolved(rule: Mapping[str, Any] | None) -> str:
    said = "Đơn vị đã giải thể hoặc sáp nhập"
    if rule is None:
        return f"{said}: chưa đối chiếu quy định của ngày này."
    if rule["status"] != "seen":
        return f"{said}. Chưa đối chiếu: {rule['cite']}."
    return f"{said}: đơn vị tiếp nhận đề nghị cho người đã nghỉ hưu ({rule['cite']})."


def _of_whom(facts: Facts, criterion: Criterion, span: Span) -> Finding:
    """Whether the recipient is of the kind a criterion is written for."""
    code = f"kind:{criterion.kind}"
    return kind(facts, criterion.kind, span, code) if criterion.kind else Finding(code, MET)


def _of_other_kinds(facts: Facts, criteria: list[Criterion], span: Span) -> list[Judged]:
    """Name the kinds an award is for where it is for none of those entered; read in full, that decides."""
    grounds = [criterion for criterion in criteria if not criterion.extra]
    if facts.kinds is None or any(_of_whom(facts, one, span).verdict != NOT_MET for one in grounds):
        return []
    entered = ", ".join(words.KINDS.get(one, one) for one in sorted(facts.kinds))
    verdict = NOT_MET if all(criterion.counts for criterion in grounds) else UNKNOWN
    said = f"đã ghi đối tượng: {entered}; kiểm tra lại đối tượng hoặc chọn danh hiệu khác"
    return [
        Judged(Finding(f"kind:{one.kind}", verdict, said), one.cite, one.status, one.code) for one in grounds
    ]


def _not_read(regime: Regime, criterion: Criterion) -> str:
    """What was not read: the new law over an article carried into it, else the article itself."""
    if regime.status != "seen":
        return f"Chưa đối chiếu với {regime.law.split(';')[0]}: {criterion.cite}."
    return f"Chưa đối chiếu: {criterion.cite}."


def _said(rule: Mapping[str, Any], name: str, said: str, facts: Facts) -> Judged:
    """A rule nobody read stops nobody."""
    ids = tuple(("award", held.id) for held in facts.same_achievement) if name.startswith("one") else ()
    found = Finding(name, NOT_MET if rule["decides"] else UNKNOWN, said, ids)
    return Judged(found, rule["cite"], rule["status"], name, rule["decides"])
