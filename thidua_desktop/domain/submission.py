"""Submissions (tờ trình) to the authority above: whom it is asked to commend, and what came back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from thidua_desktop.domain.dates import show
from thidua_desktop.domain.errors import Problem
from thidua_desktop.domain.level import LEVEL_ORDER, LEVELS

RESULTS: dict[str, str] = {"": "chưa có trả lời", "granted": "được khen", "refused": "không được khen"}


@dataclass(frozen=True)
class SubmissionDraft:
    """A submission as typed; level is that of the authority it is sent to."""

    level: str
    sent_on: date | None
    addressee: str = ""
    number: str = ""
    note: str = ""


@dataclass(frozen=True)
class AnswerDraft:
    """What came back on one nomination: "" while nothing did, and the reason of a refusal."""

    nomination_id: int
    result: str = ""
    reason: str = ""


def goes_up(levels: Sequence[str], own: str) -> bool:
    """Whether only authorities above a level give an award; where no level is known, the level may."""
    return bool(levels) and all(LEVEL_ORDER[level] < LEVEL_ORDER[own] for level in levels)


def may_go_to(levels: Sequence[str], level: str) -> bool:
    """Whether an authority gives an award itself or sends it on to one above."""
    return not levels or any(LEVEL_ORDER[one] <= LEVEL_ORDER[level] for one in levels)


def check(draft: SubmissionDraft) -> tuple[Problem, ...]:
    """What is wrong with a submission as typed."""
    problems = []
    if draft.level not in LEVELS:
        problems.append(Problem("level", "Chọn cấp được trình."))
    if draft.sent_on is None:
        problems.append(Problem("sent_on", "Chưa nhập ngày trình."))
    return tuple(problems)


def check_answers(answers: Sequence[AnswerDraft], sent_on: date, back_on: date | None) -> tuple[Problem, ...]:
    """What is wrong with what came back; fields of answers are "answers.<row>.<field>"."""
    problems = []
    if any(one.result for one in answers) and back_on is None:
        problems.append(Problem("back_on", "Nhập ngày có kết quả."))
    if back_on is not None and back_on < sent_on:
        problems.append(Problem("back_on", f"Ngày có kết quả trước ngày trình {show(sent_on)}."))
    for place, one in enumerate(answers):
        if one.result not in RESULTS:
            problems.append(
                Problem(f"answers.{place}.result", f"Dòng {place + 1}: chọn được khen hay không được khen.")
            )
    return tuple(problems)
