"""The minutes of a council's meeting and its blank ballot, reopened as Word and Excel."""

from dataclasses import replace
from datetime import date

import docx
import openpyxl
import pytest

from tests.records.offices import ask, do, person, unit
from thidua_desktop.documents.document import Signatures
from thidua_desktop.documents.writers import WRITERS
from thidua_desktop.domain.council import BallotDraft, CouncilDraft, MeetingDraft, MemberDraft
from thidua_desktop.domain.dossier import DossierDraft, NominationDraft
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.law.rules_file import load_rules
from thidua_desktop.records import settings
from thidua_desktop.reports import ballot_sheet
from thidua_desktop.services import council_minutes, councils, dossiers
from thidua_desktop.workspace import RESOURCES

BOOK = load_rules(RESOURCES)
HELD = date(2019, 12, 20)
MEMBERS = (
    MemberDraft("Hà Văn Nam", "Chủ tịch UBND huyện", "chair"),
    MemberDraft("Nông Thị Thư", "Chuyên viên Phòng Nội vụ", "secretary"),
    *(MemberDraft(f"Thành Viên {letter}") for letter in "ABCDEFG"),
)


@pytest.fixture
def meeting(office):
    """Nine members, eight there: one title agreed to by all, one refused, one not counted yet."""
    school = unit(office, "Trường Tiểu học Cao Sơn", "school")
    ids = [person(office, name, school) for name in ("Nguyễn Thị Mai", "Lý Văn An", "Bế Thị Bình")]
    asked = tuple(
        NominationDraft("DH_CSTD_TINH", name=name, person_id=one, unit_id=school)
        for name, one in zip(("Nguyễn Thị Mai", "Lý Văn An", "Bế Thị Bình"), ids, strict=True)
    )
    do(office, dossiers.receive, DossierDraft(school, date(2019, 12, 1), 2019, nominations=asked))
    do(office, dossiers.appraise, [1, 2, 3], "kept")
    council = do(
        office, councils.set_up, CouncilDraft("Hội đồng Thi đua - Khen thưởng huyện", members=MEMBERS)
    )
    meeting = do(office, councils.convene, MeetingDraft(council, HELD, 9, 8, "Phòng họp số 1"))
    do(office, councils.put_on_agenda, meeting, [1, 2, 3])
    do(office, councils.count_votes, meeting, [BallotDraft(1, 8, 0, 1, 0), BallotDraft(2, 5, 3, 0, 1)])
    return meeting


def minutes(office, meeting):
    options = council_minutes.Options(meeting, lambda _session: BOOK)
    rows = ask(office, council_minutes.build, options)
    return council_minutes.compose(rows, options, ask(office, settings.all_))


def texts(document, tmp_path):
    path = tmp_path / "bien-ban.docx"
    WRITERS["docx"].write(document, path)
    opened = docx.Document(path)
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in opened.tables]
    return "\n".join(paragraph.text for paragraph in opened.paragraphs), tables


def test_the_minutes_tell_who_met_how_they_voted_and_what_was_concluded(office, meeting, tmp_path):
    said, tables = texts(minutes(office, meeting), tmp_path)
    assert "Hôm nay, ngày 20 tháng 12 năm 2019, tại Phòng họp số 1" in said
    assert "Tổng số thành viên Hội đồng: 9. Có mặt: 8; vắng mặt: 1." in said
    assert "hồ sơ đề nghị khen thưởng của Trường Tiểu học Cao Sơn: 3 cá nhân" in said
    assert "Hội đồng thống nhất đề nghị khen thưởng 1 cá nhân." in said
    assert "Không đủ tỷ lệ phiếu: Lý Văn An (Chiến sĩ thi đua cấp tỉnh)." in said
    assert "NĐ 91/2017" in said, "how votes are counted is told with its article"
    members = next(table for table in tables if table[0][-1] == "Vai trò")
    assert members[1][1:] == ["Hà Văn Nam", "Chủ tịch UBND huyện", "Chủ tịch Hội đồng"]
    votes = next(table for table in tables if table[0][-1] == "Kết quả")
    assert {row[1]: row[3:] for row in votes if row[0].isdecimal()} == {
        "Nguyễn Thị Mai": ["9", "0", "100", "9", "Đạt"],
        "Lý Văn An": ["5", "4", "55,6", "9", "Không đạt"],
        "Bế Thị Bình": ["", "", "", "", "Chưa kiểm phiếu"],
    }
    assert "Phiếu bằng văn bản của thành viên vắng mặt cho mỗi trường hợp: 1." in said
    assert {row[2] for row in votes if row[0].isdecimal()} == {"Trường Tiểu học Cao Sơn"}
    [[left, right]] = tables[-1]
    assert (left.split("\n")[0], left.split("\n")[-1]) == ("THƯ KÝ", "Nông Thị Thư")
    assert (right.split("\n")[0], right.split("\n")[-1]) == ("CHỦ TRÌ", "Hà Văn Nam")


def test_who_was_absent_stands_in_the_minutes_by_name(office, meeting, tmp_path):
    away = "Bà Hà Thị Bé (đi công tác)\n\n Ông Lý Văn Thử "
    draft = MeetingDraft(1, HELD, 10, 8, absent=away)
    do(office, councils.correct_meeting, meeting, draft)
    said, _ = texts(minutes(office, meeting), tmp_path)
    assert "Có mặt: 8; vắng mặt: 2 (Bà Hà Thị Bé (đi công tác); Ông Lý Văn Thử)." in said
    with pytest.raises(Refused, match="Ghi 2 người vắng mặt mà có mặt 9/10"):
        do(office, councils.correct_meeting, meeting, replace(draft, present=9))
    with pytest.raises(Refused, match="Ghi 2 người vắng mặt mà có mặt 0/1"):
        do(office, councils.convene, MeetingDraft(1, HELD, 1, absent=away))


def test_minutes_of_a_meeting_nothing_is_noted_of_leave_room_for_a_pen(office, tmp_path):
    council = do(office, councils.set_up, CouncilDraft("Hội đồng huyện"))
    empty = do(office, councils.convene, MeetingDraft(council, HELD, 9))
    said, _ = texts(minutes(office, empty), tmp_path)
    assert "Có mặt: ……; vắng mặt: ……." in said
    assert "Chưa có hồ sơ nào trong chương trình họp." in said
    assert "thống nhất" not in said


def test_the_blank_ballot_has_two_boxes_for_each(office, meeting, tmp_path):
    options = ballot_sheet.Options(meeting, lambda _session: BOOK)
    document = ballot_sheet.compose(
        ask(office, ballot_sheet.build, options), options, ask(office, settings.all_)
    )
    path = tmp_path / "phieu.xlsx"
    WRITERS["xlsx"].write(document, path)
    rows = list(openpyxl.load_workbook(path).worksheets[0].iter_rows(values_only=True))
    named = [row for row in rows if isinstance(row[0], int)]
    assert [row[1] for row in named] == ["Nguyễn Thị Mai", "Lý Văn An", "Bế Thị Bình"]
    assert {row[3:5] for row in named} == {("☐", "☐")}
    said = [cell for row in rows for cell in row if isinstance(cell, str)]
    assert "Bỏ phiếu kín, không ghi tên, không ký vào phiếu (NĐ 91/2017 Điều 45 k8)." in said
    assert "THÀNH VIÊN HỘI ĐỒNG" not in said


def test_an_open_ballot_is_signed(office, meeting):
    do(office, dossiers.appraise, [1, 2, 3], "lowered", award="DH_CSTD_CS", reason="Theo hồ sơ")
    options = ballot_sheet.Options(meeting, lambda _session: BOOK)
    rows = ask(office, ballot_sheet.build, options)
    assert rows.secret == ()
    signed = ballot_sheet.compose(rows, options, ask(office, settings.all_)).blocks[-1]
    assert signed == Signatures(role="THÀNH VIÊN HỘI ĐỒNG")


@pytest.mark.parametrize("suffix", ["html", "xlsx", "json"])
def test_both_signers_stand_in_every_format(office, meeting, tmp_path, suffix):
    path = tmp_path / f"bien-ban.{suffix}"
    WRITERS[suffix].write(minutes(office, meeting), path)
    if suffix == "xlsx":
        cells = [str(cell) for sheet in openpyxl.load_workbook(path) for row in sheet.values for cell in row]
        said = "\n".join(cells)
    else:
        said = path.read_text(encoding="utf-8")
    assert all(word in said for word in ("THƯ KÝ", "Nông Thị Thư", "CHỦ TRÌ", "Hà Văn Nam"))
