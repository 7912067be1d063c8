"""What follows a signature: awards handed over, bonuses set, paid and returned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from thidua_desktop.db import Session
from thidua_desktop.domain.dates import show
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.law.bonus import UNIT
from thidua_desktop.domain.law.rulebook import Rulebook
from thidua_desktop.domain.vietnamese import number
from thidua_desktop.records import awards, handing
from thidua_desktop.records.query import ListQuery
from thidua_desktop.services import bonuses
from thidua_desktop.services import handing as services
from thidua_desktop.services.recipients import today
from ui.forms import laws
from ui.forms.day_form import DayDialog
from ui.forms.suggestions import suggest_events
from ui.widgets.fields import DateField, LookupField, TableField, TextField
from ui.widgets.form_dialog import FormDialog
from ui.widgets.grid_model import GridColumn
from ui.widgets.page import Context, Follow
from ui.widgets.page_spec import Line, Section
from ui.widgets.suggest import Picked, asking

HAND, PAY, HAND_EVENT = "decision-hand", "decision-pay", "event-hand"
FORGET_HANDED, FORGET_PAID, FORGET_BACK = "award-not-handed", "award-not-paid", "award-not-given-back"
_FORGOTTEN = {
    FORGET_HANDED: ("Bỏ ghi đã trao thưởng", services.take_back),
    FORGET_PAID: ("Bỏ ghi tiền thưởng", services.unpay),
    FORGET_BACK: ("Bỏ ghi nộp lại hiện vật", services.forget_artefacts),
}
_SHOWN = 200
_SIZE = QSize(980, 620)


def after_section(session: Session, decision_id: int) -> Section:
    """How many awards of a decision are handed over, and what was paid for them."""
    ids = [row.id for row in awards.of_decision(session, decision_id) if row.revoked_by is None]
    handed, paid = handing.handed(session, ids), handing.paid(session, ids)
    spent = sum(row.amount for row in paid.values() if row.paid_on)
    lines = [
        Line(("Đã trao", f"{number(len(handed))}/{number(len(ids))} lượt")),
        Line(("Đã chi tiền thưởng", f"{number(spent)} đồng")),
    ]
    actions = [("Trao thưởng…", Follow(HAND, decision_id)), ("Tiền thưởng…", Follow(PAY, decision_id))]
    return Section("Sau khi ký", lines, actions=actions if ids else [])


def after_lines(session: Session, award_id: int) -> list[Section]:
    """When one award was handed over and what was paid for it, nothing when neither is known."""
    lines = [
        Line(("Đã trao", show(row.on), row.receiver)) for row in handing.handed(session, [award_id]).values()
    ]
    actions = [("Bỏ ghi đã trao", Follow(FORGET_HANDED, award_id))] if lines else []
    for paid in handing.paid(session, [award_id]).values():
        when = f"chi {show(paid.paid_on)}" if paid.paid_on else "chưa chi"
        lines.append(Line(("Tiền thưởng", f"{number(paid.amount)} đồng", when)))
        if paid.returned_on:
            lines.append(Line(("Đã nộp lại", show(paid.returned_on))))
        actions.append(("Bỏ ghi tiền thưởng", Follow(FORGET_PAID, award_id)))
    for back in handing.artefacts(session, [award_id]).values():
        lines.append(Line(("Đã nộp lại hiện vật", show(back.on), back.note)))
        actions.append(("Bỏ ghi nộp lại hiện vật", Follow(FORGET_BACK, award_id)))
    return [Section("Trao thưởng, tiền thưởng", lines, actions=actions)] if lines else []


def forget(context: Context, follow: Follow, owner: QWidget) -> None:
    """Take back what was noted by mistake of an award: handed over, paid, its artefact given back."""
    if follow.id is None or follow.kind not in _FORGOTTEN:
        return
    ids, (name, act) = [follow.id], _FORGOTTEN[follow.kind]
    context.tasks.write(name, lambda session: act(session, ids), owner=owner)


def received_section(session: Session, event_id: int) -> Section:
    """Who was handed an award at an event, on which day, and who took it in their place."""
    ids = awards.ids(session, ListQuery(filters={"handed_at": event_id}, sort="name"))
    handed = handing.handed(session, ids[:_SHOWN])
    lines = [
        Line((row.name, show(handed[row.id].on), handed[row.id].receiver), Follow("award", row.id))
        for row in awards.rows(session, ids[:_SHOWN])
    ]
    header = ("Được khen", "Ngày trao", "Người nhận")
    return Section(f"Đã nhận ({number(len(ids))})", lines, header=header, empty="Chưa trao cho ai.")


def event_section(session: Session, event_id: int, name: str) -> Section:
    """How many awards given at an event wait to be handed over, and how many were handed over there."""
    waiting: dict[str, str | int] = {"event": event_id, "handed": "no"}
    there: dict[str, str | int] = {"handed_at": event_id}
    left = len(awards.ids(session, ListQuery(filters=waiting)))
    given = len(awards.ids(session, ListQuery(filters=there)))
    lines = [
        Line(
            ("Chưa trao", f"{number(left)} lượt"), Follow("award", filters=waiting, note=f"Chưa trao: {name}")
        ),
        Line(
            ("Đã trao tại đây", f"{number(given)} lượt"),
            Follow("award", filters=there, note=f"Trao tại: {name}"),
        ),
    ]
    actions = [("Trao thưởng…", Follow(HAND_EVENT, event_id))] if left else []
    return Section(
        "Trao thưởng", lines if left or given else (), empty="Chưa có lượt khen nào để trao.", actions=actions
    )


def ask_hand_over_event(context: Context, event_id: int, name: str, parent: QWidget) -> None:
    """Note as handed over at an event whatever was given there and is not yet."""

    def waiting(session: Session) -> list[int]:
        return list(awards.ids(session, ListQuery(filters={"event": event_id, "handed": "no"})))

    def ask(ids: list[int]) -> None:
        ask_hand_over(context, ids, parent, Picked(event_id, name))

    context.tasks.read(waiting, ask, owner=parent)


def ask_hand_over(context: Context, ids: Sequence[int], parent: QWidget, event: Picked | None = None) -> None:
    """Note awards as handed over on one day, at an event known before or chosen."""
    fields = (
        TextField("receiver", "Người nhận", placeholder="Người nhận thay, nếu có"),
        LookupField("event", "Hội nghị", suggest=asking(context.tasks, suggest_events)),
    )

    def hand_over(session: Session, values: Mapping[str, Any]) -> None:
        services.hand_over(
            session,
            ids,
            values["on"],
            receiver=values["receiver"],
            event_id=values["event"].id,
            note=values["note"],
        )

    dialog = DayDialog(context, f"Trao thưởng {number(len(ids))} lượt", hand_over, fields, parent)
    if event is not None:
        dialog.load({"on": today(), "event": event})
    dialog.open()


def ask_hand_over_decision(context: Context, decision_id: int, parent: QWidget) -> None:
    """Note as handed over whatever of a decision is not yet."""

    def waiting(session: Session) -> list[int]:
        ids = [row.id for row in awards.of_decision(session, decision_id) if row.revoked_by is None]
        done = handing.handed(session, ids)
        return [one for one in ids if one not in done] or ids

    context.tasks.read(waiting, lambda ids: ask_hand_over(context, ids, parent), owner=parent)


def ask_return(context: Context, ids: Sequence[int], parent: QWidget) -> None:
    """Note that the money of revoked awards came back."""
    DayDialog(
        context,
        "Nộp lại tiền thưởng",
        lambda session, values: services.give_back(session, ids, values["on"]),
        (),
        parent,
    ).open()


def ask_return_artefacts(context: Context, ids: Sequence[int], parent: QWidget) -> None:
    """Note that what went with revoked awards came back."""
    DayDialog(
        context,
        "Nộp lại hiện vật khen thưởng",
        lambda session, values: services.return_artefacts(session, ids, values["on"], note=values["note"]),
        (),
        parent,
    ).open()


class BonusDialog(FormDialog):
    """The bonuses of a decision as the law of its day sets them; amounts may be corrected."""

    def __init__(self, context: Context, decision_id: int, parent: QWidget | None = None) -> None:
        table = TableField(
            "rows",
            "Tiền thưởng theo quy định ở ngày ký quyết định; sửa được số tiền, để trống thì không ghi",
            wide=True,
            lines=11,
            fixed=True,
            columns=(
                GridColumn("name", "Được khen", 190, "lookup", locked=True),
                GridColumn("title", "Danh hiệu, hình thức", 180, locked=True),
                GridColumn("how", "Hệ số × lương cơ sở", 190, locked=True),
                GridColumn("amount", "Số tiền (đồng)", 120),
                GridColumn("note", "Ghi chú", 220, locked=True),
            ),
        )
        fields = (
            table,
            DateField("on", "Ngày chi", tip="Để trống khi chưa chi"),
            TextField("document", "Chứng từ"),
        )
        super().__init__("Tiền thưởng", fields, context.state, "bonus", parent, size=_SIZE)
        self._context = context
        self.saved.connect(self._keep)
        read = partial(_bonuses, decision_id=decision_id)
        context.tasks.read(read, self._fill, owner=self)

    def _fill(self, found: tuple[list[dict[str, Any]], str]) -> None:
        rows, problem = found
        self.load({"rows": rows})
        if problem:
            self.show_problems([Problem("", problem)])

    def _keep(self, values: Mapping[str, Any]) -> None:
        try:
            amounts = _amounts(values["rows"])
        except Refused as refused:
            self.show_problems(refused.problems)
            return
        on, document = values["on"], values["document"]
        self.write(
            self._context.tasks,
            f"Ghi tiền thưởng {number(len(amounts))} lượt",
            lambda session: services.pay(session, amounts, on, document=document),
        )


def _bonuses(session: Session, *, decision_id: int) -> tuple[list[dict[str, Any]], str]:
    """The rows of the form, and why the law could not be asked."""
    problem, book = "", laws.book(session)
    try:
        found = {row.id: one for row, one in bonuses.of_decision(session, decision_id, book)}
    except Refused as refused:
        found, problem = {}, str(refused)
    rows = [row for row in awards.of_decision(session, decision_id) if row.revoked_by is None]
    kept = handing.paid(session, [row.id for row in rows])
    shown = []
    for row in rows:
        one = found.get(row.id)
        amount = kept[row.id].amount if row.id in kept else one.amount if one else None
        how = ""
        if one and one.coefficient is not None and one.base_salary is not None:
            how = f"{number(float(one.coefficient))} × {number(one.base_salary)}"
            how += f" = {number(float(one.raw))}" if one.raw is not None else ""
        is_rounded = one and one.raw is not None and one.amount and one.amount != one.raw
        rounded = _rounding(book, row.decided_on) if is_rounded else ""
        paid = "đã chi" if row.id in kept and kept[row.id].paid_on else ""
        note = " – ".join(filter(None, (paid, rounded, one.reason if one else "")))
        shown.append(
            {
                "name": Picked(row.id, row.name),
                "title": row.title,
                "how": how,
                "amount": number(amount) if amount else "",
                "note": note,
            }
        )
    return shown, problem


def _rounding(book: Rulebook, day: date) -> str:
    """Say by which rule a product became the amount."""
    unit, cite, status = book.rounding_on(day) or (UNIT, "", "unverified")
    unread = "chưa đối chiếu" if status == "unverified" else ""
    by = ", ".join(filter(None, (cite, unread)))
    return f"làm tròn lên đến {number(unit)} đồng" + (f" ({by})" if by else "")


def _amounts(rows: Sequence[Mapping[str, Any]]) -> dict[int, int]:
    amounts = {}
    for place, row in enumerate(rows):
        text = str(row["amount"]).replace(".", "").replace(" ", "")
        if not text or not row["name"].id:
            continue
        if not text.isdecimal():
            raise Refused(Problem(f"rows.{place}.amount", f"“{row['amount']}” không phải số tiền."))
        amounts[int(row["name"].id)] = int(text)
    if not amounts:
        raise Refused("Chưa ghi số tiền của lượt nào.")
    return amounts
