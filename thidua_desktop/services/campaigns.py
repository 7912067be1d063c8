"""What the office does with campaigns and events."""

from thidua_desktop.db import Session
from thidua_desktop.domain import campaign as campaign_domain
from thidua_desktop.domain import event as event_domain
from thidua_desktop.domain.campaign import CampaignDraft
from thidua_desktop.domain.errors import Problem, Refused
from thidua_desktop.domain.event import EventDraft
from thidua_desktop.records import campaigns, events


def launch(session: Session, draft: CampaignDraft) -> int:
    """Enter a campaign."""
    _checked(session, draft)
    return campaigns.add(session, draft)


def change(session: Session, campaign_id: int, draft: CampaignDraft) -> None:
    """Correct a campaign."""
    _checked(session, draft, but=campaign_id)
    if draft.parent_id is not None and campaign_id in campaigns.above(session, draft.parent_id):
        message = "Phong trào cấp trên không thể là chính nó hoặc phong trào cấp dưới của nó."
        raise Refused(Problem("parent_id", message))
    campaigns.change(session, campaign_id, draft)


def remove(session: Session, campaign_id: int) -> None:
    """Remove a campaign nothing refers to; Refused with what refers to it."""
    use = campaigns.in_use(session, campaign_id)
    if use:
        raise Refused(f"“{campaigns.get(session, campaign_id).name}” đang có {use} nên không xóa được.")
    campaigns.remove(session, campaign_id)


def hold_event(session: Session, draft: EventDraft) -> int:
    """Enter an event."""
    _refuse(event_domain.check(draft))
    return events.add(session, draft)


def change_event(session: Session, event_id: int, draft: EventDraft) -> None:
    """Correct an event."""
    _refuse(event_domain.check(draft))
    events.change(session, event_id, draft)


def remove_event(session: Session, event_id: int) -> None:
    """Remove an event no decision belongs to; Refused otherwise."""
    use = events.in_use(session, event_id)
    if use:
        raise Refused(f"“{events.get(session, event_id).name}” đang có {use} nên không xóa được.")
    events.remove(session, event_id)


def _checked(session: Session, draft: CampaignDraft, but: int | None = None) -> None:
    problems = list(campaign_domain.check(draft))
    if draft.name.strip() and campaigns.find(session, draft.name) not in {None, but}:
        problems.append(Problem("name", "Đã có phong trào mang đúng tên này."))
    _refuse(tuple(problems))


def _refuse(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise Refused(*problems)
