"""Levels of the authority that signs a decision, from the highest down."""

LEVELS: dict[str, str] = {
    "president": "Chủ tịch nước",
    "assembly": "Ủy ban Thường vụ Quốc hội",
    "government": "Chính phủ",
    "pm": "Thủ tướng Chính phủ",
    "ministry": "Bộ, ban, ngành, đoàn thể trung ương",
    "province": "UBND tỉnh",
    "military": "Quân khu, quân đoàn",
    "district": "UBND huyện",
    "commune": "UBND xã",
    "grassroots": "Cơ quan, đơn vị, doanh nghiệp",
}
LEVEL_ORDER: dict[str, int] = {code: place for place, code in enumerate(LEVELS)}
