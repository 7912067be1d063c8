"""What no constraint of SQLite can say about the records: days no calendar has, loops, rows about nobody."""

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from thidua_desktop.db.tables import metadata
from thidua_desktop.db.types import Day, Partial

_SHOWN = 10  # rows at fault in one answer to one question


class _Question(NamedTuple):
    query: str  # for the rows at fault
    sentence: str  # about one of them, its columns in order


def doubts(connection: sqlite3.Connection) -> list[str]:
    """What is wrong in the records of a file of today's schema, as Vietnamese sentences."""
    found = []
    for question in _questions():
        for row in connection.execute(f"{question.query} LIMIT {_SHOWN}"):
            found.append(question.sentence.format(*row))
    return found


def _questions() -> Iterator[_Question]:
    yield _Question(
        """SELECT name_written, decision_id FROM award
        WHERE person_id IS NULL AND unit_id IS NULL AND household_id IS NULL""",
        "Lượt khen thưởng “{0}” (quyết định mã {1}) không có người nhận.",
    )
    yield _Question(
        "SELECT id FROM role_model WHERE person_id IS NULL AND unit_id IS NULL AND household_id IS NULL",
        "Điển hình tiên tiến mã {0} không gắn với cá nhân, tập thể hay hộ gia đình nào.",
    )
    yield _Question(
        'SELECT id, start, "end" FROM total WHERE start > "end"',
        "Số liệu kế thừa mã {0}: kỳ từ {1} đến {2} bị ngược.",
    )
    yield _Question(
        "SELECT id FROM succession WHERE old_id = new_id AND kind != 'renamed'",  # a renamed unit goes on
        "Lần sáp nhập, chia tách mã {0}: đơn vị kế thừa chính nó.",
    )
    yield _loop("unit", "Đơn vị")
    yield _loop("campaign", "Phong trào")
    for name, table in metadata.tables.items():
        yield _sequence(name)
        for column in table.c:
            if isinstance(column.type, Day | Partial):
                yield _day(name, column.name, (10,) if isinstance(column.type, Day) else (4, 7, 10))


def _loop(name: str, noun: str) -> _Question:
    query = f"""WITH RECURSIVE reached(id) AS (
        SELECT id FROM {name} WHERE parent_id IS NULL
        UNION SELECT {name}.id FROM {name} JOIN reached ON {name}.parent_id = reached.id
    ) SELECT name, id FROM {name} WHERE id NOT IN (SELECT id FROM reached)"""  # noqa: S608 - own names
    return _Question(query, noun + " “{0}” (mã {1}) trực thuộc chính nó.")


def _sequence(name: str) -> _Question:
    query = f"""SELECT max(id) FROM "{name}" HAVING max(id) >
        coalesce((SELECT seq FROM sqlite_sequence WHERE name = '{name}'), 0)"""  # noqa: S608 - own names
    return _Question(query, f"Bảng {name}: mã lớn nhất ({{0}}) vượt bộ đếm mã.")


def _day(table: str, column: str, lengths: tuple[int, ...]) -> _Question:
    # 1954 and 1954-05 are dates where only so much may be known; SQLite moves 2020-02-31 into March.
    whole = f"""substr("{column}" || '-01-01', 1, 10)"""
    known = ", ".join(map(str, lengths))
    query = f"""SELECT id, "{column}" FROM "{table}" WHERE "{column}" IS NOT NULL
        AND (length("{column}") NOT IN ({known}) OR date({whole}, '+0 days') IS NOT {whole})"""  # noqa: S608 - own names
    return _Question(query, f"Bảng {table}, dòng {{0}}: “{{1}}” không phải ngày có thật.")
