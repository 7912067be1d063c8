"""What can be typed after `python main.py`: commands, their words, and argparse speaking Vietnamese."""

import argparse
import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from thidua_desktop.domain.dates import PartialDate, parse_date
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.level import LEVELS
from thidua_desktop.domain.recipient import RECIPIENTS

REPORT_FORMATS = ("json", "xlsx", "docx", "pdf", "html")
_LEVEL_HELP = f"cấp khen: {', '.join(LEVELS)}"
_UNIT_HELP = "tên, tên kèm cấp trên (“Trường Hoa Sen, xã Cẩm Giàng”), hoặc số trong list units"
_HEADINGS = {"positional arguments": "Phải có", "options": "Tuỳ chọn"}
_SAID: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"the following arguments are required: (.*)"), r"thiếu \1"),
    (re.compile(r"unrecognized arguments: (.*)"), r"không hiểu “\1”"),
    (
        re.compile(r"argument (.*?): invalid choice: '?(.*?)'? \(choose from (.*)\)"),
        r"\1 không nhận “\2”, chọn \3",
    ),
    (re.compile(r"argument (.*?): expected (?:one|at least one) argument"), r"sau \1 phải có giá trị"),
    (re.compile(r"argument (.*?): invalid int value: '(.*)'"), r"\1 phải là số, không phải “\2”"),
    (re.compile(r"argument (.*?): not allowed with argument (.*)"), r"\1 không đi cùng \2"),
    (re.compile(r"one of the arguments (.*) is required"), r"thiếu một trong: \1"),
    (re.compile(r"argument (.*?): (.*)"), r"\1: \2"),
)


class Grammar(argparse.ArgumentParser):
    """A parser that explains itself in Vietnamese and refuses instead of ending the program."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", _Help)
        super().__init__(add_help=False, allow_abbrev=False, **options)
        self.add_argument("-h", "--help", action="help", help="xem cách dùng")
        # Absent when not typed, so that what stands before the command is not forgotten after it.
        absent = argparse.SUPPRESS
        self.add_argument("--db", type=Path, metavar="TỆP", default=absent, help="tệp số liệu của cơ quan")
        self.add_argument("--json", action="store_true", default=absent, help="trả lời bằng JSON")

    def error(self, message: str) -> NoReturn:
        """Refuse what was typed; argparse would print English and end."""
        for pattern, words in _SAID:
            message = pattern.sub(words, message)
        message = message.replace("'", "")
        raise Refused(f"Câu lệnh chưa đúng: {message.rstrip('.')}. Xem cách dùng: {self.prog} --help")


class _Help(argparse.HelpFormatter):
    def start_section(self, heading: str | None) -> None:
        super().start_section(_HEADINGS.get(heading or "", heading))

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Cách dùng: " if prefix is None else prefix)


def grammar() -> Grammar:
    """Everything the terminal understands; `run` names the function that does it."""
    top = Grammar(prog="main.py", description="Thi đua Desktop không cửa sổ. Không có lệnh nào: mở cửa sổ.")
    commands = top.add_subparsers(title="Lệnh", metavar="LỆNH", required=True, dest="command")

    def command(name: str, run: str, words: str) -> Grammar:
        parser = commands.add_parser(name, help=words, description=f"{words[:1].upper()}{words[1:]}.")
        parser.set_defaults(run=run)
        return parser

    _office_commands(command)
    _import_command(command)
    _total_commands(commands)
    _template_commands(commands)
    _report_commands(commands)
    _bonus_command(command)
    _eligible_command(command)
    _forecast_command(command)
    _list_command(command)
    return top


_Command = Callable[[str, str, str], Grammar]


def _office_commands(command: _Command) -> None:
    new = command("new", "ui.cli.office:new", "tạo tệp số liệu mới cho một cơ quan")
    new.add_argument("--office", default="", metavar="TÊN", help="tên cơ quan, ví dụ “UBND huyện Bạch Thông”")
    new.add_argument("--parent", default="", metavar="TÊN", help="cơ quan cấp trên")
    new.add_argument("--desk", default="", metavar="TÊN", help="bộ phận làm thi đua, khen thưởng")
    new.add_argument("--place", default="", metavar="ĐỊA DANH", help="địa danh trước ngày tháng của văn bản")
    command("demo", "ui.cli.office:demo", "tạo huyện thực hành: tên người hư cấu, con số đúng như bài báo")
    backup = command("backup", "ui.cli.office:backup", "sao lưu, mở bản sao ra kiểm tra và đếm lại")
    backup.add_argument(
        "--to", type=Path, metavar="THƯ MỤC", help="nơi để bản sao lưu; mặc định cạnh tệp số liệu"
    )
    restore = command("restore", "ui.cli.office:restore", "khôi phục tệp số liệu từ một bản sao lưu")
    restore.add_argument("backup", type=Path, metavar="BẢN_SAO", help="tệp sao lưu")
    command("verify", "ui.cli.office:verify", "kiểm tra tệp số liệu có nguyên vẹn không")


def _bonus_command(command: _Command) -> None:
    bonus = command("bonus", "ui.cli.bonuses:of_decision", "tiền thưởng của một quyết định theo luật ngày ký")
    bonus.add_argument("--decision", dest="number", required=True, metavar="SỐ", help="số quyết định")
    bonus.add_argument("--date", type=day, metavar="NGÀY", help="ngày ký, khi có nhiều quyết định cùng số")
    bonus.add_argument(
        "--rounding",
        choices=("up", "exact"),
        default="up",
        help="up: làm tròn lên hàng chục nghìn như luật; exact: giữ số lẻ",
    )


def _eligible_command(command: _Command) -> None:
    words = "ai đủ tiêu chuẩn đề nghị một danh hiệu, hình thức theo luật ngày nhận hồ sơ"
    parser = command("eligible", "ui.cli.eligibility:show_cards", words)
    parser.add_argument("--award", required=True, metavar="MÃ", help="mã danh hiệu, hình thức")
    parser.add_argument("--year", required=True, type=int, metavar="NĂM", help="năm có thành tích")
    parser.add_argument("--on", required=True, type=day, metavar="NGÀY", help="ngày nhận hồ sơ")
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--person", default="", metavar="TÊN", help="chỉ người tên này")
    only.add_argument("--unit", default="", metavar="ĐƠN VỊ", help=_UNIT_HELP)


def _forecast_command(command: _Command) -> None:
    words = "ai có thể được đề nghị gì năm nay và năm sau, còn thiếu gì, ai nhiều năm chưa được khen"
    parser = command("forecast", "ui.cli.forecast:show_forecast", words)
    parser.add_argument("--year", required=True, type=int, metavar="NĂM", help="năm đang xét")
    parser.add_argument("--unit", default="", metavar="ĐƠN VỊ", help=_UNIT_HELP)
    parser.add_argument(
        "--patience", type=int, default=5, metavar="SỐ_NĂM", help="bao nhiêu năm chưa được khen thì nêu tên"
    )


def _import_command(command: _Command) -> None:
    taking = command("import", "ui.cli.importing:take_in", "nhập danh sách khen thưởng từ tệp Excel, Word")
    taking.add_argument("files", nargs="+", type=Path, metavar="TỆP", help="tệp, hoặc thư mục chứa tệp")
    taking.add_argument("--dry-run", action="store_true", help="chỉ xem trước, không ghi gì")
    taking.add_argument(
        "--answers",
        type=Path,
        metavar="TỆP",
        help="câu trả lời, đúng khuôn của phần doubts mà --json in ra",
    )
    taking.add_argument(
        "--name-case", action="store_true", help="tên, đơn vị, chức vụ in hoa cả thì ghi thành chữ thường"
    )
    taking.add_argument(
        "--columns",
        type=Path,
        metavar="TỆP",
        help="cột của các mẫu bảng: {layouts: [{layout, columns: {B: name}}]}, mẫu và cột lấy ở phần tables",
    )


def _total_commands(commands: Any) -> None:
    total = commands.add_parser(
        "total", help="số liệu kế thừa", description="Số liệu kế thừa: con số chưa có danh sách."
    )
    parts = total.add_subparsers(title="Lệnh", metavar="LỆNH", required=True, dest="part")
    add = parts.add_parser("add", help="thêm một số liệu kế thừa", description="Thêm một số liệu kế thừa.")
    add.set_defaults(run="ui.cli.totals:add")
    add.add_argument(
        "--award",
        action="append",
        required=True,
        metavar="MÃ",
        help="mã danh hiệu, hình thức; nhiều mã chung một con số: A+B hoặc lặp lại",
    )
    add.add_argument("--recipient", choices=RECIPIENTS, required=True, help="đối tượng")
    add.add_argument("--level", choices=LEVELS, required=True, metavar="CẤP", help=_LEVEL_HELP)
    add.add_argument("--count", type=int, required=True, metavar="LƯỢT", help="số lượt")
    add.add_argument("--year", type=int, metavar="NĂM", help="cả năm này, thay cho --from, --to")
    _period(add, required=False)
    add.add_argument("--source", required=True, metavar="NGUỒN", help="báo cáo, văn bản làm căn cứ")
    add.add_argument("--event", default="", metavar="TÊN", help="khen tại hội nghị này; chưa có thì thêm")
    add.add_argument("--unit", default="", metavar="TÊN", help=f"của đơn vị này; {_UNIT_HELP}")
    add.add_argument("--campaign", default="", metavar="TÊN", help="trong phong trào này")
    show = parts.add_parser("list", help="liệt kê số liệu kế thừa", description="Liệt kê số liệu kế thừa.")
    show.set_defaults(run="ui.cli.totals:show")


def _template_commands(commands: Any) -> None:
    words = "mẫu cho đơn vị điền"
    template = commands.add_parser("template", help=words, description="Mẫu Excel cho đơn vị điền, gửi lại.")
    parts = template.add_subparsers(title="Lệnh", metavar="LỆNH", required=True, dest="part")
    out = parts.add_parser("export", help="xuất mẫu cho đơn vị", description="Xuất mẫu cho đơn vị.")
    out.set_defaults(run="ui.cli.templates:export")
    out.add_argument(
        "--unit", action="append", required=True, metavar="TÊN", help=f"lặp lại được; {_UNIT_HELP}"
    )
    out.add_argument("--year", type=int, metavar="NĂM", help="năm đề nghị, mặc định năm nay")
    out.add_argument("--out", type=Path, required=True, metavar="THƯ_MỤC", help="nơi ghi các tệp mẫu")
    back = parts.add_parser("merge", help="nhận mẫu đơn vị gửi lại", description="Nhận mẫu đơn vị gửi lại.")
    back.set_defaults(run="ui.cli.templates:merge")
    back.add_argument("files", nargs="+", type=Path, metavar="TỆP", help="tệp mẫu đã điền")
    back.add_argument(
        "--take", choices=("ours", "theirs"), help="hai bên cùng sửa thì lấy của ta hay của đơn vị"
    )


def _report_commands(commands: Any) -> None:
    report = commands.add_parser("report", help="làm báo cáo", description="Làm báo cáo.")
    names = report.add_subparsers(title="Báo cáo", metavar="TÊN", required=True, dest="report")

    def named(name: str, run: str, words: str) -> Grammar:
        parser: Grammar = names.add_parser(name, help=words, description=f"{words[:1].upper()}{words[1:]}.")
        parser.set_defaults(run=run)
        parser.add_argument(
            "--format", choices=REPORT_FORMATS, help="định dạng; mặc định theo đuôi của --out, hoặc json"
        )
        parser.add_argument("--out", type=Path, metavar="TỆP", help="ghi vào tệp này")
        return parser

    period = named("period", "ui.cli.reports:period", "kết quả khen thưởng của một kỳ")
    _period(period, required=True)
    _basis(period)
    period.add_argument(
        "--events",
        choices=("apart", "inside"),
        default="apart",
        help="khen tại hội nghị: tách riêng hay tính chung",
    )
    period.add_argument("--cutoff", type=day, metavar="NGÀY", help="ngày chốt số liệu")
    period.add_argument("--campaign", default="", metavar="TÊN", help="chỉ phong trào này")
    roster = named("unit-roster", "ui.cli.reports:unit", "cá nhân, tập thể của một đơn vị và khen thưởng")
    person = named("person-record", "ui.cli.reports:person", "phiếu theo dõi khen thưởng của một cá nhân")
    person.add_argument("--name", required=True, metavar="TÊN", help="họ và tên")
    person.add_argument(
        "--birth", type=_birth, metavar="NĂM", help="năm hoặc ngày sinh, khi có người trùng tên"
    )
    decision = named("decision-list", "ui.cli.reports:decision", "danh sách kèm theo một quyết định")
    decision.add_argument("--number", required=True, metavar="SỐ", help="số quyết định")
    decision.add_argument("--date", type=day, metavar="NGÀY", help="ngày ký, khi có nhiều quyết định cùng số")
    most = named("people-by-awards", "ui.cli.reports:most", "cá nhân theo số lần được khen thưởng")
    most.add_argument(
        "--least", type=int, default=2, metavar="SỐ", help="từ bấy nhiêu lần trở lên, mặc định 2"
    )
    for parser in (roster, most):
        _period(parser, required=False)
        _basis(parser)
    for parser in (period, roster, person, most):
        _unit(parser, f"đơn vị này và trực thuộc; {_UNIT_HELP}", required=parser is roster)
    for parser in (period, most):
        parser.add_argument("--level", choices=LEVELS, default="", metavar="CẤP", help=_LEVEL_HELP)


def _list_command(command: _Command) -> None:
    told = "liệt kê đơn vị, cá nhân, phong trào, quyết định, lượt khen, quỹ"
    lists = command("list", "ui.cli.lists:show", told)
    lists.add_argument(
        "what",
        choices=("units", "people", "campaigns", "decisions", "awards", "funds"),
        metavar="DANH_SÁCH",
        help="units, people, campaigns, decisions, awards hoặc funds",
    )
    lists.add_argument(
        "--search", default="", metavar="CHỮ", help="chỉ dòng có chữ này, có dấu hay không dấu"
    )


def _period(parser: Grammar, *, required: bool) -> None:
    parser.add_argument(
        "--from", dest="start", type=day, required=required, metavar="NGÀY", help="ngày đầu kỳ"
    )
    parser.add_argument("--to", dest="end", type=day, required=required, metavar="NGÀY", help="ngày cuối kỳ")


def _unit(parser: Grammar, words: str, *, required: bool) -> None:
    parser.add_argument("--unit", default="", required=required, metavar="TÊN", help=words)


def _basis(parser: Grammar) -> None:
    parser.add_argument(
        "--basis",
        choices=("decided", "earned"),
        default="decided",
        help="tính theo ngày quyết định hay năm thành tích",
    )


def day(text: str) -> date:
    """A whole day as typed, 2015-01-01 or 01/01/2015."""
    try:
        return parse_date(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def _birth(text: str) -> PartialDate:
    """A birth as precise as typed."""
    try:
        return PartialDate.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
