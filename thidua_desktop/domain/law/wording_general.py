"""Words of the rules that hold beside an award's own criteria: one form for one deed, councils, money."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NamedTuple

from thidua_desktop.domain.law import beside, report_age
from thidua_desktop.domain.law.bonus import bonus
from thidua_desktop.domain.law.rulebook import BaseSalary, Regime, Rulebook, ref_of, status_in
from thidua_desktop.domain.law.wording_base import Value, percent
from thidua_desktop.domain.vietnamese import number

_STATE = ("HC_", "HCH_", "DHVD_", "GT_", "BK_TTG", "DH_CO_CP", "DH_CSTD_TQ")
_TITLE = ("DH_",)
_FLAG = ("DH_CO_",)
_ANY = ("",)
General = tuple[tuple[str, ...], Callable[[Value], str]]
KINDS: dict[str, str] = {
    "ground": "tiêu chuẩn",
    "extra": "điều kiện phải có thêm",
    "general": "quy định chung",
    "council": "Hội đồng",
    "bonus": "tiền thưởng",
    "deadline": "thời hạn",
    "paper": "hồ sơ",
}


class Told(NamedTuple):
    """One rule in words, the article, whether it was checked, from when to when, and what it is about.

    Attributes:
        ref: the line an officer may point at, "part:key", or "own:name" for the office's own.
        replaces: the key of the law's line the office's own stands for.

    """

    text: str
    cite: str
    status: str
    start: date
    end: date | None
    kind: str
    ref: str = ""
    replaces: str = ""


def _tenure(rule: Value) -> str:
    less = f"{rule['reduce_years']} năm" if "reduce_years" in rule else f"{rule['reduce_fraction']} thời gian"
    return (
        f"Khen thưởng quá trình cống hiến: cán bộ nữ lãnh đạo, quản lý được giảm {less} so với quy định chung"
    )


def _clock(rule: Value) -> str:
    if rule["count_from"].startswith("date"):
        return "Thời gian xét lần khen thưởng tiếp theo tính từ ngày của quyết định lần trước"
    return (
        "Thời gian xét lần khen thưởng tiếp theo tính từ khi kết thúc thời gian lập thành tích ghi trong "
        "quyết định lần trước; nếu không ghi thì tính từ ngày của quyết định"
    )


def _registration(rule: Value) -> str:
    if rule["registered_required"]:
        return "Đăng ký thi đua là một căn cứ xét tặng danh hiệu thi đua"
    return "Đăng ký thi đua không còn là căn cứ xét tặng danh hiệu thi đua"


def _revocation(rule: Value) -> str:
    if "recover" in rule:
        return "Quyết định bị hủy bỏ thì người đã quyết định hủy, thu hồi hiện vật và tiền thưởng"
    return (
        "Gian dối hoặc bị kết luận sai phạm thì hủy quyết định hoặc hạ mức khen, trừ người hy sinh, từ trần"
    )


def _dissolved(rule: Value) -> str:
    if rule.get("successor_proposes"):
        return "Người đã nghỉ hưu của đơn vị giải thể, sáp nhập do đơn vị tiếp nhận đề nghị"
    return "Không khen thưởng đơn vị đã giải thể khi sắp xếp tổ chức"


GENERAL: dict[str, General] = {
    "one_achievement_one_form": (_ANY, lambda _: "Không tặng nhiều hình thức khen thưởng cho một thành tích"),
    "lower_form_not_required": (
        _ANY,
        lambda _: "Không nhất thiết phải có hình thức khen thưởng mức thấp mới được xét mức cao hơn",
    ),
    "chuyen_de_not_counted_for_state": (
        _STATE,
        lambda _: "Khen thưởng theo đợt, chuyên đề không làm điều kiện xét khen thưởng cấp Nhà nước",
    ),
    "dot_xuat_chuyen_de_not_counted": (
        _ANY,
        lambda _: (
            "Kết quả khen thưởng đột xuất, chuyên đề không làm căn cứ đề nghị khen công trạng lên cấp trên"
        ),
    ),
    "tie_break_women": (
        _ANY,
        lambda _: "Cùng điều kiện thì ưu tiên cá nhân nữ hoặc tập thể có từ 70 % là nữ",
    ),
    "women_leaders_tenure": (("HC_", "BK_TTG"), _tenure),
    "head_by_collective": (_ANY, lambda _: "Khen người đứng đầu phải căn cứ kết quả của tập thể"),
    "next_award_clock": (_STATE, _clock),
    report_age.NAME: (_ANY, report_age.words),
    beside.STATE_FORM: (
        ("HC_", "HCH_", "DHVD_", "GT_", "BK_TTG"),
        lambda _: (
            "Trong một năm không đề nghị, tặng hai hình thức khen thưởng cấp Nhà nước cho một tập thể, cá "
            "nhân (trừ khen thưởng đột xuất, quá trình cống hiến, niên hạn)"
        ),
    ),
    beside.PARTY: (
        _ANY,
        lambda _: (
            "Khen tập thể có tổ chức Đảng, đoàn thể thì tổ chức Đảng, đoàn thể phải được đánh giá Hoàn thành "
            "xuất sắc nhiệm vụ (phần mềm xét với hình thức khen thưởng; với danh hiệu thi đua chỉ nhắc)"
        ),
    ),
    "public_notice": (
        ("HC_", "DHVD_", "GT_", "DH_CSTD_TQ"),
        lambda _: (
            "Công khai tập thể, cá nhân được đề nghị trên phương tiện thông tin trước khi Hội đồng cấp bộ, "
            "cấp tỉnh họp xét; kết quả xử lý ý kiến báo cáo Hội đồng"
        ),
    ),
    "no_double_flag": (
        _FLAG,
        lambda _: "Tập thể đã đề nghị Cờ thi đua của Chính phủ thì không tặng Cờ thi đua cấp bộ, tỉnh",
    ),
    "pending_case": (
        _ANY,
        lambda _: (
            "Chưa khen khi đang xem xét kỷ luật, điều tra, thanh tra, kiểm tra có dấu hiệu sai phạm hoặc "
            "đang xác minh khiếu nại, tố cáo, vấn đề báo chí nêu"
        ),
    ),
    "registration": (_TITLE, _registration),
    "initiative_single_use": (_ANY, lambda _: "Một sáng kiến chỉ dùng một lần để xét khen thưởng"),
    "training_result": (
        ("DH_LDTT", "DH_CSTT"),
        lambda _: "Đào tạo, bồi dưỡng từ 1 năm trở lên phải đạt kết quả từ loại khá trở lên",
    ),
    "education_year": (_ANY, lambda _: "Ngành giáo dục xét khen thưởng sau khi kết thúc năm học"),
    "revocation": (_ANY, _revocation),
    "household_loai_hinh": (
        _ANY,
        lambda _: "Hộ gia đình được khen đột xuất và khen phong trào thi đua, không khen công trạng",
    ),
    "dissolved_body": (_ANY, _dissolved),
    "transition_2026": (
        _ANY,
        lambda _: (
            "Hồ sơ nhận theo Luật năm 2022 trước 01/10/2026 áp dụng luật cũ; luật mới có lợi hơn thì áp dụng "
            "luật mới"
        ),
    ),
}
_OF_RECIPIENT = {
    "household_loai_hinh": ("household",),
    beside.PARTY: ("collective",),
    "women_leaders_tenure": ("person",),
    "head_by_collective": ("person",),
    "initiative_single_use": ("person",),
    "training_result": ("person",),
}


def general(book: Rulebook, regime: Regime, award: str, recipient: str, day: date) -> list[Told]:
    """Tell the general rules that bear on an award."""
    told = []
    for name, (awards, words) in GENERAL.items():
        rule = book.general_rule(name, regime, day)
        if rule and name == report_age.NAME and not report_age.bears_on(rule, award):
            continue
        if rule and award.startswith(awards) and recipient in _OF_RECIPIENT.get(name, (recipient,)):
            start = max(regime.start, date.fromisoformat(rule.get("valid_from", "0001-01-01")))
            ref, replaces = ref_of("general", rule), rule.get("replaces", "")
            text = words(rule["rule"])
            told.append(Told(text, rule["cite"], rule["status"], start, regime.end, "general", ref, replaces))
    return told


def councils(book: Rulebook, regime: Regime, award: str, day: date) -> list[Told]:
    """Tell how the council votes on an award."""
    return [
        Told(
            council_words(rule),
            rule["cite"],
            status_in(rule, regime),
            max(regime.start, date.fromisoformat(rule.get("valid_from", "0001-01-01"))),
            regime.end,
            "council",
            ref_of("council", rule),
            rule.get("replaces", ""),
        )
        for rule in book.council_for(award, day)
    ]


def council_words(rule: Mapping[str, Any]) -> str:
    """Put a council's rule into words."""
    parts = []
    if rule.get("ballot") == "secret":
        parts.append("Hội đồng bỏ phiếu kín")
    if rule.get("min_ratio"):
        base = " tính trên tổng số thành viên Hội đồng" if rule.get("base") == "total_members" else ""
        parts.append(f"được từ {percent(rule['min_ratio'])} số phiếu đồng ý trở lên{base}")
    if rule.get("quorum"):
        parts.append(f"Hội đồng họp khi có từ {rule['quorum']} số thành viên trở lên dự")
    if rule.get("absent"):
        parts.append("thành viên vắng mặt cho ý kiến bằng văn bản")
    if rule.get("province_rule"):
        parts.append("Tỷ lệ phiếu do bộ, tỉnh quy định")
    return "; ".join(parts) or "Chưa có quy định đã đối chiếu về tỷ lệ phiếu của Hội đồng"


def money(book: Rulebook, award: str, recipient: str, day: date) -> list[Told]:
    """Tell what is paid with an award decided on that day; nothing where no coefficient is known."""
    regime, salary = book.regime_on(day), book.salary_on(day)
    if regime is None or salary is None:
        return []
    unpaid = bonus(book, award, recipient, day)
    if unpaid.amount == 0:
        said = unpaid.reason.rstrip(".")
        return [Told(said, unpaid.cite, unpaid.status, regime.start, regime.end, "bonus")]
    rate = book.coefficient_on(day, award, recipient)
    if rate is None:
        return []
    found, own = bonus(book, award, recipient, day), book.own_on(day, "bonus", award, recipient)
    text = (
        f"Tiền thưởng bằng {number(float(rate.value))} lần mức lương cơ sở ({number(salary.amount)} đồng): "
        f"{number(found.amount or 0)} đồng sau khi làm tròn"
    )
    key = f"{award}/{recipient}"
    ref = f"own:{own.name}" if own else f"bonus:{key}"
    dates = (regime.start, regime.end, "bonus")
    told = [Told(text, found.cite, found.status, *dates, ref, key if own else "")]
    for part, words, cite, status in _rest(book, salary, day):
        own = book.own_on(day, part) if status == "local" else None
        ref = f"own:{own.name}" if own else f"{part}:"
        told.append(Told(words, cite, status, *dates, ref))
    return told


def _rest(book: Rulebook, salary: BaseSalary, day: date) -> Iterator[tuple[str, str, str, str]]:
    amount = f"Mức lương cơ sở {number(salary.amount)} đồng từ ngày {salary.start:%d/%m/%Y}"
    yield "salary", amount, salary.cite, salary.status
    rounding = book.rounding_on(day)
    if rounding:
        yield "rounding", f"Làm tròn lên đến {number(rounding[0])} đồng", rounding[1], rounding[2]
