"""The period report: figures by authority, award and recipient, with the sentence, tables and charts."""

from collections.abc import Mapping

from thidua_desktop.db import Session
from thidua_desktop.documents import report_frame
from thidua_desktop.documents.document import Block, Document, Paragraph
from thidua_desktop.domain import report_filters, report_sentence
from thidua_desktop.domain.vietnamese import slug
from thidua_desktop.records import awards, campaigns, counting, events, units
from thidua_desktop.records.query import ListQuery
from thidua_desktop.reports.period import charts, groups, tables
from thidua_desktop.reports.period.counted import Counting, kinds
from thidua_desktop.reports.period.inherited import beside, sort_out
from thidua_desktop.reports.period.json_rows import as_json
from thidua_desktop.reports.period.notes import notes
from thidua_desktop.reports.period.scope import in_words, scene
from thidua_desktop.reports.period.value import GATHERED, Inherited, Options, PeriodRows

__all__ = [
    "GATHERED",
    "TITLE",
    "Inherited",
    "Options",
    "PeriodRows",
    "as_json",
    "build",
    "compose",
    "notes",
    "sentence",
]

TITLE = "Báo cáo kết quả thi đua, khen thưởng"


def build(session: Session, options: Options) -> PeriodRows:
    """Count everything the report says; raises Refused when the period cannot be counted as chosen."""
    period = options.period.checked()
    every = report_filters.shared(period, under=options.under, campaign=options.campaign, level=options.level)
    apart = options.gathered == "apart"
    at_events = {**every, "gathered": "event"}
    held = apart and counting.decisions(session, (), at_events)[()] > 0
    shared = {**every, "gathered": "apart"} if held else every
    inherited, known = sort_out(session, options), kinds(session)
    general = [total for total in inherited.counted if not (apart and total.event_id)]
    of_events = [total for total in inherited.counted if apart and total.event_id]

    count = Counting(session, shared, known)
    rows = count.rows(general)
    conference = Counting(session, at_events, known, at_events=True)
    event_rows = conference.rows(of_events) if held or of_events else ()
    by_unit = groups.by_unit(session, shared, general, units.names(session))
    scope, words = in_words(session, options)
    return PeriodRows(
        beside={total.id: beside(session, total) for total in inherited.counted},
        rows=rows,
        lines=count.lines(rows, {}),
        total=groups.overall(session, shared, general),
        event_rows=event_rows,
        event_lines=conference.lines(event_rows, events.names(session)),
        event_total=groups.overall(session, at_events, of_events) if event_rows else groups.NOTHING,
        by_year=groups.by_year(session, shared, general, period),
        by_unit=by_unit,
        by_campaign=groups.by_campaign(session, shared, general, campaigns.names(session)),
        by_type=groups.by_type(session, shared, general),
        charts=charts.drawn(charts.counted(session, shared, general, period), by_unit, shared, known, period),
        inherited=inherited,
        scope=scope,
        scene=words,
        kinds=known,
        details=tuple(_details(session, every)) if options.all_rows else (),
    )


def _details(session: Session, every: Mapping[str, str | int]) -> list[awards.AwardRow]:
    return awards.rows(session, awards.ids(session, ListQuery(filters=every)))


def sentence(rows: PeriodRows, options: Options, office: Mapping[str, str]) -> str:
    """The report's paragraph; office is the office's settings."""
    return report_sentence.sentence(rows.lines, rows.event_lines, scene(rows.scene, options.period, office))


def compose(rows: PeriodRows, options: Options, office: Mapping[str, str]) -> Document:
    """The report as a document; office is the office's settings."""
    label = options.period.label
    blocks: list[Block] = [
        Paragraph(TITLE.upper(), "title"),
        Paragraph(label[:1].upper() + label[1:], "subtitle"),
        *((Paragraph(rows.scope, "subtitle"),) if rows.scope else ()),
        Paragraph(sentence(rows, options, office)),
        tables.awards_table(rows.lines, rows.total, "Kết quả khen thưởng", "Kết quả"),
    ]
    if rows.event_lines:
        title = "Khen thưởng tại hội nghị"
        blocks.append(tables.awards_table(rows.event_lines, rows.event_total, title, "Hội nghị"))
    blocks += [Paragraph(note, "note") for note in notes(rows, options)]
    by_year, by_unit, share = (tables.chart(figures) for figures in rows.charts)
    year = "Năm thành tích" if options.period.basis == "earned" else "Năm quyết định"
    total = rows.total
    blocks += [
        tables.group_table(rows.by_year, total, year, "Theo năm", "Theo năm"),
        by_year,
        tables.group_table(rows.by_unit, total, "Đơn vị", "Theo đơn vị", "Theo đơn vị"),
        by_unit,
        tables.group_table(
            rows.by_campaign, total, "Phong trào, cuộc vận động", "Theo phong trào", "Theo phong trào"
        ),
        tables.group_table(rows.by_type, total, "Loại hình", "Theo loại hình", "Theo loại hình"),
        share,
        report_frame.signatures(),
    ]
    return Document(
        TITLE,
        tuple(blocks),
        letterhead=report_frame.head(office),
        slug=slug(f"bao cao thi dua khen thuong {label}"),
        footer=f"{TITLE}, {label}",
        extra_sheets=(tables.details_table(rows.details),) if rows.details else (),
    )
