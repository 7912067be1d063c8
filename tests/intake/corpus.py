"""Invented Vietnamese strings of a commendation desk, and the same strings as old fonts held them."""

import json
import random
from collections.abc import Callable
from functools import cache
from pathlib import Path

TABLES = Path(__file__).parents[2] / "resources/encodings"


def _words(text: str) -> list[str]:
    return text.split("|") if "|" in text else text.split()


FAMILY = _words(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Nông Đàm Hứa Bế Lường Lộc Triệu Bàn Đặng "
    "Phùng Chu Ma Sằm Giàng Vàng Thào Lù Sùng Mông La Hà Tô Cao Trịnh Đinh Lương Mai Quách Tạ Lưu Âu Ấu Ứng"
)
MIDDLE = _words(
    "Thị Văn Đức Hữu Ngọc Minh Quang Xuân Công Đình Thanh Thu Bích Hồng Kim Mỹ Diệu Thúy Ánh Quốc Trọng Tuấn A Mí Seo "
    "Phương Khánh Việt Thế Duy Gia Như Bảo Hoài Mùi Tiến Huy Ý Út"
)
GIVEN = _words(
    "Hưng Thuỷ Thủy Hoà Hòa Phượng Huệ Tuyết Nguyệt Lan Sơn Dũng Thắng Toàn Vượng Long Khoa Nghĩa Duyên Hằng Yến Quỳnh "
    "Páo Phẩy Mẩy Sềnh Chài Dín Lử Ẩm Ỷ Ước Ủ Tướng Hợi Giỏi Đẹp Chuẩn Thoa Ngữ Kỳ Uy Thụy Ngoãn Quý Nga Phúc Tuyên "
    "Bảy Sáu Nhất Mười Linh Trang Hiếu Hiền Hậu Khương Thiện Trúc Đào Cúc Sinh Tới Oanh Cường Điệp Được Đường Tấn"
)
PLACES = _words(
    "Cẩm Giàng|Cao Sơn|Đôn Phong|Dương Phong|Hà Vị|Lục Bình|Mỹ Thanh|Nguyên Phúc|Phương Linh|Quân Bình|Quang Thuận|"
    "Sĩ Bình|Tân Tiến|Tú Trĩ|Vi Hương|Vũ Muộn|Phủ Thông|Bản Bon|Nà Ẳng|Khuổi Slưu|Pác Nặm|Nậm Ún|Chợ Rã|Ngân Sơn"
)
UNITS = _words(
    "Trường Tiểu học {}|Trường Trung học cơ sở {}|Trường Mầm non {}|Xã {}|Thị trấn {}|Trạm Y tế xã {}|"
    "Chi bộ thôn {}|Hội Cựu chiến binh xã {}|Ban Chỉ huy Quân sự xã {}|Hợp tác xã {}|Hộ ông ở {}"
)
OFFICES = _words(
    "Phòng Nội vụ|Phòng Tài chính - Kế hoạch|Phòng Giáo dục và Đào tạo|Phòng Lao động - Thương binh và Xã hội|"
    "Phòng Nông nghiệp và Phát triển nông thôn|Thanh tra huyện|Hạt Kiểm lâm|Kho bạc Nhà nước|Huyện uỷ|Tòa án nhân dân|"
    "Viện Kiểm sát nhân dân|Ủy ban Mặt trận Tổ quốc|Chi cục Thuế|Bảo hiểm xã hội|Văn phòng HĐND và UBND"
)
POSTS = _words(
    "Giáo viên|Hiệu trưởng|Phó Hiệu trưởng|Chủ tịch UBND|Bí thư Đảng ủy|Kế toán viên|Trưởng phòng|Chuyên viên|Văn thư|"
    "Công chức Tư pháp - Hộ tịch|Nhân viên thư viện|Chiến sĩ|Trợ lý|Thủ quỹ|Lái xe|Y sĩ|Điều dưỡng|Trưởng thôn|Hưu trí"
)
WORDS = _words(
    "Lao động tiên tiến|Chiến sĩ thi đua cơ sở|Giấy khen của Chủ tịch UBND huyện|Bằng khen của UBND tỉnh|Họ và tên|"
    "Đơn vị công tác|Chức vụ|Năm sinh|Ghi chú|Số tờ|Danh hiệu|Hình thức khen thưởng|Số thứ tự|Nơi công tác|"
    "Hoàn thành xuất sắc nhiệm vụ năm {}|Ngày {} tháng 12 năm 2017|Quyết định số {}-QĐ/HU|Tổng cộng: {} cá nhân|"
    "Đã có thành tích xuất sắc trong phong trào thi đua yêu nước năm {}|Hộ gia đình văn hóa tiêu biểu|Ông|Bà|Nữ|"
    "Có nhiều đóng góp xây dựng nông thôn mới giai đoạn 2010 - {}|Nghỉ hưu từ tháng {}|Dân tộc Tày|Đảng viên"
)
LATIN = _words(
    "Lê Hà|Bùi Thanh Hà|Hoà|Tô Hoài|Hà Lan|Bà Trà|Lâm Thanh|Phó phòng|Y sĩ Hà|Tôn Thân|Cù Lân|Lò Minh Sâm|Lý Thanh Bình|"
    "Trà Mân|Đà|Tân Hoà|Bình Minh|Thanh Hoá|Nà Phòng|Bà Hà|Ông Lân|Nông Thanh Bình|Hà Công Minh|Quân báo|Văn phòng"
)
PLAIN = (
    "12/QĐ-UBND",
    "GK 2017",
    "Nguyen Van An",
    "Microsoft Excel",
    "TT-BTC",
    "1980",
    "x",
    "Lan",
    "Nam",
    "stt",
    "LDTT",
)
FOREIGN = (
    "Café",
    "São Paulo",
    "25°C",
    "50 µm",
    "100 µg",
    "Zürich",
    "François",
    "José",
    "Müller",
    "±5%",
    "½ ngày",
    "£20",
    "10 µl",
)


def strings(seed: int, count: int) -> list[str]:
    """Different Vietnamese strings in Unicode: names, units, posts and sentences."""
    chosen, found = random.Random(seed), dict[str, None]()
    while len(found) < count:
        found[chosen.choice(_MAKERS)(chosen)] = None
    return list(found)


_MAKERS: tuple[Callable[[random.Random], str], ...] = (
    lambda r: f"{r.choice(FAMILY)} {r.choice(MIDDLE)} {r.choice(GIVEN)}",
    lambda r: f"{r.choice(FAMILY)} {r.choice(MIDDLE)} {r.choice(GIVEN)}",
    lambda r: f"{r.choice(FAMILY)} {r.choice(MIDDLE)} {r.choice(MIDDLE)} {r.choice(GIVEN)}",
    lambda r: r.choice(UNITS).format(r.choice(PLACES)),
    lambda r: r.choice(OFFICES),
    lambda r: f"{r.choice(POSTS)}, {r.choice(UNITS).format(r.choice(PLACES))}",
    lambda r: r.choice(POSTS),
    lambda r: r.choice(WORDS).format(r.randint(1, 2030)),
)


def latin_only(seed: int, count: int) -> list[str]:
    """Unicode strings whose accents Windows-1252 has too."""
    chosen = random.Random(seed)
    words = [word for text in (*FAMILY, *MIDDLE, *GIVEN) for word in (text,) if _is_latin(word)]
    return [chosen.choice(LATIN) if n % 2 else " ".join(chosen.sample(words, 3)) for n in range(count)]


def _is_latin(word: str) -> bool:
    return all(ord(char) < 256 for char in word)


@cache
def codes(encoding: str) -> dict[str, str]:
    table = json.loads((TABLES / f"{encoding}.json").read_text(encoding="utf-8"))
    if "encode" in table:
        return {letter: str(code) for letter, code in table["encode"].items()}
    return {letter: bytes((code,)).decode("latin-1") for letter, code in table["encode_bytes"].items()}


def encoded(text: str, encoding: str) -> str:
    """The string as a program without the font shows it."""
    table = codes(encoding)
    return "".join(table.get(char, char) for char in text)
