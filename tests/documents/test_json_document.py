"""Documents as JSON."""

import json
from datetime import date

from sample_documents import BY_UNIT, FIGURES, HEAD, LIST, NAMES, REPORT, SENTENCE

from thidua_desktop.documents import json_writer
from thidua_desktop.documents.document import Column, Document, Table


def written(document, path):
    json_writer.write(document, path)
    return json.loads(path.read_text(encoding="utf-8"))


def test_tables_keep_numbers_and_write_dates_as_iso(tmp_path):
    data = written(LIST, tmp_path / "a.json")
    assert data["title"] == LIST.title
    assert data["tables"][0]["columns"] == [column.title for column in NAMES.columns]
    first = [cell.isoformat() if isinstance(cell, date) else cell for cell in NAMES.rows[0]]
    assert data["tables"][0]["rows"][0] == first
    assert len(data["tables"][0]["rows"]) == len(NAMES.rows)


def test_words_charts_and_marks_are_there(tmp_path):
    data = written(REPORT, tmp_path / "a.json")
    assert {"text": SENTENCE, "style": "body"} in data["paragraphs"]
    assert data["letterhead"]["number"] == HEAD.number
    assert data["tables"][0]["strong"] == [5]
    assert data["tables"][0]["sections"] == [0]
    assert data["tables"][0]["rows"][1] == list(FIGURES.rows[1])
    assert data["charts"][1]["categories"] == list(BY_UNIT.categories)
    assert data["charts"][1]["series"][0] == {"name": "Cá nhân", "values": list(BY_UNIT.series[0].values)}
    assert data["signatures"][0]["name"] == "Nông Thị Mẫu"
    assert data["extra_tables"][0]["name"] == "Tất cả các dòng"


def test_vietnamese_is_readable_in_the_file(tmp_path):
    json_writer.write(LIST, tmp_path / "a.json")
    assert "Chiến sĩ thi đua cơ sở" in (tmp_path / "a.json").read_text(encoding="utf-8")


def test_the_title_in_the_blocks_is_not_repeated():
    document = Document("T", (Table((Column("A"),), ()),))
    assert json_writer.as_data(document)["paragraphs"] == []
