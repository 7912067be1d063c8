"""What is known of the years of the practice district: invented, and never at odds with its decisions."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from thidua_desktop.db import Session
from thidua_desktop.domain.about import About
from thidua_desktop.domain.attested import KIND, MEMBERS, AttestedDraft
from thidua_desktop.domain.dates import PartialDate
from thidua_desktop.domain.discipline import DisciplineDraft
from thidua_desktop.domain.idea import IdeaDraft
from thidua_desktop.domain.person import PostDraft
from thidua_desktop.domain.pledge import PledgeDraft
from thidua_desktop.domain.rating import RatingDraft
from thidua_desktop.domain.titles import is_force
from thidua_desktop.domain.whole import WholeDraft
from thidua_desktop.domain.work_year import WorkYearDraft
from thidua_desktop.records import (
    attested,
    awards,
    catalogue,
    disciplines,
    funds,
    ideas,
    people,
    pledges,
    ratings,
    units,
    whole,
    work_years,
)
from thidua_desktop.records.awards import AwardRow
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import practice_dossier

_FIRST, _LAST = 2015, 2019
_LABOUR = ("DH_LDTT", "DH_CSTT")
_FIGHTER = "DH_CSTD_CS"
_COLLECTIVE = ("DH_TTLDTT", "DH_TTLDXS")
_TOPICS = (
    "Đổi mới cách sinh hoạt tổ chuyên môn",
    "Rèn kỹ năng đọc hiểu cho học sinh dân tộc thiểu số",
    "Giải quyết thủ tục hành chính không chờ hẹn",
    "Quản lý hồ sơ bằng bảng tính dùng chung",
    "Vận động người dân hiến đất làm đường",
    "Nuôi dưỡng thói quen đọc sách ở thư viện",
    "Giảm thời gian quyết toán thu chi",
    "Tuyên truyền bằng tiếng Tày ở thôn bản",
)
_DISCIPLINED = 6
_FUNDS = {2018: 450_000_000, 2019: 480_000_000, 2020: 560_000_000}


@dataclass(frozen=True)
class _Given:
    """What was given to people and units, by recipient and year."""

    people: Mapping[int, Mapping[int, list[AwardRow]]]
    units: Mapping[int, Mapping[int, list[AwardRow]]]


def build(session: Session) -> None:
    """Enter ratings, initiatives, discipline, working time, pledges, and what is entered whole."""
    given = _given(session)
    kinds = {code: kind.id for code, kind in catalogue.by_code(session).items()}
    ratings.add(session, list(_ratings(given)))
    _enter_ideas(session, given, kinds[_FIGHTER])
    disciplines.add(session, list(_disciplines(given)))
    work_years.add(session, list(_work_years(given)))
    pledges.add(session, list(_pledges(given)), kinds)
    attested.add(session, list(_attested(session, given)))
    for subject in ("award", "discipline", "idea", "pledge"):
        whole.add(session, WholeDraft(subject, _FIRST, _LAST))
    _move_some(session, given)
    for year, planned in _FUNDS.items():
        funds.plan(session, year, planned, f"Dự toán ngân sách năm {year} (số liệu thực hành)")
    practice_dossier.build(session, given.people)


def _given(session: Session) -> _Given:
    of_people: dict[int, dict[int, list[AwardRow]]] = defaultdict(lambda: defaultdict(list))
    of_units: dict[int, dict[int, list[AwardRow]]] = defaultdict(lambda: defaultdict(list))
    for row in awards.rows(session, awards.ids(session, ListQuery())):
        if row.person_id is not None:
            of_people[row.person_id][row.year].append(row)
        elif row.recipient == "collective" and row.unit_id is not None:
            of_units[row.unit_id][row.year].append(row)
    return _Given(
        {who: of_people[who] for who in sorted(of_people)}, {who: of_units[who] for who in sorted(of_units)}
    )


def _codes(rows: list[AwardRow]) -> set[str]:
    return {row.award for row in rows}


def _ratings(given: _Given) -> Iterator[RatingDraft]:
    for who, years in given.people.items():
        for year in sorted(years):
            codes = _codes(years[year])
            about = About("person", who, years[year][0].unit_id)
            if year > _LAST:
                continue
            if _FIGHTER in codes or (codes & {*_LABOUR} and (who + year) % 7 == 0):
                yield RatingDraft(about, year, "HTXS")
            else:
                yield RatingDraft(about, year, "HTT" if codes & {*_LABOUR} else "HT")
    for unit_id, years in given.units.items():
        for year in sorted(years):
            codes = _codes(years[year])
            if year <= _LAST and codes & {*_COLLECTIVE}:
                rating = "HTXS" if "DH_TTLDXS" in codes else "HTT"
                yield RatingDraft(About("collective", unit_id=unit_id), year, rating)


def _enter_ideas(session: Session, given: _Given, fighter: int) -> None:
    """One initiative for each title of emulation fighter; colleagues of one topic are its authors."""
    authors: dict[tuple[str, int], list[int]] = defaultdict(list)
    rows_before: Counter[int] = Counter()
    levels: dict[tuple[str, int], str] = {}
    for who, years in given.people.items():
        for year in sorted(years):
            row = next((one for one in years[year] if one.award == _FIGHTER), None)
            if row is None or year > _LAST:
                continue
            rows_before[who] += 1
            name = f"{_TOPICS[(who + year) % len(_TOPICS)]} tại {row.unit}"
            authors[name, year].append(who)
            if rows_before[who] >= 3:
                levels[name, year] = "tinh"
    for (name, year), people_ in sorted(authors.items(), key=lambda pair: (pair[0][1], pair[0][0])):
        draft = IdeaDraft(
            name,
            "initiative",
            year,
            levels.get((name, year), "co_so"),
            tuple(people_),
            applied=True,
            used_for=fighter,
            used_year=year,
        )
        ideas.add(session, draft)


def _disciplines(given: _Given) -> Iterator[DisciplineDraft]:
    """A few who were given nothing in the year their discipline stood."""
    quiet = [who for who, years in given.people.items() if not {2017, 2018} & years.keys()]
    for place, who in enumerate(quiet[:: max(1, len(quiet) // _DISCIPLINED)][:_DISCIPLINED]):
        form = ("khien_trach", "canh_cao")[place % 2]
        unit_id = next(iter(given.people[who].values()))[0].unit_id
        about = About("person", who, unit_id)
        yield DisciplineDraft(about, form, date(2017, 4 + place, 1), date(2018, 4 + place, 1))


def _work_years(given: _Given) -> Iterator[WorkYearDraft]:
    for who, years in given.people.items():
        if _LAST in years:
            labour = bool(_codes(years[_LAST]) & {*_LABOUR})
            yield WorkYearDraft(who, _LAST, 12 if labour or who % 5 else 7, who % 6)


def _pledges(given: _Given) -> Iterator[PledgeDraft]:
    """What was achieved was pledged, some more was pledged and not achieved; the next year is pledged too."""
    for who, years in given.people.items():
        for year in sorted(year for year in years if year <= _LAST):
            about = About("person", who, years[year][0].unit_id)
            yield from _pledged(about, year, _codes(years[year]), also=who % 3 == 0)
    for unit_id, years in given.units.items():
        for year in sorted(year for year in years if year <= _LAST):
            for code in sorted(_codes(years[year]) & {*_COLLECTIVE}):
                yield PledgeDraft(About("collective", unit_id=unit_id), year, code, date(year, 1, 15))


def _pledged(about: About, year: int, codes: set[str], *, also: bool) -> Iterator[PledgeDraft]:
    labour = next((code for code in _LABOUR if code in codes), "")
    if not labour:
        return
    fights = _FIGHTER in codes
    yield PledgeDraft(about, year, labour, date(year, 1, 15))
    if fights or also:
        yield PledgeDraft(about, year, _FIGHTER, date(year, 1, 15))
    if year == _LAST:
        yield PledgeDraft(about, year + 1, labour, date(year + 1, 1, 15))
        if fights:
            yield PledgeDraft(about, year + 1, _FIGHTER, date(year + 1, 1, 15))


def _attested(session: Session, given: _Given) -> Iterator[AttestedDraft]:
    names = units.names(session)
    commended: Counter[int] = Counter()
    for who, years in given.people.items():
        last = years[max(years)][0]
        name = names.get(last.unit_id or 0, "")
        kind = ("cong_an" if "Công an" in name else "quan_doi") if is_force(name) else "cbccvc"
        yield AttestedDraft(About("person", who, last.unit_id), KIND, kind)
        if _LAST in years and _codes(years[_LAST]) & {*_LABOUR}:
            commended[years[_LAST][0].unit_id or 0] += 1
    for unit_id, people_ in sorted(commended.items()):
        if unit_id:
            members = people_ + max(1, people_ // (2 + unit_id % 3))
            yield AttestedDraft(About("collective", unit_id=unit_id), MEMBERS, str(members), _LAST)


def _move_some(session: Session, given: _Given) -> None:
    """Some worked elsewhere before: a post held until the year before their first award."""
    names = units.names(session)
    whose = list(given.people)[::40]
    for who, other in zip(whose, reversed(list(given.people)[::41]), strict=False):
        first = min(given.people[who])
        there = given.people[other][max(given.people[other])][0].unit_id
        if there is not None and there in names and there != given.people[who][first][0].unit_id:
            until = PartialDate(first - 1)
            people.add_post(session, who, PostDraft("Nhân viên", there, "", PartialDate(first - 6), until))
