"""Words of the conditions a person judges: achievements, contributions, service, meetings."""

from typing import Any

from thidua_desktop.domain.law import words
from thidua_desktop.domain.law.wording_base import Context, Value, Wordings, day_of, percent, raised, told_of
from thidua_desktop.domain.vietnamese import number

WORDS = Wordings()


@WORDS("leads", "best_of")
def _leads(value: Value, _context: Context) -> str:
    where = value.get("cluster") or value["movement"]
    return f"Dẫn đầu {told_of(words.CLUSTERS, where)}"


@WORDS("exceeds_targets")
def _targets(_value: Any, _context: Context) -> str:
    return "Hoàn thành vượt mức các chỉ tiêu, nhiệm vụ được giao trong năm"


@WORDS("movement_result")
def _movement(value: Value, _context: Context) -> str:
    rank = told_of(words.RANKS, value["rank"]) if "rank" in value else "có thành tích"
    kind = "phong trào thi đua theo chuyên đề" if value.get("kind") else "phong trào thi đua"
    parts = [
        f"Được bình xét {rank} trong {kind}" if "selected" in value else f"{raised(rank)} trong {kind}",
        told_of(words.MOVED_BY, value["level"]) if "level" in value else "",
        "hằng năm" if value.get("annual") else "",
        f"có thời gian từ {value['min_years']} năm trở lên" if "min_years" in value else "",
        told_of(words.AT, value["at"]) if "at" in value else "",
    ]
    return " ".join(part for part in parts if part)


@WORDS("achievement")
def _achievement(value: Value, _context: Context) -> str:
    scope = told_of(words.SCOPES, value["scope"])
    return f"Lập được {told_of(words.ACHIEVEMENTS, value['kind'])} {scope}".strip()


@WORDS("contribution")
def _contribution(value: Value, _context: Context) -> str:
    amount = f"{told_of(words.AMOUNTS, value['amount'])} " if "amount" in value else ""
    least = ""
    if "min_vnd" in value:
        least = f", trị giá từ {number(value['min_vnd'])} đồng trở lên"
    return f"Có đóng góp {amount}về {told_of(words.FIELDS, value['fields'], ', ')}{least}"


@WORDS("unit_age_years")
def _age(value: Value, _context: Context) -> str:
    return f"Có quá trình xây dựng, phát triển từ {value['min']} năm trở lên"


@WORDS("service_years")
def _service(value: Value, _context: Context) -> str:
    return _years("phục vụ, công tác", value)


@WORDS("profession_years")
def _profession(value: Value, _context: Context) -> str:
    return _years("hoạt động trong nghề", value)


@WORDS("contribution_years")
def _devoted(value: Value, _context: Context) -> str:
    return _years("cống hiến, xây dựng", value)


@WORDS("model_years")
def _model(value: Value, _context: Context) -> str:
    scope = f" {told_of(words.SCOPES, value['scope'])}" if "scope" in value else ""
    return f"Có mô hình sản xuất ổn định từ {value['min']} năm trở lên{scope}"


@WORDS("tenure")
def _tenure(value: Value, _context: Context) -> str:
    return f"Giữ chức vụ {told_of(words.POSTS, value['posts'])} từ {value['min_years']} năm trở lên"


@WORDS("tenure_table")
def _tenure_table(value: str, _context: Context) -> str:
    where = told_of(words.ELSEWHERE, value).removesuffix(" (cống hiến)")
    return f"Có thời gian giữ chức vụ theo bảng thời gian cống hiến tại {where}"


@WORDS("invention")
def _invention(value: Value, _context: Context) -> str:
    return f"Có phát minh, sáng chế {told_of(words.SCOPES, value['scope'])}".strip()


@WORDS("invention_or_work")
def _work(value: Value, _context: Context) -> str:
    return f"Có phát minh, sáng chế, công trình, tác phẩm {told_of(words.SCOPES, value['scope'])}".strip()


@WORDS("author_of")
def _author(value: str, _context: Context) -> str:
    return f"Là tác giả, đồng tác giả {value}"


@WORDS("not_eligible_for")
def _not_eligible(value: str, context: Context) -> str:
    return f"Là tập thể không thuộc đối tượng tặng {context.award(value)}"


@WORDS("province_rule")
def _province(value: Value, _context: Context) -> str:
    topic, by = told_of(words.TOPICS, value["topic"]), told_of(words.RECOGNISED_BY, value["by"])
    return f"Theo quy định của {by} về {topic} (phải nhập quy định đó)"


@WORDS("see")
def _see(value: str, _context: Context) -> str:
    return f"Theo {told_of(words.ELSEWHERE, value)}"


@WORDS("same_as")
def _same(value: str, _context: Context) -> str:
    return f"Đạt tiêu chuẩn như {value.replace('Điều 73 k1a, b, d', 'điểm a, b, d khoản 1 Điều 73')}"


@WORDS("non_overlapping_window_years")
def _apart(value: int, _context: Context) -> str:
    return f"{value} năm xét không trùng với thời gian đã được khen thưởng"


@WORDS("score_table")
def _scores(value: Value, _context: Context) -> str:
    areas = "; ".join(
        f"{told_of(words.AREAS, area)}: từ {points} điểm" for area, points in value["min_points"].items()
    )
    each = percent(value["each_criterion_min_share"])
    return f"Chấm điểm theo bảng: {areas}; mỗi tiêu chí đạt từ {each} điểm tối đa"


@WORDS("meeting")
def _meeting(value: Value, _context: Context) -> str:
    came, agreed = percent(value["quorum_of_summoned"]), percent(value["approve_of_attending"])
    by = f", họp trước ngày {day_of(value['by'])}" if "by" in value else ""
    return f"Cuộc họp có từ {came} người được triệu tập dự, từ {agreed} người dự đồng ý{by}"


def _years(what: str, value: Value) -> str:
    told = (
        f"Có thời gian {what} từ {value['min']} năm{' liên tục' if value.get('continuous') else ''} trở lên"
    )
    if "below" in value:
        told = f"Có thời gian {what} từ {value['min']} năm đến dưới {value['below']} năm"
    if "as" in value:
        told += f" ({told_of(words.POSTS, value['as'].replace(' | ', '|'))})"
    direct = value.get("of_which_direct")
    return f"{told}, trong đó từ {direct} năm trực tiếp làm nghề" if direct else told
