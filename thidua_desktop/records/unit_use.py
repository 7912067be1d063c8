"""What refers to a unit, so that it cannot be removed."""

from sqlalchemy import and_, func, select

from thidua_desktop.db import Session
from thidua_desktop.db.tables import (
    attested,
    award,
    campaign_unit,
    discipline,
    dossier,
    household,
    nomination,
    pledge,
    post,
    rating,
    role_model,
    succession,
    total,
    unit,
)


def in_use(session: Session, unit_id: int) -> str | None:
    """Why a unit cannot be removed, in words; None when it can."""
    uses = (
        (award, award.c.unit_id, "lượt khen thưởng"),
        (post, post.c.unit_id, "chức vụ của cá nhân"),
        (unit, unit.c.parent_id, "đơn vị trực thuộc"),
        (household, household.c.unit_id, "hộ gia đình"),
        (campaign_unit, campaign_unit.c.unit_id, "phong trào tham gia"),
        (role_model, role_model.c.unit_id, "điển hình tiên tiến"),
        (total, total.c.unit_id, "số liệu kế thừa"),
        (rating, rating.c.unit_id, "dòng xếp loại"),
        (discipline, discipline.c.unit_id, "dòng kỷ luật"),
        (pledge, pledge.c.unit_id, "dòng đăng ký thi đua"),
        (attested, attested.c.unit_id, "điều đã xác nhận"),
        (dossier, dossier.c.unit_id, "hồ sơ đề nghị"),
        (nomination, nomination.c.unit_id, "dòng đề nghị khen thưởng"),
    )
    came = and_(succession.c.new_id == unit_id, succession.c.old_id != unit_id)
    asked = [(table, column == unit_id, words) for table, column, words in uses]
    for table, condition, words in (*asked, (succession, came, "đơn vị cũ nhập vào")):
        count = session.value(select(func.count()).select_from(table).where(condition))
        if count:
            return f"{count} {words}"
    return None
