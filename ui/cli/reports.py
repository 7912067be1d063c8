"""Reports from the terminal: as JSON on the screen, or written in any format."""

import json
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from thidua_desktop.db import Session
from thidua_desktop.documents.document import Document
from thidua_desktop.documents.json_writer import as_data
from thidua_desktop.documents.target import replacing
from thidua_desktop.domain.errors import Refused
from thidua_desktop.domain.period import Period
from thidua_desktop.domain.person import births_agree
from thidua_desktop.records import people, settings
from thidua_desktop.reports import decision_list, people_by_awards, person_record, unit_roster
from thidua_desktop.reports import period as period_report
from ui.cli.answer import Answer
from ui.cli.grammar import REPORT_FORMATS
from ui.cli.opened import campaign_named, decision_named, opened, unit_named


def period(args: Namespace) -> Answer:
    """The period report; its JSON holds figures by catalogue code and the sentence."""
    form = _format(args)
    with opened(args) as workspace, workspace.read() as session:
        options = period_report.Options(
            Period(args.start, args.end, args.basis, args.cutoff),
            args.events,
            unit_named(session, args.unit),
            campaign_named(session, args.campaign),
            args.level,
            all_rows=form == "xlsx",
        )
        rows = period_report.build(session, options)
        office = settings.all_(session)
    sentence = period_report.sentence(rows, options, office)
    data = period_report.as_json(rows, sentence, options)
    if form == "json":
        return _json(args, data, sentence)
    _write(period_report.compose(rows, options, office), args.out, form)
    return Answer({"file": str(args.out), "sentence": sentence}, f"Đã ghi {args.out}.\n{sentence}")


def unit(args: Namespace) -> Answer:
    """The roster of a unit with what its people and it were given."""

    def options(session: Session) -> unit_roster.Options:
        return unit_roster.Options(unit_named(session, args.unit) or 0, _period(args))

    return _listed(args, unit_roster, options)


def person(args: Namespace) -> Answer:
    """The award record of a person."""
    return _listed(args, person_record, lambda session: person_record.Options(_person(session, args)))


def decision(args: Namespace) -> Answer:
    """The list attached to a decision."""
    return _listed(
        args,
        decision_list,
        lambda session: decision_list.Options(decision_named(session, args.number, args.date)),
    )


def most(args: Namespace) -> Answer:
    """People by number of awards."""

    def options(session: Session) -> people_by_awards.Options:
        under = unit_named(session, args.unit)
        return people_by_awards.Options(_period(args), args.least, under, args.level)

    return _listed(args, people_by_awards, options)


def _listed(args: Namespace, report: ModuleType, options: Callable[[Session], Any]) -> Answer:
    form = _format(args)
    with opened(args) as workspace, workspace.read() as session:
        chosen = options(session)
        document: Document = report.compose(report.build(session, chosen), chosen, settings.all_(session))
    if form == "json":
        return _json(args, as_data(document), document.title)
    _write(document, args.out, form)
    return Answer({"file": str(args.out), "title": document.title}, f"Đã ghi {args.out}.")


def _json(args: Namespace, data: dict[str, Any], said: str) -> Answer:
    if args.out is None:
        return Answer(data, json.dumps(data, ensure_ascii=False, indent=1))
    with replacing(args.out) as temporary:
        temporary.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return Answer({"file": str(args.out)}, f"Đã ghi {args.out}.\n{said}")


def _format(args: Namespace) -> str:
    suffix = args.out.suffix.lower().lstrip(".") if args.out else "json"
    form = str(args.format or suffix)
    if args.format and suffix in REPORT_FORMATS and args.out and suffix != args.format:
        raise Refused(f"Tệp “{args.out.name}” không hợp với --format {args.format}: đổi đuôi tệp.")
    if form not in REPORT_FORMATS:
        raise Refused(f"Không rõ định dạng của {args.out}: thêm --format {'|'.join(REPORT_FORMATS)}.")
    if form != "json" and args.out is None:
        raise Refused(f"Báo cáo {form} phải ghi ra tệp: thêm --out TỆP.")
    return form


def _write(document: Document, path: Path, form: str) -> None:
    if form == "pdf":
        from ui.printing import write_pdf

        write_pdf(document, path)
    else:
        from thidua_desktop.documents.writers import WRITERS

        WRITERS[form].write(document, path)


def _period(args: Namespace) -> Period | None:
    if args.start is None and args.end is None:
        return None
    if args.start is None or args.end is None:
        raise Refused("Ghi cả --from NGÀY và --to NGÀY, hoặc bỏ cả hai để lấy mọi năm.")
    return Period(args.start, args.end, args.basis).checked()


def _person(session: Session, args: Namespace) -> int:
    found = people.namesakes(session, args.name)
    inside = unit_named(session, args.unit)
    rows = [row for row in people.rows(session, found) if inside in {None, row.unit_id}]
    if args.birth is not None:
        rows = [row for row in rows if row.birth is not None and births_agree(row.birth, args.birth)]
    if not rows:
        raise Refused(f"Không có cá nhân “{args.name}” như thế. Xem tên đúng: list people --search …")
    if len(rows) > 1:
        told = "; ".join(f"{row.unit or 'chưa rõ đơn vị'}, sinh {row.birth or 'chưa rõ'}" for row in rows)
        raise Refused(f"Có {len(rows)} người tên “{args.name}” ({told}): thêm --unit TÊN hoặc --birth NĂM.")
    return rows[0].id
