"""Words of units and posts in the case they are written in, for text typed all in capitals."""

from thidua_desktop.domain.vietnamese import same_key

_KINDS = (
    "Ủy ban nhân dân|Ủy ban Mặt trận Tổ quốc|Ủy ban Kiểm tra|Ủy ban|Mặt trận Tổ quốc|Hội đồng nhân dân"
    "|Hội đồng|Thường trực|Văn phòng|Trường|Phòng|Ban|Bộ|Sở|Cục|Chi cục|Vụ|Viện|Trung tâm|Trạm|Hạt|Đội"
    "|Tổ|Nhóm|Khối|Cụm|Đồn|Đài|Kho bạc|Ngân hàng|Bảo hiểm|Bưu điện|Viễn thông|Điện lực|Tòa án"
    "|Thi hành án|Thanh tra|Công an|Ban Chỉ huy|Bộ Chỉ huy|Ban Quản lý|Ban Chấp hành|Ban Tổ chức"
    "|Ban Tuyên giáo|Ban Dân vận|Ban Công tác|Đoàn Thanh niên|Đoàn|Thanh niên|Cộng sản|Liên đoàn"
    "|Công đoàn|Hội|Chi hội|Chi đoàn|Chi bộ|Đảng bộ|Đảng ủy|Huyện ủy|Tỉnh ủy|Thành ủy|Huyện đoàn"
    "|Tỉnh đoàn|Xã đoàn|Thị đoàn|Liên minh|Hợp tác xã|Công ty|Doanh nghiệp|Xí nghiệp|Nhà máy|Bệnh viện"
    "|Phòng khám|Nhà văn hóa|Thư viện|Chi nhánh|Quỹ|Dự án|Nhà trường"
)
_FIELDS = (
    "Tiểu học|Trung học cơ sở|Trung học phổ thông|Phổ thông cơ sở|Phổ thông Dân tộc bán trú"
    "|Phổ thông Dân tộc nội trú|Phổ thông|Mầm non|Mẫu giáo|Cao đẳng|Đại học|Giáo dục và Đào tạo"
    "|Giáo dục nghề nghiệp|Giáo dục thường xuyên|Giáo dục|Đào tạo|Nghề nghiệp|Thường xuyên|Nội vụ"
    "|Tư pháp|Y tế|Tài chính|Kế hoạch hóa gia đình|Kế hoạch|Nông nghiệp|Phát triển nông thôn|Tài nguyên"
    "|Môi trường|Kinh tế|Hạ tầng|Văn hóa|Thông tin|Thể thao|Thể dục|Truyền thông|Du lịch|Lao động"
    "|Thương binh|Xã hội|Dân tộc|Dân số|Quân sự|Quốc phòng|Biên phòng|Phụ nữ|Liên hiệp|Nông dân"
    "|Cựu chiến binh|Cựu giáo chức|Chữ thập đỏ|Người cao tuổi|Người mù|Khuyến học|Khuyến nông"
    "|Khuyến lâm|Đông y|Làm vườn|Chính trị|Bồi dưỡng|Kiểm lâm|Bảo vệ rừng|Bảo vệ thực vật|Trồng trọt"
    "|Chăn nuôi|Thú y|Nhà nước|Thuế|Thống kê|Kiểm sát|Chính sách xã hội|Phát triển|Đầu tư|Xây dựng"
    "|Quản lý|Quỹ đất|Công thương|Khoa học|Công nghệ|Phát thanh|Truyền hình|Truyền thanh|Đa khoa"
    "|Dự phòng|Cổ phần|Thương mại|Dịch vụ|Tổng hợp|Kỹ thuật|Cảnh sát|Giao thông|Địa chính|Tổ chức"
    "|Tuyên giáo|Dân vận|Tín dụng|Thi đua|Khen thưởng|Mặt trận|Tổ quốc"
)
_POSTS = (
    "Chủ tịch|Hiệu trưởng|Giám đốc|Bí thư|Trưởng phòng|Trưởng ban|Chánh án|Chánh Văn phòng"
    "|Chánh Thanh tra|Viện trưởng|Chi cục trưởng|Hạt trưởng|Trạm trưởng|Tổ trưởng|Đội trưởng|Ủy viên"
    "|Chỉ huy trưởng|Hồ Chí Minh"
)
_SMALL = (
    "nhân dân|dân sự|bán trú|nội trú|nông thôn|gia đình|cán bộ|công chức|viên chức|giáo viên|nhân viên"
    "|xã|phường|thị trấn|huyện|tỉnh|quận|thị xã|thành phố|thôn|xóm|ấp|tổ dân phố|khu phố|khu dân cư"
    "|tiểu khu|và|của|các|cho|thuộc|tại|cấp|số|khu vực|trách nhiệm hữu hạn|một thành viên"
)
_BEFORE_NAMES = (
    "xã|phường|thị trấn|huyện|tỉnh|quận|thị xã|thành phố|thôn|xóm|ấp|tổ dân phố|khu phố|khu dân cư"
    "|tiểu khu|khu vực|trường|tiểu học|trung học cơ sở|mầm non|công an|trạm y tế|công ty|hợp tác xã"
)

PHRASES = {
    tuple(map(same_key, phrase.split())): tuple(word[:1].isupper() for word in phrase.split())
    for phrase in f"{_KINDS}|{_FIELDS}|{_POSTS}|{_SMALL}".split("|")
}
"""Phrases by their words in small letters: which of the words begin with a capital."""

LONGEST = max(map(len, PHRASES))

OPENS_NAME = frozenset(map(same_key, _BEFORE_NAMES.split("|")))
"""Words behind which a name follows even in a post: xã Hà Vị."""

KEPT = frozenset(("UB",))
"""Abbreviations that nothing else tells."""

BEFORE_NUMERAL = frozenset(("số", "khối", "khu", "cụm", "tổ", "đội", "thứ", "hạng"))
"""Words behind which letters that could be a syllable are a Roman numeral: khối VI."""
