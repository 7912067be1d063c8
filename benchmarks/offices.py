"""Makes invented districts and provinces to measure on: the same seed makes the same office."""

import random
import sqlite3
from datetime import date, timedelta
from pathlib import Path
from uuid import UUID

from sqlalchemy import create_engine

from thidua_desktop.db import schema
from thidua_desktop.domain.vietnamese import fold, name_key, same_key, text_key

_FAMILIES = [
    "Nguyễn",
    "Trần",
    "Lê",
    "Hoàng",
    "Nông",
    "Triệu",
    "Hà",
    "Ma",
    "Đặng",
    "Bế",
    "Hứa",
    "Đàm",
    "Lục",
    "Lường",
    "Vi",
    "Bàn",
    "Đỗ",
    "Phạm",
    "Vũ",
    "Lý",
    "Dương",
    "Sằm",
]
_MIDDLES = [
    "Văn",
    "Thị",
    "Đức",
    "Minh",
    "Thị Thu",
    "Quang",
    "Ngọc",
    "Thị Bích",
    "Hữu",
    "Xuân",
    "Thanh",
    "Công",
]
_GIVEN = [
    "An",
    "Ánh",
    "Bình",
    "Chung",
    "Cường",
    "Dũng",
    "Đào",
    "Đức",
    "Giang",
    "Hà",
    "Hải",
    "Hạnh",
    "Hoà",
    "Hùng",
    "Huệ",
    "Khánh",
    "Lan",
    "Liên",
    "Long",
    "Mai",
    "Nam",
    "Nga",
    "Nguyệt",
    "Phúc",
    "Phượng",
    "Quý",
    "Sơn",
    "Thắng",
    "Thảo",
    "Thuỷ",
    "Toàn",
    "Tuấn",
    "Tuyên",
    "Ửng",
    "Yến",
]
POSTS = [
    "Giáo viên",
    "Hiệu trưởng",
    "Chuyên viên",
    "Kế toán viên",
    "Trưởng phòng",
    "Công chức Tư pháp - Hộ tịch",
]
PLACES = [
    "Cao Sơn",
    "Vũ Muộn",
    "Phủ Thông",
    "Đôn Phong",
    "Mỹ Thanh",
    "Lục Bình",
    "Vi Hương",
    "Tân Tú",
    "Quân Hà",
    "Sĩ Bình",
]
_UNIT_KINDS = [
    ("Trường Tiểu học", "school"),
    ("Trường Mầm non", "school"),
    ("Xã", "commune"),
    ("Phòng", "office"),
]
_AWARDS = [  # code, recipient, level, share of all awards
    ("DH_LDTT", "person", "district", 66),
    ("DH_CSTD_CS", "person", "district", 12),
    ("GK_HUYEN", "person", "district", 8),
    ("BK_TINH", "person", "province", 2),
    ("DH_TTLDTT", "collective", "district", 8),
    ("GK_HUYEN", "collective", "district", 3),
    ("DH_TTLDXS", "collective", "province", 1),
]


def make(path: Path, people: int, units: int, awards: int, seed: int = 1) -> None:
    """Write an office's file with so many invented people, units and awards."""
    engine = create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        schema.create(connection)
    engine.dispose()
    chance = random.Random(seed)
    with sqlite3.connect(path) as db:
        db.execute("PRAGMA synchronous = OFF")
        _kinds(db)
        _units(db, units)
        _people(db, people, units, chance)
        _decisions(db, people, units, awards, chance)
        db.execute("INSERT INTO setting (key, value) VALUES ('office', 'UBND huyện Đo Lường')")
    db.close()


def district(path: Path) -> None:
    """5,000 people, 200 units, 60,000 awards."""
    make(path, 5_000, 200, 60_000)


def province(path: Path) -> None:
    """50,000 people, 200 units, 1,000,000 awards."""
    make(path, 50_000, 200, 1_000_000)


def name(number: int) -> str:
    """The invented name of a number."""
    family = _FAMILIES[number % len(_FAMILIES)]
    middle = _MIDDLES[number // 7 % len(_MIDDLES)]
    return f"{family} {middle} {_GIVEN[number // 3 % len(_GIVEN)]}"


def _uid(number: int) -> str:
    return UUID(int=number).hex


def _kinds(db: sqlite3.Connection) -> None:
    from thidua_desktop.domain.catalogue_file import load_catalogue

    resources = Path(__file__).resolve().parent.parent / "resources"
    rows = [
        (
            i,
            _uid(i),
            d.code,
            d.name,
            d.short,
            d.category,
            "|".join(d.recipients),
            "|".join(d.levels),
            i,
            "",
            "",
        )
        for i, d in enumerate(load_catalogue(resources), 1)
    ]
    db.executemany(
        "INSERT INTO award_kind (id, uid, code, name, short, category, recipients, levels, place, law, "
        "status) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        rows,
    )


def _units(db: sqlite3.Connection, count: int) -> None:
    rows = []
    for i in range(1, count + 1):
        words, kind = _UNIT_KINDS[i % len(_UNIT_KINDS)]
        full = f"{words} {PLACES[i % len(PLACES)]} {i}"
        rows.append((i, _uid(i), full, fold(full), same_key(full), text_key(full), kind))
    db.executemany("INSERT INTO unit (id, uid, name, search, exact, sort, kind) VALUES (?,?,?,?,?,?,?)", rows)


def _people(db: sqlite3.Connection, count: int, units: int, chance: random.Random) -> None:
    rows = []
    for i in range(1, count + 1):
        full = name(i)
        rows.append((i, _uid(i), full, fold(full), same_key(full), name_key(full), str(1955 + i % 45)))
    db.executemany(
        "INSERT INTO person (id, uid, name, search, exact, sort, birth) VALUES (?,?,?,?,?,?,?)", rows
    )
    posts = [(_uid(i), i, chance.choice(POSTS), chance.randint(1, units)) for i in range(1, count + 1)]
    db.executemany("INSERT INTO post (uid, person_id, title, unit_id) VALUES (?,?,?,?)", posts)


def _decisions(db: sqlite3.Connection, people: int, units: int, awards: int, chance: random.Random) -> None:
    codes = dict(db.execute("SELECT code, id FROM award_kind"))
    homes = dict(db.execute("SELECT person_id, unit_id FROM post"))
    names = dict(db.execute("SELECT id, name FROM person"))
    unit_names = dict(db.execute("SELECT id, name FROM unit"))
    heads, lines, made = [], [], 0
    while made < awards:
        code, recipient, level, _ = chance.choices(_AWARDS, [share for *_, share in _AWARDS])[0]
        decision = len(heads) + 1
        year = 2006 + decision % 20
        day = date(year + 1, 1, 5) + timedelta(days=chance.randint(0, 300))
        number = f"{decision}/QĐ-UBND"
        heads.append((decision, _uid(decision), number, number, fold(number), day.isoformat(), level, year))
        for place in range(min(chance.randint(20, 300), awards - made)):
            made += 1
            who = chance.randint(1, people if recipient == "person" else units)
            person = who if recipient == "person" else None
            unit = homes[who] if recipient == "person" else who
            words = names[who] if recipient == "person" else unit_names[who]
            lines.append(
                (
                    made,
                    _uid(made),
                    decision,
                    place,
                    codes[code],
                    recipient,
                    person,
                    unit,
                    year,
                    words,
                    unit_names[unit],
                )
            )
    db.executemany(
        "INSERT INTO decision (id, uid, number, number_key, search, decided_on, level, year, type) "
        "VALUES (?,?,?,?,?,?,?,?,'merit')",
        heads,
    )
    db.executemany(
        "INSERT INTO award (id, uid, decision_id, place, kind_id, recipient, person_id, unit_id, year, "
        "name_written, unit_written) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
        lines,
    )
