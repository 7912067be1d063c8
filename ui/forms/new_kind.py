"""A wording of a list that the catalogue lacks becomes a kind of its own, and the answer of its question."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.domain.vietnamese import fold
from thidua_desktop.records import catalogue
from thidua_desktop.services import catalogue as services
from ui.forms.award_kind_fields import FIELDS, draft_of
from ui.widgets.form_dialog import FormDialog

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtWidgets import QWidget

    from thidua_desktop.db import Session
    from thidua_desktop.services.importing import Doubt
    from ui.forms.import_questions import QuestionsPage
    from ui.widgets.page import Context

_FORMS = ("khen", "huan chuong", "huy chuong", "ky niem chuong", "huy hieu")


def ask_new_kind(context: Context, questions: QuestionsPage, parent: QWidget, doubt: Doubt) -> None:
    """Ask for what the catalogue holds of a wording; once kept, it answers the question."""
    dialog = FormDialog("Thêm vào danh mục", FIELDS, context.state, "new-kind", parent)
    dialog.load(_known(doubt))

    def add(session: Session, values: Mapping[str, Any]) -> str:
        code = catalogue.free_code(session, values["name"])
        services.add(session, draft_of(values, code))
        return code

    def added(code: str) -> None:
        dialog.accept()
        questions.answer(doubt.key, code)

    def keep(values: Mapping[str, Any]) -> None:
        context.tasks.write(
            f"Thêm danh hiệu, hình thức {values['name']}",
            lambda session: add(session, values),
            added,
            owner=dialog,
            refused=lambda refused: dialog.show_problems(refused.problems),
        )

    dialog.saved.connect(keep)
    dialog.open()


def _known(doubt: Doubt) -> dict[str, Any]:
    """What the list tells of the wording; whether the law has it nobody has checked."""
    facts = dict(doubt.left.facts)
    recipients = tuple(code for code, word in RECIPIENTS.items() if word == facts.get("Đối tượng"))
    plain = fold(doubt.left.name)
    return {
        "name": doubt.left.name,
        "category": "form" if any(word in plain for word in _FORMS) else "title",
        "recipients": recipients or ("person", "collective"),
        "status": "unverified",
    }
