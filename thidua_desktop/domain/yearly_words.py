"""What the records of a year and their fields are called on screen."""

from thidua_desktop.domain.attested import KEYS
from thidua_desktop.domain.discipline import DISCIPLINE_FORMS
from thidua_desktop.domain.idea import IDEA_KINDS, IDEA_LEVELS, IDEA_STATES
from thidua_desktop.domain.law.words import ATTESTED, KINDS
from thidua_desktop.domain.rating import RATINGS
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.record_words import YES_NO, RecordWords
from thidua_desktop.domain.whole import SUBJECTS

_ABOUT = {"recipient": "Đối tượng", "person_id": "Cá nhân", "unit_id": "Đơn vị"}
_WHO = ("person_id", "unit_id")
_ANY = {**_ABOUT, "household_id": "Hộ gia đình"}
_ANYONE = ("person_id", "household_id", "unit_id")

YEARLY_WORDS: dict[str, RecordWords] = {
    "rating": RecordWords(
        "xếp loại",
        {**_ABOUT, "year": "Năm", "rating": "Mức độ", "document": "Văn bản", "note": "Ghi chú"},
        (*_WHO, "year", "rating"),
        {"recipient": RECIPIENTS, "rating": RATINGS},
    ),
    "idea": RecordWords(
        "sáng kiến, đề tài",
        {
            "name": "Tên sáng kiến, đề tài",
            "kind": "Loại",
            "year": "Năm công nhận",
            "level": "Cấp công nhận",
            "state": "Kết quả nghiệm thu",
            "applied": "Đã áp dụng",
            "document": "Quyết định công nhận",
            "used_for": "Đã dùng xét",
            "used_year": "Năm đã dùng",
            "note": "Ghi chú",
        },
        ("name", "year"),
        {"kind": IDEA_KINDS, "level": IDEA_LEVELS, "state": IDEA_STATES, "applied": YES_NO},
    ),
    "idea_author": RecordWords(
        "tác giả", {"person_id": "Tác giả", "idea_id": "Sáng kiến, đề tài"}, ("idea_id", "person_id")
    ),
    "discipline": RecordWords(
        "kỷ luật",
        {
            **_ABOUT,
            "form": "Hình thức",
            "starts": "Từ ngày",
            "ends": "Đến ngày",
            "document": "Quyết định",
            "note": "Ghi chú",
        },
        (*_WHO, "form", "starts"),
        {"recipient": RECIPIENTS, "form": DISCIPLINE_FORMS},
    ),
    "work_year": RecordWords(
        "thời gian làm việc trong năm",
        {
            "person_id": "Cá nhân",
            "year": "Năm",
            "months": "Số tháng làm việc",
            "leave_days": "Số ngày nghỉ",
            "training": "Đào tạo, bồi dưỡng",
            "note": "Ghi chú",
        },
        ("person_id", "year"),
    ),
    "pledge": RecordWords(
        "đăng ký thi đua",
        {
            **_ANY,
            "year": "Năm",
            "kind_id": "Danh hiệu đăng ký",
            "pledged_on": "Ngày đăng ký",
            "note": "Ghi chú",
        },
        (*_ANYONE, "kind_id", "year"),
        {"recipient": RECIPIENTS},
    ),
    "attested": RecordWords(
        "xác nhận của cơ quan",
        {**_ANY, "key": "Điều xác nhận", "value": "Nội dung", "year": "Năm", "document": "Căn cứ"},
        ("key", *_ANYONE, "year"),
        {
            "recipient": RECIPIENTS,
            "key": {**KEYS, **ATTESTED},
            "value": {"yes": "Có", "no": "Không", **KINDS},
        },
        frozenset({"value"}),
    ),
    "whole": RecordWords(
        "số liệu đã nhập đủ",
        {
            "subject": "Loại số liệu",
            "first_year": "Từ năm",
            "last_year": "Đến năm",
            "from_start": "Trước đó không có",
            "note": "Ghi chú",
        },
        ("subject", "first_year", "last_year"),
        {"subject": SUBJECTS, "from_start": YES_NO},
    ),
}
