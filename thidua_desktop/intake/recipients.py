"""Who a row commends - person, collective or household - concluded only where the signs agree."""

from thidua_desktop.domain.recipient import RECIPIENTS
from thidua_desktop.intake.item_text import Item
from thidua_desktop.intake.unit_words import starts_as_unit


def kind_of(item: Item, context: str, allowed: tuple[str, ...]) -> tuple[str, str, str]:
    """Return the kind, a remark where it was concluded, and the reason where it cannot be told.

    `context` is the one kind the section, the heading or the column speaks of; `allowed` are the kinds the
    award can go to.
    """
    of_households = context == "household" or (not context and allowed == ("household",))
    if of_households and item.told == "person":
        return "household", f"“{item.name}” được hiểu là chủ hộ", ""
    if item.told and context and item.told != context:
        said, shown = RECIPIENTS[context].lower(), RECIPIENTS[item.told].lower()
        return "", "", f"Danh sách ghi là {said} nhưng dòng này trông như {shown}: kiểm tra lại."
    if item.told or not starts_as_unit(item.name) or item.post:
        return _plain_kind(item, context, allowed)
    if context == "collective":
        return context, "", ""
    if context:
        said = RECIPIENTS[context].lower()
        return "", "", f"Danh sách ghi là {said} nhưng “{item.name}” là tên của tập thể: kiểm tra lại."
    return "collective", f"“{item.name}” được hiểu là tập thể theo tên gọi", ""


def _plain_kind(item: Item, context: str, allowed: tuple[str, ...]) -> tuple[str, str, str]:
    if item.told or context:
        return item.told or context, "", ""
    if allowed == ("collective",) and (item.post or item.birth or item.gender):
        said = (
            f"“{item.name}” có chức vụ, năm sinh hoặc giới tính mà danh hiệu chỉ tặng tập thể: kiểm tra lại."
        )
        return "", "", said
    if len(allowed) == 1:
        return allowed[0], f"Hiểu là {RECIPIENTS[allowed[0]].lower()} theo danh hiệu", ""
    if item.post or item.birth or item.gender:
        return "person", "Hiểu là cá nhân vì có chức vụ, năm sinh hoặc giới tính", ""
    if item.of_people and "person" in allowed:
        return "person", "Hiểu là cá nhân theo cột họ tên", ""
    return "", "", "Chưa rõ dòng này khen cá nhân, tập thể hay hộ gia đình: thêm đề mục hoặc Ông/Bà."
