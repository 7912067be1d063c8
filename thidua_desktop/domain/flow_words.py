"""What the records from dossier to decision and their fields are called on screen."""

from thidua_desktop.domain.catalogue import AWARD_TYPES
from thidua_desktop.domain.council import ROLES
from thidua_desktop.domain.dossier import DAYS, STANDINGS, STATES, VOTED_DOWN
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.record_words import YES_NO, RecordWords
from thidua_desktop.domain.submission import RESULTS

FLOW_WORDS: dict[str, RecordWords] = {
    "dossier": RecordWords(
        "hồ sơ đề nghị",
        {
            "number": "Số tờ trình",
            "submitted_on": "Ngày tờ trình",
            "received_on": "Ngày nhận",
            "unit_id": "Đơn vị trình",
            "year": "Năm",
            "type": "Loại hình khen thưởng",
            "campaign_id": "Phong trào",
            "state": "Bước",
            "note": "Ghi chú",
        },
        ("number", "unit_id", "received_on"),
        {"type": AWARD_TYPES, "state": STATES},
    ),
    "dossier_step": RecordWords(
        "bước của hồ sơ",
        {"state": "Bước", "on_day": "Ngày", "note": "Ghi chú"},
        ("state", "on_day"),
        {"state": {**STATES, **DAYS}},
    ),
    "dossier_paper": RecordWords(
        "giấy tờ của hồ sơ",
        {"name": "Giấy tờ", "there": "Đã có", "cite": "Căn cứ", "note": "Ghi chú"},
        codes={"there": YES_NO},
    ),
    "nomination": RecordWords(
        "đề nghị khen thưởng",
        {
            "recipient": "Đối tượng",
            "person_id": "Cá nhân",
            "unit_id": "Đơn vị",
            "household_id": "Hộ gia đình",
            "asked_kind_id": "Đơn vị đề nghị",
            "kind_id": "Danh hiệu, hình thức",
            "name_written": "Tên trên hồ sơ",
            "post_written": "Chức vụ",
            "unit_written": "Nơi công tác",
            "citation": "Thành tích",
            "standing": "Ý kiến thẩm định",
            "reason": "Lý do",
            "fits": "Cơ quan quyết định đủ tiêu chuẩn",
            "fits_reason": "Lý do quyết định",
            "drafted_id": "Dự thảo quyết định",
            "submission_id": "Tờ trình cấp trên",
            "result": "Kết quả",
            "result_reason": "Lý do",
        },
        ("name_written", "kind_id"),
        {
            "recipient": RECIPIENTS,
            "standing": STANDINGS,
            "fits": YES_NO,
            "result": {**RESULTS, VOTED_DOWN: "Hội đồng không đồng ý"},
        },
    ),
    "council": RecordWords(
        "Hội đồng",
        {
            "name": "Tên Hội đồng",
            "level": "Cấp",
            "document": "Quyết định thành lập",
            "valid_from": "Từ ngày",
            "valid_to": "Đến ngày",
            "note": "Ghi chú",
        },
        codes={"level": LEVELS},
    ),
    "council_member": RecordWords(
        "thành viên Hội đồng",
        {"name": "Họ và tên", "post": "Chức vụ", "role": "Vai trò"},
        ("name", "role"),
        {"role": ROLES},
    ),
    "meeting": RecordWords(
        "cuộc họp Hội đồng",
        {
            "council_id": "Hội đồng",
            "held_on": "Ngày họp",
            "place": "Địa điểm",
            "members": "Tổng số thành viên",
            "present": "Số có mặt",
            "absent": "Vắng mặt",
            "note": "Ghi chú",
        },
        ("council_id", "held_on"),
    ),
    "ballot": RecordWords(
        "kết quả bỏ phiếu",
        {
            "yes": "Phiếu đồng ý",
            "no": "Phiếu không đồng ý",
            "written_yes": "Đồng ý bằng văn bản",
            "written_no": "Không đồng ý bằng văn bản",
        },
        ("nomination_id",),
    ),
    "drafted": RecordWords(
        "dự thảo quyết định",
        {
            "name": "Trích yếu",
            "level": "Cấp ban hành",
            "authority": "Cơ quan ban hành",
            "signer": "Người ký",
            "signer_post": "Chức vụ người ký",
            "type": "Loại hình khen thưởng",
            "year": "Năm đạt thành tích",
            "campaign_id": "Phong trào",
            "note": "Ghi chú",
            "decision_id": "Đã ký thành",
        },
        codes={"level": LEVELS, "type": AWARD_TYPES},
    ),
    "submission": RecordWords(
        "tờ trình cấp trên",
        {
            "number": "Số tờ trình",
            "level": "Trình cấp",
            "addressee": "Nơi nhận",
            "sent_on": "Ngày trình",
            "back_on": "Ngày có kết quả",
            "note": "Ghi chú",
        },
        ("number", "level", "sent_on"),
        {"level": LEVELS},
    ),
    "payment": RecordWords(
        "tiền thưởng",
        {
            "award_id": "Lượt khen",
            "amount": "Số tiền (đồng)",
            "paid_on": "Ngày chi",
            "returned_on": "Ngày nộp lại",
            "document": "Chứng từ",
            "note": "Ghi chú",
        },
        ("award_id", "amount"),
    ),
    "fund": RecordWords(
        "quỹ thi đua, khen thưởng",
        {"year": "Năm", "planned": "Dự toán (đồng)", "note": "Ghi chú"},
        ("year", "planned"),
    ),
    "handover": RecordWords(
        "lượt trao thưởng",
        {
            "award_id": "Lượt khen",
            "on_day": "Ngày trao",
            "event_id": "Hội nghị",
            "receiver": "Người nhận",
            "note": "Ghi chú",
        },
        ("award_id", "on_day"),
    ),
    "artefact": RecordWords(
        "hiện vật nộp lại",
        {"award_id": "Lượt khen", "on_day": "Ngày nộp lại", "note": "Ghi chú"},
        ("award_id", "on_day"),
    ),
    "local_rule": RecordWords(
        "quy định của tỉnh, cơ quan",
        {"cite": "Căn cứ", "body": "Nội dung", "note": "Ghi chú"},
        ("cite", "body"),
    ),
    "day_off": RecordWords("ngày nghỉ", {"on_day": "Ngày", "name": "Tên"}, ("on_day", "name")),
}
