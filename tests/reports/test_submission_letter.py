"""The letter that asks the authority above to commend, reopened as Word."""

from datetime import date

import docx
import pytest

from tests.records.offices import do
from tests.reports.district import OFFICE
from thidua_desktop.documents.writers import WRITERS
from thidua_desktop.domain.dossier import DossierDraft, NominationDraft
from thidua_desktop.domain.submission import SubmissionDraft
from thidua_desktop.reports import submission_letter
from thidua_desktop.services import dossiers, submitting

SENT = date(2020, 1, 12)


@pytest.fixture
def letter(office, ids):
    """What the letter of a submission of some nominations says."""

    def letter(*asked, **head):
        received = date(2020, 1, 2)
        dossier = DossierDraft(ids["school"], received, 2019, nominations=asked)
        do(office, dossiers.receive, dossier)
        places = range(1, len(asked) + 1)
        do(office, dossiers.appraise, list(places), "kept")
        submission = do(office, submitting.submit, SubmissionDraft("province", SENT, **head), list(places))
        options = submission_letter.Options(submission)
        with office.read() as session:
            rows = submission_letter.build(session, options)
        return submission_letter.compose(rows, options, OFFICE)

    return letter


def test_the_letter_asks_for_each_and_lists_them_by_title(letter, tmp_path):
    document = letter(
        NominationDraft("BK_TINH", name="Lò Văn An", post="Hiệu trưởng", citation="Dạy giỏi"),
        NominationDraft("DH_TTLDXS", "collective", name="Trường Tiểu học Đồng Cao"),
        NominationDraft("DH_CSTD_TINH", name="Bế Thị Bình"),
        number="8/TTr-UBND",
        addressee="Chủ tịch UBND tỉnh Bắc Kạn",
    )
    path = tmp_path / "to-trinh.docx"
    WRITERS["docx"].write(document, path)
    opened = docx.Document(path)
    text = "\n".join(paragraph.text for paragraph in opened.paragraphs)
    assert "Kính gửi: Chủ tịch UBND tỉnh Bắc Kạn" in text
    assert "khen thưởng cho 2 cá nhân, 1 tập thể về thành tích năm 2019" in text
    assert f"(Kèm theo Tờ trình số 8/TTr-UBND, ngày 12 tháng 01 năm 2020 của {OFFICE['office']})" in text
    listed = [[cell.text for cell in row.cells] for row in opened.tables[-1].rows]
    names = [row[1] for row in listed if row[0].isdecimal()]
    assert names == ["Bế Thị Bình", "Trường Tiểu học Đồng Cao", "Lò Văn An"]
    assert sum("cá nhân (1)" in row[0] for row in listed) == 2
    assert sum("tập thể (1)" in row[0] for row in listed) == 1
    assert [row[-1] for row in listed if row[1] == "Lò Văn An"] == ["Dạy giỏi"]


def test_a_letter_without_number_addressee_or_list_says_so(letter):
    document = letter()
    texts = [getattr(block, "text", "") for block in document.blocks]
    assert "Kính gửi: UBND tỉnh" in texts
    assert "Tờ trình chưa có ai được đề nghị." in texts
    assert document.letterhead.number == "Số: ……"
