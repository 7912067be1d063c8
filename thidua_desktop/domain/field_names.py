"""What records and their fields are called on screen; a field without a name here is never shown."""

from thidua_desktop.domain.campaign import CAMPAIGN_FORMS, CAMPAIGN_KINDS, MILESTONES
from thidua_desktop.domain.catalogue import AWARD_TYPES, CATEGORIES
from thidua_desktop.domain.flow_words import FLOW_WORDS
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.recipient import GENDERS, RECIPIENTS
from thidua_desktop.domain.record_words import YES_NO, Codes, RecordWords
from thidua_desktop.domain.unit import SUCCESSIONS, UNIT_KINDS
from thidua_desktop.domain.yearly_words import YEARLY_WORDS

ACTION_STATES: Codes = {"done": "", "sealed": "", "undone": "Đã hoàn tác", "dropped": "Đã hoàn tác"}
SENSITIVE = frozenset({"citizen_id", "ethnicity", "party_member"})
"""Fields not shown until they are switched on in the settings."""


RECORD_WORDS: dict[str, RecordWords] = {
    "setting": RecordWords(
        "thiết lập",
        {"value": "Giá trị"},
        ("key",),
        {
            "key": {
                "office": "Tên cơ quan",
                "office_parent": "Cơ quan cấp trên",
                "desk": "Bộ phận thi đua, khen thưởng",
                "place": "Địa danh trên văn bản",
                "sensitive": "Trường thông tin nhạy cảm",
                "practice": "Tệp thực hành",
                "worked_days": "Ngày làm bù",
                "import_layouts": "Cột của các mẫu danh sách đã chỉ",
            }
        },
    ),
    "unit": RecordWords(
        "đơn vị",
        {
            "name": "Tên đơn vị",
            "kind": "Loại",
            "parent_id": "Cấp trên",
            "block": "Khối",
            "valid_from": "Có từ ngày",
            "valid_to": "Đến ngày",
            "note": "Ghi chú",
        },
        codes={"kind": UNIT_KINDS},
    ),
    "unit_name": RecordWords("tên cũ", {"name": "Tên cũ", "until": "Dùng đến ngày"}),
    "succession": RecordWords(
        "biến động đơn vị",
        {
            "kind": "Hình thức",
            "old_id": "Đơn vị cũ",
            "new_id": "Đơn vị mới",
            "on_day": "Ngày",
            "document": "Văn bản",
        },
        ("kind", "old_id", "new_id", "on_day"),
        {"kind": SUCCESSIONS},
    ),
    "person": RecordWords(
        "cá nhân",
        {
            "name": "Họ và tên",
            "birth": "Ngày sinh",
            "gender": "Giới tính",
            "note": "Ghi chú",
            "citizen_id": "Số CCCD",
            "ethnicity": "Dân tộc",
            "party_member": "Đảng viên",
        },
        codes={"gender": GENDERS, "party_member": YES_NO},
    ),
    "post": RecordWords(
        "chức vụ",
        {
            "title": "Chức vụ",
            "person_id": "Người giữ",
            "unit_id": "Đơn vị",
            "unit_written": "Nơi công tác",
            "since": "Từ",
            "until": "Đến",
        },
        ("title", "unit_id", "unit_written"),
    ),
    "household": RecordWords(
        "hộ gia đình",
        {"name": "Chủ hộ", "unit_id": "Thôn, xã", "address": "Địa chỉ", "note": "Ghi chú"},
    ),
    "identity": RecordWords(
        "câu hỏi “có phải cùng một người?”",
        {"answer": "Trả lời"},
        ("person_id", "other_id"),
        {"answer": {"": "chưa trả lời", "same": "cùng một người", "different": "hai người khác nhau"}},
    ),
    "campaign": RecordWords(
        "phong trào",
        {
            "name": "Tên phong trào",
            "form": "Hình thức",
            "level": "Cấp phát động",
            "kind": "Loại",
            "parent_id": "Phong trào cấp trên",
            "starts": "Bắt đầu",
            "ends": "Kết thúc",
            "document": "Văn bản phát động",
            "note": "Ghi chú",
        },
        codes={"form": CAMPAIGN_FORMS, "level": LEVELS, "kind": CAMPAIGN_KINDS},
    ),
    "campaign_content": RecordWords("nội dung thi đua", {"text": "Nội dung"}, ("text",)),
    "campaign_unit": RecordWords("đơn vị tham gia", {"unit_id": "Đơn vị"}, ("unit_id",)),
    "milestone": RecordWords(
        "mốc", {"kind": "Mốc", "on_day": "Ngày", "note": "Ghi chú"}, ("kind", "on_day"), {"kind": MILESTONES}
    ),
    "role_model": RecordWords(
        "điển hình tiên tiến",
        {
            "person_id": "Cá nhân",
            "unit_id": "Tập thể",
            "household_id": "Hộ gia đình",
            "citation": "Thành tích",
            "campaign_id": "Phong trào",
        },
        ("person_id", "unit_id", "household_id", "campaign_id"),
    ),
    "award_kind": RecordWords(
        "danh hiệu, hình thức khen thưởng",
        {
            "name": "Tên theo luật",
            "short": "Tên gọn",
            "category": "Phân loại",
            "recipients": "Đối tượng",
            "levels": "Cấp khen",
            "annual": "Xét hằng năm",
            "valid_from": "Có hiệu lực từ ngày",
            "valid_to": "Hết hiệu lực ngày",
            "retired": "Ngừng dùng",
            "law": "Căn cứ",
            "status": "Đối chiếu",
        },
        codes={
            "category": CATEGORIES,
            "recipients": RECIPIENTS,
            "levels": LEVELS,
            "annual": YES_NO,
            "retired": YES_NO,
            "status": {"seen": "Đã đối chiếu", "unverified": "Chưa đối chiếu"},
        },
    ),
    "synonym": RecordWords("cách gọi", {"text": "Cách gọi"}, ("text",)),
    "event": RecordWords(
        "hội nghị",
        {
            "name": "Tên hội nghị",
            "held_on": "Ngày tổ chức",
            "host": "Đơn vị tổ chức",
            "place": "Địa điểm",
            "launched_campaign_id": "Phong trào phát động",
            "note": "Ghi chú",
        },
    ),
    "delegate": RecordWords("đại biểu", {"name": "Họ và tên", "offices": "Chức vụ"}, ("name", "offices")),
    "speech": RecordWords(
        "bài phát biểu", {"speaker": "Người phát biểu", "text": "Nội dung"}, ("speaker", "text")
    ),
    "decision": RecordWords(
        "quyết định",
        {
            "number": "Số quyết định",
            "decided_on": "Ngày ký",
            "level": "Cấp ban hành",
            "authority": "Cơ quan ban hành",
            "signer": "Người ký",
            "signer_post": "Chức vụ người ký",
            "type": "Loại hình khen thưởng",
            "year": "Năm đạt thành tích",
            "campaign_id": "Phong trào",
            "event_id": "Hội nghị",
            "stated_persons": "Số cá nhân ghi trên quyết định",
            "stated_collectives": "Số tập thể ghi trên quyết định",
            "stated_households": "Số hộ ghi trên quyết định",
            "stated_total": "Tổng số lượt ghi trên quyết định",
            "note": "Ghi chú",
        },
        ("number", "decided_on"),
        {"level": LEVELS, "type": AWARD_TYPES},
    ),
    "award": RecordWords(
        "lượt khen",
        {
            "kind_id": "Danh hiệu, hình thức",
            "recipient": "Đối tượng",
            "person_id": "Cá nhân",
            "unit_id": "Đơn vị",
            "household_id": "Hộ gia đình",
            "year": "Năm đạt",
            "name_written": "Tên trên quyết định",
            "post_written": "Chức vụ trên quyết định",
            "unit_written": "Đơn vị trên quyết định",
            "title_written": "Danh hiệu ghi trên quyết định",
            "citation": "Thành tích",
            "revoked_by": "Bị thu hồi bởi quyết định",
        },
        ("name_written", "kind_id", "year", "decision_id"),
        {"recipient": RECIPIENTS},
    ),
    "total": RecordWords(
        "số liệu kế thừa",
        {
            "times": "Số lượt",
            "awards": "Danh hiệu, hình thức",
            "recipient": "Đối tượng",
            "level": "Cấp khen",
            "start": "Từ ngày",
            "end": "Đến ngày",
            "source": "Nguồn",
            "event_id": "Hội nghị",
            "unit_id": "Đơn vị",
            "campaign_id": "Phong trào",
            "type": "Loại hình khen thưởng",
            "note": "Ghi chú",
            "replaced_on": "Đã thay bằng số liệu chi tiết ngày",
        },
        ("times", "awards", "source"),
        {"recipient": RECIPIENTS, "level": LEVELS, "type": AWARD_TYPES},
    ),
    "attachment": RecordWords(
        "giấy tờ",
        {"name": "Tên tệp", "kind": "Loại"},
        codes={"kind": {"scan": "Bản quét quyết định", "photograph": "Ảnh", "document": "Tài liệu"}},
    ),
    "import_file": RecordWords(
        "tệp đã nhập", {"name": "Tên tệp", "rows_read": "Số dòng đọc", "rows_written": "Số dòng ghi"}
    ),
    **YEARLY_WORDS,
    **FLOW_WORDS,
}
