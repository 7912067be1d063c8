import hashlib
import os
from datetime import date

import pytest

from tests.records.offices import ask, do, register, sql
from thidua_desktop.domain.errors import Refused, Unavailable
from thidua_desktop.domain.event import EventDraft
from thidua_desktop.records import decisions as decision_records
from thidua_desktop.records import papers as paper_records
from thidua_desktop.services import campaigns, papers


@pytest.fixture
def scan(tmp_path):
    path = tmp_path / "Bản quét 215.PDF"
    path.write_bytes(b"%PDF-1.4 scan")
    return path


def kept_in(folder):
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def attached(office, scan, **owner):
    paper = papers.take_in(scan, office.papers)
    return paper, do(office, papers.attach, paper, **owner)


def test_a_scan_is_copied_hashed_and_its_source_left_as_it_was(office, scan):
    os.utime(scan, (1_500_000_000, 1_500_000_000))
    before = (scan.read_bytes(), scan.stat().st_mtime_ns)
    decision = register(office, "215/QĐ-UBND", date(2019, 12, 20))
    paper, paper_id = attached(office, scan, decision_id=decision)
    digest = hashlib.sha256(before[0]).hexdigest()
    assert (paper.name, paper.sha256, paper.size) == ("Bản quét 215.PDF", digest, 13)
    assert (scan.read_bytes(), scan.stat().st_mtime_ns) == before
    assert kept_in(office.papers) == [paper.stored]
    assert (office.papers / paper.stored).read_bytes() == before[0]
    [kept] = ask(office, paper_records.of_decision, decision)
    assert (kept.id, kept.kind, kept.name, kept.sha256) == (paper_id, "scan", paper.name, digest)
    assert ask(office, decision_records.get, decision).scans == 1
    assert sql(office, "SELECT count(*) FROM attachment") == [(1,)]


def test_the_same_scan_twice_is_one_copy(office, scan, tmp_path):
    again = tmp_path / "khac.pdf"
    again.write_bytes(scan.read_bytes())
    first, second = (papers.take_in(path, office.papers) for path in (scan, again))
    assert first.stored == second.stored
    assert kept_in(office.papers) == [first.stored]


def test_a_copy_that_was_damaged_is_written_anew(office, scan):
    first = papers.take_in(scan, office.papers)
    (office.papers / first.stored).write_bytes(b"?")
    papers.take_in(scan, office.papers)
    assert (office.papers / first.stored).read_bytes() == scan.read_bytes()


def test_papers_gone_or_changed_are_told(office, scan, tmp_path):
    decision = register(office, "215/QĐ-UBND", date(2019, 12, 20))
    photo = tmp_path / "anh.jpg"
    photo.write_bytes(b"jpg")
    event = do(office, campaigns.hold_event, EventDraft("Hội nghị điển hình tiên tiến"))
    first, _ = attached(office, scan, decision_id=decision)
    second, _ = attached(office, photo, event_id=event)
    assert ask(office, papers.missing, office.papers) == []
    (office.papers / first.stored).unlink()
    assert [paper.name for paper in ask(office, papers.missing, office.papers)] == [first.name]
    (office.papers / second.stored).write_bytes(b"other")
    told = ask(office, papers.missing, office.papers)
    assert [paper.name for paper in told] == [first.name, second.name]
    assert [paper.name for paper in ask(office, paper_records.of_event, event)] == ["anh.jpg"]


def test_a_paper_taken_off_stays_in_the_folder_for_undo(office, scan):
    decision = register(office, "215/QĐ-UBND", date(2019, 12, 20))
    paper, paper_id = attached(office, scan, decision_id=decision)
    do(office, papers.detach, paper_id)
    assert ask(office, paper_records.of_decision, decision) == []
    assert kept_in(office.papers) == [paper.stored]
    office.undo()
    assert [kept.id for kept in ask(office, paper_records.of_decision, decision)] == [paper_id]


@pytest.mark.parametrize(
    ("name", "bytes_", "words"),
    [
        ("macro.exe", b"MZ", "không phải bản quét"),
        ("trong.pdf", b"", "rỗng"),
        ("mất.pdf", None, "Không thấy tệp"),
    ],
)
def test_what_is_no_paper_is_refused_in_words(office, tmp_path, name, bytes_, words):
    source = tmp_path / name
    if bytes_ is not None:
        source.write_bytes(bytes_)
    with pytest.raises(Refused, match=words):
        papers.take_in(source, office.papers)
    assert kept_in(office.papers) == []


def test_a_scan_too_large_is_refused_unread(office, tmp_path):
    source = tmp_path / "to.pdf"
    with source.open("wb") as file:
        file.truncate(201 * 1024 * 1024)
    with pytest.raises(Refused, match="200 MB"):
        papers.take_in(source, office.papers)


def test_a_folder_that_cannot_be_written_is_told_in_vietnamese(office, scan, tmp_path):
    blocked = tmp_path / "chan"
    blocked.write_text("a file stands where the folder should be")
    with pytest.raises(Unavailable, match="Không chép được “Bản quét 215") as told:
        papers.take_in(scan, blocked)
    assert "directory" not in str(told.value)
    assert "exists" not in str(told.value)
